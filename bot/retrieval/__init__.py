"""Typed query -> evidence: exact records by SQL, cards and prose by hybrid retrieval."""

from bot.retrieval.gather import gather
from bot.retrieval.settle import settle

__all__ = ["gather", "settle"]
