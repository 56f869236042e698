"""CSV files as rows that are read by the names of their columns, never by their places."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.logbook.importers import cells
from bot.logbook.importers.days import Slashes, UncertainDayError, slashes_of, written_day
from bot.logbook.importers.keys import with_ids
from bot.logbook.importers.logfile import (
    ImportedRow,
    LogFile,
    SkippedRowError,
    Track,
    untracked,
)
from knowledge.errors import UnreadableFileError
from knowledge.schema import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


MAX_ROWS = 100_000
"""Rows of a file; the most industrious climbers have some ten thousand."""
MAX_COLUMNS = 200

_DELIMITERS = (",", ";", "\t")
_LONGEST_HEADER = 10_000
_TORN = "檔案在這一列斷掉了，這一列不完整"


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the header of its file."""

    number: int
    """As a spreadsheet counts: the header is row 1."""
    cells: Mapping[str, str]
    """By the lower-case name of the column, as they stand in the file."""
    slashes: Slashes = "unknown"
    missing: frozenset[str] = frozenset()
    """Words that stand for an empty cell."""

    def text(self, *names: str) -> str:
        """The first of these cells that is filled, in one line."""
        for name in names:
            text = cells.tidy(self.cells.get(name, ""))
            if text and text not in self.missing:
                if len(text) > cells.MAX_NAME:
                    raise SkippedRowError(f"「{name}」超過 {cells.MAX_NAME} 個字")
                return text
        return ""

    def name(self, *names: str) -> str:
        """The same for what a climb is called, which a row must tell.

        Raises:
            SkippedRowError: When it does not.
        """
        text = self.text(*names)
        if not text:
            raise SkippedRowError("沒有路線名")
        return text

    def note(self, name: str) -> str:
        """A cell with its line breaks."""
        text = cells.note(self.cells.get(name, ""))
        if len(text) > cells.MAX_NOTE:
            raise SkippedRowError(f"備註超過 {cells.MAX_NOTE} 個字")
        return "" if text in self.missing else text

    def day(self, name: str) -> tuple[date | None, tuple[str, ...]]:
        """The day of a cell, and notices about it.

        Raises:
            SkippedRowError: When it may not be read with certainty.
        """
        try:
            day, notice = written_day(self.text(name), self.slashes)
        except UncertainDayError as problem:
            raise SkippedRowError(problem.reason) from problem
        return day, (notice,) if notice else ()


@dataclass(frozen=True, slots=True)
class TableFormat:
    """One site's CSV."""

    source: str
    title: str
    matches: Callable[[frozenset[str]], bool]
    """Whether a header with these columns is this site's."""
    read: Callable[[Row], ImportedRow]
    """The ascent of a row; raises ``SkippedRowError``."""
    day_column: str = "date"
    american: bool = False
    """Whether the site's dates become ``3/23/2024`` in Excel."""
    missing: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The records of a text: a header and what stands under it, numbered as a spreadsheet does."""

    header: list[str]
    body: list[tuple[int, list[str] | str]]
    """Cells, or why there are none."""


def format_of(text: str, formats: Iterable[TableFormat]) -> tuple[TableFormat, str] | None:
    """The format whose header a text begins with, and the delimiter of its cells."""
    lines = (line for line in text.splitlines() if line.strip() and not _is_hint(line))
    first = next(lines, "")[:_LONGEST_HEADER]
    for mark in _DELIMITERS:
        names = frozenset(_column_names(next(csv.reader([first], delimiter=mark), [])))
        for each in formats:
            if each.matches(names):
                return each, mark
    return None


def read_table(
    text: str, kind: TableFormat, mark: str, file: str, *, torn: bool, track: Track = untracked
) -> LogFile:
    """The log of a CSV file.

    Args:
        text: The whole file.
        kind: Its format.
        mark: What separates its cells.
        file: Its name, for problems.
        torn: Whether bytes are missing at its end.
        track: Shows how far it is.

    Raises:
        UnreadableFileError: When it is no table or has too many rows.
    """
    sheet = _sheet(text, mark, file, torn=torn)
    names = _column_names(sheet.header)
    days = [_cell(cells, names, kind.day_column) for _, cells in sheet.body]
    slashes = slashes_of(days, american=kind.american)
    found, problems = [], []
    for number, record in track(sheet.body):
        place = f"第 {number} 列"
        try:
            cells_by_name = dict(zip(names, _checked(record, len(names)), strict=False))
            row = Row(number, cells_by_name, slashes, kind.missing)
            found.append(replace(kind.read(row), row=place))
        except SkippedRowError as skipped:
            problems.append(Problem(file, place, skipped.reason))
    kept, twice = with_ids(found, file)
    read = len(sheet.body)
    return LogFile(file, kind.source, kind.title, read, kept, (*problems, *twice))


def _sheet(text: str, mark: str, file: str, *, torn: bool) -> _Sheet:
    records: list[tuple[int, list[str] | str]] = []
    for number, record in enumerate(_records(text, mark), start=1):
        if len(records) > MAX_ROWS:
            raise UnreadableFileError(file, f"超過 {MAX_ROWS:,} 列，請分成幾個檔案")
        if isinstance(record, str) or (
            any(cell.strip() for cell in record) and not _is_hint(mark.join(record))
        ):
            records.append((number, record))
    (_, header), *body = records
    if isinstance(header, str):
        raise UnreadableFileError(file, header)
    last = body[-1][1] if body else ""
    # a short last line without its end was cut off; elsewhere Excel leaves out empty last cells
    short = not text.endswith(("\n", "\r")) and len(last) < len(header)
    if body and isinstance(last, list) and (torn or short):
        body[-1] = (body[-1][0], _TORN)
    return _Sheet(header, body)


def _records(text: str, mark: str) -> Iterator[list[str] | str]:
    """The cells of every record; where the quotes are wrong, the reason instead."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # the reader goes on with the next line
            yield _TORN if "end of data" in str(error) else "引號或欄位有誤，這一列讀不懂"


def _checked(record: list[str] | str, columns: int) -> list[str]:
    if isinstance(record, str):
        raise SkippedRowError(record)
    if any(record[columns:]):
        raise SkippedRowError("欄位比表頭多，可能少了引號")
    return record


def _column_names(header: list[str]) -> list[str]:
    names = [" ".join(cell.strip("\ufeff").split()).lower() for cell in header[:MAX_COLUMNS]]
    # of two columns with one name the first is meant
    return [name if name not in names[:place] else "" for place, name in enumerate(names)]


def _cell(record: list[str] | str, names: list[str], wanted: str) -> str:
    place = names.index(wanted) if wanted in names else len(record)
    return record[place] if isinstance(record, list) and place < len(record) else ""


def _is_hint(line: str) -> bool:
    """Excel's ``sep=,`` above the header."""
    return bool(re.fullmatch(r"\s*sep=.?\s*", line, re.IGNORECASE))
