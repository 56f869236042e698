"""What the record of a crag says about one field, worded; an empty string means "not recorded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name
from bot.rendering.facility_names import crag_amenities
from bot.rendering.labels import TRANSPORT, label
from bot.rendering.prose import quotable_prose
from bot.rendering.towns import place_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.rendering.request import Request
    from knowledge.schema import Area, Crag, Sector

HIDDEN_FIELDS = frozenset({"address", "coordinates", "approach", "parking", "transport"})
"""What is not told about a crag that asks to keep a low profile."""


def place_value(field: str, crag: Crag, request: Request) -> str:
    """One field that the record of a crag holds."""
    if crag.sensitive and field in HIDDEN_FIELDS:
        return ""
    read = _VALUES.get(field)
    return read(crag, request) if read else ""


def description_of(place: Crag | Area, crag: Crag | None, request: Request) -> str:
    """The description without figures of routes, and without the way to a sensitive crag."""
    texts = [place.description, place.description_en]
    text = next((text for text in (texts if request.zh else texts[::-1]) if text.strip()), "")
    return quotable_prose(clean(text), crag)


def other_names(place: Crag | Area | Sector, request: Request) -> str:
    """Names beside the one that is shown."""
    main = [("names.english", place.name_en)] if request.zh else [("names.chinese", place.name)]
    shown = [*main, *(("names.alias", alias) for alias in place.aliases)]
    return request.join(
        list(
            dict.fromkeys(
                request.say(key, value=clean_name(name)) for key, name in shown if name.strip()
            )
        )
    )


def transport_text(pairs: tuple[tuple[str, str], ...], request: Request) -> str:
    """The ways to get there: 捷運：…；公車：…."""
    mark = "：" if request.zh else ": "
    parts = [
        f"{label(TRANSPORT, clean_name(means), request.language)}{mark}{clean(text)}"
        for means, text in pairs
        if text.strip()
    ]
    return "；".join(parts)


def seasons_text(crag: Crag, request: Request) -> str:
    """The seasons as the source writes them: months, where it gives them."""
    written = [season for season in crag.seasons if any(map(str.isdigit, season))]
    return request.join([season_name(clean_name(one), request) for one in written or crag.seasons])


def season_name(season: str, request: Request) -> str:
    """春 as spring in English."""
    english = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
    return season if request.zh else english.get(season.removesuffix("季"), season)


def _region(crag: Crag, request: Request) -> str:
    names = (crag.region, crag.city) if request.zh else (crag.city, crag.region)
    words = (place_word(name, request.language) for name in names if name.strip())
    return ("・" if request.zh else ", ").join(dict.fromkeys(words))


def _rock(crag: Crag, request: Request) -> str:
    names = (
        (crag.rock_type, crag.rock_type_en) if request.zh else (crag.rock_type_en, crag.rock_type)
    )
    return clean_name(next((name for name in names if name.strip()), ""))


def _coordinates(crag: Crag, request: Request) -> str:
    del request
    if crag.latitude is None or crag.longitude is None:
        return ""
    return f"{crag.latitude}, {crag.longitude}"


def _maintainer(crag: Crag, request: Request) -> str:
    source = request.evidence.source(crag.source_id)
    return clean_name(source.maintainer) if source else ""


_VALUES: dict[str, Callable[[Crag, Request], str]] = {
    "region": _region,
    "address": lambda crag, _: clean(crag.address),
    "rock": _rock,
    "season": seasons_text,
    "approach": lambda crag, _: clean(crag.approach),
    "parking": lambda crag, _: clean(crag.parking),
    "transport": lambda crag, request: transport_text(crag.transport, request),
    "amenities": lambda crag, request: request.join(crag_amenities(crag, request)),
    "coordinates": _coordinates,
    "maintainer": _maintainer,
}
