"""What looks like a grade in prose but is a length, a count, a date, a time, a price or an id.

Everything here looks at a bounded window, so a text of any length is read in linear time.
"""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.VERBOSE
_WINDOW = 24

_UNITS = r"""公尺|公分|公里|公斤|毫米|米|元(?!老)|塊|秒|小時|歲|倍|吋|折|%|°|度(?!假)|日(?!落)
    |月|年(?!輕)|號(?!稱)|點
    |分(?![級布佈別開為成類岔])|顆?星(?!期)
    |[萬千百](?=元|塊)
    |(?:[kcm]?m|kg|ft|feet)\b|(?:star|met(?:er|re)|hour|hr|min|minute|day|week|month|year)s?\b|[ap]m\b|[ap]\.m|o'clock"""
_COUNTERS = r"""條|間|個|家|支|顆|根|人|次|天|週|周|樓|道|面|處|座|趟|步|層|組|輪|位|名|張|本|卷|集
    |題|繩距|把|份|件|種|隻|頂|包|版|萬|千|百|成|班
    |級?(?:風|浪|地震|陣風)"""
_NOUNS = r"""(?:bolt|draw|route|climb|climber|problem|person|time|gym|crag|pitch(?:e)?|line)s?\b
    |(?:people|more|different|other|of|th|st|nd|rd)\b"""
_UNIT = re.compile(rf"\ ?(?:{_UNITS})", _FLAGS)
_MEASURE = re.compile(rf"\ ?(?:{_UNITS}|{_COUNTERS})", _FLAGS)
_COUNT = re.compile(rf"\ ?(?:{_UNITS}|{_COUNTERS}|{_NOUNS})", _FLAGS)

_BUILDING = re.compile(
    r"\ ?(?:[棟樓座班排]|室(?![內外])|號(?!稱)|出口|車廂|月台|電池|大樓|產品|鉛筆|公車|級[景旅])"
)
_ID_AFTER = re.compile(r"-\d")
_CLOCK_AFTER = re.compile(r"\ ?(?:[分半整前後鐘開關]|左右|打烊|出發|集合|見面?|以前|以後)")
_CLOCK_BEFORE = re.compile(
    r"早上|上午|下午|晚上|傍晚|凌晨|中午|清晨|今晚|明早|營業|[開關]到|[開關]門|打烊|時間|\b[ap]m\b",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    r"(?:\d/|[$#€]|NTD?|\bver(?:sion|\.)?|版本?|評[分價]|rating|android|氣溫|規模)\ ?$", _FLAGS
)

_CLIMBED = re.compile(
    r"""(?:爬|先鋒|難度|級數|等級|完攀|紅點|首攀|推到|卡在|停在|進步到|程度
    |(?:\bon-?sight|\bos|\brp|\bflash|\bgrade|\bclimb|\blead|\bsend|\bproject|\btry)(?:s|ed|ing)?)
    (?:得[到動上]|[\ :是為約大概到過的了在]){0,3}
    (?:1[0-5](?:s|\ ?[幾級])?\ ?(?:[、,和跟與或]|and|or)\ ?)?$""",
    _FLAGS,
)
_CLIMBING_AFTER = re.compile(
    r"""\ ?(?:出頭|字頭|開頭|級距|[前中後初高低]段班?(?:的|$|[,.!?。、])
    |多?的?(?:運攀|傳攀|上方架繩)
    |級?多?(?:左右|上下|附近|以上|以下|起|起跳|以內)?級?的
      (?:路線|線(?!上)|運攀|傳攀|先鋒|上攀|岩|sport|trad|top\ ?rope|routes?|難度)
    |幾(?=[級的以左右]|$|[,.!?。、嗎呢或跟到])|s\b(?=\ (?:at|in|on|and|or|sport|trad)))""",
    _FLAGS,
)
_GRADE_UNIT = re.compile(r"\ ?(?:幾|多|s\b|級)", _FLAGS)
_NO_NAME = re.compile(
    r"""\ ?(?:$|[,.!?。、;:)」的級以了嗎呢吧啊喔耶幾多左上附差起就還都會要在跟和與或才也之]
    |(?:s|at|in|on|and|or|yet|now|is|for)\b)""",
    _FLAGS,
)
"""What follows a bare number that is not the start of a name: 「爬十二金釵」 names a route."""

_AND_NEXT = re.compile(r"(?:s|\ ?[幾級])?\ ?(?:[、,和跟與或]|and|or)\ ?1[0-5]", _FLAGS)
_OPEN_RANGE = re.compile(r"\ ?[-~到至]\ ?\d")
_QUANTITY_BEFORE = re.compile(
    r"""長度|全長|身高|高度|bolt|快扣|掛片|耳片|票價|價格|人數|length|height|draws?|distance|price
    |(?:前|第|近|共|這|那|滿|過去|未來|top|first|last)\ ?$""",
    _FLAGS,
)
_ROMAN_BEFORE = re.compile(
    r"(?:^|[,。、:;(「到和跟與或是有約比]|難度|級數|grade|between|to|and|or|about|爬)\ ?$",
    re.IGNORECASE,
)
_ROMAN_AFTER = re.compile(
    r"""\ ?(?:級|以[上下]|左右|[到~\-/=換是約比]|等於|相當|的(?:路線|線|難度)
    |(?:routes?|to|in|and|or)\b|$)""",
    _FLAGS,
)


_ROMAN_ASKED = re.compile(r"\ ?(?:級|以[上下]|左右|的(?:路線|線)|嗎|有(?:幾|哪|多少))")
"""Behind VI to VIII, which hardly any name ends in: 「X 岩 VII 以上」."""


def measures(text: str, end: int) -> bool:
    """Whether a unit or a Chinese counter follows the number that ends here."""
    return _MEASURE.match(text, end) is not None


def is_decimal(text: str, start: int, end: int) -> bool:
    """Whether 「5.5」 is a decimal number or a time of day and not a grade without a letter."""
    before = text[max(0, start - _WINDOW) : start]
    if _BEFORE_NUMBER.search(before) or _UNIT.match(text, end):
        return True
    clock = "點" in text[start:end]
    return clock and bool(_CLOCK_AFTER.match(text, end) or _CLOCK_BEFORE.search(before))


def is_place_or_id(text: str, end: int) -> bool:
    """Whether 「7A」 names a building, a seat or a part of an id."""
    return bool(_BUILDING.match(text, end)) or is_id(text, end)


def is_id(text: str, end: int) -> bool:
    """Whether a number is hyphened on here, as in ids and serial numbers."""
    return _ID_AFTER.match(text, end) is not None


def is_bare_grade(text: str, start: int, end: int) -> bool:
    """Whether a bare 10 to 15 is a grade.

    Only with a climbing word beside it, and never when it counts or measures something.
    """
    if _OPEN_RANGE.match(text, end) or _COUNT.match(text, end):
        return False
    before = text[max(0, start - _WINDOW) : start]
    following = _AND_NEXT.match(text, end)
    last = following.end() if following else end
    if _COUNT.match(text, last):
        return False
    if _CLIMBING_AFTER.match(text, last):
        return _QUANTITY_BEFORE.search(before) is None
    unit = _GRADE_UNIT.match(text, end)
    if not _NO_NAME.match(text, end) or (unit and _COUNT.match(text, unit.end())):
        return False
    return _CLIMBED.search(before) is not None


def is_roman_grade(text: str, start: int, end: int) -> bool:
    """Whether a Roman numeral is a grade and not the number of a sequel.

    It is signed, or it stands among words that go with grades.
    """
    if text[end - 1] in "+-":
        return True
    before = text[max(0, start - _WINDOW) : start]
    if end - start > 1 and text[start] == "V" and _ROMAN_ASKED.match(text, end):
        return before[-1:] not in "「『" or not before
    return bool(_ROMAN_AFTER.match(text, end) and _ROMAN_BEFORE.search(before))
