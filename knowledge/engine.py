"""What both databases need of DuckDB's Python side."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def spare_lookups() -> None:
    """Let DuckDB find out at once that pandas is not installed.

    It asks for pandas twice for every value that a query is given (might it be a ``NaT``?). Python
    does not remember what it did not find and walks its whole path each time: 0.2 ms a value, more
    than the query itself. Where pandas is installed nothing changes.
    """
    if "pandas" not in sys.modules and find_spec("pandas") is None:
        sys.modules["pandas"] = None  # type: ignore[assignment] # "not there", as the import system has it
