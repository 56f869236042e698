"""What reading a message for the log needs beside the message itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

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
