"""The words that compare, and whom they are about: harder, longest, as long, who wins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verifier.facts import scan
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from bot.voice.evidence.compared import Item

CLAUSES: Final = re.compile(r"[，。；;！!？\n]|(?<![\d.?])\?|,(?!\d{3})|(?<!\d)[:：](?!\d)")
_ADJECTIVES: Final = {
    **dict.fromkeys(("難", "硬", "harder", "hardest", "tougher", "toughest"), ("grade", 1)),
    **dict.fromkeys(
        ("簡單", "容易", "好爬", "好入手", "好上手", "easier", "easiest"), ("grade", -1)
    ),
    **dict.fromkeys(("長", "longer", "longest"), ("length", 1)),
    **dict.fromkeys(("短", "shorter", "shortest"), ("length", -1)),
    **dict.fromkeys(("貴", "pricier", "dearer"), ("price", 1)),
    **dict.fromkeys(("便宜", "划算", "省", "cheaper", "cheapest"), ("price", -1)),
    **dict.fromkeys(("多", "more", "most"), ("count", 1)),
    **dict.fromkeys(("少", "fewer", "fewest"), ("count", -1)),
    **dict.fromkeys(("大", "常見"), ("count", 1)),
    **dict.fromkeys(("高", "higher", "highest"), ("height", 1)),
    **dict.fromkeys(("低", "lower", "lowest"), ("height", -1)),
}
_HAN_WORDS: Final = "難|硬|簡單|容易|好爬|好入手|好上手|長|短|多|少|便宜|划算|貴"
WORD: Final = re.compile(
    rf"(?P<how>最|比較|較|更|相對)(?:為|加|來得)?(?P<adj>{_HAN_WORDS}|(?<=最)常見|(?<=最)大(?=的?(?:就?是|岩場|一[區個座]))|[高低](?=的?是|[的為者到一]|\s*[\d5vV]|[。，,、]|$))(?!度|得|數)"
    rf"|(?<!對)(?P<than>比)(?!的|一比|起|照|較|(?:難度|長度|票價|價錢|價格)(?:的話|來說|$))(?=[^，。；]{{1,24}}?(?P<adj3>{_HAN_WORDS}|[高低](?=出|大約|[一了\d\s]))(?!度|數))"
    rf"|(?<![到至往又])(?P<adj2>難|硬|簡單|容易|長|短|便宜|划算|貴|省|[高低](?=一點|一些|一級|[兩二三四五六]級|不少|[。,]|$))"
    r"(?=一點|一?些|一級|[兩二三四五六]級|多了|得多|很多|許多|不少|了?出?(?:大?約)?\s*\d|[。！!，,]|$)"
    r"|(?P<adj5>難|硬|簡單|容易|長|短|便宜|貴)(?=的(?:那[條間個])?(?:就?是|:))"
    r"|(?P<adj4>[多少])(?=了?出?\s*\d+\s*(?:公尺|m\b|條|個|顆|元|塊|bolt))"
    r"|(?P<high>高出(?:許多|不少|很多)?|高於|高過|低於|多出|多於|少於|\boutnumbers?\b)"
    r"|(?P<en>(?<!or )(?<![\da-d] and )(?<!no )(?<!any )"
    r"\b(?:(?:hard|easi|long|short|cheap|tough|dear)(?:er|est)"
    r"|(?:high|low)est|pricier|(?:more|fewer|most|fewest)"
    r"(?= (?:common\b|(?:sport|trad|mixed|boulders?|bouldering|top[ -]?ropes?)\b"
    r"|routes?|bolts?|of|than(?! (?:that|this|just|an? (?:letter|grade)))|\w+ routes)\b))\b)",
    re.IGNORECASE,
)
NOBODY: Final = re.compile(r"沒有?(?:誰|哪)|不分(?=上下|高下|勝負|軒輊|$)")
"""With a word of comparison: that all are alike."""
WINS: Final = re.compile(
    r"略勝一籌|更勝一籌|略勝|勝出|領先|占優|居冠|(?<!不)贏|(?<![名不略])勝(?=$|[啦喔了欸。，])|\bwins\b"
)
"""Who is ahead in what was asked."""
EVEN: Final = re.compile(
    r"(?:一樣|同樣|差不多|一般|同等)的?(?P<adj>難|長|多|貴|便宜|高|短|簡單)"
    r"|(?P<grade>同級|難度(?:都|也|兩邊)*(?:一樣|相同|差不多|相近|接近)"
    r"|\bsame grade\b|\bequally (?:hard|easy)\b)"
    r"|(?P<length>等長|長度(?:都|也)?(?:一樣|相同|差不多|相近|接近)"
    r"|\bsame length\b|\bequally long\b)"
    r"|(?P<price>(?:一樣|同樣?)價(?!值)|(?:價格|票價|價錢)(?:都|也)?(?:一樣|相同)|\bsame price\b)"
    r"|(?P<any>平手|不分上下|不相上下|打平|難分高下)"
)
NEGATED: Final = re.compile(
    r"(?:不會?(?:是|算)?|沒有?(?:那麼|這麼)?|並?[不非]是?|\bnot|n't)(?:[說見]得)?\s*$"
)
"""Before a word of comparison: that there is no more of it."""
NOTHING: Final = re.compile(r"沒有?(?:其他|別的|任何|路線)*(?=比|更)")
"""「沒有比 A 更難的」: A is the hardest."""
TOLD: Final = re.compile(r"你(?:以為|記得?|說|講|想|問|猜)|\b(?:than|it's \w+ than) that\b")
"""In place of what somebody is compared with: the figure that was asked about."""
_AT_MOST: Final = re.compile(
    r"(?:只|就)?(?:會|能|可以)?(?:相?差|抓|要|得|帶|留|備)|只有|\s*[一\d]\s*(?:級|人|位)"
)
"""Behind 最多: 「最多會差一級」 gives a limit."""
ASKS: Final = re.compile(
    r"[是在]哪|哪一?[條間座區個題]|什麼|多少(?!了)|的話$|^(?:如果|若|要找|想找)|\b(?:what|which|how)\b",
    re.IGNORECASE,
)
"""A clause that asks compares nothing."""
_COUNTED: Final = re.compile(
    r" (?:(?P<rows>common)|sport|trad|mixed|boulder\w*|top[ -]?ropes?)\b", re.IGNORECASE
)
_TOPICS: Final = (
    (re.compile(r"[比論看](?:票價?|價[錢格])(?:的話|來[說看])?"), ("price", -1)),
    (re.compile(r"[比論看](?:難度?|級數)(?:的話|來[說看])?"), ("grade", 1)),
    (re.compile(r"[比論看](?:長度?|高度?)(?:的話|來[說看])?"), ("length", 1)),
    (re.compile(r"[比論看](?:數量|條數|多寡)(?:的話|來[說看])?"), ("total", 1)),
    (re.compile(r"(?:wins|ahead) by \d+ ?(?:m\b|metres)"), ("length", 1)),
)
"""Words that say what somebody is ahead in."""
_UNITS: Final = (
    ("length", re.compile(r"長度|公尺|\d\s*m\b|更長|更短|\bmetres?\b")),
    ("bolts", re.compile(r"bolt|耳片|[掛挂]片", re.IGNORECASE)),
    ("price", re.compile(r"票|價|元|塊|\btwd\b", re.IGNORECASE)),
    ("grade", re.compile(r"難度|[級硬]|5\.\d|\bV\d|grade", re.IGNORECASE)),
    ("total", re.compile(r"條|路線|routes?", re.IGNORECASE)),
)


def kind_of(match: re.Match[str], clause: str) -> tuple[str, int]:
    """What a comparing word compares, and whether more (1) or less (-1) of it is said."""
    word = word_of(match)
    if word.startswith("outnumber"):
        return "total", 1
    if match["high"]:
        return unit_of(clause) or "grade", -1 if word[0] in "低少" else 1
    kind, sign = _ADJECTIVES[word]
    if kind == "height":
        # 「最高的一條」 of grades counts nothing
        found = unit_of(clause)
        return ("grade" if found in {"", "total"} else found), sign
    if kind == "count":
        # 「多 3 公尺」 is longer, 「貴」 is said of money: the unit tells what there is more of
        counted = re.match(r"了?出?\s*\d", clause[match.end() :])
        found = (counted and unit_of(clause[match.start() :])) or unit_of(clause) or "total"
        return ("total" if found == "grade" else found), sign
    return kind, sign


def counts_in(match: re.Match[str], clause: str) -> str:
    """In what answers a word compares counts: of ``places`` only, of ``rows``, or empty for any.

    「最常見」 and "four more boulders" say nothing of a route, a gym or a card.
    """
    if match["adj"] in {"大", "常見"}:
        return "rows"
    counts = (match["en"] or "").lower() in {"more", "fewer", "most"}
    behind = _COUNTED.match(clause, match.end()) if counts else None
    return "" if behind is None else "rows" if behind["rows"] else "places"


def word_of(match: re.Match[str]) -> str:
    """The comparing word itself."""
    named = ("adj", "adj2", "adj3", "adj4", "adj5", "high", "en")
    return next(match[name] for name in named if match[name]).lower()


def is_rendered(kind: str, sign: int, rendered: str) -> bool:
    """Whether code has compared the same, in these words or others: 硬 for 難."""
    clauses = CLAUSES.split(plain(rendered))
    told = (kind_of(match, clause) for clause in clauses for match in WORD.finditer(clause))
    return (kind, sign) in told


def unit_of(clause: str) -> str:
    """What the figures and words of a clause measure; empty where nothing tells."""
    return next((kind for kind, words in _UNITS if words.search(clause)), "")


def asked_kind(asked: str) -> tuple[str, int]:
    """What a question compares: 「哪條難」."""
    for pattern, kind in _TOPICS:
        if pattern.search(asked):
            return kind
    for word, found in _ADJECTIVES.items():
        if word in asked.lower() and found[0] != "height":
            return (unit_of(asked) or "total", found[1]) if found[0] == "count" else found
    return "", 1


def even_kind(match: re.Match[str], clause: str, asked: str) -> str:
    """What is said to be the same."""
    if match["adj"]:
        kind = _ADJECTIVES[match["adj"]][0]
        looked_for = asked_kind(asked)[0]
        if kind == "count" and looked_for in {"bolts", "length", "price"}:
            return looked_for
        return {"count": "total", "height": "grade"}.get(kind, kind)
    if match["any"]:
        found = unit_of(clause)
        if re.search(r"路線數|[條題]數|數量|總數", clause):
            return "total"
        return found if found not in {"", "total"} else asked_kind(asked)[0]
    return next(name for name in ("grade", "length", "price") if match[name])


def is_meant(match: re.Match[str], clause: str) -> bool:
    """Whether the word compares: 「想知道更多」 and 「最多 4 人」 do not."""
    before, after = clause[: match.start()], clause[match.end() :]
    if before.endswith("或"):
        return False
    if match["how"] and match["adj"] in {"多", "少"}:
        # 「更多」 of what is told next
        return not _AT_MOST.match(after) if match["how"] == "最" else match["how"] != "更"
    if match["adj2"] == "長":
        return not re.match(r"了?出?\s*\d", after) and bool(
            re.match(r"一點|一些|多了|得多|很多|許多|不少|[。！!，,]|$", after)
            and (re.search(r"比較|更|還", clause) or re.match("得多|多了", after))
        )
    absolute = re.search(r"(?:[很超太蠻滿挺算]|非常)$", before)
    if match["adj2"] and (absolute or match["adj2"] in {"高", "低"}):
        measured = re.search(r"難度|[等定]?級[數別]?|票|價|\bgrade", clause, re.IGNORECASE)
        return not absolute and measured is not None
    if match["adj2"] == "省":
        return bool(re.match(r"\s*\d", after))
    return not (match["adj2"] and re.search(r"多難|幾級|有難|困難|難[不沒關]", clause))


def meant(clause: str, match: re.Match[str], named: list[Item]) -> list[Item]:
    """Whom a comparing word is about: 「最難的是 X」 the next name, else the last one before it."""
    after = [one for one in named if any(clause.find(name) > match.start() for name in one.names)]
    follows = (
        r"\s?的(?:路線|是|一條|就是|為|那條|那間|「|“|\s*$)|\b (?:route |one )?is\b|[:：]|就?[是屬]"
    )
    rest = clause[match.end() :]
    if after and (re.match(follows, rest) or _begins_with_name(rest, after[0])):
        return after[:1]
    before = [one for one in named if one not in after]
    return before[-1:] if match["how"] != "最" and before else (before or named)[-1:]


def nearest_grade(clause: str, start: int) -> list[set[str]]:
    """The grade next behind a place of a clause, else the last before it."""
    grades = [fact for fact in scan(clause) if fact.kind == "grade"]
    after = [set(fact.values) for fact in grades if fact.start >= start]
    return after[:1] or [set(fact.values) for fact in grades[-1:]]


def _begins_with_name(rest: str, item: Item) -> bool:
    bare = rest.removeprefix("的").lstrip("「“『 ")
    return any(bare.startswith(name) for name in item.names)
