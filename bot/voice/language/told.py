"""What a text tells: its facts, small counts in words, and kinds of climbing. Pure."""

from __future__ import annotations

import re
from typing import Final

from bot.verifier.facts import COUNTS, scan
from bot.voice.language.numerals import number_of
from bot.voice.language.plain import plain

_KINDS: Final = {
    "sport": r"運攀|運動攀登|\bsport",
    "trad": r"傳攀|傳統攀登|\btrad",
    "boulder": r"抱石|\bboulder",
    "toprope": r"上方架繩|頂繩|\btop ?rope|\bTR\b",
    "mixed": r"混合|\bmixed",
}
"""Kinds of climbing: joining words, but an answer where the kind was asked for."""
_ENGLISH: Final = (
    *(("one|single|sole", 1), ("two|both|pair|couple", 2), ("three", 3), ("four", 4)),
    *(("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10)),
)
_MEASURES: Final = "條題間筆家座顆支個段週天次把人年月區種步趟位"
_SMALL: Final = re.compile(
    rf"(?<![一二兩三四五六七八九十百第\d])([一二兩三四五六七八九十])(?=[{_MEASURES}])"
)
_DOZENS: Final = re.compile(r"([一二兩三四五])打(?!電話|字|開|算)|\b(?:a|one) dozen\b")
_TENTHS: Final = re.compile(r"([一二三四五六七八九])成(?!分|熟|績|功)([一二三四五六七八九])?")
_PLURAL: Final = re.compile(r"(?<=\d)'?s\b")
_SCALE: Final = re.compile(r"(uiaa) ?(.+)")


def facts_of(text: str) -> frozenset[str]:
    """The readings of all facts of a text."""
    return frozenset(value for _, _, values in scanned(text) for value in values)


def dates_of(text: str) -> list[tuple[str, frozenset[str]]]:
    """The dates of a text as they are written, with their readings."""
    return [(surface, values) for surface, kind, values in scanned(text) if kind == "date"]


def scanned(text: str) -> list[tuple[str, str, frozenset[str]]]:
    """(surface, kind, readings) of every fact; counts of one kind are all the same to a reader."""
    # "V1s" are V1
    told = _PLURAL.sub("", plain(text))
    facts = [fact for line in told.split("\n") for fact in scan(line)]
    return [
        (fact.surface, "count" if fact.kind in COUNTS else fact.kind, frozenset(fact.values))
        for fact in facts
    ]


def counts_of(text: str) -> frozenset[str]:
    """Counts in words too small for the verifier: 「兩週」, 「一打」, 「八成九」, "just the one".

    Tenths stand for what they round: 「九成」 tells 89 %.
    """
    told = plain(text).casefold()
    numbers = {number_of(one) for one in _SMALL.findall(f"{text}\n{told}")}
    numbers |= {n for words, n in _ENGLISH if re.search(rf"\b(?:{words})\b", told)}
    numbers |= {12 * (number_of(one) if one else 1) for one in _DOZENS.findall(told)}
    for tens, ones in _TENTHS.findall(text):
        share = 10 * number_of(tens)
        numbers |= {share + number_of(ones)} if ones else set(range(share - 5, share + 5))
    return frozenset(map(str, numbers))


def kinds_of(text: str) -> frozenset[str]:
    """The kinds of climbing that a text names."""
    return frozenset(one for one, words in _KINDS.items() if re.search(words, text, re.IGNORECASE))


def is_said(values: frozenset[str], said: frozenset[str], body: str = "") -> bool:
    """Whether a fact is said, if in parts: 「左手 5.11d，直上 5.12a」 says 5.11d/5.12a.

    So does 「UIAA 大概 7」 say UIAA 7, word by word.
    """
    words = set(re.findall(r"[a-z0-9+.]+", plain(body).casefold()))
    return bool(values & said) or any(
        ("/" in one and all(part in said for part in one.split("/")))
        or ((scale := _SCALE.fullmatch(one.casefold())) and set(scale.groups()) <= words)
        or (" " in one and set(one.casefold().split()) <= words)
        for one in values
    )
