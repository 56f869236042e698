"""From when until when a post holds: 即日起至 12/31, 12/1 起, 12/24-12/26, 到 2/28 止."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.announcements.days import DatedLine, Run
    from knowledge.schema import NoticeKind

Span = tuple["date | None", "date | None"]

_FROM_NOW = re.compile(r"即日起|自即日|今日起|今天起|即刻起|現在起")
_FROM_BEFORE = re.compile(r"(?:自|從|由)\s*$")
_FROM_AFTER = re.compile(
    r"^\s*(?:\d{1,2}:\d{2}\s*)?(?:日|號)?\s*(?:起|開始|之後|以後|正式|生效|實施|調整為|調漲)"
)
_UNTIL_BEFORE = re.compile(r"(?:至|到|截至|直到|-)\s*$")
_UNTIL_AFTER = re.compile(r"^\s*(?:止|為止|結束|前|之前|截止|底?止)")
_NOT_ITS_TIME = re.compile(
    r"報名(?:截止|期限|至|到|時間|日期)|截止|早鳥|售票|開賣|退費|備取|公布|抽獎|洽詢"
)
"""Beside such words a day is not that of the thing itself."""
_BACK = re.compile(r"重新開放|恢復|開放|正常營業|復業")


def find_span(kind: NoticeKind | None, lines: Sequence[DatedLine], today: date) -> Span:
    """First and last day, as far as the words say them; ``None`` for an end that is not said."""
    first: date | None = None
    last: date | None = None
    for line in lines:
        begins, ends = _of_line(line, kind, today)
        first = first or begins
        last = last or ends
    return _checked(first, last)


def _of_line(line: DatedLine, kind: NoticeKind | None, today: date) -> Span:
    now = today if _FROM_NOW.search(line.text) else None
    first, last = now, None
    if _NOT_ITS_TIME.search(line.text) and kind in {"event", "price"} and now is None:
        return None, None
    for run in line.runs:
        begins, ends = _of_run(line, run, kind)
        first = first or begins
        last = last or ends
    return first, last


def _of_run(line: DatedLine, run: Run, kind: NoticeKind | None) -> Span:
    before, after = line.text[: run.start], line.text[run.end :]
    starts = _FROM_AFTER.match(after) or _FROM_BEFORE.search(before)
    if run.first != run.last:
        whole_month = kind == "price" and "月" in line.text[run.start : run.end]
        return run.first, None if _FROM_AFTER.match(after) or whole_month else run.last
    if _UNTIL_AFTER.match(after) or (_UNTIL_BEFORE.search(before) and not starts):
        return None, run.first
    if starts:
        back = kind == "closure" and _BACK.search(after[:12])
        return (None, None) if back else (run.first, None)
    return run.first, run.first if kind in {"event", "closure"} else None


def _checked(first: date | None, last: date | None) -> Span:
    """Ends in order; a span that runs backwards is none."""
    if first is not None and last is not None and last < first:
        return first, None
    return first, last
