"""Whether a count beside a row, a place or a kind of climbing is the count of that one. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.compared import items_of, spans_of
from bot.voice.evidence.labels import TYPE_WORDS, kinds_in
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from bot.voice.language.spans import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence
    from bot.schema.evidence import Group
    from knowledge.schema import Area, Crag, Sector

_NUMBER: Final = r"(?P<n>\d{1,3}|[一兩二三四五六七八九十](?=[條題、，。,;；)）]|$))"
_FILL: Final = r"[\s的是有只就也各佔占共大約:：(（x*█]*(?:比?較多|最多)?[\s(（:：]*"
_COUNTED: Final = re.compile(
    rf"{_FILL}{_NUMBER}\s*(?:[條題]|routes?\b|problems?\b|(?=[、，。,;；)）/]|\s*$))"
)
_COUNT_FIRST: Final = re.compile(
    r"(?<![\d.V])(?P<n>\d{1,3})\s*(?:[條題]\s*(?:是|的)?|(?:more |(?:are|of them(?: are)?) )?)\s*$"
)
_BEFORE_ROW: Final = re.compile(
    rf"(?<![\d.:/V第-])(?P<n>\d{{1,2}}|\b(?:{'|'.join(ENGLISH)}))\s*"
    r"(?:[條題]\s*(?:是|的|在)?"
    r"|(?:(?:more|routes?|problems?|lines?|are|is|of them) )*(?:in |at |on )?)\s*$",
    re.IGNORECASE,
)
"""A count before its row: "two in Stalactite Hall", 「三條 5.11」."""
_RANGE_GOES_ON: Final = re.compile(
    r"\s*[、和跟與及]|\s*and |[a-d\d./?+]|s?\s*(?:到|至|[-–~]|to |以|or )"
)
_BY_TYPE: Final = re.compile(r"型態|類型|\b(?:by )?types?:", re.IGNORECASE)
_LOOSE: Final = re.compile(
    r"約|大概|至少|最多|不到|超過|差|多出|少了|以[上下]|比[^，。]*$|以|\+|比較|多\s*$|少\s*$"
)
_EACH_OF: Final = r"(?:[各都也]+(?:是|有|只有|就)*)\s*(\d+|[一兩二三四五])\s*[條題]"
_EACH: Final = _EACH_OF.replace("(\\d", "(?P<n>\\d")
_EVERY: Final = re.compile(
    rf"(?:(?:每個?)?(?:級數|難度|等級)|每[區級個][^，。]{{0,2}}|兩邊|兩區)[^，。\d]{{0,4}}(?:都是)?{_EACH_OF}|^\s*{_EACH_OF}"
)
_REST: Final = re.compile(r"(?:其[他餘它]|剩下?)的?\s*$")
_RANGE_END: Final = re.compile(r"(?:到|至|[-–~])\s*$|\bto\s*$")
_EXTREME: Final = re.compile(r"(?:最難|最簡單|到|至)(?:的|是|有)*\s*$")
_KINDS: Final = {
    "sport": "運攀",
    "trad": "傳攀",
    "boulder": "抱石",
    "mixed": "混合",
    "toprope": "上方架繩",
}


class Tallies:
    """The rows of one distribution, and the places and kinds of one comparison.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
    """

    def __init__(self, evidence: Evidence, rendered: str) -> None:
        self._evidence = evidence
        self._rendered = plain(rendered)
        self._items = items_of(evidence)

    def faults(self, text: str, before: str = "") -> Iterator[str]:
        """The counts that are another's; the rows named before are not among 「其餘」."""
        if not (self._rows or self._evidence.groups or self._shown):
            return
        for line in re.split(r"[\n。；;！!？?]", plain(text)):
            yield from self._of_rows(line)
            yield from self._of_no_row(line)
            yield from self._of_places(line, before)
            yield from self._of_kinds(line)
            yield from self._shared(line, plain(f"{before}\n{text}"))

    def _of_rows(self, line: str) -> Iterator[str]:
        for label, counts in self._rows.items():
            for start, end in spans_of(line, label):
                if self._is_inside(line, start, end, label) or _RANGE_END.search(line[:start]):
                    continue
                said = _COUNTED.match(line, end)
                if said and not _is_loose(line, end, said) and value_of(said["n"]) not in counts:
                    yield line[start : said.end()].strip()
                first = _BEFORE_ROW.search(line[:start])
                if said or first is None or _RANGE_GOES_ON.match(line, end):
                    continue
                if (
                    not _LOOSE.search(line[: first.start()][-4:])
                    and value_of(first["n"]) not in counts
                ):
                    yield line[first.start() : end].strip()

    def _of_no_row(self, line: str) -> Iterator[str]:
        """Counts beside a grade that is no row, where the rows are grades."""
        if not any(re.match(r"5\.|V\d", label) for label in self._rows):
            return
        for match in re.finditer(r"(?<![\w.])(?:5\.\d+[a-d]?|V\d+)(?![\da-d+/?])", line):
            said = _COUNTED.match(line, match.end())
            stray = match[0] not in self._rows and not _RANGE_END.search(line[: match.start()])
            if said and stray and value_of(said["n"]) and not _is_loose(line, match.end(), said):
                yield line[match.start() : said.end()].strip()

    def _of_places(self, line: str, before: str) -> Iterator[str]:
        """All the routes of a place that is compared, or those of the kinds named.

        「上方架繩甲有三條，乙只有一條」 names the kind in the clause before.
        """
        kinds = kinds_in(line) or kinds_in(re.split(r"[\n。；;！!？?]", plain(before))[-1])
        for group, names in self._groups:
            told = {one.count for one in group.types if one.label in kinds} | {group.total}
            for start, end in (span for name in names for span in spans_of(line, name)):
                said = _COUNTED.match(line, end)
                if said and not _is_loose(line, end, said) and value_of(said["n"]) not in told:
                    yield line[start : said.end()].strip()

    def _of_kinds(self, line: str) -> Iterator[str]:
        """A kind of climbing of the place named last, or of the only one."""
        places = sorted(
            (start, group.place_id)
            for group, names in self._groups
            for name in names
            for start, _ in spans_of(line, name)
        )
        for kind, words in TYPE_WORDS.items():
            for match in re.finditer(words, line, re.IGNORECASE):
                place = next((one for at, one in reversed(places) if at < match.start()), "")
                totals = self._types_of(place)
                said = _COUNTED.match(line, match.end())
                used = said or _COUNT_FIRST.search(line[: match.start()])
                if not totals or used is None or (said and _is_loose(line, match.end(), said)):
                    continue
                if value_of(used["n"]) != totals.get(kind, 0):
                    yield f"{match[0]} {used['n']}"

    def _shared(self, line: str, told: str) -> Iterator[str]:
        """「5.11a、5.11b 各一條」: each row of its own, once, and with that many."""
        totals = self._types_of("")
        rows = {**self._rows, **{_KINDS.get(kind, kind): {n} for kind, n in totals.items()}}
        labels = sorted(map(re.escape, rows), key=len, reverse=True)
        one = "|".join([*labels, r"5\.\d+[a-d]?", r"V\d+"])
        listed = rf"(?P<labels>(?:{one})(?:\s*(?:[、,和跟與及]|以及)\s*(?:{one}))+)\s*"
        for match in re.finditer(rf"{listed}{_EACH}", line, re.IGNORECASE) if rows else ():
            # 「最難 5.12a，5.10 跟 5.11 各兩條」: what is hardest is no part of the list
            apart = _EXTREME.search(line[: match.start()])
            listing = match["labels"].rpartition(",")[2] if apart else match["labels"]
            each = re.findall(one, listing, re.IGNORECASE)
            twice = len(set(each)) < len(each)
            if twice or any(value_of(match["n"]) not in rows.get(label, set()) for label in each):
                yield match[0].strip()
        for match in _EVERY.finditer(line):
            number = next(filter(None, match.groups()))
            buckets = [one for one in self._items if one.family == "bucket"]
            if _REST.search(line[: match.start()]) and buckets:
                # 「其餘難度各一條」: of the rows that the line does not name
                buckets = [one for one in buckets if not any(name in told for name in one.names)]
            held = [{one.values["total"]} for one in buckets]
            kinds = {kind for kind, words in TYPE_WORDS.items() if re.search(words, match[0])}
            held = held or [
                {sum(one.count for one in group.types if one.label in kinds)}
                if kinds
                else {group.total}
                for group, _ in self._groups
            ]
            if held and any(value_of(number) not in each for each in held):
                yield match[0].strip()

    def _is_inside(self, line: str, start: int, end: int, label: str) -> bool:
        """Whether a label is a part of a longer one, or of a figure."""
        longer = [one for one in self._rows if one != label and label in one]
        before, after = line[start - 1 : start], line[end : end + 1]
        figure = re.match(r"[\d.]", before) or (
            re.match(r"[a-d\d./+?]", after) and label[-1:].isdigit()
        )
        spans = (span for one in longer for span in spans_of(line, one))
        return bool(figure) or any(s <= start and end <= e for s, e in spans)

    @cached_property
    def _rows(self) -> dict[str, set[int]]:
        rows: defaultdict[str, set[int]] = defaultdict(set)
        for one in self._items:
            if one.family in {"bucket", "whole"}:
                for name in one.names:
                    if len(name) > 1:
                        rows[name].add(one.values["total"])
        for label, count in re.findall(r"(5\.\d+|V\d+)\s*:\s*(\d+)", self._rendered):
            rows[label].add(int(count))
        return dict(rows)

    @cached_property
    def _groups(self) -> tuple[tuple[Group, tuple[str, ...]], ...]:
        places: tuple[Crag | Area | Sector, ...] = (
            *self._evidence.crags,
            *self._evidence.areas,
            *self._evidence.sectors,
        )
        english = {one.id: one.name_en for one in places}
        return tuple(
            (group, tuple(filter(None, (plain(group.name), english.get(group.place_id, "")))))
            for group in self._evidence.groups
        )

    def _types_of(self, place: str) -> dict[str, int]:
        """How many routes of each kind a place has; where there is one place, it has."""
        groups = self._evidence.groups
        chosen = [one for one in groups if one.place_id == place]
        if not chosen and len(groups) == 1:
            chosen = list(groups)
        if chosen:
            return {one.label: one.count for one in chosen[0].types}
        labels = {one.label: one.count for one in self._evidence.buckets}
        if labels and labels.keys() <= TYPE_WORDS.keys():
            return labels
        return self._shown if not groups else {}

    @cached_property
    def _shown(self) -> dict[str, int]:
        """How many routes of each kind the answer says in one line: 「型態：運攀 5、傳攀 3」."""
        for line in self._rendered.split("\n"):
            told = line.partition(":")[2] if _BY_TYPE.search(line) else ""
            found = {
                kind: int(match[1])
                for kind, words in TYPE_WORDS.items()
                if (match := re.search(rf"(?:{words})\s*(\d+)", told, re.IGNORECASE))
            }
            if found:
                return found
        return {}


def _is_loose(line: str, at: int, said: re.Match[str]) -> bool:
    """Whether the words before a count say that it is more, less or a difference."""
    return bool(_LOOSE.search(re.sub("比?較多|最多", "", line[at : said.start("n")])))
