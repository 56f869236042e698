"""Reading one row field by field: what is wrong is noted and left out, the rest goes on.

Invariants: a reader never raises on any value; an absent or unusable field is an empty string,
``None`` or an empty tuple; every text that comes out is fit to be stored and shown.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from knowledge.schema import Problem
from knowledge.text import clean

NAME_LIMIT = 200
"""Characters of a name or another single line."""
PROSE_LIMIT = 5_000
"""Characters of a description."""
LIST_LIMIT = 200
"""Entries of a list inside one row."""
RAW_LIMIT = 100_000
"""Characters of the kept source row."""
PROBLEM_LIMIT = 1_000
"""Problems listed for one file; more are only counted."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LIST_MARKS = re.compile(r"[、，,;；\n]")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


class ProblemLog:
    """What is wrong with one file, in the order in which it was found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[Problem, None] = {}
        self._uncounted = 0

    def add(self, row: str, reason: str) -> None:
        """Note one thing, once; beyond the limit it is only counted."""
        problem = Problem(self.file, row, reason)
        if len(self._found) < PROBLEM_LIMIT:
            self._found[problem] = None
        elif problem not in self._found:
            self._uncounted += 1

    def found(self) -> tuple[Problem, ...]:
        """Everything that was noted."""
        if not self._uncounted:
            return tuple(self._found)
        more = Problem(self.file, "", f"還有 {self._uncounted} 個問題沒有列出")
        return (*self._found, more)


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a file with its place in it."""

    values: Mapping[str, Any]
    place: str
    log: ProblemLog

    def report(self, reason: str) -> None:
        """Note that something about this row is wrong."""
        self.log.add(self.place, reason)

    def has(self, *names: str) -> bool:
        """Whether one of the fields is filled."""
        return any(self.values.get(name) not in (None, "", [], {}) for name in names)

    def text(self, *names: str, limit: int = NAME_LIMIT) -> str:
        """The first filled field of these names as cleaned text."""
        for name in names:
            found = self._text_of(name, self.values.get(name), limit)
            if found:
                return found
        return ""

    def prose(self, *names: str) -> str:
        """Like ``text`` for longer texts."""
        return self.text(*names, limit=PROSE_LIMIT)

    def texts(self, *names: str) -> tuple[str, ...]:
        """The first filled field of these names as a list; a text is split at list marks."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, str):
                value = _LIST_MARKS.split(value)
            elif value is not None and not isinstance(value, list):
                self.report(f"「{name}」應該是清單，略過")
                continue
            found = self._texts_of(name, value or [])
            if found:
                return found
        return ()

    def number(self, name: str, low: float, high: float) -> float | None:
        """A number within the bounds; a text counts when a number is all that it says."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        number = _number_of(value)
        if number is None:
            self.report(f"「{name}」不是數字：{shown(value)}")
            return None
        if not low <= number <= high:
            self.report(f"「{name}」不合理：{shown(value)}")
            return None
        return number

    def child(self, name: str) -> Row:
        """The object in a field; an empty one when there is none."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, dict):
            self.report(f"「{name}」應該是物件，略過")
        inside = value if isinstance(value, dict) else {}
        return Row(inside, f"{self.place}.{name}".lstrip("."), self.log)

    def rows(self, name: str) -> Iterator[Row]:
        """The objects of the list in a field; what is not an object is reported."""
        value = self.values.get(name)
        if value is None:
            return
        if not isinstance(value, list):
            self.report(f"「{name}」應該是清單，略過")
            return
        for index, item in enumerate(value):
            place = f"{self.place}.{name}[{index}]".lstrip(".")
            if isinstance(item, dict):
                yield Row(item, place, self.log)
            else:
                self.log.add(place, f"應該是物件，略過：{shown(item)}")

    def raw(self) -> str:
        """The untouched row as JSON; empty when it is too long to keep."""
        written = json.dumps(self.values, ensure_ascii=False, default=str)
        if len(written) > RAW_LIMIT:
            self.report("原始資料太長，不保留原文")
            return ""
        # a lone surrogate cannot be stored as UTF-8; its JSON escape can
        return written.encode("utf-8", "backslashreplace").decode("utf-8")

    def _text_of(self, name: str, value: object, limit: int) -> str:
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float | date):
            self.report(f"「{name}」應該是文字：{shown(value)}")
            return ""
        written = value if isinstance(value, str) else _written(value)
        if _CONTROL.search(written):
            self.report(f"「{name}」含有控制字元，已移除")
        tidy = _tidy(written)
        if len(tidy) > limit:
            self.report(f"「{name}」太長（{len(tidy)} 字），只留前 {limit} 字")
            tidy = tidy[:limit].rstrip()
        return tidy

    def _texts_of(self, name: str, values: list[object]) -> tuple[str, ...]:
        if len(values) > LIST_LIMIT:
            self.report(f"「{name}」太多項（{len(values)}），只留前 {LIST_LIMIT} 項")
        found = (self._text_of(name, value, NAME_LIMIT) for value in values[:LIST_LIMIT])
        return tuple(dict.fromkeys(text for text in found if text))


def shown(value: object) -> str:
    """A value as it may be quoted in a problem: short and on one line."""
    written = clean(str(value)[:60]).replace("\n", " ").strip()
    return f"「{written[:40]}…」" if len(written) > 40 else f"「{written}」"


def _number_of(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        tidy = unicodedata.normalize("NFKC", value).strip().replace(",", "")
        value = float(tidy) if _NUMBER.fullmatch(tidy) and len(tidy) < 30 else None
    if isinstance(value, int | float):
        number = float(value) if abs(value) < 1e15 else math.inf
        return number if math.isfinite(number) else None
    return None


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return (
            value.isoformat() if value.time() != datetime.min.time() else value.date().isoformat()
        )
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _tidy(text: str) -> str:
    # almost every text is clean already, and asking is ten times faster than cleaning
    is_clean = text.isprintable() and unicodedata.is_normalized("NFC", text)
    return text.strip() if is_clean else clean(text).strip()
