"""What each leg of the free-text search adds, beside plain LlamaIndex and plain BM25.

Run: ``python -m tests.benchmarks.retrieval_legs [--real DIR] > docs/retrieval.md``. Questions are
made by code from the loaded records; every second one chooses weights and floor, the others report.
Nothing is downloaded.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.importers import read_file
from knowledge.importers.cards import glossary_cards, read_cards
from knowledge.retriever import SnapshotRetriever, Tuning
from knowledge.retriever.tuning import COVERAGE, DEFAULT_WEIGHTS, FLOOR, VECTORS, WORDS
from tests.benchmarks.machine import machine, milliseconds, percentile, table
from tests.benchmarks.retrieval_questions import Question, build_questions

if TYPE_CHECKING:
    from knowledge.schema import Card, Records

DEMO = Path(__file__).parents[2] / "data" / "demo"
VECTOR_WEIGHTS = (0.0, 0.05, 0.1, 0.25, 0.5, 1.0)
FLOORS = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
DEPTH = 10
EMBEDDING = "lsa"

Search = Callable[[str], Sequence[str]]

INTRODUCTION = """# How free text is searched

Structured questions never come here: filters, counts and superlatives are SQL and exact. What is
left is text that names nothing of the catalogue. Three rankings are fused by weighted reciprocal
ranks, and what lies below a floor is dropped:

- **words**: BM25 over single Han characters and pairs, whole words of other scripts. English words
  that nobody wrote are mended first (one slip, two in long words), words of asking left out.
- **vectors**: FAISS over an embedding, by default LSA over character n-grams, fitted per snapshot.
  Any embedding of LlamaIndex fits by name (`lsa`, `huggingface:MODEL`, `openai-like:MODEL@URL`).
- **coverage**: how much of the question a text holds; a pair of characters or a word weighs as much
  as it is rare, and what nobody ever wrote weighs most.
- **floor**: a record counts only if its coverage is {floor} or more; else the nearest neighbour of
  an unknown name would come back as an answer. An embedding that knows meaning may be trusted to
  vouch for a record below it (`Tuning.vouching`); LSA knows letters only and is not.

The weights are {weights}. Each is what the ranking adds on the development halves below: with LSA
the vectors add next to nothing, because they see the same letters as the words; they stay at a
weight that costs no rank, as the place for a better embedding. Measure one with this command before
it gets more. The floor stands where 19 of 20 questions about nothing stay without an answer.

This page is printed by `python -m tests.benchmarks.retrieval_legs --real DIR > docs/retrieval.md`.
R@5: share of questions with a right record among the first five; MRR: mean of 1/rank within ten.
Silent: share of the questions about nothing that rightly find nothing. Plain systems know no floor.

Measured on: {machine}. Embedding of all vector figures: {embedding}.
"""


@dataclass(frozen=True, slots=True)
class Score:
    """Figures over the questions that have gold, and over those that have none."""

    recall: float
    reciprocal: float
    silent: float

    @classmethod
    def of(cls, questions: Sequence[Question], search: Search) -> Score:
        """Ask all questions."""
        ranks = [_rank(question, search(question.text)) for question in questions if question.gold]
        quiet = [not search(question.text) for question in questions if not question.gold]
        return cls(
            _mean([0 < rank <= 5 for rank in ranks]),
            _mean([1 / rank if rank else 0.0 for rank in ranks]),
            _mean(quiet),
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page; 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.retrieval_legs")
    parser.add_argument("--real", type=Path, help="folder with real files, measured as well")
    real = parser.parse_args(arguments).real
    weights = ", ".join(f"{leg} {weight:g}" for leg, weight in DEFAULT_WEIGHTS.items())
    _say(
        INTRODUCTION.format(
            floor=f"{FLOOR:.0%}", weights=weights, machine=machine(), embedding=EMBEDDING
        )
    )
    cards = (*read_cards()[0], *glossary_cards())
    for title, folder in (("Demo data", DEMO), ("Real data", real)):
        if folder is not None:
            files = [read_file(path) for path in sorted(folder.glob("*.json"))]
            _report(title, files, cards)
    return 0


def _report(title: str, files: Sequence[Records], cards: Sequence[Card]) -> None:
    questions = build_questions(files, cards)
    development, report = questions[::2], questions[1::2]
    systems = _systems(files, cards)
    records = sum(len(file.routes) + len(file.gyms) for file in files)
    _say(f"\n## {title}: {records} routes and gyms, {len(cards)} cards, {len(questions)} questions")
    _say("\n### Report half\n")
    _say(_by_kind(report, systems))
    _say("\n### Weight of the vectors, the others as above (development half)\n")
    _say(_weights(development, files, cards))
    _say("\n### Floor (development half, default weights)\n")
    _say(_floors(development, files, cards))
    _say("\n### Time of one search\n")
    _say(_times(report, systems))


def _systems(files: Sequence[Records], cards: Sequence[Card]) -> dict[str, Search]:
    from knowledge.baselines import (  # noqa: PLC0415  (1.6 s)
        PlainBm25Baseline,
        PlainVectorBaseline,
        run_words,
    )
    from knowledge.embedding import embedding_from  # noqa: PLC0415
    from knowledge.retriever.nodes import documents_of  # noqa: PLC0415

    nodes = documents_of(files, cards)
    embedding = embedding_from(EMBEDDING, [node.text for node in nodes])
    return {
        "plain VectorStoreIndex": PlainVectorBaseline.build(nodes, embedding).search,
        "plain BM25, its own words": PlainBm25Baseline.build(nodes, run_words).search,
        "plain BM25, characters and pairs": PlainBm25Baseline.build(nodes).search,
        "vectors": _search(files, cards, {VECTORS: 1.0}, 0.0),
        "words": _search(files, cards, {WORDS: 1.0}, 0.0),
        "words, coverage": _search(files, cards, {WORDS: 1.0, COVERAGE: 2.0}, 0.0),
        "fused, no floor": _search(files, cards, DEFAULT_WEIGHTS, 0.0),
        "fused, with floor (default)": _search(files, cards, DEFAULT_WEIGHTS, FLOOR),
    }


def _search(
    files: Sequence[Records], cards: Sequence[Card], weights: Mapping[str, float], floor: float
) -> Search:
    retriever = SnapshotRetriever.build(files, cards, tuning=Tuning(weights, floor))
    retriever.warm()
    return lambda text: [hit.id for hit in retriever.search(text, k=DEPTH)]


def _by_kind(questions: Sequence[Question], systems: dict[str, Search]) -> str:
    kinds = list(dict.fromkeys(question.kind for question in questions if question.gold))
    rows = []
    for name, search in systems.items():
        whole = Score.of(questions, search)
        parts = [Score.of([q for q in questions if q.kind == kind], search) for kind in kinds]
        cells = [f"{part.recall:.2f} / {part.reciprocal:.2f}" for part in parts]
        rows.append(
            [name, f"{whole.recall:.3f} / {whole.reciprocal:.3f}", f"{whole.silent:.2f}", *cells]
        )
    return table(["R@5 / MRR", "all", "silent", *kinds], rows)


def _weights(questions: Sequence[Question], files: Sequence[Records], cards: Sequence[Card]) -> str:
    rows = []
    for weight in VECTOR_WEIGHTS:
        weights = {**DEFAULT_WEIGHTS, VECTORS: weight}
        scores = [Score.of(questions, _search(files, cards, weights, at)) for at in (0.0, FLOOR)]
        cells = [f"{score.recall:.3f} / {score.reciprocal:.3f}" for score in scores]
        rows.append([f"{weight:g}", *cells])
    return table(["R@5 / MRR", "no floor", "with floor"], rows)


def _floors(questions: Sequence[Question], files: Sequence[Records], cards: Sequence[Card]) -> str:
    rows = []
    for floor in FLOORS:
        score = Score.of(questions, _search(files, cards, DEFAULT_WEIGHTS, floor))
        cells = (score.recall, score.reciprocal, score.silent)
        rows.append([f"{floor:g}", *(f"{cell:.3f}" for cell in cells)])
    return table(["floor", "R@5", "MRR", "silent"], rows)


def _times(questions: Sequence[Question], systems: dict[str, Search]) -> str:
    texts = [question.text for question in questions]
    rows = []
    for name, search in systems.items():
        taken = milliseconds(search, texts)
        rows.append([name, f"{percentile(taken, 0.5):.2f} ms", f"{percentile(taken, 0.95):.2f} ms"])
    return table(["", "p50", "p95"], rows)


def _rank(question: Question, found: Sequence[str]) -> int:
    """Place of the first right record, from 1; 0 when there is none."""
    return next((place for place, one in enumerate(found, start=1) if one in question.gold), 0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
