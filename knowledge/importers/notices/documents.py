"""Notices as YAML and as Markdown: front matter, then one text or a ``##`` for each notice.

A Markdown file may hold several such cards, each with a front matter of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.fields import ProblemLog, Row
from knowledge.importers.notices.headings import NOTICE_FIELDS, NOTICE_HEADINGS
from knowledge.importers.notices.rows import read_rows
from knowledge.importers.notices.values import matches, notice_source, read_value
from knowledge.importers.notices.yaml_values import load_yaml
from knowledge.importers.twice import NamedTwice
from knowledge.schema import Records
from knowledge.text import key

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = "---"
_YAML_START = re.compile(r"^(?:notices|metadata)\s*:|^-\s+(?:[\w ]+)\s*:", re.MULTILINE)
_TITLE = re.compile(r"#\s+(.+)")
_SECTION = re.compile(r"##\s+(.+)")


def begins_with_fields(path: Path) -> bool:
    """Whether a Markdown file is a notice and no page to read: it begins with front matter."""
    try:
        with path.open("rb") as handle:
            return handle.read(16).lstrip(b"\xef\xbb\xbf\r\n ").startswith(_FENCE.encode())
    except OSError:
        return False


def looks_like_markdown(text: str) -> bool:
    """Whether a text begins with front matter and goes on after it."""
    lines = text.lstrip().splitlines()
    return bool(lines) and lines[0].strip() == _FENCE and _end_of_head(lines) is not None


def looks_like_yaml(text: str) -> bool:
    """Whether a text may be notices in YAML."""
    return text.lstrip().startswith(_FENCE) or bool(_YAML_START.search(text))


def read_yaml(text: str, file: str) -> Records:
    """The notices of a YAML text.

    Raises:
        UnreadableFileError: When it is not YAML or holds no notices.
    """
    value = load_yaml(text, file)
    if isinstance(value, list):
        value = {"notices": value}
    if not matches(value):
        raise UnreadableFileError(file, "YAML 裡沒有「notices」清單")
    return read_value({**value, "notices": _named(value["notices"], file)}, file)


def read_markdown(text: str, file: str) -> Records:
    """The notices of a Markdown file; a front matter holds for each notice up to the next one.

    Raises:
        UnreadableFileError: When a front matter is no mapping.
    """
    lines = text.lstrip().splitlines()
    log = ProblemLog(file)
    metadata: Any = {}
    rows: list[tuple[str, dict[str, Any]]] = []
    for first, last in pairwise([*_card_starts(lines), len(lines)]):
        end = first + (_end_of_head(lines[first:last]) or 0)
        head = load_yaml("\n".join(lines[first + 1 : end]), file)
        if not isinstance(head, dict):
            raise UnreadableFileError(file, "開頭的「---」之間要寫欄位，例如 about: 岩館名稱")
        metadata = head.pop("metadata", {}) or metadata
        (shared,) = _named([head], file)
        rows += _sections(lines[:last], end + 1, shared)
    source = notice_source(Row({"metadata": metadata}, "", log).child("metadata"), file)
    found = read_rows(rows, log, source.id)
    return Records(sources=(source,), notices=found, problems=log.found())


def _card_starts(lines: list[str]) -> list[int]:
    """The lines at which a front matter begins: a fence, fields that we know, and a fence."""
    fences = [number for number, line in enumerate(lines) if line.strip() == _FENCE]
    starts = [0]
    for first, last in pairwise(fences[1:]):
        inside = [line for line in lines[first + 1 : last] if line.strip()]
        if inside and all(_is_field(line) for line in inside):
            starts.append(first)
    return starts


def _is_field(line: str) -> bool:
    name, colon, _ = line.replace("：", ":").partition(":")
    return bool(colon) and _field(name.strip()) in (*NOTICE_FIELDS, "metadata")


def _named(rows: Any, file: str) -> Any:
    """The rows with Chinese field names as our own; 「標題」 beside ``title`` is once too often."""
    if not isinstance(rows, list):
        return rows
    twice = NamedTwice()
    found = [
        twice.mapping([(_field(name), value) for name, value in row.items()])
        if isinstance(row, dict)
        else row
        for row in rows
    ]
    twice.check(file)
    return found


def _field(name: object) -> str:
    written = str(name)
    return written if written in NOTICE_FIELDS else NOTICE_HEADINGS.get(key(written), written)


def _end_of_head(lines: list[str]) -> int | None:
    """The line of the second fence when a text follows it."""
    ends = (number for number, line in enumerate(lines[1:], 1) if line.strip() == _FENCE)
    end = next(ends, None)
    return end if end is not None and "".join(lines[end + 1 :]).strip() else None


def _sections(
    lines: list[str], start: int, shared: dict[str, Any]
) -> list[tuple[str, dict[str, Any]]]:
    starts = [number for number in range(start, len(lines)) if _SECTION.match(lines[number])]
    if not starts:
        title, body = _titled(lines[start:])
        values = {**({"title": title} if title else {}), **shared, "text": body}
        return [(f"第 {start + 1} 行", values)]
    found = []
    for number, (first, last) in enumerate(pairwise([*starts, len(lines)]), 1):
        heading = _SECTION.match(lines[first])
        values = {
            **shared,
            "title": heading[1].strip() if heading else "",
            "text": "\n".join(lines[first + 1 : last]).strip(),
        }
        if "id" in shared and len(starts) > 1:
            values["id"] = f"{shared['id']}-{number}"
        found.append((f"第 {first + 1} 行", values))
    return found


def _titled(lines: list[str]) -> tuple[str, str]:
    """The ``#`` heading of a body, and the rest."""
    body = "\n".join(lines).strip()
    first, _, rest = body.partition("\n")
    match = _TITLE.match(first)
    return (match[1].strip(), rest.strip()) if match else ("", body)
