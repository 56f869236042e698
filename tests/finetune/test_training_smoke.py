"""Every step of a training run on a CPU, through both backends, with hardly any training.

What is learned is the business of test_end_to_end; here the steps fit together and the files are
the same. Everything runs by its command, in its own process.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from finetune.config import RECIPES
from finetune.train.backends import BACKENDS
from tests.finetune.commands import ROOT, run

pytestmark = [
    pytest.mark.training,
    pytest.mark.timeout(600),
    pytest.mark.skipif(find_spec("torch") is None, reason="the training stack is not installed"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a base, data and a recipe that takes six steps."""
    home = tmp_path_factory.mktemp("smoke")
    raw = yaml.safe_load((RECIPES / "nano.yaml").read_text(encoding="utf-8"))
    raw["training"] |= {"max_steps": 9, "batch": 4, "evaluate_every": 3, "evaluate_on": 2}
    raw["data"] |= {"per_exemplar": 2, "worlds": [2, 1, 1], "limit": 24}
    raw["max_new_tokens"] = 24
    raw["gates"] |= {"format": 0.0, "terms": 0.0, "copied_drop": 1.0, "grounding_drop": 1.0}
    (home / "recipe.yaml").write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    run("nano", "--profile", "smoke", "--data-dir", str(home))
    recipe = str(home / "recipe.yaml")
    run("data", "build", "--recipe", recipe, "--out", str(home / "data"), "--keep-going")
    return home


def base_of(home: Path) -> str:
    return str(next((home / "bases").iterdir()))


def training(home: Path, backend: str, out: Path) -> tuple[str, ...]:
    recipe, data = str(home / "recipe.yaml"), str(home / "data")
    common = ("--recipe", recipe, "--data", data, "--base", base_of(home), "--out", str(out))
    return ("train", *common, "--backend", backend)


def train(home: Path, backend: str) -> Path:
    """A finished run of the backend; made once."""
    out = home / f"run-{backend}"
    if not (out / "manifest.json").exists():
        run(*training(home, backend, out))
    return out


def kill_after_measurements(count: int, *arguments: str) -> None:
    """Start the command and kill it as soon as it has told so many measurements."""
    command = [sys.executable, "-m", "finetune", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as going:  # noqa: S603
        assert going.stdout is not None
        for line in going.stdout:
            count -= line.startswith("驗證：")
            if not count:
                break
        going.kill()
    assert going.returncode == -signal.SIGKILL


@pytest.mark.parametrize("backend", BACKENDS)
def test_backend_trains_and_writes_the_same_files(home: Path, backend: str) -> None:
    if find_spec(backend) is None:
        pytest.skip(f"{backend} is not installed")
    out = train(home, backend)
    names = {path.name for path in out.iterdir()}
    assert names == {"adapter", "data.json", "log.jsonl", "manifest.json", "recipe.yaml"}
    adapter = {path.name for path in (out / "adapter").iterdir()}
    assert {"adapter_model.safetensors", "adapter_config.json", "tokenizer.json"} <= adapter
    assert not [name for name in adapter if name.endswith((".bin", ".pt", ".pkl"))]
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["result"]["steps"] == 9
    assert manifest["base"]["weights"]
    assert manifest["base"]["tokenizer"]
    assert (
        manifest["data"]["sha256"]
        == json.loads((home / "data" / "manifest.json").read_text(encoding="utf-8"))["sha256"]
    )
    assert [row["step"] for row in manifest["history"]] == [3, 6, 9]


def test_killed_run_goes_on_to_the_same_adapter(home: Path) -> None:
    whole, cut = train(home, "trl"), home / "run-cut"
    kill_after_measurements(2, *training(home, "trl", cut))
    assert not (cut / "manifest.json").exists()
    assert "已經有東西" in run(*training(home, "trl", cut), code=1)
    run(*training(home, "trl", cut), "--resume")
    name = Path("adapter", "adapter_model.safetensors")
    assert (cut / name).read_bytes() == (whole / name).read_bytes()
    told, expected = (json.loads((one / "manifest.json").read_text()) for one in (cut, whole))
    assert told["history"] == expected["history"]
    assert told["best"] == expected["best"]
    assert {path.name for path in cut.iterdir()} == {path.name for path in whole.iterdir()}


@pytest.mark.soak
def test_run_is_evaluated_registered_served_and_rolled_back(home: Path) -> None:
    out = train(home, "trl")
    told = run(
        *("evaluate", str(out), "--data", str(home / "data"), "--base", base_of(home)),
        *("--limit", "4", "--probe", "2", "--ablation", "--sheet", str(home / "sheet")),
    )
    assert "基底＋LoRA，不查資料" in told
    assert "程式排的答案" in told
    assert (home / "sheet" / "ab-sheet.csv").is_file()
    bot = home / "bot"
    registered = run("register", str(out), "--data-dir", str(bot), "--today", "2026-11-28")
    name = registered.strip().splitlines()[-1]
    assert name == "climb-2026.11.0"
    run("promote", name, "--data-dir", str(bot))
    settings: dict[str, Any] = {
        "YANYOU_MODEL_BASE": base_of(home),
        "YANYOU_MODEL_TIMEOUT": "120",
        "YANYOU_MODEL_MAX_TOKENS": "24",
    }
    check = ("model", "check", "--data-dir", str(bot))
    # a base that learned nothing may answer nothing; which version is loaded is told all the same
    assert f"版本：{name}" in run(*check, module="bot", code=None, **settings)
    assert "退回 只有基底" in run("rollback", "--data-dir", str(bot))
    base = Path(base_of(home)).name
    assert f"版本：{base}" in run(*check, module="bot", code=None, **settings)


def test_run_folder_is_not_overwritten(home: Path) -> None:
    out = home / "taken"
    out.mkdir(exist_ok=True)
    (out / "something").touch()
    common = ("--data", str(home / "data"), "--base", base_of(home), "--out", str(out))
    recipe = str(home / "recipe.yaml")
    assert "已經有東西" in run("train", "--recipe", recipe, *common, "--backend", "trl", code=1)
