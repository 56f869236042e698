"""Files into a new version, beside the one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.knowledge_base.actor import Actor, terminal_user
from knowledge.knowledge_base.known import Known
from knowledge.knowledge_base.planning import Plan, Request, plan
from knowledge.knowledge_base.publishing import publish_plan
from knowledge.schema import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.snapshots import Prepare

DEMO_DIR = Path(__file__).resolve().parents[2] / "data" / "demo"
"""The invented crags and gyms that come with the program."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records of one kind came, changed and went."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    version: int | None
    """The version that counts now; ``None`` while there is none."""
    changes: dict[str, Changes]
    """By kind: crags, areas, sectors, routes, gyms, and notices where there are any."""
    counts: dict[str, int]
    """Records of the version by kind."""
    problems: tuple[Problem, ...] = ()
    """Rows that were left out or mended."""
    unreadable: tuple[Problem, ...] = ()
    """Files of which nothing was loaded."""
    read: int = 0
    """Files that were read."""
    unchanged: bool = True
    """Nothing is different, so there is no new version."""


def import_files(
    data_dir: Path,
    paths: Iterable[Path],
    *,
    now: datetime | None = None,
    actor: Actor | None = None,
    prepare: Prepare | None = None,
) -> ImportReport:
    """Read files and folders into a new version; when nothing differs the old one stays.

    A file that cannot be read changes nothing and is listed; so is a bad row, and the rest loads.

    Raises:
        ImportLockedError: When another import is running.
    """
    request = Request(tuple(paths), accept_good_rows=True)
    with snapshots.import_lock(data_dir), Known.of(data_dir) as known:
        planned = plan(known, request)
        version = known.number if known.stays else None
        published = None
        if planned.files and planned.contents is not None:
            when = now or datetime.now(UTC)
            who = actor or terminal_user()
            published = publish_plan(data_dir, planned, "import", who, when, prepare=prepare)
            version = published.number
        shown = published or known.snapshot
        counts = dict(shown.counts) if shown else {}
        notices = len((published.board() if published else known.board).notices)
    unreadable = planned.unreadable
    return ImportReport(
        version=version,
        changes=_changes(planned, notices),
        counts={**dict.fromkeys(snapshots.KINDS, 0), **counts, **_some("notices", notices)},
        problems=tuple(it for it in (*planned.remarks, *planned.problems) if it not in unreadable),
        unreadable=unreadable,
        read=len(planned.files),
        unchanged=published is None,
    )


def load_demo(data_dir: Path, demo_dir: Path = DEMO_DIR) -> ImportReport:
    """Fill an empty data folder with the demo data; the first real import replaces them."""
    return import_files(data_dir, [demo_dir])


def _changes(planned: Plan, notices: int) -> dict[str, Changes]:
    counts = planned.diff.counts if planned.contents is not None else {}
    kinds = (*snapshots.KINDS, *_some("notices", notices))
    return {kind: _of_kind(counts, kind) for kind in kinds}


def _of_kind(counts: Mapping[str, int], kind: str) -> Changes:
    return Changes(*(counts.get(f"{kind} {what}", 0) for what in ("added", "changed", "removed")))


def _some(kind: str, count: int) -> dict[str, int]:
    return {kind: count} if count else {}
