"""Words that claim nothing: how much of a sentence stands on them or on what is known.

Figures and names are checked one by one elsewhere. This is for what is left: a sentence most of
whose words are neither known nor everyday ones tells something that nobody recorded. The measure
is the share of neighbouring Han characters (as in ``citing``), in English of words; everyday are
those of our own authored answers, listed in ``words/everyday.txt``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from knowledge.text import key

_WORDS: Final = Path(__file__).parent / "words" / "everyday.txt"
_SHARE: Final = 0.5
"""Share of a sentence that must be known or everyday. Left out of the list in turn, 2 % of our own
authored sentences fall below it; of invented ones nearly all."""
_FEWEST: Final = 3
"""A shorter sentence tells too little to be measured."""
_FUNCTION: Final = frozenset(
    map(
        key,
        "的是在有了就也都和跟與這那你我他它們要會可以不沒很再還去到從給把吧喔啊嗎呢啦一個條得看想問說",
    )
)
"""Characters that join words; a pair with one of them says nothing of its own."""


def is_strange(text: str, known: str) -> bool:
    """Whether most of a sentence stands on nothing."""
    told = {one for one in pieces(text) if not _FUNCTION & set(one) or one.isascii()}
    if len(told) < _FEWEST:
        return False
    held = _pieces_of(known) | everyday()
    return len(told & held) < len(told) * _SHARE


def pieces(text: str) -> frozenset[str]:
    """Neighbouring characters of Han runs, and whole words of other scripts."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    runs = map(key, re.findall(r"[\u3400-\u9fff]+", plain))
    words = re.findall(r"[a-z][a-z'-]{2,}", plain)
    return frozenset({*words, *(first + second for run in runs for first, second in pairwise(run))})


@cache
def everyday() -> frozenset[str]:
    """The everyday pieces."""
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(map(key, words))


@lru_cache(maxsize=64)
def _pieces_of(known: str) -> frozenset[str]:
    return pieces(known)
