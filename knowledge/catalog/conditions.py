"""Filters as SQL conditions with bound values; nothing of a question is ever written into SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from knowledge.catalog.figures import DAY_MINUTES, EARLY_MINUTES, minutes, season_keys
from knowledge.schema import WEEKDAYS
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.filters import GymFilter, Lacking, RouteFilter


@dataclass(slots=True)
class Conditions:
    """Conditions that all must hold."""

    parts: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, sql: str, *values: Any) -> None:
        """Join one condition."""
        self.parts.append(sql)
        self.values.extend(values)

    def any_of(self, column: str, wanted: Sequence[Any]) -> None:
        """The column is one of these; no values, no condition."""
        if wanted:
            self.add(f"{column} IN ({', '.join('?' * len(wanted))})", *wanted)

    def between(self, column: str, low: float | None, high: float | None) -> None:
        """The column lies in the bounds; an open end is ``None``, an unknown value lies nowhere."""
        if low is not None:
            self.add(f"{column} >= ?", low)
        if high is not None:
            self.add(f"{column} <= ?", high)

    def prefixed(self, column: str, words: Sequence[str]) -> None:
        """The column begins with the key of one of these words."""
        keys = [folded for word in words if (folded := key(word))]
        if words:
            tests = " OR ".join(f"starts_with({column}, ?)" for _ in keys) or "FALSE"
            self.add(f"({tests})", *keys)

    def says(self, column: str, words: Sequence[str]) -> None:
        """The column holds the key of every one of these words."""
        for word in words:
            if folded := key(word):
                self.add(f"contains({column}, ?)", folded)

    def says_any(self, column: str, words: Sequence[str]) -> None:
        """The column holds the key of one of these words."""
        keys = [folded for word in words if (folded := key(word))]
        if keys:
            self.add(f"({' OR '.join([f'contains({column}, ?)'] * len(keys))})", *keys)

    @property
    def sql(self) -> str:
        """The conditions behind WHERE."""
        return " AND ".join(self.parts) or "TRUE"


def of_routes(wanted: RouteFilter) -> Conditions:
    """The conditions of a route filter on ``routes r``."""
    found = Conditions()
    found.any_of("r.id", wanted.route_ids)
    _places(found, wanted)
    _grade(found, wanted)
    found.any_of("r.type", wanted.types)
    if wanted.styles:
        found.add("list_has_any(r.styles, ?::VARCHAR[])", list(wanted.styles))
    found.between("r.length_m", wanted.length_min, wanted.length_max)
    found.between("r.bolts", wanted.bolts_min, wanted.bolts_max)
    found.between("r.popularity", wanted.popularity_min, None)
    found.between("r.first_ascent_year", wanted.year_min, wanted.year_max)
    found.says("r.first_ascent_key", [wanted.first_ascent])
    _records(found, wanted)
    found.says("r.text_key", wanted.text.split())
    return found


def of_gyms(wanted: GymFilter) -> Conditions:
    """The conditions of a gym filter on ``gyms g``."""
    found = Conditions()
    found.any_of("g.id", wanted.gym_ids)
    found.prefixed("g.region_key", wanted.regions)
    found.prefixed("g.city_key", wanted.cities)
    found.prefixed("g.district_key", wanted.districts)
    found.any_of("g.type", wanted.types)
    for facility in wanted.facilities:
        found.says_any("g.text_key", facility.split("|"))
    _price(found, wanted)
    _open(found, wanted)
    _closes_before(found, wanted)
    if wanted.open_every_day:
        found.add(
            "(SELECT count(DISTINCT h.day) FROM gym_hours h"
            " WHERE h.gym_id = g.id AND h.day <> 'holiday') = 7"
        )
    if wanted.without_ticket:
        found.add(
            "NOT EXISTS (FROM gym_prices p WHERE p.gym_id = g.id AND p.price_key = ?)",
            wanted.without_ticket,
        )
    if wanted.closed_day:
        found.add("list_contains(g.closed_days, ?)", wanted.closed_day)
    return found


def _places(found: Conditions, wanted: RouteFilter) -> None:
    places = Conditions()
    places.any_of("r.crag_id", wanted.crag_ids)
    places.any_of("r.area_id", wanted.area_ids)
    places.any_of("r.sector_id", wanted.sector_ids)
    if places.parts:
        found.add(f"({' OR '.join(places.parts)})", *places.values)
    crags = Conditions()
    crags.prefixed("c.region_key", wanted.regions)
    crags.prefixed("c.city_key", wanted.cities)
    if wanted.seasons:
        crags.add("list_has_any(c.season_keys, ?::VARCHAR[])", season_keys(wanted.seasons))
    if crags.parts:
        found.add(f"r.crag_id IN (SELECT c.id FROM crags c WHERE {crags.sql})", *crags.values)  # noqa: S608 - bound values only


def _grade(found: Conditions, wanted: RouteFilter) -> None:
    if wanted.grade is not None:
        found.add("r.grade_group = ?", wanted.grade.group)
        found.between("r.hi_score", wanted.grade.lo, None)
        found.between("r.lo_score", None, wanted.grade.hi)
    if wanted.grade_known is not None:
        found.add(f"r.lo_score IS {'NOT ' if wanted.grade_known else ''}NULL")


def _records(found: Conditions, wanted: RouteFilter) -> None:
    """What a record holds at all: videos, pitches, warnings."""
    if wanted.has_video is not None:
        found.add(f"len(r.videos) {'>' if wanted.has_video else '='} 0")
    if wanted.multi_pitch is not None:
        found.add(f"r.pitch {'<>' if wanted.multi_pitch else '='} ''")
    if wanted.flags:
        found.add("list_has_any(r.flag_kinds, ?::VARCHAR[])", list(wanted.flags))
    if wanted.recommendable is not None:
        found.add("r.recommendable = ?", wanted.recommendable)
    for what in wanted.lacking:
        found.add(_LACKING[what])
    if wanted.month is not None:
        found.add("substr(r.first_ascent_on, 6, 2) = ?", f"{wanted.month:02d}")


_LACKING: dict[Lacking, str] = {
    "length": "r.length_m IS NULL",
    "bolts": "r.bolts IS NULL",
    "first_ascent": "trim(r.first_ascent_key) = ''",
    "first_ascent_on": "coalesce(r.first_ascent_on, '') = ''",
    "description": "coalesce(r.description, '') = '' AND coalesce(r.description_en, '') = ''",
    "name_zh": "NOT regexp_matches(r.name, '[\u3400-\u9fff]')",
}


def _price(found: Conditions, wanted: GymFilter) -> None:
    if wanted.price_min is None and wanted.price_max is None:
        return
    price = Conditions()
    price.add("p.gym_id = g.id AND p.price_key = ?", wanted.price_key)
    price.between("p.price", wanted.price_min, wanted.price_max)
    found.add(f"EXISTS (FROM gym_prices p WHERE {price.sql})", *price.values)


def _closes_before(found: Conditions, wanted: GymFilter) -> None:
    before = minutes(wanted.closes_before)
    if before is None:
        return
    today, _ = _days(wanted.open_day)
    spans = f"FROM gym_hours h WHERE h.gym_id = g.id AND {today}"
    found.add(f"EXISTS ({spans})")
    found.add(f"NOT EXISTS ({spans} AND h.closes > ?)", before)


def _open(found: Conditions, wanted: GymFilter) -> None:
    at, after = minutes(wanted.open_at), minutes(wanted.open_after)
    before = minutes(wanted.opens_before)
    if at is None and after is None and before is None and not wanted.open_day:
        return
    spans = Conditions()
    today, evening = _days(wanted.open_day)
    if at is not None:
        late = at + DAY_MINUTES  # a span of the evening before may reach over midnight
        spans.add(
            f"({today} AND h.opens <= ? AND ? < h.closes)"
            f" OR ({evening} AND h.opens <= ? AND ? < h.closes)",
            *(at, at, late, late),
        )
    else:
        spans.add(today)
    if before is not None:
        spans.parts = [f"({' AND '.join(spans.parts)}) AND h.opens < ?"]
        spans.values.append(before)
    if after is not None:
        if after < EARLY_MINUTES:
            # 「凌晨一點還開著」 is late in the evening before, not early that day
            after += DAY_MINUTES
        spans.parts = [f"({' AND '.join(spans.parts)}) AND {today} AND h.closes >= ?"]
        spans.values.append(after)
    found.add(f"EXISTS (FROM gym_hours h WHERE h.gym_id = g.id AND ({spans.sql}))", *spans.values)


def _days(day: str) -> tuple[str, str]:
    """Conditions for the spans of a day and of the evening before it."""
    if not day:
        return "TRUE", "TRUE"
    if day not in WEEKDAYS:
        return ("h.day = 'holiday'" if day == "holiday" else "FALSE"), "FALSE"
    before = WEEKDAYS[WEEKDAYS.index(day) - 1]
    return f"h.day = '{day}'", f"h.day = '{before}'"
