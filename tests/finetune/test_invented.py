"""Invented worlds: the same from the same seed, clean through the importers, nobody's names."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.evaluation.world import load_world
from finetune.config import load_recipe
from finetune.dataset import BuildPlan, recipe_plan
from finetune.dataset.splits import SPLITS, world_names
from finetune.invented import NameMaker, open_world, write_world
from knowledge.text import key

if TYPE_CHECKING:
    from pathlib import Path

SEED = BuildPlan().seed


def names_of(folder: Path) -> set[str]:
    """Names of every record of a folder, as keys."""
    records = load_world([folder]).records
    names = [name for one in records.routes for name in (one.name, one.name_en)]
    names += [name for one in records.crags for name in (one.name, one.name_en)]
    names += [name for one in records.areas for name in (one.name, one.name_en)]
    names += [name for one in records.gyms for name in (one.name, one.name_en)]
    return {key(name) for name in names if name}


def test_same_seed_writes_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        folder.mkdir()
        write_world(folder, "w", seed)
    contents = [
        {path.name: path.read_bytes() for path in sorted(folder.iterdir())} for folder in folders
    ]
    assert contents[0] == contents[1] != contents[2]


def test_world_imports_without_a_problem_and_has_what_exemplars_ask_for() -> None:
    with open_world("t00", SEED) as world:
        routes, gyms = world.records.routes, world.records.gyms
        assert len(world.records.crags) == 3
        assert len(gyms) == 4
        assert {route.type for route in routes} >= {"sport", "trad", "boulder"}
        assert any(route.flags for route in routes)
        assert any(not route.first_ascent for route in routes)
        held = {route.name for route in routes} | {gym.name for gym in gyms}
        assert not set(world.unknown) & held


def test_no_world_belongs_to_two_splits() -> None:
    names = [name for split in SPLITS for name in world_names(split, 30)]
    assert len(set(names)) == len(names)


def test_names_never_come_twice() -> None:
    names = NameMaker(Random(1))  # noqa: S311 - drawing, not secret
    drawn = [names.route()[0] for _ in range(600)]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.real
def test_no_invented_name_is_a_real_one(real_dir: Path, tmp_path: Path) -> None:
    real = names_of(real_dir)
    plans = (BuildPlan(), recipe_plan(load_recipe("nano")))
    clashes: set[str] = set()
    for plan in {(plan.seed, plan.worlds) for plan in plans}:
        for split, count in zip(SPLITS, plan[1], strict=True):
            for name in world_names(split, count):
                folder = tmp_path / f"{plan[0]}-{name}"
                folder.mkdir(exist_ok=True)
                write_world(folder, name, plan[0])
                clashes |= names_of(folder) & real
    assert clashes == set()
