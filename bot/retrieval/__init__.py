"""Typed query -> evidence: exact records by SQL, cards and prose by hybrid retrieval."""

from bot.retrieval.from_log import with_log
from bot.retrieval.gather import gather
from bot.retrieval.late_links import as_stored, with_links
from bot.retrieval.settle import settle

__all__ = ["as_stored", "gather", "settle", "with_links", "with_log"]
