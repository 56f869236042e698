from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.embedding import (
    MissingEmbeddingPackageError,
    UnknownEmbeddingError,
    embedding_from,
)
from knowledge.embedding.fitting import fit_lsa
from knowledge.embedding.lsa import LsaModel, character_grams
from knowledge.errors import SnapshotDamagedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXTS = (
    "龍脊裂隙 5.9 傳攀 手塞裂隙一路到頂",
    "海風斜板 5.7 運攀 摩擦力很好的斜板",
    "夜行天花板 5.12a 運攀 大外傾天花板",
    "Sea Wind slab with friction",
    "霧中岩館 抱石 淋浴 停車場",
)


@pytest.fixture(scope="module")
def model() -> LsaModel:
    return fit_lsa(TEXTS)


def test_vectors_are_unit_rows_of_floats(model: LsaModel) -> None:
    vectors = model.encode(TEXTS)

    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), model.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("很滑的斜板", 1),
        ("手塞裂隙", 0),
        ("手塞裂隙".replace("隙", "縫"), 0),
        ("岩馆 淋浴 停车场", 4),
        ("frictoin slab", 3),
    ],
)
def test_the_nearest_text_speaks_of_the_thing_asked(
    model: LsaModel, question: str, place: int
) -> None:
    similarities = model.encode(TEXTS) @ model.encode([question])[0]

    assert similarities.argmax() == place


def test_a_text_with_nothing_known_is_a_zero_vector(model: LsaModel) -> None:
    assert not model.encode(["ㄅㄆㄇ", ""]).any()


def test_the_same_texts_give_the_same_axes(model: LsaModel) -> None:
    again = fit_lsa(TEXTS)

    assert again.terms == model.terms
    assert np.array_equal(again.projection, model.projection)


def test_axes_are_no_more_than_asked_for_nor_than_the_texts_have() -> None:
    assert fit_lsa(TEXTS, dimension=2).dimension == 2
    assert fit_lsa(TEXTS, dimension=500).dimension <= len(TEXTS)
    assert fit_lsa(["海風", "海風"]).dimension == 1


@pytest.mark.parametrize("texts", [(), ("",), ("!!!", "…")], ids=["none", "empty", "marks"])
def test_texts_without_letters_still_make_an_embedding(texts: Sequence[str]) -> None:
    assert not fit_lsa(texts).encode(["海風斜板"]).any()


def test_a_large_corpus_is_fitted_on_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.embedding.fitting.FIT_LIMIT", 3)

    vectors = fit_lsa(TEXTS).encode(TEXTS)

    assert np.linalg.norm(vectors[[0, 2, 4]], axis=1) == pytest.approx(1.0, abs=1e-5)


def test_grams_do_not_cross_from_han_to_letters_and_mark_the_ends_of_words() -> None:
    assert list(character_grams("岩A級")) == ["岩", "^a$", "级"]
    assert "^lo" in character_grams("Long")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6), st.text(max_size=40))
def test_no_text_breaks_the_embedding(texts: Sequence[str], question: str) -> None:
    vector = fit_lsa(texts).encode([question])[0]

    norm = float(np.linalg.norm(vector))
    assert np.isfinite(vector).all()
    assert norm == pytest.approx(1.0, abs=1e-4) or norm == 0.0


def test_a_saved_model_comes_back_whole(model: LsaModel, tmp_path: Path) -> None:
    model.save(tmp_path / "axes.npz")

    loaded = LsaModel.load(tmp_path / "axes.npz")

    assert np.array_equal(loaded.encode(TEXTS), model.encode(TEXTS))
    assert [file.name for file in tmp_path.iterdir()] == ["axes.npz"]


def test_a_cut_off_model_is_reported_as_damaged(model: LsaModel, tmp_path: Path) -> None:
    path = tmp_path / "axes.npz"
    model.save(path)
    path.write_bytes(path.read_bytes()[:200])

    with pytest.raises(SnapshotDamagedError):
        LsaModel.load(path)


def test_a_file_with_pickled_objects_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "axes.npz"
    np.savez(path, terms=np.array([{}], dtype=object), idf=np.zeros(1), projection=np.zeros(1))

    with pytest.raises(SnapshotDamagedError):
        LsaModel.load(path)


def test_the_default_embedding_is_one_of_llamaindex_and_needs_no_download(model: LsaModel) -> None:
    embedding = embedding_from("lsa", TEXTS)

    vectors = embedding.get_text_embedding_batch(list(TEXTS))

    assert vectors == pytest.approx(np.array(model.encode(TEXTS)), abs=1e-6)
    assert embedding.get_query_embedding(TEXTS[0]) == pytest.approx(vectors[0], abs=1e-6)
    assert asyncio.run(embedding.aget_query_embedding(TEXTS[0])) == pytest.approx(vectors[0])


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("huggingface:BAAI/bge-m3", "llama-index-embeddings-huggingface"),
        ("openai-like:bge-m3@http://127.0.0.1:8000/v1", "llama-index-embeddings-openai-like"),
    ],
)
def test_a_missing_optional_package_is_named_with_the_way_to_install_it(
    name: str, package: str
) -> None:
    with pytest.raises(MissingEmbeddingPackageError) as raised:
        embedding_from(name)

    assert f"pip install {package}" in raised.value.reply


@pytest.mark.parametrize("name", ["", "bge", "lsa:2", "huggingface:", "openai-like:model", "x:y"])
def test_an_unknown_embedding_is_refused_by_name(name: str) -> None:
    with pytest.raises(UnknownEmbeddingError) as raised:
        embedding_from(name)

    assert f"「{name}」" in raised.value.reply
