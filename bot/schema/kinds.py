"""What can be asked, in which language, about what."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]
Intent = Literal[
    "fact",
    "list",
    "count",
    "superlative",
    "compare",
    "distribution",
    "recommend",
    "convert",
    "crag_info",
    "gym_info",
    "gym_hours",
    "gym_price",
    "gym_list",
    "notice",
    "knowledge",
    "search",
    "greeting",
    "thanks",
    "help",
    "safety",
    "emergency",
    "live",
    "medical",
    "community",
    "personal",
    "clarify",
    "out_of_domain",
]
MentionKind = Literal["crag", "area", "sector", "route", "gym"]
Again = Literal["sure", "source"]
GroupBy = Literal["crag", "area", "sector", "person", "decade", "year", "grade", "type"]
"""What routes are counted together by; a person is a recorded first ascensionist."""
ClaimKind = Literal["grade", "type", "place", "length", "bolts", "first_ascent", "winner"]
