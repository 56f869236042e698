"""Rocks, as other values of closed sets: what the answer gives, in either language."""

from __future__ import annotations

import pytest

from bot.voice.figures.values import foreign_values

_ANDESITE = "The rock at “Indigo Cliff” is andesite."


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Andesite and quartzite.", _ANDESITE),
        ("Yes, limestone", _ANDESITE),
        ("它是英安岩", _ANDESITE),
        ("這裡是石灰岩", "「霧鳴岬」的岩質，資料沒有記載。"),
        ("石英岩", "「霧鳴岬」的岩質是石英砂岩。"),
    ],
)
def test_a_rock_that_nothing_known_gives_is_found(said: str, known: str) -> None:
    assert list(foreign_values(said, known, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Andesite, that's what it is.", _ANDESITE),
        ("岩質是安山岩。", _ANDESITE),
        ("Not limestone: andesite.", _ANDESITE),
        ("You asked about granite; it is andesite.", _ANDESITE),
        ("quartz sandstone", "「霧鳴岬」的岩質是石英砂岩。"),
    ],
)
def test_the_rock_of_the_answer_is_not(said: str, known: str) -> None:
    assert not list(foreign_values(said, known, known))
