"""What a guard is: it finds the words of a sentence that it objects to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.voice.answer.answered import Sentence


class Guard(Protocol):
    """Finds the words of a sentence that it objects to."""

    __name__: str

    def __call__(self, said: Sentence, /) -> Iterable[str]:
        """The words."""
        ...
