"""Everything in a question that narrows a set of records, gathered from one reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.understanding import slots, words
from bot.understanding.denial import grades_denied, split_denied, types_denied
from bot.understanding.fields import find_fields
from bot.understanding.told_of import (
    find_lacking,
    find_month,
    find_words,
    find_words_denied,
    people_denied,
)
from bot.understanding.years import find_years
from knowledge.filters import (
    GradeRange,
    GymFilter,
    GymOrder,
    Lacking,
    RouteFilter,
    RouteOrderBy,
)
from knowledge.grades import find_level, levels
from knowledge.schema import FlagKind, GradeSystem, GymType, Protection, RouteType
from knowledge.terms import excluded_styles, find_styles

if TYPE_CHECKING:
    from bot.understanding.reading import Reading
    from bot.understanding.vocabulary import Vocabulary

_FILTER_STYLES_EXCLUDED = frozenset({"classic", "beginner"})
"""Styles that are said by popularity and by grade, not by terrain."""
_SAID_BY_EASIEST = frozenset({"beginner", "warmup"})
"""Styles that the easiest route has more than any other."""


_EASY = levels("free")["beginner"]
_OPENED = re.compile("[开爬]|攀登|首登|作品|fa(?![a-z])")
_WHO_IS = re.compile(r"谁是|是谁$|是谁[？?]?$|\bwho(?: is|'s)\b|^介绍|哪些作品")
_OPENED_BY = re.compile(
    r"\b(?:by|put(?:ting)? up|bolt(?:ed)?|open(?:ed)?|climbed|establish(?:ed)?|develop(?:ed)?"
    r"|equip(?:ped)?|bag(?:ged)?|first ascents?|fas?|responsible for|credit(?:ed)?|name to)\b"
)
"""Beside a person's name: asked is what that person has climbed or developed first."""
_BOLTING = re.compile(r"\bbolted\b")
"""Where first ascents are asked, it says what somebody did and no type: "who bolted X"."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the question narrows by. Empty fields were not mentioned."""

    grades: tuple[GradeRange, ...]
    level: GradeRange | None
    types: tuple[RouteType, ...]
    gym_types: tuple[GymType, ...]
    styles: tuple[str, ...]
    style_words: tuple[str, ...]
    length: slots.Bounds
    bolts: slots.Bounds
    years: slots.Bounds
    price: slots.Bounds
    people: tuple[str, ...]
    cities: tuple[str, ...]
    districts: tuple[str, ...]
    regions: tuple[str, ...]
    facilities: tuple[str, ...]
    seasons: tuple[str, ...]
    flags: tuple[FlagKind, ...]
    denied: RouteFilter
    """What the wanted routes must not be."""
    lacking: tuple[Lacking, ...]
    """What the records of the wanted routes must not tell."""
    text: str
    """Words that their records must hold."""
    month: int | None
    """Month of the first ascent, where a year is named."""
    protections: tuple[Protection, ...]
    popular: bool
    video: bool
    multi_pitch: bool
    systems: tuple[GradeSystem, ...]
    order: RouteOrderBy | None
    gym_order: tuple[GymOrder, bool] | None
    limit: int | None
    ordinal: int | None
    route_fields: tuple[str, ...]
    crag_fields: tuple[str, ...]
    gym_fields: tuple[str, ...]

    @property
    def narrows_routes(self) -> bool:
        """Whether a set of routes is described at all, apart from its place."""
        return bool(
            self.grades
            or self.types
            or self.styles
            or self.length
            or self.bolts
            or self.years
            or self.people
            or self.flags
            or self.lacking
            or self.text
            or self.denied.first_ascent
            or self.denied.grade
            or self.protections
            or self.popular
            or self.video
            or self.multi_pitch
            or self.level
        )

    @property
    def grade(self) -> GradeRange | None:
        """The envelope of all grades asked for, else the level in words."""
        if not self.grades:
            return self.level
        return envelope(self.grades)


def gather(
    reading: Reading,
    vocabulary: Vocabulary,
    *,
    about_people: bool = False,
    about_routes: bool = False,
) -> Conditions:
    """All conditions of the question.

    Args:
        reading: The question.
        vocabulary: Words of the records.
        about_people: The talk is of first ascensionists: a bare name is a condition.
        about_routes: The talk is of a set of routes: 「1995 以前的呢」 means their years.
    """
    folded, lower, denied, denied_english = split_denied(reading.folded, reading.lower)
    types_out = types_denied(reading.folded, reading.lower)
    styles = tuple(
        found
        for found in find_styles(reading.text)
        if not _named(found.start, found.end, reading)
        and not _LIMIT.match(reading.text[found.start :])
        and not _FEARED.search(reading.text[: found.start])
    )
    people = vocabulary.find_people(folded, lower)
    everybody = vocabulary.find_people(reading.folded, reading.lower)
    people_out = people_denied(reading.folded, everybody)
    grades_out = grades_denied(reading.text, reading.grades)
    people = tuple(person for person in people if person not in people_out)
    fields = find_fields("route", folded, lower)
    asks_opened = about_people or bool(
        people_out
        or _WHO_IS.search(folded)
        or _WHO_IS.search(lower)
        or _OPENED.search(folded)
        or _OPENED_BY.search(lower)
        or "first_ascent" in fields
    )
    lacking = find_lacking(reading)
    text = "" if styles else find_words(reading)
    years = find_years(reading, asks_opened=asks_opened, about_routes=about_routes)
    types_in = slots.find_types(folded, _BOLTING.sub(" ", lower) if asks_opened else lower)
    bolts = slots.find_bolts(folded, lower)
    if slots.without_bolts(reading.folded, reading.lower):
        bolts = slots.Bounds(hi=0.0)
    wishes = words.find("wishes", folded, lower)
    order = slots.find_order(folded, lower)
    easy = "easy" in wishes and order is None
    # 「帶新手，最簡單的是哪條」 wants the easiest that there is
    easiest = order is not None and order.key == "grade" and not order.descending
    if easiest:
        styles = tuple(found for found in styles if found.style not in _SAID_BY_EASIEST)
    return Conditions(
        grades=tuple(each.range for each in reading.grades if each not in grades_out),
        level=None if easiest else find_level(reading.text) or (_EASY if easy else None),
        types=tuple(kind for kind in types_in if kind not in types_out),
        gym_types=slots.find_gym_types(folded, lower),
        styles=tuple(
            dict.fromkeys(s.style for s in styles if s.style not in _FILTER_STYLES_EXCLUDED)
        ),
        style_words=tuple(dict.fromkeys(s.surface for s in styles)),
        length=slots.find_length(folded, lower),
        bolts=bolts,
        years=years,
        price=slots.Bounds() if bolts else slots.find_price(folded, lower),
        people=people if asks_opened else (),
        cities=vocabulary.find_cities(folded, lower),
        districts=vocabulary.find_districts(folded, lower),
        regions=vocabulary.find_regions(folded, lower),
        facilities=vocabulary.find_facilities(folded, lower),
        seasons=words.find("seasons", folded, lower),
        flags=slots.find_flags(_FEARS.sub("", folded), _FEARS_ENGLISH.sub("", lower)),
        denied=RouteFilter(
            types=tuple(dict.fromkeys((*slots.find_types(denied, denied_english), *types_out))),
            styles=tuple(dict.fromkeys(each.style for each in excluded_styles(reading.text))),
            flags=slots.find_flags(denied, denied_english),
            grade=envelope(tuple(each.range for each in grades_out)) if grades_out else None,
            text=find_words_denied(reading),
            first_ascent=people_out[0] if people_out and asks_opened else "",
        ),
        lacking=lacking,
        text=text,
        month=find_month(reading.text) if years else None,
        protections=slots.find_protections(reading.text),
        popular="popular" in wishes and not (order and order.key == "popularity"),
        video="video" in wishes,
        multi_pitch="multi_pitch" in wishes,
        systems=slots.find_systems(folded, lower),
        order=order,
        gym_order=_of_ticket(
            slots.find_gym_order(folded, lower), find_fields("gym", folded, lower), folded, lower
        ),
        limit=slots.find_limit(folded, lower),
        ordinal=slots.find_ordinal(folded, lower),
        route_fields=fields,
        crag_fields=find_fields("crag", folded, lower),
        gym_fields=find_fields("gym", folded, lower),
    )


_FEARED = re.compile(
    r"(?<!不)(?:怕|擔心|担心)(?:會|会|有|碰到|遇到)?\s*$"
    r"|\b(?:scared|afraid|terrified) of (?:a |the )?$",
    re.IGNORECASE,
)
"""「有點怕 runout」 is a remark, and no wish for such a route."""
_FEARS = re.compile(
    "(?<!不)(?:怕|担心)(?:会|有|遇到|碰到|被)*"
    "(?:落石|松动|掉石头|石头掉|老旧?bolt|旧bolt|封闭|大浪|涨潮|没有?(?:固定点|anchor))"
)
_FEARS_ENGLISH = re.compile(
    r"\b(?:scared|afraid|terrified) of (?:the |a )?(?:loose rock|rock ?falls?|old bolts|waves)"
)
"""「我怕落石」 wishes for no route that has it; on the key."""
_LIMIT = re.compile("天花板(?:等?[級级難难]|是[哪誰谁])")
"""「天花板難度」 is the hardest that there is, and no roof."""
_WEEKEND = re.compile("假日|周末|星期[六日天]|礼拜[六日天]")
_WEEKEND_ENGLISH = re.compile(r"\bweekends?\b|\bsaturdays?\b|\bsundays?\b")


def _of_ticket(
    order: tuple[GymOrder, bool] | None, fields: tuple[str, ...], folded: str, lower: str
) -> tuple[GymOrder, bool] | None:
    """The order by the ticket that the question names: 「星光票最便宜的」."""
    if order is None or order[0] != "weekday":
        return order
    if "twilight" in fields:
        return "twilight", order[1]
    if "shoes" in fields or "harness" in fields:
        return ("shoes" if "shoes" in fields else "harness"), order[1]
    if "weekend" in fields or _WEEKEND.search(folded) or _WEEKEND_ENGLISH.search(lower):
        return "weekend", order[1]
    return order


def envelope(ranges: tuple[GradeRange, ...]) -> GradeRange:
    """The smallest range that holds all ranges of the first one's group."""
    same = [each for each in ranges if each.group == ranges[0].group]
    lows = [each.lo for each in same]
    highs = [each.hi for each in same]
    return GradeRange(
        group=same[0].group,
        lo=None if None in lows else min(low for low in lows if low is not None),
        hi=None if None in highs else max(high for high in highs if high is not None),
        text="、".join(each.text for each in same),
    )


def route_filter(conditions: Conditions, vocabulary: Vocabulary) -> RouteFilter:
    """The conditions as a filter over routes, places left out."""
    length, bolts, years = conditions.length, conditions.bolts, conditions.years
    return RouteFilter(
        grade=conditions.grade,
        types=conditions.types,
        styles=conditions.styles,
        length_min=length.lo,
        length_max=length.hi,
        bolts_min=_whole(bolts.lo, up=True),
        bolts_max=_whole(bolts.hi, up=False),
        popularity_min=vocabulary.top_popularity if conditions.popular else None,
        first_ascent=conditions.people[0] if conditions.people else "",
        year_min=_whole(years.lo, up=True),
        year_max=_whole(years.hi, up=False),
        has_video=True if conditions.video else None,
        multi_pitch=True if conditions.multi_pitch else None,
        text=conditions.text,
        lacking=conditions.lacking,
        month=conditions.month,
        flags=conditions.flags,
        seasons=conditions.seasons,
        regions=conditions.regions,
        cities=conditions.cities,
    )


def gym_filter(conditions: Conditions) -> GymFilter:
    """The conditions as a filter over gyms; the opening times are added by the caller."""
    fields = conditions.gym_fields
    price_key = next(
        (f for f in ("twilight", "weekend", "shoes", "harness") if f in fields), "weekday"
    )
    facilities = () if conditions.gym_types and not conditions.facilities else conditions.facilities
    return GymFilter(
        regions=conditions.regions if not conditions.cities else (),
        cities=conditions.cities,
        districts=conditions.districts,
        types=conditions.gym_types,
        facilities=facilities,
        price_key=price_key,
        price_max=_whole(conditions.price.hi, up=False),
        price_min=_whole(conditions.price.lo, up=True),
    )


def _named(start: int, end: int, reading: Reading) -> bool:
    return any(name.start < end and start < name.end for name in reading.names)


def _whole(value: float | None, *, up: bool) -> int | None:
    if value is None:
        return None
    return -int(-value // 1) if up else int(value // 1)
