"""The changes of the log, each within one transaction together with what takes it back.

What takes a change back stands in the member's undo memo, with the next number at that time. Rows
from that number on were added since, and they tell themselves with which others: the most frequent
change, adding, thus writes nothing but its rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.logbook.codec import from_fields
from bot.logbook.errors import UnknownAscentError
from bot.logbook.rows import (
    BATCHES,
    PROFILE,
    UNDO,
    added_with,
    fields_of,
    id_of,
    in_order,
    memo,
    number_of,
    opened,
    put_memo,
    seal,
    sealed_rows,
)
from bot.logbook.values import BatchReport, Undone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from bot.ascents import Ascent
    from bot.logbook.keyring import Member
    from bot.logbook.store import Transaction
    from bot.logbook.values import ChangeKind


def add(transaction: Transaction, owner: str, given: tuple[Ascent, ...]) -> tuple[str, ...]:
    """Keep ascents; their ids."""
    member = transaction.member(owner)
    numbers = transaction.take_numbers(len(given))
    first = numbers[0]
    numbered = zip(numbers, given, strict=True)
    transaction.insert(
        member, {number: seal(member, number, ascent, first) for number, ascent in numbered}
    )
    return tuple(id_of(number) for number in numbers)


def update(transaction: Transaction, owner: str, ascent: Ascent) -> Ascent:
    """Replace an ascent; what it was."""
    member, number = transaction.find(owner), number_of(ascent.id)
    before = None
    if member is not None and number is not None:
        before = transaction.row(member, number)
    if member is None or number is None or before is None:
        raise UnknownAscentError(f"no ascent {ascent.id!r}")
    old = opened(member, number, before)
    transaction.replace(member, number, before, seal(member, number, ascent))
    _remember(transaction, member, "update", put=[old])
    return old


def delete(transaction: Transaction, owner: str, wanted: frozenset[int]) -> int:
    """Remove ascents; how many there were."""
    member = transaction.find(owner)
    if member is None:
        return 0
    rows = transaction.rows(member)
    gone = {number: rows[number] for number in sorted(wanted & rows.keys())}
    if gone:
        old = [opened(member, number, sealed) for number, sealed in gone.items()]
        transaction.delete(member, gone)
        _remember(transaction, member, "delete", put=old)
    return len(gone)


def import_batch(
    transaction: Transaction, owner: str, source: str, given: tuple[Ascent, ...], now: datetime
) -> BatchReport:
    """Add what is not known by (source, source_id)."""
    member = transaction.find(owner)
    held = () if member is None else in_order(member, transaction.rows(member))
    fresh = _unknown(given, {(one.source, one.source_id) for one in held})
    if not fresh:
        return BatchReport("", 0, len(given))
    member = transaction.member(owner)
    batch_id = id_of(transaction.take_numbers(1)[0])
    numbers = transaction.take_numbers(len(fresh))
    marked = (replace(ascent, batch_id=batch_id) for ascent in fresh)
    transaction.insert(member, sealed_rows(member, zip(numbers, marked, strict=True)))
    before = memo(transaction, member, BATCHES) or []
    entry = [batch_id, source, now.isoformat(), len(fresh)]
    put_memo(transaction, member, BATCHES, [*before, entry])
    _remember(transaction, member, "import", drop=numbers, batches=before)
    return BatchReport(batch_id, len(fresh), len(given) - len(fresh))


def revert_batch(transaction: Transaction, owner: str, batch_id: str) -> int:
    """Remove what an import brought; how many ascents that were."""
    member = transaction.find(owner)
    before = [] if member is None else memo(transaction, member, BATCHES) or []
    if member is None or all(entry[0] != batch_id for entry in before):
        return 0
    rows = transaction.rows(member)
    old = [one for one in in_order(member, rows) if one.batch_id == batch_id]
    gone = {number: rows[number] for one in old if (number := number_of(one.id)) is not None}
    transaction.delete(member, gone)
    left = [entry for entry in before if entry[0] != batch_id]
    put_memo(transaction, member, BATCHES, left)
    _remember(transaction, member, "revert", put=old, batches=before)
    return len(old)


def undo(transaction: Transaction, owner: str) -> Undone | None:
    """Take the last change back, and forget it."""
    member = transaction.find(owner)
    if member is None:
        return None
    rows = transaction.rows(member)
    last = last_change(member, rows, memo(transaction, member, UNDO))
    if last is None:
        return None
    dropped = {number: rows[number] for number in last["drop"]}
    put = {number: from_fields(found) for number, found in last["put"]}
    about = [opened(member, number, sealed) for number, sealed in dropped.items()]
    about += [replace(ascent, id=id_of(number)) for number, ascent in put.items()]
    transaction.delete(member, dropped)
    absent = ((number, ascent) for number, ascent in put.items() if number not in rows)
    transaction.insert(member, sealed_rows(member, absent))
    for number, ascent in put.items():
        if number in rows:
            transaction.replace(member, number, rows[number], seal(member, number, ascent))
    if last["batches"] is not None:
        put_memo(transaction, member, BATCHES, last["batches"] or None)
    _remember(transaction, member, None)
    return Undone(last["kind"], tuple(about))


def last_change(
    member: Member, rows: Mapping[int, bytes], noted: dict[str, Any] | None
) -> dict[str, Any] | None:
    """What takes a member's last change back; ``None`` when there is nothing to take back.

    Args:
        member: Whose change.
        rows: All of the member's rows.
        noted: The undo memo.
    """
    noted = noted or {"kind": None, "next": 0}
    newest = max(rows, default=-1)
    if newest < noted["next"]:
        return noted if noted["kind"] else None
    first = added_with(member, newest, rows[newest])
    if first is None:
        return None  # an older program added it
    drop = [number for number in sorted(rows) if number >= first]
    return {"kind": "add", "put": [], "drop": drop, "batches": None}


def set_profile(transaction: Transaction, owner: str, name: str, value: str | None) -> None:
    """Keep a setting, or forget it."""
    if value is None and transaction.find(owner) is None:
        return
    member = transaction.member(owner)
    found = dict(memo(transaction, member, PROFILE) or {})
    found.pop(name, None)
    if value is not None:
        found[name] = value
    put_memo(transaction, member, PROFILE, found or None)


def _unknown(given: Iterable[Ascent], held: set[tuple[str, str]]) -> list[Ascent]:
    """What is neither held nor given twice; what has no id of its source is always new."""
    seen, fresh = set(held), []
    for ascent in given:
        key = (ascent.source, ascent.source_id)
        if not ascent.source_id or key not in seen:
            seen.add(key)
            fresh.append(ascent)
    return fresh


def _remember(
    transaction: Transaction,
    member: Member,
    kind: ChangeKind | None,
    *,
    put: Iterable[Ascent] = (),
    drop: Iterable[int] = (),
    batches: list[Any] | None = None,
) -> None:
    """Keep what takes a change back: rows to put as they were, rows to drop, the imports before.

    Without a kind nothing is taken back until the next change.
    """
    rows = [[number_of(one.id), fields_of(one)] for one in put]
    last = {"kind": kind, "put": rows, "drop": list(drop), "batches": batches}
    put_memo(transaction, member, UNDO, {**last, "next": transaction.state.next_number})
