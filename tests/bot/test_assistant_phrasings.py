"""Phrasings that no table of words holds: what is asked of something named is still found out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import Answer, Question, Turn
from bot.understanding.examples import nearest_property, properties
from bot.understanding.mending import mended_by_sound
from bot.understanding.words import NAME
from knowledge.text import key

if TYPE_CHECKING:
    from bot.assistant import Assistant


def ask(assistant: Assistant, text: str, *before: str) -> Answer:
    history = tuple(Turn("user", each) for each in before)
    return assistant.answer(Question(text, date(2026, 11, 20), history))


def asked_fields(answer: Answer) -> tuple[str, ...]:
    assert answer.query is not None
    return answer.query.fields


@pytest.mark.parametrize("subject", ["route", "gym", "crag"])
def test_an_example_of_a_property_is_nearest_to_itself(subject: str) -> None:
    wrong = [
        (kind, text)
        for kind, text in properties(subject)
        if nearest_property(
            subject,
            NAME.join(map(key, text.split("@"))),
            text.casefold(),
        ).kind
        != kind
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("hey, anyone know what Empty Shell goes at?", "grade"),
        ("倒長的森林有沒有其他稱呼", "names"),
        ("give me the rundown on Doorstep Traverse please", "overview"),
        ("麻煩把灰鯨的資料丟給我", "overview"),
        ("灰鯨要扣幾次", "bolts"),
        ("灰鯨頂端的固定點資料上怎麼寫", "anchor"),
        ("有没有门神的视频", "video"),
        ("圖冊怎麼形容鹽罐的", "description"),
        ("number of draws for Foghorn", "gear"),
        ("灰鯨跟霧笛在同一區嗎", "location"),
        ("浮島抱石館平日假日差多少", "price"),
        ("滴水升要帶幾支快叩，bolt 有幾顆", "bolts"),
        ("Where's Floating Island Bouldering? address please", "address"),
        ("addresses of Rock Isle Climbing Gym Taichung and Floating Island please", "address"),
    ],
)
def test_the_property_is_found_without_its_word(
    text: str, field: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert field in asked_fields(answer)
    assert not answer.abstained
    assert answer.route_ids or answer.gym_ids


@pytest.mark.parametrize(
    "text",
    [
        "霧笛可以帶狗嗎",
        "霧笛有多少人完攀",
        "浮島抱石館可以刷卡嗎",
        "霧鳴岬蚊子多嗎",
        "why is it called Foghorn",
    ],
)
def test_what_no_record_holds_is_not_given(text: str, demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, text).abstained


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("學長說石筍湯 5.10c，他唬我的嗎？是不是真的", "SY-SH-002"),
        ("灰鯨的背景故事", "WM-WHALE-BACK-302"),
        ("有沒有人拍灰鯨", "WM-WHALE-BACK-302"),
    ],
)
def test_a_name_among_ordinary_words_is_found(
    text: str, route: str, demo_assistant: Assistant
) -> None:
    assert ask(demo_assistant, text).route_ids == (route,)


@pytest.mark.parametrize("text", ["小灰鯨的難度", "灰鯨二的難度", "大灰鯨幾級"])
def test_a_longer_name_is_another_one(text: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, text)
    assert answer.route_ids == ()
    assert answer.abstained


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("霧笛的南肚是多少", "霧笛的難度是多少"),
        ("是誰手攀的", "是誰首攀的"),
        ("單次多少前", "單次多少錢"),
        ("現在封閉嗎", "現在封閉嗎"),
        ("路現在封閉嗎", "路現在封閉嗎"),
        ("hw hard is it", "how hard is it"),
        ("the gread of it", "the grade of it"),
        ("Bolts of Lightning", "Bolts of Lightning"),
    ],
)
def test_slips_in_the_words_of_questions_are_mended(text: str, mended: str) -> None:
    assert mended_by_sound(text, lambda _: ()) == mended


def test_the_names_of_records_are_not_mended(demo_assistant: Assistant) -> None:
    # 鹽罐 sounds like 岩館
    spelt = demo_assistant.knowledge.gazetteer.spelt
    assert mended_by_sound("鹽罐幾級", spelt) == "鹽罐幾級"


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("石螢谷的鐘乳廳各難度有幾條啊", ""),
        ("幫我統計霧鳴岬每個級數的路線數", ""),
        ("霧鳴岬各類型分別幾條", "type"),
        ("石萤谷各类型线路的数量分布", "type"),
        ("霧鳴岬 的 trad 各 area 有幾條", "area"),
        ("霧鳴岬各分區路線數統計一下", "area"),
        ("how many routes of each type at Wuming Cape", "type"),
        ("break down the routes at Wuming Cape by wall", "area"),
        ("Wuming Cape grade breakdown", ""),
    ],
)
def test_numbers_for_each_share_are_a_distribution(
    text: str, over: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.query is not None
    assert (answer.intent, answer.query.topic) == ("distribution", over)


def test_a_distribution_also_counts_whole_grades(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "石螢谷苔階的難度分布")
    assert "5.8：2；5.9：1；5.10：1" in answer.text


@pytest.mark.parametrize("text", ["霧鳴岬有幾個分區", "霧鳴岬依難度排列的運攀路線"])
def test_areas_and_sorted_lists_are_no_distribution(text: str, demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, text).intent != "distribution"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("霧鳴岬難度前三名是哪三條", "superlative"),
        ("霧鳴岬難度排第一的是哪條", "superlative"),
        ("推霧鳴岬 5.12c 左右的線", "recommend"),
        ("推個石螢谷的抱石", "recommend"),
        ("想爬 5.8，霧鳴岬有什麼路線可以選", "list"),
        ("how many routes are in the Firefly Wall area at Stone Firefly Valley", "count"),
        ("how many areas does Wuming Cape have", "crag_info"),
        ("台中市岩館總共幾家", "gym_list"),
        ("浮島岩館地址", "gym_info"),
    ],
)
def test_what_is_wanted_is_told_by_the_whole_phrase(
    text: str, intent: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.intent == intent
    assert not answer.abstained


def test_two_subjects_joined_by_a_plus_are_both_answered(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "守燈日誌難度 + 岩嶼攀岩館-台南店的地址 謝啦")
    assert "5.10d" in answer.text
    assert "示範二街" in answer.text


def test_one_route_is_recommended_when_just_one_is_wanted(demo_assistant: Assistant) -> None:
    assert len(ask(demo_assistant, "recommend just one 5.10c at Wuming Cape").route_ids) == 1


def test_routes_with_old_bolts_are_found_however_it_is_put(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "石螢谷哪些 route 的 bolt 比較老舊")
    assert len(answer.route_ids) == 1


def test_a_wall_whose_only_route_without_bolts_has_the_fewest(demo_assistant: Assistant) -> None:
    assert "天井" in ask(demo_assistant, "霧鳴岬迴聲廊 bolt 最少的是哪一條").text


@pytest.mark.parametrize(
    "text",
    ["How many routes does Marble Blueprint have?", "想 project 羽毛保險箱 有影片嗎"],
)
def test_an_unknown_name_in_its_slot_is_unknown(text: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, text)
    assert answer.abstained
    assert answer.route_ids == ()


def test_a_name_in_capitals_made_of_plain_words_is_a_name(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "Who was the first to climb Rock and Scissors?")
    assert len(answer.route_ids) == 1


@pytest.mark.parametrize(
    ("text", "field", "names"),
    [
        (
            "大家好，我是剛加入的新手，上個月才通過先鋒檢定，這週末學長要帶我去霧鳴岬，"
            "他說會先爬右手，可是我忘了問要幾支，所以想請問這條路線上有幾顆 bolt？感恩",
            "bolts",
            ("右手",),
        ),
        (
            "嗨，我之前都在台北爬抱石，最近搬到台南，想找新的館，朋友說岩嶼台南店不錯，"
            "但我下班都很晚了，請問他們平日開到幾點？",
            "hours",
            ("岩嶼台南店",),
        ),
        (
            "Hi all, I started climbing last month, my friend wants to take me to Wuming Cape, "
            "she says Grey Whale is great, so who did the first ascent of it?",
            "first_ascent",
            ("Grey Whale",),
        ),
    ],
)
def test_the_story_before_a_question_narrows_nothing(
    text: str, field: str, names: tuple[str, ...], demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, text)
    assert answer.query is not None
    assert asked_fields(answer) == (field,)
    assert tuple(m.surface for m in (*answer.query.routes, *answer.query.gyms)) == names


def test_a_gym_is_compared_with_that_of_the_turn_before(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "跟浮島抱石館比哪間便宜", "岩嶼攀岩館-台南店平日單次多少")
    assert answer.intent == "compare"
    assert len(answer.gym_ids) == 2


@pytest.mark.parametrize(("word", "english"), [("「傳攀」", "trad climbing"), ("「偏軟」", "soft")])
def test_another_word_is_explained_after_one(
    word: str, english: str, demo_assistant: Assistant
) -> None:
    assert english in ask(demo_assistant, f"那{word}呢", "快扣英文怎麼說").text


@pytest.mark.parametrize("text", ["good morning!", "早安", "Hi everyone", "哈囉大家～"])
def test_a_greeting_is_one_whatever_a_route_is_called(text: str, demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, text).intent == "greeting"
