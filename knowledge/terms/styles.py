"""Style words: what a climb is like (斜板, 裂隙, dyno …), in questions and in the prose of records.

A denied word (「不外傾」, "not slabby") is no mention. Names of other routes in angle or title
brackets say nothing about the route at hand (「與 <某某斜板> 共用 Anchor」).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from knowledge.terms.script import to_traditional
from knowledge.terms.style_words import ALL_STYLES, NOT_AFTER, NOT_BEFORE, Style

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class StyleMention:
    """A style word in a text; offsets into the original text, end exclusive."""

    start: int
    end: int
    surface: str
    style: str


STYLES: Mapping[str, Style] = MappingProxyType({style.key: style for style in ALL_STYLES})
"""Style key -> the style."""

_DENIAL = re.compile(
    # 「有沒有斜板」「是不是外傾」 ask and do not deny; 「非常」「特別」 stress.
    r"(?:(?<![是要會算想能適夠])不(?![只僅但論管同少])(?:是|要|想|適合|需要|用|夠)?|(?<!有)沒(?:有|什麼)?|(?<!有)無"
    r"|非(?!常)|避開|避免|(?<![特級分個差區性類])別|少了|扣掉|排除|除了"
    r"|\bno(?:t|n)?\b|\bwithout\b|\bavoid(?:ing)?\b|n't\b|\bhate\b)"
    r"(?:\s|-|太|算|很|是|要|想|爬|任何|什麼|會|屬於|適合|推薦|的|喜歡|擅長|到|那麼|怎麼|這麼|\b(?:a|an|any|the|too|very|like|really|is|do|be)\b){0,4}$",
    re.IGNORECASE,
)
_OTHER_NAMES = re.compile(
    r"<[^<>]{1,40}>|\uff1c[^\uff1c\uff1e]{1,40}\uff1e|〈[^〈〉]{1,40}〉|《[^《》]{1,60}》|【[^【】]{1,60}】"
)
_LOOK_BACK = 24


def find_styles(text: str) -> tuple[StyleMention, ...]:
    """The style words of a text in order, longest word first; denied ones are left out."""
    return tuple(mention for mention, denied in _mentions(text) if not denied)


def excluded_styles(text: str) -> tuple[StyleMention, ...]:
    """The style words that a text denies: 「不要斜板」."""
    return tuple(mention for mention, denied in _mentions(text) if denied)


def styles_of(*texts: str) -> tuple[str, ...]:
    """The style keys that the texts of a record speak of, in the order of ``STYLES``."""
    found: set[str] = set()
    for text in texts:
        bare = _OTHER_NAMES.sub(lambda match: "\n" * len(match.group()), text)
        for mention in find_styles(bare):
            found.update((mention.style, *STYLES[mention.style].implies))
    return tuple(style for style in STYLES if style in found)


def _mentions(text: str) -> list[tuple[StyleMention, bool]]:
    readable = to_traditional(text)
    mentions = []
    for match in _pattern().finditer(readable):
        start, end = match.span()
        mention = StyleMention(start, end, text[start:end], match.lastgroup or "")
        mentions.append((mention, _denied(readable, start)))
    return mentions


def _denied(text: str, start: int) -> bool:
    return _DENIAL.search(text[max(0, start - _LOOK_BACK) : start]) is not None


@cache
def _pattern() -> re.Pattern[str]:
    words = [(word, style.key) for style in ALL_STYLES for word in style.words]
    words.sort(key=lambda pair: -len(pair[0]))
    groups: dict[str, list[str]] = {}
    for word, style in words:
        groups.setdefault(style, []).append(_guarded(word))
    # One group a style; longer words must still win over the shorter ones of other styles.
    ordered = sorted(groups, key=lambda style: -max(map(len, STYLES[style].words)))
    return re.compile("|".join(f"(?P<{s}>{'|'.join(groups[s])})" for s in ordered), re.IGNORECASE)


def _guarded(word: str) -> str:
    bare = re.split(r"[(\\?*]", word)[0].rstrip("s") if word.isascii() else word
    body = f"(?<![A-Za-z])(?:{word})(?![A-Za-z])" if word.isascii() else f"(?:{word})"
    return NOT_AFTER.get(bare, "") + body + NOT_BEFORE.get(bare, "")
