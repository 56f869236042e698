"""The knowledge of a process that runs for long: always the newest version that is ready.

``current`` looks at the pointer file, which costs a microsecond. A version that changes notices
only is taken over at once, because everything that is worked out of the catalogue stays. One with
another catalogue was built by another process; it is opened in a thread that lets answers pass, and
taken over when it is warm. Whoever holds an older version keeps it until the answer is done.
"""

from __future__ import annotations

import logging
from threading import Lock, Thread
from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.errors import EmptyCatalogueError, SnapshotDamagedError
from knowledge.knowledge_base.base import Base
from knowledge.knowledge_base.opening import KnowledgeBase
from knowledge.pacing import Gate, giving_way, uncollected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

logger = logging.getLogger(__name__)


class LiveKnowledge:
    """The newest version of a data folder that is ready; safe to ask from many threads."""

    def __init__(
        self,
        data_dir: Path,
        *,
        embedding: str = "lsa",
        warm: Callable[[KnowledgeBase], object] = lambda _: None,
        opened: KnowledgeBase | None = None,
    ) -> None:
        """Open the current version.

        Args:
            data_dir: The data folder.
            embedding: See ``KnowledgeBase.open``.
            warm: Works out what answers need of a new catalogue, before it is taken over.
            opened: The version to begin with, where it is open already.

        Raises:
            EmptyCatalogueError: When nothing was imported yet.
            SnapshotDamagedError: When the files of the version are not what was written.
        """
        self.gate = Gate()
        """Answers under way; see ``knowledge.pacing``."""
        self._data_dir = data_dir
        self._warm = warm
        self._pointer = snapshots.pointer(data_dir) if opened is None else ()
        self._held = opened or KnowledgeBase.open(data_dir, embedding=embedding)
        self._refreshing = Lock()
        self._opening: Thread | None = None

    @property
    def current(self) -> KnowledgeBase:
        """The newest version that is ready; never waits for one that is not."""
        if snapshots.pointer(self._data_dir) != self._pointer and self._refreshing.acquire(
            blocking=False
        ):
            try:
                self._refresh()
            finally:
                self._refreshing.release()
        return self._held

    def settle(self, timeout_seconds: float | None = None) -> KnowledgeBase:
        """The newest version, after waiting for one that is being opened."""
        held = self.current
        opening = self._opening
        if opening is not None:
            opening.join(timeout_seconds)
            held = self.current
        return held

    def _refresh(self) -> None:
        """Take over what the pointer names, or begin to open it."""
        if self._opening is not None and self._opening.is_alive():
            return  # the pointer is looked at again when that one is ready
        pointer = snapshots.pointer(self._data_dir)
        try:
            snapshot = snapshots.current(self._data_dir)
            if snapshot.identity == self._held.base.identity:
                self._held = KnowledgeBase(snapshot, self._held.base, snapshot.board())
                self._pointer = pointer
                return
        except (EmptyCatalogueError, SnapshotDamagedError) as error:
            logger.error("version not taken over: %s", error)  # noqa: TRY400 - the old one goes on
            self._pointer = pointer
            return
        self._opening = Thread(target=self._open, name="knowledge-opening", daemon=True)
        self._opening.start()

    def _open(self) -> None:
        """Open the current version and make it warm, then take it over."""
        pointer = snapshots.pointer(self._data_dir)
        try:
            with giving_way(self.gate), uncollected():
                snapshot = snapshots.current(self._data_dir)
                snapshot.verify()
                base = Base.open(snapshot, embedding=self._held.base.embedding)
                opened = KnowledgeBase(snapshot, base, snapshot.board())
                self._warm(opened)
        except (EmptyCatalogueError, SnapshotDamagedError) as error:
            logger.error("version not taken over: %s", error)  # noqa: TRY400 - the old one goes on
        else:
            self._held = opened
            logger.info("version %d taken over", opened.version)
        finally:
            self._pointer = pointer
