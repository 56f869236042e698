"""The sparse matrix behind nearness gives what the sums over pairs would."""

import random

import numpy as np
import pytest

from bot.understanding.examples.postings import Cells, cells_of


def _texts(seed: int, count: int) -> list[dict[str, float]]:
    drawn = random.Random(seed)  # noqa: S311 - only test data
    return [
        {f"p{drawn.randrange(30)}": drawn.uniform(0.1, 2.0) for _ in range(drawn.randrange(9))}
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(20))
def test_products_are_the_scalar_products_with_every_text(seed: int) -> None:
    texts = _texts(seed, 12)
    names: dict[str, int] = {}
    postings = cells_of(texts, names).postings(names, len(texts))
    asked = {"p1": 0.5, "p2": 1.5, "p29": 2.0, "never seen": 3.0}
    expected = [sum(w * text.get(piece, 0.0) for piece, w in asked.items()) for text in texts]
    assert postings.products(asked) == pytest.approx(expected, abs=1e-5)


def test_a_text_of_unknown_pieces_is_like_nothing() -> None:
    names: dict[str, int] = {}
    postings = cells_of([{"a": 1.0}, {}], names).postings(names, 2)
    assert postings.products({"b": 1.0}).tolist() == [0.0, 0.0]


def test_columns_are_brought_to_length_one_and_empty_ones_stay() -> None:
    names: dict[str, int] = {}
    unit = cells_of([{"a": 3.0, "b": 4.0}, {}], names).of_unit_length(2)
    assert unit.postings(names, 2).products({"a": 1.0, "b": 1.0}) == pytest.approx([1.4, 0.0])


def test_cells_of_the_same_place_are_added_up() -> None:
    cells = Cells(
        np.array([1, 0, 1], np.int32), np.array([1, 0, 1], np.int32), np.array([1.0, 2.0, 3.0])
    )
    added = cells.added_up(2)
    found = zip(added.rows.tolist(), added.columns.tolist(), added.weights.tolist(), strict=True)
    assert sorted(found) == [(0, 0, 2.0), (1, 1, 4.0)]
