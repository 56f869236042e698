"""Typed query -> evidence: exact records by SQL, cards and prose by hybrid retrieval."""

from bot.retrieval.discretion import Discretion
from bot.retrieval.from_log import with_log
from bot.retrieval.gather import gather
from bot.retrieval.late_links import as_stored, with_links
from bot.retrieval.memory import memory_evidence, with_memory
from bot.retrieval.settle import settle

__all__ = [
    "Discretion",
    "as_stored",
    "gather",
    "memory_evidence",
    "settle",
    "with_links",
    "with_log",
    "with_memory",
]
