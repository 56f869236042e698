"""One written grade: its pattern, and what it stands for on its scale.

The patterns read folded text (see ``knowledge.grades.fold``). An unlettered YDS number from 5.10 up stands for all its
letters, with ``-`` for the lower and with ``+`` for the upper half; below 5.10 and on single letters ``+`` and ``-`` only
break ties. A letter is never invented, and what is out of table is no grade.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from knowledge.grades.scale import SCALES, whole_number

if TYPE_CHECKING:
    from knowledge.schema import GradeSystem, RouteType

Modifier = Literal["", "+", "-"]

_CHINESE_DIGITS = "零一二三四五六七八九"
_ROMAN_NUMERALS = "I II III IV V VI VII VIII IX X XI XII".split()
_ROMAN = "VIII|VII|VI|IV|IX|V|XII|XI|X|III|II|I"

_NUMBER = rf"(?:\d{{1,2}}|十[一二三四五六]?|[{_CHINESE_DIGITS}])"
_START = r"(?<!\d\.)(?<![a-z0-9_一二三四五六七八九十])"
_END = r"(?![a-z0-9_])"
_TAIL = r"(?!(?!s\b|x\b|ish|up\b)[a-z0-9_])"
_SIGN = r"(?:\+|-(?=$|[,;:!?)\]、。「」的路線難級]|\ (?!\d|v\d)))"
_LETTER = rf"(?:[a-d]{_END}|\ [b-d]{_END}|\ a{_END}(?!\ +[a-z]))"
_LINK = r"(?P<link>[/\-~到至]|to\b)"

_WINDOW = 24
"""Characters that hold the longest single grade and what decides where it ends."""

ATOM = re.compile(
    rf"""
      {_START}[5五]\ ?[.點。]\ ?(?P<number>{_NUMBER})(?!\d|\.\d)(?P<letter>{_LETTER})?(?P<sign>{_SIGN})?{_TAIL}
    | {_START}(?<![a-z]-)(?:5\ ?)?(?P<bare>1\d|十[一二三四五六]?)(?P<bare_letter>[a-d]){_END}(?!\.[a-z])
      (?P<bare_sign>{_SIGN})?
    | {_START}V(?P<v>B|\ ?\d{{1,2}}|十[一二三四五六]?|[{_CHINESE_DIGITS}](?![起下些樣定]))(?!\.?\d)
      (?P<v_sign>{_SIGN})?{_TAIL}
    | {_START}(?:UIAA\ ?(?P<uiaa>(?:1[0-2]|[1-9]|{_ROMAN})(?P<uiaa_sign>[+-])?)
      | (?P<roman>(?-i:{_ROMAN}))(?P<roman_sign>[+-])?){_END}
    | (?:(?<![a-z])(?P<prefix>法[式國標]|french|font(?:ainebleau)?|楓丹白露|fb?)\ ?|{_START}(?<![a-z]-))
      (?P<figure>[1-9]|[四五六七八九])(?P<figure_letter>[abc])(?P<figure_sign>\+)?{_END}(?!\.[a-z])
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A grade that is recognised by itself; :func:`read` says what it stands for."""

_MORE_YDS = re.compile(
    rf"""\ ?{_LINK}\ ?(?:(?P<letter>[a-d]){_END}
    | (?P<number>1\d|十[一二三四五六]?)(?!\.?\d)(?P<sign>{_SIGN})?{_TAIL})""",
    re.IGNORECASE | re.VERBOSE,
)
_MORE_V = re.compile(
    rf"\ ?{_LINK}\ ?(?P<number>\d{{1,2}}|[{_CHINESE_DIGITS}])(?!\.?\d)(?P<sign>{_SIGN})?{_TAIL}",
    re.IGNORECASE | re.VERBOSE,
)
_MORE_LETTERS = re.compile(
    rf"{_LINK}(?:(?P<letter>[abc])(?P<sign>\+)?{_END}|(?P<plus>\+))", re.IGNORECASE | re.VERBOSE
)


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
        return _yds(match, match["number"], match["letter"] or "", match["sign"])
    if match["bare"]:
        return _yds(match, match["bare"], match["bare_letter"], match["bare_sign"])
    if match["v"]:
        return _v(match, match["v"], match["v_sign"])
    if match["figure"]:
        return _letters(match, discipline)
    return _uiaa(match)


def read_at(text: str, position: int, discipline: RouteType | None) -> Notation | None:
    """The grade that stands exactly at a position, whatever stands before it; ``None`` when there is none."""
    match = ATOM.match(text[position : position + _WINDOW])
    notation = read(match, discipline) if match else None
    if notation is None:
        return None
    return extend(text, replace(notation, start=position, end=position + notation.end))


def extend(text: str, notation: Notation) -> Notation:
    """The notation with what its writer left out: ``5.10a/b``, ``5.10a~d``, ``5.10-11``, ``V3-5``, ``6b/+``, ``6b/c``."""
    match = _MORE[notation.system](text, notation.end) if notation.system in _MORE else None
    if match is None:
        return notation
    more = _continued(match, notation)
    if more is None:
        return notation
    return extend(text, join(notation, more, spread=match["link"] != "/"))


def join(first: Notation, second: Notation, *, spread: bool) -> Notation:
    """The union of two notations of one system, from the start of the first to the end of the second."""
    bands = SCALES[first.system].bands
    lo = min(first.lo, second.lo, key=lambda token: bands[token][0])
    hi = max(first.hi, second.hi, key=lambda token: bands[token][1])
    if f"{lo}/{hi}" in bands and not spread:
        lo = hi = f"{lo}/{hi}"
    spread = spread or first.spread or second.spread
    return replace(first, end=second.end, lo=lo, hi=hi, modifier="", spread=spread)


def number(text: str) -> int:
    """The value of a small number in digits or Chinese: 11 for ``11`` and ``十一``."""
    text = text.strip()
    if text.isdecimal():
        return int(text)
    if text.startswith("十"):
        return 10 + (_CHINESE_DIGITS.index(text[1]) if text[1:] else 0)
    return _CHINESE_DIGITS.index(text)


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
    half = {"": tokens, "-": tokens[:2], "+": tokens[2:]}[sign]
    return Notation(*span, "yds", half[0], half[-1])


def _yds(match: re.Match[str], value: str, letter: str, sign: str | None) -> Notation | None:
    return yds(match.span(), number(value), letter.strip().lower(), _modifier(sign))


def _v(match: re.Match[str], value: str, sign: str | None) -> Notation | None:
    return _v_grade(match.span(), "VB" if value in "Bb" else f"V{number(value)}", _modifier(sign))


def _v_grade(span: tuple[int, int], token: str, sign: Modifier) -> Notation | None:
    bands = SCALES["v"].bands
    if token + sign in bands:
        return Notation(*span, "v", token + sign, token + sign)
    return Notation(*span, "v", token, token, sign) if token in bands else None


def _letters(match: re.Match[str], discipline: RouteType | None) -> Notation | None:
    figure, letter = number(match["figure"]), match["figure_letter"]
    prefix = (match["prefix"] or "").lower()
    token = f"{figure}{letter.lower()}{match['figure_sign'] or ''}"
    system: GradeSystem = "font" if letter.isupper() else "french"
    if discipline is not None:
        system = "font" if discipline == "boulder" else "french"
    if prefix not in {"", "f"}:
        system = "french" if prefix.startswith(("法", "fr")) else "font"
    return Notation(*match.span(), system, token, token, guessed=discipline is None and not prefix)


def _uiaa(match: re.Match[str]) -> Notation | None:
    numeral = (match["uiaa"] or match["roman"]).upper().rstrip("+-")
    sign = _modifier(match["uiaa_sign"] or match["roman_sign"])
    if match["roman"] and len(match["roman"]) == 1 and not sign:
        return None
    token = numeral if numeral.isdecimal() else str(_ROMAN_NUMERALS.index(numeral) + 1)
    if token + sign in SCALES["uiaa"].bands:
        return Notation(*match.span(), "uiaa", token + sign, token + sign)
    return Notation(*match.span(), "uiaa", token, token, sign)


def _modifier(sign: str | None) -> Modifier:
    return "+" if sign == "+" else "-" if sign == "-" else ""


def _continued(match: re.Match[str], first: Notation) -> Notation | None:
    if first.system == "v":
        more = _v_grade(match.span(), f"V{number(match['number'])}", _modifier(match["sign"]))
    elif first.system == "yds":
        more = _continued_yds(match, first)
    else:
        more = _continued_letters(match, first)
    return more


def _continued_yds(match: re.Match[str], first: Notation) -> Notation | None:
    if match["number"]:
        return yds(match.span(), number(match["number"]), sign=_modifier(match["sign"]))
    if not first.hi[-1].isalpha() or match["link"].lower() == "to":
        return None
    token = first.hi[:-1] + match["letter"].lower()
    return Notation(*match.span(), "yds", token, token) if token in SCALES["yds"].bands else None


def _continued_letters(match: re.Match[str], first: Notation) -> Notation | None:
    figure = first.hi.rstrip("+")
    token = (
        f"{figure}+"
        if match["plus"]
        else f"{figure[0]}{match['letter'].lower()}{match['sign'] or ''}"
    )
    return Notation(*match.span(), first.system, token, token, guessed=first.guessed)


_MORE = {
    "yds": _MORE_YDS.match,
    "v": _MORE_V.match,
    "french": _MORE_LETTERS.match,
    "font": _MORE_LETTERS.match,
}
