"""Questions about past climbing that say no 「我」: 「V 槽爬過沒」「最近一次去龍洞」「完攀幾條了」.

Who climbs is left out in a chat with one's own log. What gives such a question away is how it is
built: a deed that is over, with what is asked of it, and nobody else who did it. A question to the
catalogue has no such deed: 「龍洞有幾條」「最難的是哪條」.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.understanding.examples.wanted import is_word
from bot.understanding.personal import deed_rules, deed_rules_english
from bot.understanding.personal.deed_rules import DAYS, GRADE, PLACE, ROUTE
from bot.understanding.personal.filters import TRIES_TOO
from bot.understanding.personal.scanning import fold, pattern
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.personal import LogAsk
    from bot.understanding.personal.tools import Tools
    from bot.understanding.reading import Reading

_REQUEST = pattern(
    r"記(?:一筆|下(?!來?[說的])|錄一|上|起來)|補(?:記|一筆)|登記|改(?:成|為|一下)|刪|移除|復原|還原|取消"
    r"|加[到進入]|[標設][成為]"
    r"|\b(?:log (?:it|this|that|a|my)|add|delete|remove|undo|change|edit|set|mark"
    r"|make (?:it|that)|correct|put down)\b"
)
"""Wants something written down or changed."""
_AS_SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (TRIES_TOO, ""),
    (pattern(r"率(?:是)?(?:如何|怎麼?樣)"), pattern("率多少").pattern),
    (
        pattern(
            r"[^，,。？?]{0,6}(?:朋友|同學|隊友|學[長弟姊妹]|教練|[他她])(?:說|講|問|覺得)[^，,。？?]{0,16}"
        ),
        "",
    ),
    (pattern(r"^(?:can|could|would) you(?: please)?\b|\bplease\b"), ""),
)
"""What only dresses a question up, and what is put in its place."""
_CLAUSES = re.compile(r"[，,。；;！!~…]+|(?<=[?？])")


def deed_asked(reading: Reading, tools: Tools) -> LogAsk | None:
    """What is asked of past climbing, by how the question is built; ``None`` where it is not.

    Where the whole message says more, its last clause may ask alone: 「月票要不要續…上次去是幾號」.
    """
    frame = _frame(reading, ())
    found = _asked(frame)
    if found is not None or ROUTE in frame or not _MAY_BE_OF_ONE.search(frame):
        return found
    spelt = spelt_routes(reading, tools)
    found = _asked(_frame(reading, spelt)) if spelt else None
    return found if found in _OF_ONE else None


def spelt_routes(reading: Reading, tools: Tools) -> tuple[tuple[int, int], ...]:
    """Where names of routes stand that may be ordinary words, too."""
    return tuple(
        (start, end)
        for start, end in tools.gazetteer.spelt(reading.text)
        if tools.names.ids(reading.text[start:end]) and not is_word(key(reading.text[start:end]))
    )


_OF_ONE = frozenset({"done", "last", "tries"})
"""What may be asked of a route whose name is one of ordinary words: 「末班船算打勾了嗎」."""
_MAY_BE_OF_ONE = pattern(r"過|了|掉|沒|有沒有|完|最後|上次|前|幾|多少|日期|哪|何")


@lru_cache(maxsize=64)
def _asked(frame: str) -> LogAsk | None:
    for look, put in _AS_SAID:
        frame = look.sub(put, frame)
    if _REQUEST.search(frame):
        return None
    found = _built(frame)
    clauses = [clause.strip() for clause in _CLAUSES.split(frame) if clause.strip()]
    if found is not None or len(clauses) < 2:
        return found
    # the days may have been told before: 「上個月票有沒有回本，岩館去幾天」
    days = DAYS if DAYS in frame and DAYS not in clauses[-1] else ""
    return _built(days + clauses[-1])


def _built(frame: str) -> LogAsk | None:
    if deed_rules_english.ELSE.search(frame) or deed_rules.ELSE.search(frame):
        return None
    tables = (deed_rules.RULES, deed_rules_english.RULES)
    rules = tables[0] if has_han(frame) else tables[1]
    return next((rule.ask for rule in rules if rule.holds(frame)), None)


def _frame(reading: Reading, spelt: Sequence[tuple[int, int]]) -> str:
    """The folded message in which names, grades and days are one character each."""
    marks = [
        (name.start, name.end, ROUTE if name.kind == "route" else PLACE)
        for name in reading.names
        if name.kind in {"route", "crag", "area", "sector", "gym"}
    ]
    marks += [(one.start, one.end, GRADE) for one in reading.grades]
    marks += [(one.start, one.end, DAYS) for one in reading.days]
    marks += [
        (start, end, ROUTE)
        for start, end in spelt
        if all(end <= other[0] or other[1] <= start for other in marks)
    ]
    folded = fold(reading.text)
    for start, end, mark in sorted(marks, reverse=True):
        folded = folded[:start] + mark + folded[end:]
    return folded
