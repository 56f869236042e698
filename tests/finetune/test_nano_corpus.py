"""What the nano base is pretrained on: all signs of the format, no wording that is held out."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

import pytest

from bot.rendering import parse_recommendation
from finetune.config import load_recipe
from finetune.dataset import recipe_plan
from finetune.dataset.build import expand
from finetune.dataset.splits import split_of
from finetune.exemplars import load_exemplars
from finetune.invented import open_world
from finetune.nano.corpus import Corpus, prose_pair, said_reasons


@pytest.fixture(scope="module")
def prose() -> list[str]:
    return [answer for _, answer in islice(Corpus(1).prose(), 1500)]


def test_prose_never_keeps_the_format(prose: list[str]) -> None:
    assert not [text for text in prose if parse_recommendation(text).ok]


def test_signs_of_the_training_targets_stand_in_the_prose(prose: list[str]) -> None:
    # frozen, tied embeddings: a sign that the base never wrote derails the line it stands in
    plan = replace(recipe_plan(load_recipe("nano")), per_exemplar=2)
    exemplars = [one for one in load_exemplars()[0] if one.task == "recommendation"]
    splits = split_of(exemplars)
    written = set("".join(prose)) | {"\n"}
    strange: dict[str, set[str]] = {}
    with open_world("t00", plan.seed) as world:
        for exemplar in [one for one in exemplars if splits[one.id] == "train"]:
            for made in expand(exemplar, [world], plan)[0]:
                block = made.target.partition("\n")[2]
                strange[made.id] = set(block) - written
    assert len(strange) >= 20
    assert sum(map(bool, strange.values())) <= 0.05 * len(strange), strange


def test_only_the_training_split_words_the_reasons() -> None:
    exemplars = [one for one in load_exemplars()[0] if one.task == "recommendation"]
    splits = split_of(exemplars)
    trained = {reason for one in exemplars if splits[one.id] == "train" for reason in one.reasons}
    assert len(said_reasons()) >= 40
    assert set(said_reasons()) <= trained


def test_prompt_holds_every_value_that_is_to_be_copied() -> None:
    rng = Random(7)  # noqa: S311 - not secret
    for _ in range(200):
        messages, answer = prose_pair(rng)
        prompt = messages[-1].content
        name = prompt.partition("名稱：")[2].partition("｜")[0]
        assert name
        assert name in answer
        assert prompt.partition("位置：")[2].partition("｜")[0] in answer
