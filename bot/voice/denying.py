"""Whether what is said not to be recorded is not, and whether figures are made more or less.

「長度沒有記載」 and 「不到 25 公尺」 hold nothing but listed words and a figure of the record,
and are lies where it says 25 metres. Likewise 「只有假日才開」, 「不用看公告」, 「沒人爬過」: such
words hold only where something known says them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.plain import plain
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Gym, Route, Sector

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n()]|,(?!\d{3})")
_HAN_FIGURE: Final = "[一二兩三四五六七八九十百]"
_UNRECORDED: Final = re.compile(
    r"不詳|未詳|不明|未知|不清楚|待確認|待補|空白|是空的|缺|還沒定|尚未定|未定"
    r"|(?:沒|未|無)(?:有)?(?:被)?(?:記|寫|列|標|提|註|收錄|登|定級|定難度|資料|紀錄|\s*bolt)|查不到|找不到"
    r"|\b(?:not recorded|no record|unknown|unrecorded|not listed|unrated|ungraded|unclear)\b",
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
    "hours": r"營業時間|開放時間|\bhours",
}
_IS_RECORDED: Final = re.compile(r"有(?:被)?(?:記(?!錯)|寫|紀錄|記載|資料|標|列)")
_TICKETS: Final = {
    "weekday": r"平日(?:的)?(?:票|單次|價)",
    "weekend": r"假日(?:的)?(?:票|單次|價)",
    "twilight": r"星光",
    "shoes": r"租鞋|岩鞋",
    "harness": r"吊帶",
}
_NOT_HERE: Final = re.compile(
    r"(?:沒有|查不到|找不到)(?:這條|這個|這間|這家|這題)(?:路線|岩館|岩場|資料|紀錄)?(?:喔|欸|啦|$)"
)
_BELOW: Final = (
    r"不到|未滿|不滿|未達|少於|低於|小於|不足|沒有?到|\b(?:less|fewer|shorter) than|\bunder"
)
_ABOVE: Final = r"至少(?:有)?|超過|多於|大於|高於|逾|\b(?:more|longer) than|\bover(?! there)"
_SHIFTED: Final = re.compile(
    rf"(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))\s*(?=[5VvNT$\d])", re.IGNORECASE
)
_KNOWN_BELOW: Final = re.compile(rf"{_BELOW}|以下|以內|之內|or (?:less|easier)", re.IGNORECASE)
_KNOWN_ABOVE: Final = re.compile(rf"{_ABOVE}|以上|至少|起|or (?:more|harder)", re.IGNORECASE)
_ONLY: Final = re.compile(
    r"只(?!是|會(?=攀|查)|有攀岩|能抓|敢說|查|懂|知道|寫|記(?!得)|提|說|講|叫|算|管|會查|能給|能查|能列|做|好|怕|供|要(?:\s*\d|你|跟|給|有|說|是)"
    r"|有\s*(?:\d|[一二兩三四五六七八九十](?=[條間題筆則段座種天次級十百米公顆]|個(?!人))|「|基本|資料)|剩\s*\d|列|有?\s*\d|差|熟|限\s*\d)(?P<next>..?)"
)
_POINTS: Final = re.compile(r"(?:這|它(?!們)|一)(?:一)?(?:[間家條個題]|[喔啦耶欸]|$)")
_NEEDLESS: Final = re.compile(
    r"(?:不用|不必|不需要?|無須|無需)(?!客氣|急|謝|太急|等到|多說|我說|怕|猜|先?擔心)(?:先|再|特別|另外|去|跟|帶)?(?P<next>[\u3400-\u9fff])"
)
_DO_NOT: Final = re.compile(
    r"(?<![分個特級性類區差告辨各])別(?![人名的處忘急漏客]|擔心)(?:再|先|去|把)?([\u3400-\u9fff]{2})"
)
"""What a card is said to advise against."""
_SAYS_NEEDLESS: Final = r"(?:不用|不必|不需要?|無須|無需|免)[^，。；]{{0,3}}{next}"
_A_ROUTE: Final = re.compile(r"[這那]條[^，。；]{0,8}路線")
"""A route spoken of where there are gyms alone."""
_FAMILIES: Final = (
    (re.compile(r"(?:應該|可能|大概)?算(?:是)?(?:簡單|容易|好爬|難)"),) * 2,
    (
        re.compile(r"(?:點|bolt|anchor|路線|步道)[^，。]{0,3}還在(?!整理)"),
        re.compile("還在|仍在|still"),
    ),
    (
        re.compile(
            r"\bno \w+ (?:is |are )?(?:needed|required|necessary)|\b(?:needn't|don't need)\b"
        ),
        re.compile(r"不用|不必|不需|免|\bno \w+ (?:needed|required)|\bnot (?:needed|required)"),
    ),
    (
        re.compile(
            r"沒有?(?:任何)?\s*bolt(?!\s*數|s? count)|\bno bolts\b|\b0 bolts\b", re.IGNORECASE
        ),
        re.compile(
            r"沒有?\s*bolt|記 0|bolt[^，。]{0,6}(?<!\d)0(?!\d)|\bno bolts\b|\b0 bolts\b",
            re.IGNORECASE,
        ),
    ),
    (re.compile(r"每天|每日"), re.compile(r"每天|每日|週一到週日")),
    (re.compile(r"(?<!有)沒(?:有)?人(?!潮|數)|無人|\bnobody\b|\bno one\b", re.IGNORECASE),) * 2,
    (
        re.compile(r"(?:不能|不可以?|禁止|沒辦法|無法|不得)(?:再)?(?:爬|攀|進去|去爬)"),
        re.compile(r"封閉|請勿|禁止|不能|勿攀|不開放|不得|育雛|育幼|尚未開放|做不到|替你"),
    ),
)
"""What may be said, and what must be known for it."""


class Denials:
    """What one answer may deny, or say of its figures.

    Args:
        evidence: The records.
        rendered: The answer that code gave.
        asked: The question.
    """

    def __init__(self, evidence: Evidence, rendered: str, asked: str) -> None:
        self._evidence = evidence
        self._rendered = plain(rendered)
        self._asked = plain(asked)
        own = set(_figures(evidence))
        restated = {value for fact in scan(self._asked) for value in fact.values} - own
        told = (fact for line in self._rendered.split("\n") for fact in scan(line))
        self._told = own | {value for fact in told for value in fact.values} - restated

    def faults(self, text: str, known: str) -> Iterator[str]:
        """The clauses that deny what is recorded, or shift a figure."""
        held = plain(known)
        if any(route.bolts == 0 for route in self._evidence.routes):
            held += "\n沒有 bolt"
        folded = key(held)
        for clause in _CLAUSE.split(plain(text)):
            if not key(clause) or key(clause) in folded:
                continue
            if self._denies_record(clause) or self._shifts(clause, held) or self._affirms(clause):
                yield clause.strip()
            yield from self._unsaid(clause, held)

    def _unsaid(self, clause: str, held: str) -> Iterator[str]:
        for match in _ONLY.finditer(clause):
            what = clause[match.start() + 2 :]
            named = match[0].startswith("只有") and (self._names_any(what) or self._is_one(what))
            rest = clause[match.end() - len(match["next"]) :]
            counted = re.match(rf".{{1,4}}?\d|.?{_HAN_FIGURE}(?:[條間級公米顆]|個(?!人))", rest)
            stands = re.search(rf"[只僅](?:[^，。；]{{0,8}})?{re.escape(match['next'])}", held)
            if not (named or counted or stands):
                yield match[0]
        if self._evidence.gyms and not self._evidence.routes and (one := _A_ROUTE.search(clause)):
            yield one[0]
        for match in _NEEDLESS.finditer(clause):
            if not re.search(_SAYS_NEEDLESS.format(next=match["next"]), held):
                yield match[0]
        for match in _DO_NOT.finditer(clause) if self._evidence.cards else ():
            if key(match[1]) not in key(held):
                yield match[0]
        for said, needed in _FAMILIES:
            found = said.search(clause)
            if found is not None and not needed.search(held):
                yield found[0]

    def _is_one(self, clause: str) -> bool:
        """Whether a clause points at the one record there is: 「只有這間」."""
        found = self._evidence.routes or self._evidence.gyms
        return len(found) == 1 and bool(_POINTS.match(clause))

    def _names_any(self, clause: str) -> bool:
        """Whether a clause names a record or place, or a kind of climbing."""
        evidence = self._evidence
        records: tuple[Route | Gym | Crag | Area | Sector, ...] = (
            *evidence.routes,
            *evidence.gyms,
            *evidence.crags,
            *evidence.areas,
            *evidence.sectors,
        )
        names = {name for one in records for name in (one.name, one.name_en, one.name[:2]) if name}
        names |= {name[:2] for name in evidence.places}
        if evidence.log is not None:
            names |= {one.route_name for one in evidence.log.ascents if one.route_name}
        kinds = re.search("運攀|傳攀|抱石|上方架繩|混合|上攀|先鋒", clause)
        return bool(kinds) or any(name in clause for name in names)

    def _denies_record(self, clause: str) -> bool:
        evidence = self._evidence
        if _NOT_HERE.search(clause) and (evidence.routes or evidence.gyms):
            return not re.search(r"沒有|查不到|不在|沒有記", self._rendered)
        if not _UNRECORDED.search(clause):
            return False
        records: tuple[Route | Gym, ...] = (*evidence.routes, *evidence.gyms)
        named = [one for one in records if one.name and one.name in clause]
        told = named or (list(records) if len(records) == 1 else [])
        return any(_has(one, clause) for one in told)

    def _affirms(self, clause: str) -> bool:
        """Whether a field is called recorded that no route of the answer has."""
        routes = self._evidence.routes
        if not routes or not _IS_RECORDED.search(clause) or re.search(r"[沒未無嗎?？]", clause):
            return False
        fields = [name for name, words in _FIELDS.items() if re.search(words, clause)]
        return any(
            hasattr(route, name) and not getattr(route, name)
            for name in fields[:1]
            for route in routes[:1]
            if len(routes) == 1
        )

    def _shifts(self, clause: str, held: str) -> bool:
        """Whether a figure is said to be less or more than it is."""
        for match in _SHIFTED.finditer(clause):
            facts = [one for one in scan(clause) if one.start >= match.end()][:1]
            if not facts or not self._told & set(facts[0].values):
                continue
            digits = re.escape(re.sub(r"[^\d.]", "", facts[0].surface))
            near = re.findall(rf".{{0,10}}(?<![\d.]){digits}(?![\d.]).{{0,10}}", held)
            same = _KNOWN_BELOW if match["below"] else _KNOWN_ABOVE
            if not any(same.search(one) for one in near):
                return True
        return False


def _figures(evidence: Evidence) -> Iterator[str]:
    """The figures of the records themselves."""
    for route in evidence.routes:
        yield from (route.grade.raw.lower(), route.grade.lo)
        yield from (f"{one:.12g}" for one in (route.length_m, route.bolts) if one)
    yield from (f"{one}" for gym in evidence.gyms for one in gym.prices.values())


def _has(record: Route | Gym, clause: str) -> bool:
    """Whether a record holds the field that a clause calls unrecorded."""
    for field, words in _FIELDS.items():
        if not re.search(words, clause, re.IGNORECASE):
            continue
        value = getattr(record, field, None)
        if field == "grade" and value is not None:
            return any(one.isdigit() for one in value.raw) and "?" not in value.raw
        if value:
            return True
    prices = getattr(record, "prices", {})
    return any(name in prices and re.search(words, clause) for name, words in _TICKETS.items())
