"""Numbers as they stand in dates and times: digits, Chinese numerals and small English words.

Both scripts and both widths are folded character for character, so offsets stay as they were.
"""

from __future__ import annotations

HAN_NUMBER = "[〇零一二兩三四五六七八九十廿卅]{1,4}"
NUMBER = rf"(?:\d{{1,3}}|{HAN_NUMBER})"
"""A small number; read it with ``number``."""

_DIGITS = {**{c: n for n, c in enumerate("零一二三四五六七八九")}, "\u3007": 0, "兩": 2}
_TENS = {"十": 1, "廿": 2, "卅": 3}
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
    )
} | {"a": 1, "an": 1, "couple": 2}

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2019: 0x27}
_SIMPLIFIED = "周后个这礼号点节劳动国庆双圣诞过农历连两现儿师复宪纪当间来内还开关营业钟时亲"
_TRADITIONAL = "週後個這禮號點節勞動國慶雙聖誕過農曆連兩現兒師復憲紀當間來內還開關營業鐘時親"
_FOLD = str.maketrans(_SIMPLIFIED, _TRADITIONAL) | _FULL_WIDTH


def fold(text: str) -> str:
    """The text with half-width signs and traditional date words, character for character."""
    return text.translate(_FOLD)


def number(text: str) -> int | None:
    """The value of digits, a Chinese numeral below 100, Chinese digits or an English word.

    ``None`` when it is none of them.
    """
    word = text.strip().lower()
    if word.isascii() and word.isdigit():
        return int(word)
    if word in _ENGLISH:
        return _ENGLISH[word]
    return _han(word)


def _han(word: str) -> int | None:
    ten = next((c for c in word if c in _TENS), "")
    if not ten:
        return _digits(word)
    before, _, after = word.partition(ten)
    tens = _digits(before) if before else _TENS[ten]
    ones = _digits(after) if after else 0
    if tens is None or ones is None or len(after) > 1 or len(before) > 1:
        return None
    return tens * 10 + ones


def _digits(word: str) -> int | None:
    """``二〇二六`` as 2026."""
    if not word or any(character not in _DIGITS for character in word):
        return None
    return int("".join(str(_DIGITS[character]) for character in word))
