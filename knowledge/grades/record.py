"""The grade string of a record as a :class:`Grade`: nothing raises, nothing is invented.

An empty string is a grade that was not recorded; ``5.??``, ``TBD`` or ``project`` is one that
nobody knows yet, which makes it uncertain; words that are no grade are simply unknown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from knowledge.grades.fold import fold
from knowledge.grades.notation import ATOM, Modifier, Notation, extend, join, read, read_at
from knowledge.grades.scale import SCALES, number_of
from knowledge.schema import Grade

if TYPE_CHECKING:
    from knowledge.schema import GradeSystem, Protection, RouteType

_MAX_CHARS = 200
"""Longer than any grade with its notes; a longer text is prose, not a grade."""

_NOTE = re.compile(r"[(\[【「]([^()\[\]【】「」]{0,80})[)\]】」]?")
_SAFETY = re.compile(r"(?<![A-Za-z0-9])(PG-?13|PG|R|X)(?![A-Za-z0-9])", re.IGNORECASE)
_UNDECIDED = re.compile(
    r"\?|\b(?:tb[dac]|proj(?:ect)?|unknown|ungraded)\b"
    r"|未知|未定|待定|不明|未完攀|未首攀|待確認|暫定",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(r"(?:~|約|大概|approx\.?|about|circa)\s?$", re.IGNORECASE)
_HALF_KNOWN = re.compile(r"(?<![\w.])5\.1\s?\?")
_BRITISH = re.compile(r"\s*(?:[MDS]|H?VD|HD|[HM]S|[MH]?VS|E\d{1,2})\s+[1-7][abc]\b", re.IGNORECASE)
_BARE_FONT = re.compile(r"\s*(?P<figure>[3-8])(?P<sign>\+)?\s*")
_LINK = re.compile(r"\s?(?:/|-|~|到|至|\bto\b|,|或|or)\s?", re.IGNORECASE)


def parse_grade(raw: str, discipline: RouteType | None = None) -> Grade:
    """The grade that a record's string stands for.

    A note in parentheses is a second candidate: it is read when the text outside holds no grade,
    and it tells a guessed Font grade from a French one. Bare letters (``7a+``) are Font for
    boulders and French for ropes; without a discipline their case decides, and the grade says so.

    Returns:
        A grade of system ``none`` when the string stands for no grade on a known scale.
    """
    if len(raw) > _MAX_CHARS:
        return Grade(raw=raw)
    text = fold(unicodedata.normalize("NFKC", raw)).text.strip()
    candidates = (_NOTE.sub(" ", text), *_NOTE.findall(text))
    notations = [notation for part in candidates if (notation := _notation(part, discipline))]
    if not notations:
        return Grade(raw=raw, uncertain=bool(_UNDECIDED.search(text)))
    notation = notations[0]
    for other in notations[1:]:
        notation = settle(notation, other.system)
    grade = make_grade(raw, notation)
    return replace(grade, uncertain=_uncertain(text), safety=_safety(text))


def make_grade(raw: str, notation: Notation) -> Grade:
    """The grade value of a notation."""
    scale = SCALES[notation.system]
    return Grade(
        raw=raw,
        system=notation.system,
        lo=notation.lo,
        hi=notation.hi,
        lo_score=scale.bands[notation.lo][0],
        hi_score=scale.bands[notation.hi][1],
        group=scale.group,
        modifier=notation.modifier,
        guessed=notation.guessed,
    )


def settle(notation: Notation, beside: GradeSystem) -> Notation:
    """A guessed Font or French grade, told by the system of a grade that stands beside it."""
    if not notation.guessed or beside in {"french", "font"}:
        return notation
    system: GradeSystem = "font" if SCALES[beside].group == "boulder" else "french"
    return replace(notation, system=system, guessed=False)


def grade_of(system: GradeSystem, lo: str, hi: str = "") -> Grade:
    """The grade of canonical tokens: ``grade_of("yds", "5.10a", "5.10d")``.

    Raises:
        KeyError: a token is not on the scale, or the scale is not known.
    """
    grade = make_grade("", Notation(0, 0, system, lo, hi or lo))
    return replace(grade, raw=label(grade))


def label(grade: Grade) -> str:
    """The grade as usually spelt: ``5.10``, ``5.10a/b``, ``6C+`` for Font; empty if unknown."""
    if not grade.known:
        return ""
    lo, hi = show(grade.system, grade.lo), show(grade.system, grade.hi)
    if grade.lo == grade.hi:
        return lo + grade.modifier
    if is_whole_number(grade):
        return lo[:-1]
    same_number = grade.system == "yds" and number_of(lo) == number_of(hi)
    return f"{lo}/{hi[-1] if same_number else hi}"


def show(system: GradeSystem, token: str) -> str:
    """A token as climbers write it: Font in upper case, UIAA with its name, the rest as it is."""
    if system == "uiaa":
        return f"UIAA {token}"
    return token.upper() if system == "font" else token


def is_whole_number(grade: Grade) -> bool:
    """Whether a YDS grade is a number without a letter, such as ``5.11``."""
    return grade.system == "yds" and grade.lo[-1:] == "a" and grade.hi == f"{grade.lo[:-1]}d"


def _notation(text: str, discipline: RouteType | None) -> Notation | None:
    if _BRITISH.match(text) or _HALF_KNOWN.search(text):
        return None
    for match in ATOM.finditer(text):
        first = None if discipline == "boulder" and match["bare"] else read(match, discipline)
        if first is not None:
            return _joined(text, extend(text, first), discipline)
    return _bare_font(text) if discipline == "boulder" else None


def _joined(text: str, first: Notation, discipline: RouteType | None) -> Notation:
    """The notation with the grades linked to it.

    A grade of another system after a slash says the same again, so it only settles a guess.
    """
    while link := _LINK.match(text, first.end):
        second = read_at(text, link.end(), discipline)
        if second is None:
            break
        if second.system != first.system:
            return settle(first, second.system)
        first = join(first, second, spread=link[0].strip() != "/")
    return first


def _bare_font(text: str) -> Notation | None:
    """The Font figures without a letter, such as ``5+``: all letters of the figure."""
    match = _BARE_FONT.fullmatch(_SAFETY.sub("", text).replace("?", ""))
    if match is None:
        return None
    figure = match["figure"]
    sign: Modifier = "+" if match["sign"] else ""
    return Notation(*match.span(), "font", f"{figure}a", f"{figure}c+", sign)


def _uncertain(text: str) -> bool:
    first = ATOM.search(text)
    before = text[: first.start()] if first else ""
    return bool(_UNDECIDED.search(text) or _APPROXIMATE.search(before))


def _safety(text: str) -> Protection | None:
    first = ATOM.search(text)
    match = _SAFETY.search(text, first.end() if first else 0)
    return cast("Protection", match[1].upper().replace("-", "")) if match else None
