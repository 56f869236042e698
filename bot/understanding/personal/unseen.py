"""Climbs of the catalogue whose names are ordinary words, or stand where nobody would see them.

The gazetteer leaves such names to be words. Who tells of climbing means the climb:
「今天鯨鬚飛了兩次」, "toproped Refraction clean".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.examples.wanted import is_word
from bot.understanding.personal import slots
from bot.understanding.personal.filters import mostly_words
from bot.understanding.personal.names import LOG_WORDS
from bot.understanding.personal.scanning import BLANK, fold, pattern
from knowledge.gazetteer import NameMention
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.personal.names import RouteNames
    from knowledge.gazetteer import Gazetteer

_SURELY_HAN, _SURELY_LATIN = 3, 4
"""Characters from which a name is one although the examples know its words."""
_BEFORE_NAME = pattern(r"(?:改成|改為|換成|更正為|應該是|其實是|不是|是|把|\x00的?[跟和、])\s?$")
_WORDS = pattern(
    r"終於|總算|直接|今天|昨天|前天|一起|可惜|好爽|開心|第一次|最後|剛剛|剛才|前面|後面|中間|休息|放棄|難關|"
    r"手感|天氣|朋友|回家|下班|熱身|收工|備註"
)


def unseen(
    text: str, free: str, names: RouteNames, gazetteer: Gazetteer
) -> tuple[NameMention, ...]:
    """The climbs of a text that nobody has seen in it, the longest name first where they overlap.

    Args:
        text: The text as written.
        free: The folded text with everything that is claimed blank.
        names: Names of the catalogue's routes.
        gazetteer: Where spellings are looked up.
    """
    spans = sorted(gazetteer.spelt(text), key=lambda span: (span[0] - span[1], span[0]))
    found: list[NameMention] = []
    for start, end in spans:
        words = text[start:end]
        taken = BLANK in free[start:end] or any(
            start < one.end and one.start < end for one in found
        )
        ids = () if taken else names.ids(words)
        if ids and (_may_be(text, start, words) or _BEFORE_NAME.search(free[:start])):
            found.append(NameMention(start, end, words, "route", ids, how="exact"))
    return tuple(sorted(found, key=lambda one: one.start))


def _may_be(text: str, start: int, words: str) -> bool:
    """Whether the words are likelier a name than what they say."""
    folded = fold(words)
    if key(words) in LOG_WORDS or _WORDS.fullmatch(folded):
        return False
    if mostly_words(words) and (words.isascii() or len(words) <= _SURELY_HAN):
        return False
    if any((one.start, one.end) == (0, len(folded)) for one in slots.results(folded)):
        return False
    if not words.isascii():
        return len(words) >= _SURELY_HAN or not is_word(words)
    if len(words) < _SURELY_LATIN or not text[start].isupper():
        return False
    first = not re.search(r"\w", text[:start])
    several = bool(re.search(r"\w\W+\w", words))
    return several or not (first or is_word(folded))
