"""Lines and the records behind them become a draft with its source line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.sources import source_ids_of, source_line
from bot.schema import Draft
from knowledge.schema import Gym, Route

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.rendering.request import Request
    from bot.rendering.sources import Record


def compose(
    request: Request,
    lines: Iterable[str],
    records: Iterable[Record] = (),
    *,
    abstained: bool = False,
    figures: Iterable[object] = (),
) -> Draft:
    """A draft about these records, ending in their sources.

    Without records the sources of the evidence are named: the ones in which nothing was found.
    """
    used = tuple(records)
    source_ids = source_ids_of(used, request.evidence)
    shown = [line for line in lines if line]
    if source_ids:
        shown.append(source_line(source_ids, used, request))
    return Draft(
        text="\n".join(shown),
        route_ids=_unique(record.id for record in used if isinstance(record, Route)),
        gym_ids=_unique(record.id for record in used if isinstance(record, Gym)),
        source_ids=source_ids,
        abstained=abstained,
        figures=_unique(str(figure) for figure in figures),
    )


def plain(
    lines: Iterable[str], *, abstained: bool = False, figures: Iterable[object] = ()
) -> Draft:
    """A draft that states nothing from records and needs no source."""
    text = "\n".join(line for line in lines if line)
    return Draft(text=text, abstained=abstained, figures=_unique(str(figure) for figure in figures))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in order, each once."""
    return tuple(dict.fromkeys(values))
