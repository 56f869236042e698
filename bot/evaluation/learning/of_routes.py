"""Learns what is asked of a route that is named, or of several.

Examples are those of ``records*.yaml``, what people say of routes elsewhere in
``bot/understanding/examples``, and the phrasings of the development splits in ``data/eval``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from bot.evaluation.learning.fitting import learned
from bot.evaluation.learning.of_words import SLOTS, TODAY
from bot.evaluation.learning.reading import read_example
from bot.understanding import Vocabulary
from bot.understanding.conditions import gather
from bot.understanding.examples import examples, kind_examples, properties
from bot.understanding.examples.route_asks import told_of
from bot.understanding.words import DAY
from knowledge.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.evaluation.learning.fitting import Example
    from bot.understanding.examples.linear import Model
    from knowledge.gazetteer import Kind

_STEPS, _EVEN = 60, 0.4
_ROUTE: tuple[Kind, ...] = ("route",)
_PLACES: tuple[Kind, ...] = ("crag", "area", "sector")
_SLOT = re.compile(r"\{(\w+?)(\d?)(?:\|\w+)?\}")
_NAMES = {"{c}": "@", "{r}": "@", "{g}": "5.10b", "{d}": "12/24"}
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
_TALK = frozenset({"live", "safety", "community", "emergency", "personal"})


def route_model(evaluation: Path) -> Model:
    """The model of what is asked of a route."""
    return learned(read_route_examples(evaluation), steps=_STEPS, even=_EVEN)


def read_route_examples(evaluation: Path) -> list[Example]:
    """(ask, traits) of every example about a route, each wording once."""
    vocabulary = Vocabulary.build((), (), ())
    told = dict.fromkeys([*_written(), *_phrasings(evaluation)])
    return [(ask, _traits(text, kinds, vocabulary)) for ask, text, kinds in told]


def _written() -> Iterator[tuple[str, str, tuple[Kind, ...]]]:
    for field, text in properties("route"):
        yield field, text, _ROUTE
    for kind, text in (*examples(), *kind_examples()):
        head = re.split("[:/]", kind)[0]
        if "@" in text and head in _TALK:
            yield head, text, _ROUTE


def _phrasings(folder: Path) -> Iterator[tuple[str, str, tuple[Kind, ...]]]:
    for path in sorted(folder.glob("development*.yaml")):
        file: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for template in file["templates"]:
            ask = _ask_of(str(template["gold"]), template.get("args") or {})
            if not ask or template.get("history"):
                continue
            for text in template["texts"]:
                if "{route" not in text or any(slot in text for slot in _OTHER_NAMES):
                    continue
                kinds = tuple(kind for kind in _PLACES if "{" + kind in text)
                yield ask, _SLOT.sub(lambda match: _filled(match[1]), text), (*_ROUTE, *kinds)


def _ask_of(gold: str, args: dict[str, Any]) -> str:
    if gold in _OF_ROUTES:
        return _FIELDS.get(args["field"], str(args["field"]))
    return gold if gold in _TALK else _GOLDS.get(gold, "")


def _filled(slot: str) -> str:
    value = SLOTS.get(slot, "")
    return _NAMES.get(value, value)


def _traits(text: str, kinds: tuple[Kind, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    days = find_dates(text, TODAY)
    for day in reversed(days):
        text = text[: day.start] + DAY + text[day.end :]
    reading = read_example(text, kinds, days)
    return told_of(reading, gather(reading, vocabulary))
