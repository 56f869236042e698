"""Rows of a list are the answer's own."""

from __future__ import annotations

import pytest

from bot.voice.figures.copied_rows import foreign_rows

LIST = (
    "5.9 有 2 條：\n1. 潮門｜5.9｜傳攀｜24m｜右門柱\n2. 白燈｜5.9｜運攀｜20m｜燈塔下\n"
    "資料更新 2026-02-20"
)


@pytest.mark.parametrize(
    "said",
    [
        "1. 潮門｜5.9｜傳攀｜24m｜右門柱",
        "2. 潮門｜5.9｜24m",
        "- 白燈 | 5.9 | 20m",
        "跟你核對：白燈｜5.9｜20m",
        "兩條：潮門｜白燈",
        "查到 1 條喔：白燈｜運攀｜20m｜燈塔下。",
    ],
)
def test_rows_of_the_answer_may_be_said_again_and_shorter(said: str) -> None:
    assert list(foreign_rows(said, LIST)) == []


@pytest.mark.parametrize(
    "said",
    [
        "1. 潮門｜5.9｜傳攀｜20m｜右門柱",
        "2. 白燈｜5.9｜傳攀｜20m",
        "3. 海門｜5.9｜傳攀｜24m",
    ],
)
def test_rows_with_the_cells_of_another_are_told(said: str) -> None:
    assert list(foreign_rows(f"好喔：\n{said}\n還有", LIST)) == [said]


def test_rows_that_go_on_and_on_are_told() -> None:
    assert list(foreign_rows("潮門\n40. 潮門\n41. 潮門", LIST))
    assert not list(foreign_rows("1. 潮門\n2. 白燈", LIST))
