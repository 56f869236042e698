"""The log's DuckDB files; nothing outside of this package knows the engine."""

from bot.logbook.store.restoring import restore
from bot.logbook.store.store import Store
from bot.logbook.store.transaction import Transaction

__all__ = ["Store", "Transaction", "restore"]
