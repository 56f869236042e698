"""The whole way on a CPU, through Unsloth and through TRL, with real weights made here.

nano base → data → LoRA → evaluate → register → promote → the bot answers in the format →
rollback → it does not. Everything runs as a user runs it: by its command, in its own process.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from finetune.train.backends import BACKENDS
from tests.finetune.commands import run

HELD_OUT = "40"

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(3000),
    pytest.mark.skipif(find_spec("torch") is None, reason="the training stack is not installed"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder for everything that is made."""
    return tmp_path_factory.mktemp("training")


@pytest.fixture(scope="module")
def base(home: Path) -> Path:
    """The nano base, quick profile."""
    return Path(run("nano", "--profile", "quick", "--data-dir", str(home)).splitlines()[-1])


@pytest.fixture(scope="module")
def data(home: Path) -> Path:
    """Training data of the nano recipe."""
    out = home / "data"
    run("data", "build", "--recipe", "nano", "--out", str(out))
    assert run("data", "validate", "--data", str(out)).strip() == "沒有問題"
    return out


@pytest.fixture(scope="module", params=BACKENDS)
def trained(request: pytest.FixtureRequest, home: Path, base: Path, data: Path) -> Path:
    """A finished and evaluated run of one backend."""
    if find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    out = home / f"run-{request.param}"
    common = ("--data", str(data), "--base", str(base))
    run("train", "--recipe", "nano", "--backend", request.param, "--out", str(out), *common)
    run("evaluate", str(out), "--limit", HELD_OUT, "--batch", "20", "--probe", "20", *common)
    return out


def test_both_backends_write_the_same_files(trained: Path) -> None:
    names = {path.name for path in trained.iterdir()}
    assert names == {
        "adapter",
        "data.json",
        "evaluation.json",
        "log.jsonl",
        "manifest.json",
        "recipe.yaml",
    }
    adapter = {path.name for path in (trained / "adapter").iterdir()}
    assert {"adapter_model.safetensors", "adapter_config.json", "tokenizer.json"} <= adapter
    assert not [name for name in adapter if name.endswith((".bin", ".pt", ".pkl"))]
    manifest = json.loads((trained / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["base"]["weights"]
    assert manifest["base"]["tokenizer"]
    assert manifest["versions"]["trl"] == "1.14.2"
    assert manifest["result"]["steps"] > 0


def test_format_is_learned_and_copying_is_not_lost(trained: Path) -> None:
    told = json.loads((trained / "evaluation.json").read_text(encoding="utf-8"))
    assert told["examples"] >= 30
    assert told["base"]["format"] <= 0.05
    assert told["adapter"]["format"] >= 0.90
    assert told["adapter"]["copied"] >= told["base"]["copied"] - 0.02
    assert told["memorised"] == []


def test_promoted_adapter_answers_in_format_and_rollback_ends_it(
    trained: Path, base: Path, home: Path, tmp_path: Path
) -> None:
    own = tmp_path / "bot"
    name = run("register", str(trained), "--data-dir", str(own)).strip()
    settings: dict[str, Any] = {
        "YANYOU_MODEL_BASE": str(base),
        "YANYOU_MODEL_STYLE": "compact",
        "YANYOU_MODEL_TIMEOUT": "120",
    }
    check = ("model", "check", "--data-dir", str(own))
    before = run(*check, module="bot", **settings)
    assert f"回答的是：{base.name}" in before
    assert "推薦格式：不合" in before
    run("promote", name, "--data-dir", str(own))
    after = run(*check, module="bot", **settings)
    assert f"回答的是：{name}" in after
    assert "推薦格式：完整" in after
    run("rollback", "--data-dir", str(own))
    again = run(*check, module="bot", **settings)
    assert f"回答的是：{base.name}" in again
    assert "推薦格式：不合" in again
