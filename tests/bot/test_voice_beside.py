"""A value beside what it is said of: right lines pass every guard, wrong ones are objected to.

``voice_beside.txt`` holds answers over the invented worlds; behind 「> R 」 stands what is right,
behind 「> L 」 what has a value beside the wrong subject. ``voice_following.txt`` is the same of
figures that no record holds: sums, differences, shares, rows that are left, bare ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.voice.answer.citing import CITATION
from bot.voice.judging import Judge
from bot.voice.language.cleaning import in_taiwan_words, without_marks
from bot.voice.language.sentences import sentences_of
from tests.bot.voice_cases import open_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bot.voice_cases import Case

_FEWEST = {"voice_beside.txt": 30, "voice_following.txt": 18}


def _vetoed(judge: Judge, said: str) -> bool:
    """Whether a guard whose word is final objects to a sentence of what is said."""
    before, found = "", False
    for cut in sentences_of(said):
        sentence = in_taiwan_words(without_marks(cut), judge.answer.quotes)
        bare = CITATION.sub("", sentence) if judge.answer.is_open else sentence
        found = found or judge.vetoed(sentence, before)
        before += bare
    return found


def _lines(cases: list[Case], mark: str) -> Iterator[tuple[Judge, str]]:
    for case in cases:
        judge = Judge(case.spoken, case.assistant.knowledge.gazetteer)
        yield from ((judge, text[2:]) for text in case.texts if text.startswith(f"{mark} "))


@pytest.mark.parametrize("file", _FEWEST)
def test_values_beside_their_own_subject_are_said_and_beside_another_are_not(file: str) -> None:
    with open_cases(file) as cases:
        right, wrong = list(_lines(cases, "R")), list(_lines(cases, "L"))
        assert min(len(right), len(wrong)) >= _FEWEST[file]
        assert [said for judge, said in right if _vetoed(judge, said)] == []
        assert [said for judge, said in wrong if not _vetoed(judge, said)] == []
