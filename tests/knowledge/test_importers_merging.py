"""New records over known ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from knowledge.importers import expand, merge, read_file
from knowledge.schema import Records
from tests.knowledge.invented_files import crag_file, gym, gym_file, route, write_json

if TYPE_CHECKING:
    from pathlib import Path


def crag_records(
    folder: Path,
    *routes: dict[str, Any],
    crag_id: str = "mist-cape",
    name: str = "霧角",
    **changes: Any,
) -> Records:
    data = crag_file(*routes, **changes)
    data["crag"] = {**data["crag"], "id": crag_id, "name": name, "nameEn": crag_id}
    data["metadata"] = {**data["metadata"], **changes.get("metadata", {})}
    return read_file(write_json(folder, data, f"{crag_id}.json"))


def table(folder: Path, text: str) -> Records:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_merging_twice_changes_nothing(tmp_path: Path) -> None:
    records = crag_records(tmp_path)
    once = merge(Records(), records)
    assert merge(once, records) == once


def test_a_crag_file_replaces_all_of_its_crag_and_nothing_else(tmp_path: Path) -> None:
    other = crag_records(tmp_path, route("X-1"), crag_id="other", name="另一處")
    known = merge(merge(Records(), crag_records(tmp_path, route("A"), route("B"))), other)
    merged = merge(known, crag_records(tmp_path, route("B", grade="5.12a"), route("C")))
    assert [it.id for it in merged.routes] == ["B", "C", "X-1"], "and the crags keep their order"
    assert merged.routes[0].grade.raw == "5.12a"
    assert [crag.id for crag in merged.crags] == ["mist-cape", "other"]


def test_a_route_id_that_another_crag_uses_gets_its_crag_in_front(tmp_path: Path) -> None:
    known = merge(Records(), crag_records(tmp_path, route("R-1", "甲")))
    other = crag_records(tmp_path, route("R-1", "乙"), crag_id="other", name="另一處")
    merged = merge(known, other)
    assert [it.id for it in merged.routes] == ["R-1", "other/R-1"]
    assert "改用" in merged.problems[0].reason
    assert merge(merged, other).routes == merged.routes


def test_demo_data_give_way_to_real_ones(tmp_path: Path) -> None:
    demo = crag_records(tmp_path, crag_id="demo", name="示範", metadata={"invented": True})
    known = merge(Records(), demo)
    assert [it.id for it in merge(known, crag_records(tmp_path)).crags] == ["mist-cape"]
    more = crag_records(
        tmp_path, route("D-2"), crag_id="demo-2", name="示範二", metadata={"invented": True}
    )
    assert len(merge(known, more).crags) == 2


def test_gyms_are_replaced_by_their_id(tmp_path: Path) -> None:
    first = read_file(write_json(tmp_path, gym_file(gym("a"), gym("b"))))
    second = read_file(write_json(tmp_path, gym_file(gym("b", name="新名字", contact={}))))
    merged = merge(merge(Records(), first), second)
    assert [(it.id, it.name, it.phone) for it in merged.gyms] == [
        ("a", "浮嶼攀岩館", "02-1234-5678"),
        ("b", "新名字", ""),
    ]


def test_a_table_meets_known_places_and_routes_by_name(tmp_path: Path) -> None:
    known = merge(Records(), crag_records(tmp_path, route("A", "海風", description="岩質不穩")))
    text = "岩場,區域,路線,難度,長度\n雾角,北牆,海風,5.11b,\nMist-Cape,新區,暗流,5.9,12\n"
    merged = merge(known, table(tmp_path, text))
    changed, added = merged.routes
    assert (changed.id, changed.grade.raw, changed.length_m) == ("A", "5.11b", 17)
    assert [flag.kind for flag in changed.flags] == ["loose_rock"]
    assert (added.crag_id, added.area_id) == ("mist-cape", "mist-cape/a-" + added.area_id[-10:])
    assert [crag.name for crag in merged.crags] == ["霧角"]
    assert merged.crags[0].description == "海邊的砂岩岩場。"
    assert [area.name for area in merged.areas] == ["北牆", "潮音洞", "新區"]
    assert merge(merged, table(tmp_path, text)) == merged


def test_a_crag_file_takes_the_place_of_what_a_table_knew_by_name(tmp_path: Path) -> None:
    known = merge(Records(), table(tmp_path, "岩場,路線,難度\n霧角,暗流,5.9\n"))
    merged = merge(known, crag_records(tmp_path, route("A", "海風")))
    assert [crag.id for crag in merged.crags] == ["mist-cape"]
    assert [it.id for it in merged.routes] == ["A"]


def test_a_new_description_brings_its_own_flags(tmp_path: Path) -> None:
    known = merge(Records(), crag_records(tmp_path, route("A", "海風", description="路線封閉")))
    merged = merge(known, table(tmp_path, "岩場,路線,難度,描述\n霧角,海風,5.9,已重新開放\n"))
    assert merged.routes[0].flags == ()


def test_a_source_nobody_uses_is_gone(tmp_path: Path) -> None:
    known = merge(Records(), crag_records(tmp_path, metadata={"id": "old"}))
    merged = merge(known, crag_records(tmp_path, metadata={"id": "new"}))
    assert [source.id for source in merged.sources] == ["new"]


def test_a_closure_of_the_crag_reaches_routes_of_a_table(tmp_path: Path) -> None:
    data = crag_file()
    data["crag"]["description"] = "全區封閉。"
    known = merge(Records(), read_file(write_json(tmp_path, data)))
    merged = merge(known, table(tmp_path, "岩場,路線,難度\n霧角,暗流,5.9\n"))
    assert not merged.routes[-1].recommendable


def test_a_folder_stands_for_its_data_files(tmp_path: Path) -> None:
    for name in ("b.json", "a.csv", "notes.md", ".hidden.json", "~lock.xlsx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "sub.json").mkdir()
    lone = tmp_path / "notes.md"
    assert [path.name for path in expand([tmp_path, lone, lone])] == ["a.csv", "b.json", "notes.md"]


def test_problems_of_a_file_do_not_enter_the_records(tmp_path: Path) -> None:
    records = crag_records(tmp_path, route("A"), route("A"))
    assert records.problems
    assert merge(Records(), records) == merge(Records(), replace(records, problems=()))
