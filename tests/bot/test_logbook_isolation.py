"""No member ever gets another's row: by any order of changes, and with many reading at once."""

from __future__ import annotations

import string
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from bot.ascents import Ascent
from bot.logbook.errors import LogbookClosedError, LogbookFailedError, UnknownAscentError
from bot.logbook.store import Transaction
from tests.bot.logbook_helpers import bare, climbs, names, open_log

MEMBERS = 200
READS = 50
SQL = ("' OR 1=1 --", "a'; DROP TABLE ascent; --", "%", "_", "*", "NULL", "0", "-1", "1 OR 1")
OWNERS = st.one_of(
    st.sampled_from(["a", "A", "a ", " a", "ａ", "a\0", "a\0b", "á", "á", *SQL]),  # noqa: RUF001
    st.text(min_size=1, max_size=4),
)
IDS = st.one_of(
    st.text(string.digits, min_size=9, max_size=9),
    st.sampled_from([*SQL, "", "000000001", "000000002", "000000003"]),
    st.text(max_size=10),
)
TEXTS = st.text(max_size=20)
ASCENTS = st.builds(
    Ascent,
    route_name=TEXTS,
    notes=TEXTS,
    crag=st.sampled_from(["", "龍洞", *SQL]),
    day=st.one_of(st.none(), st.dates()),
    attempts=st.one_of(st.none(), st.integers(1, 99)),
    source_id=st.sampled_from(["", "1", "2", "3"]),
)


class Members(RuleBasedStateMachine):
    """Members do things in any order; a plain dictionary says what each must see."""

    owners = Bundle("owners")

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        self.home = Path(self.folder.name) / "home"
        self.log = open_log(self.home)
        self.model: dict[str, dict[str, Ascent]] = {}

    @rule(target=owners, owner=OWNERS)
    def meet(self, owner: str) -> str:
        return owner

    @rule(owner=owners, ascents=st.lists(ASCENTS, max_size=3))
    def add(self, owner: str, ascents: list[Ascent]) -> None:
        ids = self.log.add(owner, ascents)
        kept = self.model.setdefault(owner, {})
        for ascent_id, ascent in zip(ids, ascents, strict=True):
            assert all(ascent_id not in rows for rows in self.model.values())
            kept[ascent_id] = replace(ascent, id=ascent_id)

    @rule(owner=owners, ascents=st.lists(ASCENTS, max_size=3))
    def import_batch(self, owner: str, ascents: list[Ascent]) -> None:
        known = {one.source_id for one in self.model.get(owner, {}).values() if one.source == "s"}
        before = set(self.model.get(owner, {}))
        report = self.log.import_batch(owner, "s", ascents)
        fresh = {one.source_id for one in ascents if one.source_id} - known
        assert report.added == len(fresh) + sum(not one.source_id for one in ascents)
        found = {one.id: one for one in self.log.ascents(owner)}
        assert len(found.keys() - before) == report.added
        for ascent_id in found.keys() - before:
            assert bare((found[ascent_id],))[0] in [replace(one, source="s") for one in ascents]
        self.model[owner] = found

    @rule(owner=owners, ascent_id=IDS)
    def look(self, owner: str, ascent_id: str) -> None:
        assert self.log.get(owner, ascent_id) == self.model.get(owner, {}).get(ascent_id)

    @rule(owner=owners, other=owners)
    def look_for_what_is_not_mine(self, owner: str, other: str) -> None:
        mine = self.model.get(owner, {})
        for ascent_id in self.model.get(other, {}):
            assert self.log.get(owner, ascent_id) == mine.get(ascent_id)

    @rule(owner=owners, other=owners)
    def delete(self, owner: str, other: str) -> None:
        wanted = sorted(self.model.get(other, {}))[:2]
        mine = self.model.get(owner, {})
        expected = [one for one in wanted if one in mine]
        assert self.log.delete(owner, wanted) == len(expected)
        for one in expected:
            del mine[one]

    @rule(owner=owners, other=owners, ascent=ASCENTS)
    def update(self, owner: str, other: str, ascent: Ascent) -> None:
        for ascent_id in sorted(self.model.get(other, {}))[:1]:
            changed, mine = replace(ascent, id=ascent_id), self.model.get(owner, {})
            if ascent_id in mine:
                assert self.log.update(owner, changed) == mine[ascent_id]
                mine[ascent_id] = changed
            else:
                with pytest.raises(UnknownAscentError):
                    self.log.update(owner, changed)

    @rule(owner=owners, ascent=ASCENTS)
    def add_and_undo(self, owner: str, ascent: Ascent) -> None:
        self.log.add(owner, [ascent])
        undone = self.log.undo(owner)
        assert undone is not None
        assert bare(undone.ascents) == [ascent]

    @rule(owner=owners, value=st.one_of(st.none(), TEXTS))
    def set_profile(self, owner: str, value: str | None) -> None:
        self.log.set_profile(owner, "area", value)
        assert self.log.profile(owner).get("area") == value

    @rule(owner=owners)
    def erase(self, owner: str) -> None:
        rows = self.model.pop(owner, {})
        assert self.log.erase(owner).ascents == len(rows)
        assert self.log.known_about(owner).ascents == 0

    @rule()
    def reopen(self) -> None:
        self.log.close()
        self.log = open_log(self.home)

    @invariant()
    def everybody_sees_their_own_and_nothing_else(self) -> None:
        for owner, rows in getattr(self, "model", {}).items():
            assert {one.id: one for one in self.log.ascents(owner)} == rows

    def teardown(self) -> None:
        if hasattr(self, "log"):
            self.log.close()
            self.folder.cleanup()


def run_members(examples: int, steps: int) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Members, settings=chosen)  # type: ignore[no-untyped-call]


def test_everybody_sees_their_own_and_nothing_else() -> None:
    run_members(examples=6, steps=25)


@pytest.mark.soak
@pytest.mark.timeout(3000)
def test_everybody_sees_their_own_and_nothing_else_in_many_orders() -> None:
    run_members(examples=400, steps=50)


def test_two_hundred_members_reading_at_once_get_no_foreign_row(tmp_path: Path) -> None:
    with open_log(tmp_path / "home") as log:
        ids = {}
        for number in range(MEMBERS):
            ids[number] = log.add(f"m{number}", climbs(f"{number}-a", f"{number}-b"))
        barrier = threading.Barrier(READS)

        def read(reader: int) -> int:
            barrier.wait()
            foreign = 0
            for step in range(MEMBERS):
                number = (step * 7 + reader) % MEMBERS
                found = names(log.ascents(f"m{number}"))
                foreign += found != [f"{number}-a", f"{number}-b"]
                if step % 10 == 0:
                    one = log.get(f"m{number}", ids[number][1])
                    foreign += one is None or one.route_name != f"{number}-b"
                    foreign += log.get(f"m{number}", ids[(number + 1) % MEMBERS][0]) is not None
            return foreign

        with ThreadPoolExecutor(READS) as pool:
            assert sum(pool.map(read, range(READS))) == 0


def test_reading_goes_on_while_others_write_and_are_erased(tmp_path: Path) -> None:
    with open_log(tmp_path / "home") as log:
        for number in range(10):
            log.add(f"m{number}", climbs(f"{number}"))
        over = threading.Event()

        def read(number: int) -> int:
            reads = 0
            while not over.is_set():
                assert names(log.ascents(f"m{number}")) == [f"{number}"]
                reads += 1
            return reads

        with ThreadPoolExecutor(5) as pool:
            readers = [pool.submit(read, number) for number in range(5)]
            for step in range(5):
                log.add("x", climbs(f"{step}", "y"))
                log.checkpoint()
                log.erase("x" if step % 2 else f"m{9 - step}")
            over.set()
            assert all(reader.result() > 0 for reader in readers)


def test_many_writers_share_a_commit_and_lose_nothing(tmp_path: Path) -> None:
    with open_log(tmp_path / "home") as log:
        before = log._store.state.sequence

        def write(number: int) -> tuple[str, ...]:
            return log.add(f"m{number % 20}", climbs(f"{number}"))

        with ThreadPoolExecutor(40) as pool:
            ids = [ascent_id for found in pool.map(write, range(400)) for ascent_id in found]

        assert len(set(ids)) == 400
        groups = log._store.state.sequence - before
        assert groups < 400
        found = sorted(int(name) for n in range(20) for name in names(log.ascents(f"m{n}")))
        assert found == list(range(400))


def test_what_is_asked_while_the_log_closes_is_done_or_refused(tmp_path: Path) -> None:
    log = open_log(tmp_path / "home")
    begun = threading.Barrier(9)

    def write(number: int) -> list[str]:
        done: list[str] = []
        begun.wait()
        while True:
            try:
                log.add("a", climbs(f"{number}-{len(done)}"))
            except LogbookClosedError:
                return done
            done.append(f"{number}-{len(done)}")

    with ThreadPoolExecutor(8) as pool:
        writers = [pool.submit(write, number) for number in range(8)]
        begun.wait()
        log.add("b", climbs("last"))
        log.close()
        done = [name for writer in writers for name in writer.result()]
    with open_log(tmp_path / "home") as log:
        assert sorted(names(log.ascents("a"))) == sorted(done)
        assert names(log.ascents("b")) == ["last"]


def test_one_that_is_refused_takes_nobody_with_it(tmp_path: Path) -> None:
    with open_log(tmp_path / "home") as log:
        (ascent_id,) = log.add("a", climbs("a"))

        def work(number: int) -> str:
            if number % 3 == 0:
                with pytest.raises(UnknownAscentError):
                    log.update("a", Ascent(id="000000999"))
                return ""
            if number % 3 == 1:
                with pytest.raises(ZeroDivisionError):
                    log._store.change(fault)
                return ""
            return log.add("a", climbs(f"{number}"))[0]

        def fault(transaction: Transaction) -> None:
            member = transaction.member("a")
            transaction.insert(member, {10_000: b"torn"})
            raise ZeroDivisionError

        with ThreadPoolExecutor(30) as pool:
            ids = {found for found in pool.map(work, range(90)) if found}

        assert {one.id for one in log.ascents("a")} == {ascent_id, *ids}
        assert len(ids) == 30


@pytest.mark.parametrize(
    "error",
    [
        duckdb.TransactionException("Conflict on tuple deletion!"),
        duckdb.ConstraintException("Duplicate key violates primary key constraint"),
    ],
    ids=["transaction", "constraint"],
)
def test_changes_that_meet_others_are_tried_again(
    tmp_path: Path, error: duckdb.Error, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(tmp_path / "home") as log:
        commit, calls = Transaction.commit, []

        def meet(transaction: Transaction) -> object:
            calls.append(1)
            if len(calls) <= failures:
                raise error
            return commit(transaction)

        monkeypatch.setattr(Transaction, "commit", meet)
        failures = 3
        log.add("a", climbs("a"))
        assert len(calls) == 4
        calls.clear()
        failures = 1000
        with pytest.raises(LogbookFailedError):
            log.add("a", climbs("b"))
        monkeypatch.setattr(Transaction, "commit", commit)
        assert names(log.ascents("a")) == ["a"]
        undone = log.undo("a")
        assert undone is not None


def test_a_commit_that_the_engine_denies_but_did_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(tmp_path / "home") as log:
        commit = Transaction.commit

        def deny(transaction: Transaction) -> object:
            commit(transaction)
            raise duckdb.IOException("the answer got lost")

        monkeypatch.setattr(Transaction, "commit", deny)
        (ascent_id,) = log.add("a", climbs("a"))
        monkeypatch.setattr(Transaction, "commit", commit)

        assert log.get("a", ascent_id) is not None
        assert names(log.ascents("a")) == ["a"]
        log.add("a", climbs("b"))
    with open_log(tmp_path / "home") as log:
        assert names(log.ascents("a")) == ["a", "b"]
