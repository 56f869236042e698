"""Names that look or sound like something: indices that leave a few candidates to compare.

Distances count insertions, deletions, substitutions and swaps of neighbours on keys.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from knowledge.gazetteer.lexicon import Lexicon
from knowledge.text import edit_distance, has_han, loose, pinyin_key
from knowledge.text.folding import is_han
from knowledge.text.sounds import readings

_TELLING = frozenset("零一二三四五六七八九十左右上下前后东西南北内外中大小新旧老黑白红蓝绿黄男女双单0123456789")
"""Characters by which brothers differ (天空一, 天空二): never a slip of the pen."""
_MAX_VARIANTS = 12
"""Sounds kept for one name with characters of several readings."""
_SHORT_HAN = (3, 6)
"""Lengths of Chinese keys that are found by leaving out one character."""
_LETTERS_PER_SLIP = 5
_MAX_SLIPS = 3
_MAX_CANDIDATES = 60
_SUGGEST_FROM = 5_000
_SUGGESTION_FLOOR = 45.0


@dataclass(frozen=True, slots=True)
class Similar:
    """A known name near to what was asked."""

    key: str
    distance: int


class SimilarNames:
    """Finds the names of a lexicon that look or sound like a key."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = lexicon.names
        self._pairs: dict[str, list[str]] = defaultdict(list)
        self._shorter: dict[str, list[str]] = defaultdict(list)
        self._sounds: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._words: dict[str, list[str]] = defaultdict(list)
        for key, name in self._names.items():
            self._add(key, name)

    def _add(self, key: str, name: str) -> None:
        for pair in {a + b for a, b in pairwise(key)}:
            self._pairs[pair].append(key)
        if has_han(key):
            if _SHORT_HAN[0] <= len(key) <= _SHORT_HAN[1]:
                for variant in _leaving_one_out(key):
                    self._shorter[variant].append(key)
            if len(key) > 1:
                for sounds in _sounds_of(key):
                    self._sounds[sounds].append(key)
        else:
            for word in set(english_words(name)):
                self._words[word].append(key)

    def sounding(self, sounds: tuple[str, ...]) -> list[str]:
        """Keys of the names with these loose syllables."""
        return self._sounds.get(sounds, [])

    def containing(self, part: str) -> list[str]:
        """Keys of the longer names in which the part stands, at least two characters of it."""
        if len(part) < 2:
            return []
        rarest = min((a + b for a, b in pairwise(part)), key=lambda pair: len(self._pairs[pair]))
        return [key for key in self._pairs[rarest] if part in key and key != part]

    def with_words(self, words: tuple[str, ...]) -> list[str]:
        """Keys of the English names that hold all of these words."""
        found = [set(self._words.get(word, ())) for word in words]
        return sorted(set.intersection(*found)) if found else []

    def misspelt(self, key: str) -> list[Similar]:
        """The names that the key may be a misspelling of, nearest only."""
        near = self._near_han(key) if has_han(key) else self._near_latin(key)
        best = min((name.distance for name in near), default=0)
        return [name for name in near if name.distance == best]

    def nearest(self, key: str, limit: int) -> list[str]:
        """Keys of the names most alike, best first; empty when nothing is."""
        pool = self._pool(key)
        found = process.extract(
            key, pool, scorer=fuzz.ratio, limit=limit, score_cutoff=_SUGGESTION_FLOOR
        )
        return [name for name, _, _ in found]

    def _pool(self, key: str) -> list[str]:
        pool = {name for a, b in pairwise(key) for name in self._pairs.get(a + b, ())}
        pool.update(self.sounding(loose_sounds(key)))
        pool.update(self._candidates_by_leaving_out(key))
        if not pool and len(self._names) <= _SUGGEST_FROM:
            pool.update(self._names)
        return sorted(pool)

    def _near_han(self, key: str) -> list[Similar]:
        near = []
        for name in self._candidates(key):
            limit = 1 if min(len(key), len(name)) < 6 else 2
            distance = edit_distance(key, name, limit)
            if 0 < distance <= limit and _is_slip(key, name):
                near.append(Similar(name, distance))
        return near

    def _near_latin(self, key: str) -> list[Similar]:
        limit = min(len(key) // _LETTERS_PER_SLIP, _MAX_SLIPS)
        near = []
        for name in self._candidates(key) if limit else ():
            if abs(len(name) - len(key)) > limit or has_han(name):
                continue
            distance = edit_distance(key, name, limit)
            if 0 < distance <= limit and _digits(key) == _digits(name):
                near.append(Similar(name, distance))
        return near

    def _candidates(self, key: str) -> list[str]:
        shared = Counter(name for a, b in pairwise(key) for name in self._pairs.get(a + b, ()))
        common = [name for name, _ in shared.most_common(_MAX_CANDIDATES)]
        return list(dict.fromkeys([*common, *self._candidates_by_leaving_out(key)]))

    def _candidates_by_leaving_out(self, key: str) -> list[str]:
        if not _SHORT_HAN[0] - 1 <= len(key) <= _SHORT_HAN[1] + 1:
            return []
        variants = (key, *_leaving_one_out(key))
        return list(dict.fromkeys(name for v in variants for name in self._shorter.get(v, ())))


def loose_sounds(key: str) -> tuple[str, ...]:
    """The loose syllables of a key."""
    return tuple(map(loose, pinyin_key(key)))


def english_words(name: str) -> list[str]:
    """The words of an English name as keys, without apostrophes' tails."""
    cleaned = name.replace("\u2019", "'").casefold()
    return ["".join(filter(str.isalnum, word)) for word in cleaned.replace("-", " ").split()]


def _is_slip(typed: str, name: str) -> bool:
    """Whether the difference is one that happens in writing, not one that makes another name."""
    if any(typed[i] == typed[i - 1] and typed[:i] + typed[i + 1 :] == name for i in range(1, len(typed))):
        return True
    if any(character in _TELLING for character in Counter(typed) - Counter(name)):
        return False
    if len(typed) == len(name):
        return sorted(typed) == sorted(name) or len(name) > 3
    return len(name) > 3 and typed[0] == name[0] and typed[-1] == name[-1]


def _digits(key: str) -> list[str]:
    return [character for character in key if character.isdigit()]


def _leaving_one_out(key: str) -> set[str]:
    return {key[:index] + key[index + 1 :] for index in range(len(key))}


def _sounds_of(key: str) -> list[tuple[str, ...]]:
    """The commonest sounds of a key, then those with one character read otherwise."""
    first = loose_sounds(key)
    variants = [first]
    if len(first) == len(key):
        for index, character in enumerate(key):
            if is_han(character):
                for reading in readings(character)[1:3]:
                    variants.append((*first[:index], loose(reading), *first[index + 1 :]))
    return list(dict.fromkeys(variants))[:_MAX_VARIANTS]
