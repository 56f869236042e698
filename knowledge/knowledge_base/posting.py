"""One notice by one admin: post, edit, retire. What a server's admin does stays in that server."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from knowledge import snapshots
from knowledge.errors import EmptyCatalogueError, RefusedNoticeError, UnknownNoticeError
from knowledge.importers.days import TAIPEI
from knowledge.importers.fields import ProblemLog
from knowledge.importers.notices import place_notices, read_rows
from knowledge.knowledge_base.known import Known
from knowledge.knowledge_base.planning import Plan, notices_diff
from knowledge.knowledge_base.publishing import publish_plan
from knowledge.schema import Notice, Source
from knowledge.snapshots import Contents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from knowledge.knowledge_base.actor import Actor

PATIENCE_SECONDS = 3.0
"""So long somebody who posts waits while another writes."""
_GLOBAL_SOURCE = Source("notices:operators", "營運者公告")


def post_notice(
    data_dir: Path,
    actor: Actor,
    scope: str,
    values: Mapping[str, Any] | Notice,
    *,
    now: datetime | None = None,
) -> tuple[Notice, int]:
    """Publish a notice; the notice and the new version come back.

    Args:
        data_dir: The data folder.
        actor: Who does it; the caller has made sure that they administer the server.
        scope: The server that the notice belongs to; empty for a global one.
        values: The fields as a file would give them, ``reported_on`` may be missing for today;
            or a notice, whose id, source and scope count for nothing.
        now: When it is done.

    Raises:
        NotAllowedError: When the notice is global and the actor is no operator.
        RefusedNoticeError: When the values have mistakes, all of which it lists.
        ImportLockedError: When another import is running.
    """
    moment = now or datetime.now(UTC)
    actor.may_touch(scope)
    with _writing(data_dir) as known:
        given = _values_of(values) if isinstance(values, Notice) else values
        notice = _read(known, {**given, "scope": scope}, moment)
        notice = _with_free_id(known, replace(notice, author=notice.author or actor.id))
        return notice, _publish(data_dir, known, notice, ("post", actor, moment))


def edit_notice(
    data_dir: Path,
    actor: Actor,
    scope: str,
    notice_id: str,
    changes: Mapping[str, Any],
    *,
    now: datetime | None = None,
) -> tuple[Notice, int]:
    """Change fields of a notice of that scope; the notice and the new version come back.

    Raises:
        NotAllowedError: When the notice is global and the actor is no operator.
        UnknownNoticeError: When that scope has no notice of that id.
        RefusedNoticeError: When the values have mistakes, all of which it lists.
        ImportLockedError: When another import is running.
    """
    moment = now or datetime.now(UTC)
    actor.may_touch(scope)
    with _writing(data_dir) as known:
        before = _own(known, scope, notice_id)
        read = _read(known, {**_values_of(before), **changes, "scope": scope}, moment)
        notice = replace(
            read, id=before.id, source_id=before.source_id, status="active", author=before.author
        )
        return notice, _publish(data_dir, known, notice, ("edit", actor, moment))


def retire_notice(
    data_dir: Path, actor: Actor, scope: str, notice_id: str, *, now: datetime | None = None
) -> tuple[Notice, int]:
    """Take a notice of that scope out of every answer; it stays in the records.

    Raises:
        NotAllowedError: When the notice is global and the actor is no operator.
        UnknownNoticeError: When that scope has no notice of that id.
        ImportLockedError: When another import is running.
    """
    moment = now or datetime.now(UTC)
    actor.may_touch(scope)
    with _writing(data_dir) as known:
        notice = replace(_own(known, scope, notice_id), status="retired")
        return notice, _publish(data_dir, known, notice, ("retire", actor, moment))


@contextmanager
def _writing(data_dir: Path) -> Iterator[Known]:
    """The current version, held still; a reload that is about to end is waited for."""
    with (
        snapshots.import_lock(data_dir, patience_seconds=PATIENCE_SECONDS),
        Known.of(data_dir) as known,
    ):
        if known.snapshot is None:
            raise EmptyCatalogueError(str(data_dir))
        yield known


def _read(known: Known, values: Mapping[str, Any], moment: datetime) -> Notice:
    today = moment.astimezone(TAIPEI).date()
    given = {"reported_on": today.isoformat(), **values}
    log = ProblemLog("")
    unplaced = read_rows([("", given)], log, _source(str(values["scope"])).id)
    placed, unclear = place_notices(unplaced, known.names, "")
    reasons = tuple(problem.reason for problem in (*log.found(), *unclear))
    if reasons or not placed:
        raise RefusedNoticeError(reasons)
    notice = placed[0].notice
    if notice.reported_on > today:
        raise RefusedNoticeError((f"公告日期 {notice.reported_on} 在未來",))
    return notice


def _own(known: Known, scope: str, notice_id: str) -> Notice:
    found = known.board.by_id.get(notice_id)
    if found is None or found.scope != scope:
        raise UnknownNoticeError(notice_id)
    return found


def _with_free_id(known: Known, notice: Notice) -> Notice:
    """The notice under an id that no other has; the same notice posted twice is two."""
    taken, number, wanted = known.board.by_id, 1, notice.id
    while wanted in taken:
        number += 1
        wanted = f"{notice.id}-{number}"
    return replace(notice, id=wanted)


def _publish(
    data_dir: Path, known: Known, notice: Notice, done: tuple[str, Actor, datetime]
) -> int:
    action, actor, moment = done
    notices = {**known.board.by_id, notice.id: notice}
    board = known.board.with_notices(notices.values(), (_source(notice.scope),))
    catalogue = known.snapshot if known.snapshot and known.stays else known.records
    planned = Plan(
        parent=known.number,
        contents=Contents(catalogue, board),
        diff=notices_diff(known, None, board),
        source=notice.source_id,
        scope=notice.scope,
    )
    return publish_plan(data_dir, planned, action, actor, moment).number


def _source(scope: str) -> Source:
    return Source(f"notices:{scope}", "伺服器公告") if scope else _GLOBAL_SOURCE


def _values_of(notice: Notice) -> dict[str, Any]:
    """The fields of a notice as a file would give them."""
    return {
        "about": notice.about_id,
        "kind": notice.kind,
        "title": notice.title,
        "text": notice.text,
        "reported_on": notice.reported_on.isoformat(),
        "valid_from": notice.valid_from.isoformat() if notice.valid_from else "",
        "valid_until": notice.valid_until.isoformat() if notice.valid_until else "",
        "hours": {
            day.isoformat(): [f"{opens}-{closes}" for opens, closes in spans] or "closed"
            for day, spans in notice.hours
        }
        or None,
        "walls": list(notice.walls),
        "author": notice.author,
        "link": notice.link,
    }
