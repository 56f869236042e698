"""What words that must be a name mean after all: a recorded one, a slip of it, or one within them.

That they are a name is known from elsewhere, so that they are read as if they were quoted. Words
that only lead on to a place, 「好奇餐桌」 or 「餐桌照」, are no part of what it is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.gazetteer.mentions import PLACES
from knowledge.gazetteer.names import A_PART
from knowledge.gazetteer.similar import TELLING
from knowledge.gazetteer.vocabulary import is_common, is_function_word, is_joining, is_place_word
from knowledge.gazetteer.weakness import Weakness, weakness
from knowledge.text import key
from knowledge.text.folding import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.gazetteer.lexicon import Lexicon
    from knowledge.gazetteer.mentions import NameMention
    from knowledge.gazetteer.passage import Passage

_SURE = frozenset({"exact", "english", "alias", "old"})
_SLIPS = frozenset({"typo", "homophone"})
_MOST = 0.7
"""Share of a name that has to stand there when only a piece of it does."""
_LEADS_ON = 2
"""Characters before the name of a place that may be any verb."""
_LONG_NAME = 4
_OF_ANOTHER = re.compile("[店馆区岩壁墙洞面场线路条]")
"""Characters behind a name that make another one of it, on the key."""


def means_it(mention: NameMention, wholes: Iterable[str]) -> bool:
    """Whether a reading of the words as a quotation may be believed.

    Args:
        mention: The reading.
        wholes: Keys of the names of which the words are a piece.
    """
    if mention.how in _SURE:
        return True
    if mention.how in _SLIPS:
        return len(mention.ids) == 1
    told = len(key(mention.surface))
    most = min(map(len, wholes), default=told)
    return len(mention.ids) == 1 and not mention.runners_up and told >= _MOST * most


def names_within(
    passage: Passage, start: int, end: int, lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The recorded names with which the words begin or end, the rest being plain; longest first."""
    spans = [
        (first, last)
        for first, last in lexicon.occurrences(passage.key)
        if start <= first
        and last <= end
        and (first, last) != (start, end)
        and last - first > 1
        and (first == start or last == end)
    ]
    for first, last in sorted(spans, key=lambda span: span[0] - span[1]):
        kinds = {s.kind for s in lexicon.spellings(passage.key[first:last]) if s.tier < A_PART}
        gym = "gym" in kinds and last - first >= _LONG_NAME
        telling = weakness(passage, first, last) <= Weakness.SHORT
        place = gym or bool(kinds & set(PLACES) and telling)
        if not kinds - {"gym"} and not gym:
            continue
        rest = passage.key[start:first] or passage.key[last:end]
        if _leads_on(rest, before=first > start, place=place, gym=gym):
            yield first, last


def _leads_on(rest: str, *, before: bool, place: bool, gym: bool) -> bool:
    """Whether what stands beside a name is plain speech."""
    if not all(map(is_han, rest)) or any(character in TELLING for character in rest):
        return False
    if not before and _OF_ANOTHER.search(rest):
        return False
    if gym and is_place_word(rest):
        return False
    if is_common(rest) or is_function_word(rest):
        return True
    if not place:
        return False
    return len(rest) == 1 or (before and (len(rest) <= _LEADS_ON or _ends_plainly(rest)))


def _ends_plainly(rest: str) -> bool:
    return is_joining(rest[-1])
