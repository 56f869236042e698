"""Whether a sentence says the opposite of what is known: below for above, evening for morning.

Both words of such a pair may be ordinary, and each may be known of something. So a word is contrary
where only its opposite is known, or where the words beside it are known with the opposite and never
with itself. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.opposites import (
    BOTH_TONGUES,
    CHARACTERS,
    OPPOSITES,
    SAME,
    SWAPS,
    TRANSLATED,
)
from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARED: Final = frozenset(
    {"onsight", "flash", "redpoint", "harder", "easier", "longer", "shorter", "hardest", "easiest"}
)
"""Where both are known, which is right depends on what they are said of."""
_ASCENTS: Final = frozenset({"onsight", "flash", "redpoint"})
_FIGURED: Final = re.compile(r"(5\.\d+[a-d]?|v\d+)(最[\u3400-\u9fff]{1,2})")
_COPIED: Final = 4
"""Characters on either side that must be the same where one is swapped for another."""
_SHORTEST_COPY: Final = 5
_LISTS: Final = re.compile(r"(?<![\d級尺米元點年歲a-dm ])以[上下]|[這如](?:上|下)")
_OF_WHAT: Final = re.compile(
    r"\b(?:above|below) (?:that|it|those)\b|\b(?:are|is|'re) after\b|上方(?=確保|架繩|繩)"
)
"""Of grades it is compared elsewhere."""
_OVER_IT: Final = re.compile(r"\b(?:above|below) (?:the|this)\b")
"""「下方是海」 is "above the sea"."""
_TIMED: Final = re.compile(
    r"(?:上午|下午|早上|晚上|morning|evening)s?\s?(?=\d|[一二三四五六七八九十]+點)"
)
"""The hours beside it are judged, and say which half of the day is meant."""


def contrary(text: str, known: str, asked: str = "", rendered: str = "") -> Iterator[str]:
    """The words of a text whose opposite is known in their place.

    Args:
        text: What is to be said.
        known: The records it is about, the answer that code gave, and comparisons worked out.
        asked: The question, whose words may be said again.
        rendered: The answer that code gave, alone: what kind of ascent is meant stands there.
    """
    held, question = _spelled(known), _spelled(asked)
    bare, shown = held.replace(" ", ""), _spelled(rendered)
    in_english = _stands("above", held) or _stands("below", held)
    for clause in CLAUSE.split(plain(text)):
        told = _OF_WHAT.sub("", _TIMED.sub("", _LISTS.sub("", _spelled(clause))))
        told = told if in_english else _OVER_IT.sub("", told)
        if told.replace(" ", "") in bare:
            continue
        for pair in OPPOSITES:
            for word, other in (pair, pair[::-1]):
                own = shown if rendered and word in _ASCENTS else held
                if word in TRANSLATED and TRANSLATED[word] in held:
                    continue
                yield from _of_pair(told, own, question, word, other)
        yield from _of_tongues(told, held, question)
        yield from _of_figures(told.replace(" ", ""), bare)
        yield from _swapped(told.replace(" ", ""), bare)
        for first, second in CHARACTERS:
            for word, other in ((first, second), (second, first)):
                yield from _of_characters(told, held + "\n" + question, word, other)


def _of_tongues(told: str, held: str, question: str) -> Iterator[str]:
    """English words whose opposite the Chinese records say."""
    for word, other, han, same in BOTH_TONGUES:
        known_as_said = _stands(word, f"{held}\n{question}") or same in held
        if _stands(word, told) and not known_as_said and (han in held or _stands(other, held)):
            yield word


def _of_figures(told: str, bare: str) -> Iterator[str]:
    """A grade in the place of another: 「V1 最簡單」 for 「V0 最簡單」."""
    for match in _FIGURED.finditer(told):
        others = re.search(rf"(?:5\.\d+[a-d]?|v\d+){match[2]}", bare)
        if others and match[0] not in bare:
            yield match[0]


def _swapped(told: str, bare: str) -> Iterator[str]:
    """An opposite or another number in words that are known otherwise: 「單腳」 for 「雙腳」.

    Whatever else is known of either: it is compared with the words that are said again.
    """
    for at, one in enumerate(told):
        around = [
            (told[at - before : at], told[at + 1 : at + 1 + after])
            for before in range(min(at, _COPIED) + 1)
            for after in range(min(len(told) - at - 1, _COPIED) + 1)
            if one in SWAPS and before + after >= _SHORTEST_COPY
        ]
        if any(before + one + after in bare for before, after in around):
            continue
        if any(f"{b}{other}{a}" in bare for b, a in around for other in SWAPS[one]):
            yield told[max(0, at - 2) : at + 3]


def _of_pair(told: str, held: str, question: str, word: str, other: str) -> Iterator[str]:
    if not _stands(word, told) or (_stands(other, told) and word.isascii()):
        return
    if not _stands(word, f"{held}\n{question}"):
        named = word in _ASCENTS and _stands(other, question)
        if named or _stands(other, held):
            yield word
        return
    if word[0] in "最較" or word in _COMPARED:
        return
    for match in _found(word, told):
        before, after = told[max(0, match.start() - 2) : match.start()], told[match.end() :][:2]
        with_other = _beside(before, other, after, held)
        if with_other and not _beside(before, word, after, f"{held}\n{question}"):
            yield word


def _of_characters(told: str, held: str, word: str, other: str) -> Iterator[str]:
    """A single character between two that stand so around its opposite, and never around it."""
    for match in re.finditer(word, told):
        before, after = told[max(0, match.start() - 2) : match.start()], told[match.end() :][:2]
        if len(before) < 2 or not _is_han(before):
            continue
        if word == "前" and re.search(r"[沒未][^，]{0,6}$", told[: match.start()]):
            # 「沒登入前」 for what is so 「登入後」
            continue
        if before[-1] in "較最更":
            continue
        if before + other in held and before + word not in held:
            yield f"{before}{word}{after[:1]}"


def _beside(before: str, word: str, after: str, held: str) -> bool:
    return bool(len(before) == 2 and _is_han(before) and before + word in held) or bool(
        len(after) == 2 and _is_han(after) and word + after in held
    )


def _is_han(text: str) -> bool:
    return all("\u3400" <= one <= "\u9fff" for one in text)


def _found(word: str, text: str) -> Iterator[re.Match[str]]:
    pattern = rf"\b{word}s?\b" if word.isascii() else re.escape(word)
    return re.finditer(pattern, text)


def _stands(word: str, text: str) -> bool:
    return next(_found(word, text), None) is not None


def _spelled(text: str) -> str:
    told = plain(text).casefold()
    for pattern, same in SAME:
        told = pattern.sub(same, told)
    return told
