"""Passages as LlamaIndex nodes. Importing this file imports LlamaIndex (1.6 s)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from llama_index.core.schema import TextNode

from knowledge.retriever.passages import Passage, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.schema import Card, Records

METADATA_KEYS = ["kind", "record_id", "crag_id", "area_id", "sector_id", "lang"]


def documents_of(records: Iterable[Records], cards: Sequence[Card] = ()) -> list[TextNode]:
    """One node a record; ids are ``<kind>:<record id>``, metadata is never embedded."""
    return [node_of(passage) for passage in passages_of(records, cards)]


def node_of(passage: Passage) -> TextNode:
    """The node of a passage."""
    return TextNode(
        id_=passage.node_id,
        text=passage.text,
        metadata={
            "kind": passage.kind,
            "record_id": passage.record_id,
            "crag_id": passage.crag_id,
            "area_id": passage.area_id,
            "sector_id": passage.sector_id,
            "lang": passage.language,
        },
        excluded_embed_metadata_keys=METADATA_KEYS,
        excluded_llm_metadata_keys=METADATA_KEYS,
    )


def node_from(node_id: str, text: str) -> TextNode:
    """A node of an index, with what its id tells."""
    kind, _, record_id = node_id.partition(":")
    return TextNode(
        id_=node_id,
        text=text,
        metadata={"kind": kind, "record_id": record_id},
        excluded_embed_metadata_keys=METADATA_KEYS,
        excluded_llm_metadata_keys=METADATA_KEYS,
    )
