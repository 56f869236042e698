"""One snapshot, open for questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from knowledge import snapshots
from knowledge.errors import EmptyCatalogueError
from knowledge.knowledge_base.base import Base
from knowledge.knowledge_base.importing import load_demo

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.catalog import Catalogue
    from knowledge.gazetteer import Gazetteer
    from knowledge.retriever import SnapshotRetriever
    from knowledge.schema import Card, Notice, Source
    from knowledge.snapshots import Board, Snapshot


class KnowledgeBase:
    """One snapshot, open for questions; safe to ask from many threads."""

    def __init__(self, snapshot: Snapshot, base: Base, board: Board) -> None:
        self.snapshot = snapshot
        self.base = base
        """What versions share whose catalogue is the same."""
        self.board = board
        """The notices of every server: answers take those of ``notices`` only."""
        self._notices: dict[str, tuple[Notice, ...]] = {}

    @classmethod
    def open(cls, data_dir: Path, *, embedding: str = "lsa") -> KnowledgeBase:
        """The current version of a data folder.

        Args:
            data_dir: The data folder.
            embedding: What free-text search compares by: ``lsa``, ``huggingface:MODEL`` or
                ``openai-like:MODEL@URL``.

        Raises:
            EmptyCatalogueError: When nothing was imported yet.
            SnapshotDamagedError: When its files are not what was written.
        """
        snapshot = snapshots.current(data_dir)
        snapshot.verify()
        return cls(snapshot, Base.open(snapshot, embedding=embedding), snapshot.board())

    @property
    def catalogue(self) -> Catalogue:
        """The exact records."""
        return self.base.catalogue

    @property
    def version(self) -> int:
        """The number of the snapshot."""
        return self.snapshot.number

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the records and the notices come from."""
        held = self.catalogue.sources()
        known = {source.id for source in held}
        return (*held, *(it for it in self.board.sources if it.id not in known))

    def source(self, source_id: str) -> Source | None:
        """The source with this id, of records or of notices."""
        return self.catalogue.source(source_id) or self.board.source(source_id)

    @property
    def is_demo(self) -> bool:
        """Whether every place in it is invented; a notice about one may be real."""
        return all(source.invented for source in self.catalogue.sources())

    @property
    def gazetteer(self) -> Gazetteer:
        """The names of this snapshot, ready to be found in a question."""
        return self.base.gazetteer

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards and the glossary of the program; a broken one is left out (see ``check``)."""
        return self.base.cards

    def card(self, card_id: str) -> Card | None:
        """The card with this id."""
        return self.base.cards_by_id.get(card_id)

    def notices(self, scope: str = "") -> tuple[Notice, ...]:
        """The active notices that a question from that server may see, newest report first.

        Args:
            scope: The Discord server; empty for the global notices alone.
        """
        scope = scope if scope in self.board.scopes else ""
        found = self._notices.get(scope)
        if found is None:
            active = (it for it in self.board.notices if it.status == "active")
            seen = (it for it in active if it.seen_from(scope))
            found = tuple(sorted(seen, key=lambda it: it.reported_on, reverse=True))
            self._notices[scope] = found
        return found

    def name_of(self, record_id: str) -> str:
        """The name of any record of the catalogue; empty for an unknown id."""
        held = self.catalogue
        for find in (held.crag, held.area, held.sector, held.gym, held.route):
            record = find(record_id)
            if record is not None:
                return record.name or record.name_en or record.id
        return ""

    @property
    def retriever(self) -> SnapshotRetriever:
        """Free-text search over records and cards; its indexes come with the first search."""
        return self.base.retriever

    def close(self) -> None:
        """Let the files go, also for the versions that share the base."""
        self.catalogue.close()

    def __enter__(self) -> Self:
        """The knowledge base itself, closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the files go."""
        self.close()


def open_or_demo(data_dir: Path) -> KnowledgeBase:
    """The current version; the demo data when there is none yet."""
    try:
        return KnowledgeBase.open(data_dir)
    except EmptyCatalogueError:
        load_demo(data_dir)
        return KnowledgeBase.open(data_dir)
