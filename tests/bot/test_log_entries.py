"""What a member tells, as entries of the log."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.understanding import Vocabulary
from bot.understanding.personal.entries import read_entries
from bot.understanding.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.personal import Entry
    from knowledge.knowledge_base import KnowledgeBase

TODAY = date(2026, 11, 20)
ROWS = [
    line.split(" ⇒ ")
    for line in Path(__file__).with_name("log_messages.txt").read_text("utf-8").splitlines()
    if " ⇒ " in line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def told(demo_knowledge: KnowledgeBase) -> Callable[[str], str]:
    catalogue, gazetteer = demo_knowledge.catalogue, demo_knowledge.gazetteer
    vocabulary = Vocabulary.build(catalogue.crags(), catalogue.all_routes(), catalogue.all_gyms())

    def tell(text: str) -> str:
        reading = read(text, TODAY, gazetteer, vocabulary)
        entries = read_entries(reading, vocabulary.route_names, gazetteer, TODAY).entries
        said = [(described, len(list(same))) for described, same in groupby(map(describe, entries))]
        return " ; ".join(f"{one} x{count}" if count > 1 else one for one, count in said)

    return tell


def describe(entry: Entry) -> str:
    ascent = entry.ascent
    parts = [ascent.route_name, ascent.colour, ascent.grade]
    parts += [ascent.result if "result" in entry.told else "", str(ascent.day or "")]
    parts += [f"attempts={ascent.attempts}"] if ascent.attempts else []
    parts += [f"mode={ascent.mode}"] if "mode" in entry.told else []
    parts += [
        f"{name}={getattr(ascent, name)}"
        for name in ("gym", "crag", "own_grade", "rating", "notes")
        if name in entry.told
    ]
    parts += ["days"] if "days" in entry.told else []
    parts += [f"→{len(entry.route_ids)}"] if entry.route_ids else []
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_message_means_these_entries(
    text: str, expected: str, told: Callable[[str], str]
) -> None:
    assert told(text) == expected


def test_a_message_never_becomes_more_entries_than_anybody_climbs(
    told: Callable[[str], str],
) -> None:
    assert told("今天 " + "、".join("右手 RP" for _ in range(200))).count("x30") == 1
