"""The free lines of a recommendation say what its own lines and the question say, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.prompts import body_of
from bot.schema import Question
from bot.voice import Judge, spoken_of
from bot.voice.house.reasons import unfounded
from tests.bot.voice_cases import TODAY, open_world_of

if TYPE_CHECKING:
    from collections.abc import Iterator

REASON = "👉 推薦原因："


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with open_world_of("demo") as knowledge:
        answer = Assistant(knowledge).answer(Question("推薦石螢谷 5.10 左右的運攀", TODAY))
        spoken = spoken_of(answer)
        assert spoken is not None
        yield Judge(spoken, knowledge.gazetteer)


def with_reason(judge: Judge, reason: str) -> str:
    """The recommendation with another reason for its first route."""
    lines = body_of(judge.spoken.draft.text).split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith(REASON))
    lines[first] = REASON + reason
    return "\n".join(lines)


@pytest.mark.parametrize(
    "reason",
    [
        "就在石螢谷，又是你要的運攀",
        "難度 5.9 符合你要的範圍",
        "熱身路線，全程大點",
        "12 公尺、5 個 bolt，最後一步要伸長手",
        "資料標示的熱門度是 3",
    ],
)
def test_reasons_from_its_own_lines_are_heard(judge: Judge, reason: str) -> None:
    assert judge.whole(with_reason(judge, reason)) == ()


@pytest.mark.parametrize(
    "reason",
    [
        "一個早上就能爬完",
        "很受歡迎，大家都爬過",
        "爬起來很有成就感",
        "半天可以來回",
        "天氣好的時候特別舒服",
        "你朋友都說讚",
        "Everybody loves it",
        "難度 5.9，新手也安心",
    ],
)
def test_reasons_that_tell_more_are_not(judge: Judge, reason: str) -> None:
    assert judge.whole(with_reason(judge, reason)) != ()


def test_what_is_told_of_a_reason_are_its_words_as_they_were_written() -> None:
    assert list(unfounded("就在石螢谷，半天來回", "石螢谷的運攀")) == ["半天來回"]
    assert list(unfounded("it is fun", "5.9 運攀")) == ["fun"]


def test_a_name_of_one_character_is_known() -> None:
    assert list(unfounded("門：是你要的抱石", "門\n抱石")) == []
    assert list(unfounded("窗：是你要的抱石", "門\n抱石")) == ["窗"]
