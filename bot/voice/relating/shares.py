"""What part of all some rows are: half, 超過一半, four fifths, 八成, 三分之二, 60 %. Pure.

A share is right where counting the rows that its clause names, by kind, place or grade, gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.rendering.labels import type_label
from bot.voice.evidence.compared import items_of
from bot.voice.evidence.rows import Rows
from bot.voice.language.numerals import value_of
from bot.voice.relating.each import TYPES
from bot.voice.relating.valued import CLAUSE, part_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.schema import Evidence
    from bot.voice.evidence.compared import Item

_PARTS: Final = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5}
_ONES: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_HALF: Final = (
    r"(?<![另前後])(?P<half>一半(?=以[上下]|是|為|都|在)|半數|過半(?!小時|百)"
    r"|(?:超過|不到|佔了?|剛好|正好)一半(?=[，。、；！!喔啦]|$)"
    r"|\bhalf(?= of (?:them|those|these|the|all)| (?:are|is|were)\b)"
    r"|(?:(?<=over )|(?<=than )|(?<=under ))half\b(?! an?\b| past))"
)
SHARE: Final = re.compile(
    rf"{_HALF}"
    rf"|(?P<n>\d|\b(?:{'|'.join(_ONES)}))[\s-]+(?P<of>{'|'.join(_PARTS)})s?\b"
    r"(?= (?:of(?! an?\b| past| the (?:way|wall|route|line|climb|pitch|height|rope)\b)|are|is)\b)"
    r"|(?<![\d/])(?P<a>\d)/(?P<b>\d{1,2})(?=[^\d/\n]{0,3}(?:是|為|都|在|of\b))"
    r"|(?<![分做變收])(?P<tenths>[一二三四五六七八九]|[1-9])成(?=[^，。]{0,4}(?:是|為|都|在|[運傳]攀|抱石))",
    re.IGNORECASE,
)
"""A part of all: its words."""
_OVER: Final = re.compile(r"超過|不只|多於|破|\b(?:over|more than|above|well over)\b|過$")
_UNDER: Final = re.compile(r"不到|未滿|少於|不足|\b(?:under|less than|below|fewer than)\b")
_ABOUT: Final = re.compile(
    r"約|差不多|將近|接近|近|左右|快|\b(?:about|around|roughly|nearly|almost)\b"
)
_WHOLE: Final = re.compile(r"\bof (?:the |all |these |those )*(\d+)\b(?: routes| lines)?")
_COUNTED: Final = re.compile(
    r"(運攀|傳攀|抱石|上方架繩|混合)\s+[█\s]*(\d+)(?: [條題]|$)", re.MULTILINE
)
_COUNTED_EN: Final = re.compile(r"\b(sport|trad|boulder|top ?rope|mixed)(?:ing)? (\d+)")
_ROWS: Final = frozenset({"bucket", "whole", "type"})
_LOOSE: Final = 0.06
_TIGHT: Final = 0.001


class Shares:
    """The parts of all that the rows of one answer are.

    Args:
        evidence: The records.
        rendered: The answer that code gave, in plain characters.
    """

    def __init__(self, evidence: Evidence, rendered: str) -> None:
        self._rows = Rows(evidence)
        self._items = items_of(evidence)
        self._items_total = sum(row.count for row in self._rows.all)
        self.kinds = kinds_counted(rendered)

    def is_part(self, at: int, told: str) -> bool:
        """Whether a number is a part of words for a share that is right: "four fifths of them"."""
        start, end = part_of(told, at, CLAUSE)
        match = SHARE.search(told[start:end])
        inside = match is not None and match.start() <= at - start < match.end()
        return inside and self.are(told[start:end], ())

    def are(self, clause: str, carried: Sequence[Item]) -> bool:
        """Whether the rows that a clause names, or that were named before, are such a part."""
        match = SHARE.search(clause)
        if match is None:
            return False
        bare = _WHOLE.sub(" ", clause[: match.start()] + " " + clause[match.end() :])
        if not self._items and not self.kinds:
            # what a card says of half of people is no matter of records
            return "一半" not in match[0]
        told = self._counted(bare) or self._of_carried(carried)
        if told is None or not told[1]:
            return False
        whole = _WHOLE.search(clause)
        if whole and int(whole[1]) != told[1]:
            return False
        return _is_such(match, clause, told[0] / told[1])

    def _counted(self, words: str) -> tuple[int, int] | None:
        """How many rows some words choose, and of how many."""
        chosen = self._rows.chosen(words, self._rows.all) if self._rows.all else None
        if chosen:
            return sum(row.count for row in chosen), self._items_total
        kinds = {kind for kind, words_ in TYPES.items() if re.search(words_, words, re.IGNORECASE)}
        labels = {type_label(kind, "zh") for kind in kinds} & set(self.kinds)
        if not labels:
            return None
        return sum(self.kinds[one] for one in labels), self.kinds.total()

    def _of_carried(self, carried: Sequence[Item]) -> tuple[int, int] | None:
        """The row or kind that was named last before the clause, which names none."""
        rows = [one for one in carried if one.family in _ROWS][-1:]
        if not rows:
            return None
        every = [one for one in self._items if one.family == rows[0].family]
        return rows[0].values["total"], sum(one.values["total"] for one in every)


def kinds_counted(rendered: str) -> Counter[str]:
    """How many routes of each kind an answer gives, by the kind's name."""
    english = ((kind.replace(" ", ""), n) for kind, n in _COUNTED_EN.findall(rendered))
    counted = [
        *_COUNTED.findall(rendered),
        *((type_label(kind, "zh"), n) for kind, n in english),
    ]
    return Counter({kind: int(n) for kind, n in counted})


def _is_such(match: re.Match[str], clause: str, share: float) -> bool:
    said, near = _said(match), clause[max(0, match.start() - 12) : match.end()]
    after = clause[match.end() : match.end() + 2]
    if _OVER.search(near) or after == "以上" or match[0] == "過半":
        return share > said
    if _UNDER.search(near) or after == "以下":
        return share < said
    about = _ABOUT.search(near) or match["tenths"]
    return abs(share - said) <= (_LOOSE if about else _TIGHT)


def _said(match: re.Match[str]) -> float:
    if match["half"]:
        return 0.5
    if match["of"]:
        number = match["n"].lower()
        return (int(number) if number.isdigit() else _ONES[number]) / _PARTS[match["of"].lower()]
    if match["tenths"]:
        return value_of(match["tenths"]) / 10
    return int(match["a"]) / int(match["b"])
