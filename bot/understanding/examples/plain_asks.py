"""A question to the log without what only narrows it, so that many wordings become one.

Days, places, who belayed and how it went are read by themselves; here they would only stand
between a question and its nearest example.
"""

from __future__ import annotations

import re

from bot.understanding.words import DAY, GRADE, NAME
from knowledge.text import has_han, key

_NAME, _GRADE = "某", "某级"
_HAN = tuple(
    (re.compile("|".join(each if each.isascii() else key(each) for each in words)), key(to))
    for words, to in (
        (("不是", "可不可以", "請問", "想問", "幫我", "麻煩", "一下", "順便", "欸"), ""),
        (("outdoors?", "indoors?", "戶外", "室外", "野外", "天然岩場?", "室內", "real rock"), ""),
        (
            (
                "先鋒",
                "上方架繩",
                "上方確保",
                "頂繩",
                "top ?rope",
                "(?<![a-z])lead(?![a-z])",
                "(?<![a-z])boulder(?![a-z])",
                "抱石(?!館)",
            ),
            "",
        ),
        (("攀岩館", "抱石館", "岩館", "(?<![a-z])gyms?(?![a-z])"), "岩館"),
        (("crags?", "天然岩場"), "岩場"),
        (
            (
                "爬完",
                "送掉",
                "送出",
                "爬上去",
                "爬下來",
                "爬掉",
                "完成",
                "拿下",
                "搞定",
                "onsight",
                "首見",
                "視攀",
                "flash",
                "redpoint",
                "紅點",
                "紅線",
                "(?<![a-z])(?:rp|os)(?![a-z])",
                "(?<![a-z])sen[dt]s?(?![a-z])",
                "(?<=沒)上(?=[的嗎了過])",
                "(?<=我)上(?=[了過])",
            ),
            "完攀",
        ),
        (("線路", "路線", "(?<![a-z])routes?(?![a-z])"), "路線"),
        (("記錄", "日誌", "(?<![a-z])log(?:book)?s?(?![a-z])"), "紀錄"),
        (("hardest",), "最難"),
        (("(?<![a-z])(?:attempts?|tries|try|tried)(?![a-z])", "嘗試"), "試"),
        (("last ?time",), "上次"),
        (("(?<![a-z])first(?![a-z])", "首條"), "第一條"),
        (("(?<![a-z])(?:go|burns?)(?![a-z])", "趟", "把(?=才|完|可|了)"), "次"),
        (("禮拜", "星期"), "週"),
        (("total", "一共", "總計", "合計"), "總共"),
        (("monthly",), "每月"),
        (("volume",), "爬量"),
        (("wish ?list",), "願望清單"),
        (("success ?rate", "send ?rate"), "成功率"),
    )
)
_ENGLISH = tuple(
    (re.compile(rf"\b(?:{words})\b"), to)
    for words, to in (
        ("outdoors?|outside|indoors?|real rock|on rock", " "),
        ("(?:on )?lead|led|top[- ]?rop(?:e|ed|ing)|bouldering", " "),
        ("gyms?|crags?", "place"),
        ("sends?|sent|flash(?:ed|es)?|onsight(?:ed|s)?|redpoint(?:ed|s)?|ticked|climbed", "sent"),
        ("routes?|climbs?|problems?|boulders?|lines?", "route"),
        ("goes|burns|attempts?|tries|tried", "tries"),
        ("logbook|ticks|ascents", "log"),
    )
)


def plain_ask(text: str) -> tuple[str, str]:
    """(folded, lower) of a question whose names, grades and days are placeholders."""
    if has_han(text):
        framed = text.replace(NAME, _NAME).replace(GRADE, _GRADE).replace(DAY, "")
        folded = "".join(key(each) or " " for each in framed.casefold())
        for words, to in _HAN:
            folded = words.sub(to, folded)
        latin = " ".join(re.findall("[a-z]+", folded))
        return key(folded), latin
    lower = text.casefold().replace(NAME, " nameplace ").replace(GRADE, " gradevalue ")
    lower = lower.replace(DAY, " ")
    for words, to in _ENGLISH:
        lower = words.sub(to, lower)
    return "", lower
