"""Clauses that say what the answer does not: learned, and held to writers not learned from."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.evaluation.learning.of_speech import Clause, speech_weights
from bot.voice import untold
from bot.voice.untold_beside import changes
from bot.voice.untold_pieces import Retold, clauses_of, first_said, pieces_of_clause
from tests.benchmarks import voice_learning
from tests.bot.voice_cases import open_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.voice_cases import Case

SAMPLE = 70
"""Lines of the default run."""

pytestmark = pytest.mark.timeout(300)

ASKED = "霧笛多長"
TRUE = "「霧笛」長 25 公尺。"
RETOLD = Retold(
    answer=TRUE,
    known=f"{TRUE}\n霧鳴岬\n鯨背",
    asked=ASKED,
    intent="fact",
    names=("霧鳴岬", "霧笛", "鯨背"),
    of_oneself=False,
    abstained=False,
    zh=True,
)


@pytest.mark.parametrize(
    "claim",
    [
        "假日人比較多",
        "因為岩壁比較陡",
        "爬起來很過癮",
        "很適合新手",
        "大家都說好爬",
        "風景也很漂亮",
        "而且落石很少",
        "敢爬就爬",
        "記得帶長一點的繩子",
        "旁邊就有廁所",
        "早上去比較不曬",
        "館方說可以免費停車",
    ],
)
def test_a_claim_in_ordinary_words_is_not_said(claim: str) -> None:
    assert tuple(untold.untold(f"霧笛長 25 公尺，{claim}。", "", RETOLD)) == (claim,)


@pytest.mark.parametrize(
    "talk",
    [
        "欸這個我知道，霧笛 25 公尺。",
        "幫你查了，霧笛長 25 公尺喔。",
        "好問題，資料上寫霧笛是 25 公尺。",
        "霧笛的話是 25 公尺啦！",
        "查到囉，25 公尺。",
    ],
)
def test_talk_around_the_answer_is_said(talk: str) -> None:
    assert not tuple(untold.untold(talk, "", RETOLD))


@pytest.mark.parametrize(
    ("said", "answer", "is_said"),
    [
        ("Yes, it does.", "Yes, it has showers.", True),
        ("不對。", "不對，是傳攀。", True),
        ("對。", "不對，是傳攀。", False),
    ],
)
def test_a_yes_or_no_is_said_where_the_answer_says_it(
    said: str, answer: str, *, is_said: bool
) -> None:
    retold = replace(RETOLD, answer=answer, known=answer, zh=False)
    assert is_said == (not tuple(untold.untold(said, "", retold)))


def test_where_a_word_comes_from_is_seen() -> None:
    found = pieces_of_clause("霧鳴岬的鯨背風很大，", "", RETOLD)
    assert {"name", "2n:风很", "before:0"} <= set(found)
    assert not any("鯨" in piece for piece in found)
    assert "1a:公" in pieces_of_clause("25 公尺", "", RETOLD)
    assert "figure:n" in pieces_of_clause("26 公尺", "", RETOLD)


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("包住手指伸肌腱的滑車", {"swap2+:伸", "swap2-:屈", "swap2:1:1", "copied:5"}),
        ("包住手指的滑車", {"cut2-:屈", "cut2-:肌", "cut2-:腱", "cut2:0:3", "copied:4"}),
        ("包住手指屈肌腱的大滑車", {"put2+:大", "put2:1:0", "copied:6"}),
        ("包住手指屈肌腱的滑車", {"copied:6"}),
        ("腳很痛", {"copied:0"}),
    ],
)
def test_what_is_changed_in_copied_words_is_seen(said: str, seen: set[str]) -> None:
    assert set(changes(tuple(said), tuple("包住手指屈肌腱的滑車"))) == seen


def test_a_clause_is_laid_beside_the_one_it_copies() -> None:
    assert "swap2+:短" in pieces_of_clause("「霧笛」短 25 公尺", "", RETOLD)


def test_a_mark_at_the_end_changes_nothing() -> None:
    bare = pieces_of_clause("風很大", "", RETOLD)
    assert all(pieces_of_clause(f"風很大{mark}", "", RETOLD) == bare for mark in "，。！")


def test_a_clause_moved_to_the_front_keeps_its_words() -> None:
    behind = pieces_of_clause("風很大", "霧笛 25 公尺，", RETOLD)
    assert set(first_said(behind)) == set(pieces_of_clause("風很大", "", RETOLD))
    assert set(behind) != set(first_said(behind))


def test_clauses_end_at_marks_and_not_inside_figures() -> None:
    assert clauses_of("A 5.9, I think. 好，25 公尺") == ["A 5.9,", " I think.", " 好，", "25 公尺"]


def examples() -> list[Clause]:
    said = [("25 公尺", False), ("長 25 公尺喔", False), ("風很大", True), ("風也很大喔", True)]
    return [
        Clause(pieces_of_clause(text, "", RETOLD), f"{at}", wrong)
        for at in range(3)
        for text, wrong in said
    ]


def test_what_is_learned_tells_right_from_wrong_and_is_always_the_same() -> None:
    told = examples()
    learned = speech_weights(told)
    assert all((learned.score(one.pieces) > 0) == one.wrong for one in told)
    again = speech_weights(told)
    assert learned.rows == again.rows
    assert (learned.values == again.values).all()


def test_weights_are_kept_without_code_in_them(tmp_path: Path) -> None:
    learned = speech_weights(examples())
    untold.keep(learned, tmp_path / "kept.npz")
    read = untold.load(tmp_path / "kept.npz")
    pieces = examples()[0].pieces
    assert read.score(pieces) == pytest.approx(learned.score(pieces), abs=1e-4)


def test_words_that_nobody_used_speak_against_a_clause() -> None:
    strange, usual = ("2n:貓狗", "2n:鵝鴨"), ()
    assert untold.with_unseen(strange, {}) == (*strange, "unseen:1", "unseen:2")
    assert untold.weights().score(strange) > untold.weights().score(usual)


def sampled(kind: str, letter: str) -> Iterator[tuple[Case, str]]:
    file = voice_learning.TEXTS / f"{kind}_{letter}.txt"
    with open_cases(str(file)) as cases:
        pairs = [(case, text) for case in cases for text in case.texts]
        yield from Random(1).sample(pairs, SAMPLE)  # noqa: S311 - not secret


def test_few_lies_that_were_learned_from_are_heard() -> None:
    heard = [text for case, text in sampled("lies", "E") if became(case, text) == "heard"]
    assert len(heard) <= 0.05 * SAMPLE, heard


def test_few_right_lines_that_were_learned_from_are_lost() -> None:
    lost = [text for case, text in sampled("right", "E") if became(case, text) in {"kept", "part"}]
    assert len(lost) <= 0.07 * SAMPLE, lost


def became(case: Case, text: str) -> str:
    return voice_learning.spoken(case, text)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_writers_that_were_not_learned_from_are_judged_nearly_as_well() -> None:
    told = voice_learning.examples()
    rest = [one for letter, each in told.items() if letter != "I" for one in each]
    weights = speech_weights(rest)
    lies, right = (
        voice_learning.measured(voice_learning.TEXTS / f"{kind}_I.txt", weights)
        for kind in ("lies", "right")
    )
    assert lies["heard"] <= 0.08 * (lies.total() - lies["skipped"]), lies
    assert right["whole"] >= 0.68 * (right.total() - right["skipped"]), right
    assert right["kept"] + right["part"] <= 0.08 * (right.total() - right["skipped"]), right
