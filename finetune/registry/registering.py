"""A run becomes an immutable version: copied, hashed, described; its manifest is written last."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from bot.model.adapters import (
    ADAPTERS,
    MANIFEST,
    NAME,
    AdapterRefusedError,
    check_adapter,
    file_hash,
)
from finetune.errors import RegistryError
from finetune.registry.card import model_card
from finetune.registry.gates import Measured, gate_faults
from knowledge.durable import sync

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from finetune.config import Recipe

_TAKEN: Final = (
    "adapter_model.safetensors",
    "adapter_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "chat_template.jinja",
    "special_tokens_map.json",
)
_USED: Final = "used-names"
"""Every name ever given; a server may have cached what an old name said."""


def next_name(root: Path, day: date) -> str:
    """``climb-YYYY.MM.N``: the first number of the month that was never used."""
    prefix = f"climb-{day.year}.{day.month:02d}."
    used = {one for one in _used(root) if one.startswith(prefix)}
    numbers = [int(one.rsplit(".", 1)[1]) for one in used]
    return f"{prefix}{max(numbers, default=-1) + 1}"


def register(data_dir: Path, run: Path, recipe: Recipe, measured: Measured, day: date) -> str:
    """Make a version of a finished run; what comes back is its name.

    Raises:
        RegistryError: When the run is not finished or a gate is not passed.
    """
    faults = list(gate_faults(measured, recipe.gates))
    if faults:
        raise RegistryError("gates not passed", "不登錄，沒過門檻：\n" + "\n".join(faults))
    manifest = _run_manifest(run)
    root = data_dir / ADAPTERS
    root.mkdir(parents=True, exist_ok=True)
    name = next_name(root, day)
    _note_used(root, name)
    scratch = root / f".{name}.part"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for file in _TAKEN:
        source = run / "adapter" / file
        if source.is_file() and not source.is_symlink():
            shutil.copyfile(source, scratch / file)
    card = model_card(name, recipe, manifest, measured, day)
    (scratch / "README.md").write_text(card, encoding="utf-8")
    described = _described(name, scratch, manifest, measured)
    text = json.dumps(described, ensure_ascii=False, indent=1)
    (scratch / MANIFEST).write_text(text, encoding="utf-8")
    try:
        check_adapter(scratch, name)
    except AdapterRefusedError as error:
        shutil.rmtree(scratch)
        raise RegistryError(str(error), error.reply) from error
    _sync(scratch)
    os.replace(scratch, root / name)  # noqa: PTH105 - atomic, also over an empty folder
    return name


def _described(
    name: str, folder: Path, manifest: dict[str, Any], measured: Measured
) -> dict[str, Any]:
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": file_hash(path)}
        for path in sorted(folder.iterdir())
    }
    return {
        "name": name,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "base": manifest["base"],
        "style": manifest["style"],
        "prompt_version": manifest["prompt_version"],
        "metrics": {"adapter": measured.adapter, "base": measured.base},
        "examples": measured.examples,
        "data": manifest["data"]["sha256"],
        "code": manifest["code"],
        "recipe": manifest["recipe"]["name"],
        "backend": manifest["backend"],
        "versions": manifest["versions"],
        "files": files,
    }


def _run_manifest(run: Path) -> dict[str, Any]:
    path = run / "manifest.json"
    if not path.is_file():
        raise RegistryError(f"{run} is not finished", f"{run} 沒有訓練完，沒有清單。")
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def _used(root: Path) -> set[str]:
    path = root / _USED
    noted = set(path.read_text(encoding="utf-8").split()) if path.is_file() else set()
    there = {one.name for one in root.iterdir() if NAME.match(one.name)} if root.is_dir() else set()
    return noted | there


def _note_used(root: Path, name: str) -> None:
    with (root / _USED).open("a", encoding="utf-8") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o444)
        sync(path)
