"""The private climbing log: sealed, durable, one member at a time."""

from bot.logbook.client import RemoteLogbook, connect, share
from bot.logbook.folder import holds_log
from bot.logbook.logbook import Logbook
from bot.logbook.server import LogServer
from bot.logbook.values import (
    Batch,
    BatchReport,
    ClimbingLog,
    Erasable,
    ErasureReport,
    KnownAbout,
    Restoration,
    Undone,
)

__all__ = [
    "Batch",
    "BatchReport",
    "ClimbingLog",
    "Erasable",
    "ErasureReport",
    "KnownAbout",
    "LogServer",
    "Logbook",
    "RemoteLogbook",
    "Restoration",
    "Undone",
    "connect",
    "holds_log",
    "share",
]
