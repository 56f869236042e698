"""Notices in files: every form reads the same, every mistake is listed."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from knowledge.errors import UnreadableFileError
from knowledge.importers import read_file
from knowledge.importers.notices import TEMPLATES, template
from knowledge.importers.notices.rows import neutral
from tests.knowledge.notice_files import notice_file, row

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.schema import Notice, Records


def read(folder: Path, name: str, content: str | bytes) -> Records:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(path)


def reasons(records: Records) -> list[str]:
    return [f"{problem.row}：{problem.reason}" for problem in records.problems]


def only(records: Records) -> Notice:
    assert not records.problems
    (found,) = records.notices
    return found.notice


def test_a_json_row_is_read_field_by_field(tmp_path: Path) -> None:
    path = notice_file(
        tmp_path,
        row(
            id="a-1",
            kind="hours",
            valid_from="2027-01-01",
            valid_until="2027-01-02",
            hours={"2027-01-01": "10:00-12:00, 14:00-18:00", "2027-01-02": "closed"},
            walls=["斜壁", "屋簷", "斜壁"],
            scope="123456789",
            author="館長",
            link="https://example.org/news",
        ),
        metadata={"source": "測試公告欄", "licence": "CC0"},
    )
    found = read_file(path)
    assert found.sources[0].title == "測試公告欄"
    assert found.notices[0].about == "霧角"
    notice = only(found)
    assert notice.hours == (
        (date(2027, 1, 1), (("10:00", "12:00"), ("14:00", "18:00"))),
        (date(2027, 1, 2), ()),
    )
    assert (notice.id, notice.kind, notice.walls) == ("a-1", "hours", ("斜壁", "屋簷"))
    assert (notice.scope, notice.author, notice.link) == (
        "123456789",
        "館長",
        "https://example.org/news",
    )
    assert notice.source_id == found.sources[0].id


@pytest.mark.parametrize("form", sorted(TEMPLATES))
def test_every_template_reads_as_it_is(tmp_path: Path, form: str) -> None:
    found = read(tmp_path, f"form.{form}", template(form))
    assert found.problems == ()
    resets = [it.notice for it in found.notices if it.notice.kind == "reset"]
    assert resets[0].walls == ("斜壁", "屋簷")
    if form != "md":
        hours = next(it.notice.hours for it in found.notices if it.notice.kind == "hours")
        assert hours == (
            (date(2027, 1, 1), (("10:00", "18:00"),)),
            (date(2027, 1, 2), ()),
        )


def test_all_forms_tell_the_same(tmp_path: Path) -> None:
    told = {
        name: read(tmp_path, f"form.{name}", template(name)) for name in ("csv", "json", "yaml")
    }
    plain = {
        name: [
            (it.about, it.notice.title, it.notice.hours, it.notice.walls) for it in found.notices
        ]
        for name, found in told.items()
    }
    assert plain["csv"] == plain["json"] == plain["yaml"]


def workbook(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("公告", 0)
    for cells in rows:
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_may_hold_real_dates(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "n.xlsx",
        workbook(
            ["對象", "類別", "標題", "公告日期", "開始日期"],
            ["霧角", "封閉", "整修", datetime(2026, 11, 1), date(2026, 12, 1)],  # noqa: DTZ001 - a cell has no zone
        ),
    )
    notice = only(found)
    assert (notice.reported_on, notice.valid_from) == (date(2026, 11, 1), date(2026, 12, 1))


def test_a_markdown_file_may_hold_several_notices(tmp_path: Path) -> None:
    text = (
        "---\nabout: 霧角\nkind: 封閉\nreported_on: 2026-11-10\nid: storm\n---\n"
        "## 北牆封閉\n\n落石。\n\n## 步道中斷\n\n改走海側。\n"
    )
    found = read(tmp_path, "storm.md", text)
    assert [it.notice.title for it in found.notices] == ["北牆封閉", "步道中斷"]
    assert [it.notice.id for it in found.notices] == ["storm-1", "storm-2"]
    assert found.notices[1].notice.text == "改走海側。"


def test_a_markdown_file_may_hold_several_cards(tmp_path: Path) -> None:
    first = "---\nabout: 霧角\nkind: 封閉\nreported_on: 2026-11-10\n---\n\n# 北牆封閉\n\n落石。\n"
    rule = "\n---\n\n海側也濕。\n\n"
    second = "---\n對象: 霧角\nkind: event\nreported_on: 2026-11-11\n---\n\n# 淨灘\n\n一起來。\n"
    found = read(tmp_path, "two.md", first + rule + second)
    assert not found.problems
    assert [it.notice.title for it in found.notices] == ["北牆封閉", "淨灘"]
    assert [it.notice.kind for it in found.notices] == ["closure", "event"]
    assert found.notices[0].notice.text == "落石。\n\n---\n\n海側也濕。"
    assert found.notices[1].notice.text == "一起來。"


def test_a_mistake_in_the_second_card_is_named(tmp_path: Path) -> None:
    card = "---\nabout: 霧角\nkind: 封閉\nreported_on: 2026-11-10\n---\n\n# 北牆封閉\n\n落石。\n"
    found = read(tmp_path, "two.md", f"{card}\n{card.replace('2026-11-10', '2026-13-10')}")
    assert [it.notice.title for it in found.notices] == ["北牆封閉"]
    assert "不是有效的日期" in reasons(found)[0]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"about": ""}, "缺少「about」"),
        ({"about": ["a"]}, "「about」應該是文字"),
        ({"title": None}, "缺少「title」"),
        ({"kind": "storm"}, "這種類別"),
        ({"kind": None}, "缺少「kind」"),
        ({"reported_on": None}, "缺少「reported_on」"),
        ({"reported_on": "2026-02-30"}, "不是有效的日期"),
        ({"reported_on": "2026-11"}, "不是有效的日期"),
        ({"reported_on": "昨天"}, "不是有效的日期"),
        ({"reported_on": "1899-01-01"}, "不是有效的日期"),
        ({"reported_on": 20261110}, "不是有效的日期"),
        ({"valid_from": "2026-12-02", "valid_until": "2026-12-01"}, "早於開始日期"),
        ({"valid_until": "9999-99-99"}, "不是有效的日期"),
        ({"title": "長" * 101}, "太長"),
        ({"text": "長" * 2_001}, "太長"),
        ({"id": "a b"}, "編號只能用"),
        ({"id": "x" * 65}, "太長"),
        ({"hours": {"2026-12-01": "某時"}}, "時間看不懂"),
        ({"hours": {"2026-12-01": "25:99-26:99"}}, "時間看不懂"),
        ({"hours": {"2026-12-01": "18:00-18:00"}}, "時間看不懂"),
        ({"hours": {"2026-12-01": None}}, "時間看不懂"),
        ({"hours": {"12/1": "10:00-18:00"}}, "日期看不懂"),
        ({"hours": {"2026-12-01": "closed", "2026/12/01": "closed"}}, "出現兩次"),
        ({"hours": ["2026-12-01"]}, "日期對時間"),
        ({"hours": "明天公休"}, "要寫成"),
        ({"hours": {"2026-12-05": "closed"}, "valid_until": "2026-12-01"}, "不在公告期間內"),
        ({"walls": {"a": 1}}, "牆面名稱的清單"),
        ({"walls": [f"w{n}" for n in range(51)]}, "太多或太長"),
        ({"scope": "my server"}, "數字編號"),
        ({"link": "javascript:alert(1)"}, "不是 http"),
        ({"link": "https://"}, "不是 http"),
        ({"valid_untill": "2026-12-01"}, "是不是「valid_until」"),
    ],
)
def test_a_mistake_is_named_and_the_row_left_out(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    found = read_file(notice_file(tmp_path, row(), row(title="另一則"), row(**changes)))
    assert len(found.notices) == 2
    assert any(reason in it for it in reasons(found))
    assert all(it.startswith("notices[2]：") for it in reasons(found))


def test_every_mistake_of_a_row_is_listed_at_once(tmp_path: Path) -> None:
    bad = row(kind="storm", reported_on="soon", link="ftp://x", hours="?")
    assert len(reasons(read_file(notice_file(tmp_path, bad)))) == 4


def test_the_same_id_twice_is_a_mistake(tmp_path: Path) -> None:
    found = read_file(notice_file(tmp_path, row(id="a"), row(id="a", title="另一則")))
    assert [it.notice.title for it in found.notices] == ["落石封閉"]
    assert reasons(found) == ["notices[1]：編號「a」和 notices[0] 重複"]


def test_a_table_names_its_row_and_an_unknown_heading(tmp_path: Path) -> None:
    text = "對象,類別,標題,公告日期,有效到\n霧角,封閉,整修,2026-13-01,\n"
    found = read(tmp_path, "n.csv", text)
    assert reasons(found) == [
        "第 1 列：沒有「有效到」這個欄位",
        "第 2 列：「reported_on」（公告日期）不是有效的日期（YYYY-MM-DD）：「2026-13-01」",
    ]


def test_marks_that_reorder_or_hide_text_are_removed(tmp_path: Path) -> None:
    told = "封\u202e閉\u200b\u0007\x1b[31m"
    notice = only(read_file(notice_file(tmp_path, row(title=told, text="一\n二\u2066三"))))
    assert (notice.title, notice.text) == ("封閉[31m", "一\n二三")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("=HYPERLINK(1)", "\uff1dHYPERLINK(1)"),
        ("@SUM(A1)", "\uff20SUM(A1)"),
        ("+cmd|x", "\uff0bcmd|x"),
        ("-(1+1)", "\uff0d(1+1)"),
        ("+886-2-1234", "+886-2-1234"),
        ("-5 度以下公休", "-5 度以下公休"),
    ],
)
def test_no_text_begins_as_a_formula(written: str, kept: str) -> None:
    assert neutral(written) == kept


def test_yaml_keeps_what_was_written(tmp_path: Path) -> None:
    text = (
        "- about: 霧角\n  kind: hours\n  title: 元旦\n  reported_on: 2026-11-10\n"
        "  hours:\n    2027-01-01: 10:00-18:00\n    2027-01-02: off\n"
    )
    notice = only(read(tmp_path, "n.yaml", text))
    assert notice.hours[1] == (date(2027, 1, 2), ())


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{after}: &{after} [{','.join(['*' + before] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB + "notices: *i\n", "錨點"),
        ("notices: " + "[" * 100 + "]" * 100, "太深"),
        ("notices:\n  - about: [a\n", "YAML 格式有誤"),
        ("notices: {}\n", "應該是清單"),
        ("metadata: {}\n", "沒有「notices」"),
        ("notices: " + "x" * 2_000_001, "超過"),
    ],
    ids=["bomb", "deep", "broken", "mapping", "none", "large"],
)
def test_hostile_yaml_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read(tmp_path, "n.yaml", text)
    assert reason in raised.value.reason


def test_tags_of_yaml_build_nothing(tmp_path: Path) -> None:
    text = "notices:\n  - !!python/object/apply:os.system ['true']\n"
    assert reasons(read(tmp_path, "n.yaml", text)) == ["notices[0]：應該是物件：「['true']」"]


def test_a_file_may_hold_places_and_notices(tmp_path: Path) -> None:
    path = tmp_path / "both.json"
    gym = {"id": "g", "name": "浮嶼", "openingHours": {}}
    path.write_text(json.dumps({"gyms": [gym], "notices": [row(about="g")]}), "utf-8")
    found = read_file(path)
    assert (len(found.gyms), len(found.notices)) == (1, 1)


NOTICE_JSON = '{"about": "洞館", "kind": "event", "title": "夜攀", "reported_on": "2026-11-20"'
ROUTE_JSON = '{"crag": {"id": "c", "name": "角"}, "routes": [{"id": "R-1", "name": "浪", "grade": '


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("n.json", f'{{"notices": [{NOTICE_JSON}, "kind": "reset"}}]}}', "「kind」（在「夜攀」）"),
        ("n.json", f'{{"notices": [], "notices": [{NOTICE_JSON}}}]}}', "「notices」"),
        ("c.json", ROUTE_JSON + '"5.9", "grade": "5.10a"}]}', "「grade」（在「R-1」）"),
        ("g.json", '{"gyms": [{"name": "館", "name": "店", "id": "g"}]}', "「name」（在「g」）"),
        ("n.yaml", "notices:\n- about: 洞館\n  kind: event\n  about: 別館\n", "「about」"),
        ("n.yaml", "notices:\n- id: e\n  kind: event\n  類別: reset\n", "「kind」（在「e」）"),
        ("n.yaml", "notices:\n- hours: {2027-01-01: closed, 2027-01-01: 10:00-12:00}\n",
         "「2027-01-01」"),
        ("n.md", "---\nabout: 洞館\nkind: event\nkind: reset\n---\n# 夜攀\n晚上開\n", "「kind」"),
    ],
)  # fmt: skip
def test_a_field_that_stands_twice_is_refused_by_name(
    tmp_path: Path, name: str, text: str, named: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFileError) as refused:
        read_file(path)
    assert "寫了兩次" in refused.value.reply
    assert name in refused.value.reply
    assert named in refused.value.reply


def test_the_same_field_in_two_records_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "n.json"
    path.write_text(f'{{"notices": [{NOTICE_JSON}}}, {NOTICE_JSON}}}]}}', encoding="utf-8")
    assert len(read_file(path).notices) == 2


def test_files_of_one_name_and_different_sources_keep_their_licences(tmp_path: Path) -> None:
    told = [row(), row(title="另一則")]
    named = json.dumps(
        {"notices": told, "metadata": {"source": "洞館粉專", "licence": "CC-BY-4.0"}},
        ensure_ascii=False,
    )
    (own,) = read(tmp_path, "n.json", named).sources
    (bare,) = read(tmp_path, "n.json", json.dumps({"notices": told}, ensure_ascii=False)).sources
    assert own.id != bare.id
    assert (own.title, own.licence, bare.title) == ("洞館粉專", "CC-BY-4.0", "n")
    (again,) = read(tmp_path, "m.json", named).sources
    assert again.id == own.id


@pytest.mark.parametrize(
    ("word", "kind"),
    [("封路", "access"), ("硬體", "hardware"), ("友誼賽", "event"), ("封岩", "closure")],
)
def test_everyday_words_for_kinds_are_read(tmp_path: Path, word: str, kind: str) -> None:
    assert only(read_file(notice_file(tmp_path, row(kind=word)))).kind == kind
