"""Whether everything that stands as a name is one that the evidence holds.

Three ways to be caught: a slot of a fixed form (🧗, numbered lines) or a quoted name that no record
bears; a name of the catalogue that is not part of the evidence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import MASK
from bot.verifier.names import quoted, structural
from knowledge.terms import vocabulary
from knowledge.text import has_han, key, links_as_hosts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.schema import Evidence
    from bot.verifier.names import NameIndex
    from knowledge.gazetteer import Gazetteer
    from knowledge.schema import Area, Crag

_MIN_FREE_CHARS: Final = 3
"""Shorter catalogue names are ordinary words too often to be caught outside quotes."""
_MIN_FREE_LETTERS: Final = 6
_MAY_HOLD_NAME: Final = re.compile(
    rf"[\u3400-\u9fff]{{{_MIN_FREE_CHARS}}}|[^\W\d_][\w' -]{{{_MIN_FREE_LETTERS - 1}}}"
)
_BLANKS: Final = re.compile(rf"[{MASK}\s]*{MASK}[{MASK}\s]*")
_EVERYDAY: Final = frozenset(
    key(word)
    for word in (
        *("元旦", "除夕", "春節", "和平紀念日", "兒童節", "清明節", "端午節", "勞動節", "中秋節"),
        *("教師節", "國慶日", "光復節", "行憲紀念日", "聖誕節", "跨年", "連假"),
        *("下一頁", "上一頁", "更多", "換一批", "加入想爬", "記一筆", "回報錯誤", "標示較寬"),
    )
)
"""Holidays and words of the interface, which may also be somebody's route."""


class NameCheck:
    """The names that may be said, for one evidence."""

    def __init__(
        self, evidence: Evidence, index: NameIndex, gazetteer: Gazetteer | None, asked: str
    ) -> None:
        self._index = index
        self._gazetteer = gazetteer
        self._asked = key(asked)
        self._ids = index.record_ids
        self._listed = frozenset(key(name) for name in (*evidence.places, *evidence.suggestions))
        self._prose = _Prose(evidence)
        self._linked: dict[str, tuple[tuple[str, str], ...]] = {}

    def wrong_slots(self, line: str) -> Iterator[str]:
        """Names in fixed places of the line that no record bears."""
        for whole, *parts in structural(line):
            if self._is_known(whole) or self._index.covers(whole):
                continue
            if self._are_one(parts):
                continue
            yield next((part for part in (*parts, whole) if not self._is_known(part)), whole)

    def wrong_quotes(self, line: str) -> Iterator[str]:
        """Quoted names that are nobody's, nor the member's own words."""
        for words in quoted(line):
            folded = key(words)
            known = self._is_known(words) or folded in self._asked or folded in self._prose
            if folded and not known and folded not in _EVERYDAY and words not in vocabulary():
                yield words

    def strangers(self, line: str) -> tuple[tuple[str, str], ...]:
        """(kind, name) of the catalogue's names in a line whose own names are blanked out."""
        rest = _BLANKS.sub("\n", line).strip()
        if self._gazetteer is None or not _MAY_HOLD_NAME.search(rest):
            return ()
        if rest not in self._linked:
            self._linked[rest] = tuple(self._strangers(rest, self._gazetteer))
        return self._linked[rest]

    def _strangers(self, text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
        for mention in gazetteer.recorded(text):
            ids = {*mention.ids, *(one for _, others in mention.other for one in others)}
            recorded = mention.how in {"exact", "english", "old", "alias"}
            if not recorded or ids & self._ids or self._may_be_said(mention.surface):
                continue
            if self._is_free_name(mention.surface):
                kind = "crag" if mention.kind in {"area", "sector"} else mention.kind
                yield kind, mention.surface

    def _are_one(self, parts: Sequence[str]) -> bool:
        """Whether all parts of a slot are names of one record."""
        ids = [self._index.ids(key(part)) for part in parts]
        return bool(ids) and bool(frozenset.intersection(*ids))

    def _is_known(self, words: str) -> bool:
        folded = key(words)
        return folded in self._index or folded in self._listed

    def _may_be_said(self, words: str) -> bool:
        folded = key(words)
        return (
            folded in self._listed
            or folded in self._prose
            or folded in self._asked
            or folded in _EVERYDAY
            or words in vocabulary()
        )

    @staticmethod
    def _is_free_name(words: str) -> bool:
        if has_han(words):
            return len(key(words)) >= _MIN_FREE_CHARS
        # one word in small letters is the word itself: 「rockfall」, whatever route is called so
        ordinary = words.islower() and len(words.split()) == 1
        return len(key(words)) >= _MIN_FREE_LETTERS and not ordinary


class _Prose:
    """All stored prose of an evidence, keyed when it is first needed."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._text: str | None = None

    def __contains__(self, folded: str) -> bool:
        if self._text is None:
            text = "\n".join(_prose(self._evidence))
            shown = links_as_hosts(text)
            self._text = key(text) if shown == text else key(f"{text}\n{shown}")
        return folded in self._text


def _prose(evidence: Evidence) -> Iterator[str]:
    for route in (*evidence.routes, *evidence.near_misses):
        yield from (route.description, route.description_en, route.protection, route.anchor)
        yield from (route.first_ascent, *(flag.evidence for flag in route.flags))
        if not route.grade.known:
            yield route.grade.raw
    for gym in evidence.gyms:
        yield from (gym.description, gym.notes, gym.price_notes, gym.address, *gym.facilities)
        yield from (text for pair in gym.transport for text in pair)
    places: tuple[Crag | Area, ...] = (*evidence.crags, *evidence.areas)
    for place in places:
        yield from (place.description, place.description_en)
        yield from (flag.evidence for flag in place.flags)
    for crag in evidence.crags:
        yield from (crag.approach, crag.parking, crag.address, crag.rock_type, *crag.amenities)
        yield from (text for pair in crag.transport for text in pair)
    for notice in evidence.notices:
        yield from (notice.title, notice.text, notice.author, *notice.walls)
    for scored in evidence.cards:
        yield from (scored.card.title, scored.card.text, scored.card.source)
    for source in evidence.sources:
        yield from (source.title, source.attribution, source.maintainer)
    yield from evidence.available
