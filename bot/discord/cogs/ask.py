"""/ask /route /crag /gym /grade /recommend /glossary: questions with a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.asking import ask, convert, look_up, suggest
from bot.discord.services import respond

if TYPE_CHECKING:
    from bot.discord.services import Services

Choices = list[app_commands.Choice[str]]
MAX_QUESTION = 1000
MAX_NAME = 100
SYSTEMS = [
    app_commands.Choice(name="French", value="法式"),
    app_commands.Choice(name="YDS", value="YDS"),
    app_commands.Choice(name="UIAA", value="UIAA"),
    app_commands.Choice(name="V scale", value="V 級"),
    app_commands.Choice(name="Font", value="Font"),
]
KINDS = [
    app_commands.Choice(name="Sport", value="運攀"),
    app_commands.Choice(name="Trad", value="傳攀"),
    app_commands.Choice(name="Top rope", value="上方架繩"),
    app_commands.Choice(name="Boulder", value="抱石"),
]


class AskCog(commands.Cog):
    """Questions about what everybody may know."""

    def __init__(self, services: Services) -> None:
        self.services = services

    @app_commands.command(
        name="ask", description="Ask anything about routes, crags, gyms or climbing"
    )
    @app_commands.describe(question="Your question", private="Only you see the answer")
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        private: bool = False,
    ) -> None:
        """Any question."""
        await respond(
            interaction, lambda: ask(interaction, question, private=private), ephemeral=private
        )

    @app_commands.command(name="route", description="Look a route up")
    @app_commands.describe(name="Name of the route")
    async def route(
        self, interaction: discord.Interaction, name: app_commands.Range[str, 1, MAX_NAME]
    ) -> None:
        """One route."""
        await respond(interaction, lambda: look_up(interaction, "route", name), ephemeral=False)

    @app_commands.command(name="crag", description="Look a crag up")
    @app_commands.describe(name="Name of the crag")
    async def crag(
        self, interaction: discord.Interaction, name: app_commands.Range[str, 1, MAX_NAME]
    ) -> None:
        """One crag."""
        await respond(interaction, lambda: look_up(interaction, "crag", name), ephemeral=False)

    @app_commands.command(name="gym", description="Look a gym up")
    @app_commands.describe(name="Name of the gym")
    async def gym(
        self, interaction: discord.Interaction, name: app_commands.Range[str, 1, MAX_NAME]
    ) -> None:
        """One gym."""
        await respond(interaction, lambda: look_up(interaction, "gym", name), ephemeral=False)

    @app_commands.command(name="grade", description="Convert a grade")
    @app_commands.describe(grade="The grade, e.g. 5.10a, 6b, V4", to="Into which system")
    @app_commands.choices(to=SYSTEMS)
    async def grade(
        self,
        interaction: discord.Interaction,
        grade: app_commands.Range[str, 1, MAX_NAME],
        to: app_commands.Choice[str] | None = None,
    ) -> None:
        """A grade in other systems."""
        system = to.value if to else ""
        await respond(interaction, lambda: convert(interaction, grade, system), ephemeral=False)

    @app_commands.command(name="recommend", description="Get up to three routes that fit")
    @app_commands.describe(
        crag="Where",
        grade="About which grade",
        kind="Which kind of climbing",
        wish="Anything else, e.g. slab, shade, first lead",
    )
    @app_commands.choices(kind=KINDS)
    async def recommend(
        self,
        interaction: discord.Interaction,
        crag: app_commands.Range[str, 1, MAX_NAME] | None = None,
        grade: app_commands.Range[str, 1, MAX_NAME] | None = None,
        kind: app_commands.Choice[str] | None = None,
        wish: app_commands.Range[str, 1, MAX_NAME] | None = None,
    ) -> None:
        """Routes for the member's wishes, in the one format."""
        parts = [crag, grade, kind.value if kind else None, wish]
        wishes = " ".join(part for part in parts if part)
        text = f"推薦 {wishes} 的路線" if wishes else "推薦路線"
        await respond(interaction, lambda: ask(interaction, text), ephemeral=False)

    @app_commands.command(name="glossary", description="What a climbing word means")
    @app_commands.describe(term="The word")
    async def glossary(
        self, interaction: discord.Interaction, term: app_commands.Range[str, 1, MAX_NAME]
    ) -> None:
        """One word."""
        await respond(interaction, lambda: look_up(interaction, "term", term), ephemeral=False)

    @route.autocomplete("name")
    async def _route_names(self, interaction: discord.Interaction, typed: str) -> Choices:
        return suggest(interaction, "route", typed)

    @crag.autocomplete("name")
    @recommend.autocomplete("crag")
    async def _crag_names(self, interaction: discord.Interaction, typed: str) -> Choices:
        return suggest(interaction, "crag", typed)

    @gym.autocomplete("name")
    async def _gym_names(self, interaction: discord.Interaction, typed: str) -> Choices:
        return suggest(interaction, "gym", typed)

    @grade.autocomplete("grade")
    @recommend.autocomplete("grade")
    async def _grades(self, interaction: discord.Interaction, typed: str) -> Choices:
        return suggest(interaction, "grade", typed)

    @glossary.autocomplete("term")
    async def _terms(self, interaction: discord.Interaction, typed: str) -> Choices:
        return suggest(interaction, "term", typed)
