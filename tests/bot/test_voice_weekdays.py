"""A date and its weekday are one day; a warning stays with its route."""

from __future__ import annotations

import pytest

from bot.voice.figures.copied_rows import foreign_rows
from bot.voice.figures.weekdays import wrong_weekdays

_SHOWN = "後天 11/22（日）開 09:00-22:00。\nSat 21 Nov 2026 counts as a weekend."
_WARNED = "⚠️ “Right Hand” | hazard: the record says “…”\n⚠️ 「甲乙」｜落石・封閉：資料寫「…」"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Besides, Sun 21 Nov 2026 counts as a weekend.", True),
        ("11/22（六）開", True),
        ("11 月 22 日週六有開", True),
        ("週六（11/22）開", True),
        ("11/22 六跟隔天都開", True),
        ("11 月 22 日，開", False),
        ("Sunday, November 21", True),
        ("2026/11/23（日）", True),
        ("Sat 21 Nov 2026", False),
        ("11/22（日）開 09:00", False),
        ("11 月 22 日星期天有開", False),
        ("Saturday, November 21st", False),
        ("週六 11/21", False),
        ("11/22 日出", False),
        ("11/30（五）", False),
    ],
)
def test_a_date_keeps_its_weekday(said: str, wrong: bool) -> None:
    """By the answer, or by the calendar where the year is told."""
    assert bool(list(wrong_weekdays(said, _SHOWN))) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("“Half-Sung Song” | hazard: long gap", True),
        ("「丙丁」｜封閉：資料這樣寫", True),
        ("“Right Hand” | hazard: long gap", False),
        ("「甲乙」｜封閉：資料這樣寫", False),
    ],
)
def test_a_warning_stays_with_its_route(said: str, wrong: bool) -> None:
    """A line of two cells is told as the answer tells it."""
    assert bool(list(foreign_rows(said, _WARNED))) is wrong
