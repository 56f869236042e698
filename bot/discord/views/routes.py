"""「加入想爬」 and 「記一筆」 under a route: into the log of whoever presses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.brain import digest
from bot.discord.log_actions import wish_for
from bot.discord.markup import clip
from bot.discord.posting import respond_text, respond_view
from bot.discord.sending import acknowledge
from bot.discord.services import Services, responding, services_of, spoken_to
from bot.discord.views.ascent_form import AscentForm
from bot.discord.words import say

if TYPE_CHECKING:
    import re

    from bot.schema import Language
    from knowledge.schema import Route

_LABEL = 100


class WishButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:wish:(?P<routes>[0-9a-f.]+)",
):
    """Puts a route on the presser's list of wishes; asks which one when there are several."""

    def __init__(self, routes: str, language: Language = "zh") -> None:
        super().__init__(
            discord.ui.Button(
                label=say("button.wish", language),
                style=discord.ButtonStyle.success,
                custom_id=f"yy:wish:{routes}",
                row=0,
            )
        )
        self.routes = routes

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> WishButton:
        """The button that was pressed."""
        return cls(match["routes"])

    async def callback(self, interaction: discord.Interaction) -> None:
        """Add the route, seen by the presser alone."""
        async with responding(interaction, ephemeral=True) as waits:
            if not waits:
                return
            services, language = services_of(interaction), spoken_to(interaction)
            routes = routes_of(services, self.routes)
            if not routes:
                await respond_text(interaction, say("route.gone", language))
            elif len(routes) == 1:
                await respond_text(interaction, await wish_for(interaction, routes[0]))
            else:
                view = discord.ui.View(timeout=None)
                view.add_item(WishChoice(routes, language))
                await respond_view(interaction, say("wish.which", language), view)


class WishChoice(discord.ui.Select[discord.ui.View]):
    """Which of the shown routes to wish for; answered where it stands."""

    def __init__(self, routes: list[Route], language: Language) -> None:
        super().__init__(
            custom_id="yy:wishes",
            placeholder=say("wish.which", language),
            options=[option(route) for route in routes],
        )

    async def callback(self, interaction: discord.Interaction) -> None:
        """Add the chosen route."""
        await choose_wish(interaction, self.values)


async def choose_wish(interaction: discord.Interaction, values: list[str]) -> None:
    """Add the routes that were chosen in a list."""
    async with responding(interaction, ephemeral=True) as waits:
        if not waits:
            return
        services, language = services_of(interaction), spoken_to(interaction)
        routes = [route for value in values for route in routes_of(services, value)]
        told = [await wish_for(interaction, route) for route in routes]
        await respond_text(interaction, "\n".join(told) or say("route.gone", language))


class RecordButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"yy:rec:(?P<routes>[0-9a-f.]+)",
):
    """Opens the form for an ascent; asks which route when there are several."""

    def __init__(self, routes: str, language: Language = "zh") -> None:
        super().__init__(
            discord.ui.Button(
                label=say("button.record", language),
                style=discord.ButtonStyle.success,
                custom_id=f"yy:rec:{routes}",
                row=0,
            )
        )
        self.routes = routes

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> RecordButton:
        """The button that was pressed."""
        return cls(match["routes"])

    async def callback(self, interaction: discord.Interaction) -> None:
        """The form at once for one route, else a list to choose from, for the presser alone."""
        services, language = services_of(interaction), spoken_to(interaction)
        routes = routes_of(services, self.routes)
        if len(routes) == 1:
            form = AscentForm(language, services.brain.place_and_name(routes[0]))
            await acknowledge(lambda: interaction.response.send_modal(form))
            return
        if not routes:
            words = say("route.gone", language)
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
            return
        view = discord.ui.View(timeout=None)
        view.add_item(RecordChoice(routes, language))
        words = say("record.which", language)
        await acknowledge(
            lambda: interaction.response.send_message(words, view=view, ephemeral=True)
        )


class RecordChoice(discord.ui.Select[discord.ui.View]):
    """Which of the shown routes was climbed."""

    def __init__(self, routes: list[Route], language: Language) -> None:
        super().__init__(
            custom_id="yy:records",
            placeholder=say("record.which", language),
            options=[option(route) for route in routes],
        )

    async def callback(self, interaction: discord.Interaction) -> None:
        """The form for the chosen route."""
        services, language = services_of(interaction), spoken_to(interaction)
        routes = routes_of(services, self.values[0])
        if not routes:
            words = say("route.gone", language)
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
            return
        form = AscentForm(language, services.brain.place_and_name(routes[0]))
        await acknowledge(lambda: interaction.response.send_modal(form))


def routes_of(services: Services, shorts: str) -> list[Route]:
    """The routes that a button names, as far as the catalogue still holds them."""
    found = (services.brain.route(short) for short in shorts.split("."))
    return [route for route in found if route is not None]


def option(route: Route) -> discord.SelectOption:
    """A route in a list to choose from."""
    label = "｜".join(part for part in (route.display_name, route.grade.raw) if part)
    return discord.SelectOption(label=clip(label, _LABEL), value=digest(route.id))
