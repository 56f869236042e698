"""Lists of routes that were asked for, kept while the catalogue is open: it never changes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.filters import RouteFilter, RouteOrderBy, RoutePage

    Asked = tuple[RouteFilter, RouteOrderBy]

KEPT_PAGES = 512


class KeptPages:
    """The pages asked for last."""

    def __init__(self, most_routes: int | None) -> None:
        """``most_routes`` bounds what they hold together; ``None`` bounds their number only."""
        self._most_routes = most_routes
        self._pages: OrderedDict[Asked, RoutePage] = OrderedDict()
        self._routes = 0
        self._lock = Lock()

    def get(self, asked: Asked) -> RoutePage | None:
        """The page, if it is kept."""
        with self._lock:
            page = self._pages.get(asked)
            if page is not None:
                self._pages.move_to_end(asked)
            return page

    def keep(self, asked: Asked, page: RoutePage) -> None:
        """Remember a page; the least used ones go."""
        with self._lock:
            before = self._pages.pop(asked, None)
            self._pages[asked] = page
            self._routes += page.total - (before.total if before else 0)
            while self._too_much():
                _, dropped = self._pages.popitem(last=False)
                self._routes -= dropped.total

    def _too_much(self) -> bool:
        if len(self._pages) > KEPT_PAGES:
            return True
        return self._most_routes is not None and self._routes > self._most_routes
