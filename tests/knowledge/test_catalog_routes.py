"""Route questions: complete, exact, in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalog import Catalogue
from knowledge.filters import GradeRange, RouteFilter, RouteOrder, RouteOrderBy
from knowledge.grades import overlaps, within
from tests.knowledge.invented_records import records

HELD = Catalogue.of(records())
FETCHING = Catalogue.of(records(), resident=0)


def ids(wanted: RouteFilter = RouteFilter(), order: RouteOrderBy | None = None) -> str:
    found = [catalogue.routes(wanted, order or RouteOrderBy()) for catalogue in (HELD, FETCHING)]
    assert found[0] == found[1], "the same whether records are kept in memory or fetched"
    return "".join(route.id for route in found[0].routes)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, "abcdefghij"),
        ({"route_ids": ("c", "a", "nobody")}, "ac"),
        ({"crag_ids": ("vale",)}, "ghij"),
        ({"crag_ids": ("vale",), "area_ids": ("cape/cave",)}, "defghij"),
        ({"sector_ids": ("cape/north/left",)}, "a"),
        ({"crag_ids": ("nowhere",)}, ""),
        ({"types": ("trad", "boulder")}, "dgh"),
        ({"styles": ("slab", "overhang")}, "bc"),
        ({"length_min": 18}, "bc"),
        ({"length_min": 12, "length_max": 18}, "ab"),
        ({"bolts_min": 6}, "b"),
        ({"bolts_max": 0}, "d"),
        ({"popularity_min": 3}, "c"),
        ({"seasons": ("spring",)}, "abcdefghij"),
        ({"seasons": ("冬天",)}, "ghij"),
        ({"regions": ("中部",)}, "ghij"),
        ({"cities": ("臺中",)}, "ghij"),
        ({"cities": ("新北市",), "types": ("trad",)}, "d"),
        ({"first_ascent": "阿雾"}, "d"),
        ({"first_ascent": "FOG"}, "d"),
        ({"year_max": 2000}, "f"),
        ({"year_min": 2000}, "e"),
        ({"has_video": True}, "e"),
        ({"multi_pitch": True}, "i"),
        ({"multi_pitch": False, "crag_ids": ("vale",)}, "ghj"),
        ({"flags": ("closed", "rockfall")}, "h"),
        ({"recommendable": True, "crag_ids": ("vale",)}, "gij"),
        ({"recommendable": False}, "h"),
        ({"grade_known": False}, "f"),
        ({"grade_known": True, "crag_ids": ("cape",)}, "abcde"),
        ({"text": "裂隙 直上"}, "f"),
        ({"text": "裂隙 天花板"}, ""),
        ({"text": "長夜"}, "g"),
        ({"text": "long NIGHT"}, "g"),
        ({"text": "'; DROP TABLE routes; --"}, ""),
    ],
    ids=str,
)
def test_filters_are_exact(wanted: dict[str, Any], expected: str) -> None:
    assert ids(RouteFilter(**wanted)) == expected


def test_grades_match_by_overlap_and_the_wider_ones_are_named() -> None:
    page = HELD.routes(RouteFilter(grade=GradeRange("free", 57, 61)))
    assert [route.id for route in page.routes] == ["b", "c"]
    assert page.inexact == {"c"}


def test_grades_of_one_group_never_match_the_other() -> None:
    assert ids(RouteFilter(grade=GradeRange("boulder", 0, None))) == "gh"
    assert ids(RouteFilter(grade=GradeRange("free", 66, None))) == "cdeij"
    assert ids(RouteFilter(grade=GradeRange("free", None, 56))) == "a"


@given(low=st.integers(0, 107), high=st.integers(0, 107))
def test_a_grade_filter_finds_what_overlaps_and_nothing_else(low: int, high: int) -> None:
    bounds = GradeRange("free", low, high)
    page = HELD.routes(RouteFilter(grade=bounds))
    expected = [route for route in HELD.all_routes() if overlaps(route.grade, bounds)]
    assert list(page.routes) == expected
    assert page.inexact == {route.id for route in expected if not within(route.grade, bounds)}


@pytest.mark.parametrize(
    ("key", "descending", "expected"),
    [
        ("catalogue", False, "abcdefghij"),
        ("catalogue", True, "jihgfedcba"),
        ("grade", False, "abcdjiehgf"),
        ("grade", True, "eijdcbaghf"),
        ("length", False, "abcdefghij"),
        ("length", True, "cbadefghij"),
        ("bolts", False, "dabcefghij"),
        ("bolts", True, "badcefghij"),
        ("popularity", True, "cabdefghij"),
        ("first_ascent", False, "ifeabcdghj"),
        ("first_ascent", True, "efiabcdghj"),
    ],
)
def test_orders_put_the_unknown_last(key: RouteOrder, descending: bool, expected: str) -> None:
    assert ids(order=RouteOrderBy(key, descending)) == expected


def test_an_answer_is_kept_and_the_same() -> None:
    wanted = RouteFilter(crag_ids=("cape",))
    assert HELD.routes(wanted) is HELD.routes(wanted)


def test_the_distribution_of_grades_runs_from_easy_to_hard() -> None:
    buckets = [(bucket.label, bucket.count) for bucket in HELD.grade_distribution()]
    assert buckets == [
        ("5.9", 1),
        ("5.10a", 1),
        ("5.10d", 1),
        ("5.10（未細分）", 1),
        ("6b+", 1),
        ("5.11a", 1),
        ("5.12b", 1),
        ("V1", 1),
        ("V4", 1),
        ("未定級", 1),
    ]
    assert HELD.grade_distribution(RouteFilter(crag_ids=("nowhere",))) == ()


def test_the_distribution_of_types_counts_every_route() -> None:
    buckets = {bucket.label: bucket.count for bucket in HELD.type_distribution()}
    assert buckets == {"sport": 7, "boulder": 2, "trad": 1}


def test_bounds_are_the_easiest_and_the_hardest_of_one_group() -> None:
    bounds = HELD.bounds()
    assert bounds is not None
    assert (bounds.easiest.raw, bounds.hardest.raw) == ("5.9", "5.12b")
    boulders = HELD.bounds(group="boulder")
    assert boulders is not None
    assert (boulders.easiest.raw, boulders.hardest.raw) == ("V1", "V4")
    assert HELD.bounds(RouteFilter(route_ids=("f",))) is None


def test_single_records_are_found_by_id() -> None:
    for catalogue in (HELD, FETCHING):
        found = catalogue.route("g")
        assert found is not None
        assert found.name == "⻑夜"
        assert catalogue.route("nobody") is None
    assert HELD.crag("cape") in HELD.crags()
    assert [area.id for area in HELD.areas("cape")] == ["cape/north", "cape/cave"]
    assert HELD.sectors(area_id="cape/cave") == ()
    assert HELD.gym("nobody") is None


def test_many_threads_get_their_own_answers() -> None:
    def ask(number: int) -> tuple[int, str]:
        wanted = RouteFilter(length_min=float(number % 30), crag_ids=("cape",))
        return number % 30, "".join(route.id for route in HELD.routes(wanted).routes)

    lengths = {"a": 12, "b": 18, "c": 25}
    with ThreadPoolExecutor(8) as pool:
        for least, found in pool.map(ask, range(300)):
            assert found == "".join(it for it, length in lengths.items() if length >= least)


@pytest.mark.parametrize("held", [HELD, FETCHING], ids=["held", "fetching"])
def test_routes_by_id_come_in_the_order_asked_for_once_each(held: Catalogue) -> None:
    found = held.routes_of(["j", "a", "nobody", "c", "a"])
    assert [route.id for route in found] == ["j", "a", "c"]
    assert found[1] == held.route("a")
    assert held.routes_of([]) == ()


@pytest.mark.parametrize("held", [HELD, FETCHING], ids=["held", "fetching"])
def test_each_route_is_every_route_and_other_questions_may_come_between(held: Catalogue) -> None:
    walked = [(route, held.routes_of([route.id])[0]) for route in held.each_route()]
    assert [one for one, _ in walked] == [two for _, two in walked] == list(held.all_routes())
    assert len(walked) == held.route_count


def test_routes_are_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.catalog.catalogue.FETCHED_ROWS", 3)
    assert list(FETCHING.each_route()) == list(HELD.each_route())
    assert next(FETCHING.each_route()) == FETCHING.route("a")


def test_kept_lists_hold_no_more_routes_than_may_be_resident(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("knowledge.catalog.catalogue.RESIDENT_ROUTES", 12)
    catalogue = Catalogue.of(records(), resident=0)
    whole = catalogue.routes()
    assert catalogue.routes() is whole, "ten routes are kept"
    vale = catalogue.routes(RouteFilter(crag_ids=("vale",)))
    assert catalogue.routes() is not whole, "four more were too many"
    assert catalogue.routes(RouteFilter(crag_ids=("vale",))) == vale
