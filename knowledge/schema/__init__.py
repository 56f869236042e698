"""The records of the catalogue: frozen values that describe themselves.

Invariants: text is stored as it came (never converted); ``None`` or an empty string means
"not recorded", never zero; scores of grades are inclusive integer bands within one group; dates
are Asia/Taipei days.
"""

from knowledge.schema.card import Card
from knowledge.schema.flag import BLOCKING_FLAGS, FLAG_NAMES, Flag, FlagKind, blocks_on
from knowledge.schema.grade import UNKNOWN_GRADE, Grade, GradeGroup, GradeSystem, Protection
from knowledge.schema.gym import WEEKDAYS, Gym, GymType
from knowledge.schema.notice import Hours, Notice, NoticeKind, UnplacedNotice
from knowledge.schema.places import Area, Crag, Route, RouteType, Sector
from knowledge.schema.records import Problem, Records, Source

__all__ = [
    "BLOCKING_FLAGS",
    "FLAG_NAMES",
    "UNKNOWN_GRADE",
    "WEEKDAYS",
    "Area",
    "Card",
    "Crag",
    "Flag",
    "FlagKind",
    "Grade",
    "GradeGroup",
    "GradeSystem",
    "Gym",
    "GymType",
    "Hours",
    "Notice",
    "NoticeKind",
    "Problem",
    "Protection",
    "Records",
    "Route",
    "RouteType",
    "Sector",
    "Source",
    "UnplacedNotice",
    "blocks_on",
]
