"""A model's voice over real evidence: right paraphrases are heard, lies and garbage are not."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.model import ModelError
from bot.prompts import body_of
from bot.rendering import FOOTER, parse_recommendation
from bot.schema import Question
from bot.voice import Breaker, Judge, Voice, VoiceSettings, spoken_of
from bot.voice.speaking import FIXED_WORDS
from finetune.invented import InventedWorld, open_world
from knowledge.terms import lint
from tests.bot.scripted_model import ScriptedModel, SilentModel
from tests.bot.voice_attacks import Attack, attacks
from tests.bot.voice_examples import Right, right_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.voice import Said

pytestmark = pytest.mark.timeout(300)  # hundreds of answers are made before the first test
SAMPLE, SOAK = 120, 4800
"""Bad outputs of the default run and of the soak."""


@pytest.fixture(scope="module")
def worlds() -> Iterator[list[InventedWorld]]:
    with ExitStack() as stack:
        yield [stack.enter_context(open_world(f"v{index:02d}", 7)) for index in range(3)]


@pytest.fixture(scope="module")
def answers(worlds: list[InventedWorld]) -> list[Right]:
    return list(right_answers(worlds, numbers=2))


ALLOWING = VoiceSettings(personal=True, deadline_seconds=5)


def voice(model: ScriptedModel, settings: VoiceSettings = ALLOWING) -> Voice:
    return Voice(model, Breaker(time.monotonic), time.monotonic, settings)


def speak(right: Right, model: ScriptedModel, settings: VoiceSettings = ALLOWING) -> Said:
    gazetteer = right.assistant.knowledge.gazetteer
    spoken = voice(model, settings).speak(right.spoken, gazetteer=gazetteer, agreed=True)
    return asyncio.run(spoken)


def route_answers(answers: list[Right], intent: str) -> list[Right]:
    return [one for one in answers if one.spoken.query.intent == intent]


def told_of_a_route(answers: list[Right]) -> Right:
    """A right answer about a route that is on record."""
    return next(one for one in route_answers(answers, "fact") if one.spoken.draft.route_ids)


def test_right_paraphrases_are_heard(answers: list[Right]) -> None:
    # a machine at its limits must not make a right answer late
    unhurried = replace(ALLOWING, deadline_seconds=60)
    outcomes = Counter(
        speak(right, ScriptedModel([right.text]), unhurried).outcome for right in answers
    )
    assert outcomes.total() >= 500
    assert outcomes["spoken"] / outcomes.total() >= 0.98, outcomes


def test_what_is_heard_keeps_rows_warnings_and_source(answers: list[Right]) -> None:
    for right in route_answers(answers, "list")[:10]:
        said = speak(right, ScriptedModel([right.text]))
        rows = [line for line in right.spoken.draft.text.split("\n") if line[:1].isdigit()]
        assert said.outcome == "spoken"
        assert all(row in said.text for row in rows)
        assert said.text.split("\n")[-1] == right.spoken.draft.text.split("\n")[-1]


def test_what_code_says_around_a_recommendation_stays(answers: list[Right]) -> None:
    right = next(
        one for one in answers if one.spoken.draft.text.rstrip().endswith(FOOTER.splitlines()[-1])
    )
    block = right.spoken.draft.text.strip()
    hint = "你沒說爬到幾級，我先挑 5.10d 以下的；跟我說程度、型態或想練什麼，會更準。"
    draft = replace(right.spoken.draft, text=f"{block}\n{hint}")
    asked = replace(right, spoken=replace(right.spoken, draft=draft))
    for text in (block, draft.text):
        said = speak(asked, ScriptedModel([text]))
        assert (said.outcome, said.text) == ("spoken", draft.text)
    invented = f"{block}\n跟我說程度，會更準。"
    assert speak(asked, ScriptedModel([invented, invented])).text == draft.text


def bad_outputs(answers: list[Right], count: int, seed: int) -> list[tuple[Right, Attack]]:
    rng = Random(seed)  # noqa: S311 - not secret
    by_kind: dict[str, list[tuple[Right, Attack]]] = {}
    for right in rng.sample(answers, len(answers)):
        for attack in attacks(right, rng):
            by_kind.setdefault(attack.kind, []).append((right, attack))
    assert len(by_kind) >= 60, sorted(by_kind)
    turns = max(map(len, by_kind.values()))
    mixed = [some[turn] for turn in range(turns) for some in by_kind.values() if turn < len(some)]
    return mixed[:count]


def assert_nothing_bad_is_heard(right: Right, attack: Attack) -> None:
    rng = Random(len(right.text))  # noqa: S311 - not secret
    said = speak(right, ScriptedModel([attack.script], rng=rng))
    context = (attack.kind, right.id, said.text)
    for lie in attack.lies:
        assert lie not in said.text or lie in right.spoken.draft.text, context
    assert "@everyone" not in said.text, context
    assert "<@" not in said.text, context
    if attack.kind in {"simplified", "mainland"}:
        held = right.spoken.draft.text.split("\n")
        own = "\n".join(line for line in said.text.split("\n") if line not in held)
        assert not lint(own, re.findall("「([^」]*)」", right.spoken.draft.text)), context
    rendered = parse_recommendation(right.spoken.draft.text)
    if rendered.ok:
        heard = parse_recommendation(said.text)
        assert heard.ok, context
        for block, told in zip(heard.blocks, rendered.blocks, strict=True):
            same = replace(told, reason=block.reason, character=block.character)
            assert block == same, context


def test_nothing_bad_is_heard(answers: list[Right]) -> None:
    for right, attack in bad_outputs(answers, SAMPLE, seed=1):
        assert_nothing_bad_is_heard(right, attack)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_nothing_bad_is_heard_of_thousands(answers: list[Right]) -> None:
    found = bad_outputs(answers, SOAK, seed=2)
    assert len(found) >= 4000
    for right, attack in found:
        assert_nothing_bad_is_heard(right, attack)


def test_a_rejected_sentence_is_asked_for_again_with_the_reasons(answers: list[Right]) -> None:
    right = next(one for one in route_answers(answers, "fact") if "5.1" in one.text)
    model = ScriptedModel([f"{right.text.rstrip()}旁邊有天花板。", "想知道更多再問我。"])
    said = speak(right, model)
    assert said.outcome == "spoken"
    assert said.text.startswith(body_of(right.text)[:8])
    assert "天花板" not in said.text
    assert [one.repaired for one in said.rejected] == [True]
    assert "天花板" in model.heard[1][-1].content


def test_the_rendered_answer_stands_when_the_model_fails(answers: list[Right]) -> None:
    right = route_answers(answers, "fact")[0]
    said = speak(right, ScriptedModel([ModelError("down")]))
    assert (said.outcome, said.text) == ("failed", right.spoken.draft.text)


def test_a_model_that_never_answers_is_left_alone_after_the_deadline(answers: list[Right]) -> None:
    right = route_answers(answers, "fact")[0]

    async def three() -> list[Said]:
        spoken = voice(SilentModel(), replace(ALLOWING, deadline_seconds=0.01))
        return [await spoken.speak(right.spoken) for _ in range(4)]

    assert [said.outcome for said in asyncio.run(three())] == ["late", "late", "late", "resting"]


def test_safety_is_never_spoken_by_a_model(worlds: list[InventedWorld]) -> None:
    assistant = worlds[0].assistant
    today = next(iter(right_answers(worlds[:1], 1))).spoken.evidence.today
    assert today is not None
    for text in ("有人墜落不會動了", "這個 bolt 安全嗎", "手指痛還能爬嗎"):
        spoken = spoken_of(assistant.answer(Question(text, today)))
        assert spoken is not None
        assert spoken.query.intent in FIXED_WORDS
        model = ScriptedModel(["沒事的。"])
        said = asyncio.run(voice(model).speak(spoken))
        assert said.outcome == "skipped"
        assert not model.heard


def test_personal_answers_reach_a_model_only_when_allowed(answers: list[Right]) -> None:
    right = route_answers(answers, "personal")[0]
    model = ScriptedModel([right.text])
    assert speak(right, model, replace(ALLOWING, personal=False)).outcome == "skipped"
    assert not model.heard


def test_an_answer_that_fails_at_its_end_takes_back_what_was_shown(answers: list[Right]) -> None:
    right = told_of_a_route(answers)
    edits: list[str] = []

    async def edit(text: str) -> None:
        edits.append(text)

    said = asyncio.run(
        voice(ScriptedModel([f"{right.text.rstrip()}\n" * 2])).speak(right.spoken, edit)
    )
    assert said.outcome == "kept"
    assert len(edits) == 2
    assert edits[-1] == said.text == right.spoken.draft.text


def test_edits_are_whole_answers_and_seldom(answers: list[Right]) -> None:
    right = told_of_a_route(answers)
    edits: list[str] = []

    async def edit(text: str) -> None:
        edits.append(text)

    text = f"{right.text.rstrip()}\n想看別條再問我。\n有資料就查給你。"
    said = asyncio.run(voice(ScriptedModel([text])).speak(right.spoken, edit))
    assert edits[-1] == said.text
    assert len(edits) <= 2
    assert all(one.endswith(said.text.split("\n")[-1]) for one in edits)


def faulty(monkeypatch: pytest.MonkeyPatch, check: str) -> None:
    """Break one check of the judge, on every sentence but the first of an answer."""

    def broken(judge: Judge, words: str, before: str = "") -> tuple[str, ...]:
        if check == "sentence" and not before:
            return ()
        raise KeyError(words)

    monkeypatch.setattr(Judge, check, broken)


@pytest.mark.parametrize("check", ["sentence", "whole", "composed"])
def test_the_rendered_answer_stands_when_a_check_breaks(
    answers: list[Right],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    check: str,
) -> None:
    right = told_of_a_route(answers)
    edits: list[str] = []

    async def edit(text: str) -> None:
        edits.append(text)

    faulty(monkeypatch, check)
    told = voice(ScriptedModel([f"{right.text.rstrip()}\n這句是祕密。"]))
    for _ in range(4):
        said = asyncio.run(told.speak(right.spoken, edit))
        assert (said.outcome, said.text) == ("faulty", right.spoken.draft.text)
        assert said.reasons[0].startswith("KeyError in test_voice_speaking.py, line ")
    # the model is not to blame, so it goes on being asked
    assert told.breaker.allows()
    assert edits[-1:] in ([], [right.spoken.draft.text])
    assert "could not be judged" in caplog.text
    assert "祕密" not in caplog.text
