"""Where a name stands in a question that names nothing known: 「有人爬過@嗎」, "he swears by @".

A linear model chooses among all spans of a question and none at all: by the words before the span,
those behind it, and what the span is made of. Learned by ``python -m bot.evaluation.learning`` from
the phrasings of the development splits, with names drawn at random in their slots.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import yaml

from knowledge.gazetteer.vocabulary import (
    find_words,
    is_common,
    is_function_word,
    is_particle,
    is_term,
    is_word,
)
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WEIGHTS = Path(__file__).with_name("names") / "weights.npz"
_FRAMES = Path(__file__).with_name("names") / "frames.yaml"
_UNIT = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+(?:['’][^\W\d_]+)*|\d+|\S")
_HELD = re.compile(r"[\ue000-\ue00f]")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]")
_OWNS = re.compile(r"['’]s$")
"""Ends no name, and goes on in capitals: "Keeper's Cat", but not "Kevin's hardest"."""
_LONGEST_HAN, _LONGEST_LATIN, _SHORTEST = 9, 5, 2
_LONGEST_TEXT = 90
"""Units; in longer messages a name is not looked for."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A Chinese character, a word, a number, a mark or a placeholder."""

    start: int
    end: int
    key: str
    kind: str
    """``han``, ``latin``, ``digits``, ``mark`` or ``held``."""
    capital: bool
    """Whether it is written with a capital that no beginning of a sentence asks for."""
    apart: bool
    """Whether a space stands before it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A span of the text in which a name stands, and how likely it is."""

    start: int
    end: int
    likely: float


def units(text: str) -> list[Unit]:
    """The units of a text in which what is known was replaced by placeholders."""
    return [
        Unit(
            found.start(),
            found.end(),
            _key(found.group()),
            _kind(found.group()),
            found.start() > 0 and found.group()[0].isupper(),
            found.start() > 0 and text[found.start() - 1].isspace(),
        )
        for found in _UNIT.finditer(text)
    ]


def _key(unit: str) -> str:
    return unit.casefold() if _LATIN.match(unit) else key(unit) or unit


def _kind(unit: str) -> str:
    if _HELD.match(unit):
        return "held"
    if has_han(unit):
        return "han"
    if unit.isdigit():
        return "digits"
    return "latin" if _LATIN.match(unit) else "mark"


def spans(found: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Every span of units that may be a name, as first and behind the last."""
    for start, first in enumerate(found):
        if first.kind not in {"han", "latin"} or _only_joins(first):
            continue
        latin = han = 0
        for end in range(start + 1, len(found) + 1):
            last = found[end - 1]
            owned = end - 1 > start and _OWNS.search(found[end - 2].key) and not last.capital
            if last.kind in {"mark", "held"} or owned:
                break
            latin += last.kind == "latin"
            han += last.kind == "han"
            if han > _LONGEST_HAN or latin > _LONGEST_LATIN:
                break
            if _only_joins(last) or (last.kind == "latin" and _OWNS.search(last.key)):
                continue
            if han >= _SHORTEST or (latin and last.kind != "digits" and last.end - first.start > 2):
                yield start, end


def _only_joins(unit: Unit) -> bool:
    """Whether a name neither begins nor ends there: "the" and "is", but not "The"."""
    return unit.kind == "latin" and not unit.capital and is_function_word(unit.key)


class Features:
    """The features of the spans of one text."""

    def __init__(self, found: Sequence[Unit]) -> None:
        self.units = found
        self._keys = ["^", *(unit.key for unit in found), "$"]
        self._inside = _inside_words(found)
        size = len(found)
        self.before = [tuple(self._before(at)) for at in range(size)]
        self.behind = [tuple(self._behind(at)) for at in range(size + 1)]

    def of(self, start: int, end: int) -> tuple[str, ...]:
        """Those of one span."""
        keys = self._keys
        around = f"{keys[start]}@{keys[end + 1]}"
        wider = f"{''.join(keys[max(0, start - 1) : start + 1])}@{''.join(keys[end + 1 : end + 3])}"
        return (
            *self.before[start],
            *self.behind[end],
            f"around:{around}",
            f"wider:{wider}",
            *self._made_of(start, end),
        )

    def _before(self, at: int) -> Iterator[str]:
        keys = self._keys
        for size in (1, 2, 3, 4):
            if at + 1 - size >= 0:
                yield f"before:{' '.join(keys[at + 1 - size : at + 1])}"
        yield f"before-kind:{self.units[at - 1].kind if at else '^'}"
        if self._inside[at]:
            yield "cut:before"
        if self.units[at].apart:
            yield "apart:before"
        yield f"first:{self.units[at].key}" if self.units[at].kind == "han" else "first:latin"

    def _behind(self, at: int) -> Iterator[str]:
        keys = self._keys
        for size in (1, 2, 3, 4):
            if at + 1 + size <= len(keys):
                yield f"behind:{' '.join(keys[at + 1 : at + 1 + size])}"
        yield f"behind-kind:{self.units[at].kind if at < len(self.units) else '$'}"
        if self._inside[at]:
            yield "cut:behind"
        if at < len(self.units) and self.units[at].apart:
            yield "apart:behind"
        if at:
            last = self.units[at - 1]
            yield f"last:{last.key}" if last.kind == "han" else "last:latin"

    def _made_of(self, start: int, end: int) -> Iterator[str]:
        inside = self.units[start:end]
        latin = [unit for unit in inside if unit.kind == "latin"]
        word = "".join(unit.key for unit in inside)
        script = "han" if not latin else "latin" if len(latin) == len(inside) else "mixed"
        yield f"size:{script}{min(len(inside), 8)}"
        if latin:
            titled = sum(unit.capital for unit in latin)
            yield f"titled:{'all' if titled == len(latin) else 'some' if titled else 'none'}"
            plain = sum(is_word(unit.key) for unit in latin)
            yield f"plain-words:{'all' if plain == len(latin) else 'some' if plain else 'none'}"
        else:
            ordinary, joins = _covered(word)
            yield f"ordinary:{round(4 * ordinary / len(word))}"
            if joins == len(word):
                yield "whole:joins"
            joining = sum(is_particle(unit.key) for unit in inside)
            yield f"particles:{min(joining, 3)}"
        if is_term(word) or is_word(word):
            yield "whole:word"
        if is_common(word) or is_function_word(word):
            yield "whole:common"


def _inside_words(found: Sequence[Unit]) -> list[bool]:
    """Whether an ordinary word goes on over the place before each unit, and over the end."""
    inside = [False] * (len(found) + 1)
    for first, stop in _runs(found):
        word = "".join(unit.key for unit in found[first:stop])
        if len(word) != stop - first:
            continue
        for start, end in find_words(word):
            for at in range(start + 1, end):
                inside[first + at] = True
    return inside


def _runs(found: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    first = None
    for at, unit in enumerate((*found, None)):
        if unit is not None and unit.kind == "han":
            first = at if first is None else first
        elif first is not None:
            yield first, at
            first = None


@lru_cache(maxsize=4096)
def _covered(word: str) -> tuple[int, int]:
    """How many characters belong to ordinary words, and to those that only ask or join."""
    held = [is_particle(character) for character in word]
    joins = list(held)
    for start, end in find_words(word):
        held[start:end] = [True] * (end - start)
        if is_function_word(word[start:end]):
            joins[start:end] = [True] * (end - start)
    return sum(held), sum(joins)


@dataclass(frozen=True, slots=True)
class NamingModel:
    """The learned weights."""

    weights: Mapping[str, float]

    def candidates(self, text: str) -> list[Named]:
        """Every span that may be a name; what all are short of one is the share of no name."""
        found = units(text)
        held = list(spans(found)) if len(found) <= _LONGEST_TEXT else []
        if not held:
            return []
        features, weights = Features(found), self.weights
        nothing = sum(weights.get(name, 0.0) for name in none_features(found))
        scores = [
            sum(weights.get(name, 0.0) for name in features.of(start, end)) for start, end in held
        ]
        top = max(nothing, *scores)
        total = exp(nothing - top) + sum(exp(score - top) for score in scores)
        return [
            Named(found[start].start, found[end - 1].end, exp(score - top) / total)
            for (start, end), score in zip(held, scores, strict=True)
            if not _joins_only(found[start:end])
        ]


def _joins_only(span: Sequence[Unit]) -> bool:
    word = "".join(unit.key for unit in span)
    return len(word) == _covered(word)[1]


def none_features(found: Sequence[Unit]) -> tuple[str, ...]:
    """What a text says of holding no name."""
    held = sorted({unit.key for unit in found if unit.kind == "held"})
    own = [f"text:{unit.key}" for unit in found if unit.kind != "mark"]
    pairs = [f"text:{a.key} {b.key}" for a, b in pairwise(found)]
    return ("none", *(f"none:{mark}" for mark in held), *dict.fromkeys((*own, *pairs)))


def keep(model: NamingModel, path: Path) -> None:
    """Keep a model, its weights as small whole numbers."""
    names = sorted(model.weights)
    values = np.array([model.weights[name] for name in names], np.float32)
    scale = np.float32(np.abs(values).max() / 127)
    small = np.rint(values / scale).astype(np.int8)
    held = [at for at, value in enumerate(small) if value]
    np.savez_compressed(
        path,
        names=np.array("\n".join(names[at] for at in held)),
        weights=small[held],
        scale=scale,
    )


def name_examples() -> tuple[tuple[str, str], ...]:
    """(kind, message) of every example: a ``route``, ``crag`` or ``gym`` for ``@``, ``nothing``."""
    written: dict[str, str] = yaml.safe_load(_FRAMES.read_text(encoding="utf-8"))
    return tuple((kind, line) for kind, text in written.items() for line in text.splitlines())


@cache
def model() -> NamingModel:
    """The model that is shipped."""
    with np.load(WEIGHTS, allow_pickle=False) as kept:
        names = str(kept["names"]).split("\n")
        # hundreds of thousands of weights, but only some two hundred values
        values = [float(one * kept["scale"]) for one in range(-128, 128)]
        weights = [values[one] for one in kept["weights"].astype(np.int16) + 128]
    return NamingModel(dict(zip(names, weights, strict=True)))


@lru_cache(maxsize=64)
def _candidates(text: str) -> tuple[Named, ...]:
    return tuple(model().candidates(text))


def likeliest(text: str) -> Named:
    """The likeliest span, an empty one where none may be a name."""
    return max(_candidates(text), key=lambda named: named.likely, default=Named(0, 0, 0.0))


def likely_within(text: str, start: int, end: int) -> float:
    """How likely a name is that shares characters with this span."""
    return sum(one.likely for one in _candidates(text) if one.start < end and start < one.end)


def likely_spans(text: str, start: int, size: int) -> list[Named]:
    """The spans that share characters with this one, likeliest first."""
    shared = [one for one in _candidates(text) if one.start < start + size and start < one.end]
    return sorted(shared, key=lambda one: -one.likely)


def likely_there(text: str, start: int, end: int) -> float:
    """How likely just this span is a name."""
    places = ((one.start, one.end, one.likely) for one in _candidates(text))
    return next((likely for first, last, likely in places if (first, last) == (start, end)), 0.0)
