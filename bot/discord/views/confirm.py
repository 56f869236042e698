"""Yes and no under a preview: nothing is done before the person who asked agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

import discord

from bot.discord.failures import failure_words
from bot.discord.patience import shown_patiently
from bot.discord.sending import acknowledge, deliver
from bot.discord.services import services_of, spoken_to
from bot.discord.splitting import split_text
from bot.discord.words import say

if TYPE_CHECKING:
    import re

    from bot.schema import Language

Choice = Literal["yes", "no"]


class ChoiceButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:(?P<choice>yes|no):(?P<key>[0-9a-f]{16})",
):
    """Does what was proposed, or drops it."""

    def __init__(self, choice: Choice, key: str, label: str = "") -> None:
        yes = choice == "yes"
        super().__init__(
            discord.ui.Button(
                label=label or ("✓" if yes else "✕"),
                style=discord.ButtonStyle.success if yes else discord.ButtonStyle.secondary,
                custom_id=f"yy:{choice}:{key}",
            )
        )
        self.choice: Choice = choice
        self.key = key

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> ChoiceButton:
        """The button that was pressed."""
        return cls(cast("Choice", match["choice"]), match["key"])

    async def callback(self, interaction: discord.Interaction) -> None:
        """Replace the preview by what came of it."""
        services, language = services_of(interaction), spoken_to(interaction)
        owner = services.proposals.owner(self.key)
        if owner is not None and owner != interaction.user.id:
            words = say("mine.not_yours", language)
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
            return
        if not await acknowledge(interaction.response.defer):
            return
        told = await shown_patiently(interaction, self._outcome(interaction))
        first, *rest = split_text(told) or ("…",)
        await deliver(lambda: interaction.edit_original_response(content=first, view=None))
        for part in rest:
            await deliver(lambda part=part: interaction.followup.send(part, ephemeral=True))  # type: ignore[misc]

    async def _outcome(self, interaction: discord.Interaction) -> str:
        services, language = services_of(interaction), spoken_to(interaction)
        proposal = services.proposals.take(self.key, services.clock())
        if proposal is None:
            return say("change.gone", language)
        if self.choice == "no":
            return say("change.cancelled", language)
        try:
            return await proposal.run()
        except Exception as error:  # noqa: BLE001 - the runner of a yes: somebody is told
            return failure_words(error, language)


def choice_view(key: str, language: Language, *, yes: str = "", no: str = "") -> discord.ui.View:
    """The two buttons of a proposal."""
    view = discord.ui.View(timeout=None)
    view.add_item(ChoiceButton("yes", key, yes or say("change.save", language)))
    view.add_item(ChoiceButton("no", key, no or say("change.cancel", language)))
    return view
