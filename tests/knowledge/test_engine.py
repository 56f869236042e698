"""The engine does not look for what is not installed, and what is installed stays to be found."""

import importlib.util
import subprocess
import sys

import pytest

_LOOKED_FOR = """
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

class Watching(MetaPathFinder):
    names = []
    def find_spec(self, name, path, target=None):
        self.names.append(name)

from knowledge.catalog.connection import connect
connection = connect(None, read_only=False)
sys.meta_path.insert(0, Watching())
connection.execute("SELECT 1 WHERE ? = 'a' OR ? = 2", ["a", 2]).fetchall()
print(*(name for name in Watching.names if name == "pandas"))
"""


@pytest.mark.skipif(importlib.util.find_spec("pandas") is not None, reason="pandas is installed")
def test_a_query_does_not_look_for_pandas_where_there_is_none() -> None:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", _LOOKED_FOR], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_other_code_still_hears_that_pandas_is_not_there_or_finds_it() -> None:
    code = (
        "import importlib.util as found; before = found.find_spec('pandas') is None\n"
        "from knowledge.engine import spare_lookups; spare_lookups()\n"
        "assert (found.find_spec('pandas') is None) == before\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code
