"""No line that is built from a record is ever taken for unsupported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

import pytest

from bot.rendering import render
from bot.schema import ROUTE_FIELDS, Evidence, Group, Language, Query
from bot.verifier import verify
from knowledge.filters import Bucket
from knowledge.gazetteer import Gazetteer
from knowledge.grades import parse_grade
from knowledge.importers.merging import merge
from knowledge.importers.reading import expand, read_file
from knowledge.schema import Crag, Records
from tests.bot.rendering_records import SALT, evidence, mention, query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from knowledge.schema import Route

LANGUAGES: tuple[Language, ...] = ("zh", "en")
ODD_NAMES = ("103°", "2046", "No.1", "7-11", "5.9 先生", "C++", "B1", "88節快樂", "Go! Go!")


def test_every_route_of_the_demo_keeps_all_its_lines(demo_dir: Path) -> None:
    records = reduce(merge, (read_file(file) for file in expand([demo_dir])), Records())
    gazetteer = Gazetteer.build(
        records.crags, records.areas, records.sectors, records.routes, records.gyms
    )
    for language in LANGUAGES:
        for asked, given in _answers(records, language):
            assert _dropped(asked, given, gazetteer) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_with_digits_or_marks_is_no_figure(name: str, language: Language) -> None:
    for route in (replace(SALT, name=name), replace(SALT, name=name, name_en=f"{name} hall")):
        given = evidence(routes=(route,))
        for asked in _questions(route, language):
            assert _dropped(asked, given) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("raw", ["5.10d PG13", "5.9 R", "5.11a X", "5.??", "V?", "5.10-", "TBD"])
def test_a_grade_as_stored_is_supported_wherever_it_stands(raw: str, language: Language) -> None:
    route = replace(SALT, grade=parse_grade(raw, "trad"))
    given = evidence(routes=(route,))
    for asked in _questions(route, language):
        assert _dropped(asked, given) == []


def test_another_protection_rating_is_not_supported() -> None:
    given = evidence(routes=(replace(SALT, grade=parse_grade("5.10a R", "trad")),))
    verdict = verify(f"「{SALT.name}」是 5.10a PG13。", given)
    assert [one.kind for one in verdict.unsupported] == ["protection"]


@pytest.mark.parametrize("written", ["2003 夏", "約1990年代", "2001/13/40", "80年代"])
def test_a_first_ascent_date_is_supported_as_it_is_written(written: str) -> None:
    route = replace(SALT, first_ascent_on=written)
    asked = replace(_question(route, "zh"), fields=("first_ascent_on",))
    assert _dropped(asked, evidence(routes=(route,))) == []


def test_a_count_that_reads_like_a_grade_of_one_figure_is_no_label() -> None:
    types = (Bucket("trad", 7), Bucket("sport", 2))
    group = Group("whale", "鯨背岩", 9, (Bucket("7", 1), Bucket("8-", 8)), None, types)
    given = replace(evidence(routes=(SALT,)), groups=(group,))
    assert verify("9 routes (trad 7, sport 2)", given).ok
    assert not verify("9 routes (trad 7, sport 3)", given).ok


def test_a_bucket_without_a_label_breaks_nothing() -> None:
    nameless = Bucket("", 3)
    group = Group("whale", "鯨背岩", 5, (nameless,), None, (nameless, Bucket("sport", 2)))
    given = replace(evidence(routes=(SALT,)), buckets=(nameless,), groups=(group,))
    assert verify("運攀 2 條", given).ok
    assert not verify("運攀 3 條", given).ok


def test_a_quotation_never_blanks_out_a_part_of_a_name() -> None:
    route = replace(SALT, name="", name_en="Maria's Corner", first_ascent="Maria")
    asked = replace(_question(route, "en"), fields=("grade",))
    assert _dropped(asked, evidence(routes=(route,))) == []


def test_a_plain_word_of_the_interface_is_no_stranger(demo_dir: Path) -> None:
    del demo_dir
    other = replace(SALT, id="X-9", name="", name_en="Rockfall", aliases=())
    given = evidence(routes=(SALT,))
    gazetteer = Gazetteer.build(routes=(SALT, other))
    assert verify(f"⚠️ “{SALT.name}” | rockfall", given, gazetteer=gazetteer).ok
    assert not verify(f"⚠️ “{SALT.name}” | Rockfall", given, gazetteer=gazetteer).ok


def _answers(records: Records, language: Language) -> Iterator[tuple[Query, Evidence]]:
    yield query("list", "有哪些路線", language=language), _evidence(records, records.routes)
    for route in records.routes:
        given = _evidence(records, [route])
        for asked in _questions(route, language):
            yield asked, given


def _questions(route: Route, language: Language) -> Iterator[Query]:
    yield query("list", "有哪些路線", language=language)
    yield query("recommend", "推薦路線", language=language)
    for field in ROUTE_FIELDS:
        yield replace(_question(route, language), fields=(field,))


def _question(route: Route, language: Language) -> Query:
    name = route.display_name
    return query("fact", name, language=language, routes=(mention("route", route.id),))


def _evidence(records: Records, routes: Sequence[Route]) -> Evidence:
    return Evidence(
        today=date(2026, 11, 21),
        routes=tuple(routes),
        crags=records.crags,
        areas=records.areas,
        sectors=records.sectors,
        sources=records.sources,
    )


def _dropped(asked: Query, given: Evidence, gazetteer: Gazetteer | None = None) -> list[str]:
    """The lines that the verifier would take out."""
    draft = render(asked, given, paged=False)
    verdict = verify(
        draft.text, given, gazetteer=gazetteer, asked=asked.text, figures=draft.figures
    )
    lines = draft.text.split("\n")
    return [f"{one.kind} {one.surface} in {lines[one.line]}" for one in verdict.unsupported]


@pytest.mark.parametrize("text", ["差一點！下次再來。", "早一點去比較好。"])
def test_a_little_is_no_hour(text: str) -> None:
    assert verify(text, Evidence()).ok


def test_route_is_in_no_other_crag_of_the_catalogue() -> None:
    given = replace(evidence(routes=(SALT,)), places=("鯨尾灣", "靜谷"))
    assert verify("「鹽味早餐」在鯨尾灣。", given).ok
    assert verify("「鹽味早餐」不在靜谷，在鯨尾灣。", given).ok
    assert not verify("「鹽味早餐」在靜谷。", given).ok
    assert not verify("「鹽味早餐」位於靜谷，是 5.10a。", given).ok


def test_a_crag_may_be_named_in_english_where_its_route_lies() -> None:
    crag = Crag(id="cape", name="虛岬", name_en="Void Cape", source_id="demo")
    route = replace(SALT, crag_id="cape", area_id="", sector_id="")
    given = replace(
        evidence(routes=(route,)), crags=(crag,), places=("Void Cape", "Other Rock"), areas=()
    )
    assert verify(f"“{SALT.name}” is at Void Cape.", given).ok
    assert verify(f"「{SALT.name}」在虛岬。", given).ok
    assert not verify(f"「{SALT.name}」 is at Other Rock.", given).ok
