"""Data folders: one JSON Lines file a split, and a manifest written last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from finetune.dataset.splits import SPLITS, Split
from finetune.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from finetune.dataset.build import BuildPlan, Built

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The data of a folder: rows by split, and what its manifest says."""

    rows: dict[Split, list[dict[str, Any]]]
    manifest: dict[str, Any]

    @property
    def hash(self) -> str:
        """What identifies the bytes of all splits."""
        return str(self.manifest["sha256"])


def write_data(folder: Path, built: Built, plan: BuildPlan) -> str:
    """Write the splits and then the manifest; what comes back is the hash of the data."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    digest = sha256()
    for split, examples in built.examples.items():
        lines = [json.dumps(one.as_json(), ensure_ascii=False) for one in examples]
        content = "".join(f"{line}\n" for line in lines).encode()
        digest.update(content)
        (folder / f"{split}.jsonl").write_bytes(content)
    manifest = {
        "sha256": digest.hexdigest(),
        "seed": plan.seed,
        "style": plan.style.name,
        "worlds": list(plan.worlds),
        "per_exemplar": plan.per_exemplar,
        "tasks": list(plan.tasks),
        "max_routes": plan.max_routes,
        "counts": dict(built.counts),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return digest.hexdigest()


def read_data(folder: Path) -> DataFolder:
    """The data of a folder.

    Raises:
        DataError: When it was not finished, or its bytes are not those of its manifest.
    """
    data_hash(folder)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    rows: dict[Split, list[dict[str, Any]]] = {}
    for split, file in _files(folder):
        lines = file.read_text(encoding="utf-8").splitlines()
        rows[split] = [json.loads(line) for line in lines]
    return DataFolder(rows, manifest)


def data_hash(folder: Path) -> str:
    """The hash of a folder's data, which is the one that its manifest names.

    Raises:
        DataError: When it was not finished, or its bytes are not those of its manifest.
    """
    path = folder / MANIFEST
    try:
        named = json.loads(path.read_text(encoding="utf-8"))["sha256"]
    except FileNotFoundError as error:
        raise DataError((f"{folder}：沒有 {MANIFEST}，資料沒有建完，請先 data build",)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DataError((f"{path}：讀不懂，請重新 data build",)) from error
    digest = sha256()
    for _, file in _files(folder):
        digest.update(file.read_bytes())
    if digest.hexdigest() != named:
        raise DataError((f"{folder}：資料和 {MANIFEST} 的雜湊不符，請重新 data build",))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[Split, Path]]:
    for split in SPLITS:
        file = folder / f"{split}.jsonl"
        if file.is_file():
            yield split, file
