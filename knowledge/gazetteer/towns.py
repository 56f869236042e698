"""Branches of gyms that are named by brand and town: 「磐石台中」, 「磐石高雄店」.

The town picks the branch that lies there; a branch that no gym has makes the whole an unknown name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.gazetteer.passage import Gap
from knowledge.gazetteer.readings import GYM_TAIL, Found
from knowledge.gazetteer.surroundings import Span, Surroundings
from knowledge.gazetteer.vocabulary import is_place_word

if TYPE_CHECKING:
    from knowledge.gazetteer.lexicon import Lexicon

_SHOP = re.compile("分店|分馆|(?<![公商])店|(?<![休开闭停])馆")
"""Behind a town; 「元旦休館」 is no branch."""
_LONGEST_TOWN = 4


def settle_branches(
    found: list[Found], around: Surroundings, lexicon: Lexicon
) -> tuple[list[Found], list[Span]]:
    """The names with branches chosen by town, and the spans of branches that do not exist."""
    settled: list[Found] = []
    missing: list[Span] = []
    for each in found:
        branch = _branch(each, around)
        if branch is None or any(span.overlaps(each.span) for span in missing):
            settled.append(each)
            continue
        town, end = branch
        span = Span(each.span.start, end)
        there = tuple(s for s in each.spellings if town in lexicon.entry(s.kind, s.id).within)
        if there:
            settled.append(Found(span, there, (), each.how, each.score))
        else:
            missing.append(span)
    return settled, missing


def _branch(found: Found, around: Surroundings) -> tuple[str, int] | None:
    """Town directly behind a gym's name and where it ends, 店 included."""
    if any(spelling.kind != "gym" for spelling in found.spellings):
        return None
    passage, start = around.passage, found.span.end
    if GYM_TAIL.match(passage.key, start):
        return None
    for end in range(min(start + _LONGEST_TOWN, passage.length), start, -1):
        town = passage.key[start:end]
        if not around.free(Span(start, end)) or Gap.HARD in passage.gaps[start : end + 1][:-1]:
            continue
        shop = _SHOP.match(passage.key, end)
        plain = passage.tokens(start, end)
        named = len(town) > 1 and all(token.kind != "function" for token in plain)
        if named and shop and around.free(Span(start, shop.end())):
            return town, shop.end()
        if is_place_word(town):
            return town, end
    return None
