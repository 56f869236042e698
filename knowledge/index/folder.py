"""A folder that holds one generation of a store, whole or not at all.

Files are named by their content and the manifest, written last, names them: a crash in between
leaves the old manifest with the old files.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.durable import replace_file
from knowledge.errors import SnapshotDamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """Where a store keeps its files."""

    path: Path

    def write(self, files: Mapping[str, bytes], values: Mapping[str, Any]) -> None:
        """Replace the generation in the folder by this one."""
        self.path.mkdir(parents=True, exist_ok=True)
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        for name, content in files.items():
            replace_file(self.path / _file_name(name, digests[name]), content)
        manifest = {"format": FORMAT, "files": digests, "values": dict(values)}
        replace_file(self.path / MANIFEST, json.dumps(manifest).encode())
        kept = {MANIFEST, *(_file_name(name, digest) for name, digest in digests.items())}
        for old in self.path.iterdir():
            if old.is_file() and old.name not in kept:
                old.unlink(missing_ok=True)

    def read(self) -> tuple[dict[str, bytes], dict[str, Any]]:
        """The files by name, and the values beside them.

        Raises:
            SnapshotDamagedError: when a file is missing or is not what the manifest says.
        """
        try:
            manifest = json.loads((self.path / MANIFEST).read_bytes())
            digests, values = manifest["files"], manifest["values"]
            if manifest["format"] != FORMAT:
                raise SnapshotDamagedError(str(self.path), f"format {manifest['format']}")
            files = {
                name: (self.path / _file_name(name, digest)).read_bytes()
                for name, digest in digests.items()
            }
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SnapshotDamagedError(str(self.path), str(error)) from error
        for name, content in files.items():
            if hashlib.sha256(content).hexdigest() != digests[name]:
                raise SnapshotDamagedError(str(self.path), f"{name} was changed")
        return files, values


def _file_name(name: str, digest: str) -> str:
    return f"{name}-{digest[:16]}.bin"
