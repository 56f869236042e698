"""One training example: an exemplar asked of the real assistant over an invented world."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final

import yaml

from bot.evaluation.misspelling import simplified
from bot.prompts import (
    COMPACT,
    Message,
    PromptStyle,
    QueryJson,
    Spoken,
    body_of,
    query_text,
    speak_messages,
    understand_messages,
)
from bot.rendering import FOOTER, render
from bot.rendering.recommendation_format import HEADER_START
from bot.schema import Draft, Evidence, Query, Question, Turn
from bot.verifier import verify
from finetune.exemplars import Task
from finetune.filling.cast import Cast, CastError, draw_cast

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.schema import Answer, Verdict
    from finetune.exemplars import Exemplar
    from finetune.invented import InventedWorld

_FIRST_DAY: Final = date(2026, 3, 2)
_REASON: Final = re.compile(r"^👉 推薦原因：.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """What is trained on: a prompt and its target, and where they came from."""

    id: str
    task: Task
    exemplar: str
    world: str
    lang: str
    question: str
    history: tuple[str, ...]
    today: str
    given: str
    """The draft that the exemplar brought along; empty when the assistant made it."""
    messages: tuple[Message, ...]
    target: str

    def as_json(self) -> dict[str, Any]:
        """The example as a line of a data file."""
        prompt = [{"role": one.role, "content": one.content} for one in self.messages]
        answer = {"role": "assistant", "content": self.target}
        return {
            "id": self.id,
            "task": self.task,
            "exemplar": self.exemplar,
            "world": self.world,
            "lang": self.lang,
            "question": self.question,
            "history": list(self.history),
            "today": self.today,
            "given": self.given,
            "messages": [*prompt, answer],
        }


@dataclass(frozen=True, slots=True)
class Filled:
    """An example with the values it was made from, to be judged."""

    example: Example
    spoken: Spoken
    figures: tuple[str, ...]

    def verdict(self, text: str, assistant: Assistant) -> Verdict:
        """Whether a text says only what the records of this example say."""
        return verify(
            text,
            self.spoken.evidence,
            gazetteer=assistant.knowledge.gazetteer,
            asked=self.spoken.query.text,
            figures=self.figures,
        )


def fill(
    exemplar: Exemplar, world: InventedWorld, *, seed: int, style: PromptStyle, number: int
) -> Filled:
    """One example of an exemplar; the same arguments make the same example.

    Raises:
        CastError: When a slot cannot be filled or the assistant found something else.
    """
    rng = Random(f"{seed}/{exemplar.id}/{world.name}/{number}")  # noqa: S311 - not secret
    cast = draw_cast(exemplar, world, rng)
    script = (simplified) if exemplar.lang == "hans" else (lambda text: text)
    question = script(cast.text(exemplar.ask[number % len(exemplar.ask)]))
    today = _FIRST_DAY + timedelta(days=rng.randrange(250))
    example = Example(
        id=f"{exemplar.id}@{world.name}#{number}",
        task=exemplar.task,
        exemplar=exemplar.id,
        world=world.name,
        lang=exemplar.lang,
        question=question,
        history=tuple(script(cast.text(text)) for text in exemplar.before),
        today=today.isoformat(),
        given=cast.text(exemplar.draft),
        messages=(),
        target="",
    )
    if exemplar.task == "query":
        target = _gold_query(exemplar, cast, script)
        messages = understand_messages(question, style)
        spoken = _spoken_alone(question, "")
        return Filled(replace(example, messages=messages, target=target), spoken, ())
    spoken = ask(example, world.assistant)
    target = _target(exemplar, cast, spoken, number, rng)
    if exemplar.task == "recommendation" and not style.draft:
        target = _block_of(target)
    messages = speak_messages(spoken, style)
    figures = (*spoken.draft.figures, *([example.given] if example.given else ()))
    return Filled(replace(example, messages=messages, target=target), spoken, figures)


def ask(example: Example, assistant: Assistant) -> Spoken:
    """What the assistant understood, found and rendered for the question of an example."""
    if example.given:
        return _spoken_alone(example.question, example.given)
    today = date.fromisoformat(example.today)
    turns: tuple[Turn, ...] = ()
    for text in example.history:
        said = assistant.answer(Question(text, today, turns)).text
        turns += (Turn("user", text), Turn("assistant", said))
    answer = assistant.answer(Question(example.question, today, turns))
    if answer.query is None or answer.evidence is None:
        raise CastError("助理沒有讀懂這個問題")
    return Spoken(answer.query, answer.evidence, _draft_of(answer), turns)


def _draft_of(answer: Answer) -> Draft:
    """The draft behind an answer, with the figures that code computed for it."""
    if answer.query is not None and answer.evidence is not None:
        rendered = render(answer.query, answer.evidence)
        if rendered.text == answer.text:
            return rendered
    return Draft(answer.text, answer.route_ids, answer.gym_ids, abstained=answer.abstained)


def _spoken_alone(question: str, draft: str) -> Spoken:
    """A question without records: its answer was computed elsewhere."""
    return Spoken(Query("personal", "zh", question), Evidence(), Draft(draft))


def _target(exemplar: Exemplar, cast: Cast, spoken: Spoken, number: int, rng: Random) -> str:
    evidence = spoken.evidence
    found = evidence.routes or evidence.gyms
    total = {"total": str(len(found))} if found else {}
    told = replace(cast, listed=tuple(found), words={**cast.words, **total})
    if exemplar.task == "recommendation":
        shown = {route.id: route for route in evidence.routes}
        named = [shown[one] for one in spoken.draft.route_ids if one in shown]
        reasons = [told.text(rng.choice(exemplar.reasons), one) for one in named]
        if spoken.query.intent != "recommend" or not reasons:
            raise CastError(f"助理沒有推薦（讀成 {spoken.query.intent}）：{spoken.query.text}")
        lines = iter(reasons)
        body = body_of(spoken.draft.text)
        return _REASON.sub(lambda _: f"👉 推薦原因：{next(lines)}", body)
    rounds, asked = divmod(number, len(exemplar.ask))
    return told.text(exemplar.say[(rounds + asked) % len(exemplar.say)])


def _block_of(text: str) -> str:
    """A recommendation without what stands around it: a compact prompt does not hold that."""
    return text[text.index(HEADER_START) : text.index(FOOTER) + len(FOOTER)]


def _gold_query(exemplar: Exemplar, cast: Cast, script: Any) -> str:
    filled = yaml.safe_load(script(cast.text(exemplar.query)))
    try:
        return query_text(QueryJson.model_validate_json(json.dumps(filled, ensure_ascii=False)))
    except ValueError as error:
        raise CastError(f"query 不合格式：{str(error).splitlines()[1:3]}") from error


__all__ = ["COMPACT", "Example", "Filled", "ask", "fill"]
