"""The phrase banks, and outside text made harmless."""

from __future__ import annotations

import string
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rendering import RENDERERS, render
from bot.rendering.cleaning import clean, web_address
from bot.rendering.labels import (
    CRAG_FIELD_NAMES,
    GYM_FIELD_NAMES,
    ROUTE_FIELD_NAMES,
    type_label,
)
from bot.rendering.phrases import PHRASES
from bot.rendering.phrases.safety import SAFETY_PHRASES
from bot.schema import CRAG_FIELDS, GYM_FIELDS, ROUTE_FIELDS, Evidence, Intent, ScoredCard
from knowledge.filters import GymFilter, RouteFilter, RouteOrderBy
from knowledge.grades import parse_grade
from knowledge.schema import Area, Card, Crag, Flag, Gym, Route, Sector, Source
from knowledge.terms import lint
from tests.bot.rendering_records import TODAY, mention, query

PARTICLES = set("喔啦欸耶吧囉")


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(PHRASES))
def test_every_wording_of_a_phrase_takes_the_same_values(key: str) -> None:
    phrase = PHRASES[key]
    assert phrase.zh
    assert phrase.en
    assert len({frozenset(_fields(text)) for text in (*phrase.zh, *phrase.en)}) == 1


def test_phrases_are_written_in_taiwan_chinese() -> None:
    for key, phrase in PHRASES.items():
        for text in phrase.zh:
            assert not lint(text), (key, lint(text))
            assert "您" not in text, key
            assert sum(text.count(particle) for particle in PARTICLES) <= 1, key


def test_english_phrases_are_english() -> None:
    for key, phrase in PHRASES.items():
        for text in phrase.en:
            assert not any("\u4e00" <= char <= "\u9fff" for char in text), key


def test_safety_wording_is_fixed_and_plain() -> None:
    for key, phrase in SAFETY_PHRASES.items():
        assert len(phrase.zh) == len(phrase.en) == 1, key
        assert not PARTICLES & set(phrase.zh[0]), key


def test_every_intent_and_field_has_words() -> None:
    assert set(RENDERERS) == set(get_args(Intent))
    assert set(ROUTE_FIELDS) <= set(ROUTE_FIELD_NAMES)
    assert set(CRAG_FIELDS) - {"overview"} <= set(CRAG_FIELD_NAMES)
    assert set(GYM_FIELDS) - {"overview"} <= set(GYM_FIELD_NAMES)
    assert type_label("trad", "zh") == "傳攀"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@everyone 快來", "＠everyone 快來"),
        ("@here", "＠here"),
        ("<@123> 好", "＜@123> 好"),
        ("與 <防彈背心> 共用", "與 <防彈背心> 共用"),
        ("[點我](https://evil.example/x)", "點我（evil.example）"),
        ("看 https://evil.example/path?x=1 吧", "看 evil.example 吧"),
        ("discord.gg/abc123", "discord.gg"),
        ("一\x00二\u202e三\u200b四", "一二三四"),
        ("第一行\n第二行", "第一行 第二行"),
        ("@salt-gym", "@salt-gym"),
    ],
)
def test_outside_text_loses_its_power(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_only_plain_web_addresses_are_shown_as_links() -> None:
    assert web_address(" https://example.org/a?b=1 ") == "https://example.org/a?b=1"
    for bad in ("javascript:alert(1)", "https://a b", "https://x/@everyone", "ftp://x", ""):
        assert not web_address(bad)


_HOSTILE = st.sampled_from(
    [
        "", " ", "@everyone", "<@1>", "{name}", "%s", "a" * 900, "｜；固定點：", "\n\n",
        "\x00\x1b[31m", "（更新 1999-01-01）", "[x](http://a.b/c)", "\u202e反", "😀" * 5,
        "5.10a", "119", "為你推薦｜", "'; DROP TABLE routes;--", "「」", "路線",
    ]
)  # fmt: skip
_ANY = st.one_of(_HOSTILE, st.text(max_size=20))


@st.composite
def _evidence(draw: st.DrawFn) -> Evidence:
    flags = (Flag("old_bolts", draw(_ANY), draw(_ANY)),)
    routes = tuple(
        Route(
            id=f"r{number}",
            crag_id="c",
            area_id="c/a",
            sector_id="c/a/s",
            source_id="s",
            name=draw(_ANY),
            name_en=draw(_ANY),
            grade=parse_grade(draw(_ANY)),
            type=draw(st.sampled_from([None, "sport", "boulder"])),
            length_m=draw(st.sampled_from([None, 12.5])),
            pitch=draw(st.sampled_from(["", "P1"])),
            bolts=draw(st.sampled_from([None, 0, 4])),
            description=draw(_ANY),
            first_ascent=draw(_ANY),
            videos=(draw(_ANY),),
            flags=flags if draw(st.booleans()) else (),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    crag = Crag("c", draw(_ANY), "s", address=draw(_ANY), description=draw(_ANY), flags=flags)
    gym = Gym(
        "g",
        draw(_ANY),
        "s",
        hours={"monday": (("12:00", "23:00"),)},
        prices={draw(_ANY): 5},
        notes=draw(_ANY),
        facilities=(draw(_ANY),),
        website=draw(_ANY),
    )
    card = Card("k", draw(_ANY), draw(_ANY), "safety")
    return Evidence(
        today=TODAY,
        routes=routes,
        near_misses=routes[:1],
        crags=(crag,),
        areas=(Area("c/a", "c", draw(_ANY), "s"),),
        sectors=(Sector("c/a/s", "c", "c/a", draw(_ANY), "s"),),
        gyms=(gym,) if draw(st.booleans()) else (),
        cards=(ScoredCard(card, 1.0),) if draw(st.booleans()) else (),
        suggestions=(draw(_ANY),),
        available=(draw(_ANY),),
        sources=(Source("s", draw(_ANY)),),
        places=(draw(_ANY),),
    )


@pytest.mark.parametrize("intent", sorted(RENDERERS))
@settings(max_examples=12, deadline=None)
@given(held=_evidence(), word=_ANY, language=st.sampled_from(["zh", "en"]), data=st.data())
def test_hostile_records_and_words_never_break_an_answer(
    intent: Intent, held: Evidence, word: str, language: str, data: st.DataObject
) -> None:
    fields = data.draw(
        st.lists(st.sampled_from([*ROUTE_FIELDS, *CRAG_FIELDS, *GYM_FIELDS, word]), max_size=3)
    )
    asked = query(
        intent,
        word,
        language=language,
        fields=tuple(fields),
        unknown=(word,),
        topic=data.draw(st.sampled_from(["", "list", "bolt", "beginner", word])),
        places=(mention("crag", "c", surface=word),),
        filter=RouteFilter(crag_ids=("c", word), text=word),
        gym_filter=GymFilter(cities=(word,), facilities=(word,)),
        gym_order=data.draw(st.sampled_from([None, "weekday", "closes"])),
        order=data.draw(st.sampled_from([None, RouteOrderBy("length", descending=True)])),
        grades=(parse_grade(word),),
        days=data.draw(st.sampled_from([(), (TODAY,)])),
        clock=data.draw(st.sampled_from(["", "21:00"])),
    )
    draft = render(asked, held)
    assert draft.text.strip()
    assert "@everyone" not in draft.text
    assert "<@" not in draft.text
    assert not any(ord(char) < 32 and char != "\n" for char in draft.text)
