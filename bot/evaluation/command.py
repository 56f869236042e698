"""``evaluate``: which data, which split, what is printed, and whether the bars are met."""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bot.evaluation.report import Report
    from bot.evaluation.runner import Baseline
    from knowledge.knowledge_base import KnowledgeBase

ROOT = Path(__file__).resolve().parents[2]
EVAL_DIR = ROOT / "data" / "eval"
DEMO_DIR = ROOT / "data" / "demo"
SPLITS = ("development", "report")
PERSONAL = "personal_"
"""Begins the names of the files with questions to one's own log."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--real", type=Path, metavar="DIR", help="也用這個資料夾裡的真實資料評測")
    parser.add_argument("--split", choices=[*SPLITS, "both"], default="both", help="預設 both")
    parser.add_argument("--json", type=Path, metavar="OUT", help="逐題結果寫成 JSON")
    parser.add_argument("--failures", action="store_true", help="列出每一題答錯的內容")
    parser.add_argument("--no-baselines", action="store_true", help="不跑比較用的基準（比較快）")
    parser.add_argument("--personal", action="store_true", help="只測個人紀錄的題目")
    parser.add_argument("--embedding", default="lsa", help="語意搜尋的 embedding，預設 lsa")


def evaluate_command(arguments: argparse.Namespace) -> int:
    """Run the evaluation; 0 when every bar is met, 1 when one is missed."""
    from bot.evaluation.phrasings import TemplateError  # noqa: PLC0415
    from bot.evaluation.report import as_json, render_failures, render_report  # noqa: PLC0415

    reports = []
    try:
        for report in _reports(arguments):
            if arguments.failures:
                sys.stdout.write(render_failures(report) + "\n\n")
            sys.stdout.write(render_report(report) + "\n\n")
            sys.stdout.flush()
            reports.append(report)
    except TemplateError as error:
        sys.stderr.write(error.reply + "\n")
        return 1
    if arguments.json is not None:
        text = json.dumps(as_json(reports), ensure_ascii=False, indent=1)
        arguments.json.write_text(text, encoding="utf-8")
    return 1 if not reports or any(report.missed_bars for report in reports) else 0


def _reports(arguments: argparse.Namespace) -> Iterator[Report]:
    """One report for every data set and split, as soon as it is there.

    The plain files of a split are one report: each of them asks a few questions of a kind only.
    """
    from bot.evaluation.personal import evaluate_personal  # noqa: PLC0415
    from bot.evaluation.report import joined  # noqa: PLC0415
    from bot.evaluation.world import load_world  # noqa: PLC0415
    from knowledge.knowledge_base import KnowledgeBase, import_files  # noqa: PLC0415

    splits = SPLITS if arguments.split == "both" else (arguments.split,)
    public = () if arguments.personal else splits
    data = {"demo": DEMO_DIR} | ({"real": arguments.real} if arguments.real else {})
    for name, folder in data.items():
        with tempfile.TemporaryDirectory(prefix="yanyou-eval-") as scratch:
            import_files(Path(scratch), [folder])
            knowledge = KnowledgeBase.open(Path(scratch), embedding=arguments.embedding)
            with knowledge:
                for split in public:
                    for files in _grouped(split):
                        reports = [
                            evaluate_file(file, folder, name, knowledge, arguments)
                            for file in files
                        ]
                        title = f"{name}, {split}" if len(files) > 1 else reports[0].title
                        yield joined(title, reports)
                for file in personal_files(splits):
                    yield evaluate_personal(file, name, load_world([folder]), knowledge)


def _grouped(split: str) -> Iterator[list[Path]]:
    """The files of a split that are told of together: all plain ones, each dated one."""
    files = sorted(EVAL_DIR.glob(f"{split}*.yaml"))
    dated = [file for file in files if "_dated" in file.stem]
    if plain := [file for file in files if file not in dated]:
        yield plain
    yield from ([file] for file in dated)


def personal_files(splits: tuple[str, ...]) -> list[Path]:
    """The files with questions to one's own log that are there."""
    return [file for split in splits for file in sorted(EVAL_DIR.glob(f"{PERSONAL}{split}*.yaml"))]


def evaluate_file(
    file: Path,
    folder: Path,
    name: str,
    knowledge: KnowledgeBase,
    arguments: argparse.Namespace,
) -> Report:
    """One split over one data set.

    Raises:
        TemplateError: When the phrasings have mistakes.
    """
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.evaluation.board import SOURCE, make_board  # noqa: PLC0415
    from bot.evaluation.questions import make_questions  # noqa: PLC0415
    from bot.evaluation.report import Report  # noqa: PLC0415
    from bot.evaluation.runner import run_questions  # noqa: PLC0415
    from bot.evaluation.templates import load_templates  # noqa: PLC0415
    from bot.evaluation.world import load_world  # noqa: PLC0415
    from knowledge.knowledge_base import KnowledgeBase  # noqa: PLC0415
    from knowledge.snapshots import Board  # noqa: PLC0415

    world = load_world([folder])
    phrasings = load_templates(file)
    if phrasings.notices:
        world = replace(world, notices=make_board(world.records))
    # only invented notices are asked about, and plain questions are asked without any
    board = Board(world.notices, (SOURCE,) if world.notices else ())
    knowledge = KnowledgeBase(knowledge.snapshot, knowledge.base, board)
    questions = make_questions(phrasings, world, file)
    plain = phrasings.notices or arguments.no_baselines
    baselines = {} if plain else _baselines(knowledge, arguments.embedding)
    results = tuple(run_questions(questions.drawn, Assistant(knowledge), baselines))
    records = f"{len(world.routes)} routes, {len(world.crags)} crags, {len(world.gyms)} gyms"
    notes = (
        f"{records}; embedding {arguments.embedding}",
        f"llama-index-core {version('llama-index-core')}, duckdb {version('duckdb')}, "
        f"faiss-cpu {version('faiss-cpu')}, bm25s {version('bm25s')}",
    )
    return Report(f"{name}, {file.stem}", results, len(questions.not_drawn), notes)


def _baselines(knowledge: KnowledgeBase, embedding: str) -> dict[str, Baseline]:
    """Plain tools over the same documents."""
    from knowledge.baselines import PlainBm25Baseline, PlainVectorBaseline  # noqa: PLC0415
    from knowledge.embedding import embedding_from  # noqa: PLC0415
    from knowledge.retriever.nodes import documents_of  # noqa: PLC0415

    nodes = documents_of([knowledge.catalogue.records()], knowledge.cards)
    texts = [node.text for node in nodes]
    return {
        "VectorStoreIndex": PlainVectorBaseline.build(nodes, embedding_from(embedding, texts)),
        "BM25": PlainBm25Baseline.build(nodes),
    }
