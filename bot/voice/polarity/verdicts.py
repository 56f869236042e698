"""Whether a yes or a no is said as the answer has it, and the value asked about with it.

「對，「壓艙石」是 5.11b」 and 「不太對欸」 share no word that could be compared; so the verdict of
the answer is read from its first line, and that of every clause from how it begins. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.schema import Evidence, Query
from bot.verifier.facts import scan
from bot.voice.language.phrases import CLAUSE, SENTENCE, phrases
from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAYS: Final = phrases("verdicts")
_INSTEAD: Final = re.compile(r"資料上|the record")
"""Behind it stands what is so in place of what was asked."""
_NAMED: Final = frozenset({"place", "first_ascent"})


@dataclass(frozen=True)
class Verdicts:
    """What one answer says yes or no to.

    Args:
        query: The question as it was understood.
        evidence: The records.
        rendered: The answer that code gave, without its sources.
    """

    query: Query
    evidence: Evidence
    rendered: str

    def faults(self, text: str) -> Iterator[str]:
        """The clauses that say the other verdict, or tell or deny a value against it."""
        told = plain(text)
        if self._verdict is not None:
            yield from self._said_otherwise(told)
        if self._verdict is False:
            yield from self._taken_for_so(told)
        elif len(self.evidence.routes) == 1:
            yield from self._denied(told)

    @cached_property
    def _first(self) -> str:
        return plain(self.rendered).strip().split("\n")[0]

    @cached_property
    def _verdict(self) -> bool | None:
        """Whether the answer says that what was asked is so; nothing where it says neither."""
        if _SAYS["answer_yes"].search(self._first):
            return True
        return False if _SAYS["answer_no"].search(self._first) else None

    def _said_otherwise(self, text: str) -> Iterator[str]:
        """The clauses that begin with the other verdict, where the sentence takes nothing back."""
        other = _SAYS["says_no" if self._verdict else "says_yes"]
        turned = _SAYS["asks_for_no"].search(plain(self.query.text))
        for sentence in SENTENCE.split(text):
            for clause in CLAUSE.split(sentence):
                bare = _SAYS["lead"].sub("", clause)
                match = other.search(bare)
                if match is None or (turned and not _SAYS["unmistaken"].search(match[0])):
                    continue
                rest = sentence.partition(bare)[2]
                if self._verdict or not _SAYS["rather"].search(bare[match.end() :] + rest):
                    yield clause.strip()

    def _taken_for_so(self, text: str) -> Iterator[str]:
        """The places and people asked about that the answer says are not so, told as if so."""
        instead = key(_INSTEAD.split(self._first)[-1])
        asked = (one.surface for one in self.query.claims if one.kind in _NAMED)
        names = [one for one in asked if key(one) not in instead]
        for sentence in SENTENCE.split(text):
            if not _SAYS["rather"].search(sentence):
                yield from (one for one in names if key(one) in key(sentence))

    def _denied(self, text: str) -> Iterator[str]:
        """The values of the only record that the answer states, denied."""
        for clause in CLAUSE.split(text):
            for match in _SAYS["denies"].finditer(clause):
                near = [one for one in scan(clause) if 0 <= one.start - match.end() <= 1]
                if any(self._stated & set(one.values) for one in near):
                    yield clause.strip()

    @cached_property
    def _stated(self) -> frozenset[str]:
        """The values that the answer states and does not deny."""
        clauses = CLAUSE.split(plain(self.rendered))
        stated = (scan(one) for one in clauses if not _SAYS["denies"].search(one))
        return frozenset(value for facts in stated for fact in facts for value in fact.values)
