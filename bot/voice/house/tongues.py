"""Words of a third language: "Es 5.12a", "muzukashii desu", 「查咗」. Pure.

Those in Latin letters stand in ``words/tongues.txt``: short words without which no sentence of that
language is made, and those of its greetings. None is English, and none a word of climbing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.vocabulary import LATIN, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE: Final = "tongues.txt"
_CANTONESE: Final = re.compile("[咗嘢哋嘅啲喺冇嗰乜睇佢嚟攞畀噉咁嘥]")
"""Characters with which only Cantonese is written."""


def other_tongues(text: str, known: str) -> Iterator[str]:
    """The words of a text that are of another language than the two that are spoken here.

    Args:
        text: What is to be said, without the names of records.
        known: The records, the rendered answer and the question.
    """
    told = [one for one in LATIN.findall(text) if one.casefold() in _words()]
    held = {one.casefold() for one in LATIN.findall(known)} if told else set()
    yield from (one for one in told if one.casefold() not in held)
    yield from (one for one in _CANTONESE.findall(text) if one not in known)


@cache
def _words() -> frozenset[str]:
    return frozenset(listed((_FILE,)))
