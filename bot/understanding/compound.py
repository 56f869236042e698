"""Several questions in one message: 「A 幾級？還有 B 館的電話」."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from bot.understanding.fields import find_fields
from bot.understanding.reading import MAX_CHARS
from knowledge.text import clean, key

if TYPE_CHECKING:
    from bot.understanding.fields import Subject
    from knowledge.gazetteer import Gazetteer, NameMention

MAX_PARTS = 4
"""More questions than that in one message are read as one."""
_BORDER = re.compile(
    r"[？?！!。；;\n]+|\s*[+＋&＆]\s*|[，,、\s]*(?:另外|還有|还有|順便(?:問)?|顺便(?:问)?|[一另][個个]是|以及|然後|然后|還想問|再問|並且)"
    r"|[,\s]+(?:and also|also|by the way|btw|plus|and what about|and)\b",
    re.IGNORECASE,
)
_RANKS = r"[難难硬長长高短矮簡简單单容易輕轻鬆松熱热門门老舊旧新早多少]"
_BOTH_ORDERS = re.compile(
    rf"(?P<one>最{_RANKS}{{1,2}})的?(?:[跟和與与及、]|以及|還有|还有)+(?P<other>最{_RANKS}{{1,2}})"
    r"|(?P<first>\b(?:easiest|hardest|longest|shortest|cheapest|oldest|newest))\s+(?:and|&)\s+"
    r"(?:the\s+)?(?P<second>(?:easiest|hardest|longest|shortest|cheapest|oldest|newest)\b)",
    re.IGNORECASE,
)
"""Two ends of one measure, or two measures: 「最簡單跟最難的路線」 asks twice."""
_SUBJECTS = {"route": "route", "gym": "gym", "crag": "place", "area": "place", "sector": "place"}


def split_questions(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The questions of a message, when each is about another kind of thing; else the message.

    Questions about things of one kind stay together: they are answered, or compared, as one.
    """
    text = clean(text).strip()[:MAX_CHARS]
    pair = _of_a_pair(text, gazetteer)
    if pair:
        return pair
    each = _of_each_place(text, gazetteer)
    if each:
        return each
    orders = _BOTH_ORDERS.search(text)
    if orders is not None:
        before, after = text[: orders.start()], text[orders.end() :]
        asked = (orders["one"] or orders["first"], orders["other"] or orders["second"])
        return tuple(f"{before}{each}{after}" for each in asked)
    names = gazetteer.link(text).mentions if _BORDER.search(text) else ()
    parts: list[tuple[int, str]] = []
    for start, end in _clauses(text, names):
        subject = _subject(names, start, end)
        if parts and subject in {"", parts[-1][1]}:
            continue
        parts.append((start if parts else 0, subject))
    if len(parts) > 1 and not parts[0][1]:
        # 「兩個問題，一個是…」
        parts = [(0, parts[1][1]), *parts[2:]]
    if len({subject for _, subject in parts}) < 2:
        parts = _by_commas(text, gazetteer.link(text).mentions)
    found = {subject for _, subject in parts}
    if not 2 <= len(parts) <= MAX_PARTS or "" in found or len(found) < len(parts):
        return (text,)
    ends = [start for start, _ in parts[1:]] + [len(text)]
    return tuple(text[start:end].strip() for (start, _), end in zip(parts, ends, strict=True))


_PAIR = re.compile(
    r"(?:前者|\bthe former)(?P<one>[^。？?]+?)[，,、；;\s]*(?:而|那|and |but )?"
    r"(?:後者|后者|the latter)(?P<other>[^。？?]+)",
    re.IGNORECASE,
)


def _of_a_pair(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """「早上爬 A，晚上去 B，前者幾級、後者地址」: what is asked of either of two things."""
    asked = _PAIR.search(text)
    if asked is None:
        return ()
    named = {
        name.ids: name.surface
        for name in gazetteer.link(text).mentions
        if name.end <= asked.start() and name.kind in {"route", "gym"}
    }
    if len(named) != _BOTH:
        return ()
    one, other = named.values()
    return (f"「{one}」{asked['one']}", f"「{other}」{asked['other']}")


_RANKS_EACH = re.compile(
    rf"(?P<each>各自?|分別|分别|個別|个别)(?=.*(?:最{_RANKS}))|(?P<after>最{_RANKS}{{1,2}}[^，。？?]{{0,8}})(?:各自?|分別|分别)"
)


def _of_each_place(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """「A 和 B 最長的路線各是什麼」: the longest of A, and of B."""
    if not _RANKS_EACH.search(text):
        return ()
    names = gazetteer.link(text).mentions
    places = [name for name in names if name.kind in {"crag", "area", "sector"}]
    apart = len({name.ids for name in places})
    if apart != len(names) or not 1 < apart <= MAX_PARTS:
        return ()
    places.sort(key=lambda name: name.start)
    between = [text[one.end : other.start] for one, other in pairwise(places)]
    if not all(_JOINT.fullmatch(piece) for piece in between):
        return ()
    before, after = text[: places[0].start], text[places[-1].end :]
    asked = re.sub(r"各自?(?:是|有)?(?:的)?|分[別别]是?|個別|个别", "是", after)
    return tuple(f"{before}{place.surface}{asked}" for place in places)


_JOINT = re.compile(r"[\s，,、跟和與与及]*(?:還有|还有|以及)?\s*")
_BOTH = 2
_COMMA = re.compile(
    r"[，,、；]\s*(?:[1-4一二三四][.)、)]\s*)?|(?:(?<=[\s：:])|^)[1-4][.)、)]\s*"
    r"|\s*[跟和與与](?=\s*[^\s])\s*|\s+(?:and|&)\s+",
    re.IGNORECASE,
)
"""What parts two questions of one message: a comma, a number before each, or 跟."""


def _by_commas(text: str, names: tuple[NameMention, ...]) -> list[tuple[int, str]]:
    """Parts that only commas part, where each asks a property of its own of what it names."""
    kinds = {name.kind for name in names}
    if "gym" not in kinds or len(kinds) < 2:
        return []
    marks = (match.end() for match in _COMMA.finditer(text))
    edges = [0, *(at for at in marks if not _within_a_name(names, at) and at), len(text)]
    parts: list[tuple[int, str]] = []
    for start, end in pairwise(edges):
        subject = _subject(names, start, end)
        if not subject or (parts and subject == parts[-1][1]):
            continue
        parts.append((start if parts else 0, subject))
    ends = [start for start, _ in parts[1:]] + [len(text)]
    asks = all(
        _asks_property(text[start:end], subject)
        for (start, subject), end in zip(parts, ends, strict=True)
    )
    return parts if asks else []


def _within_a_name(names: tuple[NameMention, ...], at: int) -> bool:
    return any(name.start < at < name.end for name in names)


def _asks_property(text: str, subject: str) -> bool:
    about = {"route": "route", "gym": "gym"}.get(subject, "crag")
    return bool(find_fields(cast("Subject", about), key(text), text.casefold()))


def sentences(text: str) -> tuple[str, ...]:
    """The questions of a message, as their marks part them: 「…幾級？還有我今年完攀幾條」."""
    return tuple(
        part.strip() for part in _SENTENCE.split(clean(text).strip()[:MAX_CHARS]) if part.strip()
    )


_SENTENCE = re.compile(r"(?<=[?？。！!\n])\s*|\s*[，,]\s*(?=順便|還有|另外|然後|also\b)")


def _clauses(text: str, names: tuple[NameMention, ...]) -> list[tuple[int, int]]:
    """Where the clauses begin and end; a mark within a name parts nothing: Rice & Roll."""
    borders = [
        match
        for match in _BORDER.finditer(text)
        if not any(name.start < match.start() and match.end() < name.end for name in names)
    ]
    starts = [0, *(match.end() for match in borders)]
    ends = [*(match.start() for match in borders), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _subject(names: tuple[NameMention, ...], start: int, end: int) -> str:
    """What kind of thing a clause is about: a route or a gym rather than the place it lies in."""
    kinds = {_SUBJECTS[name.kind] for name in names if start <= name.start < end}
    return next((kind for kind in ("gym", "route", "place") if kind in kinds), "")
