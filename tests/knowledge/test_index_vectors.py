from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores.types import (
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
    VectorStoreQueryMode,
)

from knowledge.errors import SnapshotDamagedError
from knowledge.index.vectors import FaissVectorStore

if TYPE_CHECKING:
    from pathlib import Path

EAST, NORTH, NORTH_EAST = [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]


def node(name: str, vector: list[float], **metadata: Any) -> TextNode:
    return TextNode(id_=name, text=f"passage {name}", metadata=metadata, embedding=vector)


def store_of(*nodes: TextNode) -> FaissVectorStore:
    store = FaissVectorStore(2)
    store.add(nodes)
    return store


def nearest(
    store: FaissVectorStore, vector: list[float], k: int = 10, **restrictions: Any
) -> list[str]:
    query = VectorStoreQuery(query_embedding=vector, similarity_top_k=k, **restrictions)
    return store.query(query).ids or []


@pytest.fixture
def compass() -> FaissVectorStore:
    return store_of(
        node("east", EAST, kind="route", bolts=4),
        node("north", NORTH, kind="gym", bolts=0),
        node("between", NORTH_EAST, kind="route", bolts=9),
    )


def test_the_nearest_comes_first_with_its_cosine(compass: FaissVectorStore) -> None:
    result = compass.query(VectorStoreQuery(query_embedding=[2.0, 0.0], similarity_top_k=2))

    assert result.ids == ["east", "between"]
    assert result.similarities == pytest.approx([1.0, 0.5**0.5])
    assert [found.get_content() for found in result.nodes or ()] == [
        "passage east",
        "passage between",
    ]


def test_equal_similarities_keep_the_order_in_which_nodes_came() -> None:
    assert nearest(store_of(node("b", EAST), node("a", EAST)), EAST) == ["b", "a"]


def test_only_allowed_ids_are_found_even_when_nearer_ones_exist(compass: FaissVectorStore) -> None:
    assert nearest(compass, EAST, node_ids=["north", "nobody"]) == ["north"]
    assert nearest(compass, EAST, node_ids=[]) == []


def test_metadata_filters_restrict_the_search(compass: FaissVectorStore) -> None:
    routes = MetadataFilters(filters=[MetadataFilter(key="kind", value="route")])
    bolted = MetadataFilters(
        filters=[MetadataFilter(key="bolts", value=5, operator=FilterOperator.GT)]
    )

    assert nearest(compass, NORTH, filters=routes) == ["between", "east"]
    assert nearest(compass, EAST, filters=bolted) == ["between"]
    assert nearest(compass, EAST, filters=bolted, node_ids=["east"]) == []


def test_deleted_nodes_are_not_found_and_their_numbers_not_used_again(
    compass: FaissVectorStore,
) -> None:
    compass.delete("east")
    compass.delete_nodes(["nobody"])
    compass.add([node("south-east", [1.0, -1.0])])

    assert nearest(compass, EAST) == ["between", "south-east", "north"]
    assert len(compass) == 3
    assert compass.client.id_map.at(2) == 3


def test_adding_a_known_id_replaces_the_node(compass: FaissVectorStore) -> None:
    compass.add([node("east", NORTH), node("east", [0.0, -1.0])])

    assert len(compass) == 3
    assert nearest(compass, [0.0, -1.0], k=1) == ["east"]


def test_clear_forgets_everything(compass: FaissVectorStore) -> None:
    compass.clear()

    assert nearest(compass, EAST) == []
    assert compass.get_nodes() == []


def test_asking_for_more_than_there_is_gives_what_there_is(compass: FaissVectorStore) -> None:
    assert len(nearest(compass, EAST, k=100)) == 3
    assert nearest(FaissVectorStore(2), EAST) == []


@pytest.mark.parametrize(
    "wrong", [node("short", [1.0]), TextNode(id_="bare", text="x")], ids=["length", "missing"]
)
def test_a_node_without_a_fitting_vector_is_refused_and_changes_nothing(
    compass: FaissVectorStore, wrong: TextNode
) -> None:
    with pytest.raises(ValueError, match=r"expected|not set"):
        compass.add([wrong])

    assert len(compass) == 3


def test_queries_that_we_do_not_know_are_refused(compass: FaissVectorStore) -> None:
    with pytest.raises(ValueError, match="embedding"):
        compass.query(VectorStoreQuery(query_str="east"))
    with pytest.raises(ValueError, match="mmr"):
        compass.query(VectorStoreQuery(query_embedding=EAST, mode=VectorStoreQueryMode.MMR))


def test_a_saved_store_comes_back_whole_and_goes_on_counting(
    compass: FaissVectorStore, tmp_path: Path
) -> None:
    compass.delete("between")
    compass.save(tmp_path)
    compass.save(tmp_path)

    loaded = FaissVectorStore.load(tmp_path)
    loaded.add([node("west", [-1.0, 0.0])])

    assert nearest(loaded, EAST) == ["east", "north", "west"]
    assert loaded.get_nodes(["east"])[0].metadata == {"kind": "route", "bolts": 4}
    assert loaded.client.id_map.at(2) == 3
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize("victim", ["manifest.json", "vectors-*.bin", "nodes-*.bin"])
@pytest.mark.parametrize("damage", ["cut", "gone", "changed"])
def test_a_damaged_folder_is_reported(
    compass: FaissVectorStore, tmp_path: Path, victim: str, damage: str
) -> None:
    compass.save(tmp_path)
    (path,) = tmp_path.glob(victim)
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(content[:-9] if damage == "cut" else b"\x00" + content[1:])

    with pytest.raises(SnapshotDamagedError):
        FaissVectorStore.load(tmp_path)


def test_a_crash_before_the_manifest_leaves_the_old_store(
    compass: FaissVectorStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compass.save(tmp_path)
    replaced = []

    def fail_at_manifest(path: Path, content: bytes) -> None:
        if path.name == "manifest.json":
            raise OSError("power cut")
        replaced.append(path.write_bytes(content))

    monkeypatch.setattr("knowledge.index.folder.replace_file", fail_at_manifest)
    compass.delete("east")
    with pytest.raises(OSError, match="power cut"):
        compass.save(tmp_path)

    assert replaced
    assert nearest(FaissVectorStore.load(tmp_path), EAST, k=1) == ["east"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.booleans()), max_size=20),
    st.sets(st.sampled_from("abcdef")),
)
def test_a_store_finds_what_a_plain_dictionary_would(
    steps: list[tuple[str, bool]], allowed: set[str]
) -> None:
    generator = np.random.default_rng(7)
    store = FaissVectorStore(3)
    plain: dict[str, Any] = {}
    for name, added in steps:
        if added:
            plain[name] = generator.normal(size=3)
            store.add([node(name, plain[name].tolist())])
        elif name in plain:
            del plain[name]
            store.delete(name)
    asked = generator.normal(size=3)

    expected = sorted(
        allowed & plain.keys(), key=lambda name: -asked @ plain[name] / np.linalg.norm(plain[name])
    )

    assert nearest(store, asked.tolist(), node_ids=sorted(allowed)) == expected
