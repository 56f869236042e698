"""Questions about every record of a catalogue, made from its names in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.catalog import Catalogue

ROUTE_ZH = (
    "{}幾級", "{}有多長", "{}有幾顆 bolt", "{}在哪一區", "{}誰首攀的", "{}哪一年首攀", "{}有影片嗎",
    "{}的固定點是什麼", "{}怎麼保護", "介紹{}", "{}安全嗎", "{}可以爬嗎", "推薦跟{}類似的路線",
    "{}換成法式是多少", "{}是傳攀嗎", "{}是 5.12a 嗎",
)  # fmt: skip
ROUTE_EN = ("how hard is {}", "how long is {}", "tell me about {}", "is {} safe to climb")
CRAG_ZH = (
    "{}在哪", "{}的地址", "{}的座標", "{}怎麼去", "{}停車", "{}怎麼走進去", "{}有廁所嗎",
    "{}什麼季節適合", "{}是什麼岩", "{}有哪些區", "{}難度範圍", "{}有什麼危險", "{}可以去嗎",
    "介紹{}", "{}有哪些路線", "{}有幾條路線", "{}難度分布", "{}最難的路線", "推薦{}的路線",
    "{}最長的路線", "{}有傳攀嗎", "{}英文叫什麼", "{}多高", "{}有什麼類型", "{}的資料來源是誰",
    "明天{}天氣如何", "{}公車怎麼搭", "{}的 google map",
)  # fmt: skip
CRAG_EN = (
    "where is {}", "coordinates of {}", "how do I get to {}", "parking at {}", "tell me about {}",
    "best season for {}", "approach to {}", "address of {}", "routes at {}", "hardest route at {}",
)  # fmt: skip
GYM_ZH = (
    "{}幾點開", "{}週一有開嗎", "{}今天開到幾點", "{}多少錢", "{}星光票", "{}租鞋多少錢", "{}電話",
    "{}地址", "{}怎麼去", "{}停車", "{}有什麼設施", "{}要預約嗎", "{}是抱石還是上攀", "介紹{}",
    "{}的網站", "{}的 ig",
)  # fmt: skip
GYM_EN = ("when does {} open", "how much is {}", "phone number of {}", "tell me about {}")
OPEN = (
    "有哪些岩場", "有哪些岩館", "哪間岩館最便宜", "推薦斜板路線", "全部的傳攀路線", "最難的路線",
    "哪些路線封閉", "哪些路線有老 bolt", "5.11c 法式多少", "V4 等於 5 點多少", "什麼是 onsight",
    "怎麼確保", "手指痛還能爬嗎", "徵繩伴", "你好", "謝謝", "你會什麼", "記一筆：霧笛 RP",
    "有人墜落不會動了", "今天晚餐吃什麼", "銀河鐵道幾級", "霧鳴岬和石螢谷哪個路線多",
    "霧笛和折射哪條難", "浮島和岩嶼台中哪間便宜", "which gyms are in Taipei", "what can you do",
    "list all trad routes", "convert 5.12a to French", "what is a cam", "hardest route",
    "compare Foghorn and Refraction", "my hardest onsight", "weather tomorrow",
)  # fmt: skip


def route_questions(held: Catalogue) -> Iterator[str]:
    """Every route with some of the phrases, every phrase with some of the routes."""
    for number, route in enumerate(held.all_routes()):
        if route.name:
            for step in (0, 5, 10):
                yield ROUTE_ZH[(number + step) % len(ROUTE_ZH)].format(route.name)
        if route.name_en:
            yield ROUTE_EN[number % len(ROUTE_EN)].format(route.name_en)


def place_questions(held: Catalogue) -> Iterator[str]:
    """Every phrase about every crag, some about every area."""
    for crag in held.crags():
        yield from (phrase.format(crag.name) for phrase in CRAG_ZH)
        yield from (phrase.format(crag.name_en) for phrase in CRAG_EN)
    for number, area in enumerate(held.areas()):
        yield CRAG_ZH[number % len(CRAG_ZH)].format(area.name)
        yield f"{area.name}有哪些路線"


def gym_questions(held: Catalogue) -> Iterator[str]:
    """Every phrase about every gym."""
    for gym in held.all_gyms():
        yield from (phrase.format(gym.name) for phrase in GYM_ZH)
        yield from (phrase.format(gym.name_en) for phrase in GYM_EN)


def all_questions(held: Catalogue) -> tuple[str, ...]:
    """Some four hundred questions, the same ones each time."""
    asked = (*route_questions(held), *place_questions(held), *gym_questions(held), *OPEN)
    return tuple(dict.fromkeys(asked))
