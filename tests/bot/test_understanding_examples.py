"""Talk that no table of words settles: the nearest example says what kind it is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest

from bot.schema import Intent, Question, Turn
from bot.understanding.examples import examples, framed, nearest
from knowledge.importers.cards import read_cards
from knowledge.text import key

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)


def test_every_kind_of_example_exists() -> None:
    intents = set(get_args(Intent))
    cards = {card.id for card in read_cards()[0]}
    for kind, _ in examples():
        head, _, card_id = kind.partition(":")
        if head == "card":
            assert card_id in cards
        else:
            assert head.partition("/")[0] in intents


def test_no_question_stands_under_two_kinds() -> None:
    asked = Counter(key(text) for _, text in examples())
    assert [text for text, count in asked.items() if count > 1] == []


@pytest.mark.parametrize("step", [11, pytest.param(1, marks=pytest.mark.soak)])
def test_an_example_is_nearest_to_itself(step: int) -> None:
    wrong = [
        (kind, text) for kind, text in examples()[::step] if nearest(*framed(text)).kind != kind
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我同學從上面摔下來沒有反應", "emergency"),
        ("指關節爬完腫起來還會麻", "medical"),
        ("這條繩子用了五年還可以用嗎", "safety/gear_retire"),
        ("請問要怎麼暖身比較好", "card:training#warm-up"),
        ("抹粉到底有什麼用", "card:gear#why-chalk"),
        ("how should I clean smelly shoes", "card:gear#care"),
        ("多謝幫忙啦", "thanks"),
        ("你到底能幫我做什麼", "help"),
        ("今天晚餐要吃什麼", "out_of_domain"),
    ],
)
def test_a_new_wording_is_near_its_kind(text: str, kind: str) -> None:
    assert nearest(key(text), text.casefold()).kind == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("老爸七十歲想跟我一起學，會不會太勉強", "上方架繩"),
        ("我那條吊帶放到第九年了，製造商一般說多久", "十年"),
        ("海邊的岩場幹嘛要先看潮汐表", "潮"),
        ("belayer 一直滑手機正常嗎", "煞車"),
        ("which knot would stop the rope end from slipping through", "knot"),
        ("有沒有給輪椅使用者的攀岩", "帕拉"),
    ],
)
def test_a_telling_word_finds_the_card_without_an_example(
    text: str, word: str, demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(text, FRIDAY))
    assert answer.intent == "knowledge"
    assert word in answer.text


@pytest.mark.parametrize(
    ("first", "then", "word"),
    [
        ("動力繩是什麼", "那靜力的拿來做什麼", "靜力"),
        ("岩鞋要怎麼挑", "那鞋頭磨破怎麼處理", "換底"),
        ("What is a crux?", "and how do Taiwanese climbers say it?", "難關"),
    ],
)
def test_a_card_or_a_word_is_gone_on_about(
    first: str, then: str, word: str, demo_assistant: Assistant
) -> None:
    said = demo_assistant.answer(Question(first, FRIDAY))
    turns = (Turn("user", first), Turn("assistant", said.text))
    answer = demo_assistant.answer(Question(then, FRIDAY, turns))
    assert answer.intent == "knowledge"
    assert word in answer.text


@pytest.mark.parametrize("text", ["撞到頭有點暈，可以繼續爬嗎", "he fell on his back, what now"])
def test_who_was_hit_is_sent_to_a_doctor(text: str, demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question(text, FRIDAY))
    assert answer.abstained
    assert "醫" in answer.text or "doctor" in answer.text


@pytest.mark.parametrize("text", ["叫出使用說明", "打開說明書給我看"])
def test_a_word_of_a_request_for_help_is_no_name(text: str, demo_assistant: Assistant) -> None:
    assert demo_assistant.answer(Question(text, FRIDAY)).intent == "help"


def test_an_unknown_name_stays_unknown(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question("午夜圓舞曲岩場怎麼去", FRIDAY))
    assert answer.abstained


@pytest.mark.parametrize("text", ["", "🙂🙂", "\ue000", "?!", "的"])
def test_nothing_is_near_to_nothing(text: str) -> None:
    assert nearest(text, text).score < 0.4


@pytest.mark.parametrize(
    ("text", "intent", "word"),
    [
        ("繩伴掉到地上，說腳沒有知覺不能動", "emergency", "119"),
        ("肩膀抬不起來，爬抱石時拉到的，怎麼辦", "medical", "醫"),
        ("爬牆為什麼要抹粉", "knowledge", "乾"),
        ("看到別人卡住可以直接講 beta 嗎，會不會不禮貌", "knowledge", "beta"),
        ("My harness is ten years old, is it still good to use?", "safety", "Retire"),
        ("what should I eat before climbing", "knowledge", "water"),
    ],
)
def test_the_answer_is_of_that_kind(
    text: str, intent: str, word: str, demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(text, FRIDAY))
    assert answer.intent == intent
    assert word in answer.text


def test_a_named_thing_is_never_settled_by_example(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question("浮島抱石館電話幾號", FRIDAY))
    assert answer.intent == "gym_info"


@pytest.mark.parametrize("text", ["最難的", "有哪些", "anchor 呢", "幾個 bolt"])
def test_what_leans_on_the_turn_before_is_left_to_it(text: str, demo_assistant: Assistant) -> None:
    before = (Turn("user", "霧笛幾級"),)
    assert demo_assistant.answer(Question(text, FRIDAY, before)).intent not in {
        "personal",
        "safety",
        "help",
        "emergency",
    }
