"""What a log adds up to: pure functions over the entries of one member.

Entries come oldest day first, undated last; the results of ``settled`` are what counts.
"""

from bot.logbook.statistics.maxima import first_at, hardest, is_uncertain, score
from bot.logbook.statistics.pyramid import PARTS, UNLETTERED, main_kind, pyramid, row_of
from bot.logbook.statistics.selecting import counted_grade, days_of, different, select
from bot.logbook.statistics.settling import (
    KINDS,
    Kind,
    grade_of,
    identity,
    indoors,
    is_new,
    is_session,
    kind_of,
    settled,
    tried,
)
from bot.logbook.statistics.tries import (
    Climb,
    climbs,
    open_projects,
    success,
    tries_per_send,
    wishes,
)
from bot.logbook.statistics.volume import (
    by_month,
    by_place,
    by_style,
    by_year,
    current_streak,
    longest_streak,
    progress,
    week_of,
)

__all__ = [
    "KINDS",
    "PARTS",
    "UNLETTERED",
    "Climb",
    "Kind",
    "by_month",
    "by_place",
    "by_style",
    "by_year",
    "climbs",
    "counted_grade",
    "current_streak",
    "days_of",
    "different",
    "first_at",
    "grade_of",
    "hardest",
    "identity",
    "indoors",
    "is_new",
    "is_session",
    "is_uncertain",
    "kind_of",
    "longest_streak",
    "main_kind",
    "open_projects",
    "progress",
    "pyramid",
    "row_of",
    "score",
    "select",
    "settled",
    "success",
    "tried",
    "tries_per_send",
    "week_of",
    "wishes",
]
