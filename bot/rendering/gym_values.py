"""What the record of a gym says about one field, worded; an empty string means "not recorded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name, web_address
from bot.rendering.facility_names import gym_facilities
from bot.rendering.labels import GYM_TYPES, label
from bot.rendering.place_values import transport_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.rendering.request import Request
    from knowledge.schema import Gym


def gym_value(field: str, gym: Gym, request: Request) -> str:
    """One field other than hours and prices."""
    read = _VALUES.get(field)
    return read(gym, request) if read else ""


def gym_place(gym: Gym) -> str:
    """City and district."""
    return clean_name(f"{gym.city}{gym.district}") or clean_name(gym.region)


def type_text(gym: Gym, request: Request) -> str:
    """The type in words: 抱石, 上攀."""
    return label(GYM_TYPES, gym.type, request.language) if gym.type else ""


def link(text: str) -> str:
    """An address as it is, anything else as cleaned text."""
    return web_address(text) or clean(text)


def _transport(gym: Gym, request: Request) -> str:
    return transport_text(tuple(pair for pair in gym.transport if pair[0] != "parking"), request)


def _parking(gym: Gym, request: Request) -> str:
    del request
    return "；".join(
        clean(text) for means, text in gym.transport if means == "parking" and text.strip()
    )


def _region(gym: Gym, request: Request) -> str:
    del request
    parts = (clean_name(gym.region), clean_name(f"{gym.city}{gym.district}"))
    return "・".join(part for part in parts if part)


def _description(gym: Gym, request: Request) -> str:
    texts = (
        (gym.description, gym.description_en)
        if request.zh
        else (gym.description_en, gym.description)
    )
    return clean(next((text for text in texts if text.strip()), ""))


def _coordinates(gym: Gym, request: Request) -> str:
    del request
    if gym.latitude is None or gym.longitude is None:
        return ""
    return f"{gym.latitude}, {gym.longitude}"


def _facilities(gym: Gym, request: Request) -> str:
    """The facilities; in English with the words that stand on the wall of the gym, when asked."""
    told = gym_facilities(gym, request)
    if request.zh or request.query.intent != "gym_info":
        return request.join(told)
    written = [clean_name(item) for item in gym.facilities]
    both = zip(told, written, strict=True)
    return request.join([one if one == local else f"{one} ({local})" for one, local in both])


def _names(gym: Gym, request: Request) -> str:
    main = [("names.english", gym.name_en)] if request.zh else [("names.chinese", gym.name)]
    shown = [*main, *(("names.alias", alias) for alias in gym.aliases)]
    return request.join(
        list(
            dict.fromkeys(
                request.say(key, value=clean_name(name)) for key, name in shown if name.strip()
            )
        )
    )


_VALUES: dict[str, Callable[[Gym, Request], str]] = {
    "address": lambda gym, _: clean(gym.address),
    "phone": lambda gym, _: clean_name(gym.phone),
    "facilities": _facilities,
    "type": type_text,
    "transport": _transport,
    "parking": _parking,
    "website": lambda gym, _: link(gym.website),
    "facebook": lambda gym, _: link(gym.facebook),
    "instagram": lambda gym, _: link(gym.instagram),
    "line": lambda gym, _: link(gym.line),
    "notes": lambda gym, _: clean(gym.notes),
    "region": _region,
    "description": _description,
    "coordinates": _coordinates,
    "names": _names,
}
