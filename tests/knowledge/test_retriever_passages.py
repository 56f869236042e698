from __future__ import annotations

import pytest
from llama_index.core.schema import MetadataMode

from knowledge.retriever import passages_of
from knowledge.retriever.nodes import documents_of
from knowledge.retriever.passages import discreet
from knowledge.schema import Area, Card, Crag, Flag, FlagKind, Grade, Gym, Records, Route, Sector

WAY_THERE = ("24.5", "霧鳴鄉燈塔路", "沿步道走", "漁港停車", "示範客運", "燈塔東側", "lighthouse")


def records(*flags: FlagKind) -> Records:
    crag = Crag(
        id="cape",
        name="霧鳴岬",
        source_id="demo",
        name_en="Wuming Cape",
        region="東部",
        address="宜蘭縣霧鳴鄉燈塔路1號",
        rock_type="石英砂岩",
        description="霧鳴岬位於燈塔東側的海岸，是海邊的岩場。請保持低調。",
        description_en="Located east of the lighthouse, with long slabs.",
        approach="沿步道走15分鐘",
        parking="漁港停車場",
        transport=(("大眾運輸", "示範客運R1"),),
        latitude=24.5,
        longitude=122.9,
        flags=tuple(Flag(kind, "請保持低調") for kind in flags),
    )
    area = Area("cape/gate", "cape", "潮門", "demo", description="從入口走到底，裂隙多。")
    sector = Sector("cape/gate/left", "cape", "cape/gate", "左門柱", "demo", name_en="Left Post")
    route = Route(
        id="W-1",
        crag_id="cape",
        area_id="cape/gate",
        sector_id="cape/gate/left",
        name="漲潮線",
        old_names=("舊潮線",),
        name_en="High Water Mark",
        grade=Grade(raw="5.7"),
        source_id="demo",
        type="trad",
        description="裂隙乾淨，停車處就看得到。",
        protection="岩楔",
    )
    gym = Gym(id="fog", name="霧館", source_id="demo", type="lead", facilities=("淋浴",))
    return Records(crags=(crag,), areas=(area,), sectors=(sector,), routes=(route,), gyms=(gym,))


def text_of(kind: str, *flags: FlagKind) -> str:
    (found,) = (p for p in passages_of([records(*flags)]) if p.kind == kind)
    return found.text


@pytest.mark.parametrize(
    "words",
    [
        "漲潮線",
        "舊潮線",
        "High Water Mark",
        "5.7",
        "傳攀",
        "霧鳴岬",
        "潮門",
        "左門柱",
        "裂隙",
        "岩楔",
    ],
)
def test_a_route_is_found_by_its_names_place_grade_type_and_prose(words: str) -> None:
    assert words in text_of("route")


def test_every_record_has_one_passage_with_a_lasting_id() -> None:
    passages = passages_of([records()], [Card("belay", "確保", "互相檢查", "safety")])

    assert [passage.node_id for passage in passages] == [
        "route:W-1",
        "crag:cape",
        "area:cape/gate",
        "gym:fog",
        "card:belay",
    ]


def test_the_way_to_an_ordinary_crag_can_be_found() -> None:
    assert "漁港停車場" in text_of("crag")
    assert "示範客運" in text_of("crag")


@pytest.mark.parametrize("kind", ["crag", "area", "route"])
def test_a_sensitive_crag_says_nothing_about_the_way_there(kind: str) -> None:
    text = text_of(kind, "sensitive")

    assert not [words for words in (*WAY_THERE, "入口", "停車") if words in text]
    assert "裂隙" in text or "long slabs" in text


def test_a_sensitive_crag_is_still_found_by_name_and_rock() -> None:
    assert "霧鳴岬 Wuming Cape" in text_of("crag", "sensitive")
    assert "石英砂岩" in text_of("crag", "sensitive")


@pytest.mark.parametrize(
    ("prose", "kept"),
    [
        ("裂隙多，座標 24.51234, 121.5，下午有陰影。", "裂隙多， 121.5，下午有陰影。"),
        ("Crimpy. Park at the temple. Pumpy finish.", "Crimpy. Pumpy finish."),
        ("難度從5.10a到5.12c。", "難度從5.10a到5.12c。"),
        ("", ""),
    ],
    ids=["coordinates", "english", "grades stay", "empty"],
)
def test_only_the_clauses_about_the_way_there_are_left_out(prose: str, kept: str) -> None:
    assert discreet(prose) == kept


def test_nodes_carry_where_the_record_lies_and_embed_only_the_text() -> None:
    (node, *_) = documents_of([records()])

    assert node.node_id == "route:W-1"
    assert node.metadata == {
        "kind": "route",
        "record_id": "W-1",
        "crag_id": "cape",
        "area_id": "cape/gate",
        "sector_id": "cape/gate/left",
        "lang": "zh",
    }
    assert node.get_content(MetadataMode.EMBED) == node.text
