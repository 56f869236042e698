"""The words of a voice: lists that claim nothing, figures in words, other words for one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

import bot.voice
from bot.voice.house.guards import faults_of
from bot.voice.language.alike import alike_of
from bot.voice.language.plain import plain
from bot.voice.language.vocabulary import vocabulary
from bot.voice.ordinary.claims import made_up
from bot.voice.ordinary.wording import uncovered

WORDS = Path(bot.voice.__file__).parent / "words"
TALK = ("talk.txt", "talk_own.txt", "talk_en.txt", "talk_own_en.txt")
TURNS = frozenset("不沒未無別非只僅最都全皆更較已曾難貴長短高低多少早晚遠近新舊") | {
    "沒有",
    "只有",
    "很少",
    "永遠",
    "免費",
    "安全",
    "危險",
    "好爬",
    "熱門",
    "簡單",
    "容易",
    "便宜",
}
"""Words that turn a true sentence false: never listed."""


FIGURES = "2 3 4 5 6"
"""「這三條」 is judged as a figure wherever it is said."""


def listed(name: str) -> list[str]:
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


@pytest.mark.parametrize("name", TALK)
def test_words_of_talk_claim_nothing(name: str) -> None:
    words = listed(name)
    assert len(words) >= 30
    assert not TURNS & set(words)
    claiming = [word for word in words if [*made_up(word, FIGURES), *faults_of(word, zh=True)]]
    assert not claiming


def test_words_of_talk_about_oneself_are_for_ones_own_log_only() -> None:
    assert "突破" in vocabulary(of_oneself=True).words[2]
    assert "突破" not in vocabulary().words[2]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("三百二", "320"),
        ("四百一十元", "410元"),
        ("三百零五", "305"),
        ("這條是十一c", "這條是5.11c"),
        ("6 月 10 號", "6 月 10 日"),
        ("每年 5 到 7 月", "每年 5月到7月"),
        ("一個半小時", "1.5小時"),
        ("國道五號", "國道5號"),
        ("eight bolts", "8 bolts"),
        ("榛帽坪 V-seven 以上", "榛帽坪 V7 以上"),
        ("It is V ten.", "It is V10."),
        ("這條五之十四", "這條5.14"),
        ("茉罈岬的 five eleven", "茉罈岬的 5.11"),
        ("five ten b, five bolts", "5.10b, 5 bolts"),
        ("開到十點三刻", "開到10點45分"),
        ("at ten in the morning", "at 10 am"),
    ],
)
def test_figures_in_words_are_figures(said: str, meant: str) -> None:
    assert plain(said) == meant


@pytest.mark.parametrize("said", ["五百岳", "第三百線", "No Two Alike", "千年一滴", "二十c"])
def test_what_is_no_figure_stays(said: str) -> None:
    assert "1" not in plain(said).replace("11", "")
    assert plain(said)[-1] == said[-1]


def test_half_a_word_left_over_claims_nothing() -> None:
    known = "「霧笛」長 25 公尺，翻過去才有好支點"
    assert not uncovered("霧笛從頭到尾 25 公尺", known)
    assert not uncovered("翻小點那段", f"{known}，小點多")
    assert uncovered("霧笛有貓", known) == ("貓",)
    assert uncovered("霧笛很陡", known) == ("陡",)
    assert not uncovered("剛看到霧笛長 25 公尺", known)
    # beside a character that only joins it may be half of a word of its own
    assert uncovered("霧笛可以健身", known)


def test_another_word_for_what_is_known_may_be_said() -> None:
    assert "過不去" in set(alike_of("大浪時海邊步道無法通行"))
    assert not uncovered("浪大的時候步道會過不去", "大浪時海邊步道無法通行")
    assert uncovered("步道會過不去", "霧笛的難度是 5.11c")


def test_words_between_two_that_are_known_do_not_part_them() -> None:
    assert not uncovered("掛點又密", "掛點密，練習先鋒的好地方")
    assert uncovered("掛點又遠", "掛點密，練習先鋒的好地方")
