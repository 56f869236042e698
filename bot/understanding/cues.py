"""Cues: what a question asks for, what it is about, and whether it wants a verdict on safety."""

from __future__ import annotations

from bot.understanding import words

_WHICH = "哪几"


def speaks_of_own_log(plain: str) -> bool:
    """Whether the whole question, names included, is about somebody's log: 「畫我的金字塔」."""
    return any(
        meaning.name == "personal" and meaning.chinese.search(plain)
        for meaning in words.table("domains")
    )


def find_cues(folded: str, lower: str) -> frozenset[str]:
    """Names of all cues in a question, from the tables ``intents``, ``safety`` and ``domains``."""
    found = frozenset(
        cue for name in ("intents", "safety", "domains") for cue in words.find(name, folded, lower)
    )
    if _WHICH in folded and "count" not in words.find("intents", folded.replace(_WHICH, ""), lower):
        # 「哪幾間」 asks for names, not for a number
        return found - {"count"}
    return found
