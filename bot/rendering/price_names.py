"""Names of tickets whose keys the table of labels does not hold: 月票, 學生票, 粉袋租借."""

from __future__ import annotations

import re

from bot.rendering.cleaning import clean_name
from knowledge.text import has_han

_WORDS = {
    "month": "月",
    "monthly": "月",
    "year": "年",
    "yearly": "年",
    "annual": "年",
    "week": "週",
    "weekly": "週",
    "day": "日",
    "daily": "單日",
    "season": "季",
    "quarterly": "季",
    "ten": "十次",
    "10": "十次",
    "five": "五次",
    "5": "五次",
    "twenty": "二十次",
    "student": "學生",
    "students": "學生",
    "child": "兒童",
    "children": "兒童",
    "kid": "兒童",
    "kids": "兒童",
    "senior": "敬老",
    "adult": "成人",
    "group": "團體",
    "family": "家庭",
    "member": "會員",
    "early": "早鳥",
    "bird": "",
    "night": "夜間",
    "morning": "早場",
    "off": "離峰",
    "offpeak": "離峰",
    "peak": "",
    "punch": "",
    "times": "次",
    "visit": "",
    "quarter": "季",
    "half": "半",
    "joining": "入會",
    "basic": "基本",
    "concession": "優待",
    "teenager": "青少年",
    "youth": "青少年",
    "elder": "敬老",
    "weekday": "平日",
    "weekend": "假日",
    "holiday": "假日",
    "twilight": "星光",
    "single": "單次",
    "first": "首次",
    "time": "",
    "trial": "體驗",
    "entry": "入場",
    "chalk": "粉袋",
    "bag": "",
    "rope": "繩子",
    "belay": "確保器",
    "device": "",
    "helmet": "岩盔",
    "shoe": "岩鞋",
    "shoes": "岩鞋",
    "harness": "吊帶",
    "locker": "置物櫃",
    "towel": "毛巾",
    "gear": "裝備",
    "set": "組",
    "course": "課程",
    "class": "課程",
    "lesson": "課程",
    "parking": "停車",
}
_KINDS = {
    "pass": "票",
    "ticket": "票",
    "tickets": "票",
    "price": "票",
    "card": "卡",
    "fee": "費",
    "rental": "租借",
    "admission": "票",
    "rent": "租借",
    "membership": "會員費",
}
_GEAR = frozenset(
    ("chalk", "rope", "belay", "helmet", "shoe", "shoes", "harness", "locker", "towel", "gear")
)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def price_words(key: str) -> str:
    """A ticket's key as English words: ``tenPass`` is "ten pass"."""
    parts = _PARTS.findall(key)
    return clean_name(key if has_han(key) or not parts else " ".join(parts).lower())


def price_name(key: str) -> str:
    """The Chinese name of a ticket's key; a key of unknown words stays as the source has it."""
    parts = [part.lower() for part in _PARTS.findall(key)]
    known = [part for part in parts if part in _WORDS or part in _KINDS]
    if has_han(key) or not parts or len(known) != len(parts):
        return clean_name(key)
    if parts == ["peak"]:
        return "尖峰票"
    kinds = list(dict.fromkeys(_KINDS[part] for part in parts if part in _KINDS))
    if "membership" in parts:
        kinds = ["會員費"]
    name = "".join(_WORDS[part] for part in parts if part in _WORDS)
    if kinds:
        return name + kinds[-1]
    if _GEAR & set(parts):
        return f"{name}租借"
    return name if name.endswith(("課程", "停車")) else f"{name}票"
