"""Measured tables in a page, each between two marks, with the command that made them beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from finetune.errors import RunError

if TYPE_CHECKING:
    from pathlib import Path


def write_results(page: Path, title: str, command: str, facts: str, tables: list[str]) -> None:
    """Put the tables where the page keeps a place for this title; all else stays as it is.

    Raises:
        RunError: When the page has no such place.
    """
    before, after = around_place(page, title)
    body = "\n\n".join([f"```sh\n{command}\n```", facts, *tables])
    page.write_text(f"{before}\n\n{body}\n\n{after}", encoding="utf-8")


def around_place(page: Path, title: str) -> tuple[str, str]:
    """What stands before and behind the place of this title, with its marks.

    Raises:
        RunError: When there is no such page or place.
    """
    start, end = f"<!-- measured: {title} -->", "<!-- end -->"
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    before, found, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise RunError(f"no place for {title}", f"{page} 裡沒有「{start}」到「{end}」的位置。")
    return before + start, end + after


def run_facts(run: Path, base: Path) -> str:
    """One paragraph on what was measured: the base as it was made, and the run."""
    manifest = json.loads((run / "manifest.json").read_text(encoding="utf-8"))
    result, versions = manifest["result"], manifest["versions"]
    listed = "、".join(f"{name} {versions[name]}" for name in sorted(versions))
    return (
        f"{_base_facts(base)}LoRA：{manifest['backend']}，{result['steps']:.0f} 步，"
        f"{manifest['examples']} 個例子，{result['train_seconds']:.0f} 秒，"
        f"最好的在第 {manifest['best']['step']} 步。Python {manifest['python']}、{listed}。"
    )


def _base_facts(base: Path) -> str:
    path = base / "nano.json"
    if not path.is_file():
        return f"基底：{base.name}。"
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    measured = told["measured"]
    return (
        f"基底：nano（測試用的儀器，不是能用的模型）{told['profile']['name']}，"
        f"{told['parameters']:,} 個參數，{measured['tokens']:,.0f} token，"
        f"{measured['cpu_seconds']:.0f} CPU 秒。"
    )
