"""Figures that no record holds beside what they are said of, and that follow from the answer. Pure.

「差 9 公尺」 of 26 and 17, "so 350 with shoes" of 300 and 50, 「最後五條」 of a last page. Each way
to follow is worked out from the records or the rows shown; what none of them gives stays unknown.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.prompts import body_of
from bot.voice.language.plain import plain
from bot.voice.relating.apart import Apart
from bot.voice.relating.shares import Shares
from bot.voice.relating.shown_rows import ShownRows
from bot.voice.relating.summed import is_sum_of_said, is_with_hire
from bot.voice.relating.valued import CLAUSE, SENTENCE, Valued, part_of, value_of

if TYPE_CHECKING:
    from bot.prompts import Spoken

_NEAR: Final = 160
_GRADE: Final = re.compile(r"5\.\d|\bV\d|^1[0-5][a-d]$", re.IGNORECASE)
_AT_MOST: Final = re.compile(
    r"(?:within|under|below|up to|at most|no (?:longer|more) than|不超過|最多|不到|未滿)\s*$",
    re.IGNORECASE,
)
_LIMIT: Final = re.compile(
    r"(?:within|under|below|up to|at most|no (?:longer|more) than|不超過|最多|不到|未滿)"
    r"\s*(\d+(?:\.\d+)?)"
    r"|(\d+(?:\.\d+)?)\s*(?:公尺|米|m|met(?:re|er)s?)\s*(?:以[下內]|or (?:less|shorter|under))",
    re.IGNORECASE,
)
_PHONE_HEAD: Final = re.compile(r"\s*開頭|\s*(?:number|prefix|area code)")
_QUOTED: Final = re.compile(r"[「“]([^「」“”]+)[」”]")
_ECHO: Final = re.compile(r"(?:[不沒]|\b(?:can't|cannot|not)\b)[^，。]{0,6}\+\s*$")


class Following:
    """The figures that follow from one answer.

    Args:
        spoken: The question, its records and its answer.
    """

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
        self._rendered = plain(body_of(spoken.draft.text))
        self._valued = Valued(spoken)
        self._apart = Apart(self._valued)
        self._shown = ShownRows(self._rendered)

    def follows(self, surface: str, text: str, before: str) -> bool:
        """Whether a figure is right each time it stands in a sentence.

        Args:
            surface: How it is written.
            text: The sentence.
            before: What is said before it.
        """
        told = plain(text)
        figure = _as_written(surface, told)
        number = value_of(figure)
        if number is None:
            return self._is_short_name(figure, told)
        if _GRADE.search(figure):
            return False
        said = f"{plain(before)[-_NEAR:]}\n"
        spots = [
            one.start() for one in re.finditer(rf"(?<![\d.]){re.escape(figure)}(?![\d.]\d)", told)
        ]
        return bool(spots) and all(self._is_so(number, at, told, said) for at in spots)

    def is_apart(self, surface: str, text: str, before: str) -> bool:
        """Whether a figure is said to be how far what is spoken of is apart, and is."""
        told = plain(text)
        figure = _as_written(surface, told)
        number, at = value_of(figure), told.find(figure)
        if number is None or at < 0:
            return False
        at += next((one.start() for one in re.finditer(r"[\d一兩二三四五六七八九十]", figure)), 0)
        return self._apart.is_gap(number, at, told, f"{plain(before)[-_NEAR:]}\n")

    def _is_so(self, number: float, at: int, told: str, before: str) -> bool:
        earlier = [one for one in SENTENCE.split(before) if one.strip()][-1:]
        near = " ".join([*earlier, told])
        valued = self._valued
        return (
            valued.is_own(number, at, told, near)
            or valued.is_of_both(number, at, told, near)
            or self._apart.is_gap(number, at, told, before)
            or self._shares.is_part(at, told)
            or is_sum_of_said(number, at, told, near)
            or is_with_hire(number, at, told, near, self._spoken.evidence.gyms)
            or self._shown.counts(number, at, told)
            or self._is_limit(number, at, told)
            or self._is_head_of_phone(at, told)
            or self._is_number_of_names(number, at, told)
            or bool(_ECHO.search(told[:at]) and f"+{number:.12g}" in plain(self._spoken.query.text))
        )

    @cached_property
    def _shares(self) -> Shares:
        return Shares(self._spoken.evidence, self._rendered)

    def _is_limit(self, number: float, at: int, told: str) -> bool:
        """Whether it is the limit that was asked for: "within 12 m"."""
        given = f"{self._rendered}\n{plain(self._spoken.query.text)}".split("\n📚")[0]
        limits = {float(one[1] or one[2]) for one in _LIMIT.finditer(given)}
        return bool(_AT_MOST.search(told[:at])) and number in limits

    def _is_head_of_phone(self, at: int, told: str) -> bool:
        """Whether the only gym that a clause names has a telephone number that begins so."""
        digits = re.match(r"\d+", told[at:])
        if digits is None or not _PHONE_HEAD.match(told, at + len(digits[0])):
            return False
        start, end = part_of(told, at, CLAUSE)
        gyms = self._spoken.evidence.gyms
        named = [one for one in gyms if one.name[:2] in told[start:end]]
        return len(named) == 1 and re.sub(r"\D", "", named[0].phone).startswith(digits[0])

    def _is_short_name(self, figure: str, told: str) -> bool:
        """Whether it is the head of a name that the answer gives: 「午後」 of 「午後攀岩館」."""
        quoted = figure in _QUOTED.findall(told) and len(figure) > 1
        return quoted and any(one.startswith(figure) for one in self._names)

    def _is_number_of_names(self, number: float, at: int, told: str) -> bool:
        """Whether a clause names that many of the answer's names before it."""
        start, _ = part_of(told, at, CLAUSE)
        listed = _QUOTED.findall(told[start:at])
        known = [one for one in listed if any(name.startswith(one) for name in self._names)]
        counted = re.match(r"\d+\s*[家間個座條]", told[at:])
        return bool(counted) and len(known) == len(listed) == number and number > 1

    @cached_property
    def _names(self) -> list[str]:
        return _QUOTED.findall(self._rendered)


def _as_written(surface: str, told: str) -> str:
    """How a figure stands in a text in plain characters: 「最後五條」 keeps its word."""
    figure = plain(surface).strip()
    return figure if figure in told else surface.strip()
