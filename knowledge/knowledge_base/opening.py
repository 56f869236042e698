"""One snapshot, open for questions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from knowledge import snapshots
from knowledge.catalog import Catalogue
from knowledge.errors import EmptyCatalogueError
from knowledge.knowledge_base.importing import load_demo

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.gazetteer import Gazetteer
    from knowledge.retriever import SnapshotRetriever
    from knowledge.schema import Card, Source
    from knowledge.snapshots import Snapshot


class KnowledgeBase:
    """One snapshot, open for questions; safe to ask from many threads."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue, *, embedding: str = "lsa") -> None:
        self.snapshot = snapshot
        self.catalogue = catalogue
        self._embedding = embedding

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
        catalogue = Catalogue.open(snapshot.catalogue_path)
        if not snapshot.is_current:
            catalogue = _renewed(catalogue)
        return cls(snapshot, catalogue, embedding=embedding)

    @property
    def version(self) -> int:
        """The number of the snapshot."""
        return self.snapshot.number

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the records come from."""
        return self.catalogue.sources()

    @property
    def is_demo(self) -> bool:
        """Whether everything in it is invented."""
        return all(source.invented for source in self.sources)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of this snapshot, ready to be found in a question."""
        from knowledge.gazetteer import Gazetteer  # noqa: PLC0415 - an import of files needs no names

        held = self.catalogue.records()
        return Gazetteer.build(held.crags, held.areas, held.sectors, held.routes, held.gyms)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards and the glossary of the program; a broken one is left out (see ``check``)."""
        from knowledge.importers.cards import (  # noqa: PLC0415 - an import of files needs none
            glossary_cards,
            read_cards,
        )

        return (*read_cards()[0], *glossary_cards())

    @cached_property
    def _cards_by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    def card(self, card_id: str) -> Card | None:
        """The card with this id."""
        return self._cards_by_id.get(card_id)

    def name_of(self, record_id: str) -> str:
        """The name of any record of the catalogue; empty for an unknown id."""
        held = self.catalogue
        for find in (held.crag, held.area, held.sector, held.gym, held.route):
            record = find(record_id)
            if record is not None:
                return record.name or record.name_en or record.id
        return ""

    @cached_property
    def retriever(self) -> SnapshotRetriever:
        """Free-text search over records and cards; its indexes come with the first search."""
        from knowledge.retriever import SnapshotRetriever  # noqa: PLC0415 - imports need none

        return SnapshotRetriever.build(
            [self.catalogue.records()], self.cards, embedding=self._embedding
        )

    def close(self) -> None:
        """Let the files go."""
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


def _renewed(catalogue: Catalogue) -> Catalogue:
    """The records of an older layout in this program's, in memory; the next import writes it."""
    try:
        return Catalogue.of(catalogue.records())
    finally:
        catalogue.close()
