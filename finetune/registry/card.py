"""The model card of a version: what it is, how it was made, how it did, what it must not be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from finetune.evaluate import METRICS

if TYPE_CHECKING:
    from datetime import date

    from finetune.config import Recipe
    from finetune.registry.gates import Measured


def model_card(
    name: str, recipe: Recipe, manifest: dict[str, Any], measured: Measured, day: date
) -> str:
    """The card in Markdown."""
    rows = [
        f"| {key} | {words} | {_percent(measured.base.get(key))} "
        f"| {_percent(measured.adapter.get(key))} |"
        for key, words in METRICS.items()
        if key in measured.adapter
    ]
    versions = "、".join(f"{package} {one}" for package, one in manifest["versions"].items())
    return "\n".join(
        [
            f"# {name}",
            "",
            "岩友的聲音（LoRA）。只學怎麼說，不學事實：訓練資料的岩場、路線、岩館全是編的。",
            *(["", "**測試用的儀器，不是能用的模型。**"] if recipe.base.id == "nano" else []),
            "",
            f"- 日期：{day.isoformat()}",
            f"- 基底：{manifest['base']['id']} {manifest['base']['revision']}"
            f"（授權：{recipe.base.licence}）",
            f"- 配方：{recipe.name}；後端：{manifest['backend']}；提示：{manifest['style']}",
            f"- 資料：sha256 {manifest['data']['sha256'][:16]}，{manifest['examples']} 個例子",
            f"- 程式：{manifest['code'][:12]}；{versions}",
            "",
            f"| 指標 | 意思 | 基底 | 加上 LoRA（{measured.examples} 題） |",
            "|---|---|---|---|",
            *rows,
            "",
            "限制：只在岩友的提示裡用；答案要過查核器才給人看；不判斷安全。",
            "",
        ]
    )


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
