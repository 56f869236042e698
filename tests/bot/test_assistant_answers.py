"""What holds of every answer: facts verified, sources named, Taiwan's words, the asked language."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.rendering import render
from bot.schema import Answer, Question
from bot.verifier import verify
from knowledge.knowledge_base import KnowledgeBase
from knowledge.terms import lint
from tests.bot.demo_questions import all_questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FRIDAY = date(2026, 11, 20)
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def answers(demo_assistant: Assistant) -> dict[str, Answer]:
    asked = all_questions(demo_assistant.knowledge.catalogue)
    return {text: demo_assistant.answer(Question(text, FRIDAY, paged=False)) for text in asked}


def ask(assistant: Assistant, text: str) -> Answer:
    return assistant.answer(Question(text, FRIDAY, paged=False))


def records(answer: Answer) -> tuple[object, ...]:
    assert answer.evidence is not None
    held = answer.evidence
    return (*held.routes, *held.crags, *held.areas, *held.sectors, *held.gyms)


def quoted(answer: Answer) -> Iterator[str]:
    """Words that are the records' and the member's, not ours."""
    assert answer.evidence is not None
    assert answer.query is not None
    held = answer.evidence
    for record in (*records(answer), *held.sources, *held.near_misses):
        for value in re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", repr(record)):
            yield from filter(None, value)
    yield answer.query.text


def test_there_are_questions_enough(answers: dict[str, Answer]) -> None:
    assert len(answers) >= 400
    assert len({answer.intent for answer in answers.values()}) >= 20


def test_every_answer_says_something(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        assert answer.text.strip(), text
        assert answer.text == answer.text.strip(), text
        assert "None" not in answer.text, text
        assert not re.search(r"\{\w*\}", answer.text), text


def test_every_fact_of_every_answer_is_supported(
    answers: dict[str, Answer], demo_knowledge: KnowledgeBase
) -> None:
    unsupported = {}
    for text, answer in answers.items():
        assert answer.evidence is not None
        assert answer.query is not None
        draft = render(answer.query, answer.evidence, paged=False)
        verdict = verify(
            draft.text,
            answer.evidence,
            gazetteer=demo_knowledge.gazetteer,
            asked=answer.query.text,
            figures=draft.figures,
        )
        if not verdict.ok:
            unsupported[text] = verdict.unsupported
    assert unsupported == {}


def test_nothing_had_to_be_dropped(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        assert answer.evidence is not None
        assert answer.query is not None
        assert answer.text == render(answer.query, answer.evidence, paged=False).text, text


def test_records_come_with_their_source(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        if answer.route_ids or answer.gym_ids:
            assert answer.sources, text
            assert "📚" in answer.text, text
            assert all(source.title and source.updated_on for source in answer.sources), text


def test_every_source_of_the_demo_says_that_it_is_invented(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        if answer.route_ids or answer.gym_ids:
            line = next(line for line in answer.text.split("\n") if "📚" in line)
            assert "虛構" in line or "invented" in line, text


def test_ids_are_records_of_the_answer(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        assert answer.evidence is not None
        held = {route.id for route in answer.evidence.routes}
        held |= {route.id for route in answer.evidence.near_misses}
        assert set(answer.route_ids) <= held, text
        assert set(answer.gym_ids) <= {gym.id for gym in answer.evidence.gyms}, text
        assert len(set(answer.route_ids)) == len(answer.route_ids), text


def test_we_write_as_taiwan_writes(answers: dict[str, Answer]) -> None:
    foreign = {
        text: found
        for text, answer in answers.items()
        if (found := lint(answer.text, [words for words in quoted(answer) if len(words) > 1]))
    }
    assert foreign == {}


def test_english_questions_get_english_answers(answers: dict[str, Answer]) -> None:
    for text, answer in answers.items():
        assert answer.query is not None
        wanted = "zh" if HAN.search(text) else "en"
        assert answer.query.language == wanted, text
        if wanted == "en" and answer.intent != "recommend":
            ours = answer.text.split("\n")[0]
            assert re.search(r"[A-Za-z]{2}", ours), text
            own = re.sub("|".join(map(re.escape, sorted(quoted(answer), key=len)[::-1])), "", ours)
            assert not HAN.search(own), (text, own)


def test_answers_are_deterministic(demo_home: Path, answers: dict[str, Answer]) -> None:
    with KnowledgeBase.open(demo_home) as again:
        other = Assistant(again)
        for text in list(answers)[::23]:
            assert ask(other, text) == answers[text], text


def test_answers_name_their_snapshot(answers: dict[str, Answer]) -> None:
    assert {answer.snapshot for answer in answers.values()} == {1}
