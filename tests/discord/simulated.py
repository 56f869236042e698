"""Short words for the tests on SimCord."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import discord
    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle
    from simcord.results import InteractionResult


def mention(env: simcord.Env, text: str) -> str:
    """A message that mentions the bot."""
    if env.bot.user is None:
        raise AssertionError("the bot is not there")
    return f"<@{env.bot.user.id}> {text}"


def said(channel: ChannelHandle) -> discord.Message:
    """The last message of a channel."""
    message = channel.last_message
    if message is None:
        raise AssertionError("nobody said anything")
    return message


def words(message: Any) -> str:
    """Content and embeds of a message, to look for words in."""
    parts = [message.content or ""]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or "", embed.footer.text or ""]
        parts += [f"{field.name} {field.value}" for field in embed.fields]
    return "\n".join(parts)


def answer(result: InteractionResult) -> str:
    """What an interaction was answered with."""
    if result.response is None:
        raise AssertionError("no response")
    return words(result.response)


def buttons(message: Any) -> dict[str, str]:
    """Custom id -> label of the buttons of a message."""
    found: dict[str, str] = {}
    for row in message.components:
        children = row["components"] if isinstance(row, dict) else row.children
        for child in children:
            if isinstance(child, dict):
                found[child["custom_id"]] = child.get("label") or child["emoji"]["name"]
            else:
                found[child.custom_id] = child.label or str(child.emoji)
    return found


def button(message: Any, start: str) -> str:
    """The custom id that begins so."""
    return next(custom_id for custom_id in buttons(message) if custom_id.startswith(start))


def deferral(env: simcord.Env) -> tuple[int, bool]:
    """Type of the last first response to an interaction, and whether it was ephemeral."""
    sent = [one.json for one in env.http_requests if one.path.endswith("/callback")]
    body = sent[-1] or {}
    return body["type"], bool((body.get("data") or {}).get("flags", 0) & 64)


async def press(who: MemberActor, shown: InteractionResult, start: str) -> InteractionResult:
    """Press the button that begins so under what an interaction was answered with."""
    if shown.response is None:
        raise AssertionError("no response")
    return await who.click(shown.response.message, custom_id=button(shown.response, start))
