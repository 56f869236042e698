"""How many rows of an answer are of a group: right where counting them gives it, else not."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from tests.bot.voice_cases import objections_of, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

OVERHANGS = "石螢谷想找外傾地形的線，有什麼"
EASY = "霧鳴岬 5.9 以下的傳攀線有哪些"
LIGHTHOUSE = "燈塔之下 5.7 到 5.10a 的路線有哪些"
SPREAD = "霧鳴岬的傳攀 by area 各幾條"
GRADES = "Grade breakdown of the trad routes at Wuming Cape"
ENGLISH = "Routes at Stalactite Hall no harder than 5.11b"


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


def objections(assistant: Assistant, question: str, said: str) -> list[tuple[str, str]]:
    """What the guards of figures object to."""
    return objections_of(assistant, question, said, {"figures", "beside"})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (OVERHANGS, "七條外傾線裡，六條繩攀從 5.11a 到 5.13a，一條抱石。"),
        (OVERHANGS, "鐘乳廳四條，螢火牆兩條，溪床一條。"),
        (OVERHANGS, "除了溪哥是抱石，其他六條都是運攀。"),
        (OVERHANGS, "前面六條都是運攀。"),
        (OVERHANGS, "超過 17 公尺的有三條：蝙蝠先生、倒長的森林、失重練習。"),
        (OVERHANGS, "5.12 有三條（熄燈號、蝙蝠先生、倒長的森林）。"),
        (EASY, "共 9 條，其中潮門區有 4 條，燈塔之下 3 條，鯨背和迴聲廊各 1 條。"),
        (EASY, "九條裡三條 5.8、三條 5.9，兩條在 5.7 以下。"),
        (
            LIGHTHOUSE,
            "兩條 5.8（白燈 P1、燈油）、兩條 5.9（白燈 P3、燈塔看守的貓）、一條 5.10a（白燈 P2）。",
        ),
        (LIGHTHOUSE, "五條裡傳攀四條、上方架繩一條。"),
        (SPREAD, "16 條裡，燈塔之下（7 條）和潮門（6 條）最多。"),
        (SPREAD, "有十三條在燈塔之下和潮門。"),
        (GRADES, "Nine of them are 5.9 or easier, three are 5.10."),
    ],
)
def test_a_count_is_right_where_counting_gives_it(
    assistant: Assistant, question: str, said: str
) -> None:
    assert not objections(assistant, question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (OVERHANGS, "七條外傾線裡，五條繩攀，一條抱石。"),
        (OVERHANGS, "鐘乳廳三條，螢火牆兩條，溪床一條。"),
        (OVERHANGS, "除了溪哥是抱石，其他五條都是運攀。"),
        (OVERHANGS, "超過 17 公尺的有四條：蝙蝠先生、倒長的森林、失重練習、Limelight。"),
        (OVERHANGS, "5.12 有四條（熄燈號、蝙蝠先生、倒長的森林）。"),
        (EASY, "共 9 條，其中潮門區有 3 條，燈塔之下 3 條。"),
        (LIGHTHOUSE, "三條 5.8（白燈 P1、燈油、白燈 P3）。"),
        (LIGHTHOUSE, "五條裡傳攀三條、上方架繩一條。"),
        (SPREAD, "有十二條在燈塔之下和潮門。"),
        (GRADES, "Eleven of them are 5.9 or easier."),
    ],
)
def test_another_count_is_not(assistant: Assistant, question: str, said: str) -> None:
    assert objections(assistant, question, said)
