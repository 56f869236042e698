"""Learns what is asked of a place that is named.

Examples are those of ``records*.yaml`` and ``sets*.yaml``, what people say of places elsewhere in
``bot/understanding/examples``, and the phrasings of the development splits in ``data/eval``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.evaluation.learning.fitting import learned
from bot.evaluation.learning.of_named import TALK, filled, phrasings, read_named
from bot.understanding import Vocabulary
from bot.understanding.examples import examples, kind_examples, properties, set_examples
from bot.understanding.examples.kinds import traits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.evaluation.learning.fitting import Example
    from bot.evaluation.learning.of_named import Named
    from bot.understanding.examples.linear import Model

_STEPS, _EVEN = 60, 0.6
_OTHER_NAMES = ("{route", "{gym", "{other_", "{unknown")
"""Slots of a phrasing that is about more than a place."""
_OF_PLACES = frozenset({"crag_field", "area_field", "crag_missing", "crag_sensitive"})
_FIELDS = {
    "city": "region",
    "crag": "region",
    "english": "names",
    "grade_range": "grades",
    "route_count": "count",
    "sectors": "areas",
}
"""Properties of the evaluation that go by another name here."""
_GOLDS = {
    **dict.fromkeys(("list", "empty_list", "marked_list"), "list"),
    **dict.fromkeys(("recommend", "recommend_none", "recommend_open"), "recommend"),
    **dict.fromkeys(("compare_crags", "compare_areas"), "compare"),
    **dict.fromkeys(("closed_area", "area_unknown", "crag_news"), "notice"),
}
_SAME = TALK | {"count", "superlative", "distribution"}


def place_model(evaluation: Path) -> Model:
    """The model of what is asked of a place."""
    return learned(read_place_examples(evaluation), steps=_STEPS, even=_EVEN)


def read_place_examples(evaluation: Path) -> list[Example]:
    """(ask, traits) of every example about a place, each wording once."""
    vocabulary = Vocabulary.build((), (), ())
    told = dict.fromkeys([*_written(), *_phrasings(evaluation)])
    return [(ask, traits(*read_named(text, kinds, vocabulary))) for ask, text, kinds in told]


def _written() -> Iterator[Named]:
    for field, text in properties("crag"):
        yield field, text, ("crag",)
    for kind, text in set_examples():
        if "@" in text:
            yield kind.partition("/")[0], text, ("crag",)
    for kind, text in (*examples(), *kind_examples()):
        head = re.split("[:/]", kind)[0]
        if "@" in text and head in TALK:
            yield head, text, ("crag",)


def _phrasings(folder: Path) -> Iterator[Named]:
    for ask, text, places in phrasings(folder, _ask_of):
        if places and not any(slot in text for slot in _OTHER_NAMES):
            yield ask, filled(text), places


def _ask_of(gold: str, args: dict[str, Any]) -> str:
    if gold in _OF_PLACES:
        return _FIELDS.get(args["field"], str(args["field"]))
    return gold if gold in _SAME else _GOLDS.get(gold, "")
