"""What a post is about: a gym, crag, area or route of the catalogue, or several to choose from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.gazetteer import Gazetteer, NameMention
    from knowledge.schema import NoticeKind

MAX_READ = 1_000
"""Characters in which names are sought."""
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])")
"""Between a name and what follows it without a space: 「浮島A牆」."""
_INDOORS = frozenset({"reset", "price", "event", "hours"})
_OUTDOORS = frozenset({"hardware", "access"})


def find_subjects(
    title: str, text: str, gazetteer: Gazetteer, kinds: Sequence[NoticeKind]
) -> tuple[str, ...]:
    """Ids of what the post may be about: one when it is sure, several when it is not.

    Names in the title count before names in the body; an area before the crag that holds it.
    """
    shown = text[:MAX_READ]
    for part in (title, _SPACED.sub(" ", title), shown, _SPACED.sub(" ", shown)):
        mentions = [each for each in gazetteer.link(part).mentions if each.how != "typo"]
        ids = _narrowest(_fitting(mentions, kinds))
        if ids:
            return ids
    return ()


def _fitting(mentions: Sequence[NameMention], kinds: Sequence[NoticeKind]) -> list[NameMention]:
    """Gyms for what only gyms announce, places for what only places do; else whatever there is."""
    main = kinds[0] if kinds else ""
    gyms = [each for each in mentions if each.kind == "gym"]
    places = [each for each in mentions if each.kind != "gym"]
    if main in _INDOORS and gyms:
        return gyms
    if main in _OUTDOORS and places:
        return places
    return gyms or places


def _narrowest(mentions: Sequence[NameMention]) -> tuple[str, ...]:
    """The ids without those of places that hold another one that is named."""
    ids = list(dict.fromkeys(each for mention in mentions for each in mention.ids))
    return tuple(each for each in ids if not any(other.startswith(f"{each}/") for other in ids))
