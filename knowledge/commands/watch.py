"""``python -m knowledge watch``: a folder whose files are loaded as they come."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge import knowledge_base as base

if TYPE_CHECKING:
    import argparse


def add_to(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "--inbox", type=Path, metavar="DIR", help="要看的資料夾，預設 DATA_DIR/inbox"
    )
    parser.add_argument(
        "--every", type=float, default=1.0, metavar="SECONDS", help="幾秒看一次，預設 1"
    )


def run(arguments: argparse.Namespace) -> int:
    """Watch until interrupted; 0."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    inbox = base.Inbox(arguments.data_dir, arguments.inbox)
    print(f"看著「{inbox.folder}」，放進去的檔案會自動載入；Ctrl-C 結束。", flush=True)
    base.watch(inbox, stop, clock=time.monotonic, every_seconds=arguments.every, tell=_tell)
    return 0


def _tell(taken: base.Taken) -> None:
    print(base.report_of(taken.name, taken.summary), end="", flush=True)
