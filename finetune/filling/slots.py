"""Which slots an exemplar may use, and what stands in them."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from finetune.exemplars import Exemplar

SLOT: Final = re.compile(r"\{(?P<who>[A-Za-z0-9_]+)(?:\.(?P<what>[a-z_]+))?\}")

ROUTE_SLOTS: Final = frozenset(
    {"name", "q", "en", "grade", "type", "type_en", "length", "bolts", "crag", "area", "place"}
    | {"first_ascent", "year", "anchor", "description"}
)
CRAG_SLOTS: Final = frozenset(
    {"name", "q", "en", "region", "city", "rock", "seasons", "approach", "parking", "total"}
    | {"easiest", "hardest"}
)
GYM_SLOTS: Final = frozenset(
    {"name", "q", "en", "city", "district", "address", "phone", "type", "weekday", "weekend"}
    | {"twilight", "shoes", "harness", "hours", "open", "close", "line", "notes"}
)
ITEM_SLOTS: Final = ROUTE_SLOTS | GYM_SLOTS
OWNERS: Final = {
    "route": ROUTE_SLOTS,
    "route2": ROUTE_SLOTS,
    "crag": CRAG_SLOTS,
    "crag2": CRAG_SLOTS,
    "gym": GYM_SLOTS,
    "gym2": GYM_SLOTS,
    "it": ROUTE_SLOTS,
    "1": ITEM_SLOTS,
    "2": ITEM_SLOTS,
    "3": ITEM_SLOTS,
}
PLAIN: Final = frozenset(
    {"route", "route2", "crag", "crag2", "area", "gym", "gym2", "grade", "type", "city", "day"}
    | {"type_en"}
    | {"day_en", "unknown", "wrong_grade", "wrong_type", "wrong_crag", "n", "n2", "n3"}
    | {"high", "low"}
)
ASKED: Final = frozenset({"en", "type", "type_en", "grade", "crag", "area", "city"})
"""Fields that a question may hold."""
FOUND: Final = frozenset({"total"})
"""Slots that only an answer may use: they come from what was found."""


def used(texts: Iterable[str]) -> set[tuple[str, str]]:
    """The (owner, field) pairs of all slots; the field is empty for a plain slot."""
    return {(match["who"], match["what"] or "") for text in texts for match in SLOT.finditer(text)}


def slot_problems(exemplar: Exemplar) -> Iterator[str]:
    """Slots that do not exist, or stand where they cannot be filled."""
    for who, what in sorted(used(exemplar.texts)):
        known = OWNERS.get(who, frozenset()) if what else PLAIN | FOUND
        if what not in known and who not in known:
            yield f"沒有「{{{who}{'.' + what if what else ''}}}」這個空格{_near(who, what)}"
    asked = used((*exemplar.ask, *exemplar.before))
    for who, what in sorted(asked):
        if what and (what not in ASKED or who.isdigit()):
            yield f"問題裡不能用答案的空格「{{{who}.{what}}}」"
        elif who in FOUND:
            yield f"問題裡不能用「{{{who}}}」"
    if exemplar.task != "recommendation" and any(who == "it" for who, _ in used(exemplar.texts)):
        yield "只有 recommendation 可以用「{it.…}」"
    yield from _conditions(exemplar)


def _conditions(exemplar: Exemplar) -> Iterator[str]:
    for key, _ in exemplar.where:
        owner, _, field = key.partition(".")
        if owner not in OWNERS or field not in OWNERS[owner] | {"flag"}:
            yield f"where 不認得「{key}」"
    for key in exemplar.lacks:
        owner, _, field = key.partition(".")
        if owner not in OWNERS or field not in OWNERS[owner]:
            yield f"lacks 不認得「{key}」"


def _near(who: str, what: str) -> str:
    known = [f"{one}.{field}" for one, fields in OWNERS.items() for field in fields] + [*PLAIN]
    near = difflib.get_close_matches(f"{who}.{what}" if what else who, known, n=1)
    return f"，是不是「{{{near[0]}}}」？" if near else ""
