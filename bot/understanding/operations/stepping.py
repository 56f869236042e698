"""Arithmetic on the scale of grades: 「比 5.10c 難一級是多少」「5.9 上去是什麼」.

The answer is a grade. Who asks for routes of it asks for a list, and gets one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation
from bot.understanding.words import GRADE
from knowledge.grades import find_grades, step

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.schema import Grade

_ASKS_WHICH = re.compile(
    "[多几]少|什么|啥|哪[一个级]|几级|几[?？]?$|[是会]几|为何|等级[?？]?$|[吗呢]$|级$|阶$"
    "|\\b(?:what|which|would be|is it)\\b"
)
_ROUTES = re.compile(
    "路线|线路|[条题]|有哪|的线|推荐|爬什么|routes?|climbs?|problems?|list|recommend"
)
_NUM = "([一两二三四1-4])?"
_AFTER = re.compile(
    f"(?:的|再|往|要|再往)*(?:(?P<up>上去|往上|之上|上面|後面|后面|进阶|再上|升|加)"
    f"|(?P<down>下来|往下|下去|之下|下面|降|减|退)|(?P<next>下|上|前|后)(?=一|[个級级]|{_NUM}级))"
    f"(?:一|{_NUM}|下)?(?:个)?(?:级|阶|格|等级|难度)?"
)
_ENGLISH_UP = re.compile(r"\b(?:after|above|next|beyond|up from|follows|harder|higher)\b")
_ENGLISH_DOWN = re.compile(r"\b(?:before|below|down from|under|easier|lower|previous)\b")
_WORDS = re.compile(r"[\u3400-\u9fff]+|\b[a-zA-Z]{3,}\b|\b(?:an?|up)\b")
_FARTHEST = 6
_COUNT = dict(zip("一两二三四1234", (1, 2, 2, 3, 4, 1, 2, 3, 4), strict=True))


def asks_step(reading: Reading, conditions: Conditions, decision: Decision) -> Operation | None:
    """Which grade lies so many steps above or below one that is named."""
    del decision
    folded, lower = reading.folded, reading.lower
    if len(reading.grades) != 1 or reading.names or reading.unknown or conditions.types:
        return None
    if _ROUTES.search(folded) or _ROUTES.search(lower) or conditions.order:
        return None
    mention = reading.grades[0]
    if mention.kind == "step":
        return _from_step(reading) if _is_bare(reading) else None
    steps = _said(folded, lower)
    if not steps:
        return None
    return Operation(Decision("convert", "step"), grades=(mention.grade,), steps=steps)


def _from_step(reading: Reading) -> Operation | None:
    """「比 5.10c 難一級」: the grade that was named, and how far the one that is meant lies."""
    mention = reading.grades[0]
    named = find_grades(_WORDS.sub(" ", mention.surface))
    if len(named) != 1:
        return None
    base = named[0].grade
    for steps in range(1, _FARTHEST + 1):
        for signed in (steps, -steps):
            reached = step(base, signed)
            if reached is not None and (reached.lo, reached.hi) == _ends(mention.grade):
                return Operation(Decision("convert", "step"), grades=(base,), steps=(signed,))
    return None


def _ends(grade: Grade) -> tuple[str, str]:
    return grade.lo, grade.hi


def _is_bare(reading: Reading) -> bool:
    """Whether the step is all there is, or its result is what is asked."""
    rest = reading.folded.replace(GRADE, "")
    asks = _ASKS_WHICH.search(reading.folded) or _ASKS_WHICH.search(reading.lower)
    return not rest or bool(asks)


def _said(folded: str, lower: str) -> tuple[int, ...]:
    """The steps that are asked for; both ways where 「下一級」 may be either."""
    match = re.search(f"{GRADE}{_AFTER.pattern}", folded)
    if match is not None:
        count = next((_COUNT[each] for each in match[0] if each in _COUNT), 1)
        if match["next"]:
            return (1, -1)
        return (count,) if match["up"] else (-count,)
    if GRADE not in lower or not re.search(r"\b(?:what|which|grade)\b", lower):
        return ()
    if _ENGLISH_UP.search(lower):
        return (1,)
    return (-1,) if _ENGLISH_DOWN.search(lower) else ()
