"""Which renderer speaks for which intent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering.bringing import render_bringing
from bot.rendering.cards import render_knowledge, render_search
from bot.rendering.comparison import render_compare
from bot.rendering.conversions import render_convert
from bot.rendering.counts import render_count
from bot.rendering.crags import render_crag_info
from bot.rendering.distribution import render_distribution
from bot.rendering.facts import render_fact
from bot.rendering.gym_extras import render_gym_extra
from bot.rendering.gym_hours import render_gym_hours
from bot.rendering.gym_lists import render_gym_list
from bot.rendering.gym_prices import render_gym_price
from bot.rendering.gyms import render_gym_info
from bot.rendering.lists import render_list
from bot.rendering.notice_answers import render_notices
from bot.rendering.personal import render_personal, without_done
from bot.rendering.phrases import PHRASES
from bot.rendering.prose_answers import render_quotes
from bot.rendering.recommendation import render_recommend
from bot.rendering.refusals import (
    render_community,
    render_live,
    render_medical,
    render_out_of_domain,
)
from bot.rendering.request import Request
from bot.rendering.safety import render_emergency, render_safety
from bot.rendering.several import asks_both, render_both
from bot.rendering.superlatives import render_superlative
from bot.rendering.talk import render_clarify, render_greeting, render_help, render_thanks
from bot.rendering.unheld import with_unheld
from bot.rendering.unknown import render_unknown
from bot.rendering.unrecorded import render_unrecorded

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.schema import Draft, Evidence, Intent, Language, Query

RENDERERS: dict[Intent, Callable[[Request], Draft]] = {
    "fact": render_fact,
    "list": render_list,
    "count": render_count,
    "superlative": render_superlative,
    "compare": render_compare,
    "distribution": render_distribution,
    "recommend": render_recommend,
    "convert": render_convert,
    "crag_info": render_crag_info,
    "gym_info": render_gym_info,
    "gym_hours": render_gym_hours,
    "gym_price": render_gym_price,
    "gym_list": render_gym_list,
    "notice": render_notices,
    "knowledge": render_knowledge,
    "search": render_search,
    "greeting": render_greeting,
    "thanks": render_thanks,
    "help": render_help,
    "safety": render_safety,
    "emergency": render_emergency,
    "live": render_live,
    "medical": render_medical,
    "community": render_community,
    "personal": render_personal,
    "clarify": render_clarify,
    "out_of_domain": render_out_of_domain,
}


def withheld(language: Language) -> str:
    """What is said when nothing of an answer agreed with the records."""
    phrase = PHRASES["withheld"]
    return (phrase.zh if language == "zh" else phrase.en)[0]


def render(query: Query, evidence: Evidence, *, paged: bool = True) -> Draft:
    """The answer to the query from its evidence, and from nothing else.

    Args:
        query: The understood question; its text chooses among equally good wordings.
        evidence: Every record that the answer may state.
        paged: Whether long lists are cut into pages; without pages a list names every match.
    """
    if query.again is not None:
        once = render(replace(query, again=None), evidence, paged=paged)
        line = Request(query, evidence, paged).say(f"again.{query.again}")
        return replace(once, text=f"{line}\n{once.text}")
    request = Request(query, evidence, paged)
    if query.topic == "unrecorded":
        told = render_quotes(request)
        if told is not None:
            return told
    if query.topic in {"draws", "rope"} and query.intent in {"fact", "crag_info"}:
        return render_bringing(request)
    if query.topic == "extra" and query.intent in {"gym_info", "gym_list"}:
        return render_gym_extra(request) if evidence.gyms else render_unknown(request)
    draft = render_both(request) if asks_both(request) else RENDERERS[query.intent](request)
    if evidence.log is not None and query.log is not None and query.log.ask == "unclimbed":
        draft = without_done(draft, request)
    if query.topic == "unrecorded":
        return render_unrecorded(request, draft)
    return with_unheld(draft, request) if query.unheld else draft
