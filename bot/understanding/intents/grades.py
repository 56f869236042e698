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
    if not reading.names and OTHER_SCALE.search(reading.text):
        # 「E5 6b 換成 YDS」: its 6b is no French one
        return Decision("knowledge", "card:grades#other-systems")
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
    if len(reading.grades) >= 2 and bare and "compare" in cues and "gym" not in cues:
        return Decision("convert", "compare")
    talks = bare and not cues & {"recommend", "count"} and not conditions.regions
    talks = talks and not reading.unknown
    return _talked_of(reading) if talks else None


OTHER_SCALE = re.compile(
    r"\bewbank\b|(?<![a-z0-9])e\d{1,2}\s*[1-7][abc](?![a-z0-9])"
    r"|英[國国]的?(?:e ?[級级]|[級级][數数]|[難难]度)|澳洲的?(?:[級级][數数]|[難难]度)",
    re.IGNORECASE,
)
"""Scales that no table here converts."""
_WORTH = re.compile(
    r"是(?:多少|[幾几](?![條条題题])|啥|什麼程度|什么程度|多[難难])|算[難难]|多[難难]|(?:等於|等于)多少"
    r"|how hard is|what(?:'s| is) (?:an? )?$",
    re.IGNORECASE,
)
_INDOORS = re.compile(r"室[內内]|岩[館馆]|抱石[館馆]|\b(?:indoors?|gym)\b", re.IGNORECASE)
_OUTDOORS = re.compile(
    r"[戶户]外|天然|野外|外岩|真岩|\b(?:outdoors?|outside|real rock)\b", re.IGNORECASE
)
_STUCK = re.compile(
    r"突破|卡在|卡[關关住]|上不去|瓶[頸颈]|[進进]步到|[練练]到|怎[麼么][爬升][到上]"
    r"|\b(?:break into|plateau|stuck (?:at|on)|get to|progress to)\b",
    re.IGNORECASE,
)
_HOW = re.compile(r"怎|如何|方法|[練练]什|\bhow\b|\btips?\b", re.IGNORECASE)


def _talked_of(reading: Reading) -> Decision | None:
    """What is asked of a grade and of no routes: what it is worth, outdoors, how to reach it."""
    if _INDOORS.search(reading.text) and _OUTDOORS.search(reading.text):
        return Decision("knowledge", "card:grades#indoor-outdoor")
    if _STUCK.search(reading.text) and _HOW.search(reading.text):
        return Decision("knowledge", "card:training#plateau")
    cues, alone = reading.cues, len(reading.grades) == 1
    worth = _WORTH.search(reading.text) and "route" not in cues
    meant = "knowledge" in cues and "list" not in cues
    return Decision("convert", "explain") if alone and (worth or meant) else None
