"""Where a file's facts come from, as its metadata says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.importers.days import taipei_day
from knowledge.schema import Source

if TYPE_CHECKING:
    from datetime import date

    from knowledge.importers.fields import Row

UNKNOWN_LICENCE = "授權未註明"


def read_source(metadata: Row, source_id: str, title: str, updated_on: date | None) -> Source:
    """The source of a file.

    Args:
        metadata: The ``metadata`` object of the file.
        source_id: The id when the metadata gives none.
        title: The title when the metadata gives none.
        updated_on: The day of the records when the metadata gives none.
    """
    return Source(
        id=metadata.text("id") or source_id,
        title=metadata.text("source", "title") or title,
        url=metadata.text("sourceUrl", "url", "maintainerUrl"),
        maintainer=metadata.text("maintainer"),
        licence=metadata.text("licence", "license") or UNKNOWN_LICENCE,
        updated_on=taipei_day(metadata.text("lastUpdated", "updatedAt")) or updated_on,
        attribution=metadata.text("attribution"),
        invented=metadata.values.get("invented") is True,
    )
