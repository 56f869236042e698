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
    from knowledge.gazetteer.names import Spelling

_SHOP = re.compile("分店|分馆|(?<![公商])店|(?<![休开闭停])馆")
"""Behind a town; 「元旦休館」 is no branch."""
_LONGEST_TOWN = 4
_BESIDE = re.compile("和|跟|与|及|还是|或|vs|比")


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
    return [*settled, *_second_branches(settled, around, lexicon)], missing


def _second_branches(found: list[Found], around: Surroundings, lexicon: Lexicon) -> list[Found]:
    """Branches that only their town names, put beside one of the same brand: 「X 東門和柳橋」."""
    passage = around.passage
    beside: list[Found] = []
    for each in found:
        joint = _BESIDE.match(passage.key, each.span.end)
        if joint is None or any(spelling.kind != "gym" for spelling in each.spellings):
            continue
        for end in range(min(joint.end() + _LONGEST_TOWN, passage.length), joint.end() + 1, -1):
            span = Span(joint.end(), end)
            other = _of_brand(each, passage.key[span.start : end], passage.key, lexicon)
            if other and not any(span.overlaps(one.span) for one in found):
                beside.append(Found(span, other, (), "alias", each.score))
                break
    return beside


def _of_brand(found: Found, town: str, text: str, lexicon: Lexicon) -> tuple[Spelling, ...]:
    """The other gyms whose name is the brand of the one found and this town."""
    named = text[found.span.start : found.span.end]
    own = {spelling.id for spelling in found.spellings}
    for size in range(len(named) - 1, 0, -1):
        spelt = lexicon.spellings(named[:size] + town)
        others = tuple(s for s in spelt if s.kind == "gym" and s.id not in own)
        if others:
            return others
    return ()


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
