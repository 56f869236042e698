"""What a question about one thing asks beyond the properties that we know: 「可以帶狗嗎」."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.fields import without_fields
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.reading import Reading

_PLACEHOLDER = re.compile(f"[{NAME}{GRADE}{DAY}]")
_MIN_HAN = 2
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENGLISH = re.compile(r"[a-z]{3,}")


def content(text: str) -> str:
    """The key of a text without the words that carry no question of their own."""
    folded = key(text)
    for meaning in words.table("fillers"):
        folded = meaning.chinese.sub(" ", folded)
    return folded.strip()


def asks_unrecorded(reading: Reading) -> bool:
    """Whether content words remain when names, known properties and fillers are taken out."""
    folded = _PLACEHOLDER.sub("", without_fields(reading.folded))
    lower = _PLACEHOLDER.sub(" ", reading.lower)
    for name in ("intents", "domains", "fillers"):
        for meaning in words.table(name):
            if meaning.name == "climbing":
                continue
            folded = meaning.chinese.sub("", folded)
            lower = meaning.english.sub(" ", lower)
    return bool(_ENGLISH.search(lower)) or len(_HAN.findall(folded)) >= _MIN_HAN
