"""An open catalogue: exact answers to filters, orders and figures.

The filters run as SQL and give ids. The records themselves are kept in memory, parsed once at
opening (736 routes: 2 MB), up to ``RESIDENT_ROUTES``; beyond, they are fetched for each answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from knowledge.catalog import conditions, orders
from knowledge.catalog.connection import connect
from knowledge.catalog.figures import UNGRADED, UNLETTERED
from knowledge.catalog.pages import KeptPages
from knowledge.catalog.rows import FETCHED_ROWS, Rows
from knowledge.catalog.tables import AREAS, CRAGS, GYMS, ROUTES, SECTORS, SOURCES
from knowledge.catalog.writing import fill
from knowledge.errors import SnapshotDamagedError
from knowledge.filters import (
    Bucket,
    GradeBounds,
    GymFilter,
    GymOrder,
    RouteFilter,
    RouteOrderBy,
    RoutePage,
)
from knowledge.grades import within
from knowledge.pacing import paced
from knowledge.schema import Area, Crag, GradeGroup, Gym, Records, Route, Sector, Source
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


CATALOGUE_ORDER = RouteOrderBy()
RESIDENT_ROUTES = 20_000
"""Routes that are kept in memory; about 3 kB each."""
_NAMING = (
    *("id", "crag_id", "area_id", "sector_id", "source_id", "name", "title", "name_en", "aliases"),
    *("old_names", "pitch", "first_ascent", "first_ascent_en", "popularity"),
)

_FROM = "FROM routes r"


class Catalogue:
    """The records of one snapshot; safe to ask from many threads."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, *, resident: int = RESIDENT_ROUTES
    ) -> None:
        self._connection = connection
        self._rows = Rows(connection)
        self._sources = {source.id: source for source in self._rows.all(SOURCES)}
        self._crags = {crag.id: crag for crag in self._rows.all(CRAGS)}
        self._areas = {area.id: area for area in self._rows.all(AREAS)}
        self._sectors = {sector.id: sector for sector in self._rows.all(SECTORS)}
        self._gyms = {gym.id: gym for gym in self._rows.all(GYMS)}
        self._route_count: int = self._rows.run("SELECT count(*) FROM routes")[0][0]
        self._routes: dict[str, Route] | None = None
        if self._route_count <= resident:
            self._routes = {route.id: route for route in self._rows.all(ROUTES)}
        # pages of resident routes are references, others hold the routes themselves
        self._pages = KeptPages(None if self._routes is not None else RESIDENT_ROUTES)

    @classmethod
    def open(cls, path: Path, *, resident: int = RESIDENT_ROUTES) -> Catalogue:
        """The catalogue of a file, read only; any number of processes may have it open.

        Args:
            path: The file.
            resident: Routes that are kept in memory if there are no more; 0 for who asks little.

        Raises:
            SnapshotDamagedError: When the engine cannot read it.
        """
        try:
            return cls(connect(path, read_only=True), resident=resident)
        except duckdb.Error as error:
            raise SnapshotDamagedError(str(path), str(error)) from error

    @classmethod
    def of(cls, records: Records, *, resident: int = RESIDENT_ROUTES) -> Catalogue:
        """A catalogue of these records in memory."""
        connection = connect(None, read_only=False)
        fill(connection, records)
        return cls(connection, resident=resident)

    def close(self) -> None:
        """Let the file go; nothing may be asked any more."""
        self._connection.close()

    # Single records

    def route(self, route_id: str) -> Route | None:
        """The route with this id."""
        if self._routes is not None:
            return self._routes.get(route_id)
        return next(iter(self._fetched([route_id])), None)

    def routes_of(self, ids: Iterable[str]) -> tuple[Route, ...]:
        """The routes with these ids, in their order; an unknown id has none.

        For large catalogues: in one query, where ``route`` takes one for each.
        """
        wanted = tuple(dict.fromkeys(ids))
        held = self._routes
        if held is None:
            held = {route.id: route for route in self._fetched(wanted)}
        return tuple(held[route_id] for route_id in wanted if route_id in held)

    def crag(self, crag_id: str) -> Crag | None:
        """The crag with this id."""
        return self._crags.get(crag_id)

    def area(self, area_id: str) -> Area | None:
        """The area with this id."""
        return self._areas.get(area_id)

    def sector(self, sector_id: str) -> Sector | None:
        """The wall with this id."""
        return self._sectors.get(sector_id)

    def gym(self, gym_id: str) -> Gym | None:
        """The gym with this id."""
        return self._gyms.get(gym_id)

    def source(self, source_id: str) -> Source | None:
        """The source with this id."""
        return self._sources.get(source_id)

    def routes_named(self, name_key: str) -> tuple[Route, ...]:
        """The routes with a name of this key, in any language or spelling."""
        if not name_key:
            return ()
        rows = self._rows.run(f"SELECT r.id {_FROM} WHERE contains(r.text_key, ?)", [name_key])
        found = self.routes_of(row[0] for row in rows)
        return tuple(route for route in found if name_key in map(key, _names_of(route)))

    # Whole tables, in catalogue order

    def sources(self) -> tuple[Source, ...]:
        """Every source."""
        return tuple(self._sources.values())

    def crags(self) -> tuple[Crag, ...]:
        """Every crag."""
        return tuple(self._crags.values())

    def areas(self, crag_id: str = "") -> tuple[Area, ...]:
        """Every area, or those of one crag."""
        return tuple(area for area in self._areas.values() if crag_id in ("", area.crag_id))

    def sectors(self, crag_id: str = "", area_id: str = "") -> tuple[Sector, ...]:
        """Every wall, or those of one crag or area."""
        return tuple(
            wall
            for wall in self._sectors.values()
            if crag_id in ("", wall.crag_id) and area_id in ("", wall.area_id)
        )

    @property
    def route_count(self) -> int:
        """How many routes there are."""
        return self._route_count

    def all_routes(self) -> tuple[Route, ...]:
        """Every route."""
        return tuple(self._routes.values()) if self._routes is not None else self._rows.all(ROUTES)

    def each_route(self) -> Iterator[Route]:
        """Every route, one after the other: for who stops at the first that fits."""
        if self._routes is not None:
            yield from self._routes.values()
            return
        for first in range(0, self._route_count, FETCHED_ROWS):
            wanted = conditions.Conditions()
            wanted.between("position", first, first + FETCHED_ROWS - 1)
            yield from self._rows.all(ROUTES, wanted)

    def route_names(self) -> tuple[Route, ...]:
        """Every route with what it is called, where it is and who climbed it first, maybe no more.

        For large catalogues: a tenth of the time and memory of ``all_routes``.
        """
        if self._routes is not None:
            return tuple(self._routes.values())
        columns = ", ".join(_NAMING)
        sql = f"SELECT {columns} FROM routes ORDER BY position"  # noqa: S608 - our own names
        return tuple(paced(self._rows.read(ROUTES, sql)))

    def all_gyms(self) -> tuple[Gym, ...]:
        """Every gym."""
        return tuple(self._gyms.values())

    def records(self) -> Records:
        """Everything, as it was written."""
        return Records(
            self.sources(),
            self.crags(),
            self.areas(),
            self.sectors(),
            self.all_routes(),
            self.all_gyms(),
        )

    # Questions

    def routes(
        self, wanted: RouteFilter = RouteFilter(), order: RouteOrderBy = CATALOGUE_ORDER
    ) -> RoutePage:
        """Every route that matches, in order."""
        kept = self._pages.get((wanted, order))
        if kept is not None:
            return kept
        page = self._page(wanted, order)
        self._pages.keep((wanted, order), page)
        return page

    def count(self, wanted: RouteFilter = RouteFilter()) -> int:
        """How many routes match."""
        return self.routes(wanted).total

    def gyms(
        self, wanted: GymFilter = GymFilter(), order: GymOrder = "name", *, descending: bool = False
    ) -> tuple[Gym, ...]:
        """Every gym that matches, in order."""
        where = conditions.of_gyms(wanted)
        by = orders.of_gyms(order, wanted.open_day, descending=descending)
        sql = f"SELECT g.id FROM gyms g WHERE {where.sql} ORDER BY {by.sql}"  # noqa: S608 - bound values only
        return tuple(self._gyms[row[0]] for row in self._rows.run(sql, [*where.values, *by.values]))

    def grade_distribution(self, wanted: RouteFilter = RouteFilter()) -> tuple[Bucket, ...]:
        """How many routes of each grade: free before boulders, hardest last, unknown after."""
        where = conditions.of_routes(wanted)
        sql = (
            f"SELECT r.grade_label, count(*) {_FROM} WHERE {where.sql} GROUP BY r.grade_label "
            "ORDER BY r.grade_label = ?, any_value(r.grade_group) = 'boulder', "
            "CASE WHEN ends_with(r.grade_label, ?) THEN max(r.hi_score) ELSE min(r.lo_score) END, "
            "max(r.hi_score), r.grade_label"
        )
        rows = self._rows.run(sql, [*where.values, UNGRADED, UNLETTERED])
        return tuple(Bucket(label, count) for label, count in rows)

    def type_distribution(self, wanted: RouteFilter = RouteFilter()) -> tuple[Bucket, ...]:
        """How many routes of each type, most first; a label is a ``RouteType`` or empty."""
        where = conditions.of_routes(wanted)
        sql = (
            f"SELECT coalesce(r.type, ''), count(*) AS n {_FROM} WHERE {where.sql} GROUP BY r.type "
            "ORDER BY n DESC, min(r.position)"
        )
        return tuple(Bucket(label, count) for label, count in self._rows.run(sql, where.values))

    def bounds(
        self, wanted: RouteFilter = RouteFilter(), group: GradeGroup | None = None
    ) -> GradeBounds | None:
        """Easiest and hardest known grade, of ``group`` or else of the group with more routes.

        The hardest is judged by its lower end, for that is what it certainly is.
        """
        graded = [route.grade for route in self.routes(wanted).routes if route.grade.known]
        if group is None and graded:
            free = sum(grade.group == "free" for grade in graded)
            group = "free" if free * 2 >= len(graded) else "boulder"
        mine = [grade for grade in graded if grade.group == group]
        if not mine:
            return None
        easiest = min(mine, key=lambda grade: (grade.hi_score or 0, grade.midpoint or 0))
        hardest = max(mine, key=lambda grade: (grade.lo_score or 0, grade.midpoint or 0))
        return GradeBounds(easiest, hardest)

    def _page(self, wanted: RouteFilter, order: RouteOrderBy) -> RoutePage:
        routes = self._matching(wanted, order)
        bounds = wanted.grade
        if bounds is None:
            return RoutePage(routes)
        inexact = (route.id for route in routes if not within(route.grade, bounds))
        return RoutePage(routes, frozenset(inexact))

    def _matching(self, wanted: RouteFilter, order: RouteOrderBy) -> tuple[Route, ...]:
        where = conditions.of_routes(wanted)
        by = orders.of_routes(order)
        if self._routes is None:
            way = "DESC" if order.descending else "ASC"
            sql = f"SELECT r.* {_FROM} WHERE {where.sql} {by or f'ORDER BY r.position {way}'}"
            return tuple(self._rows.read(ROUTES, sql, where.values))
        sql = f"SELECT r.position, r.id {_FROM} WHERE {where.sql} {by}"
        rows = self._rows.run(sql, where.values)
        if not by:
            rows.sort(reverse=order.descending)
        return tuple(self._routes[route_id] for _, route_id in rows)

    def _fetched(self, ids: Sequence[str]) -> Iterable[Route]:
        wanted = conditions.Conditions()
        wanted.any_of("id", ids)
        return self._rows.all(ROUTES, wanted) if ids else ()


def _names_of(route: Route) -> tuple[str, ...]:
    return (route.name, route.name_en, route.title, *route.aliases, *route.old_names)
