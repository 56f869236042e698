"""The real programs, started as a person starts them."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CRAG = {
    "crag": {"id": "glass-bay", "name": "玻璃灣", "nameEn": "Glass Bay", "type": "sport",
             "location": {"region": "北部", "address": "新北市玻璃區（虛構）"}},
    "areas": [{"id": "pier", "name": "碼頭區"}],
    "routes": [{"id": "GB-1", "areaId": "pier", "name": "透明鯨", "nameEn": "Clear Whale",
                "grade": "5.11b", "type": "sport", "length": "19m", "boltCount": 8,
                "description": "沿玻璃般的岩面直上。", "status": "published"}],
    "metadata": {"source": "玻璃灣手札", "lastUpdated": "2026-05-05T00:00:00Z"},
}  # fmt: skip


def run(
    *arguments: str, cwd: Path, lines: str = "", check: bool = True
) -> subprocess.CompletedProcess[str]:
    """A finished process of this project, its output as text."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("YANYOU_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", *arguments],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment,
        timeout=50,
        check=check,
    )


def digest(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which a file was imported from the shell."""
    folder = tmp_path_factory.mktemp("glass")
    file = folder / "glass-bay.json"
    file.write_text(json.dumps(CRAG, ensure_ascii=False), "utf-8")
    run("knowledge", "import", str(file), "--data-dir", str(folder / "state"), cwd=folder)
    return folder / "state"


def test_a_batch_reads_answers_and_leaves_the_data_alone(home: Path, tmp_path: Path) -> None:
    lines = [
        '{"id": 1, "question": "透明鯨幾級"}',
        "",
        '{"id": "2", "question": "有多長", "history": [{"role": "user", "content": "透明鯨幾級"}]}',
        "not json",
        '{"id": "4", "question": "玻璃灣有哪些路線", "today": "2026-01-01"}',
    ]
    (tmp_path / "in.jsonl").write_text("\ufeff" + "\r\n".join(lines), "utf-8")
    before = digest(home)
    arguments = ["--batch", "in.jsonl", "--out", "out.jsonl", "--data-dir", str(home)]
    done = run("bot", "ask", *arguments, "--today", "2026-11-20", cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "4/4" in done.stderr
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["1", "2", "line-4", "4"]
    assert "5.11b" in rows[0]["answer_text"]
    assert rows[0]["route_ids"] == ["GB-1"]
    assert rows[0]["sources"][0]["updated_on"] == "2026-05-05"
    assert "19" in rows[1]["answer_text"]
    assert rows[2].keys() == {"id", "error"}
    assert rows[3]["route_ids"] == ["GB-1"]
    assert digest(home) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_chat_shows_the_demo_until_something_real_is_imported(tmp_path: Path) -> None:
    state = tmp_path / "state"
    chat = ("bot", "chat", "--data-dir", str(state))
    first = run(*chat, cwd=tmp_path, lines="霧笛幾級\n有多長\n\n/new\n有多長\n/quit\n霧笛幾級\n")
    assert "虛構的示範資料" in first.stdout
    assert "霧鳴岬" in first.stdout
    assert "5.11c" in first.stdout
    assert first.stdout.count("25 公尺") == 1
    assert first.stdout.count("5.11c") == 1
    assert "Traceback" not in first.stderr
    assert first.stdout.rstrip().endswith("下次岩場見，注意安全。")

    file = tmp_path / "glass-bay.json"
    file.write_text(json.dumps(CRAG, ensure_ascii=False), "utf-8")
    run("knowledge", "import", str(file), "--data-dir", str(state), cwd=tmp_path)
    second = run(*chat, cwd=tmp_path, lines="霧笛幾級\n透明鯨幾級\n有哪些岩場\n")
    assert "虛構的示範資料" not in second.stdout
    assert "霧鳴岬" not in second.stdout
    assert "5.11c" not in second.stdout
    assert "5.11b" in second.stdout
    assert "玻璃灣" in second.stdout


def test_a_single_question_with_odd_characters(home: Path, tmp_path: Path) -> None:
    done = run("bot", "ask", "透\u200b明鯨🧗幾級？", "--data-dir", str(home), cwd=tmp_path)
    assert "5.11b" in done.stdout
    assert done.stderr == ""


def test_a_damaged_folder_is_said_in_words(home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "state"
    for name in digest(home):
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        whole = (home / name).read_bytes()
        target.write_bytes(whole[: len(whole) // 2] if name.endswith(".duckdb") else whole)
    done = run("bot", "ask", "透明鯨幾級", "--data-dir", str(copy), cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "損壞" in done.stderr
