"""Learns everything that is learned from examples, and keeps it."""

from __future__ import annotations

from bot.evaluation.command import EVAL_DIR
from bot.evaluation.learning import (
    frame_model,
    kind_model,
    learned,
    naming_model,
    place_model,
    read_examples,
    read_kinds,
    read_names,
    read_set_examples,
    route_model,
)
from bot.understanding.examples import (
    asked,
    kinds,
    naming,
    place_asks,
    route_asks,
    wanted,
    word_frames,
)
from bot.understanding.examples.linear import keep

if __name__ == "__main__":
    keep(learned(read_examples(EVAL_DIR)), wanted.WEIGHTS)
    keep(learned(read_set_examples(EVAL_DIR)), asked.WEIGHTS)
    naming.keep(naming_model(read_names(EVAL_DIR)), naming.WEIGHTS)
    keep(place_model(EVAL_DIR), place_asks.WEIGHTS)
    keep(route_model(EVAL_DIR), route_asks.WEIGHTS)
    told = read_kinds(EVAL_DIR)
    keep(kind_model(told), kinds.WEIGHTS)
    keep(frame_model(told), word_frames.WEIGHTS)
