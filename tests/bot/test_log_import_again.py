"""Files read twice, files that overlap, and rows scrubbed of other people."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logbook.import_plan import ImportPlan, plan_import
from bot.logbook.importers import read_log
from bot.logbook.importers.scrubbing import raw_row, scrubbed
from tests.bot import log_files

if TYPE_CHECKING:
    from bot.ascents import Ascent

CSV = [name for name in log_files.ALL if not name.startswith("aurora")]


def plan(content: bytes, held: tuple[Ascent, ...] = ()) -> ImportPlan:
    return plan_import(read_log(content, "file"), held)


@pytest.mark.parametrize("name", log_files.ALL)
def test_importing_a_file_again_adds_nothing(name: str) -> None:
    first = plan(log_files.ALL[name])
    again = plan(log_files.ALL[name], first.new)
    assert again.new == ()
    assert again.known == len(first.new)


def shortened(content: bytes, keep: int) -> bytes:
    """An older export of the same log: its header and first rows (none spans lines)."""
    return b"\n".join(content.split(b"\n")[: keep + 1]) + b"\n"


@pytest.mark.parametrize(
    "content",
    [log_files.MP_PLAIN, log_files.EIGHT_PLAIN, log_files.KAYA_PLAIN, log_files.BOARDLIB_NEW,
     log_files.UKC_DLOG],
    ids=["mp", "8a", "kaya", "boardlib", "ukc"],
)  # fmt: skip
def test_a_newer_export_of_the_same_log_adds_only_what_is_new(content: bytes) -> None:
    rows = content.count(b"\n") - 1
    for keep in range(1, rows):
        older = plan(shortened(content, keep))
        newer = plan(content, older.new)
        assert (len(newer.new), newer.known) == (rows - keep, keep)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rows_does_not_matter(seed: int) -> None:
    for content in (log_files.MP_PLAIN, log_files.EIGHT_PLAIN, log_files.UKC_DLOG):
        header, *rows = content.decode().rstrip("\n").split("\n")
        random.Random(seed).shuffle(rows)  # noqa: S311
        shuffled = "\n".join([header, *rows, ""]).encode()
        assert plan(shuffled, plan(content).new).new == ()


def test_two_equal_climbs_of_one_day_are_two_and_stay_two() -> None:
    row = "Fri Nov 06 2026 13:05:00 GMT+0000 (GMT+00:00),0,,Flash,1,v4,Blue,,Sample Gym,,\n"
    one, two, three = (plan((log_files.KAYA_HEADER + row * count).encode()) for count in (1, 2, 3))
    assert [len(each.new) for each in (one, two, three)] == [1, 2, 3]
    assert len(plan((log_files.KAYA_HEADER + row * 3).encode(), two.new).new) == 1
    assert plan((log_files.KAYA_HEADER + row).encode(), two.new).new == ()


def test_what_the_site_changes_later_does_not_make_a_tick_new() -> None:
    content = log_files.MP_PLAIN.decode()
    moved = content.replace("5.10a/b PG13", "5.10b PG13").replace('"Grey Whale"', '"Gray Whale"')
    assert plan(moved.encode(), plan(content.encode()).new).new == ()
    noted = content.replace("windy, but ok", "windy")
    assert plan(noted.encode(), plan(content.encode()).new).new == ()


def test_a_date_that_went_through_excel_is_the_same_tick() -> None:
    content = log_files.MP_PLAIN.decode()
    mangled = content.replace("2026-10-0", "10/").replace("10/4,", "10/4/2026,")
    for day in "5678":
        mangled = mangled.replace(f"10/{day},", f"10/{day}/2026,")
    assert plan(mangled.encode(), plan(content.encode()).new).new == ()


def test_one_board_climb_in_two_headers_is_known_again() -> None:
    old = b"board,angle,name,date,grade,tries, is_mirror\nkilter,40,X,2024-06-01,7a/V6,2, False\n"
    new = (
        b"board,angle,climb_name,date,logged_grade,displayed_grade,is_benchmark,tries,is_mirror,"
        b"sessions_count,tries_total,is_repeat,is_ascent,comment\n"
        b"kilter,40,X,2024-06-01,7a/V6,7a/V6,False,2,False,1,2,False,True,\n"
    )
    first = plan(old)
    again = plan(new, first.new)
    assert again.new == ()


@pytest.mark.parametrize(
    "text",
    ["call 0912345678", "0912-345-678", "+886 912 345 678", "+886912345678", "02-2345-6789",
     "(02) 2345-6789", "+1 (415) 555-0100", "+44 20 7946 0958", "415-555-0100",
     "a.b+c@mail.example.org", "a＠example.org", "a (at) example.org"],
)  # fmt: skip
def test_ways_to_reach_people_are_taken_out(text: str) -> None:
    assert "[已移除]" in scrubbed(text)
    assert not any(
        part in scrubbed(text) for part in ("2345", "345 678", "0100", "0958", "example")
    )


@pytest.mark.parametrize(
    "text",
    ["9000000001", "http://www.thecrag.com/ascent/9000000001", "2026-10-04T00:00:00Z", "5.10a/b",
     "https://www.mountainproject.com/route/100000001/sample", "2026-10-04 20:11:00.123456", "2700",
     "Sat Nov 07 2026 17:40:00 GMT+0000 (GMT+00:00)", "31/Aug/26", "18m"],
)  # fmt: skip
def test_ids_links_and_days_stay(text: str) -> None:
    assert scrubbed(text) == text


@given(st.text(alphabet="0123456789+-() .@ab＠", max_size=40))
def test_scrubbing_twice_changes_nothing(text: str) -> None:
    assert scrubbed(scrubbed(text)) == scrubbed(text)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["a", "a.", "a@", "1 ", "+1", "0", "(02) ", "a@b.", "\uff20", "'-"]
)
def test_scrubbing_takes_no_longer_than_the_text_is(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert scrubbed(text)
    assert scrubbed(text + " a@example.org").endswith(" [已移除]")


def test_a_raw_row_leaves_out_columns_of_others() -> None:
    row = {
        "route": "X",
        "Partner(s)": "Lin",
        "belayer": "Wu",
        "與繩伴": "Chen",
        "e-mail": "a",
        "n": "",
    }
    assert json.loads(raw_row(row)) == {"route": "X"}
    assert raw_row({"n": ""}) == ""


def test_a_preview_says_everything_or_a_part_and_nothing_invisible() -> None:
    rows = [
        {"route_name": f"R{number}", "mode": "lead", "result": "flash", "grade": f"?{number}",
         "date": "2026-01-01" if number % 2 else f"day\x1b[31m{number}"}
        for number in range(40)
    ]  # fmt: skip
    found = plan(json.dumps({"version": 1, "ascents": rows}).encode())
    short, whole = found.preview(), found.preview(shown=None)
    assert "共 40 筆" in short
    assert "會加入 20 筆" in short
    assert "跳過 20 筆" in short
    assert "…還有 15 種原因" in short
    assert "…共 20 種" in short
    assert all(f"ascents[{number}]" in whole for number in range(0, 40, 2))
    assert len(short) < 1_000
    assert "\x1b" not in whole
