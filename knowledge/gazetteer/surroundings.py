"""Whether a span of a passage stands as a name would: free on both sides, quoted, beside a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.gazetteer import capitals, cues
from knowledge.gazetteer.passage import Gap, Passage
from knowledge.gazetteer.vocabulary import is_common, is_joining, is_particle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST_WORD = 12
_JOINTS = frozenset("和跟与及或的比")
_COUNTS = re.compile("公尺|米|m(?![a-z])|[颗支个条级元点]|meters?|metres?|bolts?")
"""Behind a numeral that counts and belongs to no name, on the key: 「月台8 公尺以內」."""
_GRADE_END = re.compile(r"(?:5\d{1,2}[a-d]?|v\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the key."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Surroundings:
    """A passage and the spans in it that are names already."""

    passage: Passage
    taken: list[Span] = field(default_factory=list)
    """What has been found."""
    likely: list[Span] = field(default_factory=list)
    """What may be found: a name may stand directly beside another, 月牙灣北側."""
    places: frozenset[Span] = frozenset()
    """Those of them that may be places or gyms, beside which other names stand."""
    answers: dict[tuple[str, int], int] = field(default_factory=dict)
    """What the cues said already."""

    def free(self, span: Span) -> bool:
        """Whether nothing else has been found there."""
        return not any(span.overlaps(other) for other in self.taken)

    def glued_left(self, start: int) -> bool:
        """Whether the characters before seem to belong to the same word or name."""
        passage = self.passage
        if self._parted(start) or self._place_ends(start) or self._grade_ends(start):
            return False
        if passage.word_starts[start] or self._common(start - 3, start - 2, to=start):
            return False
        if passage.latin_at(start - 1) and capitals.parts_left(passage, start):
            return False
        before = passage.key[start - 1]
        if is_particle(before) or not is_joining(before):
            return not is_particle(before)
        return self._unknown(start - 2) and not passage.gaps[start - 1]

    def glued_right(self, end: int) -> bool:
        """Whether the characters behind seem to belong to the same word or name."""
        passage = self.passage
        if self._lone_letter(end):
            return True
        if self._parted(end) or any(
            other.start == end and (other in self.places or self._place_ends(end))
            for other in self._names
        ):
            return False
        if passage.word_ends[end] or self._common(end, to=end + 2) or self._common(end, to=end + 3):
            return False
        after = passage.key[end]
        speech = passage.latin_at(end) and capitals.parts_right(passage, end)
        if speech or (is_particle(after) and after != "的"):
            return False
        if not is_joining(after):
            return True
        following = end + 1
        return (
            following < passage.length
            and not passage.gaps[following]
            and not passage.word_ends[following]
            and self._unknown(following)
            and not any(other.start == following for other in self._names)
        )

    def crossed(self, span: Span) -> bool:
        """Whether a longer ordinary word covers or cuts the span: 手指裂隙 over 裂隙."""
        ends = self.passage.word_ends
        if self.passage.possessive(span.end):
            # "Climb Up Gym's" holds no "gyms"
            return False
        for start in range(max(0, span.start - _LONGEST_WORD), span.start):
            if ends[start] and ends[start][0] > span.start:
                return True
        return any(
            ends[start] and ends[start][0] > span.end for start in range(span.start, span.end)
        )

    def put_at(self, end: int) -> bool:
        """Whether 在 and a place follow: 「螢燈歸在月牙灣的哪裡」 asks for 螢燈歸, not for 歸在."""
        put = end < self.passage.length and self.passage.key[end] == "在"
        return put and any(place.start == end + 1 for place in self.places)

    def bounded_left(self, start: int) -> bool:
        """Whether a phrase or another name ends there, 的 between them not counted."""
        if self.passage.gaps[start] == Gap.HARD or self._after_taken(start):
            return True
        joint = start > 0 and self.passage.key[start - 1] in _JOINTS
        return joint and self._after_taken(start - 1)

    def bounded_right(self, end: int) -> bool:
        """Whether a phrase ends there or another name follows, over 和 or the like."""
        if self.passage.gaps[end] == Gap.HARD or self._before_taken(end):
            return True
        joint = end < self.passage.length and self.passage.key[end] in _JOINTS
        return joint and self._before_taken(end + 1)

    def exactly_quoted(self, span: Span) -> bool:
        """Whether quotation marks stand around the span and nothing else."""
        return (span.start, span.end) in self.passage.quotes

    def part_of_quoted_name(self, span: Span) -> bool:
        """Whether the quotation around the span names something longer."""
        quote = self.passage.quoted(span.start, span.end)
        if quote is None or quote == (span.start, span.end):
            return False
        before = self.passage.tokens(quote[0], span.start)
        after = self.passage.tokens(span.end, quote[1])
        return any(
            token.kind == "unknown" and self.free(Span(token.start, token.end))
            for token in (*before, *after)
        )

    def cue(self, span: Span, cue: cues.Cue) -> int:
        """Length of the cue directly behind the span, 0 without one."""
        known = self.answers.get((cue, span.end))
        if known is None:
            known = cues.cue_after(self.passage.key, span.end, cue)
            self.answers[cue, span.end] = known
        return known

    def sure_route(self, span: Span) -> bool:
        """Whether the words around leave no doubt that a route is named."""
        return self.said_to_be_route(span) or self.named(span)

    def asked_at(self, end: int) -> bool:
        """Whether words behind ask of a route for sure, or of a place."""
        known = self.answers.get(("asked", end))
        if known is None:
            at_end = Span(end, end)
            sure = self._once("sure", end, cues.sure_route_after) or self.cue(at_end, "place")
            known = self.answers["asked", end] = int(bool(sure))
        return bool(known)

    def introduced(self, start: int) -> bool:
        """Whether 叫 or the like stands before."""
        return bool(self._once("introduced", start, cues.introduced))

    def said_to_be_route(self, span: Span) -> bool:
        """Whether the words behind, or 叫 before, leave no doubt that a route is named."""
        if self._once("sure", span.end, cues.sure_route_after):
            return True
        return self.introduced(span.start)

    def said_to_be_this(self, span: Span) -> bool:
        """Whether 這條 stands behind or 叫 before."""
        if self.introduced(span.start):
            return True
        return bool(self._once("this", span.end, cues.this_after))

    def named(self, span: Span) -> bool:
        """Whether words before introduce a name and nothing goes on behind it."""
        if self.introduced(span.start):
            return True
        if not self._once("named", span.start, cues.named_before):
            return False
        return self.bounded_right(span.end) or bool(self.cue(span, "route"))

    def opened(self, start: int) -> bool:
        """Whether a phrase begins there or words stand before that a name follows."""
        begins = self.passage.gaps[start] == Gap.HARD
        return begins or bool(self._once("named", start, cues.named_before))

    def _once(self, what: str, index: int, ask: Callable[[str, int], int]) -> int:
        """What a cue says at a place, asked once for a passage."""
        if (what, index) not in self.answers:
            self.answers[what, index] = ask(self.passage.key, index)
        return self.answers[what, index]

    @property
    def _names(self) -> Iterator[Span]:
        yield from self.taken
        yield from self.likely

    def placed(self, span: Span) -> bool:
        """Whether words before say that a place follows, and nothing goes on behind it."""
        key = self.passage.key
        closed = self.bounded_right(span.end) or bool(self.cue(span, "place"))
        return closed and cues.place_before(key, span.start)

    def presented(self, span: Span) -> bool:
        """Whether the text asks for what stands there, and no more."""
        return self.bounded_right(span.end) and cues.presented(self.passage.key, span.start)

    def titled(self, span: Span) -> bool:
        """Whether capitals mark it as an English name, not only as the beginning."""
        return capitals.titled(self.passage, span.start, span.end)

    def goes_on_in_capitals(self, span: Span) -> bool:
        """Whether a capitalised English name seems to go on beside the span: Iron, Lotus."""
        before = self.follows_capitals(span)
        if before or any(other.start == span.end for other in self._names):
            return before
        return capitals.after(self.passage, span.start, span.end)

    def follows_capitals(self, span: Span) -> bool:
        """Whether a capitalised word, over "of the", stands before: Lord of Lanterns."""
        end = capitals.before(self.passage, span.start)
        return bool(end) and not any(other.end == end for other in self._names)

    def _parted(self, index: int) -> bool:
        passage = self.passage
        if passage.gaps[index]:
            return not (passage.latin_at(index - 1) and passage.latin_at(index)) or (
                passage.gaps[index] == Gap.HARD
            )
        return passage.latin_at(index - 1) != passage.latin_at(index)

    def _common(self, *starts: int, to: int) -> bool:
        """Whether a common word stands there that touches no other name."""
        key, gaps = self.passage.key, self.passage.gaps
        return any(
            start >= 0
            and to <= self.passage.length
            and is_common(key[start:to])
            and not any(gaps[start + 1 : to])
            and not any(name.overlaps(Span(start, to)) for name in self._names)
            for start in starts
        )

    def _lone_letter(self, index: int) -> bool:
        """A single letter or numeral sticks to the name before: 潮汐A, 月台2."""
        passage = self.passage
        return (
            0 < index < passage.length
            and not passage.gaps[index]
            and passage.latin_at(index)
            and not passage.latin_at(index - 1)
            and not passage.splits_word(index, index + 1)
            and not (passage.key[index].isdigit() and _COUNTS.match(passage.key, index + 1))
            and all(other.start != index for other in self.taken)
        )

    def _place_ends(self, index: int) -> bool:
        return any(place.end == index for place in self.places)

    def _grade_ends(self, index: int) -> bool:
        """Whether a grade stands before: "the 5.10c Refraction" names Refraction."""
        before = self.passage.key[max(0, index - 5) : index]
        return bool(self.passage.gaps[index] and _GRADE_END.search(before))

    def _unknown(self, index: int) -> bool:
        """Whether the character there is one that no word of questions ends or begins with."""
        passage = self.passage
        if index < 0 or passage.latin_at(index) or is_joining(passage.key[index]):
            return False
        return not passage.word_starts[index + 1] and not any(
            other.end == index + 1 for other in self._names
        )

    def _after_taken(self, start: int) -> bool:
        return any(other.end == start for other in self.taken)

    def _before_taken(self, end: int) -> bool:
        return any(other.start == end for other in self.taken)
