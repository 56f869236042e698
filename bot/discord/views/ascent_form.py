"""The form for one ascent; what it says goes through the same understanding as speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord.private import answer_privately
from bot.discord.services import form_language, responding
from bot.discord.views.form import Form
from bot.discord.words import say

if TYPE_CHECKING:
    from bot.schema import Language

_SHORT = 100
_LONG = 500


class AscentForm(Form):
    """Route or gym, result, day, tries, notes."""

    def __init__(self, language: Language, name: str = "") -> None:
        super().__init__(title=say("form.title", language), custom_id="yy:ascent", timeout=900)
        self.language = language
        self.name = self._input("name", default=name, required=True)
        self.result = self._input("result", required=True)
        self.day = self._input("day")
        self.tries = self._input("tries")
        self.notes = self._input("notes", style=discord.TextStyle.paragraph, length=_LONG)

    def _input(
        self,
        key: str,
        *,
        default: str = "",
        required: bool = False,
        style: discord.TextStyle = discord.TextStyle.short,
        length: int = _SHORT,
    ) -> discord.ui.TextInput[AscentForm]:
        field: discord.ui.TextInput[AscentForm] = discord.ui.TextInput(
            label=say(f"form.{key}", self.language),
            default=default[:length] or None,
            required=required,
            style=style,
            max_length=length,
            custom_id=key,
        )
        self.add_item(field)
        return field

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Show the preview, to the member alone."""
        async with responding(interaction, ephemeral=True) as waits:
            if waits:
                language = self._spoken(interaction)
                await answer_privately(interaction, self.sentence(), language=language)

    def _spoken(self, interaction: discord.Interaction) -> Language:
        """The language of what the member wrote, not of the name that stood there."""
        return form_language(interaction, self.day.value, self.result.value, self.notes.value)

    def sentence(self) -> str:
        """The form as a member would say it."""
        tries = self.tries.value.strip()
        parts = [
            self.day.value.strip() or "今天",
            self.name.value.strip(),
            self.result.value.strip(),
            f"第 {tries} 趟" if tries.isdigit() else tries,
        ]
        said = " ".join(part for part in parts if part)
        notes = self.notes.value.strip()
        return f"記一筆：{said}" + (f"，備註：{notes}" if notes else "")
