"""The evaluation of questions to the log: members, golds, bars."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from bot.ascents import Ascent
from bot.evaluation.command import EVAL_DIR, personal_files
from bot.evaluation.expectation import TODAY, Given
from bot.evaluation.personal import evaluate_personal
from bot.evaluation.personal.asking import Asking, rank
from bot.evaluation.personal.golds import GOLDS
from bot.evaluation.personal.members import Logs, make_members
from bot.evaluation.personal.templates import load_personal
from bot.evaluation.phrasings import TemplateError
from bot.evaluation.world import World, load_world
from bot.logbook.statistics import settled
from bot.personal import Change
from bot.schema import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base import KnowledgeBase

DEVELOPMENT = EVAL_DIR / "personal_development.yaml"


@pytest.fixture(scope="module")
def world(demo_dir: Path) -> World:
    return load_world([demo_dir])


def test_members_are_made_the_same_every_time_and_apart(world: World) -> None:
    one, two, other = make_members(world, 1), make_members(world, 1), make_members(world, 2)
    assert one == two
    assert one != other
    assert len({member.id for member in one}) == len(one) >= 5
    notes = [{entry.notes for entry in member.ascents} - {""} for member in one]
    assert all(not mine & theirs for mine in notes for theirs in notes if mine is not theirs)


def test_what_an_entry_counts_as_is_what_the_rules_say(world: World) -> None:
    for member in make_members(world, 20261120):
        truths = [entry.counts_as for entry in member.entries]
        told = [one.result for one in settled(member.ascents)]
        assert told == truths


def test_logs_give_nobody_anything_of_another(world: World) -> None:
    members = make_members(world, 3)
    logs = Logs(members)
    assert logs.ascents("mallory") == ()
    assert logs.ascents(members[0].id) == members[0].ascents


@pytest.mark.parametrize(
    ("grade", "place"),
    [("5.9", 9), ("5.10a", 10), ("5.10d", 10.75), ("5.11a R", 11), ("5.10", None),
     ("5.10a/b", None), ("5.10?", None), ("V4", None), ("TBD", None)],
)  # fmt: skip
def test_only_certain_grades_have_a_rank(grade: str, place: float | None) -> None:
    assert rank(grade) == place


def test_every_gold_is_asked_in_the_development_split() -> None:
    asked = {template.gold for template in load_personal(DEVELOPMENT).templates}
    assert asked == set(GOLDS)


def test_the_development_split_is_as_large_as_promised_and_right(
    demo_knowledge: KnowledgeBase, world: World
) -> None:
    report = evaluate_personal(DEVELOPMENT, "demo", world, demo_knowledge)
    assert len(report.results) >= 120
    assert {row.name for row in report.languages} == {"zh", "hans", "en", "mixed"}
    assert report.unsupported == 0
    wrong = [(one.question.text, one.faults) for one in report.results if not one.right]
    assert report.overall.share >= 0.97, wrong


def test_a_leak_and_a_wrong_number_are_faults(
    demo_knowledge: KnowledgeBase, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swapped(self: Logs, owner: str) -> tuple[Ascent, ...]:
        others = [log for name, log in self._logs.items() if name != owner]
        return tuple(replace(one, notes=one.notes or "x") for one in others[0])

    monkeypatch.setattr(Logs, "ascents", swapped)
    report = evaluate_personal(DEVELOPMENT, "demo", world, demo_knowledge)
    faults = [fault for result in report.results for fault in result.faults]
    assert any(fault.startswith("leaks ") for fault in faults)
    assert report.overall.share < 0.6


def test_a_gym_session_may_be_one_problem_told_by_its_colour(world: World) -> None:
    member = make_members(world, seed=7)[0]
    chance = Random(1)  # noqa: S311 - draws, not secrets
    args = {"colour": "紅"}
    asking = Asking(member, world, chance, args, english=False, needed=frozenset({"gym"}))
    assert asking.draw()
    gym = asking.gym
    expectation = GOLDS["gym_entry"](asking)
    assert gym is not None
    assert expectation is not None

    def fault(**said: Any) -> str:
        ascent = Ascent(gym_id=gym.id, day=TODAY, mode="boulder", **said)
        answer = Answer("", "personal", pending=Change("add", (ascent,)))
        return expectation.checks[0](Given(answer))

    assert fault(colour="紅", result="send") == ""
    assert "colour" in fault(colour="藍", result="send")
    assert "result" in fault(colour="紅", result="attempt")


def test_other_slots_are_something_else_of_the_same_log(world: World) -> None:
    needed = frozenset({"grade", "other_grade", "crag", "other_crag", "other_route", "other_gym"})
    for member in make_members(world, seed=7):
        asking = Asking(member, world, Random(3), {}, english=False, needed=needed)  # noqa: S311
        assert asking.draw()
        asking.draw_others()
        slots = asking.slots
        assert slots["other_grade"] != slots["grade"]
        assert rank(slots["other_grade"]) is not None
        assert slots.get("other_crag") != slots["crag"]
        assert slots["other_route"] in {one.route_name for one in member.ascents}
        assert slots["other_gym"] in {one.gym for one in member.ascents}


def test_the_climb_tried_most_is_not_drawn_where_the_filters_leave_none(world: World) -> None:
    member = make_members(world, seed=7)[0]
    args = {"where": "gym", "mode": "lead"}
    asking = Asking(member, world, Random(1), args, english=False, needed=frozenset())  # noqa: S311
    assert asking.draw()
    assert GOLDS["most_tried"](asking) is None


def test_a_mistake_in_the_phrasings_is_named(tmp_path: Path) -> None:
    file = tmp_path / "personal_report.yaml"
    file.write_text(
        "split: report\nseed: 1\ntemplates:\n"
        "  - {id: a, kind: count, lang: zh, gold: count, texts: [x], colour: red}\n",
        encoding="utf-8",
    )
    with pytest.raises(TemplateError) as refusal:
        load_personal(file)
    assert "colour" in str(refusal.value)


def test_the_command_knows_the_personal_files() -> None:
    files = personal_files(("development",))
    assert files[0] == DEVELOPMENT
    assert EVAL_DIR / "personal_development_second.yaml" in files
    assert all(load_personal(file).split == "development" for file in files)
