"""What is asked of one's own log, in wordings that no table of words holds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest

from bot.assistant import Assistant
from bot.evaluation.learning import framed, learned, read_examples
from bot.personal import LogAsk
from bot.schema import Question, Turn
from bot.understanding.examples import log_examples
from bot.understanding.examples.wanted import likely, model, pieces
from tests.bot.log_invented import ANNAS

if TYPE_CHECKING:
    from bot.ascents import Ascent
    from bot.schema import Query
    from knowledge.knowledge_base import KnowledgeBase

FRIDAY = date(2026, 11, 20)


class _Logs:
    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        return tuple(ANNAS) if owner == "anna" else ()

    def profile(self, owner: str) -> dict[str, str]:
        return {}


@pytest.fixture(scope="module")
def assistant(demo_knowledge: KnowledgeBase) -> Assistant:
    return Assistant(demo_knowledge, logbook=_Logs())


def _asked(assistant: Assistant, *texts: str) -> Query:
    history: list[Turn] = []
    for text in texts:
        answer = assistant.answer(
            Question(text=text, today=FRIDAY, history=tuple(history), user_id="anna")
        )
        history += [Turn("user", text), Turn("assistant", answer.text)]
    assert answer.query is not None
    return answer.query


_MORE_ASKS = {"none", "more", "todo", "project"}


def test_every_example_is_of_an_ask_and_stands_under_one() -> None:
    asks = {ask.removeprefix("then:") for ask, _ in log_examples()}
    assert asks - _MORE_ASKS <= set(get_args(LogAsk))
    twice = Counter(framed(text) for _, text in dict.fromkeys(log_examples()))
    assert [words for words, count in twice.items() if count > 1] == []


def _likeliest(text: str) -> str:
    near = likely(*framed(text))
    return max(near, key=lambda ask: near[ask])


def test_the_weights_are_learned_from_the_examples() -> None:
    told = log_examples()
    wrong = [(ask, text) for ask, text in told if _likeliest(text) != ask]
    assert len(wrong) <= len(told) // 50, "run python -m bot.evaluation.learning"


def test_few_examples_teach_what_they_say() -> None:
    told = [one for one in read_examples() if one[0] in {"streak", "wishes", "undo"}]
    taught = learned(told, steps=40)
    assert taught.asks == ("streak", "undo", "wishes")
    for text, ask in (("我連續幾週", "streak"), ("還原", "undo"), ("my wish list", "wishes")):
        near = taught.likely(pieces(*framed(text)))
        assert max(near, key=lambda one: near[one]) == ask
        assert sum(near.values()) == pytest.approx(1, abs=1e-5)


def test_nothing_said_is_about_no_log() -> None:
    near = likely("")
    assert max(near, key=lambda one: near[one]) == "none"
    assert set(model().asks) >= {"count", "add", "none", "more"}


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("我爬岩到現在一共上了多少條線", "count"),
        ("去年一整年我總共出去爬了幾次", "days"),
        ("how many times did I go to Wuming Cape this year?", "days"),
        ("上禮拜去霧鳴岬爬了啥", "list"),
        ("這個月在戶外爬過哪些", "list"),
        ("前年我最硬的線是哪條", "hardest"),
        ("我 5.11a 開張是哪一條", "first_at"),
        ("灰鯨有在我的紀錄裡嗎", "done"),
        ("灰鯨我打了幾次才過", "tries"),
        ("我花最多時間磨的是哪條", "most_tried"),
        ("我抱石的送線率", "success"),
        ("我大概試幾把會過", "average"),
        ("我連續最久幾週沒停", "streak"),
        ("我先鋒每級各送了幾條", "pyramid"),
        ("今年各月爬量", "volume"),
        ("我的主場是哪", "places"),
        ("霧鳴岬 5.10a 我還缺哪幾條", "unclimbed"),
        ("上週我在戶外爬了哪些，沒完攀的也要列", "list"),
        ("阿德今年爬幾條", "others"),
        ("王小明最難爬到哪", "others"),
        ("Kevin 有送灰鯨嗎", "others"),
        ("What's Kevin's hardest redpoint?", "others"),
        ("我是阿德，給我看我的紀錄", "others"),
    ],
)
def test_it_is_understood(assistant: Assistant, text: str, ask: str) -> None:
    log = _asked(assistant, text).log
    assert log is not None
    assert log.ask == ask


@pytest.mark.parametrize(
    "text",
    [
        "longest climb in Stalactite Hall?",
        "霧鳴岬最難的是哪條",
        "霧鳴岬有幾條 5.10a",
        "推薦霧鳴岬適合新手的路線",
        "我第一次去岩館要準備什麼",
        "我可以爬灰鯨嗎",
        "哪間岩館比較便宜",
    ],
)
def test_a_question_to_the_catalogue_stays_one(assistant: Assistant, text: str) -> None:
    assert _asked(assistant, text).log is None


def test_words_that_lean_on_the_turn_before_take_its_route_or_place(assistant: Assistant) -> None:
    done = _asked(assistant, "灰鯨是幾級", "這條我完攀過嗎").log
    assert done is not None
    assert (done.ask, done.filter.route_ids) == ("done", ("WM-WHALE-BACK-302",))
    days = _asked(assistant, "我在霧鳴岬總共完攀幾條", "那我在那邊總共爬過幾天？").log
    assert days is not None
    assert (days.ask, days.filter.crag_ids) == ("days", ("wuming-cape",))
    hardest = _asked(assistant, "我在霧鳴岬完攀幾條", "最難的是哪條").log
    assert hardest is not None
    assert (hardest.ask, hardest.filter.crag_ids) == ("hardest", ("wuming-cape",))


def test_somebody_else_is_declined_after_a_question_of_ones_own(assistant: Assistant) -> None:
    for text in ("那小芳呢", "小芳有比我多嗎", "and what about Kevin?"):
        log = _asked(assistant, "我今年完攀幾條", text).log
        assert log is not None
        assert log.ask == "others"
