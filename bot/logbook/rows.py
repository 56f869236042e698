"""A member's rows, sealed and opened: ascents, and the memos beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.logbook.codec import dump, from_fields, parse, to_fields
from bot.logbook.errors import LogbookDamagedError
from bot.logbook.sealing import BrokenSealError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.ascents import Ascent
    from bot.logbook.keyring import Member
    from bot.logbook.store import Transaction

ID_DIGITS = 9
"""Ids are padded, so that they sort as text in the order of entry."""
UNDO = "undo"
BATCHES = "batches"
PROFILE = "profile"

_ADDED = "+"
"""Beside the fields of an ascent: with it an addition is taken back without a memo of its own."""


def id_of(number: int) -> str:
    """The id that people and programs see."""
    return str(number).rjust(ID_DIGITS, "0")


def number_of(ascent_id: str) -> int | None:
    """The number behind an id; an id that we never gave belongs to nothing."""
    is_ours = ascent_id.isascii() and ascent_id.isdigit() and len(ascent_id) >= ID_DIGITS
    return int(ascent_id) if is_ours and len(ascent_id) <= 18 else None


def fields_of(ascent: Ascent) -> dict[str, Any]:
    """What is kept of an ascent; its id is where it is kept."""
    return to_fields(replace(ascent, id=""))


def seal(member: Member, number: int, ascent: Ascent, added: int | None = None) -> bytes:
    """The ascent as the row of this number.

    Args:
        member: Whose it is.
        number: Of the row.
        ascent: What to keep.
        added: First number of the addition that brings it, if one does; see ``added_with``.

    Raises:
        ValueError: When it would not come back as it is, and so make the log unreadable.
    """
    fields = fields_of(ascent)
    content = dump(fields if added is None else {**fields, _ADDED: added})
    if from_fields(parse(content)) != replace(ascent, id=""):
        raise ValueError("an ascent holds values of other types than its fields")
    return member.close(content, "ascent", number)


def added_with(member: Member, number: int, sealed: bytes) -> int | None:
    """First number of the addition that brought a row; ``None`` when something else did."""
    found: int | None = parse(_content(member, number, sealed)).get(_ADDED)
    return found


def sealed_rows(member: Member, numbered: Iterable[tuple[int, Ascent]]) -> dict[int, bytes]:
    """Ascents as rows by number."""
    return {number: seal(member, number, ascent) for number, ascent in numbered}


def opened(member: Member, number: int, sealed: bytes) -> Ascent:
    """The ascent of a row.

    Raises:
        LogbookDamagedError: When the row was changed, moved, or is somebody else's.
    """
    return replace(from_fields(parse(_content(member, number, sealed))), id=id_of(number))


def in_order(member: Member, rows: Mapping[int, bytes]) -> tuple[Ascent, ...]:
    """Ascents by day, then by number; those without a day last."""
    found = [opened(member, number, rows[number]) for number in sorted(rows)]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or date.min)))


def memo(transaction: Transaction, member: Member, name: str) -> Any:
    """What a memo holds, inside of a change; ``None`` where there is none."""
    sealed = transaction.memo(member, name)
    return None if sealed is None else opened_memo(member, name, sealed)


def opened_memo(member: Member, name: str, sealed: bytes) -> Any:
    """What a sealed memo holds.

    Raises:
        LogbookDamagedError: When it was changed, moved, or is somebody else's.
    """
    try:
        return parse(member.open(sealed, "memo", name))
    except BrokenSealError as error:
        raise LogbookDamagedError("log", f"memo {name} was changed or moved") from error


def put_memo(transaction: Transaction, member: Member, name: str, content: Any) -> None:
    """Keep a memo; ``None`` removes it."""
    sealed = None if content is None else member.close(dump(content), "memo", name)
    transaction.put_memo(member, name, sealed)


def _content(member: Member, number: int, sealed: bytes) -> bytes:
    try:
        return member.open(sealed, "ascent", number)
    except BrokenSealError as error:
        raise LogbookDamagedError("log", f"ascent {number} was changed or moved") from error
