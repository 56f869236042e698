"""One thread that changes the log, many changes in one transaction.

Whoever asks waits until the group with the change is on the disk, in the database and in the mark.
While one group is being written the next one gathers. A change that fails is tried again alone, so
that it takes nobody else's with it.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bot.logbook.errors import (
    LogbookClosedError,
    LogbookError,
    LogbookFailedError,
    LogbookUnsureError,
)

if TYPE_CHECKING:
    from bot.logbook.store.transaction import Transaction

    Work = Callable[[Transaction], Any]

Result = TypeVar("Result")
GROUP = 64
"""Changes in one transaction, at most: beyond, those at the front wait longer than they win."""
IDLE_SECONDS = 600
"""How long nothing may be asked before backups that are due or past their day are seen to."""

_log = logging.getLogger(__name__)


class Committer(Protocol):
    """What makes a group of changes durable."""

    def settle(self) -> None:
        """What can wait until the askers of a group have their answer."""
        ...

    def commit(self, works: list[Work]) -> list[Any]:
        """Do them in one transaction; their results, an error in the place of each refused one.

        Raises:
            LogbookFailedError: When nothing of any of them was kept, for the disk refused it.
            LogbookUnsureError: When that cannot be told.
            Exception: When one of them failed; nothing of any of them was kept.
        """
        ...


@dataclass(slots=True)
class _Job:
    work: Callable[..., Any]
    alone: bool
    done: Future[Any] = field(default_factory=Future)


class Writer:
    """The thread and its queue."""

    def __init__(self, committer: Committer) -> None:
        self._committer = committer
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="logbook-writer", daemon=True)
        self._thread.start()

    def change(self, work: Callable[[Transaction], Result]) -> Result:
        """Do the work within a transaction; returns when it is durable."""
        result: Result = self._wait(_Job(work, alone=False))
        return result

    def alone(self, work: Callable[[], Result]) -> Result:
        """Do the work between two groups, outside of any transaction."""
        result: Result = self._wait(_Job(work, alone=True))
        return result

    def close(self) -> None:
        """Finish what was asked and stop; closing twice is fine."""
        with self._gate:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _wait(self, job: _Job) -> Any:
        with self._gate:
            if self._closed:
                raise LogbookClosedError("the log is closed")
            self._jobs.put(job)
        return job.done.result()

    def _run(self) -> None:
        following = self._next()
        while following is not None:
            group, following = self._gather(following)
            if group[0].alone:
                _settle(group[0], group[0].work)
            else:
                self._commit(group)
                self._look_around()
            following = following or self._next()

    def _next(self) -> _Job | None:
        """The next job; while there is none, what has its own time is done."""
        while True:
            try:
                return self._jobs.get(timeout=IDLE_SECONDS)
            except queue.Empty:
                self._look_around()

    def _look_around(self) -> None:
        try:
            self._committer.settle()
        except Exception:  # noqa: BLE001  (told, with its place)
            # whoever waits for this thread would wait for ever if it ended here
            _log.exception("the log's writer met a fault")

    def _gather(self, first: _Job) -> tuple[list[_Job], _Job | None]:
        """The first job and those after it that may join it; then the one that may not."""
        group = [first]
        while not first.alone and len(group) < GROUP:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self._jobs.put(None)
                break
            if job.alone:
                return group, job
            group.append(job)
        return group, None

    def _commit(self, group: list[_Job]) -> None:
        try:
            results = self._committer.commit([job.work for job in group])
        except (LogbookFailedError, LogbookUnsureError) as error:
            for job in group:
                job.done.set_exception(error)
        except BaseException as error:  # noqa: BLE001  (whoever asked gets it)
            if len(group) == 1:
                group[0].done.set_exception(error)
            else:
                for job in group:
                    self._commit([job])
        else:
            for job, result in zip(group, results, strict=True):
                if isinstance(result, LogbookError):
                    job.done.set_exception(result)
                else:
                    job.done.set_result(result)


def _settle(job: _Job, work: Callable[[], Any]) -> None:
    try:
        job.done.set_result(work())
    except BaseException as error:  # noqa: BLE001  (whoever asked gets it)
        job.done.set_exception(error)
