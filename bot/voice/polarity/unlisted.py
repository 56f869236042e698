"""What an English answer says that a gym does not list may not be said to be there. Pure.

“Blue Gym” does not list showers; facilities on record: lockers. What follows is there; the first is
what was asked for and not found. In Chinese ``withheld`` reads the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNLISTED: Final = re.compile(r"\bdoes not list (?P<what>[^;.\n]{3,80})", re.IGNORECASE)
_ITEMS: Final = re.compile(r", (?:and |or )?| and | or ")
_THERE: Final = re.compile(
    r"\b(?:has|have|having|with|offers?|provides?|includes?|including|comes? with"
    r"|there(?:'s| is| are)|got|lists?|features?|find|use)\b"
    r"|\b(?:facilities|on record|list) ?(?:are|is|:)",
    re.IGNORECASE,
)
"""Before what is there."""
_IS_THERE: Final = re.compile(
    r"^[^,;:]{0,16}\b(?:is|are) (?:all |also |both )?"
    r"(?:there|available|provided|listed|included|offered|on (?:record|site|(?:its|the) list))\b",
    re.IGNORECASE,
)
"""Behind what is there."""
_REFUSES: Final = re.compile(
    r"\b(?:no|not|nor|none|neither|nothing|never|without|missing|absent|unlisted|lacks?|lacking"
    r"|whether|if|ask|check|confirm|silent|leaves? out|omits?|beyond|except|apart|instead|asked)\b"
    r"|n't\b|\?",
    re.IGNORECASE,
)


def listed_though_not(text: str, rendered: str) -> Iterator[str]:
    """The clauses that give what the answer says is not listed.

    Args:
        text: What is to be said.
        rendered: The answer that code gave.
    """
    missing = tuple(_missing(plain(rendered)))
    for sentence in STOP.split(plain(text)) if missing else ():
        for pattern in missing:
            for found in pattern.finditer(sentence):
                before, after = sentence[: found.start()], sentence[found.end() :]
                told = _THERE.search(before) or _IS_THERE.search(after)
                if told and not _REFUSES.search(sentence):
                    yield sentence.strip()
                    break


def _missing(shown: str) -> Iterator[re.Pattern[str]]:
    """What is not listed, in the plural or not."""
    for match in _UNLISTED.finditer(shown):
        for one in _ITEMS.split(match["what"]):
            bare = re.sub(r"^(?:an?|the|any) ", "", one.strip(), flags=re.IGNORECASE)
            if len(bare) > 2:
                yield re.compile(rf"\b{re.escape(bare.removesuffix('s'))}s?\b", re.IGNORECASE)
