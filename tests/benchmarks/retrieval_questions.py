"""Free-text questions with gold, built by code from whatever records are loaded.

The same records and seed give the same questions. Gold is every record that the words of the
question fit, not only the one that they were taken from.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import opencc

from knowledge.terms import load_terms
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from knowledge.schema import Card, Records

PER_KIND = 160
SEED = 20261121

NAME_FRAMES = ("{}在哪裡？", "{}怎麼樣", "想知道{}的資料", "{}", "介紹一下{}", "請問{}是什麼路線")
ENGLISH_FRAMES = ("where is {}", "tell me about {}", "{}", "what is {} like?", "info on {} please")
PROSE_FRAMES = ("有沒有{}的", "哪一條{}", "找{}", "{}的是哪個", "想爬{}")
ABOUT_CARDS = Path(__file__).with_name("card_questions.tsv")
"""Questions written by hand, and the cards that answer them."""
NOTHING = Path(__file__).with_name("nothing.txt")
"""Questions that no climbing record answers: everyday ones, and names that we invented."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its kind, and the ids of all records that answer it (none: nothing does)."""

    text: str
    kind: str
    gold: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Item:
    """What a question can be made of."""

    record_id: str
    names: tuple[str, ...]
    names_en: tuple[str, ...]
    prose: str
    prose_en: str


def build_questions(files: Sequence[Records], cards: Sequence[Card] = ()) -> list[Question]:
    """Questions of all kinds in a fixed order: even places to choose by, odd ones to report."""
    dice = random.Random(SEED)  # noqa: S311  (a sample, no secret)
    items = [*_items(files, cards)]
    questions: list[Question] = []
    for kind, make in _MAKERS.items():
        made = list(make(items, dice))
        dice.shuffle(made)
        questions += [Question(text, kind, gold) for text, gold in made[:PER_KIND]]
    known = {item.record_id for item in items}
    for line in ABOUT_CARDS.read_text(encoding="utf-8").splitlines():
        text, _, ids = line.partition("\t")
        if gold := known.intersection(ids.split(",")):
            questions.append(Question(text, "card", frozenset(gold)))
    for text in NOTHING.read_text(encoding="utf-8").splitlines():
        kind = "nothing, Chinese" if has_han(text) else "nothing, English"
        questions.append(Question(text, kind, frozenset()))
    return questions


def _items(files: Sequence[Records], cards: Sequence[Card]) -> Iterator[_Item]:
    for file in files:
        for route in file.routes:
            names = (route.name, *route.aliases, *route.old_names)
            yield _item(route.id, names, route.name_en, route.description, route.description_en)
        for crag in file.crags:
            # A crag's own prose is left out: of a sensitive one only a part may be found.
            yield _item(crag.id, (crag.name, *crag.aliases), crag.name_en, "", "")
        for area in file.areas:
            yield _item(area.id, (area.name, *area.aliases), area.name_en, "", "")
        for gym in file.gyms:
            prose = "，".join((gym.description, *gym.facilities, gym.notes))
            yield _item(gym.id, (gym.name, *gym.aliases), gym.name_en, prose, gym.description_en)
    for card in cards:
        prose = re.sub(r"[#*>|`\[\]()-]", "，", card.text)
        zh, en = (prose, "") if card.language == "zh" else ("", prose)
        yield _item(card.id, (card.title,), "", zh, en)


def _item(record_id: str, names: Sequence[str], name_en: str, prose: str, prose_en: str) -> _Item:
    chinese = tuple(name for name in names if len(key(name)) >= 2 and has_han(name))
    english = (name_en,) if len(key(name_en)) >= 4 else ()
    return _Item(record_id, chinese, english, prose, prose_en)


def _by_name(
    items: Sequence[_Item], dice: random.Random, change: Callable[[str, random.Random], str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Questions by a Chinese name that was changed; gold are all records of the name."""
    for name, gold in _owners((item.record_id, item.names) for item in items).items():
        changed = change(name, dice)
        if changed:
            yield dice.choice(NAME_FRAMES).format(changed), gold


def _by_english_name(
    items: Sequence[_Item], dice: random.Random, change: Callable[[str, random.Random], str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for name, gold in _owners((item.record_id, item.names_en) for item in items).items():
        changed = change(name, dice)
        if changed:
            yield dice.choice(ENGLISH_FRAMES).format(changed), gold


def _owners(named: Iterator[tuple[str, tuple[str, ...]]]) -> dict[str, frozenset[str]]:
    """Name -> ids of all records that have it, also with other spelling habits."""
    ids: dict[str, set[str]] = defaultdict(set)
    spelling: dict[str, str] = {}
    for record_id, names in named:
        for name in names:
            ids[key(name)].add(record_id)
            spelling.setdefault(key(name), name)
    return {spelling[folded]: frozenset(owners) for folded, owners in ids.items()}


def _by_prose(
    items: Sequence[_Item], dice: random.Random, change: Callable[[str, random.Random], str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Questions by two fragments of a description, in either order."""
    keys = {item.record_id: key(item.prose) for item in items}
    for item in items:
        pieces = _fragments(item.prose, dice)
        asked = [change(piece, dice) for piece in pieces]
        if len(pieces) == 2 and all(asked):
            gold = _holding(keys, pieces)
            if len(gold) <= 5:
                yield dice.choice(PROSE_FRAMES).format("、".join(asked)), gold


def _by_english_prose(
    items: Sequence[_Item], dice: random.Random
) -> Iterator[tuple[str, frozenset[str]]]:
    keys = {item.record_id: key(item.prose_en) for item in items}
    for item in items:
        words = item.prose_en.split()
        if len(words) < 6:
            continue
        start = dice.randrange(len(words) - 4)
        piece = " ".join(words[start : start + 5])
        gold = _holding(keys, [piece])
        if len(gold) <= 5:
            yield dice.choice(ENGLISH_FRAMES).format(piece.lower().strip(".,!?")), gold


def _holding(keys: dict[str, str], pieces: Sequence[str]) -> frozenset[str]:
    folded = [key(piece) for piece in pieces]
    return frozenset(
        record_id for record_id, text in keys.items() if all(piece in text for piece in folded)
    )


def _fragments(prose: str, dice: random.Random) -> list[str]:
    """Two pieces of 3 to 6 characters from two clauses, in random order; none from short prose."""
    clauses = [c for c in re.split(r"[^\w]+", prose) if len(c) >= 4 and has_han(c)]
    if len(clauses) < 2:
        return []
    pieces = []
    for clause in dice.sample(clauses, 2):
        length = min(len(clause), dice.randint(3, 6))
        start = dice.randrange(len(clause) - length + 1)
        pieces.append(clause[start : start + length])
    return pieces


def _same(text: str, _: random.Random) -> str:
    return text


def _simplified(text: str, _: random.Random) -> str:
    changed: str = opencc.OpenCC("t2s").convert(text)
    return changed if changed != text else ""


def _typo(text: str, dice: random.Random) -> str:
    """One character lost, doubled, replaced or swapped; empty for names that are too short."""
    if len(text) < 4:
        return ""
    place = dice.randrange(1, len(text) - 1)
    before, here, after = text[:place], text[place], text[place + 1 :]
    other = "的一不在人小山石e" if has_han(here) else "aeiourst"
    return dice.choice(
        (
            before + after,
            before + here * 2 + after,
            before + dice.choice(other) + after,
            before + after[0] + here + after[1:],
        )
    )


def _other_words(text: str, dice: random.Random) -> str:
    """The text with a climbing term said another way (variant or English); empty without one."""
    for term in _TERMS:
        if term in text:
            return text.replace(term, dice.choice(_TERMS[term]))
    return ""


def _some_other_words(
    items: Sequence[_Item], dice: random.Random
) -> Iterator[tuple[str, frozenset[str]]]:
    """Like prose, with at least one term in other words."""
    keys = {item.record_id: key(item.prose) for item in items}
    for item in items:
        pieces = _fragments(item.prose, dice)
        changed = [_other_words(piece, dice) or piece for piece in pieces]
        if len(pieces) == 2 and changed != pieces:
            gold = _holding(keys, pieces)
            if len(gold) <= 5:
                yield dice.choice(PROSE_FRAMES).format("、".join(changed)), gold


def _term_variants() -> dict[str, tuple[str, ...]]:
    """Taiwanese term -> other ways to say it, longest term first."""
    found = {
        word: tuple(dict.fromkeys(other for other in (*term.words, *term.english) if other != word))
        for term in load_terms()
        for word in term.words
        if len(word) >= 2 and has_han(word)
    }
    ordered = sorted(found.items(), key=lambda pair: -len(pair[0]))
    return {term: variants for term, variants in ordered if variants}


_TERMS = _term_variants()
_MAKERS: dict[
    str, Callable[[Sequence[_Item], random.Random], Iterator[tuple[str, frozenset[str]]]]
] = {
    "name": lambda items, dice: _by_name(items, dice, _same),
    "name, simplified": lambda items, dice: _by_name(items, dice, _simplified),
    "name, typo": lambda items, dice: _by_name(items, dice, _typo),
    "name, English": lambda items, dice: _by_english_name(items, dice, _same),
    "name, English typo": lambda items, dice: _by_english_name(items, dice, _typo),
    "prose": lambda items, dice: _by_prose(items, dice, _same),
    "prose, simplified": lambda items, dice: _by_prose(items, dice, _simplified),
    "prose, other words": _some_other_words,
    "prose, English": _by_english_prose,
}
