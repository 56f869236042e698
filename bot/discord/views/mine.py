"""「只給我看」: a personal question asked in public is answered to the person who asked alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.addressing import question_text
from bot.discord.private import answer_privately
from bot.discord.sending import acknowledge, deliver
from bot.discord.services import responding, services_of, spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    import re

    from bot.schema import Language

IN_MEMORY = "m"
"""Before a key: the question is in memory (a slash command); else the key is a message's id."""


class MineButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:mine:(?P<user>\d+):(?P<key>m?\d+)",
):
    """Answers privately; only for the person who asked."""

    def __init__(self, user_id: int, key: str, language: Language = "zh") -> None:
        super().__init__(
            discord.ui.Button(
                label=say("mine.button", language),
                style=discord.ButtonStyle.primary,
                custom_id=f"yy:mine:{user_id}:{key}",
            )
        )
        self.user_id, self.key = user_id, key

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> MineButton:
        """The button that was pressed."""
        return cls(int(match["user"]), match["key"])

    async def callback(self, interaction: discord.Interaction) -> None:
        """Answer the question to the asker, visible to nobody else."""
        if interaction.user.id != self.user_id:
            words = say("mine.not_yours", spoken_to(interaction))
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
            return
        async with responding(interaction, ephemeral=True, counted=True) as waits:
            if waits:
                text = await self._question(interaction)
                await answer_privately(interaction, text)

    async def _question(self, interaction: discord.Interaction) -> str:
        """What was asked; empty when nobody knows any more."""
        if self.key.startswith(IN_MEMORY):
            return services_of(interaction).questions.get(self.key, "")
        channel = interaction.channel
        if not isinstance(channel, discord.abc.Messageable):
            return ""
        try:
            message = await deliver(lambda: channel.fetch_message(int(self.key)), attempts=3)
        except (discord.NotFound, discord.Forbidden):
            return ""
        me = interaction.client.user
        if me is None or message.author.id != self.user_id:
            return ""
        return question_text(message, me.id)
