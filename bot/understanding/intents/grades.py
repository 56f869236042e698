"""Grades to be converted, compared or explained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents.decision import Decision

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_CONVERTS = re.compile(r"換算|换算|\bconvert", re.IGNORECASE)


def converting(reading: Reading, conditions: Conditions) -> Decision | None:
    """Grades to be converted, compared or explained, where no route is looked for."""
    if not (reading.grades or reading.of_kind("route")):
        return None
    systems, cues = conditions.systems, reading.cues
    if (
        "convert" in cues
        and (systems or reading.grades)
        and (
            not cues & {"list", "count", "recommend"}
            or (systems and _CONVERTS.search(reading.text))
        )
    ):
        return Decision("convert")
    other = "grade" in conditions.route_fields and any(
        mention.grade.system not in systems for mention in reading.grades
    )
    bare = not reading.names and ("route" not in cues or len(systems) > 1 or other)
    if systems and reading.grades and bare and not cues & {"recommend", "list", "count"}:
        return Decision("convert")
    if len(reading.grades) >= 2 and bare and "compare" in cues and not conditions.gym_types:
        return Decision("convert", "compare")
    if (
        len(reading.grades) == 1
        and bare
        and cues & {"knowledge"}
        and not cues & {"recommend", "list", "count"}
    ):
        return Decision("convert", "explain")
    return None
