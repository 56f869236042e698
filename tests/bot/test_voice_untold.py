"""Clauses that say what the answer does not: learned, and held to writers not learned from."""

from __future__ import annotations

import importlib
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from bot.voice.untold import Doubt, Retold, clauses_of, untold, weighing
from bot.voice.untold.laid import SEEN, laid_text
from tests.bot import voice_retellings
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
    names=(("霧鳴岬", 0), ("霧笛", 1), ("鯨背", 2)),
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
    found = untold(f"霧笛長 25 公尺，{claim}。", "", RETOLD)
    assert [clause for clause, _ in found] == [claim]


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
    assert not tuple(untold(talk, "", RETOLD))


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
    assert is_said == (not tuple(untold(said, "", retold)))


def column(text: str, name: str, before: str = "") -> list[float]:
    """What is seen of every token of a text."""
    speech, _ = laid_text(text, before, RETOLD)
    return [float(one) for one in speech.seen[:, SEEN.index(name)]]


def test_where_a_token_stands_is_seen() -> None:
    assert column("鯨背風大", "nowhere") == [1, 1, 1]
    assert column("霧笛長 26 公尺", "not_in_answer") == [0, 0, 1, 0, 0]
    assert column("多長", "not_asked") == [0, 0]


def test_a_name_is_one_token_and_lines_of_others_are_seen() -> None:
    retold = replace(RETOLD, answer="「霧笛」長 25 公尺。\n「鯨背」長 9 公尺。")
    speech, _ = laid_text("鯨背長 25 公尺", "", retold)
    assert len(speech.said) == len(["鯨背", "長", "25", "公", "尺"])
    other = speech.seen[:, SEEN.index("line_of_other")]
    assert other[2] == 1
    assert other[0] == 0


def test_a_denial_that_the_answer_has_not_is_seen() -> None:
    assert column("霧笛不是 25 公尺", "clause_denies")[-1] == 1
    assert column("霧笛是 25 公尺", "clause_denies")[-1] == 0


def test_only_the_clauses_of_the_text_itself_are_weighed() -> None:
    _, own = laid_text("而且很陡，25 公尺。", "霧笛長 25 公尺，好爬，", RETOLD)
    assert own == ["而且很陡，", "25 公尺。"]


def test_what_is_said_before_tells_what_a_clause_is_about() -> None:
    assert column("長 25 公尺", "no_name_yet", "霧笛，") == [0] * 6
    assert column("長 25 公尺", "no_name_yet") == [1] * 4


def test_copied_runs_are_seen_with_their_neighbours() -> None:
    speech, _ = laid_text("長 25 公尺", "", RETOLD)
    place = speech.beside.index("25")
    assert speech.matches[1, place].all()
    assert not speech.matches[0, place].any()


@pytest.mark.parametrize("text", ["", "  ", "！？", "🧗", "a" * 3000, "「" * 50])
def test_anything_can_be_weighed(text: str) -> None:
    assert all(
        isinstance(score, float) for _, score in weighing.weighing().scores(text, "", RETOLD)
    )


def test_an_answer_without_words_can_be_retold() -> None:
    empty = replace(RETOLD, answer="", asked="", known="", names=())
    assert weighing.weighing().scores("霧笛很陡", "", empty)


def test_clauses_end_at_marks_and_not_inside_figures() -> None:
    assert clauses_of("A 5.9, I think. 好，25 公尺") == ["A 5.9,", " I think.", " 好，", "25 公尺"]


def test_weights_are_kept_without_code_in_them_and_nearly_the_same(tmp_path: Path) -> None:
    learned = weighing.weighing()
    weighing.keep(learned, tmp_path / "kept.npz")
    read = weighing.load(tmp_path / "kept.npz")
    assert read.doubts == pytest.approx(learned.doubts, rel=1e-3)
    for text in ("霧笛長 25 公尺，假日人多。", "查到囉，25 公尺。"):
        old, new = (each.scores(text, "", RETOLD) for each in (learned, read))
        assert [one for _, one in new] == pytest.approx([one for _, one in old], abs=1e-2)


def test_a_doubt_weighs_on_its_clause_alone() -> None:
    text = "霧笛長 25 公尺，資料上是這樣。"
    strong = Doubt("made_up", "這樣", "資料沒有「這樣」")
    worth = {**weighing.weighing().doubts, "made_up": 50.0}
    own = weighing.weighing()
    with patch.object(weighing, "weighing", lambda: replace(own, doubts=worth)):
        assert tuple(untold(text, "", RETOLD, [strong])) == (("資料上是這樣", (strong,)),)


def sampled(kind: str, letter: str) -> Iterator[tuple[Case, str]]:
    file = voice_retellings.TEXTS / f"{kind}_{letter}.txt"
    with open_cases(str(file)) as cases:
        pairs = [(case, text) for case in cases for text in case.texts]
        yield from Random(1).sample(pairs, SAMPLE)  # noqa: S311 - not secret


def test_few_lies_that_were_learned_from_are_heard() -> None:
    heard = [text for case, text in sampled("lies", "E") if became(case, text) == "heard"]
    assert len(heard) <= 0.05 * SAMPLE, heard


def test_few_right_lines_that_were_learned_from_are_lost() -> None:
    lost = [text for case, text in sampled("right", "E") if became(case, text) in {"kept", "part"}]
    assert len(lost) <= 0.08 * SAMPLE, lost


def became(case: Case, text: str) -> str:
    return voice_retellings.spoken(case, text).what


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_writers_that_were_not_learned_from_are_judged_nearly_as_well() -> None:
    pytest.importorskip("torch", reason="learning needs PyTorch: make train-stack")
    learning = importlib.import_module("tests.benchmarks.voice_learning")
    told = [
        one
        for letter in voice_retellings.letters()
        if letter not in {"I", *learning.DOUBTED}
        for one in learning.written(letter)
    ]
    weights = replace(weighing.weighing(), networks=learning.networks_of(told))
    lies, right = (
        voice_retellings.measured(voice_retellings.TEXTS / f"{kind}_I.txt", weights)
        for kind in ("lies", "right")
    )
    assert lies["heard"] <= 0.08 * (lies.total() - lies["skipped"]), lies
    assert right["whole"] >= 0.8 * (right.total() - right["skipped"]), right
    assert right["kept"] + right["part"] <= 0.06 * (right.total() - right["skipped"]), right
