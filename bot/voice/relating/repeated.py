"""Figures that are right though no record beside them has them: sums, shares, numbers asked with.

「鞋 100、吊帶 70，加起來 170」 adds up what it says itself, 「6/7，86%」 counts what the answer
counts, and "two more than your ten draws" holds a number of the question against a record. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.relating.differences import is_gap
from knowledge.grades import find_grades

if TYPE_CHECKING:
    from bot.prompts import Spoken
    from knowledge.schema import Grade

_SUM: Final = re.compile(
    r"(?:加起來|合起來|合計|總計|兩[樣個項]一起|together|in total|combined|that's|makes)"
    r"(?:是|要|就是|共|一共|:|\s|comes? to|an? extra|is)*$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(?<![\d.:/-])\d{1,5}(?:\.\d+)?(?![\d.:/]|\s*(?:點|號|日|月|年))")
_RATIO: Final = re.compile(r"(\d{1,3})/(\d{1,3})")
_GEAR: Final = re.compile(
    r"(\d{1,2})\s*(?:把|支|條|組|個)?\s*(?:快扣|quick ?draws?|draws?)", re.IGNORECASE
)
_SHORT: Final = re.compile(
    r"不(?:太|大|一定)?(?:夠|足)|差|短少|少了?|\bshort\b|\bnot enough\b|n't enough"
    r"|\b(?:fewer|less) than\b|\bmore than\b|\bexceeds?\b|超過|比.{0,6}多",
    re.IGNORECASE,
)
_APART: Final = re.compile(r"(\d{1,2})\s*(?:more than|short|fewer)|(?:差|多|少)了?\s*(\d{1,2})")
_SAYS: Final = re.compile(r"\bare enough\b|(?<![不足])(?<!不太)(?:夠用|足夠|夠了)")
_FEWER: Final = re.compile(
    r"(?P<n>\d{1,2})\b[^.,;]{0,16}\b(?:is|are) (?:fewer|less) than\b"
    r"|\bmore than (?:your |the )?(?P<m>\d{1,2})\b"
)
_NONE: Final = re.compile(r"\b(?:nothing|none|no)\b|n't\b|沒有?|無", re.IGNORECASE)
_ALL: Final = re.compile(r"[都全皆均]|\ball\b|\bboth\b", re.IGNORECASE)
_TERMS: Final = 4


def is_repeated(surface: str, text: str, spoken: Spoken) -> bool:
    """Whether a figure that no record beside it has is right all the same.

    Args:
        surface: How it is written.
        text: The sentence that it stands in.
        spoken: The question, its records and its answer.
    """
    told = plain(text)
    figure = plain(surface).strip()
    return (
        _is_sum(figure, told)
        or _is_share(figure, spoken.draft.text)
        or _is_asked(figure, told, spoken)
        or is_gap(figure, told, spoken.evidence)
        or _is_grade(figure, told, spoken)
    )


def compares_asked(clause: str, spoken_asked: str, bolts: float | None) -> bool:
    """Whether a clause compares a number of the question with the bolts of a route, rightly."""
    asked = {int(one[1]) for one in _GEAR.finditer(plain(spoken_asked))}
    told = [one for one in _FEWER.finditer(clause) if int(one["n"] or one["m"]) in asked]
    if bolts is None or not told:
        return False
    number = int(told[0]["n"] or told[0]["m"])
    apart = _APART.search(clause)
    gap = int(apart[1] or apart[2]) if apart else bolts - number
    return bolts > number and gap == bolts - number


def _is_sum(figure: str, text: str) -> bool:
    """Whether it is what the figures before it in its sentence add up to."""
    bare = re.sub(r"\D", "", figure)
    for match in re.finditer(rf"(?<!\d){bare}(?!\d)", text) if bare else ():
        before = text[: match.start()]
        if not _SUM.search(before.rstrip()):
            continue
        numbers = [float(one[0]) for one in _NUMBER.finditer(before)]
        sums = {sum(numbers[-count:]) for count in range(2, _TERMS + 1) if len(numbers) >= count}
        if float(bare) in sums:
            return True
    return False


def _is_share(figure: str, rendered: str) -> bool:
    """「6/7」 where the answer gives both numbers and what they make in a hundred."""
    match = _RATIO.fullmatch(figure)
    if match is None or not 0 < int(match[1]) <= int(match[2]):
        return False
    part, whole = int(match[1]), int(match[2])
    shown = plain(rendered)
    numbers = set(re.findall(r"(?<![\d.-])\d+(?![\d.-])", shown))
    return {match[1], match[2]} <= numbers and f"{round(100 * part / whole)}%" in shown


def _is_asked(figure: str, text: str, spoken: Spoken) -> bool:
    """Whether it is how much gear was asked with, and the sentence holds it against the bolts."""
    routes = spoken.evidence.routes
    asked = {int(one[1]) for one in _GEAR.finditer(plain(spoken.query.text))}
    said = [one for one in asked if re.search(rf"(?<!\d){one}(?!\d)", text)]
    if not figure.isdigit() or not said or len(routes) != 1:
        return False
    bolts, number = routes[0].bolts, said[0]
    if bolts is not None and int(figure) not in {number, bolts - number}:
        return False
    if bolts is None or bolts <= number or not _SHORT.search(text) or _SAYS.search(text):
        return False
    if re.search(rf"(?<!\d){figure}\s*(?:個|顆|支)?\s*bolt", text):
        return False
    apart = _APART.search(text)
    return apart is None or int(apart[1] or apart[2]) in {bolts - number, number, bolts}


def _is_grade(figure: str, text: str, spoken: Spoken) -> bool:
    """「都是 5.11」 of 5.11a and 5.11b; "nothing at 5.13c" where the range was asked for."""
    routes = spoken.evidence.routes
    if not routes or not re.fullmatch(r"5\.\d+[a-d]?|V\d+", figure):
        return False
    raw = [one.grade.raw.lower() for one in routes]
    clause = next((one for one in re.split(r"[，。；,;]", text) if figure in one), text)
    if re.fullmatch(r"5\.\d+", figure) and _ALL.search(clause):
        return all(re.fullmatch(rf"{re.escape(figure)}[a-d].*", one) for one in raw)
    none = _NONE.search(clause[: clause.find(figure)])
    return bool(none) and figure.lower() not in raw and _is_within(figure, spoken)


def _is_within(figure: str, spoken: Spoken) -> bool:
    """Whether a grade lies in the range that was asked for."""
    asked: list[Grade] = [one.grade for one in find_grades(plain(spoken.query.text))]
    said = [one.grade for one in find_grades(figure)]
    low = min((one.lo_score for one in asked if one.lo_score is not None), default=None)
    high = max((one.hi_score for one in asked if one.hi_score is not None), default=None)
    if not said or low is None or high is None or said[0].lo_score is None:
        return False
    return low <= said[0].lo_score <= high
