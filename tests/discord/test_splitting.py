from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.discord.splitting import MESSAGE_LIMIT, split_text, units


def test_a_short_text_stays_whole() -> None:
    assert split_text("「灰鯨」是 5.10a。") == ("「灰鯨」是 5.10a。",)


def test_nothing_makes_no_message() -> None:
    assert split_text("\n \n") == ()


def test_a_long_text_is_cut_between_paragraphs_first() -> None:
    paragraphs = ["岩" * 600, "石" * 700, "攀" * 800, "登" * 300]

    parts = split_text("\n\n".join(paragraphs))

    assert [part.split("\n\n") for part in parts] == [paragraphs[:2], paragraphs[2:]]


def test_without_paragraphs_it_is_cut_between_lines() -> None:
    lines = [f"{number}. 右手｜5.10a｜運攀" for number in range(1, 400)]

    parts = split_text("\n".join(lines))

    assert len(parts) > 1
    assert [line for part in parts for line in part.split("\n")] == lines


def test_without_lines_it_is_cut_after_a_chinese_sentence() -> None:
    sentence = "這條路線沿著外角往上，右側就是海。"

    parts = split_text(sentence * 200)

    assert all(part.endswith("。") for part in parts)
    assert "".join(parts) == sentence * 200


def test_a_code_block_is_closed_and_opened_again_with_its_language() -> None:
    code = "\n".join(f"line {number} = {number}" for number in range(300))

    parts = split_text(f"看這個：\n```python\n{code}\n```\n完")

    assert len(parts) > 1
    assert all(part.count("```") % 2 == 0 for part in parts)
    assert all(part.startswith("```python\n") for part in parts[1:])
    told = "\n".join(re.sub(r"```(?:python)?", "", part) for part in parts)
    assert [line for line in told.split("\n") if line.startswith("line")] == code.split("\n")


def test_a_spoiler_stays_hidden_over_a_cut() -> None:
    secret = "先左手再右手，" * 400

    parts = split_text(f"難關：||{secret}||結束")

    assert len(parts) > 1
    assert all(part.count("||") % 2 == 0 for part in parts)
    assert all(part.startswith("||") for part in parts[1:])
    visible = "".join(re.sub(r"\|\|.*?\|\|", "", part, flags=re.DOTALL) for part in parts)
    assert "左手" not in visible


def test_signs_beyond_the_basic_plane_count_twice() -> None:
    parts = split_text("🧗" * 1500)

    assert all(units(part) <= MESSAGE_LIMIT for part in parts)
    assert "".join(parts) == "🧗" * 1500


def test_a_joined_sign_is_not_torn() -> None:
    family = "👩\u200d👩\u200d👧"

    parts = split_text(family * 400)

    assert all(not part.startswith("\u200d") and not part.endswith("\u200d") for part in parts)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "路線",
                "。",
                "\n",
                "\n\n",
                "a b ",
                "||",
                "```\n",
                "```py\n",
                "🧗",
                "x" * 90,
                "，",
                "5.10a",
            ]
        ),
        max_size=400,
    ).map("".join),
    st.integers(min_value=60, max_value=400),
)
def test_every_part_fits_and_no_word_is_lost(text: str, limit: int) -> None:
    parts = split_text(text, limit)

    assert all(units(part) <= limit for part in parts)
    mark = re.compile(r"[\s`|]|(?<=`)py")
    assert mark.sub("", "".join(parts)) == mark.sub("", text)


@pytest.mark.parametrize("length", [1, 1999, 2000, 2001, 4001])
def test_any_length_of_one_word_fits(length: int) -> None:
    parts = split_text("字" * length)

    assert "".join(parts) == "字" * length
    assert all(len(part) <= MESSAGE_LIMIT for part in parts)
