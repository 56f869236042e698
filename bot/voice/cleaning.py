"""What is mended in a model's text without asking again: thinking, script, terms, stray signs.

Only where there is one right way: a simplified character or another region's word becomes
Taiwan's, outside the words of records. Everything else is judged, never repaired.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from knowledge.terms import lint

if TYPE_CHECKING:
    from collections.abc import Sequence

_THOUGHT: Final = re.compile(
    r"<(think|thinking|reasoning)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_STRAY_CLOSE: Final = re.compile(
    r"\A.*</(?:think|thinking|reasoning)\s*>", re.IGNORECASE | re.DOTALL
)
_HALF_TAG: Final = re.compile(
    r"<(?:/?(?:t(?:h(?:i(?:n(?:k(?:i(?:n(?:g)?)?)?)?)?)?)?)?)?\Z", re.IGNORECASE
)
_CONTROL_TOKEN: Final = re.compile(r"<\|[^|<>]{0,40}\|>|</?s>|<(?:start|end)_of_turn>")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


def without_thinking(text: str) -> str:
    """The text without what stands between ``<think>`` marks, closed or not."""
    text = _STRAY_CLOSE.sub("", _THOUGHT.sub("", text))
    return _CONTROL_TOKEN.sub("", _HALF_TAG.sub("", text))


def in_taiwan_words(text: str, quotes: Sequence[str]) -> str:
    """The text in Taiwan's script and terms, but for the quoted words of records.

    A word with several right renderings (「下降／速降」) stays, for the judge to see.
    """
    fixed, at = [], 0
    for found in lint(text, quotes):
        if found.start < at or not _is_one(found.suggestion):
            continue
        fixed += [text[at : found.start], found.suggestion]
        at = found.end
    return "".join([*fixed, text[at:]])


def printable(text: str) -> str:
    """The text without control signs and direction marks; broken bytes are left to the judge."""
    kept = (
        one for one in text if one == "\n" or unicodedata.category(one) not in {"Cc", "Cf", "Cs"}
    )
    return _BLANK_LINES.sub("\n\n", "".join(kept))


def _is_one(suggestion: str) -> bool:
    return bool(suggestion) and not re.search(r"[/／、(（]", suggestion)
