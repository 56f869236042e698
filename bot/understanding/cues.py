"""Cues: what a question asks for, what it is about, and whether it wants a verdict on safety."""

from __future__ import annotations

import re

from bot.understanding import words

_WHICH = "哪几"


_TO_ME = re.compile(
    "(?:给|传|帮)(?:下)?我(?=一?[份个张]?(?:清单|名单|列表)|[^我加放记排写删，。]{1,12}的(?:清单|名单|列表))"
)
"""「傳給我清單」 asks for a list, and for none that is one's own; on the key."""


def speaks_of_own_log(plain: str) -> bool:
    """Whether the whole question, names included, is about somebody's log: 「畫我的金字塔」."""
    told = _TO_ME.sub("", plain)
    return any(
        meaning.name == "personal" and meaning.chinese.search(told)
        for meaning in words.table("domains")
    )


def find_cues(folded: str, lower: str) -> frozenset[str]:
    """Names of all cues in a question, from the tables ``intents``, ``safety`` and ``domains``."""
    found = frozenset(
        cue for name in ("intents", "safety") for cue in words.find(name, folded, lower)
    ) | frozenset(words.find("domains", _TO_ME.sub("", folded), lower))
    if _WHICH in folded and "count" not in words.find("intents", folded.replace(_WHICH, ""), lower):
        # 「哪幾間」 asks for names, not for a number
        return found - {"count"}
    return found
