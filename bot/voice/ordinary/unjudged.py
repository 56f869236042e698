"""Refusals to judge or promise: 「我不能替你判定安不安全」 vouches for nothing. Pure."""

from __future__ import annotations

import re
from typing import Final

_JUDGED: Final = re.compile(
    r"(?:不能|無法|沒有?辦法|不會|不敢|不(?=[替幫]))(?:[替幫給][你人誰])?(?:判斷|判定|斷定)[^，。；]{0,6}(?:安全|能爬)"
    r"|(?:判斷|判定)不[了出][^，。；]{0,6}(?:安全|能爬)"
)
_PROMISED: Final = re.compile(
    r"(?:沒有|無)[^，。；不沒]{0,10}(?:能夠?|可以)保證|不(?:是|算|代表|等於)[^，。；不沒]{0,6}保證(?!會?[沒不])"
)
_SAFE: Final = re.compile(
    r"(?:\b(?:can't|cannot|can not|(?:not|n't) able to|unable to) (?:judge|say|tell|know|promise"
    r"|guarantee|confirm|decide)\b|(?:n't| not) (?:mean|make)\b)"
    r"(?:(?!\b(?:but|and|not|only|except)\b)[^.;,!?]){0,40}\bsafe\b",
    re.IGNORECASE,
)
_TAUGHT: Final = re.compile(r"(?:教練|老師|岩館)[^，。；我]{0,5}教你")
"""Who teaches instead of us."""


def without_refusals(text: str) -> str:
    """The text without what it refuses to vouch for, and without who teaches instead of us."""
    for pattern in (_JUDGED, _PROMISED, _SAFE, _TAUGHT):
        text = pattern.sub("…", text)
    return text
