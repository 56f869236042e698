"""One written grade: its pattern, and what it stands for on its scale.

The patterns read folded text (see ``knowledge.grades.fold``). An unlettered YDS number from 5.10
up stands for all its letters, with ``-`` for the lower and with ``+`` for the upper half; below
5.10 and on single letters ``+`` and ``-`` only break ties. A letter is never invented, and what is
out of table is no grade.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from knowledge.grades.scale import SCALES, whole_number
from knowledge.schema import GradeSystem

if TYPE_CHECKING:
    from knowledge.schema import RouteType

Modifier = Literal["", "+", "-"]

_CHINESE_DIGITS = "零一二三四五六七八九"
_ROMAN_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FLAGS = re.IGNORECASE | re.VERBOSE

_START = r"(?<!\d\.)(?<![a-z0-9_一二三四五六七八九十])"
_END = r"(?![a-z0-9_])"
_TAIL = r"(?!(?!s\b|ish|up\b|(?<=\d\d)x\b)[a-z0-9_])"
_TEEN = r"(?:1\d|十[一二三四五六]?|一[零一二三四五六])"
_NUMBER = rf"(?:\d{{1,2}}|{_TEEN}|[{_CHINESE_DIGITS}])"
_ROMAN = r"(?:VIII|VII|VI|IV|IX|V|XII|XI|X|III|II|I)"
_LETTER = rf"(?:[a-d]{_END}|\ [b-d]{_END}|\ a{_END}(?!\ +[a-z]))"
# A minus is neither the hyphen before a note (5.10d-Flash) nor the dash of a range (5.10-5.11).
_SIGN = r"(?:\+|-(?=$|[,;:!?)\]、。「」的路線難級]|\ (?!\d|v\d)))"
_LINK = r"(?P<link>[/\-~到至]|to\b)"
_FRENCH_OR_FONT = r"(?P<prefix>法[式國標]|french|font(?:ainebleau)?|楓丹白露|fb?)"

ATOM = re.compile(
    rf"""(?=[\d十一五四六七八九法楓fuvix])(?:
      {_START}[5五]\ ?[.點。]\ ?(?P<number>{_NUMBER})(?!\d|\.\d)
      (?P<letter>{_LETTER})?(?P<sign>{_SIGN})?{_TAIL}
    | {_START}(?<![a-z]-)(?:5\ ?)?(?P<bare>{_TEEN})(?P<bare_letter>[a-d]){_END}(?!\.[a-z])
      (?P<bare_sign>{_SIGN})?
    | {_START}V(?P<v>B|\ ?\d{{1,2}}|{_TEEN}|[{_CHINESE_DIGITS}](?![起下些樣定]))(?!\.?\d)
      (?P<v_sign>{_SIGN})?{_TAIL}
    | {_START}UIAA\ ?(?P<uiaa>1[0-2]|[1-9]|{_ROMAN})(?P<uiaa_sign>[+-])?{_END}
    | {_START}(?P<roman>(?-i:{_ROMAN}))(?P<roman_sign>[+-])?{_END}
    | (?:(?<![a-z]){_FRENCH_OR_FONT}\ ?|{_START}(?<![a-z]-))
      (?P<figure>[1-9四五六七八九])(?P<figure_letter>[abc])(?P<figure_sign>\+)?{_END}(?!\.[a-z])
    )""",
    _FLAGS,
)
"""A grade that is recognised by itself; :func:`read` says what it stands for."""

_WINDOW = 24
"""Characters that hold the longest single grade and what decides where it ends."""

_MORE_YDS = re.compile(
    rf"""(?:\ ?(?:級|字頭|開頭|級距|等級))?\ ?{_LINK}\ ?(?:(?P<letter>[a-d]){_END}
    | (?P<number>{_TEEN})(?!\.?\d)(?P<sign>{_SIGN})?{_TAIL})""",
    _FLAGS,
)
_MORE_V = re.compile(
    rf"\ ?{_LINK}\ ?(?P<number>\d{{1,2}}|[{_CHINESE_DIGITS}])(?!\.?\d)(?P<sign>{_SIGN})?{_TAIL}",
    _FLAGS,
)
_MORE_UIAA = re.compile(
    rf"\ ?{_LINK}\ ?(?P<number>1[0-2]|[1-9])(?!\.?\d)(?P<sign>{_SIGN})?{_TAIL}", _FLAGS
)
_MORE_LETTERS = re.compile(rf"{_LINK}(?:(?P<letter>[abc])(?P<sign>\+)?{_END}|(?P<plus>\+))", _FLAGS)


@dataclass(frozen=True, slots=True)
class Notation:
    """A grade as it stands in a folded text: half-open span, system, and tokens with lo <= hi."""

    start: int
    end: int
    system: GradeSystem
    lo: str
    hi: str
    modifier: Modifier = ""
    guessed: bool = False
    """French or Font was told from the case of the letter."""
    spread: bool = False
    """Written as a range (``V3-5``) and not as one grade (``V3``, ``5.10a/b``)."""


def read(match: re.Match[str], discipline: RouteType | None) -> Notation | None:
    """What a match of :data:`ATOM` stands for; ``None`` when it is out of table."""
    if match["number"]:
        letter = (match["letter"] or "").strip().lower()
        return yds(match.span(), number(match["number"]), letter, _modifier(match["sign"]))
    if match["bare"]:
        letter = match["bare_letter"].lower()
        return yds(match.span(), number(match["bare"]), letter, _modifier(match["bare_sign"]))
    if match["v"]:
        token = "VB" if match["v"] in "Bb" else f"V{number(match['v'])}"
        return _signed("v", match.span(), token, _modifier(match["v_sign"]))
    if match["figure"]:
        return _letters(match, discipline)
    return _uiaa(match)


def read_at(text: str, position: int, discipline: RouteType | None) -> Notation | None:
    """The grade that stands exactly at a position, whatever is before it; ``None`` if none does."""
    match = ATOM.match(text[position : position + _WINDOW])
    notation = read(match, discipline) if match else None
    if notation is None:
        return None
    here = Notation(
        position,
        position + notation.end,
        notation.system,
        notation.lo,
        notation.hi,
        notation.modifier,
        notation.guessed,
    )
    return extend(text, here)


def extend(text: str, notation: Notation) -> Notation:
    """The notation with the second halves that its writer shortened.

    ``5.10a/b``, ``5.10a~d``, ``5.10-11``, ``V3-5``, ``UIAA 7+/8-``, ``6b/+`` and ``6b/c`` are
    read to their ends.
    """
    pattern = _MORE.get(notation.system)
    while pattern is not None and (match := pattern.match(text, notation.end)):
        more = _continued(match, notation)
        if more is None:
            break
        notation = join(notation, more, spread=match["link"] != "/")
    return notation


def join(first: Notation, second: Notation, *, spread: bool) -> Notation:
    """The union of two notations of one system, from the start of the first to the second's end."""
    bands = SCALES[first.system].bands
    lo = min(first.lo, second.lo, key=lambda token: bands[token][0])
    hi = max(first.hi, second.hi, key=lambda token: bands[token][1])
    if f"{lo}/{hi}" in bands and not spread:
        lo = hi = f"{lo}/{hi}"
    spread = spread or first.spread or second.spread
    guessed = first.guessed
    return Notation(first.start, second.end, first.system, lo, hi, "", guessed, spread)


def number(text: str) -> int:
    """The value of a small number in digits or Chinese: 11 for ``11``, ``十一`` and ``一一``."""
    text = text.strip()
    if text.isdecimal():
        return int(text)
    if text.startswith("十"):
        return 10 + (_CHINESE_DIGITS.index(text[1]) if text[1:] else 0)
    return int("".join(str(_CHINESE_DIGITS.index(digit)) for digit in text))


def yds(
    span: tuple[int, int], value: int, letter: str = "", sign: Modifier = ""
) -> Notation | None:
    """A YDS grade from its number, letter and sign; ``None`` when there is no such grade."""
    tokens = whole_number(value)
    if not tokens or (letter and f"5.{value}{letter}" not in tokens):
        return None
    if letter or len(tokens) == 1:
        token = f"5.{value}{letter}" if letter else tokens[0]
        return Notation(*span, "yds", token, token, sign)
    part = {"": tokens, "-": tokens[:2], "+": tokens[2:]}[sign]
    return Notation(*span, "yds", part[0], part[-1])


def _letters(match: re.Match[str], discipline: RouteType | None) -> Notation:
    letter = match["figure_letter"]
    prefix = (match["prefix"] or "").lower()
    system: GradeSystem = "font" if letter.isupper() else "french"
    if discipline is not None:
        system = "font" if discipline == "boulder" else "french"
    if prefix not in {"", "f"}:
        system = "french" if prefix.startswith(("法", "fr")) else "font"
    token = f"{number(match['figure'])}{letter.lower()}{match['figure_sign'] or ''}"
    return Notation(*match.span(), system, token, token, guessed=discipline is None and not prefix)


def _uiaa(match: re.Match[str]) -> Notation | None:
    sign = _modifier(match["uiaa_sign"] or match["roman_sign"])
    if match["roman"] and len(match["roman"]) == 1 and not sign:
        return None
    numeral = (match["uiaa"] or match["roman"]).upper()
    value = int(numeral) if numeral.isdecimal() else _ROMAN_NUMERALS.index(numeral) + 1
    return _signed("uiaa", match.span(), str(value), sign)


def _signed(
    system: GradeSystem, span: tuple[int, int], token: str, sign: Modifier
) -> Notation | None:
    """The token with its sign where the scale has it (``V0+``), else with a modifier (``V4+``)."""
    bands = SCALES[system].bands
    if token + sign in bands:
        return Notation(*span, system, token + sign, token + sign)
    return Notation(*span, system, token, token, sign) if token in bands else None


def _modifier(sign: str | None) -> Modifier:
    return "+" if sign == "+" else "-" if sign == "-" else ""


def _continued(match: re.Match[str], first: Notation) -> Notation | None:
    if first.system in {"v", "uiaa"}:
        token = f"{'V' if first.system == 'v' else ''}{number(match['number'])}"
        return _signed(first.system, match.span(), token, _modifier(match["sign"]))
    if first.system == "yds":
        return _continued_yds(match, first)
    figure = first.hi.rstrip("+")
    letter, sign = match["letter"], match["sign"]
    token = f"{figure}+" if match["plus"] else f"{figure[0]}{letter.lower()}{sign or ''}"
    return Notation(*match.span(), first.system, token, token, guessed=first.guessed)


def _continued_yds(match: re.Match[str], first: Notation) -> Notation | None:
    if match["number"]:
        return yds(match.span(), number(match["number"]), sign=_modifier(match["sign"]))
    lettered = first.hi[-1].isalpha() and (first.lo[-1], first.hi[-1]) != ("a", "d")
    if not lettered or match["link"].lower() == "to":
        return None
    token = first.hi[:-1] + match["letter"].lower()
    return Notation(*match.span(), "yds", token, token) if token in SCALES["yds"].bands else None


_MORE: dict[GradeSystem, re.Pattern[str]] = {
    "yds": _MORE_YDS,
    "v": _MORE_V,
    "uiaa": _MORE_UIAA,
    "french": _MORE_LETTERS,
    "font": _MORE_LETTERS,
}
