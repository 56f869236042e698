"""What kind of answer a question wants: an ordered list of decisions.

The order is the policy: somebody hurt comes before everything, private matters before public ones,
safety before facts, and a named thing before a vague one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from bot.schema import Intent
from bot.understanding import words
from bot.understanding.examples import familiar, nearest
from bot.understanding.leftover import asks_unrecorded
from bot.understanding.news import find_news
from bot.understanding.shares import shared_over
from knowledge.filters import RouteFilter
from knowledge.terms import asked_terms, find_term
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading
    from knowledge.gazetteer import NameMention

_REPORT = "safety#report-bolt"
_SAFETY_TOPICS = ("belay", "gear_retire", "rope_enough", "earthquake", "rock_wet", "bolt", "report")
_HOW_MANY = re.compile(r"[幾几]|多少|how many", re.IGNORECASE)
_OF_THE_PLACE = frozenset({"season", "rock", "types", "approach", "parking", "transport"})
"""Properties of a crag that its routes do not have."""
_GYM_ONLY = frozenset({"hours", "price", "weekday", "weekend", "twilight", "phone", "rental"})
"""Properties that only gyms have."""
PRICES = frozenset({"price", "weekday", "weekend", "twilight", "rental", "shoes", "harness"})
"""Properties of a gym that are paid for."""
_SHORT, _SHORTEST = 24, 8
"""Characters of a key: a longer message is more than a greeting."""
_WHICH_CRAG = (
    "哪個岩場",
    "哪座岩場",
    "哪一個岩場",
    "哪一座岩場",
    "哪裡的岩場",
    "哪裡路線",
    "哪裡線",
    "which crag",
)
_WHERE = ("哪裡", "哪間", "哪家", "哪一間", "哪一家", "哪個館", "有沒有", "where", "which", "any")
_WHICH_GYM = re.compile(
    r"(?:哪|有幾|有几|[幾几])(?:一|幾|几)?[間间家](?:館|馆)?|\bwhich (?:ones?|places?|gyms?)\b",
    re.IGNORECASE,
)
"""Gyms are counted by 間 and 家; routes, crags and walls are not."""
_OTHER_SHOPS = re.compile(
    r"餐|飯|饭|吃|咖啡[廳厅店]|酒|旅|民宿|醫|医|診所|诊所|[學学]校|公司|[銀银]行|超商|便利|[書书]|[電电]影|[裝装]備店|[裝装]备店|[賣卖]"
)
_BARELY, _NEAR, _NEAR_ENOUGH, _QUITE_NEAR, _VERY_NEAR = 0.27, 0.35, 0.4, 0.5, 0.6
"""Nearness of an example from which it counts; measured on the development questions."""
_CLEAR = 0.08
"""Margin of a card from which it counts where no word of climbing stands in the question."""
_FITS_SEASON = re.compile("适合[春夏秋冬]")
_COUNTED_TWICE = re.compile("(?:几条|多少条?).{1,8}(?:几条|多少条?)")
"""「運攀幾條、傳攀幾條」 wants a number of each; on the key."""
_BOTH_ENDS = (
    "easiest to hardest",
    "最低和最高",
    "最低跟最高",
    "最高和最低",
    "最簡單和最難",
    "最難和最簡單",
)
_EACH_CRAG = re.compile(r"各.{0,3}(?:[幾几]|多少)[條条]|each crag|per crag", re.IGNORECASE)
_RAINY = re.compile(
    r"(?:下雨天|雨天|下雨|rainy).{0,8}(?:哪|去|怎麼|怎么|where|what|go)|(?:哪|去).{0,6}(?:下雨天|雨天)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"我|他|她|[誰谁]|[紀纪記记][錄录]|\b(?:i|my|me|his|her|log\w*)\b", re.IGNORECASE
)
"""Without a word for a person or a log nothing is personal."""
_GUESSED = frozenset({"typo", "homophone", "partial"})
_PREVENTS = re.compile(
    r"[預预]防|避免|保[養养]|照[顧顾]|look after|care (?:of|for)|才不|不[會会].{0,4}受[傷伤]"
    r"|暖身|[熱热]身|prevent|avoid|warm",
    re.IGNORECASE,
)
_LONG_NAME = 3
"""Characters of a guessed name that is one beside a property."""
_STRONG_LIST = (
    "有什麼路線",
    "有什麼線",
    "有啥線",
    "有啥路線",
    "可以選",
    "有得選",
    "what's there",
    "what is there",
    "哪些",
    "哪幾條是",
    "哪幾條有",
    "哪幾條屬於",
    "是哪幾條",
    "列出",
    "全部",
    "所有",
    "清單",
)
_ROUTES_COUNTED = re.compile(
    r"how many (?:\w+ )?(?:routes|climbs|lines|problems)\b|[幾几]條|[幾几]条"
)
_WHICH_ONES = ("哪幾",)
_CALLED = ("叫", "called", "named")
_OTHERS = ("除了", "其他", "別的", "except", "besides", "other", "else")


@dataclass(frozen=True, slots=True)
class Decision:
    """The intent and, where the intent has several, its topic."""

    intent: Intent
    topic: str = ""


def decide(reading: Reading, conditions: Conditions) -> Decision:
    """The intent of a question that stands alone."""
    return _by_example(_by_rules(reading, conditions), reading, conditions)


def _by_rules(reading: Reading, conditions: Conditions) -> Decision:
    for rule in (
        _greeted,
        _asked_word,
        _urgent,
        _definition,
        _about_people,
        _guarded,
        _converting,
        _news,
        _advice,
        _about_gyms,
        _ranking_crags,
        _glossary,
        _about_routes,
        _about_places,
    ):
        decision = rule(reading, conditions)
        if decision is not None:
            return decision
    return _about_nothing_named(reading, conditions)


def _by_example(decision: Decision, reading: Reading, conditions: Conditions) -> Decision:
    """The decision, or where the words settled nothing, that of the nearest example."""
    if _is_put_like_an_example(decision, reading, conditions) or _names_nothing(
        decision, reading, conditions
    ):
        return _of_kind(nearest(reading.folded, reading.lower).kind)
    open_ended = decision.intent in {"out_of_domain", "search", "help"} or (
        decision.intent in {"knowledge", "gym_list", "list"} and not decision.topic
    )
    if decision.topic == "glossary":
        open_ended = not asked_terms(reading.text)
    narrowed = (
        conditions.narrows_routes
        or conditions.gym_types
        or conditions.cities
        or conditions.districts
        or conditions.regions
        or conditions.facilities
        or conditions.price
        or _picks_gyms(reading, conditions)
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
    short = len(reading.plain) <= _SHORT and (
        found.score < _VERY_NEAR or found.kind.startswith("live")
    )
    if found.kind.startswith("safety/"):
        short = len(reading.plain) <= _SHORTEST or bool(_HOW_MANY.search(reading.text))
    if fields and short and not found.kind.startswith("card:"):
        # 「anchor 呢」「who put it up」 lean on the turn before
        return decision
    if found.score < max(_enough(found.kind, decision, reading), _BARELY if not fields else _NEAR):
        return decision
    if conditions.order is not None or (
        found.kind == "personal" and not _SOMEBODY.search(reading.text)
    ):
        return decision
    return _of_kind(found.kind)


_QUOTES = re.compile(r"[「」『』“”\"《》]")


def _names_nothing(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether what was taken for an unknown name is a word of a question for a card or for help."""
    found = nearest(reading.folded, reading.lower)
    talks = found.kind == "help" or found.kind.startswith("card:")
    clear = found.score >= _NEAR_ENOUGH and found.margin >= _FAR
    asked = {*conditions.route_fields, *conditions.crag_fields, *conditions.gym_fields}
    named = reading.names or asked - {"overview"} or _QUOTES.search(reading.text)
    taken = decision.intent == "fact" and reading.unknown and not named
    return bool(taken and talks and clear) and all(map(familiar, reading.unknown))


_FAR = 0.25
_OVERRULED = frozenset(
    {
        *("list", "gym_list", "convert", "safety", "fact", "medical", "recommend", "notice"),
        *("crag_info", "community", "live"),
    }
)
_OVERRULES, _SURE, _LEAD = 0.4, 0.9, 0.2
_NO_VERDICTS = ("technique", "training", "grades", "ascents", "about", "sport", "etiquette")
"""Cards of what nobody can be hurt by."""


def _asks_no_verdict(decision: Decision, card: str) -> bool:
    """Whether a card answers although words of a question for a verdict stand in it."""
    harmless = card.partition(":")[2].startswith(_NO_VERDICTS)
    return decision.topic == "rock_wet" or (decision.topic in {"belay", "safe"} and harmless)


def _of_records(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether words say which routes, what of gyms, or what hurts: only the very words overrule."""
    if decision.intent == "medical":
        return True  # a body that hurts is no matter of technique
    if decision.intent == "gym_list":
        return bool(set(conditions.gym_fields) - {"notes", "overview"})
    told = "route" in reading.cues or conditions.grades or conditions.seasons
    return decision.intent in {"list", "recommend"} and bool(told)


def _picks_gyms(reading: Reading, conditions: Conditions) -> bool:
    """Whether gyms are counted, ranked or asked for by 哪幾間."""
    return bool(conditions.gym_order or _WHICH_GYM.search(reading.text))


def _is_put_like_an_example(decision: Decision, reading: Reading, conditions: Conditions) -> bool:
    """Whether a question is worded so much like one of advice that single words of it mean nothing.

    「抱石館有哪些不成文規定」 is no list of gyms; what names a record for sure stays about that.
    """
    surely_named = any(name.how not in _GUESSED for name in reading.names)
    # 「浮島下次換線是哪天」 asks for a day, however much it sounds like 「換線是什麼」
    of_day = (decision.intent == "notice" and (reading.names or decision.topic)) or (
        decision.intent == "live" and reading.names
    )
    if surely_named or of_day or decision.intent not in _OVERRULED:
        return False
    found = nearest(reading.folded, reading.lower)
    listed = decision.intent == "list" and {"list", "route"} <= reading.cues
    bar = _SURE if _of_records(decision, reading, conditions) else _OVERRULES
    if listed or found.margin < _LEAD or found.score < bar:
        return False
    advises = found.kind.startswith("card:")
    settled = (
        (decision.intent == "safety" and not (advises and _asks_no_verdict(decision, found.kind)))
        or (decision.intent == "convert" and (decision.topic != "explain" or conditions.grades))
        or (decision.intent == "gym_list" and _picks_gyms(reading, conditions))
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
    return not (sure or reading.unknown or placed or wanted)


def _enough(kind: str, decision: Decision, reading: Reading) -> float:
    """How near an example must be: nearer where nothing else speaks for its kind."""
    if decision.intent in {"gym_list", "list", "help"}:
        return _VERY_NEAR
    if kind in {"greeting", "thanks", "help", "out_of_domain"}:
        return _NEAR_ENOUGH
    if decision.topic == "glossary":
        asked = _SURE if "define" in reading.cues else _NEAR
        return asked if kind.startswith("card:") else 1.1
    if kind.startswith("card:"):
        about = reading.cues & {"climbing", "assistant"} or decision.intent == "knowledge"
        clear = nearest(reading.folded, reading.lower).margin >= _CLEAR
        return _BARELY if about else _NEAR if clear else _QUITE_NEAR
    return _NEAR_ENOUGH if "climbing" in reading.cues else _QUITE_NEAR


def _of_kind(kind: str) -> Decision:
    """What the kind of an example says: ``safety/bolt``, ``card:gear#shoes``, ``greeting``."""
    if kind == "card:about#can-do":
        return Decision("help")
    if kind.startswith("card:"):
        return Decision("knowledge", kind)
    intent, _, topic = kind.partition("/")
    topics = {"live": "weather", "personal": "log"}
    return Decision(cast("Intent", intent), topic or topics.get(intent, ""))


def _nearest(reading: Reading, kind: str) -> float:
    """How near the question is to examples of a kind, if those are the nearest ones."""
    found = nearest(reading.folded, reading.lower)
    return found.score if found.kind == kind else 0.0


_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening)|morning|hello|hi|hey|早安|午安|晚安|早|你好|哈囉|嗨)"
    r"[,， ]*(?:all|everyone|everybody|there|guys|folks|大家|各位|岩友)?[!！~～.。\s]*",
    re.IGNORECASE,
)


def _greeted(reading: Reading, conditions: Conditions) -> Decision | None:
    """Nothing but a greeting, whatever route is called so."""
    del conditions
    return Decision("greeting") if _GREETING.fullmatch(reading.text.strip()) else None


def _asked_word(reading: Reading, conditions: Conditions) -> Decision | None:
    """A question that is about a climbing word, and about nothing else, whatever the word means."""
    if conditions.grades or not (reading.cues & {"define", "knowledge", "compare"}):
        return None
    if not asked_terms(reading.text) or (reading.names and not _word_not_name(reading)):
        return None
    wants = reading.cues & {"count", "recommend", "distribution", "personal"} or conditions.order
    return None if wants else Decision("knowledge", "glossary")


def _urgent(reading: Reading, conditions: Conditions) -> Decision | None:
    del conditions
    if not reading.text:
        return Decision("clarify", "empty")
    # where it happened is named in the same breath; a route is only named to ask about it
    grave = not reading.of_kind("route") and {"grave", "fall"} & set(
        words.find("concepts", reading.folded, reading.lower)
    )
    told = "emergency" in reading.cues and not (_gear_dropped(reading) or _asks_to_climb(reading))
    if told or (grave and _nearest(reading, "emergency") >= _NEAR_ENOUGH):
        return Decision("emergency")
    if "personal" not in reading.cues:
        return None
    found = nearest(reading.folded, reading.lower)
    advised = found.kind == "medical" or found.kind.startswith("card:")
    return None if advised and found.score >= _VERY_NEAR else Decision("personal", "log")


def _definition(reading: Reading, conditions: Conditions) -> Decision | None:
    """A climbing word to be explained or translated, before its words are taken for a wish."""
    named = reading.names and not _word_not_name(reading)
    if named or reading.unknown or conditions.grades or "define" not in reading.cues:
        return None
    if reading.cues & {"count", "recommend", "distribution"} or conditions.order:
        return None
    return Decision("knowledge", "glossary") if find_term(reading.text) else None


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
    near = _nearest(reading, "medical") >= _NEAR_ENOUGH
    return bool(near and _MAY_CLIMB.search(reading.text)) and not _ACUTE.search(reading.text)


def _gear_dropped(reading: Reading) -> bool:
    """Whether a thing fell and nobody: 「鉤環從高處摔到地上過，還可以用嗎」."""
    concepts = set(words.find("concepts", reading.folded, reading.lower))
    hurt = concepts & {"hurt", "grave", "somebody"}
    near = _nearest(reading, "safety/gear_retire") >= _VERY_NEAR
    return bool(near and not hurt)


_WORD_ASKED = re.compile(
    r"[術术][語语]|用[語语]|名[詞词]|[單单]字|(?:什麼|什么|啥)意思|的意思|什麼是|什么是"
    r"|climbing (?:term|word)",
    re.IGNORECASE,
)


def _word_not_name(reading: Reading) -> bool:
    """Whether a climbing word is asked that a route or gym bears too: 「術語 finger crack」."""
    return bool(_WORD_ASKED.search(reading.text)) and all(
        any(key(word) == key(name.surface) for term in find_term(name.surface) for word in term.all)
        for name in reading.names
    )


def _about_people(reading: Reading, conditions: Conditions) -> Decision | None:
    cues = reading.cues
    named = any(name.how not in _GUESSED for name in reading.names)
    wants_routes = cues & {"recommend", "list", "count"} or named
    bodily = {"body", "hurt", "ill"} & set(words.find("concepts", reading.folded, reading.lower))
    hurt = "medical" in cues or (
        bool(bodily) and not named and _nearest(reading, "medical") >= _NEAR_ENOUGH
    )
    if hurt and not wants_routes and not _PREVENTS.search(reading.text):
        return Decision("medical")
    if "community" in cues and not conditions.narrows_routes:
        return Decision("community")
    return None


def _guarded(reading: Reading, conditions: Conditions) -> Decision | None:
    """Live conditions and questions for a verdict on safety."""
    cues = reading.cues
    asks_set = bool(cues & {"list", "count"}) and bool(conditions.flags)
    counts_bolts = "bolts" in conditions.route_fields and bool(_HOW_MANY.search(reading.text))
    topics = (name for name in _SAFETY_TOPICS if name in cues)
    topic = next((name for name in topics if not (name == "bolt" and counts_bolts)), "")
    cared_for = topic == "gear_retire" and _nearest(reading, "card:gear#care") >= _QUITE_NEAR
    if topic and not asks_set and not cared_for:
        told = topic == "bolt" and _nearest(reading, f"card:{_REPORT}") >= _VERY_NEAR
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
    indoors = "gym" in cues or _WHICH_GYM.search(reading.text)
    if "minors" in cues and indoors and not (reading.names or placed or conditions.facilities):
        return Decision("knowledge", "card:gyms#kids")
    asks_leave = ("yes_no" in cues or not reading.names) and not conditions.facilities
    if cues & {"solo", "minors"} and asks_leave and not asks_set and "gym" not in cues:
        return Decision("safety", "solo" if "solo" in cues else "minors")
    return None


_OF_THE_DAY = re.compile(
    r"[颱台臺]風|台风|天[氣气]|[雨風风雪擠挤滿满]|地震|人[多潮]|排[隊队]|typhoon|weather|rain|crowd|busy",
    re.IGNORECASE,
)


def _opening_of_gym(reading: Reading, conditions: Conditions) -> bool:
    """Whether a gym's hours are asked, and neither the weather nor the crowd."""
    asks = reading.of_kind("gym") and "hours" in conditions.gym_fields
    return bool(asks) and not _OF_THE_DAY.search(reading.text)


_CONVERTS = re.compile(r"換算|换算|\bconvert", re.IGNORECASE)


def _converting(reading: Reading, conditions: Conditions) -> Decision | None:
    if not (reading.grades or reading.of_kind("route")):
        return None
    systems, cues = conditions.systems, reading.cues
    if (
        "convert" in cues
        and (systems or reading.grades)
        and (
            not cues & {"list", "count", "recommend"}
            or (systems and _CONVERTS.search(reading.text))
        )
    ):
        return Decision("convert")
    other = "grade" in conditions.route_fields and any(
        mention.grade.system not in systems for mention in reading.grades
    )
    bare = not reading.names and ("route" not in cues or len(systems) > 1 or other)
    if systems and reading.grades and bare and not cues & {"recommend", "list", "count"}:
        return Decision("convert")
    if len(reading.grades) >= 2 and bare and "compare" in cues and not conditions.gym_types:
        return Decision("convert", "compare")
    if (
        len(reading.grades) == 1
        and bare
        and cues & {"knowledge"}
        and not cues & {"recommend", "list", "count"}
    ):
        return Decision("convert", "explain")
    return None


def _news(reading: Reading, conditions: Conditions) -> Decision | None:
    """New sets, events and announcements: what notices tell."""
    asked = find_news(reading, conditions)
    return None if asked is None else Decision("notice", asked.topic)


def _advice(reading: Reading, conditions: Conditions) -> Decision | None:
    """How to behave, prepare or train, where no place or grade is meant."""
    placed = conditions.cities or conditions.districts or conditions.regions
    meant = reading.names or reading.grades or placed or conditions.facilities or reading.unknown
    if _RAINY.search(reading.text) and not meant:
        return Decision("knowledge", "card:gyms#rainy-day")
    wants_routes = "recommend" in reading.cues and "route" in reading.cues
    if "advice" not in reading.cues or meant or wants_routes:
        return None
    return Decision("knowledge")


def _about_gyms(reading: Reading, conditions: Conditions) -> Decision | None:
    gyms = reading.of_kind("gym")
    if gyms:
        if _distinct(gyms) > 1 and ("compare" in reading.cues or conditions.gym_order):
            return Decision("compare", "gym")
        return Decision(gym_intent(reading, conditions))
    if reading.of_kind("route", "crag", "area", "sector"):
        return None
    return _about_some_gyms(reading, conditions)


def _about_some_gyms(reading: Reading, conditions: Conditions) -> Decision | None:
    """Gyms that are described and not named."""
    wants_list = bool(
        reading.cues & {"list", "count", "recommend", "recommend_weak", "compare"}
        or conditions.gym_order
        or _WHICH_GYM.search(reading.text)
    )
    placed = conditions.cities or conditions.districts or conditions.regions
    if "where_to_climb" in reading.cues and (conditions.cities or conditions.districts):
        return Decision("gym_list")
    if _asks_where_then(reading, conditions):
        return Decision("gym_list")
    if "gym" not in reading.cues and not _looks_like_gym(reading, conditions):
        return None
    narrowed = (
        placed or conditions.gym_types or conditions.facilities or conditions.price or reading.times
    )
    if reading.unknown and not wants_list and not placed:
        return Decision(gym_intent(reading, conditions))
    return Decision("gym_list") if wants_list or narrowed or reading.days else None


_WHERE_THEN = re.compile(
    r"哪(?:裡|里|邊|边|兒|儿)[^，。！？,!?]{0,6}(?:抱石|[爬攀])"
    r"|where (?:can|could) (?:i|we) (?:boulder|climb)",
    re.IGNORECASE,
)
_ON_ROCK = re.compile(
    r"[外戶户]岩|[戶户]外|岩[場场]|天然|海|山|運攀|运攀|傳攀|传攀|outdoor|outside|crag|rock|trad|sport",
    re.IGNORECASE,
)


def _asks_where_then(reading: Reading, conditions: Conditions) -> bool:
    """「今天晚上哪裡可以抱石」: on a day, where nothing speaks of rock, the gyms that are open."""
    rock = {"crag", "route", "recommend"} & reading.cues or _ON_ROCK.search(reading.text)
    when = reading.days or reading.times
    narrowed = reading.grades or conditions.regions or reading.unknown
    return bool(when and _WHERE_THEN.search(reading.text)) and not (rock or narrowed)


def gym_intent(reading: Reading, conditions: Conditions) -> Intent:
    """Which kind of question about one gym this is."""
    fields = set(conditions.gym_fields)
    if fields & PRICES and not fields - PRICES - {"hours"}:
        return "gym_hours" if fields == {"hours"} else "gym_price"
    if "hours" in fields and not fields - {"hours", "notes"}:
        return "gym_hours"
    if not fields and (reading.days or reading.times):
        return "gym_hours"
    return "gym_info"


def _looks_like_gym(reading: Reading, conditions: Conditions) -> bool:
    """A city together with something that only gyms have, without the word gym."""
    if conditions.facilities and _says(reading, _WHERE):
        return True
    if conditions.gym_order and set(conditions.gym_fields) & PRICES - {"price"}:
        return True
    if _WHICH_GYM.search(reading.text) and not _OTHER_SHOPS.search(reading.text):
        asked = conditions.gym_fields or conditions.gym_order or conditions.gym_types
        if asked or reading.days or reading.times or conditions.price or "climbing" in reading.cues:
            return True
    placed = conditions.cities or conditions.districts or conditions.regions
    priced = PRICES & set(conditions.gym_fields) and "climbing" in reading.cues
    offers = conditions.gym_types or conditions.facilities or priced
    timed = "hours" in conditions.gym_fields and bool(reading.days or reading.times)
    offers = bool(offers) or timed
    outdoors = "crag" in reading.cues or "route" in reading.cues or conditions.grades
    return bool(placed and offers and not outdoors)


def _glossary(reading: Reading, conditions: Conditions) -> Decision | None:
    """A climbing word explained, where nothing of the catalogue is named."""
    if reading.names or reading.unknown or conditions.grades:
        return None
    terms = find_term(reading.text)
    if not terms:
        return None
    sets = reading.cues & {"list", "count", "recommend", "distribution"} or conditions.order
    if "knowledge" in reading.cues and not sets:
        return Decision("knowledge", "glossary")
    if "compare" in reading.cues and len(terms) >= 2 and not sets:
        return Decision("knowledge", "glossary")
    return None


def _ranking_crags(reading: Reading, conditions: Conditions) -> Decision | None:
    """Which crag has the most, the hardest, the longest."""
    if not reading.names and "crag" in reading.cues and _EACH_CRAG.search(reading.text):
        return Decision("crag_info", "list")
    most = ("最多", "最少", "最大", "路線多", "線多", "most", "fewest", "biggest")
    which = _says(reading, _WHICH_CRAG) or (
        "crag" in reading.cues and _says(reading, ("哪個", "哪座", "哪一個", "which"))
    )
    if reading.names or not which:
        return None
    return Decision("compare", "crags") if conditions.order or _says(reading, most) else None


def _about_routes(reading: Reading, conditions: Conditions) -> Decision | None:
    routes = reading.of_kind("route")
    if not routes:
        return None
    cues = reading.cues
    if (
        "similar" in cues
        and cues & {"recommend", "list", "recommend_weak", "route"}
        and _distinct(routes) == 1
    ):
        return Decision("recommend", "similar")
    than = _THAN.search(reading.text)
    if than and _distinct(routes) == 1 and cues & {"recommend", "list", "recommend_weak"}:
        return Decision("recommend", "easier" if than["easier"] or than["less"] else "harder")
    if _distinct(routes) > 1 and ("compare" in cues or conditions.order):
        return Decision("compare", "route")
    return Decision("fact")


_THAN = re.compile(
    r"比.{1,16}(?:再|更)?(?:(?P<easier>簡單|简单|容易|好爬)|(?P<harder>[難难硬]))"
    r"|(?:(?P<less>easier)|harder) than",
    re.IGNORECASE,
)
"""Routes that are wanted easier or harder than a named one."""


def _about_places(reading: Reading, conditions: Conditions) -> Decision | None:
    places = reading.of_kind("crag", "area", "sector")
    if not places:
        return None
    if _unknown_route_asked(reading, conditions):
        return Decision("fact")
    if "compare" in reading.cues and _distinct(places) > 1 and not _nested(places):
        return Decision("compare", "place")
    return _about_sets(reading, conditions) or _about_one_place(reading, conditions)


def _about_sets(reading: Reading, conditions: Conditions) -> Decision | None:
    """Questions for a set of routes, whatever names its place."""
    crags_wanted = (
        "crag" in reading.cues
        and not conditions.narrows_routes
        and not reading.cues & {"route", "distribution"}
    )
    counted_out = "distribution" in reading.cues or shared_over(reading)
    of_place = not counted_out and _asks_of_the_place(reading, conditions)
    if crags_wanted or of_place:
        return None
    return _about_described_routes(reading, conditions)


def _about_described_routes(reading: Reading, conditions: Conditions) -> Decision | None:
    cues = reading.cues
    each_of_several = _distinct(reading.of_kind("crag", "area", "sector")) > 1
    over = shared_over(reading) if conditions.order is None else ""
    if len(conditions.types) > 1 and _COUNTED_TWICE.search(reading.plain):
        over = "type"
    if over or ("distribution" in cues and not (each_of_several and "count" in cues)):
        return Decision("distribution", over if over == "type" else _distributed_over(reading))
    if "recommend" in cues:
        return Decision("recommend", _beginner_topic(reading) if conditions.order is None else "")
    if conditions.order is not None:
        return Decision("superlative")
    counted = "count" in cues and not _says(reading, _WHICH_ONES)
    of_routes = _ROUTES_COUNTED.search(reading.lower) or conditions.narrows_routes
    if counted and ("areas" not in conditions.crag_fields or of_routes):
        return Decision("count")
    rules_out = "route" in cues and (reading.denied or conditions.denied != RouteFilter())
    if conditions.narrows_routes or {"list", "route"} <= cues or rules_out:
        weak = "recommend_weak" in cues and not _says(reading, _STRONG_LIST)
        weak = weak and not (conditions.seasons and _FITS_SEASON.search(reading.plain))
        return Decision("recommend", _beginner_topic(reading)) if weak else Decision("list")
    return None


def _asks_of_the_place(reading: Reading, conditions: Conditions) -> bool:
    """Whether a property of the place is asked, and not a set of its routes."""
    named = reading.of_kind("crag", "area") and "recommend" not in reading.cues
    whole = ("最簡單到最難", "最低到最高", "最難到最簡單", *_BOTH_ENDS)
    both = "types" in conditions.crag_fields and len(conditions.types) > 1
    asked = both or (set(conditions.crag_fields) & _OF_THE_PLACE and not conditions.narrows_routes)
    return bool(named and (asked or _says(reading, whole)))


def _distributed_over(reading: Reading) -> str:
    """What the routes are counted by: type, area, or (empty) grade."""
    over = shared_over(reading)
    if over:
        return over if over != "grade" else ""
    if len(words.find("route_types", reading.folded, reading.lower)) > 1:
        return "type"
    if _says(
        reading,
        (
            "每一區",
            "哪幾區",
            "每區",
            "各區",
            "各個區",
            "每個區",
            "區域分",
            "每面牆",
            "各牆",
            "by area",
            "per area",
            "each area",
            "by sector",
            "each wall",
        ),
    ):
        return "area"
    return "type" if _says(reading, ("型態", "類型", "比例", "type", "style", "ratio")) else ""


def _about_one_place(reading: Reading, conditions: Conditions) -> Decision:
    cues, fields = reading.cues, conditions.crag_fields
    if not fields and "list" in cues:
        other_crags = "crag" in cues and "route" not in cues and _says(reading, _OTHERS)
        return Decision("crag_info", "list") if other_crags else Decision("list")
    if not fields and "recommend_weak" in cues:
        return Decision("recommend", _beginner_topic(reading))
    return Decision("crag_info")


def _about_nothing_named(reading: Reading, conditions: Conditions) -> Decision:
    cues = reading.cues
    if reading.unknown and set(conditions.gym_fields) & _GYM_ONLY and "route" not in cues:
        return Decision(gym_intent(reading, conditions))
    if reading.unknown and (
        _HAS_ROUTES.search(reading.text)
        or conditions.route_fields
        or conditions.crag_fields
        or (conditions.types and "yes_no" in cues)
        or "route" in cues
        or "list" in cues
    ):
        return Decision("fact")
    if (
        "crag" in cues
        and "route" not in cues
        and not conditions.grades
        and (
            cues & {"list", "count", "recommend", "recommend_weak", "compare"}
            or _says(reading, _WHICH_CRAG)
            or conditions.regions
            or conditions.cities
            or conditions.seasons
        )
    ):
        return Decision("crag_info", "list")
    if _describes_routes(reading, conditions):
        decision = _about_sets(reading, conditions)
        if decision is not None:
            return decision
    if reading.unknown and _ASKS_IF_KNOWN.search(reading.text):
        return Decision("fact")
    return _small_talk(reading, conditions)


_HAS_ROUTES = re.compile(r"\bhow many (?:routes|climbs) does\b", re.IGNORECASE)
_ASKS_IF_KNOWN = re.compile(
    r"[資资]料|可以(?:攀|爬|抱石)|能(?:攀|爬)|有(?:岩場|岩场|地方爬)|climb|record", re.IGNORECASE
)
"""Beside an unknown name: whether it is on record, or whether one climbs there."""


def _describes_routes(reading: Reading, conditions: Conditions) -> bool:
    strong = conditions.grades or conditions.people or conditions.bolts or conditions.flags
    about_routes = (
        "route" in reading.cues
        or conditions.level
        or conditions.types
        or conditions.styles
        or conditions.popular
    )
    asks = (
        reading.cues & {"list", "count", "recommend", "recommend_weak", "distribution"}
        or conditions.order
    )
    howto = (
        "howto" in reading.cues
        and not conditions.grades
        and not reading.cues & {"list", "count", "recommend", "distribution"}
    )
    return bool((strong or (about_routes and asks)) and not howto)


def _small_talk(reading: Reading, conditions: Conditions) -> Decision:
    cues = reading.cues
    thanked = "thanks" in cues and _nearest(reading, "thanks") >= _NEAR
    if "help" in cues and "medical" not in cues and not thanked:
        return Decision("help")
    asks = cues & {"knowledge", "howto", "compare", "recommend", "list"}
    if "thanks" in cues and not asks:
        return Decision("thanks")
    if "greeting" in cues and not asks and len(reading.plain) <= _SHORT:
        return Decision("greeting")
    of_gyms = "gym" in cues and not asks & {"knowledge", "howto"} and conditions.gym_fields
    if of_gyms or _asks_who_opens(reading, conditions):
        return Decision("gym_list")
    if not (cues & {"climbing", "assistant", "route", "crag", "gym"} or conditions.styles):
        return Decision("out_of_domain")
    return Decision("knowledge" if asks & {"knowledge", "howto", "compare"} else "search")


_OPENS = re.compile("开|营业|休[馆业]|公休|打烊|关门|open|close")
"""On the key: 「元旦有開嗎」, not 「幾點集合」."""


def _asks_who_opens(reading: Reading, conditions: Conditions) -> bool:
    """Whether all that is asked is who opens on a day: 「元旦哪間有開」."""
    if conditions.gym_fields != ("hours",) or not reading.days or reading.unknown:
        return False
    stranger = re.search(r"\d", reading.folded) or asks_unrecorded(reading)
    return bool(_OPENS.search(reading.folded)) and not stranger


def _unknown_route_asked(reading: Reading, conditions: Conditions) -> bool:
    if not reading.unknown or conditions.order is not None:
        return False
    if _says(reading, _CALLED) and "route" in reading.cues:
        return True
    asks_set = reading.cues & {"list", "count", "recommend", "distribution"}
    return bool(conditions.route_fields or "that_route" in reading.cues) and not asks_set


def _asks_beginner(reading: Reading) -> bool:
    return bool(reading.cues & {"recommend", "list"})


_FIRST_LEAD = re.compile(
    r"第一次.{0,6}先[鋒锋]|先[鋒锋](?:初|首|第一)"
    r"|(?:不[會会]|[還还]?[沒没])[學学]?[過过]?.{0,2}(?:先[鋒锋]|[確确]保)"
    r"|first (?:\w+ )?lead|never led|can(?:no|')t (?:belay|lead)",
    re.IGNORECASE,
)
_BEGINNER = re.compile(
    r"新手|初學|初学|第一次(?!去|到|來|来)|入門|入门|沒爬過|没爬过|剛開始|刚开始"
    r"|beginner|first time|newbie|never climbed",
    re.IGNORECASE,
)


def _beginner_topic(reading: Reading) -> str:
    if _FIRST_LEAD.search(reading.text):
        return "first_lead"
    return "beginner" if _BEGINNER.search(reading.text) else ""


def _says(reading: Reading, words: tuple[str, ...]) -> bool:
    return any(key(word) in reading.plain for word in words)


def _distinct(mentions: tuple[NameMention, ...]) -> int:
    return len({mention.ids for mention in mentions})


def _nested(places: tuple[NameMention, ...]) -> bool:
    """Whether all places lie inside one another: 「龍洞的大禮堂」 is one place, not two."""
    ids = sorted({place.ids[0] for place in places}, key=len)
    return all(longer.startswith(ids[0] + "/") for longer in ids[1:])
