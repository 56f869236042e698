"""One measurement in a process of its own, printed as JSON: ``python -m tests.benchmarks.steps``.

``questions FOLDER`` draws the evaluation's questions; ``answers FOLDER FILE`` imports the files,
answers the questions in the file and tells its peak memory; ``plain FOLDER FILE`` asks LlamaIndex's
``VectorStoreIndex`` the same questions over the same documents.
"""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.schema import Question, Turn
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.benchmarks.machine import Stopwatch, milliseconds, peak_megabytes

if TYPE_CHECKING:
    from collections.abc import Iterator


def main(arguments: list[str]) -> int:
    """Run the named step; 0."""
    name, folder, *files = arguments
    if name == "questions":
        found: object = draw_questions(Path(folder))
    else:
        questions = [_question(row) for row in json.loads(Path(files[0]).read_text("utf-8"))]
        found = {"answers": answers, "plain": plain}[name](Path(folder), questions)
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    return 0


def draw_questions(folder: Path) -> list[dict[str, object]]:
    """The evaluation's development questions over the records of a folder."""
    from bot.evaluation.command import EVAL_DIR  # noqa: PLC0415  (what is measured goes without)
    from bot.evaluation.questions import make_questions  # noqa: PLC0415
    from bot.evaluation.templates import load_templates  # noqa: PLC0415
    from bot.evaluation.world import load_world  # noqa: PLC0415

    file = EVAL_DIR / "development.yaml"
    drawn = make_questions(load_templates(file), load_world([folder]), file).drawn
    return [
        {
            "text": question.text,
            "today": question.today.isoformat(),
            "history": list(question.history),
            "paged": question.paged,
        }
        for question in drawn
    ]


def answers(folder: Path, questions: list[Question]) -> dict[str, object]:
    """Import, open, warm up, answer; peak memory with everything loaded."""
    watch = Stopwatch()
    with _imported(folder, watch) as knowledge:
        with watch.step("assistant"):
            assistant = Assistant(knowledge)
            assistant.answer(questions[0])
        with watch.step("free-text search"):
            knowledge.retriever.warm()
        taken = milliseconds(assistant.answer, questions)
    return _figures(watch, taken)


def plain(folder: Path, questions: list[Question]) -> dict[str, object]:
    """The same questions to a plain ``VectorStoreIndex`` with the same embedding."""
    from knowledge.baselines import PlainVectorBaseline  # noqa: PLC0415  (1.6 s)
    from knowledge.embedding import embedding_from  # noqa: PLC0415
    from knowledge.retriever.nodes import documents_of  # noqa: PLC0415

    watch = Stopwatch()
    with _imported(folder, watch) as knowledge:
        nodes = documents_of([knowledge.catalogue.records()], knowledge.cards)
        with watch.step("index"):
            embedding = embedding_from("lsa", [node.text for node in nodes])
            baseline = PlainVectorBaseline.build(nodes, embedding)
        taken = milliseconds(baseline.search, [question.text for question in questions])
    return _figures(watch, taken)


def _figures(watch: Stopwatch, taken: list[float]) -> dict[str, object]:
    return {
        "seconds": watch.seconds,
        "milliseconds": taken,
        "peak_megabytes": peak_megabytes(),
    }


def _question(row: dict[str, object]) -> Question:
    history = row["history"]
    turns = tuple(Turn("user", str(text)) for text in history) if isinstance(history, list) else ()
    today = date.fromisoformat(str(row["today"]))
    return Question(str(row["text"]), today, turns, paged=bool(row["paged"]))


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
