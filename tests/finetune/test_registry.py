"""Versions: gated, immutable, never reused; the pointer moves whole; forgeries are refused."""

from __future__ import annotations

import json
import os
import pickle
import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.model.adapters import ADAPTERS, AdapterRefusedError, AdapterStore
from finetune.config import load_recipe
from finetune.errors import RegistryError
from finetune.registry import (
    Measured,
    compare_versions,
    gate_faults,
    list_versions,
    promote,
    register,
    rollback,
)
from tests.finetune.adapter_files import (
    BASE,
    relist,
    rewrite_manifest,
    safetensors,
    write_run,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = date(2026, 11, 28)
GOOD = Measured(
    adapter={"format": 0.99, "terms": 1.0, "copied": 0.98, "grounding": 0.5},
    base={"format": 0.0, "copied": 0.99, "grounding": 0.4},
    examples=60,
)
NANO = load_recipe("nano")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with one version."""
    register(tmp_path, write_run(tmp_path / "run"), NANO, GOOD, DAY)
    return tmp_path


def version(home: Path) -> Path:
    return home / ADAPTERS / "climb-2026.11.0"


def test_registered_version_is_complete_and_says_what_it_is(home: Path) -> None:
    info = AdapterStore(home).checked("climb-2026.11.0", BASE)
    assert info.style == "compact"
    assert info.metrics["adapter"]["format"] == 0.99
    card = (version(home) / "README.md").read_text(encoding="utf-8")
    assert "測試用的儀器，不是能用的模型" in card
    assert "99.0%" in card
    assert {path.name for path in version(home).iterdir()} == {
        "README.md",
        "adapter_config.json",
        "adapter_model.safetensors",
        "manifest.json",
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"adapter": {"format": 0.85}}, "format 85.0%"),
        ({"adapter": {"format": 0.95, "grounding": 0.3}, "base": {"grounding": 0.4}}, "grounding"),
        ({"adapter": {"format": 0.95, "copied": 0.9}, "base": {"copied": 0.95}}, "copied"),
        ({"adapter": {"format": 0.95}, "memorised": 2}, "背下了 2 個"),
        ({"adapter": {"format": 1.0}, "examples": 0}, "沒有評測結果"),
    ],
    ids=["format", "grounding-regression", "copying-regression", "memorised", "not-evaluated"],
)
def test_gate_refuses_and_says_why(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    measured = Measured(**{"base": {}, "examples": 60, **change})  # type: ignore[arg-type]
    with pytest.raises(RegistryError) as caught:
        register(tmp_path, write_run(tmp_path / "run"), NANO, measured, DAY)
    assert reason in caught.value.reply
    assert list_versions(tmp_path) == ()


def test_copying_may_fall_by_two_points_and_no_more() -> None:
    gates = NANO.gates
    at_bar = Measured({"copied": 0.95, "format": 1.0}, {"copied": 0.97}, examples=1)
    below = Measured({"copied": 0.949, "format": 1.0}, {"copied": 0.97}, examples=1)
    assert list(gate_faults(at_bar, gates)) == []
    assert len(list(gate_faults(below, gates))) == 1


def test_names_are_numbered_within_the_month_and_never_reused(home: Path) -> None:
    run = write_run(home / "run2")
    assert register(home, run, NANO, GOOD, DAY) == "climb-2026.11.1"
    for path in (home / ADAPTERS / "climb-2026.11.1").iterdir():
        path.unlink()
    (home / ADAPTERS / "climb-2026.11.1").rmdir()
    assert register(home, run, NANO, GOOD, DAY) == "climb-2026.11.2"
    assert register(home, run, NANO, GOOD, date(2026, 12, 1)) == "climb-2026.12.0"


def test_unfinished_run_is_not_registered(tmp_path: Path) -> None:
    run = write_run(tmp_path / "run")
    (run / "manifest.json").unlink()
    with pytest.raises(RegistryError, match="not finished"):
        register(tmp_path, run, NANO, GOOD, DAY)


def test_promote_and_rollback_walk_back_to_the_base(home: Path) -> None:
    register(home, write_run(home / "run2"), NANO, GOOD, DAY)
    store = AdapterStore(home)
    assert store.current_name() == ""
    assert promote(home, "climb-2026.11.0") == ""
    assert promote(home, "climb-2026.11.1") == "climb-2026.11.0"
    assert [one.current for one in list_versions(home)] == [False, True]
    assert rollback(home) == "climb-2026.11.0"
    assert rollback(home) == ""
    assert store.current_name() == ""
    with pytest.raises(RegistryError, match="nothing to roll back"):
        rollback(home)


def test_pointer_is_whole_at_every_moment(home: Path) -> None:
    register(home, write_run(home / "run2"), NANO, GOOD, DAY)
    store, done = AdapterStore(home), threading.Event()
    promote(home, "climb-2026.11.0")
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            seen.add(store.current_name())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(40):
        promote(home, f"climb-2026.11.{number % 2}")
    done.set()
    reader.join()
    assert seen <= {"climb-2026.11.0", "climb-2026.11.1"}


def test_comparison_shows_both_versions_and_the_difference(home: Path) -> None:
    better = Measured({"format": 1.0, "terms": 1.0}, {}, examples=60)
    register(home, write_run(home / "run2"), NANO, better, DAY)
    lines = compare_versions(home, "climb-2026.11.0", "climb-2026.11.1").splitlines()
    assert "99.0%" in lines[1]
    assert "+1.0%" in lines[1]


class _Bomb:
    """Unpickling this writes a file."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return os.open, (self.path, os.O_CREAT | os.O_WRONLY)


def _writable(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o644)


def _pickle(folder: Path) -> None:
    content = pickle.dumps(_Bomb(str(folder.parent / "boom")))
    (folder / "adapter_model.bin").write_bytes(content)
    relist(folder)


def _pickle_named_safetensors(folder: Path) -> None:
    content = pickle.dumps(_Bomb(str(folder.parent / "boom")))
    (folder / "adapter_model.safetensors").write_bytes(content)
    relist(folder)


def _changed_byte(folder: Path) -> None:
    path = folder / "adapter_model.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))


def _truncated(folder: Path) -> None:
    path = folder / "adapter_model.safetensors"
    path.write_bytes(path.read_bytes()[:-3])


def _truncated_and_relisted(folder: Path) -> None:
    _truncated(folder)
    relist(folder)


def _path_trick(folder: Path) -> None:
    (folder.parent / "outside.json").write_text("{}", encoding="utf-8")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    files = {**manifest["files"], "../outside.json": {"bytes": 2, "sha256": "x"}}
    rewrite_manifest(folder, files=files)


def _absolute_path(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    rewrite_manifest(folder, files={**manifest["files"], "/etc/passwd.txt": {}})


def _link_to_outside(folder: Path) -> None:
    outside = folder.parent / "outside.json"
    outside.write_text('{"peft_type": "LORA"}', encoding="utf-8")
    (folder / "adapter_config.json").unlink()
    (folder / "adapter_config.json").symlink_to(outside)
    relist(folder)


def _sparse(folder: Path) -> None:
    path = folder / "adapter_model.safetensors"
    with path.open("r+b") as file:
        file.truncate(10 * 2**30)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"][path.name]["bytes"] = 10 * 2**30
    rewrite_manifest(folder, files=manifest["files"])


def _huge_header(folder: Path) -> None:
    content = (2**62).to_bytes(8, "little") + b"{}"
    (folder / "adapter_model.safetensors").write_bytes(content)
    relist(folder)


def _overlapping_tensors(folder: Path) -> None:
    header = json.dumps({"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}}).encode()
    content = len(header).to_bytes(8, "little") + header + b"12345678"
    (folder / "adapter_model.safetensors").write_bytes(content)
    relist(folder)


def _remote_code(folder: Path) -> None:
    config = {"peft_type": "LORA", "auto_mapping": {"base_model_class": "os.system"}}
    (folder / "adapter_config.json").write_text(json.dumps(config), encoding="utf-8")
    relist(folder)


def _python_file(folder: Path) -> None:
    (folder / "modeling_evil.py").write_text("boom = 1\n", encoding="utf-8")
    relist(folder)


def _unlisted_file(folder: Path) -> None:
    (folder / "extra.json").write_text("{}", encoding="utf-8")


def _other_name(folder: Path) -> None:
    rewrite_manifest(folder, name="climb-2026.11.9")


def _no_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def _deep_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("[" * 100_000, encoding="utf-8")


def _wrong_base(folder: Path) -> None:
    rewrite_manifest(folder, base={**BASE, "weights": "x" * 64})


def _wrong_tokenizer(folder: Path) -> None:
    rewrite_manifest(folder, base={**BASE, "tokenizer": "x" * 64})


def _nameless_base(folder: Path) -> None:
    rewrite_manifest(folder, base={})


HOSTILE = (
    _pickle,
    _pickle_named_safetensors,
    _changed_byte,
    _truncated,
    _truncated_and_relisted,
    _path_trick,
    _absolute_path,
    _link_to_outside,
    _sparse,
    _huge_header,
    _overlapping_tensors,
    _remote_code,
    _python_file,
    _unlisted_file,
    _other_name,
    _no_manifest,
    _deep_manifest,
    _wrong_base,
    _wrong_tokenizer,
    _nameless_base,
)


@pytest.mark.parametrize("spoil", HOSTILE, ids=lambda spoil: spoil.__name__.strip("_"))
def test_hostile_adapter_is_refused_and_runs_nothing(
    home: Path, spoil: Callable[[Path], None]
) -> None:
    folder = version(home)
    _writable(folder)
    spoil(folder)
    with pytest.raises(AdapterRefusedError):
        AdapterStore(home).checked("climb-2026.11.0", BASE)
    assert not (folder.parent / "boom").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../climb-2026.11.0",
        "climb-2026.11.0/..",
        "climb-2026.13.0",
        "",
        "/etc",
        "climb-2026.11.0\n",
    ],
)
def test_name_that_is_none_is_refused_before_the_disk_is_touched(home: Path, name: str) -> None:
    with pytest.raises(AdapterRefusedError):
        AdapterStore(home).checked(name, BASE)


@pytest.mark.parametrize("content", ["../../etc\n", "climb-2026.11.0/../x", "\x00", "🧗"])
def test_forged_pointer_means_no_adapter(home: Path, content: str) -> None:
    (home / ADAPTERS / "current").write_text(content, encoding="utf-8")
    assert AdapterStore(home).current_name() == ""


def test_promote_refuses_a_damaged_version_and_keeps_the_current_one(home: Path) -> None:
    register(home, write_run(home / "run2"), NANO, GOOD, DAY)
    promote(home, "climb-2026.11.0")
    damaged = home / ADAPTERS / "climb-2026.11.1"
    _writable(damaged)
    _changed_byte(damaged)
    with pytest.raises(AdapterRefusedError, match="refused"):
        promote(home, "climb-2026.11.1")
    assert AdapterStore(home).current_name() == "climb-2026.11.0"


def test_sound_adapter_with_several_tensors_passes(home: Path) -> None:
    folder = version(home)
    _writable(folder)
    content = safetensors({"lora_A": b"1234", "lora_B": b"56789012"})
    (folder / "adapter_model.safetensors").write_bytes(content)
    relist(folder)
    assert AdapterStore(home).checked("climb-2026.11.0", BASE).name == "climb-2026.11.0"
