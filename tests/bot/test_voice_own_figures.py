"""Counts of a member's own rows: by kind, by place, what is left, who is first."""

from __future__ import annotations

import pytest

from bot.voice.figures.own_log import wrong_rows
from bot.voice.figures.own_rows import miscounted
from bot.voice.figures.unlogged import unlogged

ROWS = """全部紀錄：共 4 筆，4 條不同的線，最新的在前。
1. 2026-11-15｜青苔書｜5.7｜石螢谷｜上方架繩 RP｜1 把
2. 2026-11-14｜等｜5.10c｜霧鳴岬｜先鋒 Flash｜1 把
3. 2026-10-03｜借光｜5.10d｜石螢谷｜先鋒 RP｜1 把
4. 2026-09-12｜灰鯨｜5.10a｜霧鳴岬｜先鋒 OS｜1 把"""
TRIED = """今年：共 2 筆，2 條不同的線，最新的在前。
1. 2026-11-14｜等｜5.10c｜霧鳴岬｜先鋒 Flash｜1 把
2. 2026-11-07｜霧笛｜5.11c｜霧鳴岬｜先鋒 嘗試｜2 把"""
RATE = "全部紀錄：試過 9 條，完攀 8 條，成功率 89%（n=9 條，10 筆紀錄）。"
PYRAMID = """先鋒，完攀金字塔（7 條不同的線）：
5.10d █ 1（RP 1）
5.10c █ 1（Flash 1）
5.10b █ 1（RP 1）
5.10a ███ 3（OS 1、Flash 1、RP 1）
5.9 █ 1（OS 1）"""
UNDO = "要收回你最近一次的變更嗎（新增、修改、刪除或匯入）？"


@pytest.mark.parametrize(
    ("said", "rendered"),
    [
        ("先鋒三筆、上方架繩一筆", ROWS),
        ("霧鳴岬 2 筆、石螢谷 2 筆", ROWS),
        ("四筆都是一把", ROWS),
        ("四條都完攀", ROWS),
        ("最近一筆是 2026-11-15，石螢谷的青苔書", ROWS),
        ("九條裡只剩 1 條沒完攀", RATE),
        ("八條完攀，只有一條還沒完攀", RATE),
        ("RP 三條、onsight 兩條、flash 兩條", PYRAMID),
        ("你要收回最近一次的變更對嗎", UNDO),
        ("最近那次變更要收回嗎", UNDO),
    ],
)
def test_counts_of_a_kind_are_those_of_its_rows(said: str, rendered: str) -> None:
    assert not list(miscounted(said, rendered))


@pytest.mark.parametrize(
    ("said", "rendered"),
    [
        ("先鋒兩筆、上方架繩一筆", ROWS),
        ("霧鳴岬 3 筆、石螢谷 1 筆", ROWS),
        ("兩條都完攀", TRIED),
        ("兩筆都是一把", TRIED),
        ("最近一筆是灰鯨", ROWS),
        ("九條裡只剩 2 條沒完攀", RATE),
        ("RP 兩條、onsight 三條、flash 兩條", PYRAMID),
        ("霧鳴岬 3 筆，都在霧鳴岬", ROWS),
    ],
)
def test_counts_of_another_kind_are_not(said: str, rendered: str) -> None:
    assert list(miscounted(said, rendered))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("從 5.9 到 5.10d 共 7 條", []),
        ("從 5.10a 到 5.10c 共 5 條", []),
        ("從 5.10a 到 5.10c 共 7 條", ["5.10c 共 7 條"]),
        ("5.10d 共 7 條", ["5.10d 共 7 條"]),
    ],
)
def test_a_range_of_grades_holds_all_of_its_rows(said: str, found: list[str]) -> None:
    counts = {"5.10d": "1", "5.10c": "1", "5.10b": "1", "5.10a": "3", "5.9": "1"}
    assert list(wrong_rows(said, counts)) == found


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("大概爬了兩個小時。", True),
        ("難關是一段斜板。", True),
        ("我看不到你的紀錄。", True),
        ("I cannot see your log.", True),
        ("把難關記下來，下次再來。", False),
        ("四筆都是一把。", False),
        ("別人的我看不到。", False),
    ],
)
def test_what_no_log_holds_is_not_said_of_one(said: str, wrong: bool) -> None:
    """Time, what a climb is like; nor that the log cannot be read."""
    assert bool(list(unlogged(said, ROWS))) is wrong
