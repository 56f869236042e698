"""A small adapter on disk, made without the training stack, and ways to spoil it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.model.adapters import file_hash

if TYPE_CHECKING:
    from pathlib import Path

BASE = {"id": "nano", "revision": "", "weights": "w" * 64, "tokenizer": "t" * 64}


def safetensors(tensors: dict[str, bytes]) -> bytes:
    """The bytes of a safetensors file of one-dimensional U8 tensors."""
    header: dict[str, Any] = {}
    at = 0
    for name, content in tensors.items():
        header[name] = {
            "dtype": "U8",
            "shape": [len(content)],
            "data_offsets": [at, at + len(content)],
        }
        at += len(content)
    told = json.dumps(header).encode()
    return len(told).to_bytes(8, "little") + told + b"".join(tensors.values())


def write_run(
    run: Path, *, weights: bytes = b"abcdefgh", base: dict[str, str] | None = None
) -> Path:
    """A finished run folder with an adapter."""
    adapter = run / "adapter"
    adapter.mkdir(parents=True)
    (adapter / "adapter_model.safetensors").write_bytes(safetensors({"lora_A": weights}))
    config = {"peft_type": "LORA", "r": 2, "target_modules": ["q_proj"]}
    (adapter / "adapter_config.json").write_text(json.dumps(config), encoding="utf-8")
    manifest = {
        "base": base or BASE,
        "style": "compact",
        "prompt_version": 1,
        "data": {"sha256": "d" * 64},
        "code": "c" * 40,
        "recipe": {"name": "nano"},
        "backend": "trl",
        "versions": {"trl": "1.14.2"},
        "examples": 10,
    }
    (run / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return run


def rewrite_manifest(folder: Path, **changes: Any) -> None:
    """Change a version's manifest, as somebody with write access could."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest.update(changes)
    path.write_text(json.dumps(manifest), encoding="utf-8")


def relist(folder: Path) -> None:
    """Make the manifest name every file of the folder with its true hash: a forger's work."""
    files = {
        path.name: {"bytes": path.stat().st_size, "sha256": file_hash(path)}
        for path in sorted(folder.iterdir())
        if path.name != "manifest.json"
    }
    rewrite_manifest(folder, files=files)
