"""Questions about gyms: named ones, and those that are described."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding.intents.decision import Decision, distinct, says

if TYPE_CHECKING:
    from bot.schema import Intent
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

PRICES = frozenset({"price", "weekday", "weekend", "twilight", "rental", "shoes", "harness"})
"""Properties of a gym that are paid for."""
_ENTRY = frozenset({"price", "weekday", "weekend"})
_OPENING = re.compile(
    "几点[开关到]|开到几点|营业|开门|关门|打烊|公休|休馆|hours|whattime|(?:open|close)[sd]?(?!to)"
)
"""Asks when it opens, beside what it costs; on the key."""
_WHERE = ("哪裡", "哪間", "哪家", "哪一間", "哪一家", "哪個館", "有沒有", "where", "which", "any")
WHICH_GYM = re.compile(
    r"有(?:什麼|什么|哪些|啥)(?:推[薦荐]的)?(?:攀?岩|抱石)[館馆]|"
    r"(?:哪|有幾|有几|[幾几])(?:一|幾|几)?[間间家](?:館|馆)?|\bwhich (?:ones?|places?|gyms?)\b",
    re.IGNORECASE,
)
"""Gyms are counted by 間 and 家; routes, crags and walls are not."""
_OTHER_SHOPS = re.compile(
    r"餐|飯|饭|吃|咖啡[廳厅店]|酒|旅|民宿|醫|医|診所|诊所|[學学]校|公司|[銀银]行|超商|便利|[書书]|[電电]影|[裝装]備店|[裝装]备店|[賣卖]"
)


def picks_gyms(reading: Reading, conditions: Conditions) -> bool:
    """Whether gyms are counted, ranked or asked for by 哪幾間."""
    return bool(conditions.gym_order or WHICH_GYM.search(reading.text))


def about_gyms(reading: Reading, conditions: Conditions) -> Decision | None:
    """A question about gyms that are named or described, and about no rock."""
    gyms = reading.of_kind("gym")
    if gyms:
        several = distinct(gyms) > 1 or len(gyms[0].ids) > 1
        if several and ("compare" in reading.cues or conditions.gym_order):
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
        or WHICH_GYM.search(reading.text)
    )
    placed = conditions.cities or conditions.districts or conditions.regions
    if "where_to_climb" in reading.cues and (conditions.cities or conditions.districts):
        return Decision("gym_list")
    with_children = "minors" in reading.cues and reading.cues & {"recommend", "list"} and placed
    if _asks_where_then(reading, conditions) or with_children:
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
    if "hours" in fields and fields & PRICES and _OPENING.search(reading.plain):
        return "gym_info"
    if fields & PRICES and not fields - PRICES - {"hours"}:
        return "gym_hours" if fields == {"hours"} else "gym_price"
    if "hours" in fields and not fields - {"hours", "notes"}:
        return "gym_hours"
    if not fields and (reading.days or reading.times):
        return "gym_hours"
    return "gym_info"


def _looks_like_gym(reading: Reading, conditions: Conditions) -> bool:
    """A city together with something that only gyms have, without the word gym."""
    if conditions.facilities and says(reading, _WHERE):
        return True
    if conditions.gym_order and set(conditions.gym_fields) & PRICES - {"price"}:
        return True
    if WHICH_GYM.search(reading.text) and not _OTHER_SHOPS.search(reading.text):
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
