"""Lies made of true names and figures: swapped, turned round, or spelled out of sight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.prompts import body_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from bot.prompts import Spoken
    from knowledge.schema import Route

Lie = tuple[str, str, str]
"""Its kind, what the model says, and the words that must not be heard."""
_DISGUISES: dict[str, Callable[[str], str]] = {
    "keycap": lambda text: "".join(f"{c}\ufe0f\u20e3" if c.isdigit() else c for c in text),
    "subscript": lambda text: text.translate(str.maketrans("0123", "₀₁₂₃")),
    "circled": lambda text: text.translate(str.maketrans("15", "①⑤")),
    "roman": lambda text: text.replace("5", "\u2164", 1),
    "arabic": lambda text: "".join(chr(0x660 + int(c)) if c.isdigit() else c for c in text),
    "thai": lambda text: "".join(chr(0xE50 + int(c)) if c.isdigit() else c for c in text),
    "bold": lambda text: "".join(chr(0x1D7CE + int(c)) if c.isdigit() else c for c in text),
    "han": lambda text: f"五點{text[2:]}",
    "leader": lambda text: text.replace(".", "\u2024"),
    "middle": lambda text: text.replace(".", "·"),
    "comma": lambda text: text.replace(".", ","),
    "undotted": lambda text: text.replace(".", ""),
    "upper": lambda text: text[:-1] + text[-1].upper(),
    "about": lambda text: f"大約 {text}",
    "more": lambda text: f"不只這樣，是 {text}",
    "html": lambda text: f"5&#46;{text[2:]}",
    "latex": lambda text: f"${text}$",
}
_CHANGED_WORDS = {
    "一兩年": "三個月",
    "第一次": "第五次",
    "雙腳": "單腳",
    "大邊": "小邊",
    "兩個": "八個",
}


def relational_lies(spoken: Spoken, right: str, rng: Random) -> Iterator[Lie]:
    """Lies about how the records of an answer stand to each other."""
    body = body_of(spoken.draft.text)
    intent = spoken.query.intent
    if spoken.query.language == "zh":
        if intent == "compare":
            yield from _compared(spoken, body)
        if intent in {"list", "superlative"}:
            yield from _listed(spoken, rng)
        if intent == "fact" and not spoken.draft.abstained:
            yield from _of_one(spoken)
        if intent == "gym_hours":
            yield from _opened(spoken, body)
        if intent == "gym_price":
            yield from _priced(spoken)
        if intent == "knowledge":
            yield from _of_cards(spoken)
        if intent == "crag_info" and any(crag.sensitive for crag in spoken.evidence.crags):
            for way in ("由果園旁的小徑徒步約20分鐘", "座標是 23.5, 122.4", "請勿停在果園門口"):
                yield "sensitive_way", f"{way}。", way
    yield from _disguised(right)


def _compared(spoken: Spoken, body: str) -> Iterator[Lie]:
    turned = (
        (
            r"「(.+?)」比較難",
            (
                *("{loser}比較難", "{winner}比較簡單", "{loser}比{winner}難", "{loser}難一點"),
                *("{loser}比較硬", "{loser}勝出", "{loser}略勝一籌", "{loser}難度高出不少"),
                *("兩條一樣難", "難度平手", "{loser}贏過{winner}", "{winner}相對容易"),
            ),
        ),
        (r"「(.+?)」比較長", ("{loser}比較長", "{winner}比較短", "兩條一樣長", "兩條等長")),
        (
            r"「(.+?)」的路線比較多",
            (
                "{loser}的路線比較多",
                "{loser}比較多",
                "{loser}領先",
                "路線數{loser}贏",
                "兩邊一樣多",
            ),
        ),
        (
            r"平日單次：「(.+?)」比較便宜",
            (
                *("{loser}比較便宜", "{winner}比較貴", "平日{loser}便宜", "{loser}比較划算"),
                *("{loser}勝出", "兩間一樣貴", "平日{loser}省"),
            ),
        ),
    )
    evidence = spoken.evidence
    names = [one.name for one in evidence.routes]
    names += [one.name for one in evidence.gyms]
    names += [one.name for one in evidence.groups]
    for pattern, lies in turned:
        match = re.search(pattern, body)
        losers = [name for name in names if match and name != match[1]]
        if match and len(losers) == 1:
            for lie in lies:
                said = lie.format(loser=losers[0], winner=match[1])
                yield "comparison_turned", f"{said}。", said
    if len(evidence.routes) == 2:
        yield from _swapped(evidence.routes[0], evidence.routes[1])


def _listed(spoken: Spoken, rng: Random) -> Iterator[Lie]:
    routes = [one for one in spoken.evidence.routes if len(one.name) > 1]
    if len(routes) < 2:
        return
    one, other = rng.sample(routes, 2)
    yield from _swapped(one, other)
    yield "only_one", f"只有{one.name}一條。", f"只有{one.name}"
    yield "only_one", f"就{one.name}而已。", f"就{one.name}而已"
    if len({route.grade.raw for route in routes}) > 1:
        yield "all_alike", f"都是 {one.grade.raw}。", f"都是 {one.grade.raw}"
    measured = [route for route in routes if route.length_m is not None]
    longest = max((route.length_m or 0 for route in measured), default=0)
    for route in measured:
        if (route.length_m or 0) < longest and spoken.query.intent == "list":
            yield "longest_wrong", f"最長的是{route.name}。", f"最長的是{route.name}"
            break
    graded = [(_number(route), route) for route in routes]
    if all(number[0] for number, _ in graded) and len({number for number, _ in graded}) > 1:
        ordered = sorted(graded, key=lambda pair: pair[0])
        easy, hard = ordered[0], ordered[-1]
        for number, route in graded:
            if number < hard[0]:
                yield "hardest_wrong", f"最難的是{route.name}。", f"最難的是{route.name}"
            if number > easy[0]:
                yield "easiest_wrong", f"最簡單的是{route.name}。", f"最簡單的是{route.name}"
        yield "range_wrong", f"從 {easy[1].grade.raw} 到 5.15a 都有。", "5.15a"


def _number(route: Route) -> tuple[int, str]:
    match = re.fullmatch(r"5\.(\d+)([a-d]?)", route.grade.raw)
    return (int(match[1]), match[2]) if match else (0, "")


def _swapped(one: Route, other: Route) -> Iterator[Lie]:
    first, second = one.grade.raw, other.grade.raw
    alike = first in second or second in first
    if not alike and one.name != other.name:
        lie = f"{one.name} {second}"
        yield "values_swapped", f"{lie}、{other.name} {first}。", lie
        lie = f"{one.name}（{second}）"
        yield "values_swapped", f"有{lie}和{other.name}（{first}）。", lie


def _of_one(spoken: Spoken) -> Iterator[Lie]:
    if len(spoken.evidence.routes) != 1:
        return
    (route,) = spoken.evidence.routes
    yield from _unrecorded(route)
    other = {"sport": "傳攀", "trad": "運攀", "boulder": "運攀", "toprope": "傳攀"}.get(
        str(route.type)
    )
    if other:
        yield "type_swapped", f"{route.name}是{other}。", f"{route.name}是{other}"
        yield "type_swapped", f"{route.name} {route.grade.raw}，{other}。", f"，{other}"
    if route.length_m:
        lie = f"{route.length_m:g} 英尺"
        yield "unit_swapped", f"{route.name}長 {lie}。", lie
    if route.bolts:
        lie = f"{route.bolts + 2} 個"
        yield "bolts_wrong", f"{lie}，{route.grade.raw}。", lie
    if route.first_ascent_on[:4].isdigit():
        lie = f"{int(route.first_ascent_on[:4]) - 1} 年"
        yield "year_wrong", f"{route.name}是 {lie}首攀的。", lie


def _unrecorded(route: Route) -> Iterator[Lie]:
    """What is recorded is said not to be, and figures are said to be more or less."""
    if "?" not in route.grade.raw:
        for lie in (f"{route.name}還沒定級", f"{route.name}的難度不明", f"不到 {route.grade.raw}"):
            yield "denied_record", f"{lie}。", lie
    if route.length_m:
        metres = f"{route.length_m:g} 公尺"
        for lie in (f"{route.name}的長度沒有記載", f"{route.name}不到 {metres}"):
            yield "denied_record", f"{lie}。", lie
        yield "denied_record", f"{route.name}超過 {metres}。", f"超過 {metres}"
    if route.first_ascent:
        lie = f"{route.name}的首攀者不詳"
        yield "denied_record", f"{lie}。", lie
    if route.bolts:
        lie = f"{route.name}沒有 bolt"
        yield "denied_record", f"{lie}。", lie
        lie = f"不到 {route.bolts} 個 bolt"
        yield "denied_record", f"{lie}。", lie


def _opened(spoken: Spoken, body: str) -> Iterator[Lie]:
    gym = spoken.evidence.gyms[0]
    first = body.split("\n", maxsplit=1)[0]
    said = re.search(r"(\d\d:\d\d)-(\d\d:\d\d)", first)
    if said is None and not re.search("公休|沒開|休館", first):
        return  # the hours of every day
    if said is None:
        yield "open_turned", f"{gym.name}那天有開。", "那天有開"
        return
    yield "open_turned", f"{gym.name}今天公休。", "今天公休"
    yield "open_turned", "那天沒開。", "那天沒開"
    for spans in gym.hours.values():
        for opens, closes in spans:
            if closes not in first and opens not in first:
                yield "other_day", f"{opens}-{closes}。", f"{opens}-{closes}"
            if closes not in first:
                yield "other_day", f"{gym.name}開到 {closes}。", f"開到 {closes}"


def _priced(spoken: Spoken) -> Iterator[Lie]:
    prices = spoken.evidence.gyms[0].prices if spoken.evidence.gyms else {}
    weekday, weekend = prices.get("weekday"), prices.get("weekend")
    if weekday and weekend and weekday != weekend:
        lie = f"平日 {weekend}"
        yield "tickets_swapped", f"{lie} 元，假日 {weekday} 元。", lie
        yield "tickets_swapped", f"{lie}、假日 {weekday}。", lie


def _of_cards(spoken: Spoken) -> Iterator[Lie]:
    text = spoken.evidence.cards[0].card.text if spoken.evidence.cards else ""
    for sentence in (one.strip() for one in re.split(r"[。；\n]", text)):
        if not 8 <= len(sentence) <= 60:
            continue
        for no in ("不要", "不是", "沒有", "不"):
            if no in sentence:
                lie = sentence.replace(
                    no, {"不要": "要", "不是": "是", "沒有": "有"}.get(no, ""), 1
                )
                yield "denial_turned", f"{lie} [1]。", lie
                break
        for word, other in _CHANGED_WORDS.items():
            if word in sentence:
                lie = sentence.replace(word, other, 1)
                yield "card_changed", f"{lie} [1]。", lie


def _disguised(right: str) -> Iterator[Lie]:
    match = re.search(r"5\.1\d[a-d](?![/+])", right)
    if match is None:
        return
    wrong = match[0][:-1] + ("d" if match[0][-1] != "d" else "a")
    for kind, disguise in _DISGUISES.items():
        lie = disguise(wrong)
        yield f"grade_{kind}", right.replace(match[0], lie, 1), lie
