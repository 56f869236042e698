"""How many rows of a list are shown, which they are, and how many come after them. Pure."""

from __future__ import annotations

import re
from typing import Final

from bot.voice.evidence.listed import ROW_NUMBER
from bot.voice.relating.valued import CLAUSE, part_of

_TOTAL: Final = re.compile(r"共\s*(\d+)\s*[條題間家筆]|(\d+) (?:routes?|gyms?|problems?|matches)")
_SPAN: Final = re.compile(
    r"(?:第|\b(?:nos?\.?|numbers?|routes?|rows?)\s*)?\s*(\d+)\s*(?:到|至|[-–~]|to|through)\s*第?\s*(\d+)"
)
_LAST: Final = re.compile(r"最後|還有|還剩|剩下?|末[頁尾]|\b(?:last|remaining|final|more|left)\b")
_SHOWN: Final = re.compile(
    r"[這本]一?頁|[裡中]|以上|列出|\b(?:these|this page|listed|shown|here)\b"
)
_COUNTS: Final = re.compile(
    r"\s*[條題間家筆個]|\s*(?:more |of (?:them|these))?\s*(?:routes?|lines?|left|more|remain\w*)?"
)


class ShownRows:
    """The numbered rows of one answer.

    Args:
        rendered: The answer that code gave, in plain characters.
    """

    def __init__(self, rendered: str) -> None:
        self._numbers = [int(one) for one in ROW_NUMBER.findall(rendered)]
        total = _TOTAL.search(rendered.partition("\n")[0])
        self._total = int(total[1] or total[2]) if total else len(self._numbers)

    def counts(self, number: float, at: int, told: str) -> bool:
        """Whether a number of a sentence is that of the first or last row, or of the rows left."""
        if not self._numbers:
            return False
        first, last = self._numbers[0], self._numbers[-1]
        start, end = part_of(told, at, CLAUSE)
        clause = told[start:end]
        span = _SPAN.search(clause)
        if span and at - start in {span.start(1), span.start(2)}:
            return (int(span[1]), int(span[2])) == (first, last)
        if not _COUNTS.match(told[at + len(f"{number:.12g}") :]):
            return False
        is_last_page = first > 1 and last >= self._total
        if _LAST.search(clause):
            return number == (len(self._numbers) if is_last_page else self._total - last)
        return bool(is_last_page and _SHOWN.search(clause)) and number == len(self._numbers)
