"""What is seen of one clause of a speech, beside the answer that it retells.

Every piece is a short text. Its first part says where the words of the clause come from: ``a`` the
rendered answer, ``q`` the question, ``r`` the records, ``n`` nowhere; then follow the words, how
many there are of each, how the clause begins and ends, and what it adds to the clause of the answer
that it shares most with, or leaves out of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Final

from bot.voice.plain import plain
from bot.voice.untold_beside import changes
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ENDS: Final = re.compile(r"(?<=[，。；;！!？?\n])|(?<=,)(?=\s)|(?<=[a-z0-9)]\.)(?=\s)")
_PARTS: Final = re.compile(r"[，。；;！!？?\n：]|, |\. ")
_HAN: Final = re.compile(r"[\u3400-\u9fff]+")
_LATIN: Final = re.compile(r"[a-z]+(?:['’-][a-z]+)*", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d+(?:[.:/]\d+)*[a-d+]?")
_NAME: Final = "⬚"
"""What stands for the name of a record."""
_TOKEN: Final = re.compile(rf"{_HAN.pattern}|{_LATIN.pattern}|{_FIGURE.pattern}|\S", re.IGNORECASE)
_DENIES: Final = re.compile(
    r"[不沒無未非別勿]|\bno\b|\bnot\b|n't\b|\bnever\b|\bnone\b|\bnothing\b|cannot", re.IGNORECASE
)
_WEIGHTY: Final = frozenset("約只僅最多少都全各也不沒未可能會應該需要須大概部分以上下內外間")
"""Characters that change what a clause says when they are left out."""
_MARKS: Final = frozenset("「」『』（）()\"'“”*・,.")
_STEMS: Final = ("'s", "ing", "ed", "es", "s")
_MOST: Final = {"n": 8, "q": 4, "r": 4, "a": 4}
"""How far words of each origin are counted."""
_FEW: Final = 3
_BEFORE: Final = "before:"
_REPEATED: Final = re.compile(r"(.)\1+")
_ONCE: Final = r"\1"


@dataclass(frozen=True, slots=True)
class Retold:
    """The answer that is retold: what a clause is laid beside."""

    answer: str
    """Its text without sources."""
    known: str
    """Everything that may be repeated."""
    asked: str
    intent: str
    names: tuple[str, ...]
    """The names of its records, the longest first."""
    of_oneself: bool
    abstained: bool
    zh: bool


@dataclass(frozen=True)
class _Words:
    """The words of a text, to be looked up."""

    text: str

    @cached_property
    def pairs(self) -> frozenset[str]:
        runs = map(key, _HAN.findall(self.text))
        return frozenset(run[at : at + 2] for run in runs for at in range(len(run) - 1))

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(one for run in _HAN.findall(self.text) for one in key(run))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(map(_stem, _LATIN.findall(self.text)))

    @cached_property
    def figures(self) -> frozenset[str]:
        return frozenset(_FIGURE.findall(self.text))

    @cached_property
    def singles(self) -> tuple[str, ...]:
        return tuple(_singles(self.text))

    @cached_property
    def denies(self) -> bool:
        return denies(self.text)

    def shared(self, other: _Words) -> int:
        """How many words of another text stand in it too."""
        sides = ((self.pairs, other.pairs), (self.stems, other.stems))
        return sum(len(a & b) for a, b in (*sides, (self.figures, other.figures)))


def denies(text: str) -> bool:
    """Whether a text denies something."""
    return bool(_DENIES.search(text))


def clauses_of(text: str) -> list[str]:
    """The clauses of a text with their marks."""
    return [one for one in _ENDS.split(text) if one.strip()]


def bare(clause: str) -> str:
    """A clause without the mark at its end."""
    return clause.strip().rstrip("，。；;！!？?,.～~ ")


def pieces_of_clause(clause: str, before: str, retold: Retold) -> tuple[str, ...]:
    """What is seen of a clause.

    Args:
        clause: One of ``clauses_of`` a sentence.
        before: What is said before it.
        retold: The answer that it retells.
    """
    seen = _Seen(retold)
    # the mark at its end goes when others are left out behind it
    said = plain(_unnamed(bare(clause), retold.names)).casefold()
    tokens = _TOKEN.findall(said)
    found = [piece for token in tokens for piece in seen.of(token)]
    found += _pairs_of_words(said, seen.answer)
    found += _ends(tokens)
    found += _beside_the_answer(said, retold)
    found += seen.counts(len(clauses_of(before)))
    return tuple(dict.fromkeys(found))


def first_said(pieces: Iterable[str]) -> tuple[str, ...]:
    """The pieces of a clause as if a speech began with it."""
    rest = tuple(one for one in pieces if not one.startswith(_BEFORE))
    new = next(int(one[2:]) for one in rest if one.startswith("n:"))
    return (*rest, *_place(0, new))


def _place(before: int, new: int) -> Iterator[str]:
    """How many clauses are said before, alone and with how much of it is new."""
    yield f"{_BEFORE}{min(before, _FEW + 1)}"
    yield f"{_BEFORE}{min(before, _FEW)}:{min(new // 2, _FEW)}"


class _Seen:
    """Where the words of a clause come from, one after the other."""

    def __init__(self, retold: Retold) -> None:
        self.retold = retold
        self.answer = _words_of(retold.answer)
        self.origins = (
            ("a", self.answer),
            ("q", _words_of(retold.asked)),
            ("r", _words_of(retold.known)),
        )
        self.number = dict.fromkeys("aqrn", 0)
        self.shape = ""

    def of(self, token: str) -> Iterator[str]:
        """The pieces of one token."""
        if _HAN.match(token):
            yield from self._run(key(token))
        elif _LATIN.match(token):
            word = _stem(token)
            origin = self._origin(lambda words: word in words.stems)
            self.number[origin] += 1
            self.shape += origin
            yield f"w{origin}:{word}"
        elif token[0].isdigit():
            self.shape += "#"
            yield f"figure:{self._origin(lambda words: token in words.figures)}"
        elif token == _NAME:
            self.shape += "N"
            yield "name"
        else:
            self.shape += "."

    def counts(self, before: int) -> Iterator[str]:
        """How much there is of what, and where the clause stands."""
        new, recorded, retold = self.number["n"], self.number["r"], self.retold
        yield from (f"{one}:{min(self.number[one], most)}" for one, most in _MOST.items())
        yield f"share:{5 * new // max(sum(self.number.values()), 1)}"
        kinds = [f"i:{retold.intent}", f"zh:{retold.zh:d}"]
        kinds += [name for name in ("of_oneself", "abstained") if getattr(retold, name)]
        for kind in kinds:
            yield from (kind, f"{kind}:{min(new // 2, 4)}")
            yield f"{kind}:{min(new, 2)}:{min(recorded, 2)}"
        yield from _place(before, new)
        yield f"shape:{_REPEATED.sub(_ONCE, self.shape)[:8]}"

    def _origin(self, holds: Callable[[_Words], bool]) -> str:
        return next((name for name, words in self.origins if holds(words)), "n")

    def _run(self, run: str) -> Iterator[str]:
        """A run of Chinese characters: its pairs, and each character by the best of its pairs."""
        pairs = [run[at : at + 2] for at in range(len(run) - 1)]
        origins = [self._origin(partial(_has_pair, pair)) for pair in pairs]
        for pair, origin in zip(pairs, origins, strict=True):
            self.number[origin] += 1
            if origin in "nr":
                yield f"2{origin}:{pair}"
        for at, one in enumerate(run):
            beside = origins[max(at - 1, 0) : at + 1]
            best = min(beside, key="aqrn".index, default="n")
            self.shape += best
            if best in "anr":
                yield f"1{best}:{one}"


def _has_pair(pair: str, words: _Words) -> bool:
    return pair in words.pairs


def _pairs_of_words(said: str, answer: _Words) -> Iterator[str]:
    words = [_stem(word) for word in _LATIN.findall(said)]
    if not words:
        return
    for one, after in zip(["^", *words], [*words, "$"], strict=True):
        new = (one not in answer.stems) + (after not in answer.stems)
        yield f"ww{new}:{one} {after}"


def _ends(tokens: list[str]) -> Iterator[str]:
    """How the clause begins and ends, in Chinese characters."""
    told = "".join(map(_sketched, tokens))
    yield from (f"^{size}:{told[:size]}" for size in (1, 2, 3))
    yield from (f"${size}:{told[-size:]}" for size in (2, 3))


def _sketched(token: str) -> str:
    if _HAN.match(token):
        return key(token)
    if token[0].isdigit():
        return "#"
    if token == _NAME:
        return "N"
    return "w" if _LATIN.match(token) else ""


def _unnamed(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(name, f" {_NAME} ")
    return text


def _singles(text: str) -> Iterator[str]:
    """The words of a text, Chinese characters one by one."""
    for token in _TOKEN.findall(text):
        if _HAN.match(token):
            yield from key(token)
        elif _LATIN.match(token):
            yield _stem(token)
        elif token[0].isdigit():
            yield "#"
        elif token not in _MARKS:
            yield token


def _beside_the_answer(said: str, retold: Retold) -> Iterator[str]:
    """What a clause adds to the clause of the answer that it shares most with, or leaves out."""
    own = _Words(said)
    nearest, most = None, 0
    for one in _clauses_of_answer(retold.answer, retold.names):
        shared = one.shared(own)
        if shared > most:
            nearest, most = one, shared
    yield f"alike:{min(most, 4)}"
    yield f"denies:{own.denies:d}{'-' if nearest is None else f'{nearest.denies:d}'}"
    if nearest is not None:
        yield from (f"less:{one}" for one in (nearest.characters - own.characters) & _WEIGHTY)
        yield from (f"more:{one}" for one in own.characters - nearest.characters)
        yield from (f"figure:{one in nearest.figures:d}" for one in own.figures)
        yield from changes(own.singles, nearest.singles)


@lru_cache(maxsize=64)
def _words_of(text: str) -> _Words:
    return _Words(plain(text))


@lru_cache(maxsize=16)
def _clauses_of_answer(answer: str, names: tuple[str, ...]) -> tuple[_Words, ...]:
    text = plain(_unnamed(answer, names)).casefold()
    return tuple(_Words(one) for one in _PARTS.split(text) if one.strip())


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    bare = word.casefold().replace("’", "'")
    for end in _STEMS:
        if bare.endswith(end) and len(bare) - len(end) >= _FEW:
            return bare[: -len(end)]
    return bare
