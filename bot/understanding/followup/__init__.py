"""Questions that lean on the turn before: 「那 5.11 的呢？」「第二條」.

A question leans when it points (這條、那間、there), counts through what was shown (第二條),
or names no subject of its own. The first rule that recognises it says what it takes over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.examples.kinds import likely_kinds
from bot.understanding.examples.topics import ELSEWHERE, topics_of
from bot.understanding.fields import is_property
from bot.understanding.followup.again import once_more
from bot.understanding.followup.asides import without_asides
from bot.understanding.followup.bringing import to_bring
from bot.understanding.followup.comparing import chosen, compared, of_the_listed
from bot.understanding.followup.counting import next_page, ordinal, pitch
from bot.understanding.followup.examples import by_example
from bot.understanding.followup.groups import of_groups, of_that_person
from bot.understanding.followup.moves import moved
from bot.understanding.followup.narrowing import narrowed, of_the_list
from bot.understanding.followup.news import news_again
from bot.understanding.followup.pointing import asked_of_subject, pointed, reason
from bot.understanding.followup.refining import refined
from bot.understanding.followup.subjects import another_subject
from bot.understanding.followup.sums import how_far_apart, other_places, sorted_anew, together
from bot.understanding.followup.towns import of_town
from bot.understanding.followup.turn import SET_INTENTS, Context, Turn
from bot.understanding.followup.whereabouts import lie_together, of_its_crag, there_as_well
from bot.understanding.words import NAME
from knowledge.terms import asked_terms, find_term

if TYPE_CHECKING:
    from bot.schema import Intent, Query
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_ALONE: frozenset[Intent] = frozenset(
    {"emergency", "medical", "personal", "greeting", "thanks", "help", "community"}
)


def resolve(query: Query, reading: Reading, conditions: Conditions, context: Context) -> Query:
    """The question with what it takes over from the turn before; itself when it stands alone."""
    query = _phone_of_gym(_without_properties(query), reading, conditions, context)
    if query.intent in _ALONE:
        # 「還有別的嗎」 may be put like a question for help
        turn = Turn(query, reading, conditions, context)
        if of_that_person(reading, context) and "emergency" not in reading.cues:
            return _taken_over(of_groups(turn) or query, query)
        meant = refined(turn) or next_page(turn) if query.intent == "help" else once_more(turn)
        return _taken_over(meant, query) if meant else query
    if context.query.intent == "emergency" and _only_tells(reading):
        return replace(context.query, text=query.text, language=query.language)
    aside = query if _of_something_else(query, reading, conditions) else None
    explained = aside or _explained_further(query, reading, context)
    if explained is not None:
        return explained
    turn = Turn(_plain_fact(query, reading, conditions, context), reading, conditions, context)
    for rule in _RULES:
        resolved = rule(turn)
        if resolved is not None:
            resolved = _of_the_whole(resolved, query, reading)
            return _taken_over(_proposed(resolved, reading), query)
    return query


_WHOLE = re.compile(
    f"(?:整[個个座]|全)\\s*{NAME}|{NAME}\\s*(?:全部|整[個个座區区])"
    f"|\\b(?:whole|entire|all) (?:of )?{NAME}"
)


def _of_the_whole(resolved: Query, query: Query, reading: Reading) -> Query:
    """「整個龍洞最難的又是哪一條」: of all its routes, whatever was asked of some before."""
    whole = reading.of_kind("crag", "area", "sector") and _WHOLE.search(reading.lower)
    if not whole or resolved.intent not in SET_INTENTS or query.intent not in SET_INTENTS:
        return resolved
    return replace(
        resolved,
        filter=query.filter,
        grades=query.grades,
        grade_ranges=query.grade_ranges,
        styles_asked=query.styles_asked,
    )


_SURELY = 0.85


def _of_something_else(query: Query, reading: Reading, conditions: Conditions) -> bool:
    """Whether what has nothing to do with climbing is asked, or a word: 「明天股市會漲嗎」."""
    if query.intent == "out_of_domain" and not reading.names:
        far = ELSEWHERE in topics_of(reading.folded, reading.lower)
        return far and likely_kinds(reading, conditions)["out_of_domain"] >= _SURELY
    word = query.topic == "glossary" and "define" in reading.cues and asked_terms(reading.text)
    return bool(word) and likely_kinds(reading, conditions)["glossary"] >= _SURELY


def _proposed(query: Query, reading: Reading) -> Query:
    """「那推薦附近的」 asks for routes to climb, not for all that there are."""
    wished = _RECOMMENDS.search(reading.plain) or "recommend" in reading.lower
    if query.intent != "list" or not wished or reading.cues & {"list", "count"}:
        return query
    return replace(query, intent="recommend", fields=(), page=1)


_RECOMMENDS = re.compile("推荐")


def _phone_of_gym(
    query: Query, reading: Reading, conditions: Conditions, context: Context
) -> Query:
    """「他們電話幾號」 after a gym is only like a call for help: it asks for that gym's number."""
    likened = query.intent == "emergency" and "emergency" not in reading.cues
    asks = conditions.gym_fields == ("phone",) and "that_gym" in reading.cues
    if likened and asks and context.last_gyms and not reading.names:
        return replace(query, intent="gym_info", topic="")
    return query


def _without_properties(query: Query) -> Query:
    """「那 rock type 呢」 names a property, and nothing unknown."""
    unknown = tuple(name for name in query.unknown if not is_property(name))
    if len(unknown) == len(query.unknown):
        return query
    intent: Intent = "search" if query.intent == "fact" and not unknown else query.intent
    return replace(query, unknown=unknown, intent=intent)


def _of_unknown(turn: Turn) -> Query | None:
    """「幾級啦」 after a name that nobody has heard of: still of that name."""
    query, before, asked = turn.query, turn.before, turn.conditions
    if query.unknown and query.intent in {"out_of_domain", "search"}:
        # 「不要，我就想爬 X」 within a talk names a thing
        return replace(query, intent="fact", fields=("overview",))
    fields = asked.route_fields or asked.gym_fields or asked.crag_fields
    known = before.routes or before.places or before.gyms or turn.reading.names
    short = len(turn.reading.plain) <= _SHORT and not turn.asks_set
    if not before.unknown or known or query.unknown or not (fields and short):
        return None
    return replace(before, fields=asked.route_fields or before.fields)


_SHORT = 10
"""Characters of a key: longer messages ask something of their own."""


def _plain_fact(query: Query, reading: Reading, conditions: Conditions, context: Context) -> Query:
    """「那兩條的 bolt 數呢」 is like questions for a verdict on bolts, but asks for a number."""
    likened = query.intent == "safety" and not words.find("safety", reading.folded, reading.lower)
    asks = conditions.route_fields and conditions.route_fields != ("overview",)
    asks = asks and not _TRUSTED.search(reading.plain)
    asks = asks or ("compare" in reading.cues and len(reading.plain) <= _FEW)
    if likened and asks and context.last_routes and not reading.names:
        return replace(query, intent="fact", topic="")
    return query


_TRUSTED = re.compile(
    "[能可]以?[用靠信]|可靠|牢|撑|信得|放心|安心|敢|冲|没问题|会不会[断坏]|trust|reliable|safe|hold"
)
"""Asks whether one may rely on something; on the key."""
_FEW = 8
"""Characters of a key in which a comparison is all that is asked."""


def _taken_over(resolved: Query, query: Query) -> Query:
    return replace(resolved, inherited=True, language=query.language, text=query.text)


_FURTHER = re.compile(
    r"(?:那|所以)?(?:它|這個|这个)?的?(?:英文|中文|英語|原文|台灣|台湾)?(?:是|叫|要|該|该)?"
    r"(?:英文|中文|什麼意思|什么意思|怎麼[說说講讲唸念翻]|怎么[说讲念翻]|如何[說说]|叫什麼|叫什么|是什麼|是什么|呢|舉例|例子)"
    r"|(?:and )?(?:in |what is it in |how do you say (?:it|that) in )(?:english|chinese)"
    r"|(?:and |so )?how (?:do|does|would|should) .{1,30} (?:say|call) (?:it|that|this)"
    r"|(?:and )?what.s (?:it|that) (?:called )?in (?:chinese|english|taiwan)"
    r"|what does (?:it|that) mean",
    re.IGNORECASE,
)


_THEN = re.compile(
    r"(?P<head>那|那麼|还有|還有|and|what about|how about)?\s*[「『“\"]?"
    r"(?P<word>[^「」『』“”\"？?]{1,24}?)[」』”\"]?\s*"
    r"(?P<tail>的?呢|咧|又?(?:是什[麼么]|是啥|[算是]怎樣|怎[麼么][說说講讲]|什[麼么]意思|的?英文))?"
    r"(?:呢|咧)?[？?]?",
    re.IGNORECASE,
)
"""Another word after one that was explained: 「那傳攀呢」."""


def _explained_further(query: Query, reading: Reading, context: Context) -> Query | None:
    """「英文怎麼講」 after a climbing word: the same word again, with everything about it."""
    before = context.aside
    another = _THEN.fullmatch(reading.text.strip())
    asks = another and (another["head"] or another["tail"])
    pointing = reading.cues & {"that_route", "that_gym", "that_place"} or reading.grades
    if before is not None and before.topic == "glossary" and asks and not reading.names:
        terms = find_term(another["word"]) if another else ()
        if terms and not pointing:
            return replace(query, intent="knowledge", topic="glossary", inherited=True)
    plain = re.sub(r"[\s？?。！!~～啊呢呀]+$", "", reading.text.strip())
    if before is None or before.topic != "glossary" or not _FURTHER.fullmatch(plain):
        return None
    return replace(before, language=query.language, inherited=True)


def _only_tells(reading: Reading) -> bool:
    """Whether a message asks nothing: after a call for help it tells where, who or how many."""
    asks = {"list", "count", "compare", "recommend", "distribution", "define", "convert"}
    return not reading.cues & asks and not reading.grades


_RULES = (
    *(
        once_more,
        together,
        sorted_anew,
        how_far_apart,
        other_places,
        moved,
        of_the_list,
        of_groups,
        to_bring,
        lie_together,
        there_as_well,
        of_the_listed,
        chosen,
        compared,
        refined,
        next_page,
        news_again,
        reason,
        pitch,
        ordinal,
        of_town,
        pointed,
        of_its_crag,
        another_subject,
        narrowed,
    ),
    _of_unknown,
    asked_of_subject,
    by_example,
)

__all__ = ["Context", "of_that_person", "resolve", "without_asides"]
