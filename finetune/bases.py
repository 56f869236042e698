"""A base of a folder as Transformers loads it: once for training, once for asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from finetune.config import Recipe


def load_base(base: Path, recipe: Recipe) -> tuple[Any, Any]:
    """The model in the recipe's precision, on the GPU where there is one, and its tokenizer."""
    import torch  # noqa: PLC0415
    from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415

    model = AutoModelForCausalLM.from_pretrained(
        base,
        local_files_only=True,
        use_safetensors=True,
        dtype=torch.bfloat16 if recipe.training.precision == "bf16" else torch.float32,
        device_map="cuda" if torch.cuda.is_available() else None,
    )
    return model, AutoTokenizer.from_pretrained(base, local_files_only=True)
