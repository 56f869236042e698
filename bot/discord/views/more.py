"""「換一批」: the next page of a recommendation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.context import history_of, turns_of
from bot.discord.markup import quote
from bot.discord.posting import respond, respond_text
from bot.discord.replies import compose, language_of
from bot.discord.services import responding, services_of, spoken_to
from bot.discord.words import say
from bot.schema import Turn
from knowledge.text import has_han

if TYPE_CHECKING:
    import re

    from bot.schema import Answer, Language

AGAIN: dict[Language, str] = {"zh": "換一批", "en": "show others"}
_MAX_PAGES = 5
"""Pages that one conversation can name; the button goes after the last."""


class MoreButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:more:(?P<page>\d)",
):
    """Asks the question again for other routes."""

    def __init__(self, page: int = 0, language: Language = "zh") -> None:
        super().__init__(
            discord.ui.Button(
                label=say("button.more", language),
                style=discord.ButtonStyle.primary,
                custom_id=f"yy:more:{page}",
                row=0,
            )
        )
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> MoreButton:
        """The button that was pressed."""
        return cls(int(match["page"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Show the next routes in a message of their own, as visible as the first."""
        message = interaction.message
        private = message is None or message.flags.ephemeral or interaction.guild_id is None
        async with responding(interaction, ephemeral=private, counted=True) as waits:
            if not waits or message is None:
                return
            turns = await self._asked(interaction, message)
            if not turns:
                await respond_text(interaction, say("more.forgotten", spoken_to(interaction)))
                return
            language: Language = "zh" if has_han(turns[-1].content) else "en"
            again = AGAIN[language]
            answer = await services_of(interaction).answer(
                again,
                history=(*turns, *(Turn("user", again) for _ in range(self.page))),
                user_id=str(interaction.user.id) if private else "",
                guild_id=interaction.guild_id,
            )
            await self._show(interaction, answer, turns[-1].content, private=private)

    async def _asked(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> tuple[Turn, ...]:
        """The questions that led to the answer under which the button stands."""
        me = interaction.client.user
        if me is None:
            return ()
        own = [turn for turn in turns_of([message], me.id) if turn.role == "user"]
        if own:
            return tuple(own)
        earlier = await history_of(message, me.id, whole_channel=False)
        return tuple(turn for turn in earlier.turns if turn.role == "user")

    async def _show(
        self, interaction: discord.Interaction, answer: Answer, asked: str, *, private: bool
    ) -> None:
        parts = compose(answer, head=quote(asked))
        buttons = parts[-1].buttons
        if buttons is not None:
            page = self.page + 1
            more = answer.intent == "recommend" and not answer.abstained and page < _MAX_PAGES
            parts = (
                *parts[:-1],
                replace(parts[-1], buttons=replace(buttons, more=more, page=page)),
            )
        await respond(interaction, parts, language_of(answer), ephemeral=private)
