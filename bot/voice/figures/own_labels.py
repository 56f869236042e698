"""Whether counts of a member's log stand beside the month, place or kind that they are of. Pure.

A rendered answer counts its log a line each: 「2026-10：2 筆（完攀 1、嘗試 1）」. Every number of
「九月兩筆、十月一筆」 may stand there and the sentence still be wrong.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import STOP
from bot.voice.language.spans import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LINE: Final = re.compile(
    r"^(?P<label>[^:\n(]{1,40}?) ?(?:\([^)\n]*\))?: ?(?P<counts>(?:完攀 ?)?\d+ .*)$", re.MULTILINE
)
MONTH: Final = re.compile(r"(\d{4})-(\d\d)")
_HAN: Final = "一二兩三四五六七八九十"
_DIGITS: Final = "零一二三四五六七八九"
_NUMBER: Final = rf"(?P<n>\d{{1,4}}|(?<!第)[{_HAN}]|\b(?:{'|'.join(ENGLISH)})\b)"
_OTHER: Final = _NUMBER.replace("<n>", "<m>")
_OF_THEM: Final = r"(?:of (?:them|which) )?(?:was |were )?"
_ALL: Final = re.compile(
    rf"{_NUMBER}\s*(?P<unit>[筆次天條]|(?:log )?entr(?:y|ies)\b|(?:days?|climbs?|times)\b"
    r"|(?=\s*\())"
    r"(?! (?:more|less|fewer) than)",
    re.IGNORECASE,
)
_UNITS: Final = {"entry": "筆", "entries": "筆", "day": "天", "days": "天", "climbs": "條"}
_SENT: Final = re.compile(
    rf"(?:完攀|送)(?:了|的)?\s*{_NUMBER}|{_OTHER}\s*[筆條次]?\s*(?:完攀(?!\s*\d)|{_OF_THEM}sent\b)",
    re.IGNORECASE,
)
_TRIED: Final = re.compile(
    rf"嘗試(?:了|的)?\s*{_NUMBER}|{_OTHER}\s*[筆條次]?\s*(?:嘗試(?!\s*\d)|{_OF_THEM}tried\b)",
    re.IGNORECASE,
)
_SHOWN: Final = {"sent": _SENT, "tried": _TRIED}
_BEFORE: Final = re.compile(
    rf"{_NUMBER}\s*(?:entr(?:y|ies)|days?|climbs?)?\s*(?:in|at|for|from|on)\s*$", re.IGNORECASE
)
"""A count before its label: "two in October"."""
_JOINED: Final = re.compile(r"(?:月?份)?\s*(?:[、,和跟與及]|and\b)\s*", re.IGNORECASE)
_APART: Final = re.compile(
    r"[到至~–-]|以[前後來上下]|之[前後間]|[比差]|多|少|[共合]|[^各]都|約|至少|超過|不到|其中|剩|每"
    r"|\b(?:to|than|more|less|fewer|since|until|before|after|total|between|through)\b",
    re.IGNORECASE,
)
"""Words with which a count is a difference, a sum, a bound or of a part."""
_EACH: Final = re.compile(r"各|\beach\b", re.IGNORECASE)
_OF_ALL: Final = r"(?: \d)?(?: of (?:them|those|which))?(?: was| were| are)?"
_ALL_SENT: Final = re.compile(
    r"(?:全部?|都|通通|皆)(?:是|有)?(?:完攀|送)"
    rf"|\b(?:all|both){_OF_ALL} sent\b"
    r"|\bsent (?:them )?(?:both|all)\b",
    re.IGNORECASE,
)
_ALL_TRIED: Final = re.compile(
    r"(?:全部?|都|通通|皆)(?:只)?(?:是|有)?(?:嘗試(?!\s*\d)|沒送|沒有?完攀)"
    rf"|\b(?:all|both){_OF_ALL}(?: only)? (?:tried|tries|attempts|unsent)\b"
    rf"|\b(?:none|neither){_OF_ALL} sent\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(r"其[他餘]|別的|剩|\b(?:others?|rest|remaining)\b", re.IGNORECASE)
"""What is told of all behind these is told of the other labels."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a label stands in what is said."""

    start: int
    end: int
    label: str


def mislabelled(text: str, rendered: str) -> Iterator[str]:
    """The counts that are another label's.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    rows = rows_of(plain(rendered))
    if len(rows) < 2 and not any(map(MONTH.fullmatch, rows)):
        return
    for piece in STOP.split(plain(text)):
        spots = spots_of(piece, rows)
        for at, spot in enumerate(spots):
            end = spots[at + 1].start if at + 1 < len(spots) else len(piece)
            own, before = piece[spot.end : end], piece[: spot.start]
            shared = _shared(piece, spots, at)
            if _is_wrong(own, before, rows[spot.label], [rows[one.label] for one in shared]):
                yield piece[spot.start : end].strip(" ,、")


def _is_wrong(
    own: str, before: str, row: Mapping[str, int], others: list[Mapping[str, int]]
) -> bool:
    first = _BEFORE.search(before)
    if first is not None and not _APART.search(before[: first.start()][-8:]):
        return value_of(first["n"]) not in row.values()
    if _says_all(own, _ALL_SENT) and row.get("tried"):
        return True
    if _says_all(own, _ALL_TRIED) and row.get("sent"):
        return True
    count = _ALL.search(own)
    if count is not None and not _APART.search(own[: count.start()]) and not _is_part(own, count):
        held = [row, *others] if _EACH.search(own[: count.start()]) or not others else []
        unit = _unit(count)
        if any(value_of(count["n"]) != one.get(unit, one["all"]) for one in held):
            return True
    for kind, pattern in _SHOWN.items():
        said = pattern.search(own)
        if said is not None and kind in row and not others and not _APART.search(own):
            return value_of(said["n"] or said["m"]) != row[kind]
    return False


def _unit(count: re.Match[str]) -> str:
    """What is counted; a line may count entries and days."""
    word = count["unit"].casefold().removeprefix("log ")
    return _UNITS.get(word, word)


def _says_all(own: str, words: re.Pattern[str]) -> bool:
    """Whether what stands behind a label says of all of its entries that they were sent, or not."""
    said = words.search(own)
    return said is not None and not _OF_OTHERS.search(own[: said.start()])


def _is_part(own: str, count: re.Match[str]) -> bool:
    """Whether a count is of what was sent or tried alone."""
    return any(
        said.start() < count.end() and count.start() < said.end()
        for pattern in _SHOWN.values()
        for said in pattern.finditer(own)
    )


def _shared(piece: str, spots: list[_Spot], at: int) -> list[_Spot]:
    """The labels that stand right before one, joined to it: 「一月、三月各一筆」."""
    found: list[_Spot] = []
    for one, following in zip(spots[at - 1 :: -1] if at else [], spots[at:0:-1], strict=False):
        if not _JOINED.fullmatch(piece[one.end : following.start]):
            break
        found.append(one)
    return found


def rows_of(shown: str) -> dict[str, Counter[str]]:
    """The labels of an answer with what their lines count: all, and what was sent and tried."""
    rows: dict[str, Counter[str]] = {}
    for line in _LINE.finditer(shown):
        count = _ALL.search(line["counts"])
        if count is None:
            continue
        rows[line["label"].strip()] = row = Counter({"all": value_of(count["n"])})
        for one in _ALL.finditer(line["counts"]):
            row.setdefault(_unit(one), value_of(one["n"]))
        for kind, pattern in _SHOWN.items():
            if said := pattern.search(line["counts"]):
                row[kind] = value_of(said["n"] or said["m"])
    return rows


def spots_of(piece: str, rows: Mapping[str, object]) -> list[_Spot]:
    """Where labels are named, none inside a longer one."""
    found = [
        _Spot(match.start(), match.end(), label)
        for label in rows
        for match in re.finditer(_forms(label), piece, re.IGNORECASE)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[_Spot] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _forms(label: str) -> str:
    """How a label may be written: a month has several ways."""
    month = MONTH.fullmatch(label)
    if month is None:
        bounds = r"\b" if label.isascii() else ""
        return f"{bounds}{re.escape(label)}{bounds}"
    number = int(month[2])
    han = ("十" if number > 9 else "") + (_DIGITS[number % 10] if number % 10 else "")
    name = month_name[number]
    return (
        rf"{label}|(?<![\d.])0?{number}\s*月(?!\s*\d+\s*[日號])(?:份)?|(?<![{_HAN}]){han}月(?:份)?"
        rf"|(?<!\d )\b(?-i:{name[:3]}(?:{name[3:]})?)\b(?! \d+(?! (?:entr|day|climb)))"
    )
