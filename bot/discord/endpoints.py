"""Where Discord is: the real one, a proxy, or a server for tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

if TYPE_CHECKING:
    from collections.abc import Mapping

API_BASE = "DISCORD_API_BASE"
GATEWAY_URL = "DISCORD_GATEWAY_URL"
_DISCORD = yarl.URL("wss://gateway.discord.gg/")
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Addresses that replace discord.py's own; empty ones do not."""

    api_base: str = ""
    """Up to and with the version: ``https://discord.com/api/v10``."""
    gateway_url: str = ""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Endpoints:
        """The addresses in the environment."""
        return cls(
            environment.get(API_BASE, "").strip().rstrip("/"),
            environment.get(GATEWAY_URL, "").strip(),
        )

    def apply(self) -> None:
        """Point discord.py there, for the whole process."""
        if self.api_base:
            Route.BASE = self.api_base
        if self.gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self.gateway_url)


def resume_at(told: yarl.URL) -> yarl.URL:
    """Where to go on with a session: where the gateway says, unless the operator sent us elsewhere.

    What stands between us and Discord passes Discord's own address on; to follow it would leave
    the proxy aside, or lead nowhere.
    """
    configured = DiscordWebSocket.DEFAULT_GATEWAY
    if configured == _DISCORD or told.host == configured.host:
        return told
    return told if {told.host, configured.host} <= _HERE else configured
