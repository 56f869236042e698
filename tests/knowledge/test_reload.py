"""Reload: all or nothing, one version at a time, by source."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from knowledge import snapshots
from knowledge.errors import (
    ChangedMeanwhileError,
    ImportLockedError,
    NotAllowedError,
    UnknownVersionError,
)
from knowledge.knowledge_base import (
    Actor,
    KnowledgeBase,
    Request,
    commit,
    diff_versions,
    history,
    import_files,
    kept,
    load_demo,
    plan_reload,
    reload_files,
    rollback,
)
from knowledge.text import key
from tests.knowledge.invented_files import crag_file, gym, gym_file, route, write_json
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.knowledge_base import ReloadReport
    from knowledge.schema import Notice

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
OPERATOR = Actor("terminal:tester", operator=True)
MEMBER = Actor("discord:7")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A folder with the crag 霧角 and a gym."""
    files = [
        write_json(tmp_path, crag_file(), "crag.json"),
        write_json(tmp_path, gym_file(), "gyms.json"),
    ]
    import_files(tmp_path / "var", files, now=NOW)
    return tmp_path / "var"


def load(data_dir: Path, *paths: Path, **more: Any) -> ReloadReport:
    return reload_files(data_dir, Request(paths, **more), OPERATOR, now=NOW)


def notices(data_dir: Path) -> list[Notice]:
    with KnowledgeBase.open(data_dir) as held:
        return list(held.board.notices)


def titles(data_dir: Path) -> list[str]:
    return [it.title for it in notices(data_dir)]


def test_a_notice_finds_its_place_and_makes_a_version(tmp_path: Path, data_dir: Path) -> None:
    report = load(data_dir, notice_file(tmp_path, row(), row(about="浮嶼攀岩館", kind="reset")))
    assert (report.version, report.committed) == (2, True)
    assert report.plan.diff.counts == {"sources added": 1, "notices added": 2}
    assert set(report.plan.diff.by_place) == {"來源", "霧角", "浮嶼攀岩館"}
    assert [it.about_id for it in notices(data_dir)] == ["mist-cape", "island"]
    assert snapshots.current(data_dir).base == 1


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("mist-cape", "mist-cape"),
        ("Mist Cape", "mist-cape"),
        ("雾角", "mist-cape"),
        ("潮音洞", "mist-cape/cave"),
        ("左翼", "mist-cape/north/left"),
        ("鹽霧", "MC-2"),
        ("MC-1", "MC-1"),
        ("霧角 › 鹽霧", "MC-2"),
        ("霧角/第一道浪", "MC-1"),
    ],
)
def test_a_place_is_known_by_id_or_name(
    tmp_path: Path, data_dir: Path, about: str, found: str
) -> None:
    load(data_dir, notice_file(tmp_path, row(about=about)))
    assert [it.about_id for it in notices(data_dir)] == [found]


def test_a_name_that_several_have_is_a_mistake_that_lists_them(
    tmp_path: Path, data_dir: Path
) -> None:
    other = crag_file(
        route("VL-1", "鹽霧"), crag={"id": "vale", "name": "石谷"}, areas=[{"id": "north"}]
    )
    import_files(data_dir, [write_json(tmp_path, other, "vale.json")], now=NOW)
    report = load(data_dir, notice_file(tmp_path, row(about="鹽霧")))
    assert not report.committed
    assert report.plan.problems[0].reason == (
        "「鹽霧」有好幾個，請改用編號：MC-2（霧角 › 鹽霧）、VL-1（石谷 › 鹽霧）"
    )
    assert load(data_dir, notice_file(tmp_path, row(about="石谷 › 鹽霧"))).committed


def test_one_mistake_stops_everything(tmp_path: Path, data_dir: Path) -> None:
    before = snapshots.current(data_dir)
    bad = notice_file(tmp_path, row(), row(about="烏有岩場"), row(kind="storm"))
    good = notice_file(tmp_path, row(title="好的"), name="good.json")
    report = load(data_dir, bad, good)
    assert (report.committed, report.version, report.plan.refused) == (False, 1, True)
    assert [(it.file, it.row) for it in report.plan.problems] == [
        ("notices.json", "notices[2]"),
        ("notices.json", "notices[1]"),
    ]
    assert snapshots.current(data_dir) == before


def test_good_rows_load_when_that_is_wanted(tmp_path: Path, data_dir: Path) -> None:
    bad = notice_file(tmp_path, row(), row(about="烏有岩場"))
    report = load(data_dir, bad, accept_good_rows=True)
    assert (report.committed, len(report.plan.problems)) == (True, 1)
    assert titles(data_dir) == ["落石封閉"]


def test_a_file_that_cannot_be_read_stops_everything(tmp_path: Path, data_dir: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    report = load(data_dir, broken, notice_file(tmp_path, row()))
    assert report.plan.refused
    assert snapshots.numbers(data_dir) == (1,)
    assert not load(data_dir, tmp_path / "missing.json", accept_good_rows=True).committed


def test_the_same_file_again_changes_nothing(tmp_path: Path, data_dir: Path) -> None:
    path = notice_file(tmp_path, row(), row(id="b", title="二"))
    assert load(data_dir, path).version == 2
    again = load(data_dir, path)
    assert (again.version, again.committed, bool(again.plan.diff)) == (2, False, False)


def test_a_changed_text_is_the_same_notice(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row()))
    report = load(data_dir, notice_file(tmp_path, row(text="已清除。", valid_until="2026-12-01")))
    (change,) = report.plan.diff.changes
    assert (change.what, change.fields) == ("changed", ("text", "valid_until"))
    assert titles(data_dir) == ["落石封閉"]


def test_a_reload_of_places_and_notices_at_once(tmp_path: Path, data_dir: Path) -> None:
    crag = write_json(tmp_path, crag_file(route("MC-9", "新線")), "crag.json")
    report = load(data_dir, crag, notice_file(tmp_path, row(about="新線")))
    assert report.plan.diff.counts == {
        "sources added": 1,
        "routes added": 1,
        "routes removed": 2,
        "notices added": 1,
    }
    assert [it.about_id for it in notices(data_dir)] == ["MC-9"]
    assert snapshots.current(data_dir).base == 2


def test_a_notice_goes_with_its_place(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row(about="鹽霧"), row()))
    crag = write_json(tmp_path, crag_file(route("MC-1", "第一道浪")), "crag.json")
    report = load(data_dir, crag)
    assert report.plan.diff.counts == {"routes removed": 1, "notices removed": 1}
    assert "一併移除" in report.plan.remarks[0].reason
    assert [it.about_id for it in notices(data_dir)] == ["mist-cape"]


def test_a_named_source_replaces_what_it_no_longer_holds(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row(title="別人的"), name="other.json"))
    first = notice_file(tmp_path, row(title="一"), row(title="二"))
    load(data_dir, first, source="官方")
    kept_rows = load(data_dir, notice_file(tmp_path, row(title="三")), source="官方")
    assert kept_rows.plan.diff.counts == {"notices added": 1}
    report = load(data_dir, notice_file(tmp_path, row(title="二")), source="官方", replace=True)
    assert report.plan.diff.counts == {"notices removed": 2}
    assert sorted(titles(data_dir)) == ["二", "別人的"]


def test_a_table_of_a_source_replaces_its_routes(tmp_path: Path, data_dir: Path) -> None:
    table = tmp_path / "routes.csv"
    table.write_text("岩場,區域,路線,難度\n霧角,北牆,甲,5.9\n石谷,,乙,5.8\n", "utf-8")
    load(data_dir, table, source="表")
    table.write_text("岩場,區域,路線,難度\n霧角,北牆,甲,5.10a\n", "utf-8")
    report = load(data_dir, table, source="表", replace=True)
    assert report.plan.diff.counts == {
        "crags removed": 1,
        "routes changed": 1,
        "routes removed": 1,
    }
    with KnowledgeBase.open(data_dir) as held:
        assert [it.name for it in held.catalogue.all_routes()] == ["第一道浪", "鹽霧", "甲"]
        crag = held.catalogue.crag("mist-cape")
        assert crag is not None
        assert crag.description == "海邊的砂岩岩場。"
    again = load(data_dir, table, source="表", replace=True)
    assert not again.committed


def test_a_source_that_replaces_itself_leaves_no_field_behind(
    tmp_path: Path, data_dir: Path
) -> None:
    table = tmp_path / "routes.csv"
    head = "岩場,區域,路線,難度,長度,描述\n"
    table.write_text(f"{head}霧角,北牆,甲,5.9,20,舊的\n霧角,北牆,第一道浪,,,表說的\n", "utf-8")
    load(data_dir, table, source="表")
    table.write_text(f"{head}霧角,北牆,甲,5.9,,\n霧角,北牆,第一道浪,,,改口\n", "utf-8")
    report = load(data_dir, table, source="表", replace=True)
    assert report.plan.diff.counts == {"routes changed": 2}
    with KnowledgeBase.open(data_dir) as held:
        one, two = (next(iter(held.catalogue.routes_named(key(it)))) for it in ("甲", "第一道浪"))
    assert (one.length_m, one.description, one.also_from) == (None, "", ())
    assert (two.grade.raw, two.description) == ("5.10a", "改口")
    assert two.also_from == ("crag:mist-cape",)
    assert not load(data_dir, table, source="表", replace=True).committed


def test_an_id_of_another_source_is_not_taken_over(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row(id="a")))
    report = load(data_dir, notice_file(tmp_path, row(id="a", title="搶走"), name="thief.json"))
    assert "另一個來源" in report.plan.problems[0].reason
    assert titles(data_dir) == ["落石封閉"]


def test_a_report_from_the_future_is_a_mistake(tmp_path: Path, data_dir: Path) -> None:
    report = load(data_dir, notice_file(tmp_path, row(reported_on="2026-11-23")))
    assert "在未來" in report.plan.problems[0].reason
    assert load(data_dir, notice_file(tmp_path, row(reported_on="2026-11-22"))).committed


def test_a_preview_writes_nothing(tmp_path: Path, data_dir: Path) -> None:
    planned = plan_reload(data_dir, Request((notice_file(tmp_path, row()),)), now=NOW)
    assert planned.diff.counts == {"sources added": 1, "notices added": 1}
    assert snapshots.numbers(data_dir) == (1,)


def test_a_plan_that_another_version_overtook_is_not_made(tmp_path: Path, data_dir: Path) -> None:
    slow = plan_reload(data_dir, Request((notice_file(tmp_path, row()),)), now=NOW)
    load(data_dir, notice_file(tmp_path, row(title="快的"), name="fast.json"))
    with pytest.raises(ChangedMeanwhileError) as raised:
        commit(data_dir, slow, OPERATOR, now=NOW)
    assert "第 2 版" in raised.value.reply
    assert titles(data_dir) == ["快的"]


def test_a_reload_beside_another_is_told(tmp_path: Path, data_dir: Path) -> None:
    planned = plan_reload(data_dir, Request((notice_file(tmp_path, row()),)), now=NOW)
    with snapshots.import_lock(data_dir), pytest.raises(ImportLockedError):
        commit(data_dir, planned, OPERATOR, now=NOW)
    assert commit(data_dir, planned, OPERATOR, now=NOW).version == 2


def test_a_servers_admin_loads_notices_of_that_server_only(tmp_path: Path, data_dir: Path) -> None:
    path = notice_file(tmp_path, row(), row(title="自己的", scope="1"))
    report = reload_files(data_dir, Request((path,), scope="1"), MEMBER, now=NOW)
    assert report.committed
    assert {it.scope for it in notices(data_dir)} == {"1"}
    other = notice_file(tmp_path, row(scope="2"), name="other.json")
    refused = reload_files(data_dir, Request((other,), scope="1"), MEMBER, now=NOW)
    assert "別的伺服器" in refused.plan.problems[0].reason
    crag = write_json(tmp_path, crag_file(), "crag.json")
    refused = reload_files(data_dir, Request((crag,), scope="1"), MEMBER, now=NOW)
    assert "只能更新公告" in refused.plan.problems[0].reason
    assert history(data_dir)[0].scope == "1"


def test_a_servers_admin_replaces_nothing_of_others(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row(title="全域")), source="s")
    mine = notice_file(tmp_path, row(title="本站", id="m"), name="mine.json")
    request = Request((mine,), source="s", replace=True, scope="1")
    assert reload_files(data_dir, request, MEMBER, now=NOW).committed
    assert titles(data_dir) == ["全域", "本站"]


def test_global_data_need_an_operator(tmp_path: Path, data_dir: Path) -> None:
    path = notice_file(tmp_path, row())
    with pytest.raises(NotAllowedError):
        reload_files(data_dir, Request((path,)), MEMBER, now=NOW)
    with pytest.raises(NotAllowedError):
        rollback(data_dir, 1, MEMBER, now=NOW)
    assert snapshots.numbers(data_dir) == (1,)


def test_going_back_makes_a_version_equal_to_the_old_one(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row()))
    load(data_dir, write_json(tmp_path, crag_file(route("MC-9", "新線")), "crag.json"))
    made = rollback(data_dir, 2, OPERATOR, now=NOW)
    assert made is not None
    assert (made.number, made.content) == (4, snapshots.load(data_dir, 2).content)
    with KnowledgeBase.open(data_dir) as held:
        assert held.catalogue.count() == 2
        assert len(held.notices()) == 1
    assert rollback(data_dir, 2, OPERATOR, now=NOW) is None
    assert diff_versions(data_dir, 2, 4).changes == ()
    assert diff_versions(data_dir, 2, 3).counts == {"routes added": 1, "routes removed": 2}
    assert history(data_dir)[0].diff["counts"] == {"routes added": 2, "routes removed": 1}


def test_a_version_that_is_gone_or_damaged_cannot_be_gone_back_to(
    tmp_path: Path, data_dir: Path
) -> None:
    load(data_dir, notice_file(tmp_path, row()))
    (snapshots.load(data_dir, 2).path / "notices.json").write_text("{}", "utf-8")
    for number in (2, 9):
        with pytest.raises(UnknownVersionError) as raised:
            rollback(data_dir, number, OPERATOR, now=NOW)
        assert "還能用的是 1" in raised.value.reply
    assert kept(data_dir) == (1,)


def test_the_history_says_who_did_what_with_which_file(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row()), source="官方")
    newest, oldest = history(data_dir)
    assert (newest.action, newest.who, newest.source) == ("reload", "terminal:tester", "官方")
    assert newest.at == "2026-11-21T09:00:00+00:00"
    assert len(newest.files["notices.json"]) == 64
    assert newest.diff["changes"][1]["name"] == "落石封閉"
    assert (oldest.action, oldest.parent) == ("import", None)


def test_damage_is_passed_by_and_said(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row()))
    (snapshots.load(data_dir, 2).path / "notices.json").write_text("{}", "utf-8")
    report = load(data_dir, notice_file(tmp_path, row(title="之後")))
    assert (report.version, report.committed) == (3, True)
    assert "從第 1 版接續" in report.plan.remarks[0].reason
    assert titles(data_dir) == ["之後"]


def test_notices_of_the_demo_make_room_with_it(tmp_path: Path, demo_dir: Path) -> None:
    data_dir = tmp_path / "var"
    load_demo(data_dir, demo_dir)
    demo = notice_file(tmp_path, row(about="霧鳴岬"), metadata={"invented": True})
    load(data_dir, demo)
    load(data_dir, write_json(tmp_path, crag_file(), "crag.json"))
    assert notices(data_dir) == []


def test_an_import_of_places_keeps_the_notices(tmp_path: Path, data_dir: Path) -> None:
    load(data_dir, notice_file(tmp_path, row()))
    more = write_json(tmp_path, gym_file(gym("two", "二館")), "more.json")
    report = import_files(data_dir, [more], now=NOW)
    assert report.counts["notices"] == 1
    assert titles(data_dir) == ["落石封閉"]


def test_an_import_takes_notices_and_lists_the_bad_ones(tmp_path: Path, data_dir: Path) -> None:
    path = notice_file(tmp_path, row(), row(about="烏有岩場"))
    report = import_files(data_dir, [path], now=NOW)
    assert (report.version, report.changes["notices"].added) == (2, 1)
    assert "找不到" in report.problems[0].reason


def test_an_older_layout_is_renewed_by_a_notice(tmp_path: Path, data_dir: Path) -> None:
    path = snapshots.current(data_dir).path / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "schema": "older"}), encoding="utf-8")
    load(data_dir, notice_file(tmp_path, row()))
    assert snapshots.current(data_dir).base == 2
    assert snapshots.current(data_dir).is_current
