"""A stream of text cut into sentences as it comes; a line of the recommendation format is one."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(
    r"(?:(?<!\d)。|。(?!\d)|[！？!?])+[」』）)】]*|\n+|(?<=[a-zA-Z0-9)”\"])(?<!^\d)(?<!\n\d)(?<!^\d\d)(?<!\n\d\d)(?<![ap]\.m)"
    r"\.(?=\s)|(?<=[ap]\.m)\.(?=\s+[A-Z])"
)
CLAUSE: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d{3})")
"""Where a clause ends; a comma within a figure ends none."""
PART: Final = re.compile(rf"[()]|{CLAUSE.pattern}")
"""Where a clause ends, or an aside in brackets begins or ends."""
CLAUSE_OR_STOP: Final = re.compile(rf"{CLAUSE.pattern}|\.(?=\s|$)")
"""Where a clause ends, in English as well."""
STOP: Final = re.compile(r"[。；;！!？?\n]|\.(?=\s|$)")
"""Where a sentence ends, in Chinese or in English."""
MAX_SENTENCE: Final = 400
"""Characters after which a sentence is cut even though it has not ended."""


class Sentences:
    """What has come so far and is not yet a whole sentence."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, piece: str) -> tuple[str, ...]:
        """The sentences that this piece completes, each with its closing mark and line breaks."""
        self._rest += piece
        done: list[str] = []
        while (end := self._next_end()) is not None:
            done.append(self._rest[:end])
            self._rest = self._rest[end:]
        return tuple(done)

    def finish(self) -> tuple[str, ...]:
        """What is left when the stream has ended."""
        rest, self._rest = self._rest, ""
        return (rest,) if rest.strip() else ()

    def _next_end(self) -> int | None:
        match = _END.search(self._rest)
        # a mark at the very end of what has come may still get its bracket or its line break
        if match is not None and match.end() < len(self._rest):
            return match.end()
        return MAX_SENTENCE if len(self._rest) > MAX_SENTENCE else None


def sentences_of(text: str) -> tuple[str, ...]:
    """All sentences of a whole text."""
    cutter = Sentences()
    return (*cutter.feed(text), *cutter.finish())
