"""Names in English that nothing known bears: "Ask J. Okafor", "Sugar Tornado". Pure.

Two words with a capital, one after the other, make a name. One alone may begin a sentence, or be a
place that is written in another language.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’]*")
_NAME: Final = re.compile(
    r"(?<![A-Za-z'’])(?:[A-Z]\.? |[A-Z][a-z]{2,} )+[A-Z][a-z]{2,}(?![A-Za-z])"
)
_BEGINS: Final = re.compile(r"(?:^|[.!?:;…\n|•·()\[\]“”\"'/-])\W*$")
"""What stands before the first word of a sentence, of a quotation or of a row."""
_ORDINARY: Final = frozenset(
    {
        *("taiwan", "taiwanese", "chinese", "english", "french", "german", "british", "australian"),
        *("japanese", "american", "european", "hello", "happy", "good", "have", "safe", "thanks"),
        *("sorry", "climb", "climbing", "luck", "fun", "day"),
        *(one.casefold() for one in (*day_name, *month_name)),
    }
)
"""Languages, days, and what a friendly writer begins with a capital."""
_PLACE: Final = re.compile(
    r"\b(?:City|County|District|Township|Village|Street|Road|Lane|Section|Floor|Rd|St|Sec)\b"
)
"""An address in the other language, which is compared elsewhere."""
_LEAST: Final = 2
"""Unheard words that make a name."""


def unheard_of(text: str, known: str) -> Iterator[str]:
    """The names of a text in English that nothing known bears.

    Args:
        text: What is to be said, without the names of records.
        known: The records, the rendered answer and the question.
    """
    for match in _NAME.finditer(text):
        if _PLACE.search(text[match.start() : match.end() + 10]):
            continue
        words = _WORD.findall(match[0])
        if len(words) > _LEAST and _BEGINS.search(text[: match.start()]):
            words = words[1:]
        strange = [one for one in words if one.casefold() not in _ORDINARY | _held(known)]
        if len(strange) >= _LEAST:
            yield match[0]


@lru_cache(maxsize=16)
def _held(known: str) -> frozenset[str]:
    """The words of what is known, with what a plural is of."""
    words = {one.casefold() for one in _WORD.findall(known)}
    singular, plural = {one.removesuffix("s") for one in words}, {f"{one}s" for one in words}
    return frozenset(words | singular | plural)
