"""Files on their way in: read, put under their source, kept to the scope of their sender."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from knowledge.errors import UnreadableFileError
from knowledge.importers import expand, read_file
from knowledge.importers.files import shown_name
from knowledge.importers.sources import UNKNOWN_LICENCE
from knowledge.schema import Area, Crag, Gym, Problem, Records, Route, Sector, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from knowledge.knowledge_base.known import Known

_MARK = "\x00"
"""Before the source of a row that is told again, while the others are looked for."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file as it was read."""

    name: str
    digest: str
    records: Records


def read_files(paths: Iterable[Path]) -> tuple[list[FileRead], list[Problem]]:
    """Every file that can be read, and a problem for each that cannot."""
    read: list[FileRead] = []
    unreadable: list[Problem] = []
    for path in expand(paths):
        try:
            records = read_file(path)
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            read.append(FileRead(shown_name(path), digest, records))
        except UnreadableFileError as error:
            unreadable.append(Problem(error.file, "", error.reason))
    return read, unreadable


def tells_of_places(records: Records) -> bool:
    """Whether there is more than notices in the records."""
    return bool(records.crags or records.gyms or records.routes or records.areas)


def of_source(read: FileRead, name: str, known: Known) -> FileRead:
    """The file with all its rows under the source of that name."""
    if not name:
        return read
    records = read.records
    told = next(iter(records.sources), Source(name, name))
    before = known.catalogue.source(name) or known.board.source(name)
    told = _told_of(told, before, name)
    records = _with_sources(replace(records, sources=()), lambda _: name)
    notices = (replace(it, notice=replace(it.notice, source_id=name)) for it in records.notices)
    return replace(read, records=replace(records, sources=(told,), notices=tuple(notices)))


def within_scope(read: list[FileRead], scope: str | None) -> tuple[list[FileRead], list[Problem]]:
    """The files with what a server's admin may load; a notice without a scope becomes theirs."""
    if scope is None:
        return read, []
    kept: list[FileRead] = []
    problems: list[Problem] = []
    for it in read:
        if tells_of_places(it.records):
            problems.append(
                Problem(it.name, "", "伺服器管理員只能更新公告，不能更新岩場或岩館資料")
            )
        mine = []
        for each in it.records.notices:
            if each.notice.scope in ("", scope):
                mine.append(replace(each, notice=replace(each.notice, scope=scope)))
            else:
                problems.append(Problem(it.name, each.row, "這則公告屬於別的伺服器"))
        only = Records(
            sources=it.records.sources, notices=tuple(mine), problems=it.records.problems
        )
        kept.append(replace(it, records=only))
    return kept, problems


def marked(records: Records) -> Records:
    """The records with a mark on their sources, to tell them from older ones of the same source."""
    return _with_sources(records, lambda source: _MARK + source)


def told_again(records: Records) -> Records:
    """The merged records, of which no marked one comes from its own older form."""
    return replace(records, routes=_of_one(records.routes), gyms=_of_one(records.gyms))


def unmarked(records: Records) -> Records:
    """The records without the mark."""
    return _with_sources(records, lambda source: source.removeprefix(_MARK))


S = TypeVar("S", Route, Gym)


def _of_one(records: tuple[S, ...]) -> tuple[S, ...]:
    return tuple(
        replace(it, also_from=tuple(one for one in it.also_from if _MARK + one != it.source_id))
        if it.also_from
        else it
        for it in records
    )


def _told_of(told: Source, before: Source | None, name: str) -> Source:
    """The source under its name, with what was known of it where the file says nothing."""
    if before is None:
        return replace(told, id=name, title=name)
    silent = {
        field.name: getattr(before, field.name)
        for field in fields(Source)
        if getattr(told, field.name) in ("", None, False, UNKNOWN_LICENCE)
    }
    return replace(told, **{**silent, "id": name, "title": before.title})


def _with_sources(records: Records, named: Callable[[str], str]) -> Records:
    """The records with every source under another id."""
    return replace(
        records,
        sources=_once(replace(it, id=named(it.id)) for it in records.sources),
        crags=_renamed(records.crags, named),
        areas=_renamed(records.areas, named),
        sectors=_renamed(records.sectors, named),
        routes=_renamed(records.routes, named),
        gyms=_renamed(records.gyms, named),
    )


def _once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, as it was told last, in the place where it was told first."""
    return tuple({source.id: source for source in sources}.values())


R = TypeVar("R", Crag, Area, Sector, Route, Gym)


def _renamed(records: tuple[R, ...], named: Callable[[str], str]) -> tuple[R, ...]:
    return tuple(replace(record, source_id=named(record.source_id)) for record in records)
