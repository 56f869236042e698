"""/log: a member's own climbing log. Everything is ephemeral from the deferral on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.log_files import offer_import, send_export
from bot.discord.log_pictures import send_picture
from bot.discord.log_sharing import offer_share
from bot.discord.log_undo import undo
from bot.discord.private import answer_privately
from bot.discord.sending import acknowledge
from bot.discord.services import form_language, respond, spoken_to
from bot.discord.views.ascent_form import AscentForm
from knowledge.text import has_han

if TYPE_CHECKING:
    from bot.discord.services import Services

MAX_TEXT = 500
FORMATS = [
    app_commands.Choice(name="JSON (loses nothing)", value="json"),
    app_commands.Choice(name="CSV (for spreadsheets)", value="csv"),
    app_commands.Choice(name="Mountain Project CSV", value="mountain-project"),
    app_commands.Choice(name="theCrag CSV", value="thecrag"),
]
SHARES = [
    app_commands.Choice(name="My last climb", value="last"),
    app_commands.Choice(name="My pyramid", value="pyramid"),
]


class LogCog(commands.GroupCog, group_name="log", group_description="Your own climbing log"):
    """The log of whoever asks; nobody else ever sees it."""

    def __init__(self, services: Services) -> None:
        self.services = services

    @app_commands.command(name="add", description="Log a climb with a form")
    async def add(self, interaction: discord.Interaction) -> None:
        """The form; opening it is the acknowledgement."""
        form = AscentForm(spoken_to(interaction))
        await acknowledge(lambda: interaction.response.send_modal(form))

    @app_commands.command(name="quick", description="Log a climb in your own words")
    @app_commands.describe(text="For example: today Grey Whale flash")
    async def quick(
        self, interaction: discord.Interaction, text: app_commands.Range[str, 1, MAX_TEXT]
    ) -> None:
        """A sentence, read and shown before it is saved."""
        language = form_language(interaction, text)
        await respond(
            interaction,
            lambda: answer_privately(interaction, f"記一筆：{text}", language=language),
        )

    @app_commands.command(name="list", description="What you logged")
    @app_commands.describe(when="For example: last month, 2026, at Wuming Cape")
    async def list(
        self,
        interaction: discord.Interaction,
        when: app_commands.Range[str, 1, MAX_TEXT] | None = None,
    ) -> None:
        """The entries."""
        words = _sentence(interaction, "列出我{}的攀登紀錄", "List my log {}", when)
        await respond(interaction, lambda: answer_privately(interaction, words))

    @app_commands.command(name="edit", description="Correct an entry in your own words")
    @app_commands.describe(change="For example: make the last one a flash")
    async def edit(
        self, interaction: discord.Interaction, change: app_commands.Range[str, 1, MAX_TEXT]
    ) -> None:
        """A correction, shown before it is saved."""
        await respond(interaction, lambda: answer_privately(interaction, change))

    @app_commands.command(name="undo", description="Take your last change back")
    async def undo(self, interaction: discord.Interaction) -> None:
        """The last change, undone."""
        await respond(interaction, lambda: undo(interaction), counted=False)

    @app_commands.command(name="stats", description="Your log in figures")
    @app_commands.describe(when="For example: this year")
    async def stats(
        self,
        interaction: discord.Interaction,
        when: app_commands.Range[str, 1, MAX_TEXT] | None = None,
    ) -> None:
        """Figures, and the months as a picture."""
        words = _sentence(interaction, "我{}的攀登統計", "My climbing statistics {}", when)
        await respond(interaction, lambda: send_picture(interaction, "volume", words))

    @app_commands.command(name="pyramid", description="Your grade pyramid as a picture")
    async def pyramid(self, interaction: discord.Interaction) -> None:
        """The pyramid."""
        words = _sentence(interaction, "我的難度金字塔", "My grade pyramid")
        await respond(interaction, lambda: send_picture(interaction, "pyramid", words))

    @app_commands.command(name="projects", description="What you have not finished yet")
    async def projects(self, interaction: discord.Interaction) -> None:
        """Open projects."""
        words = _sentence(interaction, "我還有哪些 project 沒完成", "My open projects")
        await respond(interaction, lambda: answer_privately(interaction, words))

    @app_commands.command(name="import", description="Bring your log from another site")
    @app_commands.describe(file="A file of Mountain Project, theCrag, 8a, KAYA, UKC or a board")
    async def import_(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """A file, shown before anything is saved."""
        await respond(interaction, lambda: offer_import(interaction, file))

    @app_commands.command(name="export", description="Your whole log as a file")
    @app_commands.rename(kind="format")
    @app_commands.describe(kind="Which kind of file")
    @app_commands.choices(kind=FORMATS)
    async def export(
        self, interaction: discord.Interaction, kind: app_commands.Choice[str] | None = None
    ) -> None:
        """A file for the member alone."""
        await respond(interaction, lambda: send_export(interaction, kind.value if kind else "json"))

    @app_commands.command(name="share", description="Show one thing of your log in this channel")
    @app_commands.describe(what="What to show")
    @app_commands.choices(what=SHARES)
    async def share(self, interaction: discord.Interaction, what: app_commands.Choice[str]) -> None:
        """A preview for the member; only a click shows it to others, and it can be taken back."""
        await respond(interaction, lambda: offer_share(interaction, what.value))


def _sentence(
    interaction: discord.Interaction, chinese: str, english: str, when: str | None = None
) -> str:
    """A command as the member would say it: in the language of what was typed, else their own."""
    if when:
        return (chinese if has_han(when) else english).format(when)
    return (chinese if spoken_to(interaction) == "zh" else english).format("").strip()
