"""From the bytes of a member's file to its text, without ever guessing a broken file into another.

A UTF-8 file that was cut in the middle of a character must not be taken for Big5: it would load
with every Chinese name garbled.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from knowledge.errors import UnreadableFileError
from knowledge.importers.files import shown_name

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read; our own export of 50,000 ticks with source rows has some 37 MB."""


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        UnreadableFileError: When it is missing, no file, too large or may not be read.
    """
    file = shown_name(path)
    try:
        if not path.is_file():
            raise UnreadableFileError(file, "找不到這個檔案" if not path.exists() else "不是檔案")
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(file, "檔案打不開") from error


def decode(content: bytes, file: str) -> tuple[str, bool]:
    """The text of a file (UTF-8, UTF-16 with its mark, Big5), and whether its end is torn off.

    Raises:
        UnreadableFileError: When it is too large, empty, or no text in any of these.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableFileError(file, f"檔案超過 {MAX_BYTES // 1024 // 1024} MB")
    if not content.strip():
        raise UnreadableFileError(file, "檔案是空的")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, torn = _decoded(content, "utf-16", file)
    else:
        text, torn = _utf8_or_big5(content, file)
    if "\0" in text:
        raise UnreadableFileError(file, "不是文字檔")
    return text.lstrip("\ufeff"), torn


def _utf8_or_big5(content: bytes, file: str) -> tuple[str, bool]:
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8-sig"), True
        if content.startswith(codecs.BOM_UTF8) or _mostly_utf8(content):
            raise UnreadableFileError(file, f"第 {error.start + 1} 個位元組壞了") from error
    return _decoded(content, "cp950", file)


def _mostly_utf8(content: bytes) -> bool:
    """Whether damaged UTF-8 explains the bytes better than Big5 does."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken > 3 * broken


def _decoded(content: bytes, encoding: str, file: str) -> tuple[str, bool]:
    try:
        return content.decode(encoding), False
    except UnicodeDecodeError as error:
        if error.reason in ("incomplete multibyte sequence", "truncated data"):
            return content[: error.start].decode(encoding), True
        raise UnreadableFileError(file, "不是 UTF-8 或 Big5 的文字檔") from error
