"""Ids for rows whose source has none, so that a file read twice adds nothing.

The id is a digest of what does not change when the source exports again (day, place, name, grade,
style) and of how often the same was seen before in the file. A newer export that holds more rows
gives the old rows their old ids.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.schema import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.logbook.importers.logfile import ImportedRow

_DIGEST_CHARS = 32


def with_ids(
    rows: Iterable[ImportedRow], file: str
) -> tuple[tuple[ImportedRow, ...], tuple[Problem, ...]]:
    """The rows with ids, and those that the file holds twice under one id of its source."""
    seen: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, str], str] = {}
    kept, problems = [], []
    for row in rows:
        ascent = row.ascent
        if not ascent.source_id:
            seen[row.identity] += 1
            ascent = replace(ascent, source_id=_digest(row.identity, seen[row.identity]))
        name = (ascent.source, ascent.source_id)
        if name in first:
            problems.append(Problem(file, row.row, f"和{first[name]}是同一筆"))
            continue
        first[name] = row.row
        kept.append(replace(row, ascent=ascent))
    return tuple(kept), tuple(problems)


def _digest(identity: tuple[str, ...], occurrence: int) -> str:
    text = "\x1f".join((*identity, str(occurrence)))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_DIGEST_CHARS]
