"""Scores of many answers: means with bootstrap intervals, by task, as a table and as JSON."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from finetune.evaluate.scoring import METRICS, Score, score
from finetune.metrics import Interval, bootstrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from finetune.evaluate.heldout import HeldOut


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How one voice did on one set of prompts."""

    title: str
    scores: tuple[Score, ...]
    seconds: float = 0.0
    """Of generation, for all answers together; batched."""

    @property
    def metrics(self) -> dict[str, Interval]:
        """Mean and interval of every metric that applied to some answer."""
        values: dict[str, list[float]] = defaultdict(list)
        for one in self.scores:
            for name, value in one.values.items():
                values[name].append(value)
        return {name: bootstrap(values[name]) for name in METRICS if name in values}

    @property
    def means(self) -> dict[str, float]:
        """Only the means."""
        return {name: interval.mean for name, interval in self.metrics.items()}

    @property
    def length(self) -> float:
        """Median characters of an answer."""
        return float(median(len(one.answer) for one in self.scores)) if self.scores else 0.0

    @property
    def seconds_each(self) -> float:
        """Generation time per answer, batched."""
        return self.seconds / len(self.scores) if self.scores else 0.0

    def as_json(self) -> dict[str, Any]:
        """Everything, one entry an example."""
        return {
            "title": self.title,
            "metrics": {
                name: {"mean": one.mean, "low": one.low, "high": one.high, "n": one.count}
                for name, one in self.metrics.items()
            },
            "length": self.length,
            "seconds_each": self.seconds_each,
            "examples": [
                {
                    "id": one.example,
                    "task": one.task,
                    "answer": one.answer,
                    "values": one.values,
                    "faults": list(one.faults),
                }
                for one in self.scores
            ],
        }


def evaluate_answers(
    title: str, held: Sequence[HeldOut], answers: Sequence[str], seconds: float = 0.0
) -> Evaluation:
    """The scores of the answers, in the order of the prompts."""
    scores = (score(one, answer) for one, answer in zip(held, answers, strict=True))
    return Evaluation(title, tuple(scores), seconds)


def render_table(evaluations: Sequence[Evaluation]) -> str:
    """Voices side by side: one row a voice, one column a metric."""
    names = [name for name in METRICS if any(name in one.metrics for one in evaluations)]
    head = "| 聲音 | " + " | ".join(names) + " | 字數 | 秒/題 |"
    lines = [head, "|" + "---|" * (len(names) + 3)]
    for one in evaluations:
        cells = [_cell(one.metrics.get(name)) for name in names]
        lines.append(
            f"| {one.title} | {' | '.join(cells)} | {one.length:.0f} | {one.seconds_each:.2f} |"
        )
    legend = "；".join(f"{name}：{METRICS[name]}" for name in names)
    return "\n".join([*lines, "", f"{legend}。括號是 95% bootstrap 區間。"])


def _cell(interval: Interval | None) -> str:
    if interval is None:
        return "–"
    return f"{interval.mean:.1%} [{interval.low:.0%}–{interval.high:.0%}] n={interval.count}"
