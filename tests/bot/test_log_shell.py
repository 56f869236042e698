"""``python -m bot log`` as real processes: exit codes, streams, files, and a bot that runs."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.logbook import Logbook, LogServer
from bot.server_state import MemberRows, State
from tests.bot import log_files
from tests.bot.log_ascents import SAMPLES, content

if TYPE_CHECKING:
    from bot.ascents import Ascent

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """A process that has ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Shell:
    """A data folder and its key, and commands that run on them."""

    home: Path
    key: Path

    def log(self, action: str, *arguments: str, user: str = "7", cwd: Path = ROOT) -> Done:
        """Run one command, with nobody at a keyboard."""
        done = subprocess.run(  # noqa: S603
            self.command(action, *arguments, user=user),
            cwd=cwd,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def command(self, action: str, *arguments: str, user: str = "7") -> list[str]:
        """The command line."""
        names = ["--user", user, "--data-dir", str(self.home)]
        return [sys.executable, "-m", "bot", "log", action, *names, *arguments]

    def environment(self) -> dict[str, str]:
        """As the process needs it, the program's folder among the places of its modules."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("YANYOU_")}
        return {**kept, "YANYOU_LOG_KEY_FILE": str(self.key), "PYTHONPATH": str(ROOT)}

    def open(self) -> Logbook:
        """The log, held by this process as a bot holds it."""
        return Logbook.open(self.home, self.key)

    def held(self, user: str = "7") -> list[Ascent]:
        """What the log holds, without what it gives ascents itself."""
        with self.open() as log:
            return [replace(each, id="", batch_id="") for each in log.ascents(user)]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "data", tmp_path / "key" / "log.key")


def written(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_an_import_shows_what_it_does_and_does_it_once(shell: Shell, tmp_path: Path) -> None:
    ticks = written(tmp_path, "ticks.csv", log_files.MP_TRAPS)
    done = shell.log("import", ticks)
    assert done.code == 0
    assert "共 7 筆" in done.out
    assert "會加入 4 筆" in done.out
    assert "跳過 3 筆" in done.out
    assert "沒有「2024-02-30」這一天：第 2 列" in done.out
    assert "已匯入 4 筆，跳過 3 筆" in done.out
    assert "4/4" in done.err  # the bar
    assert len(shell.held()) == 4
    again = shell.log("import", ticks, "--yes")
    assert again.code == 0
    assert "已經有的 4 筆不重複加" in again.out
    assert len(shell.held()) == 4


def test_a_batch_is_taken_back_as_a_whole(shell: Shell, tmp_path: Path) -> None:
    first = shell.log("import", written(tmp_path, "a.csv", log_files.UKC_DLOG))
    shell.log("import", written(tmp_path, "b.csv", log_files.EIGHT_PLAIN))
    listed = shell.log("batches").out
    assert "UKC｜匯入 7 筆，還在 7 筆" in listed
    assert "8a.nu｜匯入 6 筆，還在 6 筆" in listed
    number = listed.split("｜")[0]
    assert number in first.out
    reverted = shell.log("revert", number)
    assert (reverted.code, reverted.out) == (0, "已收回這一批，共 7 筆。\n")
    assert {each.source for each in shell.held()} == {"8a"}
    missing = shell.log("revert", number)
    assert (missing.code, missing.out) == (1, "")
    assert number in missing.err


@pytest.mark.parametrize("format_", ["json", "csv"])
@pytest.mark.parametrize("through", ["a file", "a pipe"])
def test_export_then_erase_then_import_is_the_same_log(
    shell: Shell, tmp_path: Path, format_: str, through: str
) -> None:
    with shell.open() as log:
        log.add("7", SAMPLES)
        log.add("8", SAMPLES[:1])
    shell.log("import", written(tmp_path, "c.csv", log_files.CRAG_PLAIN))
    shell.log("import", written(tmp_path, "k.csv", log_files.KAYA_PLAIN))
    before = shell.held()
    path = tmp_path / f"log.{format_}"
    if through == "a file":
        assert shell.log("export", "--format", format_, "--out", str(path)).code == 0
        assert path.stat().st_mode & 0o077 == 0
    else:
        path.write_bytes(shell.log("export", "--format", format_).out.encode())
    assert shell.log("erase", "--yes").code == 0
    assert shell.held() == []
    assert shell.log("import", str(path)).code == 0
    assert [content(each) for each in shell.held()] == [content(each) for each in before]
    second = tmp_path / "second"
    shell.log("export", "--format", format_, "--out", str(second))
    if through == "a file":
        assert second.read_bytes() == path.read_bytes()
    assert len(shell.held("8")) == 1  # nobody else was touched


def test_an_export_on_standard_output_is_the_file_and_nothing_else(shell: Shell) -> None:
    with shell.open() as log:
        log.add("7", SAMPLES)
    exported = shell.log("export")
    assert exported.err == ""
    assert len(json.loads(exported.out)["ascents"]) == len(SAMPLES)
    alike = shell.log("export", "--format", "thecrag")
    assert alike.out.startswith("Route Name,Ascent Label,")
    assert "json 或 csv" in alike.err
    assert json.loads(shell.log("export", user="nobody").out) == {"version": 1, "ascents": []}


def test_erasing_counts_and_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    shell.log("import", written(tmp_path, "a.csv", log_files.MP_PLAIN))
    assert "Mountain Project 8 筆" in shell.log("about").out
    erased = shell.log("erase")
    assert erased.code == 0
    assert "已刪除 8 筆" in erased.out
    assert "剩下 0 筆" in erased.out
    assert shell.log("about").out == "我這裡沒有你的任何紀錄。\n"
    nothing = shell.log("erase")
    assert nothing.code == 0
    assert "沒有你的任何紀錄" in nothing.out


def test_erasing_takes_what_discord_kept_about_the_member_too(shell: Shell) -> None:
    shell.home.mkdir()
    with closing(State(shell.home)) as state:
        for user in ("7", "8"):
            state.vote("100", user, 1, "2026-11-28T00:00:00Z")
            state.report("1", user, "灰鯨", "級數不對", "2026-11-28T00:00:00Z")
    assert "Discord 上的評價、回報和分享 2 筆" in shell.log("about").out
    erased = shell.log("erase")
    assert erased.code == 0
    assert "Discord 上的評價、回報和分享 2 筆也刪了" in erased.out
    rows = MemberRows(shell.home)
    assert (rows.count("7"), rows.count("8")) == (0, 2)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.csv", b"", "檔案是空的"),
        ("torn.json", b'{"version": 1, "ascents": [{"route_na', "JSON 格式有誤"),
        ("new.json", b'{"version": 2, "ascents": []}', "只讀得懂 version 1"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "不是"),
        ("bad.json", b'{"version":1,"ascents":[{"route_name":"x","date":"?"}]}', "要寫成"),
    ],
)
def test_a_bad_file_is_refused_and_changes_nothing(
    shell: Shell, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    with shell.open() as log:
        log.add("7", SAMPLES)
        before = log.ascents("7")
    done = shell.log("import", written(tmp_path, name, data))
    assert (done.code, done.out) == (1, "")
    assert reason in done.err
    assert name in done.err
    assert "Traceback" not in done.err
    with shell.open() as log:
        assert log.ascents("7") == before
        assert log.batches("7") == ()


def test_a_file_that_is_not_there_or_cannot_be_written_is_said(
    shell: Shell, tmp_path: Path
) -> None:
    missing = shell.log("import", str(tmp_path / "nowhere.csv"))
    assert missing.code == 1
    assert "找不到" in missing.err
    blocked = shell.log("export", "--out", str(tmp_path / "no" / "folder.json"))
    assert blocked.code == 1
    assert "寫不進去" in blocked.err
    assert "Traceback" not in blocked.err


def test_a_pipe_or_device_is_written_to_and_not_replaced(shell: Shell) -> None:
    assert shell.log("export", "--out", os.devnull).code == 0
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    "arguments",
    [
        ["log"],
        ["log", "import", "x.csv"],
        ["log", "import", "--user", "7"],
        ["log", "import", "--user", " ", "x.csv"],
        ["log", "import", "--user", "7\n8", "x.csv"],
        ["log", "export", "--user", "7", "--format", "xlsx"],
        ["log", "revert", "--user", "7"],
        ["log", "fly", "--user", "7"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_two(arguments: list[str], shell: Shell) -> None:
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(  # noqa: S603
        command, cwd=ROOT, env=shell.environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert "用法：" in done.stderr.decode()
    assert not shell.home.exists()


def test_commands_reach_the_log_of_a_running_bot(shell: Shell, tmp_path: Path) -> None:
    ticks = written(tmp_path, "ticks.csv", log_files.MP_PLAIN)
    with shell.open() as log, LogServer(log):
        log.add("7", SAMPLES)
        imported = shell.log("import", ticks)
        assert imported.code == 0
        assert len(log.ascents("7")) == len(SAMPLES) + 8  # seen by the bot at once
        exported = shell.log("export")
        assert len(json.loads(exported.out)["ascents"]) == len(SAMPLES) + 8
        assert "Mountain Project 8 筆" in shell.log("about").out
        batch = log.batches("7")[0].id
        assert shell.log("revert", batch).code == 0
        assert len(log.ascents("7")) == len(SAMPLES)
        refused = shell.log("import", written(tmp_path, "bad.csv", b"no log"))
        assert refused.code == 1
        assert shell.log("erase", "--yes").code == 0
        assert log.ascents("7") == ()
    assert shell.held() == []


def asked(shell: Shell, answer: str, action: str, *arguments: str) -> Done:
    """Run a command with somebody at the keyboard who types this."""
    ours, theirs = pty.openpty()
    try:
        with subprocess.Popen(  # noqa: S603
            shell.command(action, *arguments),
            cwd=ROOT,
            env=shell.environment(),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            os.write(ours, f"{answer}\n".encode())
            out, err = process.communicate(timeout=50)
    finally:
        os.close(ours)
        os.close(theirs)
    return Done(process.returncode, out.decode(), err.decode())


def test_at_a_keyboard_it_asks_first(shell: Shell, tmp_path: Path) -> None:
    ticks = written(tmp_path, "ticks.csv", log_files.MP_PLAIN)
    no = asked(shell, "", "import", ticks)
    assert no.code == 1
    assert "要匯入嗎" in no.err
    assert "什麼都沒改" in no.err
    assert shell.held() == []
    yes = asked(shell, "y", "import", ticks)
    assert yes.code == 0
    assert len(shell.held()) == 8
    kept = asked(shell, "n", "erase")
    assert kept.code == 1
    assert len(shell.held()) == 8
    gone = asked(shell, "要", "erase")
    assert gone.code == 0
    assert shell.held() == []
    without = asked(shell, "n", "import", "--yes", ticks)
    assert without.code == 0
    assert "要匯入嗎" not in without.err


def test_rows_are_linked_to_the_catalogue_of_the_folder(
    shell: Shell, tmp_path: Path, demo_dir: Path
) -> None:
    from knowledge.knowledge_base import import_files  # noqa: PLC0415

    import_files(shell.home, [demo_dir])
    done = shell.log("import", written(tmp_path, "ticks.csv", log_files.MP_PLAIN))
    assert "其中 5 筆對得到資料裡的路線" in done.out
    assert shell.held()[0].route_id == "WM-WHALE-BACK-302"


def test_without_a_catalogue_names_are_kept_and_nothing_is_invented(
    shell: Shell, tmp_path: Path
) -> None:
    done = shell.log("import", written(tmp_path, "ticks.csv", log_files.MP_PLAIN))
    assert "還沒有路線資料" in done.err
    assert {each.route_id for each in shell.held()} == {""}
    assert not (shell.home / "snapshots").exists()
