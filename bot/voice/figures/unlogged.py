"""What no log of a member holds: that it cannot be read, what a climb is like, how long it took."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEASURED: Final = re.compile(
    r"(?:\d+|[一二兩三四五六七八九十半])\s*個?多?\s*(?P<unit>小時|鐘頭|分鐘|公斤|公里|元|hours?\b|minutes?\b)"
)
"""What no log counts: time on the rock, weight, money."""
_CRUX: Final = re.compile(
    r"難關(?:就)?(?:是|在|有)(?!哪|什麼)|\bcrux (?:is|was|comes|involves|has)\b", re.IGNORECASE
)
"""What a climb is like, which no entry of a log says."""
_BLIND: Final = re.compile(
    r"(?:看|讀|查|存取|抓)不[到了]你的|沒(?:有|辦法)[^，。；]{0,3}(?:權限|[看讀查])[^，。；]{0,3}你的"
    r"|\b(?:can't|cannot|can not|unable to) (?:see|read|access|open) your\b",
    re.IGNORECASE,
)
"""That a log cannot be read, of which the answer tells."""
_UNSEEN: Final = re.compile(
    rf"{_BLIND.pattern}|(?:看|讀|查)不[到了]|不知道你是|認不出你|\b(?:see|read) no\b|who you are",
    re.IGNORECASE,
)
"""How an answer says so."""


def unlogged(text: str, rendered: str) -> Iterator[str]:
    """The words of a text about a log that the answer from it does not hold.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    for words, shown_as in ((_BLIND, _UNSEEN), (_CRUX, _CRUX)):
        if not shown_as.search(rendered) and (found := words.search(text)):
            yield found[0]
    shown = plain(rendered)
    yield from (one[0] for one in _MEASURED.finditer(plain(text)) if one["unit"] not in shown)
