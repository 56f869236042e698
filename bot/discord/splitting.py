"""Long texts in messages that Discord takes: cut where a reader would pause.

Lengths are UTF-16 units, the strictest way in which Discord may count. A code fence or a spoiler
that a cut would break is closed before it and opened again after it.
"""

from __future__ import annotations

import re
import unicodedata

MESSAGE_LIMIT = 2000
_SPARE = 16
"""Units kept free for what closes and reopens a fence and a spoiler."""
_FENCE = re.compile(r"^[ \t]*```(?P<language>[^\s`]*)", re.MULTILINE)
_SPOILER = "||"
_BREAKS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[。！？!?…][」』）)]*(?=[^。！？!?…」』）)])|\.\s"),
    re.compile(r"[；;，、,：]|\s"),
)
"""Where to cut, best first: paragraph, line, sentence, pause."""


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def split_text(text: str, limit: int = MESSAGE_LIMIT) -> tuple[str, ...]:
    """Parts of at most ``limit`` units that say the text when read one after the other."""
    parts: list[str] = []
    rest = text.strip("\n")
    opened = ""
    while rest:
        whole = opened + rest
        if units(whole) <= limit:
            parts.append(whole)
            break
        cut = max(_cut(rest, limit - units(opened) - _SPARE), 1)
        head = opened + rest[:cut].rstrip("\n")
        rest = rest[cut:].lstrip("\n")
        closing, opened = _broken(head)
        parts.append(head.rstrip() + closing)
    return tuple(part for part in parts if part.strip())


def _cut(text: str, limit: int) -> int:
    """Where to end a part: the last best break in its second half, else the limit itself."""
    room = _room(text, limit)
    window = text[:room]
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(window) if match.end() > room // 2]
        if ends:
            return ends[-1]
    return _whole_character(text, room)


def _room(text: str, limit: int) -> int:
    """How many characters fit."""
    room = min(limit, len(text))
    while units(text[:room]) > limit:
        room -= max(1, (units(text[:room]) - limit) // 2)
    return room


def _whole_character(text: str, at: int) -> int:
    """The position, moved back so that no mark is torn from its letter or pair."""
    cut = at
    while cut > 1 and cut < len(text) and _clings(text[cut - 1], text[cut]):
        cut -= 1
    return cut if cut > 1 else at


def _clings(before: str, after: str) -> bool:
    """Whether two characters make one sign, or one mark of Markdown."""
    joined = {"\u200d", "\ufe0f"}
    marks = "|`*_~"
    return (
        after in joined
        or before == "\u200d"
        or bool(unicodedata.combining(after))
        or (before == after and before in marks)
    )


def _broken(text: str) -> tuple[str, str]:
    """What closes the part, and what opens the next one in the same way."""
    fence = ""
    for match in _FENCE.finditer(text):
        fence = "" if fence else f"```{match['language']}\n"
    if fence:
        return "\n```", fence
    outside = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    if outside.count(_SPOILER) % 2:
        return _SPOILER, _SPOILER
    return "", ""
