"""The gazetteer: names of one catalogue, found in questions."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.gazetteer.again import find_again
from knowledge.gazetteer.exact import find_exact
from knowledge.gazetteer.fuzzy import find_fuzzy
from knowledge.gazetteer.lexicon import Lexicon, build_lexicon
from knowledge.gazetteer.meant import means_it, names_within
from knowledge.gazetteer.mentions import Kind, Linking, NameMention, Scope, UnknownName
from knowledge.gazetteer.passage import read
from knowledge.gazetteer.readings import Found, mentions
from knowledge.gazetteer.similar import SimilarNames
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.towns import settle_branches
from knowledge.gazetteer.unknown import find_unknown
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.schema import Area, Crag, Gym, Route, Sector

_POOL = 30
"""Names looked at for suggestions of one kind."""


class Gazetteer:
    """Finds the crags, areas, sectors, routes and gyms that a text names. Immutable once built."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._similar = SimilarNames(lexicon)

    @classmethod
    def build(
        cls,
        crags: Iterable[Crag] = (),
        areas: Iterable[Area] = (),
        sectors: Iterable[Sector] = (),
        routes: Iterable[Route] = (),
        gyms: Iterable[Gym] = (),
    ) -> Gazetteer:
        """The gazetteer of these records."""
        return cls(build_lexicon(crags, areas, sectors, routes, gyms))

    def record_ids(self) -> frozenset[str]:
        """The ids of the records that can be found by a name."""
        return self._lexicon.ids

    def link(self, text: str, *, within: Scope | None = None) -> Linking:
        """The names in a text; ``within`` settles which place is meant when the text does not."""
        passage = read(text)
        spans = find_exact(passage, self._lexicon)
        found = [
            Found(span, self._lexicon.spellings(passage.key[span.start : span.end]))
            for span in spans
        ]
        around = Surroundings(passage, list(spans))
        fuzzy = find_fuzzy(around, self._lexicon, self._similar)
        if not (found or fuzzy):
            found = [
                Found(span, self._lexicon.spellings(passage.key[span.start : span.end]))
                for span in find_again(around, self._lexicon)
            ]
        found = [each for each in found if not any(f.span.overlaps(each.span) for f in fuzzy)]
        found += fuzzy
        around.taken[:] = [each.span for each in found]
        found, missing = settle_branches(found, around, self._lexicon)
        around.taken[:] = [*(each.span for each in found), *missing]
        linked = mentions(found, around, self._lexicon, within)
        unknown = [_missing_branch(around, span) for span in missing] + find_unknown(around)
        return Linking(linked, tuple(sorted(unknown, key=lambda name: name.start)))

    def recorded(self, text: str) -> tuple[NameMention, ...]:
        """The names that stand in a text just as a record has them; nothing is guessed."""
        passage = read(text)
        spans = find_exact(passage, self._lexicon)
        found = [
            Found(span, self._lexicon.spellings(passage.key[span.start : span.end]))
            for span in spans
        ]
        return mentions(found, Surroundings(passage, list(spans)), self._lexicon, None)

    def spelt(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where the characters of a recorded name stand in a text, whatever they mean there."""
        passage = read(text)
        return tuple(
            passage.place(start, end)
            for start, end in self._lexicon.occurrences(passage.key)
            if end - start > 1 and not passage.splits_word(start, end)
        )

    def meant_by(
        self, text: str, start: int, end: int, within: Scope | None = None
    ) -> NameMention | None:
        """The name that words mean which are one for sure, though nobody linked them."""
        found = self._as_quoted(text, start, end, within)
        if found is not None and means_it(found, self._wholes(found)):
            return found
        passage = read(text)
        first = bisect_left(passage.offsets, start)
        last = bisect_left(passage.offsets, end)
        for span in names_within(passage, first, last, self._lexicon):
            found = self._as_quoted(text, *passage.place(*span), within)
            if found is not None and found.how not in ("typo", "homophone", "partial"):
                return found
        return None

    def _as_quoted(
        self, text: str, start: int, end: int, within: Scope | None
    ) -> NameMention | None:
        """What is linked where quotation marks stand around a part of the text."""
        linked = self.link(f"{text[:start]}「{text[start:end]}」{text[end:]}", within=within)
        found = next((name for name in linked.mentions if name.start == start + 1), None)
        if found is None or found.end != end + 1:
            return None
        return replace(found, start=start, end=end)

    def _wholes(self, mention: NameMention) -> list[str]:
        """Keys of the names of a record of which its mention is a piece."""
        return [
            name
            for name in self._similar.containing(key(mention.surface))
            if any(spelling.id == mention.ids[0] for spelling in self._lexicon.spellings(name))
        ]

    def suggestions(
        self, surface: str, kind: Kind | None = None, limit: int = 3
    ) -> tuple[str, ...]:
        """Ids of the records whose names are nearest to an unknown one, best first."""
        ids: dict[str, None] = {}
        for name in self._similar.nearest(surface, _POOL):
            for spelling in self._lexicon.spellings(name):
                if kind in (None, spelling.kind) and len(ids) < limit:
                    ids.setdefault(spelling.id)
        return tuple(ids)


def _missing_branch(around: Surroundings, span: Span) -> UnknownName:
    start, end = around.passage.place(span.start, span.end)
    return UnknownName(start, end, around.passage.text[start:end], "gym")
