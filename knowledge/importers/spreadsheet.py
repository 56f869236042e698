"""XLSX workbooks: the values that a person saw in the cells, never formulas."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.errors import UnreadableFileError
from knowledge.importers.table import HEADER_SEARCH, MAX_ROWS, Sheet, read_sheets

if TYPE_CHECKING:
    from knowledge.schema import Records

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes that a workbook may unpack to."""
MAX_COLUMNS = 100
LAST_ROW = MAX_ROWS + HEADER_SEARCH + 1
"""Rows that are looked at: one more than can be loaded, so that too many are noticed."""
MAX_SHEETS = 50

# what openpyxl is known to raise on broken or forged workbooks
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    InvalidFileException,
    ParseError,
    OSError,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
)


def read(content: bytes, file: str) -> Records:
    """The records of a workbook, sheet by sheet.

    Raises:
        UnreadableFileError: When it is no workbook, unpacks to too much, or no row can be used.
    """
    try:
        _check_size(content, file)
        sheets = _sheets(content)
    except _BROKEN as error:
        raise UnreadableFileError(file, "不是完好的 XLSX 活頁簿") from error
    return read_sheets(sheets, file)


def _check_size(content: bytes, file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise UnreadableFileError(file, f"解壓縮後超過 {MAX_UNPACKED // 1024 // 1024} MB")


def _sheets(content: bytes) -> list[Sheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and validations that nobody asks for
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            names = book.sheetnames[:MAX_SHEETS]
            sheets = [book[name] for name in names if hasattr(book[name], "iter_rows")]
            return [
                Sheet(
                    sheet.title if len(names) > 1 else "",
                    [
                        list(row)
                        for row in islice(
                            sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), LAST_ROW
                        )
                    ],
                )
                for sheet in sheets
            ]
        finally:
            book.close()
