"""One route row, in the field names of the crag JSON, as a route."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.importers.days import taipei_day
from knowledge.importers.facts import (
    bolts_of,
    first_ascent_of,
    grade_of,
    length_of,
    popularity_of,
    type_of,
)
from knowledge.importers.flags import flags_in, status_flags
from knowledge.importers.names import Title, names_in_prose, parse_title, two_names
from knowledge.schema import Route, Source
from knowledge.terms import styles_of
from knowledge.text import key

if TYPE_CHECKING:
    from knowledge.importers.fields import Row

GENERATED = "r-"
"""How the ids begin that are made for rows without one."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a route belongs."""

    crag_id: str
    area_id: str = ""
    sector_id: str = ""


def generated_id(row: Row, home: Home) -> str:
    """A stable id for a row without one, made of where it is and how it is called."""
    title = parse_title(row.text("name", "nameEn"))
    parts = (home.crag_id, home.area_id, home.sector_id, title.name, title.pitch)
    told = "|".join(key(part) or part for part in parts)
    return f"{GENERATED}{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def read_route(row: Row, route_id: str, home: Home, source: Source) -> Route:
    """The route of a row; fields that cannot be used are reported and left out."""
    title, title_en = map(parse_title, two_names(row.text("name"), row.text("nameEn")))
    description, description_en = _description(row), row.prose("descriptionEn")
    protection, anchor = row.prose("protection"), row.text("anchorType", "anchor")
    kind = type_of(row)
    aliases, old_names = _other_names(row, title, title_en, description)
    first_ascent, first_ascent_en, first_ascent_on = first_ascent_of(row)
    prose = (description, description_en, protection)
    return Route(
        id=route_id,
        crag_id=home.crag_id,
        name=title.name,
        grade=grade_of(row, kind),
        source_id=source.id,
        title=row.text("name"),
        name_en=title_en.name,
        aliases=aliases,
        old_names=old_names,
        area_id=home.area_id,
        sector_id=home.sector_id,
        type=kind,
        length_m=length_of(row),
        pitch=title.pitch or title_en.pitch or row.text("pitch"),
        bolts=bolts_of(row, kind),
        anchor=anchor,
        protection=protection,
        first_ascent=first_ascent or first_ascent_en,
        first_ascent_en=first_ascent_en,
        first_ascent_on=first_ascent_on,
        description=description,
        description_en=description_en,
        styles=styles_of(title.name, title_en.name, description, description_en),
        popularity=popularity_of(row),
        safety_rating=row.text("safetyRating"),
        videos=row.texts("youtubeVideos", "videos"),
        flags=tuple(dict.fromkeys((*status_flags(row), *flags_in(*prose)))),
        updated_on=taipei_day(row.text("updatedAt")) or source.updated_on,
        raw=row.raw(),
    )


def _description(row: Row) -> str:
    """The description with the remarks of a column of their own behind it."""
    parts = (row.prose("description"), row.prose("notes", "tips", "remarks"))
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _other_names(
    row: Row, title: Title, title_en: Title, description: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    told, told_old = names_in_prose(description)
    listed = row.texts("alternativeNames", "aliases")
    own = {key(title.name), key(title_en.name)}
    old_names = _unlike(
        own, (*title.old_names, *title_en.old_names, *told_old, *row.texts("oldNames"))
    )
    own |= {key(name) for name in old_names}
    return _unlike(own, (*title.aliases, *title_en.aliases, *listed, *told)), old_names


def _unlike(own: set[str], names: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        folded = key(name)
        if folded and folded not in own:
            found.setdefault(folded, name)
    return tuple(found.values())
