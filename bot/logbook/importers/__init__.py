"""Logs of other sites and our own files, as ascents.

Every importer gives values and all problems: a row that cannot be read is skipped with the reason,
the rest is kept; nothing is guessed, and nobody but the climber is kept.
"""

from bot.logbook.identity import OWN
from bot.logbook.importers.logfile import ImportedRow, LogFile, SkippedRowError
from bot.logbook.importers.reading import TITLES, read_log, read_log_file

__all__ = [
    "OWN",
    "TITLES",
    "ImportedRow",
    "LogFile",
    "SkippedRowError",
    "read_log",
    "read_log_file",
]
