"""Whether what is said not to be recorded is not, and whether figures are made more or less.

「長度沒有記載」 and 「不到 25 公尺」 hold nothing but listed words and a figure of the record,
and are lies where it says 25 metres. Likewise 「只有假日才開」, 「不用看公告」, 「沒人爬過」: such
words hold only where something known says them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.voice.language.plain import plain
from bot.voice.language.sentences import PART
from bot.voice.polarity.recorded import Recorded
from bot.voice.polarity.shifted import Shifts
from bot.voice.polarity.unsaid import Unsaid
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence


class Denials:
    """What one answer may deny, or say of its figures.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
        asked: The question.
    """

    def __init__(self, evidence: Evidence, rendered: str, asked: str) -> None:
        shown = plain(rendered)
        self._has_none = any(route.bolts == 0 for route in evidence.routes)
        self._recorded = Recorded(evidence, shown)
        self._shifts = Shifts(evidence, shown, plain(asked))
        self._unsaid = Unsaid(evidence, shown)

    def faults(self, text: str, known: str) -> Iterator[str]:
        """The clauses that deny what is recorded, or shift a figure."""
        held = plain(known) + ("\n沒有 bolt" if self._has_none else "")
        folded = key(held)
        for clause in PART.split(plain(text)):
            if not key(clause) or key(clause) in folded:
                continue
            if self._recorded.is_wrong(clause) or self._shifts.is_wrong(clause, held):
                yield clause.strip()
            yield from self._unsaid.faults(clause, held)
