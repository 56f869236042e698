"""How much one person and one server may ask: fixed windows with an end that can be told.

A window begins with its first question and ends a span later; days end at midnight in Taipei.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

TAIPEI = ZoneInfo("Asia/Taipei")
MINUTE = timedelta(minutes=1)
MAX_WINDOWS = 20_000
"""Windows kept at once; those that ended go first."""

Span = Literal["minute", "day"]
Whose = Literal["user", "guild"]


@dataclass(frozen=True, slots=True)
class Quota:
    """Questions allowed to one person or one server."""

    per_minute: int
    per_day: int


USER_QUOTA = Quota(per_minute=60, per_day=1_000)
GUILD_QUOTA = Quota(per_minute=3_000, per_day=100_000)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question has to wait, and until when."""

    whose: Whose
    span: Span
    count: int
    until: datetime
    first: bool
    """Whether this is the first refusal of the window: the only one worth telling in a channel."""

    @property
    def clock(self) -> str:
        """When to come back, as a clock in Taipei shows it; rounded up to a whole minute."""
        local = self.until.astimezone(TAIPEI)
        if local.second or local.microsecond:
            local = local.replace(second=0, microsecond=0) + MINUTE
        return f"{local:%m/%d %H:%M}" if self.span == "day" else f"{local:%H:%M}"


@dataclass(slots=True)
class _Window:
    ends: datetime
    used: int = 0
    refused: bool = False


class Limits:
    """Counts questions; belongs to the event loop."""

    def __init__(self) -> None:
        self._windows: dict[tuple[Whose, str, Span], _Window] = {}

    def take(
        self,
        user_id: str,
        guild_id: str,
        now: datetime,
        *,
        user: Quota = USER_QUOTA,
        guild: Quota = GUILD_QUOTA,
    ) -> Refusal | None:
        """Count one question, or say why it has to wait; a refused one is not counted."""
        asked: list[tuple[Whose, str, Span, int]] = [
            ("user", user_id, "minute", user.per_minute),
            ("user", user_id, "day", user.per_day),
        ]
        if guild_id:
            asked += [
                ("guild", guild_id, "minute", guild.per_minute),
                ("guild", guild_id, "day", guild.per_day),
            ]
        windows = [(each, self._window(each[0], each[1], each[2], now)) for each in asked]
        for (whose, _, span, allowed), window in windows:
            if window.used >= allowed:
                first, window.refused = not window.refused, True
                return Refusal(whose, span, allowed, window.ends, first)
        for _, window in windows:
            window.used += 1
        return None

    def _window(self, whose: Whose, name: str, span: Span, now: datetime) -> _Window:
        window = self._windows.get((whose, name, span))
        if window is None or window.ends <= now:
            self._make_room(now)
            window = self._windows[whose, name, span] = _Window(_end(span, now))
        return window

    def _make_room(self, now: datetime) -> None:
        if len(self._windows) < MAX_WINDOWS:
            return
        self._windows = {key: window for key, window in self._windows.items() if window.ends > now}
        while len(self._windows) >= MAX_WINDOWS:
            del self._windows[min(self._windows, key=lambda key: self._windows[key].ends)]


def _end(span: Span, now: datetime) -> datetime:
    if span == "minute":
        return now + MINUTE
    midnight = now.astimezone(TAIPEI).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(days=1)
