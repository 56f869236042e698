from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.markup import clip, escape, quote, quoted, unescape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5.10a*", "5.10a\\*"),
        ("snake_case", "snake\\_case"),
        ("a||b||c", "a\\|\\|b\\|\\|c"),
        ("Grey Whale | 5.10a", "Grey Whale | 5.10a"),
        ("# 標題", "\\# 標題"),
        ("> 引言", "\\> 引言"),
        ("[看這裡](https://example.org/a_b)", "\\[看這裡](<https://example.org/a_b>)"),
        ("見 https://example.org/a_b。", "見 <https://example.org/a_b>。"),
    ],
)
def test_marks_are_shown_and_not_obeyed(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize("text", ["@everyone", "@here", "<@123>", "<@&9>", "<#5>", "</ask:1>"])
def test_mentions_are_dead(text: str) -> None:
    assert text not in escape(text)
    assert unescape(escape(text)) == text


@given(st.text(alphabet=st.sampled_from("岩石a1*_`~|#>[]()\\- \n@<"), max_size=60))
def test_words_come_back(text: str) -> None:
    assert unescape(escape(text)).replace("\\", "") == text.replace("\\", "")


def test_a_quoted_question_can_be_read_back() -> None:
    question = "推薦 *石螢谷* 5.9\n左右的路線"

    assert quoted(f"{quote(question)}\n答案") == "推薦 *石螢谷* 5.9 左右的路線"
    assert quoted("沒有引言") == ""


def test_what_is_cut_is_marked() -> None:
    assert clip("岩" * 10, 5) == "岩岩岩岩…"
    assert clip("岩", 5) == "岩"
