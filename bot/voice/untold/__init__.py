"""What a speech says that the answer does not: ordinary words, weighed by a small network."""

from bot.voice.untold.tokens import Retold, bare, clauses_of
from bot.voice.untold.weighing import Doubt, Lost, untold

__all__ = ["Doubt", "Lost", "Retold", "bare", "clauses_of", "untold"]
