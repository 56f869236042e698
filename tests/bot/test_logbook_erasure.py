"""Erased means gone: no byte is left, the key is destroyed, and the count proves it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import duckdb
import pytest

from bot.ascents import Ascent
from bot.logbook import Logbook
from bot.logbook.codec import dump, to_fields
from bot.logbook.errors import ErasureUnfinishedError, LogbookFailedError
from bot.logbook.folder import Folder
from bot.logbook.keyring import KeyRing
from bot.logbook.sealing import load_master_key
from bot.logbook.store import opening
from bot.logbook.store.generation import Generation
from tests.bot.logbook_helpers import FULL, Clock, climbs, key_file, names, open_log

if TYPE_CHECKING:
    from pathlib import Path

OWNER = "discord:314159265358979"
SECRET = replace(
    FULL,
    route_name="祕密路線甲乙丙",
    crag="無人知曉的岩場",
    gym="",
    notes="和一個不能說名字的人一起去，手指第二關節受傷",
    raw='{"Notes":"secret raw row","Date":"2026-11-20"}',
)


def needles(ascents: list[Ascent]) -> list[bytes]:
    """What must not be found: names, notes, raw rows, whole rows as JSON, and the owner."""
    texts = {OWNER}
    for ascent in ascents:
        texts |= {ascent.route_name, ascent.crag, ascent.notes, ascent.raw, ascent.area}
    found = []
    for text in texts - {""}:
        found += [
            text.encode(*way)
            for way in (("utf-8", "surrogatepass"), ("utf-16-le", "surrogatepass"))
        ]
        found += [json.dumps(text)[1:-1].encode("ascii"), dump(text)[1:-1]]
    found += [dump(to_fields(ascent)) for ascent in ascents]
    found += [b"2026-11-20", b"20261120"]
    return found


def found_in(folder: Path, wanted: list[bytes]) -> list[tuple[str, bytes]]:
    """Which files under the folder hold which of the bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [
        (path.name, needle) for path in files for needle in wanted if needle in path.read_bytes()
    ]


def fill(log: Logbook) -> list[Ascent]:
    """A member who used everything, among others."""
    for number in range(20):
        log.add(f"other{number}", climbs(f"公開路線{number}"))
    mine = [
        replace(SECRET, route_name=f"{SECRET.route_name}{n}", source_id=f"{n}") for n in range(50)
    ]
    ids = log.add(OWNER, mine[:20])
    log.checkpoint()
    log.import_batch(OWNER, "mountain-project", mine[20:])
    log.update(OWNER, replace(mine[0], id=ids[0], notes=f"{SECRET.notes}（改）"))
    log.delete(OWNER, ids[3:6])
    log.set_profile(OWNER, "area", SECRET.crag)
    return mine


def test_no_file_of_the_data_folder_holds_a_byte_even_before_the_erasure(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_log(home) as log:
        mine = fill(log)
        log.back_up()

        assert found_in(home, needles(mine)) == []
        assert len(log.ascents(OWNER)) == 47


def test_after_an_erasure_no_byte_is_left(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_log(home) as log:
        mine = fill(log)
        log.back_up()
        member = log._store.find(OWNER)
        assert member is not None
        sealed = list(log._store.rows(member).values())
        assert len(found_in(home, sealed[:5])) >= 5  # the search finds what is there

        report = log.erase(OWNER)
        log.checkpoint()

        assert (report.ascents, report.batches, report.profile, report.left) == (47, 1, 1, 0)
        assert found_in(home, needles(mine)) == []
        # outside of the backups not even the unreadable bytes are left, nor the key to them
        files = {name for name, _ in found_in(home, [*sealed, member.key])}
        assert files == {path.name for path in Folder.of(home).backups.glob("*.duckdb")}
        assert report.backups_until is not None
        assert Folder.of(home).generations() == (2,)
    master = load_master_key(key_file(home), home, make=False)
    ring = KeyRing.load(Folder.of(home).path, master, key_file(home))
    assert ring.find(OWNER) is None
    assert member.handle not in ring.handles


def test_the_rows_of_others_are_untouched(tmp_path: Path) -> None:
    with open_log(tmp_path / "home") as log:
        fill(log)
        before = {f"other{n}": log.ascents(f"other{n}") for n in range(20)}

        log.erase(OWNER)

        assert {owner: log.ascents(owner) for owner in before} == before
        assert log.undo("other3") is not None


class Feedback:
    """Another store that keeps something about members."""

    name = "feedback"

    def __init__(self) -> None:
        self.rows = {OWNER: 3, "other1": 1}
        self.works = True

    def count(self, owner: str) -> int:
        return self.rows.get(owner, 0)

    def erase(self, owner: str) -> int:
        return self.rows.pop(owner, 0) if self.works else 0


def test_other_stores_are_erased_and_counted_too(tmp_path: Path) -> None:
    home, feedback = tmp_path / "home", Feedback()
    with Logbook.open(home, key_file(home), others=[feedback], clock=Clock()) as log:
        log.add(OWNER, climbs("a"))
        assert log.known_about(OWNER).others == (("feedback", 3),)

        report = log.erase(OWNER)

        assert report.others == (("feedback", 3),)
        assert report.removed == 4
        assert feedback.rows == {"other1": 1}
        assert log.erase("other1").others == (("feedback", 1),)  # who never logged anything


def test_a_store_that_keeps_something_is_no_success(tmp_path: Path) -> None:
    home, feedback = tmp_path / "home", Feedback()
    feedback.works = False
    with Logbook.open(home, key_file(home), others=[feedback], clock=Clock()) as log:
        log.add(OWNER, climbs("a"))

        with pytest.raises(ErasureUnfinishedError):
            log.erase(OWNER)

        assert log.ascents(OWNER) == ()


@pytest.mark.parametrize("step", ["remove", "adopt", "sweep"])
def test_an_erasure_that_a_crash_cuts_short_is_finished_at_the_next_start(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    log = open_log(home)
    mine = fill(log)
    member = log._store.find(OWNER)
    assert member is not None

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if step == "remove":
            patch.setattr(KeyRing, "remove", crash)
        elif step == "adopt":
            patch.setattr(opening, "adopt", crash)
        else:
            patch.setattr(Folder, "sweep", crash)
        with pytest.raises(KeyboardInterrupt):
            log.erase(OWNER)
        assert Folder.of(home).erasing() == {member.handle}
    log.close()

    with open_log(home) as log:
        assert log.ascents(OWNER) == ()
        assert log.known_about(OWNER).ascents == 0
        assert names(log.ascents("other3")) == ["公開路線3"]
        assert Folder.of(home).erasing() == frozenset()
        assert found_in(home, [*needles(mine), member.key]) == []


def test_an_erasure_without_room_for_the_new_file_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    with open_log(home) as log:
        fill(log)

        def refuse(*_: object) -> None:
            raise duckdb.IOException("no space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(Generation, "rewrite", refuse)
            with pytest.raises(LogbookFailedError):
                log.erase(OWNER)

        assert len(log.ascents(OWNER)) == 47
        assert log.erase(OWNER).ascents == 47


def test_days_are_not_readable_anywhere(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with open_log(home) as log:
        log.add(OWNER, [Ascent(route_name="x", day=date(1999, 12, 31))])
        log.checkpoint()

        assert found_in(home, [b"1999-12-31", b"1999"]) == []
