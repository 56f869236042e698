"""What was freed goes back to the system, where the C library would keep it.

After building an index a hundred thousand short-lived arrays are gone, but glibc holds on to their
pages: some 50 MB that this process never needs again and other processes cannot have.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def release_freed() -> bool:
    """Hand freed pages back; whether there were any. Does nothing on other C libraries."""
    trim = _trim()
    return bool(trim and trim(0))


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # musl, macOS; Windows has no process to open
        return None
    return found
