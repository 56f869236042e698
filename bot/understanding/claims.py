"""What a question about one route takes for granted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.schema import Claim

if TYPE_CHECKING:
    from bot.schema import Mention
    from bot.understanding.conditions import Conditions
    from bot.understanding.intents import Decision
    from bot.understanding.reading import Reading

_OWN_LEVEL = re.compile(
    r"我(?:大概|現在|现在|都|只|目前)*(?:能|可以|會|会)?爬|我的(?:程度|極限|极限)|我(?:最多|最高)"
    r"|i (?:can )?climb|my (?:level|limit)|\b(?:climber|leader)s?\b|(?<![攀登開开線线爬])的人",
    re.IGNORECASE,
)
"""A grade beside these words is the member's own, not one claimed of a route."""


_OWN_GEAR = re.compile(
    r"繩|绳|快扣|快掛|快挂|\bropes?\b|\bdraws?\b|\bquickdraws?\b|\bwith an? [3-8]0\b", re.IGNORECASE
)
"""Beside these words a number is what one has, not what is claimed: 「60 公尺的繩子夠嗎」."""
_EITHER = re.compile(r"還是|还是|或|\bor\b", re.IGNORECASE)
"""「是抱石還是要繩子」 takes nothing for granted."""
_BY_WHOM = re.compile(
    r"(?:是|由)(?P<who>[^\s，。？?！是由誰谁哪什甚那這这]{2,8}?)(?:首攀|首登|開的|开的|先爬|FA(?![a-z]))"
    r"|\bby (?P<by>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2})"
)
"""A first ascensionist whom the question takes for granted."""


def _said_to_have_opened(reading: Reading) -> tuple[str, ...]:
    found = _BY_WHOM.search(reading.text)
    if found is None or "yes_no" not in reading.cues:
        return ()
    said = found.start("who" if found["who"] else "by")
    if any(name.start < said < name.end for name in reading.of_kind("route")):
        # 「都是你害的的首攀日期」: the route is called so
        return ()
    return (found["who"] or found["by"],)


_LIES = re.compile(
    r"[在屬属]|位[於于]|是[^誰谁哪什甚幾几]{0,12}的|\b(?:in|at|on|part of|belongs?)\b",
    re.IGNORECASE,
)


def claims_a_place(reading: Reading, conditions: Conditions) -> bool:
    """「X 屬於 A 區對嗎」: whether one route lies where it is said to lie, and nothing else."""
    routes, places = reading.of_kind("route"), reading.of_kind("crag", "area", "sector")
    asks = "yes_no" in reading.cues and not conditions.route_fields and not conditions.types
    asks = asks and not _WANTS_MORE.search(reading.lower)
    return bool(
        asks
        and len(routes) == 1
        and places
        and not reading.grades
        and routes[0].start < places[0].start
        and _LIES.search(reading.text)
        and not reading.cues & _ASKS_ELSE
    )


_WANTS_MORE = re.compile(r"^\W*(?:(?:so|and|hi|hey|hello|ok)\W+)?(?:what|who|when|how|why|which)\b")
_ASKS_ELSE = frozenset({"compare", "similar", "recommend", "list", "safe", "live", "personal"})


def claims_of(
    reading: Reading, conditions: Conditions, decision: Decision, routes: tuple[Mention, ...]
) -> tuple[Claim, ...]:
    """What a question about one route takes for granted: its grade, its type, its place."""
    if decision.intent not in {"fact", "safety"} or len(routes) != 1:
        return ()
    if _OWN_LEVEL.search(reading.text):
        return ()
    claims = [
        Claim("grade", mention.surface, mention.range.lo, mention.range.hi, mention.grade.lo)
        for mention in reading.grades
    ]
    claims += [Claim("first_ascent", who, value=who) for who in _said_to_have_opened(reading)]
    either = "type" in conditions.route_fields and _EITHER.search(reading.text)
    if len(conditions.types) == 1 and not either:
        claims += [Claim("type", kind, value=kind) for kind in conditions.types]
    claims += [
        Claim("place", name.surface, value=place_id)
        for name in reading.of_kind("crag", "area", "sector")
        for place_id in name.ids[:1]
    ]
    own = () if not _OWN_GEAR.search(reading.text) else ("length", "bolts")
    for kind, bounds in (("length", conditions.length), ("bolts", conditions.bolts)):
        if kind in own:
            continue
        if bounds and bounds.lo == bounds.hi:
            value = f"{bounds.lo:g}"
            claims.append(Claim("length" if kind == "length" else "bolts", value, value=value))
    return tuple(claims)
