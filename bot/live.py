"""The assistant of a process that runs for long: always over the newest version that is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from bot.assistant import Assistant
from knowledge.knowledge_base import KnowledgeBase, LiveKnowledge
from knowledge.pacing import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.schema import Answer, Question


class LiveAssistant:
    """Answers each question over the newest version; an answer under way keeps its own."""

    def __init__(
        self, live: LiveKnowledge, make: Callable[[KnowledgeBase], Assistant] = Assistant
    ) -> None:
        self._live = live
        self._make = make
        self._assistant = make(live.current)

    @classmethod
    def open(
        cls,
        data_dir: Path,
        *,
        embedding: str = "lsa",
        make: Callable[[KnowledgeBase], Assistant] = Assistant,
    ) -> Self:
        """The assistant over a data folder, warm.

        Raises:
            EmptyCatalogueError: When nothing was imported yet.
            SnapshotDamagedError: When the files of the version are not what was written.
        """
        with uncollected():
            live = LiveKnowledge(data_dir, embedding=embedding, warm=warm)
            warm(live.current)
        return cls(live, make)

    @property
    def current(self) -> Assistant:
        """The assistant over the newest version that is ready."""
        knowledge, assistant = self._live.current, self._assistant
        if assistant.knowledge is not knowledge:
            assistant = self._assistant = self._make(knowledge)
        return assistant

    @property
    def live(self) -> LiveKnowledge:
        """Where the versions come from."""
        return self._live

    def answer(self, question: Question) -> Answer:
        """The verified answer to a question. Never raises on any text."""
        with self._live.gate.busy():
            return self.current.answer(question)


def warm(knowledge: KnowledgeBase) -> None:
    """Work out everything that answers need of a catalogue."""
    Assistant(knowledge)
    _ = knowledge.gazetteer, knowledge.cards
    knowledge.retriever.warm()
