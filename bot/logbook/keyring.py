"""The members' keys, wrapped by the master key, in two equal files.

A member's rows are filed under a random handle; only the ring knows whose it is. Taking a member
off the ring destroys the key and the tie between person and rows together: what old blocks and
backups still hold is then noise about nobody. Each line of a file is one sealed record; the first
proves that the master key fits.
"""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.logbook.codec import dump, parse
from bot.logbook.errors import MasterKeyWrongError
from bot.logbook.files import overwriting, write_all, write_beside
from bot.logbook.sealing import KEY_BYTES, BrokenSealError, Seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAMES = ("keys", "keys.copy")
_HEADER = b"yanyou log keys 1"
_HEADER_PLACE = b"yanyou\0header"
_RECORD_PLACE = b"yanyou\0member"


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the store knows one."""

    handle: int
    owner: str
    key: bytes = field(repr=False)
    seal: Seal = field(repr=False, compare=False)

    @classmethod
    def of(cls, handle: int, owner: str, key: bytes) -> Member:
        """A member with this key."""
        return cls(handle, owner, key, Seal(key))

    def close(self, content: bytes, table: str, name: object) -> bytes:
        """Seal content for one row of this member."""
        return self.seal.close(content, self._place(table, name))

    def open(self, sealed: bytes, table: str, name: object) -> bytes:
        """The content of one row of this member; ``BrokenSealError`` when it is not."""
        return self.seal.open(sealed, self._place(table, name))

    def _place(self, table: str, name: object) -> bytes:
        return f"{table}\0{name}\0{self.handle}\0{self.owner}".encode("utf-8", "surrogatepass")


class KeyRing:
    """Owner → member. Changed by the writer thread alone; read by any."""

    def __init__(self, folder: Path, master: bytes, members: dict[str, Member]) -> None:
        self._paths = tuple(folder / name for name in NAMES)
        self._master = Seal(master)
        self._members = members

    @classmethod
    def load(cls, folder: Path, master: bytes, key_file: Path) -> KeyRing:
        """What either file still holds; nothing is written.

        Raises:
            MasterKeyWrongError: When the master key opens neither file.
        """
        ring = cls(folder, master, {})
        lines = [line for path in ring._paths for line in _lines(path)]
        records = [record for line in lines if (record := ring._record(line)) is not None]
        if lines and not records:
            raise MasterKeyWrongError(str(key_file), "does not open the members' keys")
        for record in records:
            if record != _HEADER:
                member = _member(record)
                ring._members[member.owner] = member
        return ring

    @property
    def handles(self) -> frozenset[int]:
        """Of every member on the ring."""
        return frozenset(member.handle for member in self._members.values())

    def find(self, owner: str) -> Member | None:
        """The member, if there is anything about this owner."""
        return self._members.get(owner)

    def member(self, owner: str) -> Member:
        """The member; a new one's key is on the disk before this returns."""
        found = self._members.get(owner)
        if found is None:
            handle = secrets.randbits(62)
            found = Member.of(handle, owner, secrets.token_bytes(KEY_BYTES))
            line = self._line(_written(found), _RECORD_PLACE)
            _append(self._paths, line)
            self._members[owner] = found
        return found

    def remove(self, handles: frozenset[int]) -> None:
        """Take members off both files and overwrite what held them."""
        self._members = {
            owner: member for owner, member in self._members.items() if member.handle not in handles
        }
        content = self._content()
        for path in self._paths:
            if path.exists():
                with overwriting(path):
                    write_beside(path, content)
            else:
                write_beside(path, content)

    def heal(self) -> None:
        """Make both files whole and equal again, where a crash or damage left them otherwise."""
        found = [path.read_bytes() if path.exists() else b"" for path in self._paths]
        count = len(self._members) + 1
        if found[0] != found[1] or len(list(_lines(self._paths[0]))) != count:
            content = self._content()
            for path in self._paths:
                write_beside(path, content)

    def _content(self) -> bytes:
        lines = [self._line(_HEADER, _HEADER_PLACE)]
        lines += [self._line(_written(one), _RECORD_PLACE) for one in self._members.values()]
        return b"".join(lines)

    def _line(self, content: bytes, place: bytes) -> bytes:
        return base64.b64encode(self._master.close(content, place)) + b"\n"

    def _record(self, line: bytes) -> bytes | None:
        """What a line holds; ``None`` for one that is torn, damaged or under another key."""
        try:
            sealed = base64.b64decode(line, validate=True)
        except ValueError:
            return None
        return _first_opened(
            lambda: self._master.open(sealed, _RECORD_PLACE),
            lambda: self._master.open(sealed, _HEADER_PLACE),
        )


def _first_opened(*ways: Callable[[], bytes]) -> bytes | None:
    for way in ways:
        try:
            return way()
        except BrokenSealError:
            continue
    return None


def _lines(path: Path) -> Iterator[bytes]:
    if path.exists():
        yield from path.read_bytes().splitlines()


def _written(member: Member) -> bytes:
    key = base64.b64encode(member.key).decode("ascii")
    return dump({"handle": member.handle, "owner": member.owner, "key": key})


def _member(record: bytes) -> Member:
    found = parse(record)
    return Member.of(int(found["handle"]), str(found["owner"]), base64.b64decode(found["key"]))


def _append(paths: tuple[Path, ...], line: bytes) -> None:
    """Add a line to every file for good, or leave all of them as they were."""
    sizes = [path.stat().st_size for path in paths]
    try:
        for path in paths:
            with path.open("ab", buffering=0) as file:
                write_all(file.fileno(), line)
                os.fsync(file.fileno())
    except OSError:
        for path, size in zip(paths, sizes, strict=True):
            os.truncate(path, size)
        raise
