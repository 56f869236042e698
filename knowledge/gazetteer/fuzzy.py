"""Names that are shortened, misspelt or written by ear, in what exact names leave of a text.

Only pieces that stand as a name would are looked at: between words that are known, in quotation
marks, beside a cue. A piece that consists of ordinary words is no name without a cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.gazetteer.exact import cued
from knowledge.gazetteer.lexicon import Lexicon
from knowledge.gazetteer.mentions import PLACES, How, Kind
from knowledge.gazetteer.names import Spelling
from knowledge.gazetteer.passage import Gap, Token
from knowledge.gazetteer.readings import Found
from knowledge.gazetteer.similar import SimilarNames, english_words
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.text import has_han, loose, syllables

_LONGEST = 24
_MAX_WINDOWS = 400
_MAX_READINGS = 6
"""Names that one shortened or misspelt piece may stand for; more say nothing."""
_LONG_ENOUGH = 3
"""Chinese characters that may be a piece of a name by themselves."""
_DISTINCTIVE = 5
"""Letters of an English word that may stand for a name by itself."""
JOINTS = frozenset(("of", "the", "and", "in", "on", "to", "for", "a", "with"))
"""English words inside names."""
_ALL_KINDS = frozenset[Kind](("crag", "area", "sector", "route", "gym"))


@dataclass(frozen=True, slots=True)
class _Window:
    """A piece of the text that may be a name."""

    span: Span
    key: str
    new: bool
    """Whether a word stands in it that is not an ordinary one."""
    quoted: bool
    lonely: bool
    """Whether no other unknown word touches it."""
    named: bool = False
    """Whether it covers a name that was found exactly."""


@dataclass(frozen=True, slots=True)
class _Sounding:
    """The sound of a unit of the key."""

    start: int
    end: int
    sound: str
    bopomofo: bool


def find_fuzzy(
    around: Surroundings, lexicon: Lexicon, similar: SimilarNames
) -> list[Found]:
    """The best fuzzy readings, none overlapping another.

    One may cover shorter names that were found exactly: 「無上之盾」 for 無傷之盾, though 盾 is a name.
    """
    finder = _Finder(around, lexicon, similar)
    chosen: list[Found] = []
    for found in sorted(finder.candidates(), key=_preference):
        if not any(found.span.overlaps(other.span) for other in chosen):
            chosen.append(found)
    return chosen


def phrases(around: Surroundings) -> list[list[Token]]:
    """The words of every piece between punctuation; what is taken is one word each, a name."""
    passage = around.passage
    edges = [i for i, gap in enumerate(passage.gaps) if gap == Gap.HARD]
    return [list(_words(around, Span(a, b))) for a, b in pairwise(edges)]


def _words(around: Surroundings, piece: Span) -> Iterator[Token]:
    start = piece.start
    for name in sorted(around.taken, key=lambda span: span.start):
        if name.overlaps(piece):
            yield from around.passage.tokens(start, name.start)
            yield Token(max(start, name.start), min(name.end, piece.end), "name")
            start = min(name.end, piece.end)
    yield from around.passage.tokens(start, piece.end)


class _Finder:
    """Looks at every window of one passage."""

    def __init__(
        self, around: Surroundings, lexicon: Lexicon, similar: SimilarNames
    ) -> None:
        self.around = around
        self.lexicon = lexicon
        self.similar = similar
        self.sounds: list[_Sounding] | None = None

    def candidates(self) -> Iterator[Found]:
        """Every reading of every window."""
        for count, window in enumerate(self._windows()):
            if count >= _MAX_WINDOWS:
                return
            yield from filter(None, [self._read(window)])
        yield from self._bopomofo()

    def _read(self, window: _Window) -> Found | None:
        if window.named:
            return self._by_ear(window) or self._misspelt(window) if window.new else None
        return self._partial(window) or self._by_ear(window) or self._misspelt(window)

    def _windows(self) -> Iterator[_Window]:
        passage = self.around.passage
        for tokens in phrases(self.around):
            if all(token.kind in ("function", "name") for token in tokens):
                continue
            for first, token in enumerate(tokens):
                for last in range(first, len(tokens)):
                    span = Span(token.start, tokens[last].end)
                    if span.end - span.start > _LONGEST:
                        break
                    if span.end - span.start > 1:
                        yield self._window(span, tokens, first, last)
                yield from self._inside(token)

    def _window(self, span: Span, tokens: list[Token], first: int, last: int) -> _Window:
        passage = self.around.passage
        words = tokens[first : last + 1]
        before = self._over_joint(tokens[max(0, first - 2) : first][::-1])
        after = self._over_joint(tokens[last + 1 : last + 3])
        return _Window(
            span=span,
            key=passage.key[span.start : span.end],
            new=any(token.kind == "unknown" for token in words),
            named=any(token.kind == "name" for token in words),
            quoted=self.around.exactly_quoted(span),
            lonely=not any(self._goes_on(span, other) for other in (before, after) if other),
        )

    def _over_joint(self, neighbours: list[Token]) -> Token | None:
        """The nearest neighbour; the next one when "of" or the like joins it: Lord of Shadows."""
        if len(neighbours) > 1:
            nearest = self.around.passage.key[neighbours[0].start : neighbours[0].end]
            return neighbours[1] if nearest in JOINTS else neighbours[0]
        return neighbours[0] if neighbours else None

    def _goes_on(self, span: Span, neighbour: Token) -> bool:
        """Whether a neighbour may belong to the same name; "golden" before "banana" may."""
        if neighbour.kind != "content":
            return neighbour.kind == "unknown"
        word = self.around.passage.key[neighbour.start : neighbour.end]
        latin = self.around.passage.latin_at
        return not has_han(word) and word.isalpha() and latin(span.start) and latin(span.end - 1)

    def _inside(self, token: Token) -> Iterator[_Window]:
        """The beginnings and ends of a long unknown run: words that we do not know may touch."""
        key = self.around.passage.key
        if token.kind != "unknown" or not has_han(key[token.start : token.end]):
            return
        for cut in range(token.start + 1, token.end):
            for span in (Span(token.start, cut), Span(cut, token.end)):
                if span.end - span.start > _LONG_ENOUGH:
                    yield _Window(span, key[span.start : span.end], True, False, False)

    def _partial(self, window: _Window) -> Found | None:
        if not has_han(window.key):
            return self._by_words(window)
        if not window.lonely or self._only_words(window):
            return None
        kinds = self._kinds_for_part(window)
        names = [
            name
            for name in self.similar.containing(window.key)
            if _telling_part(window.key, name) and self._of_kinds(name, kinds)
        ]
        if not 0 < len(names) <= _MAX_READINGS:
            return None
        return self._part_of(window, names, kinds)

    def _by_words(self, window: _Window) -> Found | None:
        words = tuple(english_words(self.around.passage.surface(window.span.start, window.span.end)))
        if not window.new or not window.lonely or max(map(len, words), default=0) < _DISTINCTIVE:
            return None
        names = self.similar.with_words(words)
        names = [name for name in names if name != window.key]
        if not 0 < len(names) <= _MAX_READINGS or not self._meant(window, names):
            return None
        return self._part_of(window, names, _ALL_KINDS)

    def _part_of(self, window: _Window, names: list[str], kinds: frozenset[Kind]) -> Found | None:
        """The shortest names for a part, the longer ones as weaker readings."""
        shortest = min(map(len, names))
        near = [name for name in names if len(name) <= shortest + 1]
        found = self._found(
            window, near, "partial", 0.6 + 0.3 * len(window.key) / shortest, kinds
        )
        rest = (s for name in names if name not in near for s in self.lexicon.spellings(name))
        return replace(found, weaker=tuple(rest)) if found else None

    def _by_ear(self, window: _Window) -> Found | None:
        units = self._units(window.span)
        if len(units) < 2 or not has_han(window.key) or self._only_words(window):
            return None
        names = self.similar.sounding(tuple(loose(unit.sound) for unit in units))
        if not names or len(names) > _MAX_READINGS:
            return None
        if len(units) == 2 and not (window.quoted or self._meant(window, names)):
            return None
        if not window.lonely and len(units) < 4:
            return None
        return self._found(window, names, "homophone", 0.9)

    def _misspelt(self, window: _Window) -> Found | None:
        if len(window.key) < _LONG_ENOUGH or self._only_words(window):
            return None
        near = self.similar.misspelt(window.key)
        names = [name.key for name in near]
        if not 0 < len(names) <= _MAX_READINGS:
            return None
        if not window.lonely and (len(window.key) < 5 or not has_han(window.key)):
            return None
        if not has_han(window.key) and len(window.key) < 10 and not self._meant(window, names):
            return None
        score = 1 - near[0].distance / max(len(window.key), len(names[0]))
        return self._found(window, names, "typo", min(score, 0.9))

    def _bopomofo(self) -> Iterator[Found]:
        units = self._soundings()
        for first, unit in enumerate(units):
            for last in range(first + 1, min(first + 8, len(units))):
                run = units[first : last + 1]
                if not (unit.bopomofo or run[-1].bopomofo) or not any(u.bopomofo for u in run):
                    continue
                span = Span(unit.start, run[-1].end)
                names = self.similar.sounding(tuple(loose(u.sound) for u in run))
                if 0 < len(names) <= _MAX_READINGS and self.around.free(span):
                    window = _Window(span, self.around.passage.key[span.start : span.end], True, False, True)
                    yield from filter(None, [self._found(window, names, "homophone", 0.9)])

    def _only_words(self, window: _Window) -> bool:
        """Whether nothing but a cue could make a name of the window, and there is none."""
        if window.new or window.quoted:
            return False
        return not self.around.sure_route(window.span)

    def _kinds_for_part(self, window: _Window) -> frozenset[Kind]:
        if len(window.key) >= _LONG_ENOUGH:
            return _ALL_KINDS
        kinds: set[Kind] = set()
        if self.around.cue(window.span, "place"):
            kinds.update(PLACES)
        if self.around.cue(window.span, "gym"):
            kinds.add("gym")
        return frozenset(kinds)

    def _meant(self, window: _Window, names: list[str]) -> bool:
        """Whether the words around, or a capital letter, say that a name is meant."""
        kinds = frozenset(s.kind for name in names for s in self.lexicon.spellings(name))
        if window.quoted or cued(window.span, self.around, kinds):
            return True
        if has_han(window.key):
            return self._alone(window)
        surface = self.around.passage.surface(window.span.start, window.span.end)
        begins = self.around.passage.gaps[window.span.start] == Gap.HARD
        return (surface[:1].isupper() and not begins) or self._alone(window)

    def _alone(self, window: _Window) -> bool:
        """Whether the window is all that the text says."""
        ends = self.around.bounded_left(window.span.start), self.around.bounded_right(window.span.end)
        return all(ends)

    def _of_kinds(self, name: str, kinds: frozenset[Kind]) -> bool:
        return any(spelling.kind in kinds for spelling in self.lexicon.spellings(name))

    def _found(
        self,
        window: _Window,
        names: list[str],
        how: How,
        score: float,
        kinds: frozenset[Kind] = _ALL_KINDS,
    ) -> Found | None:
        spellings: list[Spelling] = [
            spelling
            for name in names
            for spelling in self.lexicon.spellings(name)
            if spelling.kind in kinds
        ]
        return Found(window.span, tuple(spellings), (), how, score) if spellings else None

    def _units(self, span: Span) -> list[_Sounding]:
        return [u for u in self._soundings() if span.start <= u.start and u.end <= span.end]

    def _soundings(self) -> list[_Sounding]:
        if self.sounds is None:
            index = {offset: i for i, offset in reversed(list(enumerate(self.around.passage.offsets)))}
            self.sounds = list(_place_sounds(self.around.passage.text, index))
        return self.sounds


def _place_sounds(text: str, index: dict[int, int]) -> Iterator[_Sounding]:
    for syllable in syllables(text):
        places = [index[i] for i in range(syllable.start, syllable.end) if i in index]
        if places:
            yield _Sounding(places[0], places[-1] + 1, syllable.sound, syllable.bopomofo)


def _telling_part(part: str, name: str) -> bool:
    """Whether the part is enough of the name: its beginning, its end, or half of it."""
    return name.startswith(part) or name.endswith(part) or 2 * len(part) >= len(name)


def _preference(found: Found) -> tuple[float, int]:
    return -found.score, found.span.start - found.span.end
