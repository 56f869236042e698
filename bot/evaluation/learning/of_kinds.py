"""Learns what a question is about, and whether a climbing word is asked.

Examples are those of ``bot/understanding/examples``, and the questions that the development splits
in ``data/eval`` draw over the demo data, follow-ups left out.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluation.board import make_board
from bot.evaluation.command import DEMO_DIR
from bot.evaluation.learning.fitting import learned
from bot.evaluation.learning.of_words import framed as framed_log
from bot.evaluation.learning.of_words import phrasings_of_log
from bot.evaluation.learning.reading import read_example
from bot.evaluation.questions import make_questions
from bot.evaluation.templates import load_templates
from bot.evaluation.world import load_world
from bot.understanding import Vocabulary
from bot.understanding.conditions import gather
from bot.understanding.cues import find_cues
from bot.understanding.examples import (
    examples,
    kind_examples,
    log_examples,
    properties,
    set_examples,
    word_examples,
)
from bot.understanding.examples.kinds import traits
from bot.understanding.examples.word_frames import TERM, frame_pieces
from bot.understanding.reading import Reading, read
from bot.understanding.words import GRADE, NAME
from knowledge.knowledge_base import KnowledgeBase, import_files
from knowledge.terms import asked_terms
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.evaluation.templates import Template
    from bot.evaluation.world import World
    from bot.understanding.examples.linear import Model
    from knowledge.gazetteer import Kind

_STEPS, _EVEN = 60, 0.6
"""Measured by leaving out the questions of one writer at a time."""
_SAME = frozenset(
    {
        *("glossary", "greeting", "help", "safety", "emergency", "live", "medical", "community"),
        "out_of_domain",
    }
)
"""Kinds of evaluation questions that are called so here."""
_SETS = frozenset(
    {
        *("list", "count", "superlative", "distribution", "recommend", "recommend_none"),
        "empty_list",
    }
)
_NEWS = frozenset({"resets", "events", "reset_of", "news_of", "crag_news"})
_SUBJECTS: dict[str, tuple[str, Kind]] = {
    "route": ("route", "route"),
    "gym": ("gym", "gym"),
    "crag": ("place", "crag"),
}
_LOG_MARKS = {"{n}": NAME, "{r}": NAME, "{c}": NAME, "{g}": GRADE}


@dataclass(frozen=True, slots=True)
class Told:
    """An example of a kind."""

    kind: str
    traits: tuple[str, ...]
    frame: tuple[str, ...]
    """The pieces beside the climbing words in it."""


def read_kinds(evaluation: Path) -> list[Told]:
    """Every example of a kind, each wording once."""
    with tempfile.TemporaryDirectory(prefix="yanyou-learning-") as scratch:
        import_files(Path(scratch), [DEMO_DIR])
        with KnowledgeBase.open(Path(scratch)) as knowledge:
            held = knowledge.catalogue
            vocabulary = Vocabulary.build(held.crags(), held.route_names(), held.all_gyms())
            found = list(_written(vocabulary, evaluation))
            found += _drawn(knowledge, vocabulary, evaluation)
    return list(dict.fromkeys(found))


def kind_model(told: Sequence[Told]) -> Model:
    """The model of what a question is about."""
    return learned([(one.kind, one.traits) for one in told], steps=_STEPS, even=_EVEN)


def frame_model(told: Sequence[Told]) -> Model:
    """The model of the frames around climbing words."""
    pairs = [("word" if one.kind == "glossary" else "other", one.frame) for one in told]
    framed_pairs = [pair for pair in pairs if pair[1]]
    return learned(framed_pairs, steps=_STEPS, even=_EVEN)


def _written(vocabulary: Vocabulary, evaluation: Path) -> Iterator[Told]:
    """The examples that are written down, with placeholders."""
    for kind, text in (*examples(), *kind_examples()):
        yield _as_told(_kind_of_example(kind), text, vocabulary)
    for subject, (kind, name) in _SUBJECTS.items():
        for _, text in properties(subject):
            yield _as_told(kind, text, vocabulary, name)
    for _, text in set_examples():
        yield _as_told("set", text, vocabulary, "crag")
    told = (*log_examples(), *phrasings_of_log(evaluation))
    for ask, text in told:
        if ask not in {"none", "more"} and not ask.startswith("then:"):
            lower, subjects = framed_log(text)
            meant: Kind = "route" if "route" in subjects else "crag"
            yield _as_told("log", lower, vocabulary, meant)
    for text in word_examples():
        yield Told("glossary", (), _framed_word(text))


def _kind_of_example(kind: str) -> str:
    if kind == "card:about#can-do":
        return "help"
    if kind == "personal":
        return "log"
    return re.split("[:/]", kind)[0]


def _as_told(kind: str, text: str, vocabulary: Vocabulary, name: Kind | None = None) -> Told:
    return _told(kind, read_example(text, (name,) if name else ()), vocabulary)


def _told(kind: str, reading: Reading, vocabulary: Vocabulary) -> Told:
    frame = frame_pieces(reading.folded, reading.lower, reading.cues)
    if kind == "card" and "define" in reading.cues and asked_terms(reading.text):
        frame = ()  # 「what is a quickdraw」 would be answered by the word as well
    return Told(kind, traits(reading, gather(reading, vocabulary)), frame)


def _framed_word(text: str) -> tuple[str, ...]:
    """The pieces of a frame in which ``@`` stands for any climbing word."""
    marked = text.replace("@", TERM)
    folded = "".join(part if part == TERM else key(part) for part in re.split(f"({TERM})", marked))
    return frame_pieces(folded, marked.casefold(), find_cues(folded, marked.casefold()))


def _drawn(knowledge: KnowledgeBase, vocabulary: Vocabulary, evaluation: Path) -> Iterator[Told]:
    """The questions of the development splits over the demo data."""
    world = load_world([DEMO_DIR])
    for path in sorted(evaluation.glob("development*.yaml")):
        file = load_templates(path)
        asked = _noticed(world) if file.notices else world
        templates = {template.id: template for template in file.templates}
        for question in make_questions(file, asked, path).drawn:
            if not question.history:
                reading = read(question.text, question.today, knowledge.gazetteer, vocabulary)
                yield _told(_kind_of(_template(question.id, templates)), reading, vocabulary)


def _noticed(world: World) -> World:
    return replace(world, notices=make_board(world.records))


def _template(name: str, templates: dict[str, Template]) -> Template:
    """The template of a question, whose name goes on with numbers."""
    while name not in templates:
        name = name.rpartition("-")[0]
    return templates[name]


def _kind_of(template: Template) -> str:
    """The kind of the question that a template makes."""
    kind, gold = template.kind, str(template.gold)
    if gold == "thanks" or kind in _SAME:
        return "thanks" if gold == "thanks" else kind
    if kind in {"knowledge", "personal"}:
        return "card" if kind == "knowledge" else "log"
    if gold in _SETS or gold in _NEWS:
        return "set" if gold in _SETS else "notice"
    if gold.startswith("convert"):
        return "convert"
    if "gym" in gold:
        return "gym"
    return "place" if gold.startswith(("crag", "area", "unknown_crag", "compare_")) else "route"
