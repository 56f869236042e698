"""Text as the patterns of this package read it: half width, Traditional cue words, one kind of dash and tilde.

Invariant: folding is one character to one character, so positions in the folded text are positions in the original;
the only exception, zero-width characters, is undone by :meth:`Folded.origin`.
"""

from __future__ import annotations

from dataclasses import dataclass

_SIMPLIFIED = "点级难约过头于间阶进门学简单线后几条与从边数样开国优红来个岁块钱号楼时钟张题种场这为轻软会紧区块厘两质业练论运动传绳项万"
_TRADITIONAL = "點級難約過頭於間階進門學簡單線後幾條與從邊數樣開國優紅來個歲塊錢號樓時鐘張題種場這為輕軟會緊區塊釐兩質業練論運動傳繩項萬"
_DASHES = "‐‑‒–—―−─━﹣"
_TILDES = "〜∼～˜"
_ZERO_WIDTH = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"
)


def _table() -> dict[int, str]:
    table = {0xFF01 + offset: chr(0x21 + offset) for offset in range(94)}
    table |= dict.fromkeys(map(ord, _DASHES), "-") | dict.fromkeys(map(ord, _TILDES), "~")
    table |= {ord(a): b for a, b in zip(_SIMPLIFIED, _TRADITIONAL, strict=True)}
    return table | {ord("\u3000"): " ", ord("\u00a0"): " ", ord("\t"): " ", ord("·"): "."}


_TABLE = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters came from."""

    text: str
    positions: tuple[int, ...] = ()
    """Original position by folded position; empty when they are the same."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span of a folded half-open span that is not empty."""
        if not self.positions:
            return start, end
        return self.positions[start], self.positions[end - 1] + 1


def fold(text: str) -> Folded:
    """The text for matching; letters keep their case, because case tells Font from French."""
    folded = text.translate(_TABLE)
    if folded.isascii() or _ZERO_WIDTH.isdisjoint(folded):
        return Folded(folded)
    positions = tuple(i for i, character in enumerate(folded) if character not in _ZERO_WIDTH)
    return Folded("".join(folded[i] for i in positions), positions)
