"""A climbing gym with its standing hours and prices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from knowledge.schema.flag import Flag

GymType = Literal["bouldering", "lead", "mixed"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Gym:
    """An indoor climbing gym.

    Hours are ``(("12:00", "23:00"), …)`` a day; an empty tuple means closed.
    """

    id: str
    name: str
    source_id: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    type: GymType | None = None
    region: str = ""
    city: str = ""
    district: str = ""
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    description: str = ""
    description_en: str = ""
    facilities: tuple[str, ...] = ()
    hours: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Keys: the seven weekdays and ``holiday``; a missing key means not recorded."""
    breaks: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Spans within the hours of a day in which the gym rests, as its notes tell them."""
    prices: dict[str, int] = field(default_factory=dict)
    """TWD by key: weekday, weekend, twilight, shoes, harness or one of the source; never zero."""
    price_notes: str = ""
    transport: tuple[tuple[str, str], ...] = ()
    """(means, description): mrt, train, bus, parking …"""
    phone: str = ""
    website: str = ""
    facebook: str = ""
    instagram: str = ""
    line: str = ""
    notes: str = ""
    flags: tuple[Flag, ...] = ()
    updated_on: date | None = None
    raw: str = ""
    also_from: tuple[str, ...] = ()
    """Ids of other sources whose fields stayed where this one says nothing."""
