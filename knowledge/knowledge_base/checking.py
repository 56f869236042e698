"""Whether everything that answers stand on is sound."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from knowledge import snapshots
from knowledge.catalog import check_records
from knowledge.knowledge_base.names import RecordNames
from knowledge.knowledge_base.opening import KnowledgeBase
from knowledge.schema import Problem
from knowledge.snapshots import KINDS

if TYPE_CHECKING:
    from pathlib import Path


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
    names = RecordNames(records)
    lost = [
        Problem("notices.json", notice.id, f"對象「{notice.about_id}」不在資料裡")
        for notice in held.board.notices
        if names.with_id(notice.about_id) is None
    ]
    return (
        *damaged,
        *miscounted,
        *lost,
        *check_records(records),
        *read_cards()[1],
        *_check_terms(),
    )


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
