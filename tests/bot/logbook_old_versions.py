"""Logs as older programs left them: tables of every earlier version, with sealed rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.logbook.folder import Folder
from bot.logbook.keyring import KeyRing
from bot.logbook.mark import Mark, replace_mark
from bot.logbook.rows import seal
from bot.logbook.sealing import load_master_key
from bot.logbook.store.connection import connect
from bot.logbook.store.generation import create
from bot.logbook.store.schema import measure, write_ledger
from tests.bot.logbook_helpers import key_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.ascents import Ascent


def write_old_log(home: Path, version: int, content: Mapping[str, list[Ascent]]) -> None:
    """Write a log of this version, with every owner's ascents."""
    folder = Folder.of(home)
    folder.make()
    ring = KeyRing.load(
        folder.path, load_master_key(key_file(home), home, make=True), key_file(home)
    )
    ring.heal()
    path = folder.generation(1)
    create(path, version)
    connection = connect(path)
    number = 0
    for owner, ascents in content.items():
        member = ring.member(owner)
        for ascent in ascents:
            number += 1
            row = [member.handle, number, seal(member, number, ascent)]
            connection.execute("INSERT INTO ascent VALUES (?, ?, ?)", row)
    rows, digest = measure(connection, version)
    state = replace(Mark(), sequence=number, rows=rows, digest=digest, next_number=number + 1)
    write_ledger(connection, state)
    connection.execute("CHECKPOINT")
    connection.close()
    replace_mark(folder.mark, state)
    folder.point_to(1)
