"""Fields that stand twice in one mapping of a file: one of both values would be lost unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from knowledge.errors import UnreadableFileError
from knowledge.importers.fields import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LISTED = 3
_TELLING = ("id", "name", "title", "about")
"""Fields by which people find a record in their file."""


class NamedTwice:
    """Makes mappings of pairs and remembers the names that stood twice in one."""

    def __init__(self) -> None:
        self._found: dict[str, None] = {}

    def mapping(self, pairs: Sequence[tuple[Any, Any]]) -> dict[Any, Any]:
        """The pairs as a mapping; of a name that stands twice the last one, until ``check``."""
        made = dict(pairs)
        if len(made) < len(pairs):
            seen = set[Any]()
            for name, _ in pairs:
                if name in seen:
                    self._found[shown(name) + _place(made, name)] = None
                seen.add(name)
        return made

    def check(self, file: str) -> None:
        """Refuse the file when a name stood twice.

        Raises:
            UnreadableFileError: It names each field and its record.
        """
        if not self._found:
            return
        listed = "、".join(list(self._found)[:MAX_LISTED])
        more = f"等 {len(self._found)} 處" if len(self._found) > MAX_LISTED else ""
        raise UnreadableFileError(file, f"同一筆裡欄位寫了兩次，請只留一個：{listed}{more}")


def _place(values: dict[Any, Any], twice: object) -> str:
    """In which record it is, where another field tells."""
    told = (values.get(name) for name in _TELLING if name != twice)
    record = next((it for it in told if isinstance(it, str) and it.strip()), "")
    return f"（在{shown(record)}）" if record else ""
