"""Notices beside a catalogue that stays, and the history of the versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from knowledge import snapshots
from knowledge.errors import SnapshotDamagedError
from knowledge.knowledge_base import KnowledgeBase
from knowledge.snapshots import Board, Contents, Entry, Snapshot
from tests.knowledge.invented_notices import BOARD_SOURCE, notice
from tests.knowledge.invented_records import records

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.schema import Notice

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def post(data_dir: Path, *notices: Notice) -> Snapshot:
    """A version with these notices over the catalogue of the current one."""
    board = Board(tuple(notices), (BOARD_SOURCE,))
    return snapshots.publish(data_dir, Contents(snapshots.current(data_dir), board), NOW)


def test_a_notice_comes_back_as_it_was_written(tmp_path: Path) -> None:
    snapshots.publish(tmp_path, records(), NOW)
    full = notice(
        hours=((date(2027, 1, 1), (("10:00", "18:00"),)), (date(2027, 1, 2), ())),
        walls=("左翼", "右翼"),
        valid_from=date(2026, 12, 1),
        valid_until=date(2027, 1, 31),
        scope="42",
        author="阿霧",
        link="https://example.org/a",
        status="retired",
    )
    made = post(tmp_path, full, notice("n-2"))
    assert made.board() == Board((full, notice("n-2")), (BOARD_SOURCE,))
    assert Board.decode(made.board().encode()) == made.board()


def test_a_notice_makes_a_version_without_a_catalogue_of_its_own(tmp_path: Path) -> None:
    first = snapshots.publish(tmp_path, records(), NOW)
    second = post(tmp_path, notice())
    assert (second.number, second.base) == (2, 1)
    assert second.catalogue_path == first.catalogue_path
    assert sorted(path.name for path in second.path.iterdir()) == ["manifest.json", "notices.json"]
    second.verify()


def test_a_question_sees_the_global_notices_and_those_of_its_own_server(tmp_path: Path) -> None:
    snapshots.publish(tmp_path, records(), NOW)
    post(
        tmp_path,
        notice("everywhere", reported_on=date(2026, 11, 1)),
        notice("here", scope="1", reported_on=date(2026, 11, 2)),
        notice("there", scope="2"),
        notice("gone", status="retired"),
    )
    with KnowledgeBase.open(tmp_path) as held:
        assert [it.id for it in held.notices()] == ["everywhere"]
        assert [it.id for it in held.notices("1")] == ["here", "everywhere"]
        assert [it.id for it in held.notices("3")] == ["everywhere"]
        assert held.source("board") == BOARD_SOURCE
        assert BOARD_SOURCE in held.sources


def test_the_time_of_a_notice_includes_both_ends() -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 3)
    held = notice(valid_from=first, valid_until=last)
    days = (date(2026, 11, 30), first, last, date(2026, 12, 4))
    assert [held.holds_on(day) for day in days] == [False, True, True, False]
    assert notice().holds_on(date(2040, 1, 1))
    assert not replace(held, status="retired").holds_on(first)


@pytest.mark.parametrize("harm", [b"{}", b"", b'{"sources":[],"notices":[]}'])
def test_changed_notices_are_damage(tmp_path: Path, harm: bytes) -> None:
    snapshots.publish(tmp_path, records(), NOW)
    made = post(tmp_path, notice())
    (made.path / "notices.json").write_bytes(harm)
    with pytest.raises(SnapshotDamagedError):
        KnowledgeBase.open(tmp_path)
    assert snapshots.damaged(tmp_path) == (2,)
    assert snapshots.newest_intact(tmp_path) == snapshots.load(tmp_path, 1)


def test_a_version_before_there_were_notices_has_none(tmp_path: Path) -> None:
    made = snapshots.publish(tmp_path, records(), NOW)
    old = replace(made, hashes={"catalog.duckdb": made.catalogue_hash})
    (made.path / "notices.json").unlink()
    old.verify()
    assert old.board() == Board()


def test_a_catalogue_stays_as_long_as_a_version_needs_it(tmp_path: Path) -> None:
    small = replace(records(), routes=(), sectors=())
    snapshots.publish(tmp_path, small, NOW)
    for number in range(14):
        post(tmp_path, notice(f"n-{number}"))
    assert snapshots.numbers(tmp_path) == tuple(range(1, 16))
    for _ in range(9):
        snapshots.publish(tmp_path, small, NOW)
    assert 1 in snapshots.numbers(tmp_path)
    snapshots.publish(tmp_path, small, NOW)
    assert snapshots.numbers(tmp_path) == tuple(range(16, 26))


def test_the_history_follows_the_parents_and_survives_its_files(tmp_path: Path) -> None:
    small = replace(records(), routes=(), sectors=())
    for number in range(12):
        told = Entry(0, None, "", who=f"member {number}", action="import")
        snapshots.publish(tmp_path, small, NOW, told)
    told_of = snapshots.chain(tmp_path, snapshots.current(tmp_path))
    assert [entry.number for entry in told_of] == list(range(12, 0, -1))
    assert [entry.parent for entry in told_of] == [*range(11, 0, -1), None]
    assert told_of[-1].who == "member 0"
    assert told_of[0].content == snapshots.current(tmp_path).content


def test_a_version_that_never_counted_is_no_part_of_the_history(tmp_path: Path) -> None:
    small = replace(records(), routes=(), sectors=())
    for _ in range(3):
        snapshots.publish(tmp_path, small, NOW)
    snapshots.point_to(tmp_path, 2)
    snapshots.publish(tmp_path, small, NOW)
    told_of = snapshots.chain(tmp_path, snapshots.current(tmp_path))
    assert [entry.number for entry in told_of] == [4, 2, 1]


def test_a_torn_line_of_the_history_costs_that_line_only(tmp_path: Path) -> None:
    small = replace(records(), routes=(), sectors=())
    snapshots.publish(tmp_path, small, NOW)
    with (tmp_path / "history.jsonl").open("a", encoding="utf-8") as handle:
        handle.write('{"number": 2, "par')
    snapshots.publish(tmp_path, small, NOW)
    told_of = snapshots.chain(tmp_path, snapshots.current(tmp_path))
    assert [entry.number for entry in told_of] == [2, 1]
