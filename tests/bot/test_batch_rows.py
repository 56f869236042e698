"""The batch contract: rows in, rows out, in order, with exact names."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.batch import MAX_LINE_CHARS, Row, as_json, read_rows, run_batch, write_rows
from bot.schema import Answer, Citation, Question, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)
FIELDS = [
    "id", "answer_text", "route_ids", "gym_ids", "intent", "abstained", "sources", "latency_ms",
]  # fmt: skip


def rows(*lines: str) -> list[Row | dict[str, str]]:
    return list(read_rows(lines, FRIDAY))


def error(line: str) -> dict[str, str]:
    (row,) = rows(line)
    assert isinstance(row, dict)
    return row


def answered(assistant: Assistant, *lines: str) -> list[dict[str, Any]]:
    return list(run_batch(read_rows(lines, FRIDAY), assistant))


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_a_row_has_exactly_the_fields_that_others_depend_on(demo_assistant: Assistant) -> None:
    (row,) = answered(demo_assistant, line(id="q1", question="霧笛幾級"))
    assert list(row) == FIELDS
    assert row["id"] == "q1"
    assert "5.11c" in row["answer_text"]
    assert row["route_ids"] == ["WM-UNDER-THE-LIGHTHOUSE-203"]
    assert row["gym_ids"] == []
    assert row["intent"] == "fact"
    assert row["abstained"] is False
    (source,) = row["sources"]
    assert list(source) == ["id", "title", "updated_on"]
    assert source["updated_on"] == "2026-03-15"
    assert row["latency_ms"] > 0


def test_rows_are_json_with_plain_types() -> None:
    answer = Answer("好", "fact", ("1",), (), sources=(Citation("s", "資料", "2026-01-02"),))
    row = as_json("7", answer, 1.23456)
    assert json.loads(json.dumps(row)) == row
    assert row["latency_ms"] == 1.235


def test_order_is_kept_and_errors_stand_in_their_place(demo_assistant: Assistant) -> None:
    lines = [line(id=str(number), question="霧笛幾級") for number in range(3)]
    lines.insert(1, "{broken")
    found = answered(demo_assistant, *lines)
    assert [row["id"] for row in found] == ["0", "line-2", "1", "2"]
    assert [("error" in row) for row in found] == [False, True, False, False]


@pytest.mark.parametrize(
    ("given", "kept"), [("a", "a"), (7, "7"), ("", ""), ("岩", "岩"), (-1, "-1")], ids=repr
)
def test_ids_come_back_as_text(given: object, kept: str) -> None:
    (row,) = rows(line(id=given, question="嗨"))
    assert isinstance(row, Row)
    assert row.id == kept


def test_every_field_of_a_question_is_read() -> None:
    (row,) = rows(
        line(
            id="q",
            question="有多長",
            user_id="member-1",
            today="2026-01-02",
            history=[
                {"role": "user", "content": "霧笛幾級"},
                {"role": "assistant", "content": "5.11c"},
            ],
        )
    )
    turns = (Turn("user", "霧笛幾級"), Turn("assistant", "5.11c"))
    question = Question("有多長", date(2026, 1, 2), turns, "member-1", paged=False)
    assert row == Row("q", question)


def test_a_row_without_a_day_is_asked_on_the_day_of_the_batch() -> None:
    (row,) = rows(line(id="q", question="嗨", today=None, history=None, user_id=None))
    assert isinstance(row, Row)
    assert row.question == Question("嗨", FRIDAY, paged=False)


def test_fields_that_we_do_not_know_are_ignored() -> None:
    (row,) = rows(line(id="q", question="嗨", gold="x", meta={"a": 1}))
    assert isinstance(row, Row)


@pytest.mark.parametrize(
    ("bad", "named", "row_id"),
    [
        ("{broken", "JSON", "line-1"),
        ("[1, 2]", "物件", "line-1"),
        ('"text"', "物件", "line-1"),
        ("null", "物件", "line-1"),
        ("NaN", "物件", "line-1"),
        (line(id="q"), "question", "q"),
        (line(id="q", question=7), "question", "q"),
        (line(id="q", question=None), "question", "q"),
        (line(question="嗨"), "id", "line-1"),
        (line(id=None, question="嗨"), "id", "line-1"),
        (line(id=["q"], question="嗨"), "id", "line-1"),
        (line(id="q", question="嗨", today="昨天"), "today", "q"),
        (line(id="q", question="嗨", today="2026-13-40"), "today", "q"),
        (line(id="q", question="嗨", today=20261120.5), "today", "q"),
        (line(id="q", question="嗨", history="霧笛幾級"), "history", "q"),
        (line(id="q", question="嗨", history=["霧笛幾級"]), "history", "q"),
        (line(id="q", question="嗨", history=[{"role": "system", "content": "x"}]), "role", "q"),
        (line(id="q", question="嗨", history=[{"role": "user"}]), "content", "q"),
        (line(id="q", question="嗨", history=[{"role": ["user"], "content": "x"}]), "role", "q"),
        ("[" * 100_000, "JSON", "line-1"),
        ('{"id": "q", "question": "' + "a" * MAX_LINE_CHARS + '"}', "太長", "q"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_a_malformed_line_says_where_and_what(bad: str, named: str, row_id: str) -> None:
    row = error(bad)
    assert list(row) == ["id", "error"]
    assert row["id"] == row_id
    assert row["error"].startswith("第 1 行：")
    assert named in row["error"]


def test_errors_name_the_line_of_the_file() -> None:
    found = rows("", line(id="a", question="嗨"), "   ", "{")
    assert found[1] == {"id": "line-4", "error": "第 4 行：不是合法的 JSON。"}


def test_empty_lines_are_no_rows() -> None:
    assert rows("", "   ", "\t", "\r") == []


def test_a_lone_surrogate_does_not_break_the_file(
    demo_assistant: Assistant, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    lines = ['{"id": "s", "question": "霧笛\\ud800幾級"}', '{"id": "\\udfff", "question": "嗨"}']
    assert write_rows(out, run_batch(read_rows(lines, FRIDAY), demo_assistant)) == 0
    assert len(out.read_text("utf-8").splitlines()) == 2


def test_surrogates_in_the_history_do_no_harm(demo_assistant: Assistant, tmp_path: Path) -> None:
    history = '[{"role": "user", "content": "霧笛\\ud83d幾級"}]'
    asked = '{"id": "s", "question": "有多長", "history": ' + history + "}"
    out = tmp_path / "out.jsonl"
    assert write_rows(out, run_batch(read_rows([asked], FRIDAY), demo_assistant)) == 0


def test_nothing_is_paged(demo_assistant: Assistant) -> None:
    whole, found = answered(
        demo_assistant,
        line(id="a", question="霧鳴岬有哪些路線"),
        line(id="b", question="list all routes at Wuming Cape"),
    )
    assert len(whole["route_ids"]) == len(set(whole["route_ids"])) == 39
    assert found["route_ids"] == whole["route_ids"]
    held = demo_assistant.knowledge.catalogue
    names = [held.route(route_id) for route_id in whole["route_ids"]]
    assert all(route and (route.name or route.name_en) in whole["answer_text"] for route in names)
    assert "下一頁" not in whole["answer_text"]


def test_history_is_understood(demo_assistant: Assistant) -> None:
    history = [{"role": "user", "content": "霧笛幾級"}, {"role": "assistant", "content": "5.11c"}]
    (row,) = answered(demo_assistant, line(id="q", question="有多長", history=history))
    assert row["route_ids"] == ["WM-UNDER-THE-LIGHTHOUSE-203"]
    assert "25" in row["answer_text"]


def test_the_day_of_the_row_counts(demo_assistant: Assistant) -> None:
    monday, tuesday = answered(
        demo_assistant,
        line(id="m", question="岩嶼台南今天有開嗎", today="2026-11-23"),
        line(id="t", question="岩嶼台南今天有開嗎", today="2026-11-24"),
    )
    assert "公休" in monday["answer_text"]
    assert "14:00" in tuesday["answer_text"]


@pytest.mark.parametrize(
    ("question", "abstained"),
    [
        ("霧笛幾級", False),
        ("銀河鐵道幾級", True),
        ("守燈日誌幾顆 bolt", True),
        ("霧笛是 5.12a 嗎", True),
        ("石螢谷有傳攀嗎", True),
        ("石螢谷停車", True),
        ("明天霧鳴岬天氣", True),
        ("今天晚餐吃什麼", True),
        ("手指痛還能爬嗎", True),
        ("霧笛安全嗎", True),
        ("高雄有哪些岩館", True),
        ("霧鳴岬有幾條路線", False),
        ("你好", False),
        ("迴聲幾級", False),
        ("", False),
        ("how hard is Moonwalker", True),
    ],
)
def test_abstaining_means_that_the_thing_asked_was_not_given(
    question: str, abstained: bool, demo_assistant: Assistant
) -> None:
    (row,) = answered(demo_assistant, line(id="q", question=question))
    assert row["abstained"] is abstained, row["answer_text"]


@pytest.mark.parametrize("question", ["記一筆：今天霧笛 RP", "log my send of Foghorn"])
def test_a_request_to_log_writes_nothing(
    question: str, demo_assistant: Assistant, demo_home: Path
) -> None:
    before = digest(demo_home)
    (row,) = answered(demo_assistant, line(id="q", question=question))
    assert row["intent"] == "personal"
    assert digest(demo_home) == before


def test_the_data_folder_is_only_read(demo_assistant: Assistant, demo_home: Path) -> None:
    before = digest(demo_home)
    asked = ["霧鳴岬有哪些路線", "什麼是 onsight", "刪除我的資料", "匯入我的紀錄", "rm -rf /"]
    answered(demo_assistant, *(line(id=text, question=text) for text in asked))
    assert digest(demo_home) == before


def test_the_output_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"

    def breaking() -> Iterator[dict[str, Any]]:
        yield {"id": "1"}
        assert not out.exists()
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_rows(out, breaking())
    assert not out.exists()


def test_an_older_output_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old\n" * 100, "utf-8")
    assert write_rows(out, [{"id": "1"}, {"id": "2", "error": "x"}]) == 1
    assert [json.loads(text)["id"] for text in out.read_text("utf-8").splitlines()] == ["1", "2"]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_chinese_is_written_as_it_is(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write_rows(out, [{"id": "1", "answer_text": "霧笛\n第二行\u2028"}])
    assert "霧笛" in out.read_text("utf-8")
    assert json.loads(out.read_text("utf-8").split("\n")[0])["answer_text"] == "霧笛\n第二行\u2028"


def digest(folder: Path) -> str:
    """One hash of the names and contents of everything in a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(str(path.relative_to(folder)).encode())
        if path.is_file():
            whole.update(path.read_bytes())
    return whole.hexdigest()
