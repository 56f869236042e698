"""What a figure is said of: the names, kinds, tickets, days and gear that stand beside it.

A figure is never right by itself: 16 is the number of sport routes, 320 the ticket of a weekday,
25 metres the first pitch. Its labels are the words of such categories next to it; where there are
none, those said before it in the same breath.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import Fact, scan
from bot.voice.evidence.compared import spans_of
from bot.voice.evidence.gym_names import names_of, towns_of
from bot.voice.language.plain import plain
from bot.voice.language.sentences import STOP
from knowledge.text import has_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Sector

Labels = dict[str, frozenset[str]]
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "type": {
        "sport": r"運攀|運動攀登|\bsport\b",
        "trad": r"傳攀|傳統攀登|\btrad\b",
        "boulder": r"抱石(?!館|墊|區|牆)|\bboulder(?:s|ing)?\b",
        "toprope": r"上方架繩|頂繩|\btop ?rope",
        "mixed": r"混合|\bmixed\b",
    },
    "ticket": {
        "weekday": r"平日|\bweekdays?\b",
        "weekend": r"假日|週末|周末|\bweekends?\b",
        "twilight": r"星光|晚鳥|\btwilight\b",
        "shoes": r"鞋|\bshoes?\b",
        "harness": r"吊帶|\bharness(?:es)?\b",
        "hourly": r"每(?:個)?(?:小時|鐘頭)|計時|\bhourly\b|\b(?:an|per) hour\b",
        "reduced": r"學生|兒童|小孩|會員|團體|優待|\bstudents?\b|\bchild(?:ren)?\b|\bmembers?\b",
        "long": r"月票|季票|年票|[回十]次|套票|\b(?:monthly|annual|pass)\b",
    },
    "part": {"afternoon": r"下午|\bafternoons?\b", "evening": r"晚上|夜間|\bevenings?\b"},
    "gear": {
        "draw": r"快扣|\bquick ?draws?\b|\bdraws\b",
        "anchor": r"固定點|\banchors?\b",
        "bolt": r"\bbolts?\b|錨栓",
    },
    "day": {
        **{
            str(at): rf"(?:週|周|星期|禮拜){han}|[（(]{han}[)）]|\b{english}\w*"
            for at, (han, english) in enumerate(
                zip("一二三四五六", ("mon", "tue", "wed", "thu", "fri", "sat"), strict=True)
            )
        },
        "6": r"(?:週|周|星期|禮拜)[日天]|[（(]日[)）]|\bsun(?:day)?s?\b",
        "holiday": r"國定假日|\bpublic holidays?\b",
    },
}
TYPE_WORDS: Final = _WORDS["type"]
"""The words for kinds of climbing."""
_PATTERNS: Final = tuple(
    (category, label, re.compile(pattern, re.IGNORECASE))
    for category, labels in _WORDS.items()
    for label, pattern in labels.items()
)
_PITCH: Final = re.compile(r"(?<![A-Za-z0-9])P([1-9])(?!\d)")
_APART: Final = re.compile(
    r"(?:[差多少貴省難長短高低]|便宜|\bby|\bdifference(?: is| of)?|\bapart)(?:了|出|大?約|只|\s)*$"
)
_APART_AFTER: Final = re.compile(
    r"\s*(?:的差距|之差|more\b|less\b|fewer\b|cheaper|dearer|longer|shorter|apart|difference)"
)
_JOINS: Final = re.compile(r"[、，,;；(（+＋/和跟加與及]|還有|另外|\b(?:and|plus)\b|\n")
_PAIRWISE: Final = re.compile(r"分別|依序|\brespectively\b")
_AGAINST: Final = re.compile(r"\d\S{0,3}\s?(?:\S{1,4}\s?)?(?:對上?|比|vs\.?|against|versus|to)\s*$")
_VERSUS: Final = re.compile(r"\s*(?:對上?|比|vs\.?|against|versus)\s*\d")
_ASIDE: Final = re.compile(r"\s*[(（][^()（）]*[)）]")
_COLON: Final = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact of a text with what it is said of."""

    fact: Fact
    own: Labels
    carried: Labels

    def said(self, category: str) -> frozenset[str]:
        """The labels of a category: its own, else those said before."""
        return self.own.get(category) or self.carried.get(category, frozenset())


class Labeller:
    """Finds the figures of texts about one evidence, each with its labels."""

    def __init__(self, evidence: Evidence) -> None:
        self._names = sorted(_names(evidence), key=lambda one: -len(one[1]))

    def figures(self, text: str, before: str = "") -> tuple[Figure, ...]:
        """The figures of a text in plain characters, in order."""
        carried = _grouped(self._found(plain(before))[-1:])
        found: list[Figure] = []
        at = 0
        for line in re.split(r"(?<=\n)", text):
            found += self._of_line(line, carried)
            at += len(line)
        return tuple(found)

    def labels(self, text: str) -> Labels:
        """Every label of a text."""
        return _grouped(self._found(text))

    def _of_line(self, line: str, before: Labels) -> Iterator[Figure]:
        labels = self._found(line)
        facts = scan(line)
        paired = _pairs(line, labels, facts)
        for index, fact in enumerate(facts):
            start = facts[index - 1].end if index else 0
            end = facts[index + 1].start if index + 1 < len(facts) else len(line)
            left = _after_join(line, start, fact.start, first=not index)
            right = _right_end(line, fact.end, end)
            near = [one for one in labels if left <= one[2] and one[3] <= right]
            inside = [one for one in labels if one[2] < fact.end and fact.start < one[3]]
            own = _grouped([*near, *inside])
            if _APART.search(line[: fact.start]) or _APART_AFTER.match(line, fact.end):
                own["apart"] = frozenset({"apart"})
            if _VERSUS.match(line, fact.end):
                own["versus"] = frozenset({"versus"})
            if _AGAINST.search(line[: fact.start]):
                own["against"] = frozenset({"against"})
            told = [one for one in labels if one[3] <= left]
            carried: Labels = dict(before)
            for category in {one[0] for one in told}:
                nearest = [one for one in told if one[0] == category]
                carried[category] = frozenset({nearest[-1][1]})
            if index in paired:
                own["name"] = frozenset({paired[index]})
            yield Figure(fact, own, carried)

    def _found(self, text: str) -> list[tuple[str, str, int, int]]:
        """(category, label, start, end) of every label, a name inside a longer one left out."""
        named: list[tuple[str, str, int, int]] = []
        taken: list[tuple[int, int]] = []
        for label, name in self._names:
            for start, end in spans_of(text, name):
                whole = any(s <= start and end <= e for s, e in taken)
                if not whole or (start, end) in taken:
                    named.append(("name", label, start, end))
                    taken.append((start, end))
        words = (
            (category, label, *one.span())
            for category, label, pattern in _PATTERNS
            for one in pattern.finditer(text)
        )
        pitches = (("pitch", one[1], *one.span()) for one in _PITCH.finditer(text))
        free = (
            one
            for one in (*words, *pitches)
            if not any(start <= one[2] and one[3] <= end for start, end in taken)
        )
        return sorted([*named, *free], key=lambda one: one[2])


def kinds_in(text: str) -> set[str]:
    """The kinds of climbing that a text names."""
    return {kind for kind, words in TYPE_WORDS.items() if re.search(words, text, re.IGNORECASE)}


def _grouped(found: list[tuple[str, str, int, int]]) -> Labels:
    labels: dict[str, set[str]] = {}
    for category, label, _, _ in found:
        labels.setdefault(category, set()).add(label)
    return {category: frozenset(each) for category, each in labels.items()}


def _pairs(
    line: str, labels: list[tuple[str, str, int, int]], facts: tuple[Fact, ...]
) -> dict[int, str]:
    """Index of a figure -> its name, where 「A、B 分別是 1 和 2」 says the first of the first."""
    mark = _PAIRWISE.search(line)
    if mark is None:
        return {}
    names = list(dict.fromkeys(one[1] for one in labels if one[0] == "name"))
    told = [at for at, fact in enumerate(facts) if fact.start >= mark.end() or "resp" in mark[0]]
    return dict(zip(told, names, strict=True)) if len(told) == len(names) else {}


def _after_join(line: str, start: int, end: int, *, first: bool) -> int:
    """Where the words before a figure begin: behind what joins it to the figure before it."""
    stops = [one.end() for one in STOP.finditer(line, start, end)]
    if first:
        return stops[-1] if stops else start
    joins = [one.end() for one in _JOINS.finditer(line, start, end)]
    return max([*stops[-1:], *joins[:1]], default=start)


def _right_end(line: str, start: int, end: int) -> int:
    """Where the words behind a figure end: at what joins, stops or explains."""
    aside = _ASIDE.match(line, start)
    if aside is not None and aside.end() <= end:
        return aside.end()
    marks = (_JOINS, STOP, _COLON)
    return min(
        (one.start() for mark in marks for one in mark.finditer(line, start, end)), default=end
    )


def _names(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for route in (*evidence.routes, *evidence.near_misses):
        for name in (route.name, route.name_en, *route.aliases):
            if len(name) > 1 or has_han(name):
                yield route.name or route.name_en, plain(name)
    for gym in evidence.gyms:
        yield from ((gym.id, name) for name in names_of(gym))
    yield from ((gym.id, town) for town, gym in towns_of(evidence.gyms).items())
    places: tuple[Crag | Area | Sector, ...] = (
        *evidence.crags,
        *evidence.areas,
        *evidence.sectors,
    )
    for place in places:
        for name in (place.name, place.name_en):
            if len(name) > 1:
                yield place.id, plain(name)
    for group in evidence.groups:
        yield group.place_id, plain(group.name)
