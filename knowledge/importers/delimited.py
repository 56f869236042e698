"""CSV and its relatives: one row a line, separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from knowledge.errors import UnreadableFileError
from knowledge.importers.table import HEADER_SEARCH, Sheet, header_width, read_sheets

if TYPE_CHECKING:
    from knowledge.schema import Records

_DELIMITERS = (",", "\t", ";", "|")


def read(text: str, file: str) -> Records:
    """The records of a text table.

    Raises:
        UnreadableFileError: When it is no table of routes or gyms, or no row can be used.
    """
    delimiter = _delimiter(text, file)
    return read_sheets([Sheet("", _rows(text, delimiter, file))], file)


def _delimiter(text: str, file: str) -> str:
    """The one with which the widest header is recognised."""
    head = "\n".join(text.splitlines()[:HEADER_SEARCH])
    return max(_DELIMITERS, key=lambda mark: header_width(_rows(head, mark, file)))


def _rows(text: str, delimiter: str, file: str) -> list[list[object]]:
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise UnreadableFileError(file, "表格的引號或欄位有誤") from error
