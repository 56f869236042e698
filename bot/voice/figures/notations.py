"""Whether a grade stands in the notation of the system that it is said to be of. Pure.

「法式 5.12b」 is nobody's grade, and 「YDS 是法式的」 nobody's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_YDS: Final = r"5\.\d{1,2}[a-d]?"
_FRENCH: Final = r"[3-9][abc]\+?(?![\w.])"
_HUECO: Final = r"V\d{1,2}"
_SYSTEMS: Final = {
    r"法式|法國|\bFrench\b": rf"{_YDS}|{_HUECO}",
    r"優勝美地|\bYDS\b|\bYosemite\b": rf"{_FRENCH}|{_HUECO}",
    r"\bUIAA\b": rf"{_YDS}|{_HUECO}",
    r"\bFont(?:ainebleau)?\b|楓丹白露": rf"{_YDS}|{_HUECO}",
}
_OF: Final = r"(?: ?\((?:YDS|French)\))?(?: ?(?:系統|難度|等級|級數))?(?:的|:| grade)? ?"
_AFTER: Final = (
    r"(?![\w+/]|\.\d| ?(?:就?是|大?[約概]|換|等於|相當|對應|=|to\b|is\b|would\b|equals\b|→|->))"
)
"""Behind a grade of which another is said: 「換成法式 5.12b 是 7b」."""
_TURNED: Final = re.compile(r"換|轉|\b(?:convert|translat|in)\w*\b|[→=]", re.IGNORECASE)
_NAMES: Final = (
    (r"\bYDS\b|優勝美地", r"法式|法國的|\bFrench\b"),
    (r"法式", r"優勝美地|\bYDS\b"),
)


def foreign_notations(text: str, rendered: str) -> Iterator[str]:
    """The grades of one system that are called those of another, and systems called another.

    Args:
        text: What is to be said.
        rendered: The answer that code gave, which may say it itself.
    """
    told, held = plain(text), plain(rendered)
    for system, others in _SYSTEMS.items():
        for match in re.finditer(rf"(?:{system}){_OF}(?:{others}){_AFTER}", told, re.IGNORECASE):
            if match[0] not in held and not _TURNED.search(told[: match.start()][-6:]):
                yield match[0]
    for system, other in _NAMES:
        found = re.search(
            rf"(?:{system}) ?(?:就?是|屬於|叫做?|is|means) ?(?:the )?(?:{other})", told
        )
        if found is not None and found[0] not in held:
            yield found[0]
