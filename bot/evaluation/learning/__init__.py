"""What is learned from examples: ``python -m bot.evaluation.learning`` writes all weights anew.

Run it after changing the examples in ``bot/understanding/examples`` or the files in ``data/eval``.
It learns what is wanted of the log (``log/weights.npz``), what is asked of a set of routes
(``asked.npz``), of a place (``places.npz``) and of a route (``routes.npz``), what a question is
about (``kinds/kinds.npz``), whether a climbing word is asked (``kinds/frames.npz``) and where an
unknown name stands (``names/weights.npz``).
"""

from bot.evaluation.learning.fitting import learned
from bot.evaluation.learning.of_kinds import frame_model, kind_model, read_kinds
from bot.evaluation.learning.of_names import naming_model, read_names
from bot.evaluation.learning.of_places import place_model, read_place_examples
from bot.evaluation.learning.of_routes import read_route_examples, route_model
from bot.evaluation.learning.of_words import framed, read_examples, read_set_examples

__all__ = [
    "frame_model",
    "framed",
    "kind_model",
    "learned",
    "naming_model",
    "place_model",
    "read_examples",
    "read_kinds",
    "read_names",
    "read_place_examples",
    "read_route_examples",
    "read_set_examples",
    "route_model",
]
