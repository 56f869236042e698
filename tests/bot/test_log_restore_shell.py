"""``python -m bot log restore``: what an operator reads after damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from bot.logbook.folder import Folder
from tests.bot.logbook_helpers import climbs, key_file, names, open_log

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a backup of one ascent, and one ascent since."""
    home = tmp_path / "home"
    monkeypatch.setenv("YANYOU_LOG_KEY_FILE", str(key_file(home)))
    with open_log(home) as log:
        log.add("a", climbs("灰鯨"))
        log.back_up()
        log.add("a", climbs("等"))
    return home


def restore(home: Path) -> int:
    return main(["log", "restore", "--data-dir", str(home)])


def test_a_whole_log_is_left_alone(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert restore(home) == 0

    assert capsys.readouterr().out == "紀錄檔都是好的，不用還原。\n"
    with open_log(home) as log:
        assert names(log.ascents("a")) == ["灰鯨", "等"]


def test_a_damaged_log_is_restored_and_what_is_lost_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Folder.of(home).generation(1).write_bytes(b"")

    assert restore(home) == 0

    told = capsys.readouterr()
    assert "共 1 列" in told.out
    assert "之後的 1 次更動不在裡面" in told.out
    assert "壞掉的地方" in told.err
    with open_log(home) as log:
        assert names(log.ascents("a")) == ["灰鯨"]


def test_without_anything_to_restore_the_command_fails_kindly(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Folder.of(home).generation(1).write_bytes(b"")
    for path in Folder.of(home).backups.iterdir():
        path.unlink()

    assert restore(home) == 1

    assert "找不到可以還原的備份" in capsys.readouterr().err
