"""Right sentences of many wordings that the guards of meaning let pass, and wrong ones like them.

``voice_judged.txt`` holds both, the wrong ones with 「|||」 behind them. The learned judge of
ordinary words is left out: what is asked here is what is worked out from the records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.voice import Judge
from bot.voice.polarity.contrary import contrary
from bot.voice.polarity.polarity import turned
from tests.bot.voice_cases import Case, open_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

MEANING = frozenset(
    {
        *("comparisons", "made_up", "denied_records", "misplaced", "turned"),
        *("affirmed", "contrary", "withheld", "near_names"),
    }
)
"""The guards that compare what a sentence means with the records."""


@pytest.fixture(scope="module")
def cases() -> Iterator[list[Case]]:
    with open_cases("voice_judged.txt") as found:
        yield found


def objections(case: Case, said: str) -> list[tuple[str, str]]:
    judge = Judge(case.spoken, case.assistant.knowledge.gazetteer)
    return [found for found in judge.objections(said) if found[0] != "untold"]


def test_what_the_records_say_in_other_words_passes_the_guards_of_meaning(
    cases: list[Case],
) -> None:
    right = [(case, text) for case in cases for text in case.texts if "|||" not in text]
    assert len(right) >= 60
    for case, text in right:
        found = [one for one in objections(case, text) if one[0] in MEANING]
        assert not found, (case.question, text, found)


def test_what_the_records_contradict_is_objected_to(cases: list[Case]) -> None:
    wrong = [(case, text) for case in cases for text in case.texts if "|||" in text]
    assert len(wrong) >= 40
    for case, text in wrong:
        assert objections(case, text.partition(" ||| ")[0]), (case.question, text)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("用單腳勾住岩壁再伸手", "用雙腳勾住岩壁再伸手。單腳站著休息也行。"),
        ("資料說落地時單腳一起著地喔", "落地時雙腳一起著地，不要單腳。"),
        ("起攀點在步道右側的大樹後", "起攀點在步道左側的大樹後，右側是溪。"),
        ("每趟爬完休息三分鐘再上", "每趟爬完休息五分鐘再上，一共三趟。"),
        ("先把繩子收緊再往外面坐", "先把繩子收緊再往裡面坐。外面有步道。"),
    ],
)
def test_an_opposite_inside_words_that_are_said_again_is_contrary(said: str, known: str) -> None:
    assert list(contrary(said, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("用雙腳勾住岩壁再伸手", "用雙腳勾住岩壁再伸手。單腳站著休息也行。"),
        ("單腳站著休息也行", "用雙腳勾住岩壁再伸手。單腳站著休息也行。"),
        ("左側有大樹，右側是溪", "起攀點在左側，右側是溪，左側有大樹。"),
    ],
)
def test_words_that_are_said_again_as_they_are_known_are_not(said: str, known: str) -> None:
    assert not list(contrary(said, known))


@pytest.mark.parametrize("said", ["對上就不用", "買來路不明的二手", "不會用的器材先要帶去現場學"])
def test_words_said_again_without_their_no_are_objected_to(said: str) -> None:
    known = "對不上就不用。不買來路不明的二手。不會用的器材先不要帶去現場學。"
    assert list(turned(said, known))
    assert not [one for clause in known.split("。") for one in turned(clause, known)]
