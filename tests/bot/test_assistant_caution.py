"""Closed routes, places that ask for discretion, and questions that nobody may answer from afar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.schema import CRAG_FIELDS, Answer, Question, Turn
from knowledge.schema import blocks_on
from tests.bot.demo_questions import CRAG_EN, CRAG_ZH

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from knowledge.schema import Crag

FRIDAY = date(2026, 11, 20)
WISHES = (
    "推薦霧鳴岬的路線", "推薦霧鳴岬 5.9 的傳攀", "推薦霧鳴岬 5.10b 的傳攀", "推薦 5.12 的傳攀",
    "推薦守燈人之牆的路線", "推薦燈塔之下的傳攀", "霧鳴岬新手適合爬什麼", "推薦頂繩路線",
    "霧鳴岬有適合第一次先鋒的嗎", "推薦跟燈塔看守的貓類似的路線", "推薦跟末班船類似的路線",
    "霧鳴岬最難的傳攀推薦嗎", "推薦三條鯨背的路線", "推薦 5.11 的運攀", "推薦石螢谷 5.12 的路線",
    "推薦鐘乳廳的路線", "鯨背值得爬的路線", "suggest trad routes at Wuming Cape",
    "recommend routes at Keeper's Wall", "recommend 5.12 trad",
    "what should I climb at Wuming Cape",
)  # fmt: skip
ASKS_OF_SENSITIVE = (
    "石螢谷在哪裡", "石螢谷確切位置", "石螢谷 GPS", "石螢谷怎麼開車去", "石螢谷入口在哪",
    "石螢谷要停哪", "石螢谷步道怎麼走", "石螢谷地圖", "螢火牆怎麼走", "鐘乳廳的座標", "溪床停車",
    "流螢在哪", "千年一滴怎麼去", "介紹螢火牆", "石萤谷停车", "石螢谷公車", "石螢谷附近有什麼",
    "石螢谷地址跟停車場在哪", "霧鳴岬和石螢谷怎麼去", "霧鳴岬跟石螢谷停車比較",
    "哪個岩場比較好停車", "石螢谷附近有雜貨店嗎", "石螢谷介紹", "把石螢谷的原始資料整筆給我",
    "is there parking at Stone Firefly Valley", "how do I find Firefly Wall", "南投的岩場怎麼去",
    "exact location of Stone Firefly Valley", "推薦石螢谷的路線", "石螢谷有哪些路線",
)  # fmt: skip


def ask(assistant: Assistant, *said: str) -> Answer:
    history = tuple(Turn("user", text) for text in said[:-1])
    return assistant.answer(Question(said[-1], FRIDAY, history, paged=False))


@pytest.fixture(scope="module")
def quiet(demo_assistant: Assistant) -> Crag:
    (crag,) = (c for c in demo_assistant.knowledge.catalogue.crags() if c.sensitive)
    return crag


def secrets(crag: Crag) -> tuple[str, ...]:
    """What only somebody on the way there needs."""
    return (
        f"{crag.latitude:g}",
        f"{crag.longitude:g}",
        "溪畔產業道路",
        "果園",
        "orchard",
        "國道6號",
        "下交流道",
        "Highway 6",
        "40分鐘",
        "20分鐘",
        "example.org/map",
        "雜貨店",
    )


@pytest.mark.parametrize("wish", WISHES)
def test_what_is_recommended_may_be_climbed(wish: str, demo_assistant: Assistant) -> None:
    for said in ((wish,), (wish, "換一批"), (wish, "換一批", "換一批")):
        answer = ask(demo_assistant, *said)
        if answer.intent != "recommend":
            continue
        for route_id in answer.route_ids:
            route = demo_assistant.knowledge.catalogue.route(route_id)
            assert route is not None
            assert not [flag for flag in route.flags if blocks_on(flag, FRIDAY)]
        assert len(answer.route_ids) <= 3


def test_wishes_are_mostly_recommendations(demo_assistant: Assistant) -> None:
    answers = [ask(demo_assistant, wish) for wish in WISHES]
    assert sum(answer.intent == "recommend" for answer in answers) >= len(WISHES) - 2
    assert sum(bool(answer.route_ids) for answer in answers) >= len(WISHES) // 2


@pytest.mark.parametrize("name", ["燈塔看守的貓", "末班船", "鹽罐", "夜光藻", "蝙蝠先生"])
def test_blocked_routes_are_told_with_their_reason(name: str, demo_assistant: Assistant) -> None:
    for text in (f"{name}幾級", f"{name}可以爬嗎", f"介紹{name}"):
        answer = ask(demo_assistant, text)
        (route,) = (r for r in demo_assistant.knowledge.catalogue.all_routes() if r.name == name)
        assert "⚠️" in answer.text, text
        assert any(flag.evidence in answer.text for flag in route.flags), text


def test_closed_routes_are_listed_when_asked(demo_assistant: Assistant) -> None:
    assert "WM-UNDER-THE-LIGHTHOUSE-207" in ask(demo_assistant, "哪些路線封閉").route_ids


@pytest.mark.parametrize("question", ASKS_OF_SENSITIVE)
def test_nothing_leads_to_a_sensitive_place(
    question: str, demo_assistant: Assistant, quiet: Crag
) -> None:
    answer = ask(demo_assistant, question)
    assert [secret for secret in secrets(quiet) if secret in answer.text] == []


@pytest.mark.parametrize("phrase", [*CRAG_ZH, *CRAG_EN])
def test_no_phrase_opens_it_up(phrase: str, demo_assistant: Assistant, quiet: Crag) -> None:
    for name in (quiet.name, quiet.name_en):
        answer = ask(demo_assistant, phrase.format(name))
        assert [secret for secret in secrets(quiet) if secret in answer.text] == []


def test_every_field_of_it_stays_discreet(demo_assistant: Assistant, quiet: Crag) -> None:
    words = {
        "address": "地址", "approach": "怎麼走", "parking": "停車", "transport": "交通",
        "coordinates": "座標", "amenities": "廁所", "region": "哪個縣市", "height": "多高",
        "season": "季節", "rock": "岩質", "routes": "路線", "areas": "分區", "grades": "難度範圍",
        "description": "特色", "hazards": "注意事項", "types": "型態", "maintainer": "誰整理",
        "names": "英文名", "overview": "介紹", "sectors": "分區",
    }  # fmt: skip
    assert words.keys() == set(CRAG_FIELDS)
    for word in words.values():
        for said in ((f"{quiet.name}{word}",), (f"介紹{quiet.name}", word)):
            answer = ask(demo_assistant, *said)
            assert [secret for secret in secrets(quiet) if secret in answer.text] == [], said


def test_following_up_does_not_open_it_either(demo_assistant: Assistant, quiet: Crag) -> None:
    for said in (
        ("霧鳴岬怎麼去", "石螢谷呢"),
        ("霧鳴岬停車", "換石螢谷"),
        ("流螢幾級", "在哪", "怎麼走"),
        ("石螢谷有哪些路線", "怎麼去", "座標呢", "地址"),
        ("parking at Wuming Cape", "and Stone Firefly Valley?"),
    ):
        answer = ask(demo_assistant, *said)
        assert [secret for secret in secrets(quiet) if secret in answer.text] == [], said


def test_the_open_crag_is_told_in_full(demo_assistant: Assistant) -> None:
    assert "霧鳴漁港停車場" in ask(demo_assistant, "霧鳴岬停車").text
    assert "國道5號" in ask(demo_assistant, "霧鳴岬怎麼去").text


def test_refusing_where_counts_as_abstaining(demo_assistant: Assistant) -> None:
    assert ask(demo_assistant, "石螢谷停車在哪").abstained
    assert not ask(demo_assistant, "石螢谷有幾條路線").abstained


@pytest.mark.parametrize(
    "question",
    ["霧笛安全嗎", "霧笛的 bolt 還能用嗎", "霧鳴岬可以爬嗎", "今天霧鳴岬可以去嗎", "60 米繩夠嗎",
     "地震後可以爬嗎", "下雨後幾天可以爬", "is Foghorn safe to climb", "怎麼確保", "燈油可以爬嗎"],
)  # fmt: skip
def test_nothing_is_certified_from_afar(question: str, demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, question)
    assert answer.intent in {"safety", "live"}
    assert answer.abstained
    for verdict in ("沒問題", "可以放心", "很安全", "應該可以", "it is safe", "you can climb"):
        assert verdict not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "有人墜落不會動了",
        "救命",
        "我朋友掉下來昏迷了",
        "someone fell and is not moving",
        "溺水了怎麼辦",
    ],
)
def test_an_emergency_begins_with_the_number_to_call(
    question: str, demo_assistant: Assistant
) -> None:
    answer = ask(demo_assistant, question)
    assert answer.intent == "emergency"
    assert "119" in answer.text.split("\n")[0]


def test_an_emergency_comes_before_everything_else(demo_assistant: Assistant) -> None:
    answer = ask(demo_assistant, "霧笛幾級？還有浮島電話，啊有人墜落昏迷了")
    assert "119" in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "在霧鳴岬墜落了朋友頭流血",
        "石螢谷有人摔下去流血了",
        "my friend fell at Wuming Cape and is bleeding",
    ],
)
def test_where_it_happened_does_not_hide_an_emergency(text: str, demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question(text, date(2026, 11, 20)))
    assert answer.intent == "emergency"
    assert "119" in answer.text
