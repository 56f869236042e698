"""The settings of each server: read from the table once, kept in memory, written through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.discord.limits import GUILD_QUOTA, USER_QUOTA, Quota

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.server_state import StateThread

Choice = Literal["auto", "zh", "en"]


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What the admins of a server chose."""

    channels: frozenset[int] = frozenset()
    """Channels in which every question is answered, mention or not."""
    language: Choice = "auto"
    """Language of buttons and notices; answers follow the language of the question."""
    admin_role: int | None = None
    """A role whose members may use /admin beside those who manage the server."""
    user_quota: Quota = USER_QUOTA
    guild_quota: Quota = GUILD_QUOTA
    threads: bool = False
    """Whether a mention in a channel is answered in a thread of its own."""

    @classmethod
    def of(cls, values: Mapping[str, str]) -> GuildSettings:
        """The settings in the rows of a server; a value that is none counts as not set."""
        role = values.get("admin_role", "")
        language = values.get("language", "auto")
        return cls(
            channels=frozenset(int(one) for one in values.get("channels", "").split(",") if one),
            language="zh" if language == "zh" else "en" if language == "en" else "auto",
            admin_role=int(role) if role.isdigit() else None,
            user_quota=Quota(
                _number(values, "user_minute", USER_QUOTA.per_minute),
                _number(values, "user_day", USER_QUOTA.per_day),
            ),
            guild_quota=Quota(
                _number(values, "guild_minute", GUILD_QUOTA.per_minute),
                _number(values, "guild_day", GUILD_QUOTA.per_day),
            ),
            threads=values.get("threads") == "1",
        )


DEFAULTS = GuildSettings()


class SettingsBook:
    """The settings of every server, readable without waiting."""

    def __init__(self, thread: StateThread) -> None:
        self._thread = thread
        self._guilds: dict[str, GuildSettings] = {}

    async def load(self) -> None:
        """Read them all."""
        rows = await self._thread.run(lambda state: state.all_settings())
        self._guilds = {guild: GuildSettings.of(values) for guild, values in rows.items()}

    def of(self, guild_id: int | None) -> GuildSettings:
        """The settings of a server; the defaults outside of servers."""
        return self._guilds.get(str(guild_id), DEFAULTS)

    async def change(self, guild_id: int, name: str, value: str) -> GuildSettings:
        """Write one setting; the server's settings with it."""
        key = str(guild_id)
        await self._thread.run(lambda state: state.set_setting(key, name, value))
        values = await self._thread.run(lambda state: state.settings(key))
        self._guilds[key] = GuildSettings.of(values)
        return self._guilds[key]


def _number(values: Mapping[str, str], name: str, otherwise: int) -> int:
    text = values.get(name, "")
    return int(text) if text.isdigit() and int(text) > 0 else otherwise
