"""Two ways to put a LoRA on a base: Unsloth, and plain TRL with PEFT. Everything else is shared."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from finetune.bases import load_base
from finetune.errors import MissingStackError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from finetune.config import Recipe

BackendName = Literal["unsloth", "trl"]
BACKENDS: Final[tuple[BackendName, ...]] = get_args(BackendName)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A base with a fresh LoRA on it."""

    model: Any
    tokenizer: Any
    inferring: Callable[[], AbstractContextManager[None]]
    """Around every generation in the middle of training."""


def load_backend(name: BackendName, base: Path, recipe: Recipe) -> Loaded:
    """The base of a folder with the recipe's LoRA.

    Raises:
        MissingStackError: When the backend is not installed.
    """
    needed = ("unsloth", "trl", "peft") if name == "unsloth" else ("trl", "peft")
    for package in needed:
        if find_spec(package) is None:
            raise MissingStackError(package)
    return _unsloth(base, recipe) if name == "unsloth" else _trl(base, recipe)


def _unsloth(base: Path, recipe: Recipe) -> Loaded:
    import torch  # noqa: PLC0415
    from unsloth import FastLanguageModel  # noqa: PLC0415 - patches what is imported after it

    training = recipe.training
    model, tokenizer = FastLanguageModel.from_pretrained(
        str(base),
        max_seq_length=training.max_length,
        load_in_4bit=training.four_bit,
        dtype=torch.bfloat16 if training.precision == "bf16" else torch.float32,
        local_files_only=True,
    )
    model = FastLanguageModel.get_peft_model(
        model,
        r=recipe.lora.rank,
        lora_alpha=recipe.lora.alpha,
        lora_dropout=recipe.lora.dropout,
        target_modules=list(recipe.lora.targets),
        use_gradient_checkpointing="unsloth" if torch.cuda.is_available() else False,
        random_state=training.seed,
    )

    @contextmanager
    def inferring() -> Iterator[None]:
        FastLanguageModel.for_inference(model)
        try:
            yield
        finally:
            FastLanguageModel.for_training(model, use_gradient_checkpointing=False)

    return Loaded(model, tokenizer, inferring)


def _trl(base: Path, recipe: Recipe) -> Loaded:
    from peft import LoraConfig, get_peft_model  # noqa: PLC0415
    from transformers import set_seed  # noqa: PLC0415

    set_seed(recipe.training.seed)
    model, tokenizer = load_base(base, recipe)
    config = LoraConfig(
        r=recipe.lora.rank,
        lora_alpha=recipe.lora.alpha,
        lora_dropout=recipe.lora.dropout,
        target_modules=list(recipe.lora.targets),
        task_type="CAUSAL_LM",
    )
    model = get_peft_model(model, config)

    @contextmanager
    def inferring() -> Iterator[None]:
        model.eval()
        try:
            yield
        finally:
            model.train()

    return Loaded(model, tokenizer, inferring)
