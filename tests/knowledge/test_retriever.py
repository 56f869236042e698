from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding

from knowledge.baselines import PlainBm25Baseline, PlainVectorBaseline, run_words
from knowledge.embedding import UnknownEmbeddingError, embedding_from
from knowledge.importers import read_file
from knowledge.retriever import IndexFolder, SnapshotRetriever, Tuning, hybrid, passages_of
from knowledge.retriever.nodes import documents_of
from knowledge.schema import Card, Crag, Grade, Gym, Records, Route

if TYPE_CHECKING:
    from pathlib import Path

CARDS = (
    Card(
        "flash",
        "什麼是 flash",
        "第一次嘗試、事先看過別人爬，一次完攀。",
        "glossary",
        keywords=("閃攀",),
    ),
    Card("partner-check", "確保前的互相檢查", "出發前兩個人互相檢查繩結、吊帶和確保器。", "safety"),
    Card("flash-en", "Flash", "First try with beta.", "glossary", language="en"),
)


def route(route_id: str, name: str, name_en: str, description: str) -> Route:
    return Route(
        id=route_id,
        crag_id="cape",
        name=name,
        name_en=name_en,
        grade=Grade(raw="5.9"),
        source_id="demo",
        description=description,
    )


RECORDS = Records(
    crags=(Crag(id="cape", name="霧鳴岬", source_id="demo", description="海邊的岩場，有海蝕洞。"),),
    routes=(
        route("W-1", "漲潮線", "High Water Mark", "裂隙乾淨，大潮時起攀處會被海浪打濕。"),
        route("W-2", "退潮線", "Low Water Mark", "整條手塞裂隙，點距較遠。"),
        route("W-3", "守燈人", "Keeper", "摩擦力很好的斜板，夏天下午有陰影。"),
        route("W-4", "燈塔鼠", "Lighthouse Mouse", "起攀難關在小屋簷，之後都是大點。"),
    ),
    gyms=(Gym(id="fog", name="霧中岩館", source_id="demo", facilities=("淋浴", "速度攀登")),),
)


@pytest.fixture(scope="module")
def retriever() -> SnapshotRetriever:
    return SnapshotRetriever.build([RECORDS], CARDS)


def found(retriever: SnapshotRetriever, text: str, **restrictions: Any) -> list[str]:
    return [hit.id for hit in retriever.search(text, **restrictions)]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("漲潮線在哪裡", "W-1"),
        ("涨潮线怎么样", "W-1"),
        ("where is the lighthouse mouse", "W-4"),
        ("lighthuose mouse", "W-4"),
        ("夏天有陰影的斜板", "W-3"),
        ("手塞裂隙", "W-2"),
        ("哪裡有速度牆可以速度攀登", "fog"),
        ("閃攀是什麼意思", "flash"),
        ("出發前要檢查什麼", "partner-check"),
    ],
)
def test_a_question_finds_the_record_that_it_is_about(
    retriever: SnapshotRetriever, question: str, best: str
) -> None:
    assert found(retriever, question)[0] == best


@pytest.mark.parametrize(
    "question",
    ["虛空裂縫之王在哪裡", "怎麼煮牛肉麵", "stock price of tea", "？", "", "   ", "🧗🧗", "\0"],
)
def test_an_unknown_thing_finds_nothing(retriever: SnapshotRetriever, question: str) -> None:
    assert found(retriever, question) == []


def test_hits_say_what_they_are_and_come_best_first(retriever: SnapshotRetriever) -> None:
    hits = retriever.search("裂隙 起攀處", k=3)

    assert hits[0].kind == "route"
    assert hits[0].text.startswith("漲潮線 High Water Mark")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_kinds_and_ids_restrict_the_search(retriever: SnapshotRetriever) -> None:
    assert found(retriever, "flash", kinds=("card",)) == ["flash-en", "flash"]
    assert found(retriever, "flash", kinds=("route",)) == []
    assert found(retriever, "裂隙", allowed_ids={"W-2", "W-3"}) == ["W-2"]
    assert found(retriever, "裂隙", allowed_ids=()) == []
    assert found(retriever, "裂隙", allowed_ids={"nobody"}) == []


def test_k_limits_what_comes_back(retriever: SnapshotRetriever) -> None:
    assert len(found(retriever, "裂隙", k=1)) == 1
    assert found(retriever, "裂隙", k=0) == []


@pytest.mark.parametrize("weights", [{"words": 1.0}, {"vectors": 1.0}, {"words": 1, "vectors": 0}])
def test_every_leg_finds_by_itself(weights: dict[str, float]) -> None:
    retriever = SnapshotRetriever.build([RECORDS], tuning=Tuning(weights))

    assert found(retriever, "摩擦力很好的斜板")[0] == "W-3"


def test_without_legs_or_records_nothing_is_found() -> None:
    assert found(SnapshotRetriever.build([RECORDS], tuning=Tuning({})), "斜板") == []
    assert found(SnapshotRetriever.build([]), "斜板") == []


def test_an_embedding_that_knows_meaning_may_vouch_for_a_record_below_the_floor() -> None:
    strict = Tuning(floor=1.1)
    trusting = Tuning(floor=1.1, vouching=0.3)

    assert found(SnapshotRetriever.build([RECORDS], tuning=strict), "很好的斜板") == []
    assert found(SnapshotRetriever.build([RECORDS], tuning=trusting), "很好的斜板") == ["W-3"]


def test_an_unknown_embedding_is_reported_when_it_is_needed() -> None:
    with pytest.raises(UnknownEmbeddingError):
        SnapshotRetriever.build([RECORDS], embedding="guess").search("斜板")


def test_a_hundred_thousand_characters_are_no_trouble(retriever: SnapshotRetriever) -> None:
    assert found(retriever, "摩擦力很好的斜板" * 12_500)[0] == "W-3"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=80))
def test_no_question_breaks_the_search(retriever: SnapshotRetriever, text: str) -> None:
    assert len(found(retriever, text, k=3)) <= 3


def test_threads_share_a_retriever_that_is_built_once() -> None:
    shared = SnapshotRetriever.build([RECORDS], CARDS)
    questions = ["漲潮線", "手塞裂隙", "閃攀", "斜板"] * 8

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda text: found(shared, text), questions))

    assert answers == [found(shared, text) for text in questions]


def test_llamaindex_is_loaded_with_the_first_search_and_not_before() -> None:
    script = (
        "import sys; from knowledge.retriever import SnapshotRetriever;"
        "from knowledge.schema import Card;"
        "retriever = SnapshotRetriever.build([], [Card('a', '裂隙', '手塞裂隙', 'gear')]);"
        "before = 'llama_index.core' in sys.modules;"
        "found = retriever.search('裂隙');"
        "assert [hit.id for hit in found] == ['a'];"
        "print(before, 'llama_index.core' in sys.modules)"
    )

    done = subprocess.run(  # noqa: S603  (our own interpreter)
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False True"


@pytest.fixture(scope="module")
def demo(demo_dir: Path) -> list[Records]:
    return [read_file(path) for path in sorted(demo_dir.glob("*.json"))]


def test_every_route_of_the_demo_data_is_found_by_its_name(demo: list[Records]) -> None:
    retriever = SnapshotRetriever.build(demo)
    routes = [route for file in demo for route in file.routes if len(route.name) > 1]
    names = {area.name for file in demo for area in file.areas}

    missed = [
        route.name
        for route in routes
        if route.name not in names
        and route.id not in found(retriever, f"{route.name}在哪裡", kinds=("route",), k=10)
    ]

    assert missed == []


def test_the_baselines_answer_with_record_ids_of_the_same_documents(demo: list[Records]) -> None:
    nodes = documents_of(demo)
    target = next(route for file in demo for route in file.routes if len(route.name_en) > 12)
    embedding = embedding_from("lsa", [node.text for node in nodes])

    assert target.id in PlainVectorBaseline.build(nodes, embedding).search(target.name_en)
    assert target.id in PlainBm25Baseline.build(nodes).search(target.name_en)
    assert target.id in PlainBm25Baseline.build(nodes, run_words).search(target.name_en)


def test_the_baselines_survive_a_question_without_words(demo: list[Records]) -> None:
    nodes = documents_of(demo)
    embedding = embedding_from("lsa", [node.text for node in nodes])

    assert len(PlainVectorBaseline.build(nodes, embedding).search("？？？", k=4)) == 4
    assert PlainBm25Baseline.build(nodes).search("？？？") == ()


def test_the_search_is_a_retriever_of_llamaindex(retriever: SnapshotRetriever) -> None:
    llama = retriever.as_retriever(k=3)
    nodes = llama.retrieve("裂隙 起攀處")
    hits = retriever.search("裂隙 起攀處", k=3)

    assert isinstance(llama, BaseRetriever)
    assert [(node.node.node_id, node.score) for node in nodes] == [
        (f"{hit.kind}:{hit.id}", hit.score) for hit in hits
    ]
    assert nodes[0].node.metadata["record_id"] == hits[0].id


def test_a_retriever_of_llamaindex_keeps_to_what_is_allowed(retriever: SnapshotRetriever) -> None:
    only = retriever.as_retriever(kinds=("route",), allowed_ids=("W-2",), k=5)

    assert [node.node.node_id for node in only.retrieve("裂隙")] == ["route:W-2"]


class Letters(BaseEmbedding):
    """An embedding of LlamaIndex: how often each of some characters stands in a text."""

    asked: ClassVar[list[str]] = []

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(query.count(letter)) for letter in "潮線裂隙摩擦力斜板海岩"]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        self.asked.append(text)
        return self._get_query_embedding(text)


def test_another_embedding_of_llamaindex_embeds_each_text_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hybrid, "embedding_from", lambda _: Letters())
    Letters.asked.clear()

    def search(records: Records, identity: str) -> tuple[list[str], int]:
        before = len(Letters.asked)
        retriever = SnapshotRetriever(
            lambda: passages_of([records]),
            {},
            embedding="huggingface:letters",
            tuning=Tuning({"vectors": 1.0}),
            folder=IndexFolder(tmp_path / "index", identity),
        )
        return found(retriever, "摩擦力很好的斜板"), len(Letters.asked) - before

    changed = replace(RECORDS.routes[0], description="換了說法。")
    less = replace(RECORDS, routes=(changed, *RECORDS.routes[1:3]))
    assert search(RECORDS, "1") == (["W-3"], 6)
    assert search(RECORDS, "1") == (["W-3"], 0)
    assert search(less, "2") == (["W-3"], 1)
