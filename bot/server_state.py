"""What the bot keeps about Discord servers: settings, votes, reports, audit, what it has answered.

One small SQLite file in the data folder, apart from the catalogue and from the private log. No
message text is kept, except what a member typed into a report or a vote's reason. Every method
blocks for about a millisecond: call it through :meth:`StateThread.run`.
"""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

T = TypeVar("T")

FILE = "discord.sqlite3"
_SCHEMA = """
create table if not exists settings (
  guild_id text, name text, value text, primary key (guild_id, name));
create table if not exists votes (
  message_id text, user_id text, vote integer, reason text default '', at text,
  primary key (message_id, user_id));
create table if not exists reports (
  id integer primary key, guild_id text, user_id text, about text, text text, at text);
create table if not exists audit (
  id integer primary key, at text, guild_id text, user_id text, action text, detail text);
create table if not exists seen (channel_id text primary key, message_id integer, private integer);
create table if not exists handled (message_id integer primary key);
create table if not exists shares (
  message_id text primary key, channel_id text, user_id text, at text);
create table if not exists meta (name text primary key, value text);
"""
_KEPT_HANDLED = 20_000
"""Answered messages remembered; a reconnect never looks back further."""


@dataclass(frozen=True, slots=True)
class Report:
    """A mistake that a member reported."""

    about: str
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest message of a channel that arrived."""

    channel_id: int
    message_id: int
    private: bool


class State:
    """The tables, and nothing that knows Discord."""

    def __init__(self, data_dir: Path) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(
            data_dir / FILE, timeout=10, check_same_thread=False, isolation_level=None
        )
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma synchronous = normal")
        self._database.execute("pragma secure_delete = on")
        self._database.executescript(_SCHEMA)

    def close(self) -> None:
        """Write everything and let go of the file."""
        self._database.close()

    def settings(self, guild_id: str) -> dict[str, str]:
        """The settings of a server, by name."""
        rows = self._rows("select name, value from settings where guild_id = ?", guild_id)
        return {str(name): str(value) for name, value in rows}

    def all_settings(self) -> dict[str, dict[str, str]]:
        """The settings of every server."""
        found: dict[str, dict[str, str]] = {}
        for guild_id, name, value in self._rows("select guild_id, name, value from settings"):
            found.setdefault(str(guild_id), {})[str(name)] = str(value)
        return found

    def set_setting(self, guild_id: str, name: str, value: str) -> None:
        """Change one setting of a server."""
        self._database.execute(
            "insert or replace into settings values (?, ?, ?)", (guild_id, name, value)
        )

    def vote(self, message_id: str, user_id: str, vote: int, at: str) -> None:
        """One person's vote on one answer; the last one counts."""
        self._database.execute(
            "insert into votes values (?, ?, ?, '', ?) on conflict (message_id, user_id) "
            "do update set vote = excluded.vote, reason = '', at = excluded.at",
            (message_id, user_id, vote, at),
        )

    def explain_vote(self, message_id: str, user_id: str, reason: str) -> None:
        """Why somebody voted so, if they vote so still."""
        self._database.execute(
            "update votes set reason = ? where message_id = ? and user_id = ? and vote < 0",
            (reason, message_id, user_id),
        )

    def votes(self) -> tuple[int, int]:
        """Votes for and against, over all answers."""
        row = self._rows(
            "select count(*) filter (where vote > 0), count(*) filter (where vote < 0) from votes"
        )
        return int(row[0][0]), int(row[0][1])

    def votes_on(self, message_id: str) -> dict[str, int]:
        """Who voted how on one answer."""
        rows = self._rows("select user_id, vote from votes where message_id = ?", message_id)
        return {str(user): int(vote) for user, vote in rows}

    def report(self, guild_id: str, user_id: str, about: str, text: str, at: str) -> None:
        """Keep a report of a mistake."""
        self._database.execute(
            "insert into reports (guild_id, user_id, about, text, at) values (?, ?, ?, ?, ?)",
            (guild_id, user_id, about, text, at),
        )

    def reports(self, guild_id: str, limit: int = 10) -> tuple[Report, ...]:
        """The newest reports of a server."""
        rows = self._rows(
            "select about, text, at from reports where guild_id = ? order by id desc limit ?",
            guild_id,
            limit,
        )
        return tuple(Report(str(about), str(text), str(at)) for about, text, at in rows)

    def audit(self, at: str, guild_id: str, user_id: str, action: str, detail: str) -> None:
        """Note what an admin did or was refused."""
        self._database.execute(
            "insert into audit (at, guild_id, user_id, action, detail) values (?, ?, ?, ?, ?)",
            (at, guild_id, user_id, action, detail),
        )

    def audits(self, guild_id: str, limit: int = 10) -> tuple[tuple[str, str, str, str], ...]:
        """The newest entries of a server: when, who, what, detail."""
        rows = self._rows(
            "select at, user_id, action, detail from audit where guild_id = ? "
            "order by id desc limit ?",
            guild_id,
            limit,
        )
        return tuple((str(at), str(who), str(what), str(detail)) for at, who, what, detail in rows)

    def remember(self, seen: Iterable[Seen], handled: Iterable[int]) -> None:
        """Keep the newest message of channels, and which messages were answered."""
        self._database.execute("begin")
        self._database.executemany(
            "insert into seen values (?, ?, ?) on conflict (channel_id) "
            "do update set message_id = max(message_id, excluded.message_id)",
            [(str(one.channel_id), one.message_id, int(one.private)) for one in seen],
        )
        self._database.executemany(
            "insert or ignore into handled values (?)", [(one,) for one in handled]
        )
        self._database.execute("commit")

    def seen(self) -> tuple[Seen, ...]:
        """The newest message of every channel."""
        rows = self._rows("select channel_id, message_id, private from seen")
        return tuple(Seen(int(channel), int(newest), bool(dm)) for channel, newest, dm in rows)

    def handled(self) -> tuple[int, ...]:
        """Messages answered before, oldest first; older ones than a reconnect needs are dropped."""
        self._database.execute(
            "delete from handled where message_id not in "
            "(select message_id from handled order by message_id desc limit ?)",
            (_KEPT_HANDLED,),
        )
        return tuple(
            int(one) for (one,) in self._rows("select message_id from handled order by message_id")
        )

    def share(self, message_id: str, channel_id: str, user_id: str, at: str) -> None:
        """Note that a message shows something of a member's log, so that it can be taken back."""
        self._database.execute(
            "insert or replace into shares values (?, ?, ?, ?)",
            (message_id, channel_id, user_id, at),
        )

    def shares(self, user_id: str) -> tuple[tuple[str, str], ...]:
        """Channel and message of everything that a member shares, newest first."""
        rows = self._rows(
            "select channel_id, message_id from shares where user_id = ? order by at desc", user_id
        )
        return tuple((str(channel), str(message)) for channel, message in rows)

    def unshare(self, message_id: str) -> None:
        """Forget a share that was taken back."""
        self._database.execute("delete from shares where message_id = ?", (message_id,))

    def meta(self, name: str) -> str:
        """A note of the bot to itself; empty when there is none."""
        rows = self._rows("select value from meta where name = ?", name)
        return str(rows[0][0]) if rows else ""

    def set_meta(self, name: str, value: str) -> None:
        """Keep a note of the bot to itself."""
        self._database.execute("insert or replace into meta values (?, ?)", (name, value))

    def about_member(self, user_id: str) -> Mapping[str, int]:
        """How many rows of each kind hold something about a member."""
        return {
            table: int(self._rows(f"select count(*) from {table} where user_id = ?", user_id)[0][0])  # noqa: S608
            for table in ("votes", "reports", "shares")
        }

    def erase_member(self, user_id: str) -> int:
        """Remove everything about a member; how many rows went."""
        gone = 0
        for table in ("votes", "reports", "shares"):
            gone += self._database.execute(
                f"delete from {table} where user_id = ?",  # noqa: S608
                (user_id,),
            ).rowcount
        self._database.execute("delete from meta where name = ?", (f"tip:{user_id}",))
        self._database.execute("pragma wal_checkpoint(truncate)")
        return gone

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with closing(self._database.execute(statement, values)) as cursor:
            return cursor.fetchall()


class MemberRows:
    """What the file holds about a member, for an erasure from anywhere; see ``Erasable``."""

    name = "discord"

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def count(self, owner: str) -> int:
        """Rows about a member."""
        return self._with(lambda state: sum(state.about_member(owner).values()))

    def erase(self, owner: str) -> int:
        """Remove them; how many there were."""
        return self._with(lambda state: state.erase_member(owner))

    def _with(self, work: Callable[[State], int]) -> int:
        if not (self._data_dir / FILE).exists():
            return 0
        with closing(State(self._data_dir)) as state:
            return work(state)


class StateThread:
    """The one thread that touches the tables."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="state")

    async def run(self, work: Callable[[State], T]) -> T:
        """What the work on the tables returns."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, work, self._state)

    def close(self) -> None:
        """Finish what was begun and close the file."""
        self._thread.submit(self._state.close)
        self._thread.shutdown(wait=True)
