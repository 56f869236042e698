"""Sentences of a record's prose that speak of what was asked, quoted where no field answers.

A sentence counts when it speaks of a subject that the question is about (固定點, 裝備 …), or shares
a word with the question: two Han characters, or a Latin word of three letters, besides the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from bot.rendering.prose import quotable_prose
from knowledge.schema import Area, Crag, Gym, Route
from knowledge.text import has_han, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.rendering.request import Request
    from knowledge.schema import Sector

MAX_QUOTES = 3
"""Sentences quoted of one record; the source has the rest."""
_MIN_LETTERS = 3
_MIN_SENTENCE = 3
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_ENDED = re.compile(r"[。！？!?；;.]$")
_EMPTY_CHARACTERS = frozenset(
    "的了嗎呢吧啊喔是在有沒哪幾怎麼什甚誰多少要會能可不我你妳這那個條間家和跟與或還很一請問想知道說"
    "去來到爬好點線路岩場館資料給把被對比最更樣時候間天"
)
_EMPTY_TOKENS = frozenset(character for raw in _EMPTY_CHARACTERS for character in tokens(raw))
_EMPTY_WORDS = frozenset(
    (
        *("the", "and", "for", "are", "was", "does", "did", "how", "what", "which", "who", "where"),
        *("when", "can", "could", "should", "would", "need", "any", "have", "has", "this", "that"),
        *("with", "there", "about", "route", "routes", "climb", "climbing", "crag", "gym", "you"),
    )
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """Something that people ask about and prose tells of, in other words than the question's."""

    fields: frozenset[str]
    asked: re.Pattern[str]
    told: re.Pattern[str]


def _subject(fields: str, asked: str, told: str) -> _Subject:
    return _Subject(
        frozenset(fields.split()),
        re.compile(f"{asked}|{told}", re.IGNORECASE),
        re.compile(told, re.IGNORECASE),
    )


_SOFT = frozenset({"description", "anchor", "protection", "gear", "hazards", "safety_rating"})
"""Fields that a sentence may answer; a number, a name or a day is recorded or it is not."""
_SUBJECTS = (
    _subject(
        "anchor",
        r"下來|下去|架站|頂端|get down|come down|descen[dt]",
        r"anchor|固定點|確保站|確保點|吊環|雙環|下撤|垂降|下放|步行返回|步行回|走路下|walk[- ]?off"
        r"|rappel|abseil|lower[- ]?off",
    ),
    _subject(
        "gear protection",
        r"裝備|要帶|帶幾|gear|rack",
        r"\bcams?\b|岩楔|岩塞|\bnuts?\b|快扣|快掛|軟墊|抱石墊|crash ?pads?|裝備|器材"
        r"|\d+\s*(?:m|米|公尺)\s*(?:的)?\s*(?:單|雙)?繩|繩.{0,4}\d+\s*(?:m|米|公尺)|\d+ ?m ropes?",
    ),
    _subject(
        "hazards safety_rating protection",
        r"危險|安全|風險|可怕|恐怖|好放|run[- ]?out|risky|danger|scary",
        r"點距|間距|保護點|保護稀|run[- ]?out|墜落|觸地|落地區|先鋒前|不建議|ground ?fall|spaced",
    ),
    _subject(
        "",
        r"雨|濕|乾了|\b(?:rain|wet|dry)",
        r"雨後|雨天|下雨|雨停|潮濕|濕滑|積水|滲水|曬乾|乾得|\b(?:rain|wet|dries|seep)",
    ),
    _subject("description", r"難在哪|最難的地方", r"難關|難點|crux"),
)


def prose_of(record: Route | Crag | Area | Sector | Gym, request: Request) -> tuple[str, ...]:
    """The texts of a record that may be quoted, those of the member's language first."""
    if isinstance(record, Gym):
        texts: Iterable[str] = (
            *(record.description, record.notes, record.price_notes, *record.facilities),
            *(text for _, text in record.transport),
            record.description_en,
        )
    elif isinstance(record, Route):
        texts = (record.description, record.protection, record.anchor, record.description_en)
    elif isinstance(record, Crag | Area):
        crag = record if isinstance(record, Crag) else request.evidence.crag(record.crag_id)
        texts = (record.description, record.description_en)
        if isinstance(record, Crag) and not record.sensitive:
            texts = (
                *texts,
                record.approach,
                record.parking,
                *(text for _, text in record.transport),
            )
        texts = (quotable_prose(clean(text), crag) for text in texts)
    else:
        texts = ()
    cleaned = [clean(text) for text in texts if text.strip()]
    own = [text for text in cleaned if has_han(text) == request.zh]
    return tuple(own or cleaned)


def asked_sentences(
    record: Route | Crag | Area | Sector | Gym, request: Request, fields: Sequence[str] = ()
) -> tuple[str, ...]:
    """The sentences of a record that speak of the question, or of these fields; in order."""
    question = _question(request)
    words = _words(question)
    subjects = [
        subject
        for subject in _SUBJECTS
        if subject.fields & set(fields) or subject.asked.search(question)
    ]
    found = [
        sentence
        for text in prose_of(record, request)
        for sentence in sentences_of(text)
        if words & _words(sentence) or any(subject.told.search(sentence) for subject in subjects)
    ]
    return tuple(dict.fromkeys(found))[:MAX_QUOTES]


def answered_by_prose(
    absent: Sequence[str], quotes: Sequence[str], request: Request
) -> frozenset[str]:
    """The missing fields that the quoted sentences answer."""
    text = "".join(quotes)
    told = {
        field
        for field in absent
        for subject in _SUBJECTS
        if field in subject.fields and subject.told.search(text)
    }
    soft = len(absent) == 1 and absent[0] in _SOFT
    if soft and _words(_question(request)) & _words(text):
        told.add(absent[0])
    return frozenset(told)


def asks_risk(request: Request) -> bool:
    """Whether the question is about how dangerous something is."""
    risk = next(one for one in _SUBJECTS if "hazards" in one.fields)
    return "hazards" in request.query.fields or bool(risk.asked.search(_question(request)))


def quote_line(name: str, sentences: Sequence[str], request: Request) -> str:
    """「X」的資料提到：「…」; ``name`` is quoted."""
    joined = sentences[0] if sentences else ""
    for before, sentence in pairwise(sentences):
        ended = _ENDED.search(before)
        between = ("" if ended else "」「") if request.zh else (" " if ended else "”, “")
        joined += between + sentence
    return request.say("quote.prose", name=name, value=joined)


def _question(request: Request) -> str:
    """The member's words without the names."""
    query = request.query
    text = query.text
    for mention in (*query.routes, *query.places, *query.gyms):
        if mention.surface:
            text = re.sub(re.escape(mention.surface), " ", text, flags=re.IGNORECASE)
    return text


def sentences_of(text: str) -> list[str]:
    """The sentences of a prose, each with its own end."""
    parts = (part.strip() for part in _SENTENCE.findall(text))
    return [part for part in parts if len(part) >= _MIN_SENTENCE]


def _words(text: str) -> frozenset[str]:
    """Words that carry content: pairs of Han characters, Latin words."""
    found = set()
    for token in tokens(text):
        if has_han(token):
            if len(token) > 1 and not _EMPTY_TOKENS & set(token):
                found.add(token)
        elif len(token) >= _MIN_LETTERS and token.isalpha() and token not in _EMPTY_WORDS:
            found.add(token)
    return frozenset(found)
