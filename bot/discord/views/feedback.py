"""👍, 👎 with an optional reason, and the report of a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

import discord

from bot.discord.sending import acknowledge
from bot.discord.services import services_of, spoken_to
from bot.discord.views.form import Form
from bot.discord.words import say

if TYPE_CHECKING:
    import re

    from bot.schema import Language

Vote = Literal["up", "down"]
MAX_REASON = 1000


class VoteButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:vote:(?P<vote>up|down)",
):
    """One vote a member and answer; the last one counts."""

    def __init__(self, vote: Vote) -> None:
        super().__init__(
            discord.ui.Button(
                emoji="👍" if vote == "up" else "👎",
                style=discord.ButtonStyle.secondary,
                custom_id=f"yy:vote:{vote}",
                row=1,
            )
        )
        self.vote: Vote = vote

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> VoteButton:
        """The button that was pressed."""
        return cls(cast("Vote", match["vote"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Keep the vote; a vote against opens a form that may be left empty."""
        services, language = services_of(interaction), spoken_to(interaction)
        message = interaction.message
        if message is None:
            return
        if self.vote == "down":
            form = ReasonForm(message.id, language)
            await acknowledge(lambda: interaction.response.send_modal(form))
        else:
            words = say("vote.up", language)
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
        at = services.clock().isoformat(timespec="seconds")
        answer, voter = str(message.id), str(interaction.user.id)
        value = 1 if self.vote == "up" else -1
        await services.state.run(lambda state: state.vote(answer, voter, value, at))


class ReasonForm(Form):
    """Why an answer was no good; optional."""

    def __init__(self, message_id: int, language: Language) -> None:
        super().__init__(
            title=say("vote.title", language), custom_id=f"yy:reason:{message_id}", timeout=900
        )
        self.message_id = message_id
        self.reason: discord.ui.TextInput[ReasonForm] = discord.ui.TextInput(
            label=say("vote.reason", language),
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=MAX_REASON,
            custom_id="reason",
        )
        self.add_item(self.reason)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Keep the reason beside the vote."""
        services, language = services_of(interaction), spoken_to(interaction)
        words = say("vote.down", language)
        await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
        answer, voter, reason = str(self.message_id), str(interaction.user.id), self.reason.value
        await services.state.run(lambda state: state.explain_vote(answer, voter, reason))


class ReportButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:report:(?P<routes>[0-9a-f.]*)",
):
    """Opens the form for a mistake in the data."""

    def __init__(self, routes: str, language: Language = "zh") -> None:
        super().__init__(
            discord.ui.Button(
                label=say("button.report", language),
                style=discord.ButtonStyle.secondary,
                custom_id=f"yy:report:{routes}",
                row=1,
            )
        )
        self.routes = routes

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> ReportButton:
        """The button that was pressed."""
        return cls(match["routes"])

    async def callback(self, interaction: discord.Interaction) -> None:
        """Show the form."""
        form = ReportForm(self.routes, interaction.message, spoken_to(interaction))
        await acknowledge(lambda: interaction.response.send_modal(form))


class ReportForm(Form):
    """What is wrong, and what is right."""

    def __init__(self, routes: str, message: discord.Message | None, language: Language) -> None:
        super().__init__(title=say("report.title", language), timeout=900)
        self.routes = routes
        self.link = message.jump_url if message is not None else ""
        self.text: discord.ui.TextInput[ReportForm] = discord.ui.TextInput(
            label=say("report.text", language),
            style=discord.TextStyle.paragraph,
            max_length=MAX_REASON,
            custom_id="text",
        )
        self.add_item(self.text)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Keep the report for the admins."""
        services, language = services_of(interaction), spoken_to(interaction)
        words = say("report.thanks", language)
        await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
        routes = [services.brain.route(short) for short in self.routes.split(".") if short]
        about = "、".join(route.id for route in routes if route is not None) or self.link
        at = services.clock().isoformat(timespec="seconds")
        guild, user = str(interaction.guild_id or ""), str(interaction.user.id)
        text = self.text.value
        await services.state.run(lambda state: state.report(guild, user, about, text, at))
