"""What a conversation was, as its messages are read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import discord
import pytest

from bot.discord.context import turns_of
from bot.rendering import cancelled, receipt

if TYPE_CHECKING:
    from bot.schema import Language

BOT, ALICE = 1, 2


@dataclass
class _Author:
    id: int


@dataclass
class _Said:
    """What is read of a message."""

    author: _Author
    content: str
    type: discord.MessageType = discord.MessageType.default
    mentions: list[discord.User] = field(default_factory=list)
    guild: None = None


def _turns(*said: tuple[int, str]) -> list[tuple[str, str]]:
    messages = [cast("discord.Message", _Said(_Author(who), words)) for who, words in said]
    return [(turn.role, turn.content) for turn in turns_of(messages, BOT)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_receipt_stands_for_the_button_that_was_pressed(language: Language) -> None:
    done = receipt("add", 1, language)
    assert _turns((ALICE, "今天灰鯨 flash"), (BOT, done)) == [
        ("user", "今天灰鯨 flash"),
        ("user", "確認"),
        ("assistant", done),
    ]


def test_a_preview_called_off_stands_for_the_other_button() -> None:
    assert ("user", "取消") in _turns((ALICE, "今天灰鯨 flash"), (BOT, cancelled("zh")))


def test_a_yes_that_was_said_is_not_said_twice() -> None:
    done = receipt("edit", 1, "zh")
    told = _turns((ALICE, "改成 RP"), (BOT, "要這樣改嗎？"), (ALICE, "好"), (BOT, done))
    assert [words for role, words in told if role == "user"] == ["改成 RP", "好"]


def test_an_answer_is_no_receipt() -> None:
    assert _turns((ALICE, "灰鯨幾級"), (BOT, "「灰鯨」的難度是 5.10a。"))[1][0] == "assistant"
