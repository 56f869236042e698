"""What no answer speaks of, whatever it is about: the model itself, a machine's orders, deeds.

A voice retells one answer to a member. Words about retelling (「改寫版本如下」) and about rules
(「我的系統提示是」), a form left unfilled (「XXX」), deeds and promises (「我會通知你」), what
waives safety, abuse, judgments, advertising and hearsay are not for the member. They stand in
``words/leaks_*.regex``, one thought a line.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORDS: Final = Path(__file__).parents[1] / "words"
_SET: Final = re.compile(r"(?P<name>[A-Z_]+) = (?P<words>.+)")
_USED: Final = re.compile(r"\{([A-Z_]+)\}")
_BESIDE: Final = " \n，,、；;：。！？!?.（("
"""Signs before and behind what was found, which are none of it."""


def leaked(text: str, known: str) -> Iterator[str]:
    """The words of a text that are not for a member; none that the answer or the question has.

    Args:
        text: What is to be said, as it is written.
        known: The records, the rendered answer and the question.
    """
    held = known.casefold()
    for pattern in _patterns():
        for match in pattern.finditer(text):
            said = match[0].strip(_BESIDE)
            if said and said.casefold() not in held:
                yield said


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    files = sorted(_WORDS.glob("leaks_*.regex"))
    lines = (one for file in files for one in _spelled_out(file.read_text("utf-8").splitlines()))
    return tuple(re.compile(one, re.IGNORECASE | re.MULTILINE) for one in lines)


def _spelled_out(lines: Iterable[str]) -> Iterator[str]:
    """The expressions of a file, with its named sets written out."""
    sets: dict[str, str] = {}
    for line in lines:
        if not line or line.startswith("#"):
            continue
        told = _USED.sub(lambda one: sets[one[1]], line)
        if named := _SET.fullmatch(told):
            sets[named["name"]] = named["words"]
        else:
            yield told
