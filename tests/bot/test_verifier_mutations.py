"""Adversary: correct texts about invented records pass, and every single changed fact is found."""

from __future__ import annotations

import random
import re
import time
from dataclasses import dataclass
from datetime import date

import pytest

from bot.schema import Evidence
from bot.verifier import verify
from knowledge.gazetteer import Gazetteer
from knowledge.grades import parse_grade
from knowledge.schema import WEEKDAYS, Area, Crag, Flag, Gym, Route, Source

LETTERS = [f"5.{number}{letter}" for number in range(10, 14) for letter in "abcd"]
HEADS = (
    *("晨霧", "鐵匠", "風箏", "橘子", "螢火", "渡船", "石虎", "燈塔"),
    *("雨鞋", "麥田", "墨魚", "竹筏", "候鳥", "月台", "豆花", "浮球"),
)
TAILS = (
    *("的午後", "筆記", "大冒險", "回聲", "練習曲", "三部曲"),
    *("之夢", "早餐店", "隧道", "演習", "信號", "協奏曲"),
)
MUTATIONS = 40
SEEDS = range(14)


@dataclass(frozen=True)
class Case:
    """A correct text and the pieces of it that are facts, by kind."""

    text: str
    facts: tuple[tuple[str, str], ...]


def make_evidence(rng: random.Random, routes: int = 8) -> Evidence:
    names = rng.sample([head + tail for head in HEADS for tail in TAILS], routes)
    crags = (
        Crag(id="c1", name="鯨尾灣", source_id="s"),
        Crag(id="c2", name="雲谷崖", source_id="s"),
    )
    areas = (
        Area(id="c1/a", crag_id="c1", name="尾鰭牆", source_id="s"),
        Area(id="c1/b", crag_id="c1", name="藍洞壁", source_id="s"),
        Area(id="c2/a", crag_id="c2", name="雲頂壁", source_id="s"),
    )
    return Evidence(
        today=date(2026, 11, 20),
        routes=tuple(make_route(rng, name, index, areas) for index, name in enumerate(names)),
        crags=crags,
        areas=areas,
        gyms=tuple(make_gym(rng, index) for index in range(3)),
        sources=(Source(id="s", title="虛構圖冊", updated_on=date(2026, 3, 2)),),
    )


def make_route(rng: random.Random, name: str, index: int, areas: tuple[Area, ...]) -> Route:
    area = rng.choice(areas)
    return Route(
        id=f"r{index}",
        crag_id=area.crag_id,
        area_id=area.id,
        name=name,
        grade=parse_grade(LETTERS[(index * 2 + rng.randrange(2)) % len(LETTERS)]),
        source_id="s",
        type=rng.choice(["sport", "trad"]),
        length_m=float(6 + index * 3 + rng.randrange(3)),
        bolts=3 + index * 2 + rng.randrange(2),
        first_ascent=rng.choice(["阿海", "Mina", "老石"]),
        first_ascent_on=f"20{10 + index:02d}-0{rng.randrange(1, 10)}-1{index % 10}",
        description=rng.choice(["起攀走左側裂隙。", "大點大動作，難關在上半段。", ""]),
        flags=(Flag("old_bolts", "bolt 老舊", f"20{10 + index}"),) if rng.random() < 0.3 else (),
    )


def make_gym(rng: random.Random, index: int) -> Gym:
    opens, closes = 10 + index, 21 + index
    week = ((f"{opens}:00", f"{closes}:00"),)
    end = ((f"0{7 + index}:30", f"{17 + index}:30"),)
    return Gym(
        id=f"g{index}",
        name=["貓頭鷹攀岩館", "海鹽抱石空間", "北風岩館"][index],
        source_id="s",
        hours={
            **dict.fromkeys(WEEKDAYS[:5], week),
            **dict.fromkeys(WEEKDAYS[5:], end),
            "holiday": end,
        },
        prices={
            "weekday": 300 + index * 20,
            "weekend": 410 + index * 20,
            "shoes": 90 + index,
        },
        phone=f"0{2 + index}-55{rng.randrange(10, 99)}-{rng.randrange(1000, 9999)}",
        website=f"https://gym{index}.example.org/",
    )


def metres(route: Route) -> str:
    return f"{route.length_m:g}"


def place(route: Route, evidence: Evidence) -> tuple[str, str]:
    area = evidence.area(route.area_id)
    crag = evidence.crag(route.crag_id)
    assert area is not None
    assert crag is not None
    return crag.name, area.name


def fact_line(route: Route, evidence: Evidence) -> Case:
    crag, area = place(route, evidence)
    text = (
        f"「{route.name}」的難度是 {route.grade.raw}，長 {metres(route)} 公尺，"
        f"{route.bolts} 個 bolt，在{crag}›{area}。\n"
        f"首攀：{route.first_ascent}（{route.first_ascent_on}）"
    )
    return Case(text, (*route_facts(route), ("date", route.first_ascent_on), ("place", area)))


def list_block(routes: tuple[Route, ...], evidence: Evidence) -> Case:
    lines = [f"鯨尾灣和雲谷崖：共 {len(routes)} 條。"]
    facts: list[tuple[str, str]] = [("count", f"共 {len(routes)} 條")]
    for index, route in enumerate(routes, start=1):
        line = f"{index}. {route.name}｜{route.grade.raw}｜運攀・{metres(route)} m｜"
        lines.append(line + place(route, evidence)[1])
        facts += [("grade", f"{route.name}｜{route.grade.raw}"), ("length", f"{metres(route)} m")]
        facts += [("name", f"{index}. {route.name}｜")]
    return Case("\n".join(lines), tuple(facts))


def recommendation(routes: tuple[Route, ...], evidence: Evidence) -> Case:
    lines = ["為你推薦｜鯨尾灣・資料日期 2026-03-02"]
    facts: list[tuple[str, str]] = [("date", "2026-03-02")]
    for route in routes:
        crag, area = place(route, evidence)
        warned = (
            f"bolt 老舊（回報 {route.flags[0].reported_on}）" if route.flags else "資料未列風險"
        )
        lines += [
            "",
            f"🧗 {route.name}｜{route.grade.raw}｜運攀・{metres(route)} m",
            f"📍 {crag}›{area}",
            f"🔩 {route.bolts} 顆 bolt；固定點：未記載",
            f"✨ 特色：{route.description or '未記載'}",
            f"⚠️ 注意：{warned}",
            "📚 來源：虛構圖冊（更新 2026-03-02）",
        ]
        facts += [("grade", route.grade.raw), ("length", f"{metres(route)} m"), ("place", area)]
        facts += [("bolts", f"{route.bolts} 顆 bolt"), ("name", f"🧗 {route.name}｜")]
    return Case("\n".join(lines), tuple(facts))


def gym_card(gym: Gym) -> Case:
    week, end = gym.hours["monday"][0], gym.hours["sunday"][0]
    text = (
        f"{gym.name}\n🕒 平日 {week[0]}–{week[1]}、週末 {end[0]}–{end[1]}\n"
        f"💰 平日 {gym.prices['weekday']} 元、假日 {gym.prices['weekend']} 元、"
        f"岩鞋 {gym.prices['shoes']} 元\n📞 {gym.phone}\n🔗 {gym.website}"
    )
    facts = [("time", time) for time in (*week, *end)]
    facts += [("price", f"{price} 元") for price in gym.prices.values()]
    return Case(text, (*facts, ("phone", gym.phone), ("link", gym.website)))


def route_facts(route: Route) -> tuple[tuple[str, str], ...]:
    return (
        ("grade", route.grade.raw),
        ("length", f"{metres(route)} 公尺"),
        ("bolts", f"{route.bolts} 個 bolt"),
        ("name", f"「{route.name}」"),
    )


def cases(rng: random.Random, evidence: Evidence) -> list[Case]:
    return [
        *(fact_line(route, evidence) for route in evidence.routes[:3]),
        list_block(evidence.routes, evidence),
        recommendation(tuple(rng.sample(evidence.routes, 3)), evidence),
        *(gym_card(gym) for gym in evidence.gyms),
    ]


def mutate(rng: random.Random, kind: str, piece: str) -> str:
    """The piece with another value of its kind, near the right one or taken from another record."""
    if kind == "grade":
        grade = re.search(r"5\.\d+[a-d]", piece)
        assert grade is not None
        index = LETTERS.index(grade.group())
        shifted = LETTERS[index - 1] if index else LETTERS[1]
        return piece.replace(grade.group(), shifted)
    if kind == "name":
        invented = rng.choice(HEADS) + rng.choice(["的海", "大風吹", "列車"])
        return re.sub(r"[\u4e00-\u9fff]+", invented, piece, count=1)
    if kind == "place":
        return {"尾鰭牆": "雲頂壁", "藍洞壁": "尾鰭牆", "雲頂壁": "藍洞壁"}[piece]
    if kind == "link":
        return piece.replace("gym", "gyn")
    digits = [match.start() for match in re.finditer(r"\d", piece)]
    at = digits[-1] if kind != "date" else rng.choice(digits[2:4])
    return piece[:at] + str((int(piece[at]) + 1) % 10) + piece[at + 1 :]


def replaced(text: str, piece: str, changed: str) -> str:
    """The text with the first whole occurrence of the piece changed."""
    before = r"(?<![\d.])" if piece[0].isdigit() else ""
    after = r"(?!\d)" if piece[-1].isdigit() else ""
    return re.sub(before + re.escape(piece) + after, lambda _: changed, text, count=1)


@pytest.mark.parametrize("seed", SEEDS)
def test_correct_texts_pass(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    evidence = make_evidence(rng)
    for case in cases(rng, evidence):
        assert verify(case.text, evidence).unsupported == (), case.text


@pytest.mark.parametrize("seed", SEEDS)
def test_every_changed_fact_is_found(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    evidence = make_evidence(rng)
    pool = [(case, fact) for case in cases(rng, evidence) for fact in case.facts]
    for case, (kind, piece) in rng.sample(pool, min(MUTATIONS, len(pool))):
        changed = replaced(case.text, piece, mutate(rng, kind, piece))
        assert changed != case.text
        assert not verify(changed, evidence).ok, f"{kind} {piece}\n{changed}"


@pytest.mark.parametrize("seed", SEEDS)
def test_facts_swapped_between_two_records_are_found(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    evidence = make_evidence(rng)
    one, two = rng.sample(evidence.routes, 2)
    texts = {
        f"「{one.name}」{two.grade.raw}、「{two.name}」{one.grade.raw}。",
        f"「{one.name}」有 {two.bolts} 個 bolt，「{two.name}」有 {one.bolts} 個 bolt。",
        f"・{one.name}：{metres(two)} 公尺\n・{two.name}：{metres(one)} 公尺",
        f"「{one.name}」首攀於 {two.first_ascent_on}。",
        f"「{one.name}」和「{two.name}」分別是 {two.grade.raw} 和 {one.grade.raw}。",
    }
    for text in texts:
        assert not verify(text, evidence).ok, text


def test_names_of_the_catalogue_outside_the_evidence_are_found() -> None:
    rng = random.Random(1)  # noqa: S311
    evidence = make_evidence(rng, routes=30)
    gazetteer = Gazetteer.build(evidence.crags, evidence.areas, (), evidence.routes, evidence.gyms)
    shown = Evidence(routes=evidence.routes[:3], crags=evidence.crags, areas=evidence.areas)
    for route in evidence.routes[:3]:
        assert verify(f"我會選 {route.name} 來爬", shown, gazetteer=gazetteer).ok
    for route in evidence.routes[3:]:
        verdict = verify(f"我會選 {route.name} 來爬", shown, gazetteer=gazetteer)
        assert [one.kind for one in verdict.unsupported] == ["route"]


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    rng = random.Random(2)  # noqa: S311
    small, large = (make_evidence(rng, routes=count) for count in (30, 120))
    seconds = []
    for evidence in (small, large):
        text = list_block(evidence.routes, evidence).text
        runs = []
        for _ in range(5):
            start = time.process_time()
            assert verify(text, evidence).ok
            runs.append(time.process_time() - start)
        seconds.append(min(runs))
    # four times the text may cost four times the time; sixteen would be quadratic
    assert seconds[1] < 9 * seconds[0]
