"""What must hold of any set of records before it may be asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from knowledge.schema import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.schema import Records, Route

KINDS = {
    "sources": "來源",
    "crags": "岩場",
    "areas": "區域",
    "sectors": "牆面",
    "routes": "路線",
    "gyms": "岩館",
}
"""The kinds of records, as people call them."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _Sourced(_Identified, Protocol):
    @property
    def source_id(self) -> str: ...


class _Placed(_Sourced, Protocol):
    @property
    def crag_id(self) -> str: ...


def check_records(records: Records) -> tuple[Problem, ...]:
    """Everything that contradicts itself: double ids, missing places, impossible values."""
    return tuple(_problems(records))


def _problems(records: Records) -> Iterator[Problem]:
    for kind, word in KINDS.items():
        for name, times in _doubles(getattr(records, kind)):
            yield Problem(word, name, f"編號出現 {times} 次")
    yield from _broken_links(records)
    for route in records.routes:
        for reason in _oddities(route):
            yield Problem("路線", route.id, reason)


def _doubles(records: Iterable[_Identified]) -> list[tuple[str, int]]:
    times = Counter(record.id for record in records)
    return [(name, count) for name, count in times.items() if count > 1 or not name]


def _broken_links(records: Records) -> Iterator[Problem]:
    sources = {source.id for source in records.sources}
    crags = {crag.id for crag in records.crags}
    areas = {"", *(area.id for area in records.areas)}
    walls = {"", *(wall.id for wall in records.sectors)}
    placed: list[_Placed] = [*records.areas, *records.sectors, *records.routes]
    sourced: list[_Sourced] = [*records.crags, *placed, *records.gyms]
    links = (
        *((record.id, "來源", record.source_id, sources) for record in sourced),
        *((record.id, "岩場", record.crag_id, crags) for record in placed),
        *((wall.id, "區域", wall.area_id, areas) for wall in records.sectors),
        *((route.id, "區域", route.area_id, areas) for route in records.routes),
        *((route.id, "牆面", route.sector_id, walls) for route in records.routes),
    )
    for record_id, word, target, known in links:
        if target not in known:
            yield Problem("", record_id, f"{word}「{target}」不存在")


def _oddities(route: Route) -> Iterator[str]:
    grade = route.grade
    if grade.lo_score is not None and (grade.hi_score is None or grade.lo_score > grade.hi_score):
        yield f"難度「{grade.raw}」的上下限顛倒"
    if grade.known != (grade.group is not None):
        yield f"難度「{grade.raw}」沒有歸類"
    if route.length_m is not None and route.length_m <= 0:
        yield "長度不是正數"
    if route.bolts is not None and route.bolts < 0:
        yield "bolt 數是負數"
