"""How many of the rows of an answer are of a group: 「六條繩攀」, 「其他七條全是傳攀」.

A count is right where counting the rows that its own words choose gives it: their kind, place,
grade or length, the names that stand with it, and what is left when some were named. Nothing else
makes it right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.rows import Rows
from bot.voice.language.numerals import DIGITS
from bot.voice.language.spans import ENGLISH

if TYPE_CHECKING:
    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from bot.voice.evidence.rows import Row

_COUNTS: Final = frozenset({"routes", "count", "number"})
_STOP: Final = re.compile(r"[，。；;！!？?\n()（）:：]|,(?!\d{3})|(?<=[A-Za-z])\.(?=\s|$)")
_JOIN: Final = re.compile(r"、|\band\b|\bplus\b|[和跟與及]|還有|另外")
_SMALL: Final = re.compile(
    r"(?<![\d.第這那])([一兩二三四五六七八九])(?=\s*[條題])"
    rf"|\bone\b|\b(?:{'|'.join(ENGLISH)})\b(?= (?:on|in|at|are|is)\b)"
)
_OF_ALL: Final = re.compile(
    r"(?<=\d) (?:out )?of (?:the |these |those )?(\d+)(?: routes| lines)?\b"
)
"""Behind a count: of how many it is one."""
_EACH: Final = re.compile(r"(?:各(?:有|是|佔|占)?|\beach\b)\s*$")
_REST: Final = re.compile(
    r"其[他餘它]|另外|剩下?|\b(?:the )?(?:other|rest|remaining)\b", re.IGNORECASE
)
_FIRST: Final = re.compile(r"前面?的?\s*$|\bfirst\s*$", re.IGNORECASE)
_EXAMPLE: Final = re.compile(r"像|例如|比如|such as|\blike\b|e\.g\.")
_GLUE: Final = re.compile(
    r"(?:[\s、,，和跟與及「」“”&·（()）]|還有|以及|\band\b|\bplus\b|5\.\d+[a-d/+?]*|V\d+(?:-\d+)?)*",
    re.IGNORECASE,
)
"""What may stand between the names of one enumeration."""
_OPENS: Final = re.compile(r"[\s(（:：,，]*(?:分別是|是)?")
_ARE: Final = re.compile(r"\s*(?:的)?\s*(?:只?有|就?是|:|are)\s*[「“]?")
_BRACKETED: Final = re.compile(r"[(（]\s*\d+\s*[條題]?\s*[)）]")
_ASIDE: Final = re.compile(
    r"(?<=[(（]\d)\s*[條題]?\s*[)）]|(?<=[(（]\d\s[條題])[)）]|(?<=[(（]\d[條題])[)）]"
)
_ALL_BUT: Final = re.compile(r"除了|扣掉|\bexcept\b|\bbesides\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of a text and where it stands."""

    value: int
    start: int
    end: int


class Groups:
    """The counts of groups that one answer may state.

    Args:
        evidence: The records.
        shown: How many rows of a list are shown.
    """

    def __init__(self, evidence: Evidence, shown: int) -> None:
        self._rows = Rows(evidence)
        self._shown = shown
        self._named: tuple[str, list[tuple[int, int, Row]]] = ("", [])
        """The routes that the text read last names."""

    def holds(self, fact: Fact, text: str, before: str = "") -> bool:
        """Whether a count of this text in plain characters is that of what it is said of."""
        if fact.kind not in _COUNTS or not self._rows.all or not fact.values[0].isdigit():
            return False
        count = _Count(int(fact.values[0]), fact.start, fact.end)
        return self._is_right(count, text, before) is not None

    def chooses(self, surface: str, text: str) -> bool:
        """Whether what is written so only says which rows are counted or listed rightly."""
        if not self._rows.all or (start := text.find(surface)) < 0:
            return False
        if not any(map(str.isdigit, surface)) and not self._rows.is_place(surface):
            return False
        end = start + len(surface)
        held = (self._is_right(one, text) for one in _counts(text))
        if any(words is not None and words[0] <= start and end <= words[1] for words in held):
            return True
        return self._is_listed(start, end, text)

    def _routes(self, text: str) -> list[tuple[int, int, Row]]:
        if self._named[0] != text:
            self._named = text, self._rows.routes(text)
        return self._named[1]

    def _is_listed(self, start: int, end: int, text: str) -> bool:
        """Whether the routes behind 「不到二十公尺的是」 are those that the words choose."""
        runs = _runs(text, self._routes(text))
        run = next((one for one in runs if one[0] >= end), None)
        if run is None or not _ARE.fullmatch(text, end, run[0]):
            return False
        stops = [one.end() for one in _STOP.finditer(text, 0, start)]
        chosen = self._rows.chosen(text[stops[-1] if stops else 0 : run[0]], self._rows.all)
        return chosen is not None and set(chosen) == run[2]

    def _is_right(self, count: _Count, text: str, before: str = "") -> tuple[int, int] | None:
        """Where the words stand that a count is rightly said of."""
        named = self._routes(text)
        runs = _runs(text, named)
        masked = self._without_total(_masked(text, runs, count))
        left, right = _bounds(masked, count)
        words = masked[left:right]
        listed = next(
            (rows for start, end, rows in runs if left <= start and end <= right), None
        ) or next((rows for start, _, rows in runs if _opens(masked, right, start)), None)
        worlds = self._worlds(masked, count, named, words, before)
        is_right = any(self._is_so(count.value, words, rows, listed) for rows in worlds)
        return (left, right) if is_right else None

    def _worlds(
        self,
        text: str,
        fact: _Count,
        named: list[tuple[int, int, Row]],
        words: str,
        earlier: str,
    ) -> list[tuple[Row, ...]]:
        """The rows among which may be counted."""
        every = self._rows.all
        if _FIRST.search(text[: fact.start]):
            return [every[: fact.value]]
        if _REST.search(words) or _ALL_BUT.search(text[: fact.start]):
            before = {row for start, _, row in named if start < fact.start}
            before = before or {row for _, _, row in self._rows.routes(earlier)}
            told = before or {row for _, _, row in named}
            return [tuple(row for row in every if row not in told)] if told else []
        page = every[: self._shown]
        return [every, page] if page and page != every else [every]

    def _without_total(self, text: str) -> str:
        """The text without of how many a count is one, where so many there are."""
        totals = {_total(self._rows.all), self._shown}
        return _OF_ALL.sub(lambda one: " " * len(one[0]) if int(one[1]) in totals else one[0], text)

    def _is_so(
        self, value: int, words: str, rows: tuple[Row, ...], listed: frozenset[Row] | None
    ) -> bool:
        if _EACH.search(words[: _first_digit(words)]):
            groups = self._each(words)
            return len(groups) > 1 and all(_total(one) == value for one in groups)
        chosen = self._rows.chosen(words, rows)
        if listed is not None and not _EXAMPLE.search(words):
            if len(listed) != value:
                return False
            return chosen is None or listed <= set(chosen) == set(listed)
        if chosen is None:
            return bool(_REST.search(words)) and _total(rows) == value
        return _total(chosen) == value

    def _each(self, words: str) -> list[tuple[Row, ...]]:
        """The groups of an enumeration, each by itself."""
        parts = [one for one in _JOIN.split(words) if one.strip()]
        chosen = [self._rows.chosen(one, self._rows.all) for one in parts]
        return [one for one in chosen if one is not None] if None not in chosen else []


def _runs(text: str, named: list[tuple[int, int, Row]]) -> list[tuple[int, int, frozenset[Row]]]:
    """The enumerations of routes: where each begins and ends, and what it names."""
    runs: list[tuple[int, int, frozenset[Row]]] = []
    for start, end, row in named:
        if runs and _GLUE.fullmatch(text, runs[-1][1], start):
            first, _, rows = runs.pop()
            runs.append((first, end, rows | {row}))
        else:
            runs.append((start, end, frozenset({row})))
    return runs


def _masked(text: str, runs: list[tuple[int, int, frozenset[Row]]], count: _Count) -> str:
    """The text with signs in the place of the enumerated names, and of other counts in brackets."""
    for start, end, _ in runs:
        text = f"{text[:start]}{'#' * (end - start)}{text[end:]}"
    return _BRACKETED.sub(
        lambda one: one[0] if one.start() < count.start < one.end() else " " * len(one[0]), text
    )


def _counts(text: str) -> list[_Count]:
    """The counts of a text, small ones in words too, in order."""
    found = [
        _Count(int(one.values[0]), one.start, one.end)
        for one in scan(text)
        if one.kind in _COUNTS and one.values[0].isdigit()
    ]
    small = [_Count(_small(one[0]), *one.span()) for one in _SMALL.finditer(text)]
    starts = {one.start for one in found}
    return sorted(
        [*found, *(one for one in small if one.start not in starts)], key=lambda one: one.start
    )


def _small(word: str) -> int:
    return ENGLISH.index(word) + 1 if word in ENGLISH else DIGITS.get(word, 1)


def _opens(text: str, right: int, start: int) -> bool:
    """Whether an enumeration stands in the brackets, or behind the colon, that end some words."""
    return start >= right and bool(_OPENS.fullmatch(text, right, start))


def _bounds(text: str, fact: _Count) -> tuple[int, int]:
    """Where the words begin and end that a count is said of."""
    if aside := _ASIDE.match(text, fact.end):
        # 「潮門（6 條）」
        cuts = [
            one.end() for mark in (_STOP, _JOIN) for one in mark.finditer(text, 0, fact.start - 1)
        ]
        return max([*cuts, 0]), aside.end()
    others = [(one.start, one.end) for one in _counts(text) if one.start != fact.start]
    before = max((end for _, end in others if end <= fact.start), default=0)
    after = min((start for start, _ in others if start >= fact.end), default=len(text))
    stops = [one.end() for one in _STOP.finditer(text, 0, fact.start)]
    left = stops[-1] if stops else 0
    if before > left:
        joins = [one.end() for one in _JOIN.finditer(text, before, fact.start)]
        # 「六條運攀兩條傳攀」: what begins with a count goes on with counts
        opens = not text[left : min(start for start, _ in others if start >= left)].strip()
        left = joins[0] if joins else fact.start if opens else before
    stop = _STOP.search(text, fact.end)
    right = stop.start() if stop else len(text)
    if after < right:
        joins = [one.start() for one in _JOIN.finditer(text, fact.end, after)]
        right = joins[-1] if joins else after
    return left, right


def _first_digit(words: str) -> int:
    match = re.search(r"(?<![\d.])\d+(?=\s*(?:[條題個]|routes?|$))", words)
    return match.start() if match else len(words)


def _total(rows: tuple[Row, ...]) -> int:
    return sum(row.count for row in rows)
