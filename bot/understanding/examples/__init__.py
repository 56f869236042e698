"""The nearest example: questions as people ask them, and what kind of talk each of them is.

Tables of words settle what they name. What they leave over is put beside questions that people
wrote down beforehand (``talk.yaml``, ``cards.yaml``): the kind of the nearest one is the likeliest.
``records.yaml`` does the same for the properties of one named route, gym or place.
Nearness is the cosine between weighted pieces: pairs and triples of Chinese characters, English
words and pairs of them, concepts (a part of the body, something that hurts, a person, a fall), and
for talk and advice the topics of a thesaurus (``topics.py``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.understanding import words
from bot.understanding.examples.pieces import WEIGHTS, pieces_of, telling_pieces, unit
from bot.understanding.examples.postings import Cells, Floats, Postings, cells_of
from bot.understanding.examples.profiles import Profiles, profiles_of
from knowledge.heap import release_freed
from knowledge.terms import STYLES
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_HAN = re.compile(r"[\u3400-\u9fff]+")
_GRADED = re.compile(
    r"5\.(?:\d{1,2})(?:[a-d](?:/[a-d])?)?[+-]?(?![\d\w])|(?<![A-Za-z])[Vv]\d{1,2}(?!\d)"
)
"""A grade in an example: in a question it is replaced by its placeholder."""
_MARKED = frozenset({words.NAME, words.GRADE})
_RECORDS, _SETS, _MOVES = "records", "sets", "moves"
"""How the files begin that hold questions about named things, about sets of routes, and what a
few words ask of the answer before them."""
_FRAGMENTS, _FRAMES = "fragments", "frames"
_SAID_OTHERWISE = frozenset({"warmup", "beginner", "classic"})
"""Styles that say which routes are wanted rather than what the rock is like."""
_PROFILE = 8.0
"""How much the likeness to a whole kind counts beside the nearness of one example; measured by
leaving out one fifth of the examples."""
_SCALE = 2.15
"""The sum of both is divided by it, so that half of the right ones lie above 0.6."""
_MOST = 0.5
_SEVERAL = 3
"""Examples that must hold a pair of characters for it to be part of a word."""
_VERBATIM, _SURE = 0.8, 20.0
"""An example nearer than this says the same in the same words, and outweighs all likeness."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The kind of the nearest example, and how near it is."""

    kind: str
    score: float
    """From 0 for nothing alike; half of the right ones lie above 0.6."""
    lead: float
    """How much nearer it is than the nearest example of another kind."""
    margin: float = 0.0
    """How much nearer it is than anything of another intent; cards are no rivals of one another."""


@lru_cache(maxsize=64)
def nearest(folded: str, lower: str) -> Nearest:
    """The kind whose example is nearest to a question.

    Args:
        folded: Key of the question with names, grades and dates replaced by their placeholders.
        lower: Lower-case question with the same replacements.
    """
    near = _near(folded, lower)
    found = _ranked(near)
    rivals = (score for kind, score in near.items() if _intent(kind) != _intent(found.kind))
    return replace(found, margin=found.score - max(rivals, default=0.0))


def nearest_among(head: str, folded: str, lower: str) -> Nearest:
    """The nearest of the kinds that begin so: ``card:``, ``safety/``."""
    near = _near(folded, lower)
    return _ranked({kind: score for kind, score in near.items() if kind.startswith(head)})


def likeliest(head: str, folded: str, lower: str, least: float, most: int) -> tuple[str, ...]:
    """The nearest kinds that begin so and are at least so near, nearest first."""
    near = _near(folded, lower)
    found = [(-score, kind) for kind, score in near.items() if kind.startswith(head)]
    return tuple(kind for score, kind in sorted(found)[:most] if -score >= least)


@lru_cache(maxsize=64)
def _near(folded: str, lower: str) -> Mapping[str, float]:
    asked = telling_pieces(folded, lower)
    index = _index("")
    best = index.best(asked)
    likeness = _profiles().likeness(unit(index.weigh(asked)))
    same = {kind: 0.0 for kind, score in best.items() if score > _VERBATIM}
    return {kind: _nearness(best.get(kind, 0.0), each) for kind, each in (same | likeness).items()}


def _intent(kind: str) -> str:
    return re.split("[:/]", kind)[0]


def familiar(text: str) -> bool:
    """Whether most pairs of characters, or words, of a text stand in some example."""
    told = [piece for piece in pieces_of(*framed(text)) if piece.startswith(("pair:", "word:"))]
    known = sum(piece in _index("").postings.rows for piece in told)
    return bool(told) and known >= _MOST * len(told)


def pair_told(pair: str) -> bool:
    """Whether several examples hold these two characters of a key side by side."""
    postings = _index("").postings
    row = postings.rows.get(f"pair:{pair}")
    return row is not None and int(postings.starts[row + 1] - postings.starts[row]) >= _SEVERAL


def _nearness(example: float, profile: float) -> float:
    """How near a kind is, by its nearest example and by its profile; the very words decide."""
    return (example + _PROFILE * profile) / _SCALE + max(0.0, example - _VERBATIM) * _SURE


@lru_cache(maxsize=64)
def nearest_property(subject: str, folded: str, lower: str) -> Nearest:
    """The property of a named route, gym or crag whose example is nearest: ``unrecorded`` too."""
    return _ranked(_index(subject).best(pieces_of(folded, lower)))


def _ranked(best: Mapping[str, float]) -> Nearest:
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked:
        return Nearest("", 0.0, 0.0)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return Nearest(ranked[0][0], ranked[0][1], ranked[0][1] - second)


def properties(subject: str) -> tuple[tuple[str, str], ...]:
    """(property, question) of every example about one subject: ``route``, ``gym`` or ``crag``."""
    head = f"{subject}/"
    return tuple(
        (kind.removeprefix(head), one.replace("{g}", words.GRADE))
        for path in _files(_RECORDS)
        for kind, written in _table(path).items()
        if kind.startswith(head)
        for one in _parted(written)
    )


def set_examples() -> tuple[tuple[str, str], ...]:
    """(operation, question) of every example of a question for a set of routes."""
    return tuple(
        (kind, one.replace("{g}", words.GRADE))
        for path in _files(_SETS)
        for kind, written in _table(path).items()
        for one in _parted(written)
    )


@lru_cache(maxsize=64)
def nearest_operation(folded: str, lower: str) -> Nearest:
    """What is asked of a set of routes: ``list``, ``count``, ``superlative/grade_down`` …."""
    return _ranked(_set_index().best(pieces_of(_plain_set(folded), _plain_set(lower))))


def nearest_order(folded: str, lower: str) -> Nearest:
    """The measure that is ranked by, of a question that ranks: ``superlative/grade_down`` …."""
    best = _set_index().best(pieces_of(_plain_set(folded), _plain_set(lower)))
    return _ranked({kind: one for kind, one in best.items() if kind.startswith("superlative/")})


@lru_cache(maxsize=64)
def nearest_move(folded: str, lower: str) -> Nearest:
    """What a few words ask of the answer before: ``page``, ``list``, ``count``, ``whole``."""
    return _ranked(_move_index().best(pieces_of(_plain_set(folded), _plain_set(lower))))


def move_examples() -> tuple[tuple[str, str], ...]:
    """(move, text) of every example of few words that lean on the answer before."""
    return tuple(
        (move, one)
        for path in _files(_MOVES)
        for move, written in _table(path).items()
        for one in _parted(written)
    )


def log_examples() -> tuple[tuple[str, str], ...]:
    """(ask, text) of every example of a message to one's own log.

    An ask is ``then:`` that ask where the words mean it only after another question to the log.
    """
    found: list[tuple[str, str]] = []
    for path in sorted((Path(__file__).parent / "log").glob("*.yaml")):
        table: dict[str, str] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        then = "then:" if path.stem == _FRAGMENTS else ""
        for ask, written in table.items():
            meant = ask if ask == "more" else then + ask
            found += [(meant, one) for one in _parted(written)]
    return tuple(found)


def examples() -> tuple[tuple[str, str], ...]:
    """(kind, question) of every example."""
    found: list[tuple[str, str]] = []
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        if path.name.startswith((_RECORDS, _SETS, _MOVES)):
            continue
        prefix = "card:" if path.name.startswith("cards") else ""
        for kind, written in _table(path.name).items():
            found += [(prefix + kind, one) for one in _parted(written)]
    return tuple(found)


def kind_examples() -> tuple[tuple[str, str], ...]:
    """(kind, question) of the examples that only teach what a question is about."""
    return tuple(
        (kind, one)
        for path in sorted((Path(__file__).parent / "kinds").glob("*.yaml"))
        if path.stem != _FRAMES
        for kind, written in _table(f"kinds/{path.name}").items()
        for one in _parted(written)
    )


def word_examples() -> tuple[str, ...]:
    """Questions for a climbing word, which ``@`` stands for."""
    return tuple(one for text in _table(f"kinds/{_FRAMES}.yaml").values() for one in _parted(text))


@cache
def _table(name: str) -> dict[str, str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    table: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table


def _parted(written: str) -> list[str]:
    return [one.strip() for one in written.split(" / ") if one.strip()]


@dataclass(frozen=True, slots=True)
class _Index:
    kinds: tuple[str, ...]
    """Of all examples, in the order of their names."""
    kind_of: NDArray[np.int32]
    """Place in ``kinds`` of each example."""
    postings: Postings
    """Piece -> examples with its share of their length."""
    rarity: Floats
    """Of each piece."""
    unknown: float

    def weigh(self, pieces: Iterable[str]) -> dict[str, float]:
        """Weights of pieces: rare ones weigh more, unknown ones as much as the rarest."""
        rows = self.postings.rows
        return {
            piece: WEIGHTS[piece.partition(":")[0]]
            * (float(self.rarity[rows[piece]]) if piece in rows else self.unknown)
            for piece in pieces
        }

    def best(self, pieces: Iterable[str]) -> dict[str, float]:
        """The nearness of the nearest example of each kind."""
        scores = self.postings.products(unit(self.weigh(pieces)))
        best = np.zeros(len(self.kinds))
        np.maximum.at(best, self.kind_of, scores)
        return {self.kinds[each]: float(best[each]) for each in np.flatnonzero(best)}


@cache
def _index(subject: str) -> _Index:
    found = properties(subject) if subject else examples()
    read = pieces_of if subject else telling_pieces
    index = _indexed([(kind, *framed(text)) for kind, text in found], read)
    release_freed()
    return index


@cache
def _set_index() -> _Index:
    found = set_examples()
    return _indexed([(kind, *framed(text)) for kind, text in found])


@cache
def _move_index() -> _Index:
    marked = [(move, *framed(text)) for move, text in move_examples()]
    return _indexed([(move, _plain_set(a), _plain_set(b)) for move, a, b in marked])


def _files(head: str) -> list[str]:
    return sorted(path.name for path in Path(__file__).parent.glob(f"{head}*.yaml"))


def _plain_set(text: str) -> str:
    """The text without what narrows a set: words for types and terrain, and figures."""
    return _figures().sub(words.GRADE, text)


@cache
def _figures() -> re.Pattern[str]:
    types = [meaning.chinese.pattern for meaning in words.table("route_types")]
    types += [meaning.english.pattern for meaning in words.table("route_types")]
    styles = (style for style in STYLES.values() if style.key not in _SAID_OTHERWISE)
    terrain = {key(word) for style in styles for word in style.words if _HAN.fullmatch(word)}
    kept = sorted(terrain, key=len, reverse=True)
    return re.compile("|".join((*(f"{word}(?!难度)" for word in kept), *types, r"\d+")))


@cache
def _profiles() -> Profiles:
    index = _index("")
    return profiles_of(index.kinds, index.kind_of, index.postings, index.weigh)


def _indexed(
    found: Sequence[tuple[str, str, str]],
    read: Callable[[str, str], Mapping[str, float]] = pieces_of,
) -> _Index:
    """The index of (kind, folded, lower), by the pieces that are read in each."""
    names: dict[str, int] = {}
    held = cells_of((read(folded, lower) for _, folded, lower in found), names)
    frequency = np.bincount(held.rows, minlength=len(names))
    rarity = np.log(1 + len(found) / (0.5 + frequency))
    sorts = np.array([WEIGHTS[piece.partition(":")[0]] for piece in names])
    weighed = Cells(held.rows, held.columns, (sorts * rarity)[held.rows])
    kinds = tuple(sorted({kind for kind, _, _ in found}))
    places = {kind: place for place, kind in enumerate(kinds)}
    return _Index(
        kinds,
        np.array([places[kind] for kind, _, _ in found], np.int32),
        weighed.of_unit_length(len(found)).postings(names, len(found)),
        rarity,
        log(1 + len(found) / 1.5),
    )


def framed(text: str) -> tuple[str, str]:
    """Key and lower case of an example, with its name and its grades in their placeholders."""
    marked = _GRADED.sub(words.GRADE, text.replace("@", words.NAME))
    parts = re.split(f"([{words.NAME}{words.GRADE}])", marked)
    return "".join(part if part in _MARKED else key(part) for part in parts), marked.casefold()
