"""What a visit comes to: tickets and what is rented added up, for one or for several people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.labels import PRICES, label
from bot.rendering.price_names import price_name, price_words
from knowledge.dates.numbers import fold, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from knowledge.schema import Gym

_ENTRIES = ("weekday", "weekend", "twilight")
_RENTALS = ("shoes", "harness")
_TOTAL = re.compile(
    r"[總总一]共|[合總总][計计]|加起[來来]|加|[含連连]|全部多少|\btotal\b|altogether|\bplus\b|including|\+",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?P<zh>[二兩三四五六七八九十]|[2-9]|[1-4]\d)\s*(?:個|位)?(?:大?人(?!次)|朋友|同學)"
    r"|\b(?P<en>two|three|four|five|six|[2-9])\s+(?:people|adults|persons|of us|friends)\b",
    re.IGNORECASE,
)
_STUDENT = re.compile("學生|student", re.IGNORECASE)
_CHILDREN = re.compile("[大][一二兩三四五\\d]小|小孩|兒童|kid|child", re.IGNORECASE)


def sum_of_visit(
    gym: Gym, fields: Sequence[str], keys: Sequence[str], request: Request
) -> tuple[list[str], list[int]]:
    """A line for every ticket that was asked about, and the figures made up by adding.

    Nothing where no sum was asked for, or where a part of it is not on record.
    """
    text = fold(request.query.text)
    people = 1 if _CHILDREN.search(text) else _people(text)
    rentals = [key for key in _RENTALS if key in fields]
    adds = _TOTAL.search(text) is not None
    if not (adds and rentals) and people == 1:
        return [], []
    if any(key not in gym.prices for key in rentals):
        return [], []
    entries = [key for key in _ENTRIES if key in keys and key in gym.prices]
    if _STUDENT.search(text):
        entries = [key for key in gym.prices if _STUDENT.search(key)]
        if not entries:
            return [], []
    if len(entries) > 1 and "twilight" not in fields:
        entries = [key for key in entries if key != "twilight"]
    lines, figures = [], []
    for parts in [[entry, *rentals] for entry in entries] or [rentals]:
        if len(parts) * people < 2:
            continue
        total = people * sum(gym.prices[key] for key in parts)
        lines.append(_line(gym, parts, people, total, request))
        figures += [people, total]
    return lines, figures


def ticket_name(key: str, request: Request) -> str:
    """The name of a ticket in the language."""
    if key in PRICES:
        return clean_name(label(PRICES, key, request.language))
    return price_name(key) if request.zh else price_words(key)


def _people(text: str) -> int:
    found = _PEOPLE.search(text)
    told = number(found["zh"] or found["en"]) if found else None
    return told or 1


def _line(gym: Gym, parts: Sequence[str], people: int, total: int, request: Request) -> str:
    told = [
        request.say("gym.price_item", label=ticket_name(key, request), value=gym.prices[key])
        for key in parts
    ]
    items = ("＋" if request.zh else " + ").join(told)
    key = "gym.sum" if people == 1 else "gym.sum_of_people"
    return request.say(key, items=items, people=people, total=total)
