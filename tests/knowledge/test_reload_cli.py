"""``python -m knowledge reload`` and what belongs to it, as typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from knowledge import snapshots
from knowledge.__main__ import main
from tests.knowledge.invented_files import crag_file, gym, gym_file, write_json
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

YES = "--yes"


@pytest.fixture
def var(tmp_path: Path) -> str:
    crag = write_json(tmp_path, crag_file(), "crag.json")
    assert main(["import", str(crag), "--data-dir", str(tmp_path / "var")]) == 0
    return str(tmp_path / "var")


def test_a_reload_shows_the_change_and_the_version(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(notice_file(tmp_path, row()))
    capsys.readouterr()
    assert main(["reload", path, "--dry-run", "--data-dir", var]) == 0
    assert "什麼都沒有變動" in capsys.readouterr().out
    assert main(["reload", path, "--data-dir", var]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "來源",
        "  ＋ 來源「notices」",
        "霧角",
        "  ＋ 公告「落石封閉」",
        "共來源新增 1、公告新增 1。",
        "完成，現在是第 2 版。",
    ]
    assert main(["reload", path, YES, "--data-dir", var]) == 0
    assert capsys.readouterr().out == "沒有變動，仍是第 2 版。\n"


def test_mistakes_are_listed_and_nothing_changes(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(notice_file(tmp_path, row(kind="storm"), row(reported_on="2026-02-30"), row()))
    capsys.readouterr()
    assert main(["reload", path, "--data-dir", var]) == 1
    said = capsys.readouterr().out
    assert "有問題，什麼都沒有變動（2）" in said
    assert "notices.json notices[0]：" in said
    assert "notices.json notices[1]：" in said
    assert main(["reload", path, "--accept-good-rows", "--data-dir", var]) == 0
    assert "現在是第 2 版" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["reload"], ["rollback", "x"], ["reload", "a", "--what"]])
def test_a_wrong_usage_is_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2


def test_nothing_readable_is_one(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.json")
    assert main(["reload", missing, "--data-dir", var]) == 1
    assert main(["reload", missing, "--accept-good-rows", "--data-dir", var]) == 1
    assert "missing.json：找不到這個檔案" in capsys.readouterr().out


def test_a_reload_beside_another_is_told(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(notice_file(tmp_path, row()))
    with snapshots.import_lock(tmp_path / "var"):
        assert main(["reload", path, YES, "--data-dir", var]) == 1
    assert "另一個匯入正在進行" in capsys.readouterr().err


def test_history_rollback_and_diff(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["reload", str(notice_file(tmp_path, row())), "--data-dir", var])
    capsys.readouterr()
    assert main(["rollback", "1", YES, "--data-dir", var]) == 0
    assert capsys.readouterr().out == "回到第 1 版的內容了，現在是第 3 版。\n"
    assert main(["history", "--data-dir", var]) == 0
    newest, *_ = lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert newest.startswith("第 3 版（目前）")
    assert "回復　第 1 版" in newest
    assert main(["history", "--json", "--data-dir", var]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [it["number"] for it in rows] == [3, 2, 1]
    assert all(it["kept"] for it in rows)
    assert rows[0]["content"] == rows[2]["content"]
    assert main(["diff", "1", "2", "--data-dir", var]) == 0
    assert "公告新增 1" in capsys.readouterr().out
    assert main(["rollback", "9", YES, "--data-dir", var]) == 1
    assert "還能用的是 1、2、3" in capsys.readouterr().err


def test_a_source_is_listed_and_removed_with_a_proof(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["reload", str(notice_file(tmp_path, row())), "--source", "公告欄", "--data-dir", var])
    capsys.readouterr()
    assert main(["sources", "--data-dir", var]) == 0
    assert "公告欄　授權未註明　資料 0 筆、公告 1 則" in capsys.readouterr().out
    assert main(["forget", "公告欄", YES, "--purge", "--data-dir", var]) == 0
    said = capsys.readouterr().out
    assert "沒有殘留" in said
    assert "以前的 3 個版本也刪除了" in said
    assert main(["forget", "公告欄", YES, "--data-dir", var]) == 1


@pytest.mark.parametrize("form", ["csv", "json", "yaml", "md"])
def test_a_template_can_be_filled_in_and_loaded(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    assert main(["template", form]) == 0
    filled = capsys.readouterr().out.replace("岩館或岩場的名稱", "霧角")
    path = tmp_path / f"filled.{form}"
    path.write_text(filled, "utf-8")
    assert main(["reload", str(path), "--data-dir", var]) == 0
    assert "公告新增" in capsys.readouterr().out


def test_a_name_that_is_nearly_known_gets_a_hint(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gyms = [gym("gym-a", "岩丘攀岩館-霧北店"), gym("gym-b", "岩丘攀岩館-霧南店")]
    assert main(["import", str(write_json(tmp_path, gym_file(*gyms))), "--data-dir", var]) == 0
    capsys.readouterr()
    for written, hint in (
        ("岩丘霧北店", "是不是 gym-a（岩丘攀岩館-霧北店）"),
        ("岩丘", "是不是 gym-a（岩丘攀岩館-霧北店）、gym-b（岩丘攀岩館-霧南店）"),
    ):
        path = str(notice_file(tmp_path, row(about=written)))
        assert main(["reload", path, "--data-dir", var]) == 1
        said = capsys.readouterr().out
        assert f"找不到「{written}」" in said
        assert hint in said
    path = str(notice_file(tmp_path, row(about="烏有之鄉")))
    assert main(["reload", path, "--data-dir", var]) == 1
    assert "是不是" not in capsys.readouterr().out


def test_why_nothing_is_found_is_told_when_nothing_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(notice_file(tmp_path, row()))
    assert main(["reload", path, "--data-dir", str(tmp_path / "new")]) == 1
    assert "請先匯入" in capsys.readouterr().out


def test_a_damaged_version_is_named_beside_the_mistakes(
    tmp_path: Path, var: str, capsys: pytest.CaptureFixture[str]
) -> None:
    held = snapshots.current(tmp_path / "var").path / "catalog.duckdb"
    held.write_bytes(b"broken" + held.read_bytes()[6:])
    capsys.readouterr()
    assert main(["reload", str(notice_file(tmp_path, row())), "--data-dir", var]) == 1
    assert "損壞" in capsys.readouterr().out
