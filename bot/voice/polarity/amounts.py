"""Whether more is said where the answer says less: 「多給繩」 for 「少給繩」. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER: Final = {"多": "少", "少": "多"}
_SAID: Final = re.compile(r"(?<![最較不至別很太])(?P<how>[多少])(?P<what>[\u4e00-\u9fff]{2})")
_DENIED: Final = re.compile(r"[不別勿免沒][^，。；]{0,3}$")


def turned_amounts(text: str, rendered: str) -> Iterator[str]:
    """The words that the answer has with the opposite amount, and never with this one.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    told, held = plain(text), plain(rendered)
    for match in _SAID.finditer(told):
        turned = f"{_OTHER[match['how']]}{match['what']}"
        if turned not in held or match[0] in held or _DENIED.search(told[: match.start()]):
            continue
        yield match[0]
