"""Whether counts stand beside their own labels: 「5.10a 12 條」「運攀 8 條」「2 trad」."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.schema import Evidence
    from bot.verifier.facts import Fact
    from knowledge.filters import Bucket

_GAP: Final = re.compile(
    r"[\s:：|｜*`█▇▆▅▄▃▂▁▏▎▍▌▋▊▉■□▓▒░#=_()-]*(?:路線|routes?)?\s*(?:有|共)?[\s:：]*"
)
_JOINS: Final = re.compile(r"\s*(?:[、,・/和與或&+]|\band\b|\bor\b)\s*", re.IGNORECASE)
"""Between labels that share one count: 「運攀、傳攀：共 12 條」."""
_ENDS_RANGE: Final = re.compile(r"(?:到|至|\bto)\s*$", re.IGNORECASE)
"""Before the last grade of a range, which counts no routes alone: 「5.11a 到 5.11d 共 8 條」."""
_MAX_SHARING: Final = 8
_TYPES: Final = {
    "sport": ("運攀", "運動攀登", "sport"),
    "trad": ("傳攀", "傳統攀登", "trad"),
    "toprope": ("上方架繩", "top rope", "toprope"),
    "boulder": ("抱石", "boulder", "bouldering"),
    "mixed": ("混合", "mixed"),
}
_TYPE_WORDS: Final = frozenset(word for words in _TYPES.values() for word in words)
_LABELLED: Final = re.compile(
    rf"({'|'.join(word for words in _TYPES.values() for word in words)})[\s:]*(\d+)"
)


class BucketLabels:
    """Labels of the evidence's buckets and types, with the counts that they may have."""

    def __init__(self, evidence: Evidence) -> None:
        self._all: dict[str, set[str]] = defaultdict(set)
        self._by_place: dict[str, dict[str, set[str]]] = {}
        self._add(self._all, evidence.buckets)
        types = Counter(route.type for route in evidence.routes if route.type)
        self._add_types(self._all, {str(kind): count for kind, count in types.items()})
        for group in evidence.groups:
            own: dict[str, set[str]] = defaultdict(set)
            self._add(own, (*group.buckets, *group.types))
            self._by_place[group.place_id] = own
            for label, counts in own.items():
                self._all[label] |= counts
        for text in evidence.available:
            for label, count in _LABELLED.findall(unicodedata.normalize("NFKC", text).lower()):
                self._all[label].add(count)
        # routes without a type are counted under no label: nothing in a line stands for it
        labels = sorted(filter(None, self._all), key=len, reverse=True)
        words = [re.escape(label) for label in labels]
        self._words = re.compile("|".join(words), re.IGNORECASE) if words else None

    def read(self, line: str, facts: Sequence[Fact], place_id: str = "") -> dict[int, bool]:
        """Start of a label and of the count right behind it -> whether they belong together."""
        numbers = {fact.start: fact for fact in facts if fact.kind in COUNTS}
        if self._words is None or not numbers:
            return {}
        allowed = self._by_place.get(place_id, self._all)
        read: dict[int, bool] = {}
        sharing: list[re.Match[str]] = []
        for match in self._words.finditer(line):
            if match.start() in read:
                # a count that is written like a grade of one figure is no label: 「trad 7」
                continue
            last = sharing[-1] if sharing else None
            # 「5.10c・運攀：共 3 條」 is one set: labels of two kinds add up to nothing
            joined = (
                last is not None
                and _is_type(last) == _is_type(match)
                and _JOINS.fullmatch(line, last.end(), match.start()) is not None
            )
            sharing = [*sharing[1 - _MAX_SHARING :], match] if joined else [match]
            gap = _GAP.match(line, match.end())
            fact = numbers.get(gap.end() if gap else match.end())
            if (
                fact is None
                or not _is_whole(line, match)
                or _ENDS_RANGE.search(line[: match.start()])
            ):
                continue
            right = bool(_sums(sharing, allowed) & set(fact.values))
            read[match.start()] = read[fact.start] = right
        return read

    @classmethod
    def _add(cls, counts: dict[str, set[str]], buckets: Iterable[Bucket]) -> None:
        for bucket in buckets:
            label = unicodedata.normalize("NFKC", bucket.label).lower()
            counts[label].add(str(bucket.count))
        cls._add_whole(counts)
        cls._add_types(counts, {bucket.label: bucket.count for bucket in buckets})

    @staticmethod
    def _add_whole(counts: dict[str, set[str]]) -> None:
        """The grades without their letters, with and without the routes that have no letter."""
        lettered, every = Counter[str](), Counter[str]()
        for label, held in list(counts.items()):
            match = re.fullmatch(r"(5\.\d+)(?:([a-d])|\(.*)", label)
            if match is not None:
                every[match[1]] += sum(map(int, held))
                lettered[match[1]] += sum(map(int, held)) if match[2] else 0
        for label in every:
            counts[label] |= {str(every[label]), str(lettered[label])}

    @staticmethod
    def _add_types(counts: dict[str, set[str]], types: Mapping[str, int]) -> None:
        for kind, count in types.items():
            for word in _TYPES.get(kind, ()):
                counts[word].add(str(count))


def _is_type(label: re.Match[str]) -> bool:
    return label.group().lower() in _TYPE_WORDS


def _sums(labels: Sequence[re.Match[str]], allowed: Mapping[str, set[str]]) -> set[str]:
    """The counts of a label, or of several labels together."""
    counts = [allowed.get(label.group().lower(), set()) for label in labels]
    if len(counts) == 1:
        return counts[0]
    return {str(sum(map(int, chosen))) for chosen in product(*counts)}


def _is_whole(line: str, match: re.Match[str]) -> bool:
    """Whether the label is no part of a longer grade or word."""
    before, after = line[: match.start()][-1:], line[match.end() :][:1]
    if match.group()[0].isascii():
        return not (before.isascii() and (before.isalnum() or before == ".")) and not (
            after.isascii() and (after.isalnum() or after in "+?/")
        )
    return True
