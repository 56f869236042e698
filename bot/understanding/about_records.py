"""Whether what records hold is asked, though somebody speaks of himself or of what he means to do.

「明天想爬 A 再爬 B，兩條的 bolt 數量給我」 tells of a plan and asks for two records.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.in_turn import asked_in_turn
from bot.understanding.personal import wanted
from bot.understanding.words import NAME

if TYPE_CHECKING:
    from bot.personal import LogQuery
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_NEVER = frozenset(
    {
        *("edit", "delete", "undo", "remember", "forget", "about_me", "others"),
        *("import", "export", "erase", "confirm", "cancel"),
    }
)
"""What is asked of a log by words that are made for it."""
_OF_LOG = re.compile(
    r"[紀記纪记][錄录]|日[誌志]|記[一上下到起]|记[一上下到起]|\blog|\bticks?\b", re.IGNORECASE
)
_THAT_ONE = re.compile(
    r"[，,。；;？?！!\s]\s*(?:它|牠|這條|这条|那條|那条|这线|這線)(?!.*我)"
    r"|[,.;?!]\s+(?:how|what|where|who|when|is)\b.*\bit\b(?!.*\bi\b)",
    re.IGNORECASE,
)
"""「下週想爬 A，它幾級」: the last clause asks of what the first one named, and of nobody."""
_OF_BOTH, _OF_SEVERAL = 1.1, 0.75
"""How likely no log and a record must be, together; less where several are put side by side."""


_MEANT_FOR = re.compile(
    r"(?:想|要|打算|考慮|考虑)(?:把(?:它|牠)?)?(?:排|放|加|寫|写)(?:進|进|到|入)[我的\s]*"
    r"(?:tick ?list|to-?do|清單|清单|名單|名单|行程|計畫|计划)",
    re.IGNORECASE,
)
"""「有幾支 bolt，想排進 tick list」 tells what for, and asks no log."""
_SHOWN = re.compile(f"(?:看|查|找)(?:看|一下)?{NAME}的?(?:资料|资讯|介绍|简介|info)[吧啊呢]?$")
"""「我想看「X」的資料」; on the key."""


def shows_record(reading: Reading) -> bool:
    """Whether what is on record of one thing is to be shown."""
    return _SHOWN.search(reading.folded) is not None


def asks_records(log: LogQuery | None, reading: Reading, conditions: Conditions) -> bool:
    """Whether a property of what is named is asked, and a record is what all words mean."""
    routes = {name.ids for name in reading.of_kind("route")}
    text = _MEANT_FOR.sub("", reading.text)
    if not (routes and conditions.route_fields) or _OF_LOG.search(text):
        return False
    if text != reading.text and len(routes) == 1:
        return True
    if log is not None and (log.ask in _NEVER or len(asked_in_turn(reading.text)) > 1):
        # 「A 幾顆 bolt？順便問我去年完攀幾條」 asks both
        return False
    if _THAT_ONE.search(reading.text) and len(routes) == 1:
        return True
    sure = wanted(reading)["none"] + likely_kinds(reading, conditions)["record"]
    several = len(routes) > 1 and "compare" in reading.cues
    return sure >= (_OF_SEVERAL if several else _OF_BOTH)
