"""The log of a running bot, through its socket; and the way to whichever is there."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.logbook.errors import LogbookBusyError, LogbookClosedError
from bot.logbook.folder import Folder
from bot.logbook.logbook import Logbook
from bot.logbook.reports import new_key
from bot.logbook.sealing import default_key_file
from bot.logbook.server import LogServer
from bot.logbook.wire import decode, decode_error, encode, receive, send

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.ascents import Ascent
    from bot.logbook.values import (
        Batch,
        BatchReport,
        Erasable,
        ErasureReport,
        KnownAbout,
        Undone,
    )

_TRIES = 50
_PAUSE_SECONDS = 0.1
"""A starting bot has the files before it listens, a shell command holds them for a moment."""
_SECONDS = 300
"""For an answer: an erasure writes the whole log anew."""


def connect(
    data_dir: Path,
    key_file: Path | None = None,
    *,
    others: Sequence[Erasable] = (),
    tell: Callable[[str], None] | None = None,
) -> Logbook | RemoteLogbook:
    """The log of a data folder: through the bot that has it open, else opened here.

    ``others`` are the other stores to erase with it; a running bot erases its own. ``tell`` is
    told, in the member's language, where the master key lies when this start has made it.

    Raises:
        LogbookBusyError: When another process holds it and does not listen.
        LogbookError: What ``Logbook.open`` raises.
    """
    key_path = key_file or default_key_file(os.environ)
    had_key = key_path.exists()
    log = _opened(data_dir, key_file, others)
    if tell is not None and not had_key and key_path.exists():
        tell(new_key(key_path))
    return log


def _opened(
    data_dir: Path, key_file: Path | None, others: Sequence[Erasable]
) -> Logbook | RemoteLogbook:
    pause = threading.Event()
    for attempt in range(_TRIES):
        try:
            return Logbook.open(data_dir, key_file, others=others)
        except LogbookBusyError:
            remote = RemoteLogbook.find(Folder.of(data_dir))
            if remote is not None:
                return remote
            if attempt == _TRIES - 1:
                raise
            pause.wait(_PAUSE_SECONDS)
    raise AssertionError("unreachable")


@contextmanager
def share(
    data_dir: Path,
    key_file: Path | None = None,
    *,
    others: Sequence[Erasable] = (),
    tell: Callable[[str], None] | None = None,
) -> Iterator[Logbook | RemoteLogbook]:
    """The log for a program that stays open: whoever opens the files lets the others in.

    Raises:
        LogbookError: What ``connect`` raises.
    """
    with ExitStack() as stack:
        log = connect(data_dir, key_file, others=others, tell=tell)
        stack.callback(log.close)
        if isinstance(log, Logbook):
            stack.enter_context(LogServer(log))
        yield log


class RemoteLogbook:
    """See ``ClimbingLog``; one question at a time, from any thread."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._turn = threading.Lock()
        self._closed = False

    @classmethod
    def find(cls, folder: Folder) -> RemoteLogbook | None:
        """The bot that listens there; ``None`` when none does."""
        path = folder.socket
        if path.is_file():
            path = Path(os.fsdecode(path.read_bytes()))
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
        except OSError:
            connection.close()
            return None
        connection.settimeout(_SECONDS)
        return cls(connection)

    def __enter__(self) -> RemoteLogbook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up; closing twice is fine."""
        self._closed = True
        self._connection.close()

    def add(self, owner: str, ascents: Iterable[Ascent]) -> tuple[str, ...]:
        """Keep ascents; their ids, in the same order. All of them or, on an error, none."""
        answer: tuple[str, ...] = self._ask("add", owner, tuple(ascents))
        return answer

    def get(self, owner: str, ascent_id: str) -> Ascent | None:
        """One ascent of this member."""
        answer: Ascent | None = self._ask("get", owner, ascent_id)
        return answer

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """The whole log: oldest day first, then as entered; what has no day comes last."""
        answer: tuple[Ascent, ...] = self._ask("ascents", owner)
        return answer

    def update(self, owner: str, ascent: Ascent) -> Ascent:
        """Replace the ascent with this id; what it was before."""
        answer: Ascent = self._ask("update", owner, ascent)
        return answer

    def delete(self, owner: str, ids: Iterable[str]) -> int:
        """Remove ascents; how many there were."""
        answer: int = self._ask("delete", owner, tuple(ids))
        return answer

    def undo(self, owner: str) -> Undone | None:
        """Take the member's last change back (one step); ``None`` when there is none."""
        answer: Undone | None = self._ask("undo", owner)
        return answer

    def import_batch(self, owner: str, source: str, ascents: Iterable[Ascent]) -> BatchReport:
        """Add what the log does not hold by (source, source_id), all or nothing."""
        answer: BatchReport = self._ask("import_batch", owner, source, tuple(ascents))
        return answer

    def batches(self, owner: str) -> tuple[Batch, ...]:
        """The member's imports, oldest first."""
        answer: tuple[Batch, ...] = self._ask("batches", owner)
        return answer

    def revert_batch(self, owner: str, batch_id: str) -> int:
        """Remove what an import brought; how many ascents that were."""
        answer: int = self._ask("revert_batch", owner, batch_id)
        return answer

    def profile(self, owner: str) -> Mapping[str, str]:
        """The member's settings."""
        answer: Mapping[str, str] = self._ask("profile", owner)
        return answer

    def set_profile(self, owner: str, name: str, value: str | None) -> None:
        """Keep a setting; ``None`` forgets it."""
        self._ask("set_profile", owner, name, value)

    def erase(self, owner: str) -> ErasureReport:
        """Remove everything about the member everywhere and destroy the key."""
        answer: ErasureReport = self._ask("erase", owner)
        return answer

    def known_about(self, owner: str) -> KnownAbout:
        """What is kept about the member."""
        answer: KnownAbout = self._ask("known_about", owner)
        return answer

    def _ask(self, method: str, *arguments: Any) -> Any:
        request = {"method": method, "arguments": encode(arguments)}
        with self._turn:
            if self._closed:
                raise LogbookClosedError("the connection is closed")
            try:
                send(self._connection, request)
                answer = receive(self._connection)
            except OSError as error:
                self.close()
                raise LogbookClosedError(f"the running bot hung up: {error}") from error
        if answer is None:
            self.close()
            raise LogbookClosedError("the running bot hung up")
        if "error" in answer:
            raise decode_error(answer["error"])
        return decode(answer["result"])
