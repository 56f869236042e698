"""Filters other than grades and names: types, sizes, years, amounts, grade systems, orders.

Every function takes the folded question (a key with placeholders) and the lower-case one, and
returns values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from bot.understanding import words
from bot.understanding.words import GRADE
from knowledge.filters import GymOrder, RouteOrder, RouteOrderBy
from knowledge.text import key

if TYPE_CHECKING:
    from knowledge.schema import FlagKind, GradeSystem, GymType, Protection, RouteType

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_MOST: float = 10**6
"""No route is that long; a hundred digits would be an infinite length."""
_NUM = r"(\d+(?:\.\d+)?|[一二三四五六七八九十百两]{1,5})"
_METRE = r"(?:(?:公尺|米|m(?![a-z])|meters?|metres?|尺)(?!的?绳| ?rope))"
_COUNTED = r"(?:颗|支|个|根|只)?"
_BOLT_WORD = r"(?:bolts?|锚栓|耳片|挂片|膨胀钉|保护点|挂点)"
_BOLT = _COUNTED + _BOLT_WORD

_MORE = r"(?:以上|或以上|起跳|起步|起算|打底|起|往上|或更[长多高]|[长多高]|\+)"
_LESS = r"(?:以下|以内|之内|内|或以下|或更[短少低]|封顶|到顶|为上限|为限|为止|打住)"
_OR_MORE = r"(?:(?:or|and) (?:more|longer|taller|higher|above|over|up)|plus|upwards|\+)"
_OR_LESS = r"(?:or|and) (?:less|shorter|fewer|under|below|lower)"
_PLAIN = r"(?<!不)(?<!no )(?<!not )"
_BEYOND = (
    rf"{_PLAIN}(?:超过|大于|多于|高于|长于|over|more than|longer than|above|taller than"
    "|greater than)"
)
_SHORT_OF = (
    rf"{_PLAIN}(?:小于|少于|低于|短于|under|less than|shorter than|fewer than|below)|不到|不满|未满"
)
_AT_LEAST = (
    r"(?:超过|大于|多于|高于|长于)(?:或?(?:等于|刚好)|含)"
    r"|至少|最少|达到|长?达(?=\d)|不[小少低短]于|起码|下限(?:是|为|在|抓)?|>=|≥"
    r"|at least|minimum|min|(?:no|not) (?:less|fewer|shorter|lower) than"
)
_AT_MOST = (
    r"(?:不到|小于|少于|低于|短于)(?:或?(?:等于|刚好)|含)"
    r"|(?:不|别)(?:要|能|得|会|可)?超过|不[大多高长]于|最多|顶多|至多|封顶(?:是|为|在)?"
    r"|上限(?:是|为|在|抓)?|<=|≤|at most|maximum|max|up to|not exceeding"
    r"|(?:no|not) (?:more|longer|taller|higher|greater) than"
)
_OVER = rf"(?:{_AT_LEAST}|{_BEYOND})"
_UNDER = rf"(?:{_AT_MOST}|{_SHORT_OF})"


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
        return min(float(text), _MOST)
    hundreds, _, rest = text.rpartition("百")
    tens, _, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.get(hundreds, 1) if "百" in text else 0)
    value += 10 * (_DIGITS.get(tens, 1) if "十" in rest else 0)
    return float(value + _DIGITS.get(ones, 0))


def find_types(folded: str, lower: str) -> tuple[RouteType, ...]:
    """Route types named."""
    return tuple(cast("RouteType", name) for name in words.find("route_types", folded, lower))


def find_gym_types(folded: str, lower: str) -> tuple[GymType, ...]:
    """Gym types named; a mixed gym offers both, so it joins either."""
    named = words.find("gym_types", folded, lower)
    if _OF_ANY_KIND.search(lower):
        return ()
    if not named:
        return ()
    if "mixed" in named or {"bouldering", "lead"} <= set(named):
        return ("mixed",)
    return ("bouldering", "mixed") if "bouldering" in named else ("lead", "mixed")


_OF_ANY_KIND = re.compile(
    r"bouldering (?:or|and) (?:rope |roped )?climbing gyms|climbing (?:or|and) bouldering gyms"
)


def find_systems(folded: str, lower: str) -> tuple[GradeSystem, ...]:
    """Grade systems named."""
    return tuple(cast("GradeSystem", name) for name in words.find("grade_systems", folded, lower))


def find_flags(folded: str, lower: str) -> tuple[FlagKind, ...]:
    """Hazards that the wanted routes should carry."""
    return tuple(cast("FlagKind", name) for name in words.find("hazards", folded, lower))


_PROTECTION = re.compile(
    r"(?<![a-z0-9])(?P<grade>pg-?13|pg|[rx])(?:級|级|\s*-?rated|(?=\s*的?(?:路線|路线|線|保護|保护)|\s+routes?))",
    re.IGNORECASE,
)


def find_protections(text: str) -> tuple[Protection, ...]:
    """Protection ratings that the wanted routes should carry: 「PG13 的路線」, ``R-rated``."""
    found = (match["grade"].upper().replace("-", "") for match in _PROTECTION.finditer(text))
    return tuple(cast("Protection", each) for each in dict.fromkeys(found))


def find_length(folded: str, lower: str) -> Bounds:
    """Length in metres that routes should have."""
    return _bounds(folded, lower, _METRE, noun=r"(?:长度|全长|高度|路线长|长)")


def without_bolts(folded: str, lower: str) -> bool:
    """Whether routes without any bolt are wanted."""
    return bool(_WITHOUT_BOLTS.search(folded) or _WITHOUT_BOLTS_ENGLISH.search(lower))


def find_bolts(folded: str, lower: str) -> Bounds:
    """Number of bolts that routes should have."""
    found = _bounds(folded, lower, _BOLT, noun=_BOLT_WORD + "(?:数|数量)?")
    found = found or _bounds(folded, lower, _DRAW, noun=_DRAW, plain=r"(\d{1,2})")
    own = None if found else _OWN_DRAWS.search(folded) or _OWN_DRAWS_ENGLISH.search(lower)
    return Bounds(hi=number(own["count"] or own["held"])) if own else found


_WITHOUT_BOLTS = re.compile(
    rf"(?<![有是0-9])(?:没有?(?:打|任何|半[颗支个])?|无|零|不打|完全没有?|[0零](?:颗|支|个))(?:打)?{_BOLT_WORD}(?!的?(?:资料|记载|记录|数)|[^，。]{{0,3}}(?:老|旧|锈|松|坏))"
)
_WITHOUT_BOLTS_ENGLISH = re.compile(
    r"\b(?:without|no|zero) bolts?\b(?! (?:count|data|info))|\bboltless\b|\bunbolted\b"
)
"""「沒有 bolt 的路線」, and no 「有沒有 bolt」; on the key."""
_DRAW = r"(?:(?:quick ?)?draws?|clips?|快扣|快挂)"
"""Counted as bolts are: "which need 6 draws or less"."""
_OWN_DRAWS = re.compile(
    rf"(?:快扣|快挂)[^，。]{{0,4}}?(?:只|就)[^，。]{{0,3}}?(?P<count>{_NUM[1:-1]})[支把个组条]"
    rf"|(?:只|就|手边|身上|我)[^，。]{{0,2}}?[有带剩][^，。]{{0,2}}?(?P<held>{_NUM[1:-1]})[支把个组条](?:快扣|快挂)"
)
_OWN_DRAWS_ENGLISH = re.compile(
    r"\b(?:only|just|(?:i|we) (?:have|own|brought)|with)(?: \w+){0,2}? (?P<count>\d{1,2})"
    r" (?:quick ?)?draws\b(?P<held>)"
)
"""「快扣只帶 12 支」: no route with more bolts than that; on the key."""


def find_price(folded: str, lower: str) -> Bounds:
    """Price in TWD that a gym should ask."""
    return _bounds(
        folded,
        lower,
        r"(?:元|块|塊|nt|ntd|twd|dollars?|台币)?",
        plain=r"\d{3,4}|[二三四五六七八九两]百[一二三四五六七八九]?十?",
        noun=r"(?:票价|价格|价钱|单次|门票|入场|费用)",
    ) or _budget(folded)


def _budget(folded: str) -> Bounds:
    found = re.search(r"预算(?:只有|大概|大约|是|在|抓)?(\d{2,4})", folded)
    return Bounds(hi=float(found[1])) if found else Bounds()


_WANTED = re.compile(
    rf"(?:前|推荐|介绍|挑|选|来|给我|列|最[难长短多少高热门简单容易老新硬]{{1,2}}的?){_NUM}(?:条|个|间|家|名|题|线)"
    rf"|第{_NUM}(?:难|长|短|简单|高|硬|容易)|top([1-9]\d?)"
    rf"|前([一二三四五六七八九十])(?![条个间家名题线])|(?<![几第哪这那同某每{GRADE}]){_NUM}(?:条|间|家|题)(?!以上|以下|[条间家题])"
)
_COUNT_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_AMOUNT = rf"(\d{{1,2}}|{'|'.join(_COUNT_WORDS)})"
_WANTED_ENGLISH = re.compile(
    rf"\b(?:top|best|hardest|easiest|longest|first|any|me|recommend|suggest|just|only)\s+{_AMOUNT}\b"
    rf"|\b{_AMOUNT}\s+(?:[a-z]+\s+){{0,2}}?(?:routes?|climbs?|gyms?|lines|suggestions?|recommendations?|picks?)\b"
    rf"|\b(?:only|just) (?:climb|do|get on|try|pick|choose) {_AMOUNT}\b"
)
_ONE_BY_ONE = re.compile(r"一([条个题间])一?\1")
"""「一條條列出來」 wants them all; on the key."""
_RUNNER_UP = re.compile("(?<![每两几多首一])次(?:难|硬|简单|长|短|高)")
_MAX_WANTED = 50


def find_limit(folded: str, lower: str) -> int | None:
    """How many results are wanted: 「三條」「前五名」, ``top 3``, ``two routes``."""
    match = _WANTED.search(_ONE_BY_ONE.sub("", folded))
    if match is None and _RUNNER_UP.search(folded):
        return 2
    if match:
        value = int(number(next(group for group in match.groups() if group)))
    else:
        found = None if "how many" in lower else _WANTED_ENGLISH.search(lower)
        if found is None:
            return None
        word = next(group for group in found.groups() if group)
        value = _COUNT_WORDS.get(word) or int(word)
    return value if 0 < value <= _MAX_WANTED else None


def find_ordinal(folded: str, lower: str) -> int | None:
    """Which of the shown results is meant, from 1; -1 is the last."""
    match = re.search(rf"第{_NUM}(?:条|个|间|家|名|项|线|题)?(?!洞|面|区|段|绳|次|层|p)", folded)
    match = match or re.search(r"(?<!\d)(\d{1,2})号(?:那|的|这)?", folded)
    if match:
        return int(number(match[1]))
    if _BOTTOM.search(folded) or _BOTTOM_ENGLISH.search(lower):
        return -1
    if _TOP.search(folded):
        return 1
    found = _NTH.search(lower)
    if found:
        told = found["nth"] or found["number"]
        return 1 + (_NTHS if found["nth"] else _NUMBERS).index(told)
    number_sign = re.search(r"(?:#|no\.? ?|number )(\d{1,2})\b", lower)
    return int(number_sign[1]) if number_sign else None


_BOTTOM = re.compile("(?:最后面?|最下面|最底下|最尾)的?(?:那|这)?一?(?:条|个|间|家)|倒数第一")
_BOTTOM_ENGLISH = re.compile(r"\b(?:last|bottom) (?:one|route|gym|of (?:them|those|the list))\b")
_TOP = re.compile("(?:最上面|最前面|最顶上)的?(?:那|这)一?(?:条|个|间|家)")
_NTHS = ("first", "second", "third", "fourth", "fifth")
_NUMBERS = ("one", "two", "three", "four", "five")
_NTH = re.compile(
    rf"\b(?P<nth>{'|'.join(_NTHS)})\s+(?:one|route|climb|gym)\b"
    rf"|\bnumber (?P<number>{'|'.join(_NUMBERS)})\b"
)


def find_order(folded: str, lower: str) -> RouteOrderBy | None:
    """The superlative asked about routes."""
    for name in words.find("route_orders", folded, lower)[:1]:
        ranked, _, end = name.rpartition("_")
        return RouteOrderBy(cast("RouteOrder", ranked), descending=end == "down")
    return None


def find_gym_order(folded: str, lower: str) -> tuple[GymOrder, bool] | None:
    """The superlative asked about gyms: (order, descending)."""
    for name in words.find("gym_orders", folded, lower)[:1]:
        ranked, _, end = name.rpartition("_")
        return cast("GymOrder", ranked), end == "down"
    return None


def _bounds(folded: str, lower: str, unit: str, *, noun: str, plain: str = _NUM) -> Bounds:
    value = plain if plain.startswith("(") else f"({plain})"
    if _DECIMAL.search(lower):
        # a key has no decimal points
        pieces = _DECIMAL.split(lower)
        folded = "".join(part if at % 2 else key(part) for at, part in enumerate(pieces))
    for text in (folded, lower):
        gap = r"\s*" if text is lower else ""
        for pattern, kind in _bound_patterns(value, unit, noun, gap):
            match = re.search(pattern, text)
            if match:
                return _made(kind, match, strict=_strict(match[0], text[match.end() :]))
    if plain is _NUM:
        exact = re.search(
            rf"(?<![几\d])(?:{noun})?{_NUM}{unit}(?:的|长|高)?(?:路线|线|左右)?", folded
        )
        if exact and exact[1]:
            middle = number(exact[1])
            around = 0.15 * middle if exact[0].endswith("左右") else 0.0
            return Bounds(middle - around, middle + around)
    return Bounds()


@cache
def _bound_patterns(value: str, unit: str, noun: str, gap: str) -> tuple[tuple[str, str], ...]:
    """Ways to say a bound: the number with its unit, or the noun with the number."""
    said = rf"{noun}{gap}(?:在|是|有|为|达|达到|要|共)?{gap}"
    return (
        (rf"{value}{gap}{unit}?{gap}(?:到|至|-|~|and|to){gap}{value}{gap}{unit}", "between"),
        (rf"{_UNDER}{gap}{value}{gap}{unit}", "under"),
        (rf"{_OVER}{gap}{value}{gap}{unit}", "over"),
        (rf"{value}{gap}{unit}{gap}{_LESS}", "under"),
        (rf"{value}{gap}{unit}(?:\s*{_OR_MORE}|{_MORE})", "over"),
        (rf"{value}{gap}{unit}\s*{_OR_LESS}", "under"),
        (rf"{said}{value}{gap}{_COUNTED}(?:到|至){value}", "between"),
        (rf"{noun}{_AMOUNT_OF}{value}{gap}{_COUNTED}{_MORE}", "over"),
        (rf"{noun}{_AMOUNT_OF}{value}{gap}{_COUNTED}{_LESS}", "under"),
        (rf"{said}{_UNDER}{gap}{value}", "under"),
        (rf"{said}{_OVER}{gap}{value}", "over"),
        (rf"{said}{value}{gap}{_COUNTED}{_LESS}", "under"),
        (rf"{said}{value}{gap}{_COUNTED}{_MORE}", "over"),
        (rf"{value}{_COUNTED}(?:以下|以内)(?:的)?{unit}", "under"),
        (rf"{value}{_COUNTED}以上(?:的)?{unit}", "over"),
    )


_AMOUNT_OF = r"(?:要|多|少|密|打)?(?:一点|一些|点|到|了|有)?的?"
"""「bolt 要多一點的（6 顆以上）」; on the key, which has no brackets."""
_DECIMAL = re.compile(r"(\d+\.\d+)")
_INCLUSIVE = re.compile(rf"{_AT_LEAST}|{_AT_MOST}|{_OR_MORE}|{_OR_LESS}")
_STRICT = re.compile(rf"{_BEYOND}|{_SHORT_OF}")


def _strict(words: str, rest: str) -> bool:
    """Whether the bound itself is excluded: 「超過 20」 excludes 20, 「超過 20（含）」 does not."""
    inclusive = rest.startswith("含") or _INCLUSIVE.search(words)
    return not inclusive and bool(_STRICT.search(words))


def _made(kind: str, match: re.Match[str], *, strict: bool) -> Bounds:
    first = number(match[1])
    if kind == "between":
        second = number(match[2])
        return Bounds(min(first, second), max(first, second))
    step = 0.01 if strict else 0.0
    return Bounds(lo=first + step) if kind == "over" else Bounds(hi=first - step)
