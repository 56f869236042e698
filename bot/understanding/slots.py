"""Filters other than grades and names, read from the words: types, sizes, years, counts, systems, seasons.

Every function takes the folded question (a key with placeholders) and the lower-case one, and returns values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.understanding.cues import GRADE, NAME, chinese_pattern, english_pattern
from knowledge.filters import RouteOrderBy
from knowledge.schema import FlagKind, GradeSystem, GymType, RouteType
from knowledge.text import key

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {key("兩"): 2, "两": 2}
_NUM = r"(\d+(?:\.\d+)?|[一二三四五六七八九十百两]{1,5})"
_METRE = r"(?:公尺|米|m(?![a-z])|meters?|metres?|尺)"
_COUNTED = r"(?:颗|支|个|根|只)?"
_BOLT_WORD = r"(?:bolts?|锚栓|耳片|挂片|膨胀钉)"
_BOLT = _COUNTED + _BOLT_WORD

_MORE = r"(?:以上|或以上|起跳|起|往上|或更[长多高]|[长多高]|\+)"
_LESS = r"(?:以下|以内|之内|内|或以下|或更[短少低])"
_OVER = r"(?:超过|大于|多于|高于|长于|至少|不少于|起码|over|more than|longer than|at least|above|taller than|greater than|minimum|min)"
_UNDER = r"(?:不超过|小于|少于|低于|短于|不到|最多|不满|未满|under|less than|shorter than|fewer than|at most|below|maximum|max|no more than|up to)"

TYPES: dict[RouteType, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "sport": (("運攀", "運動攀登", "運動攀", "運動路線", "sport"), ("sport", "bolted")),
    "trad": (("傳攀", "傳統攀登", "傳統攀", "傳統路線", "trad"), ("trad", "traditional", "gear routes?")),
    "toprope": (("上方架繩", "頂繩", "上方確保", "toprope", "架繩"), ("top[- ]?rope[sd]?", "top[- ]?roping", "tr")),
    "boulder": (("抱石", "boulder", "抱石題"), ("boulder(?:ing|s)?", "boulder problems?")),
    "mixed": (("混合攀登", "混合路線", "混攀", "混合型"), ("mixed",)),
}
GYM_TYPES: dict[GymType, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "bouldering": (("抱石", "boulder"), ("boulder(?:ing)?",)),
    "lead": (("上攀", "先鋒", "高牆", "上方確保", "繩攀", "確保", "lead", "用繩", "有繩"), ("lead(?: climbing)?", "top[- ]?rope", "rope(?:d|s)?(?: climbing)?", "roped")),
    "mixed": (("綜合", "都有", "兩種都"), ("mixed", "both")),
}
SYSTEMS: dict[GradeSystem, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "french": (("法式", "法國", "法標", "法規", "french"), ("french", "france")),
    "uiaa": (("uiaa",), ("uiaa",)),
    "yds": (("yds", "優勝美地", "美式", "美國", "5點多少", "五點多少", "5點幾", "五點幾", "5.幾", "5.多少"), ("yds", "yosemite", "american", "us grades?", "decimal")),
    "v": (("v級", "v幾", "v多少", "v grade", "vscale", "v制", "v系統", "v難度", "hueco", "v標", "抱石難度", "抱石級"), ("v[- ]?grades?", "v[- ]?scale", "hueco", "what v", "vermin", "in v")),
    "font": (("font", "楓丹白露", "楓丹", "fb級"), ("font\\w*", "fontainebleau")),
}
SEASONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "春": (("春天", "春季", "春"), ("spring",)),
    "夏": (("夏天", "夏季", "暑假", "夏"), ("summer",)),
    "秋": (("秋天", "秋季", "秋"), ("autumn", "fall")),
    "冬": (("冬天", "冬季", "寒假", "冬"), ("winter",)),
}
FLAGS: dict[FlagKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "closed": (("封閉的路線", "被封閉", "封閉中", "路線封閉", "哪些封閉", "關閉的", "封了", "封閉了", "封閉路線", "有封閉", "封閉的", "不開放"), ("closed routes?", "routes? .*closed", "closed")),
    "old_bolts": (("老bolt", "老舊bolt", "舊bolt", "老舊錨栓", "老舊的bolt", "老錨栓", "生鏽", "老的bolt", "老舊的錨栓", "老掛片", "老舊掛片", "老舊固定點"), ("old bolts?", "rusty bolts?", "aged bolts?")),
    "rockfall": (("落石", "掉石頭"), ("rock ?fall",)),
    "loose_rock": (("岩質不穩", "鬆動", "浮石", "破岩", "鬆的岩"), ("loose rock", "choss\\w*")),
    "no_anchor": (("沒有anchor", "無anchor", "沒anchor", "沒有固定點", "無固定點", "沒固定點"), ("no anchors?", "without (?:an )?anchors?")),
    "do_not_climb": (("請勿攀登", "不能爬的", "不要爬的", "禁止攀登", "別爬"), ("do not climb", "not allowed", "banned")),
}
_POPULAR = chinese_pattern(("熱門", "最多人爬", "受歡迎", "人氣", "最紅", "必爬", "多人爬", "三顆星", "3顆星"))
_POPULAR_EN = english_pattern(("popular", "famous", "three[- ]star", "must[- ]do", "best known", "highly rated"))
_VIDEO = chinese_pattern(("有影片", "有視頻", "附影片", "有youtube", "有參考影片", "有片"))
_VIDEO_EN = english_pattern(("with (?:a )?videos?", "have (?:a )?videos?", "has (?:a )?videos?", "videos?"))
_MULTI = chinese_pattern(("多繩距", "多pitch", "multipitch", "多段路線", "長路線多段"))
_MULTI_EN = english_pattern(("multi-?pitch(?:es)?",))


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number range with inclusive ends; an open end is ``None``."""

    lo: float | None = None
    hi: float | None = None

    def __bool__(self) -> bool:
        """Whether the question gave any bound."""
        return self.lo is not None or self.hi is not None


def number(text: str) -> float:
    """The value of an Arabic or a Chinese number below one thousand."""
    if text[0].isdigit():
        return float(text)
    hundreds, _, rest = text.rpartition("百")
    tens, _, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.get(hundreds, 1) if "百" in text else 0)
    value += 10 * (_DIGITS.get(tens, 1) if "十" in rest else 0)
    return float(value + _DIGITS.get(ones, 0))


def find_types(folded: str, lower: str) -> tuple[RouteType, ...]:
    """Route types named."""
    return tuple(kind for kind, words in TYPES.items() if _found("type:" + kind, words, folded, lower))


def find_gym_types(folded: str, lower: str) -> tuple[GymType, ...]:
    """Gym types named; a mixed gym offers both, so it joins either."""
    named = {kind for kind, words in GYM_TYPES.items() if _found("gym:" + kind, words, folded, lower)}
    if not named:
        return ()
    if {"bouldering", "lead"} <= named or "mixed" in named:
        return ("mixed",)
    return ("bouldering", "mixed") if "bouldering" in named else ("lead", "mixed")


def find_systems(folded: str, lower: str) -> tuple[GradeSystem, ...]:
    """Grade systems named."""
    return tuple(name for name, words in SYSTEMS.items() if _found("system:" + name, words, folded, lower))


def find_seasons(folded: str, lower: str) -> tuple[str, ...]:
    """Seasons named, as the single characters that crags use."""
    return tuple(name for name, words in SEASONS.items() if _found("season:" + name, words, folded, lower))


def find_flags(folded: str, lower: str) -> tuple[FlagKind, ...]:
    """Hazards that the wanted routes should carry."""
    return tuple(name for name, words in FLAGS.items() if _found("flag:" + name, words, folded, lower))


def wants_popular(folded: str, lower: str) -> bool:
    """Whether popular routes are wanted."""
    return bool(_POPULAR.search(folded) or _POPULAR_EN.search(lower))


def wants_video(folded: str, lower: str) -> bool:
    """Whether only routes with a video are wanted."""
    return bool(_VIDEO.search(folded) or _VIDEO_EN.search(lower))


def wants_multi_pitch(folded: str, lower: str) -> bool:
    """Whether multi-pitch lines are wanted."""
    return bool(_MULTI.search(folded) or _MULTI_EN.search(lower))


def find_length(folded: str, lower: str) -> Bounds:
    """Length in metres that routes should have."""
    return _bounds(folded, lower, _METRE, noun=r"(?:长度|全长|高度|路线长|长)")


def find_bolts(folded: str, lower: str) -> Bounds:
    """Number of bolts that routes should have."""
    return _bounds(folded, lower, _BOLT, noun=_BOLT_WORD + "(?:数|数量)?")


def find_price(folded: str, lower: str) -> Bounds:
    """Price in TWD that a gym should ask."""
    return _bounds(folded, lower, r"(?:元|块|塊|nt|ntd|twd|dollars?|台币)?", plain=r"\d{3,4}|[二三四五六七八九两]百[一二三四五六七八九]?十?", noun=r"(?:票价|价格|价钱|单次|门票|入场|费用)")


def find_years(folded: str, lower: str) -> Bounds:
    """Years of first ascent."""
    decade = re.search(r"((?:19|20)\d0)(?:年代|s)", folded) or re.search(r"\b((?:19|20)\d0)'?s", lower)
    if decade:
        return Bounds(float(decade[1]), float(decade[1]) + 9)
    year = r"((?:19|20)\d\d)年?"
    for pattern, make in (
        (rf"{year}(?:到|至|-|~){year}", lambda m: Bounds(float(m[1]), float(m[2]))),
        (rf"{year}(?:以后|之后|后|以来|起)", lambda m: Bounds(lo=float(m[1]))),
        (rf"{year}(?:以前|之前|前)", lambda m: Bounds(hi=float(m[1]) - 1)),
        (rf"(?:after|since) {year}", lambda m: Bounds(lo=float(m[1]))),
        (rf"before {year}", lambda m: Bounds(hi=float(m[1]) - 1)),
        (year, lambda m: Bounds(float(m[1]), float(m[1]))),
    ):
        match = re.search(pattern, folded) or re.search(pattern, lower)
        if match:
            return make(match)
    return Bounds()


def find_limit(folded: str, lower: str) -> int | None:
    """How many results are wanted: 「三條」「前五名」, ``top 3``, ``two routes``."""
    match = re.search(rf"(?:前|推荐|介绍|挑|选|来|给我|列|最[难长短多少高热门简单容易老新硬]{{1,2}}的?){_NUM}(?:条|个|间|家|名|题|线)?", folded)
    match = match or re.search(rf"(?<![几第{GRADE}]){_NUM}(?:条|间|家|题)(?!以上|以下)", folded)
    if match:
        value = int(number(match[1]))
        return value if 0 < value <= 50 else None
    words = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
    found = re.search(
        r"\b(?:top|best|hardest|easiest|longest|first|any|me|recommend|suggest)\s+(\d{1,2}|one|two|three|four|five|ten)\b", lower
    ) or re.search(r"\b(\d{1,2}|one|two|three|four|five|ten)\s+(?:\w+\s+){0,2}?(?:routes?|climbs?|gyms?|lines)\b", lower)
    if not found or re.search(r"how many", lower):
        return None
    value = words.get(found[1]) or int(found[1])
    return value if 0 < value <= 50 else None


def find_ordinal(folded: str, lower: str) -> int | None:
    """Which of the shown results is meant, from 1; -1 is the last."""
    match = re.search(rf"第{_NUM}(?:条|个|间|家|名|项|线|题)?(?!洞|面|区|段|绳|次|层|p)", folded)
    if match:
        return int(number(match[1]))
    if re.search("最后(?:一)?(?:条|个|间|家)", folded) or re.search(r"\blast (?:one|route|gym)\b", lower):
        return -1
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
    found = re.search(r"\b(first|second|third|fourth|fifth)\s+(?:one|route|climb|gym)\b", lower)
    if found:
        return words[found[1]]
    number_sign = re.search(r"(?:#|no\.? ?|number )(\d{1,2})\b", lower)
    return int(number_sign[1]) if number_sign else None


_ORDERS: tuple[tuple[RouteOrderBy, tuple[str, ...], tuple[str, ...]], ...] = (
    (RouteOrderBy("grade", descending=True), ("最難", "最硬", "最高難度", "難度最高", "級數最高", "最高級", "最hard", "最難爬", "最困難", "天花板難度", "上限"), ("hardest", "most difficult", "toughest", "highest grade", "top grade")),
    (RouteOrderBy("grade"), ("最簡單", "最容易", "最低難度", "難度最低", "級數最低", "最輕鬆", "最easy", "最好爬", "最低級", "最親民"), ("easiest", "simplest", "least difficult", "lowest grade")),
    (RouteOrderBy("bolts", descending=True), ("最多bolt", "bolt最多", "最多錨栓", "錨栓最多", "最多顆bolt", "bolt數最多", "最多支bolt", "最多掛片", "掛片最多", "耳片最多", "最多耳片", "最多顆"), ("most bolts", "most bolted", "highest number of bolts")),
    (RouteOrderBy("bolts"), ("最少bolt", "bolt最少", "最少錨栓", "錨栓最少", "bolt數最少", "最少顆"), ("fewest bolts", "least bolts", "fewest number of bolts")),
    (RouteOrderBy("length", descending=True), ("最長", "最高的路線", "最高的線", "最高的一條", "最高"), ("longest", "tallest", "highest routes?")),
    (RouteOrderBy("length"), ("最短", "最矮"), ("shortest",)),
    (RouteOrderBy("popularity", descending=True), ("最熱門", "最受歡迎", "人氣最高", "最紅", "最多人爬", "最經典", "最有名"), ("most popular", "most famous", "best known")),
    (RouteOrderBy("first_ascent"), ("最早首攀", "最老的路線", "最古老", "最早開", "歷史最悠久", "最早的路線", "最早被", "最老", "最早"), ("oldest", "earliest", "first ever")),
    (RouteOrderBy("first_ascent", descending=True), ("最新開", "最近開", "最新的路線", "最晚首攀", "最近首攀", "最新", "最晚開"), ("newest", "most recent", "latest")),
)
_GYM_ORDERS: tuple[tuple[str, bool, tuple[str, ...], tuple[str, ...]], ...] = (
    ("closes", True, ("最晚關", "開到最晚", "最晚打烊", "最晚", "營業到最晚", "關得最晚", "開最晚"), ("latest", "open the latest", "closes last", "latest closing")),
    ("opens", False, ("最早開", "開最早", "最早", "開得最早", "最早營業"), ("earliest", "opens first", "open the earliest")),
    ("weekday", False, ("最便宜", "最省", "最划算", "最低價", "票價最低", "最平價"), ("cheapest", "least expensive", "lowest price")),
    ("weekday", True, ("最貴", "票價最高", "最高價"), ("most expensive", "priciest")),
)


def find_order(folded: str, lower: str) -> RouteOrderBy | None:
    """The superlative asked about routes."""
    for order, chinese, english in _ORDERS:
        if _found(f"order:{order.key}:{order.descending}", (chinese, english), folded, lower):
            return order
    return None


def find_gym_order(folded: str, lower: str) -> tuple[str, bool] | None:
    """The superlative asked about gyms: (order, descending)."""
    for name, descending, chinese, english in _GYM_ORDERS:
        if _found(f"gymorder:{name}:{descending}", (chinese, english), folded, lower):
            return name, descending
    return None


def _bounds(folded: str, lower: str, unit: str, *, noun: str, plain: str = _NUM) -> Bounds:
    value = plain if plain.startswith("(") else f"({plain})"
    for text in (folded, lower):
        gap = r"\s*" if text is lower else ""
        for pattern, kind in _bound_patterns(value, unit, noun, gap):
            match = re.search(pattern, text)
            if match:
                return _made(kind, match, strict=_strict(match[0]))
    if plain is _NUM:
        exact = re.search(rf"(?<![几\d])(?:{noun})?{_NUM}{unit}(?:的|长|高)?(?:路线|线|左右)?", folded)
        if exact and exact[1]:
            middle = number(exact[1])
            around = 0.15 * middle if exact[0].endswith("左右") else 0.0
            return Bounds(middle - around, middle + around)
    return Bounds()


@cache
def _bound_patterns(value: str, unit: str, noun: str, gap: str) -> tuple[tuple[str, str], ...]:
    """Ways to say a bound: the number with its unit, or the noun with the number."""
    said = rf"{noun}{gap}(?:在|是|有|为)?{gap}"
    return (
        (rf"{value}{gap}{unit}?{gap}(?:到|至|-|~|and|to){gap}{value}{gap}{unit}", "between"),
        (rf"{_UNDER}{gap}{value}{gap}{unit}", "under"),
        (rf"{_OVER}{gap}{value}{gap}{unit}", "over"),
        (rf"{value}{gap}{unit}{gap}{_LESS}", "under"),
        (rf"{value}{gap}{unit}(?:\s*(?:or more|plus|and up|\+)|{_MORE})", "over"),
        (rf"{value}{gap}{unit}(?:\s*or (?:less|shorter|fewer))", "under"),
        (rf"{said}{value}{gap}{_COUNTED}(?:到|至){value}", "between"),
        (rf"{said}{_UNDER}{gap}{value}", "under"),
        (rf"{said}{_OVER}{gap}{value}", "over"),
        (rf"{said}{value}{gap}{_COUNTED}{_LESS}", "under"),
        (rf"{said}{value}{gap}{_COUNTED}{_MORE}", "over"),
        (rf"{value}{_COUNTED}(?:以下|以内)(?:的)?{unit}", "under"),
        (rf"{value}{_COUNTED}以上(?:的)?{unit}", "over"),
    )


def _strict(words: str) -> bool:
    """Whether the bound itself is excluded: 「超過 20」 does not mean 20."""
    return bool(
        re.search(r"^(?:超过|大于|多于|高于|长于|小于|少于|低于|短于|不到|不满|未满|over|more than|longer than|above|taller than|greater than|under|less than|shorter than|fewer than|below)", words)
    )


def _made(kind: str, match: re.Match[str], *, strict: bool) -> Bounds:
    first = number(match[1])
    if kind == "between":
        second = number(match[2])
        return Bounds(min(first, second), max(first, second))
    step = 0.01 if strict else 0.0
    return Bounds(lo=first + step) if kind == "over" else Bounds(hi=first - step)


@cache
def _patterns(name: str, words: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    del name
    return chinese_pattern(words[0]), english_pattern(words[1])


def _found(name: str, words: tuple[tuple[str, ...], tuple[str, ...]], folded: str, lower: str) -> bool:
    chinese, english = _patterns(name, words)
    return bool(chinese.search(folded) or english.search(lower))


__all__ = ["NAME", "Bounds"]
