"""A blind A/B sheet for a person: two answers in random order, the key in a file of its own."""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from finetune.evaluate.heldout import HeldOut

COLUMNS = ("id", "問題", "A", "B", "哪個比較像岩友說話（A/B/一樣）", "備註")


def write_sheet(
    folder: Path, held: Sequence[HeldOut], first: Sequence[str], second: Sequence[str], seed: int
) -> tuple[Path, Path]:
    """The sheet and its key (which side is the first voice), as CSV that a spreadsheet opens."""
    rng = Random(seed)  # noqa: S311 - shuffling
    folder.mkdir(parents=True, exist_ok=True)
    sheet, key = folder / "ab-sheet.csv", folder / "ab-key.csv"
    rows, sides = [], []
    for one, left, right in zip(held, first, second, strict=True):
        swapped = rng.random() < 0.5
        shown = (right, left) if swapped else (left, right)
        rows.append((one.example.id, one.example.question, *map(_cell, shown), "", ""))
        sides.append((one.example.id, "B" if swapped else "A"))
    _write(sheet, COLUMNS, rows)
    _write(key, ("id", "第一個聲音是"), sides)
    return sheet, key


def _cell(text: str) -> str:
    """The text, never a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text


def _write(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
