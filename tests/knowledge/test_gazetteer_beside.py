"""Names with other words beside them: what is asked, fillers, other names, longer names."""

from __future__ import annotations

import pytest

from knowledge.gazetteer import Gazetteer, Linking
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Gym, Route

_NAMES = {
    "moss": ("蘚苔帖", "Moss Letter"),
    "hand": ("左手", "Left Hand"),
    "drip": ("屋簷滴", "Eaves Drip"),
    "lamp": ("熄燈鈴", "Lights Out"),
    "nap": ("偷鞋", "Stolen Shoe"),
    "chain": ("Chain Me Down", "Chain Me Down"),
    "slow": ("慢慢", "Slowly"),
    "ceiling": ("金門大天井", "Golden Skylight"),
    "fifty": ("五十一", "Fifty-one"),
    "flash": ("霹靂", "Thunderclap"),
    "speech": ("可能是", "Should Be"),
    "phrase": ("煙囪平台", "Chimney Ledge"),
    "notebook": ("小刀片", "Penknife"),
    "storm": ("毛毛雨", "Drizzle"),
    "slab": ("外傾", "Leaning"),
    "gate": ("九重關", "Triple Gate"),
    "knife": ("鏟", "Spade"),
    "home": ("螢燈歸", "Firefly Home"),
}
_GAZETTEER = Gazetteer.build(
    [Crag("crag", "月牙灣", "s", name_en="Crescent Bay")],
    [Area("crag/a", "crag", "北岬", "s"), Area("crag/b", "crag", "老人岩", "s")],
    [],
    [
        Route(id_, "crag", name, UNKNOWN_GRADE, "s", name_en=name_en, area_id="crag/a")
        for id_, (name, name_en) in _NAMES.items()
    ],
    [Gym("corner", "角攀岩館-河濱", "s"), Gym("tide", "潮間帶抱石館", "s")],
)


def link(text: str) -> Linking:
    return _GAZETTEER.link(text)


def ids(text: str) -> list[str]:
    linking = link(text)
    assert linking.unknown == (), linking
    return [id_ for mention in linking.mentions for id_ in mention.ids]


@pytest.mark.parametrize(
    "opener", ["求", "跪求", "想看", "想查", "幫查", "分享", "求解", "有人知道"]
)
@pytest.mark.parametrize(
    "asked", ["的路線特色", "的攀登影片", "的路線描述", "的首攀者", "的難度", "怎麼爬", " beta"]
)
@pytest.mark.parametrize("route", ["moss", "hand", "ceiling", "phrase"])
def test_a_name_stands_between_an_opener_and_what_is_asked(
    opener: str, asked: str, route: str
) -> None:
    assert ids(opener + _NAMES[route][0] + asked) == [route]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("屋簷滴和熄燈鈴分別幾顆 bolt", ["drip", "lamp"]),
        ("屋簷滴跟熄燈鈴各多長", ["drip", "lamp"]),
        ("屋簷滴、熄燈鈴 各是幾級", ["drip", "lamp"]),
        ("左手跟偷鞋各自多長", ["hand", "nap"]),
        ("Chain Me Down和偷鞋分別幾顆 bolt", ["chain", "nap"]),
        ("慢慢和左手都是運攀嗎", ["slow", "hand"]),
        ("左手還是霹靂難", ["hand", "flash"]),
        ("左手 vs 慢慢", ["hand", "slow"]),
        ("跟左手比哪條難", ["hand"]),
        ("和霹靂相比哪條難", ["flash"]),
        ("比左手難嗎", ["hand"]),
        ("霹靂和左手一起比，哪個難", ["flash", "hand"]),
        ("五十一跟偷鞋哪條比較難", ["fifty", "nap"]),
        ("鏟和偷鞋誰比較長", ["knife", "nap"]),
    ],
)
def test_names_that_are_compared_link_both(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("who 首攀 慢慢？", "slow"),
        ("what grade is 左手", "hand"),
        ("誰首攀毛毛雨", "storm"),
        ("誰開的左手", "hand"),
        ("金門大天井有路線描述嗎", "ceiling"),
        ("金門大天井有影片嗎", "ceiling"),
        ("金門大天井有沒有 anchor", "ceiling"),
        ("金門大天井要帶什麼", "ceiling"),
        ("五十一幾級", "fifty"),
        ("五十一 FA", "fifty"),
        ("五十一難不難", "fifty"),
        ("Penknife FA 是誰", "notebook"),
        ("可能是幾級", "speech"),
    ],
)
def test_names_link_where_only_a_route_can_be_meant(text: str, route: str) -> None:
    assert ids(text) == [route]


@pytest.mark.parametrize(
    "text",
    [
        "五十一條路線",
        "五十一公尺",
        "五十一點五",
        "這條可能是幾級",
        "我的左手受傷了，想爬難度低的",
        "毛毛雨很大可以爬嗎",
        "左手跟右手哪隻比較有力",
        "慢慢爬到最後一條",
        "石頭是什麼種類",
        "岩石是什麼種類",
        "運攀跟傳攀分別有幾條",
        "求推薦路線，難度 5.9",
        "二十幾級",
    ],
)
def test_ordinary_speech_names_nothing(text: str) -> None:
    assert link(text) == Linking()


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("霹靂岩館幾點開", "霹靂", "gym"),
        ("霹靂抱石館票價", "霹靂", "gym"),
        ("霹靂 Gym 在哪", "霹靂", "gym"),
        ("霹靂岩場有幾條路線", "霹靂", "crag"),
        ("夢遊火車頭攀岩館明天幾點開", "夢遊火車頭", "gym"),
        ("夢遊火車頭明天幾點開", "夢遊火車頭", "gym"),
        ("夢遊少年岩館幾點開", "夢遊少年", "gym"),
        ("旅人岩有哪些路線", "旅人岩", "crag"),
        ("夢遊烏龜岩場有幾條路線", "夢遊烏龜", "crag"),
        ("孤單鯨魚區有哪些路線", "孤單鯨魚區", "crag"),
        ("香菜研究報告是什麼難度", "香菜研究報告", "route"),
        ("香菜研究报告是什么难度", "香菜研究报告", "route"),
        ("香菜研究報告是什麼等級", "香菜研究報告", "route"),
        ("香菜研究報告是幾級", "香菜研究報告", "route"),
        ("香菜研究報告多難", "香菜研究報告", "route"),
        ("香菜研究報告的難度", "香菜研究報告", "route"),
        ("香菜研究報告難不難", "香菜研究報告", "route"),
        ("求香菜研究報告的路線特色", "香菜研究報告", "route"),
        ("誰首攀香菜研究", "香菜研究", "route"),
    ],
)
def test_a_longer_unknown_name_is_no_name_inside_it(text: str, surface: str, kind: str) -> None:
    linking = link(text)
    assert linking.mentions == ()
    assert [(name.surface, name.kind) for name in linking.unknown] == [(surface, kind)]


@pytest.mark.parametrize(
    "text",
    ["霹靂少年有沒有 anchor", "地底小刀片的影片", "Sea Spray Penknife幾顆 bolt",
     "孤單的霹靂鳥的FA", "霹靂的狼 有多高", "九重關卡岩館在哪"],
)  # fmt: skip
def test_a_piece_of_a_longer_name_does_not_link(text: str) -> None:
    assert link(text).mentions == ()


def test_a_slip_in_the_word_that_all_gyms_have_does_not_matter() -> None:
    assert ids("潮間帶抱時館的電話") == ["tide"]


@pytest.mark.parametrize("behind", ["的哪裡", "嗎", "幾級", "哪一區"])
def test_a_name_stands_before_a_place_though_its_end_would_be_a_word(behind: str) -> None:
    assert ids(f"螢燈歸在月牙灣{behind}") == ["home", "crag"]
    assert ids(f"這條歸在月牙灣{behind}") == ["crag"]


@pytest.mark.parametrize(
    "text",
    ["which is longer, 鞋靛約 or 墨箭?", "墨箭跟鞋靛約哪條長", "鞋靛約 vs 墨箭", "鞋靛約和墨箭"],
)
def test_what_is_put_on_a_level_with_a_route_is_the_route(text: str) -> None:
    names = {"ink": "墨箭", "shoe": "鞋靛約"}
    gazetteer = Gazetteer.build(
        [Crag("crag", "月牙灣", "s")],
        [Area("crag/a", "crag", "墨箭岩壁", "s")],
        [],
        [Route(id_, "crag", name, UNKNOWN_GRADE, "s") for id_, name in names.items()],
        [],
    )
    assert {mention.kind for mention in gazetteer.link(text).mentions} == {"route"}
    assert gazetteer.link("墨箭有哪些路線").mentions[0].kind == "area"


@pytest.mark.parametrize(
    "text",
    [
        "is Penknife taller than Chain Me Down",
        "how stiff is Penknife supposed to be",
        "who established Penknife at Crescent Bay",
        "who bagged Penknife first and when",
        "how many clips on Penknife bru",
        "Lengths of Penknife and Chain Me Down, please",
        "Lengths of Chain Me Down & Penknife to choose a rope",
        "who bolted Penknife originally",
        "I did Chain Me Down, is Penknife a step up",
    ],
)
def test_an_english_name_of_one_word_stands_beside_ordinary_words(text: str) -> None:
    assert "notebook" in ids(text)


@pytest.mark.parametrize("text", ["how hard is Penknife attack", "how hard is Lord of Penknife?"])
def test_an_english_name_of_one_word_is_no_piece_of_an_unknown_one(text: str) -> None:
    assert "notebook" not in [id_ for mention in link(text).mentions for id_ in mention.ids]


def test_a_chinese_name_of_ordinary_words_stands_alone_among_english_ones() -> None:
    assert ids("who bolted 煙囪平台 and 金門大天井 originally") == ["phrase", "ceiling"]


@pytest.mark.parametrize(
    "text",
    [
        "月牙灣北岬依類型統計，各幾條",
        "月牙灣的北岬按難度分，每級多少條",
        "月牙灣北岬8 公尺以內的路線",
        "月牙灣北岬佔幾條",
    ],
)
def test_a_place_behind_the_one_that_holds_it_is_named_whatever_follows(text: str) -> None:
    kinds = [name.kind for name in _GAZETTEER.link(text).mentions]
    assert kinds == ["crag", "area"]
