"""Single facts of a route as files write them: length, bolts, type, grade, first ascent."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from knowledge.grades import parse_grade
from knowledge.importers.days import normalise_day
from knowledge.importers.fields import Row, shown
from knowledge.schema import UNKNOWN_GRADE, Grade, RouteType
from knowledge.text import key

LONGEST_ROUTE_M = 1_500
"""Metres; more is a slip of the keyboard (the highest wall of Taiwan has 800)."""
MOST_BOLTS = 300

_FOOT_M = 0.3048
_LENGTH = re.compile(
    r"(?:約|大約|大概|近|~|ca?\.?|about|approx\.?)?\s*(\d+(?:\.\d+)?)\s*(?:(?:-|–|~|～|至|到|to)\s*(\d+(?:\.\d+)?))?\s*"
    r"(m|公尺|米|公尺左右|meters?|metres?|ft|feet|foot|呎|英尺|')?\.?\s*(?:左右|上下|高|長)?",
    re.IGNORECASE,
)
_FEET = frozenset({"ft", "feet", "foot", "呎", "英尺", "'"})
_COUNT = re.compile(
    r"(?:約|~)?\s*(\d{1,4})(?:\.0+)?\s*(?:\+\s*\d+)?\s*(?:個|顆|支|枚)?\s*(?:bolts?|錨栓|qds?|快扣)?.*",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\s*(?:約|大約|~)?\s*(?:1[89]|20)\d\d\s*(?:年代|年|s)?\s*[-~～]?"
    r"\s*(?:初期?|末期?|中期?|前後|左右|春|夏|秋|冬)?\s*"
)
"""A decade or a season: kept as it stands."""
_NOTHING = (
    *("", "-", "—", "–", "?", "？", "n/a", "na", "null", "none", "unknown", "tbd"),
    *("未知", "不明", "不詳", "未記載", "無資料", "待查", "待確認"),
)
_NOT_RECORDED = frozenset(key(word) or word for word in _NOTHING)

_SPOKEN_NUMBERS = {
    **dict(zip("五六七八九十", range(5, 11), strict=True)),
    **{f"十{digit}": number for number, digit in enumerate("一二三四五", 11)},
}
_SPOKEN = re.compile(
    r"(?P<number>十[一二三四五]?|[五六七八九])\s*級?\s*(?P<rest>[a-dA-D]?[+-]?\??)"
)

_TYPE_WORDS: dict[RouteType, tuple[str, ...]] = {
    "sport": (
        "sport",
        "sportclimbing",
        "運攀",
        "運動攀登",
        "運動路線",
        "運動",
        "bolted",
        "運動攀岩",
        "sportroute",
    ),
    "trad": (
        "trad",
        "traditional",
        "tradclimbing",
        "傳攀",
        "傳統攀登",
        "傳統",
        "傳統路線",
        "traditionalclimbing",
    ),
    "toprope": (
        "toprope",
        "tr",
        "上方架繩",
        "上方確保",
        "頂繩",
        "架繩",
        "toproping",
        "頂繩攀登",
        "頂繩路線",
        "頂繩攀岩",
        "上攀",
        "上方確保攀登",
        "toproperoute",
        "topropeclimbing",
    ),
    "boulder": ("boulder", "bouldering", "抱石", "抱石路線", "boulderproblem", "抱石橫渡"),
    "mixed": (
        "mixed",
        "混合",
        "混合路線",
        "sporttrad",
        "tradsport",
        "運攀傳攀",
        "傳攀運攀",
        "混合攀登",
    ),
}
_TYPES: dict[str, RouteType] = {
    key(word): kind for kind, words in _TYPE_WORDS.items() for word in words
}


def is_recorded(text: str) -> bool:
    """Whether a text says something, unlike 「—」, 「不詳」 or ``N/A``."""
    return (key(text) or text.strip()) not in _NOT_RECORDED and bool(key(text))


def type_of(row: Row) -> RouteType | None:
    """The route type; several given at once are ``mixed``."""
    words = [
        part for part in re.split(r"[,，、;/／+&＋]", row.text("type", "typeEn")) if part.strip()
    ]
    kinds = [_TYPES.get(key(word)) for word in words]
    known = list(dict.fromkeys(kind for kind in kinds if kind))
    if None in kinds and words and any(map(is_recorded, words)):
        row.report(f"型態看不懂：{shown(row.text('type', 'typeEn'))}")
    if {"sport", "trad"} <= set(known):
        return "mixed"
    return known[0] if known else None


def grade_of(row: Row, discipline: RouteType | None) -> Grade:
    """The grade; one that cannot be read is kept as it stands, as unknown, and reported."""
    value = row.values.get("grade")
    raw = row.text("grade")
    if isinstance(value, float) and raw == "5.1":
        row.report("難度「5.1」是數字格式，若原本是「5.10」請把儲存格改成文字")
    if not raw:
        return UNKNOWN_GRADE
    grade = parse_grade(raw, discipline)
    if not grade.known and (spoken := _SPOKEN.fullmatch(raw.strip())):
        # people say 「十一級」 and 「十級a」 for 5.11 and 5.10a
        number = _SPOKEN_NUMBERS[spoken["number"]]
        grade = replace(parse_grade(f"5.{number}{spoken['rest']}", discipline), raw=raw)
    if not grade.known and not grade.uncertain and is_recorded(raw):
        row.report(f"難度看不懂，當作未定級：{shown(raw)}")
    return grade


def length_of(row: Row) -> float | None:
    """The length in metres; of a range the longer end, for which the rope must do."""
    value = row.values.get("length")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    text = (
        unicodedata.normalize("NFKC", value).strip()
        if isinstance(value, str)
        else row.text("length")
    )
    if not is_recorded(text):
        return None
    match = _LENGTH.fullmatch(text) if len(text) < 40 else None
    if match is None:
        row.report(f"長度看不懂：{shown(text)}")
        return None
    metres = max(float(number) for number in match.group(1, 2) if number)
    if (match[3] or "").lower() in _FEET:
        metres = round(metres * _FOOT_M, 1)
    if metres > LONGEST_ROUTE_M:
        row.report(f"長度不合理：{shown(text)}")
        return None
    if match[2]:
        row.report(f"長度是範圍 {shown(text)}，取較長的一端")
    return metres or None


def bolts_of(row: Row, kind: RouteType | None) -> int | None:
    """How many bolts; 0 is a count for trad and top rope; boulders have none to count."""
    value = row.values.get("boltCount")
    if value is None or (isinstance(value, str) and not is_recorded(value)):
        return None
    count = _count_of(value)
    if count is None or not 0 <= count <= MOST_BOLTS:
        row.report(f"bolt 數{'看不懂' if count is None else '不合理'}：{shown(value)}")
        return None
    if count == 0 and kind not in ("trad", "toprope"):
        return None
    return count


def first_ascent_of(row: Row) -> tuple[str, str, str]:
    """Who made the first ascent, the same in English, and when; empty where not recorded."""
    who, who_en = row.text("firstAscent"), row.text("firstAscentEn")
    written = row.text("firstAscentDate")
    when = normalise_day(written)
    if when is None and is_recorded(written) and not _ROUGHLY.fullmatch(written):
        row.report(f"首攀日期看不懂，照原文保留：{shown(written)}")
    return (
        who if is_recorded(who) else "",
        who_en if is_recorded(who_en) else "",
        when if when is not None else (written if is_recorded(written) else ""),
    )


def popularity_of(row: Row) -> int | None:
    """The popularity that the file gives, 0 to 10."""
    found = row.number("popularity", 0, 10)
    return None if found is None else int(found)


def _count_of(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if not isinstance(value, str):
        return None
    match = _COUNT.fullmatch(unicodedata.normalize("NFKC", value).strip()[:60])
    return int(match[1]) if match else None
