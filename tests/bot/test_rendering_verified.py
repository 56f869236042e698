"""What is rendered holds before the verifier, for every kind of answer."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rendering import render
from bot.schema import CRAG_FIELDS, GYM_FIELDS, ROUTE_FIELDS, Claim, Evidence, Language, Query
from bot.verifier import verify
from knowledge.filters import GradeRange, GymFilter, RouteFilter, RouteOrderBy
from tests.bot.rendering_records import (
    BARE,
    BUCKETS,
    FOAM,
    PITCH_1,
    PITCH_2,
    QUIET,
    QUIET_GROUP,
    REEF_GYM,
    RUNOUT,
    SALT,
    SALT_GYM,
    SHUT,
    TWIN_A,
    TWIN_B,
    WHALE,
    WHALE_GROUP,
    WIDE,
    evidence,
    gym_evidence,
    mention,
    query,
)

LANGUAGES: tuple[Language, ...] = ("zh", "en")
ROUTES = (SALT, FOAM, WIDE, RUNOUT, SHUT, BARE)
HERE = RouteFilter(crag_ids=("whale",), grade=GradeRange("free", 57, 66, "5.10a 到 5.10d"))
PLACES = evidence(crags=(WHALE, QUIET), groups=(WHALE_GROUP, QUIET_GROUP))
GYMS = gym_evidence(gyms=(SALT_GYM, REEF_GYM))
DAYS = (date(2026, 11, 24), date(2026, 12, 25))

CASES: dict[str, tuple[Query, Evidence]] = {
    "list": (query("list", "5.10a 到 5.10d", filter=HERE), evidence(routes=ROUTES)),
    "count": (query("count", "5.10a 到 5.10d", filter=HERE), evidence(routes=ROUTES)),
    "none": (query("list", "5.10a 到 5.10d", filter=HERE), evidence(near_misses=(FOAM,))),
    "longest": (
        query("superlative", order=RouteOrderBy("length", descending=True)),
        evidence(routes=(RUNOUT,)),
    ),
    "ties": (
        query("superlative", order=RouteOrderBy("bolts", descending=True), limit=3),
        evidence(routes=(FOAM, SALT)),
    ),
    "compare routes": (query("compare"), evidence(routes=(SALT, FOAM))),
    "compare places": (query("compare"), PLACES),
    "compare gyms": (query("compare"), GYMS),
    "distribution": (query("distribution"), evidence(buckets=BUCKETS)),
    "recommend": (
        query("recommend", "5.10a 到 5.10d", filter=HERE),
        evidence(routes=(SALT, WIDE, RUNOUT)),
    ),
    "pitches": (query("fact", fields=("grade", "length")), evidence(routes=(PITCH_1, PITCH_2))),
    "namesakes": (query("fact", fields=("grade",)), evidence(routes=(TWIN_A, TWIN_B))),
    "correction": (
        query("fact", "5.12a", claims=(Claim("grade", "5.12a", 75, 75),)),
        evidence(routes=(SALT,)),
    ),
    "crag list": (query("crag_info", topic="list"), PLACES),
    "day": (query("gym_hours", fields=("hours",), days=DAYS), gym_evidence(gyms=(SALT_GYM,))),
    "clock": (
        query("gym_hours", "晚上十點", days=DAYS[:1], clock="22:00"),
        gym_evidence(gyms=(SALT_GYM,)),
    ),
    "prices": (query("gym_price", fields=("price",), days=DAYS[1:]), GYMS),
    "gym list": (query("gym_list", gym_filter=GymFilter(price_max=400)), GYMS),
    "cheapest": (query("gym_list", gym_order="weekday"), gym_evidence(gyms=(REEF_GYM,))),
    "help": (query("help"), evidence(routes=(SALT,), gyms=(SALT_GYM,))),
    "medical": (query("medical"), Evidence()),
    "emergency": (query("emergency"), Evidence()),
}


def _unsupported(asked: Query, held: Evidence) -> list[str]:
    draft = render(asked, held, paged=False)
    verdict = verify(draft.text, held, asked=asked.text, figures=draft.figures)
    lines = draft.text.split("\n")
    return [f"{one.kind} {one.surface}: {lines[one.line]}" for one in verdict.unsupported]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(CASES))
def test_an_answer_states_nothing_that_no_record_supports(name: str, language: Language) -> None:
    asked, held = CASES[name]
    changed = query(
        **{field: getattr(asked, field) for field in Query.__slots__} | {"language": language}
    )
    assert _unsupported(changed, held) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ROUTE_FIELDS)
def test_every_field_of_a_route_is_supported(field: str, language: Language) -> None:
    for route in ROUTES:
        asked = query("fact", fields=(field,), language=language)
        assert _unsupported(asked, evidence(routes=(route,))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", CRAG_FIELDS)
def test_every_field_of_a_crag_is_supported(field: str, language: Language) -> None:
    for crag in (WHALE, QUIET):
        places = (mention("crag", crag.id),)
        asked = query("crag_info", fields=(field,), places=places, language=language)
        assert _unsupported(asked, PLACES) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", GYM_FIELDS)
def test_every_field_of_a_gym_is_supported(field: str, language: Language) -> None:
    for gym in (SALT_GYM, REEF_GYM):
        asked = query("gym_info", fields=(field,), language=language)
        assert _unsupported(asked, gym_evidence(gyms=(gym,))) == []
