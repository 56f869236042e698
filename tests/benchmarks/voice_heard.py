"""What becomes of retellings in the whole voice: ``python -m tests.benchmarks.voice_heard FILE``.

Files as in ``tests/bot/voice_texts``, any number. Of right lines: said ``whole``; ``trimmed``, a
clause is left out; ``part``, a sentence is lost; ``kept``, the rendered answer stands. A rejected
sentence is asked for once more: in the second row of a file the model then says the writer's next
line (``again``: so every rejected sentence was said), in the first it says nothing. Of wrong lines:
``heard`` or ``unheard``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.voice.untold.weighing import weighing
from tests.bot.voice_retellings import BAD, measured

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence


def shares(counts: Counter[str]) -> str:
    """The outcomes of a file, without answers that no model may speak."""
    lines = counts.total() - counts["skipped"]
    told = (f"{one} {n} ({n / lines:.1%})" for one, n in sorted(counts.items()) if one != "skipped")
    return f"{lines} lines, {', '.join(told)}"


def main(arguments: Sequence[str]) -> int:
    """Print a row for every file, two for right lines; 0."""
    for file in map(Path, arguments):
        is_right = BAD not in file.read_text("utf-8")
        for again in (False, True)[: 1 + is_right]:
            sys.stdout.write(f"{file}: {shares(measured(file, weighing(), again=again))}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
