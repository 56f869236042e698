"""Whether the text means a name that is an ordinary word, a single character or a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.gazetteer import cues, slots
from knowledge.gazetteer.mentions import PLACES, Kind
from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.vocabulary import is_function_word
from knowledge.gazetteer.weakness import Weakness
from knowledge.text.folding import is_han

if TYPE_CHECKING:
    from knowledge.gazetteer.lexicon import Lexicon
    from knowledge.gazetteer.passage import Passage

_SHORT_QUESTION = 45
"""Characters up to which a property asked anywhere may be that of any name in the text."""
_PHRASE = 4
"""Chinese characters of a phrase that hardly stands in a question by chance."""
_CODE = re.compile(r"(?![vpw]\d+$)(?:[a-z]{1,3}\d{1,3}|[1-9]\d{0,2}[e-z])")
"""Letters and digits that are neither a grade nor a pitch, on the key."""
_GENERIC_GYM = re.compile("(?:室内)?(?:攀岩|抱石)[馆场]?|岩馆|climbing|bouldering|gym")
_WHERE_ONLY = re.compile("(?:这[条题线])?(?:在哪(?:[里边儿]|一?区|一?面墙?|一?个?岩场)?)?[呢咧]?")
_ROUND = frozenset("十百千万")
_JOINTS = ("还是", "以及", "还有", "或是", "和", "跟", "与", "及", "或", "比", "vs", "and", "or")
_GRADED = re.compile(r"(?:5\d{1,2}[a-d]?|v\d{1,2})的$")
_THAT = re.compile("的?[这那]一?[条题线首]$")
"""Before a name, on the key: 「5.10b 的早安」, and behind a place 「那條早安」."""
_THAN = ("是不是比", "是否比", "有没有比", "有比", "会比", "真的比")
"""Between a name and one that it is compared with, on the key."""
_AFTER_WHICH = re.compile("哪(?:一?[位个些条间种题])?$|什么$|几[位个颗条支间种]$|多少$")
"""「哪位岩友首攀的」 asks for a person, whatever a route is called; on the key."""
_LIES = re.compile("(?:应该|会|真的)?是?(?:位?在|位?于)")
"""Between a name and the place where it is said to lie, on the key."""
_ALSO = ("还有", "另外", "以及", "顺便", "顺便问", "然后")
"""What leads on to the next thing asked, on the key."""
_GENERIC_ENDS = ("路线", "区", "岩场")


def tiny_stands(span: Span, around: Surroundings, kinds: frozenset[Kind], level: Weakness) -> bool:
    """Whether one character, two letters or a number is meant as a name."""
    if "gym" in kinds and _tiny_gym(span, around):
        return True
    if level == Weakness.NUMBER:
        named = cues.introduced(around.passage.key, span.start) or _counted(span, around)
        return named or _numbered(span, around)
    if around.crossed(span) or around.glued_left(span.start):
        return False
    if kinds & set(PLACES) and (around.placed(span) or around.cue(span, "place")):
        return True
    if "route" not in kinds:
        return False
    alone = _of_the_place_before(span, around) or _all_that_is_asked(span, around)
    return alone or around.sure_route(span) or around.presented(span) or paired(span, around)


def coded_gym(span: Span, around: Surroundings) -> bool:
    """Whether letters with digits, K9 or A8, name a gym: something of gyms is asked anywhere."""
    key = around.passage.key
    if not _CODE.fullmatch(key[span.start : span.end]) or around.cue(span, "route"):
        return False
    return cues.gym_asked(key) or (
        around.bounded_left(span.start) and around.bounded_right(span.end)
    )


def _of_the_place_before(span: Span, around: Surroundings) -> bool:
    """Whether it ends a phrase as something of a place: 「黑角的鷹」, 「黑角的鷹和…」."""
    key, start = around.passage.key, span.start
    owned = key[start - 1 : start] == "的" and any(o.end == start - 1 for o in around.taken)
    return owned and (around.bounded_right(span.end) or bool(around.cue(span, "route")))


def _all_that_is_asked(span: Span, around: Surroundings) -> bool:
    """Whether a lone character is the whole question, or where it lies is: 「夢在哪裡」."""
    passage = around.passage
    begins = span.start == 0 or passage.key[: span.start] in ("那", "那么")
    whole = begins and _WHERE_ONLY.fullmatch(passage.key, span.end)
    lone = passage.tokens(span.start, span.end)[0].kind == "unknown"
    return bool(whole) and lone and is_han(passage.key[span.start])


def _tiny_gym(span: Span, around: Surroundings) -> bool:
    """Whether what one asks of a gym stands behind, or it is put beside another name."""
    key = around.passage.key
    generic = _GENERIC_GYM.match(key, span.end)
    if generic and _opens(span.start, around):
        return True
    led_to = _opens(span.start, around) or key.endswith(_ALSO, 0, span.start)
    if not (led_to or around.presented(span)):
        return False
    if around.cue(span, "gym"):
        return True
    compared = cues.compared(around.passage.key)
    return compared and (_joined_right(span, around) or _joined_left(span, around))


def words_stand(
    span: Span, around: Surroundings, lexicon: Lexicon, kinds: frozenset[Kind], level: Weakness
) -> bool:
    """Whether ordinary words are meant as a name."""
    key = around.passage.key
    if around.glued_left(span.start) or _another_word(span, around):
        return False
    if _AFTER_WHICH.search(key[: span.start]) or _of_something(span, around, level):
        return False
    return (
        ("gym" in kinds and cues.gym_talk(key) and not around.glued_right(span.end))
        or inside_place_before(span, around, lexicon, kinds)
        or (cued(span, around, kinds) and not _mere_speech(span, around))
        or ("route" in kinds and (paired(span, around) or _asked(span, around, level)))
        or ("route" in kinds and _said_of(span, around))
        or _speaks_as_name(span, around, lexicon, level)
        or ("route" in kinds and level == Weakness.WORDS and _among_latin(span, around.passage))
    )


def _of_something(span: Span, around: Surroundings, level: Weakness) -> bool:
    """Whether a term is asked of something that is no place of ours: 「鐵皮告白的完攀影片」."""
    key = around.passage.key
    owned = level == Weakness.TERM and key[span.start - 1 : span.start] == "的"
    return owned and not (around.bounded_left(span.start) or _pointed_at(span, around))


def _said_of(span: Span, around: Surroundings) -> bool:
    """Whether a sentence begins with it that says where it lies or what grade it has."""
    key = around.passage.key
    if not _opens(span.start, around):
        return False
    graded = key.startswith("是", span.end) and slots.grade_behind(key, span.end + 1)
    lies = _LIES.match(key, span.end)
    placed = lies is not None and any(place.start == lies.end() for place in around.places)
    return graded or placed


def _speaks_as_name(span: Span, around: Surroundings, lexicon: Lexicon, level: Weakness) -> bool:
    """Whether it stands alone, is presented or written with capitals."""
    if level == Weakness.TERM:
        if _as_recorded(span, around, lexicon) or _capital_alone(span, around, lexicon):
            return True
        return around.titled(span) and len(around.passage.tokens(span.start, span.end)) > 1
    if _stands_alone(span, around) or around.titled(span) or _as_recorded(span, around, lexicon):
        return True
    return around.presented(span) and _ends_phrase(span.end, around)


def _as_recorded(span: Span, around: Surroundings, lexicon: Lexicon) -> bool:
    """Whether several English words stand just as a record has them, capitals included."""
    passage = around.passage
    surface = passage.surface(span.start, span.end)
    known = _written(span, around, lexicon)
    inside = passage.gaps[span.start] != Gap.HARD and surface[:1].isupper()
    # a sentence begins with one capital, not with several: "…, Just Want to See the Sea or …"
    capitals = sum(word[:1].isupper() for word in surface.split()[1:])
    told = inside or capitals > 0 or bool(_SPOKEN_OF.match(passage.key, span.end))
    told = told or is_han(passage.key[span.end : span.end + 1] or " ")
    return told and " " in surface and surface in known


_SPOKEN_OF = re.compile("(?:is|was|lies)(?:in|at|on)|at|in|vs|versus|or|goesat")
"""Behind words at the beginning of a sentence that are spoken of: "Tide gate is in …"; by key."""


def _written(span: Span, around: Surroundings, lexicon: Lexicon) -> frozenset[str]:
    """How the records write the name, but for marks at its end: "Who's There?"."""
    found = lexicon.spellings(around.passage.key[span.start : span.end])
    return frozenset(spelling.name.strip(_MARKS) for spelling in found)


def _capital_alone(span: Span, around: Surroundings, lexicon: Lexicon) -> bool:
    """Whether one English word is written with a capital where only a name is: "is Kneebar hard".

    Not at the beginning, and not where another word around it has a capital too.
    """
    passage = around.passage
    surface = passage.surface(span.start, span.end)
    if passage.gaps[span.start] == Gap.HARD or surface not in _written(span, around, lexicon):
        return False
    written = surface[:1].isupper() and surface[1:].islower()
    return written and not around.goes_on_in_capitals(span)


_MARKS = "!?.…！？ "


def cued(span: Span, around: Surroundings, kinds: frozenset[Kind]) -> bool:
    """Whether words beside the span ask what one asks of something of these kinds."""
    if "route" in kinds and (around.sure_route(span) or around.cue(span, "route")):
        return True
    if kinds & set(PLACES) and (around.cue(span, "place") or around.placed(span)):
        return True
    return "gym" in kinds and bool(around.cue(span, "gym") or around.placed(span))


_COUNTED = re.compile(r"\d{1,3}号|[一二三四五六七八九十]{1,3}号")
_COUNTS_ELSE = re.compile("出口|店|馆|门|楼|公车|线(?!路)|车|以[前后]|到|开|晚|早|下午|上午|有开")


def _counted(span: Span, around: Surroundings) -> bool:
    """Whether 「12號」 is a route: behind its crag, or where a property of routes is asked."""
    passage, key = around.passage, around.passage.key
    if not _COUNTED.fullmatch(key[span.start : span.end]) or _COUNTS_ELSE.match(key, span.end):
        return False
    before = key[span.start - 1 : span.start]
    if before.isdigit() or before in "月第年":
        return bool(span.start == 0 and cues.property_asked(key))
    of_place = around.bounded_left(span.start) or any(
        span.start - other.end in (0, 1) for other in around.taken
    )
    asked = cues.property_asked(key) or cues.compared(key)
    return of_place or (asked and passage.length <= _SHORT_QUESTION)


def _numbered(span: Span, around: Surroundings) -> bool:
    """Whether a number is spoken of as a route: 「百這條」, 「想爬三十三這條」, 「五十一幾級」."""
    passage = around.passage
    asked = cues.asked_for(passage.key, span.start) or cues.climbed_by(passage.key, span.start)
    bounded = around.bounded_left(span.start) or around.presented(span) or asked
    if bounded and cues.this_after(passage.key, span.end):
        return True
    name = passage.key[span.start : span.end]
    if len(name) == 1:
        return False
    if passage.key in (f"那{name}呢", f"{name}呢", f"那{name}咧"):
        return True
    if not all(map(is_han, name)):
        said = passage.key.startswith("是", span.end) and cues.property_asked(passage.key)
        asked_of = (said or cues.numbered_after(passage.key, span.end)) and not _is_year(
            span, around
        )
        return (bounded and asked_of) or around.named(span) or paired(span, around)
    goes_on = name[-1] in _ROUND and passage.key[span.end : span.end + 1] in ("几", "多")
    if goes_on and not passage.gaps[span.end]:
        return False
    return (bounded and cues.numbered_after(passage.key, span.end)) or paired(span, around)


def _is_year(span: Span, around: Surroundings) -> bool:
    """Whether the number may be the year of what follows: 「2015 首攀的路線」."""
    key = around.passage.key
    year = re.fullmatch(r"(?:19\d|20[0-2])\d", key[span.start : span.end])
    return bool(year) and key.startswith(("首攀", "在"), span.end)


def paired(span: Span, around: Surroundings) -> bool:
    """Whether the question compares it with another name: 「右手和黑潮分別多長」."""
    passage = around.passage
    key = passage.key
    if passage.length > _SHORT_QUESTION or not (cues.property_asked(key) or cues.compared(key)):
        return False
    return (_joined_left(span, around) and _closes(span.end, around)) or (
        _joined_right(span, around) and _opens(span.start, around)
    )


def _another_word(span: Span, around: Surroundings) -> bool:
    """Whether the characters belong to another word, unless a property is asked of a long name."""
    long = span.end - span.start > 2
    return around.crossed(span) and not (long and around.cue(span, "route"))


def _mere_speech(span: Span, around: Surroundings) -> bool:
    """Whether it joins or asks rather than names, 「這條應該是幾級」, or another clause follows."""
    passage = around.passage
    if _opens(span.start, around) and passage.gaps[span.end] != Gap.HARD:
        return False
    if _pointed_at(span, around):
        return False
    words = passage.tokens(span.start, span.end)
    speech = all(word.kind == "function" for word in words)
    return speech and not around.said_to_be_this(span)


def _pointed_at(span: Span, around: Surroundings) -> bool:
    """Whether a grade, or a place and 那條, stand before: 「5.10b 的早安」."""
    before = around.passage.key[: span.start]
    that = _THAT.search(before)
    of_place = that is not None and any(other.end == that.start() for other in around.taken)
    return of_place or bool(_GRADED.search(before))


def _stands_alone(span: Span, around: Surroundings) -> bool:
    """Whether it is all that a phrase says, or says beside another name."""
    return around.bounded_left(span.start) and _ends_phrase(span.end, around)


def _ends_phrase(end: int, around: Surroundings) -> bool:
    """Whether a phrase ends there or a joining word leads on to another name."""
    touches = any(other.start == end for other in around.taken)
    return around.bounded_right(end) and (around.passage.gaps[end] == Gap.HARD or not touches)


def _joined_left(span: Span, around: Surroundings) -> bool:
    starts = [span.start] if around.passage.gaps[span.start] == Gap.HARD else []
    starts += [
        span.start - len(joint)
        for joint in _JOINTS
        if around.passage.key.endswith(joint, 0, span.start)
    ]
    return any(other.end in starts for other in _partners(around) if other.end <= span.start)


def _joined_right(span: Span, around: Surroundings) -> bool:
    ends = [
        span.end + len(joint)
        for joint in (*_JOINTS, *_THAN)
        if around.passage.key.startswith(joint, span.end)
    ]
    if around.passage.gaps[span.end] == Gap.HARD:
        ends.append(span.end)
    return any(other.start in ends for other in _partners(around))


def _partners(around: Surroundings) -> list[Span]:
    return [*around.taken, *around.likely]


def _opens(start: int, around: Surroundings) -> bool:
    """Whether a question may begin with the name that starts there."""
    hard = around.passage.gaps[start] == Gap.HARD
    return hard or cues.asked_for(around.passage.key, start) or around.bounded_left(start)


def _closes(end: int, around: Surroundings) -> bool:
    """Whether the question ends there, or goes on as one about names does."""
    hard = around.passage.gaps[end] == Gap.HARD
    return (
        hard or cues.goes_on(around.passage.key, end) or bool(around.cue(Span(end, end), "route"))
    )


def _asked(span: Span, around: Surroundings, level: Weakness) -> bool:
    """Whether a short question asks for a property of routes, and this is what it asks of."""
    passage = around.passage
    if passage.length > _SHORT_QUESTION or not cues.property_asked(passage.key):
        return False
    before = cues.climbed_by(passage.key, span.start)
    if before and (_closes(span.end, around) or bool(passage.gaps[span.end])):
        return True
    if level == Weakness.TERM and not _is_phrase(span, passage):
        return False
    if _spaced(span, passage) and not any(not span.overlaps(other) for other in around.taken):
        return True
    if not (_opens(span.start, around) and _closes(span.end, around)):
        return False
    return cues.asked_for(passage.key, span.start) or _is_phrase(span, passage)


def _spaced(span: Span, passage: Passage) -> bool:
    """Whether spaces or other marks set a Chinese name off in a text: 「who 首攀 右手?」."""
    apart = bool(passage.gaps[span.start] and passage.gaps[span.end])
    return apart and all(map(is_han, passage.key[span.start : span.end]))


_TELLING_HAN = 3


def _among_latin(span: Span, passage: Passage) -> bool:
    """Whether a Chinese name stands by itself among English words: "who bolted 夏夜筆記"."""
    name = passage.key[span.start : span.end]
    if len(name) < _TELLING_HAN or not all(map(is_han, name)):
        return False
    before = span.start > 0 and passage.latin_at(span.start - 1)
    behind = passage.latin_at(span.end)
    edges = (before or not span.start, behind or passage.gaps[span.end] == Gap.HARD)
    return (before or behind) and all(edges)


def _is_phrase(span: Span, passage: Passage) -> bool:
    """Whether several words make the name, at least two of them with a meaning of their own."""
    name = passage.key[span.start : span.end]
    if len(name) < _PHRASE or name.endswith(_GENERIC_ENDS):
        return False
    words = passage.tokens(span.start, span.end)
    telling = [w for w in words if not is_function_word(passage.key[w.start : w.end])]
    return len(words) > 1 and bool(telling)


def inside_place_before(
    span: Span, around: Surroundings, lexicon: Lexicon, kinds: frozenset[Kind]
) -> bool:
    """Whether a place stands directly before that holds a place of this name: 月牙灣北側."""
    if not kinds & {"area", "sector"} or not around.bounded_left(span.start):
        return False
    before = [other for other in around.taken if span.start - other.end in (0, 1)]
    inside = {
        place
        for spelling in lexicon.spellings(around.passage.key[span.start : span.end])
        for place in lexicon.entry(spelling.kind, spelling.id).within
    }
    return any(
        spelling.id in inside
        for other in before
        for spelling in lexicon.spellings(around.passage.key[other.start : other.end])
    )
