"""What a data folder holds before a change is made."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from knowledge import snapshots
from knowledge.catalog import Catalogue
from knowledge.errors import EmptyCatalogueError, SnapshotDamagedError
from knowledge.knowledge_base.names import CatalogueNames
from knowledge.schema import Problem, Records
from knowledge.snapshots import Board

if TYPE_CHECKING:
    from knowledge.snapshots import Snapshot


class Known:
    """The version that a change starts from; its records are read when they are asked for."""

    def __init__(
        self, snapshot: Snapshot | None, number: int | None, damage: tuple[Problem, ...] = ()
    ) -> None:
        self.snapshot = snapshot
        """``None`` when there is nothing whole."""
        self.number = number
        """The version that counts now, whole or not; ``None`` when none can be read."""
        self.damage = damage
        """A word about a damaged version."""

    @classmethod
    def of(cls, data_dir: Path) -> Self:
        """The current version; the newest whole one when it is damaged."""
        number = None
        try:
            snapshot = snapshots.current(data_dir)
            number = snapshot.number
            snapshot.verify()
        except EmptyCatalogueError:
            return cls(None, None)
        except SnapshotDamagedError as error:
            intact = snapshots.newest_intact(data_dir)
            after = f"從第 {intact.number} 版接續" if intact else "從頭開始"
            problem = Problem(Path(error.path).name, "", f"目前這一版的資料檔損壞了，{after}")
            return cls(intact, number, (problem,))
        return cls(snapshot, number)

    @property
    def stays(self) -> bool:
        """Whether the version can remain the current one when nothing differs."""
        return self.snapshot is not None and self.snapshot.is_current and not self.damage

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue, open; an empty one when there is nothing."""
        if self.snapshot is None:
            return Catalogue.of(Records())
        return Catalogue.open(self.snapshot.catalogue_path, resident=0)

    @cached_property
    def records(self) -> Records:
        """Everything in the catalogue."""
        return self.catalogue.records() if self.snapshot else Records()

    @cached_property
    def board(self) -> Board:
        """Every notice."""
        return self.snapshot.board() if self.snapshot else Board()

    @cached_property
    def names(self) -> CatalogueNames:
        """What the catalogue's records are called."""
        return CatalogueNames(self.catalogue)

    def close(self) -> None:
        """Let the catalogue's file go, if it was opened."""
        if "catalogue" in self.__dict__:
            self.catalogue.close()

    def __enter__(self) -> Self:
        """What is known, closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the file go."""
        self.close()


def number_now(data_dir: Path) -> int | None:
    """The version that counts now, whole or not; ``None`` when none can be read."""
    try:
        return snapshots.current(data_dir).number
    except (EmptyCatalogueError, SnapshotDamagedError):
        return None
