"""A second look at the voice: paraphrases and lies by somebody who had not read the judge."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.rendering import parse_recommendation
from bot.voice import Breaker, Voice, VoiceSettings
from tests.bot.scripted_model import ScriptedModel
from tests.bot.voice_cases import Case, Lie, lies, open_cases
from tests.bot.voice_mechanical_lies import mechanical_lies

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.voice import Said

pytestmark = pytest.mark.timeout(300)
FILES = (
    "voice_paraphrases.txt",
    "voice_paraphrases_later.txt",
    "voice_paraphrases_wider.txt",
    "voice_paraphrases_blind.txt",
)
BLIND = "voice_lies_blind.txt"
"""Retellings with a lie in each, by somebody who had read neither the judge nor its tests."""
MISSED = 0.03
"""Of right lines that were changed by rule, the share that may still be heard."""
PASSES = 3
"""How often a right line may be changed, each time in another place or into another word."""
SAMPLE, SOAK = 100, 1000
"""Paraphrases and lies of the default run; lies of each seed of the soak."""


@pytest.fixture(scope="module")
def cases() -> Iterator[list[Case]]:
    with open_cases(*FILES) as found:
        yield found


def speak(case: Case, said: str) -> Said:
    settings = VoiceSettings(personal=True, deadline_seconds=30)
    voice = Voice(ScriptedModel([said, ""]), Breaker(time.monotonic), time.monotonic, settings)
    gazetteer = case.assistant.knowledge.gazetteer
    return asyncio.run(voice.speak(case.spoken, gazetteer=gazetteer, agreed=True))


def lost(pairs: list[tuple[Case, str]]) -> list[str]:
    """The paraphrases that are not heard, or of which a whole sentence is not."""
    told = [(text, speak(case, text)) for case, text in pairs]
    return [text for text, said in told if said.outcome != "skipped" and is_lost(said)]


def is_lost(said: Said) -> bool:
    """Whether more is lost than clauses that do not hold."""
    return said.outcome != "spoken" or not all(one.repaired or one.trimmed for one in said.rejected)


def paraphrases(cases: list[Case]) -> list[tuple[Case, str]]:
    return [(case, text) for case in cases for text in case.texts]


def test_paraphrases_of_others_are_heard(cases: list[Case]) -> None:
    rng = Random(1)  # noqa: S311 - not secret
    pairs = rng.sample(paraphrases(cases), SAMPLE)
    assert len(lost(pairs)) <= 0.04 * SAMPLE


@pytest.mark.soak
def test_at_most_seven_of_a_hundred_paraphrases_of_others_are_lost(cases: list[Case]) -> None:
    # a sentence alone is weighed so strictly (``voice_doubts.LOST``); a second try is not made here
    pairs = paraphrases(cases)
    assert len(pairs) >= 1100
    found = lost(pairs)
    assert len(found) <= 0.07 * len(pairs), found


def test_words_that_answer_nothing_take_no_answers_place(cases: list[Case]) -> None:
    for case in Random(1).sample(cases, SAMPLE):  # noqa: S311 - not secret
        if case.spoken.query.intent in {"fact", "gym_hours", "gym_price", "compare", "crag_info"}:
            said, rendered = speak(case, "想知道更多再問我。"), case.spoken.draft.text
            # the rows of a list stand below whatever is said
            assert said.outcome != "spoken" or "\n1. " in rendered, (case.question, said.text)


def test_a_fee_that_is_called_highest_is_judged_as_a_price(tmp_path: Path) -> None:
    question = "不限地區，哪間岩館平日單次入場最貴"
    right = "依現有資料，平日單次入場費最高者為岩嶼攀岩館-台中店，計四百八十元。"
    file = tmp_path / "asked.txt"
    file.write_text(f"@demo\n? {question}\n> {right}\n", encoding="utf-8")
    with open_cases(str(file)) as found:
        for case in found:
            assert speak(case, right).outcome in {"spoken", "kept"}


def assert_is_not_heard(lie: Lie) -> None:
    said, rendered = speak(lie.case, lie.said), lie.case.spoken.draft.text
    context = (lie.kind, lie.case.question, lie.said[-80:], said.text[:200])
    for bad in lie.bad:
        assert bad not in said.text or bad in rendered, context
    parsed = parse_recommendation(rendered)
    if parsed.ok:
        heard = parse_recommendation(said.text)
        assert heard.ok, context
        for block, told in zip(heard.blocks, parsed.blocks, strict=True):
            same = replace(told, reason=block.reason, character=block.character)
            assert block == same, context


@pytest.fixture(scope="module")
def blind_lies() -> Iterator[list[Lie]]:
    with open_cases(BLIND) as found:
        told = [(case, text.partition(" ||| ")) for case in found for text in case.texts]
        yield [Lie("blind", case, said, (bad,)) for case, (said, _, bad) in told]


def test_no_lie_of_a_blind_writer_is_heard(blind_lies: list[Lie]) -> None:
    for lie in Random(1).sample(blind_lies, SAMPLE):  # noqa: S311 - not secret
        assert_is_not_heard(lie)


@pytest.mark.soak
def test_none_of_hundreds_of_lies_of_a_blind_writer_is_heard(blind_lies: list[Lie]) -> None:
    assert len(blind_lies) >= 540
    for lie in blind_lies:
        assert_is_not_heard(lie)


def test_no_lie_of_new_kinds_is_heard(cases: list[Case]) -> None:
    found = lies(cases, seed=1)
    assert len({lie.kind for lie in found}) >= 70
    for lie in found[:SAMPLE]:
        assert_is_not_heard(lie)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_no_lie_of_new_kinds_is_heard_of_thousands(cases: list[Case], seed: int) -> None:
    for lie in lies(cases, seed)[:SOAK]:
        assert_is_not_heard(lie)


def changed_lines(cases: list[Case], seed: int, count: int) -> list[Lie]:
    """Right lines of others, each with one thing changed by rule.

    One of every kind a line, and where that makes too few, of the same lines once more.
    """
    rng = Random(seed)  # noqa: S311 - not secret
    told = [
        (case, text)
        for case, text in paraphrases(cases)
        if not parse_recommendation(case.spoken.draft.text).ok
    ]
    found: dict[str, Lie] = {}
    turns = ((turn, one) for turn in range(PASSES) for one in rng.sample(told, len(told)))
    for turn, (case, text) in turns:
        for kind, said, bad in mechanical_lies(case.spoken, text, rng):
            if not (turn and kind == "trailer"):
                found.setdefault(said, Lie(kind, case, said, (bad,)))
        if len(found) >= count:
            break
    return list(found.values())[:count]


def heard_of(lies_told: list[Lie]) -> list[tuple[str, str, str]]:
    """Of these lies those that were heard: kind, question, what was said."""
    heard = []
    for lie in lies_told:
        said, rendered = speak(lie.case, lie.said), lie.case.spoken.draft.text
        (bad,) = lie.bad
        if said.outcome == "spoken" and bad in said.text and bad not in rendered:
            heard.append((lie.kind, lie.case.question, lie.said))
    return heard


def test_a_right_line_with_one_thing_changed_is_not_heard(cases: list[Case]) -> None:
    found = changed_lines(cases, seed=7, count=SAMPLE)
    assert len({lie.kind for lie in found}) >= 12
    heard = heard_of(found)
    assert len(heard) <= MISSED * len(found), heard


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_of_thousands_of_changed_lines_few_are_heard(cases: list[Case]) -> None:
    found = changed_lines(cases, seed=8, count=5 * SOAK)
    assert len(found) >= 4500
    heard = heard_of(found)
    assert len(heard) <= MISSED * len(found), (len(heard), heard)
