"""Names and descriptions of commands in zh-TW; English stands in the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.command_words import CHOICES, DESCRIPTIONS, NAMES

if TYPE_CHECKING:
    from discord.app_commands import TranslationContextTypes, locale_str

_NAMES = frozenset(
    {
        app_commands.TranslationContextLocation.command_name,
        app_commands.TranslationContextLocation.group_name,
        app_commands.TranslationContextLocation.parameter_name,
    }
)


class ZhTranslator(app_commands.Translator):
    """Looks the words up; a word without a translation stays English."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: TranslationContextTypes
    ) -> str | None:
        """The zh-TW word for this place."""
        if locale is not discord.Locale.taiwan_chinese:
            return None
        if context.location in _NAMES:
            return NAMES.get(string.message)
        if context.location is app_commands.TranslationContextLocation.choice_name:
            return CHOICES.get(string.message)
        return DESCRIPTIONS.get(string.message)
