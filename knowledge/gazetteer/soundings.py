"""How the characters of a passage sound, one unit for each character, word or bopomofo syllable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.text import loose, syllables
from knowledge.text.sounds import has_bopomofo, readings

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
    if has_bopomofo(passage.text):
        return list(_syllables(passage))
    return list(_characters(passage))


def _characters(passage: Passage) -> Iterator[Sounding]:
    """A unit for each Chinese character and each run of letters or digits."""
    start = 0
    while start < passage.length:
        end = start + 1
        if passage.latin_at(start):
            while end < passage.length and passage.latin_at(end) and not passage.gaps[end]:
                end += 1
            sound = passage.key[start:end]
        else:
            sound = loose(readings(passage.text[passage.offsets[start]])[0])
        yield Sounding(start, end, sound, bopomofo=False)
        start = end


def _syllables(passage: Passage) -> Iterator[Sounding]:
    offsets = passage.offsets
    index = dict(zip(reversed(offsets), range(len(offsets) - 1, -1, -1), strict=True))
    for syllable in syllables(passage.text):
        places = [index[i] for i in range(syllable.start, syllable.end) if i in index]
        if places:
            start, end = places[0], places[-1] + 1
            yield Sounding(start, end, loose(syllable.sound), syllable.bopomofo)
