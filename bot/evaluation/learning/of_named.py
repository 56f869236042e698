"""The phrasings of the development splits about what is named, ready to be learned from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from bot.evaluation.learning.of_words import SLOTS, TODAY
from bot.evaluation.learning.reading import read_example
from bot.understanding.conditions import gather
from bot.understanding.words import DAY
from knowledge.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.understanding import Vocabulary
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import Kind

PLACES: tuple[Kind, ...] = ("crag", "area", "sector")
TALK = frozenset({"live", "safety", "community", "emergency", "personal"})
"""Golds of talk that may stand beside a name."""
_SLOT = re.compile(r"\{(\w+?)(\d?)(?:\|\w+)?\}")
_NAMES = {"{c}": "@", "{r}": "@", "{g}": "5.10b", "{d}": "12/24"}

Named = tuple[str, str, "tuple[Kind, ...]"]
"""What is asked, the text with ``@`` for names, and the kinds of these."""


def phrasings(folder: Path, ask_of: Callable[[str, dict[str, Any]], str]) -> Iterator[Named]:
    """What opens a talk in the development files, with its slots: ask, text, kinds of places.

    Args:
        folder: Where the files are.
        ask_of: The ask of a gold with its arguments; empty for none that is learned.
    """
    for path in sorted(folder.glob("development*.yaml")):
        file: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for template in file["templates"]:
            ask = ask_of(str(template["gold"]), template.get("args") or {})
            if ask and not template.get("history"):
                for text in template["texts"]:
                    yield ask, text, tuple(kind for kind in PLACES if "{" + kind in text)


def filled(text: str) -> str:
    """The phrasing with something in each of its slots."""
    return _SLOT.sub(lambda match: _value(match[1]), text)


def _value(slot: str) -> str:
    value = SLOTS.get(slot, "")
    return _NAMES.get(value, value)


def read_named(
    text: str, kinds: tuple[Kind, ...], vocabulary: Vocabulary
) -> tuple[Reading, Conditions]:
    """An example read, its days in their placeholders."""
    days = find_dates(text, TODAY)
    for day in reversed(days):
        text = text[: day.start] + DAY + text[day.end :]
    reading = read_example(text, kinds, days)
    return reading, gather(reading, vocabulary)
