"""Our own CSV: the columns of the JSON, or a table typed by hand with Chinese headings.

Cells that a spreadsheet would run as a formula carry a ``'`` in front, which is taken off here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.logbook.formulas import plain
from bot.logbook.identity import OWN
from bot.logbook.importers.cells import flag
from bot.logbook.importers.logfile import SkippedRowError
from bot.logbook.importers.own import ascent_of
from bot.logbook.importers.tables import Row, TableFormat
from bot.logbook.interchange import FIELDS

if TYPE_CHECKING:
    from bot.logbook.importers.logfile import ImportedRow
    from bot.logbook.interchange import Field

_NUMBER = re.compile(r"-?\d{1,7}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,7}(?:\.\d{1,20})?(?:e-?\d{1,3})?", re.ASCII)
HEADINGS = {
    "date": ("日期",),
    "route_name": ("路線", "路線名", "路線名稱"),
    "crag": ("岩場",),
    "area": ("區域",),
    "gym": ("岩館",),
    "mode": ("方式",),
    "result": ("結果",),
    "attempts": ("次數", "嘗試次數"),
    "grade": ("難度",),
    "own_grade": ("自評難度",),
    "rating": ("評分",),
    "notes": ("備註", "心得"),
    "colour": ("顏色",),
}
"""Other names of the columns, for tables typed by hand."""
_SPOKEN = {
    "mode": {
        "lead": "先鋒,先鋒攀登,先锋",
        "toprope": "上方架繩,上方確保,tr,top rope,頂繩",
        "second": "跟攀,follow",
        "boulder": "抱石,bouldering",
        "solo": "獨攀,徒手獨攀",
        "aid": "人工攀登",
        "autobelay": "自動確保,自動確保器,auto belay",
    },
    "result": {
        "onsight": "os,on sight,視攀,首見完攀",
        "flash": "閃攀",
        "redpoint": "rp,紅點",
        "pinkpoint": "pp,粉紅點",
        "clean": "無墜落",
        "send": "完攀,爬完",
        "repeat": "重複完攀",
        "attempt": "嘗試,試爬,沒完攀,未完攀",
        "hangdog": "掛繩爬完",
        "project": "pj",
        "retreat": "下撤",
        "todo": "想爬",
    },
}
_WORDS = {
    column: {word: name for name, words in spoken.items() for word in (name, *words.split(","))}
    for column, spoken in _SPOKEN.items()
}
"""How people write modes and results, in lower case."""


def read(row: Row) -> ImportedRow:
    """The ascent of one line."""
    day, _ = row.day(_column(row, "date"))
    values = {field.name: _value(row, field) for field in FIELDS}
    return ascent_of({**values, "id": _cell(row, "id")}, day)


def _value(row: Row, field: Field) -> object:
    text = _cell(row, field.name)
    text = _WORDS.get(field.name, {}).get(text.strip().lower(), text)
    if field.kind == "text" or not text:
        return text
    if field.kind == "flag":
        return flag(text) if flag(text) is not None else text
    if field.kind == "integer":
        if _NUMBER.fullmatch(text):
            return int(text)
    elif _DECIMAL.fullmatch(text):
        return float(text)
    raise SkippedRowError(f"「{field.name}」的數字「{text[:20]}」不對")


def _cell(row: Row, name: str) -> str:
    return plain(row.cells.get(_column(row, name), ""))


def _column(row: Row, name: str) -> str:
    names = (name, *HEADINGS.get(name, ()))
    return next((each for each in names if each in row.cells), name)


def _is_ours(names: frozenset[str]) -> bool:
    return all(names & {name, *HEADINGS[name]} for name in ("date", "route_name", "mode", "result"))


FORMAT = TableFormat(source=OWN, title="岩友 CSV", matches=_is_ours, read=read)
