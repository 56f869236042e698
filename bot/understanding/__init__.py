"""Question + conversation -> typed query. Pure functions over words, names and dates."""

from bot.understanding.compound import split_questions
from bot.understanding.followup import Context
from bot.understanding.understand import understand
from bot.understanding.vocabulary import Vocabulary

__all__ = ["Context", "Vocabulary", "split_questions", "understand"]
