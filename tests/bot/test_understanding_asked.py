"""What is asked of a set of routes: all of them, their number, or a few to climb."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.evaluation.learning import framed, learned, read_set_examples
from bot.schema import Question
from bot.understanding.examples import set_examples
from bot.understanding.examples.asked import OPERATIONS, likely, model, pieces

if TYPE_CHECKING:
    from bot.assistant import Assistant

FRIDAY = date(2026, 11, 20)


def _likeliest(text: str) -> str:
    near = likely(framed(text)[0])
    return max(near, key=lambda operation: near[operation])


def test_the_weights_are_learned_from_the_examples() -> None:
    told = set_examples()
    wrong = [(kind, text) for kind, text in told if _likeliest(text) != kind.partition("/")[0]]
    assert len(wrong) <= len(told) // 50, "run python -m bot.evaluation.learning"
    assert set(model().asks) == OPERATIONS


def test_few_examples_teach_what_they_say() -> None:
    told = [one for one in read_set_examples() if one[0] in {"list", "recommend"}]
    taught = learned(told, steps=40)
    assert taught.asks == ("list", "recommend")
    for text, operation in (("@ {g} 全部列出來", "list"), ("@ {g} 幫我挑一條", "recommend")):
        near = taught.likely(pieces(framed(text)[0]))
        assert max(near, key=lambda one: near[one]) == operation
        assert sum(near.values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("女友第一次先鋒，帶她去螢火牆爬哪條運攀好", "recommend"),
        ("懼高，石螢谷的運攀請幫我挑 13 公尺以下的", "recommend"),
        ("霧鳴岬，5.10a，選一個", "recommend"),
        ("想在石螢谷拿下人生第一條 5.10a，從哪條下手", "recommend"),
        ("gimme a good 5.9 in Stone Firefly Valley pls", "recommend"),
        (
            "Could you put together a ticklist for Stone Firefly Valley, 5.10a to 5.11a?",
            "recommend",
        ),
        ("我想挑戰 5.12", "recommend"),
        ("recommend me something overhanging around 5.11b", "recommend"),
        ("我家小孩國二，爬過 5.8，霧鳴岬給他玩什麼好", "recommend"),
        ("石螢谷大家都爬過的經典裡面，5.10d 以下的，我該從哪條入手", "recommend"),
        ("住東部，剛上完運攀課，5.10a 以下有哪條適合我", "recommend"),
        ("小學生體驗營要在霧鳴岬辦，5.10c 以下爬哪幾條", "recommend"),
        ("民國 80 年代霧鳴岬開的路線", "list"),
        ("黃岸開過哪些線", "list"),
        ("trad 新手 5.6 到 5.8", "recommend"),
        ("找一條可以練 offwidth 的", "recommend"),
        ("best beginner sport at Stone Firefly Valley, max 5.10d?", "recommend"),
        ("怎麼突破 5.11", "knowledge"),
        ("我室內 V3 戶外可以爬多少", "knowledge"),
        ("6c+ 是多少", "convert"),
        ("青苔書跟流螢我該怕哪條", "compare"),
        ("霧鳴岬最頂的一條是誰", "superlative"),
        ("迴聲廊難度封頂是哪條", "superlative"),
        ("我第一次來台灣 想爬岩 有什麼推薦", "knowledge"),
        ("霧鳴岬傳攀跟運攀分別幾條", "distribution"),
        ("想整理成表格，霧鳴岬 5.10a 的線請全部給我", "list"),
        ("我爬 5.10a，霧鳴岬有哪些線", "list"),
        ("螢火牆的運攀", "list"),
        ("which routes at Stone Firefly Valley go at 5.9", "list"),
        ("霧鳴岬運攀幾條、傳攀幾條", "distribution"),
        ("霧鳴岬我能爬的 5.10a 以下有幾條", "count"),
    ],
)
def test_a_list_and_a_choice_are_told_apart(
    demo_assistant: Assistant, text: str, intent: str
) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert answer.intent == intent
    assert not answer.abstained


@pytest.mark.parametrize(
    "text",
    [
        "依我的紀錄推薦霧鳴岬下一條",
        "阿凱有完攀過 5.12 嗎",
        "上禮拜去霧鳴岬爬了啥",
        "我還沒爬過的 5.10a 推薦幾條",
    ],
)
def test_what_one_has_climbed_is_still_asked_of_the_log(
    demo_assistant: Assistant, text: str
) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert answer.query is not None
    assert answer.query.log is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("耐力訓練用，石螢谷至少 12 米，難度 5.10c 以下，爬哪條合適", "資料都沒寫到耐力"),
        ("石螢谷有沒有經典的 5.11b 可以試", "資料都沒寫到熱門、經典"),
        ("溪床 warm up 爬哪條？V1 以下", "資料都沒寫到熱身"),
    ],
)
def test_a_soft_wish_that_nothing_meets_is_said_and_waived(
    demo_assistant: Assistant, text: str, line: str
) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert line in answer.text
    assert "為你推薦｜" in answer.text
    assert answer.route_ids


@pytest.mark.parametrize(
    "text",
    [
        "霧鳴岬哪個區最簡單",
        "which area at Wuming Cape has the easiest routes",
        "第一次去霧鳴岬該走哪一區",
    ],
)
def test_the_easiest_part_of_a_place_is_the_one_with_the_most_easy_routes(
    demo_assistant: Assistant, text: str
) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert answer.query is not None
    assert answer.query.group_by == "area"
    first, second = (answer.text.find(name) for name in ("Tide Gate", "Lighthouse"))
    if answer.query.language == "zh":
        first, second = (answer.text.find(name) for name in ("潮門", "燈塔之下"))
    assert 0 < first < second


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("五十幾歲老人家一枚，石螢谷不想爬超過 V1，求介紹", None, 52),
        ("想帶佢去石螢谷，唔好難過 5.10a，有冇好介紹", None, 61),
        ("我跟我老公都肉腳，石螢谷的話 5.11b 封頂，麻煩幫選", None, 70),
        ("hit me with your favourite 5.12b-and-below lines at Echo Gallery", None, 77),
        ("我爬 5.10a 下一步爬什麼好", 62, 63),
    ],
)
def test_bounds_are_heard_in_many_words(
    demo_assistant: Assistant, text: str, low: int | None, high: int | None
) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert answer.intent == "recommend"
    assert answer.query is not None
    grade = answer.query.filter.grade
    assert grade is not None
    assert (grade.lo, grade.hi) == (low, high)


def test_a_comparing_wish_without_a_turn_before_is_an_order(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question(text="霧鳴岬的運攀短一點的推薦", today=FRIDAY))
    assert answer.query is not None
    assert answer.query.order is not None
    assert (answer.query.order.key, answer.query.order.descending) == ("length", False)


@pytest.mark.parametrize("text", ["找簡單的頂繩", "有沒有連續的 5.11", "斜板的"])
def test_routes_need_no_word_for_a_route(demo_assistant: Assistant, text: str) -> None:
    answer = demo_assistant.answer(Question(text=text, today=FRIDAY))
    assert answer.intent in {"list", "recommend"}
    assert answer.route_ids
