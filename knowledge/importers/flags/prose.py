"""Warnings in a description: clause by clause, with the sentence as evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.importers.days import first_day_in
from knowledge.importers.flags import phrases
from knowledge.importers.flags.closures import CLOSURES
from knowledge.importers.flags.dangers import DANGERS
from knowledge.importers.flags.phrases import ReadClause
from knowledge.importers.months import months_in
from knowledge.schema import BLOCKING_FLAGS, Flag, FlagKind
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

EVIDENCE_LIMIT = 80
"""Characters of a quoted sentence; of a longer one only the clause is quoted."""

_WORDINGS = (*CLOSURES, *DANGERS)
_SENTENCE = re.compile(r"(?<=[。！!？?；;])|\n+|(?<=[a-z)][.]) +(?=[A-Z])|(?=⚠)")
_CLAUSE = re.compile(r"[，,、]|(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
_NAMES_OF_OTHERS = re.compile(
    r"<[^<>]{1,60}>|＜[^＜＞]{1,60}＞|《[^《》]{1,60}》|〈[^〈〉]{1,60}〉"
)
_OPENING, _CLOSING = re.compile("[(（]"), re.compile("[)）]")
_BRACKET = re.compile("[()（）]")
_EDGES = " \t，,。；;、:："


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    sentence: str
    position: int
    before: str
    """The clause before it in its sentence; empty for the first."""

    def read(self) -> ReadClause:
        return _read(self.text)


def flags_in(*texts: str) -> tuple[Flag, ...]:
    """The flags of some descriptions, each kind once for a sentence that says it."""
    found: dict[tuple[FlagKind, str], Flag] = {}
    for text in texts:
        for flag in _flags_of(text):
            found.setdefault((flag.kind, flag.evidence), flag)
    return tuple(found.values())


def is_partial(evidence: str) -> bool:
    """Whether a closure speaks of some routes only, not of the place as a whole."""
    return phrases.PARTIAL.found_in(_read(evidence))


def _flags_of(text: str) -> Iterator[Flag]:
    clauses = list(_clauses(text))
    last_reopening = max((it.position for it in clauses if _reopens(it.read())), default=-1)
    for clause in clauses:
        evidence = _evidence(clause)
        for kind in _kinds(clause, last_reopening):
            day = first_day_in(evidence) or first_day_in(clause.sentence)
            months = months_in(clause.sentence) if kind in BLOCKING_FLAGS else ()
            yield Flag(kind, evidence, "" if months else day, months)


def _clauses(text: str) -> Iterator[_Clause]:
    position = 0
    for sentence in _whole(_SENTENCE, text):
        before = ""
        for clause in _whole(_CLAUSE, sentence):
            if clause.strip():
                position += 1
                yield _Clause(clause, sentence, position, before)
                before = clause


def _whole(mark: re.Pattern[str], text: str) -> Iterator[str]:
    """The parts of a text between marks; never cut within brackets that are closed again."""
    start = 0
    for cut in mark.finditer(text):
        part = text[start : cut.start()]
        if _open_in(part) and _closes(text[cut.end() :]):
            continue
        yield part
        start = cut.end()
    yield text[start:]


def _open_in(text: str) -> bool:
    return len(_OPENING.findall(text)) > len(_CLOSING.findall(text))


def _closes(rest: str) -> bool:
    """Whether the next bracket of what follows closes one."""
    found = _BRACKET.search(rest[:EVIDENCE_LIMIT])
    return found is not None and bool(_CLOSING.match(found[0]))


def _kinds(clause: _Clause, last_reopening: int) -> list[FlagKind]:
    read = clause.read()
    kinds = [wording.kind for wording in _WORDINGS if wording.found_in(read)]
    if "closed" in kinds and clause.position <= last_reopening:
        kinds.remove("closed")
    if "discouraged" in kinds and "do_not_climb" in kinds:
        kinds.remove("do_not_climb")  # 「建議勿攀登」 is advice, not a ban
    if _is_conditional(clause):
        kinds = ["hazard" if kind in {"do_not_climb", "discouraged"} else kind for kind in kinds]
    if not kinds and clause.text.lstrip().startswith("⚠"):
        kinds = ["hazard"]
    if BLOCKING_FLAGS.intersection(kinds):
        kinds = [kind for kind in kinds if kind != "hazard"]
    return list(dict.fromkeys(kinds))


def _reopens(read: ReadClause) -> bool:
    return phrases.REOPENED.found_in(read) and not phrases.NOT_REOPENED.found_in(read)


def _is_conditional(clause: _Clause) -> bool:
    """Whether a condition stands in the clause or is the one before it (「雨後，請勿攀登」)."""
    if phrases.CONDITION.found_in(clause.read()):
        return True
    return len(key(clause.before)) <= 8 and phrases.CONDITION.found_in(_read(clause.before))


def _read(text: str) -> ReadClause:
    """The text without the names of other routes, which may say anything."""
    readable = _NAMES_OF_OTHERS.sub(" ", text)
    return ReadClause(key(readable), readable.lower())


def _evidence(clause: _Clause) -> str:
    quoted = clause.sentence.strip(_EDGES)
    if len(quoted) > EVIDENCE_LIMIT:
        quoted = clause.text.strip(_EDGES)
    return balanced(quoted[:EVIDENCE_LIMIT])


def balanced(quoted: str) -> str:
    """The quotation without a bracket that has lost its other half, and what is beyond it."""
    opened: list[int] = []
    for at, character in enumerate(quoted):
        if _OPENING.match(character):
            opened.append(at)
        elif _CLOSING.match(character):
            if not opened:
                left, right = quoted[:at].strip(_EDGES), quoted[at + 1 :].strip(_EDGES)
                return balanced(max(left, right, key=len))
            opened.pop()
    if not opened:
        return quoted
    left, right = quoted[: opened[0]].strip(_EDGES), quoted[opened[0] + 1 :].strip(_EDGES)
    return balanced(left or right)
