"""What teaches copying alone: random strings to repeat, and prompts whose values are random.

Half of the strings are drawn from few signs (often digits): a sign that stands many times can only
be copied by one who looks at more than the sign before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any, Final

from bot.prompts import Message
from finetune.nano.corpus import Pair, block_pair, draw_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.rendering import RouteBlock

_DIGITS: Final = tuple("0123456789-.:")
_MARKS: Final = frozenset("｜：；，。（）·・›\n 「」")
"""Signs that part values from each other."""
_VALUES: Final = (
    *("name", "grade", "type", "length", "gear", "anchor"),
    *("descent", "character", "caution", "source", "updated"),
)
_WHOLE: Final = 0.5
_REPLACED: Final = 0.8


@dataclass(frozen=True)
class Copying:
    """Streams of pairs over an alphabet; the same generator makes the same streams."""

    rng: Random
    alphabet: Sequence[str]
    """Every sign that one token writes."""

    def strings(self) -> Iterator[Pair]:
        """A string that comes back whole, or records of which some come back in another order."""
        while True:
            yield self._repeated() if self.rng.random() < _WHOLE else self._looked_up()

    def fields(self) -> Iterator[Pair]:
        """Recommendation prompts with random values, answered in prose."""
        plain = [sign for sign in self.alphabet if not _MARKS & set(sign)]
        while True:
            block, crag = draw_block(self.rng)
            yield block_pair(*self._scrambled(block, crag, plain), self.rng)

    def _repeated(self) -> Pair:
        text = self._text(self._signs(self.alphabet), 8, 33)
        return (Message("user", text),), text

    def _looked_up(self) -> Pair:
        rng = self.rng
        keys = rng.sample(self.alphabet, rng.randrange(2, 7))
        told = {key: self._text(self._signs(self.alphabet), 2, 12) for key in keys}
        asked = rng.sample(keys, max(1, len(keys) - rng.randrange(3)))
        records = "｜".join(f"{key}：{value}" for key, value in told.items())
        mark = rng.choice("： ")
        answer = "｜".join(f"{key}{mark}{told[key]}" for key in asked)
        return (Message("user", f"{records}\n{''.join(asked)}"),), answer

    def _scrambled(
        self, block: RouteBlock, crag: str, plain: Sequence[str]
    ) -> tuple[RouteBlock, str]:
        """The block with most of its values random."""
        rng = self.rng
        values: dict[str, Any] = {
            name: self._text(self._signs(plain), 1, 9)
            for name in _VALUES
            if rng.random() < _REPLACED
        }
        values["reason"] = self._text(plain, 2, 6)
        if block.name_en and rng.random() < _REPLACED:
            values["name_en"] = self._text(plain, 2, 8)
        if rng.random() < _REPLACED:
            crag = self._text(plain, 2, 5)
            values["place"] = f"{crag}›{self._text(plain, 2, 5)}"
        return replace(block, **values), crag

    def _signs(self, alphabet: Sequence[str]) -> Sequence[str]:
        drawn = self.rng.random()
        if drawn < 0.3:
            return alphabet
        return _DIGITS if drawn < 0.7 else self.rng.sample(alphabet, self.rng.randrange(4, 13))

    def _text(self, signs: Sequence[str], least: int, most: int) -> str:
        return "".join(self.rng.choices(signs, k=self.rng.randrange(least, most)))
