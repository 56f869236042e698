"""Plain refusals that point somewhere better: out of domain, personal, community, live, medical."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose, plain
from bot.rendering.conditions import numbers_of
from bot.rendering.examples import example_lines
from bot.rendering.flags import place_flag_lines, route_flag_lines
from bot.rendering.ground import ground_beside
from bot.rendering.names import record_name
from bot.rendering.notices import MAX_BESIDE, about_line, notices_in_force
from bot.rendering.place_values import place_value
from knowledge.text import key as fold

if TYPE_CHECKING:
    from bot.rendering.request import Request
    from bot.rendering.sources import Record
    from bot.schema import Draft

_LIVE_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tide", ("浪", "潮", "海況", "swell", "tide", "wave")),
    ("road", ("路況", "塞車", "traffic")),
    ("crowd", ("人多", "人潮", "很多人", "排隊", "車位", "空位", "位子", "crowd", "busy")),
    ("closure", ("封閉", "開放", "解封", "closed", "closure", "open")),
)
_COMMUNITY_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("refund", ("退費", "停卡", "退款", "會員", "客訴", "refund", "membership")),
    ("market", ("二手", "賣", "轉讓", "second hand", "used gear")),
    ("report", ("回報", "通報", "report")),
    ("partner", ("繩伴", "揪", "共乘", "一起爬", "partner", "carpool", "找人", "徵")),
)


def render_out_of_domain(request: Request) -> Draft:
    """Not ours: said plainly, with examples of what is."""
    examples = example_lines(request)[:2]
    hint = [request.say("domain.hint"), *examples] if examples else []
    figures = numbers_of("\n".join(examples))
    return plain([request.say("domain.out"), *hint], abstained=True, figures=figures)


def render_community(request: Request) -> Draft:
    """People are needed: where to find them."""
    topic = _topic(request, _COMMUNITY_WORDS) or "other"
    lines = [request.say(f"community.{topic}")]
    crags = request.evidence.crags
    maintained = [(crag, place_value("maintainer", crag, request)) for crag in crags]
    if topic == "report":
        lines += [
            request.say(
                "community.maintainer",
                name=request.quote(record_name(crag, request.language)),
                value=value,
            )
            for crag, value in maintained
            if value
        ]
    return plain(lines, abstained=True)


def render_live(request: Request) -> Draft:
    """No live data: the authority to ask, and the season on record for orientation."""
    topic = "gym" if request.evidence.gyms else _topic(request, _LIVE_WORDS)
    if not topic:
        topic = (
            request.query.topic
            if request.query.topic in {"weather", "tide", "road", "crowd"}
            else "other"
        )
    lines = [request.say("live.none"), request.say(f"live.{topic}")]
    named = {place_id.split("/")[0] for mention in request.query.places for place_id in mention.ids}
    crags = [crag for crag in request.evidence.crags if crag.id in named and crag.seasons]
    for crag in crags:
        name, value = record_name(crag, request.language), place_value("season", crag, request)
        lines.append(request.say("live.season", name=request.quote(clean_name(name)), value=value))
    ground = ground_beside(request)
    lines += ground
    noticed = notices_in_force(("closure", "hours", "access", "event"), request)[:MAX_BESIDE]
    lines += [about_line(each, request) for each in noticed]
    places = [crag for crag in request.evidence.crags if crag.id in named]
    routes = request.evidence.routes
    told = [*route_flag_lines(routes, request), *place_flag_lines(places, request)]
    if told:
        lines += [request.say("safety.records"), *dict.fromkeys(told)]
    areas = request.evidence.areas if ground else ()
    records: tuple[Record, ...] = (*routes, *(places if told else crags), *areas, *noticed)
    if not records:
        return plain(lines, abstained=True)
    return compose(request, lines, records, abstained=True)


def render_medical(request: Request) -> Draft:
    """No diagnosis; red flags send to a doctor."""
    return plain([request.say("medical.none"), request.say("medical.red_flags")], abstained=True)


def _topic(request: Request, table: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """The topic of the query when the table has it, else by the words of the question."""
    if request.query.topic in {name for name, _ in table}:
        return request.query.topic
    text = fold(request.query.text)
    return next((name for name, words in table if any(fold(word) in text for word in words)), "")
