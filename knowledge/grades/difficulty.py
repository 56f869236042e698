"""Difficulty words (新手, 進階 …) as bounds.

Source: the difficulty bands of OpenBeta sandbag (MIT licence), ``src/GradeBands.ts``; for boulders
0-49, 50-59, 60-71 and 72 up on its present axis. Bounds between two scores (67.5) go up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from knowledge.filters import GradeRange
from knowledge.grades.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.schema import GradeGroup, RouteType

Level = Literal["beginner", "intermediate", "advanced", "expert"]

_LEVELS: dict[GradeGroup, dict[Level, GradeRange]] = {
    "free": {
        "beginner": GradeRange("free", None, 53, "入門（5.9 以下）", of_a_word=True),
        "intermediate": GradeRange("free", 54, 67, "中階（5.9 到 5.11a）", of_a_word=True),
        "advanced": GradeRange("free", 68, 82, "進階（5.11a 到 5.13a）", of_a_word=True),
        "expert": GradeRange("free", 83, None, "高手（5.13a 以上）", of_a_word=True),
    },
    "boulder": {
        "beginner": GradeRange("boulder", None, 49, "入門（V1 以下）", of_a_word=True),
        "intermediate": GradeRange("boulder", 50, 59, "中階（V1 到 V3）", of_a_word=True),
        "advanced": GradeRange("boulder", 60, 71, "進階（V3 到 V6）", of_a_word=True),
        "expert": GradeRange("boulder", 72, None, "高手（V6 以上）", of_a_word=True),
    },
}

_WORDS: dict[Level, re.Pattern[str]] = {
    "beginner": re.compile(
        r"新手|初學|初心者|入門|初階|初級|第一次(?:爬|攀|先鋒)|\b(?:beginner|novice|newbie)s?\b",
        re.IGNORECASE,
    ),
    "intermediate": re.compile(r"中階|中級(?!班)|\bintermediates?\b", re.IGNORECASE),
    "advanced": re.compile(r"進階|高階|\badvanced\b", re.IGNORECASE),
    "expert": re.compile(r"高手|菁英|精英|專家|\b(?:expert|elite)s?\b", re.IGNORECASE),
}
_BOULDER = re.compile(r"抱石|\bboulder", re.IGNORECASE)


def levels(group: GradeGroup) -> Mapping[Level, GradeRange]:
    """The bounds of each difficulty word, easiest first."""
    return _LEVELS[group]


def find_level(text: str, *, discipline: RouteType | None = None) -> GradeRange | None:
    """The bounds of the first difficulty word in a text; those of boulders when it names them."""
    folded = fold(text).text
    found = [
        (match.start(), level)
        for level, pattern in _WORDS.items()
        if (match := pattern.search(folded))
    ]
    if not found:
        return None
    boulder = discipline == "boulder" or (discipline is None and bool(_BOULDER.search(folded)))
    return _LEVELS["boulder" if boulder else "free"][min(found)[1]]
