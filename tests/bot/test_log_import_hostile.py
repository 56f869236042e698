"""Whatever is in a file, an import lists what is wrong with it and never fails otherwise."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.logbook.import_plan import plan_import
from bot.logbook.importers import LogFile, read_log
from bot.logbook.importers.tables import MAX_ROWS
from bot.logbook.importers.texts import MAX_BYTES
from bot.logbook.interchange import COLUMNS
from knowledge.errors import UnreadableFileError
from tests.bot import log_files

HEADERS = {
    "mp": log_files.MP_HEADER,
    "thecrag": log_files.CRAG_HEADER,
    "8a": log_files.EIGHT_HEADER,
    "kaya": log_files.KAYA_HEADER,
    "boardlib": log_files.BOARDLIB_NEW.decode().split("\n")[0],
    "ukc": log_files.UKC_DLOG.decode().split("\n")[0],
    "own": ",".join(COLUMNS),
}
HARD = st.sampled_from(
    [
        "null", "-1", "0", "4+", "\uff11\uff12", "²", "5.10a", "V4", "=1+1", "'", '"', "\n",
        "\r", "\t",
        "2026-02-30", "31/Feb/26", "???/2024", "0000-00-00", "9999-12-31", "2024-1-1T", "1/2/2024",
        "Fri Nov 31 2026 13:05:00 GMT+0000", "Mon Jan 01 0001 00:00:00 GMT+2400",
        "Mon Jan 01 9999 23:00:00 GMT-2359", "1e999", "nan", "True", "ROUTE", "BOULDER", "Lead",
        "Redpoint", "lead", "redpoint", "\ufeff", "\u202e", "\ud800", "龍洞", "a@b.co",
        "99999999999",
    ]
)  # fmt: skip
CELLS = st.one_of(HARD, st.text(max_size=12), st.integers().map(str))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), HARD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HARD, inner, max_size=3),
    max_leaves=6,
)
OWN_KEYS = st.sampled_from([*COLUMNS, "partner"])
AURORA_KEYS = st.sampled_from(["climb", "angle", "count", "climbed_at", "grade", "is_mirror"])


def read(content: bytes) -> LogFile | None:
    """The log, with everything checked that holds for any; ``None`` when it is refused."""
    try:
        log = read_log(content, "file")
    except UnreadableFileError as error:
        return None if error.reason else pytest.fail("refused without a reason")
    assert len(log.rows) + len(log.problems) == log.read
    for row in log.rows:
        assert row.ascent.source
        assert row.ascent.source_id
        assert row.row
    names = [(row.ascent.source, row.ascent.source_id) for row in log.rows]
    assert len(set(names)) == len(names)
    plan = plan_import(log, ())
    assert plan.preview(shown=None)
    assert len(plan.new) == len(log.rows)
    return log


def as_csv(header: str, rows: list[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    text = f"{header.strip()}\n{written.getvalue()}"
    return text.encode("utf-8", "surrogatepass")


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_random_bytes(content: bytes) -> None:
    read(content)


@pytest.mark.parametrize("site", HEADERS)
@given(data=st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_random_cells_under_every_header(site: str, data: st.DataObject) -> None:
    columns = len(next(csv.reader([HEADERS[site].strip()])))
    row = st.lists(CELLS, min_size=max(0, columns - 2), max_size=columns + 1)
    content = as_csv(HEADERS[site], data.draw(st.lists(row, max_size=4)))
    log = read(content)
    if log is not None:
        assert read(content) == log


@pytest.mark.parametrize("site", HEADERS)
@given(junk=st.binary(max_size=60))
@settings(max_examples=60, deadline=None)
def test_random_bytes_under_every_header(site: str, junk: bytes) -> None:
    read(HEADERS[site].strip().encode() + b"\n" + junk)


@given(st.lists(st.dictionaries(OWN_KEYS, VALUES, max_size=6) | VALUES, max_size=4), VALUES)
@settings(max_examples=200, deadline=None)
def test_random_values_in_our_json(ascents: list[Any], other: Any) -> None:
    log = read(json.dumps({"version": 1, "ascents": ascents, "more": other}).encode())
    assert log is not None
    assert log.read == len(ascents)
    read(json.dumps({"version": other, "ascents": ascents}).encode())
    read(json.dumps({"version": 1, "ascents": other}).encode())


@given(st.lists(st.dictionaries(AURORA_KEYS, VALUES, max_size=6) | VALUES, max_size=4), VALUES)
@settings(max_examples=200, deadline=None)
def test_random_values_in_auroras_json(ascents: list[Any], other: Any) -> None:
    read(json.dumps({"user": other, "ascents": ascents, "attempts": other}).encode())


@pytest.mark.parametrize("name", log_files.ALL)
def test_a_truncated_file_never_brings_a_row_that_the_whole_file_does_not_have(name: str) -> None:
    whole = log_files.ALL[name]
    full = read(whole)
    assert full is not None
    climbs = {(row.ascent.route_name, row.ascent.day, row.ascent.gym) for row in full.rows}
    # without its end, the row with too many commas cannot be told from a good one
    climbs.add(("Commas", date(2024, 5, 2), ""))
    for end in range(1, len(whole), 7):
        log = read(whole[:end])
        cut = log.rows if log else ()
        assert {(row.ascent.route_name, row.ascent.day, row.ascent.gym) for row in cut} <= climbs


def test_a_big5_file_cut_inside_a_character_is_read_to_the_tear() -> None:
    content = log_files.EIGHT_BIG5
    second = content + content[content.index(b"\n") + 1 :].replace(b"2026-03-01", b"2026-03-02")
    whole = read(second)
    assert whole is not None
    assert len(whole.rows) == 2
    log = read(second[: second.rindex("鯨背".encode("cp950")) + 1])
    assert log is not None
    assert len(log.rows) == len(log.problems) == 1


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_separators_and_encodings_of_spreadsheets(mark: str, encoding: str) -> None:
    rows = list(csv.reader(io.StringIO(log_files.MP_PLAIN.decode())))
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=mark).writerows(rows)
    log = read(("sep=" + mark + "\r\n" + written.getvalue()).encode(encoding))
    plain = read(log_files.MP_PLAIN)
    assert log is not None
    assert plain is not None
    assert [row.ascent.notes for row in log.rows] == [row.ascent.notes for row in plain.rows]
    assert len(log.rows) == 8


def test_a_file_cut_inside_a_chinese_character_is_not_taken_for_big5() -> None:
    text = log_files.CRAG_HEADER + log_files.crag_row(1, "藤壺", "Flash")
    text += log_files.crag_row(2, "漲潮線", "Flash")
    content = text.encode()
    log = read(content[: content.index("漲".encode()) + 1])
    assert log is not None
    assert [row.ascent.route_name for row in log.rows] == ["藤壺"]
    assert [problem.reason for problem in log.problems] == ["檔案在這一列斷掉了，這一列不完整"]


def test_damaged_utf8_is_refused_and_not_garbled() -> None:
    rows = [log_files.crag_row(number, "藤壺石頭路線", "Flash") for number in range(4)]
    content = (log_files.CRAG_HEADER + "".join(rows)).encode()
    middle = content.index("石頭".encode())
    assert read(content[:middle] + b"\xe7" + content[middle + 3 :]) is None


@pytest.mark.parametrize(
    "content",
    [
        b"", b"   \n", b"\0\0\0\0", b"PK\x03\x04 no log", b"hello", b"a,b,c\n1,2,3\n", b"{", b"[]",
        b"[" * 100_000, b'{"version": 1}', b'{"ascents": []}', b'{"version": 2, "ascents": []}',
        b'{"version": true, "ascents": []}', b'{"version": 1, "ascents": {}}',
        "日期,路線,岩場\n2026-01-01,灰鯨,霧鳴岬\n".encode(), b"\xff\xfe\x00", b"\xef\xbb\xbf",
    ],
    ids=lambda content: repr(content[:24]),
)  # fmt: skip
def test_what_is_no_log_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_log(content, "file")
    assert caught.value.reason
    assert "file" in caught.value.reply


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("site", HEADERS)
@given(data=st.data())
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_random_cells_under_every_header(site: str, data: st.DataObject) -> None:
    columns = len(next(csv.reader([HEADERS[site].strip()])))
    row = st.lists(CELLS, min_size=max(0, columns - 2), max_size=columns + 1)
    read(as_csv(HEADERS[site], data.draw(st.lists(row, max_size=6))))


@pytest.mark.soak
@pytest.mark.timeout(900)
@given(st.binary(max_size=2_000), st.sampled_from(sorted(log_files.ALL)), st.integers(0, 10_000))
@settings(max_examples=20_000, deadline=None)
def test_many_files_with_random_bytes_in_them(junk: bytes, name: str, place: int) -> None:
    content = log_files.ALL[name]
    place %= len(content)
    read(content[:place] + junk + content[place + len(junk) // 2 :])


def test_too_many_rows_are_refused() -> None:
    row = "Fri Nov 06 2026 13:05:00 GMT+0000 (GMT+00:00),0,,Flash,1,v4,Blue,,Gym,,\n"
    content = (log_files.KAYA_HEADER + row * (MAX_ROWS + 1)).encode()
    with pytest.raises(UnreadableFileError, match="100,000"):
        read_log(content, "file")
    many = json.dumps({"version": 1, "ascents": [None] * (MAX_ROWS + 1)}).encode()
    with pytest.raises(UnreadableFileError, match="100,000"):
        read_log(many, "file")


def test_too_large_a_file_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="64 MB"):
        read_log(b"x" * (MAX_BYTES + 1), "file")


def test_a_quote_that_never_ends_does_not_swallow_the_log_silently() -> None:
    text = log_files.MP_PLAIN.decode().replace('"windy, but ok"', '"windy, but ok')
    log = read(text.encode())
    assert log is not None
    assert log.problems
    assert [row.ascent.route_name for row in log.rows if "\n" in row.ascent.notes] == []
