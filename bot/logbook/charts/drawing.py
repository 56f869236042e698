"""Which picture of a log, drawn: every number in it comes from the statistics."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.logbook.charts.canvas import INK, LINE, PAPER, Canvas, canvas_with
from bot.logbook.charts.fonts import font_for
from bot.logbook.errors import LogbookError
from bot.logbook.statistics import (
    PARTS,
    by_month,
    counted_grade,
    is_new,
    kind_of,
    main_kind,
    progress,
    pyramid,
    settled,
)
from bot.logbook.statistics.pyramid import part_of, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.ascents import Ascent
    from bot.logbook.statistics import Kind

Chart = Literal["pyramid", "volume", "progress"]
CHARTS: tuple[Chart, ...] = ("pyramid", "volume", "progress")
KINDS: dict[str, str] = {
    "lead": "戶外先鋒",
    "toprope": "戶外上方架繩",
    "boulder": "戶外抱石",
    "gym_lead": "岩館先鋒",
    "gym_toprope": "岩館上方架繩",
    "gym_boulder": "岩館抱石",
    "solo": "solo",
    "other": "沒記方式",
}
MAX_MONTHS = 24
"""Older months would be too thin to read on a phone."""
_COLOURS = {"OS": "#FFD166", "Flash": "#2EC4B6", "RP": "#4EA8DE"}
_DONE, _TRIED = "#4EA8DE", "#F28482"
_MARKS = {"OS": "*", "Flash": "D", "RP": "o"}
_SIGNS = {"OS": "★", "Flash": "◆", "RP": "●"}
_WIDE = 8
"""Characters of a row label that need more room: 「5.10 未細分」."""


class NothingToDrawError(LogbookError):
    """The log holds nothing that this picture could show."""

    reply = "紀錄裡還沒有能畫的東西；有完攀、有日期、有難度的紀錄多一點就能畫了。"


def draw(chart: Chart, ascents: Sequence[Ascent], *, kind: Kind | None = None) -> bytes:
    """The picture as PNG.

    Args:
        chart: Which one.
        ascents: The whole log of one member, in its order.
        kind: The group of climbs that the pyramid and the progress show; the one with the most
            ticks when ``None``.

    Raises:
        NoFontError: No font with Chinese glyphs is there.
        NothingToDrawError: The log has nothing for this picture.
    """
    whole = settled(ascents)
    group = kind or main_kind(whole)
    title, note, text = _texts(chart, whole, group)
    with tempfile.TemporaryDirectory(prefix="yanyou-chart-") as folder:
        canvas = canvas_with(font_for(title + note + text, Path(folder)))
        {"pyramid": _pyramid, "volume": _volume, "progress": _progress}[chart](canvas, whole, group)
        canvas.title(title, note)
        return canvas.png()


def texts_of(
    chart: Chart, ascents: Sequence[Ascent], kind: Kind | None = None
) -> tuple[str, str, str]:
    """Everything that a picture writes: its title, the line under it, its labels."""
    whole = settled(ascents)
    return _texts(chart, whole, kind or main_kind(whole))


def _texts(chart: Chart, whole: Sequence[Ascent], group: Kind) -> tuple[str, str, str]:
    """Title, the line under it with what was counted, and every other character."""
    names = KINDS[group]
    if chart == "volume":
        months = _months(whole)
        if not months:
            raise NothingToDrawError("no dated entries")
        total = sum(month.count for month in months)
        return (
            "每月爬量",
            f"{months[0].label} 到 {months[-1].label}・n={total} 筆",
            "完攀嘗試未註明筆",
        )
    rows = pyramid(whole, group)
    if not rows:
        raise NothingToDrawError("no sends with a grade")
    count = sum(row.count for row in rows)
    labels = "".join(row.label for row in rows) + "條 OS Flash RP★◆●"
    if chart == "pyramid":
        return f"完攀金字塔・{names}", f"不同路線 n={count} 條，嘗試不算", labels
    return f"難度進展・{names}", f"每一點是一次新完攀，n={count}；線是當時最難", labels


def _pyramid(canvas: Canvas, whole: Sequence[Ascent], group: Kind) -> None:
    """Bars around the middle, the hardest on top."""
    rows = list(reversed(pyramid(whole, group)))
    axes = canvas.axes
    widest = max(row.count for row in rows)
    for at, row in enumerate(rows):
        left = -row.count / 2
        for name, count in row.parts:
            if count:
                axes.barh(
                    at, count, left=left, height=0.74, color=_COLOURS[name],
                    edgecolor=PAPER, linewidth=1.6,
                )  # fmt: skip
                left += count
        axes.text(
            row.count / 2 + widest * 0.03, at, str(row.count),
            va="center", color=INK, fontproperties=canvas.words(13),
        )  # fmt: skip
    canvas.label_rows([row.label for row in rows])
    axes.set_xlim(-widest * 0.58, widest * 0.66)
    axes.set_ylim(-0.7, max(len(rows), 4) - 0.3)
    axes.set_xticks([])
    narrow = max(len(row.label) for row in rows) < _WIDE
    axes.set_position((0.17, 0.06, 0.78, 0.76) if narrow else (0.24, 0.06, 0.71, 0.76))
    canvas.legend(_COLOURS)


def _months(whole: Sequence[Ascent]) -> tuple[Any, ...]:
    return by_month(whole)[-MAX_MONTHS:]


def _volume(canvas: Canvas, whole: Sequence[Ascent], group: Kind) -> None:
    del group
    months = _months(whole)
    axes = canvas.axes
    done = [month.parts[0][1] for month in months]
    tried = [month.parts[1][1] for month in months]
    unknown = [month.parts[2][1] for month in months]
    known = [sent + failed for sent, failed in zip(done, tried, strict=True)]
    places = range(len(months))
    axes.bar(places, done, color=_DONE, width=0.72)
    axes.bar(places, tried, bottom=done, color=_TRIED, width=0.72)
    axes.bar(places, unknown, bottom=known, color=LINE, width=0.72)
    canvas.label_months([month.label for month in months])
    top = max(month.count for month in months)
    axes.set_ylim(0, top * 1.15)
    canvas.label_counts(top)
    busiest = max(places, key=lambda at: months[at].count)
    axes.text(
        busiest, top * 1.03, str(top), ha="center", color=INK, fontproperties=canvas.words(13)
    )
    axes.set_position((0.10, 0.13, 0.85, 0.67))
    unsaid = {"未註明": LINE} if any(unknown) else {}
    canvas.legend({"完攀": _DONE, "嘗試": _TRIED, **unsaid})


def _progress(canvas: Canvas, whole: Sequence[Ascent], group: Kind) -> None:
    """Every new send where it stands in time and grade, and a line along the hardest."""
    sends = _sends(whole, group)
    if not sends:
        raise NothingToDrawError("no dated sends with a grade")
    rows = _ladder(whole, group)
    level = {row: at for at, row in enumerate(rows)}
    axes = canvas.axes
    for name in PARTS:
        points = [(day, level[row]) for day, row, part in sends if part == name]
        axes.scatter(
            [day for day, _ in points], [at for _, at in points], marker=_MARKS[name],
            s=150 if name == "OS" else 62, color=_COLOURS[name], edgecolor=PAPER,
            linewidth=0.7, zorder=3,
        )  # fmt: skip
    days = [day for day, _, _ in sends]
    steps = [
        (one.day, level[row_of(counted_grade(one))]) for one in progress(whole, group) if one.day
    ]
    line = [*steps, (max(days), steps[-1][1])]
    axes.step(
        [day for day, _ in line], [at for _, at in line], where="post",
        color=INK, linewidth=2.2, alpha=0.85, zorder=2,
    )  # fmt: skip
    canvas.label_rows(rows)
    axes.set_ylim(-0.6, max(len(rows), 3) - 0.3)
    axes.grid(axis="y", color=LINE, linewidth=0.8)
    axes.set_axisbelow(True)
    canvas.label_days(min(days), max(days))
    narrow = max(map(len, rows)) < _WIDE
    axes.set_position((0.16, 0.13, 0.79, 0.67) if narrow else (0.24, 0.13, 0.71, 0.67))
    canvas.legend({f"{_SIGNS[name]} {name}": _COLOURS[name] for name in PARTS})


def _sends(whole: Sequence[Ascent], group: Kind) -> list[tuple[date, str, str]]:
    """Day, row and part of every new send that has a day and a grade."""
    return [
        (one.day, row_of(counted_grade(one)), part_of(one.result))
        for one in whole
        if is_new(one) and kind_of(one) == group and one.day and counted_grade(one).known
    ]


def _ladder(whole: Sequence[Ascent], group: Kind) -> list[str]:
    """The grades of the picture, easiest first."""
    return [row.label for row in reversed(pyramid(whole, group))]
