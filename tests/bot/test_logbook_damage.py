"""Damaged files are refused or restored, never taken for what was acknowledged."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.logbook import Logbook
from bot.logbook.errors import (
    LogbookDamagedError,
    LogbookError,
    LogbookFailedError,
    NothingToRestoreError,
)
from bot.logbook.folder import Folder
from bot.logbook.keyring import NAMES
from bot.logbook.store.generation import write_ahead_log
from tests.bot.logbook_helpers import Clock, climbs, key_file, names, open_log

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ascents import Ascent

OWNERS = ("a", "b", "c")
Content = dict[str, tuple["Ascent", ...]]


class Crashed:
    """A log as a crash leaves it: a file with rows, and more in the write-ahead log."""

    def __init__(self, path: Path) -> None:
        self.home = path / "home"
        self.copies = 0
        opened = path / "opened"
        with open_log(opened) as log:
            for number in range(60):
                log.add(OWNERS[number % 3], climbs(f"路線{number}"))
            log.checkpoint()
            log.back_up()
            for number in range(60, 90):
                log.add(OWNERS[number % 3], climbs(f"路線{number}"))
            log.delete("a", [log.ascents("a")[0].id])
            shutil.copytree(opened, self.home)
            shutil.copytree(key_file(opened).parent, key_file(self.home).parent)
            self.content = read(log)
        live = Folder.of(self.home).generation(1)
        assert write_ahead_log(live).stat().st_size > 0

    def copy(self) -> Path:
        """A copy to damage, with its key beside it."""
        self.copies += 1
        home = self.home.parent / f"copy{self.copies}"
        shutil.copytree(self.home, home)
        shutil.copytree(key_file(self.home).parent, key_file(home).parent)
        return home


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Crashed:
    return Crashed(tmp_path_factory.mktemp("crashed"))


def read(log: Logbook) -> Content:
    return {owner: log.ascents(owner) for owner in OWNERS}


def restored(home: Path) -> tuple[Content, int]:
    """What a restoration brings, and how many changes it says are lost."""
    report = Logbook.restore(home, key_file(home), clock=Clock())
    with open_log(home) as log:
        content = read(log)
        log.add("a", climbs("danach"))
        assert names(log.ascents("a"))[-1] == "danach"
    assert sum(map(len, content.values())) <= report.rows
    return content, report.lost_changes


def judge(home: Path, acknowledged: Content) -> str:
    """How a log opens: whole, or refused and then restored to a part of what it was."""
    try:
        with open_log(home) as log:
            found = read(log)
            for ascents in found.values():
                for ascent in ascents:
                    assert log.get(OWNERS[0], ascent.id) in {ascent, None}
            log.add("a", climbs("neu"))
    except (LogbookDamagedError, LogbookFailedError):
        content, lost = restored(home)
        whole = {owner: set(ascents) for owner, ascents in acknowledged.items()}
        gone = content["a"] if lost else ()
        for owner, ascents in content.items():
            # a lost deletion brings one back
            assert len(set(ascents) - whole[owner]) <= (owner == "a" and lost > 0), gone
        if not lost:
            assert content == acknowledged
        return "restored" if lost else "restored whole"
    assert found == acknowledged
    return "whole"


def damage_by_flipping(path: Path, rng: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


def damage_by_truncating(path: Path, rng: random.Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: rng.randrange(len(content))])


def pick(home: Path, rng: random.Random) -> Path:
    live = Folder.of(home).generation(1)
    return rng.choice([live, write_ahead_log(live)])


def test_a_crash_alone_loses_nothing(crashed: Crashed) -> None:
    assert judge(crashed.copy(), crashed.content) == "whole"


def test_flipped_bits_are_never_silent(crashed: Crashed) -> None:
    judge_damage(crashed, damage_by_flipping, range(8))


def test_truncated_files_are_never_silent(crashed: Crashed) -> None:
    judge_damage(crashed, damage_by_truncating, range(8))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_two_hundred_flipped_bits_are_never_silent(crashed: Crashed) -> None:
    judge_damage(crashed, damage_by_flipping, range(100, 300))


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_two_hundred_truncated_files_are_never_silent(crashed: Crashed) -> None:
    judge_damage(crashed, damage_by_truncating, range(100, 300))


def judge_damage(crashed: Crashed, damage: object, seeds: range) -> None:
    assert callable(damage)
    found: dict[str, int] = {}
    for seed in seeds:
        rng = random.Random(seed)  # noqa: S311
        home = crashed.copy()
        path = pick(home, rng)
        damage(path, rng)
        verdict = f"{path.suffix} {judge(home, crashed.content)}"
        found[verdict] = found.get(verdict, 0) + 1
        shutil.rmtree(home)
    print(found)  # noqa: T201  (shown by pytest -s: how often which)
    assert sum(found.values()) == len(seeds)


def test_a_write_ahead_log_that_is_gone_is_noticed_and_the_file_itself_restored(
    crashed: Crashed,
) -> None:
    home = crashed.copy()
    write_ahead_log(Folder.of(home).generation(1)).unlink()

    with pytest.raises(LogbookDamagedError, match="acknowledged"):
        open_log(home)
    report = Logbook.restore(home, key_file(home), clock=Clock())

    assert report.lost_changes == 31
    assert report.acknowledged_rows == 89 + 1  # the ascents, and what takes the last deletion back
    assert report.source == "generation-1.duckdb"
    with open_log(home) as log:
        assert len(log.ascents("b")) == 20


def test_a_file_beyond_reading_is_restored_from_the_newest_backup(crashed: Crashed) -> None:
    home = crashed.copy()
    live = Folder.of(home).generation(1)
    live.write_bytes(b"\0" * 5000)

    with pytest.raises(LogbookDamagedError) as caught:
        open_log(home)
    report = Logbook.restore(home, key_file(home), clock=Clock())

    assert "log restore" in caught.value.reply
    assert "-backup-" in report.source
    assert report.lost_changes == 31
    with open_log(home) as log:
        assert len(log.ascents("b")) == 20
        kept = [path for path in Folder.of(home).backups.iterdir() if "damaged" in path.name]
        assert len(kept) == 3  # the file, its write-ahead log, the manifest


def test_a_damaged_backup_is_not_restored(crashed: Crashed) -> None:
    home = crashed.copy()
    folder = Folder.of(home)
    folder.generation(1).write_bytes(b"")
    write_ahead_log(folder.generation(1)).unlink()
    for path in folder.backups.glob("*.duckdb"):
        damage_by_flipping(path, random.Random(1))  # noqa: S311

    with pytest.raises(NothingToRestoreError):
        Logbook.restore(home, key_file(home), clock=Clock())
    with pytest.raises(LogbookDamagedError):
        open_log(home)


@pytest.mark.parametrize("name", ["CURRENT", "mark"])
def test_a_lost_small_file_is_restored_without_losing_a_row(crashed: Crashed, name: str) -> None:
    home = crashed.copy()
    (Folder.of(home).path / name).unlink()

    content, lost = restored(home)

    assert lost == 0
    assert content == crashed.content


def test_restoring_a_whole_log_keeps_it(crashed: Crashed) -> None:
    assert restored(crashed.copy()) == (crashed.content, 0)


def test_restoring_does_not_bring_back_who_was_erased(tmp_path: Path) -> None:
    home, clock = tmp_path / "home", Clock()
    with open_log(home, clock) as log:
        log.add("goes", climbs("geheim"))
        log.add("stays", climbs("bleibt"))
        log.back_up()
        log.erase("goes")
        log.add("stays", climbs("später"))
    Folder.of(home).generation(2).write_bytes(b"")

    report = Logbook.restore(home, key_file(home), clock=clock)

    assert report.unreadable_rows == 1
    with open_log(home, clock) as log:
        assert log.known_about("goes").ascents == 0
        assert names(log.ascents("stays")) == ["bleibt"]
        log.add("goes", climbs("neu"))
        assert names(log.ascents("goes")) == ["neu"]


def test_nothing_is_restored_where_nothing_was(tmp_path: Path) -> None:
    with pytest.raises(NothingToRestoreError):
        Logbook.restore(tmp_path / "home", tmp_path / "key")
    assert not (tmp_path / "home").exists()


def test_ids_are_not_given_again_after_a_restoration(tmp_path: Path) -> None:
    home, clock = tmp_path / "home", Clock()
    with open_log(home, clock) as log:
        log.add("a", climbs("one"))
        log.back_up()
        (lost,) = log.add("a", climbs("two"))
    Folder.of(home).generation(1).write_bytes(b"")
    Logbook.restore(home, key_file(home), clock=clock)

    with open_log(home, clock) as log:
        assert log.add("a", climbs("three")) > (lost,)


def test_a_row_moved_to_another_member_does_not_open(tmp_path: Path) -> None:
    home = tmp_path / "home"
    log = open_log(home)
    log.add("a", climbs("geheim"))
    log.add("b", climbs("fremd"))
    generation = log._store._generation
    assert generation is not None
    rows = generation.connection.execute("SELECT member FROM ascent ORDER BY number").fetchall()
    (a,), (b,) = rows
    generation.connection.execute("UPDATE ascent SET number = 77 WHERE member = ?", [b])
    generation.connection.execute("UPDATE ascent SET member = ? WHERE member = ?", [b, a])

    with pytest.raises(LogbookDamagedError):
        log.ascents("b")
    log.close()


def test_a_row_moved_within_a_members_log_does_not_open(tmp_path: Path) -> None:
    home = tmp_path / "home"
    log = open_log(home)
    (ascent_id,) = log.add("a", climbs("Mein"))
    generation = log._store._generation
    assert generation is not None
    generation.connection.execute("UPDATE ascent SET number = 77")

    with pytest.raises(LogbookDamagedError):
        log.ascents("a")
    with pytest.raises(LogbookDamagedError):
        log.get("a", "000000077")
    assert log.get("a", ascent_id) is None
    log.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_flipped_bit_of_a_key_file_is_healed(crashed: Crashed, name: str) -> None:
    for seed in range(5):
        home = crashed.copy()
        damage_by_flipping(Folder.of(home).path / name, random.Random(seed))  # noqa: S311
        assert judge(home, crashed.content) == "whole"


def test_a_flipped_mark_is_noticed_or_the_mark_before_counts(crashed: Crashed) -> None:
    for seed in range(8):
        home = crashed.copy()
        damage_by_flipping(Folder.of(home).mark, random.Random(seed))  # noqa: S311
        try:
            with open_log(home) as log:
                assert read(log) == crashed.content
        except LogbookError as error:
            assert isinstance(error, LogbookDamagedError)  # noqa: PT017


def test_a_backup_is_kept_when_its_manifest_is_damaged(crashed: Crashed) -> None:
    home, clock = crashed.copy(), Clock()
    (manifest, *_) = Folder.of(home).backups.glob("*.json")
    manifest.write_bytes(b"{")
    clock.pass_(timedelta(days=1))

    open_log(home, clock).close()

    assert manifest.with_suffix(".duckdb").exists()
