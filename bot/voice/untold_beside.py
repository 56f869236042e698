"""What a clause changes in the words of the answer that it copies.

Who retells rightly leaves words out or puts them another way round; a lie often copies a clause of
the answer and puts other words in the middle of it: 「手指屈肌腱」 becomes 「手指伸肌腱」.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COPIED: Final = 2
"""So many words beside a place must be copied for it to be a change."""
_MOST: Final = 6
_SHORT: Final = 4
"""Longer changes are not told word by word."""
_NAMES: Final = {"replace": "swap", "insert": "put", "delete": "cut"}


def changes(said: tuple[str, ...], nearest: tuple[str, ...]) -> Iterator[str]:
    """The pieces that say what a clause changes in another.

    Args:
        said: The words of the clause, Chinese characters one by one.
        nearest: Those of the clause of the answer that it shares most with.
    """
    codes = _codes(said, nearest)
    longest = max((j2 - j1 for tag, _, _, j1, j2 in codes if tag == "equal"), default=0)
    yield f"copied:{min(longest, _MOST)}"
    sides = [("equal", 0, 0, 0, 0), *codes, ("equal", 0, 0, 0, 0)]
    for before, code, after in zip(sides, sides[1:], sides[2:], strict=False):
        tag, i1, i2, j1, j2 = code
        if tag == "equal":
            continue
        left, right = (one[4] - one[3] for one in (before, after))
        if max(left, right) < _COPIED:
            continue
        name = f"{_NAMES[tag]}{(left > 0) + (right > 0)}"
        yield f"{name}:{min(j2 - j1, _SHORT)}:{min(i2 - i1, _SHORT)}"
        gone, new = nearest[i1:i2], said[j1:j2]
        if len(new) <= _SHORT:
            yield from (f"{name}+:{one}" for one in new)
        if len(gone) <= _SHORT:
            yield from (f"{name}-:{one}" for one in gone)


@lru_cache(maxsize=256)
def _codes(
    said: tuple[str, ...], nearest: tuple[str, ...]
) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, nearest, said, autojunk=False).get_opcodes()
