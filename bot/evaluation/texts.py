"""How answers are compared with what they must contain."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

_QUOTES: Final = str.maketrans("", "", "「」『』《》“”\"'*`_" + "\u2018\u2019")
_DASHES: Final = str.maketrans(dict.fromkeys("–—〜～－" + "\u2212", "-"))
_SPACE: Final = re.compile(r"(?<=\d)\s+(?=\d)|\s+")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
QUOTED_CHARS: Final = 8


def normalise(text: str) -> str:
    """NFKC, lower case, without quotes, spaces (but between digits) and thousands separators."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES).translate(_QUOTES)
    plain = _THOUSANDS.sub("", plain)
    return _SPACE.sub(_kept_space, plain)


def _kept_space(match: re.Match[str]) -> str:
    """A space between digits, and the end of a line: "5.9" before "Dark" is no 5.9d."""
    if _between_digits(match):
        return " "
    return "\n" if "\n" in match[0] else ""


def contains(text: str, needle: str) -> bool:
    """Whether a normalised text holds a normalised needle as a whole: 4 is not in 14 or 5.4."""
    if not needle:
        return False
    before = r"(?<![\d])(?<!\d\.)" if needle[0].isdigit() else ""
    after = ""
    if needle[-1].isdigit():
        after = r"(?!\d)(?!\.\d)"
    if _GRADE.fullmatch(needle):
        # 「5.10a/b」 is no 5.10a; 「6b+/6c」 holds both
        after = r"(?![\da-d+?])(?!/[a-d](?![a-z\d]))(?!/5\.)"
    elif needle[-1].isascii() and needle[-1].isalpha() and len(needle) <= 2:
        # spaces are gone: 「is 8 m long」 is "is8mlong"
        after = r"(?:(?![a-z])|(?=long|tall|high))"
    if not before and not after:
        return needle in text
    return re.search(before + re.escape(needle) + after, text) is not None


_GRADE: Final = re.compile(r"5\.\d+[a-d]?|v\d+|[1-9][abc]\+?")


def pieces(text: str, size: int = QUOTED_CHARS) -> tuple[str, ...]:
    """Every run of characters that proves a quotation; the whole text when it is shorter."""
    plain = normalise(text)
    if len(plain) <= size:
        return (plain,) if plain else ()
    return tuple(
        dict.fromkeys(plain[start : start + size] for start in range(len(plain) - size + 1))
    )


def number(value: float) -> str:
    """A number as people write it."""
    return f"{value:g}"


def dates(text: str) -> tuple[str, ...]:
    """Usual writings of an ISO date, month or year."""
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    if not parts:
        return (text,)
    if len(parts) == 1:
        return (str(parts[0]),)
    year, month = parts[0], parts[1]
    name = _MONTHS[month - 1] if 1 <= month <= 12 else ""
    if len(parts) == 2:
        return (
            text,
            *(f"{year}{mark}{form}" for mark in "-/." for form in {f"{month}", f"{month:02d}"}),
            f"{year}年{month}月",
            f"{name}{year}",
        )
    day = parts[2]
    return (
        text,
        *(
            f"{year}{mark}{m}{mark}{d}"
            for mark in "-/."
            for m, d in ((str(month), str(day)), (f"{month:02d}", f"{day:02d}"))
        ),
        f"{year}年{month}月{day}日",
        f"{name}{day},{year}",
        f"{day}{name}{year}",
    )


def weekday_words(day: date, language: str) -> tuple[str, ...]:
    """Ways to say the weekday of a date."""
    if language == "en":
        return (f"{day:%A}",)
    han = "一二三四五六日"[day.weekday()]
    return (f"星期{han}", f"週{han}", f"禮拜{han}")


def _between_digits(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    return start > 0 and end < len(text) and text[start - 1].isdigit() and text[end].isdigit()
