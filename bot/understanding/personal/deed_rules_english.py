"""How questions about past climbing are built in English: "sends this month?", "R done yet?"."""

from __future__ import annotations

from bot.understanding.personal.deed_rules import DAYS, GRADE, PLACE, ROUTE, Rule, rule
from bot.understanding.personal.scanning import pattern

_SENT = (
    r"\b(?:sent|sends?|onsight(?:ed|s)?|flash(?:ed|es)?|redpoint(?:ed|s)?|tick(?:ed|s)?|topped"
    r"|climbed|done|finished|completed)\b"
)
_TRIED = r"\b(?:tried|attempt(?:ed|s)?|been on|got on|worked|touched|fell off|projects?)\b"
_SELF = r"\b(?:i|i've|i'm|my|me|mine)\b"
_MANY = r"\b(?:how many|number of|total|count|tally|sum)\b"
_SO_FAR = rf"{DAYS}|\b(?:so far|to date|altogether|in total|total|all time|ever|overall)\b"
ELSE = pattern(
    r"\b(?:who|whose|anyone|anybody|somebody|someone|people|how (?:do|to|can|should|hard)|should"
    r"|(?<!you )can(?! you)|could(?! you)|may|recommend|suggest|would you|average|means?"
    r"|definition|difference"
    r"|first ascent|ascensionist|resets?|closed|open to|bolted|rebolted"
    r"|been (?:climbed|sent|freed|done)|if|next|tomorrow|want to|going to|plan|safe|normal|need"
    r"|usually|typically|tips|what is an?|what's an?|count as|he|she|they|his|her|their)\b"
)
"""Somebody else's deed, news of a place, advice, a word to be explained, or what is yet to come."""
RULES: tuple[Rule, ...] = (
    rule(
        "success",
        r"\b(?:success|send|hit|completion) (?:rate|percentage)\b"
        r"|\bwhat (?:share|fraction|proportion|percent(?:age)?)\b|\bpercent(?:age)? (?:of|sent)\b",
        rf"{_SELF}|{_SENT}|{_TRIED}",
    ),
    rule(
        "projects",
        r"\b(?:unsent|unfinished|yet to send)\b|\bstill (?:open|to send|working)\b"
        rf"|(?:not|never|n't)(?: yet)? {_SENT}",
        rf"{_TRIED}|\bmy\b",
        none=ROUTE,
    ),
    rule(
        "projects",
        r"\b(?:my|i have|do i have)\b.*\b(?:projects?|pjs?)\b",
        r"\b(?:what|which|list|show|any)\b",
        none=rf"{ROUTE}|\b(?:first|last|hardest|tries|attempts|many)\b",
    ),
    rule(
        "projects",
        r"\bprojects?\b",
        r"\b(?:left|unfinished|remaining|current|still|on the go)\b",
        none=rf"{ROUTE}|\bopen project\b|\bhow many\b",
    ),
    rule(
        "last",
        r"\b(?:last|latest|most recent(?:ly)?|previous|how long since|how long ago)\b"
        r"|\bhow long has it been since\b",
        rf"{ROUTE}|{PLACE}",
        r"\b(?:when|date|day|visit(?:ed)?|time|trip|session|went|was i|been|since|climbed|tried"
        r"|go|burn|attempt)\b",
        none=r"\b(?:reset|setting|updated?|bus|train|entry|admission|ticket|parking|season|news)\b",
    ),
    rule(
        "first_at",
        GRADE,
        r"\b(?:first|debut|broke(?: into)?|breaking into)\b",
        rf"\b(?:when|date|which|what|day|name)\b|{_SELF}",
        none=rf"{ROUTE}|\b(?:best|good|easy|ascents?)\b",
    ),
    rule(
        "hardest",
        r"\b(?:hardest|toughest|highest|top|best|max(?:imum)?|biggest|peak|proudest)\b",
        rf"{_SENT}|\bfor me\b|\bi've\b|\bdid i\b",
        none=rf"{ROUTE}|\bmost\b|\bgood\b|\bclimbed routes?\b",
    ),
    rule(
        "places",
        r"\b(?:where|(?:which|what) (?:crag|gym|place|spot))\b",
        r"\b(?:most|favou?rite|home)\b",
        rf"{_SELF}|\bvisited\b",
        none=r"\broutes\b|\bbolts\b|\bpopular\b",
    ),
    rule(
        "tries",
        ROUTE,
        rf"(?:{_MANY}).*\b(?:tries|goes|attempts|burns|times|shots)\b"
        r"|\b(?:tries|goes|attempts|burns) (?:on|for)\b",
        none=r"\b(?:take to|average)\b",
    ),
    rule(
        "done",
        ROUTE,
        rf"{_SENT}|\b(?:in the bag|been on|tried)\b",
        r"\b(?:already|yet|ever|before|still|or not)\b|^(?:is|did|have|was)\b|[?？]$",
        none=r"\b(?:when|first|hard|grade|which|what|many|how)\b",
    ),
    rule(
        "days",
        r"\bdays? (?:out|on|at|in|climbing|of climbing|spent)\b"
        r"|\b(?:climbing|outdoor|outside|indoor|gym|crag|rock|plastic) (?:days?|sessions?|trips?)\b"
        r"|\bhow many (?:days|trips|sessions)\b",
        rf"{_MANY}|{_SO_FAR}",
        rf"{DAYS}|{PLACE}|{_SELF}|\b(?:climbing|outdoors?|outside|indoors?|gym|rock|crag)\b",
        none=rf"{ROUTE}|\b(?:open|hours|holidays?|pass|tickets?|prices?|cost|weather|per week|rest"
        r"|a week|drive)\b",
    ),
    rule(
        "count",
        rf"(?:{_MANY}).*(?:{_SENT}|\bdown (?:so far|this|last|in)\b)|(?:{_SENT}).*(?:{_MANY})"
        r"|^(?:my |number of |total )?(?:sends|onsights|flashes|redpoints|ticks)\b"
        rf".*(?:{_SO_FAR}|{PLACE}|{GRADE})",
        none=rf"{ROUTE}|\b(?:hardest|tries|attempts|burns|days?|per|each|every|unsent)\b",
    ),
    rule(
        "wishes",
        r"\bto-?do\b|\bwish ?list\b|\btick ?list\b|\bbucket list\b"
        r"|\b(?:saved?|bookmark(?:ed)?|marked|put down)\b.*\b(?:climb|someday|later|list)\b",
        rf"\b(?:what|which|show|open|list)\b|{_SELF}",
        none=rf"\b(?:add|make|build|stick|throw)\b|\bput (?!down)|{ROUTE}",
    ),
    rule(
        "list",
        r"\b(?:climbed|sent|did|tried|ticked|logged|got on|been on|was on|touched)\b|\bmy .*log\b",
        rf"{DAYS}|{PLACE}|{GRADE}",
        r"\b(?:list|show|which|what|pull up|everything|all)\b",
        _SELF,
        none=rf"{ROUTE}|\b(?:hardest|toughest|best|longest|first|last|most|not|never|haven't)\b",
    ),
)
