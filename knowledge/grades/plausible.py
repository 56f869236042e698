"""What looks like a grade in prose but is a length, a count, a date, a time, a price or an id.

Everything here looks at a bounded window, so a text of any length is read in linear time.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.VERBOSE
_WINDOW = 16

_MEASURE = re.compile(
    r"""\ ?(?:公尺|公分|公里|公斤|米|條|間|個|家|支|顆|根|人|次|天|日|月|年|號|點|分(?!級)|秒|小時|週|周|歲|元|塊|樓|道|面|處|座|趟|步|層
    |組|輪|位|名|張|本|卷|集|題|繩距|把|份|件|種|隻|頂|包|倍|版|萬|千|百|度|吋|星|吉|折|成|班|路公車
    |級?(?:風|浪|地震|陣風)|%|°|bolts?\b|draws?\b|pitch(?:es)?\b|routes?\b|climbs?\b|climbers?\b|problems?\b|days?\b
    |weeks?\b|months?\b|people\b|persons?\b|times?\b|gyms?\b|crags?\b|years?\b|stars?\b|met(?:er|re)s?\b|m\b|km\b|cm\b|mm\b
    |ft\b|feet\b|kg\b|hours?\b|hrs?\b|min(?:ute)?s?\b|pm\b|am\b|a\.m|p\.m|o'clock|th\b|st\b|nd\b|rd\b)""",
    _FLAGS,
)
_BUILDING = re.compile(r"\ ?(?:[棟樓號室座班區排]|出口|車廂|月台|電池|大樓|產品)")
_CLOCK_AFTER = re.compile(r"\ ?(?:[分半整前後鐘]|左右|開|關|打烊|出發|集合|見面?|開始|以前|以後)")
_CLOCK_BEFORE = re.compile(
    r"早上|上午|下午|晚上|傍晚|凌晨|中午|清晨|今晚|明早|營業|[開關]到|開門|打烊|時間|\b[ap]m\b",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    r"(?:\d/|[$#€]|NTD?|version|ver\.?|版本|評分|評價|rating|iOS|Android|氣溫|規模)\ ?$", _FLAGS
)
_ID_AFTER = re.compile(r"-\d")

_CLIMBED = re.compile(
    r"""(?:爬(?:到|得到|得動|得上|過|的)?|能爬|會爬|先鋒|難度|級數|等級|完攀|紅點|首攀|推到|卡在|停在|進步到|程度
    |(?:\bon-?sight|\bos|\brp|\bflash|\bgrades?|\bclimb|\blead|\bsend|\bproject|\btry)(?:s|ed|ing)?)[\ :是為約大概到過的了在]{0,3}$""",
    _FLAGS,
)
_CLIMBING_AFTER = re.compile(
    r"""\ ?(?:出頭|字頭|級距|[前中後初高低]段(?:班)?(?:的|$|[,.!?。、])|多?的?(?:運攀|傳攀|上方架繩)
    |級?多?(?:左右|上下|附近|以上|以下|起|起跳|以內)?級?的(?:路線|線(?!上)|運攀|傳攀|先鋒|上攀|岩|sport|trad|top\ ?rope|routes?|難度)
    |幾(?=級|的|以上|左右|以下|$|[,.!?。、嗎呢或跟到])|s\b(?=\ (?:at|in|on|and|or|sport|trad)))""",
    _FLAGS,
)
_PLURAL = re.compile(r"s\b", re.IGNORECASE)
_ROMAN_BEFORE = re.compile(
    r"(?:^|[,。、:;(「到和跟與或是有約]|難度|級數|grade|between|to|and|about|爬)\ ?$", re.IGNORECASE
)
_ROMAN_AFTER = re.compile(
    r"\ ?(?:級|以上|以下|左右|到|~|-|/|換|等於|相當|是|約|=|的(?:路線|線|難度)|routes?\b|to\b|in\b|and\b|or\b|$)",
    _FLAGS,
)


def measures(text: str, end: int) -> bool:
    """Whether the number that ends here counts or measures something."""
    return _MEASURE.match(text, end) is not None


def is_decimal(text: str, start: int, end: int) -> bool:
    """Whether 「5.5」 is a decimal number or a time of day and not a grade without a letter."""
    before = text[max(0, start - _WINDOW) : start]
    if _BEFORE_NUMBER.search(before) or measures(text, end):
        return True
    clock = "點" in text[start:end]
    return clock and bool(_CLOCK_AFTER.match(text, end) or _CLOCK_BEFORE.search(before))


def is_place_or_id(text: str, end: int) -> bool:
    """Whether 「7A」 names a building, a seat or a part of an id."""
    return bool(_BUILDING.match(text, end) or _ID_AFTER.match(text, end))


def is_bare_grade(text: str, start: int, end: int) -> bool:
    """Whether a bare 10 to 15 is a grade: only with a climbing word beside it, and never when it counts something."""
    if measures(text, end):
        return False
    if _CLIMBING_AFTER.match(text, end):
        return True
    if _CLIMBED.search(text[max(0, start - _WINDOW) : start]) is None:
        return False
    unit = re.compile(r"\ ?(?:幾|多|s\b|級)", _FLAGS).match(text, end)
    return unit is None or not measures(text, unit.end())


def is_roman_grade(text: str, start: int, end: int) -> bool:
    """Whether a Roman numeral is a grade and not the number of a sequel: it is signed or stands among grade words."""
    if text[end - 1] in "+-":
        return True
    return bool(
        _ROMAN_AFTER.match(text, end)
        and _ROMAN_BEFORE.search(text[max(0, start - _WINDOW) : start])
    )
