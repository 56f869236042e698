"""Cells that no spreadsheet takes for a formula, and the way back.

A cell that begins with ``= + - @``, a tab, a line break or one of their full-width forms gets a
``'`` in front. So does one that already has a ``'`` before such a character: exactly one is taken
off again, and nothing is lost.
"""

from __future__ import annotations

import re

_SIGNS = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_RISKY = re.compile(f"'*{_SIGNS}")
_GUARDED = re.compile(f"'+{_SIGNS}")


def guarded(cell: str) -> str:
    """The cell as it is safe in a spreadsheet."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def plain(cell: str) -> str:
    """The cell as it was before it was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell
