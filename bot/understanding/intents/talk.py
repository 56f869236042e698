"""Greetings, news, advice, and whatever names nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents.decision import NEAR, SHORT, Decision, nearness, says
from bot.understanding.intents.gyms import gym_intent
from bot.understanding.intents.routes import WHICH_CRAG
from bot.understanding.intents.sets import about_sets, describes_routes
from bot.understanding.leftover import asks_unrecorded
from bot.understanding.news import find_news
from bot.understanding.shares import shared_over

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_GYM_ONLY = frozenset({"hours", "price", "weekday", "weekend", "twilight", "phone", "rental"})
"""Properties that only gyms have."""
_RAINY = re.compile(
    r"(?:下雨天|雨天|下雨|rainy).{0,8}(?:哪|去|怎麼|怎么|where|what|go)|(?:哪|去).{0,6}(?:下雨天|雨天)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening)|morning|hello|hi|hey|早安|午安|晚安|早|你好|哈囉|嗨)"
    r"[,， ]*(?:all|everyone|everybody|there|guys|folks|大家|各位|岩友)?[!！~～.。\s]*",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    "(?:好[的喔哦啦]?|那|嗯+|ok|okay|了解|谢谢|谢啦|感谢|thx|thanks|我|先|就|今天|要?去(?:爬|岩馆|睡)[了啰啦]?)*"
    "(?:(?:掰|拜)+|bye|byebye|再见|再会|下次[再]?[聊见]|改天[再]?[聊见]|先这样|先走|走了|晚安|明天见|回头见|闪了|下线)"
    "(?:[了啰啦喔哦呢吧罗]|掰|拜|bye|晚安|各位|大家|岩友)*"
)
"""On the key."""
_FAREWELL_ENGLISH = re.compile(
    r"\W*(?:ok(?:ay)?|alright|thanks|thank you|cheers|well|so)?\W*(?:good ?bye|bye(?: ?bye)?|"
    r"see (?:you|ya|u)(?: (?:later|soon|around|tomorrow|next time))?|good ?night|later|ttyl|"
    r"talk (?:to you )?later|gotta go|take care|have a good (?:one|day|night|weekend))"
    r"(?: (?:all|everyone|guys|mate|now|then))?\W*",
    re.IGNORECASE,
)


def greeted(reading: Reading, conditions: Conditions) -> Decision | None:
    """Nothing but a greeting or a farewell, whatever route is called so."""
    del conditions
    text = reading.text.strip()
    if _GREETING.fullmatch(text):
        return Decision("greeting")
    leaves = _FAREWELL.fullmatch(reading.plain) or _FAREWELL_ENGLISH.fullmatch(text)
    return Decision("greeting", "bye") if leaves else None


def news(reading: Reading, conditions: Conditions) -> Decision | None:
    """New sets, events and announcements: what notices tell."""
    asked = find_news(reading, conditions)
    return None if asked is None else Decision("notice", asked.topic)


def advice(reading: Reading, conditions: Conditions) -> Decision | None:
    """How to behave, prepare or train, where no place or grade is meant."""
    placed = conditions.cities or conditions.districts or conditions.regions
    meant = reading.names or reading.grades or placed or conditions.facilities or reading.unknown
    if _RAINY.search(reading.text) and not meant:
        return Decision("knowledge", "card:gyms#rainy-day")
    wants_routes = "recommend" in reading.cues and "route" in reading.cues
    if "advice" not in reading.cues or meant or wants_routes:
        return None
    return Decision("knowledge")


def about_nothing_named(reading: Reading, conditions: Conditions) -> Decision:
    """What a question wants that names nothing on record."""
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
        or conditions.order is not None
    ):
        return Decision("fact")
    if (
        "crag" in cues
        and "route" not in cues
        and not conditions.grades
        and shared_over(reading) not in {"type", "grade"}
        and (
            cues & {"list", "count", "recommend", "recommend_weak", "compare"}
            or says(reading, WHICH_CRAG)
            or conditions.regions
            or conditions.cities
            or conditions.seasons
        )
    ):
        return Decision("crag_info", "list")
    if describes_routes(reading, conditions):
        decision = about_sets(reading, conditions)
        if decision is not None:
            return decision
    if reading.unknown and _ASKS_IF_KNOWN.search(reading.text):
        return Decision("fact")
    return _small_talk(reading, conditions)


_HAS_ROUTES = re.compile(r"\bhow many (?:routes|climbs) does\b", re.IGNORECASE)
_ASKS_IF_KNOWN = re.compile(
    r"[資资]料|可以(?:攀|爬|抱石)|能(?:攀|爬)|想(?:去)?(?:攀|爬|試|试|挑戰|挑战)"
    r"|有(?:岩場|岩场|地方爬)|climb|record|any (?:boulder\w*|routes?|lines?) (?:at|in|on)\b",
    re.IGNORECASE,
)
"""Beside an unknown name: whether it is on record, or whether one climbs there."""


def _small_talk(reading: Reading, conditions: Conditions) -> Decision:
    cues = reading.cues
    thanked = "thanks" in cues and nearness(reading, "thanks") >= NEAR
    if "help" in cues and "medical" not in cues and not thanked:
        return Decision("help")
    asks = cues & {"knowledge", "howto", "compare", "recommend", "list"}
    if "thanks" in cues and not asks:
        return Decision("thanks")
    if "greeting" in cues and not asks and len(reading.plain) <= SHORT:
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
