"""Sealing: AES-GCM under the member's own key, which the master key wraps.

What belongs to what (owner, table, row) is the associated data, so a sealed row opens only where it
was put. The master key lies outside the data folder; a copy of the folder alone tells nothing.
"""

from __future__ import annotations

import base64
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.logbook.errors import MasterKeyMissingError, MasterKeyPlaceError, MasterKeyWrongError
from bot.logbook.files import PRIVATE_FILE, PRIVATE_FOLDER, write_all
from knowledge.durable import sync

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY_BYTES = 32
NONCE_BYTES = 12
"""96 random bits; under one member's key there are never enough rows for two to meet."""

_log = logging.getLogger(__name__)


class BrokenSealError(Exception):
    """Something sealed was changed, moved, or belongs to another key."""


class Seal:
    """Seals and opens under one key."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def close(self, content: bytes, place: bytes) -> bytes:
        """The content, sealed for this place."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """What was sealed for this place.

        Raises:
            BrokenSealError: When a bit was changed, or it was sealed elsewhere.
        """
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
        except (InvalidTag, ValueError) as error:
            raise BrokenSealError from error


def default_key_file(environment: Mapping[str, str]) -> Path:
    """Where the master key lies when nothing else is configured."""
    home = environment.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "yanyou" / "log.key"


def load_master_key(path: Path, data_dir: Path, *, make: bool) -> bytes:
    """The master key; a new one, readable by its owner alone, where there may be none yet.

    Args:
        path: The key file.
        data_dir: The folder that it must not lie in.
        make: Whether there is nothing yet that another key has locked.

    Raises:
        MasterKeyPlaceError: When the key would lie in the data folder.
        MasterKeyMissingError: When it is gone.
        MasterKeyWrongError: When the file holds no key.
    """
    if path.resolve().is_relative_to(data_dir.resolve()):
        raise MasterKeyPlaceError(str(path))
    try:
        written = path.read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        if not make:
            raise MasterKeyMissingError(str(path)) from error
        return _make_master_key(path)
    except (OSError, UnicodeDecodeError) as error:
        raise MasterKeyWrongError(str(path), "cannot be read") from error
    try:
        key = base64.b64decode(written, validate=True)
    except ValueError as error:
        raise MasterKeyWrongError(str(path), "is not base64") from error
    if len(key) != KEY_BYTES:
        raise MasterKeyWrongError(str(path), f"holds {len(key)} bytes instead of {KEY_BYTES}")
    if path.stat().st_mode & 0o077:
        _log.warning("the log's master key %s is readable by others; chmod 600 it", path)
    return key


def _make_master_key(path: Path) -> bytes:
    """Write a new key under its final name only when it is whole; the first of two makers wins."""
    key = os.urandom(KEY_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    try:
        write_all(handle, base64.b64encode(key) + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        key = base64.b64decode(path.read_text(encoding="ascii").strip())
    finally:
        beside.unlink()
    sync(path.parent)
    _log.info("made the log's master key: %s", path)
    return key
