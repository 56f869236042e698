"""A plan as a new version, with a line of history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.snapshots import Entry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from knowledge.knowledge_base.actor import Actor
    from knowledge.knowledge_base.planning import Plan
    from knowledge.snapshots import Prepare, Snapshot


def publish_plan(
    data_dir: Path,
    planned: Plan,
    action: str,
    actor: Actor,
    now: datetime,
    *,
    prepare: Prepare | None = None,
) -> Snapshot:
    """Write what was planned; the caller holds the import lock.

    Raises:
        ValueError: When the plan changes nothing.
    """
    if planned.contents is None:
        raise ValueError("a plan without contents")
    told = Entry(
        number=0,
        parent=planned.parent,
        at="",
        who=actor.id,
        action=action,
        source=planned.source,
        files=planned.files,
        diff=planned.diff.kept(),
        scope=planned.scope,
    )
    return snapshots.publish(data_dir, planned.contents, now, told, prepare=prepare)
