"""What the log's methods do, with its files open here and through the socket of a running bot."""

from __future__ import annotations

import math
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.ascents import Ascent
from bot.logbook import LogServer, RemoteLogbook, connect
from bot.logbook.errors import LogbookClosedError, LogbookError, UnknownAscentError
from tests.bot.logbook_helpers import FULL, bare, climbs, key_file, names, open_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.logbook import ClimbingLog

OWNER, OTHER = "discord:1", "discord:2"


@pytest.fixture(params=["files", "socket"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ClimbingLog]:
    home = tmp_path / "home"
    with ExitStack() as stack:
        opened = stack.enter_context(open_log(home))
        if request.param == "files":
            yield opened
        else:
            stack.enter_context(LogServer(opened))
            remote = connect(home, key_file(home))
            assert isinstance(remote, RemoteLogbook)
            yield stack.enter_context(remote)


def test_every_field_comes_back_as_it_was(log: ClimbingLog) -> None:
    (ascent_id,) = log.add(OWNER, [FULL])

    assert log.ascents(OWNER) == (replace(FULL, id=ascent_id),)
    assert log.get(OWNER, ascent_id) == replace(FULL, id=ascent_id)


def test_ascents_stand_by_day_then_by_entry_and_the_undated_come_last(log: ClimbingLog) -> None:
    days = [date(2026, 5, 2), None, date(2025, 1, 1), date(2026, 5, 2)]
    ids = log.add(OWNER, [Ascent(route_name=f"{n}", day=day) for n, day in enumerate(days)])

    assert names(log.ascents(OWNER)) == ["2", "0", "3", "1"]
    assert list(ids) == sorted(ids)


def test_ids_sort_as_text_in_the_order_of_entry(log: ClimbingLog) -> None:
    first = [log.add(OWNER, climbs("a"))[0] for _ in range(12)]

    assert first == sorted(first)


def test_nobody_sees_or_changes_what_is_not_theirs(log: ClimbingLog) -> None:
    (ascent_id,) = log.add(OWNER, climbs("潮門"))
    batch = log.import_batch(OWNER, "ukc", [Ascent(route_name="等", source_id="1")]).batch_id

    assert log.ascents(OTHER) == ()
    assert log.get(OTHER, ascent_id) is None
    assert log.delete(OTHER, [ascent_id]) == 0
    assert log.revert_batch(OTHER, batch) == 0
    assert log.batches(OTHER) == ()
    assert log.undo(OTHER) is None
    with pytest.raises(UnknownAscentError):
        log.update(OTHER, Ascent(id=ascent_id, route_name="別人的"))
    log.add(OTHER, climbs("燈塔"))
    assert log.get(OTHER, ascent_id) is None
    assert log.delete(OTHER, [ascent_id]) == 0
    log.erase(OTHER)
    assert names(log.ascents(OWNER)) == ["潮門", "等"]


def test_update_replaces_and_tells_what_was(log: ClimbingLog) -> None:
    (ascent_id,) = log.add(OWNER, [FULL])

    before = log.update(OWNER, Ascent(id=ascent_id, route_name="等", result="flash"))

    assert before == replace(FULL, id=ascent_id)
    assert log.ascents(OWNER) == (Ascent(id=ascent_id, route_name="等", result="flash"),)


def test_delete_counts_what_was_there(log: ClimbingLog) -> None:
    ids = log.add(OWNER, climbs("a", "b", "c"))

    assert log.delete(OWNER, [ids[0], ids[2], ids[2], "999999999", "x", ""]) == 2
    assert names(log.ascents(OWNER)) == ["b"]


@pytest.mark.parametrize("ascent_id", ["", "x", "1", "-00000001", "\u0660" * 9, "9" * 40])
def test_an_id_that_was_never_given_belongs_to_nothing(log: ClimbingLog, ascent_id: str) -> None:
    log.add(OWNER, climbs("a"))

    assert log.get(OWNER, ascent_id) is None
    with pytest.raises(UnknownAscentError) as caught:
        log.update(OWNER, Ascent(id=ascent_id))
    assert caught.value.reply == UnknownAscentError.reply


def test_undo_takes_back_an_addition(log: ClimbingLog) -> None:
    log.add(OWNER, climbs("a"))
    log.add(OWNER, climbs("b", "c"))

    undone = log.undo(OWNER)

    assert undone is not None
    assert (undone.kind, names(undone.ascents)) == ("add", ["b", "c"])
    assert names(log.ascents(OWNER)) == ["a"]
    assert log.undo(OWNER) is None


def test_undo_takes_one_step_back_whatever_came_before(log: ClimbingLog) -> None:
    (first,) = log.add(OWNER, climbs("a"))
    log.add(OWNER, climbs("b"))
    assert log.delete(OWNER, [first]) == 1
    log.add(OWNER, climbs("c"))
    assert log.known_about(OWNER).can_undo

    undone = log.undo(OWNER)

    assert undone is not None
    assert (undone.kind, names(undone.ascents)) == ("add", ["c"])
    assert names(log.ascents(OWNER)) == ["b"]
    assert not log.known_about(OWNER).can_undo
    assert log.undo(OWNER) is None
    log.add(OWNER, climbs("d"))
    assert log.undo(OWNER) is not None
    assert log.undo(OWNER) is None
    assert names(log.ascents(OWNER)) == ["b"]


def test_undo_does_not_confuse_what_was_added_one_after_the_other(log: ClimbingLog) -> None:
    log.add(OWNER, climbs("a", "b"))
    log.add(OTHER, climbs("x"))
    log.add(OWNER, climbs("c", "d"))

    undone = log.undo(OWNER)

    assert undone is not None
    assert names(undone.ascents) == ["c", "d"]
    assert names(log.ascents(OWNER)) == ["a", "b"]
    assert names(log.ascents(OTHER)) == ["x"]


def test_undo_takes_back_an_update(log: ClimbingLog) -> None:
    (ascent_id,) = log.add(OWNER, [FULL])
    log.update(OWNER, Ascent(id=ascent_id, route_name="等"))

    undone = log.undo(OWNER)

    assert undone is not None
    assert (undone.kind, bare(undone.ascents)) == ("update", [FULL])
    assert bare(log.ascents(OWNER)) == [FULL]


def test_undo_takes_back_a_deletion_with_the_same_ids(log: ClimbingLog) -> None:
    ids = log.add(OWNER, climbs("a", "b", "c"))
    before = log.ascents(OWNER)
    log.delete(OWNER, ids[:2])

    undone = log.undo(OWNER)

    assert undone is not None
    assert (undone.kind, names(undone.ascents)) == ("delete", ["a", "b"])
    assert log.ascents(OWNER) == before


def test_undo_takes_back_an_import_and_its_reversal(log: ClimbingLog) -> None:
    rows = [Ascent(route_name=f"r{n}", source_id=f"{n}") for n in range(5)]
    batch_id = log.import_batch(OWNER, "8a", rows).batch_id
    imported = log.ascents(OWNER)
    assert log.revert_batch(OWNER, batch_id) == 5
    assert log.batches(OWNER) == ()

    reverted = log.undo(OWNER)

    assert reverted is not None
    assert reverted.kind == "revert"
    assert log.ascents(OWNER) == imported
    assert [batch.id for batch in log.batches(OWNER)] == [batch_id]
    assert log.import_batch(OWNER, "8a", rows).added == 0
    log.import_batch(OWNER, "8a", [Ascent(route_name="neu", source_id="9")])
    again = log.undo(OWNER)
    assert again is not None
    assert (again.kind, names(again.ascents)) == ("import", ["neu"])
    assert [batch.id for batch in log.batches(OWNER)] == [batch_id]


def test_a_number_is_not_given_twice_so_an_id_never_means_another_row(log: ClimbingLog) -> None:
    (first,) = log.add(OWNER, climbs("a"))
    log.undo(OWNER)

    assert log.add(OWNER, climbs("b")) > (first,)
    assert log.get(OWNER, first) is None


def test_importing_again_adds_nothing(log: ClimbingLog) -> None:
    rows = [Ascent(route_name=f"r{n}", source_id=f"{n}") for n in (1, 2, 3, 2)]

    first = log.import_batch(OWNER, "thecrag", rows)
    second = log.import_batch(OWNER, "thecrag", rows)

    assert (first.added, first.known) == (3, 1)
    assert (second.batch_id, second.added, second.known) == ("", 0, 4)
    (batch,) = log.batches(OWNER)
    assert (batch.id, batch.source, batch.added, batch.kept) == (first.batch_id, "thecrag", 3, 3)
    assert {ascent.batch_id for ascent in log.ascents(OWNER)} == {first.batch_id}
    assert {ascent.source for ascent in log.ascents(OWNER)} == {"thecrag"}


def test_the_same_id_from_another_source_is_another_ascent(log: ClimbingLog) -> None:
    rows = [Ascent(route_name="r", source_id="1")]

    assert log.import_batch(OWNER, "ukc", rows).added == 1
    assert log.import_batch(OWNER, "kaya", rows).added == 1
    assert log.import_batch(OTHER, "ukc", rows).added == 1


def test_rows_without_an_id_of_their_source_are_always_added(log: ClimbingLog) -> None:
    assert log.import_batch(OWNER, "csv", climbs("a", "a")).added == 2


def test_reverting_an_import_leaves_the_rest(log: ClimbingLog) -> None:
    log.add(OWNER, climbs("mine"))
    first = log.import_batch(OWNER, "ukc", [Ascent(route_name="u", source_id="1")])
    log.import_batch(OWNER, "kaya", [Ascent(route_name="k", source_id="1")])

    assert log.revert_batch(OWNER, first.batch_id) == 1
    assert log.revert_batch(OWNER, first.batch_id) == 0
    assert sorted(names(log.ascents(OWNER))) == ["k", "mine"]


def test_settings_are_kept_and_forgotten(log: ClimbingLog) -> None:
    log.set_profile(OWNER, "area", "龍洞")
    log.set_profile(OWNER, "$", "odd name")
    log.set_profile(OWNER, "level", None)

    assert log.profile(OWNER) == {"area": "龍洞", "$": "odd name"}
    assert log.profile(OTHER) == {}
    log.set_profile(OWNER, "area", None)
    log.set_profile(OWNER, "$", None)
    assert log.profile(OWNER) == {}


def test_what_is_known_about_a_member_is_counted(log: ClimbingLog) -> None:
    log.add(OWNER, [FULL, *climbs("a")])
    log.import_batch(OWNER, "ukc", [Ascent(route_name="wish", result="todo", source_id="1")])
    log.set_profile(OWNER, "level", "5.10")

    known = log.known_about(OWNER)

    assert (known.ascents, known.batches, known.profile) == (3, 1, ("level",))
    assert (known.first_day, known.last_day) == (FULL.day, FULL.day)
    assert known.by_source == (("", 1), ("mountain-project", 1), ("ukc", 1))
    assert (known.with_notes, known.with_raw, known.not_private) == (1, 1, 1)
    assert known.can_undo
    assert log.known_about(OTHER).ascents == 0


def test_erase_leaves_nothing_and_the_member_may_come_back(log: ClimbingLog) -> None:
    log.add(OTHER, climbs("bleibt"))
    (old,) = log.add(OWNER, [FULL])
    log.import_batch(OWNER, "ukc", [Ascent(route_name="u", source_id="1")])
    log.set_profile(OWNER, "level", "5.10")

    report = log.erase(OWNER)

    assert (report.ascents, report.batches, report.profile, report.left) == (2, 1, 1, 0)
    assert report.key_destroyed
    assert report.removed == 4
    known = log.known_about(OWNER)
    assert (known.ascents, known.batches, known.profile, known.can_undo) == (0, 0, (), False)
    assert log.undo(OWNER) is None
    assert names(log.ascents(OTHER)) == ["bleibt"]
    assert log.erase(OWNER).removed == 0
    log.add(OWNER, climbs("neu"))
    assert names(log.ascents(OWNER)) == ["neu"]
    assert log.get(OWNER, old) is None


def test_adding_nothing_changes_nothing(log: ClimbingLog) -> None:
    log.add(OWNER, climbs("a"))

    assert log.add(OWNER, []) == ()
    assert log.import_batch(OWNER, "ukc", []).batch_id == ""
    undone = log.undo(OWNER)
    assert undone is not None
    assert names(undone.ascents) == ["a"]


def test_an_owner_must_be_named(log: ClimbingLog) -> None:
    with pytest.raises((ValueError, LogbookError)):
        log.add("", climbs("a"))
    with pytest.raises((ValueError, LogbookError)):
        log.ascents("")


@pytest.mark.parametrize(
    "wrong",
    [
        Ascent(day=datetime(2026, 11, 20, 8, 0, tzinfo=UTC)),
        Ascent(length_m=math.nan),
        Ascent(notes=("a", "b")),  # type: ignore[arg-type]
    ],
    ids=["a time for a day", "no number", "a tuple for a text"],
)
def test_what_would_not_come_back_as_it_is_is_not_taken(tmp_path: Path, wrong: Ascent) -> None:
    with open_log(tmp_path / "home") as log:
        with pytest.raises((ValueError, TypeError)):
            log.add(OWNER, [FULL, wrong])
        assert log.ascents(OWNER) == ()
        log.add(OWNER, [FULL])
        assert bare(log.ascents(OWNER)) == [FULL]


def test_closing_twice_is_fine_and_afterwards_nothing_is_answered(log: ClimbingLog) -> None:
    log.add(OWNER, climbs("a"))
    log.close()
    log.close()

    with pytest.raises(LogbookClosedError):
        log.ascents(OWNER)
    with pytest.raises(LogbookClosedError):
        log.add(OWNER, climbs("b"))
