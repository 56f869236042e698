from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.dates import DateMention, find_dates

TODAY = date(2026, 11, 21)
"""A Saturday."""


def _found(text: str, today: date = TODAY) -> list[tuple[str, str]]:
    return [(m.first.isoformat(), m.last.isoformat()) for m in find_dates(text, today)]


def _one(text: str, today: date = TODAY) -> DateMention:
    (mention,) = find_dates(text, today)
    return mention


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天幾點開", "2026-11-21"),
        ("明天有開嗎", "2026-11-22"),
        ("后天呢", "2026-11-23"),
        ("大後天", "2026-11-24"),
        ("昨天爬的", "2026-11-20"),
        ("前天 RP", "2026-11-19"),
        ("今晚", "2026-11-21"),
        ("yesterday", "2026-11-20"),
        ("the day after tomorrow", "2026-11-23"),
        ("週六有開嗎", "2026-11-21"),
        ("星期三", "2026-11-25"),
        ("禮拜天", "2026-11-22"),
        ("周日", "2026-11-22"),
        ("每週三", "2026-11-25"),
        ("這週五", "2026-11-20"),
        ("下週一", "2026-11-23"),
        ("上禮拜五", "2026-11-13"),
        ("下下週三", "2026-12-02"),
        ("next Friday", "2026-11-27"),
        ("last Saturday", "2026-11-14"),
        ("on Sunday", "2026-11-22"),
        ("三天前", "2026-11-18"),
        ("3 days ago", "2026-11-18"),
        ("in 3 days", "2026-11-24"),
        ("我11/20去的", "2026-11-20"),
        ("１１／２０", "2026-11-20"),  # noqa: RUF001 - typed on a full-width keyboard
        ("11月20日", "2026-11-20"),
        ("十一月二十號", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("2002.03.27", "2002-03-27"),
        ("1/5 去", "2027-01-05"),
        ("去年10月10日", "2025-10-10"),
        ("下個月5號", "2026-12-05"),
        ("20號有開嗎", "2026-12-20"),
        ("Nov 20th", "2026-11-20"),
        ("20 November 2025", "2025-11-20"),
    ],
)
def test_single_days(text: str, day: str) -> None:
    assert _found(text) == [(day, day)]
    assert _one(text).single


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("上週末", "2026-11-14", "2026-11-15"),
        ("這週末", "2026-11-21", "2026-11-22"),
        ("下个周末", "2026-11-28", "2026-11-29"),
        ("last weekend", "2026-11-14", "2026-11-15"),
        ("星期六日", "2026-11-21", "2026-11-22"),
        ("上星期", "2026-11-09", "2026-11-15"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("兩個禮拜前", "2026-11-02", "2026-11-08"),
        ("這個月", "2026-11-01", "2026-11-30"),
        ("上上個月", "2026-09-01", "2026-09-30"),
        ("上個月底", "2026-10-21", "2026-10-31"),
        ("兩個月前", "2026-09-01", "2026-09-30"),
        ("去年十月", "2025-10-01", "2025-10-31"),
        ("今年三月", "2026-03-01", "2026-03-31"),
        ("last October", "2026-10-01", "2026-10-31"),
        ("last December", "2025-12-01", "2025-12-31"),
        ("in May 2025", "2025-05-01", "2025-05-31"),
        ("2026/11", "2026-11-01", "2026-11-30"),
        ("民國114年3月", "2025-03-01", "2025-03-31"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("二〇二五年", "2025-01-01", "2025-12-31"),
        ("in 2025", "2025-01-01", "2025-12-31"),
        ("去年下半年", "2025-07-01", "2025-12-31"),
        ("去年夏天", "2025-06-01", "2025-08-31"),
        ("10年前", "2016-01-01", "2016-12-31"),
        ("最近一個月", "2026-10-21", "2026-11-21"),
        ("半年內", "2026-05-21", "2026-11-21"),
        ("過去七天", "2026-11-15", "2026-11-21"),
        ("last 3 months", "2026-08-21", "2026-11-21"),
        ("past year", "2025-11-21", "2026-11-21"),
        ("未來一週", "2026-11-21", "2026-11-27"),
        ("今年以來", "2026-01-01", "2026-11-21"),
        ("since March", "2026-03-01", "2026-11-21"),
        ("11/20 到 11/25", "2026-11-20", "2026-11-25"),
        ("週一到週五", "2026-11-23", "2026-11-27"),
    ],
)
def test_runs_of_days(text: str, first: str, last: str) -> None:
    assert _found(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("元旦", "2027-01-01", "2027-01-01"),
        ("中秋節有開嗎", "2027-09-15", "2027-09-15"),
        ("去年中秋", "2025-10-06", "2025-10-06"),
        ("明年元旦", "2027-01-01", "2027-01-01"),
        ("端午", "2027-06-09", "2027-06-09"),
        ("雙十", "2027-10-10", "2027-10-10"),
        ("劳动节", "2027-05-01", "2027-05-01"),
        ("除夕", "2027-02-05", "2027-02-05"),
        ("大年初三", "2027-02-08", "2027-02-08"),
        ("春節幾點開", "2027-02-05", "2027-02-10"),
        ("清明連假", "2027-04-03", "2027-04-06"),
        ("228連假", "2027-02-27", "2027-03-01"),
        ("連假有開嗎", "2026-12-25", "2026-12-27"),
        ("聖誕節", "2026-12-25", "2026-12-25"),
        ("last Christmas", "2025-12-25", "2025-12-25"),
        ("New Year\u2019s Day", "2027-01-01", "2027-01-01"),
        ("Mid-Autumn Festival", "2027-09-15", "2027-09-15"),
    ],
)
def test_festivals_are_the_next_ones_unless_a_year_is_named(
    text: str, first: str, last: str
) -> None:
    assert _found(text) == [(first, last)]


def test_a_festival_of_today_is_today() -> None:
    assert _found("國慶日", date(2026, 10, 10)) == [("2026-10-10", "2026-10-10")]


@pytest.mark.parametrize(
    "text",
    [
        "5.10a",
        "5.11/5.10+",
        "10a/11b",
        "V5/6",
        "難度 10/11",
        "11/12 級",
        "20/30 m",
        "3/4 英吋",
        "2/30",
        "13/1",
        "24/7",
        "7-11",
        "三個月",
        "連續三天",
        "每週三次",
        "第三條",
        "前天氣溫",
        "三天後門",
        "月板",
        "9188號公車",
        "救援點 10/11",
        "may I climb",
        "morning sun",
        "兩天一夜",
        "18 公尺",
        "02-2700-0000",
        "第十五一起爬",
        "五一條",
    ],
)
def test_grades_counts_and_numbers_are_no_dates(text: str) -> None:
    assert find_dates(text, TODAY) == ()


def test_offsets_point_into_the_original_text() -> None:
    text = "請問下週六和１１／２０的岩館"

    surfaces = [text[m.start : m.end] for m in find_dates(text, TODAY)]

    assert surfaces == [m.surface for m in find_dates(text, TODAY)] == ["下週六", "１１／２０"]  # noqa: RUF001 - typed on a full-width keyboard


def test_a_leap_day_has_its_year() -> None:
    assert _found("2028/2/29") == [("2028-02-29", "2028-02-29")]
    assert _found("2027/2/29") == []


@settings(deadline=None)  # the first call loads tables
@given(
    st.text(
        alphabet="今天上下個週月日年末一二三十0123456789/到前後last week 初中秋去節連假",
        max_size=40,
    ),
    st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)),
)
def test_whatever_is_found_is_in_order_and_does_not_overlap(text: str, today: date) -> None:
    mentions = find_dates(text, today)

    for mention in mentions:
        assert mention.first <= mention.last
        assert text[mention.start : mention.end] == mention.surface
    for before, after in pairwise(mentions):
        assert before.end <= after.start


@pytest.mark.parametrize("text", ["今天" * 20_000, "1" * 50_000, "連假" * 10_000, " " * 50_000])
def test_huge_texts_are_read_in_linear_time(text: str) -> None:
    find_dates(text, TODAY)
