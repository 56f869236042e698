"""Files against what is known: what would change, and everything that speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.importers import merge
from knowledge.importers.notices import PlacedNotice, PlaceNames, place_notices
from knowledge.knowledge_base.diff import (
    NO_DIFF,
    Diff,
    compare_notices,
    compare_records,
    compare_sources,
)
from knowledge.knowledge_base.incoming import (
    FileRead,
    marked,
    of_source,
    read_files,
    tells_of_places,
    told_again,
    unmarked,
    within_scope,
)
from knowledge.knowledge_base.names import RecordNames
from knowledge.knowledge_base.provenance import hollow, without_source
from knowledge.schema import Notice, Problem, Records
from knowledge.snapshots import Board, Contents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.knowledge_base.known import Known

FORESIGHT_DAYS = 1
"""How far after today a report may be dated: somebody's clock is ahead."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to be loaded."""

    paths: tuple[Path, ...]
    source: str = ""
    """Name of the source that all rows come from; empty for what the files say."""
    replace: bool = False
    """What the source held and the files no longer tell is removed."""
    accept_good_rows: bool = False
    """Rows with mistakes are left out instead of stopping everything."""
    scope: str | None = None
    """The server whose notices alone may be loaded; ``None`` for an operator's files."""
    today: date = date.max
    """Reports dated later are mistakes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a request would do."""

    parent: int | None
    """The version that it was worked out on."""
    contents: Contents | None
    """The new version; ``None`` when nothing would change."""
    diff: Diff = NO_DIFF
    problems: tuple[Problem, ...] = ()
    """Mistakes: files that cannot be read, rows that were left out or mended."""
    remarks: tuple[Problem, ...] = ()
    """What happened along the way and is no mistake of the files."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Name of each file that was read → SHA-256."""
    source: str = ""
    refused: bool = False
    """Whether the problems stop it."""
    unreadable: tuple[Problem, ...] = ()
    """Those of the problems that are whole files."""
    scope: str = ""
    """The server whose notices it changes; empty for global data."""


def plan(known: Known, request: Request) -> Plan:
    """What the request would do to what is known; nothing is written."""
    read, unreadable = read_files(request.paths)
    problems = list(unreadable)
    read = [of_source(it, request.source, known) for it in read]
    read, refused = within_scope(read, request.scope)
    problems += [*refused, *(problem for it in read for problem in it.records.problems)]
    catalogue, remarks = _catalogue(known, read, request)
    placed, unplaced = place_all(read, RecordNames(catalogue) if catalogue else known.names)
    placed, late = _not_from_tomorrow(placed, request.today)
    board, taken, orphans = _board(known, placed, read, request, catalogue)
    problems += [*unplaced, *late, *taken]
    diff = _diff(known, catalogue, board)
    stopped = bool(problems) and not request.accept_good_rows
    changed = bool(diff) or board != known.board or (catalogue is not None and not known.stays)
    names = request.source or "、".join(it.name for it in read)
    return Plan(
        parent=known.number,
        contents=None if stopped or not changed else _contents(known, catalogue, board),
        diff=diff,
        problems=tuple(problems),
        remarks=(*known.damage, *remarks, *orphans),
        files={it.name: it.digest for it in read},
        source=names,
        refused=stopped,
        unreadable=tuple(unreadable),
        scope=request.scope or "",
    )


def place_all(
    read: Iterable[FileRead], names: PlaceNames
) -> tuple[list[PlacedNotice], list[Problem]]:
    """Every notice of the files that has a place, and what was not found."""
    placed: dict[str, PlacedNotice] = {}
    problems: list[Problem] = []
    for it in read:
        found, unclear = place_notices(it.records.notices, names, it.name)
        problems += unclear
        for each in found:
            earlier = placed.setdefault(each.notice.id, each)
            if earlier is not each:
                where = f"{earlier.file} {earlier.row}"
                reason = f"和 {where} 是同一則（編號「{each.notice.id}」），請只留一則"
                problems.append(each.problem(reason))
    return list(placed.values()), problems


def _contents(known: Known, catalogue: Records | None, board: Board) -> Contents:
    if catalogue is None and known.snapshot is not None and known.snapshot.is_current:
        return Contents(known.snapshot, board)
    return Contents(catalogue if catalogue is not None else known.records, board)


def _catalogue(
    known: Known, read: list[FileRead], request: Request
) -> tuple[Records | None, list[Problem]]:
    """The new catalogue, ``None`` when the old one stays; and what the merging remarked."""
    telling = [it for it in read if tells_of_places(it.records)]
    replaced = _replaced_sources(read, request) if request.scope is None else set()
    held = {source.id for source in known.catalogue.sources()} & replaced
    if not telling and not held:
        return None, []
    merged = hollow(known.records, held) if held else known.records
    remarks: list[Problem] = []
    for it in telling:
        merged = merge(merged, marked(it.records) if held else it.records)
        remarks += [replace(problem, file=it.name) for problem in merged.problems]
        merged = replace(merged, problems=())
    remarks += _made_room(telling, merged)
    merged = told_again(merged) if held else merged
    for source in held:
        merged = without_source(merged, source)
    merged = unmarked(merged) if held else merged
    return (None if merged == known.records and known.stays else merged), remarks


def _made_room(telling: list[FileRead], merged: Records) -> list[Problem]:
    """A word on files of demo data that real ones displace, so that nobody looks for them."""
    held = {source.id for source in merged.sources}
    return [
        Problem(it.name, "", "是虛構的示範資料，和真實資料不放在一起，沒有載入")
        for it in telling
        if it.records.sources and all(s.invented and s.id not in held for s in it.records.sources)
    ]


def _replaced_sources(read: list[FileRead], request: Request) -> set[str]:
    if not request.replace:
        return set()
    return {request.source} if request.source else {s.id for it in read for s in it.records.sources}


def _not_from_tomorrow(
    placed: list[PlacedNotice], today: date
) -> tuple[list[PlacedNotice], list[Problem]]:
    latest = date.max if today == date.max else today + timedelta(days=FORESIGHT_DAYS)
    late = [it for it in placed if it.notice.reported_on > latest]
    problems = [it.problem(f"公告日期 {it.notice.reported_on} 在未來") for it in late]
    return [it for it in placed if it.notice.reported_on <= latest], problems


def _board(
    known: Known,
    placed: list[PlacedNotice],
    read: list[FileRead],
    request: Request,
    catalogue: Records | None,
) -> tuple[Board, list[Problem], list[Problem]]:
    """The new board, the notices whose id is somebody else's, and those that lost their place."""
    held = known.board
    if catalogue is not None and _gave_way(known, catalogue):
        held = Board()
    notices = dict(held.by_id)
    taken: list[Problem] = []
    told: set[str] = set()
    for it in placed:
        notice = it.notice
        before = notices.get(notice.id)
        if before and (before.source_id, before.scope) != (notice.source_id, notice.scope):
            taken.append(it.problem(f"編號「{notice.id}」已經是另一個來源的公告"))
            continue
        told.add(notice.id)
        notices[notice.id] = notice
    replaced = _replaced_sources(read, request)
    for notice in held.notices:
        mine = request.scope in (None, notice.scope)
        if mine and notice.source_id in replaced and notice.id not in told:
            del notices[notice.id]
    sources = (source for it in read for source in it.records.sources)
    board, orphans = with_places(held.with_notices(notices.values(), sources), catalogue)
    return board, taken, orphans


def with_places(board: Board, catalogue: Records | None) -> tuple[Board, list[Problem]]:
    """The board without the notices whose place a new catalogue holds no more, and a word each."""
    orphans = _orphans(board.notices, catalogue)
    lost = {orphan.row for orphan in orphans}
    kept = (notice for notice in board.notices if notice.id not in lost)
    return (board.with_notices(kept) if lost else board), orphans


def _gave_way(known: Known, catalogue: Records) -> bool:
    """Whether the demo data make room for the first real ones."""
    demo = bool(known.records.sources) and all(it.invented for it in known.records.sources)
    return demo and not all(it.invented for it in catalogue.sources)


def _orphans(notices: Iterable[Notice], catalogue: Records | None) -> list[Problem]:
    """The notices whose place is in the catalogue no more."""
    if catalogue is None:
        return []
    names = RecordNames(catalogue)
    lost = (notice for notice in notices if names.with_id(notice.about_id) is None)
    return [
        Problem("公告", notice.id, f"「{notice.title}」的對象已經不在資料裡，公告一併移除")
        for notice in lost
    ]


def _diff(known: Known, catalogue: Records | None, board: Board) -> Diff:
    records = NO_DIFF if catalogue is None else compare_records(known.records, catalogue)
    return Diff((*records.changes, *notices_diff(known, catalogue, board).changes))


def notices_diff(known: Known, catalogue: Records | None, board: Board) -> Diff:
    """What is different about the notices; ``catalogue`` is the new one, if there is one."""
    after = RecordNames(catalogue) if catalogue is not None else known.names

    def place_of(record_id: str) -> str:
        place = after.with_id(record_id) or known.names.with_id(record_id)
        return (place.crag or place.name) if place else ""

    notices = compare_notices(known.board.notices, board.notices, place_of)
    sources = compare_sources(known.board.sources, board.sources)
    return Diff((*sources.changes, *notices.changes))
