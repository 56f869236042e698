"""The tables: one column per field of a record, and columns worked out for asking.

The record columns follow the dataclasses of ``knowledge.schema``, so a new field there is stored
without a word here. ``SCHEMA_ID`` names the layout that a file was written in.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_type_hints

from knowledge.catalog.codec import column_type, reader, to_column
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Gym, Route, Sector, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T", Crag, Area, Sector, Route, Gym, Source)


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table of records of one kind."""

    name: str
    kind: type[T]
    derived: tuple[tuple[str, str], ...] = ()
    """Extra columns (name, type) that questions are asked of."""

    @property
    def columns(self) -> dict[str, str]:
        """Column name → type, in the order of the table."""
        hints = get_type_hints(self.kind)
        own = {field.name: column_type(hints[field.name]) for field in fields(self.kind)}
        return {"position": "INTEGER", **own, **dict(self.derived)}

    @property
    def ddl(self) -> str:
        """The statement that makes the table."""
        columns = (f'"{name}" {kind}' for name, kind in self.columns.items())
        return f"CREATE TABLE {self.name} ({', '.join(columns)}, PRIMARY KEY (id))"

    def row(self, record: T) -> dict[str, Any]:
        """The record columns of one record, as JSON can hold them."""
        return {field.name: to_column(getattr(record, field.name)) for field in fields(self.kind)}

    def reader(self, names: Sequence[str]) -> Callable[[tuple[Any, ...]], T]:
        """What makes records of rows with these columns; a field without one gets its default."""
        kind: Any = self.kind  # mypy takes the hash of its records for its own
        return _reader(kind, tuple(names))


@cache
def _reader(kind: Callable[..., T], names: tuple[str, ...]) -> Callable[[tuple[Any, ...]], T]:
    hints = get_type_hints(kind)
    parts = [
        (index, name, reader(hints[name])) for index, name in enumerate(names) if name in hints
    ]
    absent: dict[str, Any] = {}
    if "grade" in hints and "grade" not in names:
        absent["grade"] = UNKNOWN_GRADE
    return lambda row: kind(**absent, **{name: read(row[index]) for index, name, read in parts})


ROUTES = Table(
    "routes",
    Route,
    (
        ("grade_group", "VARCHAR"),
        ("lo_score", "INTEGER"),
        ("hi_score", "INTEGER"),
        ("grade_middle", "DOUBLE"),
        ("grade_label", "VARCHAR"),
        ("first_ascent_year", "INTEGER"),
        ("first_ascent_key", "VARCHAR"),
        ("flag_kinds", "VARCHAR[]"),
        ("recommendable", "BOOLEAN"),
        ("name_key", "VARCHAR"),
        ("text_key", "VARCHAR"),
    ),
)
CRAGS = Table(
    "crags",
    Crag,
    (("season_keys", "VARCHAR[]"), ("region_key", "VARCHAR"), ("city_key", "VARCHAR")),
)
AREAS = Table("areas", Area)
SECTORS = Table("sectors", Sector)
SOURCES = Table("sources", Source)
GYMS = Table(
    "gyms",
    Gym,
    (
        ("region_key", "VARCHAR"),
        ("city_key", "VARCHAR"),
        ("district_key", "VARCHAR"),
        ("text_key", "VARCHAR"),
        ("name_key", "VARCHAR"),
        ("closed_days", "VARCHAR[]"),
    ),
)
TABLES: tuple[Table[Any], ...] = (SOURCES, CRAGS, AREAS, SECTORS, ROUTES, GYMS)

SIDE_TABLES = {
    "gym_hours": {"gym_id": "VARCHAR", "day": "VARCHAR", "opens": "INTEGER", "closes": "INTEGER"},
    "gym_prices": {"gym_id": "VARCHAR", "price_key": "VARCHAR", "price": "INTEGER"},
}
"""Minutes from midnight (beyond 1440 after midnight), and TWD."""


def ddl() -> list[str]:
    """Every statement that makes an empty catalogue."""
    side = (
        f"CREATE TABLE {name} ({', '.join(f'{column} {kind}' for column, kind in columns.items())})"
        for name, columns in SIDE_TABLES.items()
    )
    return [*(table.ddl for table in TABLES), *side]


SCHEMA_ID = hashlib.sha256("\n".join(ddl()).encode()).hexdigest()[:12]
"""The layout of the tables; a file of another layout is imported anew, not asked."""
