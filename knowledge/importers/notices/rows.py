"""One row of a file as a notice, or everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from knowledge.importers.days import normalise_day
from knowledge.importers.fields import ProblemLog, shown
from knowledge.importers.hours import read_hours
from knowledge.importers.notices.headings import (
    FIELD_LABELS,
    KIND_LABELS,
    KIND_WORDS,
    NOTICE_FIELDS,
)
from knowledge.schema import Notice, UnplacedNotice
from knowledge.text import clean, key

if TYPE_CHECKING:
    from knowledge.schema import Hours, NoticeKind

MAX_NOTICES = 10_000
"""Notices of one file."""
LIMITS = {"id": 64, "about": 200, "title": 100, "text": 2_000, "author": 100, "link": 500}
"""Characters."""
MAX_WALLS = 50
WALL_LIMIT = 60
MAX_DAYS = 100
"""Days with hours of their own in one notice."""
YEARS = (2000, 2100)

_ID = re.compile(r"[\w.:#/@+-]+")
_SCOPE = re.compile(r"\d{1,20}")
_EVERYWHERE = frozenset({"", "global", "全部", "所有伺服器"})
_NOTHING = frozenset({"", "null", "~", "none", "nan", "-"})
_LIST_MARKS = re.compile(r"[、，,;；/／\n]")
_DAY_MARKS = re.compile(r"[;；\n]")
_DAY_AND_HOURS = re.compile(
    r"\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*[=:：\s]\s*(.+)"
)
_FORMULA = str.maketrans("=+-@", "\uff1d\uff0b\uff0d\uff20")


def read_rows(
    rows: Iterable[tuple[str, Mapping[str, Any]]], log: ProblemLog, source_id: str
) -> tuple[UnplacedNotice, ...]:
    """The sound notices of these rows; what is wrong with the others stands in the log.

    Args:
        rows: Where each row stands, and its values by field name.
        log: Takes every mistake.
        source_id: The source that the notices come from.
    """
    found: list[UnplacedNotice] = []
    places: dict[str, str] = {}
    for number, (place, values) in enumerate(rows):
        if number == MAX_NOTICES:
            log.add("", f"超過 {MAX_NOTICES} 則公告，後面的沒有讀")
            break
        read = _read(_Row(place, values), source_id, log)
        if read is None:
            continue
        earlier = places.setdefault(read.notice.id, place) if read.notice.id else place
        if earlier != place:
            log.add(place, f"編號{shown(read.notice.id)}和 {earlier} 重複")
        else:
            found.append(read)
    return tuple(found)


@dataclass(slots=True)
class _Row:
    """Reads fields of a row and keeps what is wrong with them."""

    place: str
    values: Mapping[str, Any]
    wrong: list[str] = field(default_factory=list)

    def text(self, name: str, *, needed: bool = False) -> str:
        """A field as a text that can be shown; without line breaks, but for ``text``."""
        value = self.values.get(name)
        if isinstance(value, bool | dict | list | tuple):
            self.wrong.append(f"「{name}」應該是文字：{shown(value)}")
            return ""
        found = neutral(_written(value))
        if name != "text":
            found = " ".join(found.split())
        if needed and not found:
            self.wrong.append(f"缺少「{name}」（{FIELD_LABELS[name]}）")
        if len(found) > LIMITS.get(name, LIMITS["text"]):
            self.wrong.append(f"「{name}」太長（{len(found)} 字，上限 {LIMITS[name]} 字）")
            return ""
        return found

    def day(self, name: str, *, needed: bool = False) -> date | None:
        """A field as a day."""
        written = _written(self.values.get(name))
        if not written:
            if needed:
                self.wrong.append(f"缺少「{name}」（{FIELD_LABELS[name]}）")
            return None
        found = day_of(written)
        if found is None:
            label = FIELD_LABELS[name]
            self.wrong.append(
                f"「{name}」（{label}）不是有效的日期（YYYY-MM-DD）：{shown(written)}"
            )
        return found


def neutral(text: str) -> str:
    """The text fit to be shown, and without the mark that makes a formula of a cell."""
    tidy = clean(text).strip()
    first, second = tidy[:1], tidy[1:2]
    formula = first in ("=", "@") or (first in ("+", "-") and (second.isalpha() or second == "("))
    return tidy[:1].translate(_FORMULA) + tidy[1:] if formula else tidy


def day_of(written: str) -> date | None:
    """The day that a text is; ``None`` when it is none, or one that nobody can mean."""
    normal = normalise_day(written)
    if normal is None or len(normal) != 10:
        return None
    found = date.fromisoformat(normal)
    return found if YEARS[0] <= found.year <= YEARS[1] else None


def _read(row: _Row, source_id: str, log: ProblemLog) -> UnplacedNotice | None:
    _check_names(row)
    about = row.text("about", needed=True)
    notice = Notice(
        id=_id(row),
        about_id="",
        kind=_kind(row),
        title=row.text("title", needed=True),
        text=row.text("text"),
        reported_on=row.day("reported_on", needed=True) or date.min,
        valid_from=row.day("valid_from"),
        valid_until=row.day("valid_until"),
        hours=_hours(row),
        walls=_walls(row),
        scope=_scope(row),
        source_id=source_id,
        author=row.text("author"),
        link=_link(row),
    )
    _check_days(row, notice)
    for reason in row.wrong:
        log.add(row.place, reason)
    return None if row.wrong else UnplacedNotice(notice, about, row.place)


def _check_names(row: _Row) -> None:
    for name in row.values:
        if name not in NOTICE_FIELDS:
            near = get_close_matches(str(name), NOTICE_FIELDS, 1)
            hint = f"，是不是「{near[0]}」" if near else ""
            row.wrong.append(f"沒有{shown(name)}這個欄位{hint}")


def _id(row: _Row) -> str:
    found = row.text("id")
    if found and not _ID.fullmatch(found):
        row.wrong.append(f"編號只能用文字、數字和 . : # / @ + - _：{shown(found)}")
    return found


def _kind(row: _Row) -> NoticeKind:
    written = row.text("kind", needed=True)
    kind = KIND_WORDS.get(key(written))
    if written and kind is None:
        known = "、".join(f"{name}（{label}）" for name, label in KIND_LABELS.items())
        row.wrong.append(f"沒有{shown(written)}這種類別，可以用 {known}")
    return kind or "event"


def _scope(row: _Row) -> str:
    written = unicodedata.normalize("NFKC", row.text("scope"))
    if written.lower() in _EVERYWHERE:
        return ""
    if not _SCOPE.fullmatch(written):
        row.wrong.append(f"「scope」應該是 Discord 伺服器的數字編號：{shown(written)}")
    return written


def _link(row: _Row) -> str:
    written = row.text("link")
    if written and not is_link(written):
        row.wrong.append(f"「link」不是 http 或 https 網址：{shown(written)}")
    return written


def is_link(written: str) -> bool:
    """Whether a text is a web address that can be shown with its host."""
    try:
        parts = urlsplit(written)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in written
    except ValueError:
        return False


def _walls(row: _Row) -> tuple[str, ...]:
    value = row.values.get("walls")
    if isinstance(value, str):
        value = [] if value.strip().lower() in _NOTHING else _LIST_MARKS.split(value)
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or any(isinstance(it, dict | list) for it in value):
        row.wrong.append(f"「walls」應該是牆面名稱的清單：{shown(value)}")
        return ()
    names = tuple(dict.fromkeys(filter(None, (neutral(_written(name)) for name in value))))
    if len(names) > MAX_WALLS or any(len(name) > WALL_LIMIT for name in names):
        row.wrong.append(f"「walls」太多或太長（最多 {MAX_WALLS} 面，每面 {WALL_LIMIT} 字）")
        return ()
    return names


def _hours(row: _Row) -> tuple[tuple[date, Hours], ...]:
    value = row.values.get("hours")
    if isinstance(value, str):
        value = _split_hours(row, value)
    if value is None:
        return ()
    if not isinstance(value, dict):
        row.wrong.append(f"「hours」應該是日期對時間：{shown(value)}")
        return ()
    if len(value) > MAX_DAYS:
        row.wrong.append(f"「hours」超過 {MAX_DAYS} 天")
        return ()
    found: dict[date, Hours] = {}
    for day_text, spans_text in value.items():
        day, spans = day_of(_written(day_text)), _spans(spans_text)
        if day is None:
            row.wrong.append(f"「hours」的日期看不懂：{shown(day_text)}")
        elif spans is None:
            row.wrong.append(
                f"「hours」{day} 的時間看不懂（10:00-18:00 或 closed）：{shown(spans_text)}"
            )
        elif day in found:
            row.wrong.append(f"「hours」的 {day} 出現兩次")
        else:
            found[day] = spans
    return tuple(sorted(found.items()))


def _split_hours(row: _Row, written: str) -> dict[str, str] | None:
    """「2027-01-01 10:00-18:00；2027-01-02 公休」 as days and times."""
    if written.strip().lower() in _NOTHING:
        return None
    found: dict[str, str] = {}
    for part in filter(str.strip, _DAY_MARKS.split(written)):
        match = _DAY_AND_HOURS.fullmatch(unicodedata.normalize("NFKC", part))
        if match is None:
            row.wrong.append(
                f"「hours」要寫成「2027-01-01 10:00-18:00；2027-01-02 公休」：{shown(part)}"
            )
        elif match[1] in found:
            row.wrong.append(f"「hours」的 {match[1]} 出現兩次")
        else:
            found[match[1]] = match[2]
    return found


def _spans(value: object) -> Hours | None:
    if isinstance(value, list | tuple):
        parts = [_spans(part) for part in value]
        joined = tuple(sorted(span for part in parts for span in part or ()))
        return joined if value and all(parts) else None
    return read_hours(_written(value)) if isinstance(value, str) else None


def _check_days(row: _Row, notice: Notice) -> None:
    begins, ends = notice.valid_from, notice.valid_until
    if begins and ends and ends < begins:
        row.wrong.append(f"結束日期 {ends} 早於開始日期 {begins}")
        return
    for day, _ in notice.hours:
        if (begins and day < begins) or (ends and day > ends):
            row.wrong.append(f"「hours」的 {day} 不在公告期間內")


def _written(value: object) -> str:
    """A value of a cell as text; empty for what says nothing."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value).strip()
    return "" if text.lower() in _NOTHING else text
