"""Numbers in words, 「三條」 or "half an hour", that equal no figure of what is known. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.voice.language.numerals import DIGITS, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_NUMBER: Final = re.compile(
    r"(?:廿[一二三四五六七八九]?|[零〇一二三四五六七八九兩壹貳參叁肆伍陸柒捌玖十拾百佰千仟萬]{2,})"
)
_SMALL: Final = re.compile(
    r"(?<![第零〇一二三四五六七八九兩十百千萬.\d])([三四五六七八九十])"
    r"(?=[條題間顆支公元次週季座把人組趟年天]|個月|個(?! ?[人方月])|小時|分鐘)"
    r"|(?<![第零〇一二三四五六七八九兩十百千萬.\d])([一二兩])(?=個?(?:小時|鐘頭|月)|分鐘|公里|公尺|元)"
)
"""Small numbers in words that count something."""
_LISTED: Final = re.compile(r"[、和跟與及]")
"""What joins things that are counted behind them: 「秋、冬、春三季」."""
_SPAN: Final = re.compile(
    r"(?<!UIAA)(?<!UIAA )(?<![下上同這那每0-9.])(?P<n>[一兩二三四五六七八九十]|\d+)\s*個?半?\s*"
    r"(?P<unit>小時|鐘頭|分鐘|公里|(?<=個)月|級(?![數別]))"
)
"""How long or how far: the number and its unit stand together where it is known."""
_IDLE: Final = re.compile(
    r"十分|千萬(?![元塊])|萬一|一一|百分|一二[。，]|三三兩兩|七七八八|五五|一萬|萬分|百岳|十足|萬全|一百八十度"
)
_ENGLISH_NUMBERS: Final = re.compile(
    r"\b(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half an?|two hours?)\b",
    re.IGNORECASE,
)


def untold_numbers(text: str, known: str) -> Iterator[str]:
    """Numbers in words that no figure of what is known equals.

    Args:
        text: What is to be said, in plain characters.
        known: Records, rendered answer, question and conversation, likewise.
    """
    values: frozenset[int] | None = None
    for match in _SMALL.finditer(text):
        values = _values(known) if values is None else values
        number = number_of(match[1] or match[2])
        listed = len(_LISTED.findall(text[max(0, match.start() - 16) : match.start()])) + 1
        if match[0] not in known and number not in values and (number != listed or listed < 3):
            yield match[0]
    for match in _SPAN.finditer(text):
        numbers = {match["n"], *([] if match["n"].isdigit() else [str(number_of(match["n"]))])}
        numbers |= {han for han, value in DIGITS.items() if str(value) == match["n"]}
        spelled = "|".join(map(re.escape, numbers))
        if not re.search(rf"(?:{spelled})\s*個?\s*{match['unit'][:1]}", known):
            yield match[0]
    for match in _HAN_NUMBER.finditer(_IDLE.sub(lambda one: "·" * len(one[0]), text)):
        values = _values(known) if values is None else values
        if match[0] not in known and number_of(match[0]) not in values:
            yield match[0]
    lower = known.casefold()
    yield from (one[0] for one in _ENGLISH_NUMBERS.finditer(text) if one[0].casefold() not in lower)


@lru_cache(maxsize=64)
def _values(known: str) -> frozenset[int]:
    """Every whole number of a text, in figures and in words; also hours of the afternoon."""
    figures = {int(one) for one in re.findall(r"\d{1,6}", known.replace(",", ""))}
    figures |= {one - 12 for one in figures if 12 < one <= 24}
    return frozenset(figures | set(map(number_of, _HAN_NUMBER.findall(known))))
