"""Text as the patterns of this package read it: half width, Traditional cue words, plain dashes.

Invariant: folding is one character to one character, so a position in the folded text is the
same position in the original; zero-width characters are left out, and :meth:`Folded.origin` counts
them in again. Only characters that the patterns name are turned from Simplified to Traditional.
"""

from __future__ import annotations

from dataclasses import dataclass

_SIMPLIFIED = (
    "点级难约过头于间阶进门学简单线后几条与从边数开国红个岁块号楼时场为轻"
    "软会区两运传别还锋馆内专营关组层张题种电产车厢栋吗评价气规万颗这样动"
    "钟绳风阵并来侧挂换暂枫业标温满墙当发确码称笔处见认谁轮铅长顶类松么"
)
_TRADITIONAL = (
    "點級難約過頭於間階進門學簡單線後幾條與從邊數開國紅個歲塊號樓時場為輕"
    "軟會區兩運傳別還鋒館內專營關組層張題種電產車廂棟嗎評價氣規萬顆這樣動"
    "鐘繩風陣並來側掛換暫楓業標溫滿牆當發確碼稱筆處見認誰輪鉛長頂類鬆麼"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\ufe63"
_TILDES = "\u301c\u223c\u02dc"
_SPACES = "\u3000\u00a0\u2002\u2003\u2009\t"
_ZERO_WIDTH = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def _table() -> dict[int, str]:
    table = {0xFF01 + offset: chr(0x21 + offset) for offset in range(94)}
    for characters, plain in ((_DASHES, "-"), (_TILDES, "~"), (_SPACES, " "), ("·‧・", ".")):
        table |= dict.fromkeys(map(ord, characters), plain)
    pairs = zip(_SIMPLIFIED, _TRADITIONAL, strict=True)
    return table | {ord(simplified): traditional for simplified, traditional in pairs}


_TABLE = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters came from."""

    text: str
    positions: tuple[int, ...] = ()
    """Original position by folded position; empty when they are the same."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span of a folded half-open span, which must not be empty."""
        if not self.positions:
            return start, end
        return self.positions[start], self.positions[end - 1] + 1


def fold(text: str) -> Folded:
    """The text for matching; letters keep their case, because case tells Font from French."""
    folded = text.translate(_TABLE)
    if folded.isascii() or _ZERO_WIDTH.isdisjoint(folded):
        return Folded(folded)
    kept = tuple(i for i, character in enumerate(folded) if character not in _ZERO_WIDTH)
    return Folded("".join(folded[i] for i in kept), kept)
