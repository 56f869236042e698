"""What is told and logged when something fails: where, and never a word that somebody wrote."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING, Any

import discord

from bot.discord.sending import ALREADY_ACKNOWLEDGED
from bot.discord.words import say
from bot.errors import AssistantError
from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from bot.schema import Language

logger = logging.getLogger(__name__)


def log_failure(what: str, error: BaseException) -> None:
    """Log where something failed."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{one.name}:{one.lineno}" for one in reversed(frames[-6:]))
    logger.error("%s failed: %s at %s", what, type(error).__name__, where)


def failure_words(error: BaseException, language: Language) -> str:
    """What a person is told; an error that was raised on purpose brings its own words."""
    if isinstance(error, AssistantError | KnowledgeError):
        return error.reply
    log_failure("a command", error)
    return say("failed", language)


async def tell_failure(
    interaction: discord.Interaction[Any], error: BaseException, language: Language
) -> None:
    """Tell the person behind an interaction that it did not work."""
    words = failure_words(error, language)
    try:
        if not interaction.response.is_done() and await _first(interaction, words):
            return
        await interaction.edit_original_response(content=words, view=None)
    except discord.HTTPException as failed:
        logger.warning("the person could not be told: %s %s", failed.status, failed.code)


async def _first(interaction: discord.Interaction[Any], words: str) -> bool:
    """Tell it as the first response; ``False`` where an earlier one had arrived after all."""
    try:
        await interaction.response.send_message(words, ephemeral=True)
    except discord.HTTPException as error:
        if error.code != ALREADY_ACKNOWLEDGED:
            raise
        return False
    return True
