"""Facts that a text states in figures: grades, lengths, bolts, prices, times, dates, phones, links.

A fact's ``values`` are its normalised readings (usually one); it is supported when one of them is.
Texts are NFKC-normalised before they come here, so that full-width digits and colons are ASCII.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
)  # fmt: skip
MASK: Final = "\x00"
"""Stands for characters that need no check; matches no fact."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure with its meaning, and where it stands in its line."""

    kind: str
    values: tuple[str, ...]
    surface: str
    start: int
    end: int
    line: int = 0


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN = r"[一二三四五六七八九十百兩]+"
_BOLT = r"(?:bolts?|錨栓|耳片|快扣|quickdraws?)"
_ROUTE = r"(?:[條題]|routes?\b|problems?\b|in total\b|match(?:es)?\b)"
_GYM = r"(?:間|家|gyms?\b)"
_THING = r"(?:座|筆|個(?!月)|面|區|顆星|crags?\b|areas?\b)"
_METRES = r"(?:m(?![a-z0-9²])|公尺|米(?!線)|met(?:re|er)s?\b)"
_DASH = r"\s*(?:[-–—~〜～]|到|至|to)\s*"
MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
"""A month in whole: "8 separate climbs" are no day in September."""

_GRADES: Final = (
    r"uiaa\s*(?:1[0-2]|[1-9])(?:[+]|-(?!\w))?(?:/(?:1[0-2]|[1-9])?[+-]?)?",
    r"(?<![\d.])5\.(?:1[0-9]|[0-9])(?!\d)(?:[a-d](?:/(?:5\.\d+)?[a-d])?(?![a-z]))?"
    r"(?:[+](?!\d)|-(?!\w|\.\d))?(?:/5\.\d+[a-d]?[+]?)?\?*",
    r"(?<![\d.])5\.\?+",
    r"(?<![a-z0-9])v(?:b|\d{1,2})(?:\+|-(?!\w))?(?:[-/~]v?\d{1,2}(?!\d))?(?![a-z])",
    r"(?<![a-z0-9])v\?",
    r"(?<![\w.])f?[1-9][abc](?:\+(?!\d))?(?:/(?:\+|[1-9]?[abc]\+?))?(?![a-z0-9])",
    r"(?<![\w.])1[0-5][a-d](?:/[a-d])?(?![a-z0-9])",
)
_LINKS: Final = (
    r"https?://[^\s<>()「」『』【】\x00]+",
    r"(?<![\w@])(?:[a-z0-9-]+\.)+(?:com|tw|org|net|io|gg|me|app|be)\b(?:/[^\s<>()「」\x00]*)?",
)
_DATES: Final = (
    # also days that do not exist: a wrong date is still a date
    r"(?<!\d)(?:19|20)\d\d\s*[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)",
    r"(?<!\d)(?:19|20)\d\d\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?",
    r"(?<!\d)\d{1,2}\s*月\s*\d{1,2}\s*[日號]",
    r"(?<!\d)\d{1,2}\s*月(?![\d票費])",
    r"(?<![\d./])\d{1,2}/\d{1,2}(?![\d/]|\s*繩)",
    rf"\b{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*(?:19|20)\d\d)?\b",
    rf"\b\d{{1,2}}\s+{MONTH}\.?(?:\s+(?:19|20)\d\d)?\b",
)
_PHONES: Final = (
    r"(?<![\d.])(?:\+886[- ]?\d{1,3}|\(0\d{1,3}\)|0\d{1,3})[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)",
    r"(?<!\d)0800[- ]?\d{3}[- ]?\d{3}",
)
_HAN_HOUR: Final = (
    r"(?:(?:(?<=[到至在約於])|(?<=[早晚]上|[上下中]午|凌晨|半夜|今晚|明晚))[一兩](?=點)"
    r"|[一兩](?=點(?:半|整|鐘|\s*\d|開|關|打烊|到[\d一二三四五六七八九十]|以[前後]|之?[前後]|營業|入場))"
    r"|(?!一點)[一二三四五六七八九十]+)"
)
"""「差一點」, 「長一點」 are a little, 「至少兩點」 bolts: hours only beside a word of time."""
_TIMES: Final = (
    r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?!\d|:\d)(?:\s*[ap]m\b)?",
    r"(?<![\d:.])\d{1,2}\s*[ap]m\b",
    # 「兩點以上」 are fixed points, 「手點」 holds
    rf"(?<![\d.])(?:\d{{1,2}}|{_HAN_HOUR})\s*"
    r"(?:點(?!以上|半?繩|[、，。]?[手腳])|時(?![間段候令]))"
    r"(?:半|\s*\d{1,2}\s*分)?",
)
_BOLTS: Final = (
    rf"(?:{_NUMBER}|{_HAN})\s*(?:[顆支枚](?!星)|個)\s*{_BOLT}",
    rf"(?:{_NUMBER}|{_HAN})\s*[顆支枚](?!星)",
    rf"(?:{_NUMBER})\s*{_BOLT}",
    rf"{_BOLT}\s*(?:數|count)?\s*[:：]?\s*(?:{_NUMBER})(?!\s*(?:條|{_METRES}))",
)
_PATTERNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("mention", (r"(?<![\w.])@[a-z0-9_.]{2,}",)),
    ("link", _LINKS),
    ("date", _DATES),
    ("phone", _PHONES),
    ("time", _TIMES),
    ("grade", _GRADES),
    ("protection", (r"(?<![a-z0-9])pg-?13(?![a-z0-9])",)),
    ("percent", (rf"(?:{_NUMBER})\s*%",)),
    (
        "price",
        (
            rf"(?:(?<![a-z])(?:nt\$?|ntd|twd)|\$)\s*(?:{_NUMBER})",
            rf"(?:{_NUMBER})\s*(?:元|塊|ntd?\b|twd\b)",
        ),
    ),
    ("length", (rf"(?:{_NUMBER})\s*{_METRES}", rf"{_HAN}\s*(?:公尺|米(?!線))")),
    ("bolts", _BOLTS),
    ("popularity", (rf"(?:熱門度|popularity)[^\d\n]{{0,12}}(?:{_NUMBER})",)),
    ("routes", (rf"(?:{_NUMBER}|{_HAN})\s*{_ROUTE}",)),
    ("gyms", (rf"(?:{_NUMBER}|{_HAN})\s*{_GYM}",)),
    ("count", (rf"(?:{_NUMBER}|{_HAN})\s*{_THING}",)),
    ("number", (_NUMBER,)),
)
# The look-ahead lets the engine pass over everything with which no fact begins.
_SCANNER: Final = re.compile(
    r"(?=[\d@$(+a-z錨耳快熱一二三四五六七八九十百兩])(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in _PATTERNS)
    + ")",
    re.IGNORECASE,
)
_RANGE_UNIT: Final = re.compile(
    rf"({_NUMBER}){_DASH}(?:{_NUMBER})\s*"
    rf"({_METRES}|[顆支枚個]?\s*{_BOLT}|[顆支枚]|元|塊|條)",
    re.IGNORECASE,
)
_POPULAR: Final = re.compile(r"popularity of [\x00“”\"\s]*(?:is|:)\s*\Z", re.IGNORECASE)
_DASHED: Final = re.compile(rf"\d{_DASH}\d", re.IGNORECASE)
_MAY_HOLD_FACTS: Final = re.compile(
    r"[\d@?一二三四五六七八九十百兩]|(?<![a-z0-9])vb|\.(?:com|tw|org|net)|:/", re.IGNORECASE
)
_HAN_COUNTED: Final = {"routes": 4, "gyms": 4, "count": 4, "bolts": 3, "length": 2, "price": 2}
"""From which number on Chinese numerals state a fact: 「這一條」 and 「兩個固定點」 do not."""
_HAN_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"兩": 2}


COUNTS: Final = frozenset({"routes", "gyms", "count", "number", "percent"})
"""Kinds that say how many there are."""


def scan(line: str, number: int = 0) -> tuple[Fact, ...]:
    """Every fact of one NFKC-normalised line, in order; ``number`` is remembered as its place."""
    if not _MAY_HOLD_FACTS.search(line):
        return ()
    ranges: dict[int, str] = {}
    if _DASHED.search(line):
        ranges = {match.start(1): match.group(2) for match in _RANGE_UNIT.finditer(line)}
    return tuple(
        fact
        for match in _SCANNER.finditer(line)
        for fact in _facts(match, ranges.get(match.start()), number)
    )


def number_text(text: str) -> str:
    """A number in one spelling: ``1,200`` -> ``1200``, ``12.0`` -> ``12``, 「十二」 -> ``12``."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if digits:
        return plain_number(float(digits.group().replace(",", "")))
    return str(_han_number("".join(char for char in text if char in _HAN_DIGITS or char in "十百")))


def plain_number(value: float) -> str:
    """A number in the one spelling of facts: ``12``, ``12.5``, ``121.5678``."""
    return f"{value:.12g}"


def grade_tokens(text: str) -> frozenset[str]:
    """The grades that a text names, as normalised tokens."""
    return frozenset(value for fact in scan(text) if fact.kind == "grade" for value in fact.values)


def _facts(match: re.Match[str], unit: str | None, line: int) -> list[Fact]:
    kind = match.lastgroup or "number"
    surface = match.group()
    if kind == "number" and unit is not None:
        kind = _unit_kind(unit)
    if kind == "number" and _POPULAR.search(match.string, 0, match.start()):
        kind = "popularity"
    if _is_small_talk(kind, surface):
        return []
    values = _values(kind, surface, match.string[: match.start()])
    return [Fact(kind, values, surface, match.start(), match.end(), line)]


def _is_small_talk(kind: str, surface: str) -> bool:
    """Whether it is a number in words too small to state a fact."""
    in_words = not any(char in "0123456789" for char in surface)
    return in_words and float(number_text(surface)) < _HAN_COUNTED.get(kind, 0)


def _unit_kind(unit: str) -> str:
    if re.fullmatch(_METRES, unit, re.IGNORECASE):
        return "length"
    return {"元": "price", "塊": "price", "條": "routes"}.get(unit, "bolts")


def _values(kind: str, surface: str, before: str) -> tuple[str, ...]:
    if kind == "time":
        return _times(surface.lower(), before)
    reading = _READINGS.get(kind, number_text)
    return (reading(surface.lower()),)


def _date(surface: str) -> str:
    """``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY``, or ``--MM-DD`` without a year."""
    month = next((index + 1 for index, name in enumerate(MONTHS) if name in surface), None)
    parts = [int(part) for part in re.findall(r"\d+", surface)]
    year = next((part for part in parts if part >= 1000), None)
    rest = [part for part in parts if part < 1000]
    if month is not None:
        rest = [month, *rest]
    tail = "-".join(f"{part:02d}" for part in rest)
    if year is None:
        return f"--{tail}"
    return f"{year}-{tail}" if tail else str(year)


def _times(surface: str, before: str) -> tuple[str, ...]:
    digits = re.findall(r"\d+", surface)
    hour = int(digits[0]) if surface[0].isdigit() else _han_number(re.split("[點時]", surface)[0])
    minute = 30 if "半" in surface else int(digits[1]) if len(digits) > 1 else 0
    hours = {hour}
    if "pm" in surface or re.search(r"(?:晚上|下午|傍晚|中午|晚間|pm)\s*$", before):
        hours = {hour % 12 + 12}
    elif "am" in surface or re.search(
        r"(?:凌晨|半夜|清晨|清早|早上|早晨|上午|今早|明早)\s*$", before
    ):
        hours = {hour % 12, 12} if hour == 12 else {hour % 24}
    elif not re.match(r"\d{1,2}:", surface):
        hours = {hour, hour + 12} if hour <= 12 else {hour}
    return tuple(f"{value:02d}:{minute:02d}" for value in sorted(hours))


def _han_number(text: str) -> int:
    total, current = 0, 0
    for char in text:
        if char in "十百":
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _HAN_DIGITS.get(char, 0)
    return total + current


_READINGS: Final[dict[str, Callable[[str], str]]] = {
    "grade": lambda surface: re.sub(r"\s", "", surface),
    "phone": lambda surface: re.sub(r"\D", "", surface.replace("+886", "0")),
    "link": lambda surface: re.sub(r"^https?://(?:www\.)?", "", surface).rstrip("/.,;:!?"),
    "mention": str,
    "protection": lambda surface: surface.replace("-", ""),
    "date": _date,
}
