"""The draft: everything that a post says for sure, and questions about the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.announcements.days import DatedLine, dated, wrong_weekdays
from bot.announcements.kinds import find_kinds, shuts_a_part_only
from bot.announcements.posts import body_of, clauses_of, lines_of, link_of, title_of, without_links
from bot.announcements.questions import Doubts, ask
from bot.announcements.spans import find_span
from bot.announcements.subjects import find_subjects
from bot.announcements.tables import Table, is_weekly, read_table
from bot.announcements.walls import find_walls, whole_gym
from knowledge.schema import Hours, Notice, NoticeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from knowledge.gazetteer import Gazetteer

MAX_CHARS = 4_000
"""Longer posts are read up to here."""
_REPORTED = re.compile(r"(?:發布|公告|更新|張貼)(?:日期|時間|日)?\s*[:：]")
_MAX_HOURS = 60


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A notice to be confirmed; ``questions`` names everything that is not sure."""

    kind: NoticeKind | None
    about_id: str
    title: str
    text: str
    reported_on: date
    valid_from: date | None = None
    valid_until: date | None = None
    hours: tuple[tuple[date, Hours], ...] = ()
    walls: tuple[str, ...] = ()
    link: str = ""
    candidates: tuple[str, ...] = ()
    """Ids that it may be about, when several fit."""
    questions: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether it can become a notice: its kind, its subject and its words are known."""
        return self.kind is not None and bool(self.about_id and self.text)

    def notice(
        self, notice_id: str, *, source_id: str = "", author: str = "", scope: str = ""
    ) -> Notice:
        """The notice, once an admin has confirmed it.

        Raises:
            ValueError: When the kind or the subject is still open.
        """
        if self.kind is None or not self.complete:
            raise ValueError("kind or subject of the draft is still open")
        return Notice(
            id=notice_id,
            about_id=self.about_id,
            kind=self.kind,
            title=self.title,
            text=self.text,
            reported_on=self.reported_on,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            hours=self.hours,
            walls=self.walls,
            scope=scope,
            source_id=source_id,
            author=author,
            link=self.link,
        )


def draft_notice(
    text: str,
    today: date,
    gazetteer: Gazetteer,
    *,
    about_id: str = "",
    name_of: Callable[[str], str] = str,
) -> NoticeDraft:
    """The draft of a pasted post. Never raises on any text.

    Args:
        text: The post as pasted.
        today: The Taipei day on which it is pasted.
        gazetteer: Names of the catalogue.
        about_id: What it is about, when the admin has said so.
        name_of: The name of a record, for questions.
    """
    text = text[:MAX_CHARS]
    title, lines = title_of(text), lines_of(text)
    read = [dated(clause, today) for line in lines for clause in clauses_of(without_links(line))]
    kinds = find_kinds(title, lines)
    table = read_table([line for line in read if not _REPORTED.search(line.text)])
    shut_part = bool(kinds) and kinds[0] == "closure" and shuts_a_part_only(lines)
    kind = None if shut_part else _kind(kinds, table)
    ids = (about_id,) if about_id else find_subjects(title, "\n".join(lines), gazetteer, kinds)
    dated_lines = [line for line in read if not (_REPORTED.search(line.text) or is_weekly(line))]
    span = find_span(kind, dated_lines, today)
    hours = _hours(kind, table)
    if hours:
        days = [day for day, _ in hours]
        span = (min(days), max(days))
    walls = find_walls("\n".join(lines)) if kind in {"reset", "closure"} else ()
    draft = NoticeDraft(
        kind=kind,
        about_id=ids[0] if len(ids) == 1 else "",
        title=title,
        text=body_of(text),
        reported_on=_reported(read, today),
        valid_from=span[0],
        valid_until=span[1],
        hours=hours,
        walls=walls,
        link=link_of(text),
        candidates=ids if len(ids) > 1 else (),
    )
    wrong = tuple(each for line in lines for each in wrong_weekdays(line, today))
    wrong += tuple(line.clash for line in read if line.clash)
    doubts = Doubts(
        kinds=kinds,
        wrong=wrong,
        names=tuple(map(name_of, draft.candidates)),
        all_walls=whole_gym("\n".join(lines)),
        shut_part=shut_part,
    )
    return replace(draft, questions=ask(draft, table, doubts, today))


def _kind(kinds: Sequence[NoticeKind], table: Table) -> NoticeKind | None:
    """The kind when it is clear; days with hours make it a matter of hours."""
    if not kinds:
        return "hours" if table.hours else None
    if table.hours and kinds[0] in {"closure", "hours"}:
        # 「12/24 公休」 is an exception; a closure of one run of days stays one
        run = sorted(table.hours)
        whole = len(run) == (run[-1] - run[0]).days + 1
        shut = not any(table.hours.values())
        return "closure" if kinds[0] == "closure" and shut and whole else "hours"
    return kinds[0]


def _hours(kind: NoticeKind | None, table: Table) -> tuple[tuple[date, Hours], ...]:
    if kind != "hours":
        return ()
    return tuple(sorted(table.hours.items()))[:_MAX_HOURS]


def _reported(lines: Sequence[DatedLine], today: date) -> date:
    """The day that the post gives as its own, when it is not ahead; else today."""
    for line in lines:
        if _REPORTED.search(line.text) and line.runs:
            day = line.runs[0].first
            if today - timedelta(days=400) <= day <= today:
                return day
    return today
