"""A small count in words with what it counts: 「兩天」, 「一位」, "three days". Pure.

The number must stand beside the same unit in what is known. Where the answer counts in that unit
and never so many, the count is wrong; where it has the same words before another unit, the unit is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.voice.language.measures import open_hours
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS: Final = {
    "天": r"天(?![候氣然花生])|日(?=[內後])|(?:攀登|爬)日|days?\b",
    "週": r"[週周](?![末一二三四五六日間])|(?:星期|禮拜)(?![一二三四五六日天])|weeks?\b",
    "月": r"(?<=個)月|months?\b",
    "年": r"年(?![級紀份])|years?\b",
    "小時": r"小時|鐘頭|hours?\b|hrs?\b",
    "分鐘": r"分鐘|minutes?\b|mins?\b",
    "人": r"位(?!置|於|在|子)|(?<=個)(?:大人|成人|人)|名(?![字稱單次])"
    r"|人(?=[，。；]|一起|同行|以上|以內)"
    r"|(?:people|persons?|adults?|climbers?)\b",
    "次": r"次(?!元|要|數)|times\b",
    "歲": r"歲|(?<=-)years?-old\b",
}
_LASTS: Final = frozenset({"天", "週", "月", "年", "小時", "分鐘"})
_HAN: Final = r"十[一二三四五六七八九]?|[一兩二三四五六七八九]"
ENGLISH: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MEASURE: Final = re.compile(
    rf"(?<!\d:)(?<![\d./第每這那某同另哪幾數零一兩二三四五六七八九十百-])"
    rf"(?P<n>\d{{1,2}}|{_HAN}|\b(?:{'|'.join(ENGLISH)})\b)"
    rf"(?:\s*(?:[到至~–-]|to|or)?\s*(?P<m>\d{{1,2}}|[兩二三四五六七八九]|\b(?:{'|'.join(ENGLISH)})\b))?"
    r"[\s-]*(?:個|整|多)?(?:straight |consecutive |full |climbing |outdoor )?(?:"
    + "|".join(rf"(?P<u{at}>{words})" for at, words in enumerate(_UNITS.values()))
    + ")",
    re.IGNORECASE,
)
_DERIVED: Final = re.compile(
    r"其中|其他|另外|剩|各|週末|周末|假日|明後|差|多|少|相隔|前後|都|每|分別|分在"
    r"|\b(?:both|more|less|fewer|other|apart|of them|each|per)\b",
    re.IGNORECASE,
)
"""Words with which a count is one of what was told, not one that the answer gives."""
_NAMED: Final = re.compile(r"[、和跟與及]|\band\b")
_HEAD: Final = 2
_HAN_HEAD: Final = re.compile(r"[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class _Measure:
    """A count with its unit."""

    numbers: tuple[int, ...]
    unit: str
    start: int
    surface: str


def foreign_counts(text: str, known: str, shown: str) -> Iterator[str]:
    """The counts in words that what is known gives in other numbers, or of other units.

    Args:
        text: What is to be said, without the names of records.
        known: The answer, its records and the question.
        shown: The answer that code gave, whose hours may be counted.
    """
    told, held = plain(text), plain(known)
    given = list(_measures(held))
    values = {(number, one.unit) for one in given for number in one.numbers}
    values |= {(int(one), unit) for one, unit in open_hours(plain(shown)) if one.isdigit()}
    units = {one.unit for one in given}
    for one in _measures(told):
        if any((number, one.unit) in values for number in one.numbers):
            continue
        clause = re.split(r"[，。；;！!？?\n]", told[: one.start])[-1]
        if _DERIVED.search(clause[-8:] + told[one.start : one.start + len(one.surface) + 3]):
            continue
        if _is_of_other_unit(one, told, held, given) or (
            one.unit in units
            and one.numbers != (1,)
            and one.numbers[0] != len(_NAMED.findall(clause)) + 1
        ):
            yield one.surface


def _is_of_other_unit(one: _Measure, text: str, known: str, given: list[_Measure]) -> bool:
    """Whether the words before the count stand in what is known before another measure."""
    head = text[: one.start].rstrip()[-_HEAD:]
    return bool(_HAN_HEAD.fullmatch(head)) and any(
        (each.unit == one.unit or {each.unit, one.unit} <= _LASTS)
        and known[: each.start].rstrip().endswith(head)
        for each in given
    )


def _measures(text: str) -> Iterator[_Measure]:
    for match in _MEASURE.finditer(text):
        unit = next(
            name for at, name in enumerate(_UNITS) if match.groupdict()[f"u{at}"] is not None
        )
        numbers = tuple(value_of(one) for one in (match["n"], match["m"]) if one)
        yield _Measure(numbers, unit, match.start(), match[0])
