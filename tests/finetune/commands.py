"""Commands of this project as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, module: str = "finetune", code: int | None = 0, **settings: str) -> str:
    """The output of a command that must end with this code, or with any.

    Of one that need not succeed also what it says to stderr.
    """
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert code is None or done.returncode == code, (
        f"{arguments}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    )
    return done.stdout if code == 0 else done.stdout + done.stderr
