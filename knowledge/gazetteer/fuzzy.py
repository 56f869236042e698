"""Names that are shortened, misspelt or written by ear, in what exact names leave of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.gazetteer.capitals import titled_word
from knowledge.gazetteer.mentions import PLACES, How, Kind
from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.readings import GYM_TAIL, Found
from knowledge.gazetteer.similar import SimilarNames, english_words
from knowledge.gazetteer.soundings import Sounding, soundings
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.weak import cued, paired
from knowledge.gazetteer.windows import LONG, Window, windows
from knowledge.text import has_han
from knowledge.text.sounds import has_bopomofo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.gazetteer.lexicon import Lexicon
    from knowledge.gazetteer.names import Spelling

_SAID_TO_BE = re.compile("(?:是|算|屬於|属于)(?:不是|不算)?(?:抱石|先锋|上攀|综合|混合)")
"""Behind a name of a route whose type is asked, on the key: 「X 是抱石嗎」."""
_MAX_READINGS = 6
"""Names that one shortened or misspelt piece may stand for; more say nothing."""
_LONG_ENOUGH = 3
"""Chinese characters that may be a piece of a name by themselves."""
_DISTINCTIVE = 5
"""Letters of an English word that may stand for a name by itself."""
_LONG_LATIN = 10
"""Letters of an English name whose misspelling needs no cue."""
_LIES = re.compile("(?:is)?(?:at|in|on)(?:the)?")
_INSIDE = ("里", "内")
_SOUND_SCORE = 0.9
_LONGEST_BOPOMOFO = 8
_ALL_KINDS = frozenset[Kind](("crag", "area", "sector", "route", "gym"))


def find_fuzzy(around: Surroundings, lexicon: Lexicon, similar: SimilarNames) -> list[Found]:
    """The best fuzzy readings, none overlapping another.

    One may cover shorter names that were found exactly: 「月隱之盾」 for 月影之盾, even if a
    route is called 盾.
    """
    finder = _Finder(around, lexicon, similar)
    chosen: list[Found] = []
    for found in sorted(finder.candidates(), key=_preference):
        if not any(found.span.overlaps(other.span) for other in chosen):
            chosen.append(found)
    return chosen


class _Finder:
    """Reads the windows of one passage."""

    def __init__(self, around: Surroundings, lexicon: Lexicon, similar: SimilarNames) -> None:
        self.around = around
        self.lexicon = lexicon
        self.similar = similar

    @cached_property
    def soundings(self) -> list[Sounding]:
        """How the passage sounds; most windows never ask."""
        return soundings(self.around.passage)

    def candidates(self) -> Iterator[Found]:
        """Every reading of every window."""
        for window in windows(self.around):
            found = self._read(window)
            if found:
                yield found
        yield from self._bopomofo()

    def _read(self, window: Window) -> Found | None:
        if window.named:
            long = window.new or len(window.key) >= LONG
            found = self._by_ear(window) or (self._misspelt(window) if long else None)
            found = None if found and self._named_within(found) else found
        else:
            found = self._part(window) if window.han else self._words(window)
            found = found or self._by_ear(window) or self._misspelt(window)
        return found if found and self._of_its_kind(found) else None

    def _speaks(self, window: Window) -> bool:
        """Whether a joining word stands in the window beside the name: 「音樂廳有岩角」."""
        words = self.around.passage.tokens(window.span.start, window.span.end)
        return any(
            word.kind == "function" and self.around.free(Span(word.start, word.end))
            for word in words
        )

    def _named_within(self, found: Found) -> bool:
        """Whether a guess only adds words to the very name that stands in it: "FA'd Drip"."""
        key = self.around.passage.key
        typed = key[found.span.start : found.span.end]
        inside_gym = key[found.span.end : found.span.end + 1] in _INSIDE
        if any(a == b for a, b in pairwise(typed)) and has_han(typed) and not inside_gym:
            return False
        inside = {key[t.start : t.end] for t in self.around.taken if found.span.overlaps(t)}
        own = {spelling for name in inside for spelling in self.lexicon.spellings(name)}
        return any(spelling in own for spelling in found.spellings)

    def _of_its_kind(self, found: Found) -> bool:
        """Whether a guess is a gym where the words behind it speak of one."""
        around, end = self.around, found.span.end
        if _SAID_TO_BE.match(around.passage.key, end):
            return True
        gym = bool(GYM_TAIL.match(around.passage.key, end)) or (
            bool(around.cue(found.span, "gym"))
            and not around.cue(found.span, "place")
            and not around.cue(found.span, "route")
        )
        return not gym or any(spelling.kind in ("gym", "crag") for spelling in found.spellings)

    def _part(self, window: Window) -> Found | None:
        """The names of which the window is the beginning, the end or half."""
        if not window.lonely or not self._no_plain_words(window):
            return None
        kinds = self._kinds_for_part(window)
        names = [
            name
            for name in self.similar.containing(window.key)
            if _telling_part(window.key, name) and self._of_kinds(name, kinds)
        ]
        return self._part_of(window, names, kinds)

    def _words(self, window: Window) -> Found | None:
        """The English names that hold the window's words, one of them a long one."""
        if not window.new or not window.lonely or self.around.goes_on_in_capitals(window.span):
            return None
        surface = self.around.passage.surface(window.span.start, window.span.end)
        words = tuple(english_words(surface))
        if max(map(len, words), default=0) < _DISTINCTIVE or len(set(words)) < len(words):
            return None
        names = [name for name in self.similar.with_words(words) if name != window.key]
        return self._part_of(window, names, _ALL_KINDS) if self._meant(window, names) else None

    def _part_of(self, window: Window, names: list[str], kinds: frozenset[Kind]) -> Found | None:
        """The shortest names for a part, the longer ones as weaker readings."""
        if not 0 < len(names) <= _MAX_READINGS:
            return None
        shortest = min(map(len, names))
        near = [name for name in names if len(name) <= shortest + 1]
        score = min(0.6 + 0.3 * len(window.key) / shortest, _SOUND_SCORE)
        found = self._found(window.span, near, "partial", score, kinds)
        rest = (s for name in names if name not in near for s in self.lexicon.spellings(name))
        return replace(found, weaker=tuple(rest)) if found else None

    def _by_ear(self, window: Window) -> Found | None:
        """The names that sound like the window."""
        if not window.han or not (
            window.new or window.named or self._no_plain_words(window) or self._placed(window)
        ):
            return None
        if not window.lonely and len(window.key) <= _LONG_ENOUGH:
            return None
        units = [
            u for u in self.soundings if window.span.start <= u.start and u.end <= window.span.end
        ]
        if len(units) < 2 or (not window.lonely and len(units) <= _LONG_ENOUGH):
            return None
        sounding = self.similar.sounding(tuple(unit.sound for unit in units))
        names = [name for name in sounding if name != window.key]
        if not 0 < len(names) <= _MAX_READINGS:
            return None
        if len(units) == 2 and not (window.quoted or (window.alone and self._meant(window, names))):
            return None
        return self._found(window.span, names, "homophone", _SOUND_SCORE)

    def _misspelt(self, window: Window) -> Found | None:
        """The names that the window may be a misspelling of."""
        spelt = window.han or window.key.isascii()
        if len(window.key) < _LONG_ENOUGH or not spelt:
            return None
        covers = window.named and len(window.key) >= LONG and not self._speaks(window)
        if not (covers or self._no_plain_words(window)):
            return self._swapped(window)
        beside = not window.lonely
        if beside and not (window.han and len(window.key) > _LONG_ENOUGH):
            return None
        near = [n for n in self.similar.misspelt(window.key) if self._believed(window, n.key)]
        if beside and len(window.key) == _LONG_ENOUGH + 1:
            near = [n for n in near if sorted(n.key) == sorted(window.key)]
        names = [name.key for name in near]
        if not 0 < len(names) <= _MAX_READINGS:
            return None
        if not window.han and len(window.key) < _LONG_LATIN and not self._meant(window, names):
            return None
        score = 1 - near[0].distance / max(len(window.key), len(names[0]))
        return self._found(window.span, names, "typo", min(score, _SOUND_SCORE))

    def _swapped(self, window: Window) -> Found | None:
        """The name of which long ordinary words are the characters, two of them exchanged."""
        asked = window.quoted or self.around.said_to_be_route(window.span)
        if len(window.key) < (_LONG_ENOUGH + 1 if asked else LONG):
            return None
        told = sorted(window.key)
        names = [n.key for n in self.similar.misspelt(window.key) if sorted(n.key) == told]
        return self._found(window.span, names, "typo", _SOUND_SCORE) if names else None

    def _believed(self, window: Window, name: str) -> bool:
        """Whether the words around bear a misspelling of this name out.

        A joining word at an end of the window must be the name's own; one character of three that
        is another asks for a cue or quotation marks, and that nothing else could belong to it.
        """
        key, (first, last) = window.key, window.joins
        if sorted(key) == sorted(name):
            return True
        if (first and key[0] != name[0]) or (last and key[-1] != name[-1]):
            return False
        if not window.han or len(key) > _LONG_ENOUGH:
            return True
        return window.quoted or (window.alone and self._meant(window, [name]))

    def _bopomofo(self) -> Iterator[Found]:
        """Names that are typed in bopomofo, whatever stands beside them."""
        if not has_bopomofo(self.around.passage.text):
            return
        units = self.soundings
        for first, unit in enumerate(units):
            for last in range(first + 1, min(first + _LONGEST_BOPOMOFO, len(units))):
                run = units[first : last + 1]
                span = Span(unit.start, run[-1].end)
                inside = (span.start <= t.start and t.end <= span.end for t in self._over(span))
                if any(u.bopomofo for u in run) and all(inside):
                    names = self.similar.sounding(tuple(u.sound for u in run))
                    found = self._found(span, names, "homophone", _SOUND_SCORE)
                    if found and len(names) <= _MAX_READINGS:
                        yield found

    def _over(self, span: Span) -> list[Span]:
        return [taken for taken in self.around.taken if taken.overlaps(span)]

    def _no_plain_words(self, window: Window) -> bool:
        """Whether the window is more than ordinary words, or is said to be a name."""
        return window.new or window.quoted or self.around.said_to_be_route(window.span)

    def _placed(self, window: Window) -> bool:
        return bool(self.around.cue(window.span, "place"))

    def _kinds_for_part(self, window: Window) -> frozenset[Kind]:
        """What a part may name: two characters only a place or gym that is spoken of as one."""
        if len(window.key) >= _LONG_ENOUGH:
            return _ALL_KINDS
        kinds: set[Kind] = set()
        if self.around.cue(window.span, "place"):
            kinds.update(PLACES)
        if self.around.cue(window.span, "gym"):
            kinds.add("gym")
        return frozenset(kinds)

    def _meant(self, window: Window, names: list[str]) -> bool:
        """Whether the words around, or a capital letter, say that a name is meant."""
        kinds = frozenset(s.kind for name in names for s in self.lexicon.spellings(name))
        span = window.span
        if window.quoted or cued(span, self.around, kinds) or self._alone(span):
            return True
        if paired(span, self.around):
            return True
        begins = self.around.passage.gaps[span.start] == Gap.HARD
        placed = begins and len(window.key) >= _LONG_LATIN - 3 and self._lies(span)
        if placed and not window.han:
            return True
        return not window.han and not begins and titled_word(self.around.passage, span.start)

    def _lies(self, span: Span) -> bool:
        """Whether it is said to lie in a place that is named: "Unioang at North Bay"."""
        match = _LIES.match(self.around.passage.key, span.end)
        return match is not None and any(t.start == match.end() for t in self.around.taken)

    def _alone(self, span: Span) -> bool:
        """Whether the span is all that a phrase says."""
        return self.around.bounded_left(span.start) and self.around.bounded_right(span.end)

    def _of_kinds(self, name: str, kinds: frozenset[Kind]) -> bool:
        return any(spelling.kind in kinds for spelling in self.lexicon.spellings(name))

    def _found(
        self,
        span: Span,
        names: list[str],
        how: How,
        score: float,
        kinds: frozenset[Kind] = _ALL_KINDS,
    ) -> Found | None:
        spellings: tuple[Spelling, ...] = tuple(
            spelling
            for name in names
            for spelling in self.lexicon.spellings(name)
            if spelling.kind in kinds
        )
        return Found(span, spellings, (), how, score) if spellings else None


def _telling_part(part: str, name: str) -> bool:
    """Whether the part is enough of the name: its beginning, its end, or half of it."""
    return name.startswith(part) or name.endswith(part) or 2 * len(part) >= len(name)


def _preference(found: Found) -> tuple[float, int]:
    return -found.score, found.span.start - found.span.end
