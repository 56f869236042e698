"""Names after a second look: denied ones, and unknown ones that mean something after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understanding import words
from bot.understanding.cues import find_cues
from bot.understanding.examples.asked import is_word_of_sets
from bot.understanding.fields import without_fields
from knowledge.gazetteer.vocabulary import is_particle, is_word
from knowledge.grades import find_level
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
)
_TAIL = re.compile(r"(?:到底|大概|究竟)?(?:算?是(?:什[么麼]|[甚啥幾几多][少麼]?)?|的|有)$")
"""Words behind an unknown name that ask about it."""


_HEAD = re.compile(
    r"(?:[請请]問|想問|想问|[請请]|大大|欸|嗨|那|[幫帮]我[找查]?|我?想知道|推[薦荐](?:一下)?|你?有[沒没]有|你有)*"
    r"(?P<name>[\u4e00-\u9fff]{2,5}?)(?:岩[場场])?"
    r"(?=有(?:哪|什|甚|幾|几|多少|沒|没|5|v|V)|的?(?:最[難难簡简容長长短高]|路[線线]|[運运傳传]攀|抱石)"
    r"|的?[資资]料(?:嗎|吗|$)|(?:現在|现在|目前|最近)?(?:有[沒没]有)?(?:封[閉闭了]|開放[嗎吗了]|开放[吗了])|[幾几][條条]|哪些|\s?5\.\d|\s?[vV]\d|推[薦荐])"
)
_APART = re.compile(
    r"(?<=[\s，,])(?P<name>[\u4e00-\u9fff]{3,7})\s+"
    r"(?=有(?:沒有|没有)?影片|影片|幾級|几级|多[難难長长高]|[難难]度|[誰谁]|首攀|幾[個顆支]|几[个颗支])"
)
"""A name between spaces, and a property of it: 「想 project 羽毛 有影片嗎」."""
_OF_THIS = (
    r"[這这那][條条](?:路?[線线]|路線|路线)?(?=的|.{0,4}(?:[幾几][級级]|多[難难長长高]|[難难]度"
    r"|[誰谁]|首攀|[幾几][個个顆颗支]|在哪|bolt|grade))"
)
_OF_A_ROUTE = (
    r"(?=\s?的?\s?(?:[幾几][級级](?:[啊呀呢的]|$)|(?:有|總共)?[幾几][個个顆颗支]\s?bolt|grade|FA|bolt\s?[幾几數数]|[是在]哪[個个]岩[場场]"
    r"|[誰谁]首攀|首攀[是者]|是\s?(?:trad|sport|boulder|[運运傳传]攀|抱石)))"
)
_THIS_LINE = re.compile(
    r"^(?:[請请]問|想問|想问|[請请]教|求問|求问)?(?P<name>[\u4e00-\u9fff]{2,8}?)"
    rf"(?:{_OF_THIS}|{_OF_A_ROUTE})"
)
"""A name before 這條線 and a property of it."""
_TITLED = re.compile(
    r"\b(?:does|to climb|(?:grade|length|ascent) of|routes? (?:are |is )?(?:there )?(?:at|in|on)"
    r"|(?:how hard|how long|where) is)"
    r" (?P<name>[A-Z][\w'’-]+(?: (?:of|the|and|in|on|to|a|for|&))*(?: [A-Z][\w'’-]+)+)"
)
"""Words in capitals where only a name can stand."""
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
_KINDS = ("route_types", "gym_types", "seasons", "hazards", "wishes", "domains", "notices")
_PLAIN_HEAD = re.compile(
    r"全[台臺國国]|[台臺]灣|台湾|[國国][內内]|世界|[戶户]外|室[內内]|天然|目前|[現现]在|[資资]料|大家|"
    r"你|我|[離离靠]|[它牠他她]|[這这那邊边]|附近|旁[邊边]|隔壁|只|其中|其[他它]|裡|里|去|來|来|剩|"
    r"女|男|小孩|老人|新手|朋友|[週周]末|平日|假日|下雨|雨天|[夏冬春秋]|今|明|昨|所有|全部|一共|[總总]共|另外|[還还]|哪|什|甚|"
    r"請|请|第|初|身高|有|最|比|可以|能|會|会|想|要|推|找|列|查|給|给|跟|和|與|与|在|是|沒|没|不|"
    r"好|很|超|幾|几|每|各|再|先|前|後|整|改|換|换|只|挑|篩|筛|[東西南北中]部"
)
"""How a question begins that names nothing."""
_NO_NAME = re.compile(
    r"[區区]有?$|[離离].{1,5}近|[邊边裡里]有|[邊边][的還还]|旁[邊边]|附近|隔壁|[這这那][條条間间家邊边裡里]|下一|上一|另外|其他|其它|[還还]有"
)


def is_grade_system(surface: str) -> bool:
    """Whether the words are just the name of a grade system, which a route may bear too."""
    folded = key(surface).removesuffix("的")
    return any(
        match is not None and match.group() == folded
        for match in (system.chinese.search(folded) for system in words.table("grade_systems"))
    )


def unknown_names(linking: Linking, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names that the catalogue lacks, without words that mean something else to us."""
    surfaces = dict.fromkeys(_TAIL.sub("", unknown.surface) for unknown in linking.unknown)
    return tuple(
        surface
        for surface in surfaces
        if surface and not _NO_NAME.match(surface) and not _means_something(surface, vocabulary)
    )


def leading_unknown(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The subject of a question about a set that names nothing known: 「X 有哪些路線」."""
    line = _THIS_LINE.search(text)
    if line is not None and _names_nothing(line["name"]):
        line = None
    apart = line or _APART.search(text) or _TITLED.search(text)
    if apart is not None:
        name = apart["name"]
        known = any(words.find(table, key(name), name.casefold()) for table in _KINDS)
        return () if known or _means_something(name, vocabulary) else (name,)
    match = _HEAD.match(text.strip())
    if match is None:
        return _english_unknown(text.strip(), vocabulary)
    name = match["name"]
    if _names_nothing(name) or _means_something(name, vocabulary):
        return ()
    if any(words.find(table, key(name), name.casefold()) for table in _KINDS):
        return ()
    return (name,)


def _english_unknown(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """A name in Latin letters that is no word of ours, where only a name can stand."""
    if _OF_PEOPLE.search(text):
        return ()
    for pattern in _ENGLISH_ASKED:
        match = pattern.search(text)
        if match is None:
            continue
        words_of = [word for word in match["name"].split() if word.lower() not in ("the", "a")]
        new = [w for w in words_of if len(w) >= _NEW_WORD and not is_word(key(w))]
        if new and not _means_something(" ".join(words_of), vocabulary):
            return (" ".join(words_of),)
    return ()


_NEW_WORD = 4
_OF_PEOPLE = re.compile(
    r"['’]s\b|\b(?:redpoints?|onsights?|flash\w*|sends?|sent|ticks?|log\w*|projects?|i|my|me|our|we)\b",
    re.IGNORECASE,
)
"""What somebody climbs or has climbed: "Kevin's hardest redpoint" names no place."""


def _names_nothing(name: str) -> bool:
    plain = _PLAIN_HEAD.match(name) or _NO_NAME.match(name) or find_level(name)
    return bool(plain) or _begins_plainly(key(name))


def _begins_plainly(folded: str) -> bool:
    """Whether ordinary words open the text: 「只要」「其中」「裡面最長」."""
    opening = (folded[:size] for size in range(1, len(folded) + 1))
    return is_particle(folded[0]) or any(is_word(each) for each in opening if len(each) > 1)


def _means_something(surface: str, vocabulary: Vocabulary) -> bool:
    surface = _GENERIC.sub("", surface) or surface
    folded, lower = key(surface), surface.casefold()
    return bool(
        (surface.isascii() and surface.islower() and is_word_of_sets(surface))
        or any(_is_word_of(table, folded, lower) for table in _WHOLE_WORDS)
        or vocabulary.find_cities(folded, lower)
        or vocabulary.find_people(folded, lower)
        or find_cues(folded, lower) & _NOT_A_NAME
        or len(without_fields(folded)) <= 1
        or any(style.surface == surface for style in find_styles(surface))
        or any(key(word) == folded for term in find_term(surface) for word in term.all)
    )


def _is_word_of(table: str, folded: str, lower: str) -> bool:
    return any(
        meaning.chinese.fullmatch(folded) or meaning.english.fullmatch(lower)
        for meaning in words.table(table)
    )
