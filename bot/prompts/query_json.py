"""The typed query as JSON: what a model may write when the rules are unsure of a question.

Only what the question says; names stay as the member wrote them, and code looks them up.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.schema import Intent
from knowledge.schema import RouteType

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Style = Literal["slab", "overhang", "crack", "roof", "corner", "arete", "chimney", "face"]
Day = Literal[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "holiday",
    "today",
    "tomorrow",
]
Order = Literal["grade", "length", "bolts", "popularity", "weekday", "closes", "opens"]


class QueryJson(BaseModel):
    """A question in fields; an absent field was not said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    intent: Intent
    routes: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    gyms: tuple[Name, ...] = ()
    fields: tuple[Name, ...] = ()
    grade_min: Name | None = None
    grade_max: Name | None = None
    types: tuple[RouteType, ...] = ()
    styles: tuple[Style, ...] = ()
    length_min: float | None = Field(default=None, ge=0, le=2000)
    length_max: float | None = Field(default=None, ge=0, le=2000)
    bolts_min: int | None = Field(default=None, ge=0, le=99)
    bolts_max: int | None = Field(default=None, ge=0, le=99)
    order: Order | None = None
    descending: bool = False
    limit: int | None = Field(default=None, ge=1, le=50)
    day: Day | None = None
    time: Clock | None = None
    city: Name | None = None
    price_max: int | None = Field(default=None, ge=0, le=100_000)
    topic: Name | None = None


def query_text(query: QueryJson) -> str:
    """The one way to write a query: the order of the fields above, nothing that was not said."""
    return query.model_dump_json(exclude_defaults=True)
