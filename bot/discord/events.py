"""Gateway events that are not quite as discord.py wants them.

discord.py ends with the first event that it cannot read. A bot that answers everybody should miss
that one event instead: it is logged by name, without what it said. Fields that other servers leave
out or send as ``null`` are put right before.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bot.discord.failures import log_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    Event = Mapping[str, Any]
    Parser = Callable[[Any], None]

_NEEDED = frozenset({"READY", "RESUMED"})
"""Events without which there is no session: failing to read one must end it."""
_MESSAGE: Event = {
    "type": 0,
    "content": "",
    "mentions": (),
    "mention_roles": (),
    "attachments": (),
    "embeds": (),
    "components": (),
}
_INTERACTION: Event = {"version": 1, "attachment_size_limit": 10 * 2**20}
_CHANNEL: Event = {"name": "", "position": 0}
_THREAD: Event = {"name": "", "message_count": 0, "member_count": 0}
_UNUSED = frozenset(
    {"voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"}
)
"""What a server tells of itself and the bot has no use for."""
_MEMBER: Event = {"roles": (), "joined_at": None, "flags": 0}
_KEPT_EMPTY = "referenced_message"
"""``null`` there says that the message is gone; elsewhere it says nothing."""


def be_tolerant(parsers: MutableMapping[str, Parser]) -> None:
    """Let discord.py's parsers of events leave out what they cannot read."""
    for name, parse in tuple(parsers.items()):
        if name not in _NEEDED:
            parsers[name] = partial(_read, name, parse)


def tidy_message(data: Event) -> dict[str, Any]:
    """A message with everything that discord.py looks for."""
    found = {**_MESSAGE, **_without_nulls(data)}
    replied = found.get(_KEPT_EMPTY)
    return found | {_KEPT_EMPTY: tidy_message(replied)} if replied else found


def tidy_interaction(data: Event) -> dict[str, Any]:
    """An interaction with everything that discord.py looks for."""
    found = {**_INTERACTION, **_without_nulls(data)}
    if "channel" in found:
        found["channel"] = {**_CHANNEL, **found["channel"]}
    elif "channel_id" in found:
        found["channel"] = {"id": found["channel_id"]}
    if "member" in found:
        found["member"] = {**_MEMBER, **found["member"]}
    if "message" in found:
        found["message"] = tidy_message(found["message"])
    return found


def tidy_guild(data: Event) -> dict[str, Any]:
    """A server with what the bot has a use for; what cannot be read of the rest costs nothing."""
    found = {key: value for key, value in data.items() if key not in _UNUSED}
    channels = [{**_CHANNEL, **_without_nulls(one)} for one in found.get("channels") or ()]
    threads = [{**_THREAD, **one} for one in found.get("threads") or ()]
    members = [{**_MEMBER, **one} for one in found.get("members") or ()]
    return found | {"channels": channels, "threads": threads, "members": members}


_TIDY: Mapping[str, Callable[[Event], Event]] = {
    "MESSAGE_CREATE": tidy_message,
    "INTERACTION_CREATE": tidy_interaction,
    "GUILD_CREATE": tidy_guild,
}


def _read(name: str, parse: Parser, data: Any) -> None:
    try:
        parse(_TIDY[name](data) if name in _TIDY else data)
    except Exception as error:  # noqa: BLE001 - whatever one event holds, the next is read
        log_failure(f"reading {name}", error)


def _without_nulls(data: Event) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None or key == _KEPT_EMPTY}
