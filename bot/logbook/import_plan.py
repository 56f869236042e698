"""What an import would do, before it does it: the preview that a member confirms."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.ascents import Ascent
from bot.logbook.importers.cells import tidy
from bot.logbook.importers.logfile import untracked
from bot.logbook.interchange import name_of
from bot.logbook.linking import linked
from knowledge.grades import parse_grade
from knowledge.schema import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.logbook.importers import ImportedRow, LogFile
    from bot.logbook.importers.logfile import Track
    from bot.logbook.linking import Linker

SHOWN = 5
"""Reasons and rows for each reason that a short preview spells out; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a file would bring into one member's log."""

    file: str
    source: str
    title: str
    read: int
    """Rows of the file."""
    new: tuple[Ascent, ...]
    """What would be added, linked where that is certain."""
    known: int
    """Rows that the log already holds."""
    skipped: tuple[Problem, ...]
    """Rows that cannot be imported, with the reason."""
    notices: tuple[Problem, ...]
    """What was left out of rows that are imported."""
    unknown_grades: tuple[tuple[str, int], ...]
    """Grades of new rows that no scale holds, and how often; they are kept as they are."""
    linked: int
    """New rows that lead to a route of the catalogue."""
    unsure: int
    """New rows that resemble a route but stay unlinked."""
    shared: int
    """New rows that the file marks as not private."""

    @property
    def refused(self) -> bool:
        """Whether there were rows and none of them could be read."""
        return bool(self.skipped) and not self.new and not self.known

    def preview(self, *, shown: int | None = SHOWN) -> str:
        """The plan in words, to be confirmed.

        Args:
            shown: Reasons, rows and grades to spell out of each kind; ``None`` for all.
        """
        lines = [
            f"「{tidy(self.file)}」是 {self.title} 的紀錄，共 {self.read} 筆：",
            *self._counts(),
        ]
        if self.unknown_grades:
            grades = [f"{tidy(raw)}（{count} 筆）" for raw, count in self.unknown_grades]
            lines.append(f"・看不懂的難度照原樣存：{_listed(grades, shown, '種')}")
        if self.skipped:
            lines += [f"・跳過 {len(self.skipped)} 筆：", *_by_reason(self.skipped, shown)]
        if self.notices:
            lines += ["・會匯入，但請留意：", *_by_reason(self.notices, shown)]
        return "\n".join(lines)

    def _counts(self) -> list[str]:
        lines = [f"・會加入 {len(self.new)} 筆"]
        if self.linked or self.unsure:
            unsure = f"；另有 {self.unsure} 筆只是像某條路線，先不連" if self.unsure else ""
            lines[0] += f"，其中 {self.linked} 筆對得到資料裡的路線{unsure}"
        if self.known:
            lines.append(f"・已經有的 {self.known} 筆不重複加")
        if self.shared:
            lines.append(f"・其中 {self.shared} 筆在檔案裡設成會給別人看，照樣保留")
        return lines


def plan_import(
    log: LogFile, held: Iterable[Ascent], linker: Linker | None = None, track: Track = untracked
) -> ImportPlan:
    """The plan for a file over a member's log.

    Args:
        log: What the file holds.
        held: The member's log as it is.
        linker: Leads rows to routes; without one they keep their names only.
        track: Shows how far it is.
    """
    known = {name_of(ascent) for ascent in held}
    new, notices, counts = [], [], Counter[str]()
    for row in track(log.rows):
        if name_of(row.ascent) in known:
            continue
        ascent, how = _linked(row, linker)
        counts[how] += 1
        new.append(ascent)
        stale = (f"資料裡沒有 route_id「{ascent.route_id}」，照樣保留",) if how == "stale" else ()
        notices += [Problem(log.file, row.row, each) for each in (*row.notices, *stale)]
    return ImportPlan(
        file=log.file,
        source=log.source,
        title=log.title,
        read=log.read,
        new=tuple(new),
        known=len(log.rows) - len(new),
        skipped=log.problems,
        notices=tuple(notices),
        unknown_grades=_unknown_grades(new),
        linked=counts["linked"],
        unsure=counts["unsure"],
        shared=sum(ascent.visibility != "private" for ascent in new),
    )


def _linked(
    row: ImportedRow, linker: Linker | None
) -> tuple[Ascent, Literal["linked", "unsure", "stale", ""]]:
    """The row's ascent with its link, and what became of it."""
    ascent = row.ascent
    if linker is None:
        return ascent, ""
    if ascent.route_id:
        given = linker.given(ascent.route_id)
        if given is None:
            return ascent, "stale"
        return (ascent if row.ours else linked(ascent, given)), "linked"
    if row.ours:
        return ascent, ""
    link = linker.link(ascent, row.country)
    how: Literal["linked", "unsure", ""] = "linked" if link.route_id else "unsure"
    return linked(ascent, link), how if link.route_id or link.candidates else ""


def _unknown_grades(ascents: Iterable[Ascent]) -> tuple[tuple[str, int], ...]:
    counts = Counter((ascent.grade, ascent.mode == "boulder") for ascent in ascents if ascent.grade)
    unknown: Counter[str] = Counter()
    for (raw, boulder), count in counts.items():
        if not parse_grade(raw, "boulder" if boulder else None).known:
            unknown[raw] += count
    return tuple(unknown.most_common())


def _by_reason(problems: Iterable[Problem], shown: int | None) -> list[str]:
    rows: dict[str, list[str]] = {}
    for problem in problems:
        rows.setdefault(tidy(problem.reason), []).append(problem.row)
    lines = [f"　{reason}：{_listed(where, shown, '筆')}" for reason, where in rows.items()]
    rest = len(lines) - shown if shown is not None else 0
    return lines if rest <= 0 else [*lines[:shown], f"　…還有 {rest} 種原因"]


def _listed(words: list[str], shown: int | None, measure: str) -> str:
    if shown is None or len(words) <= shown:
        return "、".join(words)
    return f"{'、'.join(words[:shown])}…共 {len(words)} {measure}"
