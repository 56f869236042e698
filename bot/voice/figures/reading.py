"""A sentence as the verifier reads it best: names in quotation marks, figures with their units.

People leave out what goes without saying: 「平日 350」 in an answer about prices, a name of two
characters without marks. Nothing is judged here and nothing of it is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.evidence.gym_names import names_of, with_towns
from bot.voice.language.plain import plain
from bot.voice.relating.restating import restated, without_former
from knowledge.grades import compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.schema import Evidence, Query
    from knowledge.schema import Area, Crag, Grade, Gym, Route, Sector

_TICKET: Final = re.compile(
    r"((?:平日|假日|週末|星光票?|單次|岩鞋|吊帶|鞋|租借|下午|晚上|票價?|」)(?:單次|入場|租借|票|只要|是|都是|一次|各|要|:)*\s*)"
    r"(\d{2,4})(?![\d.:/\-元]|\s*[元塊年月點時日]|\s*(?:TWD|[ap]m\b))"
)
_ALONE: Final = re.compile(r"(^|[，。,」])\s*(\d{2,4})(?=[，。！!,]|$)")
"""A price with nothing beside it."""
_DATED: Final = re.compile(r"(\d{1,2}/\d{1,2})\(([一二三四五六日])\)")
_BOLT: Final = re.compile(r"(\d+)\s*[個顆支](?!\s*bolt)", re.IGNORECASE)
_LONGER: Final = re.compile(
    r"(\d+(?:\.\d+)?\s*(?:m|metres?|bolts?|steps?))\s+(longer|shorter|harder|easier|more)\b"
)
_FOR: Final = re.compile(r"(5\.\d+[a-d]?|V\d+)\s+(?:for|on)\s+(“[^”]+”)")
_RANGE: Final = re.compile(
    r"(?:從\s*)?(5\.\d+[a-d]?[+?]?|V\d+)\s*(?:一路|一直)?[排降開]?(?:到|至|-|~|to)\s*(5\.\d+[a-d]?[+?]?|V\d+)(?![\d/])",
    re.IGNORECASE,
)
_PRICE_ON: Final = re.compile(r"(\d+ TWD) (?:on|for|at) (weekdays?|weekends?)", re.IGNORECASE)
_THAN: Final = re.compile(
    r"比「[^」]*」(?:還|更|要)?(難|簡單|容易|長|短|多|少|貴|便宜)(?:了|出)?\s*(\d+(?:\.\d+)?\s*(?:公尺|m|元|條|個|級))?"
)
_FRENCH: Final = re.compile(
    r"(?<![\w.])([1-9][abc]\+?)\s*(?:到|至|或|和|to|or)\s*([1-9][abc]\+?)(?!\w)", re.IGNORECASE
)


def read(text: str, evidence: Evidence, query: Query, rendered: str) -> str:
    """The sentence spelled out.

    Args:
        text: What is to be said.
        evidence: The records.
        query: The question as it was understood.
        rendered: The answer that code gave.
    """
    said = plain(text)
    if query.intent in {"compare", "gym_price"}:
        said = with_towns(said, evidence.gyms)
    told = without_former(_quoted(said, _names(evidence)))
    if query.intent in {"gym_price", "compare", "gym_list"} and evidence.gyms:
        told = _ALONE.sub(r"\1\2 元", _TICKET.sub(r"\1\2 元", told))
    if "bolts" in query.fields:
        told = _BOLT.sub(r"\1 個 bolt", told)
    told = _with_weekdays(told, plain(rendered))
    told = _LONGER.sub(r"\2 by \1", told)
    told = _THAN.sub(lambda one: f"比較{one[1]}" + (f",差 {one[2]}" if one[2] else ""), told)
    told = _FRENCH.sub(r"\1/\2", told)
    told = _PRICE_ON.sub(r"\2 \1", _FOR.sub(r"\2 \1", told))
    told = restated(told, query.text, rendered, evidence)
    return _without_ranges(told, [route.grade for route in evidence.routes])


def _with_weekdays(text: str, rendered: str) -> str:
    """The text with the weekday behind each day that code gives one: 「11/30 公休」."""
    for day, weekday in set(_DATED.findall(rendered)):
        text = re.sub(rf"(?<![\d/]){day}(?![\d/]|\s*\()", f"{day}({weekday})", text)
    return text


def by_name(text: str) -> str:
    """Every clause that begins with a name on a line of its own: its figures are that name's."""
    return re.sub(
        r"([，,；;、。])((?:還有|以及|和|跟|另外|再來是?|然後是?|接著是?|最後是?)?「)",
        r"\1\n\2",
        text,
    )


def with_subject(text: str, evidence: Evidence) -> str:
    """The sentence said of the only gym or route there is, where it names none."""
    records: tuple[Gym | Route, ...] = (*evidence.gyms, *evidence.routes)
    if len(records) != 1 or evidence.near_misses:
        return text
    name = records[0].name or records[0].name_en
    if f"「{name}」" in text:
        return text
    # 「：20:00」 would be no time
    lines = (f" {line}" if line[:1].isdigit() else line for line in text.split("\n"))
    return "\n".join(f"「{name}」：{line}" for line in lines)


def _names(evidence: Evidence) -> tuple[str, ...]:
    places: tuple[Crag | Area | Sector | Route, ...] = (
        *evidence.routes,
        *evidence.near_misses,
        *evidence.crags,
        *evidence.areas,
        *evidence.sectors,
    )
    named = (name for one in places for name in (one.name, one.name_en))
    forms = (
        form
        for gym in evidence.gyms
        for name in names_of(gym)
        for form in (name, name.replace(" ", "") if not name.isascii() else name)
    )
    found = {plain(name) for name in (*named, *forms) if name}
    return tuple(sorted(found, key=len, reverse=True))


def _quoted(text: str, names: Iterable[str]) -> str:
    """The text with every name in quotation marks, none inside another."""
    words = list(map(_written, names))
    if not words:
        return text
    pattern = re.compile(rf"([「“『][^」”』]*[」”』])|({'|'.join(words)})")

    def mark(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        return f"“{match[2]}”" if match[2].isascii() else f"「{match[2]}」"

    return pattern.sub(mark, text)


def _written(name: str) -> str:
    """The pattern of a name; one of a single character is one where a grade stands behind it."""
    if name.isascii():
        return rf"\b{re.escape(name)}\b"
    if len(name) == 1:
        return rf"(?:^|(?<=[、，,和跟與有是\s])){name}(?=\s?[(（]?\s?(?:V|5\.)\d)"
    return re.escape(name)


def _without_ranges(text: str, grades: list[Grade]) -> str:
    """The text without the ranges that are those of all routes."""
    if len(grades) < 2:
        return text
    spans = {pair for one in _spans(grades) for pair in (one, one[::-1])}
    return _RANGE.sub(lambda one: "" if (one[1].lower(), one[2].lower()) in spans else one[0], text)


def spans_of_grades(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """The easiest and the hardest grade of all the routes of an answer."""
    yield from _spans([route.grade for route in evidence.routes])


def _spans(grades: list[Grade]) -> Iterator[tuple[str, str]]:
    for low in grades:
        mine = [(other, compare(low, other)) for other in grades if other is not low]
        if any(sign == 1 for _, sign in mine):
            continue
        alike = [other for other, sign in mine if sign is not None]
        for high in alike:
            if all(compare(high, other) in (0, 1, None) for other in alike):
                yield low.raw.lower(), high.raw.lower()
