"""Events of a server that is not quite as discord.py expects it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.discord.addressing import address_of, server_of
from bot.discord.client import YanyouBot
from bot.discord.settings import DEFAULTS

if TYPE_CHECKING:
    from bot.discord.services import Services

ME = 77
USER: dict[str, Any] = {"id": "5", "username": "amin", "discriminator": "0", "avatar": None}


def message(**values: Any) -> dict[str, Any]:
    """A message with the least that a server must tell."""
    return {"id": "900", "channel_id": "30", "author": USER, "timestamp": _TIME, **values}


_TIME = "2026-11-28T02:00:00+00:00"


class Listening(YanyouBot):
    """A bot that keeps what discord.py hands to it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.heard: list[Any] = []

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        if event_name in {"message", "interaction"}:
            self.heard.append(args[0])


@pytest.fixture
async def bot(services: Services) -> Listening:
    """A bot that is not connected to anything."""
    listening = Listening(services)
    listening._connection.user = discord.ClientUser(
        state=listening._connection,
        data={**USER, "id": str(ME), "bot": True},  # type: ignore[typeddict-item]
    )
    return listening


def receive(bot: Listening, event: str, data: Any) -> None:
    """What the gateway does with an event."""
    bot._connection.parsers[event](data)


async def test_an_event_that_cannot_be_read_is_named_without_its_words(
    bot: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    receive(bot, "MESSAGE_CREATE", {"id": "1", "content": "灰鯨"})
    receive(bot, "GUILD_CREATE", {"id": "3", "name": "岩友會", "channels": [{"type": 0}]})
    receive(bot, "MESSAGE_REACTION_ADD", {})
    receive(bot, "MESSAGE_CREATE", None)
    receive(bot, "MESSAGE_CREATE", message(content="之後"))

    assert [one.content for one in bot.heard] == ["之後"]
    assert "reading GUILD_CREATE failed" in caplog.text
    assert "灰鯨" not in caplog.text


async def test_without_a_readable_ready_there_is_no_session(bot: Listening) -> None:
    with pytest.raises(KeyError):
        receive(bot, "READY", {})


async def test_nulls_and_missing_fields_are_read(bot: Listening) -> None:
    nulls = dict.fromkeys(
        ("guild_id", "member", "poll", "thread", "message_reference", "interaction_metadata")
    )
    receive(bot, "MESSAGE_CREATE", message(content="嗨", mentions=None, **nulls))
    receive(bot, "MESSAGE_CREATE", message(content=None, attachments=None))

    first, second = bot.heard
    assert first.mentions == []
    assert server_of(first) is None
    assert second.content == ""


async def test_a_server_is_known_whatever_else_it_tells(bot: Listening) -> None:
    receive(
        bot,
        "GUILD_CREATE",
        {
            "id": "20",
            "name": "岩友會",
            "channels": [{"id": "30", "type": 0, "name": "聊天", "position": None}],
            "threads": [
                {
                    "id": "31",
                    "type": 11,
                    "parent_id": "30",
                    "owner_id": "5",
                    "thread_metadata": {
                        "archived": False,
                        "auto_archive_duration": 60,
                        "archive_timestamp": _TIME,
                    },
                }
            ],
            "members": [{"user": USER}],
            "voice_states": [{"user_id": "5", "channel_id": None}],
            "presences": [{}],
            "stage_instances": [{}],
            "guild_scheduled_events": [{}],
            "soundboard_sounds": [{}],
        },
    )

    guild = bot.get_guild(20)
    assert guild is not None
    assert guild.get_channel(30) is not None
    assert guild.get_thread(31) is not None


async def test_a_reply_to_a_deleted_message_is_one(bot: Listening) -> None:
    reference = {"message_id": "8", "channel_id": "30"}
    receive(
        bot,
        "MESSAGE_CREATE",
        message(type=19, content="嗨", message_reference=reference, referenced_message=None),
    )

    resolved = bot.heard[0].reference.resolved
    assert isinstance(resolved, discord.DeletedReferencedMessage)


@pytest.mark.parametrize(
    ("author", "mentions", "heard"),
    [(ME, [], True), (ME, ["6"], False), (6, [], False)],
)
async def test_a_reply_to_the_bot_needs_no_mention(
    bot: Listening, author: int, mentions: list[str], heard: bool
) -> None:
    receive(
        bot,
        "MESSAGE_CREATE",
        message(
            type=19,
            content="誰首攀的",
            guild_id="20",
            mentions=[{**USER, "id": one} for one in mentions],
            message_reference={"message_id": "8", "channel_id": "30"},
            referenced_message=message(id="8", author={**USER, "id": str(author)}),
        ),
    )

    assert (address_of(bot.heard[0], ME, DEFAULTS) is not None) is heard


async def test_a_server_that_is_not_known_yet_is_no_private_chat(bot: Listening) -> None:
    receive(bot, "MESSAGE_CREATE", message(content="我爬過哪些", guild_id="20"))
    receive(bot, "MESSAGE_CREATE", message(content=f"<@{ME}> 我爬過哪些", guild_id="20"))

    quiet, asked = bot.heard
    assert asked.guild is None
    assert server_of(asked) == 20
    assert address_of(quiet, ME, DEFAULTS) is None
    address = address_of(asked, ME, DEFAULTS)
    assert address is not None
    assert (address.kind, address.text) == ("mention", "我爬過哪些")


async def test_an_interaction_needs_only_what_names_it(bot: Listening) -> None:
    bot._connection._command_tree = None
    least = {"id": "1", "application_id": "2", "type": 2, "token": "t", "data": {"name": "help"}}
    member = {"user": USER, "roles": ["9"], "permissions": "32"}
    receive(bot, "INTERACTION_CREATE", {**least, "user": USER, "context": None, "message": None})
    receive(
        bot,
        "INTERACTION_CREATE",
        {**least, "guild_id": "20", "member": member, "channel": {"id": "30", "type": 0}},
    )

    alone, among = bot.heard
    assert alone.guild_id is None
    assert alone.user.id == 5
    assert among.channel.id == 30
    assert among.permissions.manage_guild
