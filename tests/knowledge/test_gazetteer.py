from __future__ import annotations

import pytest

from knowledge.gazetteer import Gazetteer, Linking, NameMention, Scope
from knowledge.schema import UNKNOWN_GRADE, Area, Crag, Gym, Route, Sector

CRAGS = (
    Crag("moon", "月牙灣", "s", name_en="Crescent Bay", aliases=("月灣",)),
    Crag("hill", "鹿丘", "s", name_en="Deer Hill"),
)
AREAS = (
    Area("moon/north", "moon", "北岬", "s", name_en="North Cape"),
    Area("moon/hall", "moon", "迴音大廳", "s", name_en="Echo Hall"),
    Area("hill/oak", "hill", "老橡區", "s", name_en="Old Oak"),
    Area("hill/sun", "hill", "朝陽牆", "s", name_en="Sunrise Wall"),
)
SECTORS = (
    Sector("moon/north/外側", "moon", "moon/north", "外側", "s", name_en="Outer Side"),
    Sector("moon/hall/外側", "moon", "moon/hall", "外側", "s"),
    Sector("moon/hall/迴音大廳", "moon", "moon/hall", "迴音大廳", "s"),
    Sector("hill/oak/樹根", "hill", "hill/oak", "樹根", "s", name_en="The Roots"),
)


def route(id_: str, name: str, name_en: str = "", **more: object) -> Route:
    area = str(more.pop("area_id", "moon/north"))
    crag = area.partition("/")[0]
    return Route(id_, crag, name, UNKNOWN_GRADE, "s", name_en=name_en, area_id=area, **more)  # type: ignore[arg-type]


ROUTES = (
    route("r1", "漲潮的鐘", "Tidal Bell"),
    route("r2", "⽼船長", "Old Captain", old_names=("菜鳥船長",)),
    route("r3", "右手", "Right Hand"),
    route("r4", "痛", "Pain"),
    route("r5", "黑潮", "Black Current"),
    route("r6", "黑潮", "Kuroshio", area_id="hill/oak"),
    route("r7", "燈塔守望者", "Lighthouse Keeper"),
    route("r8", "燈塔守望者的貓", "Keeper's Cat"),
    route("r9a", "長浪", "Long Swell", title="長浪 | P1", pitch="P1", area_id="moon/hall"),
    route("r9b", "長浪", "Long Swell", title="長浪 | P2", pitch="P2", area_id="moon/hall"),
    route("r9c", "長浪", "Long Swell", title="長浪 | P3", pitch="P3", area_id="moon/hall"),
    route("r10", "迴音大廳", "Echo Hall Direct", area_id="moon/hall"),
    route("r11", "雲端天梯一", "Cloud Ladder 1"),
    route("r12", "雲端天梯二", "Cloud Ladder 2"),
    route("r13", "斜板", "The Slab"),
    route("r14", "十", "Ten"),
    route("r15", "", "Marmalade Sky"),
    route("r16", "倒掛的蝙蝠王", "Upside-down Bat King"),
    route("r17", "大家可以", "Yes I Can"),
    route("r18", "盾", "Buckler"),
    route("r19", "月影之盾", "Shield of the Moonshadow"),
    route("r20", "W溝", "W-Gully"),
    route("r21", "輕舟已過", "Swift Boat", aliases=("萬重山",)),
    route("r22", "音樂盒子", "Music Box", area_id="hill/sun"),
)
GYMS = (
    Gym(
        "rock-a",
        "磐石攀岩館-永春店",
        "s",
        name_en="Bedrock Climbing Gym Yongchun",
        city="台北市",
        district="信義區",
    ),
    Gym(
        "rock-b",
        "磐石攀岩館-豐原店",
        "s",
        name_en="Bedrock Climbing Gym Fengyuan",
        city="台中市",
        district="豐原區",
    ),
    Gym("float", "浮島抱石館", "s", name_en="Floating Island Bouldering", city="台南市"),
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.build(CRAGS, AREAS, SECTORS, ROUTES, GYMS)


def only(linking: Linking) -> NameMention:
    assert len(linking.mentions) == 1, linking
    return linking.mentions[0]


@pytest.mark.parametrize(
    ("text", "kind", "ids", "how"),
    [
        ("漲潮的鐘幾級？", "route", ("r1",), "exact"),
        ("涨潮的钟几级", "route", ("r1",), "exact"),
        ("老船長有幾顆 bolt", "route", ("r2",), "exact"),
        ("菜鳥船長現在叫什麼", "route", ("r2",), "old"),
        ("萬重山在哪一區", "route", ("r21",), "alias"),
        ("How hard is tidal bell?", "route", ("r1",), "english"),
        ("Tidal Bell's grade", "route", ("r1",), "english"),
        ("marmalade sky grade", "route", ("r15",), "english"),
        ("月牙灣有哪些路線", "crag", ("moon",), "exact"),
        ("月灣怎麼去", "crag", ("moon",), "alias"),
        ("what routes are at crescent bay", "crag", ("moon",), "english"),
        ("北岬有幾條路線", "area", ("moon/north",), "exact"),
        ("老橡有幾條路線", "area", ("hill/oak",), "alias"),
        ("朝陽那區推薦什麼", "area", ("hill/sun",), "partial"),
        ("樹根有哪些路線", "sector", ("hill/oak/樹根",), "exact"),
        ("W 溝這條路線呢", "route", ("r20",), "exact"),
        ("燈塔守望者的貓難嗎", "route", ("r8",), "exact"),
    ],
)
def test_names_as_recorded_link(
    gazetteer: Gazetteer, text: str, kind: str, ids: tuple[str, ...], how: str
) -> None:
    found = only(gazetteer.link(text))
    assert (found.kind, found.ids, found.how) == (kind, ids, how)


@pytest.mark.parametrize(
    ("text", "ids", "how"),
    [
        ("燈塔守忘者幾級", ("r7",), "homophone"),
        ("燈塔守望幾級", ("r7",), "partial"),
        ("燈守望者幾級", ("r7",), "typo"),
        ("燈塔望守者幾級", ("r7",), "typo"),
        ("燈塔守守望者幾級", ("r7",), "typo"),
        ("倒掛的虎蝠王幾級", ("r16",), "typo"),
        ("黑朝幾級", ("r5", "r6"), "homophone"),
        ("ㄓㄤˇㄔㄠˊㄉㄜ˙ㄓㄨㄥ幾級", ("r1",), "homophone"),
        ("ㄓㄤ ㄔㄠ ㄉㄜ ㄓㄨㄥ 幾級", ("r1",), "homophone"),
        ("音月盒子幾級", ("r22",), "homophone"),
        ("how hard is tidal bel", ("r1",), "typo"),
        ("what grade is Lighthose Keeper", ("r7",), "typo"),
        ("Marmalade grade?", ("r15",), "partial"),
        ("雲端天梯幾級", ("r11", "r12"), "partial"),
    ],
)
def test_names_that_are_nearly_right_link(
    gazetteer: Gazetteer, text: str, ids: tuple[str, ...], how: str
) -> None:
    found = only(gazetteer.link(text))
    assert (set(found.ids), found.how) == (set(ids), how)


def test_a_misspelt_name_covers_the_shorter_name_inside_it(gazetteer: Gazetteer) -> None:
    assert only(gazetteer.link("月隱之盾幾級")).ids == ("r19",)
    assert only(gazetteer.link("盾這條幾級")).ids == ("r18",)


@pytest.mark.parametrize(
    "text",
    [
        "我的右手受傷了還能爬嗎",
        "手指痛還能爬嗎",
        "好痛喔",
        "斜板路線推薦",
        "有適合新手的斜板嗎",
        "大家可以帶狗去嗎",
        "十個人去可以嗎",
        "12 級以上的路線",
        "長浪警報發布了嗎",
        "5.10a 的運攀有哪些",
        "what is a slab",
        "can I climb with my right hand hurt",
    ],
)
def test_ordinary_words_are_not_names(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.link(text) == Linking()


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("右手幾級", "r3"),
        ("右手這條難嗎", "r3"),
        ("「痛」在哪一區", "r4"),
        ("痛這條有幾顆 bolt", "r4"),
        ("痛的難度", "r4"),
        ("斜板幾級", "r13"),
        ("「斜板」這條", "r13"),
        ("「十」幾級", "r14"),
        ("大家可以這條幾級", "r17"),
        ("想爬一條叫痛的路線", "r4"),
    ],
)
def test_ordinary_words_are_names_where_one_is_asked_for(
    gazetteer: Gazetteer, text: str, id_: str
) -> None:
    assert only(gazetteer.link(text)).ids == (id_,)


def test_neighbours_make_a_word_a_name(gazetteer: Gazetteer) -> None:
    linking = gazetteer.link("右手和漲潮的鐘哪條比較難")
    assert [mention.ids for mention in linking.mentions] == [("r3",), ("r1",)]


def test_offsets_lead_to_the_surface(gazetteer: Gazetteer) -> None:
    text = "請問 Tidal-Bell 跟「⽼ 船長」？"
    linking = gazetteer.link(text)
    assert [text[m.start : m.end] for m in linking.mentions] == ["Tidal-Bell", "⽼ 船長"]
    assert [m.surface for m in linking.mentions] == ["Tidal-Bell", "⽼ 船長"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("迴音大廳有幾條路線", "area"),
        ("迴音大廳這條幾級", "route"),
        ("迴音大廳首攀是誰", "route"),
        ("迴音大廳區推薦什麼", "area"),
        ("迴音大廳", "area"),
    ],
)
def test_words_around_choose_the_kind(gazetteer: Gazetteer, text: str, kind: str) -> None:
    found = only(gazetteer.link(text))
    assert found.kind == kind
    assert {found.kind, *(other for other, _ in found.other)} == {"area", "sector", "route"}
    assert found.of("route") == ("r10",)
    assert found.of("gym") == ()


def test_a_place_named_settles_which_route_is_meant(gazetteer: Gazetteer) -> None:
    both = only(gazetteer.link("黑潮幾級"))
    assert (both.ids, both.runners_up) == (("r5", "r6"), ())
    linking = gazetteer.link("鹿丘的黑潮幾級")
    assert [m.ids for m in linking.mentions] == [("hill",), ("r6",)]
    assert linking.mentions[1].runners_up == ("r5",)
    later = gazetteer.link("黑潮幾級？我說北岬的")
    assert [m.ids for m in later.mentions] == [("r5",), ("moon/north",)]


def test_each_name_takes_the_nearest_place_before_it(gazetteer: Gazetteer) -> None:
    linking = gazetteer.link("月牙灣的黑潮跟鹿丘的黑潮哪條難")
    assert [m.ids for m in linking.mentions] == [("moon",), ("r5",), ("hill",), ("r6",)]


def test_the_conversation_settles_what_the_text_leaves_open(gazetteer: Gazetteer) -> None:
    scope = Scope(crag_ids=("hill",))
    assert only(gazetteer.link("黑潮幾級", within=scope)).ids == ("r6",)
    linking = gazetteer.link("月牙灣的黑潮幾級", within=scope)
    assert linking.mentions[1].ids == ("r5",)
    elsewhere = Scope(area_ids=("hill/sun",))
    assert only(gazetteer.link("黑潮幾級", within=elsewhere)).ids == ("r5", "r6")


def test_sectors_of_one_name_are_told_apart_by_their_area(gazetteer: Gazetteer) -> None:
    linking = gazetteer.link("迴音大廳外側有哪些路線")
    assert [m.ids for m in linking.mentions] == [("moon/hall",), ("moon/hall/外側",)]
    linking = gazetteer.link("北岬的外側有幾條")
    assert [m.ids for m in linking.mentions] == [("moon/north",), ("moon/north/外側",)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("長浪幾級", ("r9a", "r9b", "r9c")),
        ("長浪 P2 幾級", ("r9b",)),
        ("長浪第二段幾級", ("r9b",)),
        ("長浪的第三繩距多長", ("r9c",)),
        ("長浪 | P1 難嗎", ("r9a",)),
        ("how hard is the second pitch of Long Swell", ("r9b",)),
        ("長浪第七段幾級", ("r9a", "r9b", "r9c")),
    ],
)
def test_pitches_are_one_line_or_the_one_named(
    gazetteer: Gazetteer, text: str, ids: tuple[str, ...]
) -> None:
    assert only(gazetteer.link(text)).ids == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("磐石永春幾點開", ("rock-a",)),
        ("磐石攀岩館永春店票價", ("rock-a",)),
        ("豐原店週末票價多少", ("rock-b",)),
        ("磐石幾點開", ("rock-a", "rock-b")),
        ("Bedrock opening hours", ("rock-a", "rock-b")),
        ("bedrock fengyuan price", ("rock-b",)),
        ("磐石台中幾點開", ("rock-b",)),
        ("磐石信義店幾點開", ("rock-a",)),
        ("台中的磐石幾點開", ("rock-b",)),
        ("永春磐石幾點開", ("rock-a",)),
        ("盤石幾點開", ("rock-a", "rock-b")),
        ("浮島在哪裡", ("float",)),
        ("浮島攀岩館票價", ("float",)),
        ("福島幾點開", ("float",)),
    ],
)
def test_gyms_are_known_by_brand_branch_and_town(
    gazetteer: Gazetteer, text: str, ids: tuple[str, ...]
) -> None:
    found = only(gazetteer.link(text))
    assert (found.kind, found.ids) == ("gym", ids)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("銀河鐵道幾級", "銀河鐵道", "route"),
        ("請問月牙灣的飛天神豬這條路線有幾顆 bolt", "飛天神豬", "route"),
        ("「孤獨的狼」在哪", "孤獨的狼", None),
        ("孤獨的狼首攀是誰", "孤獨的狼", "route"),
        ("雲端天梯三幾級", "雲端天梯三", "route"),
        ("阿里山有幾條路線", "阿里山", "crag"),
        ("飛天攀岩館幾點開", "飛天", "gym"),
        ("磐石花蓮店幾點開", "磐石花蓮店", "gym"),
        ("磐石高雄票價多少", "磐石高雄", "gym"),
        ("有沒有叫彩虹大道的路線", "彩虹大道", "route"),
        ("how hard is Purple Banana?", "Purple Banana", "route"),
        ("tell me about moonlight sonata", "moonlight sonata", "route"),
        ("who first climbed Lord of Lanterns?", "Lord of Lanterns", "route"),
        ("老船長二號幾級", "老船長二號", "route"),
    ],
)
def test_names_that_nobody_knows_are_told(
    gazetteer: Gazetteer, text: str, surface: str, kind: str | None
) -> None:
    linking = gazetteer.link(text)
    assert [(name.surface, name.kind) for name in linking.unknown] == [(surface, kind)]
    assert not linking.of_kind("route", "area", "sector", "gym")


@pytest.mark.parametrize(
    "text",
    [
        "「紅點」是什麼意思",
        "有哪些岩館",
        "最難的路線是哪條",
        "台北有哪些岩館幾點開",
        "我通常爬幾級的路線比較好",
        "這條路線幾級",
        "女生一般爬幾級",
        "where is the best crag",
        "how hard is it",
        "他說「今天不想爬那麼難的」",
        "V4 等於 5 點多少",
        "明天天氣怎麼樣",
    ],
)
def test_questions_without_a_name_have_no_unknown_one(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.link(text) == Linking()


def test_similar_names_are_suggested(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggestions("燈塔看守人")[0] == "r7"
    assert gazetteer.suggestions("Lighthouse Guard", kind="route") == ("r7",)
    assert gazetteer.suggestions("雲端天梯三") == ("r11", "r12")
    assert set(gazetteer.suggestions("磐石花蓮店", kind="gym")) == {"rock-a", "rock-b"}
    assert gazetteer.suggestions("量子糾纏態") == ()


def test_an_empty_catalogue_links_nothing() -> None:
    empty = Gazetteer.build()
    assert empty.link("漲潮的鐘幾級").mentions == ()
    assert empty.link("").mentions == ()
    assert empty.suggestions("漲潮") == ()
