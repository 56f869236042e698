"""The columns that questions are asked of, worked out once when a record is written."""

from __future__ import annotations

import re
from typing import Any

from knowledge.catalog.figures import grade_label, season_keys
from knowledge.schema import Crag, Gym, Route
from knowledge.text import key

_YEAR = re.compile(r"[12]\d{3}(?=-|$)")  # 「1990年代」 is no year


def derive(record: object) -> dict[str, Any]:
    """The derived columns of a record."""
    if isinstance(record, Route):
        return _of_route(record)
    if isinstance(record, Crag):
        return {
            "season_keys": season_keys(record.seasons),
            "region_key": key(record.region),
            "city_key": key(record.city),
        }
    if isinstance(record, Gym):
        return _of_gym(record)
    return {}


def year_of(route: Route) -> int | None:
    """The year of the first ascent; ``None`` when none is on record, or only about when."""
    year = _YEAR.match(route.first_ascent_on)
    return int(year[0]) if year else None


def _of_route(route: Route) -> dict[str, Any]:
    grade = route.grade
    names = (route.title or route.name, route.name_en, *route.aliases, *route.old_names)
    told = (*names, route.description, route.description_en, route.protection, route.anchor)
    return {
        "grade_group": grade.group,
        "lo_score": grade.lo_score,
        "hi_score": grade.hi_score,
        "grade_middle": grade.midpoint,
        "grade_label": grade_label(grade),
        "first_ascent_year": year_of(route),
        "first_ascent_key": " ".join((key(route.first_ascent), key(route.first_ascent_en))),
        "flag_kinds": list(dict.fromkeys(flag.kind for flag in route.flags)),
        "recommendable": route.recommendable,
        "name_key": key(route.display_name),
        "text_key": " ".join(key(text) for text in told if text),
    }


def _of_gym(gym: Gym) -> dict[str, Any]:
    told = (*gym.facilities, gym.notes, gym.description, gym.description_en, gym.price_notes)
    return {
        "region_key": key(gym.region),
        "city_key": key(gym.city),
        "district_key": key(gym.district),
        "text_key": " ".join(key(text) for text in told if text),
        "name_key": key(gym.name),
        "closed_days": [day for day, spans in gym.hours.items() if not spans],
    }
