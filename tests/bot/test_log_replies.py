"""What counts as a yes or a no to a preview: the whole message, never a part of it."""

from __future__ import annotations

import pytest

from bot.understanding import reply_to_preview

YES = (
    "確認",
    "确认",
    "確認！",
    "確認 謝謝",
    "確定",
    "好",
    "好喔",
    "好的，存",
    "對",
    "沒錯存起來",
    "嗯",
    "嗯嗯",
    "存",
    "存吧",
    "存起來",
    "幫我存",
    "都對",
    "OK!",
    "ok 存起來",
    "👌",
    "👍👍",
    "yes",
    "yes please",
    "Yes.",
    "yep",
    "save it",
    "save",
    "sure",
    "go ahead",
    "looks good, thanks",
    "correct",
)
NO = (
    "取消",
    "取消吧",
    "算了",
    "不要",
    "先不要",
    "不存了",
    "不用了",
    "不",
    "不對",
    "錯了",
    "no",
    "no thanks",
    "cancel",
    "don't save",
    "do not save",
    "not yet",
    "never mind",
    "wrong",
    "not correct",
    "❌",
)
NEITHER = (
    "not sure",
    "is it ok?",
    "save?",
    "存嗎？",
    "ok but V5",
    "ok 但是 V5",
    "yes, flash",
    "對，是 OS",
    "不確定",
    "改成 flash",
    "確認一下霧笛幾級",
    "今天右手 RP",
    "yes it was Echo",
    "好難",
    "沒問題嗎",
    "",
)


@pytest.mark.parametrize("text", YES)
def test_a_yes_and_nothing_else_confirms(text: str) -> None:
    assert reply_to_preview(text) == "confirm"


@pytest.mark.parametrize("text", NO)
def test_a_no_cancels(text: str) -> None:
    assert reply_to_preview(text) == "cancel"


@pytest.mark.parametrize("text", NEITHER)
def test_doubt_questions_and_corrections_confirm_nothing(text: str) -> None:
    assert reply_to_preview(text) == ""
