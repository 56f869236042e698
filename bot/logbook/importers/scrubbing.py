"""What is kept of a source row: the climber's own, without other people.

Columns that name others are dropped whole; addresses and numbers are taken out of the rest. The
climber's note lives in the ascent itself, so the row's copy of it is dropped too: it could name
anybody.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REMOVED = "[已移除]"

_EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]++(?:@|＠|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_PHONE = re.compile(
    r"(?<![\w./-])(?:"
    r"(?:\+?886[\s-]?|0)9\d{2}[\s-]?\d{3}[\s-]?\d{3}"
    r"|(?:\+?886[\s-]?|0)[2-8]\d?[\s-]\d{3,4}[\s-]?\d{4}"
    r"|\(0\d{1,2}\)\s?\d{3,4}[\s-]?\d{4}"
    r"|\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d(?:[\s.-]?\d){6,11}"
    r"|\(?[2-9]\d{2}\)?[\s.-]\d{3}[.-]\d{4}"
    r")(?![\w-])"
)
_NAMES_OTHERS = re.compile(
    r"partner|belay|climbed with|^with$|mail|phone|\buser|friend|companion"
    r"|同伴|夥伴|繩伴|確保者|電話|信箱",
    re.IGNORECASE,
)
_LONGEST = 2_000
"""Characters of a cell that is kept; nothing that a site documents is longer, notes aside."""


def scrubbed(text: str) -> str:
    """A text without e-mail addresses and phone numbers; scrubbing twice changes nothing."""
    return _PHONE.sub(REMOVED, _EMAIL.sub(REMOVED, text))


def raw_row(cells: Mapping[str, object], *, without: frozenset[str] = frozenset()) -> str:
    """A source row as JSON: its filled cells but for the columns that are not to be kept.

    Columns that name others are left out in any case: people add their own to a spreadsheet.
    """
    kept = {
        name: scrubbed(value) if isinstance(value, str) else value
        for name, value in cells.items()
        if name not in without and not _NAMES_OTHERS.search(name) and _is_kept(value)
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""


def _is_kept(value: object) -> bool:
    if isinstance(value, str):
        return 0 < len(value) <= _LONGEST
    return isinstance(value, int | float)
