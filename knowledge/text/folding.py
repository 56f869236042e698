"""Matching keys: one spelling for everything that a reader would call the same characters.

A key is made character by character (radicals, NFKD without accents, Traditional to Simplified,
variants, lower case; everything but letters and digits dropped), so that each of its characters
knows where it stood in the original.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from knowledge.text.characters import HAN, RADICALS, TONE_MARKS, VARIANTS

if TYPE_CHECKING:
    from opencc import OpenCC


@dataclass(frozen=True, slots=True)
class KeyedText:
    """A key and, for each of its characters, the index of its origin in the original text."""

    key: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original text of the key's characters [start, end)."""
        if start >= end:
            place = self.offsets[start] if start < len(self.offsets) else 0
            return place, place
        return self.offsets[start], self.offsets[end - 1] + 1


def key(text: str) -> str:
    """The matching key of a text; texts that differ only in spelling habits share it.

    Spaces, punctuation, accents, case, width and invisible characters do not count:
    「Long Dong」 and 「LONG-DONG」 are one key, so are 「龍洞」 and 「龙洞」. Empty for a text
    without letters and digits.
    """
    return text.translate(_FOLDED)


def keyed(text: str) -> KeyedText:
    """The key of a text with the way back to the original characters."""
    characters: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        for folded in _FOLDED[ord(character)]:
            characters.append(folded)
            offsets.append(index)
    return KeyedText("".join(characters), tuple(offsets))


def clean(text: str) -> str:
    """A text from outside, fit to be shown: NFC, without control, zero-width and direction marks.

    Line breaks stay, tabs become spaces; nothing else is changed.
    """
    composed = unicodedata.normalize("NFC", text.replace("\t", " "))
    return "".join(char for char in composed if char == "\n" or not _invisible(char))


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in the text."""
    return bool(_HAN.search(text))


def is_han(character: str) -> bool:
    """Whether this one character is Chinese (radicals and compatibility forms included)."""
    return "\u4e00" <= character <= "\u9fff" or bool(_HAN.match(character))


def is_simplified(text: str) -> bool:
    """Whether a character stands in the text that only Simplified Chinese uses."""
    return any(_only_simplified(character) for character in set(text) if is_han(character))


_HAN = re.compile(f"[{HAN}]")


class _Folding(dict[int, str]):
    """Code point -> what it becomes in a key, filled as characters turn up (at most Unicode's)."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        self[code] = folded
        return folded


_FOLDED = _Folding()


def _fold(character: str) -> str:
    whole = RADICALS.get(character, character)
    decomposed = unicodedata.normalize("NFKD", whole).casefold()
    return "".join(_fold_letter(letter) for letter in decomposed)


def _fold_letter(letter: str) -> str:
    if letter in TONE_MARKS or unicodedata.category(letter)[0] not in "LN":
        return ""
    if not is_han(letter):
        return letter
    simplified: str = _converter("t2s").convert(letter)
    return VARIANTS.get(simplified, simplified)


def _invisible(character: str) -> bool:
    # Cc control, Cf zero width and direction, Cs lone surrogates, Co private use, Cn unassigned
    return unicodedata.category(character)[0] == "C"


@lru_cache(maxsize=8_192)
def _only_simplified(character: str) -> bool:
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return bool(_converter("s2t").convert(character) != character)
    return False


@cache
def _converter(direction: str) -> OpenCC:
    import opencc  # noqa: PLC0415 - 0.1 s that a caller without Chinese text need not pay

    return opencc.OpenCC(direction)
