"""Which characters are simplified; a conversion to traditional script that keeps every position.

Only for understanding and for the lint: what is stored and shown is never converted.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_BIG5_COMMON = range(0xA440, 0xC67F)
"""Big5's first plane: characters in everyday use in Taiwan (后 里 面 台 …)."""
_RARE_BUT_TAIWANESE = frozenset("昵瓮睾羡覈熏洼涂栖蔘鍼跖皁沄棱痹腊蝎喫")
_COMMON_BUT_SIMPLIFIED = frozenset("儿坏愿扑挂听虫筑")
_KEPT = frozenset("台岩岳晒唇杰")
"""The tables would write 臺 巖 嶽 曬; Taiwan writes these."""


def is_simplified(character: str) -> bool:
    """Whether the character is written in simplified script only."""
    return character in simplified_characters()


@cache
def simplified_characters() -> frozenset[str]:
    """All characters that only simplified script uses."""
    to_traditional, to_simplified = _converters()
    block = [chr(code) for code in range(0x3400, 0xA000)]
    # One call each: the line breaks keep neighbours from being read as a phrase.
    traditional = to_traditional.convert("\n".join(block)).split("\n")
    simplified = to_simplified.convert("\n".join(block)).split("\n")
    triples = zip(block, traditional, simplified, strict=True)
    changed = {old for old, new, folded in triples if old != new and old == folded}
    rare = {c for c in changed - _RARE_BUT_TAIWANESE if not _is_common(c)}
    return frozenset(rare) | _COMMON_BUT_SIMPLIFIED


def holds_simplified(text: str) -> bool:
    """Whether the text holds a character of simplified script."""
    return not simplified_characters().isdisjoint(text)


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
    from opencc import OpenCC  # noqa: PLC0415 - 30 ms that an English question never needs

    return OpenCC("s2tw"), OpenCC("t2s")
