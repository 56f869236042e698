"""A second look at a question about one thing in which no name was found: 「有沒有門神的影片」.

A property of a route, or a grade, is asked; so something must be named. A recorded name counts
now when all that stands beside it are ordinary words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.gazetteer import cues, slots
from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.surroundings import Span
from knowledge.gazetteer.unknown import find_unknown
from knowledge.gazetteer.weakness import Weakness, weakness

if TYPE_CHECKING:
    from knowledge.gazetteer.lexicon import Lexicon
    from knowledge.gazetteer.mentions import UnknownName
    from knowledge.gazetteer.passage import Passage
    from knowledge.gazetteer.surroundings import Surroundings

_THEN = re.compile("(?:那么?|啊那|还有)(?P<name>.{4,})[呢咧]")
"""「那…呢」 names what it asks for, on the key."""
_ASKS = re.compile(
    "形容|描述|介绍|资料|影片|视频|拍|怎么|什么|多少|几|谁|哪|地址|电话|票|故事|查|名字|推荐|比|howhard|howlong|who|when|where|which|howmany|goesat|rundown|isa|isnt"
    "|tellme|what"
)
_SAID = re.compile("[說说講讲問问叫]$")
_TITLE = re.compile(
    r"[A-Z0-9][\w'’-]*(?: (?:of|the|and|in|on|to|a|for))*(?: [A-Z0-9][\w'’-]*(?: (?:of|the|and))*)+"
)
"""Several words in capitals."""
_LONGEST = 300
"""Characters of a key up to which it is looked at again."""
_OPENS = 4
"""Characters of a name of ordinary words that may open a question."""


def find_again(around: Surroundings, lexicon: Lexicon) -> list[Span]:
    """The longest name that the text must mean, in a list; empty when nothing must be meant."""
    passage = around.passage
    if passage.length > _LONGEST:
        return []
    then = _THEN.fullmatch(passage.key)
    asked = (
        cues.property_asked(passage.key)
        or _ASKS.search(passage.key)
        or any(slots.grade_behind(passage.key, place) for place in range(passage.length))
    )
    spans = [
        Span(start, end)
        for start, end in lexicon.occurrences(passage.key)
        if end - start > 1 and not passage.splits_word(start, end)
    ]
    unknown = find_unknown(around) if spans else []
    for span in sorted(spans, key=lambda each: (each.start - each.end, each.start)):
        if then is not None and (span.start, span.end) == then.span("name"):
            return [span]
        place = passage.place(span.start, span.end)
        longer = any(_goes_beyond(name, place, passage.text) for name in unknown)
        if asked and not longer and _stands(span, passage):
            return [span]
    return []


def _goes_beyond(name: UnknownName, place: tuple[int, int], text: str) -> bool:
    """Whether an unknown name holds the recorded one, or is of another kind: 「霹靂岩館」."""
    if name.end <= place[0] or place[1] <= name.start:
        return False
    if (name.start, name.end) == place:
        return name.kind in {"gym", "crag"}
    return not (name.end == place[1] and _SAID.search(text[name.start : place[0]]))


def _stands(span: Span, passage: Passage) -> bool:
    if passage.broken(span.start, span.end):
        return False
    start = max(i for i in range(span.start + 1) if i == 0 or passage.gaps[i] == Gap.HARD)
    end = min(i for i in range(span.end, passage.length + 1) if passage.gaps[i] == Gap.HARD)
    level = weakness(passage, span.start, span.end)
    if level <= Weakness.WORDS and _TITLE.fullmatch(passage.surface(span.start, span.end)):
        return passage.key[span.start : span.end] != passage.key
    opens = span.start == start and span.end - span.start >= _OPENS
    if opens and passage.key[span.end : span.end + 1] == "是":
        opens = level <= Weakness.WORDS or slots.grade_behind(passage.key, span.end + 1)
        level = min(level, Weakness.WORDS) if opens else level
    if level > (Weakness.WORDS if opens else Weakness.SHORT):
        return False
    beside = (*passage.tokens(start, span.start)[-1:], *passage.tokens(span.end, end)[:1])
    return all(token.kind != "unknown" for token in beside)
