"""What a question is about, and whether a climbing word is asked, as learned from examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.evaluation.command import EVAL_DIR
from bot.evaluation.learning import frame_model, kind_model, read_kinds
from bot.understanding.conditions import gather
from bot.understanding.examples import kind_examples, kinds, word_frames
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.examples.word_frames import TERM, asks_word, masked
from bot.understanding.reading import read
from tests.bot.conftest import FRIDAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.schema import Query
    from bot.understanding import Vocabulary
    from knowledge.knowledge_base import KnowledgeBase

LARGEST = 1_000_000


@pytest.fixture(scope="module")
def likely(
    demo_knowledge: KnowledgeBase, vocabulary: Vocabulary
) -> Callable[[str], Mapping[str, float]]:
    def of(text: str) -> Mapping[str, float]:
        reading = read(text, FRIDAY, demo_knowledge.gazetteer, vocabulary)
        return likely_kinds(reading, gather(reading, vocabulary))

    return of


def test_the_weights_are_learned_from_the_examples(
    likely: Callable[[str], Mapping[str, float]],
) -> None:
    told = [one for one in kind_examples() if one[0] in likely("")]
    wrong = [one for one in told if one[0] != _best(likely(one[1]))]
    assert len(wrong) <= len(told) // 15, "run python -m bot.evaluation.learning"


def _best(likely: Mapping[str, float]) -> str:
    return max(likely, key=lambda kind: likely[kind])


def test_the_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in (kinds.WEIGHTS, word_frames.WEIGHTS)) < LARGEST


def test_all_kinds_together_are_one(likely: Callable[[str], Mapping[str, float]]) -> None:
    for text in ("", "?", "岩鞋怎麼挑", "霧鳴岬有哪些 5.10a", "我今年完攀幾條", "🧗" * 50):
        assert sum(likely(text).values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        # advice, although single words speak of something else
        ("爬了兩年還是 5.10c，該怎麼安排訓練才會進步", "knowledge"),
        ("幾歲的小朋友可以開始學攀岩", "knowledge"),
        ("隊友比我重很多，確保的時候要注意什麼", "knowledge"),
        ("別人一直告訴我怎麼爬，該怎麼請他停", "knowledge"),
        ("how long should I rest between training days", "knowledge"),
        # no advice, although a card is near
        ("日幣現在換划算嗎", "out_of_domain"),
        ("國中數學的方程式要怎麼解", "out_of_domain"),
        # what the rules had no word for
        ("肩袖损伤还能训练指力板吗", "medical"),
        ("哈囉我新來的，跟大家打聲招呼", "greeting"),
        # safety stays safety
        ("地震剛過，照原定計畫去爬可以吧", "safety"),
        ("這支生鏽的 bolt 掛上去撐得住嗎", "safety"),
        ("他掉下來之後叫不醒", "emergency"),
    ],
)
def test_the_whole_question_counts(text: str, intent: str, meant: Callable[[str], Query]) -> None:
    assert meant(text).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "教練叫我注意 crux，那是啥",
        "跟德國朋友聊天要講「膝塞」，英文該怎麼開口",
        "kneebar 翻成中文會怎麼翻",
        "how would somebody in Taipei say heel hook",
        "what would you call a dyno over there in Chinese",
    ],
)
def test_a_climbing_word_is_asked_in_any_frame(text: str, meant: Callable[[str], Query]) -> None:
    query = meant(text)
    assert (query.intent, query.topic) == ("knowledge", "glossary")


@pytest.mark.parametrize("text", ["岩鞋要買多緊", "快扣要帶幾支", "how do I clean my rope"])
def test_advice_about_a_thing_asks_no_word(text: str) -> None:
    assert asks_word(text, text, frozenset()) < 0.5


def test_climbing_words_are_replaced_by_one_mark() -> None:
    assert masked("完攀跟flash差在哪", "完攀跟 flash 差在哪") == (
        f"{TERM}跟{TERM}差在哪",
        f"{TERM}跟 {TERM} 差在哪",
    )
    assert masked("flashlight", "flashlight") == ("flashlight", "flashlight")


def test_no_log_where_all_words_say_something_else(meant: Callable[[str], Query]) -> None:
    for text in (
        "我頂繩第一把就乾淨爬完，可以跟朋友說是 onsight 嗎",
        "所有岩館裡面禮拜四誰最晚關門",
    ):
        assert meant(text).log is None
    for text in ("我今年完攀幾條", "昨天在霧鳴岬爬了什麼", "how many routes have I sent"):
        assert meant(text).log is not None


@pytest.mark.soak
def test_learning_again_decides_alike() -> None:
    told = read_kinds(EVAL_DIR)
    again, kept = kind_model(told), kinds.model()
    unlike = [
        one
        for one in told[::7]
        if _best(again.likely(one.traits)) != _best(kept.likely(one.traits))
    ]
    assert len(unlike) <= len(told[::7]) // 50, "run python -m bot.evaluation.learning"
    frames = [one.frame for one in told if one.frame][::7]
    again, kept = frame_model(told), word_frames.model()
    unlike_frames = [one for one in frames if _best(again.likely(one)) != _best(kept.likely(one))]
    assert len(unlike_frames) <= len(frames) // 50, "run python -m bot.evaluation.learning"


@pytest.mark.parametrize(
    "text", ["E5 6b 換成 YDS", "What is E5 6b in YDS?", "18 (Ewbank) 是 YDS 幾級", "英國級數怎麼換"]
)
def test_a_scale_that_no_table_converts_is_explained(
    text: str, meant: Callable[[str], Query]
) -> None:
    query = meant(text)
    assert (query.intent, query.topic) == ("knowledge", "card:grades#other-systems")
