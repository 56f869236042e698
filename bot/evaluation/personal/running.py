"""Personal questions asked of an assistant that holds all members' logs, and judged."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.evaluation.expectation import TODAY, EvalQuestion, Given
from bot.evaluation.judge import judge
from bot.evaluation.misspelling import simplified
from bot.evaluation.personal.asking import OTHERS, Asking
from bot.evaluation.personal.golds import GOLDS
from bot.evaluation.personal.members import NOBODY_YET, Logs, make_members
from bot.evaluation.personal.templates import load_personal
from bot.evaluation.phrasings import SLOT, TemplateError
from bot.evaluation.report import Report
from bot.evaluation.runner import Result, verdict_of
from bot.schema import Answer, Question, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.evaluation.personal.members import Member
    from bot.evaluation.personal.templates import PersonalFile, PersonalTemplate
    from bot.evaluation.world import World
    from knowledge.knowledge_base import KnowledgeBase

_ATTEMPTS = 60
_NUMBERED = re.compile(r"^\d{1,3}\. ", re.MULTILINE)
"""The number of a line in a list is no figure of the answer."""


def evaluate_personal(file: Path, name: str, world: World, knowledge: KnowledgeBase) -> Report:
    """The table of one split over one set of records.

    Raises:
        TemplateError: When the phrasings have mistakes.
    """
    phrasings = load_personal(file)
    members = make_members(world, phrasings.seed)
    assistant = Assistant(knowledge, Logs(members))
    results, not_drawn = [], 0
    for member, question in _questions(phrasings, world, members, file):
        if question is None:
            not_drawn += 1
            continue
        results.append(_asked(question, member, members, assistant))
    entries = sum(len(member.entries) for member in members)
    notes = (f"{len(results)} questions of {len(members)} members with {entries} entries",)
    return Report(f"{name}, {file.stem}", tuple(results), not_drawn, notes)


def _questions(
    phrasings: PersonalFile, world: World, members: tuple[Member, ...], path: Path
) -> Iterator[tuple[str, EvalQuestion | None]]:
    problems: list[str] = []
    number = 0
    for template in phrasings.templates:
        for index, text in enumerate(template.texts):
            for turn in range(template.times):
                number += 1
                name = f"{template.id}-{index + 1}" + (f"-{turn + 1}" if turn else "")
                rng = Random(f"{phrasings.seed}/{name}")  # noqa: S311 - draws, not secrets
                try:
                    yield _drawn(name, template, text, world, members, rng)
                except KeyError as error:
                    problems.append(f"{name}: {error}")
    if problems:
        raise TemplateError(path, problems)


def _drawn(
    name: str,
    template: PersonalTemplate,
    text: str,
    world: World,
    members: tuple[Member, ...],
    rng: Random,
) -> tuple[str, EvalQuestion | None]:
    gold = GOLDS[template.gold]
    for _ in range(_ATTEMPTS):
        member = rng.choice(members)
        asking = Asking(
            member, world, rng, template.args, template.lang == "en", template.slots(text)
        )
        expectation = gold(asking) if asking.draw() else None
        if expectation is not None:
            asking.draw_others()
        missing = template.slots(text) - asking.slots.keys()
        others = {slot for slot in missing if slot in OTHERS}
        if others:
            # nothing else of that kind in this log: another member may have it
            continue
        if expectation is not None and not missing:
            question = EvalQuestion(
                id=name,
                kind=template.kind,
                language=template.lang,
                text=_filled(text, asking, template),
                expectation=expectation,
                history=tuple(_filled(one, asking, template) for one in template.history),
                slots=dict(asking.slots),
            )
            return _asker(template, member), question
        if missing and expectation is not None:
            raise KeyError(f"no slot {sorted(missing)} in {template.gold}")
    return "", None


def _asker(template: PersonalTemplate, member: Member) -> str:
    return {"nobody": "", "empty": NOBODY_YET}.get(template.kind, member.id)


def _filled(text: str, asking: Asking, template: PersonalTemplate) -> str:
    filled = SLOT.sub(lambda match: asking.slots.get(match[1], match[0]), text)
    return simplified(filled) if template.lang == "hans" else filled


def _asked(
    question: EvalQuestion, member: str, members: tuple[Member, ...], assistant: Assistant
) -> Result:
    turns: list[Turn] = []
    before: list[Answer] = []
    for text in question.history:
        earlier = Question(text, TODAY, tuple(turns), user_id=member, paged=False)
        said = assistant.answer(earlier)
        turns += [Turn("user", text), Turn("assistant", said.text)]
        before.append(said)
    started = time.perf_counter()
    answer = assistant.answer(
        Question(question.text, TODAY, tuple(turns), user_id=member, paged=False)
    )
    spent = (time.perf_counter() - started) * 1000
    verdict = verdict_of(answer, paged=False, assistant=assistant)
    plain = replace(answer, text=_NUMBERED.sub("", answer.text))
    faults = judge(question, Given(plain, tuple(before)), verdict)
    leaked = [
        f"leaks {other.id}" for other in members if other.id != member and _leaks(answer, other)
    ]
    return Result(question, answer, (*faults, *leaked), len(verdict.unsupported), spent, {})


def _leaks(answer: Answer, other: Member) -> bool:
    """Whether a text holds what only another member's log holds."""
    own = [one.notes for one in other.ascents if one.notes]
    own += [one.route_name for one in other.ascents if one.route_name and not one.route_id]
    return any(secret in answer.text for secret in own)
