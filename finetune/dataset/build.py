"""Exemplars over invented worlds to examples: every one verified against its own records."""

from __future__ import annotations

import logging
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.prompts import FULL, STYLES, PromptStyle
from finetune.dataset.checks import example_faults
from finetune.dataset.splits import SPLITS, Split, split_of, world_names
from finetune.filling import CastError, Example, fill, slot_problems
from finetune.invented import open_world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.prompts import Message
    from finetune.config import Recipe
    from finetune.exemplars import Exemplar
    from finetune.filling import Filled
    from finetune.invented import InventedWorld

logger = logging.getLogger(__name__)

UNFILLED: Final = "填不出例子"
"""Not wrong, only rare: a build goes on without it."""
MOST_UNFILLED: Final = 0.5
"""Share of an exemplar's examples for which a world may have nothing."""
TRIES: Final = 10
"""Worlds that are tried before an exemplar counts as one that nothing fits."""


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """How much is made of the exemplars."""

    seed: int = 3407
    style: PromptStyle = FULL
    worlds: tuple[int, int, int] = (16, 3, 3)
    """Worlds of train, validation and test."""
    per_exemplar: int = 10
    """Examples of one exemplar: phrasings, answers, records; a cap on near-duplicates."""
    tasks: tuple[str, ...] = ()
    """Only these tasks; all when empty."""
    splits: tuple[Split, ...] = SPLITS
    max_routes: int = 3
    """Recommendations of more routes are left out: a small model has no room for them."""


@dataclass(frozen=True, slots=True)
class Built:
    """The examples by split, and what went wrong on the way."""

    examples: dict[Split, tuple[Example, ...]]
    problems: tuple[str, ...] = ()
    """``file:line: reason`` for every exemplar that cannot be filled or does not hold."""
    counts: Counter[str] = field(default_factory=Counter)


def recipe_plan(recipe: Recipe) -> BuildPlan:
    """The plan that a recipe asks for."""
    data = recipe.data
    return BuildPlan(
        seed=recipe.training.seed,
        style=STYLES[data.style],
        worlds=data.worlds,
        per_exemplar=data.per_exemplar,
        tasks=data.tasks,
        max_routes=data.max_routes,
    )


def build(
    exemplars: Sequence[Exemplar],
    plan: BuildPlan,
    progress: Callable[[Split, int, int], None] | None = None,
) -> Built:
    """All examples of a plan; an exemplar of which one example fails is reported, with why."""
    wanted = [one for one in exemplars if not plan.tasks or one.task in plan.tasks]
    splits = split_of(wanted)
    problems = [f"{one.place}: {p}" for one in wanted for p in slot_problems(one)]
    broken = {one.id for one in wanted for _ in slot_problems(one)}
    examples: dict[Split, tuple[Example, ...]] = {}
    for split, count in zip(SPLITS, plan.worlds, strict=True):
        if split not in plan.splits:
            continue
        chosen = [one for one in wanted if splits[one.id] == split and one.id not in broken]
        with ExitStack() as stack:
            names = world_names(split, count if chosen else 0)
            worlds = [stack.enter_context(open_world(name, plan.seed)) for name in names]
            made: list[Example] = []
            for index, exemplar in enumerate(chosen):
                found, wrong = expand(exemplar, worlds, plan, offset=index)
                made += found
                problems += [f"{exemplar.place}: {reason}" for reason in wrong]
                if progress is not None:
                    progress(split, index + 1, len(chosen))
        examples[split] = tuple(_without_doubles(made))
    counts = Counter[str]({split: len(found) for split, found in examples.items()})
    return Built(examples, tuple(dict.fromkeys(problems)), counts)


def expand(
    exemplar: Exemplar, worlds: Sequence[InventedWorld], plan: BuildPlan, *, offset: int = 0
) -> tuple[list[Example], list[str]]:
    """The examples of one exemplar, and the reasons why some of its wordings do not hold."""
    wordings = len(exemplar.ask) * max(len(exemplar.say), 1)
    found: list[Example] = []
    problems: dict[str, str] = {}
    unfilled: list[str] = []
    tries = max(plan.per_exemplar, wordings)
    for number in range(tries):
        filled = _try(exemplar, worlds, plan, number, offset)
        if isinstance(filled, str):
            unfilled.append(filled)
            continue
        world, made = filled
        faults = example_faults(made, exemplar, world.assistant)
        if faults:
            for fault in faults:
                problems.setdefault(_kind(fault), fault)
        elif number < plan.per_exemplar and _fits(made, plan):
            found.append(made.example)
    rare = [unfilled[0]] if len(unfilled) > MOST_UNFILLED * tries else []
    return found, [*problems.values(), *rare]


def _fits(made: Filled, plan: BuildPlan) -> bool:
    recommended = made.example.task == "recommendation"
    return not recommended or len(made.spoken.draft.route_ids) <= plan.max_routes


def _kind(fault: str) -> str:
    """What kind of fault it is: one example of each is enough for whoever mends it."""
    kind = fault.split("：", maxsplit=1)[0]
    if kind != "查核不過":
        return fault
    return kind + fault[fault.find("（") : fault.find("）")]


def _try(
    exemplar: Exemplar,
    worlds: Sequence[InventedWorld],
    plan: BuildPlan,
    number: int,
    offset: int,
) -> tuple[InventedWorld, Filled] | str:
    reason = ""
    for attempt in range(min(TRIES, len(worlds))):
        world = worlds[(offset + number * 5 + attempt * 3) % len(worlds)]
        try:
            return world, fill(exemplar, world, seed=plan.seed, style=plan.style, number=number)
        except CastError as error:
            reason = str(error)
    return f"{UNFILLED}：{reason}"


def _without_doubles(examples: Sequence[Example]) -> Iterator[Example]:
    """One example a prompt: what is asked twice would count twice."""
    seen: set[tuple[Message, ...]] = set()
    for example in examples:
        if example.messages not in seen:
            seen.add(example.messages)
            yield example
