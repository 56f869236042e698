"""A question as the legs should read it: English words mended, and those of asking left out.

Han needs neither: its pairs of characters survive a wrong one, and words of asking weigh little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.text import has_han, key, tokens

if TYPE_CHECKING:
    from knowledge.index.table import TokenTable

_ASKING_WORDS = (
    "a an the is are was be do does did can could would should i me my you your we it its this "
    "that there here of for to in on at with and or about what which who where when why how any "
    "some please tell show find give want need know have has much many mean means like info "
    "information route routes climb climbs"
)
ASKING = frozenset(_ASKING_WORDS.split())
"""English words that ask and are no part of the thing asked."""

SHORTEST = 4
"""Letters; shorter words resemble too many others."""
LONG = 8
"""From this many letters on, two slips are forgiven instead of one."""

_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z]+)*(?![0-9])")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the legs."""

    text: str
    mended: frozenset[str] = frozenset()
    """Words in it that stand for misspelt ones: a guess, so they prove less."""


class Wording:
    """Knows those words of a corpus of tokens that are not Chinese."""

    def __init__(self, table: TokenTable) -> None:
        times = np.bincount(table.tokens, table.counts, minlength=len(table.vocabulary))
        found = zip(table.vocabulary, times.tolist(), strict=True)
        self._words = {word: int(count) for word, count in found if count and _is_word(word)}

    def prepare(self, text: str) -> Asked:
        """The question for the legs; as it came when nothing but words of asking is left."""
        mended: set[str] = set()

        def replace(match: re.Match[str]) -> str:
            words = [word for word in tokens(match.group()) if word not in ASKING]
            known = [self._mend(word) for word in words]
            mended.update(set(known).difference(words))
            return " ".join(known)

        prepared = _LATIN.sub(replace, text)
        return Asked(prepared, frozenset(mended)) if key(prepared) else Asked(text)

    def _mend(self, word: str) -> str:
        """The word, or the nearest that the corpus knows; the commonest of equally near ones."""
        if word in self._words or len(word) < SHORTEST or not _is_word(word):
            return word
        slips = 2 if len(word) >= LONG else 1
        known = self._words
        near = process.extract(
            word, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        best = min(near, key=lambda hit: (hit[1], -known[hit[0]], hit[0]), default=(word,))
        return best[0]


def _is_word(token: str) -> bool:
    return token.isalpha() and (token.isascii() or not has_han(token))
