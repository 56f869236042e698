"""Opening hours as gyms write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importers.hours import read_hours


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("12:00-23:00", [("12:00", "23:00")]),
        ("12:00 – 23:00", [("12:00", "23:00")]),
        ("１２：００～２３：００", [("12:00", "23:00")]),  # noqa: RUF001 - full width
        ("12:00至23:00", [("12:00", "23:00")]),
        ("9-18", [("09:00", "18:00")]),
        ("09:30-12:00, 13:00-18:00", [("09:30", "12:00"), ("13:00", "18:00")]),
        ("09:30-12:00 13:00-18:00", [("09:30", "12:00"), ("13:00", "18:00")]),
        ("18:00-01:00", [("18:00", "01:00")]),
        ("18:00-26:00", [("18:00", "02:00")]),
        ("18:00-24:00", [("18:00", "24:00")]),
        ("下午2點到晚上10點", [("14:00", "22:00")]),
        ("2pm-10pm", [("14:00", "22:00")]),
        ("9am - 12pm", [("09:00", "12:00")]),
        ("1200-2300", [("12:00", "23:00")]),
        ("24小時", [("00:00", "24:00")]),
        ("公休", []),
        ("休館", []),
        ("Closed", []),
    ],
)
def test_hours_are_spans(written: str, spans: list[tuple[str, str]]) -> None:
    assert read_hours(written) == tuple(spans)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "看老闆心情",
        "25:99-30:00",
        "12:00",
        "12:00-12:00",
        "31:00-40:00",
        "12:00-23:00" + "很長的說明" * 9,
    ],
)
def test_what_says_no_hours_is_not_recorded(written: str) -> None:
    assert read_hours(written) is None


@given(st.text(alphabet="0123456789:-~ 點到上午下公休closed,、", max_size=40))
def test_any_text_can_be_read(written: str) -> None:
    for opens, closes in read_hours(written) or ():
        assert "00:00" <= opens < "24:00"
        assert "00:00" <= closes <= "24:00"
