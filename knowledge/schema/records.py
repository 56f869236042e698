"""Where records come from, what was wrong with them, and all that one file holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.schema.gym import Gym
from knowledge.schema.notice import UnplacedNotice
from knowledge.schema.places import Area, Crag, Route, Sector


@dataclass(frozen=True, slots=True)
class Source:
    """Where records come from; shown under every answer."""

    id: str
    title: str
    url: str = ""
    maintainer: str = ""
    licence: str = ""
    updated_on: date | None = None
    attribution: str = ""
    invented: bool = False
    """True for the demo data, which every answer says."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input, said so that its owner can mend it."""

    file: str
    row: str
    """Where: ``routes[12]``, ``第 14 列``; empty for the file as a whole."""
    reason: str
    """Taiwan Chinese."""

    def __str__(self) -> str:
        place = f"{self.file} {self.row}".strip()
        return f"{place}：{self.reason}"


@dataclass(frozen=True, slots=True)
class Records:
    """What an importer read from one file."""

    sources: tuple[Source, ...] = ()
    crags: tuple[Crag, ...] = ()
    areas: tuple[Area, ...] = ()
    sectors: tuple[Sector, ...] = ()
    routes: tuple[Route, ...] = ()
    gyms: tuple[Gym, ...] = ()
    problems: tuple[Problem, ...] = ()
    replaces: tuple[str, ...] = ()
    """Ids of the crags that the file describes as a whole: what it leaves out is gone."""
    partial: bool = False
    """The rows of a table: what they leave empty stays as it was."""
    notices: tuple[UnplacedNotice, ...] = ()
    """Kept apart from the catalogue: they change far more often."""
