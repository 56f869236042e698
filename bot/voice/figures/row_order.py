"""Whether the climb called newest or oldest is so by the days of the rows shown. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.compared import spans_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW: Final = re.compile(
    r"^\d+[.、] ?(?P<day>20\d\d-\d\d-\d\d) ?[|｜] ?(?P<name>[^|｜\n]+)", re.MULTILINE
)
_NEWEST: Final = (
    r"最新的?(?:那?一?筆|紀錄)?|最近(?:的)?(?:那?一[筆次條]|的)|\b(?:newest|latest|most recent)\b"
)
_OLDEST: Final = r"最早的?(?:那?一?[筆次條]|紀錄)?|最舊的?(?:那?一?筆)?|\b(?:oldest|earliest)\b"
_IS: Final = (
    r"(?: (?:one|entry|climb|log|tick|send|record))?(?:就?是|為|:| is| was)+"
    r"(?: (?:on|from))?[\s\d/月日號-]*[「“\"]?$"
)
_END: Final = re.compile(r"[，。；;！!？?\n]|, |\.(?=\s|$)")


def out_of_order(text: str, rendered: str) -> Iterator[str]:
    """The clauses that call a climb newest or oldest while another row is newer or older.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    days = dict[str, set[str]]()
    for row in _ROW.finditer(plain(rendered)):
        days.setdefault(row["name"].strip(), set()).add(row["day"])
    every = sorted(set().union(*days.values())) if len(days) > 1 else []
    for clause in _END.split(plain(text)) if every else ():
        for name, own in days.items():
            for start, _ in spans_of(clause, name):
                if _called(_NEWEST, clause[:start]) and every[-1] not in own:
                    yield clause.strip()
                if _called(_OLDEST, clause[:start]) and every[0] not in own:
                    yield clause.strip()


def _called(words: str, before: str) -> bool:
    """Whether words for first or last in time end what stands before a name."""
    return bool(re.search(rf"(?:{words}){_IS}", before, re.IGNORECASE))
