"""What holds only where something known says it: 「只有假日」, 「不用看公告」. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.schema import Evidence
from bot.voice.language.phrases import phrases
from bot.voice.language.sentences import PART
from knowledge.gazetteer.branches import gym_forms
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.schema import Area, Crag, Gym, Route, Sector

_HAN_FIGURE: Final = "[一二兩三四五六七八九十百]"
_WEEK: Final = "一二三四五六日"
_DAILY: Final = re.compile(r"(?:每天|每日)(?:都|全)?(?:有|照常)?(?:開(?!到)|營業)")
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


@dataclass(frozen=True)
class Unsaid:
    """What nothing known about one answer limits, waives or denies."""

    evidence: Evidence
    rendered: str
    """The answer that code gave, in plain characters."""

    def faults(self, clause: str, held: str) -> Iterator[str]:
        """The words of a clause that nothing known has.

        Args:
            clause: In plain characters.
            held: What is known, likewise.
        """
        for match in _ONLY.finditer(clause):
            what = clause[match.start() + 2 :]
            counts = match[0].startswith(("只有", "只找", "只查"))
            named = counts and (self._names_any(what) or self._is_one(what))
            rest = _FOUND.sub("", clause[match.end() - len(match["next"]) :])
            counted = re.match(rf".{{1,4}}?\d|.?{_HAN_FIGURE}(?:[條間級公米顆]|個(?!人))", rest)
            stands = re.search(rf"[只僅](?:[^，。；]{{0,8}})?{re.escape(match['next'])}", held)
            if not (named or counted or stands or self._is_range(clause, match.start(), held)):
                yield match[0]
        if self.evidence.gyms and not self.evidence.routes and (one := _A_ROUTE.search(clause)):
            yield one[0]
        for match in _NEEDLESS.finditer(clause):
            said = rf"不[^，。；]{{0,2}}{match['next']}|{_SAYS_NEEDLESS.format(next=match['next'])}"
            same = _NOT_CHANGED if match["next"] in "動改" else said
            if not re.search(_NOT_USED if match["next"] in "它喔了" else same, held):
                yield match[0]
        for match in _DO_NOT.finditer(clause) if self.evidence.cards else ():
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
        places = self.evidence.places
        if _COVERS.match(clause, at) and places:
            return all(one in clause for one in places)
        head = key(_KNOWS.sub("", clause[at + 1 :]))[:2]
        clauses = PART.split(held)
        if _WE.search(clause[:at]):
            return len(head) == 2 and head in key(held)
        return len(head) == 2 and any(
            head in key(one) for one in clauses if re.search("[只僅單才]", one)
        )

    def _is_one(self, clause: str) -> bool:
        """Whether a clause points at the one record there is: 「只有這間」."""
        found = self.evidence.routes or self.evidence.gyms
        is_one = len(found) == 1 or re.search(r"共 1 \S", self.rendered)
        return bool(is_one and _POINTS.match(clause))

    def _is_daily(self, clause: str) -> bool:
        """Whether the gyms that a clause names, or any where it names none, have no closed day."""
        gyms = self.evidence.gyms
        forms = Counter(one for gym in gyms for one in _short(gym))
        named = [
            gym for gym in gyms if any(one in clause and forms[one] == 1 for one in _short(gym))
        ]
        return any(map(_is_daily, gyms)) if not named else all(map(_is_daily, named))

    def _names_any(self, clause: str) -> bool:
        """Whether a clause names a record or place, or a kind of climbing."""
        evidence = self.evidence
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
