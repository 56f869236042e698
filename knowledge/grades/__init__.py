"""Climbing grades as intervals: reading, finding in prose, comparing, converting.

``parse_grade`` reads the grade of a record, ``find_grades`` the grades of a question or an answer.
"""

from knowledge.grades.bounds import (
    around,
    compare,
    overlaps,
    range_of,
    sort_key,
    step,
    within,
    words,
)
from knowledge.grades.conversion import CrossGroupError, UnknownGradeError, convert, convertible
from knowledge.grades.difficulty import Level, find_level, levels
from knowledge.grades.meaning import MentionKind
from knowledge.grades.mentions import (
    GradeMention,
    find_grades,
    find_impossible,
    find_step,
)
from knowledge.grades.record import grade_of, label, parse_grade

__all__ = [
    "CrossGroupError",
    "GradeMention",
    "Level",
    "MentionKind",
    "UnknownGradeError",
    "around",
    "compare",
    "convert",
    "convertible",
    "find_grades",
    "find_impossible",
    "find_level",
    "find_step",
    "grade_of",
    "label",
    "levels",
    "overlaps",
    "parse_grade",
    "range_of",
    "sort_key",
    "step",
    "within",
    "words",
]
