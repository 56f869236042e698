"""Whether what the answer counts or gives is said not to be there, or what is not there to be.

「燈塔之下沒有 5.12b 的線」 beside 「燈塔之下・5.12b：共 1 條」, "There's no parking" beside
"Parking at …", 「苔階有一題抱石」 beside 「苔階・抱石：資料裡一題都沒有」. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.language.phrases import CLAUSE, phrases
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = phrases("existing")
_FIRST_PARTS: Final = re.compile("[・·]")
_OWN_KINDS: Final = frozenset({"grade", "length"})


@dataclass(frozen=True)
class Existing:
    """What one answer says there is, by its first line.

    Args:
        rendered: The answer that code gave.
        names: The names of records.
    """

    rendered: str
    names: tuple[str, ...]

    def faults(self, text: str) -> Iterator[str]:
        """The clauses that deny what is there, or tell of what is not."""
        for clause in CLAUSE.split(plain(text)):
            bare = _WORDS["particles"].sub("", clause.strip())
            if not bare or bare in self._first or self._is_of_others(bare):
                continue
            if self._denies_counted(bare) or self._denies_given(bare) or self._finds(bare):
                yield clause.strip()

    @cached_property
    def _first(self) -> str:
        return plain(self.rendered).strip().split("\n")[0]

    @cached_property
    def _counts_some(self) -> bool:
        counted = _WORDS["counted"].search(self._first)
        return counted is not None and not _WORDS["none"].search(self._first)

    @cached_property
    def _counted_values(self) -> frozenset[str]:
        """The values that are counted: those of the first line, of a range those of its rows."""
        first, _, rows = plain(self.rendered).strip().partition("\n")
        facts = scan(rows if _WORDS["range"].search(first) else first)
        return frozenset(value for one in facts for value in one.values)

    @cached_property
    def _matters(self) -> tuple[str, ...]:
        """What was asked about behind the place, where nothing of it is there."""
        if not _WORDS["none"].search(self._first):
            return ()
        head = re.split("[:：]", self._first)[0]
        return tuple(one.strip() for one in _FIRST_PARTS.split(head)[1:] if one.strip())

    @cached_property
    def _field(self) -> str:
        """The field whose value is given, by its family of names."""
        if _WORDS["none"].search(self._first):
            return ""
        fields = (one for one in _WORDS if one.startswith("field_"))
        given = _WORDS["given"].search(self._first)
        label = given[0] if given else ""
        return next((one for one in fields if _WORDS[one].search(label)), "")

    def _is_of_others(self, clause: str) -> bool:
        """Whether a clause asks, compares, or speaks of another record than the first line."""
        if _WORDS["others"].search(clause):
            return True
        return any(one in clause and one not in self._first for one in self.names)

    def _denies_counted(self, clause: str) -> bool:
        denied = _WORDS["no_such"].search(clause) if self._counts_some else None
        if denied is None or _WORDS["not_of_it"].search(clause):
            return False
        what = clause[denied.end() :]
        kinds = [one[0] for one in _WORDS["kind"].finditer(what)]
        values = [set(one.values) for one in scan(what) if one.kind in _OWN_KINDS]
        if kinds or values:
            return all(one in self._first for one in kinds) and all(
                one & self._counted_values for one in values
            )
        return bool(_WORDS["not_one"].search(clause))

    def _denies_given(self, clause: str) -> bool:
        if not self._field:
            return False
        field, unrecorded = _WORDS[self._field].pattern, _WORDS["unrecorded"].pattern
        none = rf"(?:{_WORDS['no_such'].pattern})[^,。]{{0,3}}(?:{field})"
        denied = rf"{none}|(?:{field})[^,。]{{0,10}}(?:{unrecorded})"
        return bool(re.search(denied, clause, re.IGNORECASE))

    def _finds(self, clause: str) -> bool:
        told = any(one in clause for one in self._matters)
        return told and bool(_WORDS["some"].search(clause)) and not _WORDS["denial"].search(clause)
