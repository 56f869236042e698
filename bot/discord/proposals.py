"""What waits for a yes: kept in memory for a quarter of an hour, for one person each."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

KEPT = 1000
LIFETIME = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that is done when its owner agrees."""

    user_id: int
    run: Callable[[], Awaitable[str]]
    """Does it; what to tell the person."""
    made_at: datetime


class Proposals:
    """Belongs to the event loop."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Proposal] = OrderedDict()

    def put(self, user_id: int, now: datetime, run: Callable[[], Awaitable[str]]) -> str:
        """Keep a proposal; the key that its buttons carry."""
        key = secrets.token_hex(8)
        self._kept[key] = Proposal(user_id, run, now)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return key

    def owner(self, key: str) -> int | None:
        """Whose proposal it is; ``None`` when it is not known any more."""
        found = self._kept.get(key)
        return found.user_id if found else None

    def take(self, key: str, now: datetime) -> Proposal | None:
        """The proposal, once; ``None`` when it is gone or too old."""
        found = self._kept.pop(key, None)
        if found is None or now - found.made_at > LIFETIME:
            return None
        return found
