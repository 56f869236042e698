"""What a rendered answer warns of, by name: 「⚠️ 「霧笛」｜落石・封閉：…」. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_WARNING: Final = re.compile(
    r"^[\s⚠️\ufe0f*-]*[「“\"]?(?P<name>[^|」”\"\n]+?)[」”\"]?\s*[|]\s*(?P<flags>[^|:\n]+):",
    re.MULTILINE,
)


def warnings_of(text: str) -> Iterator[tuple[str, str]]:
    """Names and what each is warned of, both in ``plain`` words, a pair for every warning."""
    for one in _WARNING.finditer(plain(text)):
        yield from ((one["name"], flag.strip()) for flag in one["flags"].split("・"))
