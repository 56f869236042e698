"""A watched folder: what is dropped there is reloaded, then moved to ``done`` or ``failed``.

A file counts as whole when its size and time have stayed the same for a while. It is first moved
aside, so that nobody writes to it while it is read; what a crash left aside is taken up again. Its
name decides nothing: the content tells what it is, and a report with a safe name lies beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.importers.days import TAIPEI
from knowledge.knowledge_base.actor import Actor
from knowledge.knowledge_base.apart import ReloadSummary, reload_apart
from knowledge.knowledge_base.planning import Request

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

INBOX = "inbox"
"""The folder in the data folder that is watched unless another is named."""
SETTLED_SECONDS = 2.0
"""So long a file must stay as it is."""
KEPT_NAME = 40
"""Characters of a file's name that stay: with 255 bytes a system names no longer ones."""
_ASIDE, _DONE, _FAILED = ".working", "done", "failed"
_UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", ".swp")
_UNSAFE = re.compile(r"[^\w.-]+")
_WHAT_WORDS = {"added": "新增", "changed": "更動", "removed": "移除"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was dealt with."""

    name: str
    path: Path
    """Where it lies now."""
    summary: ReloadSummary


class Inbox:
    """Looks into the folder when ``poll`` is called; keeps what it saw the last time."""

    def __init__(
        self,
        data_dir: Path,
        folder: Path | None = None,
        load: Callable[[Path], ReloadSummary] | None = None,
    ) -> None:
        """Watch a folder.

        Args:
            data_dir: The data folder that files are loaded into.
            folder: The watched folder; ``DATA_DIR/inbox`` unless given.
            load: Loads one file; by default a reload in a process of its own.
        """
        self.folder = folder or data_dir / INBOX
        self._load = load or (lambda path: _reload(data_dir, path))
        self._seen: dict[str, tuple[tuple[int, int], float]] = {}
        for name in (_ASIDE, _DONE, _FAILED):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for left in (self.folder / _ASIDE).iterdir():
            left.replace(self.folder / left.name)

    def poll(self, at: float, now: datetime | None = None) -> tuple[Taken, ...]:
        """Load every file that has settled.

        Args:
            at: Seconds of any clock that only goes forward.
            now: The time for the names of reports.
        """
        present = {path.name: path for path in sorted(self.folder.iterdir()) if _is_meant(path)}
        self._seen = {name: it for name, it in self._seen.items() if name in present}
        settled = [path for path in present.values() if self._has_settled(path, at)]
        taken = (self._take(path, now or datetime.now(UTC)) for path in settled)
        return tuple(it for it in taken if it is not None)

    def _has_settled(self, path: Path, at: float) -> bool:
        try:
            found = path.stat()
        except OSError:
            return False
        state = (found.st_size, found.st_mtime_ns)
        before, since = self._seen.get(path.name, (None, at))
        self._seen[path.name] = (state, since if before == state else at)
        return before == state and at - since >= SETTLED_SECONDS

    def _take(self, path: Path, now: datetime) -> Taken | None:
        """Load one file; ``None`` when somebody else is writing and it waits for the next time."""
        aside = self.folder / _ASIDE / path.name
        path.replace(aside)
        summary = self._load(aside)
        if summary.busy:
            aside.replace(path)
            return None
        self._seen.pop(path.name, None)
        good = not summary.failure and not summary.refused
        target = _free(self.folder / (_DONE if good else _FAILED), path.name, now)
        aside.replace(target)
        report = target.with_name(f"{target.name}.report.txt")
        report.write_text(report_of(path.name, summary), encoding="utf-8")
        return Taken(path.name, target, summary)


def watch(
    inbox: Inbox,
    stop: threading.Event,
    *,
    clock: Callable[[], float],
    every_seconds: float = 1.0,
    tell: Callable[[Taken], object] = lambda _: None,
) -> None:
    """Poll until the event is set."""
    while not stop.wait(every_seconds):
        for taken in inbox.poll(clock()):
            tell(taken)


def report_of(name: str, summary: ReloadSummary) -> str:
    """What was done with a file, for its owner."""
    lines = [_said(name, summary)]
    changes = summary.changes.changes if summary.committed else ()
    lines += [f"  {_WHAT_WORDS[it.what]} {it.where} {it.name}".rstrip() for it in changes]
    if summary.problem_count:
        lines.append(f"有問題的地方（{summary.problem_count}）：")
        lines += [f"  {problem}" for problem in summary.problems]
    lines += [f"  {remark}" for remark in summary.remarks]
    return "\n".join(lines) + "\n"


def _said(name: str, summary: ReloadSummary) -> str:
    if summary.failure:
        return f"「{name}」沒有載入：{summary.failure}"
    if summary.refused:
        return f"「{name}」有問題，什麼都沒有變動。"
    if summary.committed:
        return f"「{name}」載入了，現在是第 {summary.version} 版。"
    return f"「{name}」和現有的資料一樣，沒有變動。"


def _is_meant(path: Path) -> bool:
    hidden = path.name.startswith((".", "~"))
    unfinished = path.name.lower().endswith(_UNFINISHED)
    return not hidden and not unfinished and not path.is_symlink() and path.is_file()


def _free(folder: Path, name: str, now: datetime) -> Path:
    """A path in the folder that nothing has, with the time and a safe form of the name."""
    safe = _UNSAFE.sub("_", name)[-KEPT_NAME:].lstrip(".") or "file"
    stem = f"{now.astimezone(TAIPEI):%Y%m%d-%H%M%S}"
    number, path = 1, folder / f"{stem}-{safe}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}-{safe}"
    return path


def _reload(data_dir: Path, path: Path) -> ReloadSummary:
    return reload_apart(data_dir, Request((path,)), Actor("inbox", operator=True))
