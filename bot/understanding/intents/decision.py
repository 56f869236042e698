"""What is decided about a question, and what several rules ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.schema import Intent
from bot.understanding.examples import nearest
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

HOW_MANY = re.compile(r"[幾几]|多少|how many", re.IGNORECASE)
SHORT, SHORTEST = 24, 8
"""Characters of a key: a longer message is more than a greeting."""
BARELY, NEAR, NEAR_ENOUGH, QUITE_NEAR, VERY_NEAR = 0.27, 0.35, 0.4, 0.5, 0.6
"""Nearness of an example from which it counts; measured on the development questions."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The intent and, where the intent has several, its topic."""

    intent: Intent
    topic: str = ""


def nearness(reading: Reading, kind: str) -> float:
    """How near the question is to examples of a kind, if those are the nearest ones."""
    found = nearest(reading.folded, reading.lower)
    return found.score if found.kind == kind else 0.0


def says(reading: Reading, said: tuple[str, ...]) -> bool:
    """Whether the question holds one of these words, compared as keys."""
    return any(key(word) in reading.plain for word in said)


def distinct(mentions: tuple[NameMention, ...]) -> int:
    """How many different records these names mean."""
    return len({mention.ids for mention in mentions})


def nested(places: tuple[NameMention, ...]) -> bool:
    """Whether all places lie inside one another: 「龍洞的大禮堂」 is one place, not two."""
    ids = sorted({place.ids[0] for place in places}, key=len)
    return all(inner.startswith(outer + "/") for outer, inner in pairwise(ids))
