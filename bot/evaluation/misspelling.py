"""Names as people misspell, shorten and convert them, as long as they still mean one thing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import opencc
from pypinyin import Style, lazy_pinyin
from rapidfuzz.distance import OSA

from bot.evaluation.lookalikes import look_alikes, same_sound
from bot.evaluation.world import main_name
from knowledge.schema import Route
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from bot.evaluation.world import Named, World

_NON_TELLING: Final = re.compile(r"[\s'’\-.,!?()（）]+")


def spell(record: Named, form: str, world: World, rng: Random) -> str | None:
    """The record's name in a form; ``None`` when there is none or it would be ambiguous."""
    if form in _STORED:
        name = _STORED[form](record)
        return name if name and world.is_free(name, record) else None
    change = _CHANGES.get(form)
    if change is None:
        raise ValueError(f"no form of a name: {form}")
    if form == "typo":
        change = rng.choice([_homophone, _alike, _missing, _doubled, _swapped])
    base = record.name_en if form in {"spelling", "lower"} else record.name
    changed = change(base, rng) if base else None
    if changed is None or changed == base:
        return None
    if form == "partial":
        return changed if _tells_apart(changed, record, world) else None
    return changed if _is_nearest(changed, record, world) else None


def simplified(text: str) -> str:
    """The text in Simplified characters."""
    return str(_converter().convert(text))


_STORED: Final[dict[str, Callable[[Named], str]]] = {
    "zh": lambda record: record.name,
    "en": lambda record: record.name_en or ("" if has_han(record.name) else record.name),
    "old": lambda record: next(iter(record.old_names), "") if isinstance(record, Route) else "",
    "alias": lambda record: next(iter(record.aliases), ""),
    "hans": lambda record: simplified(main_name(record)) if has_han(main_name(record)) else "",
}


def _homophone(name: str, rng: Random) -> str | None:
    places = [index for index, char in enumerate(name) if same_sound(char)]
    if len(key(name)) < 3 or not places:
        return None
    at = rng.choice(places)
    return name[:at] + rng.choice(same_sound(name[at])) + name[at + 1 :]


def _alike(name: str, rng: Random) -> str | None:
    places = [index for index, char in enumerate(name) if char in look_alikes()]
    if len(key(name)) < 3 or not places:
        return None
    at = rng.choice(places)
    return name[:at] + rng.choice(look_alikes()[name[at]]) + name[at + 1 :]


def _missing(name: str, rng: Random) -> str | None:
    if len(key(name)) < 4 or not _all_han(name):
        return None
    at = rng.randrange(len(name))
    return name[:at] + name[at + 1 :]


def _doubled(name: str, rng: Random) -> str | None:
    if len(key(name)) < 3 or not _all_han(name):
        return None
    at = rng.randrange(len(name))
    return name[: at + 1] + name[at:]


def _swapped(name: str, rng: Random) -> str | None:
    if len(key(name)) < 3 or not _all_han(name):
        return None
    at = rng.randrange(len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _bopomofo(name: str, rng: Random) -> str | None:
    if len(key(name)) < 3 or not _all_han(name):
        return None
    at = rng.randrange(len(name))
    sound = lazy_pinyin(name[at], style=Style.BOPOMOFO)[0]
    return name[:at] + re.sub("[ˊˇˋ˙]", "", sound) + name[at + 1 :]


def _partial(name: str, rng: Random) -> str | None:
    if len(key(name)) < 5 or not _all_han(name):
        return None
    size = max(3, len(name) // 2 + rng.randrange(2))
    return name[:size] if rng.random() < 0.6 else name[-size:]


def _spelling(name: str, rng: Random) -> str | None:
    places = [match.start() for match in re.finditer(r"(?<=[a-z]{2})[a-z](?=[a-z]{2})", name)]
    if not places or has_han(name):
        return None
    at = rng.choice(places)
    return (
        name[:at]
        + rng.choice([letter for letter in "aeiorstln" if letter != name[at]])
        + name[at + 1 :]
    )


def _lower(name: str, rng: Random) -> str | None:
    del rng
    return None if has_han(name) else _NON_TELLING.sub("", name.lower())


_CHANGES: Final[dict[str, Callable[[str, Random], str | None]]] = {
    "homophone": _homophone,
    "shape": _alike,
    "missing": _missing,
    "doubled": _doubled,
    "swapped": _swapped,
    "typo": _homophone,
    "bopomofo": _bopomofo,
    "partial": _partial,
    "spelling": _spelling,
    "lower": _lower,
}
FORMS: Final = frozenset({*_STORED, *_CHANGES})


def _is_nearest(changed: str, record: Named, world: World) -> bool:
    """Whether no other name is about as near as the one that was meant."""
    folded = key(changed)
    if not folded:
        return False
    own = min(OSA.distance(folded, key(name)) for name in (record.name, record.name_en) if name)
    limit = own + 1
    others = (
        other
        for other in world.keys
        if abs(len(other) - len(folded)) <= limit and not world.is_free(other, record)
    )
    return all(OSA.distance(folded, other, score_cutoff=limit) > limit for other in others)


def _tells_apart(part: str, record: Named, world: World) -> bool:
    folded = key(part)
    return all(folded not in other for other in world.keys if not world.is_free(other, record))


def _all_han(name: str) -> bool:
    return bool(re.fullmatch(r"[\u4e00-\u9fff]+", name))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
