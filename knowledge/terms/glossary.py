"""Which terms a glossary question asks about: 「什麼是 flash」, "what does 完攀 mean"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from knowledge.terms.conversion import load_conversions
from knowledge.terms.script import to_traditional
from knowledge.terms.table import Term, load_terms
from knowledge.text import has_han, key, keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FRAME = re.compile(
    r"""請問|想問(?:一下)?|問一下|到底|所謂的?|何謂|(?:解釋|說明|介紹)(?:一下)?
    |什麼(?:叫做?|是)|啥是|(?:是|指的?是|代表|有)?(?:什麼|甚麼|啥)(?:東西|意思|含義|定義|動作|技巧)?
    |這?個?(?:詞|術語|用語|字|單字|名詞|說法|動作)|的?(?:意思|定義|英文|英語|中文|台語|翻譯)
    |(?:要|該)?(?:怎麼|如何)(?:說|講|翻譯?|唸|念|稱呼|叫)|叫(?:做|作)?|(?:岩友)?(?:說|講)的
    |在?攀岩(?:裡面?|中|界|術語|的)|常?聽到的|指的是?|是指|嗎|呢|啊|呀|是
    |[台臺]灣(?:話|人)?|大陸|對岸|內地|香港|中國
    |\b(?:what(?:'?s)?|is|are|do|does|mean(?:s|ing)?|the|an?|of|in|to|for|by|it|about|tell|me
    |english|chinese|mandarin|climbing|term|word|define|definition|explain|please|how|you|say
    |call(?:ed)?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOTE = re.compile(r"[（(「].*$|[!！=].*$")
"""Remarks behind a word of another region."""
_MARKS = re.compile(r"[\s「」『』“”\"'\u2018\u2019（）()？?！!，,。.：:；;～~、…]+")
_QUOTED = re.compile(r"[「『“\"]([^「」『』“”\"]{1,24})[」』”\"]")
_COMPARED = re.compile(
    r"(?P<one>[^，。？?,]{1,24}?)\s*(?:跟|和|與|与|\bvs\b\.?|、)\s*(?P<other>[^，。？?,]{1,24}?)\s*的?"
    r"(?:差在哪|差在那|差別|差别|差異|差异|有什麼不同|有什么不同|有何不同|哪裡不同|哪里不同|有什麼不一樣"
    r"|有什么不一样|不一樣|不一样|有什麼差|有什么差|怎麼分|怎么分|區別|区别)"
    r"|difference between (?:an? |the )?(?P<a>.{1,30}?) and (?:an? |the )?(?P<b>[^?.!]{1,30})",
    re.IGNORECASE,
)
"""Two words whose difference is asked."""
_SHORTEST_INSIDE = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """One way to say a term."""

    key: str
    surface: str
    term: Term


def find_term(text: str) -> tuple[Term, ...]:
    """The terms that a text names, longer words before shorter ones.

    A word that fills the whole question (without its framing) wins, even a single character such
    as 「線」; inside other text only words of two characters and more count, Latin ones whole.
    """
    return asked_terms(text) or tuple(dict.fromkeys(_contained(text)))


def asked_terms(text: str) -> tuple[Term, ...]:
    """The terms that a question is about as a whole: quoted, framed, or put beside another."""
    for quoted in _QUOTED.findall(text):
        whole = _whole(quoted)
        if whole:
            return whole
    compared = _COMPARED.search(text)
    if compared is not None:
        one = _whole(_last(compared["one"] or compared["a"]))
        other = _whole(compared["other"] or compared["b"])
        if one and other:
            return tuple(dict.fromkeys((*one[:1], *other[:1])))
    return _whole(_focus(to_traditional(text)))


def glossary_words() -> tuple[str, ...]:
    """Every word by which a term may be asked: Taiwan's, English ones, other regions'."""
    return tuple(word.surface for word in _words())


def _whole(words: str) -> tuple[Term, ...]:
    """The terms that the words are, and no more."""
    folded = key(words)
    return tuple(dict.fromkeys(word.term for word in _words() if word.key == folded))


def _last(words: str) -> str:
    """The words behind the frame that opens a question: 「請問」."""
    return _focus(to_traditional(words)) or words


def _focus(text: str) -> str:
    return _MARKS.sub(" ", _FRAME.sub(" ", text)).strip()


def _contained(text: str) -> list[Term]:
    """Terms inside a text; a word that lies inside a longer found one does not count."""
    taken: list[tuple[int, int]] = []
    found: list[Term] = []
    folded = keyed(text)
    for word in _words():
        if len(word.key) < _SHORTEST_INSIDE or word.key not in folded.key:
            continue
        spans = _places(word, text, folded.key, folded.offsets)
        free = [span for span in spans if not any(s <= span[0] and span[1] <= e for s, e in taken)]
        same = [span for span in spans if span in taken]
        taken.extend(free)
        if free or same:
            found.append(word.term)
    return found


def _places(word: _Word, text: str, folded: str, offsets: tuple[int, ...]) -> list[tuple[int, int]]:
    places = []
    start = folded.find(word.key)
    while start >= 0:
        end = start + len(word.key)
        span = offsets[start], offsets[end - 1] + 1
        if has_han(word.surface) or _stands_alone(text, *span):
            places.append(span)
        start = folded.find(word.key, start + 1)
    return places


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not _is_latin(before) and not _is_latin(after)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _parts(words: Iterable[str]) -> Iterator[str]:
    """Words written together in one variant: 「封閉/解封」."""
    return (part for word in words if "/" in word for part in word.split("/"))


@cache
def _words() -> tuple[_Word, ...]:
    """Every word for every term: Taiwan's, English ones, and other regions' as a way in."""
    words = [
        _Word(key(surface), surface, term)
        for term in load_terms()
        for surface in dict.fromkeys((*term.words, *_parts(term.words), *term.english))
    ]
    known = {word.key for word in words}
    by_zh = {term.zh: term for term in load_terms()}
    words.extend(
        _Word(key(row.word), row.word, by_zh[row.taiwan])
        for row in load_conversions()
        if row.taiwan in by_zh and key(row.word) not in known
    )
    known.update(word.key for word in words)
    words.extend(
        _Word(key(word), word, term)
        for term in load_terms()
        for _, written in term.avoid
        if (word := _NOTE.sub("", written).strip()) and key(word) not in known
    )
    return tuple(sorted(words, key=lambda word: -len(word.key)))
