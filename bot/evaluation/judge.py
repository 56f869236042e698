"""Whether an answer is right, and what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.evaluation.texts import contains, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.evaluation.expectation import EvalQuestion, Given, Ids
    from bot.schema import Verdict

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-zA-Z]")


def judge(question: EvalQuestion, given: Given, verdict: Verdict) -> tuple[str, ...]:
    """What is wrong with the answer; empty when it is right."""
    return tuple(_faults(question, given, verdict))


def _faults(question: EvalQuestion, given: Given, verdict: Verdict) -> Iterator[str]:
    expected, answer = question.expectation, given.answer
    text = normalise(answer.text)
    yield from lacks(answer.text, expected.contains)
    for words in expected.forbidden:
        if normalise(words) in text:
            yield f"must not say {words}"
    if expected.routes is not None:
        yield from _wrong_ids("route_ids", answer.route_ids, expected.routes)
    if expected.gyms is not None:
        yield from _wrong_ids("gym_ids", answer.gym_ids, expected.gyms)
    if expected.abstained is not None and answer.abstained != expected.abstained:
        yield f"abstained is {answer.abstained}"
    if expected.intents and answer.intent not in expected.intents:
        yield f"intent is {answer.intent}"
    yield from (fault for check in expected.checks if (fault := check(given)))
    if question.language == "en" and not is_english(answer.text):
        yield "not in English"
    for claim in verdict.unsupported:
        yield f"unsupported {claim.kind}: {claim.surface}"


def lacks(text: str, groups: Sequence[Sequence[str]]) -> Iterator[str]:
    """For every group of which nothing is in the text, what is missing."""
    plain = normalise(text)
    for group in groups:
        if not any(contains(plain, normalise(option)) for option in group):
            yield f"lacks {' / '.join(group[:4])}"


def is_english(text: str) -> bool:
    """Whether the answer's own words are English; stored Chinese prose may stand in it."""
    shares = [
        len(_LATIN.findall(line)) >= len(_HAN.findall(line))
        for line in text.split("\n")
        if len(_LATIN.findall(line)) + len(_HAN.findall(line)) > 3
    ]
    return not shares or shares[0] or sum(shares) * 2 >= len(shares)


def _wrong_ids(name: str, ids: Sequence[str], expected: Ids) -> Iterator[str]:
    missing = expected.least - set(ids)
    if missing:
        yield f"{name} lacks {_some(missing)}"
    if expected.most is not None and set(ids) - expected.most:
        yield f"{name} has {_some(set(ids) - expected.most)} too many"
    if expected.first and not (ids and ids[0] in expected.first):
        yield f"{name} does not begin with {_some(expected.first)}"
    if len(set(ids)) != len(ids):
        yield f"{name} has doubles"


def _some(ids: frozenset[str] | set[str]) -> str:
    listed = sorted(ids)
    return ", ".join(listed[:3]) + (f" … ({len(listed)})" if len(listed) > 3 else "")
