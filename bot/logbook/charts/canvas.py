"""An empty picture for a phone in Discord's dark theme, and how words are put around it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.logbook.charts.fonts import drawable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PAPER, INK, FAINT, LINE = "#313338", "#F2F3F5", "#B5BAC1", "#4E5058"
_SIZE = (6.4, 5.4)
_DPI = 250
"""1600 by 1350 pixels: twice what a phone shows."""
_LEGEND_GAP = 0.03
_EPOCH = date(1970, 1, 1).toordinal()
"""Matplotlib counts days from here."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A figure and how words are written on it."""

    figure: Any
    axes: Any
    font: Any

    def words(self, size: float) -> Any:
        """The font in a size."""
        font = self.font.copy()
        font.set_size(size)
        return font

    def title(self, title: str, note: str) -> None:
        """The title, and what was counted in smaller words under it."""
        write = self.figure.text
        write(0.05, 0.925, drawable(title), color=INK, fontproperties=self.words(19))
        write(0.05, 0.868, drawable(note), color=FAINT, fontproperties=self.words(11.5))

    def legend(self, colours: Mapping[str, str]) -> None:
        """Coloured words above the picture, from the right: no box to search for on a phone."""
        x = 0.95
        renderer = self.figure.canvas.get_renderer()
        for name, colour in reversed(tuple(colours.items())):
            word = self.figure.text(
                x, 0.868, name, color=colour, ha="right", fontproperties=self.words(12.5)
            )
            pixels = word.get_window_extent(renderer).width
            x -= pixels / self.figure.bbox.width + _LEGEND_GAP

    def label_rows(self, labels: Sequence[str]) -> None:
        """Grades on the left, in the middle of their rows."""
        self.axes.set_yticks(range(len(labels)))
        self.axes.set_yticklabels(
            [drawable(label) for label in labels], fontproperties=self.words(12.5), color=INK
        )
        for label in self.axes.get_yticklabels():
            label.set_va("center_baseline")

    def label_months(self, labels: Sequence[str]) -> None:
        """The month as a number; the year under its first month and under each January."""
        axes = self.axes
        every = 1 if len(labels) <= 12 else 2 if len(labels) <= 18 else 3
        shown = [at for at in range(len(labels)) if at % every == 0]
        words = []
        for at in shown:
            year, month = labels[at].split("-")
            first = at == 0 or labels[max(0, at - every)].split("-")[0] != year
            words.append(f"{int(month)}\n{year}" if first else str(int(month)))
        axes.set_xticks(shown)
        axes.set_xticklabels(words, fontproperties=self.words(11.5), color=FAINT)

    def label_counts(self, top: int) -> None:
        """Numbers on the left up to the highest, with faint lines."""
        step = next(
            each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10_000) if top / each <= 5
        )
        ticks = list(range(0, top + 1, step))
        self.axes.set_yticks(ticks)
        self.axes.set_yticklabels(map(str, ticks), fontproperties=self.words(11.5), color=FAINT)
        self.axes.grid(axis="y", color=LINE, linewidth=0.8)
        self.axes.set_axisbelow(True)

    def label_days(self, first: date, last: date) -> None:
        """Months along the bottom, at most six of them."""
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        every = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if months / each <= 6)
        start = first.year * 12 + first.month - 1
        ticks = [
            date(index // 12, index % 12 + 1, 1)
            for index in range(start, start + months + 1, every)
        ]
        self.axes.set_xticks(ticks)
        self.axes.set_xticklabels(
            [f"{day.year}/{day.month}" for day in ticks],
            fontproperties=self.words(11.5),
            color=FAINT,
        )
        self.axes.set_xlim(
            date(first.year, first.month, 1).toordinal() - _EPOCH - 8,
            last.toordinal() - _EPOCH + 12,
        )

    def png(self) -> bytes:
        """The picture as a file."""
        picture = io.BytesIO()
        self.figure.savefig(picture, format="png", facecolor=PAPER, metadata={"Software": "Yanyou"})
        return picture.getvalue()


def canvas_with(font: Path) -> Canvas:
    """An empty picture whose words are written in a font."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    figure = Figure(figsize=_SIZE, dpi=_DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.15, 0.14, 0.80, 0.66), facecolor=PAPER)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=FAINT, length=0)
    return Canvas(figure, axes, FontProperties(fname=str(font)))
