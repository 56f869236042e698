"""Counts behind their labels, values behind theirs, and commands as they are typed."""

from __future__ import annotations

import pytest

from bot.voice.figures.labelled import mislabelled_values
from bot.voice.figures.own_labels import mislabelled
from bot.voice.house.commands import other_commands

MONTHS = """今年，每月紀錄（共 7 筆）：
2026-01：1 筆（完攀 1、嘗試 0）
2026-03：1 筆（完攀 1、嘗試 0）
2026-10：2 筆（完攀 1、嘗試 1）
2026-11：3 筆（完攀 2、嘗試 1）"""
LABELLED = "「靛舵攀岩空間」的停車：地下停車場\n英文：rockfall\n也會說：掉石頭"
COMMANDS = "匯入用 `python -m bot log import --user 你的代號 檔案`，圖用 `--kind pyramid`。"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("一月兩筆、十月 2 筆、十一月三筆", True),
        ("一月、三月各兩筆", True),
        ("10 月 2 筆全部完攀", True),
        ("十月完攀 2、嘗試 0", True),
        ("Three in October", True),
        ("January had 1 entry, Nov 2 entries", True),
        ("一月、三月各一筆，11 月最多，有 3 筆", False),
        ("1、3 月各 1 筆，10 月 2 筆（完攀 1、嘗試 1）", False),
        ("十月和十一月共 5 筆", False),
        ("11 月比 10 月多 1 筆", False),
        ("Two in October, three in November (two sent)", False),
        ("November was the busiest with 3 entries, 1 of them sent.", True),
        ("November had 3 entries, two of them sent", False),
        ("You may see 2 entries", False),
    ],
)
def test_a_month_keeps_its_count(said: str, wrong: bool) -> None:
    """However the month is written; sums and differences are no count of one."""
    assert bool(list(mislabelled(said, MONTHS))) is wrong


def test_a_month_alone_keeps_its_counts() -> None:
    """One line of a year is a table as well."""
    shown = "last year, entries a month (1 in all):\n2025-11: 1 entries (1 sent, 0 tried)"
    assert list(mislabelled("A single entry: November, 0 sent and 1 tried.", shown))
    assert not list(mislabelled("A single entry: November, 1 sent.", shown))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("停車：路邊停車。", True),
        ("英文：rock fail", True),
        ("也會說：掉石子、滾石 [1]。", True),
        ("停車：在地下停車場喔", False),
        ("答：英文：flood warning", True),
        ("英文：Rockfall [1]", False),
        ("也會說：掉石頭", False),
        ("備註：都沒有", False),
    ],
)
def test_a_label_keeps_its_value(said: str, wrong: bool) -> None:
    """A short value is said as it is."""
    assert bool(list(mislabelled_values(said, LABELLED))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Use python -m bot log upload --user YOUR-ID FILE.", True),
        ("bot log upload 就可以", True),
        ("加上 --kind volume", True),
        ("run python -m bot log import --user YOUR-ID FILE on your export", False),
        ("加上 --kind pyramid", False),
        ("I am a bot here to help", False),
    ],
)
def test_a_command_is_typed_as_it_is_told(said: str, wrong: bool) -> None:
    """Another sub-command or option is none of ours."""
    assert bool(list(other_commands(said, COMMANDS))) is wrong
