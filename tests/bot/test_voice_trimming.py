"""Sentences said without the clauses that do not hold."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import pytest

from bot.voice import Breaker, Voice, VoiceSettings
from bot.voice.trimming import trimmed
from bot.voice.untold import weighing
from bot.voice.untold.network import Floats, Network
from bot.voice.untold.weighing import Weighing
from tests.bot.scripted_model import ScriptedModel
from tests.bot.voice_cases import open_cases

if TYPE_CHECKING:
    from bot.voice.untold import Lost
    from bot.voice.untold.laid import Laid


@pytest.mark.parametrize(
    ("sentence", "bad", "left"),
    [
        ("欸這個我熟，霧笛 25 公尺。", "我熟", "霧笛 25 公尺。"),
        ("霧笛 25 公尺，風很大！", "風", "霧笛 25 公尺！"),
        ("風很大，不過霧笛 25 公尺。", "風", "霧笛 25 公尺。"),
        ("Lovely line, and it's 25 m, by the way.", "Lovely", "It's 25 m, by the way."),
        (
            "「霧笛」長 25 公尺；海很漂亮；11 個 bolt。\n",
            "海",
            "「霧笛」長 25 公尺；11 個 bolt。\n",
        ),
    ],
)
def test_what_holds_is_left(sentence: str, bad: str, left: str) -> None:
    assert trimmed(sentence, lambda words, _, __: bad not in words) == left


@pytest.mark.parametrize(
    "sentence",
    [
        "霧笛、灰鯨、天空之城都在這裡。",  # without one of them it says another thing
        "天空之城 25 公尺。",
        "天空之城 25 公尺，在天空之城。",
        "霧笛 25 公尺，11 個 bolt。",  # holds in parts, and only the whole does not
        "",
    ],
)
def test_nothing_is_left_where_no_clause_may_go(sentence: str) -> None:
    whole = "霧笛 25 公尺，11 個 bolt。"

    def holds(words: str, _: str, __: Lost) -> bool:
        return "天空之城" not in words and words != whole

    assert trimmed(sentence, holds) == ""


def test_what_is_left_must_hold_together() -> None:
    assert (
        trimmed("甲，乙，丙。", lambda words, _, __: "丙" not in words and words != "甲，乙。")
        == ""
    )


def test_a_flourish_costs_no_answer_and_is_not_heard() -> None:
    with open_cases("voice_paraphrases_later.txt") as cases:
        case = next(one for one in cases if one.question == "霧笛多長")
        said = "海風吹得很舒服，霧笛 25 公尺。"
        voice = Voice(
            ScriptedModel([said, said]), Breaker(time.monotonic), time.monotonic, VoiceSettings()
        )
        heard = asyncio.run(voice.speak(case.spoken, gazetteer=case.assistant.knowledge.gazetteer))
    assert heard.outcome == "spoken"
    assert heard.text.startswith("霧笛 25 公尺。")
    assert "海風" not in heard.text
    assert [(one.repaired, one.trimmed) for one in heard.rejected] == [(False, True)]


class Doubting(Network):
    """A network that doubts figures alone."""

    score: ClassVar[float] = 0.0

    def scores(self, laid: Laid) -> Floats:
        """``score`` for a figure, and next to nothing for all else."""
        return np.array(
            [self.score if token[0].isdigit() else -20.0 for token in laid.said], np.float32
        )


@pytest.mark.parametrize(
    ("said", "score", "outcome"),
    [
        ("查到了，霧笛 25 公尺。", 2.0, "spoken"),  # without it the answer would be lost
        ("查到了，霧笛 25 公尺。", 5.0, "kept"),
        ("霧笛 25 公尺。", 2.0, "spoken"),
        ("霧笛 25 公尺。", 5.0, "kept"),
    ],
)
def test_more_must_speak_against_words_that_the_answer_hangs_on(
    said: str, score: float, outcome: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubting = Doubting({}, {}, {})
    limits: dict[Lost, float] = {"clause": 1.0, "sentence": 1.0, "answer": 3.0}
    monkeypatch.setattr(Doubting, "score", score)
    monkeypatch.setattr(weighing, "weighing", lambda: Weighing((doubting,), {}, limits))
    with open_cases("voice_paraphrases_later.txt") as cases:
        case = next(one for one in cases if one.question == "霧笛多長")
        voice = Voice(
            ScriptedModel([said, ""]), Breaker(time.monotonic), time.monotonic, VoiceSettings()
        )
        heard = asyncio.run(voice.speak(case.spoken, gazetteer=case.assistant.knowledge.gazetteer))
    assert heard.outcome == outcome
    assert (said in heard.text) == (outcome == "spoken")


class DoubtingAll(Network):
    """A network that doubts whatever is said, a little."""

    def scores(self, laid: Laid) -> Floats:
        """The same for every token."""
        return np.full(len(laid.said), 1.0, np.float32)


def test_of_what_is_doubted_only_the_answer_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: dict[Lost, float] = {"clause": 1.0, "sentence": 1.0, "answer": 9.0}
    monkeypatch.setattr(
        weighing, "weighing", lambda: Weighing((DoubtingAll({}, {}, {}),), {}, limits)
    )
    with open_cases("voice_paraphrases_later.txt") as cases:
        case = next(one for one in cases if one.question == "霧笛多長")
        said = "這條我來說說。霧笛 25 公尺。就是這樣囉。"
        voice = Voice(
            ScriptedModel([said, "", ""]), Breaker(time.monotonic), time.monotonic, VoiceSettings()
        )
        heard = asyncio.run(voice.speak(case.spoken, gazetteer=case.assistant.knowledge.gazetteer))
    assert heard.outcome == "spoken"
    assert heard.text.startswith("霧笛 25 公尺。")
    assert "說說" not in heard.text
    assert "這樣囉" not in heard.text
