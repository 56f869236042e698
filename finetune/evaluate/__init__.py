"""How well a voice speaks: held-out prompts, answers, scores with intervals, one table."""

from finetune.evaluate.heldout import HeldOut, load_held_out
from finetune.evaluate.probe import memorisation_prompts, memorisation_table, memorised
from finetune.evaluate.recording import around_place, run_facts, write_results
from finetune.evaluate.report import Evaluation, evaluate_answers, render_table
from finetune.evaluate.scoring import METRICS, Score, score
from finetune.evaluate.sheet import write_sheet

__all__ = [
    "METRICS",
    "Evaluation",
    "HeldOut",
    "Score",
    "around_place",
    "evaluate_answers",
    "load_held_out",
    "memorisation_prompts",
    "memorisation_table",
    "memorised",
    "render_table",
    "run_facts",
    "score",
    "write_results",
    "write_sheet",
]
