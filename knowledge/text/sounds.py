"""How names sound: toneless pinyin syllables, also of bopomofo, for names typed by ear.

A syllable knows its place in the original text. Bopomofo is read with or without tones and spaces;
its tones are dropped, as those of pinyin are.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.text.characters import HAN, TONE_MARKS
from knowledge.text.folding import is_han, key


@dataclass(frozen=True, slots=True)
class Syllable:
    """The sound of one Chinese character, one bopomofo syllable, or one run of letters."""

    sound: str
    """Toneless pinyin (``v`` for ü), or the key of the letters."""
    start: int
    end: int
    """Place in the original text, end excluded."""
    bopomofo: bool = False


def syllables(text: str) -> tuple[Syllable, ...]:
    """The sounds of a text in order, each character with its commonest reading."""
    found: list[Syllable] = []
    for match in _UNIT.finditer(text):
        unit = match.group()
        if is_han(unit[0]):
            found.append(Syllable(readings(unit)[0], match.start(), match.end()))
        elif _is_bopomofo(unit[0]):
            found.extend(_bopomofo_syllables(unit, match.start()))
        elif sound := key(unit):
            found.append(Syllable(sound, match.start(), match.end()))
    return tuple(found)


def has_bopomofo(text: str) -> bool:
    """Whether a letter of bopomofo stands in the text."""
    return any(map(_is_bopomofo, text))


def pinyin_key(text: str) -> tuple[str, ...]:
    """The sounds of a text: 「龍洞」, 「龙洞」 and 「ㄌㄨㄥˊ ㄉㄨㄥˋ」 are ``("long", "dong")``."""
    return tuple(syllable.sound for syllable in syllables(text))


@lru_cache(maxsize=30_000)
def readings(character: str) -> tuple[str, ...]:
    """All toneless readings of one Chinese character, commonest first; itself when it has none."""
    sounds = _pinyin_of(key(character) or character) + _pinyin_of(character)
    return tuple(dict.fromkeys(sound.replace("ü", "v") for sound in sounds)) or (character,)


@lru_cache(maxsize=4_096)
def loose(sound: str) -> str:
    """The sound without the differences that many speakers in Taiwan drop.

    zh/z, ch/c, sh/s and the endings ing/in, eng/en are one.
    """
    plain = re.sub(r"^([zcs])h", r"\1", sound)
    return re.sub(r"(?<=[ie])ng$", "n", plain)


_BOPOMOFO = "\u3105-\u312f\u31a0-\u31bf"
_TONES = "".join(sorted(TONE_MARKS))
_UNIT = re.compile(
    rf"[{_BOPOMOFO}][{_BOPOMOFO}{_TONES}]*"
    rf"|[{HAN}]"
    rf"|(?:[^\W_{HAN}{_BOPOMOFO}]['\u2019]?)+"
)

_INITIALS = dict(zip("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ", (
    "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
    "zh", "ch", "sh", "r", "z", "c", "s",
), strict=True))  # fmt: skip
_FINALS = dict(zip("ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ", (
    "a", "o", "e", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er",
), strict=True))  # fmt: skip
_MEDIAL_I = {"": "i", "a": "ia", "o": "io", "e": "ie", "ai": "iai", "ao": "iao", "ou": "iu",
             "an": "ian", "en": "in", "ang": "iang", "eng": "ing"}  # fmt: skip
_MEDIAL_U = {"": "u", "a": "ua", "o": "uo", "ai": "uai", "ei": "ui", "an": "uan", "en": "un",
             "ang": "uang", "eng": "ong"}  # fmt: skip
_MEDIAL_V = {"": "v", "e": "ve", "an": "van", "en": "vn", "eng": "iong"}
_ALONE = {"i": "yi", "in": "yin", "ing": "ying", "iu": "you", "u": "wu", "ui": "wei",
          "un": "wen", "ong": "weng", "v": "yu", "ve": "yue", "van": "yuan", "vn": "yun",
          "iong": "yong"}  # fmt: skip
_SYLLABLE = re.compile(
    r"(?P<initial>[ㄅ-ㄙ]?)(?P<medial>(?<![ㄓ-ㄙ])[ㄧ丨ㄩ]|ㄨ|)(?P<final>[ㄚ-ㄦ]?)(?P<tone>[ˊˇˋ˙ˉ]*)"
)


def _is_bopomofo(character: str) -> bool:
    return "\u3105" <= character <= "\u312f" or "\u31a0" <= character <= "\u31bf"


def _bopomofo_syllables(run: str, start: int) -> list[Syllable]:
    found = []
    for match in _SYLLABLE.finditer(run):
        initial, medial, final, _ = match.groups()
        if initial or medial or final:
            sound = _syllable_to_pinyin(initial, medial, final)
            found.append(Syllable(sound, start + match.start(), start + match.end(), bopomofo=True))
    return found


def _syllable_to_pinyin(initial: str, medial: str, final: str) -> str:
    consonant = _INITIALS.get(initial, "")
    vowel = _FINALS.get(final, "")
    if medial:
        table = {"ㄨ": _MEDIAL_U, "ㄩ": _MEDIAL_V}.get(medial, _MEDIAL_I)
        vowel = table.get(vowel, vowel)
    if not consonant:
        if vowel in _ALONE:
            return _ALONE[vowel]
        return {"i": "y", "u": "w"}.get(vowel[0], vowel[0]) + vowel[1:] if medial else vowel
    if not vowel:
        return consonant + ("i" if initial in "ㄓㄔㄕㄖㄗㄘㄙ" else "")
    if consonant in {"j", "q", "x"}:
        return consonant + vowel.replace("v", "u")
    return consonant + vowel


@cache
def _pinyin_of(character: str) -> tuple[str, ...]:
    # Phrases would cost 45 MB and 0.2 s; single readings are all that a key needs.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - see above: loaded only when something is fuzzy

    if len(character) != 1 or not is_han(character):
        return ()
    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(found[0]) if found else ()
