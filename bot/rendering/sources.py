"""The source line under an answer, and the citations of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.rendering.cleaning import clean_name
from bot.schema import Citation
from knowledge.schema import Area, Card, Crag, Gym, Route, Sector, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.rendering.request import Request
    from bot.schema import Evidence

Record: TypeAlias = Route | Gym | Crag | Area | Sector | Card

INVENTED_MARK = "（虛構示範資料）"
INVENTED_MARK_EN = " (invented demo data)"


def source_ids_of(records: Iterable[Record], evidence: Evidence) -> tuple[str, ...]:
    """Sources of the records, else of everything that was searched; a card is its own source."""
    ids = dict.fromkeys(
        record.id if isinstance(record, Card) else record.source_id for record in records
    )
    known = {source.id for source in evidence.sources}
    cards = {scored.card.id for scored in evidence.cards}
    found = tuple(one for one in ids if one in known or one in cards)
    return found or tuple(source.id for source in evidence.sources)


def citations(source_ids: Iterable[str], evidence: Evidence) -> tuple[Citation, ...]:
    """The sources of a draft as the batch output names them."""
    found = []
    for source_id in source_ids:
        source = _source(source_id, evidence)
        if source is not None:
            day = source.updated_on.isoformat() if source.updated_on else ""
            found.append(Citation(source.id, clean_name(source.title), day))
    return tuple(found)


def source_line(source_ids: Sequence[str], records: Sequence[Record], request: Request) -> str:
    """The line 「📚 來源：…（更新 …）」 that ends an answer."""
    parts = []
    for source_id in source_ids:
        source = _source(source_id, request.evidence)
        if source is not None:
            parts.append(source_text(source, updated_on(source, records), zh=request.zh))
    return f"📚 來源：{'；'.join(parts)}" if request.zh else f"📚 Source: {'; '.join(parts)}"


def source_text(source: Source, day: date | None, *, zh: bool) -> str:
    """One source with its date, and the mark of the demo data."""
    title = clean_name(source.title or source.id)
    if zh:
        mark = INVENTED_MARK if source.invented else ""
        return f"{title}（更新 {day.isoformat() if day else '日期未記載'}）{mark}"
    mark = INVENTED_MARK_EN if source.invented else ""
    return f"{title} (updated {day.isoformat() if day else 'date not recorded'}){mark}"


def updated_on(source: Source, records: Iterable[Record]) -> date | None:
    """The date of the source, else the newest date of its records."""
    if source.updated_on is not None:
        return source.updated_on
    days = [
        record.updated_on
        for record in records
        if isinstance(record, Route | Gym | Crag | Area)
        and record.source_id == source.id
        and record.updated_on is not None
    ]
    return max(days, default=None)


def _source(source_id: str, evidence: Evidence) -> Source | None:
    """The source with this id; a card is presented as one."""
    source = evidence.source(source_id)
    if source is not None:
        return source
    for scored in evidence.cards:
        card = scored.card
        if card.id == source_id:
            return Source(id=card.id, title=card.source or card.title, updated_on=card.reviewed_on)
    return None
