"""Whether a value behind a label is the label's: 「停車：路邊停車」. Pure.

Only short values are looked at: a long one is told in other words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABELLED: Final = re.compile(
    r"(?:^|(?<=[\s，,。；;：:」”的)]))"
    r"(?P<label>(?!的)[\u3400-\u9fff]{2,6}|[A-Za-z][a-z]+(?: [a-z]+)?)"
    r"\s?: ?(?!//)(?=(?P<value>[^\n。；;]+))",  # a label may stand in the value of another
    re.MULTILINE,
)
_ITEMS: Final = re.compile(r"[、,，/或]|\bor\b|\band\b|[和跟與及](?=[\u3400-\u9fff]{2})")
_AROUND: Final = re.compile(r"^(?:[在有是]|就是|in |at |a |the )|[喔哦唷啦呀囉的]$|\s*\[\d+\]")
_SHORT: Final = 14
"""Characters of an item, up to which it is said as it is."""
_ASIDE: Final = re.compile(r"\([^()]*\)?")
_ABSENT: Final = re.compile(r"[沒没無无未]|\b(?:no|none|not)\b", re.IGNORECASE)
"""That nothing stands behind a label is looked at elsewhere."""
_FIGURE: Final = re.compile(r"\d")


def mislabelled_values(text: str, rendered: str) -> Iterator[str]:
    """The items behind a label that the answer does not have behind it.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    held: dict[str, list[str]] = {}
    for match in _LABELLED.finditer(plain(rendered)):
        held.setdefault(key(match["label"]), []).extend(_items(match["value"]))
    for match in _LABELLED.finditer(plain(text)):
        own = held.get(key(match["label"]), [])
        if not own or any(len(one) > _SHORT or _FIGURE.search(one) for one in own):
            continue
        for item in _items(match["value"]):
            if _FIGURE.search(item) or _ABSENT.search(item):
                continue
            if not any(item in one or one in item for one in own):
                yield f"{match['label']}: {item}"


def _items(value: str) -> list[str]:
    """The items of a value; figures are compared elsewhere."""
    bare = _ASIDE.sub("", value)
    cut = (_AROUND.sub("", _AROUND.sub("", one.strip())) for one in _ITEMS.split(bare))
    return [told for one in cut if (told := key(one))]
