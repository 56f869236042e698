"""Sources: what each holds, removing one, and the proof that nothing of it is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.errors import UnknownSourceError
from knowledge.knowledge_base.diff import compare_records
from knowledge.knowledge_base.known import Known
from knowledge.knowledge_base.planning import Plan, notices_diff, with_places
from knowledge.knowledge_base.provenance import comes_from, without_source
from knowledge.knowledge_base.publishing import publish_plan
from knowledge.knowledge_base.reloading import ReloadReport
from knowledge.schema import Source
from knowledge.snapshots import Contents, Entry

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base.actor import Actor
    from knowledge.knowledge_base.opening import KnowledgeBase


@dataclass(frozen=True, slots=True)
class SourceHolding:
    """A source and how many records come from it."""

    source: Source
    records: int
    notices: int


def holdings(held: KnowledgeBase) -> tuple[SourceHolding, ...]:
    """Every source with what comes from it."""
    records = held.catalogue.records()
    tables = (records.crags, records.areas, records.sectors, records.routes, records.gyms)
    return tuple(
        SourceHolding(
            source,
            sum(comes_from(record, source.id) for table in tables for record in table),
            sum(notice.source_id == source.id for notice in held.board.notices),
        )
        for source in held.sources
    )


def forget_source(
    data_dir: Path, name: str, actor: Actor, *, now: datetime | None = None
) -> ReloadReport:
    """A new version without everything that came from a source (its id or its title).

    Earlier versions still hold it until they are swept up: ``purge`` does that at once.

    Raises:
        NotAllowedError: When the actor is no operator.
        UnknownSourceError: When nothing comes from it.
        ImportLockedError: When another import is running.
    """
    actor.may_touch("")
    with snapshots.import_lock(data_dir), Known.of(data_dir) as known:
        planned = _without(known, name)
        made = publish_plan(data_dir, planned, "forget", actor, now or datetime.now(UTC))
    return ReloadReport(planned, made.number, committed=True)


def plan_forgetting(data_dir: Path, name: str) -> Plan:
    """What forgetting a source would remove; nothing is written.

    Raises:
        UnknownSourceError: When nothing comes from it.
    """
    with Known.of(data_dir) as known:
        return _without(known, name)


def traces_of(held: KnowledgeBase, source_id: str) -> tuple[str, ...]:
    """Everywhere in an open version where something of a source is left; none proves its removal.

    Looks through the stored rows, the notices, the names that questions are searched for and the
    texts of the free-text index: each of them must belong to a record that is still there, and no
    record may come from the source.
    """
    records = held.catalogue.records()
    tables = (records.crags, records.areas, records.sectors, records.routes, records.gyms)
    found = [
        f"{type(record).__name__.lower()} {record.id}"
        for table in tables
        for record in table
        if comes_from(record, source_id)
    ]
    found += [f"source {it.id}" for it in held.sources if it.id == source_id]
    found += [f"notice {it.id}" for it in held.board.notices if it.source_id == source_id]
    known = {record.id for table in tables for record in table}
    known |= {card.id for card in held.cards}
    found += [f"name of {it}" for it in held.gazetteer.record_ids() if it not in known]
    found += [f"text of {it}" for it in held.retriever.record_ids() if it not in known]
    return tuple(found)


def purge(data_dir: Path, actor: Actor, *, now: datetime | None = None) -> tuple[int, ...]:
    """Remove the files of every version but the current one; nothing can be gone back to then.

    A version that stands on the catalogue of an earlier one is written anew first. The history
    keeps its lines, with the names of what was changed.

    Raises:
        NotAllowedError: When the actor is no operator.
        ImportLockedError: When another import is running.
        EmptyCatalogueError: When nothing was imported yet.
    """
    actor.may_touch("")
    with snapshots.import_lock(data_dir):
        held = snapshots.current(data_dir)
        if held.base != held.number:
            with Known.of(data_dir) as known:
                told = Entry(0, known.number, "", who=actor.id, action="purge")
                contents = Contents(known.records, known.board)
                held = snapshots.publish(data_dir, contents, now or datetime.now(UTC), told)
        return snapshots.sweep(data_dir, held)


def _without(known: Known, name: str) -> Plan:
    source_id = _source_id(known, name)
    records = without_source(known.records, source_id)
    catalogue = None if records == known.records else records
    kept = (it for it in known.board.notices if it.source_id != source_id)
    board, orphans = with_places(known.board.with_notices(kept), catalogue)
    diff = compare_records(known.records, records)
    if catalogue is None and known.snapshot is not None and known.snapshot.is_current:
        contents = Contents(known.snapshot, board)
    else:
        contents = Contents(records, board)
    notices = notices_diff(known, catalogue, board)
    return Plan(
        parent=known.number,
        contents=contents,
        diff=type(diff)((*diff.changes, *notices.changes)),
        remarks=tuple(orphans),
        source=source_id,
    )


def _source_id(known: Known, name: str) -> str:
    sources = {it.id: it for it in (*known.catalogue.sources(), *known.board.sources)}
    if name in sources:
        return name
    titled = [it.id for it in sources.values() if it.title == name]
    if len(titled) != 1:
        raise UnknownSourceError(name, tuple(sources))
    return titled[0]
