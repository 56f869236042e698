"""Which embedding a snapshot uses, by its name in the configuration."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from knowledge.errors import KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from llama_index.core.base.embeddings.base import BaseEmbedding

DEFAULT_EMBEDDING = "lsa"


class UnknownEmbeddingError(KnowledgeError):
    """The configuration names an embedding that we do not know."""

    def __init__(self, name: str) -> None:
        super().__init__(f"unknown embedding {name!r}")
        self.name = name
        self.reply = (
            f"看不懂的向量模型設定「{name}」，"
            "可以用 lsa、huggingface:模型名稱，或 openai-like:模型名稱@網址。"
        )


class MissingEmbeddingPackageError(KnowledgeError):
    """The named embedding needs a package that is not installed."""

    def __init__(self, name: str, package: str) -> None:
        super().__init__(f"embedding {name!r} needs the package {package}")
        self.package = package
        self.reply = f"要用「{name}」得先安裝套件：pip install {package}"


def embedding_from(
    name: str = DEFAULT_EMBEDDING, corpus: Sequence[str] = (), *, api_key: str = ""
) -> BaseEmbedding:
    """The embedding of that name; only ``lsa`` looks at ``corpus``, the texts that it is fitted on.

    ``huggingface:MODEL`` and ``openai-like:MODEL@URL`` load LlamaIndex's optional packages when
    asked for; ``api_key`` is the key of the latter's server, if it wants one.

    Raises:
        UnknownEmbeddingError: when the name has none of these shapes.
        MissingEmbeddingPackageError: when its optional package is not installed.
    """
    kind, _, rest = name.strip().partition(":")
    if kind == DEFAULT_EMBEDDING and not rest:
        from knowledge.embedding.llama import LsaEmbedding  # noqa: PLC0415  (1.6 s)

        return LsaEmbedding.fit(corpus)
    if kind == "huggingface" and rest:
        return _construct(name, "huggingface", "HuggingFaceEmbedding", {"model_name": rest})
    model, _, address = rest.partition("@")
    if kind == "openai-like" and model and address:
        settings = {"model_name": model, "api_base": address, "api_key": api_key or "none"}
        return _construct(name, "openai-like", "OpenAILikeEmbedding", settings)
    raise UnknownEmbeddingError(name)


def _construct(name: str, family: str, class_name: str, settings: dict[str, str]) -> BaseEmbedding:
    """An embedding of one of LlamaIndex's optional packages."""
    package = f"llama-index-embeddings-{family}"
    try:
        module: Any = importlib.import_module(f"llama_index.embeddings.{family.replace('-', '_')}")
    except ModuleNotFoundError as error:
        raise MissingEmbeddingPackageError(name, package) from error
    embedding: BaseEmbedding = getattr(module, class_name)(**settings)
    return embedding
