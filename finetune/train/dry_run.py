"""A recipe checked against a real base without its weights: shapes, targets, memory, tokens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from finetune.config import RECIPES
from finetune.dataset import read_data
from finetune.errors import MissingStackError, RunError

if TYPE_CHECKING:
    from pathlib import Path

    from finetune.config import Recipe

GIB: Final = 2**30
_ADAM_BYTES: Final = 12
"""Of each trained parameter: fp32 weight copy and two moments."""
_ACTIVATION_BYTES: Final = 2
_CHECKPOINT_FACTOR: Final = 4
"""Live copies of one layer's activations under gradient checkpointing."""
_CHARS_PER_TOKEN: Final = 1.0
"""Chinese: about one token a character with the bases of the recipes; an upper bound."""


@dataclass(frozen=True, slots=True)
class DryRun:
    """What a dry run found."""

    text: str
    ok: bool


def dry_run(recipe: Recipe, data: Path | None) -> DryRun:
    """Build the architecture on the meta device and count.

    Raises:
        RunError: When the recipe names no architecture.
        MissingStackError: Without Transformers.
    """
    model = _meta_model(recipe)
    total = sum(one.numel() for one in model.parameters())
    targets, missing = _targets(model, recipe)
    trained = sum(recipe.lora.rank * (one.in_features + one.out_features) for one in targets)
    memory = _memory(recipe, model.config, total, trained)
    lines = [
        f"配方 {recipe.name}：{recipe.base.id}（{type(model).__name__}）",
        f"授權 {recipe.base.licence}"
        + ("" if recipe.base.licence_checked else "（還沒有人對過模型頁，用之前請自己確認）"),
        f"參數 {total / 1e9:.2f} B；LoRA 掛在 {len(targets)} 個矩陣，訓練 {trained / 1e6:.1f} M",
        f"估計顯存 {sum(memory.values()):.1f} GiB："
        + "、".join(f"{name} {value:.1f}" for name, value in memory.items()),
        *([f"找不到 target：{'、'.join(missing)}"] if missing else []),
        *_data_lines(recipe, data),
        "以上是估計，沒有用到權重，也沒有量過。",
    ]
    return DryRun("\n".join(lines), ok=not missing)


def _meta_model(recipe: Recipe) -> Any:
    try:
        import torch  # noqa: PLC0415
        from transformers import AutoConfig, AutoModelForCausalLM  # noqa: PLC0415
    except ImportError as error:
        raise MissingStackError("transformers") from error
    path = RECIPES / "architectures" / recipe.base.architecture
    if not recipe.base.architecture or not path.is_file():
        raise RunError("no architecture", f"配方 {recipe.name} 沒有附架構檔，不能空跑。")
    settings = json.loads(path.read_text(encoding="utf-8"))
    config = AutoConfig.for_model(settings.pop("model_type"), **settings)
    with torch.device("meta"):
        return AutoModelForCausalLM.from_config(config)


def _targets(model: Any, recipe: Recipe) -> tuple[list[Any], list[str]]:
    """The linear layers that the LoRA goes on, and target names that match none."""
    from torch.nn import Linear  # noqa: PLC0415

    found = [
        (name.rsplit(".", 1)[-1], module)
        for name, module in model.named_modules()
        if isinstance(module, Linear) and name.rsplit(".", 1)[-1] in recipe.lora.targets
    ]
    names = {name for name, _ in found}
    return [module for _, module in found], [t for t in recipe.lora.targets if t not in names]


def _memory(recipe: Recipe, config: Any, total: int, trained: int) -> dict[str, float]:
    """GiB by part; the logits of a large vocabulary weigh more than the layers."""
    text = getattr(config, "text_config", config)
    training = recipe.training
    weight = 0.6 if training.four_bit else 2.0 if training.precision == "bf16" else 4.0
    tokens = training.batch * training.max_length
    layers = text.num_hidden_layers * tokens * text.hidden_size * _ACTIVATION_BYTES
    live = _CHECKPOINT_FACTOR * tokens * (text.hidden_size + text.intermediate_size) * 2
    logits = tokens * text.vocab_size * (_ACTIVATION_BYTES + 4)
    return {
        "權重": total * weight / GIB,
        "LoRA 與 Adam": trained * _ADAM_BYTES / GIB,
        "活化": (layers + live) / GIB,
        "logits": logits / GIB,
    }


def _data_lines(recipe: Recipe, data: Path | None) -> list[str]:
    if data is None:
        return ["沒有建好的資料，token 沒算（先 data build）。"]
    rows = read_data(data).rows.get("train", [])[: recipe.data.limit or None]
    sizes = [sum(len(one["content"]) for one in row["messages"]) for row in rows]
    long = sum(size > recipe.training.max_length for size in sizes)
    batch = recipe.training.batch * recipe.training.accumulation
    steps = -(-len(rows) // batch) * recipe.training.epochs
    millions = sum(sizes) * _CHARS_PER_TOKEN / 1e6
    return [
        f"資料 {len(rows)} 個例子，約 {millions:.2f} M token（一字算一個），"
        f"超過 {recipe.training.max_length} 的 {long} 個；每批 {batch}，約 {steps:.0f} 步",
    ]
