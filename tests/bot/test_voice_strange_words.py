"""Clauses of nothing known, and words of another language than the answer's."""

from __future__ import annotations

import pytest

from bot.voice.house.strange_words import alien, foreign
from bot.voice.house.tongues import other_tongues

_ZH = "「霧笛」：5.12a，運攀，長 22 公尺，8 個 bolt。"
_EN = "Foghorn: 5.12a, sport, 22 m, 8 bolts."


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("猴群亂扔椰子砸傷遊客。", _ZH),
        ("it is 22 m, monkeys throw coconuts downhill", _EN),
    ],
)
def test_a_clause_about_something_else_is_alien(said: str, known: str) -> None:
    assert list(alien(said, known, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("這條運攀長 22 公尺，總共 8 個 bolt。", _ZH),
        ("八十九趴。", "完攀率 89%"),
        ("it's a sport route with 8 bolts, 22 m long", _EN),
    ],
)
def test_the_answer_in_other_words_is_not(said: str, known: str) -> None:
    assert not list(alien(said, known, known))


def test_a_chinese_text_may_be_told_in_english_words() -> None:
    body = f"{_EN} 資料寫：難的那段要放很小的岩楔，而且手很難塞進去。"
    assert not list(alien("small placements, tricky at the hard bit", body, body))


@pytest.mark.parametrize(
    "said",
    [
        "首攀是 Gunther 喔。",
        "霧笛 rất dễ。",
        "霧笛，climb that quickly before sunset comes。",
    ],
)
def test_words_of_another_language_are_foreign(said: str) -> None:
    assert list(foreign(said, _ZH, _ZH, zh=True))


def test_words_that_the_answer_has_are_not() -> None:
    assert not list(foreign("總共 8 個 bolt。", _ZH, _ZH, zh=True))
    assert not list(foreign("Foghorn is 22 m.", _EN, _EN, zh=False))
    assert not list(foreign("Six at Foghorn.", _EN, _EN, zh=False))


def test_climbers_mix_in_english_words_but_no_names() -> None:
    assert not list(foreign("這條的 move 很大。", _ZH, _ZH, zh=True))
    assert not list(foreign("Approach 就是走步道。", _ZH, _ZH, zh=True))
    assert not list(foreign("FB 上沒有 live 的。", _ZH, _ZH, zh=True))


def test_what_a_voice_says_of_itself_is_in_its_own_words() -> None:
    assert not list(alien("腳踏車就考倒我了。", _ZH, _ZH))
    assert not list(alien("Footy I dunno mate", _EN, _EN))
    assert not list(foreign("Neither is trad.", _EN, _EN, zh=False))
    assert not list(foreign("Bear in mind: Lowest is 5.12a.", _EN, _EN, zh=False))
    assert not list(foreign("In the Yosemite scale 5.12a.", _EN, _EN, zh=False))
    assert not list(foreign("Cooking is beyond me.", _EN, _EN, zh=False))


def test_names_told_in_english_of_a_chinese_record_may_be_said() -> None:
    body = "步行資料寫：從土地公廟旁邊的小路走二十五分鐘。"
    assert not list(foreign("start at the Earth God temple", body, body, zh=False))
    assert not list(foreign("there is a café", _EN, _EN, zh=False))


def test_a_name_in_an_english_sentence_is_known_or_strange() -> None:
    assert list(foreign("it was climbed by Gunther", _EN, _EN, zh=False))
    assert list(foreign("Mudwasp is 22 m.", _EN, _EN, zh=False))


@pytest.mark.parametrize(
    "said",
    [
        "Foghorn es 5.12a.",
        "Merci!",
        "Sehr schwer.",
        "Bardzo trudna.",
        "Ini sulit.",
        "Foghorn wa 5.12a desu.",
        "22 metros, 8 chapas.",
        "霧笛 ist 5.12a。",
    ],
)
def test_a_third_language_is_heard_by_its_short_words(said: str) -> None:
    assert list(other_tongues(said, _EN))


@pytest.mark.parametrize(
    "said", ["A sport route, 22 m.", "The roof is hard, so rest before it.", "cam 放小號的就好。"]
)
def test_english_and_words_of_climbing_are_none(said: str) -> None:
    assert not list(other_tongues(said, _EN))


def test_a_greeting_of_the_member_may_be_returned() -> None:
    assert not list(other_tongues("Hola!", f"{_EN}\nHola, how hard is it?"))
