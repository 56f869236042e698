"""The numbers of the free-text search, chosen by measuring; docs/retrieval.md holds the tables.

Chosen on the development halves of both data sets by ``python -m tests.benchmarks.retrieval_legs``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WORDS = "words"
VECTORS = "vectors"
COVERAGE = "coverage"

DEFAULT_WEIGHTS: Mapping[str, float] = {WORDS: 1.0, VECTORS: 0.1, COVERAGE: 2.0}
"""Weights in the fusion. Words alone: recall at 5 .969 and MRR .905 on the report half of 749 real
routes and gyms with 594 cards, .973 and .878 on the demo data. Coverage adds about .01 to both. The
LSA vectors know letters and no meaning: with them recall rises by up to .004 and never falls, but
from 0.25 on they cost more rank than they bring. Measure a better embedding before it gets more."""

FLOOR = 0.45
"""Share of a question that a record must cover. 19 of 20 questions about nothing then find nothing;
of the others, 1 in 50 loses its answer, mostly misspelt names, which the gazetteer reads first."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How rankings are weighed and what counts as found."""

    weights: Mapping[str, float] = field(default_factory=lambda: DEFAULT_WEIGHTS)
    floor: float = FLOOR
    vouching: float | None = None
    """Cosine from which the embedding alone vouches for a record below the floor; ``None`` for one
    that knows letters only, such as LSA. To be measured for an embedding that knows meaning."""


DEFAULT_TUNING = Tuning()
