"""What is newest or oldest of the rows shown, by their days. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.compared import spans_of
from bot.voice.evidence.listed import ListedRow, listed_rows
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEWEST: Final = (
    r"最新的?(?:那?一?筆|紀錄)?|最近(?:的)?(?:那?一[筆次條]|的)|\b(?:newest|latest|most recent)\b"
)
_OLDEST: Final = r"最早的?(?:那?一?[筆次條]|紀錄)?|最舊的?(?:那?一?筆)?|\b(?:oldest|earliest)\b"
_IS: Final = (
    r"(?: (?:one|entry|climb|log|tick|send|record))?(?:就?是|為|:| is| was)+"
    r"(?: (?:on|from))?[\s\d/月日號-]*[「“\"]?$"
)
NEWEST_IS: Final = re.compile(
    r"(?:最新|最近)(?:的|一筆|一條|一次|那筆|那次)*+(?:是|在|為|:)?\s*"
    r"(?!那|的?(?:變更|更改|變動|紀錄|動作|操作))(?P<what>[^，。；\s]+)"
)
"""What else is said of the newest; 「最近一次的變更」 names no row."""
_END: Final = re.compile(r"[，。；;！!？?\n]|, |\.(?=\s|$)")


def out_of_order(text: str, rendered: str) -> Iterator[str]:
    """The clauses that call a climb newest or oldest while another row is newer or older.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    days = dict[str, set[str]]()
    for row in listed_rows(plain(rendered)):
        if row.day and row.name:
            days.setdefault(row.name, set()).add(row.day)
    every = sorted(set().union(*days.values())) if len(days) > 1 else []
    for clause in _END.split(plain(text)) if every else ():
        for name, own in days.items():
            for start, _ in spans_of(clause, name):
                if _called(_NEWEST, clause[:start]) and every[-1] not in own:
                    yield clause.strip()
                if _called(_OLDEST, clause[:start]) and every[0] not in own:
                    yield clause.strip()


def newest(rows: Sequence[ListedRow]) -> Sequence[ListedRow]:
    """The newest row, alone; none of none."""
    return sorted(rows, key=lambda one: one.day, reverse=True)[:1]


def _called(words: str, before: str) -> bool:
    """Whether words for first or last in time end what stands before a name."""
    return bool(re.search(rf"(?:{words}){_IS}", before, re.IGNORECASE))
