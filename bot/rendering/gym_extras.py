"""A ticket or a service that gyms are asked for: who mentions it, or one line that nobody does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean, clean_name
from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of
from bot.rendering.gym_hours import as_of_line
from bot.rendering.gym_prices import price_text
from bot.rendering.gym_sums import ticket_name
from bot.rendering.names import record_name
from bot.rendering.opening import week_rows
from bot.rendering.price_names import price_name
from bot.rendering.quoting import prose_of, quote_line, sentences_of
from bot.rendering.towns import place_word
from bot.rendering.unknown import unknown_lines
from bot.rendering.unrecorded import contact_lines
from knowledge.text import key as fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft
    from knowledge.schema import Gym

MAX_GYMS = 5
_ENDING = re.compile("(?:票价?|[券卡费])$")
"""What tickets end in, on the key: a 十次券 is a 十次卡."""
_WHOLE_DAY = (("00:00", "24:00"), ("00:00", "23:59"), ("00:00", "00:00"))
_TICKET = ("票", "券", "折", "pass", "ticket", "discount")


def render_gym_extra(request: Request) -> Draft:
    """Quotations of the gyms that mention it; else that none does, and what is recorded."""
    words = request.query.gym_filter.facilities[0].split("|")
    wanted = clean_name(words[0])
    gyms = request.evidence.gyms
    quoted = [
        (gym, line)
        for gym in gyms
        if (
            line := _priced(gym, words, request)
            or _never_closes(gym, words, request)
            or _quote(gym, words, request)
        )
    ]
    named = bool(request.query.gyms)
    if quoted:
        lines = [line for _, line in quoted[:MAX_GYMS]]
        told = [gym for gym, _ in quoted[:MAX_GYMS]]
        lines += [as_of_line(told, request), *unknown_lines(request)]
        return compose(request, lines, told, figures=numbers_of(wanted))
    where = request.both([request.quote(record_name(gym, request.language)) for gym in gyms])
    key = "extra.none_of"
    towns = (*request.query.gym_filter.cities, *request.query.gym_filter.regions)
    if not named:
        where = request.join([place_word(town, request.language) for town in towns])
        key = "extra.none_at" if where else "extra.none"
    lines = [request.say(key, where=where, wanted=wanted, total=len(gyms))]
    if any(mark in wanted for mark in _TICKET):
        lines += _tickets(gyms, request)
    if named:
        lines += [line for gym in gyms[:MAX_GYMS] for line in contact_lines(gym, request)]
    else:
        lines.append(request.say("extra.ask"))
    lines += unknown_lines(request)
    figures = [figure for line in lines for figure in numbers_of(line)]
    # 「問體驗課，電話給我」 asks for what is told
    told_all = named and set(request.query.fields) & {"phone", "website", "facebook"}
    return compose(request, lines, gyms if named else (), abstained=not told_all, figures=figures)


def _tickets(gyms: Sequence[Gym], request: Request) -> list[str]:
    """Which tickets are on record, without their prices: those are not what was asked."""
    keys = dict.fromkeys(key for gym in gyms for key in gym.prices)
    names = [ticket_name(key, request) for key in keys]
    return [request.say("extra.tickets", names=request.join(names))] if names else []


def _priced(gym: Gym, words: Sequence[str], request: Request) -> str:
    """The price of a ticket that is called so; empty when none is."""
    wanted = {_ENDING.sub("", fold(word)) for word in words}
    keys = [key for key in gym.prices if _ENDING.sub("", fold(price_name(key))) in wanted]
    if not keys:
        return ""
    name = request.quote(record_name(gym, request.language))
    prices = request.join([price_text(key, gym.prices[key], request) for key in keys])
    return request.say("gym.price", name=name, prices=prices)


def _never_closes(gym: Gym, words: Sequence[str], request: Request) -> str:
    """The hours of a gym that is open day and night on a day; empty for any other."""
    whole = any(span in _WHOLE_DAY for spans in gym.hours.values() for span in spans)
    if not whole or "24小時" not in words:
        return ""
    name = request.quote(record_name(gym, request.language))
    mark = "；" if request.zh else "; "
    hours = mark.join(line.lstrip("・- ") for line in week_rows(gym, request))
    return request.say("extra.never_closes", name=name, hours=hours)


def _quote(gym: Gym, words: Sequence[str], request: Request) -> str:
    """The sentence of the record that mentions it; empty when none does."""
    keys = [fold(word) for word in words if fold(word)]
    tickets = any(mark in word for word in words for mark in _TICKET)
    short = [stem for one in keys if len(stem := _ENDING.sub("", one)) > 1] if tickets else []
    texts = (*prose_of(gym, request), *gym.facilities, clean(gym.price_notes), clean(gym.notes))
    for sentence in (part for text in texts if text for part in sentences_of(text) or [text]):
        said = fold(sentence)
        # 「學生憑證 330 元」 answers for 學生票, 「學生另有優惠」 does not
        priced = any(one in said for one in short) and any(map(str.isdigit, said))
        if priced or any(one in said for one in keys):
            name = request.quote(record_name(gym, request.language))
            return quote_line(name, (clean(sentence).rstrip("；;，, "),), request)
    return ""
