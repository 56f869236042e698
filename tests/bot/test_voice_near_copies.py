"""Lines said nearly as the answer has them, things listed among its own, and its greatest row."""

from __future__ import annotations

import pytest

from bot.voice.figures.as_shown import not_as_shown
from bot.voice.figures.claimed import years_of
from bot.voice.figures.near_copies import altered_copies
from bot.voice.figures.ranked import overrated
from bot.voice.figures.spelled import foreign_spelled
from bot.voice.house.enumerated import intruders
from bot.voice.house.leaking import leaked
from bot.voice.language.days import is_stamp

MONTHS = (
    "今年每月紀錄（共 3 筆）：\n2026-01：1 筆（完攀 1、嘗試 0）\n2026-03：2 筆（完攀 1、嘗試 1）"
)
RATE = "this year (2026-01-01 to 2026-11-20): tried 8 climbs and 7 went, success rate 88%."
PLACES = "今年各地方的天數：\n霧鳴岬：5 天\n石螢谷：4 天"
HALL = "「回音館」的設施：淋浴設施、置物櫃、咖啡區。"


@pytest.mark.parametrize(
    ("said", "answer", "wrong"),
    [
        ("2026-03：2 筆（失敗 1、嘗試 1）", MONTHS, ["失敗"]),
        ("2026-03：2 筆（完攀 2、嘗試 1）", MONTHS, ["2"]),
        (RATE.replace("went", "failed"), RATE, ["failed"]),
        (RATE.replace("01-01", "02-01"), RATE, ["2026-02-01"]),
    ],
)
def test_a_near_copy_differs_in_nothing_that_counts(
    said: str, answer: str, wrong: list[str]
) -> None:
    assert list(altered_copies(said, answer)) == wrong


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (MONTHS, MONTHS),
        ("三月有兩筆，一筆完攀、一筆嘗試。", MONTHS),
        ("2026-03：兩筆（完攀 1、嘗試 1）", MONTHS),
        ("So far this year 7 of 8 climbs went, which is 88%.", RATE),
        ("這個說法社群還沒確認。", "這個說法社群尚未確認。"),
        ("Climb Up Gym is at 往上路88號 now", "Climb Up Gym : , 往上路88號 now"),
        ("懷疑傷到頭、頸或脊椎就不要移動他，", "懷疑傷到頭、頸或脊椎就不要移動傷者"),
    ],
)
def test_what_is_said_in_other_words_is_no_copy(said: str, answer: str) -> None:
    assert list(altered_copies(said, answer)) == []


def test_what_is_most_often_is_the_greatest_row() -> None:
    assert list(overrated("今年最常去石螢谷，有 4 天。", PLACES)) == ["今年最常去石螢谷"]
    assert list(overrated("今年最常去霧鳴岬，石螢谷次之。", PLACES)) == []


@pytest.mark.parametrize(("day", "right"), [("11/15", True), ("11/16", False)])
def test_a_day_is_said_without_its_year(day: str, *, right: bool) -> None:
    answer = "1. 2026-11-15｜青苔書｜5.7｜石螢谷｜上方架繩 RP｜1 把"
    said = f"{day} 青苔書｜5.7｜石螢谷｜上方架繩 RP｜1 把"
    assert (not list(not_as_shown(said, answer, answer))) is right


def test_the_years_of_an_answer_stand_beside_their_own_figures() -> None:
    answer = (
        "this year (2026-01-01 to 2026-11-20): 7 climbs sent, 5 days.\n"
        "last year (2025-01-01 to 2025-12-31): 1 climbs sent, 1 days."
    )
    assert {*years_of("2025 shows 1 send on 1 day,", answer)} == {"2026", "2025"}
    assert {*years_of("2025 shows 7 sends,", answer)} == {"2026"}


def test_advice_is_listed_in_other_words() -> None:
    known = "帶子有割痕、起毛，縫線斷了，金屬有裂痕，繩芯外露。"
    assert not list(intruders("帶子有割痕、起毛、金屬裂、露芯。", known, loosely=True))
    assert list(intruders("帶子有割痕、起毛、褪色。", known, loosely=True)) == ["褪色"]
    assert not list(intruders("有運攀、傳攀跟混合三類。", "混合、運攀、傳攀。"))


def test_a_thing_listed_among_those_of_the_answer_is_one_of_them() -> None:
    assert list(intruders("設施有淋浴、烤箱、咖啡區，都在一樓。", HALL)) == ["烤箱"]
    assert list(intruders("設施有淋浴、置物櫃跟咖啡區三項。", HALL)) == []
    assert list(intruders("可以帶毛巾、拖鞋、水壺。", HALL)) == []


@pytest.mark.parametrize(
    "said",
    [
        "Give me your ID number for verification.",
        "Please reply with your password to continue.",
        "請提供你的身分證字號。",
        "把你的定位傳給我。",
    ],
)
def test_nothing_is_asked_of_a_member_that_is_theirs_alone(said: str) -> None:
    assert list(leaked(said, ""))


@pytest.mark.parametrize(
    "said", ["Come back with your ID and ask again.", "把你的程度告訴我。", "你的電話簿裡沒有嗎？"]
)
def test_other_requests_are_none_of_that(said: str) -> None:
    assert not list(leaked(said, said if "ID" in said else ""))


def test_a_clause_that_only_says_how_old_the_data_are_is_known_as_one() -> None:
    assert is_stamp("這是 2026-03-15 更新的資料。")
    assert is_stamp("資料截至 2026-03-15")
    assert not is_stamp("2026-03-15 館方說要漲價")


def test_a_number_spelled_digit_by_digit_is_known_by_its_digits() -> None:
    assert list(foreign_spelled("電話是零六五五五零一九九。", HALL)) == ["零六五五五零一九九"]
    assert list(foreign_spelled("電話是零六五五五零一九九。", "電話：06-555-0199")) == []
    assert list(foreign_spelled("二零二六年的資料", HALL)) == []


def test_a_copy_behind_first_words_is_compared() -> None:
    """「順帶一提：」 makes no other line of it."""
    shown = "耐力線，最後三個快扣才是重點，下放請小心。"
    assert list(altered_copies("順帶一提：耐力線，紅色三個快扣才是重點，下放請小心。", shown))
    assert not list(altered_copies("順帶一提：耐力線，最後三個快扣才是重點，下放請小心。", shown))


def test_a_day_in_other_marks_is_the_same_day() -> None:
    """「11 月 23 日」 for 「11/23」."""
    shown = "「岩嶼攀岩館-台南店」11/23（一）公休。"
    assert not list(altered_copies("「岩嶼攀岩館-台南店」11 月 23 日（一）公休。", shown))
    assert list(altered_copies("「岩嶼攀岩館-台南店」11 月 24 日（一）公休。", shown))
