"""Whether a question wants a climbing word explained or translated, by the frame around the word.

「@用英文怎麼講」 says it whatever the word is. So every word of the glossary is replaced by one
placeholder, and a linear model is learned over what is left: from the frames in
``kinds/frames.yaml`` and the phrasings of the development splits, against all other examples in
which a climbing word stands. Learned by ``python -m bot.evaluation.learning``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from bot.understanding.examples.linear import Model, load
from knowledge.terms import glossary_words
from knowledge.text import has_han, key

WEIGHTS = Path(__file__).with_name("kinds") / "frames.npz"
TERM = "\ue00a"
"""Stands where a climbing word stood."""
_LEAST = 2
_STEM = 7
_LONGEST = 12
"""Pairs of characters from which the frame is no shorter or longer than others."""
_RUN = re.compile("[\u3400-\u9fff\ue000-\ue00a^$]+")
_WORD = re.compile("[a-z]+(?:'[a-z]+)?|[\ue000-\ue00a]")
_MARKS = re.compile("[\ue00a^$?？!！。，, ]")


_ASKS = {
    "puzzled": re.compile(r"[看听搞]不懂|没听懂|没看懂|不懂|不明白|don't (?:get|understand|know)"),
    "meaning": re.compile(
        r"意思|解释|说明|定义|代表|指的|指什|是啥|是什么|\bmeans?\b|meaning|explain|defin"
    ),
    "language": re.compile(
        r"英[文语]|中文|国语|老外|外国|国外|台湾|在地|english|chinese|mandarin|taiwan|locals?\b"
    ),
    "saying": re.compile(
        r"怎么?[说讲叫翻称写]|咋[说讲叫]|称呼|哪个[字词]|什么[字词]|单字|用词|翻[成译]|对应"
        r"|\b(?:say|says|saying|said|call|calls|called|translat\w*|word|term|equivalent)\b"
    ),
}
"""What a frame asks of the word, however it is put; on the key, or in lower case."""


@lru_cache(maxsize=64)
def masked(folded: str, lower: str) -> tuple[str, str]:
    """The question with its climbing words replaced."""
    return _folded_words().sub(TERM, folded), _lower_words().sub(TERM, lower)


def frames(folded: str, lower: str) -> tuple[str, ...]:
    """What stands beside the climbing words of a question; nothing where there is none."""
    folded, lower = masked(folded, lower)
    if TERM not in folded and TERM not in lower:
        return ()
    found = ["is:term"]
    line = f"^{folded}$"
    for at, character in enumerate(line):
        if character == TERM:
            before, after = line[max(0, at - 2) : at], line[at + 1 : at + 3]
            found += [f"at:{before[-1:]}@", f"at:@{after[:1]}", f"at:{before}@", f"at:@{after}"]
    words = ["^", *lower.replace(TERM, f" {TERM} ").split(), "$"]
    for before, after in pairwise(words):
        if TERM in (before, after):
            found.append(f"beside:{before} {after}")
    return (*found, f"long:{min(len(_MARKS.sub('', folded)) // 3, 8)}")


def frame_pieces(folded: str, lower: str, cues: frozenset[str]) -> tuple[str, ...]:
    """The pieces of the frame around the climbing words; nothing where there is none."""
    folded, lower = masked(folded, lower)
    if TERM not in folded and TERM not in lower:
        return ()
    found: list[str] = []
    for run in _RUN.findall(f"^{folded}$"):
        found += [f"pair:{a}{b}" for a, b in pairwise(run)]
        found += [f"triple:{run[at : at + 3]}" for at in range(len(run) - 2)]
    words = ["^", *(word[:_STEM] for word in _WORD.findall(lower)), "$"]
    found += [f"word:{word}" for word in words[1:-1]]
    found += [f"words:{a} {b}" for a, b in pairwise(words)]
    found += sorted(f"cue:{cue}" for cue in cues)
    asks = [name for name, said in _ASKS.items() if said.search(folded) or said.search(lower)]
    found += [f"concept:{name}" for name in asks]
    found += [f"concept:{a}+{b}" for at, a in enumerate(asks) for b in asks[at + 1 :]]
    found.append(f"long:{min(len(_MARKS.sub('', folded)) // 2, _LONGEST)}")
    found.append(f"terms:{folded.count(TERM)}")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=64)
def asks_word(folded: str, lower: str, cues: frozenset[str]) -> float:
    """How likely it is that a climbing word is to be explained or translated."""
    found = frame_pieces(folded, lower, cues)
    return model().likely(found)["word"] if found else 0.0


@cache
def model() -> Model:
    """The model that is shipped."""
    return load(WEIGHTS)


@cache
def _folded_words() -> re.Pattern[str]:
    folded = sorted({key(word) for word in glossary_words()}, key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(
            re.escape(word) if has_han(word) else rf"(?<![a-z]){re.escape(word)}(?![a-z])"
            for word in folded
            if len(word) >= _LEAST
        )
    )


@cache
def _lower_words() -> re.Pattern[str]:
    lower = sorted({word.casefold() for word in glossary_words()}, key=lambda w: (-len(w), w))
    return re.compile(
        "|".join(
            re.escape(word) if has_han(word) else rf"(?<![a-z]){re.escape(word)}(?![a-z])"
            for word in lower
            if len(word) >= _LEAST
        )
    )
