"""Names that look or sound like something: indices that leave a few candidates to compare.

Distances count insertions, deletions, substitutions and swaps of neighbours on keys.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from knowledge.gazetteer.branches import GENERIC
from knowledge.pacing import paced
from knowledge.text import has_han, loose, pinyin_key
from knowledge.text import key as fold
from knowledge.text.folding import is_han
from knowledge.text.sounds import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.gazetteer.lexicon import Lexicon

TELLING = frozenset(
    "零一二三四五六七八九十左右上下前后东西南北内外中大小新旧老黑白红蓝绿黄男女双单0123456789"
)
"""Characters by which brothers differ (天空一, 天空二): never a slip of the pen."""
_MAX_VARIANTS = 12
"""Sounds kept for one name with characters of several readings."""
_GENERIC_END = re.compile(
    "(?:" + "|".join(map(fold, f"{GENERIC}|區域|岩區|岩壁|路線|區|牆|岩".split("|"))) + ")$"
    "|(?:climbinggym|gym|wall|crag|area|cave|rock)$"
)
"""Words that many names end in: a slip is believed in what stands before them."""
_TELLING_SIZE = 2
"""Characters before such words by which a name is known, whatever is wrong behind them."""
_LETTERS_PER_SLIP = 5
_MAX_SLIPS = 3
_LONG_HAN = 6
"""Chinese characters from which two slips are believed."""
_SUGGEST_FROM = 5_000
_SUGGESTION_FLOOR = 45.0
_RAREST = 6
"""Pairs of characters by which names for a suggestion are picked."""


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
        self._parts: dict[tuple[int, int], dict[str, list[str]]] = defaultdict(dict)
        """By the length of the names and the number of the part, the names that have it."""
        self._places: dict[tuple[int, int, bool], list[tuple[dict[str, list[str]], int, int]]] = {}
        """By length and slips of what was typed, where in it which parts are looked for."""
        self._sounds: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._words: dict[str, list[str]] = defaultdict(list)
        for key, name in paced(self._names.items()):
            self._add(key, name)

    def _add(self, key: str, name: str) -> None:
        han = has_han(key)
        for index, (start, end) in enumerate(_cuts(len(key), _slips(len(key), han=han))):
            self._parts[len(key), index].setdefault(key[start:end], []).append(key)
        if not han:
            for word in set(english_words(name)):
                self._words[word].append(key)
        elif len(key) > 1:
            for pair in {key[i : i + 2] for i in range(len(key) - 1)}:
                self._pairs[pair].append(key)
            for sounds in _sounds_of(key):
                self._sounds[sounds].append(key)

    def sounding(self, sounds: tuple[str, ...]) -> list[str]:
        """Keys of the names with these loose syllables."""
        return self._sounds.get(sounds, [])

    def containing(self, part: str) -> list[str]:
        """Keys of the longer names in which the part stands, at least two characters of it."""
        if len(part) < 2:
            return []
        postings = (self._pairs.get(a + b, ()) for a, b in pairwise(part))
        return [key for key in min(postings, key=len) if part in key and key != part]

    def with_words(self, words: tuple[str, ...]) -> list[str]:
        """Keys of the English names that hold all of these words."""
        found = [set(self._words.get(word, ())) for word in words]
        return sorted(set.intersection(*found)) if found else []

    def misspelt(self, key: str) -> list[Similar]:
        """The names that the key may be a misspelling of, nearest only."""
        han = has_han(key)
        limit = _slips(len(key), han=han)
        pool = [name for name in self._sharing_a_part(key, limit) if name != key]
        found = process.extract(key, pool, scorer=OSA.distance, score_cutoff=limit, limit=None)
        near = [
            Similar(name, int(distance))
            for name, distance, _ in found
            if has_han(name) == han and _is_slip(key, name, han=han)
        ]
        best = min((name.distance for name in near), default=0)
        return [name for name in near if name.distance == best]

    def nearest(self, surface: str, limit: int) -> list[str]:
        """Keys of the names most alike, best first; empty when nothing is."""
        key = fold(surface)
        pool = self._pool(key)
        pool.update(name for word in english_words(surface) for name in self._words.get(word, ()))
        found = process.extract(
            key, sorted(pool), scorer=fuzz.ratio, limit=limit, score_cutoff=_SUGGESTION_FLOOR
        )
        return [name for name, _, _ in found]

    def _pool(self, key: str) -> set[str]:
        pairs = sorted({a + b for a, b in pairwise(key)}, key=lambda p: len(self._pairs.get(p, ())))
        known = [pair for pair in pairs if pair in self._pairs]
        pool = {name for pair in known[:_RAREST] for name in self._pairs[pair]}
        pool.update(self.sounding(loose_sounds(key)))
        pool.update(self._sharing_a_part(key, 1))
        if not pool and len(self._names) <= _SUGGEST_FROM:
            pool.update(self._names)
        return pool

    def _sharing_a_part(self, key: str, limit: int) -> list[str]:
        """Names of about this length that have one of their parts where the key has it.

        A name is cut into more parts than it may have slips, so that one part stays whole
        (Li et al., PASS-JOIN, 2011).
        """
        if not limit:
            return []
        han, size = has_han(key), len(key)
        places = self._places.get((size, limit, han))
        if places is None:
            places = self._places[size, limit, han] = [
                (self._parts[length, index], begin, end)
                for length, index, begin, end in _shares(size, limit, han=han)
                if (length, index) in self._parts
            ]
        found = set[str]()
        for names, begin, end in places:
            sharing = names.get(key[begin:end])
            if sharing:
                found.update(sharing)
        return sorted(found)


def _shares(size: int, limit: int, *, han: bool) -> Iterator[tuple[int, int, int, int]]:
    """Where a key of a size may have a part of a name: the name's length, which part, where.

    A part that moved by more than the slips before or behind it allow is not looked for.
    """
    for length in range(max(1, size - limit), size + limit + 1):
        longer = size - length
        for index, (start, end) in enumerate(_cuts(length, _slips(length, han=han))):
            for moved in range(-limit, limit + 1):
                possible = abs(moved) + abs(longer - moved) <= limit
                if possible and start + moved >= 0 and end + moved <= size:
                    yield length, index, start + moved, end + moved


def _slips(length: int, *, han: bool) -> int:
    """How many slips are believed in a key of this length."""
    if han:
        return 0 if length < 3 else 1 if length < _LONG_HAN else 2
    return min(length // _LETTERS_PER_SLIP, _MAX_SLIPS)


@lru_cache(maxsize=1_024)
def _cuts(length: int, slips: int) -> tuple[tuple[int, int], ...]:
    """Where a key is cut into parts, two more than it may have slips."""
    if not slips:
        return ()
    count = min(slips + 2, length)
    edges = [length * i // count for i in range(count + 1)]
    return tuple(pairwise(edges))


def loose_sounds(key: str) -> tuple[str, ...]:
    """The loose syllables of a key."""
    return tuple(map(loose, pinyin_key(key)))


def english_words(name: str) -> list[str]:
    """The words of an English name as keys, without apostrophes' tails."""
    cleaned = name.replace("\u2019", "'").casefold()
    return ["".join(filter(str.isalnum, word)) for word in cleaned.replace("-", " ").split()]


def _is_slip(typed: str, name: str, *, han: bool) -> bool:
    """Whether the difference is one that happens in writing, not one that makes another name."""
    if han and sorted(typed) == sorted(name) and not _swaps_what_tells(typed, name):
        return True
    if not _in_what_tells(typed, name):
        return False
    return _is_slip_of_han(typed, name) if han else _digits(typed) == _digits(name)


def _is_slip_of_han(typed: str, name: str) -> bool:
    if any(
        typed[:i] + typed[i + 1 :] == name for i in range(1, len(typed)) if typed[i] == typed[i - 1]
    ):
        return True
    more = Counter(typed) - Counter(name)
    if any(character in TELLING for character in more) and not _looks_alike(typed, name):
        return False
    if len(typed) == len(name):
        return True
    if _GYM_END.search(name) and len(name) - len(typed) == 1 and len(typed) > _TELLING_SIZE + 1:
        return True
    return len(name) > 3 and typed[0] == name[0] and typed[-1] == name[-1]


_LOOKS = """
右石 大太 大犬 白百 白自 白日 中申 北比 小少 内肉 上土 上止 左在 东车 西四 西酉 三川 八人 八入 九丸
九力 老考 十千 十土 外处 新亲 黑墨 红江 绿录 绿缘 蓝篮 女安 六穴 五丑 双又 南楠 前煎 后石 单弹 七匕
"""
_ALIKE = frozenset(_LOOKS.split())
"""What tells brothers apart, and characters that look like it; on the key."""


def _looks_alike(typed: str, name: str) -> bool:
    """Whether what tells brothers apart stands only for a character of the same look."""
    differ = [(ours, theirs) for ours, theirs in zip(typed, name, strict=False) if ours != theirs]
    telling = [f"{ours}{theirs}" for ours, theirs in differ if ours in TELLING]
    return len(typed) == len(name) and all(pair in _ALIKE for pair in telling)


def _swaps_what_tells(typed: str, name: str) -> bool:
    """Whether a swap moves a character by which brothers differ: 左右, 右左."""
    return any(
        ours != theirs and ours in TELLING and theirs in TELLING
        for ours, theirs in zip(typed, name, strict=True)
    )


def _in_what_tells(typed: str, name: str) -> bool:
    """Whether the slips are few for what is left of both without the words many names end in."""
    ours, theirs = _GENERIC_END.sub("", typed), _GENERIC_END.sub("", name)
    if typed.startswith(theirs) and len(theirs) >= _TELLING_SIZE:
        return True
    if _lacks_one(ours, theirs) and typed.removeprefix(ours) == name.removeprefix(theirs):
        return bool(_GYM_END.search(name))
    limit = _slips(min(len(ours), len(theirs)), han=has_han(ours))
    return bool(ours) and OSA.distance(ours, theirs, score_cutoff=limit) <= limit


def _lacks_one(ours: str, theirs: str) -> bool:
    """Whether a name of two characters lost one: 「浮攀岩館」."""
    return len(theirs) == _TELLING_SIZE and len(ours) == 1 and ours in theirs


_GYM_END = re.compile(f"(?:{'|'.join(map(fold, GENERIC.split('|')))})$")


def _digits(key: str) -> list[str]:
    return [character for character in key if character.isdigit()]


def _sounds_of(key: str) -> list[tuple[str, ...]]:
    """The commonest sounds of a key, then those with one character read otherwise."""
    if not all(map(is_han, key)):
        return [loose_sounds(key)]
    heard = [_heard(character) for character in key]
    first = tuple(sounds[0] for sounds in heard)
    variants = [first]
    for index, sounds in enumerate(heard):
        variants += [(*first[:index], sound, *first[index + 1 :]) for sound in sounds[1:]]
    return variants[:_MAX_VARIANTS]


@lru_cache(maxsize=30_000)
def _heard(character: str) -> tuple[str, ...]:
    """The loose readings of a character, the commonest three."""
    return tuple(dict.fromkeys(map(loose, readings(character)[:3])))
