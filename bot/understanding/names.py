"""Names after a second look: denied ones, and unknown ones that mean something after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.cues import find_cues
from bot.understanding.examples.asked import is_word_of_sets
from bot.understanding.examples.naming import likeliest, likely_spans, likely_within
from bot.understanding.fields import without_fields
from bot.understanding.words import GRADE
from knowledge.gazetteer.vocabulary import is_common, is_place_word, is_word
from knowledge.terms import find_styles, find_term
from knowledge.text import key

if TYPE_CHECKING:
    from bot.understanding.vocabulary import Vocabulary
    from knowledge.gazetteer import Linking

_NOT_A_NAME = frozenset(
    {"list", "count", "route", "gym", "crag", "recommend", "compare", "distribution"}
    | {"personal", "live", "define", "help"}
)
_WHOLE_WORDS = (
    "route_types",
    "gym_types",
    "fillers",
    "grade_systems",
    "gym_orders",
    "route_orders",
    "notices",
    "route_fields",
    "crag_fields",
    "gym_fields",
)
_TAIL = re.compile(r"(?:到底|大概|究竟)?(?:算?是(?:什[么麼]|[甚啥幾几多][少麼]?)?|的|有)$")
"""Words behind an unknown name that ask about it."""


_LATIN_NAME = r"(?P<name>[A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,3}?)"
_OF_A_PLACE = r"(?:hardest|easiest|longest|shortest|routes?|climbs?|grades?|topo|bolts?|beta)"
_ENGLISH_ASKED = (
    re.compile(rf"^{_LATIN_NAME}(?: \d)? {_OF_A_PLACE}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_OF_A_PLACE}(?: (?:routes?|climbs?|lines?))? (?:at|in|on|of) {_LATIN_NAME}\W*$",
        re.IGNORECASE,
    ),
    re.compile(rf"^is {_LATIN_NAME} (?:still |currently )?(?:closed|open(?:ed)?)\b", re.IGNORECASE),
)
"""Where only the name of a place or route can stand: "Elm Bluff hardest", "is Elm Bluff closed"."""
_GENERIC = re.compile(
    r"(?:攀岩館|攀岩馆|抱石館|抱石馆|攀岩[場场]|岩[館馆場场]|climbing gym|gym|crag)$", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"[區区]有?$|[離离].{1,5}近|[邊边裡里]有|[邊边][的還还]|旁[邊边]|附近|隔壁|[這这那][條条間间家邊边裡里]|下一|上一|另外|其他|其它|其[餘余]|[還还]有"
)


def is_grade_system(surface: str) -> bool:
    """Whether the words are just the name of a grade system, which a route may bear too."""
    folded = key(surface).removesuffix("的")
    return any(
        match is not None and match.group() == folded
        for match in (system.chinese.search(folded) for system in words.table("grade_systems"))
    )


def unknown_names(linking: Linking, frame: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names that the catalogue lacks, without words that mean something else to us.

    Args:
        linking: What the gazetteer found.
        frame: The question with placeholders for what is known in it.
        vocabulary: Words of the loaded records.
    """
    surfaces = dict.fromkeys(_TAIL.sub("", unknown.surface) for unknown in linking.unknown)
    return tuple(
        surface
        for surface in surfaces
        if surface
        and not _NO_NAME.match(surface)
        and not _NO_ENGLISH_NAME.match(surface)
        and not _means_something(surface, vocabulary)
        and not _speaks_of_grades(surface, frame)
        and _stands_as_name(surface, frame, alone=not linking.mentions)
    )


def _stands_as_name(surface: str, frame: str, *, alone: bool) -> bool:
    """Whether it is quoted, or a name may stand there: 「當天」 in 「當天營業時間」 is none.

    Beside a known name, what is no ordinary word may be what is asked of it: 「Wi-Fi 密碼」.
    """
    start = frame.find(surface)
    quoted = start > 0 and frame[start - 1] in _QUOTES
    if start < 0 or quoted or not (alone or is_common(key(surface))):
        return True
    return likely_within(frame, start, start + len(surface)) >= _POSSIBLE


_POSSIBLE = 0.1
"""Likelihood from which what the gazetteer takes for a name is one."""
_QUOTES = tuple('「『"“《')
_LIKELY, _SURE = 0.45, 0.85
"""Likelihood from which a name is one: of a question that names nothing else, and of others."""


_POINTS = re.compile(
    "[按依照](?:照|著|着)?[難难級级類类型區区]|[這这那哪某每各整全不第別别另其]|[前後后兩两]者|人家|大家|自己|[一二三兩两]?[區区條条間间家個个面座]$"
)
"""How words begin that point at something and name nothing."""
_JOINED = re.compile("[又也還还]$")


def standing_where_names_stand(
    frame: str, vocabulary: Vocabulary, *, alone: bool
) -> tuple[str, ...]:
    """The unknown name that a question gives, by the words around it."""
    found = likeliest(frame)
    name = _JOINED.sub("", frame[found.start : found.end])
    doubtful = found.likely < (_LIKELY if alone else _SURE) or _POINTS.match(name)
    if doubtful or _means_something(name, vocabulary) or _speaks_of_grades(name, frame):
        return _english_unknown(frame, vocabulary) if alone else ()
    return (name,)


_BOASTED = re.compile(
    r"(?:吹噓|吹嘘|吹捧|誇讚|夸赞|誇獎|狂誇|狂夸|稱讚|称赞|盛讚|盛赞|推崇|狂推|炫耀)(?:了|過|过|著|着|說|说|的|有?一?[條条])*"
    r"[「『]?(?P<name>[\u4e00-\u9fff]{2,8}?)[」』]?"
    r"(?:很?[強强神讚赞]|多[好強强神])?[，,。\s]+(?:請|请|幫我|帮我|給我|给我|來|来)?(?:介紹|介绍|簡介|简介|說明|说明|說說|说说)"
)


def boasted_of(frame: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What somebody boasted of and another wants introduced, be it on record or not."""
    match = _BOASTED.search(frame)
    if match is None or _means_something(match["name"], vocabulary):
        return ()
    name = match["name"]
    climbing = find_cues(key(name), name.casefold()) & {"climbing", "gym", "crag"}
    return () if climbing else (name,)


def pieces_of(frame: str, unknown: tuple[str, ...]) -> tuple[str, ...]:
    """What else may be the name where unknown words were taken for one, likeliest first."""
    found = dict.fromkeys(
        frame[one.start : one.end]
        for surface in unknown
        if frame[max(0, frame.find(surface) - 1)] not in _QUOTES
        for one in likely_spans(frame, frame.find(surface), len(surface))
        if one.likely >= _PIECE
    )
    return tuple(piece for piece in found if piece not in unknown)[:_PIECES]


_PIECE, _PIECES = 0.02, 3
"""Likelihood and number of the pieces that are looked at."""


def _english_unknown(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """A name in Latin letters that is no word of ours, where only a name can stand."""
    if _OF_PEOPLE.search(text):
        return ()
    for pattern in _ENGLISH_ASKED:
        match = pattern.search(text)
        if match is None:
            continue
        words_of = [word for word in match["name"].split() if word.lower() not in ("the", "a")]
        if _NO_ENGLISH_NAME.match(match["name"]):
            continue
        new = [w for w in words_of if len(w) >= _NEW_WORD and not is_word(key(w))]
        if new and not _means_something(" ".join(words_of), vocabulary):
            return (" ".join(words_of),)
    return ()


_NO_ENGLISH_NAME = re.compile(
    r"^(?:split|break|sort|group|divide|count|show|list|give|tell|brief|rank)"
    r" (?:that|it|those|them|this|these|me)\b",
    re.IGNORECASE,
)
"""What is to be done with what was told: "split that by grade"."""
_NEW_WORD = 4
_OF_PEOPLE = re.compile(
    r"['’]s\b|\b(?:redpoints?|onsights?|flash\w*|sends?|sent|ticks?|log\w*|projects?|i|my|me|our|we)\b",
    re.IGNORECASE,
)
"""What somebody climbs or has climbed: "Kevin's hardest redpoint" names no place."""


def _speaks_of_grades(surface: str, frame: str) -> bool:
    """Whether words beside a grade hold the name of a scale: 「5.10c 轉優勝美地」."""
    return GRADE in frame and bool(words.find("grade_systems", key(surface), surface.casefold()))


def _means_something(surface: str, vocabulary: Vocabulary) -> bool:
    surface = _GENERIC.sub("", surface) or surface
    folded, lower = key(surface), surface.casefold()
    return bool(
        (folded.endswith("区") and is_place_word(folded[:-1]))
        or folded in _DISTRICTS
        or (surface.isascii() and surface.islower() and is_word_of_sets(surface))
        or any(_is_word_of(table, folded, lower) for table in _WHOLE_WORDS)
        or (surface.isascii() and words.find("grade_systems", folded, lower))
        or vocabulary.find_cities(folded, lower)
        or vocabulary.find_people(folded, lower)
        or vocabulary.find_regions(folded, lower)
        or find_cues(folded, lower) & _NOT_A_NAME
        or len(without_fields(folded)) <= 1
        or any(style.surface == surface for style in find_styles(surface))
        or any(key(word) == folded for term in find_term(surface) for word in term.all)
    )


_DISTRICTS = frozenset({"东区", "西区", "南区", "北区", "中区"})


def _is_word_of(table: str, folded: str, lower: str) -> bool:
    return any(
        meaning.chinese.fullmatch(folded) or meaning.english.fullmatch(lower)
        for meaning in words.table(table)
    )
