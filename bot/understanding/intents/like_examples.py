"""What the nearest example says, where the words of a question settled nothing or too much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from bot.understanding.examples import familiar, nearest
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.guesses import surely_named
from bot.understanding.intents.decision import (
    BARELY,
    HOW_MANY,
    NEAR,
    NEAR_ENOUGH,
    QUITE_NEAR,
    SHORT,
    SHORTEST,
    VERY_NEAR,
    Decision,
)
from bot.understanding.intents.gyms import picks_gyms
from knowledge.terms import asked_terms

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_CLEAR = 0.08
"""Margin of a card from which it counts where no word of climbing stands in the question."""
_SOMEBODY = re.compile(
    r"我|他|她|[誰谁]|[紀纪記记][錄录]|\b(?:i|my|me|his|her|log\w*)\b", re.IGNORECASE
)
"""Without a word for a person or a log nothing is personal."""
_LONG_NAME = 3
"""Characters of a guessed name that is one beside a property."""


def by_example(decision: Decision, reading: Reading, conditions: Conditions) -> Decision:
    """The decision, or where the words settled nothing, that of the nearest example."""
    if _is_put_like_an_example(decision, reading, conditions) or _names_nothing(
        decision, reading, conditions
    ):
        return of_kind(nearest(reading.folded, reading.lower).kind)
    open_ended = decision.intent in {"out_of_domain", "search", "help"} or (
        decision.intent in {"knowledge", "gym_list", "list"} and not decision.topic
    )
    if decision.topic == "glossary":
        open_ended = not asked_terms(reading.text) or asks_purpose(reading)
    narrowed = (
        conditions.narrows_routes
        or conditions.gym_types
        or conditions.cities
        or conditions.districts
        or conditions.regions
        or conditions.facilities
        or conditions.price
        or picks_gyms(reading, conditions)
        or reading.days
        or reading.times
    )
    if (
        not open_ended
        or reading.names
        or reading.unknown
        or (decision.intent in {"gym_list", "list"} and narrowed)
    ):
        return decision
    found = nearest(reading.folded, reading.lower)
    fields = conditions.route_fields or conditions.gym_fields or conditions.crag_fields
    short = len(reading.plain) <= SHORT and (
        found.score < VERY_NEAR or found.kind.startswith("live")
    )
    if found.kind.startswith("safety/"):
        short = len(reading.plain) <= SHORTEST or bool(HOW_MANY.search(reading.text))
    if fields and short and not found.kind.startswith("card:"):
        # 「anchor 呢」「who put it up」 lean on the turn before
        return decision
    if found.score < max(_enough(found.kind, decision, reading), BARELY if not fields else NEAR):
        return decision
    if conditions.order is not None or (
        found.kind == "personal" and not _SOMEBODY.search(reading.text)
    ):
        return decision
    return of_kind(found.kind)


_PURPOSE = re.compile(
    "(?:幹嘛|干嘛|幹麼|[做作]什麼|[做作]什么|[做作]啥)用?的?|什麼用|什么用|用途|用在|用來|用来|[為为]什[麼么]|怎[麼么]|多久|多高|最常"
    r"|\bwhat\b.*\bfor\b|\bwhy\b|\bhow\b",
    re.IGNORECASE,
)


_SAID_OTHERWISE = re.compile(
    r"[英中日德法]文|[翻講讲叫稱称]|怎[麼么][說说念寫写唸]"
    r"|\b(?:say|call\w*|chinese|english|mandarin|taiwanese|word|term|translat\w*)\b",
    re.IGNORECASE,
)


def asks_purpose(reading: Reading) -> bool:
    """Whether more than the meaning of a word is asked, and a card is near that tells it."""
    found = nearest(reading.folded, reading.lower)
    near = found.kind.startswith("card:") and found.score >= QUITE_NEAR
    translated = _SAID_OTHERWISE.search(reading.text)
    return near and not translated and bool(_PURPOSE.search(reading.text))


_QUOTES = re.compile(r"[「」『』“”\"《》]")


def _names_nothing(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether what was taken for an unknown name is a word of a question for a card or for help."""
    if decision.intent != "fact" or not reading.unknown or reading.names:
        return False
    asked = {*conditions.route_fields, *conditions.crag_fields, *conditions.gym_fields}
    if asked - {"overview"} or _QUOTES.search(reading.text):
        return False
    found = nearest(reading.folded, reading.lower)
    talks = found.kind == "help" or found.kind.startswith("card:")
    clear = found.score >= NEAR_ENOUGH and found.margin >= _FAR
    return talks and clear and all(map(familiar, reading.unknown))


_FAR = 0.25
_OVERRULED = frozenset(
    {
        *("list", "gym_list", "convert", "safety", "fact", "medical", "recommend", "notice"),
        *("crag_info", "community", "live"),
    }
)
_OVERRULES, _SURE, _LEAD = 0.4, 0.9, 0.2
_KINDS, _LIKELY = frozenset({"safety", "community", "live", "medical"}), 0.5
"""Intents that are kinds by themselves, and how likely one must be to stay whatever is near."""
_NO_VERDICTS = ("technique", "training", "grades", "ascents", "about", "sport", "etiquette")
"""Cards of what nobody can be hurt by."""
_MISTAKEN = frozenset({"belay", "safe", "solo"})
"""Topics of safety whose words may stand in a question about such a card."""


def _asks_no_verdict(decision: Decision, card: str) -> bool:
    """Whether a card answers although words of a question for a verdict stand in it."""
    harmless = card.partition(":")[2].startswith(_NO_VERDICTS)
    return decision.topic == "rock_wet" or (decision.topic in _MISTAKEN and harmless)


def _of_records(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether words say which routes, what of gyms, or what hurts: only the very words overrule."""
    if decision.intent == "medical":
        return True  # a body that hurts is no matter of technique
    if decision.intent == "gym_list":
        return bool(set(conditions.gym_fields) - {"notes", "overview"})
    told = "route" in reading.cues or conditions.grades or conditions.seasons
    return decision.intent in {"list", "recommend"} and bool(told)


def _is_put_like_an_example(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether a question is worded so much like one of advice that single words of it mean nothing.

    「抱石館有哪些不成文規定」 is no list of gyms; what names a record for sure stays about that.
    """
    # 「浮島下次換線是哪天」 asks for a day, however much it sounds like 「換線是什麼」
    of_day = (decision.intent == "notice" and (reading.names or decision.topic)) or (
        decision.intent == "live" and reading.names
    )
    if surely_named(reading) or of_day or decision.intent not in _OVERRULED:
        return False
    found = nearest(reading.folded, reading.lower)
    listed = decision.intent == "list" and {"list", "route"} <= reading.cues
    bar = _SURE if _of_records(decision, reading, conditions) else _OVERRULES
    if listed or found.margin < _LEAD or found.score < bar:
        return False
    kind = decision.intent if decision.intent in _KINDS else "record" if conditions.grades else ""
    if kind and likely_kinds(reading, conditions)[kind] >= _LIKELY:
        return False
    advises = found.kind.startswith("card:")
    settled = (
        (decision.intent == "safety" and not (advises and _asks_no_verdict(decision, found.kind)))
        or (decision.intent == "convert" and (decision.topic != "explain" or conditions.grades))
        or (decision.intent == "gym_list" and picks_gyms(reading, conditions))
        or (decision.intent == "crag_info" and conditions.seasons)
        or (decision.intent == "notice" and found.score < _SURE)
    )
    if settled:
        return False
    told = decision.intent in {"community", "live"}
    if not advises and (told or not found.kind.startswith("safety/")):
        return False
    asked = conditions.route_fields or conditions.gym_fields or conditions.crag_fields
    sure = any(
        asked and (len(name.surface) >= _LONG_NAME or found.score < _SURE) for name in reading.names
    )
    placed = conditions.cities or conditions.districts or conditions.regions
    wanted = conditions.price or conditions.facilities or reading.days or reading.times
    wanted = wanted or conditions.people
    return not (sure or reading.unknown or placed or wanted)


def _enough(kind: str, decision: Decision, reading: Reading) -> float:
    """How near an example must be: nearer where nothing else speaks for its kind."""
    if decision.intent in {"gym_list", "list", "help"}:
        return VERY_NEAR
    if kind in {"greeting", "thanks", "help", "out_of_domain"}:
        return NEAR_ENOUGH
    if decision.topic == "glossary":
        asked = _SURE if "define" in reading.cues and not asks_purpose(reading) else NEAR
        return asked if kind.startswith("card:") else 1.1
    if kind.startswith("card:"):
        about = reading.cues & {"climbing", "assistant"} or decision.intent == "knowledge"
        clear = nearest(reading.folded, reading.lower).margin >= _CLEAR
        return BARELY if about else NEAR if clear else QUITE_NEAR
    return NEAR_ENOUGH if "climbing" in reading.cues else QUITE_NEAR


def of_kind(kind: str) -> Decision:
    """What the kind of an example says: ``safety/bolt``, ``card:gear#shoes``, ``greeting``."""
    if kind == "card:about#can-do":
        return Decision("help")
    if kind.startswith("card:"):
        return Decision("knowledge", kind)
    intent, _, topic = kind.partition("/")
    topics = {"live": "weather", "personal": "log"}
    return Decision(cast("Intent", intent), topic or topics.get(intent, ""))
