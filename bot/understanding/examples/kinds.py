"""What a question is about, as learned from examples: a card, a record, one's log, somebody hurt ….

One linear model over all that is known of a question: its pieces, the kinds of its names, the cues
in it, the properties and conditions that it mentions. Learned by ``python -m
bot.evaluation.learning`` from the examples here, those in ``kinds`` and the phrasings of the
development splits; kept in ``kinds/kinds.npz``. It says nothing of which card or which record.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.understanding.examples.linear import Model, load
from bot.understanding.examples.pieces import telling_pieces
from bot.understanding.examples.word_frames import frames

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

WEIGHTS = Path(__file__).with_name("kinds") / "kinds.npz"
RECORDS = frozenset({"route", "set", "place", "gym", "convert", "notice"})
"""Kinds that are answered from the records."""
_NARROWING = (
    *("types", "gym_types", "styles", "people", "facilities", "seasons", "flags", "protections"),
    *("order", "gym_order", "popular", "limit", "systems", "level", "price", "length", "bolts"),
    "years",
)
"""Conditions of which it only counts that they are there."""


def traits(reading: Reading, conditions: Conditions) -> tuple[str, ...]:
    """All that is known of a question, apart from which records it names."""
    found = list(telling_pieces(reading.folded, reading.lower))
    found += frames(reading.folded, reading.lower)
    found += sorted(f"cue:{cue}" for cue in reading.cues)
    kinds = dict.fromkeys(name.kind for name in reading.names)
    found += [f"is:{kind}" for kind in kinds]
    said = (
        ("name", reading.names),
        ("grade", reading.grades),
        ("day", reading.days or reading.times),
        ("unknown", reading.unknown),
        ("placed", conditions.cities or conditions.districts or conditions.regions),
    )
    found += [f"is:{what}" for what, given in said if given]
    found += [f"with:{name}" for name in _NARROWING if getattr(conditions, name)]
    found += [f"route:{field}" for field in conditions.route_fields]
    found += [f"crag:{field}" for field in conditions.crag_fields]
    found += [f"gym:{field}" for field in conditions.gym_fields]
    return tuple(found)


def likely_kinds(reading: Reading, conditions: Conditions) -> Mapping[str, float]:
    """How likely each kind is: ``card``, ``glossary``, ``medical`` …; ``record`` for any record."""
    return _likely(traits(reading, conditions))


@lru_cache(maxsize=64)
def _likely(found: tuple[str, ...]) -> Mapping[str, float]:
    each = model().likely(found)
    record = sum(each.get(kind, 0.0) for kind in RECORDS)
    return {kind: share for kind, share in each.items() if kind not in RECORDS} | {"record": record}


@cache
def model() -> Model:
    """The model that is shipped."""
    return load(WEIGHTS)
