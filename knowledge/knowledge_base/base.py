"""What versions with the same catalogue share: the catalogue, its names and its indexes."""

from __future__ import annotations

import hashlib
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from knowledge.catalog import Catalogue
from knowledge.snapshots import INDEX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from knowledge.gazetteer import Gazetteer
    from knowledge.retriever import IndexFolder, SnapshotRetriever
    from knowledge.schema import Card
    from knowledge.snapshots import Snapshot

T = TypeVar("T")


class Base:
    """An open catalogue with everything that is worked out of it; never changes."""

    def __init__(
        self,
        identity: str,
        catalogue: Catalogue,
        *,
        embedding: str = "lsa",
        path: Path | None = None,
    ) -> None:
        self.identity = identity
        """Bases with the same one hold the same."""
        self.catalogue = catalogue
        self.embedding = embedding
        self._path = path
        self._worked_out: dict[str, Any] = {}
        self._working = Lock()

    @classmethod
    def open(cls, snapshot: Snapshot, *, embedding: str = "lsa") -> Base:
        """The base of a version.

        Raises:
            SnapshotDamagedError: When the engine cannot read the catalogue.
        """
        catalogue = Catalogue.open(snapshot.catalogue_path)
        path: Path | None = snapshot.base_path
        if not snapshot.is_current:
            catalogue, path = _renewed(catalogue), None
        return cls(snapshot.identity, catalogue, embedding=embedding, path=path)

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
            sound_cards,
        )

        return (*sound_cards(), *glossary_cards())

    @cached_property
    def cards_by_id(self) -> dict[str, Card]:
        """The cards by id."""
        return {card.id: card for card in self.cards}

    @cached_property
    def retriever(self) -> SnapshotRetriever:
        """Free-text search over records and cards; its indexes come with the first search."""
        from knowledge.retriever import (  # noqa: PLC0415 - imports need none
            SnapshotRetriever,
            passages_of,
            topics_of,
        )

        catalogue, cards = self.catalogue, self.cards  # not itself: it ends with its last holder
        return SnapshotRetriever(
            lambda: passages_of([catalogue.records()], cards),
            topics_of(cards),
            embedding=self.embedding,
            folder=self._index_folder(),
        )

    def _index_folder(self) -> IndexFolder | None:
        """Where the search index is kept: beside the catalogue's file, for all its versions."""
        from knowledge.retriever import IndexFolder  # noqa: PLC0415 - imports need none

        if self._path is None:
            return None
        told = "\n".join(f"{card}" for card in self.cards)
        identity = f"{self.identity} {hashlib.sha256(told.encode()).hexdigest()}"
        return IndexFolder(self._path / INDEX, identity, _earlier_index(self._path))


def _gazetteer(held: Catalogue) -> Gazetteer:
    from knowledge.gazetteer import Gazetteer  # noqa: PLC0415 - an import of files needs no names

    return Gazetteer.build(
        held.crags(), held.areas(), held.sectors(), held.route_names(), held.all_gyms()
    )


def _earlier_index(path: Path) -> Path | None:
    """The newest search index of another catalogue beside this one."""
    beside = (it for it in path.parent.iterdir() if it.name.isdigit() and it != path)
    kept = [it / INDEX for it in beside if (it / INDEX).is_dir()]
    return max(kept, key=lambda it: int(it.parent.name), default=None)


def _renewed(catalogue: Catalogue) -> Catalogue:
    """The records of an older layout in this program's, in memory; the next import writes it."""
    try:
        return Catalogue.of(catalogue.records())
    finally:
        catalogue.close()
