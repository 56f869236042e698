"""The first reading of a question: names, grades and dates found, the rest folded for cues.

Names, grades and dates claim their characters in that order of trust; what they leave is the
question's frame.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.schema import Language
from bot.understanding import words
from bot.understanding.cues import find_cues, speaks_of_own_log
from bot.understanding.denial import parted
from bot.understanding.guesses import GUESSED
from bot.understanding.mending import (
    mended,
    mended_by_sound,
    parted_days,
    sign_in_words,
    without_lead,
    without_pleas,
)
from bot.understanding.named_after_all import framed_as_name, named_after_all, named_by_day
from bot.understanding.names import (
    boasted_of,
    is_grade_system,
    pieces_of,
    standing_where_names_stand,
    unknown_names,
)
from bot.understanding.spoken_grades import with_spoken_grades
from bot.understanding.unheld import is_wish
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.dates import DateMention, TimeMention, find_dates, find_times
from knowledge.gazetteer import Gazetteer, Linking, NameMention, Scope
from knowledge.grades import GradeMention, find_grades
from knowledge.terms import find_styles
from knowledge.text import clean, has_han, key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.understanding.vocabulary import Vocabulary

_ORDINAL = re.compile(
    r"第(?:[一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?|\d+)"
    r"[條条間间家個个題题名頁页批]"
)
_LAST = re.compile("(?:最後|最后|最尾|倒數|倒数|第)$")
"""Before a count: 「最後一條標幾級」 names nothing."""
_MYSELF = re.compile(r"i\s", re.IGNORECASE)
_MAY = re.compile(
    r"\b(?:can|could|should|shall|may|must|do|did|would|will|if|when|where)\s+$", re.IGNORECASE
)
"""Between them and a verb: "where can I climb" names no gym."""
_LONG_NAME = 4
"""Characters of a misspelt name that is no word of ours."""
_GYMS_OF_TOWN = re.compile(
    "[\u4e00-\u9fff]{2}[市縣县區区]?"
    "(?:的?(?:室內)?(?:攀岩館|抱石館|岩館|攀岩場|攀岩馆|抱石馆|岩馆|室內攀岩))?"
)
"""「台中市岩館」 means those of a town, whatever a gym is called."""
_DENIED = "\ue004"
"""Stands where a name stood that is ruled out."""
MAX_CHARS = 1_000
"""Longer questions are read up to here: nobody asks that much at once."""

_ENGLISH_WORD = re.compile(
    r"\b(?:the|is|are|what|which|who|where|when|how|why|does|do|did|can|could|should|i|me|my|you|of|in|at|for|to|and|or|any|"
    r"there|tell|show|list|give|find|recommend|suggest|compare|about|with|on|from|a|an|it|its|that|this|please|hi|hello|hey|thanks?|"
    r"help|hardest|easiest|longest|shortest|open|close|price|hours|grade|best|good|than|vs|convert)\b"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the question that something has claimed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A question taken apart."""

    text: str
    language: Language
    names: tuple[NameMention, ...]
    denied: tuple[NameMention, ...]
    """Names that the member rules out."""
    unknown: tuple[str, ...]
    """Names that the member gave and the catalogue does not hold."""
    grades: tuple[GradeMention, ...]
    days: tuple[DateMention, ...]
    times: tuple[TimeMention, ...]
    folded: str
    """Key of the frame: names, grades and dates replaced by one placeholder each."""
    lower: str
    """Lower-case frame with spaces and the same placeholders."""
    plain: str
    """Key of the whole question, nothing replaced."""
    cues: frozenset[str]

    def of_kind(self, *kinds: str) -> tuple[NameMention, ...]:
        """Names linked to records of these kinds, in the order of the question."""
        return tuple(mention for mention in self.names if mention.kind in kinds)


def read(
    text: str,
    today: date,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    scope: Scope | None = None,
) -> Reading:
    """Take a question apart. Never raises on any text."""
    text = _as_meant(text, gazetteer.spelt)
    linking = gazetteer.link(text, within=scope)
    dates, times = find_dates(text, today), find_times(text)
    linking = _beside_times(linking, text, (*dates, *times), gazetteer, scope)
    grades = find_grades(text)
    names = tuple(
        name
        for name in linking.mentions
        if not (name.kind != "gym" and _inside_any(name, grades))
        and not _is_no_name(name, vocabulary)
        and not (name.how in GUESSED and _LAST.search(text[: name.start]))
        and not (_MYSELF.match(name.surface) and _MAY.search(text[: name.start]))
    )
    names, denied = parted(names, text)
    if grades:
        names = tuple(name for name in names if not is_grade_system(name.surface))
    grades = _free(grades, names)
    names = tuple(name for name in names if not _in_longer(name, dates))
    names = names or named_by_day(text, dates, gazetteer, scope)
    days = _free(_free(dates, names), grades)
    times = _free(_free(_free(times, names), grades), days)
    plain = key(text)
    others: tuple[Claim, ...] = ((denied, _DENIED), (grades, GRADE), (days, DAY), (times, DAY))
    frame = _frame(text, ((names, NAME), *others))
    new = unknown_names(linking, "".join(frame), vocabulary)
    unknown = _only_names(new, (*days, *grades), text)
    if not names and not unknown:
        names = tuple(
            name
            for name in named_after_all(text, gazetteer, scope)
            if not _ORDINAL.match(text, name.start)
        )
        frame = _frame(text, ((names, NAME), *others))
    while not unknown and len(names) <= 1:
        held = [(p.start, p.end, mark) for found, mark in ((names, NAME), *others) for p in found]
        framed = framed_as_name(text, gazetteer, scope, held)
        if not framed:
            break
        names = tuple(sorted((*names, *framed), key=lambda name: name.start))
        frame = _frame(text, ((names, NAME), *others))
    if not unknown:
        new = standing_where_names_stand("".join(frame), vocabulary, alone=not names)
        unknown = tuple(one for one in new if not is_wish(one))
        unknown = unknown or (() if names else boasted_of("".join(frame), vocabulary))
    meant, unknown = _meant(unknown, text, names, gazetteer, scope, vocabulary)
    if unknown and not (names or meant):
        # 「guys 千一滴」: a piece of what is no name as a whole
        pieces = pieces_of("".join(frame), unknown)
        meant, _ = _meant(pieces, text, names, gazetteer, scope, vocabulary)
        meant = meant[:1]
        unknown = () if meant else unknown
    if meant:
        names = tuple(sorted((*names, *meant), key=lambda name: name.start))
        frame = _frame(text, ((names, NAME), *others))
    cut = _cut_short(unknown, text, vocabulary) if not names else ()
    if cut:
        names, unknown = cut, ()
        frame = _frame(text, ((names, NAME), *others))
    folded = "".join(part if part in (NAME, GRADE, DAY, _DENIED) else key(part) for part in frame)
    lower = "".join(frame).casefold()
    return Reading(
        text=text,
        language=_language(lower, has_name=bool(names), text=text),
        names=names,
        denied=denied,
        unknown=unknown,
        grades=grades,
        days=days,
        times=times,
        folded=folded,
        lower=lower,
        plain=plain,
        cues=find_cues(folded, lower) | ({"personal"} if speaks_of_own_log(plain) else set()),
    )


def _as_meant(text: str, spelt: Callable[[str], tuple[tuple[int, int], ...]]) -> str:
    """The text with its slips mended and its grades in figures."""
    text = mended(without_pleas(clean(text).strip()[:MAX_CHARS]), spelt)
    text = sign_in_words(without_lead(text, spelt), spelt)
    return with_spoken_grades(parted_days(mended_by_sound(text, spelt)))


def _beside_times(
    linking: Linking,
    text: str,
    moments: tuple[DateMention | TimeMention, ...],
    gazetteer: Gazetteer,
    scope: Scope | None,
) -> Linking:
    """What is found, with gyms that stand directly beside a day or a time: 「三點半岩嶼有開嗎」."""
    if not moments or any(name.kind == "gym" for name in linking.mentions):
        return linking
    apart = text
    for each in moments:
        apart = apart[: each.start] + "，" * (each.end - each.start) + apart[each.end :]
    again = gazetteer.link(apart, within=scope)
    gyms = any(name.kind == "gym" for name in again.mentions)
    return again if gyms and len(again.mentions) > len(linking.mentions) else linking


def _in_longer(name: NameMention, dates: tuple[DateMention, ...]) -> bool:
    """Whether a name is only a part of the words of a day: New Year in New Year's Eve."""
    return any(
        day.start <= name.start and name.end <= day.end and day.end - day.start > len(name.surface)
        for day in dates
    )


def _only_names(
    unknown: tuple[str, ...], days: tuple[DateMention | GradeMention, ...], text: str
) -> tuple[str, ...]:
    """The unknown names without words of a day (下禮拜), a grade (VII+) or an unheld wish."""

    def is_day(surface: str) -> bool:
        start = text.find(surface)
        return start >= 0 and any(day.start <= start < day.end for day in days)

    return tuple(surface for surface in unknown if not is_day(surface) and not is_wish(surface))


def _meant(
    unknown: tuple[str, ...],
    text: str,
    names: tuple[NameMention, ...],
    gazetteer: Gazetteer,
    scope: Scope | None,
    vocabulary: Vocabulary,
) -> tuple[tuple[NameMention, ...], tuple[str, ...]]:
    """The recorded names that unknown ones mean after all, and what stays unknown."""
    found: list[NameMention] = []
    rest: list[str] = []
    for surface in unknown:
        start = text.find(surface)
        taken = start < 0 or any(
            start < other.end and other.start < start + len(surface) for other in (*names, *found)
        )
        meant = None
        if not taken:
            meant = gazetteer.meant_by(text, start, start + len(surface), within=scope)
        if meant is None or _is_no_name(meant, vocabulary):
            rest.append(surface)
        else:
            found.append(meant)
    return tuple(found), tuple(rest)


def _cut_short(
    unknown: tuple[str, ...], text: str, vocabulary: Vocabulary
) -> tuple[NameMention, ...]:
    """A crag named by the beginning or the end of its name only."""
    for surface in unknown:
        crag_id = vocabulary.crag_cut_short(surface)
        start = text.find(surface)
        if crag_id and start >= 0:
            end = start + len(surface)
            return (NameMention(start, end, surface, "crag", (crag_id,), how="partial"),)
    return ()


def _is_no_name(name: NameMention, vocabulary: Vocabulary) -> bool:
    """Whether a guessed name is really a person's, or a count such as 「第二間」."""
    guessed = name.how in GUESSED
    if (
        name.how == "partial"
        and name.kind != "gym"
        and any(s.surface == name.surface for s in find_styles(name.surface))
    ):
        # 「天花板」 is a kind of rock before it is a piece of a name
        return True
    if guessed and _ORDINAL.fullmatch(name.surface):
        return True
    rest = name.surface[1:]
    if guessed and name.surface[0] in _HAVING and any(s.surface == rest for s in find_styles(rest)):
        # 「帶煙囪的路線」: what they have, and no 「大煙囪」
        return True
    several = name.surface.isascii() and " " in name.surface
    long = name.how != "partial" and len(name.surface) >= _LONG_NAME
    live = words.find("domains", key(name.surface), name.surface.casefold())
    if guessed and not (several or long) and "live" in live:
        # 「擠不擠」 asks how crowded it is, whatever route begins so
        return True
    town = vocabulary.find_cities(key(name.surface), name.surface.casefold())
    if guessed and town and _GYMS_OF_TOWN.fullmatch(name.surface):
        return True
    return guessed and bool(vocabulary.find_people(key(name.surface), name.surface.casefold()))


_HAVING = frozenset("帶带有含走練练玩爬")
Piece = TypeVar("Piece", NameMention, GradeMention, DateMention, TimeMention)
Anchored = NameMention | GradeMention | DateMention | TimeMention
Claim = tuple[tuple[Anchored, ...], str]
"""Spans and the placeholder that stands for each of them."""


def _free(pieces: tuple[Piece, ...], taken: tuple[Anchored, ...]) -> tuple[Piece, ...]:
    return tuple(
        piece
        for piece in pieces
        if not any(piece.start < other.end and other.start < piece.end for other in taken)
    )


def _inside_any(name: NameMention, grades: tuple[GradeMention, ...]) -> bool:
    return any(grade.start <= name.start and name.end <= grade.end for grade in grades)


def _frame(text: str, claims: tuple[Claim, ...]) -> list[str]:
    """The text in pieces, every claimed span replaced by its placeholder."""
    spans = sorted((piece.start, piece.end, mark) for pieces, mark in claims for piece in pieces)
    frame, position = [], 0
    for start, end, mark in spans:
        frame += [text[position:start], mark]
        position = end
    return [part for part in (*frame, text[position:]) if part]


def _language(lower: str, *, has_name: bool, text: str) -> Language:
    """English when the frame around the names holds English words and no Chinese."""
    if has_han(lower):
        return "zh"
    if _ENGLISH_WORD.search(lower):
        return "en"
    if has_name and has_han(text):
        return "zh"
    letters = "[a-z]{2}" if has_name and not has_han(text) else "[a-z]{3}"
    return "en" if re.search(letters, lower if has_name else text.casefold()) else "zh"
