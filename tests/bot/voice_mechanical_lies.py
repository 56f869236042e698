"""Right answers with one thing changed by rule: a figure, a name, a day, a word that compares.

Whoever changes a right line in one place makes it wrong, save for the few cases that are left out
here: figures beside 「大約」 or 「以上」, labels whose values are the same, comparisons of what is
alike, clauses that ask or deny.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from bot.prompts import Spoken, body_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from bot.schema import Evidence

    Make = Callable[["Told", Random], Iterator[tuple[int, int, str]]]

_CLAUSE: Final = re.compile(r"[，。；;！!？?\n：:（()）]|, |\. ")
_DENIED: Final = re.compile(
    r"不是|並非|不叫|\bnot\b|n't|還是|或|嗎|\?|？|\bor\b|如果|\bif\b|你說|問的"
)
_LOOSE: Final = re.compile(
    r"約|大概|左右|上下|差不多|以[上下內]|至少|最多|超過|不到|將近|快要|多[一個點]|幾|起跳|附近|或"
    r"|\b(?:about|around|roughly|over|under|at least|nearly|approximately|up to|more than|some)\b"
)
_HAN: Final = "一二三四五六七八九十"
_UNIT: Final = (
    r"\s?(?:條|間|家|座|題|個(?!人)|顆|級|元|塊|公尺|米|段|區|月|點|小時|分鐘|歲|次|天|人"
    r"|bolt|m\b|routes?|metres?|TWD)"
)
_PEOPLE: Final = ("林潮生", "黃岸", "阿螢", "陳大文", "王小華")
_SWAPS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "extreme": (
        *(("最難", "最簡單"), ("最長", "最短"), ("最貴", "最便宜"), ("最多", "最少")),
        *(("最高", "最低"), ("hardest", "easiest"), ("longest", "shortest")),
        *(("cheapest", "most expensive"), ("fewest", "most"), ("最硬", "最簡單")),
    ),
    "compared": (
        *(("比較難", "比較簡單"), ("比較長", "比較短"), ("比較貴", "比較便宜")),
        *(("比較多", "比較少"), ("便宜", "貴"), ("harder", "easier"), ("longer", "shorter")),
        ("more", "fewer"),
        *(("較難", "較簡單"), ("較高", "較低"), ("higher", "lower"), ("cheaper", "dearer")),
        *(("省", "貴"), ("多出", "少了"), ("難一點", "簡單一點"), ("多一條", "少一條")),
    ),
    "order": (
        *(("之前", "之後"), ("以前", "以後"), ("以上", "以下"), ("before", "after")),
        *(("上午", "下午"), ("早上", "晚上"), ("開門", "關門"), ("morning", "evening")),
        *(("左邊", "右邊"), ("南部", "北部"), ("東部", "西部"), ("opens", "closes")),
        *(("early", "late"), ("前年", "去年"), ("今天", "明天"), ("明天", "後天")),
    ),
    "ticket": (("平日", "假日"), ("weekday", "weekend"), ("岩鞋", "吊帶"), ("shoes", "harness")),
    "type": (("運攀", "傳攀"), ("sport", "trad"), ("抱石", "運攀"), ("boulder", "sport")),
    "result": (("onsight", "flash"), ("flash", "redpoint"), ("完攀", "沒完攀")),
    "season": (("春", "夏"), ("秋", "夏"), ("冬", "夏"), ("winter", "summer")),
    "rock": (("砂岩", "花崗岩"), ("石灰岩", "砂岩"), ("sandstone", "granite")),
    "unit": (
        *(("公尺", "英尺"), ("metres", "feet"), ("小時", "分鐘")),
        *((" m", " ft"), ("元", "美元"), ("公里", "公尺"), ("TWD", "USD"), ("分鐘", "小時")),
    ),
    "pitch": (("P1", "P2"), ("P2", "P3"), ("第一段", "第二段"), ("first pitch", "second pitch")),
    "yes": (
        *(("沒有", "有"), ("不是", "是"), ("不可以", "可以"), ("可以", "不可以"), ("不能", "能")),
        *(("請勿", "可以"), ("不要", "可以"), ("can't", "can"), ("is not", "is"), ("not ", "")),
        *(("有記", "沒記"), ("有開", "沒開"), ("沒開", "有開"), ("公休", "照常營業")),
        *(("需要", "不需要"), ("都有", "都沒有"), ("沒記", "有記"), ("沒寫", "有寫")),
        ("need", "don't need"),
    ),
    "all": (("都是", "大部分是"), ("一共有", "至少有"), ("總共", "不只")),
}  # fmt: skip
_ABOUT_NOTHING: Final = frozenset(
    {"community", "thanks", "greeting", "help", "clarify", "out_of_domain"}
)
"""Answers about no record: nothing of them is right or wrong."""
_IDIOMS: Final = re.compile(
    r"有沒有|是不是|沒問題|不好意思|沒有問題|不只|不過|可不可以|能不能|不錯|要不要|不論|沒錯|沒關係|不客氣|多少|可惜"
    r"|\bcan't wait|\bnot only|\bwhether|\bmore (?:about|details?|info)|\bone more|once more"
    r"|\bany more"
)
_TRAILERS: Final = (
    *(" @everyone", "\n<@123456789012345678>", " 詳見 https://evil.example/x", " see topo.tw/x1"),
    *("這條線的視頻質量很高。", "这条路线很长。", "@here 快看！", " discord.gg/abc123"),
)


@dataclass(frozen=True)
class Told:
    """A right line, and what it is about."""

    text: str
    spoken: Spoken

    @property
    def evidence(self) -> Evidence:
        """Its records."""
        return self.spoken.evidence

    def clause(self, at: int) -> str:
        """The words around a place, up to the next mark."""
        ends = [one.end() for one in _CLAUSE.finditer(self.text, 0, at)]
        after = _CLAUSE.search(self.text, at)
        return self.text[ends[-1] if ends else 0 : after.start() if after else len(self.text)]

    def is_free(self, at: int) -> bool:
        """Whether nothing around a place denies, asks or restates."""
        return not _DENIED.search(self.clause(at))


def mechanical_lies(spoken: Spoken, right: str, rng: Random) -> Iterator[tuple[str, str, str]]:
    """(kind, what is said, what must not be heard): one of each kind that fits."""
    told = Told(right, spoken)
    known = "\n".join([spoken.draft.text, spoken.query.text])
    makers = {} if spoken.query.intent in _ABOUT_NOTHING else _MAKERS
    for kind, make in makers.items():
        made = list(make(told, rng))
        if not made:
            continue
        start, end, new = rng.choice(made)
        said = right[:start] + new + right[end:]
        bad = _excerpt(said, start, start + len(new))
        if said != right and bad not in known and bad not in right:
            yield kind, said, bad
    trailer = rng.choice(_TRAILERS)
    yield "trailer", right + trailer, trailer.strip()


def _excerpt(text: str, start: int, end: int) -> str:
    """What was changed, with what stands beside it in its clause."""
    before = text[max(0, start - 6) : start]
    after = text[end : end + 6]
    before = re.split(r"[，。；;！!？?\n]", before)[-1]
    after = re.split(r"[，。；;！!？?\n]", after)[0]
    return f"{before}{text[start:end]}{after}"


def _figures(told: Told, change: Callable[[str], str]) -> Iterator[tuple[int, int, str]]:
    names = [one for one in _names(told.spoken) if re.search(r"\d", one)]
    held = {span for name in names for span in _spans(told.text, name)}
    for match in re.finditer(r"(?<![\dVv.A-Za-z/:：\[#-])\d{1,4}(?![\d:：.\]a-dA-D/-])", told.text):
        line_start = told.text.rfind("\n", 0, match.start()) + 1
        numbered = told.text[line_start : match.start()].strip() == "" and told.text[
            match.end() : match.end() + 1
        ] in {".", "、"}
        inside = any(start <= match.start() < end for start, end in held)
        if not numbered and not inside and _is_exact(told, match.start()):
            yield match.start(), match.end(), change(match[0])


def _is_exact(told: Told, at: int) -> bool:
    return told.is_free(at) and not _LOOSE.search(told.clause(at))


def _shifted(text: str) -> str:
    return str(int(text) + 1)


def _turned(text: str) -> str:
    return text[::-1] if len(text) > 1 and text != text[::-1] and text[-1] != "0" else f"{text}0"


def _less(text: str) -> str:
    return str(int(text) - 1) if int(text) > 1 else str(int(text) + 2)


def _in_words(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    pattern = rf"(?<![第這那前後另每上下週期拜月幾之{_HAN}百千點])([兩二三四五六七八九])(?={_UNIT})"
    for match in re.finditer(pattern, told.text):
        others = [one for one in "三四五六七八九" if one != match[1]]
        if _is_exact(told, match.start()):
            yield match.start(), match.end(), rng.choice(others)


def _grades(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    lettered = r"(?:5\.)?\b1[0-5]([a-d])(?![a-z/])|\b5\.1[0-5]([a-d])(?![a-z/])"
    for match in re.finditer(lettered, told.text):
        at = match.end() - 1
        if told.is_free(at):
            yield at, at + 1, rng.choice([one for one in "abcd" if one != told.text[at]])
    whole = r"(?<![A-Za-z])V(\d{1,2})(?![\d/+-])|(?<![\d.])5\.([5-9])(?![\d/+a-d])"
    for match in re.finditer(whole, told.text):
        group = 1 if match[1] else 2
        if told.is_free(match.start(group)):
            yield match.start(group), match.end(group), str(int(match[group]) + 1)


def _grades_swapped(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    del rng
    grades = list(re.finditer(r"(?<![\w.])(?:5\.\d+[a-d]?|V\d+)(?![\w/+])", told.text))
    names = _route_names(told.spoken)
    for one, other in pairwise(grades):
        between = told.text[one.end() : other.start()]
        first = told.text[: one.start()]
        apart = any(name in between for name in names) and any(name in first for name in names)
        if apart and one[0] != other[0] and "都" not in between and told.is_free(one.start()):
            yield one.start(), other.end(), f"{other[0]}{between}{one[0]}"


def _names_swapped(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    """Another record of the answer in place of the one that a figure or comparison is said of."""
    del rng
    text = told.text
    names = sorted({one for one in _names(told.spoken) if len(one) > 1}, key=len, reverse=True)
    found = [(start, end, name) for name in names for start, end in _spans(text, name)]
    spots = sorted(
        one
        for one in found
        if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in found)
    )
    for one, other in pairwise(spots):
        between, after = text[one[1] : other[0]], text[other[1] : other[1] + 12]
        first, second = re.search(r"\d[\d.]*[a-d]?", between), re.search(r"\d[\d.]*[a-d]?", after)
        alike = re.search(r"都|和|跟|與|一樣|同|、$", between + after)
        kin = _family(told.spoken, one[2]) == _family(told.spoken, other[2]) != ""
        if kin and first and second and first[0] != second[0] and not alike and one[2] != other[2]:
            yield one[0], other[1], f"{other[2]}{between}{one[2]}"


def _other_place(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    """A place that the answer is not about in place of the one that it is about."""
    evidence = told.evidence
    places: tuple[Any, ...] = (*evidence.crags, *evidence.areas, *evidence.gyms)
    own = [one.name for one in places if one.name]
    others = [
        one
        for one in ("晴天灣", "回家坪", "霧鳴岬", "石螢谷", "岩嶼攀岩館-台中店")
        if not any(one in name or name in one for name in own)
        and one not in told.spoken.query.text
        and one not in told.spoken.draft.text
    ]
    for name in own:
        at = told.text.find(name)
        if at >= 0 and others and told.is_free(at):
            yield at, at + len(name), rng.choice(others)


def _person(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    people = {one.first_ascent for one in told.evidence.routes if one.first_ascent}
    others = [one for one in (*_PEOPLE, *people) if one not in told.spoken.query.text]
    for person in people:
        at = told.text.find(person)
        wrong = [one for one in others if one not in person and person not in one]
        if at >= 0 and wrong and told.is_free(at):
            yield at, at + len(person), rng.choice(wrong)


def _dates(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    patterns = (
        r"(?<=/)\d{1,2}(?![\d/])|\d{1,2}(?=\s?[日號](?!營))|\d{1,2}(?=\s?月)"
        r"|(?<=-)\d\d(?!\d|:)|(?<=\d-)\d\d(?=-)"
    )
    for match in re.finditer(patterns, told.text):
        if _is_exact(told, match.start()) and match[0].isdigit():
            new = int(match[0]) % 12 + 1
            yield match.start(), match.end(), f"{new:0{len(match[0])}d}"
    for match in re.finditer(r"(?<=[週期拜])[一二三四五六日]", told.text):
        others = [
            one for one in "一二三四五六日" if one != match[0] and not _alike(told, match[0], one)
        ]
        if told.is_free(match.start()) and others:
            yield match.start(), match.end(), rng.choice(others)


def _hours(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    hours = r"\b(\d{1,2})(?=:\d\d)|(?<![\d:])(\d{1,2})(?=\s?(?:點|[ap]m))"
    for match in re.finditer(hours, told.text):
        if _is_exact(told, match.start()):
            yield match.start(), match.end(), str(int(match[0]) + rng.choice((-1, 1)))
    for match in re.finditer(r"(?<=\d:)\d\d", told.text):
        yield match.start(), match.end(), "15" if match[0] != "15" else "45"
    for match in re.finditer(
        rf"(?<![{_HAN}幾])[二三四五六七八九十](?=點(?!半?多|[大小心]))", told.text
    ):
        if _is_exact(told, match.start()):
            others = [one for one in "三四五六七八" if one != match[0]]
            yield match.start(), match.end(), rng.choice(others)


def _alike(told: Told, day: str, other: str) -> bool:
    """Whether a gym has the same hours on both days, or the other day is spoken of as well."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    first, second = (days["一二三四五六日".index(one)] for one in (day, other))
    hours = [
        {day[:3].lower(): spans for day, spans in gym.hours.items()} for gym in told.evidence.gyms
    ]
    in_a_span = re.search(r"[週期拜][一二三四五六日][到至-]|[到至-][週期拜]", told.text)
    told_of = any(f"{week}{other}" in told.text for week in "週期拜")
    return (
        bool(in_a_span)
        or told_of
        or not hours
        or any(_overlap(one.get(first, ()), one.get(second, ())) for one in hours)
    )


def _overlap(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> bool:
    """Whether two days share an hour of opening or closing, or are both closed."""
    ends = {end for span in one for end in span} & {end for span in other for end in span}
    return bool(ends) or one == other


def _words(kind: str) -> Make:
    def make(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
        del rng
        if _is_alike(told, kind):
            return
        known = f"{told.spoken.draft.text} {told.spoken.evidence}".casefold()
        for pair in _SWAPS[kind]:
            for old, new in (pair, pair[::-1]) if kind not in {"yes", "all"} else (pair,):
                pattern = rf"\b{re.escape(old)}\b" if old.strip().isascii() else re.escape(old)
                for match in re.finditer(pattern, told.text):
                    at = match.start()
                    around = told.text[max(0, at - 3) : match.end() + 3]
                    doubled = new and new in told.text
                    # where prose knows both words, either may be right
                    if (
                        told.spoken.query.intent == "knowledge"
                        and kind != "yes"
                        and new
                        and new.casefold() in known
                    ):
                        continue
                    if (
                        not _IDIOMS.search(around)
                        and (told.is_free(at) or kind == "yes")
                        and not (doubled and kind not in {"yes", "order"})
                        and not re.search("[吗嗎?？]", told.clause(at))
                    ):
                        yield at, match.end(), new

    return make


def _is_alike(told: Told, kind: str) -> bool:
    """Whether the other word would be as right: all are alike, or the values are the same."""
    evidence = told.evidence
    if kind == "ticket":
        prices = [one.prices for one in evidence.gyms]
        return any(one.get("weekday") == one.get("weekend") for one in prices)
    if kind in {"extreme", "compared"}:
        return len({str(one.grade) for one in evidence.routes}) == 1 and not evidence.gyms
    if kind == "type":
        return len({one.type for one in evidence.routes}) > 1
    return False


def _only(told: Told, rng: Random) -> Iterator[tuple[int, int, str]]:
    """Only one of several, none of which is an answer alone."""
    names = _route_names(told.spoken)
    if told.spoken.query.intent != "list" or len(names) < 2:
        return
    found = [one for one in names if one in told.text]
    if len(found) == 1 and told.spoken.query.language == "zh":
        at = told.text.find(found[0])
        yield at, at, "只有"
    del rng


_MAKERS: Final[dict[str, Make]] = {
    "figure_more": lambda told, _: _figures(told, _shifted),
    "figure_less": lambda told, _: _figures(told, _less),
    "figure_turned": lambda told, _: _figures(told, _turned),
    "figure_words": _in_words,
    "grade": _grades,
    "grades_swapped": _grades_swapped,
    "names_swapped": _names_swapped,
    "place": _other_place,
    "person": _person,
    "date": _dates,
    "hour": _hours,
    "only": _only,
    **{kind: _words(kind) for kind in _SWAPS},
}


def _spans(text: str, name: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in re.finditer(re.escape(name), text))


def _names(spoken: Spoken) -> Iterator[str]:
    evidence = spoken.evidence
    places = (*evidence.crags, *evidence.areas, *evidence.sectors)
    records: tuple[Any, ...] = (*evidence.routes, *evidence.gyms, *places)
    for one in records:
        yield from (name for name in (one.name, one.name_en, *one.aliases) if name)
    yield from (one.name for one in evidence.groups)
    yield from (line for line in re.findall(r"「([^」]+)」", body_of(spoken.draft.text)))


def _route_names(spoken: Spoken) -> list[str]:
    return list(dict.fromkeys(one.name for one in spoken.evidence.routes if len(one.name) > 1))


def _family(spoken: Spoken, name: str) -> str:
    evidence = spoken.evidence
    families: dict[str, tuple[Any, ...]] = {
        "route": evidence.routes, "gym": evidence.gyms, "crag": evidence.crags,
        "area": evidence.areas, "sector": evidence.sectors, "group": evidence.groups,
    }  # fmt: skip
    kinds = (kind for kind, each in families.items() if any(one.name == name for one in each))
    return next(kinds, "")
