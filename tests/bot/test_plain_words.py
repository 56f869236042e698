"""What one frame of a question settles, whoever is spoken of and whatever is named beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Question, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.assistant import Assistant
    from bot.schema import Query

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("歐洲回來的朋友說他爬7b的繩攀路線，用優勝美地講是多少", "5.12b"),
        ("我 max 爬到 V5，用 Font 算大概多少", "6C"),
        ("Font 8A+ 這種抱石題是 V 級多少", "V12"),
        ("館裡標 V6 的抱石題，改用楓丹白露標會是什麼", "7A"),
        ("教練推薦我挑戰 5.11b，法式要寫幾級", "6c"),
        ("My friend onsighted 7a+, what's that in Yosemite terms", "5.12a"),
        ("I've done Font 8A+. V equivalent?", "V12"),
    ],
)
def test_a_grade_beside_a_scale_is_converted(
    text: str, said: str, demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(text, today=FRIDAY))
    assert (answer.intent, answer.abstained) == ("convert", False), answer.text
    assert said in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "岩嶼攀岩館-台中店這會兒還有停車位嗎",
        "浮島抱石館目前館內有多少人在爬",
        "浮島抱石館 now 有幾個人在爬",
        "這週末石螢谷會不會放晴",
        "How many people are climbing at Floating Island Bouldering at the moment?",
    ],
)
def test_what_is_so_at_this_minute_is_not_told(text: str, demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question(text, today=FRIDAY))
    assert (answer.intent, answer.abstained) == ("live", True), answer.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("岩嶼攀岩館-台中店有停車位嗎", "gym_info"),
        ("浮島抱石館現在有開嗎", "gym_hours"),
        ("石螢谷有幾條 7a 的路線", "count"),
        ("台中星期一公休的岩館有哪些", "gym_list"),
        ("加班狗求問，台中市哪幾間岩館週一到晚上 10 點半還開著", "gym_list"),
        ("窮學生求救，台中平日單次 480 元以下的館是哪幾家", "gym_list"),
        ("教練考我「未完攀」英文怎麼拼 救命", "knowledge"),
        ("求救，我卡在岩壁上下不來，要打幾號", "emergency"),
        ("救命啊有人掉下來了，霧鳴岬電話多少", "emergency"),
        ("確保者沒煞住，先鋒落地，大腿骨穿出來", "emergency"),
        ("Help, she's dangling in her harness, pale and no longer answering us", "emergency"),
        ("I think I tore my rotator cuff; which treatment do I need?", "medical"),
        ("When ought I to retire a climbing rope?", "knowledge"),
        ("My helmet has a hairline crack. Good to go or not?", "safety"),
        ("石頭與剪刀的掛片有點鬆，直接爬沒事吧", "safety"),
        ("海水快漲了但我們還剩一條，霧鳴岬再待一小時應該來得及撤對吧", "safety"),
        ("整個中部加起來收了幾條運攀", "count"),
        ("請問 5.13a 那條「慢慢來」有幾支 bolt，想排進 tick list", "fact"),
        ("把「慢慢來」加進我的 tick list", "personal"),
        ("阿凱這個月去岩館幾次", "personal"),
        ("去天然岩場對環境跟附近居民，有哪些該遵守的禮節", "knowledge"),
        ("How do I get red wine out of a carpet?", "out_of_domain"),
    ],
)
def test_the_frame_says_what_is_asked(
    text: str, intent: str, meant: Callable[[str], Query]
) -> None:
    assert meant(text).intent == intent


@pytest.mark.parametrize("text", ["南部星期四不休息的岩館有哪幾間", "台南週三沒休息的岩館列給我"])
def test_gyms_that_do_not_rest_are_open(text: str, meant: Callable[[str], Query]) -> None:
    query = meant(text)
    assert query.intent == "gym_list"
    assert query.gym_filter.open_day
    assert not query.gym_filter.closed_day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("岩嶼攀岩館-台南店的英文館名怎麼寫", ("Rock Isle Climbing Gym Tainan",)),
        ("浮島抱石館門票、租鞋這些怎麼收費？全部價格說下", ("320", "360", "岩鞋租借")),
        ("想問岩嶼攀岩館-台南店平日營業時間，以及租鞋多少", ("22:30", "80")),
        ("岩嶼攀岩館-台南店 tel 幾號", ("06-555-0102",)),
    ],
)
def test_all_that_is_asked_of_a_gym_is_told(
    text: str, said: tuple[str, ...], demo_assistant: Assistant
) -> None:
    answer = demo_assistant.answer(Question(text, today=FRIDAY))
    assert not answer.abstained, answer.text
    assert [one for one in said if one not in answer.text] == []


def test_a_ticket_that_is_not_recorded_is_said_to_be_missing(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question("岩嶼攀岩館-台南店的星光票價多少", today=FRIDAY))
    assert answer.abstained, answer.text


def test_the_price_at_weekends_may_be_asked_after_that_of_a_weekday(
    demo_assistant: Assistant,
) -> None:
    first = "岩嶼攀岩館-台南店平日單次多少錢"
    told = demo_assistant.answer(Question(first, today=FRIDAY)).text
    history = (Turn("user", first), Turn("assistant", told))
    answer = demo_assistant.answer(Question("假日的話？", history=history, today=FRIDAY))
    assert "400" in answer.text


@pytest.mark.parametrize(
    ("text", "erases"),
    [
        ("我想看我的資料", False),
        ("給我看我的所有紀錄", False),
        ("我想看「慢慢來」的資料", False),
        ("把我的資料全部清掉", True),
        ("delete everything you have about me", True),
    ],
)
def test_nothing_is_offered_to_be_erased_without_a_word_for_it(
    text: str, erases: bool, meant: Callable[[str], Query]
) -> None:
    log = meant(text).log
    assert (log is not None and log.ask == "erase") is erases


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("岩嶼攀岩館-台中店還有沒有空車位", "live"),
        ("推薦我從 5.9 開始爬的教練，他說的 5.9 法式怎麼標", "convert"),
        ("社畜狗跪求台北晚上十一點還開的岩館", "gym_list"),
        ("去岩場要遵守哪些環境守則", "knowledge"),
        ("At what point do you retire a carabiner?", "knowledge"),
        ("Should I retire my rope after a big fall?", "safety"),
        ("石螢谷哪些路線有老舊 bolt", "list"),
        ("石螢谷的停車場在哪", "crag_info"),
    ],
)
def test_the_other_wordings_of_a_frame(
    text: str, intent: str, meant: Callable[[str], Query]
) -> None:
    assert meant(text).intent == intent
