"""Publish a notice every five seconds, until ended: ``python -m tests.benchmarks.notices DIR``."""

from __future__ import annotations

import itertools
import sys
import threading
from pathlib import Path

from knowledge.knowledge_base import Actor, post_notice

EVERY_SECONDS = 5.0


def main() -> None:
    """Publish about the first gym that the demo data hold."""
    data_dir = Path(sys.argv[1])
    for number in itertools.count(1):
        values = {
            "about": "岩嶼攀岩館-台南店",
            "kind": "event",
            "title": f"第 {number} 次活動",
            "text": "歡迎參加",
        }
        post_notice(data_dir, Actor("benchmark", operator=True), "", values)
        threading.Event().wait(EVERY_SECONDS)


if __name__ == "__main__":
    main()
