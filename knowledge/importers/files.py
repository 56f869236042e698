"""From a path to bytes, text and JSON, with every way in which a file can be unreadable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.twice import NamedTwice

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 50 * 1024 * 1024
"""Largest file that is read."""
MAX_DEPTH = 40
"""Deepest nesting of a JSON file; real ones have 5."""

_LONGEST_NUMBER = 25


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        UnreadableFileError: When it is missing, no file, empty, too large or may not be read.
    """
    file = shown_name(path)
    try:
        if not path.is_file():
            raise UnreadableFileError(file, "找不到這個檔案" if not path.exists() else "不是檔案")
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFileError(file, f"檔案超過 {MAX_BYTES // 1024 // 1024} MB")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFileError(file, "檔案打不開") from error
    if not content.strip():
        raise UnreadableFileError(file, "檔案是空的")
    return content


def shown_name(path: Path) -> str:
    """The file's name as it can be printed: bytes that are no text are replaced."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def decode(content: bytes, file: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, else Big5 as Excel in Taiwan writes it.

    Raises:
        UnreadableFileError: When it is no text in any of these.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp950")  # type: ignore[assignment]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise UnreadableFileError(file, "不是 UTF-8 或 Big5 的文字檔")


def parse_json(text: str, file: str) -> Any:
    """The value of a JSON text; numbers that no field can hold stay texts.

    Raises:
        UnreadableFileError: When it is not JSON, nested too deeply, or names a field twice in one
            place, where one of both values would be lost without a word.
    """
    twice = NamedTwice()
    try:
        value = json.loads(
            text, parse_int=_integer, parse_constant=str, object_pairs_hook=twice.mapping
        )
    except json.JSONDecodeError as error:
        reason = f"JSON 格式有誤（第 {error.lineno} 行第 {error.colno} 字）"
        raise UnreadableFileError(file, reason) from error
    except RecursionError as error:
        raise UnreadableFileError(file, "JSON 巢狀太深") from error
    if _too_deep(value):
        raise UnreadableFileError(file, "JSON 巢狀太深")
    twice.check(file)
    return value


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _too_deep(value: object) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
