"""Families of phrases that guards look for, kept in ``words/*.yaml`` so that the rules stay short.

A phrase is a regular expression; one that begins with an English letter stands as whole words.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS: Final = Path(__file__).parents[1] / "words"
CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d{3})|\. |: ")
SENTENCE: Final = re.compile(r"[。；;！!？?\n]|\. ")


@cache
def phrases(name: str) -> Mapping[str, re.Pattern[str]]:
    """The families of ``words/NAME.yaml``, each as one pattern."""
    read = yaml.safe_load((_WORDS / f"{name}.yaml").read_text(encoding="utf-8"))
    return MappingProxyType({family: pattern(words) for family, words in read.items()})


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for any of these phrases."""
    return re.compile("|".join(map(_whole, words)), re.IGNORECASE)


def _whole(phrase: str) -> str:
    is_english = phrase[:1].isascii() and phrase[:1].isalpha()
    return rf"\b(?:{phrase})\b" if is_english else phrase
