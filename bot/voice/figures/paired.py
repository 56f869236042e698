"""Whether what an answer pairs one by one stays paired: "Germany UIAA, Australia Ewbank". Pure.

Read are runs of short items, each some subjects and a value: 「台灣用優勝美地，德國用 UIAA」. A
subject of one item right before the value of another, with nothing but a verb between, is no pair.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LINE: Final = re.compile(r"[\n。;；]|\.(?=\s|$)")
_ITEM: Final = re.compile(
    r"^(?:[A-Z][a-z]+: )?(?P<subjects>(?:much of )?(?:the )?[A-Z][a-z]+"
    r"(?:(?: and |, | and the )(?:the )?[A-Z]\w+)*)"
    r"(?: (?:uses?|has|is|are|have))? (?P<value>[A-Z][\w ]{1,20}?)(?: \([^()]*\))?$"
)
_TURNED: Final = re.compile(
    r"^(?:[A-Z][a-z]+: )?(?P<value>[A-Za-z][\w ]{0,20}?)(?: \([^()]*\))? in "
    r"(?P<subjects>(?:the )?[A-Z][a-z]+(?: and (?:the )?[A-Z]\w+)*)$"
)
"""An item the other way round: "V in Taiwan and the US"."""
_AND: Final = re.compile(r",? and (?:the )?|, |^(?:much of )?the |^much of ", re.IGNORECASE)
_BETWEEN: Final = (
    r"(?: (?:and [A-Z]\w+))?"
    r"(?:,? (?:uses?|use the|has|is on|goes by|climbs? (?:on|in)|with"
    r"|(?:are|is) graded (?:in|on)))?"
    r" (?:the )?"
)
_ASIDE: Final = r"(?: \([^()]*\))?(?: (?:grades? )?for [a-z]+)?"
"""Behind a value: "YDS (5.10a) for routes"."""
_DENIED: Final = re.compile(r"\b(?:not?|from|than|nor|unlike)\b[^,]{0,12}$|n't\b", re.IGNORECASE)
_FEWEST: Final = 3
"""Items that make a run."""


def broken_pairs(text: str, rendered: str) -> Iterator[str]:
    """The subjects that stand before the value of another.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    pairs = _pairs(rendered)
    values = {value for own in pairs.values() for value in own}
    told = plain(text)
    for subject, own in pairs.items():
        for value in values - own:
            listed = "|".join(f"{re.escape(one)}{_ASIDE},? and " for one in sorted(own))
            for pattern in (
                rf"\b{re.escape(subject)}{_BETWEEN}(?:{listed})?{re.escape(value)}\b",
                rf"\b{re.escape(value)}{_ASIDE} in (?:the )?{re.escape(subject)}\b",
            ):
                found = re.search(pattern, told)
                if found is not None and not _DENIED.search(told[: found.start()]):
                    yield found[0]


@lru_cache(maxsize=16)
def _pairs(rendered: str) -> Mapping[str, frozenset[str]]:
    """The subjects of a run with the values that the answer gives them."""
    found: dict[str, frozenset[str]] = {}
    for line in _LINE.split(plain(rendered)):
        items = [
            _ITEM.match(one.strip()) or _TURNED.match(one.strip())
            for one in re.split(r", (?!and )", line)
        ]
        told = [one for one in items if one]
        if len(told) < _FEWEST:
            continue
        for one in told:
            for subject in filter(None, _AND.split(one["subjects"])):
                found[subject] = found.get(subject, frozenset()) | {one["value"]}
    return found
