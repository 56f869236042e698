"""Which characters are simplified; a conversion to traditional script that keeps every position.

Only for understanding and for the lint: what is stored and shown is never converted.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_BIG5_COMMON = range(0xA440, 0xC67F)
"""Big5's first plane: characters in everyday use in Taiwan (后 里 面 台 …)."""
_RARE_BUT_TAIWANESE = frozenset("昵瓮睾羡覈熏洼涂栖蔘鍼跖皁沄棱痹腊蝎喫")
_COMMON_BUT_SIMPLIFIED = frozenset("儿坏愿扑挂听虫筑")
_MISSED = {
    *("后後", "里裡", "几幾", "周週", "范範", "么麼", "于於", "荐薦", "准準", "松鬆", "板闆"),
    *("志誌", "并並", "征徵", "余餘", "系係", "采採", "表錶", "面麵", "制製", "注註", "干乾"),
}
"""Characters that Taiwan writes too, and what they stand for where a simplified text has them."""
_ALONE = (
    (re.compile("(?<!茶)几(?!案)"), "幾"),
    (re.compile("里(?=[面頭邊])"), "裡"),
    (
        re.compile(r"(?:(?<=[\d一兩二三四五六七八九十幾])|(?<=\d ))周(?=[，。、；！？內前後]|$)"),
        "週",
    ),
    (re.compile("(?<=[哪整這那每兩一])只(?=[手腳腿])"), "隻"),
    (re.compile("(?<![若相無何天])干(?![擾涉預戈支休係])"), "乾"),
)
"""What the words around these would not tell."""
_KEPT = frozenset("台岩岳晒唇杰")
"""The tables would write 臺 巖 嶽 曬; Taiwan writes these."""


def is_simplified(character: str) -> bool:
    """Whether the character is written in simplified script only."""
    return _SIMPLIFIED[character]


def holds_simplified(text: str) -> bool:
    """Whether the text holds a character of simplified script."""
    return any(map(_SIMPLIFIED.__getitem__, set(text)))


def to_traditional(text: str) -> str:
    """The text in traditional script, character for character; unchanged if none is simplified."""
    if not holds_simplified(text):
        return text
    converter, _ = _converters()
    converted = converter.convert(text)
    if len(converted) != len(text):
        converted = "".join(_convert_one(converter, character) for character in text)
    pairs = zip(text, converted, strict=True)
    return "".join(old if old in _KEPT else new for old, new in pairs)


def without_residue(text: str) -> str:
    """The text with what is left of simplified script in it mended: 「周末」, 「推荐」, 「屬于」.

    These characters are Taiwan's too, in other words (「四周」, 「公里」): the words around them
    decide.
    """
    if not any(pair[0] in text for pair in _MISSED):
        return text
    for pattern, mended in _ALONE:
        text = pattern.sub(mended, text)
    again = _converters()[0].convert(_converters()[1].convert(text))
    if len(again) != len(text):
        return text
    pairs = zip(text, again, strict=True)
    return "".join(new if old + new in _MISSED else old for old, new in pairs)


@cache
def to_simplified(text: str) -> str:
    """A name in simplified script, by which a text in that script may mean it."""
    converted: str = _converters()[1].convert(text)
    return converted


class _Known(dict[str, bool]):
    """Character -> whether it is simplified only, filled as characters turn up."""

    def __missing__(self, character: str) -> bool:
        self[character] = known = _only_simplified(character)
        return known


_SIMPLIFIED = _Known()


def _only_simplified(character: str) -> bool:
    if character in _COMMON_BUT_SIMPLIFIED:
        return True
    # Most text ends here and never loads the converter (0.3 s).
    if not _FIRST_HAN <= character <= _LAST_HAN or _is_common(character):
        return False
    traditional, simplified = _converters()
    return (
        character not in _RARE_BUT_TAIWANESE
        and traditional.convert(character) != character
        and simplified.convert(character) == character
    )


def _convert_one(converter: OpenCC, character: str) -> str:
    converted: str = converter.convert(character)
    return converted if len(converted) == 1 else character


def _is_common(character: str) -> bool:
    try:
        encoded = character.encode("big5")
    except UnicodeEncodeError:
        return False
    return int.from_bytes(encoded, "big") in _BIG5_COMMON


@cache
def _converters() -> tuple[OpenCC, OpenCC]:
    from opencc import OpenCC  # noqa: PLC0415 - 0.3 s that a Taiwanese question never needs

    return OpenCC("s2tw"), OpenCC("t2s")
