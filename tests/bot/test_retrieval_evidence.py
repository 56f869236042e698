"""What is gathered for a query: complete sets, winners with ties, and nothing beside them."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.retrieval import gather
from bot.retrieval.ranking import measure, pick, winners
from bot.schema import Claim, Evidence, Intent, Mention, Query
from knowledge.filters import GradeRange, GymFilter, RouteFilter, RouteOrderBy
from knowledge.knowledge_base import KnowledgeBase, import_files
from knowledge.schema import BLOCKING_FLAGS, Route

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from knowledge.catalog import Catalogue

FRIDAY = date(2026, 11, 20)
CAPE = ("wuming-cape",)
HERE = RouteFilter(crag_ids=CAPE)


@pytest.fixture(scope="session")
def held(demo_knowledge: KnowledgeBase) -> Catalogue:
    return demo_knowledge.catalogue


@pytest.fixture(scope="session")
def gathered(demo_knowledge: KnowledgeBase) -> Callable[[Query], Evidence]:
    return lambda query: gather(query, demo_knowledge, FRIDAY)


def query(intent: Intent, **parts: object) -> Query:
    return Query(intent=intent, language="zh", text="", **parts)  # type: ignore[arg-type]


def mention(*ids: str, surface: str = "x") -> Mention:
    kind = "gym" if ids[0] in {"floating-island", "rockisle-tainan"} else "route"
    return Mention(surface, kind, ids)  # type: ignore[arg-type]


def ids(routes: tuple[Route, ...]) -> set[str]:
    return {route.id for route in routes}


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (HERE, lambda route: True),
        (RouteFilter(crag_ids=CAPE, types=("trad",)), lambda r: r.type == "trad"),
        (RouteFilter(crag_ids=CAPE, length_min=20), lambda r: (r.length_m or 0) >= 20),
        (RouteFilter(crag_ids=CAPE, length_max=12), lambda r: 0 < (r.length_m or 0) <= 12),
        (RouteFilter(crag_ids=CAPE, bolts_min=9), lambda r: (r.bolts or 0) >= 9),
        (RouteFilter(crag_ids=CAPE, has_video=True), lambda r: bool(r.videos)),
        (
            RouteFilter(crag_ids=CAPE, recommendable=True),
            lambda r: not {flag.kind for flag in r.flags} & BLOCKING_FLAGS,
        ),
        (
            RouteFilter(crag_ids=CAPE, grade=GradeRange("free", 57, 66)),
            lambda r: (
                r.grade.group == "free"
                and r.grade.lo_score is not None
                and r.grade.hi_score is not None
                and r.grade.lo_score <= 66
                and r.grade.hi_score >= 57
            ),
        ),
        (RouteFilter(crag_ids=CAPE, first_ascent="許汐"), lambda r: "許汐" in r.first_ascent),
    ],
    ids=["all", "type", "long", "short", "bolts", "video", "recommendable", "grade", "person"],
)
def test_lists_and_counts_are_complete(
    wanted: RouteFilter,
    fits: Callable[[Route], bool],
    held: Catalogue,
    gathered: Callable[[Query], Evidence],
) -> None:
    expected = {r.id for r in held.all_routes() if r.crag_id == CAPE[0] and fits(r)}
    assert expected
    for intent in ("list", "count"):
        evidence = gathered(query(intent, filter=wanted))
        assert ids(evidence.routes) == expected
        assert len(evidence.routes) == len(expected)


def test_a_number_asked_for_leaves_all_matches_to_be_counted(
    gathered: Callable[[Query], Evidence],
) -> None:
    # what is shown is shortened when it is rendered: 「共 39 條，先列 5 條」
    assert len(gathered(query("list", filter=HERE, limit=5)).routes) == 39
    assert len(gathered(query("count", filter=HERE, limit=5)).routes) == 39


def test_a_wide_grade_is_marked_as_inexact(gathered: Callable[[Query], Evidence]) -> None:
    narrow = RouteFilter(crag_ids=CAPE, grade=GradeRange("free", 57, 61))
    evidence = gathered(query("list", filter=narrow))
    assert "WM-TIDE-GATE-110" in evidence.inexact  # 5.10?
    assert evidence.inexact < ids(evidence.routes)


def test_separate_grades_leave_out_what_lies_between(
    gathered: Callable[[Query], Evidence],
) -> None:
    wanted = (GradeRange("free", 57, 61), GradeRange("free", 75, 75))
    between = RouteFilter(crag_ids=CAPE, grade=GradeRange("free", 57, 75))
    evidence = gathered(query("list", filter=between, grade_ranges=wanted))
    raw = {route.grade.raw for route in evidence.routes}
    assert "5.10a" in raw
    assert "5.12a" in raw
    assert not raw & {"5.10d", "5.11a", "5.11c"}


def test_a_superlative_has_all_ties(held: Catalogue, gathered: Callable[[Query], Evidence]) -> None:
    lengths = [r.length_m for r in held.all_routes() if r.crag_id == CAPE[0] and r.length_m]
    asked = query("superlative", filter=HERE, order=RouteOrderBy("length", descending=True))
    evidence = gathered(asked)
    assert {route.length_m for route in evidence.routes} == {max(lengths)}
    assert len(evidence.routes) == lengths.count(max(lengths)) == 2


def test_a_superlative_of_three_is_three(gathered: Callable[[Query], Evidence]) -> None:
    order = RouteOrderBy("grade", descending=True)
    routes = gathered(query("superlative", filter=HERE, order=order, limit=3)).routes
    assert [route.grade.raw for route in routes] == ["5.13a", "5.12d", "5.12c"]


def test_no_bolt_at_all_is_not_the_fewest(held: Catalogue) -> None:
    found = winners(held.all_routes(), RouteOrderBy("bolts"), None)
    measured = sorted((r for r in held.all_routes() if r.bolts), key=lambda route: route.bolts or 0)
    assert all(route.bolts for route in found)
    assert measured[0].bolts


def test_unknown_values_never_win(held: Catalogue) -> None:
    for key in ("grade", "length", "bolts", "popularity", "first_ascent"):
        order = RouteOrderBy(key)
        assert all(
            measure(route, order) is not None for route in winners(held.all_routes(), order, 9)
        )


def test_recommendations_are_three_certain_and_spread(
    held: Catalogue, gathered: Callable[[Query], Evidence]
) -> None:
    routes = gathered(query("recommend", filter=HERE)).routes
    assert len(routes) == 3
    assert all(route.recommendable and route.grade.exact for route in routes)
    assert len({route.area_id for route in routes}) >= 2
    fit = [route for route in held.all_routes() if route.recommendable]
    pages = [ids(pick(tuple(fit), query("recommend", page=page), 3)) for page in (1, 2, 3)]
    assert len(set.union(*pages)) == 9


def test_beginners_are_not_sent_to_runouts(held: Catalogue) -> None:
    chosen = pick(held.all_routes(), query("recommend", topic="beginner"), 50)
    assert all(route.grade.safety not in {"R", "X"} for route in chosen)
    assert all(route.pitch in {"", "P1"} for route in chosen)


def test_similar_routes_leave_out_the_model(gathered: Callable[[Query], Evidence]) -> None:
    model = mention("WM-TIDE-GATE-104")
    routes = gathered(query("recommend", topic="similar", routes=(model,))).routes
    assert routes
    assert "WM-TIDE-GATE-104" not in ids(routes)
    assert {route.crag_id for route in routes} == set(CAPE)
    assert {route.type for route in routes} == {"sport"}


def test_claims_choose_between_namesakes(gathered: Callable[[Query], Evidence]) -> None:
    echo = mention("SY-FW-007", "WM-ECHO-GALLERY-401")
    both = gathered(query("fact", routes=(echo,)))
    here = gathered(query("fact", routes=(echo,), claims=(Claim("place", "", value=CAPE[0]),)))
    graded = gathered(query("fact", routes=(echo,), claims=(Claim("grade", "", 71, 72),)))
    false = gathered(query("fact", routes=(echo,), claims=(Claim("type", "", value="trad"),)))
    assert len(both.routes) == len(false.routes) == 2
    assert ids(here.routes) == {"WM-ECHO-GALLERY-401"}
    assert ids(graded.routes) == {"SY-FW-007"}


def test_nothing_found_tells_what_there_is(gathered: Callable[[Query], Evidence]) -> None:
    hard = RouteFilter(crag_ids=CAPE, grade=GradeRange("free", 95, None), types=("trad",))
    evidence = gathered(query("list", filter=hard))
    assert evidence.routes == ()
    assert evidence.available
    assert 0 < len(evidence.near_misses) <= 3
    trad_nowhere = RouteFilter(crag_ids=("stone-firefly-valley",), types=("trad",))
    assert gathered(query("list", filter=trad_nowhere)).available


def test_an_unknown_name_gets_suggestions_and_no_records(
    gathered: Callable[[Query], Evidence],
) -> None:
    evidence = gathered(query("fact", unknown=("霧笛子",)))
    assert evidence.routes == ()
    assert "霧笛" in evidence.suggestions


def test_every_place_of_a_route_comes_along(
    held: Catalogue, gathered: Callable[[Query], Evidence]
) -> None:
    evidence = gathered(query("list"))
    assert ids(evidence.routes) == ids(held.all_routes())
    for route in evidence.routes:
        assert evidence.crag(route.crag_id)
        assert evidence.area(route.area_id)
        assert not route.sector_id or evidence.sector(route.sector_id)
        assert evidence.source(route.source_id)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (GymFilter(), {"floating-island", "rockisle-taichung", "rockisle-tainan"}),
        (GymFilter(cities=("台中市",)), {"rockisle-taichung"}),
        (GymFilter(regions=("南部",)), {"rockisle-tainan"}),
        (GymFilter(types=("bouldering", "mixed")), {"floating-island", "rockisle-tainan"}),
        (GymFilter(facilities=("moonboard",)), {"floating-island", "rockisle-tainan"}),
        (GymFilter(price_max=400), {"floating-island", "rockisle-tainan"}),
        (GymFilter(open_day="monday"), {"floating-island", "rockisle-taichung"}),
        (GymFilter(open_day="sunday", open_at="19:00"), {"floating-island", "rockisle-taichung"}),
        (GymFilter(open_day="monday", open_after="22:45"), {"rockisle-taichung"}),
        (GymFilter(cities=("高雄市",)), set()),
    ],
    ids=["all", "city", "region", "type", "facility", "price", "day", "time", "late", "none"],
)
def test_gyms_are_complete(
    wanted: GymFilter, expected: set[str], gathered: Callable[[Query], Evidence]
) -> None:
    found = gathered(query("gym_list", gym_filter=wanted)).gyms
    assert {gym.id for gym in found} == expected


@pytest.mark.parametrize(
    ("order", "descending", "expected"),
    [
        ("weekday", False, {"floating-island"}),
        ("weekday", True, {"rockisle-taichung"}),
        ("closes", True, {"rockisle-taichung"}),
        ("opens", False, {"rockisle-taichung"}),
        ("harness", False, {"rockisle-taichung"}),
    ],
)
def test_gym_superlatives(
    order: str, descending: bool, expected: set[str], gathered: Callable[[Query], Evidence]
) -> None:
    asked = query("gym_list", gym_order=order, descending=descending)
    assert {gym.id for gym in gathered(asked).gyms} == expected


def test_crag_figures_come_from_the_routes(gathered: Callable[[Query], Evidence]) -> None:
    (group,) = gathered(query("crag_info", filter=HERE)).groups
    assert group.total == 39
    assert group.bounds is not None
    assert (group.bounds.easiest.raw, group.bounds.hardest.raw) == ("5.5", "5.13a")
    assert sum(bucket.count for bucket in group.types) == 39


def test_crags_are_listed_by_what_they_offer(gathered: Callable[[Query], Evidence]) -> None:
    def listed(wanted: RouteFilter) -> list[str]:
        return [
            crag.name for crag in gathered(query("crag_info", topic="list", filter=wanted)).crags
        ]

    assert sorted(listed(RouteFilter())) == ["石螢谷", "霧鳴岬"]
    assert listed(RouteFilter(types=("trad",))) == ["霧鳴岬"]
    assert listed(RouteFilter(regions=("中部",))) == ["石螢谷"]
    assert listed(RouteFilter(seasons=("夏",))) == []


def test_distributions_add_up(held: Catalogue, gathered: Callable[[Query], Evidence]) -> None:
    for topic in ("", "type", "area"):
        evidence = gathered(query("distribution", topic=topic, filter=HERE))
        assert sum(bucket.count for bucket in evidence.buckets) == 39


@pytest.mark.parametrize("intent", ["thanks", "medical", "community", "out_of_domain", "personal"])
def test_small_talk_needs_no_records(intent: Intent, gathered: Callable[[Query], Evidence]) -> None:
    evidence = gathered(query(intent))
    held = (evidence.routes, evidence.gyms, evidence.crags, evidence.cards, evidence.sources)
    assert held == ((), (), (), (), ())


def test_a_ban_of_these_months_leaves_its_place_to_another_route(tmp_path: Path) -> None:
    rows = [
        {"岩場": "試岩場", "路線": name, "難度": "5.9", "熱門度": 3, "描述": prose}
        for name, prose in (
            *((f"封冬{n}", "每年11月到2月封閉，請勿攀登") for n in range(4)),
            *((f"整年{n}", "曾有落石。bolt 老舊。岩質鬆動。") for n in range(3)),
        )
    ]
    table = tmp_path / "routes.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    import_files(tmp_path / "home", [table])
    with KnowledgeBase.open(tmp_path / "home") as knowledge:
        winter = gather(query("recommend"), knowledge, FRIDAY).routes
        summer = gather(query("recommend"), knowledge, date(2026, 7, 1)).routes
        asked = gather(query("recommend", days=(date(2027, 6, 1),)), knowledge, FRIDAY).routes
    assert {route.name for route in winter} == {"整年0", "整年1", "整年2"}
    assert any(route.name.startswith("封冬") for route in summer)
    assert summer == asked
