from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from knowledge.importers.cards import CONTENT, glossary_cards, read_cards
from knowledge.terms import lint, load_terms

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """---
id: tent
title: 帳篷
topic: gear
keywords: [帳篷]
source: 測試用的虛構說明
reviewed: 2026-11-21
---
"""


def _write(folder: Path, text: str, name: str = "tent.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def _reasons(folder: Path) -> list[str]:
    return [str(problem) for problem in read_cards(folder)[1]]


def test_a_section_becomes_a_card(tmp_path: Path) -> None:
    _write(tmp_path, HEAD + "\n## 怎麼搭 {#pitch}\n關鍵詞：搭帳、營釘\n\n先鋪地墊。\n再立營柱。\n")

    (card,), problems = read_cards(tmp_path)

    assert problems == ()
    assert (card.id, card.title, card.topic, card.language) == (
        "tent#pitch",
        "怎麼搭",
        "gear",
        "zh",
    )
    assert card.text == "先鋪地墊。\n再立營柱。"
    assert card.keywords == ("搭帳", "營釘", "帳篷")
    assert (card.source, str(card.reviewed_on)) == ("測試用的虛構說明", "2026-11-21")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("## 沒有檔頭 {#x}\n內容\n", "tent.md 第 1 行：開頭沒有 --- 包起來的檔頭"),
        ("---\nid: [\n---\n", "tent.md 第 1 行：檔頭不是正確的 YAML"),
        ("---\n只有字\n---\n", "tent.md 第 1 行：檔頭要是「欄位: 值」"),
        (
            HEAD.replace("topic: gear", "topic: food") + "## 甲 {#a}\n乙\n",
            "第 4 行：檔頭的「topic」不對",
        ),
        (HEAD.replace("id: tent", "id: tent\nauthor: 我") + "## 甲 {#a}\n乙\n", "「author」不對"),
        (HEAD.replace("reviewed: 2026-11-21\n", "") + "## 甲 {#a}\n乙\n", "「reviewed」不對"),
        (HEAD, "tent.md：沒有任何 ## 段落"),
        (HEAD + "## 沒有代號\n內容\n", "tent.md 第 9 行：標題要寫成「## 標題 {#slug}」"),
        (HEAD + "## 空的 {#a}\n\n", "tent.md 第 9 行：「空的」沒有內容"),
        (HEAD + "## 太長 {#a}\n" + "長" * 701, "tent.md 第 9 行：「太長」超過 700 字"),
        (HEAD + "## 甲 {#a}\n乙\n記得帶快掛。\n", "tent.md 第 11 行：「快掛」請改成「快扣」"),
        (HEAD + "## 甲 {#a}\n这样写\n", "請改成「這樣寫」"),
        (HEAD + "## 甲 {#a}\n乙\n## 丙 {#a}\n丁\n", "代號「tent#a」重複"),
    ],
    ids=[
        "no head",
        "no yaml",
        "no mapping",
        "unknown topic",
        "unknown field",
        "missing field",
        "no section",
        "no slug",
        "empty",
        "too long",
        "mainland word",
        "simplified",
        "double",
    ],
)
def test_mistakes_are_reported_with_file_and_line(tmp_path: Path, text: str, reason: str) -> None:
    _write(tmp_path, text)

    assert any(reason in found for found in _reasons(tmp_path)), _reasons(tmp_path)


def test_sound_sections_are_read_beside_broken_ones(tmp_path: Path) -> None:
    _write(tmp_path, HEAD + "## 壞的\n內容\n## 好的 {#good}\n內容\n")

    cards, problems = read_cards(tmp_path)

    assert [card.id for card in cards] == ["tent#good"]
    assert len(problems) == 1


def test_a_file_that_is_no_text_is_reported(tmp_path: Path) -> None:
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe\x00\xd8")

    assert _reasons(tmp_path) == ["broken.md：讀不到，或不是 UTF-8 編碼"]


def test_our_own_cards_have_no_problem_and_are_many() -> None:
    cards, problems = read_cards(CONTENT)
    languages = Counter(card.language for card in cards)

    assert problems == ()
    assert languages["zh"] >= 45
    assert languages["en"] >= 15
    assert all(card.reviewed_on and card.source and card.keywords for card in cards)


def test_our_own_cards_and_the_glossary_have_different_ids() -> None:
    ids = [card.id for card in (*read_cards()[0], *glossary_cards())]

    assert {"term:完攀", "term:完攀:en", "safety#emergency"} <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "verdict",
    [
        "放心爬",
        "保證安全",
        "絕對安全",
        "沒問題啦",
        "一定安全",
        "夠長，",
        "可以放心",
        "is safe to climb",
    ],
)
def test_no_card_certifies_safety(verdict: str) -> None:
    assert not [card.id for card in read_cards(CONTENT)[0] if verdict in card.text]


def test_cards_on_access_carry_dates_or_point_to_the_authority() -> None:
    access = [card for card in read_cards(CONTENT)[0] if card.topic == "access"]

    for card in access:
        assert re.search(r"20\d\d|公告|氣象署|notice", card.text), card.id


def test_every_term_has_a_meaning_in_both_languages() -> None:
    for term in load_terms():
        assert term.meaning.endswith("。"), term.zh
        assert term.meaning_en.endswith("."), term.zh


def test_the_glossary_is_written_as_taiwan_writes() -> None:
    for card in glossary_cards():
        assert lint(f"{card.title}\n{card.text}") == (), card.id


def test_a_term_card_says_what_is_known_and_what_is_not_confirmed() -> None:
    cards = {card.id: card for card in glossary_cards()}

    assert "英文：crux" in cards["term:難關"].text
    assert "關卡" in cards["term:難關"].text
    assert "社群尚未確認" in cards["term:深水抱石"].text
    assert "社群尚未確認" not in cards["term:難關"].text
    assert "難關" in cards["term:難關:en"].text
    assert len(cards) == 2 * len(load_terms())
