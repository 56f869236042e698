"""What gyms are asked for and hardly any record holds: 月票, 學生票, 24 小時, 帶狗, 刷卡."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents import Decision
from bot.understanding.operations.operation import Operation
from knowledge.text import key

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_Row = tuple[tuple[str, str], tuple[str, ...], str]
"""The name in Chinese and in English, Chinese words, an English expression."""
_TICKETS: tuple[_Row, ...] = (
    (("月票", "monthly passes"), ("月票", "月卡", "包月", "月費"), "monthly (?:pass|member|fee)"),
    (("季票", "season passes"), ("季票", "季卡"), "season (?:pass|ticket)"),
    (("年票", "annual passes"), ("年票", "年卡", "年費"), "(?:annual|yearly) (?:pass|member)"),
    (
        ("學生票", "student tickets"),
        ("學生票", "學生價", "學生優惠", "學生折扣", "學生便宜", "學生最便宜"),
        "student (?:ticket|price|discount|rate)|for (?:a )?students?",
    ),
    (
        ("兒童票", "tickets for children"),
        ("兒童票", "小孩票"),
        "(?:child(?:ren)?(?:'s)?|kids?) (?:ticket|price)",
    ),
    (("敬老票", "senior tickets"), ("敬老票", "老人票"), "senior (?:ticket|price|discount)"),
    (
        ("團體票", "group tickets"),
        ("團體票", "團票", "團體價"),
        "group (?:ticket|price|discount|rate)",
    ),
    (
        ("回數票", "multi-visit passes"),
        (
            "十次券",
            "十次票",
            "十次卡",
            "10次卡",
            "10次票",
            "回數票",
            "回數券",
            "次數卡",
            "多次票",
            "10次券",
        ),
        "punch card|multi[- ]?(?:visit|entry) pass|10[- ]?(?:visit|entry|time) pass",
    ),
    (
        ("離峰票", "off-peak tickets"),
        ("離峰票", "離峰", "非尖峰"),
        "off[- ]peak (?:ticket|price|rate|entry)",
    ),
    (("早鳥票", "early-bird tickets"), ("早鳥票", "早鳥"), "early[- ]bird"),
    (
        ("會員費", "membership fees"),
        ("會員費", "入會費", "會費"),
        "membership (?:fee|price|cost)|joining fee",
    ),
    (("體驗票", "trial tickets"), ("體驗票", "首次票", "首次體驗"), "trial (?:ticket|price|entry)"),
    (("粉袋租借", "chalk bag rental"), ("租粉袋", "粉袋租", "粉袋"), "chalk ?bags?|rent chalk"),
    (("確保器租借", "belay device rental"), ("租確保器", "確保器租"), "rent (?:a )?belay device"),
    (("半日票", "half-day tickets"), ("半日票", "半天票"), "half[- ]day (?:ticket|pass)"),
    (("折扣", "discounts"), ("折扣", "打折", "特價"), "discounts?"),
)
_OTHERS: tuple[_Row, ...] = (
    (
        ("體驗課", "trial classes"),
        ("體驗課", "體驗課程", "體驗活動"),
        "(?:trial|intro\\w*|taster) (?:class|lesson|session|course)",
    ),
    (
        ("帶寵物", "pets"),
        ("帶狗", "寵物", "狗", "帶貓"),
        "dogs?\\b|pets?\\b|(?:dog|pet)[- ]friendly",
    ),
    (
        ("刷卡", "card payment"),
        ("刷卡", "信用卡", "行動支付", "linepay", "街口支付", "悠遊卡"),
        "cards? payment|pay (?:by|with) (?:credit )?card|credit cards?|apple pay",
    ),
    (
        ("全天營業", "opening all day and night"),
        ("24小時", "二十四小時", "24h", "通宵", "全天營業"),
        "24 ?(?:hours?|/ ?7|h)\\b|all night|open 24",
    ),
    (("無障礙設施", "wheelchair access"), ("無障礙", "輪椅"), "wheelchair|accessib"),
    (("毛巾", "towels"), ("毛巾",), "towels?"),
    (("吃東西", "food"), ("外食", "餐廳", "吃東西", "供餐"), "restaurant|food"),
    (("哺乳室", "a nursing room"), ("哺乳室", "尿布台"), "nursing room"),
    (
        ("拍照", "photography"),
        ("拍照", "錄影", "攝影"),
        "tak(?:e|ing) (?:photos|pictures|videos)|photography",
    ),
)
_OPEN: frozenset[Intent] = frozenset(
    (
        *("gym_list", "gym_info", "gym_price", "gym_hours", "knowledge", "search"),
        *("out_of_domain", "fact", "list", "count", "crag_info", "help"),
    )
)


def asks_gym_extra(
    reading: Reading, conditions: Conditions, decision: Decision
) -> Operation | None:
    """A ticket or a service that is no field of a gym."""
    if reading.of_kind("route", "crag", "area", "sector") or reading.grades:
        return None
    ticket = _found(_TICKETS, reading)
    if (conditions.facilities and not ticket) or decision.intent not in {*_OPEN, "notice"}:
        return None
    extra = ticket or _found(_OTHERS, reading)
    named = reading.of_kind("gym")
    of_gyms = bool(named or "gym" in reading.cues or conditions.gym_types)
    if extra is None or not (of_gyms or ticket):
        return None
    if decision.intent == "notice" and extra[0][0] == "折扣":
        # what notices tell of prices says more
        return None
    if decision.topic.startswith("card:") and not of_gyms:
        return None
    name = extra[0][reading.language == "en"]
    return Operation(
        Decision("gym_info" if named else "gym_list", "extra"),
        gym_extra="|".join((name, *extra[1])),
    )


def _found(table: tuple[_Row, ...], reading: Reading) -> _Row | None:
    lower = reading.text.casefold()
    for row in table:
        said = any(key(word) in reading.plain for word in row[1])
        if said or re.search(rf"\b(?:{row[2]})", lower):
            return row
    return None
