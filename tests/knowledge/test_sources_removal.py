"""Removing a source removes everything that came from it, and that can be proved."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.assistant import Assistant
from bot.schema import Question
from knowledge import snapshots
from knowledge.catalog import check_records
from knowledge.errors import NotAllowedError, UnknownSourceError
from knowledge.knowledge_base import (
    Actor,
    KnowledgeBase,
    Request,
    forget_source,
    holdings,
    import_files,
    purge,
    reload_files,
    traces_of,
)
from knowledge.knowledge_base.provenance import comes_from, without_source
from knowledge.schema import Flag, Records, Source
from tests.knowledge.invented_files import crag_file, gym_file, write_json
from tests.knowledge.invented_records import records, route
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OPERATOR = Actor("terminal:tester", operator=True)
TABLE = "岩場,區域,路線,難度,長度\n霧角,北牆,第一道浪,5.12d,\n霧角,,孤舟,5.9,20\n"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A crag JSON, gyms, a table that adds to the crag, and a notice of each."""
    var = tmp_path / "var"
    files = [
        write_json(tmp_path, crag_file(), "crag.json"),
        write_json(tmp_path, gym_file(), "gyms.json"),
    ]
    import_files(var, files, now=NOW)
    table = tmp_path / "routes.csv"
    table.write_text(TABLE, "utf-8")
    reload_files(var, Request((table,), source="手寫表"), OPERATOR, now=NOW)
    notices = notice_file(tmp_path, row(about="孤舟"), row(about="浮嶼攀岩館", title="館公告"))
    reload_files(var, Request((notices,), source="公告欄"), OPERATOR, now=NOW)
    return var


def test_a_record_of_two_sources_names_both(data_dir: Path) -> None:
    with KnowledgeBase.open(data_dir) as held:
        found = held.catalogue.route("MC-1")
        assert found is not None
        assert (found.source_id, found.also_from) == ("手寫表", ("crag:mist-cape",))
        assert {it.source.id: (it.records, it.notices) for it in holdings(held)} == {
            "crag:mist-cape": (6, 0),
            "gyms:g-926f521430": (1, 0),
            "手寫表": (2, 0),
            "公告欄": (0, 2),
        }


@pytest.mark.parametrize("name", ["手寫表", "霧角測試路線表", "公告欄"])
def test_nothing_of_a_source_is_left_anywhere(data_dir: Path, name: str) -> None:
    with KnowledgeBase.open(data_dir) as before:
        (source,) = (it for it in before.sources if it.title == name)
        assert traces_of(before, source.id)
    forget_source(data_dir, name, OPERATOR, now=NOW)
    with KnowledgeBase.open(data_dir) as held:
        assert traces_of(held, source.id) == ()
        assert check_records(held.catalogue.records()) == ()
        assert source.id not in {it.id for it in held.sources}


def test_answers_know_nothing_of_a_removed_source(data_dir: Path) -> None:
    def answer(text: str) -> str:
        with KnowledgeBase.open(data_dir) as held:
            return Assistant(held).answer(Question(text, NOW.date())).text

    assert "5.9" in answer("孤舟幾級")
    forget_source(data_dir, "手寫表", OPERATOR, now=NOW)
    assert "5.9" not in answer("孤舟幾級")
    with KnowledgeBase.open(data_dir) as held:
        assert held.notices() != ()
        assert "落石封閉" not in {it.title for it in held.notices()}


def test_a_place_that_others_need_stays_by_name_alone(data_dir: Path) -> None:
    forget_source(data_dir, "crag:mist-cape", OPERATOR, now=NOW)
    with KnowledgeBase.open(data_dir) as held:
        (crag,) = held.catalogue.crags()
        assert (crag.name, crag.source_id, crag.description) == ("霧角", "手寫表", "")
        assert [it.name for it in held.catalogue.all_routes()] == ["孤舟"]


def test_closures_of_a_removed_place_are_handed_down_no_more() -> None:
    closed = Flag("closed", "岩場封閉")
    held = records()
    own = Flag("closed", "路線封閉")
    mine = route("x", "5.9", source_id="other", flags=(closed, own), description="路線封閉")
    crags = tuple(replace(it, flags=(closed,)) for it in held.crags)
    sources = (*held.sources, Source("other", "別的"))
    held = replace(held, sources=sources, crags=crags, routes=(*held.routes, mine))
    left = without_source(held, "src")
    assert [it.flags for it in left.routes] == [(own,)]


def test_any_mixture_of_sources_leaves_no_trace_and_no_broken_link() -> None:
    chance = random.Random(4)  # noqa: S311 - repeatable, not secret
    names = ("a", "b", "c")
    for _ in range(60):
        held = _mixed(chance, names)
        gone = chance.choice(names)
        left = without_source(held, gone)
        tables = (left.crags, left.areas, left.sectors, left.routes, left.gyms)
        assert not any(comes_from(it, gone) for table in tables for it in table)
        assert check_records(left) == ()
        kept = {it.id for it in held.routes if it.source_id != gone}
        assert {it.id for it in left.routes} == kept


def _mixed(chance: random.Random, names: tuple[str, ...]) -> Records:
    held = records()
    return replace(
        held,
        sources=tuple(Source(name, name) for name in names),
        crags=tuple(replace(it, source_id=chance.choice(names)) for it in held.crags),
        areas=tuple(replace(it, source_id=chance.choice(names)) for it in held.areas),
        sectors=tuple(replace(it, source_id=chance.choice(names)) for it in held.sectors),
        routes=tuple(replace(it, source_id=chance.choice(names)) for it in held.routes),
        gyms=tuple(replace(it, source_id=chance.choice(names)) for it in held.gyms),
    )


def test_only_an_operator_removes_a_source_that_exists(data_dir: Path) -> None:
    with pytest.raises(NotAllowedError):
        forget_source(data_dir, "手寫表", Actor("discord:7"), now=NOW)
    with pytest.raises(UnknownSourceError) as raised:
        forget_source(data_dir, "烏有", OPERATOR, now=NOW)
    assert "手寫表" in raised.value.reply


def test_earlier_versions_go_when_nothing_may_be_left(data_dir: Path) -> None:
    forget_source(data_dir, "手寫表", OPERATOR, now=NOW)
    assert purge(data_dir, OPERATOR, now=NOW) == (1, 2, 3)
    assert snapshots.numbers(data_dir) == (4,)
    files = [path for path in data_dir.rglob("*") if path.name != "history.jsonl"]
    texts = [path.read_bytes() for path in files if path.is_file()]
    assert not any("孤舟".encode() in text for text in texts)


def test_a_purge_leaves_no_notice_behind_in_the_version_that_others_stand_on(
    tmp_path: Path,
) -> None:
    var = tmp_path / "var"
    files = [write_json(tmp_path, crag_file(), "crag.json"), notice_file(tmp_path, row())]
    import_files(var, files, now=NOW)
    forget_source(var, "notices", OPERATOR, now=NOW)
    assert snapshots.current(var).base == 1
    assert purge(var, OPERATOR, now=NOW) == (1, 2)
    left = [path for path in (var / "snapshots").rglob("*") if path.is_file()]
    assert not any("落石封閉".encode() in path.read_bytes() for path in left)
    with KnowledgeBase.open(var) as held:
        assert held.catalogue.count() == 2


def test_an_answer_names_every_source_of_its_record(data_dir: Path) -> None:
    with KnowledgeBase.open(data_dir) as held:
        answer = Assistant(held).answer(Question("第一道浪幾級", NOW.date()))
    assert "5.12d" in answer.text
    assert [source.title for source in answer.sources] == ["手寫表", "霧角測試路線表"]
