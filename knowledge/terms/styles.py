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
from knowledge.terms.style_words import ALL_STYLES, NOT_AFTER, NOT_BEFORE, TERRAIN, Style

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
    r"(?:\s|-|太|算|很|是|要|想|爬|用|使用|走|碰|任何|什麼|會|屬於|適合|推薦|的|喜歡|擅長|到|那麼|怎麼|這麼|\b(?:a|an|any|the|too|very|like|really|is|do|be)\b){0,4}$",
    re.IGNORECASE,
)
_OTHER_NAMES = re.compile(
    r"<[^<>]{1,40}>|\uff1c[^\uff1c\uff1e]{1,40}\uff1e|〈[^〈〉]{1,40}〉|《[^《》]{1,60}》|【[^【】]{1,60}】"
)
_JOINED = re.compile(r"\s*(?:[、和與及跟或]|or|and)?\s*")
_SAID_IN_NAMES = frozenset({"warmup", "beginner"})
_LOOK_BACK = 24


def find_styles(text: str) -> tuple[StyleMention, ...]:
    """The style words of a text in order, longest word first; denied ones are left out."""
    return tuple(mention for mention, denied in _mentions(text) if not denied)


def excluded_styles(text: str) -> tuple[StyleMention, ...]:
    """The style words that a text denies: 「不要斜板」."""
    return tuple(mention for mention, denied in _mentions(text) if denied)


def styles_of(name: str, name_en: str = "", *prose: str) -> tuple[str, ...]:
    """The style keys that a record speaks of, in the order of ``STYLES``.

    Names are poetry: only words for the terrain count in them (a 「…裂隙」 is a crack, but "Fish
    Face" and 「好力氣」 tell nothing), and in Chinese 「熱身」 and 「新手」.
    """
    found = {m.style for m in _of_the_route(name) if m.style in TERRAIN | _SAID_IN_NAMES}
    found |= {m.style for m in _of_the_route(name_en) if m.style in TERRAIN}
    found |= {mention.style for text in prose for mention in _of_the_route(text)}
    found |= {wider for style in found for wider in STYLES[style].implies}
    return tuple(style for style in STYLES if style in found)


def _of_the_route(text: str) -> tuple[StyleMention, ...]:
    """The style words outside the names of other routes."""
    return find_styles(_OTHER_NAMES.sub(lambda match: "\n" * len(match.group()), text))


def _mentions(text: str) -> list[tuple[StyleMention, bool]]:
    """Each style word, and whether it is denied; 「避開內角裂隙」 denies both."""
    readable = to_traditional(text)
    mentions: list[tuple[StyleMention, bool]] = []
    for match in _pattern().finditer(readable):
        start, end = match.span()
        mention = StyleMention(start, end, text[start:end], match.lastgroup or "")
        denied = _denied(readable, start)
        if mentions and mentions[-1][1]:
            denied = denied or _JOINED.fullmatch(readable, mentions[-1][0].end, start) is not None
        mentions.append((mention, denied))
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
