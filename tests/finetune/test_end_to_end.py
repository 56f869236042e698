"""The whole way on a CPU, through Unsloth and through TRL, with real weights made here.

nano base → data → LoRA → evaluate → register → promote → the bot answers in the format →
rollback → it does not. Everything runs as a user runs it: by its command, in its own process,
two at a time with one thread each, so that the weights do not depend on how many cores there are.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from bot.rendering import parse_recommendation
from finetune.train.backends import BACKENDS, BackendName

ROOT = Path(__file__).resolve().parents[2]
ONE_THREAD = {"OMP_NUM_THREADS": "1"}
HELD_OUT = "60"

pytestmark = [
    pytest.mark.soak,
    pytest.mark.training,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(find_spec("torch") is None, reason="the training stack is not installed"),
]


@dataclass(frozen=True, slots=True)
class Made:
    """What both backends start from."""

    home: Path
    base: Path
    data: Path

    @property
    def common(self) -> tuple[str, ...]:
        return ("--data", str(self.data), "--base", str(self.base))

    def run_of(self, backend: BackendName) -> Path:
        return self.home / f"run-{backend}"


def run(*arguments: str, module: str = "finetune", **settings: str) -> str:
    """The output of a command that must succeed."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{arguments}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The nano base (quick profile) and the training data of its recipe."""
    home = tmp_path_factory.mktemp("training")
    data = home / "data"
    with ThreadPoolExecutor(2) as pool:
        base = pool.submit(run, "nano", "--profile", "quick", "--data-dir", str(home))
        pool.submit(run, "data", "build", "--recipe", "nano", "--out", str(data)).result()
        return Made(home, Path(base.result().splitlines()[-1]), data)


@pytest.fixture(scope="module")
def installed(made: Made) -> tuple[BackendName, ...]:
    """The backends that are here, each with a trained and evaluated run, made side by side."""
    found = tuple(one for one in BACKENDS if find_spec(one) is not None)
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(_train_and_evaluate, made, one) for one in found]:
            done.result()
    return found


def _train_and_evaluate(made: Made, backend: BackendName) -> None:
    out = str(made.run_of(backend))
    run("train", "--recipe", "nano", "--backend", backend, "--out", out, *made.common)
    run("evaluate", out, "--limit", HELD_OUT, "--batch", "20", "--probe", "20", *made.common)


@pytest.fixture(params=BACKENDS)
def trained(request: pytest.FixtureRequest, made: Made, installed: tuple[BackendName, ...]) -> Path:
    """The run of one backend."""
    if request.param not in installed:
        pytest.skip(f"{request.param} is not installed")
    return made.run_of(request.param)


def test_data_that_was_built_holds(made: Made) -> None:
    assert run("data", "validate", "--data", str(made.data)).strip() == "沒有問題"


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
    assert told["examples"] >= 50
    assert told["base"]["format"] <= 0.05
    assert told["adapter"]["format"] >= 0.90
    assert told["adapter"]["copied"] >= max(0.90, told["base"]["copied"] - 0.02)
    assert told["adapter"]["grounding"] >= max(0.80, told["base"]["grounding"])
    assert told["memorised"] == []


def test_promoted_adapter_answers_in_format_and_rollback_ends_it(
    trained: Path, made: Made, tmp_path: Path
) -> None:
    version = run("register", str(trained), "--data-dir", str(tmp_path)).strip()
    arguments = (str(tmp_path), version, str(made.base), str(made.data))
    before, promoted, after = json.loads(
        run(*arguments, module="tests.finetune.swapping_process").splitlines()[-1]
    )
    assert before["name"] == after["name"] == made.base.name
    assert promoted["name"] == version
    assert kept(before) <= 0.05
    assert kept(promoted) >= 0.90
    assert after["answers"] == before["answers"]
    # through the voice: what the base says is never shown, what the adapter says is
    assert set(before["outcomes"]) == set(after["outcomes"]) == {"kept"}
    assert before["texts"] == before["rendered"]
    assert "spoken" in promoted["outcomes"]


def kept(phase: dict[str, Any]) -> float:
    """Share of the answers that keep the format."""
    return sum(parse_recommendation(one).ok for one in phase["answers"]) / len(phase["answers"])
