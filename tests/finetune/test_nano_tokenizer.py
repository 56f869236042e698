"""What the nano tokenizer must keep: a value is the same tokens in the prompt and in the answer."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import islice
from typing import Any

import pytest

from finetune.nano.corpus import Corpus

pytestmark = [
    pytest.mark.training,
    pytest.mark.timeout(300),
    pytest.mark.skipif(find_spec("torch") is None, reason="the training stack is not installed"),
]

VALUES = ("難度", "型態", "長度", "位置", "固定點", "下撤", "特色", "注意", "來源", "更新")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    from finetune.nano.profile import PROFILES  # noqa: PLC0415
    from finetune.nano.tokenizer import make_tokenizer  # noqa: PLC0415

    return make_tokenizer(Corpus(1).texts(1500), PROFILES["quick"].vocabulary)


def pieces(tokenizer: Any, text: str) -> list[str]:
    return [tokenizer.decode([one]) for one in tokenizer(text)["input_ids"]]


def test_parts_of_a_date_grades_lengths_and_labels_are_one_token_each(tokenizer: Any) -> None:
    assert pieces(tokenizer, "更新：2026-03-03") == ["更新", "：", "2026", "-03", "-03"]
    for one in ("5.9", "5.10c", "V0", "8m", "45m", "上方架繩", "抱石", *VALUES):
        assert pieces(tokenizer, one) == [one]


def test_every_text_comes_back_as_it_was(tokenizer: Any) -> None:
    for text in ("🧗 蕨燈（Velvet Nap）｜5.9\n⚠️ 15.10-3", "2034567-8", "罕見字龘 and  spaces"):
        assert tokenizer.decode(tokenizer(text)["input_ids"]) == text


def test_values_are_the_same_tokens_in_the_prompt_and_in_the_answer(tokenizer: Any) -> None:
    for messages, answer in islice(Corpus(2).prose(), 200):
        prompt = messages[-1].content
        told, said = (tokenizer(text)["input_ids"] for text in (prompt, answer))
        for label in VALUES:
            value = prompt.partition(f"｜{label}：")[2].partition("｜")[0].partition("\n")[0]
            ids = tokenizer(value.partition("（虛構")[0])["input_ids"]
            assert holds(told, ids), (label, value)
            assert holds(said, ids), (label, value, answer)


def holds(ids: list[int], part: list[int]) -> bool:
    """Whether the part stands in the ids."""
    return any(ids[start : start + len(part)] == part for start in range(len(ids)))
