"""Whether figures of a member's log stand beside the climb or the grade that they belong to.

Every number of 「你右手爬了 9 次」 may be one of the log and the sentence still be wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.figures.busiest import not_busiest
from bot.voice.figures.own_labels import mislabelled
from bot.voice.figures.own_rows import miscounted
from bot.voice.language.days import with_months
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.personal import LogEvidence

_ROW: Final = re.compile(r"^(?P<label>5\.\d+[a-d+]?|V\d+)\s*█*\s*(?P<count>\d+)", re.MULTILINE)
_SHARED: Final = re.compile(
    r"(?P<labels>(?:(?:5\.\d+[a-d+]?|V\d+)\s*(?:、|和|跟|,)?\s*(?:也)?)+)(?:各|有|是|共|:)*\s*(?P<count>\d+|[一兩二三四五])\s*條"
)
_FROM: Final = re.compile(r"(5\.\d+[a-d+]?|V\d+)\s*(?:一路|一直)?(?:到|至|[-~–])\s*$")
"""The first grade of a range: 「從 5.9 到 5.10d 共七條」."""
_LABEL: Final = re.compile(r"5\.\d+[a-d+]?|V\d+")
_SWEEPING: Final = re.compile(
    r"贏過|贏了|比(?:大家|別人|其他人)|第一名|從來|從未|總是|一條都"
    r"|全部都|每一?條|每一?次|每週|每天|每個月|都是 ?(?:flash|onsight"
    r"|os\b)|一半",
    re.IGNORECASE,
)
"""What is said of all of a log, or of others: only where code says so."""
_SENT: Final = re.compile(
    r"(?<!還沒)(?<!還未)(?<!沒)(?<!沒有)(?<!未)(?<!快)(?<!快要)(?:送掉|完攀|過關|征服|拿下|解掉|攻下|\b(?:sent|flashed|onsighted)\b)"
)
_FIRST: Final = re.compile(r"各地方的天數:\n(.+?):\d")
_EMPTY: Final = re.compile(r"清單是空的")
_CLAUSE: Final = re.compile(r"[，。；;！!？?\n、]|,(?!\d{3})")


def misplaced(text: str, log: LogEvidence, rendered: str) -> Iterator[str]:
    """The clauses whose figures are not those of what they name."""
    yield from miscounted(text, rendered)
    yield from mislabelled(text, rendered)
    yield from not_busiest(text, rendered)
    told = with_months(text, "", rendered)
    shown = plain(rendered)
    counts = {match["label"]: match["count"] for match in _ROW.finditer(plain(rendered))}
    yield from wrong_rows(told, counts)
    names = {key(one.route_name): plain(one.route_name) for one in log.ascents if one.route_name}
    names |= {
        key(one.route_name): plain(one.route_name)
        for best in log.bests
        for one in best.ascents
        if one.route_name
    }
    lines = plain(rendered).split("\n")
    only_tried = _only_tried(log)
    for clause in _CLAUSE.split(told):
        if any(not _is_shown(word, clause, shown) for word in _SWEEPING.finditer(clause)):
            yield clause.strip()
        if any(name in clause for name in only_tried) and _SENT.search(clause):
            yield clause.strip()
        found = sorted(
            (clause.find(name), name)
            for name in names.values()
            if name in clause
            and (len(name) > 1 or re.search(rf"{re.escape(name)}[\s(」:]*(?:大?約)?\s*\d", clause))
        )
        ends = [*(at for at, _ in found[1:]), len(clause)]
        for (at, name), end in zip(found, ends, strict=False):
            own = _facts("\n".join([line for line in lines if name in line] + _entries(log, name)))
            said = [fact for fact in scan(clause[at + len(name) : end]) if fact.kind != "date"]
            if any(not own & set(fact.values) for fact in said):
                yield clause.strip()


def wrong_rows(told: str, counts: dict[str, str]) -> Iterator[str]:
    """The counts beside grades that are not those of their rows; a range counts all of them."""
    for match in _SHARED.finditer(told) if counts else ():
        count = str(value_of(match["count"]))
        labels = _LABEL.findall(match["labels"])
        low = _FROM.search(told[: match.start()])
        if low is not None and len(labels) == 1:
            if _between(low[1], labels[0], counts) != int(count):
                yield match[0].strip()
        elif any(counts.get(label) != count for label in labels):
            yield match[0].strip()


def _between(low: str, high: str, counts: dict[str, str]) -> int:
    """How many lines the rows hold from one grade to another."""
    rows = list(counts)
    if low not in rows or high not in rows:
        return -1
    first, last = sorted((rows.index(low), rows.index(high)))
    return sum(int(counts[one]) for one in rows[first : last + 1])


def _is_shown(word: re.Match[str], clause: str, shown: str) -> bool:
    """Whether the answer says the sweeping word, or what is meant by it."""
    if word[0] in shown:
        return True
    if word[0] == "第一名":
        # of the places of an answer the first has most
        first = _FIRST.search(shown)
        return first is not None and first[1] in clause
    if word[0] in {"每條", "每一條"}:
        return "平均" in clause and "平均" in shown
    return word[0] == "一條都" and bool(_EMPTY.search(shown)) and "沒有" in clause


def _only_tried(log: LogEvidence) -> set[str]:
    """The climbs that the log holds only tries of."""
    entries = (*log.ascents, *(one for best in log.bests for one in best.ascents))
    sent = {plain(one.route_name) for one in entries if one.result != "attempt"}
    return {plain(one.route_name) for one in entries if one.result == "attempt"} - sent - {""}


def _entries(log: LogEvidence, name: str) -> list[str]:
    """What the log says of a climb."""
    entries = (*log.ascents, *(one for best in log.bests for one in best.ascents))
    return [f"{one.grade} {one.attempts or ''}" for one in entries if plain(one.route_name) == name]


def _facts(text: str) -> frozenset[str]:
    return frozenset(
        value for line in text.split("\n") for fact in scan(line) for value in fact.values
    )
