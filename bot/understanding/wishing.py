"""Whether routes to climb are wished for, whoever and whatever the message tells of besides.

「我家小孩爬過 5.8，霧鳴岬給他玩什麼好」 tells of a child and of what was climbed; it asks neither a
log nor for leave, but for routes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.examples.asked import likely
from bot.understanding.personal import NO_QUESTIONS, wanted
from knowledge.terms import TERRAIN

if TYPE_CHECKING:
    from bot.personal import LogQuery
    from bot.understanding.conditions import Conditions
    from bot.understanding.intents import Decision
    from bot.understanding.reading import Reading

_LIKELY, _SURELY = 0.5, 0.8
"""Likelihood of a recommendation, among what is asked of sets, from which it is wished for."""
_OWN, _LITTLE = 0.75, 0.25
"""Likelihood that one's own log is asked from which it is."""
_BY_LOG = re.compile(
    r"[紀記记][錄录]|日[誌志]|(?<![\w'])log(?:book|s|ged)?\b|\bticks?\b"
    r"|依|[據据]我|按照|下一[條条步個个]|還[沒没]|还没|[沒没未](?:有)?(?:[爬完試试攀送上])"
    r"|上次|上回|之前爬|[進进]度|haven.t|have not|based on|my (?:level|next)|\bnext\b|last time",
    re.IGNORECASE,
)
"""Wants routes by what one has climbed."""
_NO_WISH = frozenset(
    {
        "add",
        "edit",
        "delete",
        "undo",
        "remember",
        "forget",
        "todo",
        "project",
        "about_me",
        "unclimbed",
    }
)
_VERDICT = re.compile(
    r"(?:可以|能|適合|适合|安全|危[險险]|該|该)[^，。？?]{0,8}[嗎吗]|可不可以|能不能|[會会]不[會会]|是不是|安全|危[險险]|行[嗎吗]"
    r"|^\W*(?:can|may|is|are|should)\b|\bsafe|\ballowed",
    re.IGNORECASE,
)
"""Asks for leave or for a verdict."""


def wishes_routes(reading: Reading, conditions: Conditions, bar: float = _LIKELY) -> bool:
    """Whether some routes that the message describes are wished for."""
    if reading.of_kind("route", "gym") or reading.unknown:
        return False
    told = reading.of_kind("crag", "area", "sector") or conditions.regions
    described = told or conditions.narrows_routes
    return bool(described) and likely(reading.lower)["recommend"] >= bar


def tells_a_wish(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """「我想爬裂隙」: what routes somebody would like, and nothing that was noted down."""
    told = log.ask == "wishes" and conditions.narrows_routes and not _BY_LOG.search(reading.text)
    named = reading.of_kind("route", "gym") or reading.unknown
    return bool(told and not named and _TELLS_WISH.match(reading.text))


def wishes_no_log(log: LogQuery, reading: Reading, conditions: Conditions) -> bool:
    """Whether routes are wished for where words of a log stand: 「我想挑戰 5.12」."""
    if log.ask in _NO_WISH or _BY_LOG.search(reading.text):
        return False
    if conditions.people and not _SELF.search(reading.text):
        # whose climbs are asked is somebody who put up routes
        return True
    own = sum(share for ask, share in wanted(reading).items() if ask not in NO_QUESTIONS)
    told = reading.days or log.ask in {"others", "last"}
    bar = _SURELY if told else _LIKELY
    done = _ASKS_DONE.search(reading.text)
    if "recommend" in reading.cues and own < _LITTLE and not done:
        # 「我第一次來台灣，有什麼推薦」
        return likely(reading.lower)["recommend"] >= _SURELY
    return not done and own < _OWN and wishes_routes(reading, conditions, bar)


_TELLS_WISH = re.compile(
    r"(?:那|今天|明天|這次|这次)?我?(?:們|们)?(?:今天|明天|這次|这次|比較|比较|好|很|超|蠻|滿|就|也|只|先)?(?:想|要|想要)"
    r"(?:爬|攀|練|练|找|試試?|试试?|挑戰|挑战)(?!的|過|过|什|啥|哪|幾|几)"
)
"""「我想爬裂隙」 tells what is wished for; 「我想爬的有哪些」 asks what was noted down."""
_ASKS_DONE = re.compile(
    r"[過过了完上][嗎吗]|[過过]?了?[沒没][？?]?$|[爬去上試试送]了[啥幾几哪什多]"
    r"|how (?:long|many|often)|\b(?:did|have) (?:i|we)\b",
    re.IGNORECASE,
)
"""Asks whether or what somebody has climbed."""
_SELF = re.compile(r"我|\b(?:i|my|me|mine)\b", re.IGNORECASE)


def overruled(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether routes are wished for where single words spoke of something else."""
    if decision.intent == "personal":
        other = _BY_LOG.search(reading.text) or reading.cues & {"live", "safe"}
        return not other and wishes_routes(reading, conditions, _SURELY)
    if decision.intent == "safety":
        sure = wishes_routes(reading, conditions, _SURELY) or _WHICH.search(reading.text)
        asks = conditions.narrows_routes and bool(sure)
        return asks and overrules_leave(decision, reading)
    if decision.intent == "knowledge":
        return _describes(reading, conditions) and not _ASKS_HOW.search(reading.text)
    plain = decision.intent == "notice" and not decision.topic
    return plain and wishes_routes(reading, conditions, _SURELY)


_ASKS_HOW = re.compile(
    r"[怎如]|什麼|什么|甚麼|為何|为何|多少|[嗎吗差買买帶带穿]|意思|哪[裡里間间家雙双]|準備|准备|注意"
    r"|\b(?:how|what|why|mean|means|difference|do i|need|bring|buy|wear|should)\b",
    re.IGNORECASE,
)
"""Asks for advice or an explanation, whatever grades and types it names."""
_OF_LINES = re.compile(
    r"[條条題题线線]|爬|頂繩|顶绳|架繩|架绳|路|\b(?:some|any|one|routes?|climbs?|lines?)",
    re.IGNORECASE,
)


def _describes(reading: Reading, conditions: Conditions) -> bool:
    """Whether routes are described by two properties or wished for by one: 「trad 5.6 到 5.8」."""
    told = (
        bool(reading.grades),
        bool(conditions.types),
        bool(conditions.styles),
        bool(conditions.length or conditions.bolts),
        bool(conditions.popular or conditions.level),
    )
    if reading.grades and sum(told) > 1:
        return not reading.unknown
    wished = {"recommend", "recommend_weak"} & reading.cues or _SEEKS.search(reading.text)
    lines = _OF_LINES.search(reading.text)
    return bool(wished and lines) and wishes_routes(reading, conditions, _LIKELY)


def describes_routes_alone(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether nothing but routes is described: 「找簡單的頂繩」 needs no word for a route."""
    terrain = TERRAIN.intersection(conditions.styles)
    told = any((conditions.types, terrain, conditions.length, conditions.bolts))
    if decision.intent != "knowledge":
        # 「想練指力」 asks for advice where a card gives it
        wished = (conditions.styles, conditions.popular, conditions.level, conditions.multi_pitch)
        told = told or any(wished)
    seeks = _SEEKS.search(reading.text) or _ENDS_OPEN.search(reading.text)
    if _GEAR.search(reading.text):
        return False
    return told and bool(seeks) and not _ASKS_HOW.search(reading.text)


_GEAR = re.compile(
    r"[裝装][備备]|鞋|[課课]|教[練练]|指力板|\b(?:gear|shoes?|course|coach)\b", re.IGNORECASE
)
_ENDS_OPEN = re.compile(r"的(?:路線|路线|線|线)?[。.!！~～\s]*$")
_SEEKS = re.compile(
    r"^\W*(?:想|找|求|給我|给我|來|来|something\b|anything\b)|想[爬找試试練练]", re.IGNORECASE
)


_WHICH = re.compile(
    r"(?:爬|玩|試|试|挑|選|选)(?:什麼|什么|啥|哪)|哪[幾几些一]?[條条題题線线]|\b(?:what|which)\b",
    re.IGNORECASE,
)


def overrules_leave(decision: Decision, reading: Reading) -> bool:
    """Whether words of safety may stand in a wish: 「what can I climb there at 5.9」."""
    leave = decision.intent == "safety" and decision.topic in {"safe", "minors", "solo"}
    return leave and not (_VERDICT.search(reading.text) or "live" in reading.cues)
