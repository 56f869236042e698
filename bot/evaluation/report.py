"""The table of an evaluation: by kind, by language, beside the baselines, against the bars."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.evaluation.runner import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


OVERALL_BAR = 0.97
KIND_BAR = 0.90


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: str
    asked: int
    right: int
    baselines: dict[str, tuple[int, int]]
    """By name: (full gold found, questions whose gold is a set of records)."""

    @property
    def share(self) -> float:
        """Share of right answers."""
        return self.right / self.asked if self.asked else 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """The results of one split over one set of records."""

    title: str
    results: tuple[Result, ...]
    not_drawn: int
    notes: tuple[str, ...] = ()
    """Versions, embedding, seed: what a reader needs to repeat it."""

    @property
    def overall(self) -> Row:
        """All questions."""
        return _row("all", self.results)

    @property
    def kinds(self) -> tuple[Row, ...]:
        """By kind, in the order in which kinds first come."""
        return _rows(self.results, lambda result: result.question.kind)

    @property
    def languages(self) -> tuple[Row, ...]:
        """By language."""
        return _rows(self.results, lambda result: result.question.language)

    @property
    def unsupported(self) -> int:
        """Unsupported facts in all answers."""
        return sum(result.unsupported for result in self.results)

    @property
    def missed_bars(self) -> tuple[str, ...]:
        """What is not good enough."""
        missed = [
            f"{row.name} {row.share:.1%} < {KIND_BAR:.0%}"
            for row in self.kinds
            if row.share < KIND_BAR
        ]
        if self.overall.share < OVERALL_BAR:
            missed.insert(0, f"overall {self.overall.share:.1%} < {OVERALL_BAR:.0%}")
        if self.unsupported:
            missed.append(f"{self.unsupported} unsupported facts")
        return tuple(missed)

    def latency(self, share: float) -> float:
        """Milliseconds within which this share of the answers came."""
        times = sorted(result.milliseconds for result in self.results)
        return times[min(len(times) - 1, int(share * len(times)))] if times else 0.0


def joined(title: str, reports: Sequence[Report]) -> Report:
    """Several files of one split as one report, with the notes of the first."""
    return Report(
        title,
        tuple(result for report in reports for result in report.results),
        sum(report.not_drawn for report in reports),
        reports[0].notes,
    )


def render_report(report: Report) -> str:
    """The report as text."""
    names = list(dict.fromkeys(name for result in report.results for name in result.baselines))
    head = f"{'kind':<16}{'n':>5}{'right':>7}{'share':>8}" + "".join(
        f"{name:>20}" for name in names
    )
    lines = [f"== {report.title} ==", *report.notes, "", head]
    lines += [_line(row, names) for row in report.kinds]
    lines += ["-" * len(head), _line(report.overall, names), ""]
    lines += [_line(row, ()) for row in report.languages]
    lines += [
        "",
        f"unsupported facts: {report.unsupported}",
        f"latency: p50 {report.latency(0.5):.1f} ms, p95 {report.latency(0.95):.1f} ms",
        f"not drawn (nothing in the data to ask about): {report.not_drawn}",
        f"bars missed: {'; '.join(report.missed_bars) or 'none'}",
    ]
    if names:
        lines.insert(4, "baselines: share of questions whose full gold is in the top 10 documents")
    return "\n".join(lines)


def render_failures(report: Report) -> str:
    """Every wrong answer with what is wrong, for the one who mends it."""
    blocks = []
    for result in report.results:
        if result.right:
            continue
        question = result.question
        said = "\n".join(f"    | {line}" for line in result.answer.text.split("\n")[:12])
        asked = "".join(f"  before: {text}\n" for text in question.history)
        blocks.append(
            f"[{question.id}] {question.kind} ({question.language}, {question.today})\n{asked}"
            f"  asked: {question.text}\n  wrong: {'; '.join(result.faults)}\n"
            f"  intent {result.answer.intent}, routes {len(result.answer.route_ids)},"
            f" gyms {len(result.answer.gym_ids)}, abstained {result.answer.abstained}\n{said}"
        )
    return "\n\n".join(blocks)


def as_json(reports: Iterable[Report]) -> list[dict[str, Any]]:
    """The reports for a machine: the rows, and every question with its faults."""
    return [
        {
            "title": report.title,
            "notes": list(report.notes),
            "share": report.overall.share,
            "unsupported": report.unsupported,
            "p50_ms": report.latency(0.5),
            "p95_ms": report.latency(0.95),
            "missed_bars": list(report.missed_bars),
            "kinds": [_row_json(row) for row in report.kinds],
            "languages": [_row_json(row) for row in report.languages],
            "questions": [_result_json(result) for result in report.results],
        }
        for report in reports
    ]


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "asked": row.asked,
        "right": row.right,
        "share": row.share,
        "baselines": {name: list(found) for name, found in row.baselines.items()},
    }


def _result_json(result: Result) -> dict[str, Any]:
    return {
        "id": result.question.id,
        "kind": result.question.kind,
        "language": result.question.language,
        "history": list(result.question.history),
        "text": result.question.text,
        "today": result.question.today.isoformat(),
        "right": result.right,
        "faults": list(result.faults),
        "intent": result.answer.intent,
        "milliseconds": result.milliseconds,
        "baselines": dict(result.baselines),
    }


def _rows(results: Sequence[Result], key: Callable[[Result], str]) -> tuple[Row, ...]:
    grouped: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        grouped[key(result)].append(result)
    return tuple(_row(name, group) for name, group in grouped.items())


def _row(name: str, results: Sequence[Result]) -> Row:
    counts: dict[str, list[bool]] = defaultdict(list)
    for result in results:
        for baseline, found in result.baselines.items():
            counts[baseline].append(found)
    baselines = {baseline: (sum(found), len(found)) for baseline, found in counts.items()}
    return Row(name, len(results), sum(result.right for result in results), baselines)


def _line(row: Row, baselines: Sequence[str]) -> str:
    cells = "".join(f"{_share(row.baselines.get(name)):>20}" for name in baselines)
    return f"{row.name:<16}{row.asked:>5}{row.right:>7}{row.share:>8.1%}{cells}"


def _share(found: tuple[int, int] | None) -> str:
    return f"{found[0] / found[1]:.1%} of {found[1]}" if found and found[1] else "–"
