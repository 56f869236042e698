"""Other shapes of a version: the converters are called as they ask, and a bad one is told."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.model.adapters import AdapterRefusedError, AdapterStore, base_identity
from finetune.config import load_recipe
from finetune.errors import RunError
from finetune.export import CONVERTERS, export_gguf, server_settings
from finetune.registry import Measured, register
from tests.finetune.adapter_files import write_run

if TYPE_CHECKING:
    from pathlib import Path

MEASURED = Measured(adapter={"format": 1.0}, base={}, examples=1)
CONVERTER = """
import json, pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--outfile") + 1])
out.write_text(json.dumps(sys.argv[1:]))
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    folder.mkdir()
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def version(tmp_path: Path, base: Path) -> str:
    run = write_run(tmp_path / "run", base=base_identity(base))
    return register(tmp_path, run, load_recipe("nano"), MEASURED, date(2026, 11, 28))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Something with the converters of llama.cpp, which write down how they were called."""
    folder = tmp_path / "llama.cpp"
    folder.mkdir()
    for script in CONVERTERS.values():
        (folder / script).write_text(CONVERTER, encoding="utf-8")
    return folder


def test_base_and_lora_become_two_files(
    tmp_path: Path, base: Path, version: str, tree: Path
) -> None:
    whole, lora = export_gguf(tmp_path, version, base, tmp_path / "gguf", tree)
    assert json.loads(whole.read_text())[0] == str(base)
    called = json.loads(lora.read_text())
    assert called[0] == str(AdapterStore(tmp_path).root / version)
    assert called[1:3] == ["--base", str(base)]
    assert lora.name == f"{version}.gguf"
    assert json.loads((tmp_path / "gguf" / "yanyou.json").read_text())["version"] == version


def test_converter_that_is_missing_or_fails_is_told(
    tmp_path: Path, base: Path, version: str, tree: Path
) -> None:
    (tree / CONVERTERS["lora"]).write_text("raise SystemExit('no such tokenizer')")
    with pytest.raises(RunError) as caught:
        export_gguf(tmp_path, version, base, tmp_path / "gguf", tree)
    assert "no such tokenizer" in caught.value.reply
    (tree / CONVERTERS["base"]).unlink()
    with pytest.raises(RunError) as caught:
        export_gguf(tmp_path, version, base, tmp_path / "other", tree)
    assert "convert_hf_to_gguf.py" in caught.value.reply
    assert not (tmp_path / "other").exists()


def test_export_for_another_base_is_refused(
    tmp_path: Path, base: Path, version: str, tree: Path
) -> None:
    (base / "model.safetensors").write_text("other weights", encoding="utf-8")
    with pytest.raises(AdapterRefusedError):
        export_gguf(tmp_path, version, base, tmp_path / "gguf", tree)
    assert not (tmp_path / "gguf").exists()


def test_server_settings_name_the_version(tmp_path: Path, base: Path, version: str) -> None:
    info = AdapterStore(tmp_path).checked(version, base_identity(base))
    told = server_settings(info, str(base))
    assert f"--lora-modules {version}={info.folder}" in told
    assert f"--lora {version}.gguf" in told
    assert "transformers serve" in told
