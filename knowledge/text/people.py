"""The people in the words of a first ascent: 「朴來慶 (上方架繩)、張登榮」."""

from __future__ import annotations

import re

from knowledge.text.folding import key

_SPLIT = re.compile(r"[、,，&＆/;；]|\s+和\s+|\s+and\s+|\s+與\s+|與|及")
_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_NOBODY = {"unknown", "不明", "未知", "", "不详", "na", "none"}
_NAMELESS = re.compile("匿名|无名|anonymous|unknown")


def people_in(told: str) -> tuple[str, ...]:
    """Everybody who is named, in order; nobody for words such as 不明."""
    names = (name.strip() for name in _SPLIT.split(_BRACKETS.sub("", told)))
    return tuple(
        dict.fromkeys(name for name in names if len(key(name)) > 1 and key(name) not in _NOBODY)
    )


def is_nameless(name: str) -> bool:
    """Whether it stands for somebody who gave no name: 「匿名岩友」."""
    return bool(_NAMELESS.search(key(name)))
