"""Somebody hurt, a body that hurts, partners, and verdicts on safety."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.about_records import asks_records, shows_record
from bot.understanding.comparatives import measures_two
from bot.understanding.examples import nearest
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.guesses import surely_named
from bot.understanding.intents.decision import (
    HOW_MANY,
    NEAR_ENOUGH,
    QUITE_NEAR,
    VERY_NEAR,
    Decision,
    nearness,
)
from bot.understanding.intents.gyms import WHICH_GYM

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_REPORT = "safety#report-bolt"
_RECORD, _UNLIKELY = 0.6, 0.15
"""How likely a record must be, and how unlikely people, where a club is only told of."""
_SAFETY_TOPICS = ("belay", "gear_retire", "rope_enough", "earthquake", "rock_wet", "bolt", "report")
_PREVENTS = re.compile(
    r"[預预]防|避免|保[養养]|照[顧顾]|look after|care (?:of|for)|才不|不[會会].{0,4}受[傷伤]"
    r"|暖身|[熱热]身|prevent|avoid|warm",
    re.IGNORECASE,
)


def urgent(reading: Reading, conditions: Conditions) -> Decision | None:
    """Nothing said, somebody hurt, where rescuers look for one, or one's own log."""
    if not reading.text:
        return Decision("clarify", "empty")
    if _asks_rescue_point(reading):
        return Decision("safety", "rescue_point")
    # where it happened is named in the same breath; a route is only named to ask about it
    grave = not reading.of_kind("route") and {"grave", "fall"} & set(
        words.find("concepts", reading.folded, reading.lower)
    )
    told = "emergency" in reading.cues and not (
        _gear_dropped(reading)
        or _asks_to_climb(reading)
        or _learns_to_fall(reading)
        or _asks_advice(reading, conditions)
    )
    if _learns_to_fall(reading):
        grave = False
    somebody = not reading.of_kind("route") and _tells_of_somebody(reading, conditions)
    if told or somebody or (grave and nearness(reading, "emergency") >= NEAR_ENOUGH):
        return Decision("emergency")
    of_records = asks_records(None, reading, conditions) or shows_record(reading)
    if "personal" not in reading.cues or of_records or measures_two(reading):
        return None
    found = nearest(reading.folded, reading.lower)
    advised = found.kind == "medical" or found.kind.startswith("card:")
    return None if advised and found.score >= VERY_NEAR else Decision("personal", "log")


def _tells_of_somebody(reading: Reading, conditions: Conditions) -> bool:
    """Whether it is told that somebody lies there, and neither advice nor leave to climb asked."""
    concepts = set(words.find("concepts", reading.folded, reading.lower))
    worse = {"grave", "somebody"} <= concepts or {"fall", "hurt", "somebody"} <= concepts
    if not worse or _learns_to_fall(reading) or _asks_to_climb(reading):
        return False
    likely = likely_kinds(reading, conditions)
    best = max(likely, key=lambda kind: (likely[kind], kind))
    return likely["emergency"] >= _MAYBE_NEED and best in {*_OF_NEED, "out_of_domain"}


_MAYBE_NEED = 0.15
_OF_NEED = frozenset({"emergency", "medical", "safety"})


def _asks_advice(reading: Reading, conditions: Conditions) -> bool:
    """Whether a fall is only feared: 「第一支 bolt 好高，不想 ground fall，有什麼工具」.

    Of 204 messages by somebody in need the least likely emergency was one by 0.17, measured with
    models that had not seen them.
    """
    if {"hurt", "grave", "somebody"} & set(words.find("concepts", reading.folded, reading.lower)):
        return False
    likely = likely_kinds(reading, conditions)
    return likely["emergency"] <= _NO_NEED and likely["card"] >= _ADVISED


_NO_NEED, _ADVISED = 0.1, 0.65
_MAY_CLIMB = re.compile(
    r"(?:可以|能|能不能|適合|适合|多久).{0,6}(?:[爬攀]|上牆|上墙|抱石|先[鋒锋]|[練练])"
    r"|can i (?:still )?climb"
    r"|climb again",
    re.IGNORECASE,
)
_ACUTE = re.compile(
    r"[頭头頸颈脖脊背昏暈晕]|意[識识]|[剛刚]|head|neck|spine|back|unconscious|just", re.IGNORECASE
)


def _asks_to_climb(reading: Reading) -> bool:
    """Whether somebody well again asks for leave to climb: 「骨折拆石膏滿一個月了可以上牆嗎」."""
    near = nearness(reading, "medical") >= NEAR_ENOUGH
    return bool(near and _MAY_CLIMB.search(reading.text)) and not _ACUTE.search(reading.text)


_FALLS_WELL = re.compile(
    "姿[勢势]|技巧|要領|要领|怎麼落地|怎么落地|怎麼摔|怎么摔|如何落地|怎麼[練练]|怎么[練练]|[練练][習习]?[墜坠摔]"
    r"|how (?:do|should|to) (?:i |you |we )?(?:fall|land)\b|practi[cs]e fall",
    re.IGNORECASE,
)


_UNHURT = re.compile(
    r"(?:不[會会]|不容易|不|避免)(?:受[傷伤]|扭到|扭[傷伤]|[撞摔]到|痛|[斷断])"
    r"|without (?:getting )?(?:hurt|injur)\w*"
)


def _learns_to_fall(reading: Reading) -> bool:
    """Whether falling well is asked about and nobody fell: 「摔下來要用什麼姿勢落地」."""
    told = _UNHURT.sub("", reading.folded), _UNHURT.sub("", reading.lower)
    hurt = {"hurt", "grave"} & set(words.find("concepts", *told))
    return bool(_FALLS_WELL.search(reading.text)) and not hurt


def _gear_dropped(reading: Reading) -> bool:
    """Whether a thing fell and nobody: 「鉤環從高處摔到地上過，還可以用嗎」."""
    concepts = set(words.find("concepts", reading.folded, reading.lower))
    hurt = concepts & {"hurt", "grave", "somebody"}
    near = nearness(reading, "safety/gear_retire") >= VERY_NEAR
    return bool(near and not hurt)


def about_people(reading: Reading, conditions: Conditions) -> Decision | None:
    """A body that hurts, or people looked for."""
    cues = reading.cues
    named = surely_named(reading)
    wants_routes = cues & {"recommend", "list", "count"} or named
    bodily = {"body", "hurt", "ill"} & set(words.find("concepts", reading.folded, reading.lower))
    hurt = "medical" in cues or (
        bool(bodily) and not named and nearness(reading, "medical") >= NEAR_ENOUGH
    )
    if hurt and not wants_routes and not _PREVENTS.search(reading.text):
        return Decision("medical")
    if "community" in cues and reading.of_kind("gym") and _ASKS_OF_GYM.search(reading.text):
        return None
    if "community" in cues and not conditions.narrows_routes:
        likely = likely_kinds(reading, conditions)
        if _LED_TO.search(reading.folded) and "location" in conditions.route_fields:
            return None
        told = named and likely["record"] >= _RECORD and likely["community"] < _UNLIKELY
        return None if told else Decision("community")
    return None


_ASKS_OF_GYM = re.compile(
    r"[幾几][點点]|多少[錢钱]|地址|[電电][話话]|有[開开][嗎吗]|[營营][業业]"
    r"|what time|how much|address|phone",
    re.IGNORECASE,
)
"""Asks what a record says, whatever it is wanted for: 「週六要揪團去，它幾點開」."""
_LED_TO = re.compile(f"(?:带我|领我)(?:去|到){words.NAME}|{words.NAME}.*(?:带我|领我)(?:去|到)")
"""「帶我去霧笛，在哪」 asks for no lift, but for the way; on the key."""
_RESCUE_POINT = re.compile(
    "救援(?:點|点|站|編號|编号|牌)|求救(?:點|点)|(?:rescue|emergency) (?:point|marker|sign)s?",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(
    "是什麼|是什么|是啥|什麼意思|什么意思|what(?: is|'s) an?\\b|mean", re.IGNORECASE
)


def _asks_rescue_point(reading: Reading) -> bool:
    """Whether a rescue point is looked for, and nobody is hurt."""
    hurt = {"hurt", "grave", "fall"} & set(words.find("concepts", reading.folded, reading.lower))
    asked = _RESCUE_POINT.search(reading.text) and not _WHAT_IS.search(reading.text)
    return bool(asked) and not hurt


def guarded(reading: Reading, conditions: Conditions) -> Decision | None:
    """Live conditions and questions for a verdict on safety."""
    cues = reading.cues
    asks_set = bool(cues & {"list", "count"}) and bool(conditions.flags)
    counts_bolts = "bolts" in conditions.route_fields and bool(HOW_MANY.search(reading.text))
    topics = (name for name in _SAFETY_TOPICS if name in cues)
    counted = {"bolt": counts_bolts, "rope_enough": _asks_length(reading, conditions)}
    topic = next((name for name in topics if not counted.get(name)), "")
    if topic == "bolt" and _is_afraid(reading):
        topic = ""
    if topic and not asks_set and not (topic == "gear_retire" and _of_gear_at_large(reading)):
        topic = _topic_put_so(topic, reading)
        told = topic == "bolt" and nearness(reading, f"card:{_REPORT}") >= VERY_NEAR
        return Decision("knowledge", f"card:{_REPORT}") if told else Decision("safety", topic)
    if "live" in cues and not (
        cues & {"recommend", "list"} or _opening_of_gym(reading, conditions)
    ):
        return Decision("live", "weather")
    if (
        "safe" in cues
        and not asks_set
        and not reading.of_kind("gym")
        and not _asks_beginner(reading)
    ):
        return Decision("safety", "minors" if "minors" in cues else "safe")
    placed = conditions.cities or conditions.districts or conditions.regions
    indoors = "gym" in cues or WHICH_GYM.search(reading.text)
    if "minors" in cues and indoors and not (reading.names or placed or conditions.facilities):
        return Decision("knowledge", "card:gyms#kids")
    wants_gyms = placed and cues & {"recommend", "list"} and "crag" not in cues
    asks_leave = ("yes_no" in cues or not reading.names) and not conditions.facilities
    asks_leave = asks_leave and not (wants_gyms and "minors" in cues)
    if cues & {"solo", "minors"} and asks_leave and not asks_set and "gym" not in cues:
        return Decision("safety", "solo" if "solo" in cues else "minors")
    return None


def _is_afraid(reading: Reading) -> bool:
    """Whether it is fear that is told of, and no bolt: 「每次到最後一個 bolt 就腿軟」."""
    scared = "scared" in words.find("concepts", reading.folded, reading.lower)
    return scared and nearness(reading, "card:training#fear") >= NEAR_ENOUGH


_LENGTH_ASKED = re.compile(
    r"[幾几]\s?(?:公尺|米|m\b)|多[長长高]|how (?:long|tall)",
    re.IGNORECASE,
)
_ROPE = re.compile(r"[夠够]|enough", re.IGNORECASE)


def _asks_length(reading: Reading, conditions: Conditions) -> bool:
    """Whether the clause that asks wants lengths: 「繩子夠不夠要算一下，A 和 B 各有幾米」."""
    if "length" not in conditions.route_fields or not reading.of_kind("route"):
        return False
    clauses = re.split(r"[，,。；;？?！!\n]+", reading.text.rstrip("。？?！! "))
    asked = [clause for clause in clauses if _LENGTH_ASKED.search(clause)]
    return bool(asked) and not any(_ROPE.search(clause) for clause in (*asked, clauses[-1]))


_MINE = re.compile(
    r"我|[要該该]不[要該该]|[這这那][條条個个頂顶支]|[還还](?:能|可以)|\b(?:my|this|still)\b",
    re.IGNORECASE,
)
"""One piece of gear is meant, not gear at large."""
_LASTS = ("card:gear#inspect", "card:gear#retire-rope")


def _of_gear_at_large(reading: Reading) -> bool:
    """Whether care or the years that gear lasts are asked: 「吊帶大概用幾年要淘汰」."""
    if nearness(reading, "card:gear#care") >= QUITE_NEAR:
        return True
    near = max(nearness(reading, kind) for kind in _LASTS)
    return near >= QUITE_NEAR and not _MINE.search(reading.text)


def _topic_put_so(topic: str, reading: Reading) -> str:
    """The topic, or where 「還能用嗎」 was said of something else, that of the nearest example."""
    found = nearest(reading.folded, reading.lower)
    intent, _, other = found.kind.partition("/")
    clear = topic == "bolt" and intent == "safety" and found.score >= VERY_NEAR
    return other if clear and other in _SAFETY_TOPICS else topic


_OF_THE_DAY = re.compile(
    r"[颱台臺]風|台风|天[氣气]|[雨風风雪擠挤滿满]|地震|人[多潮]|排[隊队]|typhoon|weather|rain|crowd|busy",
    re.IGNORECASE,
)


def _opening_of_gym(reading: Reading, conditions: Conditions) -> bool:
    """Whether a gym's hours are asked, and neither the weather nor the crowd."""
    asks = reading.of_kind("gym") and "hours" in conditions.gym_fields
    return bool(asks) and not _OF_THE_DAY.search(reading.text)


def _asks_beginner(reading: Reading) -> bool:
    return bool(reading.cues & {"recommend", "list"})
