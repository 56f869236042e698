"""Whether the words in brackets behind a word are those that the answer puts behind it. Pure.

「收繩」（take） and 「給繩」（slack） stand in one answer; each is a right word, and exchanged they
are a command for its contrary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SIGNS: Final = re.compile(r"[「」“”\"『』]")
_GLOSSED: Final = re.compile(
    r"(?P<word>[\u3400-\u9fff]{1,16}|[A-Za-z][A-Za-z'-]*(?: [A-Za-z'-]+){0,3}) ?"
    r"\((?P<gloss>[^()\d\n]{2,30})\)"
)
_SAID: Final = re.compile(
    rf"{_GLOSSED.pattern}"
    r"|(?P<called>[\u3400-\u9fff]{2,16}?)(?:的?英文)?(?:就?是|叫做?|=|就?喊) ?"
    r"(?P<name>[A-Za-z][A-Za-z'-]*(?: [A-Za-z'-]+){0,3})"
)
_FEWEST: Final = 2


def exchanged_glosses(text: str, rendered: str) -> Iterator[str]:
    """The words before a bracket that in the answer stands behind another word alone.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held = _glosses(rendered)
    if len(held) < _FEWEST:
        return
    for one in _SAID.finditer(_SIGNS.sub("", plain(text))):
        word, gloss = key(one["word"] or one["called"]), key(one["gloss"] or one["name"])
        own = next((held[name] for name in held if word.endswith(name)), None)
        others = (glosses for glosses in held.values() if glosses is not own)
        if own is not None and gloss not in own and any(gloss in each for each in others):
            yield one[0].strip()


@lru_cache(maxsize=16)
def _glosses(rendered: str) -> Mapping[str, frozenset[str]]:
    """The words of an answer with what stands behind them in brackets, the longest word first."""
    found = defaultdict[str, set[str]](set)
    for one in _GLOSSED.finditer(_SIGNS.sub(" ", plain(rendered)).replace(" (", "(")):
        found[key(one["word"])].add(key(one["gloss"]))
    return {word: frozenset(found[word]) for word in sorted(found, key=len, reverse=True)}
