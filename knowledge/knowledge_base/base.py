"""What versions with the same catalogue share: the catalogue, its names and its indexes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.catalog import Catalogue

if TYPE_CHECKING:
    from knowledge.gazetteer import Gazetteer
    from knowledge.retriever import SnapshotRetriever
    from knowledge.schema import Card
    from knowledge.snapshots import Snapshot


class Base:
    """An open catalogue with everything that is worked out of it; never changes."""

    def __init__(self, identity: str, catalogue: Catalogue, *, embedding: str = "lsa") -> None:
        self.identity = identity
        """Bases with the same one hold the same."""
        self.catalogue = catalogue
        self.embedding = embedding

    @classmethod
    def open(cls, snapshot: Snapshot, *, embedding: str = "lsa") -> Base:
        """The base of a version.

        Raises:
            SnapshotDamagedError: When the engine cannot read the catalogue.
        """
        catalogue = Catalogue.open(snapshot.catalogue_path)
        if not snapshot.is_current:
            catalogue = _renewed(catalogue)
        return cls(identity_of(snapshot), catalogue, embedding=embedding)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names of the catalogue, ready to be found in a question."""
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
    def cards_by_id(self) -> dict[str, Card]:
        """The cards by id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def retriever(self) -> SnapshotRetriever:
        """Free-text search over records and cards; its indexes come with the first search."""
        from knowledge.retriever import SnapshotRetriever  # noqa: PLC0415 - imports need none

        return SnapshotRetriever.build(
            [self.catalogue.records()], self.cards, embedding=self.embedding
        )


def identity_of(snapshot: Snapshot) -> str:
    """What the base of a version is known by."""
    return f"{snapshot.schema} {snapshot.catalogue_hash}"


def _renewed(catalogue: Catalogue) -> Catalogue:
    """The records of an older layout in this program's, in memory; the next import writes it."""
    try:
        return Catalogue.of(catalogue.records())
    finally:
        catalogue.close()
