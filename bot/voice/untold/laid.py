"""What is said, laid beside the answer that it retells: what is seen of every token.

Where the tokens of a clause stand in the answer, the question and the records, in how long a run
they are copied, whether neighbours are neighbours there too, whether the line they stand in is
about the name that was said last, and whether it denies what the clause does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.voice.untold.alignment import KNOWN_LONG, known_runs, matches_of, runs_in
from bot.voice.untold.tokens import (
    KINDS,
    LINE_END,
    clauses_of,
    denies,
    is_name,
    kind_of,
    tokens_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.voice.untold.tokens import Retold

Floats: TypeAlias = NDArray[np.float32]

SEEN: Final = (
    *(f"is_{kind}" for kind in KINDS),
    *("answer_run", "not_in_answer", "answer_1", "answer_2", "answer_4"),
    *("asked_run", "not_asked", "asked_2"),
    *("known_run", "not_known", "known_1", "known_3", "nowhere"),
    *("next", "same_line", "other_line", "backwards"),
    *("line_of_name", "line_of_other"),
    *("both_deny", "answer_denies", "clause_denies"),
    *("first_clause", "clauses_before", "clause_begins", "clause_ends", "no_name_yet", "line"),
    *(
        "zh",
        "of_oneself",
        "abstained",
        "answer_begins_denying",
        "length_of_answer",
        "names",
        "asked_little",
    ),
)
"""What is seen of a token that is said, one column each."""
SEEN_BESIDE: Final = ("of_answer", "is_said", "said_run", "line", "of_question")
"""What is seen of a token of the answer or the question."""
_MOST_ANSWER, _MOST_ASKED = 420, 60
"""Tokens beyond these are not looked at: the end of a long answer, the start of a long question."""
_LONG, _MOST_LINES, _MOST_CLAUSES = 6, 8, 5
_ENOUGH = {"answer": 200, "names": 10, "asked": 3}
_BREAKS: Final = frozenset(f"，。；！？：{LINE_END}")


@dataclass(frozen=True, slots=True)
class Laid:
    """A speech beside its answer. ``n`` tokens are said, ``k`` stand in answer and question."""

    said: tuple[str, ...]
    clause: NDArray[np.int64]
    """Which clause every token is of, (n,)."""
    seen: Floats
    """(n, len(SEEN))"""
    beside: tuple[str, ...]
    beside_seen: Floats
    """(k, len(SEEN_BESIDE))"""
    matches: NDArray[np.bool_]
    """(n, k, MATCHES): whether two tokens are the same, and those before them too, and those after
    them too."""
    intent: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer with what is looked up in it."""

    tokens: tuple[str, ...]
    asked: tuple[str, ...]
    known: str
    lines: tuple[int, ...]
    names: dict[int, frozenset[str]]
    """The names in every line."""
    denied: tuple[bool, ...]
    """Whether the clause of every token denies something."""


def laid(clauses: Sequence[Sequence[str]], retold: Retold) -> Laid:
    """A speech, as the tokens of its clauses, beside the answer that it retells."""
    answer = _answer(retold)
    said = tuple(token for clause in clauses for token in clause)
    clause = np.repeat(np.arange(len(clauses)), [len(one) for one in clauses])
    beside = (*answer.tokens, *answer.asked)
    return Laid(
        said=said,
        clause=clause,
        seen=_seen(said, clause, answer, retold),
        beside=beside,
        beside_seen=_beside_seen(said, answer),
        matches=matches_of(said, beside),
        intent=retold.intent,
    )


def laid_text(text: str, before: str, retold: Retold) -> tuple[Laid, list[str]]:
    """A text after what stands before it; and its own clauses, the last ones of the speech."""
    own = [one for one in clauses_of(text) if tokens_of(one, retold.names)]
    all_clauses = [*clauses_of(before), *own]
    tokens = [found for one in all_clauses if (found := tokens_of(one, retold.names))]
    return laid(tokens, retold), own


@lru_cache(maxsize=16)
def _answer(retold: Retold) -> _Answer:
    tokens = tuple(tokens_of(retold.answer, retold.names)[:_MOST_ANSWER])
    lines, names, parts, denying = [], dict[int, set[str]](), [], set[int]()
    line = part = 0
    for token in tokens:
        line += token == LINE_END
        part += token in _BREAKS
        lines.append(line)
        parts.append(part)
        if is_name(token):
            names.setdefault(line, set()).add(token)
        if denies(token):
            denying.add(part)
    return _Answer(
        tokens,
        tuple(tokens_of(retold.asked, retold.names)[-_MOST_ASKED:]),
        f" {' '.join(tokens_of(retold.known, retold.names))} ",
        tuple(lines),
        {at: frozenset(those) for at, those in names.items()},
        tuple(part in denying for part in parts),
    )


def _seen(
    said: tuple[str, ...], clause: NDArray[np.int64], answer: _Answer, retold: Retold
) -> Floats:
    seen = np.zeros((len(said), len(SEEN)), np.float32)
    column = {name: seen[:, at] for at, name in enumerate(SEEN)}
    runs, places = runs_in(said, answer.tokens)
    asked, _ = runs_in(said, answer.asked)
    known = known_runs(said, answer.known)
    for at, token in enumerate(said):
        seen[at, kind_of(token)] = 1
    column["answer_run"][:] = np.minimum(runs, _LONG) / _LONG
    column["not_in_answer"][:] = runs == 0
    column["answer_1"][:] = runs == 1
    column["answer_2"][:] = runs == 2
    column["answer_4"][:] = runs >= 4
    column["asked_run"][:] = np.minimum(asked, _LONG) / _LONG
    column["not_asked"][:] = asked == 0
    column["asked_2"][:] = asked >= 2
    column["known_run"][:] = known / KNOWN_LONG
    column["not_known"][:] = known == 0
    column["known_1"][:] = known == 1
    column["known_3"][:] = known >= 3
    column["nowhere"][:] = np.maximum(np.maximum(runs, asked), known) < 2
    _see_order(column, clause, places, answer)
    _see_names(column, said, places, answer)
    _see_denials(column, said, clause, places, answer)
    column["first_clause"][:] = clause == 0
    column["clauses_before"][:] = np.minimum(clause, _MOST_CLAUSES) / _MOST_CLAUSES
    changes = clause[1:] != clause[:-1]
    column["clause_begins"][1:] = changes
    column["clause_ends"][:-1] = changes
    column["zh"][:] = retold.zh
    column["of_oneself"][:] = retold.of_oneself
    column["abstained"][:] = retold.abstained
    column["answer_begins_denying"][:] = answer.denied[:1] == (True,)
    column["length_of_answer"][:] = min(len(answer.tokens) / _ENOUGH["answer"], 1)
    column["names"][:] = min(len(retold.names) / _ENOUGH["names"], 1)
    column["asked_little"][:] = len(answer.asked) < _ENOUGH["asked"]
    return seen


def _see_order(
    column: dict[str, Floats],
    clause: NDArray[np.int64],
    places: NDArray[np.int64],
    answer: _Answer,
) -> None:
    """Whether neighbours are neighbours in the answer."""
    lines = np.array([*answer.lines, -1])[places]
    for at in range(1, len(places)):
        here, before = places[at], places[at - 1]
        if here < 0 or before < 0 or clause[at] != clause[at - 1]:
            continue
        step, same = here - before, lines[at] == lines[at - 1]
        column["next"][at] = step == 1
        column["same_line"][at] = step != 1 and same
        column["other_line"][at] = not same
        column["backwards"][at] = step < 0
    found = places >= 0
    column["line"][found] = np.minimum(lines[found], _MOST_LINES) / _MOST_LINES


def _see_names(
    column: dict[str, Floats], said: tuple[str, ...], places: NDArray[np.int64], answer: _Answer
) -> None:
    """Whether a token stands in a line about the name that was said last."""
    last = None
    for at, token in enumerate(said):
        last = token if is_name(token) else last
        column["no_name_yet"][at] = last is None
        if last is None or places[at] < 0:
            continue
        names = answer.names.get(answer.lines[places[at]])
        if names:
            column["line_of_name"][at] = last in names
            column["line_of_other"][at] = last not in names


def _see_denials(
    column: dict[str, Floats],
    said: tuple[str, ...],
    clause: NDArray[np.int64],
    places: NDArray[np.int64],
    answer: _Answer,
) -> None:
    """Whether the clause denies, and what stands where the answer has the token."""
    denying = {clause[at] for at, token in enumerate(said) if denies(token)}
    for at, place in enumerate(places):
        if place < 0:
            continue
        there, here = answer.denied[place], clause[at] in denying
        column["both_deny"][at] = there and here
        column["answer_denies"][at] = there and not here
        column["clause_denies"][at] = here and not there


def _beside_seen(said: tuple[str, ...], answer: _Answer) -> Floats:
    size = len(answer.tokens)
    seen = np.zeros((size + len(answer.asked), len(SEEN_BESIDE)), np.float32)
    runs, _ = runs_in(answer.tokens, said)
    spoken = set(said)
    seen[:size, 0] = 1
    seen[:size, 1] = [token in spoken for token in answer.tokens]
    seen[:size, 2] = np.minimum(runs, KNOWN_LONG) / KNOWN_LONG
    seen[:size, 3] = np.minimum(answer.lines, _MOST_LINES) / _MOST_LINES
    seen[size:, 4] = 1
    return seen
