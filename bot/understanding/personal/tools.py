"""What reading a message for the log needs beside the message itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.personal import LogFilter
from bot.understanding.personal.names import RouteNames
from bot.understanding.reading import Reading
from knowledge.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Tools:
    """Names, calendar and a reader for parts of a message."""

    names: RouteNames
    gazetteer: Gazetteer
    today: date
    read: Callable[[str], Reading]
    """Takes a part of a message apart."""
    around: LogFilter = field(default_factory=LogFilter)
    """The route or the place that the turn before was about."""
