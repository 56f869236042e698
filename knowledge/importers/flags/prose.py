"""Warnings in a description: sentence by sentence, clause by clause, with the sentence as evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.importers.days import first_day_in
from knowledge.importers.flags import phrases
from knowledge.importers.flags.phrases import WORDINGS, Wording
from knowledge.schema import BLOCKING_FLAGS, Flag, FlagKind
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

EVIDENCE_LIMIT = 80
"""Characters of a quoted sentence; of a longer one only the clause is quoted."""

_SENTENCE = re.compile(r"(?<=[。！!？?；;])|\n+|(?<=[a-z)][.]) +(?=[A-Z])|(?=⚠)")
_CLAUSE = re.compile(r"[，,、]|(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
_NAMES_OF_OTHERS = re.compile(
    r"<[^<>]{1,60}>|＜[^＜＞]{1,60}＞|《[^《》]{1,60}》|〈[^〈〉]{1,60}〉"
)
_EDGES = " \t，,。；;、:："


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    sentence: str
    position: int


def flags_in(*texts: str) -> tuple[Flag, ...]:
    """The flags of some descriptions, each kind once per sentence that says it."""
    found: dict[tuple[FlagKind, str], Flag] = {}
    for text in texts:
        for flag in _flags_of(text):
            found.setdefault((flag.kind, flag.evidence), flag)
    return tuple(found.values())


def is_partial(evidence: str) -> bool:
    """Whether a closure speaks of some routes only, not of the place as a whole."""
    return bool(
        phrases.PARTIAL.search(key(evidence)) or phrases.PARTIAL_ENGLISH.search(evidence.lower())
    )


def _flags_of(text: str) -> Iterator[Flag]:
    clauses = list(_clauses(text))
    last_reopening = max((clause.position for clause in clauses if _reopens(clause)), default=-1)
    for clause in clauses:
        kinds = _kinds(clause, last_reopening)
        if kinds == [] and clause.text.lstrip().startswith("⚠"):
            kinds = ["hazard"]
        for kind in kinds:
            evidence = _evidence(clause)
            yield Flag(kind, evidence, first_day_in(evidence) or first_day_in(clause.sentence))


def _clauses(text: str) -> Iterator[_Clause]:
    position = 0
    for sentence in _SENTENCE.split(text):
        for clause in _CLAUSE.split(sentence):
            position += 1
            if clause.strip():
                yield _Clause(clause, sentence, position)


def _reopens(clause: _Clause) -> bool:
    folded = key(_readable(clause.text))
    if phrases.REOPENED.search(folded) and not phrases.NOT_REOPENED.search(folded):
        return True
    return bool(phrases.REOPENED_ENGLISH.search(_readable(clause.text).lower()))


def _kinds(clause: _Clause, last_reopening: int) -> list[FlagKind]:
    readable = _readable(clause.text)
    folded, lowered = key(readable), readable.lower()
    kinds = [wording.kind for wording in WORDINGS if _says(wording, folded, lowered)]
    if "closed" in kinds and clause.position <= last_reopening:
        kinds.remove("closed")
    if "discouraged" in kinds and "do_not_climb" in kinds:
        kinds.remove("do_not_climb")  # 「建議勿攀登」 is advice, not a ban
    if _is_conditional(_readable(clause.sentence)):
        kinds = [
            kind if kind not in {"do_not_climb", "discouraged"} else "hazard" for kind in kinds
        ]
    if len(kinds) > 1 and BLOCKING_FLAGS.intersection(kinds) and "hazard" in kinds:
        kinds.remove("hazard")
    return list(dict.fromkeys(kinds))


def _says(wording: Wording, folded: str, lowered: str) -> bool:
    if wording.chinese and wording.chinese.search(folded):
        if not (wording.unless and wording.unless.search(folded)):
            return True
    if wording.english and wording.english.search(lowered):
        return not (wording.unless_english and wording.unless_english.search(lowered))
    return False


def _is_conditional(sentence: str) -> bool:
    folded = key(sentence)
    return bool(
        phrases.CONDITION.search(folded) or phrases.CONDITION_ENGLISH.search(sentence.lower())
    )


def _readable(text: str) -> str:
    """The text without the names of other routes, which may say anything."""
    return _NAMES_OF_OTHERS.sub(" ", text)


def _evidence(clause: _Clause) -> str:
    sentence = clause.sentence.strip(_EDGES)
    return (
        sentence if len(sentence) <= EVIDENCE_LIMIT else clause.text.strip(_EDGES)[:EVIDENCE_LIMIT]
    )
