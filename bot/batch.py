"""Many questions from a file of JSON lines, answered in order; writes only the answers."""

from __future__ import annotations

import json
import logging
import os
import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bot.errors import BatchLineError
from bot.schema import Answer, Question, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bot.assistant import Assistant

logger = logging.getLogger(__name__)

MAX_LINE_CHARS = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One question of a batch file."""

    id: str
    question: Question


def read_rows(lines: Iterable[str], today: date) -> Iterator[Row | dict[str, str]]:
    """The questions of a file; a malformed line becomes a row with ``id`` and ``error``."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _row(line, today)
        except BatchLineError as error:
            yield {
                "id": _id_of(line) or f"line-{number}",
                "error": f"第 {number} 行：{error.reply}",
            }


def run_batch(
    rows: Iterable[Row | dict[str, str]], assistant: Assistant
) -> Iterator[dict[str, Any]]:
    """One output row for every input row."""
    for row in rows:
        if not isinstance(row, Row):
            yield dict(row)
            continue
        started = time.perf_counter()
        try:
            answer = assistant.answer(row.question)
        except Exception:
            # one question must not cost the answers of all others; the bug is logged in full
            logger.exception("question %s failed", row.id)
            yield {"id": row.id, "error": "這一題答不出來，程式出錯了，已經記下來。"}
            continue
        yield as_json(row.id, answer, (time.perf_counter() - started) * 1000)


def as_json(row_id: str, answer: Answer, latency_ms: float) -> dict[str, Any]:
    """The output row: its names are a contract with other programs."""
    return {
        "id": row_id,
        "answer_text": answer.text,
        "route_ids": list(answer.route_ids),
        "gym_ids": list(answer.gym_ids),
        "intent": answer.intent,
        "abstained": answer.abstained,
        "sources": [
            {"id": source.id, "title": source.title, "updated_on": source.updated_on}
            for source in answer.sources
        ],
        "latency_ms": round(latency_ms, 3),
    }


def write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write the rows to a file that appears only when complete; how many hold an error."""
    beside = path.with_name(f".{path.name}.part")
    errors = 0
    with beside.open("w", encoding="utf-8") as file:
        for row in rows:
            errors += "error" in row
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return errors


def _row(line: str, today: date) -> Row:
    if len(line) > MAX_LINE_CHARS:
        raise BatchLineError("line too long", "這一行太長了。")
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BatchLineError("not JSON", "不是合法的 JSON。") from error
    if not isinstance(data, dict):
        raise BatchLineError("not an object", "應該是一個 JSON 物件。")
    text = data.get("question")
    if not isinstance(text, str):
        raise BatchLineError("no question", "缺少文字欄位「question」。")
    if not isinstance(data.get("id"), str | int):
        raise BatchLineError("no id", "缺少欄位「id」。")
    return Row(
        _writable(str(data["id"])),
        Question(
            text=_writable(text),
            today=_day(data.get("today"), today),
            history=_turns(data.get("history")),
            user_id=_writable(str(data.get("user_id") or "")),
            paged=False,
            scope=_writable(str(data.get("scope") or "")),
        ),
    )


def _day(value: object, today: date) -> date:
    if value is None:
        return today
    try:
        return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise BatchLineError("bad day", "「today」要寫成 2026-11-20 這種格式。") from error


def _turns(value: object) -> tuple[Turn, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise BatchLineError("bad history", "「history」應該是一個清單。")
    turns = []
    for item in value:
        if (
            not isinstance(item, dict)
            or item.get("role") not in ("user", "assistant")
            or not isinstance(item.get("content"), str)
        ):
            raise BatchLineError(
                "bad history", "「history」的每一則要有 role（user 或 assistant）和 content。"
            )
        turns.append(Turn(item["role"], _writable(item["content"])))
    return tuple(turns)


def _id_of(line: str) -> str:
    """The id of a line that is JSON but no question, so that its error can be matched."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    found = data.get("id") if isinstance(data, dict) else None
    return _writable(str(found)) if isinstance(found, str | int) else ""


def _writable(text: str) -> str:
    """The text without lone surrogates, which JSON can escape and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
