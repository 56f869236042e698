"""What goes through the local socket: JSON behind its length, and values told apart by a tag."""

from __future__ import annotations

import struct
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bot.ascents import Ascent
from bot.logbook import errors
from bot.logbook.codec import dump, from_fields, parse, to_fields
from bot.logbook.errors import LogbookError, LogbookMessageError
from bot.logbook.values import Batch, BatchReport, ErasureReport, KnownAbout, Undone

if TYPE_CHECKING:
    import socket

MAX_BYTES = 64 << 20
"""Of one message: some 100,000 ascents with their source rows."""
METHODS = frozenset(
    {
        "add",
        "get",
        "ascents",
        "update",
        "delete",
        "undo",
        "import_batch",
        "batches",
        "revert_batch",
        "profile",
        "set_profile",
        "erase",
        "known_about",
    }
)
"""What may be asked; each takes the owner first."""

_LENGTH = struct.Struct(">I")
_TAG = "$"
_VALUES = {one.__name__: one for one in (Batch, BatchReport, Undone, ErasureReport, KnownAbout)}
_ERRORS = {
    name: one
    for name, one in vars(errors).items()
    if isinstance(one, type) and issubclass(one, LogbookError)
}


def send(connection: socket.socket, value: object) -> None:
    """Send one message.

    Raises:
        LogbookMessageError: When it is too large; nothing was sent.
    """
    body = dump(value)
    if len(body) > MAX_BYTES:
        raise LogbookMessageError(f"a message of {len(body)} bytes")
    connection.sendall(_LENGTH.pack(len(body)) + body)


def receive(connection: socket.socket) -> Any:
    """The next message; ``None`` when the other side has hung up between two.

    Raises:
        LogbookMessageError: When it is no message, or too large.
    """
    head = _exactly(connection, _LENGTH.size)
    if not head:
        return None
    (length,) = _LENGTH.unpack(head.ljust(_LENGTH.size, b"\xff"))
    if length > MAX_BYTES:
        raise LogbookMessageError(f"a message of {length} bytes is announced")
    body = _exactly(connection, length)
    if len(body) < length:
        raise LogbookMessageError("a message ends early")
    try:
        return parse(body)
    except ValueError as error:
        raise LogbookMessageError("a message is not JSON") from error


def encode(value: Any) -> Any:  # noqa: PLR0911  (a value a line)
    """A value as JSON."""
    if isinstance(value, Ascent):
        return {_TAG: "Ascent", **to_fields(value)}
    if isinstance(value, datetime):
        return {_TAG: "datetime", "at": value.isoformat()}
    if isinstance(value, date):
        return {_TAG: "date", "on": value.isoformat()}
    if isinstance(value, dict):
        return {_TAG: "dict", "items": [[key, encode(one)] for key, one in value.items()]}
    if isinstance(value, (list, tuple)):
        return [encode(one) for one in value]
    if is_dataclass(value):
        found = {field.name: encode(getattr(value, field.name)) for field in fields(value)}
        return {_TAG: type(value).__name__, **found}
    return value


def decode(found: Any) -> Any:
    """The value that ``encode`` wrote.

    Raises:
        LogbookMessageError: When it wrote no such thing.
    """
    try:
        return _decoded(found)
    except (KeyError, TypeError, ValueError) as error:
        raise LogbookMessageError("a message holds what is no value") from error


def encode_error(error: LogbookError) -> dict[str, str]:
    """An error with its words for people."""
    return {"name": type(error).__name__, "text": str(error), "reply": error.reply}


def decode_error(found: dict[str, str]) -> LogbookError:
    """The error that ``encode_error`` wrote, of the same class."""
    kind = _ERRORS.get(found["name"], LogbookError)
    error = kind.__new__(kind)
    error.args = (found["text"],)
    error.reply = found["reply"]
    return error


def _decoded(found: Any) -> Any:  # noqa: PLR0911  (a value a line)
    if isinstance(found, list):
        return tuple(_decoded(one) for one in found)
    if not isinstance(found, dict):
        return found
    kind = found[_TAG]
    if kind == "Ascent":
        return from_fields(found)
    if kind == "datetime":
        return datetime.fromisoformat(found["at"])
    if kind == "date":
        return date.fromisoformat(found["on"])
    if kind == "dict":
        return {key: _decoded(one) for key, one in found["items"]}
    return _VALUES[kind](**{name: _decoded(one) for name, one in found.items() if name != _TAG})


def _exactly(connection: socket.socket, count: int) -> bytes:
    """So many bytes, or fewer when the other side hangs up."""
    found = bytearray()
    while len(found) < count:
        block = connection.recv(min(count - len(found), 1 << 20))
        if not block:
            break
        found += block
    return bytes(found)
