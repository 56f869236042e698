"""The source line under an answer, and the citations of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.rendering.cleaning import clean_name
from bot.schema import Citation
from knowledge.importers.sources import UNKNOWN_LICENCE
from knowledge.schema import Area, Card, Crag, Gym, Notice, Route, Sector, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.rendering.request import Request
    from bot.schema import Evidence

Record: TypeAlias = Route | Gym | Crag | Area | Sector | Card | Notice

INVENTED_MARK = "（虛構示範資料）"
INVENTED_MARK_EN = " (invented demo data)"

SOURCE_MARK = "📚"
"""What a line of sources begins with."""


def source_ids_of(records: Iterable[Record], evidence: Evidence) -> tuple[str, ...]:
    """Sources of the records, else of everything that was searched; a card is its own source."""
    ids = dict.fromkeys(one for record in records for one in _sources_of(record))
    known = {source.id for source in evidence.sources}
    cards = {scored.card.id for scored in evidence.cards}
    found = tuple(one for one in ids if one in known or one in cards)
    if found:
        return found
    board = {notice.source_id for notice in evidence.notices} - _catalogue_sources(evidence)
    return tuple(source.id for source in evidence.sources if source.id not in board)


def _sources_of(record: Record) -> tuple[str, ...]:
    """Where a record comes from; a table's row may have kept fields of other sources."""
    if isinstance(record, Card):
        return (record.id,)
    others = record.also_from if isinstance(record, Route | Gym) else ()
    return (record.source_id, *others)


def _catalogue_sources(evidence: Evidence) -> frozenset[str]:
    """Sources of records, and not of notices alone: those are named where they are quoted."""
    records = (
        *(evidence.routes, evidence.near_misses, evidence.crags, evidence.areas, evidence.gyms),
    )
    return frozenset(record.source_id for held in records for record in held)


def citations(source_ids: Iterable[str], evidence: Evidence) -> tuple[Citation, ...]:
    """The sources of a draft as the batch output names them."""
    found = []
    for source_id in source_ids:
        source = _source(source_id, evidence)
        if source is not None:
            updated = updated_on(source, evidence.notices)
            day = updated.isoformat() if updated else ""
            found.append(Citation(source.id, clean_name(source.title), day))
    return tuple(found)


def source_line(source_ids: Sequence[str], records: Sequence[Record], request: Request) -> str:
    """The line 「📚 來源：…（更新 …）」 that ends an answer."""
    parts = []
    board = {record.source_id for record in records if isinstance(record, Notice)}
    for source_id in source_ids:
        source = _source(source_id, request.evidence)
        if source is not None:
            text = source_text(source, updated_on(source, records), zh=request.zh)
            parts.append(text + (_terms(source, zh=request.zh) if source_id in board else ""))
    if request.zh:
        return f"{SOURCE_MARK} 來源：{'；'.join(parts)}"
    return f"{SOURCE_MARK} Source: {'; '.join(parts)}"


def source_text(source: Source, day: date | None, *, zh: bool) -> str:
    """One source with its date, and the mark of the demo data."""
    title = clean_name(source.title or source.id)
    if zh:
        mark = INVENTED_MARK if source.invented else ""
        return f"{title}（更新 {day.isoformat() if day else '日期未記載'}）{mark}"
    mark = INVENTED_MARK_EN if source.invented else ""
    return f"{title} (updated {day.isoformat() if day else 'date not recorded'}){mark}"


def _terms(source: Source, *, zh: bool) -> str:
    """Licence and attribution of a source of notices: other people's own words are quoted."""
    licence, credit = clean_name(source.licence), clean_name(source.attribution)
    named = licence if not licence or "授權" in licence else f"授權 {licence}"
    if not zh and licence:
        named = "licence not stated" if licence == UNKNOWN_LICENCE else f"licence {licence}"
    told = [part for part in (named, credit) if part]
    if not told:
        return ""
    return f"（{'；'.join(told)}）" if zh else f" ({'; '.join(told)})"


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
    days += [
        record.reported_on
        for record in records
        if isinstance(record, Notice) and record.source_id == source.id
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
