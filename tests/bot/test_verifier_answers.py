"""The verifier over real answers: what is rendered passes, hardly a change goes unseen."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.evaluation.questions import make_questions
from bot.evaluation.templates import load_templates
from bot.evaluation.world import load_world
from bot.rendering import render
from bot.schema import Draft, Evidence, Question, Verdict
from bot.verifier import verify
from bot.verifier.facts import Fact, scan
from knowledge.knowledge_base import KnowledgeBase, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

PHRASINGS = Path(__file__).resolve().parents[2] / "data" / "eval" / "development.yaml"
QUESTIONS = 120
CHANGES_PER_ANSWER = 3
CAUGHT = 0.97
ABOUT_RECORDS = {
    *("fact", "list", "count", "superlative", "compare", "distribution", "recommend"),
    *("crag_info", "gym_info", "gym_hours", "gym_price", "gym_list"),
}


@dataclass(frozen=True)
class Said:
    """A draft with all that it was made from."""

    intent: str
    asked: str
    draft: Draft
    evidence: Evidence
    knowledge: KnowledgeBase

    def verdict(self, text: str) -> Verdict:
        return verify(
            text,
            self.evidence,
            gazetteer=self.knowledge.gazetteer,
            asked=self.asked,
            figures=self.draft.figures,
        )


@pytest.fixture(scope="module")
def answers(demo_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    home = tmp_path_factory.mktemp("demo")
    import_files(home, [demo_dir])
    knowledge = KnowledgeBase.open(home)
    assistant = Assistant(knowledge)
    questions = make_questions(load_templates(PHRASINGS), load_world([demo_dir]), PHRASINGS).drawn
    chosen = random.Random(7).sample([one for one in questions if not one.history], QUESTIONS)  # noqa: S311
    said = []
    for one in chosen:
        answer = assistant.answer(Question(one.text, one.today, paged=False))
        if answer.query is not None and answer.evidence is not None:
            draft = render(answer.query, answer.evidence, paged=False)
            said.append(Said(answer.intent, answer.query.text, draft, answer.evidence, knowledge))
    return said


def changes(said: Said, rng: random.Random) -> Iterator[tuple[Fact, str]]:
    """Some texts with one fact changed."""
    lines = unicodedata.normalize("NFKC", said.draft.text).split("\n")
    facts = [fact for number, line in enumerate(lines) for fact in scan(line, number)]
    rng.shuffle(facts)
    for fact in facts[:CHANGES_PER_ANSWER]:
        line = lines[fact.line]
        digits = [match.start() for match in re.finditer(r"\d", fact.surface)]
        ordinal = re.match(r"\s*\d+[.]", line) and fact.start < 3
        if not digits or ordinal or line[: fact.start].endswith("第 "):
            continue
        at = fact.start + digits[-1]
        changed = line[:at] + str((int(line[at]) + rng.choice((1, 2, 3))) % 10) + line[at + 1 :]
        yield fact, "\n".join([*lines[: fact.line], changed, *lines[fact.line + 1 :]])


def test_no_answer_states_what_no_record_says(answers: list[Said]) -> None:
    for said in answers:
        assert said.verdict(said.draft.text).unsupported == (), said.draft.text


def test_hardly_a_changed_figure_goes_unseen(answers: list[Said]) -> None:
    rng = random.Random(11)  # noqa: S311
    seen, unseen = 0, []
    for said in answers:
        if said.intent not in ABOUT_RECORDS:
            continue
        for fact, text in changes(said, rng):
            if said.verdict(text).ok:
                unseen.append((fact.kind, fact.surface, text.split("\n")[fact.line]))
            else:
                seen += 1
    assert seen > 100
    assert seen / (seen + len(unseen)) >= CAUGHT, unseen
