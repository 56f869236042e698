"""Messages out: as replies in a channel, or as the answer to an interaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.sending import deliver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.discord.replies import Outgoing
    from bot.schema import Language

UNKNOWN_MESSAGE = 10008
_BAD_REFERENCE = 50035


async def reply(
    where: discord.abc.Messageable,
    message: discord.Message,
    parts: Sequence[Outgoing],
    language: Language,
    *,
    placeholder: discord.Message | None = None,
) -> tuple[discord.Message, ...]:
    """Answer a message; a placeholder that was sent before becomes the first part."""
    sent: list[discord.Message] = []
    for number, part in enumerate(parts):
        values = values_of(part, language)
        if number == 0 and placeholder is not None:
            edited = await _edit(placeholder, values)
            if edited is not None:
                sent.append(edited)
                continue
        sent.append(await _send(where, message, values, nonce=f"{message.id}{number:02}"))
    return tuple(sent)


async def reply_view(
    where: discord.abc.Messageable, message: discord.Message, text: str, view: discord.ui.View
) -> discord.Message:
    """A short word with buttons of its own to the author of a message."""
    return await _send(where, message, {"content": text, "view": view}, nonce=f"{message.id}00")


async def reply_text(message: discord.Message, text: str, *, nonce: str = "") -> discord.Message:
    """A short word to the author of a message."""
    return await deliver(
        lambda: message.channel.send(
            text,
            reference=_reference(message),
            mention_author=False,
            nonce=nonce or f"{message.id}90",
        )
    )


async def respond(
    interaction: discord.Interaction,
    parts: Sequence[Outgoing],
    language: Language,
    *,
    ephemeral: bool,
) -> None:
    """Fill the deferred answer, and follow it up when it is long."""
    for number, part in enumerate(parts):
        values = values_of(part, language)
        if number == 0:
            await deliver(lambda values=values: interaction.edit_original_response(**values))  # type: ignore[misc]
        else:
            await deliver(
                lambda values=values: interaction.followup.send(ephemeral=ephemeral, **values)  # type: ignore[misc]
            )


async def respond_text(interaction: discord.Interaction, text: str) -> None:
    """Fill the deferred answer with a short word."""
    await deliver(lambda: interaction.edit_original_response(content=text))


async def _send(
    where: discord.abc.Messageable, message: discord.Message, values: dict[str, Any], *, nonce: str
) -> discord.Message:
    same = getattr(where, "id", None) == message.channel.id
    pointing: dict[str, Any] = {"reference": _reference(message)} if same else {}
    try:
        return await deliver(
            lambda: where.send(mention_author=False, nonce=nonce, **pointing, **values)
        )
    except discord.HTTPException as error:
        if not pointing or error.code != _BAD_REFERENCE or error.status != 400:
            raise
        # the question was deleted meanwhile; the answer may still help those who saw it
        return await deliver(lambda: where.send(nonce=nonce, **values))


async def _edit(placeholder: discord.Message, values: dict[str, Any]) -> discord.Message | None:
    """The placeholder with its text replaced; ``None`` when somebody deleted it."""
    try:
        return await deliver(lambda: placeholder.edit(**values))
    except discord.NotFound:
        return None


def values_of(part: Outgoing, language: Language) -> dict[str, Any]:
    """What Discord is given of a message, sent or edited."""
    values: dict[str, Any] = {"content": part.content or None, "embeds": list(part.embeds)}
    if part.view is not None:
        values["view"] = part.view
    elif part.buttons is not None:
        from bot.discord.views import answer_view  # noqa: PLC0415 - buttons post answers themselves

        values["view"] = answer_view(part.buttons, language)
    return values


def _reference(message: discord.Message) -> discord.MessageReference:
    return message.to_reference(fail_if_not_exists=False)


async def respond_view(interaction: discord.Interaction, text: str, view: discord.ui.View) -> None:
    """Fill the deferred answer with a short word and buttons of its own."""
    await deliver(lambda: interaction.edit_original_response(content=text, view=view))
