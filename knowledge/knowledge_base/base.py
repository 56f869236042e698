"""What versions with the same catalogue share: the catalogue, its names and its indexes."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from knowledge.catalog import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.gazetteer import Gazetteer
    from knowledge.retriever import SnapshotRetriever
    from knowledge.schema import Card
    from knowledge.snapshots import Snapshot

T = TypeVar("T")


class Base:
    """An open catalogue with everything that is worked out of it; never changes."""

    def __init__(self, identity: str, catalogue: Catalogue, *, embedding: str = "lsa") -> None:
        self.identity = identity
        """Bases with the same one hold the same."""
        self.catalogue = catalogue
        self.embedding = embedding
        self._worked_out: dict[str, Any] = {}
        self._working = Lock()

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

    def worked_out(self, name: str, make: Callable[[Catalogue], T]) -> T:
        """What ``make`` works out of the catalogue: once, kept under a name, for all versions."""
        found: T | None = self._worked_out.get(name)
        if found is None:
            with self._working:
                found = self._worked_out.get(name)
                if found is None:
                    found = self._worked_out[name] = make(self.catalogue)
        return found

    @property
    def gazetteer(self) -> Gazetteer:
        """The names of the catalogue, ready to be found in a question."""
        return self.worked_out("gazetteer", _gazetteer)

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


def _gazetteer(held: Catalogue) -> Gazetteer:
    from knowledge.gazetteer import Gazetteer  # noqa: PLC0415 - an import of files needs no names

    return Gazetteer.build(
        held.crags(), held.areas(), held.sectors(), held.route_names(), held.all_gyms()
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
