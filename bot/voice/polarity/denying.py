"""Whether what is said not to be recorded is not, and whether figures are made more or less.

「長度沒有記載」 and 「不到 25 公尺」 hold nothing but listed words and a figure of the record,
and are lies where it says 25 metres. Likewise 「只有假日才開」, 「不用看公告」, 「沒人爬過」: such
words hold only where something known says them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.verifier.facts import scan
from bot.voice.language.phrases import phrases
from bot.voice.language.plain import plain
from knowledge.gazetteer.branches import gym_forms
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.schema import Evidence
    from knowledge.schema import Area, Crag, Gym, Route, Sector

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n()]|,(?!\d{3})")
_HAN_FIGURE: Final = "[一二兩三四五六七八九十百]"
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
_TICKETS: Final = {
    "weekday": r"平日(?:的)?(?:票|單次|價)",
    "weekend": r"假日(?:的)?(?:票|單次|價)",
    "twilight": r"星光",
    "shoes": r"租鞋|岩鞋",
    "harness": r"吊帶",
}
_WEEK: Final = "一二三四五六日"
_DAILY: Final = re.compile(r"(?:每天|每日)(?:都|全)?(?:有|照常)?(?:開(?!到)|營業)")
_WHEN: Final = re.compile(r"哪[天年]|日期|年份|什麼時候|何時|\bwhen\b|\bdate\b", re.IGNORECASE)
_OTHERS: Final = re.compile(r"另|\d\s*[條題間]|其[他餘]|剩")
"""Others than those found: 「另有 3 條沒有記載年份」."""
_NOT_HERE: Final = re.compile(
    r"(?:沒有|查不到|找不到)(?:這條|這個|這間|這家|這題)(?:路線|岩館|岩場|資料|紀錄)?(?:喔|欸|啦|$)"
)
_BELOW: Final = (
    r"不到|未滿|不滿|未達|少於|低於|小於|不足|沒有?到|(?:不|沒有?|未)超過"
    r"|(?<![攀石繩合\dabcd+])(?<![\dabcd+] )最多(?:有|要|抓|留|帶)"
    r"|\b(?:less|fewer|shorter) than|\bunder"
)
_ABOVE: Final = (
    r"至少(?:有)?|最少(?:有|要|得|抓|留|帶|備)|(?<![不沒未])(?<!沒有)超過|多於|大於|高於|逾"
    r"|(?<!no )(?<!none is )(?<!none are )\b(?:more|longer) than"
    r"|(?<!bolts )(?<!pitches )(?<!routes )(?<!anchor )\bover\b"
    r"(?! there| \d+ (?:entries|routes|sessions|tries|days|climbs|lines))"
)
_SHIFTED: Final = re.compile(
    rf"(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))\s*(?=\d|V\d|NT|TWD|\$)", re.IGNORECASE
)
_KNOWN_BELOW: Final = re.compile(rf"{_BELOW}|以下|以內|之內|or (?:less|easier)", re.IGNORECASE)
_KNOWN_ABOVE: Final = re.compile(rf"{_ABOVE}|以上|至少|起|or (?:more|harder)", re.IGNORECASE)
_WORDS: Final = phrases("denying")
_ONLY: Final = re.compile(
    rf"(?<!不)(?<!不能)(?<!不要)(?<!不是)只(?!{_WORDS['no_limit'].pattern})(?P<next>..?)"
)
_FOUND: Final = re.compile("^[找查]到")
"""「只找到 3 條」 counts as 「只有 3 條」 does."""
_COVERS: Final = re.compile("只(?:收錄?|涵蓋|有收|包含)")
_KNOWS: Final = re.compile(
    r"^(?:會|懂|查|看|讀|聊|問|能|知道|有|寫|限|了解|回答|提供|得到|認得?|跟|到|\s*know|\s)*(?:攀岩的)?"
)
_WE: Final = re.compile(
    r"(?:(?:我|能|懂|會|看|查)[^，]{0,4}的|(?:資料|紀錄)(?:[裡上]|裡面)?的?)(?:就|也)?$"
)
"""Before a 只有: what we know, can tell, have."""
_POINTS: Final = re.compile(r"(?:這|它(?!們)|一)(?:一)?(?:[間家條個題]|[喔啦耶欸]|$)")
_NEEDLESS: Final = re.compile(
    rf"(?:(?<!用)不用|不必|(?<!需)不需要?|無須|無需)(?!{_WORDS['idle_needless'].pattern})(?:先|再|特別|另外|去|跟|帶)?(?P<next>[\u3400-\u9fff])"
)
_NOT_USED: Final = "[不別勿]要?使?用|疑慮"
"""「有疑慮就不用它」."""
_NOT_CHANGED: Final = "不[用必需]?要?[改動]"
"""「不用動」 of what 「不用改」."""
_DO_NOT: Final = re.compile(
    r"(?<![分個特級性類區差告辨各])別(?![人名的處忘急漏客]|擔心)(?:再|先|去|把)?([\u3400-\u9fff]{2})"
)
"""What a card is said to advise against."""
_AGAIN: Final = re.compile("^(?:再|先|去|把)")
_SAYS_NEEDLESS: Final = r"(?:不用|不必|不需要?|無須|無需|免)[^，。；]{{0,3}}{next}"
_A_ROUTE: Final = re.compile(r"[這那]條[^，。；]{0,8}路線")
"""A route spoken of where there are gyms alone."""
_FAMILIES: Final = (
    (re.compile(r"(?:應該|可能|大概)?(?<![換計估])算(?:是)?(?:簡單|容易|好爬|難(?!度))"),) * 2,
    (
        re.compile(
            r"(?:(?<![\d一二兩三四五六七八九十])點|bolt|anchor|路線|步道)[^，。]{0,3}還在(?!整理)"
        ),
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
    (
        re.compile(
            r"(?<!有)沒(?:有)?人(?!潮|數|登記|[記寫])|無人|\b(?:nobody|no one)\b"
            r"(?! (?:likes|wants|can (?:say|tell)|knows|should|must"
            r"|(?:is|was|has been) (?:listed|recorded|named|credited|given)"
            r"|wrote|noted|recorded|put down))",
            re.IGNORECASE,
        ),
    )
    * 2,
    (
        re.compile(r"(?:不能|不可以?|禁止|沒辦法|無法|不得)(?:再)?(?:爬|攀|進去|去爬)"),
        re.compile(r"封閉|請勿|禁止|不能|勿攀|不開放|不得|育雛|育幼|尚未開放|做不到|替你"),
    ),
)
"""What may be said, and what must be known for it."""


_Record: TypeAlias = "Route | Gym | Crag"


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
            counts = match[0].startswith(("只有", "只找", "只查"))
            named = counts and (self._names_any(what) or self._is_one(what))
            rest = _FOUND.sub("", clause[match.end() - len(match["next"]) :])
            counted = re.match(rf".{{1,4}}?\d|.?{_HAN_FIGURE}(?:[條間級公米顆]|個(?!人))", rest)
            stands = re.search(rf"[只僅](?:[^，。；]{{0,8}})?{re.escape(match['next'])}", held)
            if not (named or counted or stands or self._is_range(clause, match.start(), held)):
                yield match[0]
        if self._evidence.gyms and not self._evidence.routes and (one := _A_ROUTE.search(clause)):
            yield one[0]
        for match in _NEEDLESS.finditer(clause):
            said = rf"不[^，。；]{{0,2}}{match['next']}|{_SAYS_NEEDLESS.format(next=match['next'])}"
            same = _NOT_CHANGED if match["next"] in "動改" else said
            if not re.search(_NOT_USED if match["next"] in "它喔了" else same, held):
                yield match[0]
        for match in _DO_NOT.finditer(clause) if self._evidence.cards else ():
            if not _advises(held, clause[match.start() + 1 :]):
                yield match[0]
        daily = self._is_daily(clause)
        for denied, needed in _FAMILIES:
            found = denied.search(_DAILY.sub("", clause) if daily else clause)
            if found is not None and not needed.search(held):
                yield found[0]

    def _is_range(self, clause: str, at: int, held: str) -> bool:
        """Whether a clause says how far we go, or takes up what was asked: 「我只會路線」."""
        if "的話" in clause:
            return True
        places = self._evidence.places
        if _COVERS.match(clause, at) and places:
            return all(one in clause for one in places)
        head = key(_KNOWS.sub("", clause[at + 1 :]))[:2]
        clauses = _CLAUSE.split(held)
        if _WE.search(clause[:at]):
            return len(head) == 2 and head in key(held)
        return len(head) == 2 and any(
            head in key(one) for one in clauses if re.search("[只僅單才]", one)
        )

    def _is_one(self, clause: str) -> bool:
        """Whether a clause points at the one record there is: 「只有這間」."""
        found = self._evidence.routes or self._evidence.gyms
        is_one = len(found) == 1 or re.search(r"共 1 \S", self._rendered)
        return bool(is_one and _POINTS.match(clause))

    def _is_daily(self, clause: str) -> bool:
        """Whether the gyms that a clause names, or any where it names none, have no closed day."""
        gyms = self._evidence.gyms
        forms = Counter(one for gym in gyms for one in _short(gym))
        named = [
            gym for gym in gyms if any(one in clause and forms[one] == 1 for one in _short(gym))
        ]
        return any(map(_is_daily, gyms)) if not named else all(map(_is_daily, named))

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
        if _ABSENT.search(clause):
            return self._is_here(clause)
        others = _OTHERS.search(clause) and _UNRECORDED.search(self._rendered)
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
        evidence = self._evidence
        records: tuple[_Record, ...] = (*evidence.routes, *evidence.gyms, *evidence.crags)
        if len(evidence.routes) + len(evidence.gyms) == 1:
            records = (*evidence.routes, *evidence.gyms)
        if _THIS.search(clause) and len(records) == 1:
            return not _ABSENT.search(self._rendered) or self._tells(records[0])
        return any(_is_named(one, clause) and self._tells(one) for one in records)

    def _tells(self, record: _Record) -> bool:
        """Whether the answer says something of a record but that we have it not."""
        lines = [one for one in self._rendered.split("\n") if _is_named(record, one)]
        return bool(lines) and not any(map(_ABSENT.search, lines))

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


def _short(gym: Gym) -> set[str]:
    """How a gym is called: 「台南店」, 「台南」."""
    forms = gym_forms(gym.name, gym.name_en, gym.aliases)
    return {gym.name, *forms, *(one.removesuffix("店") for one in forms if len(one) > 2)}


def _is_daily(gym: Gym) -> bool:
    """Whether a gym is open on all days of the week."""
    days = [spans for day, spans in gym.hours.items() if day != "holiday"]
    return len(days) == len(_WEEK) and all(days)


def _advises(held: str, what: str) -> bool:
    """Whether something known advises against what stands behind a 別: two characters of it."""
    advice = key("".join(re.findall(r"(?:[不別勿免沒])[^，。；\n]*", held)))
    folded = key(what)
    verb = re.escape(_AGAIN.sub("", what)[:1])
    if verb and re.search(rf"[不別勿][^，。；\n]{{0,2}}{verb}(?![\u3400-\u9fff])", held):
        # 「踩完不亂動」 advises against moving at all
        return True
    return any(folded[at : at + 2] in advice for at in range(len(folded) - 1))


def _figures(evidence: Evidence) -> Iterator[str]:
    """The figures of the records themselves."""
    for route in evidence.routes:
        yield from (route.grade.raw.lower(), route.grade.lo)
        yield from (f"{one:.12g}" for one in (route.length_m, route.bolts) if one)
    yield from (f"{one}" for gym in evidence.gyms for one in gym.prices.values())


def _is_named(record: _Record, text: str) -> bool:
    """Whether a text names a record, in either language."""
    return any(plain(one) in text for one in (record.name, record.name_en) if one)


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
