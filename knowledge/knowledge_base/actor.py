"""Who changes the knowledge."""

from __future__ import annotations

import getpass
from dataclasses import dataclass

from knowledge.errors import NotAllowedError


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who changes the knowledge; every change is noted with the id."""

    id: str
    """``terminal:NAME``, ``discord:USER``, ``inbox``."""
    operator: bool = False
    """Whether global data are theirs to change: only those whom the configuration names."""

    def may_touch(self, scope: str) -> None:
        """Let pass who may change the notices of a scope (empty: global data).

        Whoever calls with a server's id has made sure that the actor administers that server.

        Raises:
            NotAllowedError: When global data are not theirs.
        """
        if not scope and not self.operator:
            raise NotAllowedError


def terminal_user() -> Actor:
    """Whoever sits at the terminal; the files are theirs, so they are an operator."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = "unknown"  # a container without an entry for its user
    return Actor(f"terminal:{name}", operator=True)
