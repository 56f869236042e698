import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.dates import find_times


@pytest.mark.parametrize(
    ("text", "hhmm", "kind"),
    [
        ("晚上九點", "21:00", "at"),
        ("星期六九點半", "09:30", "at"),
        ("禮拜三七點", "19:00", "at"),
        ("周日十點前", "10:00", "before"),
        ("早上10點半", "10:30", "at"),
        ("下午3點", "15:00", "at"),
        ("下午5點30分", "17:30", "at"),
        ("中午十二點半", "12:30", "at"),
        ("凌晨一點", "01:00", "at"),
        ("晚上十二點", "24:00", "at"),
        ("二十三點", "23:00", "at"),
        ("晚上７：３０", "19:30", "at"),  # noqa: RUF001 - typed on a full-width keyboard
        ("21:30", "21:30", "at"),
        ("9pm", "21:00", "at"),
        ("9 p.m.", "21:00", "at"),
        ("9:30 PM", "21:30", "at"),
        ("12 am", "00:00", "at"),
        ("中午", "12:00", "at"),
        ("midnight", "24:00", "at"),
        ("晚上九点以后", "21:00", "after"),
        ("過 22:00", "22:00", "after"),
        ("after 9pm", "21:00", "after"),
        ("開到晚上11點", "23:00", "after"),
        ("open until 10", "22:00", "after"),
        ("23:30還有開嗎", "23:30", "after"),
        ("晚上十點前", "22:00", "before"),
        ("before 8pm", "20:00", "before"),
        ("現在有開嗎", "", "now"),
        ("open now?", "", "now"),
    ],
)
def test_times_of_day(text: str, hhmm: str, kind: str) -> None:
    (mention,) = find_times(text)

    assert (mention.hhmm, mention.kind) == (hhmm, kind)
    assert not mention.guessed or mention.hhmm


@pytest.mark.parametrize(
    ("text", "hhmm"),
    [
        ("九點以後還有哪間", "21:00"),
        ("九點還開嗎", "21:00"),
        ("10點開門的岩館", "10:00"),
        ("7點有開嗎", "19:00"),
        ("三點還開嗎", "15:00"),
        ("at 7", "19:00"),
    ],
)
def test_an_hour_without_a_hint_is_guessed_and_says_so(text: str, hhmm: str) -> None:
    (mention,) = find_times(text)

    assert mention.guessed
    assert mention.hhmm == hhmm


@pytest.mark.parametrize(
    "text",
    [
        "幾點開",
        "開到幾點",
        "5 點多少",
        "5點10a",
        "5 點 10a",
        "五點九",
        "5:10a",
        "難一點",
        "早一點去",
        "一點點",
        "兩點以上確保",
        "三點不動一點動",
        "九點鐘方向",
        "第 5 點",
        "兩個小時",
        "5.10 at 10m",
        "9 bolts",
        "平日早上",
    ],
)
def test_grades_counts_and_questions_are_no_times(text: str) -> None:
    assert find_times(text) == ()


def test_the_end_of_a_range_is_not_before_its_start() -> None:
    assert [m.hhmm for m in find_times("禮拜五晚上 8 點到 10 點")] == ["20:00", "22:00"]
    assert [m.hhmm for m in find_times("12:00-22:00")] == ["12:00", "22:00"]


@settings(deadline=None)  # the first call loads tables
@given(st.text(alphabet="早晚上下午點時半分十一二三九0123456789:：pam 到後前還", max_size=40))
def test_whatever_is_found_has_its_place_and_a_real_time(text: str) -> None:
    for mention in find_times(text):
        assert text[mention.start : mention.end] == mention.surface
        assert mention.kind == "now" or "00:00" <= mention.hhmm <= "24:00"


@pytest.mark.parametrize("text", ["九點" * 20_000, "12:00 " * 10_000, "的" * 50_000, " " * 50_000])
def test_huge_texts_are_read_in_linear_time(text: str) -> None:
    find_times(text)
