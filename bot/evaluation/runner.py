"""Questions asked, answers judged, baselines beside them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.evaluation.expectation import EvalQuestion, Given
from bot.evaluation.judge import judge
from bot.rendering import render
from bot.schema import Answer, Question, Turn, Verdict
from bot.verifier import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.assistant import Assistant

BASELINE_K = 10


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its answer and what is wrong with it."""

    question: EvalQuestion
    answer: Answer
    faults: tuple[str, ...]
    unsupported: int
    milliseconds: float
    baselines: Mapping[str, bool]
    """By name: whether the full gold stood among the first documents."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


class Baseline(Protocol):
    """Something that finds documents for a text."""

    def search(self, text: str, k: int = BASELINE_K) -> tuple[str, ...]:
        """Record ids, nearest first."""
        ...


def run_questions(
    questions: Iterable[EvalQuestion],
    assistant: Assistant,
    baselines: Mapping[str, Baseline],
    clock: Callable[[], float] = time.perf_counter,
) -> Iterator[Result]:
    """Ask every question in its conversation and judge the last answer."""
    for question in questions:
        turns, before = _conversation(question, assistant)
        asked = Question(
            question.text, question.today, turns, paged=question.paged, scope=question.scope
        )
        start = clock()
        answer = assistant.answer(asked)
        milliseconds = (clock() - start) * 1000
        verdict = verify_answer(asked, answer, assistant)
        yield Result(
            question=question,
            answer=answer,
            faults=judge(question, Given(answer, before), verdict),
            unsupported=len(verdict.unsupported),
            milliseconds=milliseconds,
            baselines=_found(question, baselines),
        )


def _conversation(
    question: EvalQuestion, assistant: Assistant
) -> tuple[tuple[Turn, ...], tuple[Answer, ...]]:
    """The earlier messages with the assistant's real answers between them."""
    turns: list[Turn] = []
    before: list[Answer] = []
    for text in question.history:
        asked = Question(
            text, question.today, tuple(turns), paged=question.paged, scope=question.scope
        )
        answer = assistant.answer(asked)
        turns += [Turn("user", text), Turn("assistant", answer.text)]
        before.append(answer)
    return tuple(turns), tuple(before)


def verify_answer(asked: Question, answer: Answer, assistant: Assistant) -> Verdict:
    """The verdict over the drafts, before the assistant left out what does not hold."""
    verdicts = [
        verdict_of(one, paged=asked.paged, assistant=assistant) for one in answer.parts or (answer,)
    ]
    unsupported = tuple(claim for verdict in verdicts for claim in verdict.unsupported)
    return Verdict(unsupported, sum(verdict.checked for verdict in verdicts))


def verdict_of(answer: Answer, *, paged: bool, assistant: Assistant) -> Verdict:
    """The verdict over the draft of one answer."""
    if answer.query is None or answer.evidence is None:
        return Verdict()
    draft = render(answer.query, answer.evidence, paged=paged)
    return verify(
        draft.text,
        answer.evidence,
        gazetteer=assistant.knowledge.gazetteer,
        asked=answer.query.said,
        figures=draft.figures,
    )


def _found(question: EvalQuestion, baselines: Mapping[str, Baseline]) -> dict[str, bool]:
    gold = question.expectation.records
    if not gold:
        return {}
    return {
        name: gold <= set(baseline.search(question.text, BASELINE_K))
        for name, baseline in baselines.items()
    }
