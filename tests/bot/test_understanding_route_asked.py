"""What is asked of a route that is named, as learned from examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.evaluation.command import EVAL_DIR
from bot.evaluation.learning import learned, read_route_examples
from bot.schema import Question
from bot.understanding.conditions import gather
from bot.understanding.examples import properties, route_asks
from bot.understanding.examples.route_asks import likely_of_route
from bot.understanding.reading import read
from tests.bot.conftest import FRIDAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.assistant import Assistant
    from bot.schema import Query
    from bot.understanding import Vocabulary
    from knowledge.knowledge_base import KnowledgeBase

LARGEST = 300_000


@pytest.fixture(scope="module")
def likely(
    demo_knowledge: KnowledgeBase, vocabulary: Vocabulary
) -> Callable[[str], Mapping[str, float]]:
    def of(text: str) -> Mapping[str, float]:
        reading = read(text, FRIDAY, demo_knowledge.gazetteer, vocabulary)
        return likely_of_route(reading, gather(reading, vocabulary))

    return of


def test_the_weights_are_learned_from_the_examples(
    likely: Callable[[str], Mapping[str, float]],
) -> None:
    told = [(field, text.replace("@", "Grey Whale")) for field, text in properties("route")]
    wrong = [(field, text) for field, text in told if field != _best(likely(text))]
    assert len(wrong) <= len(told) // 10, "run python -m bot.evaluation.learning"


def _best(likely: Mapping[str, float]) -> str:
    return max(likely, key=lambda ask: likely[ask])


def test_the_weights_are_small_and_make_all_asks_together_one(
    likely: Callable[[str], Mapping[str, float]],
) -> None:
    assert route_asks.WEIGHTS.stat().st_size < LARGEST
    for text in ("", "?", "Grey Whale", "how hard is Grey Whale", "🧗" * 50):
        assert sum(likely(text).values()) == pytest.approx(1, abs=1e-5)


def test_the_same_examples_make_the_same_weights() -> None:
    told = read_route_examples(EVAL_DIR)[::20]
    first, second = learned(told, steps=3), learned(told, steps=3)
    assert first.asks == second.asks
    assert (first.weights == second.weights).all()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("What does Grey Whale at Wuming Cape go at?", "grade"),
        ("Any idea what Grey Whale weighs in at? Cheers", "grade"),
        ("just wondering what they gave Grey Whale in the topo", "grade"),
        ("Howzit, how many clips are there on Ballast bru", "bolts"),
        ("Do you happen to know who established Foghorn at Wuming Cape?", "first_ascent"),
        ("is Foghorn bolted or do I need to bring cams?", "type"),
    ],
)
def test_a_property_of_a_route_is_heard_however_it_is_put(
    text: str, field: str, meant: Callable[[str], Query]
) -> None:
    query = meant(text)
    assert (query.intent, field in query.fields, len(query.routes)) == ("fact", True, 1)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Is Right Hand tougher than Doorstep Traverse?", ("grade",)),
        ("I've climbed Sea Spray Notebook, is Low Water Mark harder?", ("grade",)),
        ("I've done The Keeper's Cat. Is Quiet Neighbour a step up?", ("grade",)),
        ("我爬過「浪花手帳」，「退潮線」比較難嗎", ("grade",)),
        ("is Foghorn taller than Baleen", ("length",)),
        ("Fewer clips on Second Echo or on Right Hand?", ("bolts",)),
    ],
)
def test_two_routes_are_measured_against_one_another(
    text: str, fields: tuple[str, ...], meant: Callable[[str], Query]
) -> None:
    query = meant(text)
    assert (query.intent, query.topic, query.fields) == ("compare", "route", fields)
    assert len(query.routes) == 2


def test_an_unrecorded_thing_stays_unrecorded(demo_assistant: Assistant) -> None:
    answer = demo_assistant.answer(Question(text="why is it called Grey Whale?", today=FRIDAY))
    assert answer.abstained


@pytest.mark.parametrize(
    ("text", "highest"),
    [
        ("Which sport routes at Stone Firefly Valley need 6 draws or less?", 6),
        ("sport routes at Stone Firefly Valley with no more than 6 bolts", 6),
        ("I have a short rack: sport routes at Wuming Cape with at most 6 bolts, which?", 6),
    ],
)
def test_draws_are_counted_as_bolts(text: str, highest: int, meant: Callable[[str], Query]) -> None:
    query = meant(text)
    assert (query.intent, query.filter.bolts_max, query.filter.types) == (
        "list",
        highest,
        ("sport",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "sport routes at Wuming Cape, 12 m or under, list them",
        "sport routes at Wuming Cape no longer than 12 m, list them",
    ],
)
def test_a_bound_that_is_named_belongs_to_the_range(
    text: str, meant: Callable[[str], Query]
) -> None:
    assert meant(text).filter.length_max == 12


@pytest.mark.parametrize(
    "text",
    [
        "List Mika's first ascents in Stone Firefly Valley",
        "Everything that Mika has bolted at Stone Firefly Valley, please",
        "How many lines did Mika bag at Stone Firefly Valley?",
    ],
)
def test_what_somebody_bolted_is_of_that_person_and_of_any_type(
    text: str, meant: Callable[[str], Query]
) -> None:
    wanted = meant(text).filter
    assert (wanted.first_ascent, wanted.types) == ("Mika", ())


def test_a_name_of_a_place_behind_a_route_claims_nothing_where_more_is_asked(
    meant: Callable[[str], Query],
) -> None:
    assert meant("Refraction belongs to Stone Firefly Valley, doesn't it").fields == ("location",)
    assert meant("What does Grey Whale at Wuming Cape go at?").fields == ("grade",)


def test_english_answers_say_seasons_and_amenities_in_english(demo_assistant: Assistant) -> None:
    told = demo_assistant.answer(Question(text="Tell me about Wuming Cape", today=FRIDAY)).text
    assert "spring, autumn, winter" in told
    assert "Parking, Restroom, Seafood stalls" in told
