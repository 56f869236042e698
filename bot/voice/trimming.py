"""A sentence without the clauses that do not hold: a flourish must not cost the answer."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.voice.untold import Lost

_CUT: Final = re.compile(r"(?<=[，；])|(?<=[,;])(?=\s)")
"""Where a clause ends; not at 「、」, for an enumeration without one of its items is another."""
_END: Final = re.compile(r"[。！？!?.]*[」』）)】\"]*\s*$")
_LEANS: Final = re.compile(
    r"^\s*(?:但是?|不過|可是|而且?|所以|因此|因為|並且|然後|也就是說|另外"
    r"|(?:but|and|so|because|though|which|or|then)\b)[，, ]*",
    re.IGNORECASE,
)
"""What joins a clause to the one before it."""


def trimmed(sentence: str, holds: Callable[[str, str, Lost], bool]) -> str:
    """What is left of a sentence when only its clauses that hold are said; empty for nothing.

    Args:
        sentence: A sentence that does not hold, with its closing mark.
        holds: Whether words may be said after what stands before them in the sentence, and what is
            lost when they are not. Each clause is asked for alone, and what is left as a whole, so
            leaving out can never say more than was judged.
    """
    clauses = [one for one in _CUT.split(sentence) if one.strip()]
    starts = list(accumulate(map(len, clauses), initial=0))
    placed = [(one, "".join(clauses)[:at]) for one, at in zip(clauses, starts, strict=False)]
    lost: tuple[Lost, ...] = ("clause", "sentence")
    for which in lost:
        kept = [one for one, before in placed if holds(_bare(one), before, which)]
        if kept:
            break
    if not kept or len(kept) == len(clauses):
        return ""
    left = _joined(kept, clauses)
    return left if holds(left, "", "sentence") else ""


def _joined(kept: list[str], clauses: list[str]) -> str:
    """The clauses as one sentence, which begins on its own and ends as the whole one did."""
    first = kept[0] if kept[0] is clauses[0] else _LEANS.sub("", kept[0])
    first = first.lstrip()
    text = "".join([first[:1].upper() + first[1:], *kept[1:]])
    end = _END.search(clauses[-1])
    lead = re.match(r"\s*", clauses[0])
    return f"{lead[0] if lead else ''}{_bare(text)}{end[0] if end else ''}"


def _bare(clause: str) -> str:
    return re.sub(r"[，；,;\s]+$", "", _END.sub("", clause))
