"""What a speech says that the answer does not: ordinary words, weighed by a small network."""

from bot.voice.untold.tokens import Retold, bare, clauses_of
from bot.voice.untold.weighing import Doubt, untold

__all__ = ["Doubt", "Retold", "bare", "clauses_of", "untold"]
