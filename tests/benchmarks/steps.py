"""One measurement in a process of its own, printed as JSON: ``python -m tests.benchmarks.steps``.

``answers FOLDER`` imports the files, answers the evaluation's questions and tells its peak memory;
``plain FOLDER`` asks LlamaIndex's ``VectorStoreIndex`` the same questions over the same documents.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.evaluation.command import EVAL_DIR
from bot.evaluation.questions import make_questions
from bot.evaluation.runner import run_questions
from bot.evaluation.templates import load_templates
from bot.evaluation.world import load_world
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.benchmarks.machine import Stopwatch, milliseconds, peak_megabytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.evaluation.expectation import EvalQuestion


def main(arguments: list[str]) -> int:
    """Run the named step over a folder; 0."""
    name, folder = arguments
    steps = {"answers": answers, "plain": plain}
    sys.stdout.write(json.dumps(steps[name](Path(folder))) + "\n")
    return 0


def answers(folder: Path) -> dict[str, object]:
    """Import, open, warm up, answer; peak memory with everything loaded."""
    watch = Stopwatch()
    questions = questions_of(folder)
    before = peak_megabytes()
    with _imported(folder, watch) as knowledge:
        with watch.step("assistant"):
            assistant = Assistant(knowledge)
        with watch.step("free-text search"):
            knowledge.retriever.warm()
        taken = [result.milliseconds for result in run_questions(questions, assistant, {})]
    return {
        "seconds": watch.seconds,
        "milliseconds": taken,
        "peak_megabytes": peak_megabytes(),
        "peak_megabytes_before": before,
    }


def plain(folder: Path) -> dict[str, object]:
    """The same questions to a plain ``VectorStoreIndex`` with the same embedding."""
    from knowledge.baselines import PlainVectorBaseline  # noqa: PLC0415  (1.6 s)
    from knowledge.embedding import embedding_from  # noqa: PLC0415
    from knowledge.retriever.nodes import documents_of  # noqa: PLC0415

    texts = [question.text for question in questions_of(folder)]
    watch = Stopwatch()
    with _imported(folder, watch) as knowledge:
        nodes = documents_of([knowledge.catalogue.records()], knowledge.cards)
        with watch.step("index"):
            embedding = embedding_from("lsa", [node.text for node in nodes])
            baseline = PlainVectorBaseline.build(nodes, embedding)
        taken = milliseconds(baseline.search, texts)
    return {
        "seconds": watch.seconds,
        "milliseconds": taken,
        "peak_megabytes": peak_megabytes(),
    }


def questions_of(folder: Path) -> list[EvalQuestion]:
    """The evaluation's development questions over the records of a folder."""
    file = EVAL_DIR / "development.yaml"
    return list(make_questions(load_templates(file), load_world([folder]), file).drawn)


@contextmanager
def _imported(folder: Path, watch: Stopwatch) -> Iterator[KnowledgeBase]:
    with TemporaryDirectory(prefix="yanyou-bench-") as scratch:
        with watch.step("import"):
            import_files(Path(scratch), [folder])
        with watch.step("open"):
            knowledge = KnowledgeBase.open(Path(scratch))
        with knowledge:
            yield knowledge


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
