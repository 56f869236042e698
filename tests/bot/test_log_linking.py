"""Imported names meet routes of the catalogue only where one reading is left."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.ascents import Ascent
from bot.logbook.import_plan import plan_import
from bot.logbook.importers import read_log
from bot.logbook.linking import CERTAIN, Linker
from knowledge.text import key
from tests.bot import log_files

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base import KnowledgeBase


@pytest.fixture(scope="module")
def linker(demo_knowledge: KnowledgeBase) -> Linker:
    return Linker.of(demo_knowledge.catalogue)


def climb(name: str, crag: str = "霧鳴岬", grade: str = "", area: str = "") -> Ascent:
    mode = "boulder" if grade.startswith("V") else "lead"
    return Ascent(mode=mode, route_name=name, crag=crag, grade=grade, area=area)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ascent", "route"),
    [
        (climb("灰鯨", grade="5.10a"), "WM-WHALE-BACK-302"),
        (climb("Grey Whale", "Wuming Cape", "5.10a/b PG13"), "WM-WHALE-BACK-302"),
        (climb("grey-whale", "WUMING CAPE", "6a"), "WM-WHALE-BACK-302"),
        (climb("灰鲸", "雾鸣岬"), "WM-WHALE-BACK-302"),
        (climb("灰鯨 (Grey Whale)", grade="5.10a"), "WM-WHALE-BACK-302"),
        (climb("Grey Whale 灰鯨", grade="5.10a"), "WM-WHALE-BACK-302"),
        (climb("浪花簿", grade="5.10b"), "WM-TIDE-GATE-107"),
        (climb("雙門神", grade="5.12a"), "WM-TIDE-GATE-109"),
        (climb("Spout", grade="5.11d"), "WM-WHALE-BACK-305"),
        (climb("Echo", "Wuming Cape", "5.10a"), "WM-ECHO-GALLERY-401"),
        (climb("Echo", "Stone Firefly Valley", "5.11c"), "SY-FW-007"),
        (climb("Echo", "Echo Gallery", "5.10a"), "WM-ECHO-GALLERY-401"),
        (climb("Barnacle", "Wuming Cape, Taiwan", "V2"), "WM-TIDE-GATE-113"),
        (climb("Frog Song", "Stone Firefly Valley", "V4"), "SY-RB-003"),
        (climb("白燈 P2", grade="5.10a"), "WM-UNDER-THE-LIGHTHOUSE-201.2"),
        (climb("長夜", grade="5.12b"), "WM-UNDER-THE-LIGHTHOUSE-204"),
    ],
)
def test_one_reading_is_linked(ascent: Ascent, route: str, linker: Linker) -> None:
    link = linker.link(ascent, "Taiwan")
    assert (link.route_id, link.candidates) == (route, ())
    assert link.confidence >= CERTAIN


@pytest.mark.parametrize(
    "ascent",
    [
        climb("Echo", "", "5.10a"),  # two crags have one
        climb("灰鯨", "龍洞", "5.10a"),  # a crag that is not in the catalogue
        climb("Echo", "Echo Canyon", "5.10a"),
        climb("灰鯨", grade="5.13a"),  # the name fits, the grade says another route
        climb("灰鯨", grade="V4"),
        climb("白燈", grade="5.10a"),  # three pitches
        climb("White Lamp", "Wuming Cape"),
        climb("Gray Whale", "Wuming Cape", "5.10a"),  # almost the name
        climb("灰鯨 (左線)", grade="5.10a"),  # a variation
        climb("灰鯨 Direct", grade="5.10a"),
        climb("灰鯨 (Baleen)", grade="5.10a"),  # two names of two routes
        climb("灰"), climb(""), climb("???"), climb("右"),
    ],
)  # fmt: skip
def test_anything_less_stays_unlinked_and_unsure(ascent: Ascent, linker: Linker) -> None:
    link = linker.link(ascent)
    assert link.route_id == ""
    assert link.confidence < CERTAIN


def test_nothing_abroad_is_linked(linker: Linker) -> None:
    ascent = climb("Grey Whale", "Wuming Cape", "5.10a")
    assert linker.link(ascent, "United States").route_id == ""
    assert linker.link(ascent, "California").route_id == ""
    for home in ("Taiwan", "TW", "臺灣", ""):
        assert linker.link(ascent, home).route_id == "WM-WHALE-BACK-302"


def test_names_that_two_routes_of_one_crag_share_need_more_than_the_name(
    demo_knowledge: KnowledgeBase,
) -> None:
    catalogue = demo_knowledge.catalogue
    echo, foghorn = (
        catalogue.route(each) for each in ("WM-ECHO-GALLERY-401", "WM-UNDER-THE-LIGHTHOUSE-203")
    )
    assert echo is not None
    assert foghorn is not None
    twin = replace(echo, id="TWIN", grade=foghorn.grade, area_id="wuming-cape/whale-back")
    doubled = Linker(
        catalogue.crags(), catalogue.areas(), catalogue.sectors(),
        [*catalogue.all_routes(), twin], catalogue.all_gyms(),
    )  # fmt: skip
    assert doubled.link(climb("迴聲")).candidates == (echo.id, "TWIN")
    assert doubled.link(climb("迴聲", grade="5.11c")).route_id == "TWIN"
    assert doubled.link(climb("迴聲", grade="5.10a")).route_id == echo.id
    assert doubled.link(climb("迴聲", area="鯨背", grade="5.11c")).route_id == "TWIN"
    assert doubled.link(climb("迴聲", area="鯨背")).route_id == ""


def test_gyms_are_linked_by_their_whole_name(linker: Linker) -> None:
    assert linker.link(Ascent(gym="浮島抱石館", route_name="灰鯨")).gym_id == "floating-island"
    assert linker.link(Ascent(gym="Rock Isle Climbing Gym Tainan")).gym_id == "rockisle-tainan"
    assert linker.link(Ascent(gym="岩嶼")).gym_id == ""
    assert linker.link(Ascent(gym="浮島抱石館", route_name="灰鯨", crag="霧鳴岬")).route_id == ""


def test_an_import_is_linked_and_says_how_much(linker: Linker) -> None:
    plan = plan_import(read_log(log_files.MP_PLAIN, "ticks.csv"), (), linker)
    assert [each.route_id for each in plan.new] == [
        "WM-WHALE-BACK-302", "WM-TIDE-GATE-113", "", *["WM-UNDER-THE-LIGHTHOUSE-203"] * 3, "", "",
    ]  # fmt: skip
    assert plan.linked == 5
    assert {each.crag_id for each in plan.new if each.route_id} == {"wuming-cape"}
    assert plan.new[0].route_name == "Grey Whale"


@pytest.mark.parametrize("seed", range(5))
def test_a_route_that_the_catalogue_lacks_is_linked_to_no_other(
    demo_knowledge: KnowledgeBase, seed: int
) -> None:
    _check_missing_routes(demo_knowledge, seed)


@pytest.mark.real
def test_a_real_route_that_the_catalogue_lacks_is_linked_to_no_other(
    real_dir: Path, tmp_path: Path
) -> None:
    from knowledge.knowledge_base import KnowledgeBase, import_files  # noqa: PLC0415

    import_files(tmp_path, [real_dir])
    with KnowledgeBase.open(tmp_path) as knowledge:
        for seed in range(3):
            _check_missing_routes(knowledge, seed)


def _check_missing_routes(knowledge: KnowledgeBase, seed: int) -> None:
    catalogue = knowledge.catalogue
    routes = list(catalogue.all_routes())
    random.Random(seed).shuffle(routes)  # noqa: S311
    gone, kept = routes[: len(routes) // 5], routes[len(routes) // 5 :]
    linker = Linker(
        catalogue.crags(), catalogue.areas(), catalogue.sectors(), kept, catalogue.all_gyms()
    )
    # two routes of one crag with one name: when one is missing, nothing can tell
    twins = {
        (route.crag_id, key(name))
        for route in kept
        for name in (route.name, route.name_en, *route.aliases, *route.old_names)
    }
    for route in gone:
        crag = catalogue.crag(route.crag_id)
        assert crag is not None
        for name in filter(None, (route.name, route.name_en)):
            ascent = climb(name, crag.name, route.grade.raw)
            if (route.crag_id, key(name)) not in twins:
                assert linker.link(ascent, "Taiwan").route_id == "", (route.id, name)


def test_every_route_by_its_own_words_is_linked_to_itself_or_not_at_all(
    demo_knowledge: KnowledgeBase, linker: Linker
) -> None:
    _check_every_route(demo_knowledge, linker, at_least=0.9)


@pytest.mark.real
def test_every_real_route_by_its_own_words_is_linked_to_itself_or_not_at_all(
    real_dir: Path, tmp_path: Path
) -> None:
    from knowledge.knowledge_base import KnowledgeBase, import_files  # noqa: PLC0415

    import_files(tmp_path, [real_dir])
    with KnowledgeBase.open(tmp_path) as knowledge:
        _check_every_route(knowledge, Linker.of(knowledge.catalogue), at_least=0.8)


def _check_every_route(knowledge: KnowledgeBase, linker: Linker, *, at_least: float) -> None:
    """By each of its names; and never by the name of one and the grade of another."""
    chance = random.Random(20261128)  # noqa: S311
    routes = knowledge.catalogue.all_routes()
    asked = linked = 0
    for route in routes:
        crag = knowledge.catalogue.crag(route.crag_id)
        assert crag is not None
        mode = "boulder" if route.type == "boulder" else "lead"
        for name in filter(None, (route.name, route.name_en)):
            ascent = Ascent(mode=mode, route_name=name, crag=crag.name, grade=route.grade.raw)  # type: ignore[arg-type]
            link = linker.link(ascent)
            assert link.route_id in ("", route.id), (route.id, link)
            asked += not route.pitch
            linked += link.route_id == route.id
            stranger = chance.choice(routes).grade.raw
            wrong = linker.link(replace(ascent, crag="Elsewhere", grade=stranger))
            assert wrong.route_id == ""
    assert linked >= at_least * asked, (linked, asked)


def test_what_a_row_names_itself_is_looked_up(linker: Linker) -> None:
    rows = [
        {"route_id": "WM-WHALE-BACK-302", "route_name": "鯨魚", "mode": "lead", "result": "flash"},
        {"route_id": "GONE-1", "route_name": "不見了", "mode": "lead", "result": "flash"},
        {"route_name": "霧笛", "crag": "霧鳴岬", "mode": "lead", "result": "flash", "date": None},
        {"route_name": "霧笛", "crag": "霧鳴岬", "mode": "lead", "result": "flash", "id": "9-x"},
    ]
    log = read_log(json.dumps({"version": 1, "ascents": rows}).encode(), "log.json")
    plan = plan_import(log, (), linker)
    assert [(each.route_id, each.crag_id) for each in plan.new] == [
        ("WM-WHALE-BACK-302", "wuming-cape"),
        ("GONE-1", ""),  # kept as it is, and said
        ("WM-UNDER-THE-LIGHTHOUSE-203", "wuming-cape"),
        ("", ""),  # exported by us without a link: the member may have wanted none
    ]
    assert plan.linked == 2
    assert "資料裡沒有 route_id「GONE-1」" in plan.preview()
