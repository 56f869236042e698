"""Whether a command is written as the answer writes it: a member types what is said. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMAND: Final = re.compile(r"\bbot((?: +[a-z][a-z-]*){1,3})", re.ASCII)
_OPTION: Final = re.compile(r"(?<![\w-])--[a-z][a-z-]*(?: +[a-z]+(?![\w.-]))?", re.ASCII)
_BLANKS: Final = re.compile(r"[`\s]+")


def other_commands(text: str, known: str) -> Iterator[str]:
    """The commands and options of a text that nothing known gives.

    Args:
        text: What is to be said.
        known: The rendered answer and the question.
    """
    held, told = (_BLANKS.sub(" ", one) for one in (known, text))
    if "python -m" not in f"{told}{held}":
        return
    runs = [one[1].split() for one in _COMMAND.finditer(held)]
    for one in _COMMAND.finditer(told):
        words, typed = one[1].split(), "-m" in told[max(0, one.start() - 4) : one.start()]
        if any(words[: len(run)] == run for run in runs):
            continue
        if typed or any(words[0] == run[0] for run in runs):
            yield one[0]
    yield from (one[0] for one in _OPTION.finditer(told) if one[0] not in held)
