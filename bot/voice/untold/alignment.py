"""Where the tokens of one text stand in another: runs that are copied, and tokens that match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MATCHES: Final = 3
"""The same token, with the same one before it, with the same one behind it."""
KNOWN_LONG: Final = 4
"""The longest run that is looked for in the records."""


def runs_in(
    said: tuple[str, ...], other: tuple[str, ...]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of every token the longest run it is copied in, and its place there; 0 and -1 for none.

    Of runs of one length that one is taken which goes on where the token before stands.
    """
    places: dict[str, list[int]] = {}
    for at, token in enumerate(other):
        places.setdefault(token, []).append(at)
    best = [(0, -1)] * len(said)
    ends: dict[int, int] = {}
    for at, token in enumerate(said):
        ends = {place: ends.get(place - 1, 0) + 1 for place in places.get(token, ())}
        for place, length in ends.items():
            for back in range(length):
                run, old = best[at - back]
                goes_on = at > back and best[at - back - 1][1] == place - back - 1
                if length > run or (length == run and goes_on and old != place - back):
                    best[at - back] = (length, place - back)
    return (
        np.fromiter((run for run, _ in best), np.int64, len(best)),
        np.fromiter((place for _, place in best), np.int64, len(best)),
    )


def known_runs(said: tuple[str, ...], known: str) -> NDArray[np.int64]:
    """Of every token the longest run of up to four that stands in the records."""
    runs = np.zeros(len(said), np.int64)
    for size in range(KNOWN_LONG, 0, -1):
        for at in range(len(said) - size + 1):
            part = slice(at, at + size)
            if runs[part].max() < size and f" {' '.join(said[part])} " in known:
                runs[part] = size
    return runs


def matches_of(said: tuple[str, ...], beside: tuple[str, ...]) -> NDArray[np.bool_]:
    """(n, k, MATCHES): whether two tokens are the same, and those before them too, those after."""
    number: dict[str, int] = {}
    rows = np.array([number.setdefault(token, len(number)) for token in said], np.int64)
    columns = np.array([number.setdefault(token, len(number)) for token in beside], np.int64)
    found = np.zeros((len(said), len(beside), MATCHES), np.bool_)
    same = rows[:, None] == columns[None, :]
    found[..., 0] = same
    found[1:, 1:, 1] = same[1:, 1:] & same[:-1, :-1]
    found[:-1, :-1, 2] = same[:-1, :-1] & same[1:, 1:]
    return found
