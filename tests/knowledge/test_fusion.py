from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.fusion import reciprocal_rank_fusion

RANKINGS = st.dictionaries(
    st.sampled_from(["words", "vectors", "sounds"]),
    st.lists(st.sampled_from("abcdefgh"), unique=True),
)


def test_an_item_on_top_of_both_rankings_wins() -> None:
    fused = reciprocal_rank_fusion(
        {"words": ["a", "b"], "vectors": ["a", "c"]}, {"words": 1.0, "vectors": 1.0}
    )

    assert [item for item, _ in fused] == ["a", "b", "c"]
    assert fused[0][1] == 2 / 61


def test_weights_decide_between_rankings_that_disagree() -> None:
    rankings = {"words": ["a", "b"], "vectors": ["b", "a"]}

    assert reciprocal_rank_fusion(rankings, {"words": 1.0, "vectors": 0.1})[0][0] == "a"
    assert reciprocal_rank_fusion(rankings, {"words": 0.1, "vectors": 1.0})[0][0] == "b"


def test_a_ranking_without_weight_adds_nothing() -> None:
    fused = reciprocal_rank_fusion({"words": ["a"], "vectors": ["b"]}, {"words": 1, "vectors": 0})

    assert [item for item, _ in fused] == ["a"]


def test_equal_scores_stand_in_the_order_of_their_ids() -> None:
    fused = reciprocal_rank_fusion({"x": ["b"], "y": ["a"]}, {"x": 1.0, "y": 1.0})

    assert [item for item, _ in fused] == ["a", "b"]


@given(RANKINGS)
def test_every_item_of_every_weighted_ranking_comes_back_once(
    rankings: dict[str, list[str]],
) -> None:
    weights = dict.fromkeys(rankings, 1.0)

    items = [item for item, _ in reciprocal_rank_fusion(rankings, weights)]

    assert sorted(items) == sorted({item for ranking in rankings.values() for item in ranking})


@given(RANKINGS)
def test_one_ranking_keeps_its_own_order(rankings: dict[str, list[str]]) -> None:
    for name, ranking in rankings.items():
        fused = reciprocal_rank_fusion({name: ranking}, {name: 0.5})
        assert [item for item, _ in fused] == ranking
