"""Names in a question: which records they mean, which are weaker readings, and which nobody knows."""

from knowledge.gazetteer.linker import Gazetteer
from knowledge.gazetteer.mentions import How, Kind, Linking, NameMention, Scope, UnknownName

__all__ = ["Gazetteer", "How", "Kind", "Linking", "NameMention", "Scope", "UnknownName"]
