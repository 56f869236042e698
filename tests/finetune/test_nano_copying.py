"""What teaches the nano base to copy: every value of an answer stands in its prompt."""

from __future__ import annotations

import re
from importlib.util import find_spec
from itertools import islice
from random import Random
from typing import Any

import pytest

from bot.rendering import parse_recommendation
from finetune.nano.copying import Copying

needs_stack = pytest.mark.skipif(
    find_spec("torch") is None, reason="the training stack is not installed"
)
ALPHABET = (*"0123456789-.:岬谷崖灣坪嶼坑峽鐘鼓燈帆錨舵（）", "Amber", "Velvet")


@pytest.fixture
def copying() -> Copying:
    return Copying(Random(5), ALPHABET)  # noqa: S311 - not secret


def test_strings_come_back_whole_or_by_their_key(copying: Copying) -> None:
    looked_up = 0
    for messages, answer in islice(copying.strings(), 400):
        told = messages[-1].content
        if told == answer:
            continue
        looked_up += 1
        records = told.rpartition("\n")[0]
        for part in answer.split("｜"):
            assert re.sub("^(.+?) ", r"\1：", part, count=1) in records or part in records
    assert 100 <= looked_up <= 300


def test_half_of_the_strings_repeat_few_signs(copying: Copying) -> None:
    answers = [answer for _, answer in islice(copying.strings(), 400)]
    assert sum(len(set(one)) <= len(one) / 2 for one in answers) >= 100


def test_random_values_stand_in_the_prompt_and_in_the_answer(copying: Copying) -> None:
    for messages, answer in islice(copying.fields(), 300):
        prompt = messages[-1].content
        for label in ("名稱", "長度", "裝備", "固定點", "下撤", "特色", "注意", "來源"):
            found = re.search(rf"[｜\] ]{label}：([^｜\n]+)", prompt)
            assert found, prompt
            assert found[1] in answer, (label, prompt, answer)
        assert not parse_recommendation(answer).ok


def test_same_generator_makes_the_same_stream() -> None:
    made = [
        list(islice(Copying(Random(seed), ALPHABET).fields(), 5))  # noqa: S311
        for seed in (1, 1, 2)
    ]
    assert made[0] == made[1] != made[2]


@pytest.fixture(scope="module")
def untrained() -> tuple[Any, Any]:
    """A tokenizer and a model with its first weights."""
    from finetune.nano.corpus import Corpus  # noqa: PLC0415
    from finetune.nano.pretrain import make_model  # noqa: PLC0415
    from finetune.nano.profile import PROFILES  # noqa: PLC0415
    from finetune.nano.tokenizer import make_tokenizer  # noqa: PLC0415

    profile = PROFILES["quick"]
    tokenizer = make_tokenizer(Corpus(1).texts(100), profile.vocabulary)
    model = make_model(profile, tokenizer).eval()
    model.set_attn_implementation("eager")  # which tells where it attends
    return tokenizer, model


@pytest.fixture(scope="module")
def first_weights(untrained: tuple[Any, Any]) -> Any:
    """A function that tells what an untrained model says after each token, of some rows of ids."""
    import torch  # noqa: PLC0415

    _, model = untrained

    def said(rows: list[list[int]]) -> list[list[int]]:
        with torch.inference_mode():
            answers: list[list[int]] = model(torch.tensor(rows)).logits.argmax(-1).tolist()
        return answers

    return said


@pytest.mark.training
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("default")
@needs_stack
def test_first_weights_copy_before_any_training(first_weights: Any) -> None:
    rng = Random(3)  # noqa: S311
    rows = [rng.sample(range(300, 900), 40) for _ in range(8)]
    answers = first_weights([[*row, *row] for row in rows])
    right = [
        answer[len(row) + place - 1] == row[place]
        for row, answer in zip(rows, answers, strict=True)
        for place in range(2, len(row))
    ]
    assert sum(right) / len(right) >= 0.9  # by chance: under 0.002


@pytest.mark.training
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("default")
@needs_stack
def test_first_weights_tell_places_apart_by_the_third_token_before(first_weights: Any) -> None:
    rng = Random(4)  # noqa: S311
    # b c stands there twice and goes on to d or to f, as 「-03」 goes on differently in 2026-03-03
    rows = []
    for _ in range(8):
        signs = iter(rng.sample(range(300, 900), 24))
        parts = zip(signs, signs, signs, signs, signs, signs, strict=True)
        rows.append([one for a, b, c, d, e, f in parts for one in (a, b, c, d, e, b, c, f)])
    answers = first_weights([[*row, *row] for row in rows])
    right = [
        answer[len(row) + place - 1] == row[place]
        for row, answer in zip(rows, answers, strict=True)
        for place in range(3, len(row), 4)
    ]
    assert sum(right) / len(right) >= 0.9  # by the last two tokens alone: 0.5


@pytest.mark.training
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("default")
@needs_stack
def test_first_weights_look_behind_the_label_that_would_be_copied(
    untrained: tuple[Any, Any],
) -> None:
    import torch  # noqa: PLC0415

    tokenizer, model = untrained
    rng = Random(5)  # noqa: S311
    (colon,), (bar,) = (tokenizer(sign)["input_ids"] for sign in "：｜")
    found = []
    for _ in range(8):
        # records 「a b｜label：value｜」; then one begins again, without its label
        drawn = iter(rng.sample(range(300, 900), 36))
        parts = zip(drawn, drawn, drawn, drawn, strict=True)
        records = [[a, b, bar, label, colon, value, bar] for a, b, label, value in parts]
        asked = rng.randrange(len(records))
        ids = [*(one for record in records for one in record), *records[asked][:3]]
        with torch.inference_mode():
            attended = model(torch.tensor([ids]), output_attentions=True).attentions
        found.append(int(attended[2][0, 0, -1].argmax()) == 7 * asked + 6)
    assert sum(found) >= 7  # by chance: 1 of 66 each
