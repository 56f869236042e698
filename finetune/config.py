"""Recipes: one strict YAML file a base. An unknown key is an error that names the nearest one."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from finetune.errors import RecipeError

RECIPES: Final = Path(__file__).parent / "recipes"
DEFAULT_RECIPE: Final = "qwen3-4b-instruct"

Share = Annotated[float, Field(ge=0, le=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Base(_Strict):
    """Which model is taught."""

    id: str
    """Hub id, or ``nano`` for the test instrument that is made here."""
    revision: str = ""
    """Commit of the base; what was resolved stands in the manifest."""
    architecture: str = ""
    """File in recipes/architectures with the model's config: for a dry run without its weights."""
    licence: str
    licence_checked: bool = False
    """Whether somebody read the licence on the model card; false until then, and said so."""
    thinking: bool = False
    """Whether the chat template offers thinking, which is switched off."""


class Lora(_Strict):
    """The low-rank adapter."""

    rank: int = Field(default=16, ge=1, le=256)
    alpha: int = Field(default=32, ge=1)
    dropout: Share = 0.0
    targets: tuple[str, ...] = (
        "q_proj",
        "k_proj",
        "v_proj",
        "o_proj",
        "gate_proj",
        "up_proj",
        "down_proj",
    )


class Training(_Strict):
    """The optimisation; lengths in tokens, rates per optimiser step."""

    epochs: float = Field(default=2.0, gt=0, le=20)
    max_steps: int = Field(default=-1, ge=-1)
    """Optimiser steps; -1 for all of the epochs."""
    batch: int = Field(default=2, ge=1)
    accumulation: int = Field(default=8, ge=1)
    learning_rate: float = Field(default=2e-4, gt=0, lt=1)
    schedule: Literal["cosine", "linear", "constant"] = "cosine"
    warmup: Share = 0.05
    weight_decay: float = Field(default=0.01, ge=0)
    max_length: int = Field(default=2048, ge=64)
    seed: int = 3407
    precision: Literal["bf16", "fp32"] = "bf16"
    four_bit: bool = False
    evaluate_every: int = Field(default=50, ge=1)
    """Optimiser steps between measurements of the stop signal and checkpoints."""
    evaluate_on: int = Field(default=48, ge=1)
    """Validation prompts of each measurement."""
    patience: int = Field(default=3, ge=1)
    """Measurements without a better stop signal before training ends."""
    stop_loss_below: float = Field(default=0.0, ge=0)
    """Training loss under which a run is called overfit in its manifest; 0 for never."""


class Data(_Strict):
    """What is built for it."""

    style: Literal["full", "compact"] = "full"
    tasks: tuple[str, ...] = ()
    per_exemplar: int = Field(default=10, ge=1)
    worlds: tuple[int, int, int] = (16, 3, 3)
    limit: int = Field(default=0, ge=0)
    """Training examples; 0 for all."""
    max_routes: int = Field(default=3, ge=1, le=3)


class Gates(_Strict):
    """What an adapter must reach on held-out prompts before it may be registered."""

    format: Share = 0.98
    grounding: Share = 0.97
    terms: Share = 0.99
    refusal: Share = 0.95
    query: Share = 0.80
    tone: Share = 0.90
    copied_drop: Share = 0.02
    """How much less often the names of the prompt may be copied than by the base."""
    grounding_drop: Share = 0.0


class Recipe(_Strict):
    """Everything that a run needs."""

    name: str
    about: str = ""
    base: Base
    lora: Lora = Lora()
    training: Training = Training()
    data: Data = Data()
    gates: Gates = Gates()
    max_new_tokens: int = Field(default=512, ge=16, le=4096)

    @model_validator(mode="after")
    def _fits(self) -> Recipe:
        if self.training.four_bit and self.training.precision == "fp32":
            raise ValueError("four_bit needs precision bf16")
        if self.max_new_tokens >= self.training.max_length:
            raise ValueError("max_new_tokens must be smaller than training.max_length")
        return self


def recipe_names() -> tuple[str, ...]:
    """The recipes that come with the program."""
    return tuple(sorted(path.stem for path in RECIPES.glob("*.yaml")))


def load_recipe(name: str) -> Recipe:
    """The recipe of this name, or of this YAML file.

    Raises:
        RecipeError: With every unknown key and wrong value.
    """
    path = Path(name) if name.endswith((".yaml", ".yml")) else RECIPES / f"{name}.yaml"
    if not path.is_file():
        near = difflib.get_close_matches(name, recipe_names(), n=1)
        hint = f"，是不是「{near[0]}」？" if near else f"，有的是：{'、'.join(recipe_names())}"
        raise RecipeError(name, (f"沒有這個配方{hint}",))
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RecipeError(path.name, ("YAML 讀不懂",)) from error
    try:
        return Recipe.model_validate(raw)
    except ValidationError as error:
        problems = tuple(_said(one) for one in error.errors())
        raise RecipeError(path.name, problems) from error


def _said(error: Any) -> str:
    where = ".".join(map(str, error["loc"]))
    if error["type"] != "extra_forbidden":
        return f"「{where}」不對：{error['msg']}"
    near = difflib.get_close_matches(str(error["loc"][-1]), _known_keys(error["loc"][:-1]), n=1)
    return f"不認得的設定「{where}」" + (f"，是不是「{near[0]}」？" if near else "")


def _known_keys(path: tuple[Any, ...]) -> list[str]:
    model: Any = Recipe
    for part in path:
        model = model.model_fields[part].annotation
    return list(model.model_fields)
