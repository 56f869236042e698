"""Invented notices for the tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.schema import Notice, Source

BOARD_SOURCE = Source("board", "測試公告", licence="CC0", invented=True)
DAY = date(2026, 11, 20)


def notice(notice_id: str = "n-1", **fields: Any) -> Notice:
    """A closure of the crag ``cape`` unless the fields say otherwise."""
    given: dict[str, Any] = {
        "about_id": "cape",
        "kind": "closure",
        "title": "北牆整修",
        "text": "落石清理，暫停攀登。",
        "reported_on": DAY,
        "source_id": "board",
        **fields,
    }
    return Notice(id=notice_id, **given)
