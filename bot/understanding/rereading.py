"""A few words within a dialogue, read once more: they name what only the talk makes a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.understanding.followup import Context
    from bot.understanding.reading import Reading

    Again = Callable[[str], Reading]

_SAID_IN_CHINESE = frozenset({"bolt", "bolts", "anchor", "beta", "fa", "topo", "crux"})
"""English words that Chinese sentences use: 「bolt？」 asks for no English."""
_LETTER = re.compile(r"[a-z\u3400-\u9fff]", re.IGNORECASE)


def in_dialogue(reading: Reading, context: Context, again: Again) -> Reading:
    """The reading of a message that is put within a dialogue, in the language of that.

    Args:
        reading: The message read for itself.
        context: The turn before.
        again: Reads a text the way that the message was read.
    """
    if not reading.names:
        reading = _of_that_sort(reading, context, again) or _called_alone(reading, context, again)
    before = context.query.language
    few = not _LETTER.search(reading.lower) or reading.plain in _SAID_IN_CHINESE
    if few or (before == "en" and not has_han(reading.text)):
        # 「Long Dong?」 is asked in the language of the question before
        return replace(reading, language=before)
    return reading


_CALLED = re.compile(
    r"(?P<head>那麼|那|還有|还有|and |what about |how about )?\s*"
    r"(?P<name>[^\s，,。？?「」](?:[^，,。？?「」]{0,10}?[^\s，,。？?「」])??)(?P<tail>的?呢)?[？?\s~～!！]*",
    re.IGNORECASE,
)
_SURE = frozenset({"exact", "alias", "old", "english"})


def _called_alone(reading: Reading, context: Context, again: Again) -> Reading:
    """「休息呢」 after a route: a name that is an ordinary word, or 「南港呢」 a branch."""
    told = _CALLED.fullmatch(reading.text.strip())
    if told is None or not (told["head"] or told["tail"]):
        return reading
    meant = again(f"「{told['name']}」呢")
    if _is_just(told["name"], meant) and meant.names[0].how in _SURE:
        return replace(meant, language=reading.language)
    if context.query.gyms:
        branch = again(f"{told['name']}店呢")
        if _is_just(f"{told['name']}店", branch) and branch.names[0].kind == "gym":
            return replace(branch, language=reading.language)
    return reading


def _is_just(surface: str, reading: Reading) -> bool:
    return len(reading.names) == 1 and key(reading.names[0].surface) == key(surface)


_SORT = re.compile(
    r"(?:不是[，,\s]*)?我?(?:是|要|想|就)?(?:[說说問问講讲指找]的?是?)"
    r"(?:(?P<route>路線|路线|線|线)|(?P<area>岩場|岩场|區域|区域|區|区|牆|墙))(?:那個|那个|那條|那条|的|啦|喔|哦|啊)*"
    r"[。!！~～\s]*"
    r"|i meant?(?: the)? (?:(?P<climb>route|climb|line)|(?P<wall>area|wall|crag))\W*",
    re.IGNORECASE,
)


def _of_that_sort(reading: Reading, context: Context, again: Again) -> Reading | None:
    """「我問路線啦」 after a name that a route and an area bear: the one of that sort."""
    told = _SORT.fullmatch(reading.text.strip())
    named = (*context.query.places, *context.query.routes)
    if told is None or not named or not named[-1].surface:
        return None
    name = named[-1].surface
    line = bool(told["route"] or told["climb"])
    meant = again(f"「{name}」這條路線" if line else f"「{name}」這一區有什麼")
    kinds = {"route"} if line else {"crag", "area", "sector"}
    sure = _is_just(name, meant) and meant.names[0].kind in kinds
    return replace(meant, language=reading.language) if sure else None
