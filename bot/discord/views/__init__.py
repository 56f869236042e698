"""Buttons and forms. Buttons live in their custom ids alone, so a restart does not break them."""

from bot.discord.views.answer import ITEMS, answer_view, mine_view

__all__ = ["ITEMS", "answer_view", "mine_view"]
