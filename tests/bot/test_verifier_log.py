"""The verifier over answers from the log: what was changed by hand is caught."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.schema import Question
from bot.verifier import verify
from tests.bot.log_invented import ANNAS, TODAY

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.schema import Answer
    from knowledge.knowledge_base import KnowledgeBase

ASKED = (
    "我今年爬了幾條",
    "我爬過什麼",
    "我最難的紅點是哪條",
    "我有哪些 project",
    "畫我的金字塔",
    "5.11c 成功率多少",
    "平均幾把完攀一條",
    "今年跟去年比",
    "我最常去哪個岩場",
    "上次爬灰鯨是什麼時候",
    "我連續爬幾週了",
)
_NUMBER = re.compile(r"\d+")


class Held:
    """A log of one member."""

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        return ANNAS if owner == "anna" else ()

    def profile(self, owner: str) -> dict[str, str]:
        return {}


@pytest.fixture(scope="module")
def answers(demo_knowledge: KnowledgeBase) -> list[Answer]:
    assistant = Assistant(demo_knowledge, Held())
    return [assistant.answer(Question(text, TODAY, user_id="anna")) for text in ASKED]


def unsupported(text: str, answer: Answer, knowledge: KnowledgeBase) -> tuple[str, ...]:
    assert answer.query is not None
    assert answer.evidence is not None
    verdict = verify(
        text, answer.evidence, gazetteer=knowledge.gazetteer, asked=answer.query.text, figures=()
    )
    return tuple(claim.surface for claim in verdict.unsupported)


def test_every_own_answer_holds(answers: list[Answer], demo_knowledge: KnowledgeBase) -> None:
    for answer in answers:
        assert unsupported(answer.text, answer, demo_knowledge) == ()


@pytest.mark.parametrize("seed", range(8))
def test_a_number_that_is_not_the_logs_is_caught(
    seed: int, answers: list[Answer], demo_knowledge: KnowledgeBase
) -> None:
    rng = Random(seed)  # noqa: S311 - draws, not secrets
    for answer in answers:
        numbers = [
            match
            for match in _NUMBER.finditer(answer.text)
            if not re.match(r"\d{1,3}\. ", answer.text[match.start() :])
            and "`" not in answer.text.split("\n")[answer.text[: match.start()].count("\n")]
        ]
        match = rng.choice(numbers)
        changed = f"{answer.text[: match.start()]}7{match[0]}3{answer.text[match.end() :]}"
        assert unsupported(changed, answer, demo_knowledge), changed


@pytest.mark.parametrize(
    ("asked", "old", "new"),
    [
        ("我爬過什麼", "2025-05-03｜右手", "2026-03-07｜右手"),
        ("我爬過什麼", "浪花手帳｜5.10b", "浪花手帳｜5.10a"),
        ("我爬過什麼", "｜右手｜", "｜門神｜"),
        ("我最難的紅點是哪條", "第二聲迴聲", "沉默鄰居"),
        ("上次爬灰鯨是什麼時候", "「灰鯨」", "「門神」"),
    ],
)
def test_what_is_another_entrys_is_caught(
    asked: str, old: str, new: str, answers: list[Answer], demo_knowledge: KnowledgeBase
) -> None:
    answer = answers[ASKED.index(asked)]
    assert old in answer.text, answer.text
    changed = answer.text.replace(old, new)
    assert unsupported(changed, answer, demo_knowledge), changed
