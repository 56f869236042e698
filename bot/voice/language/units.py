"""Units that nothing known measures in: dollars of another country, feet where metres stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOREIGN: Final = re.compile(
    r"(?<![\d.])\d[\d,.]*\s*(?P<unit>"
    r"美[元金]|日[圓幣]|日元(?!旦)|人民幣|歐元|英鎊|港[幣元]|韓[元圜]|英?[尺呎吋]|英里"
    r"|(?:usd|us dollars?|euros?|yen|pounds?|yuan|rmb|ft|feet|foot|inch(?:es)?|yards?|miles?)\b)",
    re.IGNORECASE,
)


def foreign_units(text: str, known: str) -> Iterator[str]:
    """The figures of a text in a unit that stands nowhere in what is known."""
    told = known.casefold()
    for match in _FOREIGN.finditer(plain(text)):
        if match["unit"].casefold() not in told:
            yield match[0]
