"""A reload in a process of its own, so that answers here go on undisturbed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from knowledge.errors import ChangedMeanwhileError, ImportLockedError, KnowledgeError
from knowledge.knowledge_base.diff import Diff
from knowledge.knowledge_base.indexing import index_builder
from knowledge.knowledge_base.reloading import ReloadReport, commit, plan_reload
from knowledge.pacing import step_back
from knowledge.schema import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base.actor import Actor
    from knowledge.knowledge_base.planning import Plan, Request

LISTED_PROBLEMS = 500
"""Problems that are told one by one."""


@dataclass(frozen=True, slots=True)
class ReloadSummary:
    """What a reload did or would do, short enough to be shown."""

    version: int | None = None
    """The version that counts after it."""
    committed: bool = False
    refused: bool = False
    """Whether problems stopped it."""
    changed: bool = False
    """Whether it changes anything."""
    diff: Mapping[str, Any] = field(default_factory=dict)
    """See ``Diff.kept``."""
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    remarks: tuple[Problem, ...] = ()
    failure: str = ""
    """Why it did not come to that, for people; empty when it did."""
    busy: bool = False
    """Whether it may be tried again: somebody else was writing."""

    @property
    def changes(self) -> Diff:
        """The first changes, one by one."""
        return Diff.of_kept(self.diff)


def reload_apart(
    data_dir: Path, request: Request, actor: Actor, *, dry_run: bool = False
) -> ReloadSummary:
    """Reload in a new process, indexes included, and wait for it.

    Args:
        data_dir: The data folder.
        request: What is to be loaded.
        actor: Who does it.
        dry_run: Whether only to look.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(_reload, data_dir, request, actor, dry_run=dry_run).result()
        except BrokenProcessPool:
            return ReloadSummary(failure="載入的程序被系統中斷了，請看 history 確認目前的版本。")


def summary_of(planned: Plan, report: ReloadReport | None = None) -> ReloadSummary:
    """A plan, and what was done of it, in short."""
    return ReloadSummary(
        version=report.version if report else planned.parent,
        committed=report is not None and report.committed,
        refused=planned.refused,
        changed=planned.contents is not None,
        diff=planned.diff.kept(),
        problems=planned.problems[:LISTED_PROBLEMS],
        problem_count=len(planned.problems),
        remarks=planned.remarks[:LISTED_PROBLEMS],
    )


def _reload(data_dir: Path, request: Request, actor: Actor, *, dry_run: bool) -> ReloadSummary:
    step_back()
    try:
        planned = plan_reload(data_dir, request)
        if dry_run:
            return summary_of(planned)
        done = commit(data_dir, planned, actor, prepare=index_builder())
        return summary_of(planned, done)
    except KnowledgeError as error:
        busy = isinstance(error, ChangedMeanwhileError | ImportLockedError)
        return ReloadSummary(failure=error.reply, busy=busy)
    except OSError as error:
        return ReloadSummary(failure=f"資料夾無法讀寫：{error.strerror}")
