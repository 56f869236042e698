"""Names that stand in the text as recorded, told from plain words by what is around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.gazetteer import slots
from knowledge.gazetteer.mentions import PLACES, Kind
from knowledge.gazetteer.names import A_PART
from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.readings import GYM_TAIL
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.weak import (
    coded_gym,
    cued,
    inside_place_before,
    tiny_stands,
    words_stand,
)
from knowledge.gazetteer.weakness import Weakness, weakness
from knowledge.text import has_han

if TYPE_CHECKING:
    from knowledge.gazetteer.lexicon import Lexicon
    from knowledge.gazetteer.passage import Passage

_MAX_PASSES = 3
_OTHER_TAIL = re.compile(f"{GYM_TAIL.pattern}|岩场|岩区|岩壁|区(?!别|分|隔)|墙(?!上)")
_PAIR = re.compile("[^a-z0-9][和跟与比][^a-z0-9](?:哪[个条一题]|谁|比较|差)")
"""Two single characters that are compared, on the key."""
_SPEAKS_FOR_ITSELF = 4
"""Characters of a Chinese name that stays a name whatever is written next to it."""


def find_exact(passage: Passage, lexicon: Lexicon) -> list[Span]:
    """The spans of names, longest first choice, none overlapping, in the order of the text."""
    waiting = [
        Span(start, end)
        for start, end in lexicon.occurrences(passage.key)
        if not passage.splits_word(start, end)
    ]
    waiting.sort(key=lambda span: (span.start - span.end, span.start))
    around = Surroundings(
        passage,
        likely=[
            span for span in waiting if span.end - span.start > 1 or _put_beside(span, passage)
        ],
        places=frozenset(span for span in waiting if _may_be_place(span, passage, lexicon)),
    )
    for _ in range(_MAX_PASSES):
        # a name found makes its neighbours likelier: 「左手和黑潮哪條難」
        refused = []
        for span in waiting:
            if around.free(span) and accepted(span, around, lexicon):
                around.taken.append(span)
            else:
                refused.append(span)
        if len(refused) == len(waiting):
            break
        waiting = [span for span in refused if around.free(span)]
    return sorted(around.taken, key=lambda span: span.start)


def accepted(span: Span, around: Surroundings, lexicon: Lexicon) -> bool:
    """Whether the text means a name there."""
    passage = around.passage
    kinds = _kinds(passage.key[span.start : span.end], lexicon)
    if around.exactly_quoted(span) or ("gym" in kinds and coded_gym(span, around)):
        return True
    broken = passage.broken(span.start, span.end) and span.end - span.start < _SPEAKS_FOR_ITSELF
    if (
        broken
        or _begins_another_name(span, around, kinds)
        or _spoken_of_otherwise(span, around, lexicon)
        or (around.part_of_quoted_name(span) and "crag" not in kinds)
    ):
        return False
    if around.follows_capitals(span) and not kinds & {"crag", "gym"}:
        return False
    level = weakness(passage, span.start, span.end)
    if "gym" in kinds and _called_a_gym(span, passage):
        level = Weakness.STRONG
    if level < Weakness.TINY and inside_place_before(span, around, lexicon, kinds):
        return not _variant_follows(span, around)
    if "crag" in kinds:
        level = min(level, Weakness.SHORT)
    return _stands(span, around, lexicon, kinds, level)


def _stands(
    span: Span, around: Surroundings, lexicon: Lexicon, kinds: frozenset[Kind], level: Weakness
) -> bool:
    if level >= Weakness.TINY:
        return tiny_stands(span, around, kinds, level)
    if level >= Weakness.WORDS:
        return words_stand(span, around, lexicon, kinds, level)
    stands = _short_stands if level == Weakness.SHORT else _strong_stands
    return stands(span, around, kinds)


def _called_a_gym(span: Span, passage: Passage) -> bool:
    """Whether the name says itself that it is a gym's: 今天攀岩館."""
    tail = GYM_TAIL.search(passage.key, span.start, span.end)
    whole = tail is not None and span.start < tail.start() and tail.end() == span.end
    return whole and span.end - span.start >= _SPEAKS_FOR_ITSELF


def _short_stands(span: Span, around: Surroundings, kinds: frozenset[Kind]) -> bool:
    if around.crossed(span) or around.glued_left(span.start):
        return False
    asked = "crag" in kinds or cued(span, around, kinds) or _has_something(span, around, kinds)
    return asked or not around.glued_right(span.end)


def _has_something(span: Span, around: Surroundings, kinds: frozenset[Kind]) -> bool:
    """Whether 的 follows a place: 「螢火牆的極限」 is something of it and no longer name."""
    return bool(kinds & set(PLACES)) and around.passage.key[span.end : span.end + 1] == "的"


def _strong_stands(span: Span, around: Surroundings, kinds: frozenset[Kind]) -> bool:
    if around.crossed(span) and not (cued(span, around, kinds) or around.put_at(span.end)):
        return False
    name = around.passage.key[span.start : span.end]
    if not has_han(name):
        lone = len(around.passage.tokens(span.start, span.end)) == 1
        piece = (
            lone and (around.glued_left(span.start) or around.glued_right(span.end))
        ) or around.goes_on_in_capitals(span)
        asked = around.cue(span, "route") or _graded(span, around)
        return bool(asked) or not piece or bool(kinds & {"crag", "gym"})
    if len(name) < _SPEAKS_FOR_ITSELF:
        asked = "crag" in kinds or cued(span, around, kinds)
        asked = asked or _has_something(span, around, kinds)
        return not (
            (around.glued_left(span.start) and "crag" not in kinds)
            or (around.glued_right(span.end) and not asked)
        )
    return not _variant_follows(span, around)


def _graded(span: Span, around: Surroundings) -> bool:
    """Whether a grade stands behind, parted by a space: "is Foghorn 5.12a"."""
    passage = around.passage
    return passage.gaps[span.end] == Gap.SOFT and slots.grade_behind(passage.key, span.end)


def _variant_follows(span: Span, around: Surroundings) -> bool:
    """「…二」 or 「…右」 and then an end or a cue: another route of that family."""
    if not around.glued_right(span.end):
        return False
    following = Span(span.end, span.end + 1)
    if (
        around.passage.key[span.end]
        not in "一二三四五六七八九十左右上下东西南北甲乙丙丁abcdefg123456789"
    ):
        return False
    return around.bounded_right(following.end) or bool(around.cue(following, "route"))


def _spoken_of_otherwise(span: Span, around: Surroundings, lexicon: Lexicon) -> bool:
    """Whether a mere part of a place's name stands where a route is asked for."""
    found = lexicon.spellings(around.passage.key[span.start : span.end])
    part = all(spelling.tier >= A_PART and spelling.kind in PLACES for spelling in found)
    return part and not around.cue(span, "place") and bool(around.cue(span, "route"))


def _begins_another_name(span: Span, around: Surroundings, kinds: frozenset[Kind]) -> bool:
    """Whether a word follows that makes a route's name that of a gym or place: 黑潮岩館."""
    passage = around.passage
    if passage.gaps[span.end] == Gap.HARD or kinds & {"crag", "gym"}:
        return False
    tail = GYM_TAIL if kinds & set(PLACES) else _OTHER_TAIL
    match = tail.match(passage.key, span.end)
    return bool(match) and around.free(Span(span.end, match.end() if match else span.end))


def _may_be_place(span: Span, passage: Passage, lexicon: Lexicon) -> bool:
    kinds = _kinds(passage.key[span.start : span.end], lexicon)
    return bool(kinds & {*PLACES, "gym"})


def _put_beside(span: Span, passage: Passage) -> bool:
    """Whether a single character is compared with another one: 「貓跟狗哪個難」."""
    key, following = passage.key, _PAIR.match(passage.key, span.start)
    first = following is not None and passage.gaps[span.start] == Gap.HARD
    before = _PAIR.match(key, span.start - 2) if span.start >= 2 else None
    second = before is not None and passage.gaps[span.start - 2] == Gap.HARD
    return first or second


def _kinds(name_key: str, lexicon: Lexicon) -> frozenset[Kind]:
    return frozenset(spelling.kind for spelling in lexicon.spellings(name_key))
