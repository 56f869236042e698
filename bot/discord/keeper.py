"""The data folder of a running bot: the snapshot that answers, the log, and their successors."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.config import DEMO, Config
from bot.logbook import Logbook, LogServer
from knowledge import snapshots
from knowledge.errors import EmptyCatalogueError, KnowledgeError
from knowledge.knowledge_base import KnowledgeBase, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.discord.brain import Brain

logger = logging.getLogger(__name__)

FOLLOW_SECONDS = 0.5


@dataclass(slots=True)
class Home:
    """What the process holds open."""

    data_dir: Path
    assistant: Assistant
    log: Logbook | None
    embedding: str

    async def follow(self, brain: Brain) -> None:
        """Answer from the newest snapshot as soon as somebody published one, until cancelled."""
        seen = snapshots.pointer(self.data_dir)
        while True:
            await asyncio.sleep(FOLLOW_SECONDS)
            now = snapshots.pointer(self.data_dir)
            if now != seen:
                seen = now
                await asyncio.to_thread(self._renew, brain)

    def _renew(self, brain: Brain) -> None:
        """Open the newest snapshot beside the one that answers, then swap."""
        try:
            knowledge = KnowledgeBase.open(self.data_dir, embedding=self.embedding)
        except KnowledgeError as error:
            logger.error("the new snapshot was left alone: %s", error)  # noqa: TRY400 - says it all
            return
        brain.replace(Assistant(knowledge))
        logger.info("answering from snapshot %d", knowledge.version)


@contextmanager
def open_home(data_dir: Path, config: Config, *, with_log: bool = True) -> Iterator[Home]:
    """Open the data folder; the invented demo answers while nothing was imported."""
    with ExitStack() as stack:
        try:
            knowledge = KnowledgeBase.open(data_dir, embedding=config.embedding)
        except EmptyCatalogueError:
            logger.warning("nothing was imported yet: answering from the invented demo data")
            scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="yanyou-")))
            import_files(scratch, [DEMO])
            knowledge = KnowledgeBase.open(scratch, embedding=config.embedding)
        stack.enter_context(knowledge)
        log = None
        if with_log:
            log = stack.enter_context(Logbook.open(data_dir, config.log_key_file))
            stack.enter_context(LogServer(log))
        yield Home(data_dir, Assistant(knowledge), log, config.embedding)
