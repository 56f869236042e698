"""The board of invented notices, its gold by plain reading, and the assistant over it."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.evaluation.board import (
    DISPUTED,
    NEW_YEAR,
    OTHER_SERVER,
    OWN_SERVER,
    RENEWED,
    make_board,
)
from bot.evaluation.command import evaluate_file
from bot.evaluation.golds.dated_days import gym_hours_on, visible
from bot.evaluation.world import World, load_world
from knowledge.knowledge_base import KnowledgeBase
from knowledge.snapshots import Board
from tests.bot.noticed import FLOATING, TAICHUNG, TAINAN

if TYPE_CHECKING:
    from knowledge.schema import Gym

EVAL_DIR = Path(__file__).resolve().parents[2] / "data" / "eval"


@pytest.fixture(scope="module")
def world(demo_dir: Path) -> World:
    plain = load_world([demo_dir])
    return replace(plain, notices=make_board(plain.records))


def gym(world: World, gym_id: str) -> Gym:
    return next(each for each in world.gyms if each.id == gym_id)


def test_the_board_holds_every_case_and_the_same_one_each_time(world: World) -> None:
    assert make_board(world.records) == world.notices
    assert len({each.id for each in world.notices}) == len(world.notices)
    kinds = Counter(each.kind for each in world.notices)
    assert set(kinds) == {"reset", "closure", "hours", "price", "event", "access", "hardware"}
    assert {each.scope for each in world.notices} == {"", OWN_SERVER, OTHER_SERVER}
    assert {each.status for each in world.notices} == {"active", "retired"}


def test_what_a_server_sees_is_global_or_its_own(world: World) -> None:
    assert {each.scope for each in visible(world, "")} == {""}
    assert {each.scope for each in visible(world, OWN_SERVER)} == {"", OWN_SERVER}
    assert all(each.status == "active" for each in visible(world, OWN_SERVER))


def test_gold_reads_exceptions_closures_contradictions_and_renewals(world: World) -> None:
    seen = visible(world, "")
    assert gym_hours_on(gym(world, TAICHUNG), NEW_YEAR, seen).spans == ((),)
    assert gym_hours_on(gym(world, TAINAN), NEW_YEAR, seen).spans == ((("10:00", "17:30"),),)
    assert gym_hours_on(gym(world, TAICHUNG), date(2026, 12, 9), seen).spans == ((),)
    assert gym_hours_on(gym(world, TAICHUNG), date(2026, 12, 10), seen).notices == ()
    assert len(gym_hours_on(gym(world, TAINAN), DISPUTED, seen).spans) == 2
    renewed = gym_hours_on(gym(world, FLOATING), RENEWED, seen)
    assert renewed.spans == ((("13:00", "19:15"),),)
    assert [each.title for each in renewed.older] == ["館慶公休"]


@pytest.mark.parametrize("name", ["development_dated", "development_dated_more"])
def test_the_development_split_meets_its_bars_on_the_demo_data(
    name: str, demo_dir: Path, demo_knowledge: KnowledgeBase
) -> None:
    arguments = Namespace(no_baselines=True, embedding="lsa")
    path = EVAL_DIR / f"{name}.yaml"
    report = evaluate_file(path, demo_dir, "demo", demo_knowledge, arguments)
    assert len(report.results) >= 150
    assert report.missed_bars == ()


def test_plain_files_are_asked_over_no_notice(
    demo_dir: Path, demo_knowledge: KnowledgeBase, tmp_path: Path
) -> None:
    path = tmp_path / "plain.yaml"
    path.write_text(
        "split: development\nseed: 1\ntemplates:\n"
        '  - {id: a, kind: live, lang: zh, gold: live, texts: ["{gym}這週換線了沒"]}\n',
        encoding="utf-8",
    )
    over = Board(make_board(load_world([demo_dir]).records))
    knowledge = KnowledgeBase(demo_knowledge.snapshot, demo_knowledge.base, over)
    report = evaluate_file(
        path, demo_dir, "demo", knowledge, Namespace(no_baselines=True, embedding="lsa")
    )
    assert [result.right for result in report.results] == [True]
