"""Pages of a list: the rows to show and the line that says where the reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.schema import PAGE_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list."""

    shown: tuple[Item, ...]
    first: int = 1
    """Number of the first row, counted over the whole list."""
    line: str = ""
    figures: tuple[int, ...] = ()


def page_of(items: Sequence[Item], request: Request) -> Page[Item]:
    """The asked page, everything when one page holds it; a page past the end is the last one."""
    pages = pages_of(len(items))
    if not request.paged or pages == 1:
        return Page(tuple(items))
    page = min(max(1, request.query.page), pages)
    start = (page - 1) * PAGE_SIZE
    key = "list.page" if page < pages else "list.last_page"
    return Page(
        tuple(items[start : start + PAGE_SIZE]),
        start + 1,
        request.say(key, page=page, pages=pages),
        (page, pages),
    )


def past_the_end(total: int, request: Request) -> bool:
    """Whether a page is asked for behind the last one."""
    return request.paged and request.query.page > pages_of(total)


def pages_of(total: int) -> int:
    """How many pages so many rows fill."""
    return max(1, -(-total // PAGE_SIZE))
