"""Whether a scale is said to be of the kind of climbing that it is of. Pure.

V grades, Font and the Japanese kyu and dan are of boulders; YDS, French, UIAA, Ewbank and the
British E grades of ropes. 「V2 是繩攀難度」 and "YDS for boulders" are so of no climb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.voice.language.plain import plain
from bot.voice.language.sentences import CLAUSE_OR_STOP

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRADES: Final = r"(?: ?(?:系統|難度|等級|級數|標法)| grades?| scale)?"
_OF_BOULDERS: Final = (r"(?:(?-i:\bV\b)|\bFont(?:ainebleau)?\b|楓丹白露)", r"(?-i:\bV\d{1,2}\b)")
_OF_ROPES: Final = (
    r"(?:\bYDS\b|優勝美地|\bUIAA\b|\bEwbank\b|法式|\bFrench\b)",
    r"(?<![\d.])5\.\d{1,2}[a-d]?",
)
"""The names of scales, and grades that can be of no other."""
_EXAMPLE: Final = r"(?: ?\([^()]{1,12}\))?(?: ?級)?"
_ROPES: Final = r"(?:繩攀|運攀|傳攀|先鋒|\b(?:roped?(?: climb\w*| routes?)?|ropes|routes?|sport)\b)"
_BOULDERS: Final = r"(?:抱石|\bboulder(?:s|ing)?\b)"
_FOR: Final = (
    rf"{_EXAMPLE}{_GRADES}(?: ?(?:則?就?[是為屬]於?|用[於在]|[量講標]的是)(?:用?在)?"
    r"| (?:is|are)(?: (?:for|of|used for|about))?| (?:for|on|rates?|measures?))"
    r"(?: (?:the|an?))? ?"
)
_BY: Final = (
    r"(?:路線|線)?(?:的?(?:難度|級數|等級))?(?:則?(?:[用採看是以]|用的是|是用)"
    r"| (?:(?:are|is) )?(?:(?:graded|given|rated) )?(?:in|by|with|uses?|follow|take|get)"
    r"| (?:are|is))(?: the)? ?"
)
_ALONE: Final = r"(?<!and )(?<!or )(?<![和跟與及或])"
"""「路線和抱石用 YDS 和 V」 pairs what stands apart."""
_END: Final = (
    rf"{_EXAMPLE}{_GRADES}(?:在?用|的|難度|系統|級數|等級|[欸喔啦]| (?:grades?|scale|ones?))*"
    r"\s*(?:$|(?=\b(?:and|while|but|whereas)\b))"
)
"""A clause ends so; 「V2 是抱石那面牆」 goes on about something else than grades."""
_NO: Final = re.compile(
    r"[不沒無未嗎?？]|還是|換|等於|相當|對應"
    r"|\b(?:not?|nor|than|whether|into|if|convert\w*|equal\w*)\b|n't",
    re.IGNORECASE,
)
_MEASURED: Final = (
    re.compile(r"耐力|長度|\b(?:endurance|length)\b", re.IGNORECASE),
    re.compile(r"單一段?|一段難動作|\b(?:few|single) hard moves?\b", re.IGNORECASE),
)
"""What grades of ropes count beside the moves, and what those of boulders do."""
_RATES: Final = re.compile(
    r"(?:抱石|繩攀|運攀)(?:的?(?:難度|級數))?則?[只還也]?(?:看|考驗|量|評|包含)"
    r"|\b(?:boulder|route)(?:ing)? grades?(?: also| only)? (?:rate|count|measure|include)",
    re.IGNORECASE,
)
_OF_SCALES: Final = re.compile(r"難度的?[，,。是]|\bscales?\b|\bgrades?\b|系統", re.IGNORECASE)
_ROWS: Final = re.compile(r"[|｜█🧗]")
"""An answer that shows climbs: what they are graded by is as their records say."""


def exchanged_scales(text: str, rendered: str) -> Iterator[str]:
    """The clauses that give a scale of boulders to ropes, or one of ropes to boulders.

    Args:
        text: What is to be said.
        rendered: The answer that code gave, which may say it itself.
    """
    shown = plain(rendered)
    with_grades = bool(_OF_SCALES.search(shown)) and not _ROWS.search(shown)
    wrong = _NAMES + _VALUES if with_grades else _NAMES
    for clause in CLAUSE_OR_STOP.split(plain(text).replace("、", "，")):
        bare = clause.strip()
        if not bare or bare in shown or _NO.search(bare):
            continue
        if any(one.search(bare) for one in wrong) or (with_grades and _mismeasured(bare)):
            yield bare


def _mismeasured(clause: str) -> bool:
    """Whether boulders are rated by endurance, or routes by one hard passage."""
    of_ropes, of_boulders = (bool(re.search(f"(?i:{one})", clause)) for one in (_ROPES, _BOULDERS))
    if of_ropes == of_boulders or not _RATES.search(clause):
        return False
    lasting, moves = (bool(one.search(clause)) for one in _MEASURED)
    return lasting != moves and lasting is of_boulders


def _exchanged(boulders: str, ropes: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for scale, kind in ((boulders, _ROPES), (ropes, _BOULDERS))
        for pattern in (rf"{scale}{_FOR}{kind}{_END}", rf"{_ALONE}{kind}{_BY}{scale}{_END}")
    )


_NAMES: Final = _exchanged(_OF_BOULDERS[0], _OF_ROPES[0])
_VALUES: Final = _exchanged(_OF_BOULDERS[1], _OF_ROPES[1])
