"""``python -m knowledge``: words for people, exit codes for machines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge import snapshots
from knowledge.__main__ import main
from knowledge.knowledge_base import KnowledgeBase
from tests.knowledge.invented_files import crag_file, route, write_json


@pytest.fixture
def data_dir(tmp_path: Path) -> str:
    return str(tmp_path / "var")


@pytest.fixture
def crag(tmp_path: Path) -> str:
    return str(write_json(tmp_path, crag_file(), "crag.json"))


def test_import_tells_the_version_and_the_counts(
    capsys: pytest.CaptureFixture[str], data_dir: str, crag: str
) -> None:
    assert main(["import", crag, "--data-dir", data_dir]) == 0
    assert "匯入完成，現在是第 1 版。" in (said := capsys.readouterr().out)
    assert "路線 2（新增 2）" in said
    assert main(["import", crag, "--data-dir", data_dir]) == 0
    assert "沒有變動，仍是第 1 版。" in capsys.readouterr().out


def test_import_lists_bad_rows_and_still_succeeds(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: str
) -> None:
    path = write_json(tmp_path, crag_file(route("A"), route("A"), {}), "crag.json")
    assert main(["import", str(path), "--data-dir", data_dir]) == 0
    said = capsys.readouterr().out
    assert "需要留意的地方（2）：" in said
    assert "crag.json routes[1]：路線編號「A」重複，略過這一筆" in said


def test_import_fails_when_a_file_cannot_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: str, crag: str
) -> None:
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    bad = str(tmp_path / "bad.json")
    assert main(["import", bad, "--data-dir", data_dir]) == 1
    said = capsys.readouterr().out
    assert "沒有匯入任何資料。" in said
    assert "bad.json：JSON 格式有誤（第 1 行第 2 字）" in said
    assert main(["import", bad, crag, "--data-dir", data_dir]) == 1
    assert "匯入完成" in capsys.readouterr().out


def test_an_empty_folder_imports_nothing(tmp_path: Path, data_dir: str) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["import", str(tmp_path / "empty"), "--data-dir", data_dir]) == 1


@pytest.mark.parametrize("command", [["stats"], ["check"], ["search", "裂隙"]])
def test_a_folder_without_data_says_so(
    capsys: pytest.CaptureFixture[str], data_dir: str, command: list[str]
) -> None:
    assert main([*command, "--data-dir", data_dir]) == 1
    assert capsys.readouterr().err == "資料夾裡還沒有資料，請先匯入。\n"


def test_a_second_import_at_the_same_time_is_turned_away(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: str, crag: str
) -> None:
    with snapshots.import_lock(tmp_path / "var"):
        assert main(["import", crag, "--data-dir", data_dir]) == 1
    assert "另一個匯入正在進行" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, crag: str
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["import", crag, "--data-dir", str(tmp_path / "file" / "var")]) == 1
    assert "無法讀寫" in capsys.readouterr().err


def test_stats_count_for_people_and_machines(
    capsys: pytest.CaptureFixture[str], data_dir: str, crag: str
) -> None:
    main(["import", crag, "--data-dir", data_dir])
    capsys.readouterr()
    assert main(["stats", "--data-dir", data_dir]) == 0
    said = capsys.readouterr().out
    assert "霧角：2 條，5.10a 到 5.11a；運攀 2；更新 2026-01-10" in said
    assert main(["stats", "--json", "--data-dir", data_dir]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["counts"]["routes"] == 2
    assert figures["grades"] == {"5.10a": 1, "5.11a": 1}
    assert figures["sources"][0]["title"] == "霧角測試路線表"


def test_stats_count_routes_with_a_warning_and_not_warnings(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: str
) -> None:
    twice = "2019 年落石。2021 年又落石。"
    rows = [route("A", "甲", description=twice), route("B", "乙", description="有落石")]
    main(["import", str(write_json(tmp_path, crag_file(*rows))), "--data-dir", data_dir])
    capsys.readouterr()
    assert main(["stats", "--data-dir", data_dir]) == 0
    assert "有警示的路線：落石 2\n" in capsys.readouterr().out


@pytest.mark.parametrize(("query", "language"), [("裂隙", "zh"), ("crack", "en")])
def test_search_shows_cards_in_the_language_of_the_query(
    capsys: pytest.CaptureFixture[str], data_dir: str, crag: str, query: str, language: str
) -> None:
    main(["import", crag, "--data-dir", data_dir])
    capsys.readouterr()
    assert main(["search", query, "-k", "4", "--json", "--data-dir", data_dir]) == 0
    cards = [hit["id"] for hit in json.loads(capsys.readouterr().out) if hit["kind"] == "card"]
    assert cards
    languages = {card.id: card.language for card in KnowledgeBase.open(Path(data_dir)).cards}
    assert {languages[card] for card in cards} == {language}


def test_check_passes_and_fails(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: str, crag: str
) -> None:
    main(["import", crag, "--data-dir", data_dir])
    assert main(["check", "--data-dir", data_dir]) == 0
    assert "沒有問題" in capsys.readouterr().out
    snapshots.current(tmp_path / "var").catalogue_path.write_bytes(b"broken")
    assert main(["check", "--data-dir", data_dir]) == 1
    assert "損壞" in capsys.readouterr().err


def test_search_finds_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: str
) -> None:
    rows = [route("A", "甲", description="手掌裂隙一路到頂"), route("B", "乙", description="斜板")]
    path = write_json(tmp_path, crag_file(*rows))
    main(["import", str(path), "--data-dir", data_dir])
    capsys.readouterr()
    assert main(["search", "手掌裂隙", "-k", "3", "--json", "--data-dir", data_dir]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert "A" in [hit["id"] for hit in hits]
    assert len(hits) <= 3


@pytest.mark.parametrize("arguments", [[], ["fly"], ["import"], ["search"], ["stats", "-k", "x"]])
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2


def test_an_import_loads_neither_llamaindex_nor_the_gazetteer(data_dir: str, crag: str) -> None:
    code = (
        "import importlib.util, sys; from knowledge.__main__ import main\n"
        f"main(['import', {crag!r}, '--data-dir', {data_dir!r}])\n"
        "heavy = {'llama_index', 'faiss', 'bm25s', 'openpyxl', 'pydantic'}\n"
        # DuckDB loads NumPy itself where pandas is installed, as with the training stack
        "heavy |= set() if importlib.util.find_spec('pandas') else {'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.splitlines()[-1] == "[]"
