"""The knowledge of one snapshot: what an answer is looked up in, and how a new version comes about.

An open knowledge base never changes; an import makes a new version beside it, which the next
``KnowledgeBase.open`` sees.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from knowledge import snapshots
from knowledge.catalog import Catalogue, check_records
from knowledge.errors import EmptyCatalogueError, SnapshotDamagedError, UnreadableFileError
from knowledge.importers import expand, merge, read_file
from knowledge.schema import Card, Problem, Records, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.gazetteer import Gazetteer
    from knowledge.retriever import SnapshotRetriever
    from knowledge.snapshots import Snapshot

DEMO_DIR = Path(__file__).resolve().parent.parent / "data" / "demo"
"""The invented crags and gyms that come with the program."""
KINDS = ("crags", "areas", "sectors", "routes", "gyms")


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records of one kind came, changed and went."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    version: int | None
    """The version that counts now; ``None`` while there is none."""
    changes: dict[str, Changes]
    """By kind: crags, areas, sectors, routes, gyms."""
    counts: dict[str, int]
    """Records of the version by kind."""
    problems: tuple[Problem, ...] = ()
    """Rows that were left out or mended."""
    unreadable: tuple[Problem, ...] = ()
    """Files of which nothing was loaded."""
    read: int = 0
    """Files that were read."""
    unchanged: bool = True
    """Nothing is different, so there is no new version."""


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


def import_files(
    data_dir: Path, paths: Iterable[Path], *, now: datetime | None = None
) -> ImportReport:
    """Read files and folders into a new version; when nothing differs the old one stays.

    A file that cannot be read changes nothing and is listed; so is a bad row, and the rest loads.

    Raises:
        ImportLockedError: When another import is running.
    """
    read, unreadable = _read(paths)
    with snapshots.import_lock(data_dir):
        known, version, damage = _known(data_dir)
        merged = known
        problems = list(damage)
        for file, records in read:
            merged = merge(merged, records)
            problems += [*records.problems, *(replace(it, file=file) for it in merged.problems)]
        merged = replace(merged, problems=())
        unchanged = merged == known and version is not None
        if read and not unchanged:
            version = snapshots.publish(data_dir, merged, now or datetime.now(UTC)).number
    return ImportReport(
        version=version,
        changes={kind: _compare(getattr(known, kind), getattr(merged, kind)) for kind in KINDS},
        counts=snapshots.count(merged),
        problems=tuple(problems),
        unreadable=unreadable,
        read=len(read),
        unchanged=unchanged or not read,
    )


def load_demo(data_dir: Path, demo_dir: Path = DEMO_DIR) -> ImportReport:
    """Fill an empty data folder with the demo data; the first real import replaces them."""
    return import_files(data_dir, [demo_dir])


def open_or_demo(data_dir: Path) -> KnowledgeBase:
    """The current version; the demo data when there is none yet."""
    try:
        return KnowledgeBase.open(data_dir)
    except EmptyCatalogueError:
        load_demo(data_dir)
        return KnowledgeBase.open(data_dir)


def check(data_dir: Path) -> tuple[Problem, ...]:
    """Everything that is wrong with the current version, the cards and the term tables.

    Raises:
        EmptyCatalogueError: When nothing was imported yet.
        SnapshotDamagedError: When the files are not what was written.
    """
    from knowledge.importers.cards import read_cards  # noqa: PLC0415 - an import of files needs none

    held = KnowledgeBase.open(data_dir)
    records = held.catalogue.records()
    held.close()
    counts = snapshots.count(records)
    differing = [kind for kind in KINDS if counts[kind] != held.snapshot.counts.get(kind)]
    miscounted = [Problem("manifest.json", kind, "筆數與資料不符") for kind in differing]
    damaged = [
        Problem("snapshots", str(number), "這一版的檔案損壞")
        for number in snapshots.damaged(data_dir)
    ]
    return (*damaged, *miscounted, *check_records(records), *read_cards()[1], *_check_terms())


def _check_terms() -> tuple[Problem, ...]:
    from knowledge.terms import load_terms  # noqa: PLC0415 - an import of files needs none

    file = "terms.tsv"
    try:
        terms = load_terms()
    except (KeyError, ValueError) as error:
        return (Problem(file, "", f"表格格式有誤：{error}"),)
    unfilled = [
        Problem(file, term.zh or term.en, "中文或英文空白")
        for term in terms
        if not (term.zh and term.en)
    ]
    times = Counter(term.zh for term in terms)
    return (*unfilled, *(Problem(file, zh, "重複") for zh, count in times.items() if count > 1))


def _read(paths: Iterable[Path]) -> tuple[list[tuple[str, Records]], tuple[Problem, ...]]:
    read: list[tuple[str, Records]] = []
    unreadable: list[Problem] = []
    for path in expand(paths):
        try:
            read.append((path.name, read_file(path)))
        except UnreadableFileError as error:
            unreadable.append(Problem(error.file, "", error.reason))
    return read, tuple(unreadable)


def _known(data_dir: Path) -> tuple[Records, int | None, tuple[Problem, ...]]:
    """What the folder holds, its version when that can stay, and a word about a damaged one."""
    try:
        snapshot = snapshots.current(data_dir)
        snapshot.verify()
    except EmptyCatalogueError:
        return Records(), None, ()
    except SnapshotDamagedError as error:
        intact = snapshots.newest_intact(data_dir)
        after = f"從第 {intact.number} 版接續" if intact else "從頭開始"
        problem = Problem(Path(error.path).name, "", f"目前這一版的資料檔損壞了，{after}")
        return (_records(intact) if intact else Records()), None, (problem,)
    return _records(snapshot), (snapshot.number if snapshot.is_current else None), ()


def _renewed(catalogue: Catalogue) -> Catalogue:
    """The records of an older layout in this program's, in memory; the next import writes it."""
    try:
        return Catalogue.of(catalogue.records())
    finally:
        catalogue.close()


def _records(snapshot: Snapshot) -> Records:
    catalogue = Catalogue.open(snapshot.catalogue_path)
    try:
        return catalogue.records()
    finally:
        catalogue.close()


class _Record(Protocol):
    @property
    def id(self) -> str: ...


def _compare(before: Iterable[_Record], after: Iterable[_Record]) -> Changes:
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    return Changes(
        added=len(new.keys() - old.keys()),
        changed=sum(new[name] != old[name] for name in new.keys() & old.keys()),
        removed=len(old.keys() - new.keys()),
    )
