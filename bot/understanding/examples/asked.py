"""What is asked of a set of routes, as learned from examples: how likely each operation is.

To list them all, to count them, the first by a measure, how many of each, or which to climb. People
ask for a list in few words, and for a route to climb in a hundred: with whom, how they feel, what
for. So the model sees, besides pieces of the words, which tables of words found something and how
much they left over. It is learned from ``sets*.yaml`` by ``python -m bot.evaluation.learning`` and
kept in ``asked.npz``.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.cues import find_cues
from bot.understanding.examples.linear import Model, load
from bot.understanding.fields import without_fields
from bot.understanding.slots import find_order
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.terms import STYLES
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS = Path(__file__).with_name("asked.npz")
OPERATIONS = frozenset({"list", "count", "superlative", "distribution", "recommend"})
_CUES = frozenset({*OPERATIONS, "recommend_weak", "compare"})
_STEM = 7
"""Letters of an English word that count."""
_MARKS = {NAME: "地", GRADE: "级度", DAY: "日子"}
_COUNTED = ((NAME, "name"), (GRADE, "grade"), (DAY, "day"))
_OWN = re.compile(r"我|\b(?:i|my|we|me|us|our)\b")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ENGLISH = re.compile("[a-z]{3,}")
_PLACEHOLDER = re.compile(f"[{NAME}{GRADE}{DAY}]")
_SAID_OTHERWISE = frozenset({"warmup", "beginner", "classic"})
"""Styles that say which routes are wanted rather than what the rock is like."""
_LENGTHS, _LENGTH = 4, 8
_LEFTOVERS, _LEFT = 4, 2


def pieces(lower: str) -> Counter[str]:
    """What a question is made of.

    Args:
        lower: The lower-case question with placeholders for names, grades and days.
    """
    folded = "".join(part if part in _MARKS else key(part) for part in _parts(lower))
    facts = _facts(folded, lower)
    lower = _in_english().sub(" ", lower)
    plain = _plain("".join(_MARKS.get(part) or key(part) for part in _parts(lower)))
    found: Counter[str] = Counter()
    found.update(f"char:{char}" for char in plain if _HAN.match(char))
    edged = f"^{plain}$"
    found.update(f"pair:{a}{b}" for a, b in pairwise(edged))
    found.update(f"triple:{edged[at : at + 3]}" for at in range(len(plain)))
    latin = [word[:_STEM] for word in _LATIN.findall(lower)]
    found.update(f"word:{word}" for word in latin)
    found.update(f"words:{a} {b}" for a, b in pairwise(["^", *latin, "$"]) if latin)
    found.update(f"is:{fact}" for fact in facts)
    return found


def _parts(text: str) -> list[str]:
    return [part for part in re.split(f"([{NAME}{GRADE}{DAY}])", text) if part]


def _facts(folded: str, lower: str) -> set[str]:
    """What stands in it, by the tables of words, and how much they leave."""
    found = {"any", f"length{min(_LENGTHS, len(folded) // _LENGTH)}"}
    for mark, name in _COUNTED:
        count = lower.count(mark)
        found |= {name} if count else set()
        found |= {f"{name}s"} if count > 1 else set()
    found |= {f"cue-{cue}" for cue in find_cues(folded, lower) & _CUES}
    said = ((_types(), "type"), (_styles(), "style"), (_in_english(), "english"))
    found |= {name for words_, name in said if words_.search(folded) or words_.search(lower)}
    found |= {"?"} if "?" in lower or "？" in lower else set()
    if _OWN.search(lower):
        found.add("own")
    if find_order(folded, lower):
        found.add("order")
    return found | {f"left{min(_LEFTOVERS, (_left_over(folded, lower) + 1) // _LEFT)}"}


def _left_over(folded: str, lower: str) -> int:
    """How many characters no table of words knows; an English word counts as two."""
    folded = _styles().sub("", _types().sub("", _PLACEHOLDER.sub("", without_fields(folded))))
    lower = _PLACEHOLDER.sub(" ", lower)
    for name in ("intents", "domains", "fillers"):
        for meaning in words.table(name):
            if meaning.name != "climbing":
                folded = meaning.chinese.sub("", folded)
                lower = meaning.english.sub(" ", lower)
    return len(_HAN.findall(folded)) + 2 * len(_ENGLISH.findall(lower))


def _plain(text: str) -> str:
    """One character for every word for a type, for terrain, and for a figure."""
    return re.sub(r"\d+", "数", _styles().sub("貌", _types().sub("型", text)))


@cache
def _types() -> re.Pattern[str]:
    return re.compile("|".join(each.chinese.pattern for each in words.table("route_types")))


@cache
def _in_english() -> re.Pattern[str]:
    """Words for types and terrain in English, which an example need not hold."""
    types = [each.english.pattern for each in words.table("route_types")]
    terrain = [
        rf"\b{word}\b"
        for style in STYLES.values()
        if style.key not in _SAID_OTHERWISE
        for word in style.words
        if word.isascii()
    ]
    return re.compile("|".join((*types, *terrain)))


@cache
def _styles() -> re.Pattern[str]:
    styles = (style for style in STYLES.values() if style.key not in _SAID_OTHERWISE)
    terrain = {key(word) for style in styles for word in style.words if _HAN_RUN.fullmatch(word)}
    return re.compile("|".join(sorted(terrain, key=lambda word: (-len(word), word))))


@cache
def model() -> Model:
    """The model that is shipped."""
    return load(WEIGHTS)


@lru_cache(maxsize=256)
def likely(lower: str) -> Mapping[str, float]:
    """How likely each operation is that a question asks of a set of routes."""
    return model().likely(pieces(lower))


def is_word_of_sets(word: str) -> bool:
    """Whether a lower-case English word stands in the examples, and so is no name: ``max``."""
    return f"word:{word[:_STEM]}" in model().rows
