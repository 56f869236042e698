"""Learns what is asked of a route that is named, or of several.

Examples are those of ``records*.yaml``, what people say of routes elsewhere in
``bot/understanding/examples``, and the phrasings of the development splits in ``data/eval``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.evaluation.learning.fitting import learned
from bot.evaluation.learning.of_named import TALK, filled, phrasings, read_named
from bot.understanding import Vocabulary
from bot.understanding.examples import examples, kind_examples, properties
from bot.understanding.examples.route_asks import told_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.evaluation.learning.fitting import Example
    from bot.evaluation.learning.of_named import Named
    from bot.understanding.examples.linear import Model
    from knowledge.gazetteer import Kind

_STEPS, _EVEN = 60, 0.4
_ROUTE: tuple[Kind, ...] = ("route",)
_OTHER_NAMES = ("{gym", "{other_gym", "{unknown")
"""Slots of a phrasing that is about more than routes."""
_FIELDS = {"english": "names", "aliases": "names", "area": "location", "crag": "location"}
"""Properties of the evaluation that go by another name here."""
_OF_ROUTES = frozenset(
    {
        *("route_field", "routes_field", "route_missing", "disambiguated_route"),
        *("right_premise", "wrong_premise"),
    }
)
_GOLDS = {"route_overview": "overview", "compare_routes": "compare"}


def route_model(evaluation: Path) -> Model:
    """The model of what is asked of a route."""
    return learned(read_route_examples(evaluation), steps=_STEPS, even=_EVEN)


def read_route_examples(evaluation: Path) -> list[Example]:
    """(ask, traits) of every example about a route, each wording once."""
    vocabulary = Vocabulary.build((), (), ())
    told = dict.fromkeys([*_written(), *_phrasings(evaluation)])
    return [(ask, told_of(*read_named(text, kinds, vocabulary))) for ask, text, kinds in told]


def _written() -> Iterator[Named]:
    for field, text in properties("route"):
        yield field, text, _ROUTE
    for kind, text in (*examples(), *kind_examples()):
        head = re.split("[:/]", kind)[0]
        if "@" in text and head in TALK:
            yield head, text, _ROUTE


def _phrasings(folder: Path) -> Iterator[Named]:
    for ask, text, places in phrasings(folder, _ask_of):
        if "{route" in text and not any(slot in text for slot in _OTHER_NAMES):
            yield ask, filled(text), (*_ROUTE, *places)


def _ask_of(gold: str, args: dict[str, Any]) -> str:
    if gold in _OF_ROUTES:
        return _FIELDS.get(args["field"], str(args["field"]))
    return gold if gold in TALK else _GOLDS.get(gold, "")
