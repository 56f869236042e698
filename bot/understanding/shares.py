"""Over what the routes of a place are counted: 「各難度有幾條」, "how many of each type"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.understanding.reading import Reading

_DIMENSIONS = {
    "grade": "难度(?:等级|级数)?|级数|级别|等级|难易|grades?|级(?![a-z])",
    "type": "(?:路线|攀登)?(?:类型|型态|形态|种类|类别|型式|形式|方式)|类(?!似)|types?|styles?",
    "area": "(?:分区|岩区|区域|区块|区)(?!别|间)|(?:岩壁|墙面|墙)|areas?|sectors?|walls?",
}
_EACH = (
    "(?:各(?:个|种|自的)?|每(?:一)?(?:个|种|面|级)?|按照?|依照?|照|根据|以"
    "|分(?=难度|级数|类型|型态|种类))的?"
)
_HOW_MANY = (
    "分布|分佈|统计|比例|比重|占比|占多少|组成|构成|结构|分配|多寡"
    "|(?:各|分别|个别|每)(?:有|是|占|自|自有)?(?:几|多少)|(?:几|多少)[条题线]?|[条题线路]?数量?|条数"
)
_SHARES_OF = "分布|统计|比例|占比|组成|结构|各"
_ENGLISH = {
    "grade": "grades?|difficult(?:y|ies)",
    "type": "(?:route |climbing )?(?:types?|styles?|kinds?)",
    "area": "areas?|sectors?|walls?|zones?",
}
_ENGLISH_EACH = (
    r"\b(?:by|per|each|every|across(?: all)?|among(?: the)?"
    r"|(?:spread|split|divided?|distributed?|shared?)(?: out| up)?"
    r" (?:over|between|among|across|into))"
    r"(?: of)?(?: the)?(?: \w+)? "
)
_SHARES = "breakdown|distribution|split|spread|mix|ratio|stats|statistics|counts?"
_TYPE_COUNTED = re.compile(
    "(?:运攀|传攀|抱石|上方架绳|顶绳|sport|trad|boulder)(?:的|有|是)*(?:几|多少)[条题]?"
)
"""A type with a number asked; two of them ask for each: 「運攀幾條、傳攀幾條」."""
_NUMBERS = re.compile(_HOW_MANY)
_ENGLISH_NUMBERS = re.compile(
    r"how many|count|number|break\w* ?down|break .{0,40}(?:by|per)|distribut|split|spread|stat"
    r"|share|total|ratio|mix"
)


def shared_over(reading: Reading) -> str:
    """``grade``, ``type`` or ``area`` when numbers for each of them are asked, else empty."""
    folded, lower = reading.folded, reading.lower
    if len(_TYPE_COUNTED.findall(folded)) > 1:
        return "type"
    asks = _NUMBERS.search(folded) or _ENGLISH_NUMBERS.search(lower)
    for name, words in _DIMENSIONS.items():
        own = _ENGLISH[name]
        each = re.search(f"(?:{_EACH})(?:{words})(?!最)", folded)
        each = each or re.search(f"{_ENGLISH_EACH}(?:{own})\\b", lower)
        share = re.search(f"(?:{words})的?(?:路线|线)?的?(?:数量?)?(?:{_SHARES_OF})", folded)
        share = share or re.search(
            rf"\b(?:{own}) (?:{_SHARES})\b|\b(?:{_SHARES}) of (?:the )?(?:{own})\b", lower
        )
        if share or (each and asks):
            return name
    return ""
