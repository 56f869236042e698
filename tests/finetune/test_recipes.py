"""Every recipe loads; an unknown key names the nearest one; a dry run needs no weights."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from finetune.config import DEFAULT_RECIPE, RECIPES, load_recipe, recipe_names
from finetune.dataset import recipe_plan
from finetune.errors import RecipeError

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", recipe_names())
def test_recipe_loads_and_says_what_it_is(name: str) -> None:
    recipe = load_recipe(name)
    assert recipe.name == name
    assert recipe.base.licence
    assert recipe_plan(recipe).style.name == recipe.data.style


def test_default_recipe_is_there() -> None:
    assert load_recipe(DEFAULT_RECIPE).base.id == "Qwen/Qwen3-4B-Instruct-2507"


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("lora", "rnk"), 8, "「lora.rnk」，是不是「rank」"),
        (("training", "learning_rat"), 1, "「training.learning_rat」，是不是「learning_rate」"),
        (("trainig",), {}, "「trainig」，是不是「training」"),
        (("gates", "formt"), 1, "是不是「format」"),
        (("training", "learning_rate"), -1, "「training.learning_rate」不對"),
        (("lora", "rank"), "many", "「lora.rank」不對"),
        (("data", "style"), "tiny", "「data.style」不對"),
        (("max_new_tokens",), 10_000, "「max_new_tokens」不對"),
        (("training", "max_length"), 100, "max_new_tokens must be smaller"),
    ],
    ids=str,
)
def test_mistake_in_a_recipe_is_told(
    tmp_path: Path, path: tuple[str, ...], value: object, told: str
) -> None:
    raw = yaml.safe_load((RECIPES / "nano.yaml").read_text(encoding="utf-8"))
    place = raw
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    file = tmp_path / "mine.yaml"
    file.write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(RecipeError) as caught:
        load_recipe(str(file))
    assert told in caught.value.reply
    assert caught.value.reply.startswith("mine.yaml：")


def test_unknown_recipe_names_the_nearest_one() -> None:
    with pytest.raises(RecipeError) as caught:
        load_recipe("qwen3-4b-instuct")
    assert "是不是「qwen3-4b-instruct」" in caught.value.reply


def test_broken_yaml_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(RecipeError, match="bad recipe"):
        load_recipe(str(tmp_path / "x.yaml"))


def test_every_architecture_belongs_to_a_recipe() -> None:
    named = {load_recipe(name).base.architecture for name in recipe_names()} - {""}
    there = {path.name for path in (RECIPES / "architectures").glob("*.json")}
    assert named == there
    for name in there:
        content = json.loads((RECIPES / "architectures" / name).read_text(encoding="utf-8"))
        assert content["model_type"]


@pytest.mark.training
@pytest.mark.timeout(300)
@pytest.mark.skipif(find_spec("torch") is None, reason="the training stack is not installed")
@pytest.mark.parametrize("name", [one for one in recipe_names() if one != "nano"])
def test_dry_run_finds_every_target_without_weights(name: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "finetune", "train", "--recipe", name, "--dry-run"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "估計顯存" in done.stdout
    assert "找不到 target" not in done.stdout
