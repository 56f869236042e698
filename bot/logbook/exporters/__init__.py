"""A member's log as a file: our own JSON and CSV, which lose nothing, and two that others may read.

No site documents that it takes its own export back, so the look-alikes promise nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.logbook.exporters import mountain_project, own, thecrag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.ascents import Ascent

ExportFormat = Literal["json", "csv", "mountain-project", "thecrag"]

FORMATS: dict[str, Callable[[Iterable[Ascent]], str]] = {
    "json": own.to_json,
    "csv": own.to_csv,
    "mountain-project": mountain_project.to_csv,
    "thecrag": thecrag.to_csv,
}
LOOK_ALIKES = frozenset({"mountain-project", "thecrag"})
"""Formats that do not carry everything."""


def export(ascents: Iterable[Ascent], format_: str) -> str:
    """The ascents as the text of a file."""
    return FORMATS[format_](ascents)


def as_file(text: str, format_: str) -> bytes:
    """The text as a file holds it: tables with the mark by which Excel knows UTF-8."""
    return text.encode("utf-8" if format_ == "json" else "utf-8-sig")


def file_name(format_: str) -> str:
    """What such a file is called."""
    if format_ in LOOK_ALIKES:
        return f"yanyou-log-{format_}.csv"
    return f"yanyou-log.{format_}"


__all__ = ["FORMATS", "LOOK_ALIKES", "ExportFormat", "as_file", "export", "file_name"]
