"""How the characters of a passage sound, one unit for each character, word or bopomofo syllable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.text import loose, syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.gazetteer.passage import Passage


@dataclass(frozen=True, slots=True)
class Sounding:
    """The loose sound of a unit of the key."""

    start: int
    end: int
    sound: str
    bopomofo: bool


def soundings(passage: Passage) -> list[Sounding]:
    """The units of a passage in its order; what the key left out has none."""
    return list(_units(passage))


def _units(passage: Passage) -> Iterator[Sounding]:
    offsets = passage.offsets
    index = dict(zip(reversed(offsets), range(len(offsets) - 1, -1, -1), strict=True))
    for syllable in syllables(passage.text):
        places = [index[i] for i in range(syllable.start, syllable.end) if i in index]
        if places:
            start, end = places[0], places[-1] + 1
            yield Sounding(start, end, loose(syllable.sound), syllable.bopomofo)
