"""What an answer pairs stays paired: rows and days, systems and grades, people and places."""

from __future__ import annotations

import pytest

from bot.voice.figures.labelled import mislabelled_values
from bot.voice.figures.notations import foreign_notations
from bot.voice.figures.paired import broken_pairs
from bot.voice.figures.row_order import out_of_order
from bot.voice.figures.said_periods import other_periods
from bot.voice.figures.shared_flags import shared_flags
from bot.voice.names.persons import misplaced_namesakes
from bot.voice.polarity.amounts import turned_amounts

ROWS = """this month: 3 entries on 3 different climbs, newest first.
1. 2026-11-15 | 青苔書 | 5.7 | 石螢谷 | top rope redpoint | 1 tries
2. 2026-11-14 | 等 | 5.10c | 霧鳴岬 | lead flash | 1 tries
3. 2026-11-07 | 霧笛 | 5.11c | 霧鳴岬 | lead attempt | 2 tries"""
LAST_MONTH = "上個月（2026-10-01 到 2026-10-31）：爬了 2 天，共 2 筆紀錄，完攀 1 條。"
SYSTEMS = (
    "Routes: Taiwan and the US use YDS (5.10a), much of Europe French (6a+), Germany UIAA, "
    "Britain E grades with a technical grade, Australia Ewbank."
)
WARNED = """「醉霽針」和「升珀笛」比一比：
「醉霽針」：在翡罈坑›靛帆牆
「升珀笛」：在鴞舵崖›貂線岩壁
⚠️ 「升珀笛」｜老舊 bolt：資料寫「2019-07-03 回報 bolt 老舊」"""
NAMESAKES = """叫「迴聲」的有 2 條，都給你：
「迴聲」（石螢谷›螢火牆）由阿螢首攀。
「迴聲」（霧鳴岬›迴聲廊›長廊）由黃岸首攀。"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The newest is 等 (5.10c), a lead flash.", True),
        ("The most recent entry was 霧笛.", True),
        ("最早的是等。", True),
        ("最新的一筆是 11/15 青苔書。", False),
        ("The oldest is 霧笛.", False),
        ("Newest first: 青苔書, 等, 霧笛.", False),
    ],
)
def test_the_newest_row_is_so_by_its_day(said: str, wrong: bool) -> None:
    """The days of the rows say which is first."""
    assert bool(list(out_of_order(said, ROWS))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("這個月爬了 2 天。", True),
        ("This month: 2 days.", True),
        ("上個月爬了 2 天。", False),
        ("上個月 2 天，這個月還沒有。", False),
    ],
)
def test_counts_are_of_their_period(said: str, wrong: bool) -> None:
    """An answer about one span of days says nothing of another."""
    assert bool(list(other_periods(said, LAST_MONTH, "上個月出動了幾天"))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Germany uses Ewbank.", True),
        ("Australia UIAA", True),
        ("Germany uses UIAA, Australia Ewbank.", False),
        ("The US uses YDS.", False),
    ],
)
def test_subjects_keep_their_values(said: str, wrong: bool) -> None:
    """Those that an enumeration pairs."""
    assert bool(list(broken_pairs(said, SYSTEMS))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("7b 約等於法式 5.12b。", True),
        ("YDS 是法式的繩攀系統", True),
        ("That is French V5.", True),
        ("5.12b 換成法式 7b", False),
        ("法式 5.12b 大約是 7b", False),
        ("YDS 5.12b", False),
    ],
)
def test_a_grade_stands_in_its_notation(said: str, wrong: bool) -> None:
    """No system writes the grades of another."""
    assert bool(list(foreign_notations(said, ""))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("兩條都有老舊 bolt 的回報。", True),
        ("「升珀笛」有老舊 bolt 的回報。", False),
        ("兩條都沒有寫老舊 bolt 以外的事。", False),
    ],
)
def test_a_warning_of_one_is_not_of_both(said: str, wrong: bool) -> None:
    """Where the answer warns of one alone."""
    assert bool(list(shared_flags(said, WARNED))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("石螢谷螢火牆的「迴聲」是黃岸首攀", True),
        ("長廊那條是阿螢首攀的", True),
        ("石螢谷那條是阿螢，霧鳴岬那條是黃岸", False),
    ],
)
def test_namesakes_keep_their_people(said: str, wrong: bool) -> None:
    """Their places tell them apart."""
    assert bool(list(misplaced_namesakes(said, NAMESAKES))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"), [("更要多給繩", True), ("要少給繩", False), ("不要多給繩", False)]
)
def test_less_is_not_more(said: str, wrong: bool) -> None:
    """Of what the answer has the other amount."""
    assert bool(list(turned_amounts(said, "攀登者比你重很多時，要少給繩。"))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("補充：也會說：掉石子", True),
        ("About it: 英文：rock fail", True),
        ("補充：英文：rockfall", False),
    ],
)
def test_a_label_behind_another_keeps_its_value(said: str, wrong: bool) -> None:
    """Words before a label are no part of it."""
    assert bool(list(mislabelled_values(said, "英文：rockfall\n也會說：掉石頭"))) is wrong


TWO_YEARS = """今年（2026-01-01 到 2026-11-20）・戶外：完攀 7 條、7 天、7 筆紀錄。
去年（2025-01-01 到 2025-12-31）・戶外：完攀 1 條、1 天、1 筆紀錄。
完攀多 6 條。"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("今年完攀 1 條，去年完攀 7 條。", True),
        ("去年完攀七條", True),
        ("今年完攀 7 條，去年 1 條，多 6 條", False),
        ("今年比去年多 6 條", False),
    ],
)
def test_two_periods_keep_their_counts(said: str, wrong: bool) -> None:
    """Both counts stand in the answer, each of its own year."""
    assert bool(list(other_periods(said, TWO_YEARS))) is wrong
