"""What is given beside an answer of few words: a noodle shop, what a gym is like. Pure.

A clause that brings a word of its own about it (「永康牛肉麵」) and neither refuses nor speaks of
the two who talk has it from nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.ordinary.wording import uncovered
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE: Final = re.compile(r"[，。；;：:！!？?\n]|,(?!\d{3})|\.(?=\s|$)")
_REFUSES: Final = re.compile(
    r"[我你您不沒無未別超倒難只]|請[問找去教]"
    r"|\b(?:i|i'm|me|my|we|us|you|your|no|not|nothing|only|beyond|outside|cannot|sorry|ask)\b|n't\b",
    re.IGNORECASE,
)
IN_FEW_WORDS: Final = frozenset(
    {"out_of_domain", "live", "greeting", "convert", "gym_price", "gym_list"}
)
"""What is answered in few words: nothing is known of it, or names and figures are all there is."""
_OFFERS: Final = re.compile(r"\s*(?:也|還|都)?可以(?![問找說查聊跟直隨告])")
"""「可以帶狗」: what is allowed somewhere."""
_FEWEST: Final = 2
"""Characters, or English words, of nothing known."""


def strayed(text: str, known: str) -> Iterator[str]:
    """The clauses that tell of something which neither the answer nor the question names.

    Args:
        text: What is to be said.
        known: The rendered answer and the question.
    """
    for clause in _CLAUSE.split(plain(text)):
        if _REFUSES.search(clause):
            continue
        missing = uncovered(clause, known)
        size = len("".join(one for one in missing if has_han(one)))
        fewest = 1 if _OFFERS.match(clause) else _FEWEST
        if max(size, sum(one.isascii() for one in missing)) >= fewest:
            yield clause.strip()
