"""What is mended in a model's text without asking again: thinking, script, terms, stray signs.

Only where there is one right way: a simplified character or another region's word becomes
Taiwan's, outside the words of records. Everything else is judged, never repaired.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from knowledge.terms import FindingKind, holds_simplified, lint, to_simplified, without_residue

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPEN: Final = re.compile(r"<(?:think|thinking|reasoning)\b[^>]*>", re.IGNORECASE)
_CLOSE: Final = re.compile(r"</(?:think|thinking|reasoning)\s*>", re.IGNORECASE)
_EITHER: Final = re.compile(f"{_OPEN.pattern}|{_CLOSE.pattern}", re.IGNORECASE)
_HALF_TAG: Final = re.compile(r"<[^<>\n]{0,24}\Z")
_CONTROL_TOKEN: Final = re.compile(r"<\|[^|<>]{0,40}\|>|</?s>|<(?:start|end)_of_turn>")
_MARKS: Final = re.compile(
    r"^[ \t]*(?:```|~~~)[a-z]*|```|~~~|\*\*|__|~~|\|\||`|^[ \t]*(?:#{1,3}|>)[ \t]+", re.MULTILINE
)
_LONGEST_NAME: Final = 14
_BLANK_LINES: Final = re.compile(r"\n{3,}")


@dataclass(slots=True)
class Thoughts:
    """Takes thinking out of a stream; what is thought is never given on, not even in part."""

    _held: str = ""
    _thinking: bool = False

    def feed(self, piece: str) -> tuple[bool, str]:
        """What is said by this piece, and whether all that was said before turns out as thought."""
        self._held += piece
        said, restart = "", False
        while True:
            mark = (_CLOSE if self._thinking else _EITHER).search(self._held)
            if mark is None:
                break
            if _CLOSE.fullmatch(mark.group()):
                # some servers leave out the opening mark: all before was thought
                restart, said = restart or not self._thinking, ""
                self._thinking = False
            else:
                said += self._held[: mark.start()]
                self._thinking = True
            self._held = self._held[mark.end() :]
        half = _HALF_TAG.search(self._held)
        end = half.start() if half else len(self._held)
        said += "" if self._thinking else self._held[:end]
        self._held = self._held[end:]
        return restart, _CONTROL_TOKEN.sub("", said)

    def finish(self) -> str:
        """What was held back as a possible mark and is none."""
        return "" if self._thinking else _CONTROL_TOKEN.sub("", self._held)


def without_thinking(text: str) -> str:
    """The text without what stands between ``<think>`` marks, closed or not."""
    thoughts = Thoughts()
    _, said = thoughts.feed(text)
    return said + thoughts.finish()


def in_taiwan_words(text: str, quotes: Sequence[str]) -> str:
    """The text in Taiwan's script and terms, but for the quoted words of records.

    A word with several right renderings (「下降／速降」) stays, for the judge to see.
    """
    # words first: the script of half a word would hide it
    text = _with_names(text, quotes)
    told = _mended(_mended(text, quotes, "region"), quotes, "script")
    return _unquoted(told, quotes, without_residue(told))


def _with_names(text: str, quotes: Sequence[str]) -> str:
    """The text with the names of records as they stand there: 「裂縫區」, never 「裂隙區」."""
    if not holds_simplified(text):
        return text
    for quote in quotes:
        if 1 < len(quote) <= _LONGEST_NAME:
            text = text.replace(to_simplified(quote), quote)
    return text


def _unquoted(text: str, quotes: Sequence[str], mended: str) -> str:
    """The mended text, but for what lies in the quoted words of records."""
    if text == mended:
        return text
    kept = bytearray(len(text))
    for quote in quotes:
        at = text.find(quote) if quote else -1
        while at >= 0:
            kept[at : at + len(quote)] = b"\1" * len(quote)
            at = text.find(quote, at + 1)
    return "".join(old if own else new for old, new, own in zip(text, mended, kept, strict=True))


def _mended(text: str, quotes: Sequence[str], kind: FindingKind) -> str:
    fixed, at = [], 0
    for found in lint(text, quotes):
        if found.kind == kind and found.start >= at and _is_one(found.suggestion):
            fixed += [text[at : found.start], found.suggestion]
            at = found.end
    return "".join([*fixed, text[at:]])


def printable(text: str) -> str:
    """The text without control signs and direction marks; broken bytes are left to the judge."""
    kept = (
        one for one in text if one == "\n" or unicodedata.category(one) not in {"Cc", "Cf", "Cs"}
    )
    return _BLANK_LINES.sub("\n\n", "".join(kept))


def without_marks(text: str) -> str:
    """The text without marks of Markdown, which nobody would see as such; a fence may not end."""
    return _MARKS.sub("", text)


def _is_one(suggestion: str) -> bool:
    return bool(suggestion) and not re.search(r"[/／、(（]", suggestion)
