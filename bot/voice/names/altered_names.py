"""Chinese names that are made of one of the records' and are none.

Turned round (「潮退線」 for 「退潮線」), lengthened (「空螺殼延伸」), begun and ended otherwise
(「浮島抱日記」 for 「浮島抱石館」), or with a character left out (「霧岬」 for 「霧鳴岬」).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.records import own_records
from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import is_said
from bot.voice.ordinary.wording import joins, uncovered
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Gym, Route, Sector

_RUN: Final = re.compile(r"[\u3400-\u9fff]{2,}")
_PAIR: Final = re.compile(r"[\u3400-\u9fff]{2}")
_SHORTEST: Final = 2
"""Characters from which a name can be turned round."""
_BEGUN: Final = 3
"""Characters from which a name can be begun, and ended otherwise."""
_ENDS: Final = r"(?=[，。、；：！？,.;:!?()（）「」『』\s｜的是有在比跟和與也就都屬難標多少]|$)"
_LENGTHENED: Final = re.compile(
    r"之[歌二三王道舞夜怒戀]|直上|延伸|延長線|變奏|變化線?|[大小]?橫渡|[左右新舊][線版段]"
    rf"|(?:[二三新總分]|旗艦)店|[二新]館|[左右]{_ENDS}|線(?=[，。、；：！？,.;:!?()（）「」的屬跟和與]|$)|路{_ENDS}"
    r"|[二三](?=[多少比的是有跟和與也難])(?!的?[條題])|[二三四]號"
    r"|[層峰山谷洞島港村樓鎮](?=[共的是有在也都，。、,.:：；！？「」]|$)"
)
_BEFORE: Final = re.compile(r"(?<![最更較很太超極夠又和])[新老小大反舊偽真]\Z")
_OTHER_END: Final = re.compile(r"先生|小姐|日記|小徑|[二三四]號|之[\u3400-\u9fff]|大道|傳說|日常")
"""Ends of names that are everyday words."""


def altered(text: str, evidence: Evidence, known: str) -> Iterator[str]:
    """The pieces of a text that are made of a Chinese name and are none.

    Args:
        text: What is to be said.
        evidence: Whose names are meant.
        known: Everything that may be repeated.
    """
    told, held = plain(text), plain(known)
    names = {one for one in map(plain, names_of(evidence)) if _RUN.fullmatch(one)}
    spans = [one.span() for name in names for one in re.finditer(name, told)]
    for name in names:
        yield from _turned_round(told, name, spans, held)
        yield from _lengthened(told, name, held)
        yield from _ended_otherwise(told, name, spans, held)
        yield from _left_out(told, name, held)


def names_of(evidence: Evidence) -> Iterator[str]:
    """The names of the records, in either language, and what else they are called."""
    records: list[Route | Gym | Crag | Area | Sector] = [*own_records(evidence)]
    records += [*evidence.crags, *evidence.areas, *evidence.sectors]
    for one in records:
        names = (one.name, getattr(one, "name_en", ""), *one.aliases)
        yield from (name for name in names if name and len(name) > 1)


def _turned_round(told: str, name: str, spans: list[tuple[int, int]], held: str) -> Iterator[str]:
    """Pieces with all the characters of a name in another order."""
    size, own = len(name), sorted(name)
    if len(set(name)) == 1:
        return
    for at in range(len(told) - size + 1):
        piece = told[at : at + size]
        if sorted(piece) != own or piece in held:
            continue
        if not _within(at, at + size, spans) and not (size == _SHORTEST and _is_word(piece)):
            yield piece


def _lengthened(told: str, name: str, held: str) -> Iterator[str]:
    """The name with more behind or before it."""
    for one in re.finditer(name, told):
        after = _LENGTHENED.match(told, one.end())
        if after and name + after[0] not in held:
            yield name + after[0]
        before = _BEFORE.search(told[: one.start()])
        if before and len(name) > _SHORTEST and before[0] + name not in held:
            yield before[0] + name


def _ended_otherwise(
    told: str, name: str, spans: list[tuple[int, int]], held: str
) -> Iterator[str]:
    """At least half of a name, and another end than its own."""
    if len(name) < _BEGUN:
        return
    for size in range(max(_SHORTEST, (len(name) + 1) // 2), len(name)):
        for one in re.finditer(name[:size], told):
            end = _PAIR.match(told, one.end())
            if not end or _within(*one.span(), spans) or one[0] + end[0][0] in held:
                continue
            if _OTHER_END.match(told, one.end()) or uncovered(end[0], held) == (end[0],):
                yield one[0] + end[0]


def _left_out(told: str, name: str, held: str) -> Iterator[str]:
    """The name without one of the characters within it."""
    for at in range(1, len(name) - 1):
        piece = name[:at] + name[at + 1 :]
        if piece in told and piece not in held and not _is_word(piece):
            yield piece


def _within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a piece lies in one of the names that the text holds whole."""
    return any(begin < end and start < until for begin, until in spans)


def _is_word(piece: str) -> bool:
    return is_said(key(piece)) or joins(key(piece))
