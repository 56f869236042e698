"""The local socket: who may use it, what it refuses, and where it lies."""

from __future__ import annotations

import socket
import struct
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.ascents import Ascent
from bot.logbook import Logbook, LogServer, RemoteLogbook, connect, share, wire
from bot.logbook import client as client_module
from bot.logbook.errors import (
    LogbookBusyError,
    LogbookClosedError,
    LogbookDamagedError,
    LogbookError,
    LogbookMessageError,
    UnknownAscentError,
)
from bot.logbook.folder import Folder
from bot.logbook.wire import decode, encode, receive, send
from tests.bot.logbook_helpers import FULL, climbs, key_file, names, open_log

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ELSEWHERE = """
import sys
from pathlib import Path
from bot.ascents import Ascent
from bot.logbook import connect
with connect(Path(sys.argv[1]), Path(sys.argv[2])) as log:
    print(type(log).__name__, *[one.route_name for one in log.ascents("owner")])
    log.add("owner", [Ascent(route_name="shell")])
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def served(home: Path) -> Iterator[Logbook]:
    """A log that is open and listens."""
    with open_log(home) as log, LogServer(log):
        yield log


def raw_connection(home: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.connect(str(Folder.of(home).socket))
    connection.settimeout(10)
    return connection


def test_a_shell_command_works_while_a_bot_runs(home: Path, served: Logbook) -> None:
    served.add("owner", climbs("bot"))

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", ELSEWHERE, str(home), str(key_file(home))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["RemoteLogbook", "bot"]
    assert names(served.ascents("owner")) == ["bot", "shell"]


def test_without_a_bot_the_files_are_opened_here(home: Path) -> None:
    with connect(home, key_file(home)) as log:
        assert isinstance(log, Logbook)


def test_two_programs_that_stay_open_share_one_log(home: Path) -> None:
    with share(home, key_file(home)) as first, share(home, key_file(home)) as second:
        assert (type(first), type(second)) == (Logbook, RemoteLogbook)
        first.add("owner", climbs("a"))
        second.add("owner", climbs("b"))
        with connect(home, key_file(home)) as third:
            assert names(third.ascents("owner")) == ["a", "b"]


def test_the_shell_needs_no_key_while_a_bot_runs(home: Path, served: Logbook) -> None:
    with connect(home, home.parent / "no" / "key") as log:
        assert isinstance(log, RemoteLogbook)
        log.add("owner", climbs("a"))
    assert not (home.parent / "no").exists()


def test_only_the_operator_may_talk_to_it(home: Path, served: Logbook) -> None:
    assert Folder.of(home).socket.stat().st_mode & 0o777 == 0o600
    assert Folder.of(home).path.stat().st_mode & 0o777 == 0o700


def test_a_path_that_is_too_long_for_the_system_still_works(tmp_path: Path) -> None:
    home = tmp_path / ("長" * 40) / ("路" * 40) / "home"
    with open_log(home) as log, LogServer(log), connect(home, key_file(home)) as remote:
        assert isinstance(remote, RemoteLogbook)
        remote.add("owner", climbs("a"))
        told = Path(Folder.of(home).socket.read_text("utf-8"))
        assert told.stat().st_mode & 0o777 == 0o600
        assert told.parent.stat().st_mode & 0o777 == 0o700
    assert not told.parent.exists()
    assert not Folder.of(home).socket.exists()


@pytest.mark.parametrize("depth", [0, 60])
def test_a_socket_that_a_crash_left_is_replaced(tmp_path: Path, depth: int) -> None:
    home = tmp_path / ("路" * depth) / "home"
    home = home if depth else tmp_path / "home"
    log = open_log(home)
    crashed = LogServer(log)
    before = Folder.of(home).socket
    crashed._socket.close()  # as the system does when the process dies; the file stays
    assert before.exists()

    with LogServer(log), connect(home, key_file(home)) as remote:
        remote.add("owner", climbs("a"))
        assert names(log.ascents("owner")) == ["a"]
    log.close()


def test_a_log_that_is_held_by_somebody_who_does_not_listen_is_busy(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "_TRIES", 2)
    with open_log(home), pytest.raises(LogbookBusyError):
        connect(home, key_file(home))


def test_a_bot_that_is_about_to_listen_is_waited_for(home: Path) -> None:
    with open_log(home) as log:
        found: list[Logbook | RemoteLogbook] = []
        asker = threading.Thread(target=lambda: found.append(connect(home, key_file(home))))
        asker.start()
        with LogServer(log):
            asker.join()
            (remote,) = found
            assert isinstance(remote, RemoteLogbook)
            remote.close()


def test_errors_keep_their_class_and_their_words(home: Path, served: Logbook) -> None:
    with connect(home, key_file(home)) as remote:
        with pytest.raises(UnknownAscentError) as caught:
            remote.update("owner", Ascent(id="000000009"))
        assert caught.value.reply == UnknownAscentError.reply
        assert "000000009" in str(caught.value)
        with pytest.raises(LogbookError, match="ValueError"):
            remote.ascents("")
        assert remote.ascents("owner") == ()  # and it goes on


def test_every_error_survives_the_way() -> None:
    for error in (LogbookDamagedError("log", "why"), LogbookBusyError("x"), LogbookError("y")):
        back = wire.decode_error(wire.encode_error(error))
        assert (type(back), str(back), back.reply) == (type(error), str(error), error.reply)


def test_only_what_is_meant_to_be_asked_can_be_asked(home: Path, served: Logbook) -> None:
    for method in ("close", "__init__", "_store", "register", "back_up", None, 3):
        with raw_connection(home) as connection:
            send(connection, {"method": method, "arguments": []})
            answer = receive(connection)
            assert answer["error"]["name"] == "LogbookMessageError"
    assert served.ascents("owner") == ()


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        struct.pack(">I", 5) + b"{]xyz",
        struct.pack(">I", 2**32 - 1),
        struct.pack(">I", 100) + b"half",
        b"\0\0",
        struct.pack(">I", 4) + b"null",
        struct.pack(">I", 2) + b"[]",
    ],
    ids=["http", "no json", "huge", "cut short", "no length", "null", "list"],
)
def test_garbage_is_refused_and_the_server_goes_on(
    home: Path, served: Logbook, sent: bytes
) -> None:
    with raw_connection(home) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        answer = receive(connection)
    assert answer is None or answer["error"]["name"] == "LogbookMessageError"
    with connect(home, key_file(home)) as remote:
        assert remote.ascents("owner") == ()


@pytest.mark.parametrize(
    "argument", [{"$": "Path"}, {"no": "tag"}, {"$": "date", "on": "x"}, {"$": "Batch", "z": 1}]
)
def test_values_that_are_none_are_refused(home: Path, served: Logbook, argument: object) -> None:
    with raw_connection(home) as connection:
        send(connection, {"method": "ascents", "arguments": [argument]})
        assert receive(connection)["error"]["name"] == "LogbookMessageError"


def test_too_much_at_once_is_refused_in_both_directions(
    home: Path, served: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "MAX_BYTES", 20_000)
    served.add("owner", [replace(FULL, notes="x" * 1000)] * 30)
    with connect(home, key_file(home)) as remote:
        with pytest.raises(LogbookMessageError) as caught:
            remote.add("owner", [replace(FULL, notes="x" * 1000)] * 30)
        assert "分批" in caught.value.reply
        with pytest.raises(LogbookMessageError):
            remote.ascents("owner")
        assert remote.batches("owner") == ()  # and it goes on


def test_closing_the_bot_tells_who_is_connected(home: Path) -> None:
    with open_log(home) as log:
        server = LogServer(log)
        remote = connect(home, key_file(home))
        remote.add("owner", climbs("a"))
        server.close()
        server.close()
        with pytest.raises(LogbookClosedError):
            remote.ascents("owner")
        with pytest.raises(LogbookClosedError):
            remote.ascents("owner")


def test_many_callers_are_answered_each_their_own(home: Path, served: Logbook) -> None:
    wrong: list[object] = []

    def call(number: int) -> None:
        with connect(home, key_file(home)) as remote:
            for step in range(10):
                remote.add(f"owner{number}", climbs(f"{number}-{step}"))
            mine = [f"{number}-{step}" for step in range(10)]
            if names(remote.ascents(f"owner{number}")) != mine:
                wrong.append(number)

    threads = [threading.Thread(target=call, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_values_come_back_as_they_went() -> None:
    for value in ((FULL, None, 1, "文字"), {"$": "x", "文": "字"}, FULL.day, ((), ("a", ()))):
        assert decode(encode(value)) == value
