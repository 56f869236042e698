"""A run from top to bottom: seed, data, model, trainer, train, save; the manifest is last."""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import time
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from bot.prompts import PROMPT_VERSION
from finetune.config import Recipe
from finetune.dataset import read_data
from finetune.errors import DataError, RunError
from finetune.train.backends import BackendName

if TYPE_CHECKING:
    from collections.abc import Callable

    from finetune.dataset import DataFolder
    from finetune.train.backends import Loaded
    from finetune.train.stopping import Watch
    from finetune.train.tokens import Encoded

ADAPTER: Final = "adapter"
MANIFEST: Final = "manifest.json"
CHECKPOINTS: Final = "checkpoints"
WATCHED: Final = "watch.json"
_PACKAGES: Final = (
    "torch",
    "transformers",
    "trl",
    "peft",
    "accelerate",
    "datasets",
    "tokenizers",
    "unsloth",
    "unsloth_zoo",
    "bitsandbytes",
)


@dataclass(frozen=True, slots=True)
class TrainPlan:
    """One run."""

    recipe: Recipe
    data: Path
    base: Path
    out: Path
    backend: BackendName = "unsloth"
    resume: bool = False


def train(
    plan: TrainPlan,
    measure: Callable[[Loaded], dict[str, float]],
    say: Callable[[str], None],
) -> dict[str, Any]:
    """Train and write the run folder; what comes back is its manifest.

    Args:
        plan: What is trained on what.
        measure: Scores of held-out prompts with the adapter as it is now.
        say: Where progress goes.

    Raises:
        DataError: When the data folder is not complete.
        RunError: When the run folder cannot be used.
    """
    from finetune.train.environment import prepare_environment  # noqa: PLC0415

    _prepare_folder(plan)
    prepare_environment(plan.out, offline=True)
    from finetune.train.backends import load_backend  # noqa: PLC0415
    from finetune.train.stopping import Watch  # noqa: PLC0415

    data = read_data(plan.data)
    _check_style(data, plan.recipe)
    started = time.monotonic()
    loaded = load_backend(plan.backend, plan.base, plan.recipe)
    from finetune.train.tokens import encode_rows  # noqa: PLC0415

    limit = plan.recipe.training.max_length
    rows = data.rows["train"][: plan.recipe.data.limit or None]
    encoded = encode_rows(rows, loaded.tokenizer, limit)
    if not encoded.examples:
        raise DataError((f"{plan.data}：沒有放得進 {limit} 個 token 的例子",))
    say(f"{len(encoded.examples)} 個例子，{encoded.tokens} token，其中 {encoded.counted} 算進 loss")
    watch = Watch(plan.recipe.training.patience)
    result = _fit(plan, loaded, encoded, watch, measure, say)
    shutil.copyfile(plan.data / "manifest.json", plan.out / "data.json")
    manifest = _manifest(plan, data, encoded, watch, result, time.monotonic() - started)
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (plan.out / MANIFEST).write_text(text, encoding="utf-8")
    return manifest


def _fit(
    plan: TrainPlan,
    loaded: Loaded,
    encoded: Encoded,
    watch: Watch,
    measure: Callable[[Loaded], dict[str, float]],
    say: Callable[[str], None],
) -> dict[str, float]:
    from datasets import Dataset  # noqa: PLC0415
    from trl import SFTTrainer  # noqa: PLC0415

    from finetune.train.stopping import Progress, Stopper  # noqa: PLC0415
    from finetune.train.tokens import Padding  # noqa: PLC0415

    def measured() -> dict[str, float]:
        with loaded.inferring():
            scores = measure(loaded)
        said = "、".join(f"{name} {value:.1%}" for name, value in scores.items())
        say(f"驗證：{said}")
        return scores

    def save() -> None:
        loaded.model.save_pretrained(str(plan.out / ADAPTER), safe_serialization=True)
        loaded.tokenizer.save_pretrained(str(plan.out / ADAPTER))

    checkpoint = _last_checkpoint(plan.out) if plan.resume else None
    kept = plan.out / CHECKPOINTS / WATCHED
    kept.parent.mkdir(exist_ok=True)
    if checkpoint is not None:
        watch.recall(kept, _step_of(checkpoint))
    every = plan.recipe.training.evaluate_every
    trainer = SFTTrainer(
        model=loaded.model,
        processing_class=loaded.tokenizer,
        train_dataset=Dataset.from_list(encoded.examples),
        args=_arguments(plan),
        data_collator=Padding(loaded.tokenizer.pad_token_id),
        callbacks=[
            Stopper(watch, every, measured, save, kept),
            Progress(plan.out / "log.jsonl", say),
        ],
    )
    outcome = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    shutil.rmtree(plan.out / CHECKPOINTS, ignore_errors=True)
    return {
        "steps": float(trainer.state.global_step),
        "loss": float(outcome.training_loss),
        "train_seconds": float(outcome.metrics["train_runtime"]),
        "parameters": float(sum(one.numel() for one in loaded.model.parameters())),
    }


def _arguments(plan: TrainPlan) -> Any:
    import torch  # noqa: PLC0415
    from trl import SFTConfig  # noqa: PLC0415

    training = plan.recipe.training
    return SFTConfig(
        output_dir=str(plan.out / CHECKPOINTS),
        num_train_epochs=training.epochs,
        max_steps=training.max_steps,
        per_device_train_batch_size=training.batch,
        gradient_accumulation_steps=training.accumulation,
        learning_rate=training.learning_rate,
        lr_scheduler_type=training.schedule,
        warmup_steps=training.warmup,
        weight_decay=training.weight_decay,
        max_length=training.max_length,
        packing=False,
        dataset_kwargs={"skip_prepare_dataset": True},
        remove_unused_columns=False,
        logging_steps=10,
        save_strategy="steps",
        save_steps=training.evaluate_every,
        save_total_limit=2,
        report_to="none",
        seed=training.seed,
        data_seed=training.seed,
        bf16=training.precision == "bf16" and torch.cuda.is_available(),
        gradient_checkpointing=False,
        disable_tqdm=True,
        dataloader_pin_memory=torch.cuda.is_available(),
    )


def _prepare_folder(plan: TrainPlan) -> None:
    """A fresh folder, or one with a checkpoint to go on from."""
    if plan.resume:
        _last_checkpoint(plan.out)
        return
    if plan.out.exists() and any(plan.out.iterdir()):
        raise RunError(
            f"{plan.out} is not empty",
            f"{plan.out} 已經有東西，換一個 --out，或用 --resume 接著跑。",
        )
    plan.out.mkdir(parents=True, exist_ok=True)
    recipe = yaml.safe_dump(plan.recipe.model_dump(mode="json"), allow_unicode=True)
    (plan.out / "recipe.yaml").write_text(recipe, encoding="utf-8")


def _last_checkpoint(out: Path) -> Path:
    every = (out / CHECKPOINTS).glob("checkpoint-*")
    # the trainer writes its state last: a folder without it was cut off
    found = sorted((one for one in every if (one / "trainer_state.json").is_file()), key=_step_of)
    if not found:
        raise RunError(f"nothing to resume in {out}", f"{out} 沒有可以接著跑的進度。")
    return found[-1]


def _step_of(checkpoint: Path) -> int:
    return int(checkpoint.name.rpartition("-")[2])


def _check_style(data: DataFolder, recipe: Recipe) -> None:
    if data.manifest.get("style") != recipe.data.style:
        raise DataError(
            (f"資料的提示是 {data.manifest.get('style')}，配方要的是 {recipe.data.style}",)
        )


def _manifest(
    plan: TrainPlan,
    data: DataFolder,
    encoded: Encoded,
    watch: Watch,
    result: dict[str, float],
    seconds: float,
) -> dict[str, Any]:
    from bot.model.adapters import base_identity  # noqa: PLC0415

    base = plan.recipe.base
    return {
        "recipe": plan.recipe.model_dump(mode="json"),
        "backend": plan.backend,
        "code": _git_revision(),
        "data": {"sha256": data.hash, **data.manifest},
        "base": base_identity(plan.base, base.id, base.revision),
        "style": plan.recipe.data.style,
        "prompt_version": PROMPT_VERSION,
        "versions": _versions(),
        "python": platform.python_version(),
        "examples": len(encoded.examples),
        "too_long": encoded.too_long,
        "tokens": encoded.tokens,
        "result": result,
        "seconds": seconds,
        "best": {"step": watch.best_step, "signal": watch.best},
        "history": watch.history,
        "overfit": 0 < result["loss"] < plan.recipe.training.stop_loss_below,
    }


def _versions() -> dict[str, str]:
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _git_revision() -> str:
    root = Path(__file__).resolve().parents[2]
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run(  # noqa: S603 - fixed arguments
        [git, "-C", str(root), "rev-parse", "HEAD"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
