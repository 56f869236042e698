"""Reload: files into a new version, all or nothing.

First ``plan_reload`` looks and writes nothing; ``commit`` makes what was planned, unless another
version came in between. Answers that are under way keep the version that they began with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.errors import ChangedMeanwhileError
from knowledge.importers.days import TAIPEI
from knowledge.knowledge_base.known import Known, number_now
from knowledge.knowledge_base.planning import Plan, Request, plan
from knowledge.knowledge_base.publishing import publish_plan

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base.actor import Actor
    from knowledge.snapshots import Prepare


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload did."""

    plan: Plan
    version: int | None
    """The version that counts now; ``None`` when there is none."""
    committed: bool = False


def plan_reload(data_dir: Path, request: Request, *, now: datetime | None = None) -> Plan:
    """What a reload would do; nothing is written."""
    today = (now or datetime.now(UTC)).astimezone(TAIPEI).date()
    with Known.of(data_dir) as known:
        return plan(known, replace(request, today=today))


def commit(
    data_dir: Path,
    planned: Plan,
    actor: Actor,
    *,
    action: str = "reload",
    now: datetime | None = None,
    prepare: Prepare | None = None,
) -> ReloadReport:
    """Make what was planned, at once and for good; nothing when it changes nothing.

    Args:
        data_dir: The data folder.
        planned: What is to be done.
        actor: Who does it.
        action: How the history calls it.
        now: When it is done.
        prepare: See ``index_builder``; without it the first search makes the index.

    Raises:
        NotAllowedError: When it changes global data and the actor is no operator.
        ImportLockedError: When another import is running.
        ChangedMeanwhileError: When another version came since the plan was made.
    """
    if planned.contents is None:
        return ReloadReport(planned, planned.parent)
    actor.may_touch(planned.scope)
    with snapshots.import_lock(data_dir):
        current = number_now(data_dir)
        if current != planned.parent:
            raise ChangedMeanwhileError(str(data_dir), current)
        when = now or datetime.now(UTC)
        made = publish_plan(data_dir, planned, action, actor, when, prepare=prepare)
    return ReloadReport(planned, made.number, committed=True)


def reload_files(
    data_dir: Path, request: Request, actor: Actor, *, now: datetime | None = None
) -> ReloadReport:
    """Plan and commit at once.

    Raises:
        NotAllowedError: When it changes global data and the actor is no operator.
        ImportLockedError: When another import is running.
        ChangedMeanwhileError: When another version came in between.
    """
    return commit(data_dir, plan_reload(data_dir, request, now=now), actor, now=now)
