"""Question + conversation -> typed query. Pure functions over words, names and dates."""

from bot.understanding.compound import sentences, split_questions
from bot.understanding.followup import Context
from bot.understanding.in_turn import asked_in_turn, each_apart
from bot.understanding.personal import reply_to_preview
from bot.understanding.understand import understand
from bot.understanding.vocabulary import Vocabulary

__all__ = [
    "Context",
    "Vocabulary",
    "asked_in_turn",
    "each_apart",
    "reply_to_preview",
    "sentences",
    "split_questions",
    "understand",
]
