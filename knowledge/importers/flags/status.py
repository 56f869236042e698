"""Warnings that a record states in fields of their own: status, closed, sensitive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.importers.days import normalise_day
from knowledge.schema import Flag, FlagKind
from knowledge.text import key

if TYPE_CHECKING:
    from knowledge.importers.fields import Row

_STATUS: dict[FlagKind, tuple[str, ...]] = {
    "draft": (
        *("draft", "unpublished", "hidden", "private", "pending", "deleted", "archived", "review"),
        *("草稿", "未發布", "未公開", "隱藏", "下架", "待審"),
    ),
    "closed": (
        *("closed", "close", "closure", "temporarily closed", "permanently closed", "suspended"),
        *("封閉", "關閉", "已封閉", "暫停開放", "禁止進入", "不開放", "封閉中"),
        *("歇業", "停業", "已歇業", "永久停業", "暫停營業"),
    ),
    "do_not_climb": (
        *("banned", "forbidden", "prohibited", "do not climb"),
        *("禁攀", "禁止攀登", "請勿攀登", "勿攀"),
    ),
    "discouraged": ("discouraged", "not recommended", "不建議攀登", "建議勿攀登", "不建議"),
    "sensitive": ("sensitive", "discreet", "low profile", "敏感", "低調"),
}
_KIND_OF: dict[str, FlagKind] = {
    key(word): kind for kind, words in _STATUS.items() for word in words
}
_SWITCHES: dict[str, FlagKind] = {
    "closed": "closed",
    "isClosed": "closed",
    "draft": "draft",
    "isDraft": "draft",
    "sensitive": "sensitive",
    "isSensitive": "sensitive",
    "lowProfile": "sensitive",
    "doNotClimb": "do_not_climb",
}
_STATUS_FIELDS = ("status", "accessStatus", "access_status", "狀態")
_REPORTED_FIELDS = ("statusUpdatedAt", "statusDate", "closedSince", "reportedOn")


def status_flags(row: Row) -> tuple[Flag, ...]:
    """The flags that a row's own fields state."""
    found: dict[FlagKind, Flag] = {}
    for name in _STATUS_FIELDS:
        value = row.values.get(name)
        if isinstance(value, str) and key(value) in _KIND_OF:
            kind = _KIND_OF[key(value)]
            found.setdefault(kind, Flag(kind, f"{name}: {value.strip()}", _reported_on(row)))
    for name, kind in _SWITCHES.items():
        if row.values.get(name) is True:
            found.setdefault(kind, Flag(kind, f"{name}: true", _reported_on(row)))
    if row.values.get("published") is False or row.values.get("isPublished") is False:
        found.setdefault("draft", Flag("draft", "published: false"))
    return tuple(found.values())


def _reported_on(row: Row) -> str:
    return normalise_day(row.text(*_REPORTED_FIELDS)) or ""
