"""Ways to make a right sentence wrong by rule, each a function of an answer, a sentence and chance.

Each gives the changed sentence and its wrong words as they stand in it, or ``None`` where it does
not fit.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

if TYPE_CHECKING:
    from random import Random

    from bot.voice.untold import Retold

_FIGURE: Final = re.compile(r"5\.\d+[a-d]?[+-]?|V\d+|\d+(?:[.:/]\d+)*[a-d]?")
_ALIKE: Final = re.compile(
    r"一樣|相同|並列|same|tie|[、/]|[和跟與到至比差]\s*$|(?:and|to|than)\s*$|vs"
)
_SUBJECT: Final = re.compile(r"[一-鿿]{2}|[A-Za-z]{3}|[\ue000-\uf8ff]")
_JOINS: Final = frozenset("沒不未只還才就")
_CELLS: Final = re.compile(r"[｜|：:；;，,、（）()›〈〉「」“”\s]+")
_VALUE: Final = re.compile(r"[^。.!！]*[\d一-鿿](?:[^。]*[^。.])?")
_MARKS: Final = frozenset("，。！,.;；")
_SYNONYMS: Final = frozenset({"glossary", "knowledge"})
"""Answers whose lines may be other words for the same."""
_ENDS: Final = "，。,. "
_LONGEST_CELL: Final = 14
_TABLE: Final = Path(__file__).with_name("voice_changes.yaml")


@cache
def table(name: str) -> list[list[str]]:
    """Words that stand for each other in a wrong retelling."""
    kept: dict[str, list[list[str]]] = yaml.safe_load(_TABLE.read_text("utf-8"))
    return kept[name]


def in_a_name(retold: Retold, text: str, at: int) -> bool:
    """Whether a place of a text is inside the name of a record."""
    return any(0 <= at - text.find(one) < len(one) for one, _ in retold.names if one in text)


def figure(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """Another figure of the answer, another letter of a grade, or one more or less."""
    all_figures = list(_FIGURE.finditer(text))
    if not all_figures:
        return None
    found = rng.choice(all_figures)
    others = {one for one in _FIGURE.findall(retold.answer) if _shape(one) == _shape(found[0])}
    others.discard(found[0])
    if others and rng.random() < 0.7:
        new = rng.choice(sorted(others))
    elif found[0][-1] in "abcd" and rng.random() < 0.6:
        new = found[0][:-1] + rng.choice("abcd".replace(found[0][-1], ""))
    else:
        step = rng.choice([1, 2, -1])
        new = re.sub(r"\d(?=\D*$)", lambda one: str((int(one[0]) + step) % 10), found[0])
    return text[: found.start()] + new + text[found.end() :], new


def name(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """Another name of the answer in place of one."""
    said = _named(retold, text)
    others = [name for name, number in retold.names if number not in said.values()]
    if not said or not others or "、" in text:
        return None
    new = rng.choice(others)
    return text.replace(rng.choice(sorted(said)), new, 1), new


def _named(retold: Retold, text: str) -> dict[str, int]:
    """The names that stand in a text, one of every record, and which record they mean."""
    found: dict[int, str] = {}
    for called, number in retold.names:
        if called in text:
            found.setdefault(number, called)
    return {called: number for number, called in found.items()}


def places(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """Two names in each other's place."""
    said = sorted(_named(retold, text))
    return _exchanged(text, *rng.sample(said, 2)) if len(said) > 1 else None


def exchange(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """Two figures, or two words of one kind, in each other's place."""
    figures = sorted({found[0] for found in _FIGURE.finditer(text)})
    pairs = [
        (one, other)
        for at, one in enumerate(figures)
        for other in figures[at + 1 :]
        if _shape(one) == _shape(other) and one not in other and other not in one
    ]
    for words in table("opposites"):
        said = [one for one in words if one in text and not in_a_name(retold, text, text.find(one))]
        pairs += [(one, other) for one in said for other in said if one < other and len(one) > 1]
    return _exchanged(text, *rng.choice(pairs)) if pairs else None


def cell(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """What stands in one line of the answer, replaced by what stands there in another line."""
    if retold.intent in _SYNONYMS:
        return None
    names = {one for one, _ in retold.names}
    rows = [_CELLS.split(line.strip("・- ")) for line in retold.answer.split("\n")]
    fitting = [
        (one, other[at])
        for row in rows
        for at, one in enumerate(row)
        if _is_cell(one) and one in text and one not in retold.asked
        for other in rows
        if at < len(other) and _is_cell(other[at]) and other[at] not in text
        if any(map(str.isdigit, one)) == any(map(str.isdigit, other[at]))
        if not {one, other[at]} & names
    ]
    if not fitting:
        return None
    old, new = rng.choice(fitting)
    return text.replace(old, new, 1), new


def _is_cell(text: str) -> bool:
    """Whether it is a value: a word of English alone is none, nor is the end of a sentence."""
    return 1 < len(text) <= _LONGEST_CELL and bool(_VALUE.fullmatch(text))


def denial(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """A denial more or less."""
    del retold
    fitting = [(old, new) for old, new in table("denials") if old in text]
    if not fitting:
        return None
    old, new = rng.choice(fitting)
    at = rng.choice([one.start() for one in re.finditer(re.escape(old), text)])
    if at and text[at - 1] in _JOINS:
        return None
    told = text[:at] + new + text[at + len(old) :]
    return told, told[at : at + len(new) + 2].strip(_ENDS)


def opposite(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """A word for its opposite, or for another of its kind; one of the question, where it is one."""
    fitting = [(words, one) for words in table("opposites") for one in words if one in text]
    if not fitting:
        return None
    words, old = rng.choice(fitting)
    others = [one for one in words if one != old and one not in old]
    asked = [one for one in others if one in retold.asked and one not in retold.answer]
    new = rng.choice(asked or others)
    at = rng.choice([one.start() for one in re.finditer(re.escape(old), text)])
    if in_a_name(retold, text, at):
        return None
    after = text[at + len(old) :]
    return text[:at] + new + after, new + after[:1].strip(_ENDS)


def verdict(retold: Retold, text: str, rng: Random) -> tuple[str, str] | None:
    """No for yes at the beginning, or the reverse."""
    for group, words in enumerate(table("verdicts")):
        said = next((one for one in words if _begins(text, one)), "")
        if said:
            others = table("verdicts")[group ^ 1]
            new = rng.choice([one for one in others if one.isascii() != retold.zh])
            return f"{new}{text[len(said) :]}", f"{new}{text[len(said)]}".strip(_ENDS)
    return None


def _begins(text: str, word: str) -> bool:
    """Whether a text begins with a word and a mark behind it."""
    return text.casefold().startswith(word) and text[len(word) : len(word) + 1] in _MARKS


def _exchanged(text: str, one: str, other: str) -> tuple[str, str] | None:
    """Two words in each other's place, unless that says the same."""
    first, second = sorted((one, other), key=text.find)
    start, end = text.find(first), text.find(second)
    between = text[start + len(first) : end]
    alike = start > 1 and text[start - 2 : start] == text[end - 2 : end]
    if alike or _ALIKE.search(between) or not _SUBJECT.search(between):
        return None
    wrong = second + between + first
    return text[:start] + wrong + text[end + len(second) :], wrong


def _shape(figure: str) -> tuple[bool, ...]:
    return tuple(mark in figure for mark in ".:/")
