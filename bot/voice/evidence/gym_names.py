"""What people call the gyms of an answer, and of several the town that tells them apart.

「台南 350，台中 480」 speaks of two branches of one house, where the answer is about these two.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from knowledge.gazetteer.branches import gym_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.schema import Gym

_BRANCH: Final = re.compile(r"(?:分店|店|館)$")


def names_of(gym: Gym) -> tuple[str, ...]:
    """The names of a gym and their forms, the longest first."""
    forms = gym_forms(gym.name, gym.name_en, gym.aliases)
    names = {plain(one) for one in (gym.name, gym.name_en, *gym.aliases, *forms) if one}
    return tuple(sorted(names, key=lambda one: (-len(one), one)))


def towns_of(gyms: Sequence[Gym]) -> dict[str, Gym]:
    """The words that tell the branches of one house apart, each with its gym: 台南, Tainan."""
    shared = set[str].intersection(*(set(names_of(gym)) for gym in gyms)) if gyms else set()
    if len(gyms) < 2 or not shared:
        return {}
    words = [(word, gym) for gym in gyms for word in {*_han(gym), *_english(gym, gyms)}]
    told = Counter(word for word, _ in words)
    full = {name for gym in gyms for name in names_of(gym)}
    return {word: gym for word, gym in words if told[word] == 1 and word not in full}


def with_towns(text: str, gyms: Sequence[Gym]) -> str:
    """The text with the full name in the place of a town that means a gym."""
    towns = towns_of(gyms)
    if not towns:
        return text
    names = sorted({name for gym in gyms for name in names_of(gym)}, key=len, reverse=True)
    whole = "|".join(map(re.escape, names))
    short = "|".join(re.escape(one) for one in sorted(towns, key=len, reverse=True))
    pattern = re.compile(rf"(?P<whole>{whole})|(?<![A-Za-z])(?P<town>{short})(?![市縣區A-Za-z])")

    def spelled(match: re.Match[str]) -> str:
        return plain(towns[match["town"]].name) if match["town"] else match[0]

    return pattern.sub(spelled, text)


def _han(gym: Gym) -> set[str]:
    forms = (one for one in names_of(gym) if " " not in one and _BRANCH.search(one))
    short = {_BRANCH.sub("", one) for one in forms if "攀岩" not in one and "抱石" not in one}
    return {one for one in short if len(one) >= 2 and not one.isascii()}


def _english(gym: Gym, gyms: Sequence[Gym]) -> set[str]:
    """The last words of the English name, where the names begin alike."""
    own = plain(gym.name_en).split()
    others = [plain(one.name_en).split() for one in gyms if one is not gym]
    alike = all(own[:1] == one[:1] for one in others)
    return {own[-1]} if len(own) > 1 and alike and own[-1].isalpha() else set()
