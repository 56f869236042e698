"""``python -m bot`` in this process: usage, exit codes, folders, files."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from bot.__main__ import main
from knowledge.knowledge_base import Actor, post_notice
from tests.bot.logbook_helpers import open_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder without any state, and no settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("YANYOU_DATA_DIR", raising=False)
    monkeypatch.delenv("YANYOU_EMBEDDING", raising=False)


def batch(folder: Path, data: bytes, *arguments: str) -> tuple[int, list[dict[str, object]]]:
    """Exit code and rows of a batch over the demo data."""
    asked, out = folder / "in.jsonl", folder / "out.jsonl"
    asked.write_bytes(data)
    code = main(["ask", "--batch", str(asked), "--out", str(out), *arguments])
    return code, [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_a_question_is_answered_on_standard_output(
    demo_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "霧笛幾級", "--data-dir", str(demo_home)]) == 0
    assert "5.11c" in capsys.readouterr().out


def test_a_question_that_everybody_may_ask_needs_no_key_to_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    open_log(home).close()
    monkeypatch.setenv("YANYOU_LOG_KEY_FILE", str(tmp_path / "gone.key"))
    assert main(["ask", "霧笛幾級", "--data-dir", str(home)]) == 0
    assert "5.11c" in capsys.readouterr().out
    assert main(["ask", "我爬了幾條", "--user", "anna", "--data-dir", str(home)]) == 1
    assert "金鑰" in capsys.readouterr().err


def test_an_empty_folder_answers_from_the_demo_and_stays_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "empty"
    assert main(["ask", "霧笛幾級", "--data-dir", str(home)]) == 0
    said = capsys.readouterr()
    assert "5.11c" in said.out
    assert "虛構" in said.err
    assert not home.exists()


def test_the_day_may_be_given(demo_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["ask", "岩嶼台南今天有開嗎", "--data-dir", str(demo_home)]
    assert main([*asked, "--today", "2026-11-23"]) == 0
    assert "公休" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["ask"], ["ask", "嗨", "--batch", "x.jsonl"], ["ask", "--batch", "x.jsonl"],
     ["ask", "嗨", "--today", "昨天"], ["fly"], ["--data-dir", "x", "ask", "嗨"]],
    ids=repr,
)  # fmt: skip
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    try:
        code = main(arguments)
    except SystemExit as exit_:  # argparse leaves this way
        code = exit_.code  # type: ignore[assignment]
    assert code == 2


def test_an_unknown_setting_stops_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YANYOU_DATADIR", "x")
    assert main(["ask", "嗨"]) == 1
    assert "YANYOU_DATADIR" in capsys.readouterr().err


def test_the_folder_may_come_from_the_environment(
    demo_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YANYOU_DATA_DIR", str(demo_home))
    assert main(["ask", "霧笛幾級"]) == 0
    assert "5.11c" in capsys.readouterr().out
    monkeypatch.setenv("YANYOU_DATA_DIR", str(demo_home / "manifest.json"))
    assert main(["ask", "霧笛幾級", "--data-dir", str(demo_home)]) == 0


@pytest.mark.parametrize(
    "data",
    [
        '{"id": "a", "question": "霧笛幾級"}\n{"id": "b", "question": "浮島電話"}\n',
        '{"id": "a", "question": "霧笛幾級"}\r\n{"id": "b", "question": "浮島電話"}\r\n',
        '\ufeff{"id": "a", "question": "霧笛幾級"}\n{"id": "b", "question": "浮島電話"}',
        '\n\n{"id": "a", "question": "霧笛幾級"}\n  \n{"id": "b", "question": "浮島電話"}\n\n',
        '{"id": "a", "question": "霧笛\u2028幾級"}\n{"id": "b", "question": "浮島\u0085電話"}\n',
    ],
    ids=["plain", "crlf", "bom", "empty lines", "odd line separators"],
)
def test_line_ends_and_marks_do_not_matter(data: str, demo_home: Path, tmp_path: Path) -> None:
    code, rows = batch(tmp_path, data.encode(), "--data-dir", str(demo_home))
    assert code == 0
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["route_ids"] == ["WM-UNDER-THE-LIGHTHOUSE-203"]
    assert rows[1]["gym_ids"] == ["floating-island"]


def test_a_malformed_line_exits_with_one_and_the_rest_is_answered(
    demo_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = '{"id": "a", "question": "霧笛幾級"}\n{oops\n{"id": "c", "question": "嗨"}\n'
    code, rows = batch(tmp_path, data.encode(), "--data-dir", str(demo_home))
    assert code == 1
    assert [row["id"] for row in rows] == ["a", "line-2", "c"]
    assert "error" in rows[1]
    assert "1 行" in capsys.readouterr().err


def test_bytes_that_are_no_text_are_an_error_of_their_line(demo_home: Path, tmp_path: Path) -> None:
    data = b'{"id": "a", "question": "\xff\xfe"}\n\xff\n{"id": "c", "question": "hi"}\n'
    code, rows = batch(tmp_path, data, "--data-dir", str(demo_home))
    assert code == 1
    assert [row["id"] for row in rows] == ["a", "line-2", "c"]


def test_an_empty_batch_gives_an_empty_file(demo_home: Path, tmp_path: Path) -> None:
    assert batch(tmp_path, b"", "--data-dir", str(demo_home)) == (0, [])


def test_a_batch_over_an_empty_folder_writes_nothing_there(tmp_path: Path) -> None:
    home = tmp_path / "state"
    home.mkdir()
    code, rows = batch(
        tmp_path, '{"id": "a", "question": "霧笛幾級"}'.encode(), "--data-dir", str(home)
    )
    assert code == 0
    assert "5.11c" in str(rows[0]["answer_text"])
    assert list(home.iterdir()) == []


def test_a_missing_input_is_said(
    demo_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    arguments = ["ask", "--batch", "nowhere.jsonl", "--out", str(out)]
    assert main([*arguments, "--data-dir", str(demo_home)]) == 1
    assert "nowhere.jsonl" in capsys.readouterr().err
    assert not out.exists()


def test_an_output_that_cannot_be_written_is_said(
    demo_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "in.jsonl"
    asked.write_text('{"id": "a", "question": "嗨"}\n', "utf-8")
    out = tmp_path / "missing" / "out.jsonl"
    arguments = ["ask", "--batch", str(asked), "--out", str(out), "--data-dir", str(demo_home)]
    assert main(arguments) == 1
    assert "檔案讀寫失敗" in capsys.readouterr().err


def test_an_open_chat_sees_what_is_published_meanwhile(
    demo_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = tmp_path / "var"
    shutil.copytree(demo_home, home)
    values = {"about": "浮島抱石館", "kind": "price", "title": "調漲", "text": "平日 437 元"}

    def typed() -> Iterator[str]:
        yield "浮島最近有什麼公告"
        post_notice(home, Actor("terminal:tester", operator=True), "", values)
        yield "浮島最近有什麼公告"

    asked = typed()

    def ask(_: str) -> str:
        try:
            return next(asked)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", ask)
    assert main(["chat", "--data-dir", str(home)]) == 0
    before, after = capsys.readouterr().out.split("岩友 ›")[1:]
    assert "437" not in before
    assert "平日 437 元" in after
