"""Whether a distribution's counts stand beside their own labels: 「5.10a 12 條」「運攀 8」."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from knowledge.filters import Bucket

_GAP: Final = re.compile(r"[\s:：|｜*`█▇▆▅▄▃▂▁▏▎▍▌▋▊▉■□▓▒░#=_()-]*(?:有|共)?\s*")


class BucketLabels:
    """Labels of the evidence's buckets with the counts that they may have."""

    def __init__(self, evidence: Evidence) -> None:
        self._all: dict[str, set[str]] = defaultdict(set)
        self._by_place: dict[str, dict[str, set[str]]] = {}
        self._add(self._all, evidence.buckets)
        for group in evidence.groups:
            own: dict[str, set[str]] = defaultdict(set)
            self._add(own, (*group.buckets, *group.types))
            self._by_place[group.place_id] = own
            for label, counts in own.items():
                self._all[label] |= counts
        words = [re.escape(label) for label in sorted(self._all, key=len, reverse=True)]
        self._words = re.compile("|".join(words), re.IGNORECASE) if words else None

    def wrong(self, line: str, facts: Sequence[Fact], place_id: str = "") -> Iterator[Fact]:
        """The counts that directly follow a label that does not have them."""
        if self._words is None:
            return
        allowed = self._by_place.get(place_id, self._all)
        numbers = {fact.start: fact for fact in facts if fact.kind in {"count", "number"}}
        for match in self._words.finditer(line):
            if not _is_whole(line, match):
                continue
            gap = _GAP.match(line, match.end())
            fact = numbers.get(gap.end() if gap else match.end())
            counts = allowed.get(match.group().lower())
            if fact is not None and counts and not counts & set(fact.values):
                yield fact

    @staticmethod
    def _add(counts: dict[str, set[str]], buckets: Iterable[Bucket]) -> None:
        for bucket in buckets:
            label = unicodedata.normalize("NFKC", bucket.label).lower()
            counts[label].add(str(bucket.count))


def _is_whole(line: str, match: re.Match[str]) -> bool:
    """Whether the label is no part of a longer grade or word."""
    before, after = line[: match.start()][-1:], line[match.end() :][:1]
    if match.group()[0].isascii():
        return not (before.isascii() and (before.isalnum() or before == ".")) and not (
            after.isascii() and (after.isalnum() or after in "+?/")
        )
    return True
