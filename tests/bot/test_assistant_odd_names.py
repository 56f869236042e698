"""An invented world of awkward names: numbers, ordinary words, names inside names, twins."""

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

FRIDAY = date(2026, 11, 20)
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "holiday")


def _route(number: int, name: str, grade: str, kind: str, **more: Any) -> dict[str, Any]:
    area = more.pop("area", "")
    return {"id": f"W{number}", "areaId": area, "name": name, "grade": grade, "type": kind, **more}


def _gym(name: str, kind: str, city: str, price: int, hours: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"gym-{name}",
        "name": name,
        "type": kind,
        "location": {"city": city, "address": f"{city}虛構路 {price} 號"},
        "facilities": more.pop("facilities", ["抱石區"]),
        "openingHours": dict.fromkeys(_WEEK, hours) | more.pop("days", {}),
        "pricing": {"singleEntry": {"weekday": price, "weekend": price, **more.pop("tickets", {})}},
        **more,
    }


QUARRY = {
    "crag": {"id": "quarry", "name": "老採石場", "location": {"region": "中部"}},
    "areas": [],
    "routes": [
        _route(1, "2046", "6b+", "sport", firstAscent="周慕雲", boltCount=8),
        _route(2, "7-11", "5c", "sport", boltCount=6),
        _route(3, "小鳥", "5b", "sport", firstAscent="林小鳥", boltCount=5),
        _route(4, "小鳥二", "6a+", "sport", boltCount=6),
        _route(5, "海浪", "5.10b", "sport", length="15m"),
        _route(6, "大海浪", "5.11c", "sport", length="18m"),
        _route(7, "月光寶盒 | P1", "5.7", "trad"),
        _route(8, "月光寶盒 | P2", "5.9", "trad"),
        _route(9, "左", "5.8+", "sport"),
        _route(10, "右", "5.8", "sport"),
    ],
}
BAY = {
    "crag": {"id": "bay", "name": "月光灣", "location": {"region": "東部"}},
    "areas": [{"id": "birdie", "name": "小鳥"}],
    "routes": [
        _route(20, "小鳥", "5A", "boulder", area="birdie"),
        _route(21, "貓", "6B+", "boulder", area="birdie"),
        _route(22, "狗", "7A+", "boulder", area="birdie"),
    ],
}
GYMS = {
    "gyms": [
        _gym("攀", "bouldering", "台北市", 400, "10:00-23:00", tickets={"twilight": 280}),
        _gym("5.14", "lead", "新北市", 500, "14:00-22:30", days={"monday": "公休"}),
        _gym("爬爬", "bouldering", "花蓮縣", 200, "18:00-22:00", days={"holiday": "公休"}),
        _gym("岩究室", "bouldering", "台南市", 300, "13:00-22:00", tickets={"twilight": 200}),
        _gym(
            "岩究室二館", "mixed", "台南市", 380, "07:00-23:00", facilities=["親子區", "淋浴設施"]
        ),
    ]
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("odd")
    for name, data in (("quarry", QUARRY), ("bay", BAY), ("gyms", GYMS)):
        (home / f"{name}.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    import_files(home / "data", sorted(home.glob("*.json")))
    with KnowledgeBase.open(home / "data") as knowledge:
        yield Assistant(knowledge)


def ask(assistant: Assistant, dialogue: str) -> Answer:
    *before, text = dialogue.split(" » ")
    return assistant.answer(Question(text, FRIDAY, tuple(Turn("user", each) for each in before)))


@pytest.mark.parametrize(
    ("dialogue", "routes", "words"),
    [
        ("2046幾級", "W1", "6b+"),
        ("7-11 幾級啊", "W2", "5c"),
        ("2046跟7-11各幾級", "W1 W2", "6b+ 5c"),
        ("what grade is 2046", "W1", "6b+"),
        ("老採石場的小鳥誰首攀的，難度多少，幾個bolt", "W3", "林小鳥 5b 5"),
        ("海浪跟大海浪差幾級", "W5 W6", "5.10b 5.11c"),
        ("海浪幾級 » 那大海浪呢 » 哪條比較難", "W5 W6", "大海浪 比較難"),
        ("貓跟狗哪個難", "W21 W22", "6B+ 7A+ 狗"),
        ("左跟右哪條難", "W9 W10", "略偏難"),
        ("月光寶盒有幾段", "W7 W8", "2 5.7 5.9"),
        ("月光寶盒幾級 » 第二段呢", "W8", "5.9"),
        ("小鳥區有哪些抱石", "W20 W21 W22", "3"),
        ("2046是王家衛首攀的嗎", "W1", "不是 周慕雲"),
        ("誰是林小鳥", "W3", "林小鳥"),
        ("月光灣除了小鳥以外的路線", "", ""),
        ("老採石場不要運攀的路線", "W7 W8", "不含運攀 2"),
        ("推薦比海浪難的", "W1 W6", "大海浪"),
        ("老採石場第二難的路線", "W1 W6", "最難的 2 條"),
    ],
)
def test_awkward_route_names_are_understood(
    dialogue: str, routes: str, words: str, odd: Assistant
) -> None:
    answer = ask(odd, dialogue)
    assert set(answer.route_ids) == set(routes.split())
    assert [word for word in words.split() if word not in answer.text] == []


@pytest.mark.parametrize(
    ("dialogue", "gyms", "words"),
    [
        ("攀幾點開", "攀", "10:00"),
        ("攀這間抱石館的地址電話跟票價", "攀", "虛構路 400 元"),
        ("5.14這間岩館星期一有開嗎", "5.14", "公休"),
        ("爬爬元旦有開嗎", "爬爬", "公休"),
        ("攀跟岩究室哪個便宜", "攀 岩究室", "便宜 100"),
        ("哪幾間有星光票", "攀 岩究室", "280 200"),
        ("星光票最便宜的", "岩究室", "200"),
        ("台南哪間有親子區", "岩究室二館", "親子"),
        ("週日最晚關門的是哪家", "攀 岩究室二館", "23:00"),
        ("早上七點就開的館", "岩究室二館", "07:00"),
        ("台南有岩館嗎 » 那邊有哪些岩館", "岩究室 岩究室二館", "2"),
        ("哪間館星期一公休", "5.14", "公休"),
        ("有淋浴又有親子區的館", "岩究室二館", "1"),
        ("岩究室二館有淋浴嗎", "岩究室二館", "有淋浴"),
        ("2046幾級？還有攀的地址", "攀", "6b+ 台北市"),
    ],
)
def test_awkward_gym_names_are_understood(
    dialogue: str, gyms: str, words: str, odd: Assistant
) -> None:
    answer = ask(odd, dialogue)
    assert set(answer.gym_ids) == {f"gym-{name}" for name in gyms.split()}
    assert [word for word in words.split() if word not in answer.text] == []


@pytest.mark.parametrize(
    ("dialogue", "words"),
    [
        ("哪個岩場有抱石", "月光灣"),
        ("兩個岩場哪個路線多", "老採石場 月光灣"),
        ("哪些岩場在東部 » 有幾條路線", "3"),
        ("老採石場最簡單跟最難的路線是哪條", "最簡單 最難 大海浪"),
    ],
)
def test_crags_are_told_apart_by_what_they_offer(dialogue: str, words: str, odd: Assistant) -> None:
    text = ask(odd, dialogue).text
    assert [word for word in words.split() if word not in text] == []
