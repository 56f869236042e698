"""Question + conversation -> typed query. Pure functions over words, names and dates."""

from bot.understanding.followup import Context
from bot.understanding.understand import understand
from bot.understanding.vocabulary import Vocabulary

__all__ = ["Context", "Vocabulary", "understand"]
