"""「收回」 under something shared of a log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.sending import acknowledge, deliver
from bot.discord.services import services_of, spoken_to
from bot.discord.words import say

if TYPE_CHECKING:
    import re

    from bot.schema import Language

logger = logging.getLogger(__name__)


class UnshareButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:unshare:(?P<user>\d+)",
):
    """Takes the message away; only for whoever shared it."""

    def __init__(self, user_id: int, language: Language = "zh") -> None:
        super().__init__(
            discord.ui.Button(
                label=say("share.back", language),
                style=discord.ButtonStyle.secondary,
                custom_id=f"yy:unshare:{user_id}",
            )
        )
        self.user_id = user_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> UnshareButton:
        """The button that was pressed."""
        return cls(int(match["user"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Delete the message and forget the share."""
        services, language = services_of(interaction), spoken_to(interaction)
        message = interaction.message
        own = interaction.user.id == self.user_id
        words = say("share.taken" if own else "mine.not_yours", language)
        await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
        if not own or message is None:
            return
        try:
            await deliver(message.delete)
        except discord.NotFound:
            logger.info("a share had been deleted before")
        message_id = str(message.id)
        await services.state.run(lambda state: state.unshare(message_id))


def share_view(user_id: int, language: Language) -> discord.ui.View:
    """The one button under a share."""
    view = discord.ui.View(timeout=None)
    view.add_item(UnshareButton(user_id, language))
    return view
