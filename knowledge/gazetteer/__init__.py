"""Names in a question: the records that they mean, weaker readings, and names nobody knows."""

from knowledge.gazetteer.linker import Gazetteer
from knowledge.gazetteer.mentions import How, Kind, Linking, NameMention, Scope, UnknownName

__all__ = ["Gazetteer", "How", "Kind", "Linking", "NameMention", "Scope", "UnknownName"]
