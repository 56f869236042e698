"""/admin: thin over what publishes the knowledge and keeps the settings; everything is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord import admin_knowledge, admin_notices, admin_settings
from bot.discord.asking import suggest
from bot.discord.guard import administer, may_administer, refuse
from bot.discord.sending import acknowledge
from bot.discord.services import spoken_to
from bot.discord.views.notice_form import NoticeForm, PasteForm
from bot.discord.words import say
from knowledge.importers.notices import TEMPLATES

if TYPE_CHECKING:
    from typing import Any

    from bot.discord.services import Services
    from knowledge.schema import Notice

Choices = list[app_commands.Choice[str]]
MAX_NAME = 100
KINDS = [
    app_commands.Choice(name=name, value=value)
    for name, value in (
        ("New set", "reset"),
        ("Closure", "closure"),
        ("Opening hours", "hours"),
        ("Price", "price"),
        ("Event", "event"),
        ("Access", "access"),
        ("Hardware", "hardware"),
    )
]
LANGUAGES = [
    app_commands.Choice(name="Automatic", value="auto"),
    app_commands.Choice(name="Chinese", value="zh"),
    app_commands.Choice(name="English", value="en"),
]
WHOSE = [
    app_commands.Choice(name="Each member", value="user"),
    app_commands.Choice(name="The whole server", value="guild"),
]
FORMS = [app_commands.Choice(name=form.upper(), value=form) for form in TEMPLATES]
Count = app_commands.Range[int, 1, 1_000_000]


@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
class AdminCog(
    commands.GroupCog, group_name="admin", group_description="For the admins of this server"
):
    """What the admins of a server may do."""

    gym = app_commands.Group(name="gym", description="Notices about gyms and crags")
    settings = app_commands.Group(name="settings", description="How the bot behaves in this server")

    def __init__(self, services: Services) -> None:
        self.services = services

    @app_commands.command(name="reload", description="Load a file with notices or data")
    @app_commands.describe(
        file="JSON, CSV, XLSX, YAML or Markdown",
        source="Name of the source",
        replace="Remove what the source no longer holds",
        good_rows="Leave out rows with mistakes",
    )
    async def reload(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment,
        source: app_commands.Range[str, 1, MAX_NAME] | None = None,
        replace: bool = False,
        good_rows: bool = False,
    ) -> None:
        """A file, shown as what it changes before anything is changed."""
        await administer(
            interaction,
            "reload",
            lambda: admin_knowledge.offer_reload(
                interaction, file, source=source or "", replace=replace, good_rows=good_rows
            ),
        )

    @app_commands.command(name="template", description="A form for notices to fill in")
    @app_commands.choices(form=FORMS)
    @app_commands.describe(form="Which kind of file")
    @app_commands.rename(form="format")
    async def template(
        self, interaction: discord.Interaction, form: app_commands.Choice[str] | None = None
    ) -> None:
        """A file to fill in."""
        await administer(
            interaction,
            "template",
            lambda: admin_knowledge.send_template(interaction, form.value if form else "csv"),
        )

    @app_commands.command(name="status", description="How the bot is doing")
    async def status(self, interaction: discord.Interaction) -> None:
        """Figures, reports, audit."""
        await administer(interaction, "status", lambda: admin_settings.tell_status(interaction))

    @app_commands.command(name="history", description="Versions of the data")
    async def history(self, interaction: discord.Interaction) -> None:
        """The versions, newest first."""
        await administer(interaction, "history", lambda: admin_knowledge.tell_history(interaction))

    @app_commands.command(name="rollback", description="Go back to an earlier version")
    @app_commands.describe(version="Number of the version")
    async def rollback(self, interaction: discord.Interaction, version: Count) -> None:
        """An earlier version again, after a yes; for operators."""
        await administer(
            interaction,
            f"rollback {version}",
            lambda: admin_knowledge.offer_rollback(interaction, version),
        )

    @app_commands.command(name="diff", description="What changed between two versions")
    @app_commands.describe(before="The earlier version", after="The later version")
    async def diff(self, interaction: discord.Interaction, before: Count, after: Count) -> None:
        """The changes."""
        await administer(
            interaction, "diff", lambda: admin_knowledge.tell_diff(interaction, before, after)
        )

    @gym.command(name="post", description="Publish a notice")
    @app_commands.describe(about="Gym, crag or route", kind="What kind of notice")
    @app_commands.choices(kind=KINDS)
    async def post(
        self,
        interaction: discord.Interaction,
        about: app_commands.Range[str, 1, MAX_NAME],
        kind: app_commands.Choice[str],
    ) -> None:
        """A form; what it says is published at once."""
        await self._form(interaction, {"about": about, "kind": kind.value}, None)

    @gym.command(name="paste", description="Read an announcement that was posted elsewhere")
    @app_commands.describe(about="Gym, crag or route")
    async def paste(
        self,
        interaction: discord.Interaction,
        about: app_commands.Range[str, 1, MAX_NAME] | None = None,
    ) -> None:
        """A form for the announcement; what is read of it is shown first."""
        if not may_administer(interaction):
            words = await refuse(interaction, "gym form")
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
            return
        form = PasteForm(spoken_to(interaction), about or "")
        await acknowledge(lambda: interaction.response.send_modal(form))

    @gym.command(name="edit", description="Change a notice")
    @app_commands.describe(notice="Which notice")
    async def edit(
        self, interaction: discord.Interaction, notice: app_commands.Range[str, 1, MAX_NAME]
    ) -> None:
        """The form of a notice."""
        found = next(
            (one for one in admin_notices.notices_of(interaction) if one.id == notice), None
        )
        await self._form(interaction, {}, found, needed=True)

    @gym.command(name="retire", description="Take a notice down")
    @app_commands.describe(notice="Which notice")
    async def retire(
        self, interaction: discord.Interaction, notice: app_commands.Range[str, 1, MAX_NAME]
    ) -> None:
        """Out of every answer."""
        await administer(
            interaction, f"gym retire {notice}", lambda: admin_notices.retire(interaction, notice)
        )

    @settings.command(name="show", description="Show the settings")
    async def show(self, interaction: discord.Interaction) -> None:
        """All settings."""
        await administer(interaction, "settings show", lambda: admin_settings.change(interaction))

    @settings.command(name="channel", description="Answer everything in a channel, or stop it")
    @app_commands.describe(channel="Which channel", on="On or off")
    async def channel(
        self,
        interaction: discord.Interaction,
        channel: discord.TextChannel | discord.ForumChannel,
        on: bool = True,
    ) -> None:
        """An answering channel."""

        async def switch() -> None:
            settings = self.services.settings.of(interaction.guild_id)
            kept = admin_settings.with_channel(settings, channel.id, on=on)
            await admin_settings.change(interaction, channels=kept)

        await administer(interaction, "settings channel", switch)

    @settings.command(name="language", description="Language of buttons and notices")
    @app_commands.describe(language="Which language")
    @app_commands.choices(language=LANGUAGES)
    async def language(
        self, interaction: discord.Interaction, language: app_commands.Choice[str]
    ) -> None:
        """The language of the server."""
        await administer(
            interaction,
            "settings language",
            lambda: admin_settings.change(interaction, language=language.value),
        )

    @settings.command(name="quota", description="How many questions are allowed")
    @app_commands.describe(
        whose="For one member, or for the whole server",
        per_minute="Questions a minute",
        per_day="Questions a day",
    )
    @app_commands.choices(whose=WHOSE)
    async def quota(
        self,
        interaction: discord.Interaction,
        whose: app_commands.Choice[str],
        per_minute: Count,
        per_day: Count,
    ) -> None:
        """Limits."""
        values = {
            f"{whose.value}_minute": str(per_minute),
            f"{whose.value}_day": str(per_day),
        }
        await administer(
            interaction, "settings quota", lambda: admin_settings.change(interaction, **values)
        )

    @settings.command(
        name="role", description="Who may use /admin beside those who manage the server"
    )
    @app_commands.describe(role="Which role; none to allow nobody else")
    async def role(
        self, interaction: discord.Interaction, role: discord.Role | None = None
    ) -> None:
        """The role of the admins."""
        await administer(
            interaction,
            "settings role",
            lambda: admin_settings.change(interaction, admin_role=str(role.id) if role else ""),
        )

    @settings.command(name="threads", description="Answer mentions in a thread of their own")
    @app_commands.describe(on="On or off")
    async def threads(self, interaction: discord.Interaction, on: bool) -> None:
        """Threads of their own."""
        await administer(
            interaction,
            "settings threads",
            lambda: admin_settings.change(interaction, threads="1" if on else "0"),
        )

    async def _form(
        self,
        interaction: discord.Interaction,
        given: dict[str, Any],
        notice: Notice | None,
        *,
        needed: bool = False,
    ) -> None:
        """The form, if the person may and the notice is there; its opening is the answer."""
        words = ""
        if not may_administer(interaction):
            words = await refuse(interaction, "gym form")
        elif needed and notice is None:
            words = say("notice.unknown", spoken_to(interaction))
        if words:
            await acknowledge(lambda: interaction.response.send_message(words, ephemeral=True))
            return
        form = NoticeForm(spoken_to(interaction), given, notice)
        await acknowledge(lambda: interaction.response.send_modal(form))

    @post.autocomplete("about")
    @paste.autocomplete("about")
    async def _about(self, interaction: discord.Interaction, typed: str) -> Choices:
        gyms = suggest(interaction, "gym", typed)
        return [*gyms, *suggest(interaction, "crag", typed)][: admin_notices.MAX_CHOICES]

    @edit.autocomplete("notice")
    @retire.autocomplete("notice")
    async def _notices(self, interaction: discord.Interaction, typed: str) -> Choices:
        if not may_administer(interaction):
            return []
        found = [
            app_commands.Choice(name=admin_notices.notice_label(one), value=one.id)
            for one in admin_notices.notices_of(interaction)
            if typed.casefold() in admin_notices.notice_label(one).casefold()
        ]
        return [one for one in found if len(one.value) <= MAX_NAME][: admin_notices.MAX_CHOICES]
