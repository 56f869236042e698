"""What 「只」, 「別」 and 「沒人」 deny, and where they only say how far our records go."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.schema import Question
from bot.voice import Judge, spoken_of
from tests.bot.voice_cases import TODAY, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HARNESS = "岩嶼攀岩館-台南店租吊帶一次多少錢"
FEET = "腳法怎麼練，老是踩得很大聲"
CONTRACT = "幫我翻譯一段合約"
LENGTH = "潮間全長幾公尺"
SEASONS = "石螢谷什麼季節適合去"


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    with ExitStack() as stack:
        yield Assistant(stack.enter_context(open_world_of("demo")))


def denied(assistant: Assistant, question: str, said: str) -> list[str]:
    """What the guard of denied records finds."""
    spoken = spoken_of(assistant.answer(Question(question, TODAY)))
    assert spoken is not None
    judge = Judge(spoken, assistant.knowledge.gazetteer)
    guards = {guard.__name__: guard for _, guard in judge.guards.vetoes}
    return list(guards["_denied_records"](judge.answer.said(said, "")))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (HARNESS, "資料只有票價備註。"),
        (FEET, "踩了就別再動來動去。"),
        (CONTRACT, "我能查的只限攀岩相關的資料喔。"),
        (LENGTH, "全長沒有人登記喔。"),
        (LENGTH, "只能這樣回你。"),
        (LENGTH, "只要一項不對就停用。"),
        (LENGTH, "唉唷不用數啦。"),
    ],
)
def test_what_says_how_far_we_go_denies_nothing(
    assistant: Assistant, question: str, said: str
) -> None:
    assert denied(assistant, question, said) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (HARNESS, "只有會員才開。"),
        (HARNESS, "不用預約。"),
        (FEET, "別管腳尖。"),
        (LENGTH, "這條沒有人爬過。"),
    ],
)
def test_what_nothing_known_limits_is_denied(
    assistant: Assistant, question: str, said: str
) -> None:
    assert denied(assistant, question, said)


@pytest.mark.parametrize(
    ("question", "said", "wrong"),
    [
        (LENGTH, "「潮間」不在我的資料裡。", True),
        (LENGTH, "這條不在我的資料裡。", True),
        (LENGTH, "「潮汐之歌」不在我的資料裡。", False),
        (SEASONS, "No season is recorded for Stone Firefly Valley.", True),
        (SEASONS, "資料沒有記載石螢谷的季節。", True),
    ],
)
def test_what_is_recorded_is_not_denied(
    assistant: Assistant, question: str, said: str, wrong: bool
) -> None:
    """A record that the answer tells of, and the seasons of a crag."""
    assert bool(denied(assistant, question, said)) is wrong
