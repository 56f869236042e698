"""Networks that go on from what they have learned."""

from __future__ import annotations

import importlib

import numpy as np
import pytest

from bot.voice.untold import Retold, weighing

pytestmark = [pytest.mark.training, pytest.mark.timeout(300)]
TRUE = "「霧笛」長 25 公尺。"
RETOLD = Retold(
    answer=TRUE,
    known=f"{TRUE}\n霧鳴岬\n鯨背",
    asked="霧笛多長",
    intent="fact",
    names=(("霧鳴岬", 0), ("霧笛", 1), ("鯨背", 2)),
    of_oneself=False,
    abstained=False,
    zh=True,
)
RIGHT = ("霧笛有 25 公尺。", "長度是 25 公尺喔。", "25 公尺。", "這條長 25 公尺。")
WRONG = (
    "旁邊就有廁所",
    "假日人比較多",
    "因為岩壁比較陡",
    "館方說可以免費停車",
    "會看到 strangeword",
)


def test_a_network_that_goes_on_keeps_what_it_knows_and_takes_in_new_words() -> None:
    pytest.importorskip("torch", reason="learning needs PyTorch: make train-stack")
    learning = importlib.import_module("tests.benchmarks.voice_learning")
    network = importlib.import_module("tests.benchmarks.voice_network")
    changing = importlib.import_module("tests.benchmarks.voice_changes")
    told = [
        changing.Retelling(RETOLD, (f"{right[:-1]}，{wrong}。",), wrong)
        for right in RIGHT
        for wrong in WRONG
    ]
    told += [changing.Retelling(RETOLD, (right,)) for right in RIGHT]
    examples = [one for each in told if (one := learning.example_of(each)) is not None]
    assert len(examples) == len(told)
    kept = weighing.weighing().networks[0]

    further = network.learned(examples, start=kept)
    fresh = network.learned(examples)

    assert list(further.words)[: len(kept.words)] == list(kept.words)
    assert "strangeword" in further.words
    before, after, without = (
        np.concatenate([net.scores(one.laid) for one in examples]) for net in (kept, further, fresh)
    )
    same = np.corrcoef(before, after)[0, 1]
    assert same > 0.9
    assert same > np.corrcoef(before, without)[0, 1]
