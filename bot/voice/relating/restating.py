"""What a sentence says again in another way: conditions asked for, differences, former and latter.

The verifier holds every figure against the record beside it. 「5.11 的運攀有四條」 names a
condition and no grade, 「X 長 3 公尺」 a difference and no length. So what is checked here is taken
out or put into the words that code uses, before the verifier reads the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.evidence.compared import items_of
from bot.voice.language.numerals import value_of
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.schema import Evidence

_AGAINST: Final = re.compile(
    r"(5\.\d+[a-d]?|V\d+)\s*(?:對上?|比|vs\.?|against)\s*(5\.\d+[a-d]?|V\d+)", re.IGNORECASE
)
_NUMBERS: Final = re.compile(
    r"(?<![\d.:])(\d+)\s*(公尺|m|條|元|個)?\s*(?:比|對上?|vs\.?)\s*(\d+)\s*(公尺|m|條|元|個)?(?![\d.:])"
)
_AFTER_TIME: Final = re.compile(r"(?:\d{1,2}:\d\d|[一二三四五六七八九十]+點)\s*(?:以後|之後|後)")
_MORE: Final = re.compile(r"(?:超過|大於|不低於)\s*(\d+)\s*(?:公尺|m\b|米)")
_DIFFERENCE: Final = re.compile(
    r"「(?P<name>[^」]+)」(?:的[^，。「」]{0,8})?比較(?P<adj>難|長|短|多|少|便宜|貴|簡單)[^。\d]{0,6}(?P<n>\d+)\s*(?P<unit>級|公尺|個|條|元)"
)
_STATED: Final = re.compile(
    r"(?P<mark>[「“](?P<name>[^」”]+)[」”])(?P<between>[^，。「」“”\d]{0,6}?)(?P<adj>難|長|短|多|少|便宜|貴|簡單)(?:了|出)?\s*(?P<n>\d+)\s*(?P<unit>級|公尺|m|米|個|條|元|塊)"
)
_SAME_UNIT: Final = {"m": "公尺", "米": "公尺", "塊": "元"}
_PITCHES: Final = re.compile(
    r"(\d+)\s*[個段](?!\s*bolt)(?:\s*(?:pitch(?:es)?|繩距))?", re.IGNORECASE
)
_THESE: Final = re.compile(r"這\s*(\d+|[兩三四五六七八九十])\s*([條題間家])")
_MARKED: Final = re.compile(r"[「“]([^」”]+)[」”]")
_GRADE: Final = r"(?:5\.\d+[a-d]?|V\d+)(?![\d/?]|[a-d+])"
_LIMIT: Final = re.compile(
    r"(?P<before>不超過|頂多|最多|爬?到(?!\s*5)"
    r"|\b(?:up to|no (?:harder|easier) than|top out at|at most|at least))"
    rf"\s*(?P<a>{_GRADE})|(?:\bat )?(?P<b>{_GRADE})\s*"
    r"(?P<after>以[上下內]|(?:或|及)?更?(?:簡單|難)(?!的是)"
    r"|\bor (?:easier|below|less|harder|above|more))",
    re.IGNORECASE,
)
_HARDER: Final = re.compile(r"上|更難|[及或]難|harder|above|more|no easier|at least")
_GROUP: Final = r"(?<![\w.]){grade}(?![\da-d+?/.])"


def restated(text: str, asked: str, rendered: str, evidence: Evidence) -> str:
    """The text without what only says again what was asked, in the words of code elsewhere.

    Args:
        text: A sentence with its names in quotation marks.
        asked: The question.
        rendered: The answer that code gave.
        evidence: The records.
    """
    told = _without_these(text)
    told = _as_differences(told, plain(rendered))
    told = _without_against(told, evidence)
    if "筆繩距" in rendered:
        told = _PITCHES.sub(r"\1 筆繩距", told)
    if re.search("以上|超過|大於|至少", asked):
        lengths = {value for fact in scan(asked) if fact.kind == "length" for value in fact.values}
        told = _MORE.sub(lambda one: "" if one[1] in lengths else one[0], told)
    told = _without_limits(told, f"{plain(asked)}\n{plain(rendered)}".split("\n📚")[0])
    return _without_conditions(told, plain(asked), evidence)


def without_former(text: str) -> str:
    """The text with the names that 前者 and 後者 mean, where two were named before."""
    at = text.find("前者")
    names = list(dict.fromkeys(_MARKED.findall(text[:at])))[-2:] if at >= 0 else []
    if len(names) != 2:
        return text
    return text.replace("前者", f"「{names[0]}」").replace("後者", f"「{names[1]}」")


def _without_these(text: str) -> str:
    """The text without 「這四條」 where four names stand before it."""
    return _THESE.sub(
        lambda one: (
            "這些" if value_of(one[1]) == len(set(_MARKED.findall(text[: one.start()]))) else one[0]
        ),
        text,
    )


def _as_differences(text: str, rendered: str) -> str:
    """「X 長 3 公尺」 as 「X 比較長，差 3 公尺」 where code says so."""
    known = {
        (one["name"], one["adj"], one["n"], one["unit"]) for one in _DIFFERENCE.finditer(rendered)
    }

    def spelled(match: re.Match[str]) -> str:
        unit = _SAME_UNIT.get(match["unit"], match["unit"])
        if (match["name"], match["adj"], match["n"], unit) not in known:
            return match[0]
        return f"{match['mark']}{match['between']}比較{match['adj']},差 {match['n']} {unit}"

    return _STATED.sub(spelled, text)


def _without_against(text: str, evidence: Evidence) -> str:
    """The text without the second of two figures that are those of the two records compared."""
    compared = {route.grade.raw.lower() for route in evidence.routes}
    text = _AGAINST.sub(
        lambda one: one[1] if {one[1].lower(), one[2].lower()} == compared else one[0], text
    )
    return _NUMBERS.sub(lambda one: "" if _are_both(one, text, evidence) else one[0], text)


def _are_both(match: re.Match[str], text: str, evidence: Evidence) -> bool:
    """Whether two figures are those of the two records, the first that of the one just named."""
    items = items_of(evidence)
    named = _MARKED.findall(text[: match.start()])
    for kind in ("length", "total", "bolts"):
        held = [
            (one.names, f"{one.values[kind]:.12g}")
            for one in items
            if one.values.get(kind) is not None
        ]
        if len(held) == 2 and {match[1], match[3]} == {figure for _, figure in held}:
            own = [figure for names, figure in held if named and named[-1] in names]
            return own == [match[1]]
    return False


def _without_conditions(text: str, asked: str, evidence: Evidence) -> str:
    """The text without the conditions that the member named."""
    told = text
    for fact in scan(asked):
        if fact.kind != "grade":
            continue
        surface = fact.surface.lower()
        group = re.compile(_GROUP.format(grade=re.escape(fact.surface)), re.IGNORECASE)
        if evidence.routes and all(
            route.grade.raw.lower().startswith(surface) for route in evidence.routes
        ):
            told = group.sub("", told)
        head = told[: _first_name(told, evidence)]
        told = re.sub(rf"{re.escape(fact.surface)}\s*(?=的)", "", head) + told[len(head) :]
    values = {value for fact in scan(asked) if fact.kind == "time" for value in fact.values}
    return _AFTER_TIME.sub(
        lambda one: "" if values & {v for fact in scan(one[0]) for v in fact.values} else one[0],
        told,
    )


def _without_limits(text: str, given: str) -> str:
    """The text without the limits of grades that were asked for: "5.11b or easier"."""
    asked = {_limit_of(one) for one in _LIMIT.finditer(given)}
    return _LIMIT.sub(lambda one: " " if _limit_of(one) in asked else one[0], text)


def _limit_of(match: re.Match[str]) -> tuple[str, bool]:
    """The grade, and whether it is the hardest that is meant."""
    words = f"{match['before'] or ''}{match['after'] or ''}"
    return (match["a"] or match["b"]).lower(), not _HARDER.search(words)


def _first_name(text: str, evidence: Evidence) -> int:
    """Where the first route is named, or the end."""
    names: Iterable[str] = (
        plain(name) for route in evidence.routes for name in (route.name, route.name_en) if name
    )
    marked = (mark for name in names for mark in (f"「{name}」", f"“{name}”"))
    return min([at for at in map(text.find, marked) if at >= 0] or [len(text)])
