"""Which version answers: a pointer that moves in one step, and the way back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from bot.model.adapters import ADAPTERS, CURRENT, NAME, AdapterStore
from finetune.errors import RegistryError
from knowledge.durable import replace_file

if TYPE_CHECKING:
    from pathlib import Path

_HISTORY: Final = "promotions.jsonl"


@dataclass(frozen=True, slots=True)
class Version:
    """A registered version, as it says of itself."""

    name: str
    created: str
    base: str
    metrics: dict[str, dict[str, float]]
    current: bool


def list_versions(data_dir: Path) -> tuple[Version, ...]:
    """All versions, oldest first; those whose manifest cannot be read are left out."""
    store = AdapterStore(data_dir)
    current = store.current_name()
    if not store.root.is_dir():
        return ()
    found = []
    for folder in sorted(store.root.iterdir(), key=lambda one: _order(one.name)):
        if not NAME.match(folder.name):
            continue
        manifest = _read(folder / "manifest.json")
        if manifest:
            found.append(
                Version(
                    folder.name,
                    str(manifest.get("created", "")),
                    str(manifest.get("base", {}).get("id", "")),
                    dict(manifest.get("metrics", {})),
                    folder.name == current,
                )
            )
    return tuple(found)


def promote(data_dir: Path, name: str) -> str:
    """Let this version answer; what comes back is the one that answered before, maybe none.

    Raises:
        AdapterRefusedError: When the version is not what its manifest says.
    """
    store = AdapterStore(data_dir)
    store.checked(name)
    before = store.current_name()
    if before != name:
        _point(data_dir, name)
        _note(data_dir, before, name)
    return before


def rollback(data_dir: Path) -> str:
    """Let the version before the current one answer again, or the base alone.

    Raises:
        RegistryError: When nothing was ever promoted.
        AdapterRefusedError: When that version is damaged.
    """
    store = AdapterStore(data_dir)
    steps = promotions(data_dir)
    current = store.current_name()
    before = next((old for old, new in reversed(steps) if new == current), None)
    if not current or before is None:
        raise RegistryError("nothing to roll back", "沒有可以退回的版本。")
    if before:
        store.checked(before)
    _point(data_dir, before)
    return before


def promotions(data_dir: Path) -> tuple[tuple[str, str], ...]:
    """Every promotion as (before, after), oldest first."""
    path = data_dir / ADAPTERS / _HISTORY
    if not path.is_file():
        return ()
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return tuple((str(row["before"]), str(row["after"])) for row in rows)


def compare_versions(data_dir: Path, first: str, second: str) -> str:
    """Metrics of two versions side by side.

    Raises:
        AdapterRefusedError: When one is missing or damaged.
    """
    store = AdapterStore(data_dir)
    one, other = (store.checked(name).metrics.get("adapter", {}) for name in (first, second))
    lines = [f"{'':<12}{first:>20}{second:>20}{'差':>9}"]
    for key in dict.fromkeys([*one, *other]):
        left, right = one.get(key), other.get(key)
        change = f"{right - left:+.1%}" if left is not None and right is not None else "–"
        lines.append(f"{key:<12}{_percent(left):>20}{_percent(right):>20}{change:>10}")
    return "\n".join(lines)


def _point(data_dir: Path, name: str) -> None:
    """Move the pointer."""
    replace_file(data_dir / ADAPTERS / CURRENT, f"{name}\n".encode())


def _note(data_dir: Path, before: str, after: str) -> None:
    with (data_dir / ADAPTERS / _HISTORY).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"before": before, "after": after}) + "\n")


def _order(name: str) -> tuple[int, ...]:
    numbers = name.removeprefix("climb-").split(".")
    return tuple(int(one) for one in numbers if one.isdigit()) if NAME.match(name) else ()


def _read(path: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
