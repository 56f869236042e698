"""The demo data shows every feature, says that it is invented, and holds no real name."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Row = dict[str, Any]


def load(folder: Path) -> dict[str, Row]:
    """Documents of a data folder by file stem."""
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))
    }


def crags_of(documents: dict[str, Row]) -> list[Row]:
    """The crag documents among them."""
    return [document for document in documents.values() if "crag" in document]


def names_in(documents: dict[str, Row]) -> Iterator[str]:
    """Every name of a crag, area, sector, route or gym, folded for comparison."""
    for document in documents.values():
        rows = [*document.get("routes", []), *document.get("areas", []), *document.get("gyms", [])]
        rows += [sector for area in document.get("areas", []) for sector in area.get("sectors", [])]
        for row in [*rows, document.get("crag", {})]:
            for key in ("name", "nameEn"):
                yield unicodedata.normalize("NFKC", row.get(key) or "").casefold()


@pytest.fixture(scope="module")
def documents(demo_dir: Path) -> dict[str, Row]:
    return load(demo_dir)


@pytest.fixture(scope="module")
def routes(documents: dict[str, Row]) -> list[Row]:
    return [route for crag in crags_of(documents) for route in crag["routes"]]


def test_every_file_says_that_it_is_invented(documents: dict[str, Row]) -> None:
    assert documents
    for document in documents.values():
        assert document["metadata"]["invented"] is True
        assert "示範" in document["metadata"]["source"]
        assert document["metadata"]["licence"] == "CC0-1.0"


def test_demo_holds_two_crags_about_sixty_routes_and_three_gyms(
    documents: dict[str, Row], routes: list[Row]
) -> None:
    assert len(crags_of(documents)) == 2
    assert 55 <= len(routes) <= 70
    assert len(documents["gyms"]["gyms"]) == 3


def test_route_ids_are_unique_and_areas_exist(documents: dict[str, Row], routes: list[Row]) -> None:
    assert len({route["id"] for route in routes}) == len(routes)
    for crag in crags_of(documents):
        areas = {area["id"] for area in crag["areas"]}
        assert {route["areaId"] for route in crag["routes"]} == areas


def test_no_name_of_the_demo_is_a_real_one(documents: dict[str, Row], real_dir: Path) -> None:
    real = set(names_in(load(real_dir))) - {""}
    assert set(names_in(documents)) & real == set()


def prose(route: Row) -> str:
    """What the route says about itself."""
    return f"{route.get('description', '')}{route.get('protection', '')}"


ROUTE_FEATURES: dict[str, Callable[[Row], bool]] = {
    "multi-pitch row": lambda route: " | P2" in route["name"],
    "old name": lambda route: "(舊：" in route["name"],
    "other name": lambda route: bool(route.get("alternativeNames")),
    "radical in a name": lambda route: any("⺀" <= mark <= "⿟" for mark in route["name"]),
    "radical in the prose": lambda route: any("⺀" <= mark <= "⿟" for mark in prose(route)),
    "English name only": lambda route: not route["name"] and bool(route["nameEn"]),
    "one-character name": lambda route: len(route["name"]) == 1,
    "draft": lambda route: route["status"] == "draft",
    "uncertain grade": lambda route: route["grade"] == "5.10?",
    "unknown grade": lambda route: route["grade"] == "5.??",
    "slash grade": lambda route: route["grade"] == "5.11d/5.12a",
    "plus grade": lambda route: route["grade"] == "5.9+",
    "runout grade": lambda route: route["grade"].endswith(" R"),
    "boulder grade range": lambda route: route["grade"] == "V5-6",
    "traverse with a route grade": lambda route: (
        route["type"] == "boulder" and route["grade"].startswith("5.")
    ),
    "sport route without a bolt count": lambda route: (
        route["type"] == "sport" and route["boltCount"] == 0
    ),
    "no length": lambda route: not route.get("length"),
    "first ascent by decade": lambda route: route.get("firstAscentDate") == "1990年代",
    "first ascent with a blank": lambda route: route.get("firstAscentDate") == "2012 04/01",
    "closed": lambda route: "路線封閉" in prose(route),
    "do not climb": lambda route: "請勿攀登" in prose(route),
    "better not climb": lambda route: "建議勿攀登" in prose(route),
    "dated rockfall": lambda route: "落石" in prose(route) and "20" in prose(route),
    "no anchor": lambda route: "無 Anchor" in prose(route),
    "loose rock": lambda route: "鬆動" in prose(route),
    "tide": lambda route: "大潮" in prose(route),
    "kind of anchor": lambda route: bool(route.get("anchorType")),
    "tree anchor": lambda route: "tree anchor" in prose(route),
    "stalactites": lambda route: "鐘乳石" in prose(route),
    "chimney": lambda route: "煙囪" in prose(route),
    "video": lambda route: bool(route.get("youtubeVideos")),
    "popularity": lambda route: route.get("popularity") == 3,
    "safety rating": lambda route: route.get("safetyRating") == "●",
}


@pytest.mark.parametrize("feature", ROUTE_FEATURES)
def test_some_route_shows(feature: str, routes: list[Row]) -> None:
    assert any(ROUTE_FEATURES[feature](route) for route in routes)


def test_a_route_name_occurs_in_both_crags_and_another_names_its_area(
    documents: dict[str, Row],
) -> None:
    first, second = (
        {route["name"] for route in crag["routes"]} - {""} for crag in crags_of(documents)
    )
    assert first & second
    assert any(
        {area["name"] for area in crag["areas"]} & {route["name"] for route in crag["routes"]}
        for crag in crags_of(documents)
    )


def test_one_crag_asks_for_discretion_lacks_trad_and_contradicts_its_routes(
    documents: dict[str, Row],
) -> None:
    shy = [doc for doc in crags_of(documents) if "請保持低調" in doc["crag"]["description"]]
    assert len(shy) == 1
    assert "trad" not in {route["type"] for route in shy[0]["routes"]}
    assert shy[0]["crag"]["routesCount"] != len(shy[0]["routes"])
    hardest = shy[0]["crag"]["difficulty"]["max"]
    assert hardest not in {route["grade"] for route in shy[0]["routes"]}


def test_gyms_show_closing_days_split_hours_and_missing_prices(documents: dict[str, Row]) -> None:
    gyms = documents["gyms"]["gyms"]
    hours = [span for gym in gyms for span in gym["openingHours"].values()]
    assert "公休" in hours
    assert any("," in span for span in hours)
    assert {gym["type"] for gym in gyms} == {"lead", "bouldering", "mixed"}
    assert len({"twilight" in gym["pricing"]["singleEntry"] for gym in gyms}) == 2
    assert any(0 in gym["pricing"]["rental"].values() for gym in gyms)
