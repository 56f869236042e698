"""How changes and problems read in a terminal."""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from knowledge.catalog import KINDS
from knowledge.importers.days import TAIPEI

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.knowledge_base import Change, Diff
    from knowledge.schema import Problem

KIND_WORDS = {**KINDS, "notices": "公告"}
WHAT_WORDS = {"added": "新增", "changed": "更動", "removed": "移除"}
ACTION_WORDS = {
    "import": "匯入",
    "reload": "更新",
    "rollback": "回復",
    "forget": "移除來源",
    "purge": "清除以前的版本",
    "post": "發布公告",
    "edit": "修改公告",
    "retire": "撤下公告",
}
_MARKS = {"added": "＋", "changed": "～", "removed": "－"}
_FIELD_WORDS = {
    "title": "標題",
    "text": "內容",
    "kind": "類別",
    "valid_from": "開始日期",
    "valid_until": "結束日期",
    "reported_on": "公告日期",
    "hours": "營業時間",
    "walls": "牆面",
    "scope": "伺服器",
    "status": "狀態",
    "author": "作者",
    "link": "連結",
    "about_id": "對象",
    "name": "名稱",
    "grade": "難度",
    "length_m": "長度",
    "bolts": "bolt 數",
    "type": "型態",
    "description": "描述",
    "flags": "警示",
    "prices": "票價",
    "licence": "授權",
    "attribution": "作者",
    "url": "網址",
    "maintainer": "維護者",
    "source_id": "來源",
    "also_from": "其他來源",
    "updated_on": "更新日期",
}
SHOWN_PLACES = 40
"""Gyms and crags whose changes are listed; more are counted."""
MANY_TEXTS = 2_000
"""Texts from which a progress bar is shown."""
SHOWN_CHANGES = 30
"""Changes that are listed for one gym or crag; more are counted."""


def progress(texts: Iterable[str], title: str) -> Iterable[str]:
    """The texts, with a bar on a terminal while there are many."""
    listed = list(texts)
    if len(listed) < MANY_TEXTS or not sys.stderr.isatty():
        return listed
    from tqdm import tqdm  # noqa: PLC0415 - only where somebody watches

    shown: Iterable[str] = tqdm(listed, desc=title, unit="筆", file=sys.stderr)
    return shown


def print_problems(title: str, problems: Iterable[Problem]) -> None:
    """List problems under a title; nothing when there are none."""
    listed = list(problems)
    if listed:
        print(f"{title}（{len(listed)}）：")
    for problem in listed:
        print(f"  {problem}")


def print_diff(diff: Diff) -> None:
    """List what is different, gym by gym and crag by crag, and count it."""
    places = diff.by_place
    for where, changes in islice(places.items(), SHOWN_PLACES):
        print(where or "其他")
        for change in changes[:SHOWN_CHANGES]:
            print(f"  {_line(change)}")
        if len(changes) > SHOWN_CHANGES:
            print(f"  ……還有 {len(changes) - SHOWN_CHANGES} 筆")
    if len(places) > SHOWN_PLACES:
        print(f"……還有 {len(places) - SHOWN_PLACES} 個岩場或岩館")
    if diff:
        print(f"共{counted(diff.counts)}。")


def counted(counts: Mapping[str, int]) -> str:
    """「公告新增 2、路線更動 1」."""
    parts = [
        f"{KIND_WORDS[kind]}{WHAT_WORDS[what]} {counts[f'{kind} {what}']}"
        for kind in KIND_WORDS
        for what in WHAT_WORDS
        if counts.get(f"{kind} {what}")
    ]
    return "、".join(parts)


def clock(moment: str) -> str:
    """A moment of the history as people in Taiwan read it; as it came when it is none."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone(TAIPEI):%Y-%m-%d %H:%M}"
    except ValueError:
        return moment


def _line(change: Change) -> str:
    told = [_FIELD_WORDS[name] for name in change.fields if name in _FIELD_WORDS]
    fields = f"（{'、'.join(told)}）" if told else ""
    return f"{_MARKS[change.what]} {KIND_WORDS[change.kind]}「{change.name}」{fields}"
