"""Whether a field that is said not to be recorded is not, or to be recorded is. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.schema import Evidence
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from knowledge.schema import Crag, Gym, Route

_UNRECORDED: Final = re.compile(
    r"不詳|未詳|不明|未知|不清楚|待確認|待補|空白|是空的|缺|還沒定|尚未定|未定"
    r"|(?:沒|未|無)(?:有)?(?:被)?(?:記|寫|列|標|提|註|收錄|登|定級|定難度|資料|紀錄|\s*bolt)|查不到|找不到|查無"
    r"|\b(?:not recorded|no record|unknown|unrecorded|not listed|unrated|ungraded|unclear)\b"
    r"|\bno [\w ]{1,24}? (?:is|are|was|were) (?:recorded|listed|given|on record)\b",
    re.IGNORECASE,
)
_FIELDS: Final = {
    "grade": r"難度|幾級|定級|等級|\bgrade",
    "length_m": r"長度|全長|多長|\blength",
    "first_ascent": r"首攀(?!時間|年|日期)|開線|誰開|\bfirst ascent",
    "first_ascent_on": r"首攀(?:時間|年|日期)",
    "bolts": r"bolt",
    "phone": r"電話|\bphone",
    "address": r"地址|\baddress",
    "seasons": r"季節|\bseasons?\b",
    "hours": r"營業時間|開放時間|\bhours",
}
_IS_RECORDED: Final = re.compile(r"有(?:被)?(?:記(?!錯)|寫|紀錄|記載|資料|標|列)")
_NO_BOLTS: Final = re.compile(r"(?:沒|無|未)有?\s*bolt(?!\s*數)|no bolts?\b", re.IGNORECASE)
_ABSENT: Final = re.compile(
    r"(?:不|沒有?)在(?:我們?|這邊)(?:這[裡邊])?的?(?:資料|紀錄)"
    r"|\b(?:is not|isn't|are not|aren't) in (?:my|our) (?:data|records)\b",
    re.IGNORECASE,
)
"""What is said of a name that no record has."""
_THIS: Final = re.compile(r"[這那][條間家座]|\b(?:it|that route|that gym)\b", re.IGNORECASE)
_NOT_OFFERED: Final = re.compile(
    r"(?:不|沒有?|未)(?:提供|出租|開放租|租借|外借|賣)"
    r"|(?:\bnot|n't) (?:rent|hire|offer|sell|provide)"
)
_TICKETS: Final = {
    "weekday": r"平日(?:的)?(?:票|單次|價)",
    "weekend": r"假日(?:的)?(?:票|單次|價)",
    "twilight": r"星光",
    "shoes": r"租鞋|岩鞋",
    "harness": r"吊帶",
}
_WHEN: Final = re.compile(r"哪[天年]|日期|年份|什麼時候|何時|\bwhen\b|\bdate\b", re.IGNORECASE)
_OTHERS: Final = re.compile(r"另|\d\s*[條題間]|其[他餘]|剩")
"""Others than those found: 「另有 3 條沒有記載年份」."""
_NOT_HERE: Final = re.compile(
    r"(?:沒有|查不到|找不到)(?:這條|這個|這間|這家|這題)(?:路線|岩館|岩場|資料|紀錄)?(?:喔|欸|啦|$)"
)
_Record: TypeAlias = "Route | Gym | Crag"


@dataclass(frozen=True)
class Recorded:
    """What is recorded of the records of one answer."""

    evidence: Evidence
    rendered: str
    """The answer that code gave, in plain characters."""

    def is_wrong(self, clause: str) -> bool:
        """Whether a clause denies what is recorded, or calls recorded what is not."""
        return self._denies_record(clause) or self._affirms(clause)

    def _denies_record(self, clause: str) -> bool:
        evidence = self.evidence
        if _NOT_HERE.search(clause) and (evidence.routes or evidence.gyms):
            return not re.search(r"沒有|查不到|不在|沒有記", self.rendered)
        if _ABSENT.search(clause):
            return self._is_here(clause)
        if _NOT_OFFERED.search(clause):
            return any(_sells(gym, clause) for gym in evidence.gyms if len(evidence.gyms) == 1)
        others = _OTHERS.search(clause) and _UNRECORDED.search(self.rendered)
        if not _UNRECORDED.search(clause) or others:
            return False
        records: tuple[_Record, ...] = (*evidence.routes, *evidence.gyms)
        named = [one for one in records if _is_named(one, clause)]
        told = named or (list(records) if len(records) == 1 else [])
        crags = evidence.crags if not records else ()
        told += [one for one in crags if len(crags) == 1 or _is_named(one, clause)]
        return any(_has(one, clause) for one in told)

    def _is_here(self, clause: str) -> bool:
        """Whether what a clause says is not among our records is one, and the answer knows it."""
        evidence = self.evidence
        records: tuple[_Record, ...] = (*evidence.routes, *evidence.gyms, *evidence.crags)
        if len(evidence.routes) + len(evidence.gyms) == 1:
            records = (*evidence.routes, *evidence.gyms)
        if _THIS.search(clause) and len(records) == 1:
            return not _ABSENT.search(self.rendered) or self._tells(records[0])
        return any(_is_named(one, clause) and self._tells(one) for one in records)

    def _tells(self, record: _Record) -> bool:
        """Whether the answer says something of a record but that we have it not."""
        lines = [one for one in self.rendered.split("\n") if _is_named(record, one)]
        return bool(lines) and not any(map(_ABSENT.search, lines))

    def _affirms(self, clause: str) -> bool:
        """Whether a field is called recorded that no route of the answer has."""
        routes = self.evidence.routes
        if not routes or not _IS_RECORDED.search(clause) or re.search(r"[沒未無嗎?？]", clause):
            return False
        fields = [name for name, words in _FIELDS.items() if re.search(words, clause)]
        return any(
            hasattr(route, name) and not getattr(route, name)
            for name in fields[:1]
            for route in routes[:1]
            if len(routes) == 1
        )


def _is_named(record: _Record, text: str) -> bool:
    """Whether a text names a record, in either language."""
    return any(plain(one) in text for one in (record.name, record.name_en) if one)


def _sells(gym: Gym, clause: str) -> bool:
    """Whether a gym has a price of what a clause says it does not offer."""
    return any(name in gym.prices and re.search(words, clause) for name, words in _TICKETS.items())


def _has(record: _Record, clause: str) -> bool:
    """Whether a record holds the field that a clause calls unrecorded."""
    for field, words in _FIELDS.items():
        if not re.search(words, clause, re.IGNORECASE):
            continue
        dated = field == "first_ascent" and _WHEN.search(clause)
        value = getattr(record, "first_ascent_on" if dated else field, None)
        if field == "grade" and value is not None:
            return any(one.isdigit() for one in value.raw) and "?" not in value.raw
        none = field == "bolts" and value == 0 and _UNRECORDED.search(_NO_BOLTS.sub("", clause))
        if value or none:
            return True
    prices = getattr(record, "prices", {})
    return any(name in prices and re.search(words, clause) for name, words in _TICKETS.items())
