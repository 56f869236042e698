"""Orders of lists as SQL. Unknown values stand last either way; ties keep the catalogue's order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.filters import GymOrder, RouteOrder, RouteOrderBy

_ROUTE_COLUMNS: dict[RouteOrder, str] = {
    "length": "r.length_m",
    "bolts": "r.bolts",
    "popularity": "r.popularity",
    "first_ascent": "nullif(r.first_ascent_on, '')",
    "name": "nullif(r.name_key, '')",
}
_HOURS: dict[GymOrder, str] = {"closes": "max(h.closes)", "opens": "min(h.opens)"}


@dataclass(frozen=True, slots=True)
class Order:
    """The text behind ORDER BY and its values."""

    sql: str
    values: tuple[Any, ...] = ()


def of_routes(order: RouteOrderBy) -> str:
    """ORDER BY of routes ``r``; by grade, free routes come first and boulders after them.

    Empty for the catalogue's own order: sorting by position afterwards is a third faster.
    """
    direction = "DESC" if order.descending else "ASC"
    if order.key == "catalogue":
        return ""
    if order.key == "grade":
        return (
            "ORDER BY r.grade_middle IS NULL, r.grade_group = 'boulder', "
            f"r.grade_middle {direction}, r.lo_score {direction}, r.position"
        )
    column = _ROUTE_COLUMNS[order.key]
    return f"ORDER BY {column} IS NULL, {column} {direction}, r.position"


def of_gyms(order: GymOrder, day: str, *, descending: bool = False) -> Order:
    """The order of gyms ``g``: by a price, by the hours of a day (any for an empty one)."""
    direction = "DESC" if descending else "ASC"
    if order == "name":
        return Order(f"g.position {direction}")
    if order in _HOURS:
        column = (
            f"(SELECT {_HOURS[order]} FROM gym_hours h WHERE h.gym_id = g.id AND ? IN ('', h.day))"  # noqa: S608
        )
        value = day
    else:
        column = "(SELECT min(p.price) FROM gym_prices p WHERE p.gym_id = g.id AND p.price_key = ?)"
        value = order
    return Order(f"{column} {direction} NULLS LAST, g.position", (value,))
