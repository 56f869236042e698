"""Right retellings with one thing changed, which makes them wrong: more to learn from.

A figure, a name, a word for its opposite, a denial more or less, two names that change places, or
words that somebody else invented about another answer. Mechanical: some are no lies by chance, so
they count less than what people wrote.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import yaml

from bot.voice.untold import Retold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


_FIGURE: Final = re.compile(r"5\.\d+[a-d]?[+-]?|V\d+|\d+(?:[.:/]\d+)*[a-d]?")
_ALIKE: Final = re.compile(r"一樣|相同|same|、|[和跟與]$|and\s*$|vs")
_JOINS: Final = frozenset("沒不未只還才就")
_SHORT, _LONG = 4, 24
_WORD: Final = re.compile(r"[一-鿿]{2,4}")
_RUN: Final = re.compile(r"[一-鿿]{4,}")
_TABLE: Final = Path(__file__).with_name("voice_changes.yaml")


@dataclass(frozen=True, slots=True)
class Retelling:
    """What somebody said instead of a rendered answer."""

    retold: Retold
    sentences: tuple[str, ...]
    """Each after cleaning, as it would be judged."""
    bad: str = ""
    """The wrong words as they stand in it."""
    group: str = ""
    """Whose answers it retells."""
    weight: float = 1.0


@dataclass(frozen=True)
class Changes:
    """Makes wrong retellings of right ones."""

    rng: Random
    invented: dict[tuple[str, bool], list[str]] = field(default_factory=dict)
    """Wrong words by what was asked and the language."""

    @classmethod
    def of(cls, written: Iterable[Retelling], rng: Random) -> Changes:
        """With the wrong words of those that people wrote."""
        invented = defaultdict[tuple[str, bool], list[str]](list)
        for one in written:
            if 1 < len(one.bad) <= _LONG:
                invented[one.retold.intent, one.retold.zh].append(one.bad)
        return cls(rng, invented)

    def changed(self, right: Retelling) -> Retelling | None:
        """A retelling with one of its sentences changed; ``None`` where the change does not fit."""
        (kind,) = self.rng.choices(list(self._kinds), [each for _, each in self._kinds.values()])
        at = self.rng.randrange(len(right.sentences))
        found = self._kinds[kind][0](right.retold, right.sentences[at])
        if found is None or found[0] == right.sentences[at] or not found[1].strip():
            return None
        told = (*right.sentences[:at], found[0], *right.sentences[at + 1 :])
        return replace(right, sentences=told, bad=found[1])

    @property
    def _kinds(self) -> dict[str, tuple[Callable[[Retold, str], tuple[str, str] | None], float]]:
        """Every kind of change, and how often it is tried."""
        return {
            "figure": (self._figure, 1.0),
            "name": (self._name, 1.2),
            "places": (self._places, 2.0),
            "denial": (self._denial, 1.2),
            "opposite": (self._opposite, 2.0),
            "invention": (self._invention, 1.5),
            "word": (self._word, 0.7),
        }

    def _figure(self, retold: Retold, text: str) -> tuple[str, str] | None:
        all_figures = list(_FIGURE.finditer(text))
        if not all_figures:
            return None
        found = self.rng.choice(all_figures)
        others = {one for one in _FIGURE.findall(retold.answer) if _shape(one) == _shape(found[0])}
        others.discard(found[0])
        if others and self.rng.random() < 0.7:
            new = self.rng.choice(sorted(others))
        elif found[0][-1] in "abcd" and self.rng.random() < 0.6:
            new = found[0][:-1] + self.rng.choice("abcd".replace(found[0][-1], ""))
        else:
            step = self.rng.choice([1, 2, -1])
            new = re.sub(r"\d(?=\D*$)", lambda one: str((int(one[0]) + step) % 10), found[0])
        return text[: found.start()] + new + text[found.end() :], new

    def _name(self, retold: Retold, text: str) -> tuple[str, str] | None:
        said = [one for one in retold.names if one in text]
        others = [one for one in retold.names if one not in text]
        if not said or not others or "、" in text:
            return None
        new = self.rng.choice(others)
        return text.replace(self.rng.choice(said), new, 1), new

    def _places(self, retold: Retold, text: str) -> tuple[str, str] | None:
        """Two names in each other's place."""
        said = [one for one in retold.names if one in text]
        if len(said) < 2:
            return None
        first, second = sorted(self.rng.sample(said, 2), key=text.find)
        start, end = text.find(first), text.find(second)
        between = text[start + len(first) : end]
        if len(between) < 2 or _ALIKE.search(between):
            return None
        wrong = second + between + first
        return text[:start] + wrong + text[end + len(second) :], wrong

    def _denial(self, retold: Retold, text: str) -> tuple[str, str] | None:
        del retold
        fitting = [(old, new) for old, new in _table("denials") if old in text]
        if not fitting:
            return None
        old, new = self.rng.choice(fitting)
        at = self.rng.choice([one.start() for one in re.finditer(re.escape(old), text)])
        if at and text[at - 1] in _JOINS:
            return None
        told = text[:at] + new + text[at + len(old) :]
        return told, told[at : at + len(new) + 2].strip("，。,. ")

    def _opposite(self, retold: Retold, text: str) -> tuple[str, str] | None:
        fitting = [(words, one) for words in _table("opposites") for one in words if one in text]
        if not fitting:
            return None
        words, old = self.rng.choice(fitting)
        new = self.rng.choice([one for one in words if one != old])
        at = self.rng.choice([one.start() for one in re.finditer(re.escape(old), text)])
        if _in_a_name(retold, text, at):
            return None
        after = text[at + len(old) :]
        return text[:at] + new + after, new + after[:1].strip("，。,. ")

    def _invention(self, retold: Retold, text: str) -> tuple[str, str] | None:
        pool = self.invented.get((retold.intent, retold.zh), [])
        if not pool or self.rng.random() < 0.25:
            pool = [
                one for (_, zh), those in self.invented.items() if zh == retold.zh for one in those
            ]
        new = self.rng.choice(pool) if pool else ""
        if not new or new in retold.answer or new in retold.known:
            return None
        comma = "，" if retold.zh else ", "
        parts = re.split(r"(?<=[，。！])" if retold.zh else r"(?<=[,.!] )", text.rstrip())
        at = self.rng.randrange(len(parts) + 1)
        if at == len(parts):
            parts.append(comma + new)
        elif self.rng.random() < 0.4 or len(new) > len(parts[at]):
            parts.insert(at, new + comma)
        else:
            place = self.rng.choice([0, len(parts[at].rstrip("，。！,. "))])
            parts[at] = parts[at][:place] + new + parts[at][place:]
        return "".join(parts), new

    def _word(self, retold: Retold, text: str) -> tuple[str, str] | None:
        """One or two characters of what is copied from the answer."""
        copied = [
            one
            for one in _RUN.finditer(text)
            if one[0][:_SHORT] in retold.answer or one[0][-_SHORT:] in retold.answer
        ]
        words = [one for those in self.invented.values() for one in those if _WORD.fullmatch(one)]
        if not copied or not words:
            return None
        run = self.rng.choice(copied)
        at = self.rng.randrange(run.start(), run.end() - 1)
        if _in_a_name(retold, text, at):
            return None
        new = self.rng.choice(words)
        return text[:at] + new + text[at + self.rng.choice([1, 2]) :], new


def copies(right: Sequence[Retelling], rng: Random) -> Iterator[Retelling]:
    """Some lines of every answer as they are: who copies the answer is right."""
    for retold in dict.fromkeys(one.retold for one in right):
        lines = [one.strip("・ ") for one in retold.answer.split("\n")]
        lines = [f"{one}\n" for one in lines if one and "█" not in one]
        for _ in range(2 if lines else 0):
            some = rng.sample(lines, min(len(lines), rng.randint(1, 3)))
            yield Retelling(retold, tuple(some))


def beginnings(right: Iterable[Retelling], rng: Random) -> Iterator[Retelling]:
    """Some right retellings without their last sentences, as they are judged while they come."""
    for one in right:
        if len(one.sentences) > 1 and rng.random() < 0.3:
            yield replace(one, sentences=one.sentences[: rng.randint(1, len(one.sentences) - 1)])


def _table(name: str) -> list[list[str]]:
    kept: dict[str, list[list[str]]] = _TABLES or yaml.safe_load(_TABLE.read_text("utf-8"))
    _TABLES.update(kept)
    return kept[name]


_TABLES: dict[str, list[list[str]]] = {}


def _shape(figure: str) -> tuple[bool, ...]:
    return tuple(mark in figure for mark in ".:/")


def _in_a_name(retold: Retold, text: str, at: int) -> bool:
    return any(0 <= at - text.find(one) < len(one) for one in retold.names if one in text)
