"""Typed query -> evidence: exact records by SQL, cards and prose by hybrid retrieval."""

from bot.retrieval.gather import gather

__all__ = ["gather"]
