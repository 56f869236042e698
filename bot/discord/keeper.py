"""The data folder of a running bot: the newest snapshot, and the private log with its socket."""

from __future__ import annotations

import logging
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.live import LiveAssistant
from bot.logbook import Logbook, LogServer
from bot.server_state import MemberRows
from knowledge.errors import EmptyCatalogueError
from knowledge.knowledge_base import KnowledgeBase, load_demo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.config import Config

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Home:
    """What the process holds open."""

    data_dir: Path
    live: LiveAssistant
    log: Logbook | None


@contextmanager
def open_home(data_dir: Path, config: Config, *, with_log: bool = True) -> Iterator[Home]:
    """Open the data folder; the invented demo answers until the first real import."""
    with ExitStack() as stack:
        log = None
        if with_log:
            log = stack.enter_context(Logbook.open(data_dir, config.log_key_file))
            log.register(MemberRows(data_dir))
            stack.enter_context(LogServer(log))
        yield Home(data_dir, _live(data_dir, config, log), log)


def _live(data_dir: Path, config: Config, log: Logbook | None) -> LiveAssistant:
    def make(knowledge: KnowledgeBase) -> Assistant:
        return Assistant(knowledge, log)

    try:
        return LiveAssistant.open(data_dir, embedding=config.embedding, make=make)
    except EmptyCatalogueError:
        logger.warning("nothing was imported yet: answering from the invented demo data")
        load_demo(data_dir)
        return LiveAssistant.open(data_dir, embedding=config.embedding, make=make)
