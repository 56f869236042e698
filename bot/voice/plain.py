"""One spelling to compare in: full width, compatibility forms and radicals as plain characters."""

from __future__ import annotations

import unicodedata
from typing import Final

from knowledge.text import RADICALS

_RADICALS: Final = str.maketrans(RADICALS)


def plain(text: str) -> str:
    """The text in plain characters."""
    return unicodedata.normalize("NFKC", text).translate(_RADICALS)
