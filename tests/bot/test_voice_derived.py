"""Figures that follow from an answer: hours that are open, branches by their town, limits."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.verifier.facts import scan
from bot.voice.language.measures import is_measured_so
from tests.bot.voice_cases import objections_of, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BRANCHES = "岩嶼攀岩館-台中店跟岩嶼攀岩館-台南店平日單次哪間比較便宜"
LIMIT = "list the routes at Echo Gallery that are 5.10a or easier"
SPREAD = "苔階各個難度有幾條"
LONGER = "Compare the lengths of Spring Tide and Drifting Fireflies."
GUARDS = {"figures", "beside", "own_figures", "wrong_stamps", "other_hours"}


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


def objections(assistant: Assistant, question: str, said: str) -> list[tuple[str, str]]:
    """What the guards of figures object to."""
    return objections_of(assistant, question, said, GUARDS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (BRANCHES, "平日單次台南 350，台中 480，差了 130 塊。"),
        (BRANCHES, "台中那間貴一百三十元，因為它收 480，台南只要 350。"),
        (LIMIT, "There are two routes at 5.10a or easier."),
        (LIMIT, "Up to 5.10a there are two: Skylight (5.8) and Echo (5.10a)."),
        (SPREAD, "總共 5 條線，從 5.7 到 5.10a/b。"),
        (SPREAD, "除了 5.8 有兩條，其他級數都只有一條。"),
        (LONGER, "At 16 m, Spring Tide is four metres longer than Drifting Fireflies."),
        (LONGER, "Spring Tide is the longer of the two, 16 m versus 12 m."),
    ],
)
def test_what_follows_from_the_answer_is_said(
    assistant: Assistant, question: str, said: str
) -> None:
    assert not objections(assistant, question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (BRANCHES, "平日單次台南 480，台中 350。"),
        (BRANCHES, "台中只要 350。"),
        (LIMIT, "There are two routes at 5.10b or easier."),
        (SPREAD, "除了 5.8 有兩條，其他級數都只有兩條。"),
        (SPREAD, "總共 5 條線，從 5.7 到 5.11a。"),
        (LONGER, "Spring Tide is five metres longer than Drifting Fireflies."),
    ],
)
def test_what_does_not_follow_is_not(assistant: Assistant, question: str, said: str) -> None:
    assert objections(assistant, question, said)


@pytest.mark.parametrize(
    ("said", "known", "is_so"),
    [
        ("2 or 3 days a week", "two or three days a week", True),
        ("1-2 hours before", "an hour or two before", True),
        ("3 days", "全館公休三天", True),
        ("4 days", "全館公休三天", False),
        ("10 hours in all", "On Sat it is open 10:00-20:00.", True),
        ("共 11 個小時", "週六 10:00-21:00", True),
        ("12 hours in all", "On Sat it is open 10:00-20:00.", False),
        ("1 小時", "備註：平日17:00-18:00清潔休息。", False),
    ],
)
def test_a_measure_is_one_of_the_records_or_of_the_hours(
    said: str, known: str, *, is_so: bool
) -> None:
    held = [is_measured_so(one, said, known, known) for one in scan(said)]
    assert held
    assert all(one is is_so for one in held)


NEVER = "岩嶼攀岩館-台中店哪天公休"
RENT = "岩嶼攀岩館-台中店吊帶租金"
PRICES = "岩嶼攀岩館-台中店多少錢"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (NEVER, "台中店沒有固定公休喔，禮拜一到禮拜天都有開。"),
        (RENT, "吊帶租金 80 元，資料截至今年三月十日。"),
        (PRICES, "平日單次 480 元，假日多 70。"),
    ],
)
def test_days_and_differences_of_one_gym_are_said(
    assistant: Assistant, question: str, said: str
) -> None:
    assert not objections(assistant, question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (NEVER, "台中店星期一公休。"),
        (RENT, "吊帶租金 80 元，資料截至今年三月十一日。"),
        (PRICES, "平日單次 480 元，假日多 80。"),
    ],
)
def test_other_days_and_differences_are_not(assistant: Assistant, question: str, said: str) -> None:
    assert objections(assistant, question, said)
