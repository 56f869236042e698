"""Why a place is closed, said though nothing says so: "closed for route resetting". Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHUT: Final = re.compile(
    r"公休|休館|店休|暫停|不開|沒開|關閉|封閉|\b(?:clos(?:ed?|es|ing|ure)|shuts?)\b", re.IGNORECASE
)
_PURPOSES: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"換線|定線|\broute[ -]?(?:re)?setting\b|\bresett?ing\b",
        r"地墊|換墊|\bmats?\b|\bflooring\b",
        r"清潔|打掃|消毒|\bclean\w*\b|\bdisinfect\w*\b",
        r"整修|裝修|維修|施工|\brenovat\w*\b|\brepairs?\b|\bconstruction\b|\bmaintenance\b",
        r"比賽|賽事|\bcompetitions?\b|\bcontests?\b",
        r"過年|春節|尾牙|員工旅遊|\bnew year\b|\bstaff (?:trip|party)\b",
        r"颱風|停電|\btyphoons?\b|\bpower (?:cut|outage)\b",
        r"包場|\bprivate events?\b",
    )
)


def other_purposes(text: str, known: str) -> Iterator[str]:
    """The reasons for closing of a text of which nothing known speaks, in either language.

    Args:
        text: What is to be said.
        known: The records, the rendered answer and the question.
    """
    for clause in CLAUSE.split(text):
        if not _SHUT.search(clause):
            continue
        for words in _PURPOSES:
            said = words.search(clause)
            if said and not words.search(known):
                yield said[0]
