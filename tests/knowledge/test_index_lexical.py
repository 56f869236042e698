from __future__ import annotations

from typing import TYPE_CHECKING

import bm25s
import numpy as np
import pytest

from knowledge.index.lexical import FREQUENCY_SATURATION, LENGTH_SHARE, Bm25Index
from knowledge.index.table import TokenTable
from knowledge.text import tokens
from tests.benchmarks.synthetic import synthetic_records

if TYPE_CHECKING:
    from numpy.typing import NDArray

TEXTS = (
    "龍脊裂隙 手塞裂隙一路到頂",
    "海風斜板 摩擦力很好",
    "Sea Wind 海邊 slab",
    "裂隙",
)


@pytest.fixture(scope="module")
def index() -> Bm25Index:
    return Bm25Index(TokenTable.of([tokens(text) for text in TEXTS]))


def places(
    index: Bm25Index, text: str, k: int = 10, allowed: NDArray[np.bool_] | None = None
) -> list[int]:
    return [place for place, _ in index.search(text, k, allowed)]


@pytest.mark.parametrize(
    ("question", "best"),
    [("斜板的摩擦力", 1), ("龙脊", 0), ("SLAB", 2), ("裂隙", 3)],
    ids=["words", "simplified", "case", "short text first"],
)
def test_the_best_text_shares_the_rarest_words(index: Bm25Index, question: str, best: int) -> None:
    assert places(index, question)[0] == best


def test_texts_that_share_nothing_are_not_found(index: Bm25Index) -> None:
    assert places(index, "抱石館") == []
    assert places(index, "") == []
    assert sorted(places(index, "裂隙")) == [0, 3]


def test_scores_fall_and_k_limits_them(index: Bm25Index) -> None:
    scores = [score for _, score in index.search("海 裂隙", 3)]

    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_only_allowed_texts_are_found(index: Bm25Index) -> None:
    allowed = np.array([True, False, False, False])

    assert places(index, "裂隙 海風", allowed=allowed) == [0]


@pytest.mark.parametrize("lists", [[], [[]], [[], ["a"]]], ids=["none", "empty", "one empty"])
def test_an_index_of_nothing_finds_nothing(lists: list[list[str]]) -> None:
    assert places(Bm25Index(TokenTable.of(lists)), "海風") == []


def test_the_scores_are_those_of_bm25s() -> None:
    texts = [f"{it.name} {it.name_en} {it.description}" for it in synthetic_records(80).routes]
    lists = [tokens(text) for text in texts]
    index = Bm25Index(TokenTable.of(lists))
    theirs = bm25s.BM25(k1=FREQUENCY_SATURATION, b=LENGTH_SHARE, method="lucene")
    theirs.index(lists, show_progress=False)
    for text in texts[:20]:
        scores = theirs.get_scores(tokens(text[:6]))
        found = dict(index.search(text[:6], len(texts)))
        assert {place for place in range(len(texts)) if scores[place] > 0} == found.keys()
        assert all(
            scores[place] == pytest.approx(score, rel=1e-4) for place, score in found.items()
        )
