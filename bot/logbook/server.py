"""The log through a local socket, for shell commands while a bot has its files open.

The socket lies in the log's folder, which is the operator's alone. Where the system does not take
so long a path, a file of the same name tells the short one.
"""

from __future__ import annotations

import logging
import os
import shutil
import socket
import threading
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from bot.logbook.errors import LogbookError, LogbookMessageError
from bot.logbook.files import PRIVATE_FILE, write_beside
from bot.logbook.wire import METHODS, decode, encode, encode_error, receive, send

if TYPE_CHECKING:
    from bot.logbook.logbook import Logbook

LONGEST_PATH = 100
"""Bytes; Linux takes 107, macOS 103."""
MAX_CONNECTIONS = 32
_SECONDS = 60
"""For the rest of a message, once it has begun, and for taking the answer."""

_log = logging.getLogger(__name__)


class LogServer:
    """Answers on the socket until it is closed; whoever opened the log closes it afterwards."""

    def __init__(self, logbook: Logbook) -> None:
        self._logbook = logbook
        self._path = logbook.folder.socket
        self._socket, self._folder = _listen(self._path)
        self._gate = threading.Lock()
        self._connections: dict[socket.socket, threading.Thread] = {}
        self._closed = False
        self._thread = threading.Thread(target=self._accept, name="logbook-server", daemon=True)
        self._thread.start()

    def __enter__(self) -> LogServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Hang up and remove the socket; closing twice is fine."""
        with self._gate:
            if self._closed:
                return
            self._closed = True
            talks = dict(self._connections)
        _hang_up(self._socket)
        for connection in talks:
            _hang_up(connection)
        for thread in (self._thread, *talks.values()):
            thread.join()
        self._socket.close()
        self._path.unlink(missing_ok=True)
        if self._folder is not None:
            shutil.rmtree(self._folder)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return  # closed
            with self._gate:
                if self._closed or len(self._connections) >= MAX_CONNECTIONS:
                    connection.close()
                    continue
                thread = threading.Thread(target=self._talk, args=(connection,), daemon=True)
                self._connections[connection] = thread
                thread.start()

    def _talk(self, connection: socket.socket) -> None:
        try:
            while connection.recv(1, socket.MSG_PEEK):  # waits as long as the caller thinks
                connection.settimeout(_SECONDS)
                request = receive(connection)
                if request is None:
                    return
                _reply(connection, self._answer(request))
                connection.settimeout(None)
        except LogbookMessageError as error:
            with suppress(OSError):
                send(connection, {"error": encode_error(error)})
        except OSError as error:
            _log.info("a caller of the log hung up: %s", error)
        finally:
            with self._gate:
                del self._connections[connection]
            connection.close()

    def _answer(self, request: Any) -> dict[str, Any]:
        if not isinstance(request, dict) or request.get("method") not in METHODS:
            return {"error": encode_error(LogbookMessageError("no such method"))}
        try:
            arguments = decode(request["arguments"])
            return {"result": encode(getattr(self._logbook, request["method"])(*arguments))}
        except LogbookError as error:
            return {"error": encode_error(error)}
        except Exception as error:  # noqa: BLE001  (a fault is told, and the server goes on)
            # only its name: what it says may quote a member's words
            _log.error("a caller of the log met a fault: %s", type(error).__name__)
            return {"error": encode_error(LogbookError(type(error).__name__))}


def _reply(connection: socket.socket, answer: dict[str, Any]) -> None:
    try:
        send(connection, answer)
    except LogbookMessageError as error:
        send(connection, {"error": encode_error(error)})


def _listen(path: Path) -> tuple[socket.socket, Path | None]:
    """Listen at the path, or at a short one that it tells; the log's lock makes old ones stale."""
    _remove_stale(path)
    folder = None
    if len(os.fsencode(path)) > LONGEST_PATH:
        folder = Path(mkdtemp(prefix="yanyou-"))
    here = path if folder is None else folder / "log"
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(here))
    here.chmod(PRIVATE_FILE)  # nobody gets in before `listen`
    listener.listen(MAX_CONNECTIONS)
    if folder is not None:
        write_beside(path, os.fsencode(here))
    return listener, folder


def _remove_stale(path: Path) -> None:
    if path.is_file():
        told = Path(os.fsdecode(path.read_bytes()))
        if told.name == "log" and told.parent.name.startswith("yanyou-"):
            shutil.rmtree(told.parent, ignore_errors=True)
    path.unlink(missing_ok=True)


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):  # the other side was faster
        connection.shutdown(socket.SHUT_RDWR)
