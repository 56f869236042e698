"""The fitted axes behind LlamaIndex's embedding type. Importing this file imports LlamaIndex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

from knowledge.embedding.fitting import DIMENSION, fit_lsa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.embedding.lsa import LsaModel


class LsaEmbedding(BaseEmbedding):
    """An embedding that is fitted on the texts of one snapshot and needs no download."""

    _model: LsaModel = PrivateAttr()

    def __init__(self, model: LsaModel) -> None:
        super().__init__(model_name=f"lsa-{model.dimension}", embed_batch_size=2048)
        self._model = model

    @classmethod
    def fit(cls, texts: Sequence[str], *, dimension: int = DIMENSION) -> LsaEmbedding:
        """The embedding whose axes tell ``texts`` apart best."""
        return cls(fit_lsa(texts, dimension=dimension))

    @classmethod
    def class_name(cls) -> str:
        """The name under which LlamaIndex reports this embedding."""
        return "LsaEmbedding"

    @property
    def model(self) -> LsaModel:
        """The fitted axes, to save beside an index."""
        return self._model

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self._model.encode(texts).tolist()
        return rows
