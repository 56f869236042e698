"""Whether what a sentence compares is so: harder, longest, cheaper, all of them, only one.

Every name and figure of 「霧笛比較難」 may be a record's and the sentence still be wrong. So each
clause with such a word is worked out from the records; what cannot be worked out holds only where
the rendered answer or a record says it in the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.compared import Item, apart, is_extreme, items_of, spelled
from bot.voice.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Evidence
    from knowledge.filters import GradeBounds
    from knowledge.schema import Area, Crag, Grade, Route, Sector

CLAUSES: Final = re.compile(r"[，。；;！!？?\n]|,(?!\d{3})|(?<!\d)[:：](?!\d)")
_ADJECTIVES: Final = {
    **dict.fromkeys(("難", "harder", "hardest"), ("grade", 1)),
    **dict.fromkeys(("簡單", "容易", "easier", "easiest"), ("grade", -1)),
    **dict.fromkeys(("長", "longer", "longest"), ("length", 1)),
    **dict.fromkeys(("短", "shorter", "shortest"), ("length", -1)),
    **dict.fromkeys(("貴",), ("price", 1)),
    **dict.fromkeys(("便宜", "cheaper", "cheapest"), ("price", -1)),
    **dict.fromkeys(("多", "more", "most"), ("count", 1)),
    **dict.fromkeys(("少", "fewer", "fewest"), ("count", -1)),
}
_WORD: Final = re.compile(
    r"(?P<how>最|比較|較|更)(?:為|加)?(?P<adj>難|簡單|容易|長|短|多|少|便宜|貴)(?!度|得|數)"
    r"|(?P<than>比)(?=[^，。；]{1,24}?(?P<adj3>難|簡單|容易|長|短|多|少|便宜|貴)(?!度|數))"
    r"|(?P<adj2>難|簡單|容易|長|短|便宜|貴)(?=一點|一些|多了|得多|很多|不少|了?\s*\d|[。！!，,]|$)"
    r"|(?P<en>\b(?:hard|easi|long|short|cheap)(?:er|est)\b)",
    re.IGNORECASE,
)
_ALL: Final = re.compile(
    r"(?:都|全部|全|皆)(?:是|為|在)|都屬於|每一?[條間題座]|\b(?:all|both) (?:are|of)\b"
)
_ONLY: Final = re.compile(
    r"只(?:有|剩|列)(?!\s*[\d一兩])|就.{1,16}而已|唯一|\bonly\b(?! \d)", re.IGNORECASE
)
_MOSTLY: Final = re.compile(r"大部分|主要|為主|大多|\bmostly\b|\bmost of\b", re.IGNORECASE)
_LEADS: Final = re.compile(r"^(?:也|又|就|而且|同時|它|這條|那條)*是?")
_HEADS: Final = re.compile(r"最[難長短]的(?:前)?[\d兩三四五]+條$|最簡單的(?:前)?[\d兩三四五]+條$")
_TICKET: Final = re.compile("平日|假日|週末")
_TYPES: Final = {
    "sport": r"運攀|\bsport\b",
    "trad": r"傳攀|\btrad\b",
    "boulder": r"抱石|\bboulder",
    "toprope": r"上方架繩|\btop ?rope",
    "mixed": r"混合|\bmixed\b",
}
_RANGE: Final = re.compile(
    r"(5\.\d+[a-d]?[+?]?|V\d+)\s*(?:到|至|[-–~]|to)\s*(5\.\d+[a-d]?[+?]?|V\d+)"
)
_COUNTED: Final = re.compile(r"(運攀|傳攀|抱石|上方架繩|混合) (\d+) [條題]")


class Relations:
    """The comparisons that one answer may state.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
    """

    def __init__(self, evidence: Evidence, rendered: str) -> None:
        self._evidence = evidence
        self._rendered = rendered
        self._items = items_of(evidence)
        self._rendered_counts = bool(evidence.buckets or evidence.bounds) or not evidence.cards
        self._counts = Counter({kind: int(n) for kind, n in _COUNTED.findall(rendered)})

    def faults(self, text: str, known: str) -> Iterator[str]:
        """The clauses that compare what does not compare so."""
        if self._evidence.log is not None or not (self._items or self._rendered_counts):
            return
        carried: list[Item] = []
        for clause in CLAUSES.split(plain(text)):
            named = self._named(clause)
            bare = key(_LEADS.sub("", clause.strip()))
            if bare and bare in key(known):
                carried = named or carried
                continue
            if not self._holds(clause, named or carried[-1:]):
                yield clause.strip()
            carried = named or carried

    def proven(self, text: str) -> str:
        """The comparing words of a text whose clauses hold: they may be said."""
        if self._evidence.log is not None:
            return ""
        words = (
            match[0]
            for clause in CLAUSES.split(plain(text))
            for match in _WORD.finditer(clause)
            if not re.search(
                r"很|超|非常|太|特別", clause[max(0, match.start() - 3) : match.start()]
            )
        )
        adjectives = (
            match[0]
            for match in re.finditer(
                "難|簡單|容易|長|短|便宜|貴|多|少",
                " ".join(clause for clause in CLAUSES.split(plain(text)) if _WORD.search(clause)),
            )
        )
        mostly = (match[0] for match in _MOSTLY.finditer(plain(text)))
        return "\n".join([*words, *adjectives, *mostly])

    def _holds(self, clause: str, named: list[Item]) -> bool:
        words = [match for match in _WORD.finditer(clause) if _is_meant(match, clause)]
        if any(match["than"] for match in words):
            words = [match for match in words if match["than"]]
        if any(not self._compares(match, clause, named) for match in words):
            return False
        if _ALL.search(clause) and not self._all_are(clause):
            return False
        if _ONLY.search(clause) and not self._is_only(named):
            return False
        return not _MOSTLY.search(clause) or self._is_most(clause)

    def _compares(self, match: re.Match[str], clause: str, named: list[Item]) -> bool:
        word = (match["adj"] or match["adj2"] or match["adj3"] or match["en"]).lower()
        kind, sign = _ADJECTIVES[word]
        if kind == "count":
            kind = "bolts" if "bolt" in clause.lower() else "total"
            if kind == "total" and self._is_commonest(clause, sign):
                return True
        if (match["than"] or " than " in clause) and len(named) >= 2:
            return apart(named[0], named[1], kind) == sign
        kinds = {name for name, words in _TYPES.items() if re.search(words, clause)}
        items = [
            one
            for one in self._items
            if one.values.get(kind) is not None
            and (not kinds or (one.route is not None and str(one.route.type) in kinds))
        ]
        if not named or (len(named) == 1 and _is_sum(named[0], items, kind, clause)):
            return self._compares_figures(match, clause, named, items)
        meant = _meant(clause, match, named)
        looked_for = word in self._rendered and not any(
            apart(one, two, kind) for one in items for two in items
        )
        if len(items) < 2 or looked_for or (len(named) == 1 and named[0] not in items):
            # code has looked for the extreme and found this one, or several that share it
            return word in self._rendered and bool(meant)
        return all(is_extreme(one, items, kind, sign) for one in meant)

    def _compares_figures(
        self, match: re.Match[str], clause: str, named: list[Item], items: list[Item]
    ) -> bool:
        """Whether a clause compares figures of one gym or place, or of all there are."""
        word = (match["adj"] or match["adj2"] or match["adj3"] or match["en"]).lower()
        kind, sign = _ADJECTIVES[word]
        if named and kind == "grade":
            return _is_bound_of(named[0].values["bounds"], clause, sign)
        if kind == "price" and len(items) == 1 and _TICKET.search(clause):
            return _dearer(items[0].values["price"], clause) == sign
        if _HEADS.search(clause):
            return word in self._rendered
        return not match["adj2"] and self._is_bound(clause, kind, sign, items)

    def _is_bound(self, clause: str, kind: str, sign: int, items: list[Item]) -> bool:
        """Whether the figure of a clause without a name is the highest or lowest there is."""
        facts = [fact for fact in scan(clause) if fact.kind == kind]
        bounds = self._evidence.bounds
        if kind == "grade" and bounds is not None:
            return _is_bound_of(bounds, clause, sign)
        for low, high in _RANGE.findall(self._rendered) if kind == "grade" else ():
            if facts and (high if sign > 0 else low).lower() in facts[0].values:
                return True
        extreme = [one for one in items if is_extreme(one, items, kind, sign)]
        told = {value for one in extreme for value in spelled(one.values[kind])}
        return bool(facts) and any(told & set(fact.values) for fact in facts)

    def _is_commonest(self, clause: str, sign: int) -> bool:
        """Whether the kind or grade that a clause names is the one with the most routes."""
        words = [kind for kind in self._counts if kind in clause]
        if words:
            extreme = (max if sign > 0 else min)(self._counts.values())
            return all(self._counts[one] == extreme for one in words)
        grades = [value for fact in scan(clause) if fact.kind == "grade" for value in fact.values]
        counts = Counter({one.label.lower(): one.count for one in self._evidence.buckets})
        whole = Counter[str]()
        for label, count in counts.items():
            whole[re.sub(r"[a-d]$|（.*", "", label)] += count
        return bool(grades) and all(
            table[one] == max(table.values(), default=0) > 0
            for one in grades[:1]
            for table in (whole if one in whole else counts,)
        )

    def _all_are(self, clause: str) -> bool:
        """Whether all that a clause speaks of have the grade, kind or place that it gives them."""
        named = [one.route for one in self._named(clause) if one.route is not None]
        routes = named or list(self._evidence.routes)
        if not routes:
            told = [kind for kind in self._counts if kind in clause]
            return bool(self._evidence.gyms) or (bool(told) and len(self._counts) == len(told))
        facts = scan(clause)
        kinds = [kind for kind, words in _TYPES.items() if re.search(words, clause)]
        grades = [set(fact.values) for fact in facts if fact.kind == "grade"]
        lengths = [set(fact.values) for fact in facts if fact.kind == "length"]
        checks = (
            (kinds, all(str(route.type) in kinds for route in routes)),
            (grades, all(_is_one_of(_names_of(r.grade), grades) for r in routes)),
            (
                lengths,
                all(_is_one_of({f"{r.length_m:.12g}"}, lengths) for r in routes if r.length_m),
            ),
            ("在" in clause, self._all_in(clause, routes)),
        )
        people = {route.first_ascent for route in routes}
        one_person = len(people) == 1 and any(one and one in clause for one in people)
        return one_person or (
            any(said for said, _ in checks) and all(ok for said, ok in checks if said)
        )

    def _all_in(self, clause: str, routes: Iterable[Route]) -> bool:
        evidence = self._evidence
        named: tuple[Crag | Area | Sector, ...] = (
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        places = {one.id for one in named if one.name and one.name in clause}
        return bool(places) and all(
            {route.crag_id, route.area_id, route.sector_id} & places for route in routes
        )

    def _is_only(self, named: list[Item]) -> bool:
        evidence = self._evidence
        sizes = [len(each) for each in (evidence.routes, evidence.gyms) if each]
        if evidence.groups and not evidence.routes:
            sizes = [len(evidence.groups)]
        return not named or len(named) in sizes or (not sizes)

    def _is_most(self, clause: str) -> bool:
        words = [kind for kind in self._counts if kind in clause]
        if words:
            return self._is_commonest(clause, 1)
        areas = [one.id for one in self._evidence.areas if one.name and one.name in clause]
        routes = [r for r in self._evidence.routes if not areas or r.area_id in areas]
        kinds = [kind for kind, pattern in _TYPES.items() if re.search(pattern, clause)]
        held = Counter(str(r.type) for r in routes)
        return bool(kinds) and bool(held) and held.most_common(1)[0][0] in kinds

    def _named(self, clause: str) -> list[Item]:
        """The records that a clause names, in order; a name inside a longer one is none."""
        found: list[tuple[int, int, Item]] = []
        for item in self._items:
            for name in item.names:
                at = clause.find(name)
                if at >= 0 and (len(name) > 1 or clause[at - 1 : at] in "「“『"):
                    found.append((at, at + len(name), item))
                    break
        return [
            item
            for start, end, item in sorted(found, key=lambda one: one[:2])
            if not any((s, e) != (start, end) and s <= start and end <= e for s, e, _ in found)
        ]


def _is_meant(match: re.Match[str], clause: str) -> bool:
    """Whether the word compares: 「想知道更多」 and 「最多 4 人」 do not."""
    if match["how"] == "更" and match["adj"] in {"多", "少"}:
        return False
    if match["adj2"] == "長":
        return bool(
            re.match(r"一點|一些|多了|得多|很多|不少|[。！!，,]|$", clause[match.end() :])
        ) and bool(re.search(r"比較|更|還", clause))
    return not (match["adj2"] and re.search(r"多難|幾級|有難|困難|難[不沒]", clause))


def _meant(clause: str, match: re.Match[str], named: list[Item]) -> list[Item]:
    """Whom a comparing word is about: 「最難的是 X」 the next name, else the last one before it."""
    after = [one for one in named if any(clause.find(name) > match.start() for name in one.names)]
    if (
        re.match(r"的(?:路線|是|一條|就是|為|那條)|\b (?:route |one )?is\b", clause[match.end() :])
        and after
    ):
        return after[:1]
    before = [one for one in named if one not in after]
    return before[-1:] if match["how"] != "最" and before else (before or named)[-1:]


def _is_sum(one: Item, items: list[Item], kind: str, clause: str) -> bool:
    """Whether it is a place with bounds of its own, or a gym whose tickets are compared."""
    if kind == "price":
        return len(items) == 1 and bool(_TICKET.search(clause))
    return kind == "grade" and one.values.get("bounds") is not None


def _is_bound_of(bounds: GradeBounds, clause: str, sign: int) -> bool:
    """Whether the grade of a clause is the hardest (easiest, with -1) of these bounds."""
    bound = bounds.hardest if sign > 0 else bounds.easiest
    grades = [set(fact.values) for fact in scan(clause) if fact.kind == "grade"]
    return _is_one_of({bound.raw.lower(), bound.lo, bound.hi}, grades[:1])


def _dearer(prices: dict[str, int], clause: str) -> int:
    """1 when the days that a clause names cost more than the others, -1 when less."""
    weekday, weekend = prices.get("weekday", 0), prices.get("weekend", 0)
    free = 1 if re.search("假日|週末", clause) else -1
    return free * ((weekend > weekday) - (weekend < weekday))


def _names_of(grade: Grade) -> set[str]:
    """What a grade may be called where all of a list are said to have it: 5.9+ is no 5.9."""
    raw = grade.raw.lower()
    return {raw} if grade.modifier else {raw, grade.lo}


def _is_one_of(known: set[str], said: list[set[str]]) -> bool:
    return any(known & one for one in said)
