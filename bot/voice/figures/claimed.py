"""The verifier's word on one sentence, read as people write: figures of no record, by reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier import verify
from bot.voice.figures.reading import by_name, read, with_subject
from bot.voice.language.plain import plain
from bot.voice.relating.repeated import is_repeated
from knowledge.text import has_han, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.voice.answer.known import Known
    from knowledge.gazetteer import Gazetteer

_PASSAGE: Final = 6
"""Characters from which words that stand in the rendered answer are a passage of it."""
_SHOWN: Final = re.compile(
    r"[這前頭先下]|列|頁|以下|\b(?:these|first|here|listed|shown|below|page)\b", re.IGNORECASE
)
"""Words with which a sentence counts the rows that are shown, not all that there are."""
_PERIOD: Final = re.compile(r"[(（](?P<year>20\d\d)-\d\d-\d\d ?(?:to|到|～|-|–) ?(?P=year)-")
"""The days that an answer from a log is about: 「今年」 is that year."""
_NUMBER: Final = re.compile(r"\d+")
_NUMBERED: Final = re.compile(r"\s*\d{1,2}[.)、]\s*")
"""The number of a row, at the head of a line."""
_ENOUGH: Final = re.compile(r"夠不夠(?:[^，。]{0,4}(?:[說講]不準|沒辦法|不能|要依|不敢)|$)")
"""「12 把夠不夠我說不準」 says a number of the question again and nothing of it."""
_QUOTED: Final = re.compile(r"[「『“]")
_PASSAGES: Final = re.compile(r"[「“]([^「」“”]{1,12})[」”]")
"""What stands in quotation marks: names, and the words that a member is to say."""


def unsupported(text: str, before: str, known: Known, gazetteer: Gazetteer | None) -> list[str]:
    """The figures and names of a sentence that no record supports.

    A sentence holds when one way to read it holds: as it stands behind what was said, or with each
    clause that begins with a name on its own. Where there is one gym, or one route whose fields
    were asked for, what names nothing is said of that one.
    """
    if before.endswith("\n") and _NUMBERED.fullmatch(text):
        return []
    others = known.statements.refuted(text, before)
    refuted = [one for one in others if not known.following.is_apart(one, text, before)]
    if refuted:
        return refuted
    evidence, query = known.spoken.evidence, known.spoken.query
    rendered = known.spoken.draft.text
    spelled = read(text, evidence, query, rendered)
    whole = with_subject(spelled, evidence)
    if evidence.gyms and whole != spelled:
        # a gym has prices and hours for this day and that: they must be its own, not any
        found = _claims(whole, 0, text, before, known, gazetteer)
        return [one for one in found if not known.is_noted(one, plain(text))]
    if query.intent == "fact" and whole != spelled and not _QUOTED.search(spelled):
        return _claims(whole, 0, text, before, known, gazetteer)
    readings = [(read(before, evidence, query, rendered) + spelled, before.count("\n"))]
    readings += [(by_name(spelled), 0), *([(whole, 0)] if evidence.routes else [])]
    found = []
    for joined, first in readings:
        found = _claims(joined, first, text, before, known, gazetteer)
        if not found:
            return []
    return found


def _claims(
    joined: str, first: int, text: str, before: str, known: Known, gazetteer: Gazetteer | None
) -> list[str]:
    spoken = known.spoken
    verdict = verify(
        joined,
        spoken.evidence,
        gazetteer=gazetteer,
        asked=spoken.query.text,
        figures=(*spoken.draft.figures, *(known.rows if _SHOWN.search(text) else ())),
    )
    found = (claim.surface for claim in verdict.unsupported if claim.line >= first)
    said = [one for one in found if _bare(one) in _bare(plain(text))]
    rendered = key(spoken.draft.text)
    to_say = set(_PASSAGES.findall(spoken.draft.text)) & set(_PASSAGES.findall(text))
    years = {*years_of(text, spoken.draft.text)}
    said = [
        one
        for one in said
        if one not in to_say
        and not (spoken.query.intent == "help" and key(one) in rendered)
        and not (_ENOUGH.search(text) and one.isdigit() and one in spoken.query.text)
        and one.rstrip("年 ") not in years
        and not is_repeated(one, text, spoken)
        and not known.is_quoted(one, text)
        and not (len(one) >= _PASSAGE and has_han(one) and key(one) in rendered)
    ]
    if not said:
        return []
    told = known.of(text)
    said = [one for one in said if not known.statements.holds(one, text, before, told)]
    return [one for one in said if not known.following.follows(one, text, before)]


def years_of(text: str, rendered: str) -> Iterator[str]:
    """The years that an answer from a log is about, and which a text may name.

    Of an answer about two years, the one whose line has the figures that stand beside it.
    """
    found = [(one, line) for line in rendered.split("\n") for one in _PERIOD.finditer(line)]
    first = _PERIOD.search(rendered)
    if first:
        yield first["year"]
    for one, line in found[1:]:
        told = set(_NUMBER.findall(plain(text))) - {one["year"]}
        if told <= set(_NUMBER.findall(line[one.end() :])):
            yield one["year"]


def _bare(text: str) -> str:
    return re.sub(r"[「」“”\s元]|bolt", "", text)
