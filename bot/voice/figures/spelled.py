"""Numbers spelled digit by digit: 「零六五五五零一九九」 is a telephone number as any. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS: Final = str.maketrans("零〇一二三四五六七八九", "00123456789")
_SPELLED: Final = re.compile(r"[零〇一二三四五六七八九]{5,}")


def foreign_spelled(text: str, known: str) -> Iterator[str]:
    """The spelled numbers of a text whose digits stand nowhere in what is known.

    Args:
        text: What is to be said.
        known: The records, the rendered answer and the question.
    """
    found = _SPELLED.findall(text)
    held = re.sub(r"[^\d\n]", "", known.translate(_DIGITS)) if found else ""
    yield from (one for one in found if one.translate(_DIGITS) not in held)
