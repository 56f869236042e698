"""Posting, editing and retiring one notice: who may touch what, and what is noted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from knowledge import snapshots
from knowledge.errors import (
    EmptyCatalogueError,
    ImportLockedError,
    NotAllowedError,
    RefusedNoticeError,
    UnknownNoticeError,
)
from knowledge.knowledge_base import (
    Actor,
    KnowledgeBase,
    edit_notice,
    history,
    import_files,
    post_notice,
    posting,
    retire_notice,
)
from tests.knowledge.invented_files import crag_file, write_json
from tests.knowledge.invented_notices import notice

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)  # the 22nd in Taipei
OPERATOR = Actor("terminal:tester", operator=True)
ADMIN = Actor("discord:7")
VALUES = {"about": "霧角", "kind": "closure", "title": "落石封閉", "text": "暫停攀登。"}


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    import_files(tmp_path / "var", [write_json(tmp_path, crag_file(), "crag.json")], now=NOW)
    return tmp_path / "var"


def seen(data_dir: Path, scope: str = "") -> list[str]:
    with KnowledgeBase.open(data_dir) as held:
        return [it.title for it in held.notices(scope)]


def test_a_post_is_seen_in_its_server_and_noted(data_dir: Path) -> None:
    notice, version = post_notice(data_dir, ADMIN, "1", VALUES, now=NOW)
    assert (notice.about_id, notice.reported_on) == ("mist-cape", date(2026, 11, 22))
    assert (version, notice.scope, notice.author) == (2, "1", "discord:7")
    assert (seen(data_dir, "1"), seen(data_dir, "2"), seen(data_dir)) == (["落石封閉"], [], [])
    entry = history(data_dir)[0]
    assert (entry.action, entry.who, entry.scope) == ("post", "discord:7", "1")
    assert entry.diff["counts"]["notices added"] == 1


def test_only_an_operator_posts_for_everybody(data_dir: Path) -> None:
    with pytest.raises(NotAllowedError):
        post_notice(data_dir, ADMIN, "", VALUES, now=NOW)
    post_notice(data_dir, OPERATOR, "", VALUES, now=NOW)
    assert seen(data_dir, "2") == ["落石封閉"]


def test_a_scope_among_the_values_counts_for_nothing(data_dir: Path) -> None:
    notice, _ = post_notice(data_dir, ADMIN, "1", {**VALUES, "scope": "2"}, now=NOW)
    assert notice.scope == "1"


def test_the_same_post_twice_is_two_notices(data_dir: Path) -> None:
    one, _ = post_notice(data_dir, ADMIN, "1", VALUES, now=NOW)
    other, version = post_notice(data_dir, ADMIN, "1", VALUES, now=NOW)
    assert other.id == f"{one.id}-2"
    assert version == 3


def test_an_edit_keeps_what_it_does_not_name(data_dir: Path) -> None:
    hours = {"2026-12-01": "10:00-18:00", "2026-12-02": "closed"}
    posted, _ = post_notice(
        data_dir, ADMIN, "1", {**VALUES, "hours": hours, "walls": "斜壁"}, now=NOW
    )
    edited, _ = edit_notice(data_dir, ADMIN, "1", posted.id, {"title": "改期"}, now=NOW)
    assert (edited.title, edited.hours, edited.walls) == ("改期", posted.hours, ("斜壁",))
    assert edited.id == posted.id
    (change,) = history(data_dir)[0].diff["changes"]
    assert (change["what"], change["fields"]) == ("changed", ["title"])


def test_a_retired_notice_is_in_no_answer_and_stays_on_record(data_dir: Path) -> None:
    posted, _ = post_notice(data_dir, ADMIN, "1", VALUES, now=NOW)
    retire_notice(data_dir, ADMIN, "1", posted.id, now=NOW)
    assert seen(data_dir, "1") == []
    with KnowledgeBase.open(data_dir) as held:
        assert [it.status for it in held.board.notices] == ["retired"]
    edit_notice(data_dir, ADMIN, "1", posted.id, {}, now=NOW)
    assert seen(data_dir, "1") == ["落石封閉"]


@pytest.mark.parametrize("scope", ["2", ""])
def test_nobody_touches_the_notices_of_another_scope(data_dir: Path, scope: str) -> None:
    posted, _ = post_notice(data_dir, OPERATOR, scope, VALUES, now=NOW)
    with pytest.raises(UnknownNoticeError):
        edit_notice(data_dir, ADMIN, "1", posted.id, {"title": "x"}, now=NOW)
    with pytest.raises(UnknownNoticeError):
        retire_notice(data_dir, ADMIN, "1", posted.id, now=NOW)
    assert snapshots.current(data_dir).number == 2


def test_every_mistake_is_told_and_nothing_changes(data_dir: Path) -> None:
    bad = {**VALUES, "about": "烏有", "kind": "closure", "valid_from": "soon", "link": "x"}
    with pytest.raises(RefusedNoticeError) as raised:
        post_notice(data_dir, ADMIN, "1", bad, now=NOW)
    assert len(raised.value.reasons) == 2
    with pytest.raises(RefusedNoticeError) as raised:
        post_notice(data_dir, ADMIN, "1", {**VALUES, "about": "烏有"}, now=NOW)
    assert "找不到「烏有」" in raised.value.reply
    with pytest.raises(RefusedNoticeError):
        post_notice(data_dir, ADMIN, "1", {**VALUES, "reported_on": "2026-11-23"}, now=NOW)
    assert snapshots.numbers(data_dir) == (1,)


def test_there_must_be_something_to_post_about(tmp_path: Path) -> None:
    with pytest.raises(EmptyCatalogueError):
        post_notice(tmp_path, OPERATOR, "", VALUES, now=NOW)


def test_many_admins_may_post_at_once(data_dir: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        posts = [pool.submit(post_notice, data_dir, ADMIN, "1", VALUES, now=NOW) for _ in range(6)]
    assert sorted(post.result()[1] for post in posts) == [2, 3, 4, 5, 6, 7]
    assert len(seen(data_dir, "1")) == 6


def test_whoever_waits_too_long_is_told(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "PATIENCE_SECONDS", 0.05)
    with snapshots.import_lock(data_dir), pytest.raises(ImportLockedError):
        post_notice(data_dir, ADMIN, "1", VALUES, now=NOW)


def test_a_notice_that_was_made_elsewhere_is_posted_as_it_is(data_dir: Path) -> None:
    made = notice(
        "any", about_id="mist-cape", author="館長", scope="2", walls=("左翼",), source_id="other"
    )
    posted, _ = post_notice(data_dir, ADMIN, "1", made, now=NOW)
    assert (posted.title, posted.author, posted.walls) == (made.title, "館長", ("左翼",))
    assert (posted.scope, posted.source_id, posted.reported_on) == (
        "1",
        "notices:1",
        made.reported_on,
    )
