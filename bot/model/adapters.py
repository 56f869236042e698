"""The read side of the adapter registry: which version is current, and whether it may be loaded.

An adapter is safetensors and JSON, nothing else; its manifest names the SHA-256 of every file and
the base it belongs to. Whatever does not fit is refused before a byte of it is interpreted.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from bot.errors import AssistantError

ADAPTERS: Final = "adapters"
CURRENT: Final = "current"
MANIFEST: Final = "manifest.json"
NAME: Final = re.compile(r"climb-20\d\d\.(?:0?[1-9]|1[0-2])\.\d{1,4}\Z")
_FILE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_SUFFIXES: Final = (".safetensors", ".json", ".md", ".jinja", ".yaml", ".txt", ".model")
_NEEDED: Final = ("adapter_model.safetensors", "adapter_config.json")
MAX_BYTES: Final = 2_000_000_000
MAX_MANIFEST: Final = 1_000_000
_CHUNK: Final = 1 << 20


class AdapterRefusedError(AssistantError):
    """An adapter is not what its manifest says, or not for this base."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"adapter {name} refused: {reason}")
        self.reason = reason
        self.reply = f"不載入版本「{name}」：{reason}"


@dataclass(frozen=True, slots=True)
class AdapterInfo:
    """A version that was checked."""

    name: str
    folder: Path
    base: dict[str, str]
    """Identity of the base: id, revision, weights (hash) and tokenizer (hash)."""
    style: str
    prompt_version: int
    metrics: dict[str, Any]


class AdapterStore:
    """The registry's folder, as a bot sees it."""

    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir / ADAPTERS

    @property
    def root(self) -> Path:
        """Folder of all versions."""
        return self._root

    def current_name(self) -> str:
        """Name of the current version; empty when none was promoted or it was rolled back."""
        try:
            name = (self._root / CURRENT).read_text(encoding="utf-8").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return ""
        return name if NAME.match(name) else ""

    def checked(self, name: str, base: dict[str, str] | None = None) -> AdapterInfo:
        """A version whose every byte is what its manifest says.

        Raises:
            AdapterRefusedError: For any doubt.
        """
        if not NAME.match(name):
            raise AdapterRefusedError(name[:40], "版本名稱不合規則")
        if not (self._root / name).exists():
            raise AdapterRefusedError(name, "沒有這個版本")
        return check_adapter(self._root / name, name, base)


def check_adapter(folder: Path, name: str, base: dict[str, str] | None = None) -> AdapterInfo:
    """The adapter of a folder after every check; files are hashed, never unpickled.

    Raises:
        AdapterRefusedError: For any doubt.
    """
    manifest = _manifest(folder, name)
    files = manifest.get("files")
    if not isinstance(files, dict) or not all(one in files for one in _NEEDED):
        raise AdapterRefusedError(name, "清單裡沒有 adapter 的權重和設定")
    if manifest.get("name") != name:
        raise AdapterRefusedError(name, "清單寫的是別的版本")
    _check_names(folder, name, files)
    for file, expected in files.items():
        _check_file(folder / file, name, expected)
    _check_config(folder / "adapter_config.json", name)
    _check_tensors(folder / "adapter_model.safetensors", name)
    own = manifest.get("base")
    if not isinstance(own, dict) or not all(isinstance(one, str) for one in own.values()):
        raise AdapterRefusedError(name, "清單沒有寫基底模型")
    if base is not None:
        _check_base(own, base, name)
    return AdapterInfo(
        name=name,
        folder=folder,
        base=own,
        style=str(manifest.get("style", "full")),
        prompt_version=int(manifest.get("prompt_version", 0)),
        metrics=dict(manifest.get("metrics", {})),
    )


def _manifest(folder: Path, name: str) -> dict[str, Any]:
    path = folder / MANIFEST
    if folder.is_symlink() or path.is_symlink() or not path.is_file():
        raise AdapterRefusedError(name, "沒有清單，或是捷徑")
    if path.stat().st_size > MAX_MANIFEST:
        raise AdapterRefusedError(name, "清單太大")
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise AdapterRefusedError(name, "清單讀不懂") from error
    if not isinstance(manifest, dict):
        raise AdapterRefusedError(name, "清單讀不懂")
    return manifest


def _check_names(folder: Path, name: str, files: dict[str, Any]) -> None:
    for file in files:
        if not _FILE.match(file) or ".." in file or not file.endswith(_SUFFIXES):
            raise AdapterRefusedError(name, f"不收這種檔案：{file[:60]!r}")
    there = {path.name for path in folder.iterdir()} - {MANIFEST}
    if there != set(files):
        odd = min(there ^ set(files))
        raise AdapterRefusedError(name, f"資料夾和清單不一致：{odd[:60]!r}")


def _check_file(path: Path, name: str, expected: Any) -> None:
    """Size first, so that a huge or sparse file is never read."""
    if path.is_symlink() or not path.is_file():
        raise AdapterRefusedError(name, f"不是一般的檔案：{path.name}")
    size = expected.get("bytes") if isinstance(expected, dict) else None
    actual = path.stat().st_size
    if not isinstance(size, int) or size != actual or actual > MAX_BYTES:
        raise AdapterRefusedError(name, f"大小不對：{path.name}")
    if file_hash(path) != expected.get("sha256"):
        raise AdapterRefusedError(name, f"內容被改過：{path.name}")


def _check_config(path: Path, name: str) -> None:
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise AdapterRefusedError(name, "adapter_config.json 讀不懂") from error
    if not isinstance(config, dict) or config.get("peft_type") != "LORA":
        raise AdapterRefusedError(name, "不是 LoRA")
    if config.get("auto_mapping") or config.get("trust_remote_code"):
        raise AdapterRefusedError(name, "要求執行別人的程式")


def _check_tensors(path: Path, name: str) -> None:
    """The safetensors header against the size of the file: no truncation, no overlap."""
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 0 < length <= min(size - 8, 50_000_000):
            raise AdapterRefusedError(name, "權重檔不是 safetensors")
        try:
            header = json.loads(file.read(length))
            spans = sorted(
                (int(one["data_offsets"][0]), int(one["data_offsets"][1]))
                for key, one in header.items()
                if key != "__metadata__"
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise AdapterRefusedError(name, "權重檔不是 safetensors") from error
    at = 0
    for start, end in spans:
        if start != at or end < start:
            raise AdapterRefusedError(name, "權重檔不完整")
        at = end
    if not spans or at != size - 8 - length:
        raise AdapterRefusedError(name, "權重檔不完整")


def _check_base(own: dict[str, str], base: dict[str, str], name: str) -> None:
    for key in ("weights", "tokenizer"):
        if not own.get(key) or own[key] != base.get(key):
            raise AdapterRefusedError(name, "不是給這個基底模型的")


def file_hash(path: Path) -> str:
    """SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def base_identity(folder: Path, base_id: str = "", revision: str = "") -> dict[str, str]:
    """What identifies a base on disk: its weights and its tokenizer."""
    weights = sha256()
    for path in sorted(folder.glob("*.safetensors")):
        weights.update(f"{path.name}:{file_hash(path)}\n".encode())
    tokenizer = folder / "tokenizer.json"
    return {
        "id": base_id or folder.name,
        "revision": revision,
        "weights": weights.hexdigest(),
        "tokenizer": file_hash(tokenizer) if tokenizer.is_file() else "",
    }
