"""An invented town with the habits of other gyms and crags: chains, tickets, bare pointers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.assistant import Assistant
from bot.schema import Answer, Question, Turn
from knowledge.knowledge_base import KnowledgeBase, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

SATURDAY = date(2026, 11, 28)


def _gym(id_: str, name: str, name_en: str, city: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "name": name,
        "nameEn": name_en,
        "location": {
            "city": city,
            "district": more.pop("district", ""),
            "address": f"{city}測試路 7 號",
        },
        **more,
    }


GYMS = {
    "gyms": [
        _gym(
            "east",
            "岩巢攀岩-東門店",
            "Nest East Gate",
            "台北市",
            type="mixed",
            district="內湖區",
            openingHours="平日 10:00-23:00、假日 09:00-21:00",
            pricing={
                "singleEntry": {"weekday": 410, "weekend": 470},
                "monthlyPass": 2600,
                "rental": {"shoes": 80, "chalk": 20},
            },
            facilities=["抱石區", "淋浴間"],
            facilitiesEn=["Bouldering hall", "Hot showers"],
        ),
        _gym(
            "bridge",
            "岩巢攀岩館柳橋店",
            "Nest Willow Bridge",
            "新北市",
            type="bouldering",
            openingHours={"daily": "12:00-22:00", "monday": "全日休息"},
            pricing={"singleEntry": {"weekday": 380}, "notes": "學生憑證 330 元；團體另洽"},
            facilities=["抱石區"],
        ),
        _gym(
            "k9",
            "K9抱石館",
            "K9 Bouldering",
            "台中市",
            type="bouldering",
            openingHours={"daily": "18:00-02:00"},
            pricing={"tenPunch": 2500, "rental": {"shoes": 50}},
            notes="須有確保證",
            facilities=["抱石區", "上方確保"],
        ),
        _gym(
            "corner",
            "轉角攀岩館",
            "CORNER Bouldering Gym",
            "花蓮縣",
            type="bouldering",
            openingHours={"daily": "10:00-21:30"},
        ),
    ]
}
MOOR = {
    "crag": {"id": "moor", "name": "黑沼", "nameEn": "Dark Moor"},
    "areas": [],
    "routes": [
        {"id": "M1", "name": "2級之壁", "grade": "5+", "type": "boulder"},
        {"id": "M2", "name": "冬眠", "grade": "五點超難", "type": "sport"},
        {"id": "M3", "name": "12號", "grade": "5.10c", "type": "sport", "boltCount": 7},
        {"id": "M4", "name": "秋天", "grade": "5.9", "type": "sport"},
        {"id": "M5", "name": "想看海", "nameEn": "Just Want to See the Sea", "grade": "5.8"},
    ],
}
PIER = {
    "crag": {"id": "pier", "name": "雲石港", "nameEn": "Marble Pier"},
    "areas": [],
    "routes": [
        {"id": "P1", "name": "秋天", "grade": "V3", "type": "boulder"},
        {"id": "P2", "name": "南風", "grade": "VII", "type": "trad", "firstAscent": "Noël Ü."},
        {"id": "P3", "name": "北風", "grade": "VIII-", "type": "trad"},
        {"id": "P4", "name": "西風", "grade": "VI", "type": "sport"},
    ],
}
RIDGE = {
    "crag": {
        "id": "ridge",
        "name": "鴉山",
        "description": "2019 年起只有一線牆開放申請攀登，其他區域請勿攀登。",
    },
    "areas": [{"id": "a", "name": "一線牆"}, {"id": "b", "name": "大谷"}],
    "routes": [
        {"id": "R1", "areaId": "a", "name": "細線", "grade": "5.11a", "type": "sport"},
        {"id": "R2", "areaId": "b", "name": "烏鴉", "grade": "5.10a", "type": "sport"},
    ],
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("town")
    for name, data in (("moor", MOOR), ("pier", PIER), ("ridge", RIDGE), ("gyms", GYMS)):
        (home / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    import_files(home / "data", sorted(home.glob("*.json")))
    with KnowledgeBase.open(home / "data") as knowledge:
        yield Assistant(knowledge)


def ask(assistant: Assistant, dialogue: str) -> Answer:
    *before, text = dialogue.split(" » ")
    return assistant.answer(Question(text, SATURDAY, tuple(Turn("user", each) for each in before)))


@pytest.mark.parametrize(
    ("dialogue", "gyms", "words"),
    [
        ("岩巢有幾間店", "east bridge", "共 2 間"),
        ("岩巢有哪些分店", "east bridge", "東門店 柳橋店"),
        ("how many branches does Nest have", "east bridge", "2 gyms"),
        ("K9有幾間分店", "k9", "共 1 間"),
        ("岩巢在台北有幾間", "east", "共 1 間"),
        ("岩巢哪間有淋浴", "east", "東門店"),
        ("岩巢星期一哪間有開", "east", "東門店"),
        ("岩巢最便宜的是哪間", "bridge", "380"),
        ("岩巢有哪些分店 » 第二間星期一有開嗎", "bridge", "公休"),
    ],
)
def test_the_branches_of_a_chain_are_counted_and_chosen_from(
    dialogue: str, gyms: str, words: str, town: Assistant
) -> None:
    answer = ask(town, dialogue)
    assert set(answer.gym_ids) == set(gyms.split())
    assert [word for word in words.split(" ") if word not in answer.text] == []
    assert not answer.abstained


@pytest.mark.parametrize(
    ("text", "words", "abstained"),
    [
        ("岩巢東門店月票多少", "月票 2600", False),
        ("K9 十次券多少錢", "十次票 2500", False),
        ("岩巢東門店有租粉袋嗎", "粉袋租借 20", False),
        ("岩巢柳橋店學生票多少", "「學生憑證 330 元」", False),
        ("岩巢柳橋店團體票多少", "沒有記載團體票", True),
        ("K9年票多少", "沒有記載年票", True),
        ("哪間有月票", "東門店 2600", False),
        ("how much is a monthly pass at Nest East Gate", "monthly 2600", False),
    ],
)
def test_a_ticket_is_found_by_its_everyday_name(
    text: str, words: str, abstained: bool, town: Assistant
) -> None:
    answer = ask(town, text)
    assert [word for word in words.split(" ") if word not in answer.text] == []
    assert answer.abstained is abstained


@pytest.mark.parametrize(
    ("dialogue", "words"),
    [
        ("岩巢東門店幾點開？票價呢？", "10:00-23:00 09:00-21:00 410 470"),
        ("what are the hours and prices of K9", "18:00-02:00 2500"),
        ("岩巢東門店幾點開 » 假日呢", "09:00-21:00"),
        ("岩巢東門店多少錢 » 假日呢", "470"),
        ("does Nest East Gate have lockers", "does not list lockers Bouldering"),
        ("does Nest East Gate have a shower", "has showers Hot"),
        ("岩巢柳橋店有地方洗澡嗎", "沒有列淋浴"),
        ("K9要確保證嗎", "「須有確保證」「上方確保」"),
        ("2級之壁幾級", "5+"),
        ("冬眠幾級", "「五點超難」"),
        ("小黑島現在封閉嗎", "小黑島 資料 黑沼"),
        ("黑沼 12號 bolt 數", "7"),
        ("5.11d 的12號有幾顆 bolt", "不是 5.11d 5.10c 7"),
        ("「秋天」是運攀嗎", "黑沼 雲石港 不是運攀，資料上是抱石"),
        ("how hard is Just Want to See the Sea", "5.8"),
        ("compare Dark Moor and Marble Pier", "“Dark Moor” “Marble Pier” trad 2 sport 1"),
    ],
)
def test_what_is_asked_is_answered_and_nothing_of_it_is_lost(
    dialogue: str, words: str, town: Assistant
) -> None:
    text = ask(town, dialogue).text
    assert [word for word in words.split(" ") if word not in text] == []


@pytest.mark.parametrize(
    ("text", "intent", "words"),
    [
        ("hardest at heizhao", "superlative", "5.10c"),
        ("moonrock hardest", "fact", "moonrock Dark"),
        ("is Moonrock closed now", "gym_hours", "Moonrock"),
        ("ㄏㄟ沼有幾條", "count", "5 條"),
        ("黑照哪裡爬", "crag_info", "5 條"),
        ("雲石港 VII 以上", "list", "南風 北風"),
        ("Noel Ü. 首攀的", "list", "南風"),
        ("Noël Ü. 開的路線", "list", "南風"),
        ("黑沼的秋天幾級 » 那南風呢", "fact", "VII"),
        ("is there a gym near Neihu", "gym_list", "Nest"),
        ("what time does Corner close today", "gym_hours", "21:30"),
        ("12號首盤者是誰", "fact", "12號"),
    ],
)
def test_other_spellings_ask_the_catalogue_and_no_log(
    text: str, intent: str, words: str, town: Assistant
) -> None:
    answer = ask(town, text)
    assert answer.intent == intent
    assert [word for word in words.split(" ") if word not in answer.text] == []


@pytest.mark.parametrize(
    ("text", "gyms", "words"),
    [
        ("九點開門的岩館", "east", "09:00 有開"),
        ("下午兩點台北哪間有開", "east", "14:00 有開 10:00-23:00"),
        ("晚上十點半以後還開著的館", "east k9", "22:30 有開"),
        ("gyms open past 11pm", "k9", "23:00"),
        ("平日晚上十點半還有開的館", "east k9", "週四 22:30 有開"),
        ("開到十點以後的岩館", "east bridge k9", "開到 22:00 以後"),
        ("凌晨一點還有開的岩館", "k9", "18:00-02:00"),
        ("台中可以爬哪裡", "k9", "台中市"),
        ("有什麼岩館", "east bridge k9 corner", "共 4 間"),
        ("想帶六歲小孩去爬，台北有推薦嗎", "east", "小孩"),
    ],
)
def test_gyms_are_chosen_by_a_time_or_a_town_alone(
    text: str, gyms: str, words: str, town: Assistant
) -> None:
    answer = ask(town, text)
    assert set(answer.gym_ids) == set(gyms.split())
    assert [word for word in words.split(" ") if word not in answer.text] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("雲石港封閉了嗎", "未列封閉"),
        ("岩巢東門店有體驗課嗎", "沒有記載體驗課"),
        ("cheapest gym for students in Taichung", "do not mention student tickets"),
    ],
)
def test_what_is_not_recorded_is_said_of_the_thing_asked_about(
    text: str, words: str, town: Assistant
) -> None:
    assert words in ask(town, text).text


def test_only_what_stays_open_is_recommended_with_the_dated_warning(town: Assistant) -> None:
    answer = ask(town, "推薦鴉山的路線")
    assert answer.route_ids == ("R1",)
    assert "⚠️ 注意：請勿攀登：「2019 年起只有一線牆開放申請攀登" in answer.text


@pytest.mark.parametrize("text", ["my hardest at Dark Moor", "hardest send", "我在黑沼爬過幾條"])
def test_a_question_to_ones_own_log_stays_one(text: str, town: Assistant) -> None:
    assert ask(town, text).intent == "personal"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("這條誰開的", "哪"),
        ("這條適合新手嗎", "哪"),
        ("它多難", "哪"),
        ("那家票價多少", "岩館"),
        ("這面牆有幾條", "岩場"),
        ("how hard is it", "Which route"),
        ("K9幾點開 » 這條誰開的", "哪"),
    ],
)
def test_a_pointer_at_nothing_is_asked_back(text: str, asked: str, town: Assistant) -> None:
    answer = ask(town, text)
    assert answer.intent == "clarify"
    assert asked in answer.text
    assert not answer.abstained


@pytest.mark.parametrize("text", ["這條繩子還能用嗎", "這條我爬過嗎", "它是什麼意思"])
def test_other_questions_that_begin_with_a_pointer_are_not(text: str, town: Assistant) -> None:
    assert ask(town, text).intent != "clarify"
