"""Typed query -> evidence: exact records by SQL, cards and prose by hybrid retrieval."""

from bot.retrieval.from_log import with_log
from bot.retrieval.gather import gather
from bot.retrieval.settle import settle

__all__ = ["gather", "settle", "with_log"]
