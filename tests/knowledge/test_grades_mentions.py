"""Grades in questions and answers: what is found, what it asks for, and what is left alone."""

from __future__ import annotations

import pytest

from knowledge.grades import find_grades, find_impossible, find_step

# text | surface | kind | lo | hi | words
ASKED = """
龍洞 5.10a 的路線 | 5.10a | exact | 57 | 61 | 5.10a
有 10a 嗎 | 10a | exact | 57 | 61 | 5.10a
11C 推薦三條 | 11C | exact | 71 | 72 | 5.11c
十一c的路線 | 十一c | exact | 71 | 72 | 5.11c
五點十一 | 五點十一 | exact | 67 | 74 | 5.11a 到 5.11d
五點一一b | 五點一一b | exact | 69 | 70 | 5.11b
五點十a | 五點十a | exact | 57 | 61 | 5.10a
5點11 | 5點11 | exact | 67 | 74 | 5.11a 到 5.11d
５．１０ａ 的路線 | ５．１０ａ | exact | 57 | 61 | 5.10a
5 11b 這條 | 5 11b | exact | 69 | 70 | 5.11b
5.11 C | 5.11 C | exact | 71 | 72 | 5.11c
5.12C-小岩完攀 | 5.12C | exact | 78 | 79 | 5.12c
很漂亮的5.13-路線 | 5.13- | exact | 82 | 85 | 5.13a 到 5.13b
5.10+ 跟別的一樣嗎 | 5.10+ | exact | 64 | 66 | 5.10c 到 5.10d
10a/b 那條 | 10a/b | exact | 57 | 63 | 5.10a 到 5.10b
V四 | V四 | exact | 63 | 67 | V4
v4 的題目 | v4 | exact | 63 | 67 | V4
VB 有嗎 | VB | exact | 12 | 23 | VB
6a 的運攀 | 6a | exact | 60 | 61 | 6a
F7b+ | F7b+ | exact | 78 | 79 | 7b+
法式 7a | 法式 7a | exact | 72 | 73 | 7a
font 6C | font 6C | exact | 68 | 69 | 6C
抱石 6c | 6c | exact | 68 | 69 | 6C
UIAA 7+ 是多少 | UIAA 7+ | exact | 66 | 67 | UIAA 7+
VII+ 等於多少 | VII+ | exact | 66 | 67 | UIAA 7+
VII 的路線 | VII | exact | 64 | 65 | UIAA 7
hardest 5.12 routes | 5.12 | exact | 75 | 81 | 5.12a 到 5.12d
5.10 分布在哪幾區 | 5.10 | exact | 57 | 66 | 5.10a 到 5.10d
10a 左右 | 10a 左右 | about | 52 | 63 | 約 5.10a
10a 上下的 | 10a 上下 | about | 52 | 63 | 約 5.10a
5.10a 附近的運攀有哪些 | 5.10a 附近 | about | 52 | 63 | 約 5.10a
差不多 5.10a | 差不多 5.10a | about | 52 | 63 | 約 5.10a
routes around 10a | around 10a | about | 52 | 63 | 約 5.10a
大约 V4 | 大约 V4 | about | 58 | 70 | 約 V4
tell me about 5.10a | 5.10a | exact | 57 | 61 | 5.10a
5.11 以上 | 5.11 以上 | at_least | 67 | | 5.11a 以上
5.11（含）以上 | 5.11（含）以上 | at_least | 67 | | 5.11a 以上
「5.11a」以上 | 「5.11a」以上 | at_least | 67 | | 5.11a 以上
5.11 起跳 | 5.11 起跳 | at_least | 67 | | 5.11a 以上
5.11 起的路線 | 5.11 起 | at_least | 67 | | 5.11a 以上
5.11 and up | 5.11 and up | at_least | 67 | | 5.11a 以上
5.11 or harder | 5.11 or harder | at_least | 67 | | 5.11a 以上
至少 5.11 | 至少 5.11 | at_least | 67 | | 5.11a 以上
at least V3 | at least V3 | at_least | 58 | | V3 以上
5.11+ 的路線 | 5.11+ | at_least | 67 | | 5.11a 以上
V3+ problems | V3+ | at_least | 58 | | V3 以上
難度 ≥ 5.11 | ≥ 5.11 | at_least | 67 | | 5.11a 以上
5.10 以下 | 5.10 以下 | at_most | | 66 | 5.10d 以下
5.10a或更簡單 | 5.10a或更簡單 | at_most | | 61 | 5.10a 以下
不超過 5.10 | 不超過 5.10 | at_most | | 66 | 5.10d 以下
最多 5.10 | 最多 5.10 | at_most | | 66 | 5.10d 以下
頂多爬到 5.10c | 頂多爬到 5.10c | at_most | | 65 | 5.10c 以下
under 5.10 | under 5.10 | at_most | | 66 | 5.10d 以下
no harder than 5.10b | no harder than 5.10b | at_most | | 63 | 5.10b 以下
不要比 5.10b 難 | 不要比 5.10b 難 | at_most | | 63 | 5.10b 以下
哪一區最多 5.10 的路線 | 5.10 | exact | 57 | 66 | 5.10a 到 5.10d
比 5.10c 難 | 比 5.10c 難 | harder | 66 | | 比 5.10c 難
比5.10c难一点的 | 比5.10c难一点 | harder | 66 | | 比 5.10c 難
超過 5.11 | 超過 5.11 | harder | 75 | | 比 5.11 難
easier than 11a | easier than 11a | easier | | 66 | 比 5.11a 簡單
低於 V3 | 低於 V3 | easier | | 57 | 比 V3 簡單
比 5.10c 再難一級 | 比 5.10c 再難一級 | step | 66 | 66 | 5.10d
比 5.10c 難兩級 | 比 5.10c 難兩級 | step | 67 | 68 | 5.11a
比 6b 簡單一級 | 比 6b 簡單一級 | step | 62 | 63 | 6a+
one grade harder than 10d | one grade harder than 10d | step | 67 | 68 | 5.11a
6b+ 到 7a | 6b+ 到 7a | between | 66 | 73 | 6b+ 到 7a
法式 6b+ 到 7a | 法式 6b+ 到 7a | between | 66 | 73 | 6b+ 到 7a
font 6a 到 7a | font 6a 到 7a | between | 60 | 73 | 6A 到 7A
5.10a-5.11b | 5.10a-5.11b | between | 57 | 70 | 5.10a 到 5.11b
5.11b～5.10a | 5.11b～5.10a | between | 57 | 70 | 5.10a 到 5.11b
5.10a~d | 5.10a~d | between | 57 | 66 | 5.10a 到 5.10d
5.10-11攀岩者 | 5.10-11 | between | 57 | 74 | 5.10a 到 5.11d
V3-V5 | V3-V5 | between | 58 | 70 | V3 到 V5
V3 到 5 | V3 到 5 | between | 58 | 70 | V3 到 V5
V0-2 | V0-2 | between | 40 | 57 | V0 到 V2
between 10a and 11c | between 10a and 11c | between | 57 | 72 | 5.10a 到 5.11c
介於 5.10a 和 5.11b 之間的 | 介於 5.10a 和 5.11b 之間 | between | 57 | 70 | 5.10a 到 5.11b
6b 到 5.11c | 6b 到 5.11c | between | 64 | 72 | 6b 到 5.11c
VI+ 到 VII- | VI+ 到 VII- | between | 58 | 63 | UIAA 6+ 到 UIAA 7-
5.10a 以上、5.11a 以下 | 5.10a 以上、5.11a 以下 | between | 57 | 68 | 5.10a 以上、5.11a 以下
超過 5.10 但不到 5.12 | 超過 5.10 但不到 5.12 | between | 67 | 74 | 比 5.10 難、比 5.12 簡單
5.10 出頭 | 5.10 出頭 | exact | 57 | 63 | 5.10a 到 5.10b
5.11 後段 | 5.11 後段 | exact | 71 | 74 | 5.11c 到 5.11d
5.11 初段 | 5.11 初段 | exact | 67 | 70 | 5.11a 到 5.11b
low 5.11 | low 5.11 | exact | 67 | 70 | 5.11a 到 5.11b
5.10 字頭 | 5.10 字頭 | exact | 57 | 66 | 5.10a 到 5.10d
5.10 級距 | 5.10 級距 | exact | 57 | 66 | 5.10a 到 5.10d
the 5.11s | 5.11s | exact | 67 | 74 | 5.11a 到 5.11d
爬到 11 | 11 | exact | 67 | 74 | 5.11a 到 5.11d
12 出頭 | 12 出頭 | exact | 75 | 77 | 5.12a 到 5.12b
11 的運攀 | 11 | exact | 67 | 74 | 5.11a 到 5.11d
10 幾的路線 | 10 幾 | exact | 57 | 66 | 5.10a 到 5.10d
難度 12 級 | 12 級 | exact | 75 | 81 | 5.12a 到 5.12d
10 到 11c | 10 到 11c | between | 57 | 72 | 5.10a 到 5.11c
爬 10 到 11 之間的 | 10 到 11 之間 | between | 57 | 74 | 5.10a 到 5.11d
10 字頭到 11 字頭 | 10 字頭到 11 字頭 | between | 57 | 74 | 5.10a 到 5.11d
"""  # noqa: RUF001

SEVERAL = [
    ("5.10a 和 5.10b", ["5.10a", "5.10b"]),
    ("10d or 11a", ["10d", "11a"]),
    ("5.10c 比 5.11a 難嗎", ["5.10c", "5.11a"]),
    ("5.11 以上、V5 以下", ["5.11 以上", "V5 以下"]),
    ("5.12 以上和 5.9 以下", ["5.12 以上", "5.9 以下"]),
    ("10a 跟 11a 差多少", ["10a", "11a"]),
    ("爬 10 跟 11", ["10", "11"]),
    ("5.12b/7b", ["5.12b", "7b"]),
]

LEFT_ALONE = """
12m|12 米|長度 12 公尺|5.5 公里|5.5mm 輔繩|12 條路線|爬 12 條|3 間|10 個 bolt|十幾條|10 幾條
超過 12 條|climb 10 routes|11/20|10:30|13:00-22:00|2026-11-20|2026.5.10|11 月|十一月|5.10 日
下午五點十分|五點十分集合|營業到5點10|爬到 12 點|NT$12|5.5 元|0912-345-678|02-2345-6789
12 歲|今年 15|身高 150|12%|評分 5.0|4.8/5.0|5.10.2|v2.0|iOS 15|LD-10a|P2|P10|第 10 條
前 10 的路線|11 樓|7A 棟|3C 產品|id 4b-9c-12|7a.m.|8a.nu|神龍 VII|Rocky IV|12 級|12 級風
爬 15 年了|爬 10 分鐘|爬 10 幾公尺|爬 10-20 條|長度 12 以下的路線|bolt 10 以上的路線
爬 12 和 13 號|爬十二金釵|完攀 12 Plus|flash 12 題|V一起爬|V 槽|10abc|a10a
5.17a|V99|5.10e|5.9a|你好|抱石|I|V|X
5.|5點|十|十點
"""


@pytest.mark.parametrize("line", [line for line in ASKED.splitlines() if line])
def test_a_grade_is_found_with_what_it_asks_for(line: str) -> None:
    text, surface, kind, lo, hi, said = (cell.strip() for cell in line.split("|"))
    mentions = find_grades(text)
    assert [(m.surface, m.kind, m.range.text) for m in mentions] == [(surface, kind, said)]
    assert mentions[0].range.lo == (int(lo) if lo else None)
    assert mentions[0].range.hi == (int(hi) if hi else None)
    assert text[mentions[0].start : mentions[0].end] == surface


@pytest.mark.parametrize(("text", "surfaces"), SEVERAL)
def test_grades_that_are_no_range_are_several_mentions(text: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in find_grades(text)] == surfaces


@pytest.mark.parametrize("text", LEFT_ALONE.strip().replace("\n", "|").split("|"))
def test_numbers_that_are_no_grades_are_left_alone(text: str) -> None:
    assert find_grades(text) == ()


def test_discipline_tells_font_from_french() -> None:
    assert find_grades("7a")[0].grade.system == "french"
    assert find_grades("7a")[0].grade.guessed
    assert find_grades("7a", discipline="boulder")[0].grade.system == "font"
    assert find_grades("7A 的運攀")[0].grade.system == "french"
    assert find_grades("6B(5.10c)")[0].grade.system == "french"


def test_the_grade_of_a_step_is_where_the_step_leads() -> None:
    mention = find_grades("比 5.10c 再難一級的")[0]
    assert (mention.grade.lo, mention.grade.hi) == ("5.10d", "5.10d")


def test_a_step_off_the_scale_is_everything_beyond() -> None:
    assert find_grades("比 V22 再難一級")[0].range.lo == 108


def test_positions_count_zero_width_characters() -> None:
    text = "想爬\u200b 5.\u200b10a 左右"
    mention = find_grades(text)[0]
    assert text[mention.start : mention.end] == "5.\u200b10a 左右"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("再難一級呢", 1),
        ("難兩級的", 2),
        ("簡單一點", -1),
        ("再简单两级", -2),
        ("something harder", 1),
        ("two grades easier", -2),
        ("難度", None),
        ("最難的", None),
    ],
)
def test_a_step_without_a_grade_is_counted(text: str, steps: int | None) -> None:
    assert find_step(text) == steps


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("有 5.17a 的路線嗎", ("5.17a",)),
        ("V99 的抱石", ("V99",)),
        ("５．１０ｅ", ("５．１０ｅ",)),  # noqa: RUF001
        ("5.17 的路線", ("5.17",)),
        ("5.25 公尺", ()),
        ("5.20 有活動嗎", ()),
        ("5.10a 到 V4", ()),
    ],
)
def test_grades_that_cannot_exist_are_named(text: str, words: tuple[str, ...]) -> None:
    assert find_impossible(text) == words
