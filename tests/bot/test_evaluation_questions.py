"""Phrasings read, filled and refused; the committed ones walked on the demo data."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.board import make_board
from bot.evaluation.golds import GOLDS
from bot.evaluation.phrasings import SLOT, TemplateError
from bot.evaluation.questions import make_questions
from bot.evaluation.templates import load_templates
from bot.evaluation.world import World, load_world
from knowledge.text import key

EVAL_DIR = Path(__file__).resolve().parents[2] / "data" / "eval"
FILES = sorted(path for path in EVAL_DIR.glob("*.yaml") if not path.stem.startswith("personal_"))
DATED = [path for path in FILES if "_dated" in path.stem]
ENGLISH = [path for path in FILES if path.stem.startswith("development_english")]
"""Of English and code-mixed questions about records alone."""
PLAIN = [path for path in FILES if path not in (*DATED, *ENGLISH)]
OF_SOME_KINDS = {
    "development_twentyfirst": 200,
    "development_twentysecond": 85,
    "development_twentyfifth": 350,
    "development_twentysixth": 310,
    "development_twentyseventh": 260,
    "development_twentyeighth": 240,
    "report": 340,
    "report_second": 340,
}
"""Files of the kinds answered worst, and halves of a split; how many questions each has."""


@pytest.fixture(scope="module")
def world(demo_dir: Path) -> World:
    return load_world([demo_dir])


def write(folder: Path, templates: str) -> Path:
    path = folder / "some.yaml"
    path.write_text(f"split: development\nseed: 3\ntemplates:\n{templates}", encoding="utf-8")
    return path


@pytest.mark.parametrize("path", DATED, ids=[path.stem for path in DATED])
def test_dated_phrasings_give_enough_questions(path: Path, world: World) -> None:
    file = load_templates(path)
    assert file.notices
    board = replace(world, notices=make_board(world.records))
    questions = make_questions(file, board, path).drawn
    assert len(questions) >= 80
    kinds = Counter(one.kind for one in questions)
    assert set(kinds) == {
        f"dated_{each}" for each in ("hours", "gyms", "news", "places", "follow_up")
    }
    assert min(kinds.values()) >= 10
    languages = Counter(one.language for one in questions)
    assert min(languages["hans"], languages["en"]) >= 10


@pytest.mark.parametrize("path", ENGLISH, ids=[path.stem for path in ENGLISH])
def test_english_phrasings_give_enough_questions(path: Path, world: World) -> None:
    questions = make_questions(load_templates(path), world, path).drawn
    languages = Counter(one.language for one in questions)
    assert set(languages) == {"en", "mixed"}
    assert len(questions) >= 120
    assert not [one.id for one in questions if "{" in one.text]


@pytest.mark.parametrize("path", PLAIN, ids=[path.stem for path in PLAIN])
def test_committed_phrasings_give_enough_questions(path: Path, world: World) -> None:
    questions = make_questions(load_templates(path), world, path).drawn
    some = OF_SOME_KINDS.get(path.stem)
    assert len(questions) >= (some or 300)
    assert some or sum(1 for one in questions if one.kind == "follow_up") >= 40
    languages = Counter(one.language for one in questions)
    least = 4 if some else 25
    assert min(languages[language] for language in ("zh", "hans", "en", "mixed")) >= least
    assert not [one.id for one in questions if "{" in one.text]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_committed_phrasings_name_no_record(path: Path, world: World) -> None:
    names = {key(name) for name in (*world.keys,) if len(key(name)) > 3}
    for template in load_templates(path).templates:
        for text in (*template.texts, *template.history):
            plain = key(SLOT.sub(" ", text))
            assert not [name for name in names if name in plain], text


def test_every_gold_is_described(demo_dir: Path) -> None:
    del demo_dir
    described = (EVAL_DIR / "README.md").read_text(encoding="utf-8")
    assert not [name for name in GOLDS if f"`{name}`" not in described]


def test_every_gold_is_asked_in_development() -> None:
    files = ("development.yaml", "development_twentyfirst.yaml", "development_dated.yaml")
    used = {one.gold for file in files for one in load_templates(EVAL_DIR / file).templates}
    assert set(GOLDS) - used <= {"crag_missing", "gym_empty_list"}


def test_golds_drawn_together_are_about_the_same_thing(world: World, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "  - id: a\n    kind: several\n    lang: zh\n    gold: together\n    args:\n      parts:\n"
        "        - {gold: route_field, args: {field: grade}}\n"
        "        - {gold: route_field, args: {field: length}}\n"
        "        - {gold: route_field, args: {field: grade}, slots: {route: route2}}\n"
        "    texts: ['{route}幾級？多長？那{route2}幾級']\n    times: 5\n",
    )
    drawn = make_questions(load_templates(path), world, path).drawn
    assert drawn
    for one in drawn:
        ids = one.expectation.routes
        assert ids is not None
        assert len(ids.least) == 2
        assert len(one.expectation.contains) == 3
        assert one.slots["route"] != one.slots["route2"]


def test_a_type_ruled_out_leaves_the_routes_of_all_others(world: World, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "  - {id: a, kind: list, lang: zh, gold: list, filters: [crag, type_not],"
        ' texts: ["{crag}不要{type}的"], times: 4}\n',
    )
    types = {route.id: route.type for route in world.routes}
    drawn = make_questions(load_templates(path), world, path).drawn
    assert drawn
    for one in drawn:
        assert one.expectation.routes is not None
        found = {types[each] for each in one.expectation.routes.least}
        assert found
        assert None not in found


def test_the_same_seed_draws_the_same_questions(world: World, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "  - {id: a, kind: fact, lang: zh, gold: route_field, args: {field: grade},"
        ' texts: ["{route}幾級"], times: 3}\n',
    )
    first, second = (make_questions(load_templates(path), world, path).drawn for _ in range(2))
    assert [one.text for one in first] == [one.text for one in second]


def test_simplified_questions_hold_no_traditional_names(world: World, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "  - {id: a, kind: fact, lang: hans, gold: route_field, args: {field: grade},"
        ' texts: ["這條{route}幾級"], times: 2}\n',
    )
    questions = make_questions(load_templates(path), world, path).drawn
    assert all("这条" in one.text and "几级" in one.text for one in questions)


def test_misspelt_names_are_not_the_name(world: World, tmp_path: Path) -> None:
    forms = ("homophone", "shape", "missing", "doubled", "swapped", "bopomofo", "partial")
    path = write(
        tmp_path,
        "".join(
            f"  - {{id: {form}, kind: typo, lang: zh, gold: route_field, args: {{field: grade}},"
            f' texts: ["{{route|{form}}}幾級"], times: 3}}\n'
            for form in forms
        ),
    )
    questions = make_questions(load_templates(path), world, path).drawn
    assert {one.id.split("-")[0] for one in questions} == set(forms)
    for one in questions:
        assert not world.is_taken(one.text.removesuffix("幾級")), one.text


def test_gold_of_a_list_is_counted_from_the_records(world: World, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "  - {id: a, kind: list, lang: zh, gold: list, filters: [area, type],"
        ' texts: ["{area}的{type}"], times: 4}\n',
    )
    for one in make_questions(load_templates(path), world, path).drawn:
        ids = one.expectation.routes
        assert ids is not None
        area = next(area for area in world.records.areas if area.name == one.slots["area"])
        inside = {route.id for route in world.routes if route.area_id == area.id}
        assert ids.least
        assert ids.least == ids.most
        assert ids.least <= inside


def test_every_mistake_of_a_file_is_listed(world: World, tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '  - {id: a, kind: fact, lang: zh, gold: nonsense, texts: ["x"]}\n'
        '  - {id: b, kind: list, lang: zh, gold: list, filters: [crag], texts: ["哪些"]}\n'
        '  - {id: c, kind: fact, lang: zh, gold: route_field, texts: ["{route}"]}\n'
        "  - {id: d, kind: fact, lang: zh, gold: route_field, args: {field: grade},"
        ' texts: ["{gym}"]}\n',
    )
    with pytest.raises(TemplateError) as caught:
        make_questions(load_templates(path), world, path)
    assert [problem[:3] for problem in caught.value.problems] == ["a-1", "b-1", "c-1", "d-1"]


@pytest.mark.parametrize(
    "template",
    [
        "  - {id: A B, kind: fact, lang: zh, gold: list, texts: [x]}\n",
        "  - {id: a, kind: novel, lang: zh, gold: list, texts: [x]}\n",
        "  - {id: a, kind: fact, lang: fr, gold: list, texts: [x]}\n",
        "  - {id: a, kind: fact, lang: zh, gold: list, texts: []}\n",
        "  - {id: a, kind: follow_up, lang: zh, gold: list, texts: [x]}\n",
        "  - {id: a, kind: fact, lang: zh, gold: list, texts: [x], surprise: 1}\n",
        "  - {id: a, kind: help, lang: zh, gold: help, texts: [x]}\n" * 2,
        "  - [\n",
    ],
)
def test_a_file_that_breaks_the_format_is_refused(template: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        load_templates(write(tmp_path, template))


def test_questions_are_also_drawn_from_the_real_files(real_dir: Path, tmp_path: Path) -> None:
    copied = tmp_path / "real"
    shutil.copytree(real_dir, copied)
    path = EVAL_DIR / "development.yaml"
    questions = make_questions(load_templates(path), load_world([copied]), path)
    assert len(questions.drawn) >= 300


def test_phrasings_of_areas_are_left_out_where_a_crag_has_none(
    world: World, tmp_path: Path
) -> None:
    text = """
  - id: a
    kind: ambiguous
    lang: zh
    gold: disambiguated_route
    args: {field: grade}
    texts: ["{area}的{route}幾級"]
  - {id: b, kind: fact, lang: zh, gold: route_field, args: {field: grade}, texts: ["{route}幾級"]}
"""
    path = write(tmp_path, text)
    bare = (replace(r, area_id="", sector_id="") for r in world.routes)
    flat = replace(world, records=replace(world.records, routes=tuple(bare), areas=()))
    made = make_questions(load_templates(path), flat, path)
    assert {one.id for one in made.drawn} == {"b-1"}
    assert made.not_drawn == ("a-1",)
