"""Entries of the log beside the catalogue of today.

What was imported before the catalogue knew its route, or before there was a catalogue at all, is
linked when it is read, by the rules of an import; a change of the log keeps the entry as it is
stored, so that nothing differs from what the store holds.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from bot.ascents import Ascent
from bot.logbook.linking import Linker, linked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.schema import Evidence
    from knowledge.catalog import Catalogue
    from knowledge.knowledge_base import KnowledgeBase

_COUNTRIES = ("country", "country_code")


def with_links(ascents: Iterable[Ascent], knowledge: KnowledgeBase) -> tuple[Ascent, ...]:
    """The entries with the routes, crags and gyms that they are certainly about.

    Places bear the catalogue's names, so that no crag counts twice for being spelt in two ways.
    """
    linker: Linker = knowledge.base.worked_out("linker", Linker.of)
    return tuple(
        _placed(
            linked(one, linker.link(one, _country(one))) if _is_open(one) else one,
            knowledge.catalogue,
        )
        for one in ascents
    )


def _placed(ascent: Ascent, catalogue: Catalogue) -> Ascent:
    crag = catalogue.crag(ascent.crag_id) if ascent.crag_id else None
    gym = catalogue.gym(ascent.gym_id) if ascent.gym_id else None
    crag_name = crag.display_name if crag else ascent.crag
    gym_name = gym.name or gym.name_en if gym else ascent.gym
    if (crag_name, gym_name) == (ascent.crag, ascent.gym):
        return ascent
    return replace(ascent, crag=crag_name, gym=gym_name)


def _is_open(ascent: Ascent) -> bool:
    if ascent.route_id:
        return False
    if ascent.gym:
        return not ascent.gym_id
    return bool(ascent.source and (ascent.route_name or ascent.crag))


def _country(ascent: Ascent) -> str:
    """The country that the source row names."""
    if not ascent.raw:
        return ""
    try:
        row = json.loads(ascent.raw)
    except ValueError:  # a member's own file may bring any text here
        return ""
    if not isinstance(row, dict):
        return ""
    return next((str(row[name]) for name in _COUNTRIES if row.get(name)), "")


def as_stored(evidence: Evidence, stored: Sequence[Ascent]) -> Evidence:
    """The evidence whose change holds the entries as the store has them."""
    if evidence.log is None or evidence.log.change is None or evidence.log.change.kind == "add":
        return evidence
    known = {one.id: one for one in stored if one.id}
    change = evidence.log.change
    if change.kind == "delete":
        change = replace(change, ascents=tuple(known.get(one.id, one) for one in change.ascents))
    elif change.kind == "edit":
        pairs = list(zip(change.before, change.ascents, strict=True))
        change = replace(
            change,
            before=tuple(known.get(old.id, old) for old, _ in pairs),
            ascents=tuple(_changed(known.get(old.id, old), old, new) for old, new in pairs),
        )
    return replace(evidence, log=replace(evidence.log, change=change))


def _changed(stored: Ascent, shown: Ascent, new: Ascent) -> Ascent:
    """The stored entry with what the change makes different."""
    values = {
        one.name: getattr(new, one.name)
        for one in fields(Ascent)
        if getattr(new, one.name) != getattr(shown, one.name)
    }
    return replace(stored, **values)
