"""What only the prose of a record tells is quoted, not called unrecorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.rendering import render
from bot.verifier import verify
from knowledge.grades import parse_grade
from tests.bot.rendering_records import (
    QUIET,
    RUNOUT,
    SALT,
    SALT_GYM,
    evidence,
    gym_evidence,
    mention,
    query,
)

if TYPE_CHECKING:
    from bot.schema import Draft, Evidence, Intent, Query
    from knowledge.schema import Route

PROSE = (
    "起攀的懸岩要小心腳點。Anchor 為雙環，步行下撤。落地區有石頭，軟墊要鋪三張。左難右易，隨你挑。"
)
TOLD = replace(SALT, description=PROSE, anchor="", protection="", old_names=())


def ask(route: Route, text: str, *fields: str, **more: str) -> Query:
    names = (mention("route", route.id, surface=route.name),)
    return query("fact", f"{route.name}{text}", routes=names, fields=fields, **more)


def answered(asked: Query, given: Evidence) -> Draft:
    draft = render(asked, given)
    assert verify(draft.text, given, asked=asked.text, figures=draft.figures).ok
    return draft


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("要幾張軟墊", "軟墊要鋪三張"),
        ("左難還是右難", "左難右易"),
        ("怎麼下來", "步行下撤"),
        ("頂端有什麼可以架", "Anchor 為雙環"),
    ],
)
def test_an_unrecorded_question_is_answered_by_the_sentence_that_speaks_of_it(
    text: str, told: str
) -> None:
    draft = answered(ask(TOLD, text, topic="unrecorded"), evidence(routes=(TOLD,)))
    assert f"「{TOLD.name}」的資料提到：「" in draft.text
    assert told in draft.text
    assert not draft.abstained
    assert "沒有寫到" not in draft.text


def test_what_no_sentence_speaks_of_stays_unrecorded() -> None:
    draft = answered(ask(TOLD, "是誰命名的", topic="unrecorded"), evidence(routes=(TOLD,)))
    assert draft.abstained
    assert "沒有寫到" in draft.text


def test_what_the_record_says_of_rain_is_quoted_where_rain_is_asked() -> None:
    route = replace(TOLD, description="雨後三天才會乾。岩質很好。")
    asked = replace(ask(route, "下雨天能爬嗎", topic="rock_wet"), intent="safety")
    draft = answered(asked, evidence(routes=(route,)))
    assert "資料提到：「雨後三天才會乾。」" in draft.text
    assert "岩質很好" not in draft.text


def test_words_of_the_name_alone_quote_nothing() -> None:
    route = replace(TOLD, description=f"{TOLD.name}是一條老線。")
    draft = answered(ask(route, "是誰命名的", topic="unrecorded"), evidence(routes=(route,)))
    assert draft.abstained


def test_a_missing_anchor_that_the_prose_tells_is_not_called_missing() -> None:
    draft = answered(ask(TOLD, "的固定點", "anchor"), evidence(routes=(TOLD,)))
    assert "Anchor 為雙環" in draft.text
    assert "沒有記載" not in draft.text
    assert not draft.abstained


def test_a_description_that_tells_the_anchor_is_not_followed_by_its_denial() -> None:
    draft = answered(ask(TOLD, "長怎樣", "description", "anchor"), evidence(routes=(TOLD,)))
    assert draft.text.count("Anchor 為雙環") == 1
    assert "沒有記載" not in draft.text


def test_a_missing_field_of_which_the_prose_says_nothing_is_missing() -> None:
    route = replace(TOLD, description="岩質很好。")
    draft = answered(ask(route, "的固定點", "anchor"), evidence(routes=(route,)))
    assert "固定點" in draft.text
    assert draft.abstained


@pytest.mark.parametrize("intent", ["fact", "safety"])
def test_a_protection_rating_is_told_where_danger_is_asked(intent: Intent) -> None:
    asked = replace(ask(RUNOUT, "危險嗎", "hazards"), intent=intent)
    draft = answered(asked, evidence(routes=(RUNOUT,)))
    assert "R（保護點間距大" in draft.text
    assert "未列風險" not in draft.text


@pytest.mark.parametrize(
    ("raw", "told"), [("5.10a R", "保護等級 R，墜落可能受傷"), ("5.9 PG13", "保護等級 PG13")]
)
def test_a_recommendation_warns_of_the_protection_rating(raw: str, told: str) -> None:
    route = replace(SALT, grade=parse_grade(raw))
    draft = answered(query("recommend", "推薦"), evidence(routes=(route,)))
    assert f"⚠️ 注意：{told}" in draft.text


def test_the_notes_of_a_gym_answer_what_no_field_does() -> None:
    gym = replace(SALT_GYM, notes="館內可以充電。週三有夜間課程。")
    asked = query(
        "gym_info",
        f"{gym.name}有沒有夜間課程",
        gyms=(mention("gym", gym.id, surface=gym.name),),
        topic="unrecorded",
    )
    draft = answered(asked, gym_evidence(gyms=(gym,)))
    assert "資料提到：「週三有夜間課程。」" in draft.text
    assert not draft.abstained


def test_the_way_to_a_quiet_crag_is_never_quoted() -> None:
    asked = query(
        "crag_info",
        "靜谷果園小徑怎麼走",
        places=(mention("crag", "quiet", surface="靜谷"),),
        topic="unrecorded",
    )
    draft = answered(asked, evidence(crags=(QUIET,)))
    assert "果園" not in draft.text
    assert "小徑" not in draft.text
