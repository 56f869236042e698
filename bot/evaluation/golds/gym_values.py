"""What an answer must contain to have given a field of a gym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.evaluation.texts import pieces
from bot.evaluation.values import Words
from bot.evaluation.world import main_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.evaluation.golds.route_facts import Groups
    from knowledge.schema import Gym

PRICES: Final = ("weekday", "weekend", "twilight", "shoes", "harness")
_TYPES: Final = {
    "bouldering": ("抱石", "bouldering"),
    "lead": ("上攀", "先鋒", "lead", "roped"),
    "mixed": ("綜合", "混合", "上攀+抱石", "抱石+上攀", "mixed", "roped climbing and bouldering"),
}

_FACILITIES_EN: Final = {
    "休息區": "rest area",
    "置物櫃": "lockers",
    "淋浴設施": "showers",
    "體能訓練區": "training area",
    "速度牆": "speed wall",
    "自動確保器": "auto belay",
}


def facility_words(name: str) -> Words:
    """What a question calls a facility; a brand is called the same everywhere."""
    return Words((name,), (_FACILITIES_EN.get(name, name),))


def gym_value(gym: Gym, field: str) -> Groups | None:
    """What an answer must contain to have given the field; ``None`` when it is not recorded.

    Raises:
        ValueError: For a field that does not exist.
    """
    if field in PRICES:
        return ((str(gym.prices[field]),),) if field in gym.prices else None
    value = _FIELDS.get(field)
    if value is None:
        raise ValueError(f"no field of gyms: {field}")
    return value(gym)


def _quoted(*texts: str) -> Groups | None:
    found = tuple(piece for text in texts for piece in pieces(text))
    return (found,) if found else None


def _transport(gym: Gym, *, parking: bool) -> Groups | None:
    return _quoted(*(text for means, text in gym.transport if (means == "parking") == parking))


def _phone(gym: Gym) -> Groups | None:
    digits = re.sub(r"\D", "", gym.phone)
    return ((gym.phone, digits),) if digits else None


def _plain(attribute: str) -> Callable[[Gym], Groups | None]:
    def value(gym: Gym) -> Groups | None:
        text = str(getattr(gym, attribute))
        return ((text, re.sub(r"^https?://", "", text).rstrip("/")),) if text else None

    return value


_FIELDS: Final[dict[str, Callable[[Gym], Groups | None]]] = {
    "address": lambda gym: _quoted(gym.address),
    "phone": _phone,
    "website": _plain("website"),
    "facebook": _plain("facebook"),
    "instagram": _plain("instagram"),
    "line": _plain("line"),
    "notes": lambda gym: _quoted(gym.notes),
    "city": lambda gym: ((gym.city,),) if gym.city else None,
    "district": lambda gym: ((gym.district,),) if gym.district else None,
    "parking": lambda gym: _transport(gym, parking=True),
    "transport": lambda gym: _transport(gym, parking=False),
    "facilities": lambda gym: tuple((one,) for one in gym.facilities) or None,
    "type": lambda gym: (_TYPES[gym.type],) if gym.type else None,
    "english": lambda gym: ((gym.name_en,),) if gym.name_en else None,
    "overview": lambda gym: (_names(gym), tuple(text for text in (gym.address, gym.city) if text)),
}


def _names(gym: Gym) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (main_name(gym), gym.name_en) if name))
