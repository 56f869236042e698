"""Titles of routes taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importers.names import names_in_prose, parse_place_name, parse_title


@pytest.mark.parametrize(
    ("title", "name", "pitch", "aliases", "old_names"),
    [
        ("白浪", "白浪", "", (), ()),
        ("白浪 | P2", "白浪", "P2", (), ()),
        ("白浪｜P10", "白浪", "P10", (), ()),
        ("白浪 | P2 右", "白浪", "P2 右", (), ()),
        ("白浪 (P3)", "白浪", "P3", (), ()),
        ("白浪（第2繩距）", "白浪", "P2", (), ()),
        ("White Wave P2", "White Wave", "P2", (), ()),
        ("白浪 (舊：黑潮)", "白浪", "", (), ("黑潮",)),
        ("白浪（舊名：黑潮、暗湧）", "白浪", "", (), ("黑潮", "暗湧")),
        ("白浪 (原名：黑潮)", "白浪", "", (), ("黑潮",)),
        ("白浪 (又名：黑潮)", "白浪", "", ("黑潮",), ()),
        ("白浪 (Black Tide)", "白浪", "", ("Black Tide",), ()),
        ("白浪 (紅豆年糕)", "白浪", "", ("紅豆年糕",), ()),
        ("White Wave (Black Tide)", "White Wave", "", ("Black Tide",), ()),
        ("白浪 (無人完攀)", "白浪 (無人完攀)", "", ("白浪",), ()),
        ("白浪 | P1 (未收錄)", "白浪 (未收錄)", "P1", ("白浪",), ()),
        ("白浪 (黑潮延伸)", "白浪 (黑潮延伸)", "", ("白浪",), ()),
        ("白浪 (起攀變化版)", "白浪 (起攀變化版)", "", ("白浪",), ()),
        ("White Wave (Project)", "White Wave (Project)", "", ("White Wave",), ()),
        ("White Wave (var. start)", "White Wave (var. start)", "", ("White Wave",), ()),
        ("白浪（ㄅㄞˊ）", "白浪（ㄅㄞˊ）", "", ("白浪",), ()),
        ("白浪 (5.10a)", "白浪 (5.10a)", "", ("白浪",), ()),
        ("（未命名）", "（未命名）", "", (), ()),
        ("白浪 (舊：黑潮) | P2", "白浪", "P2", (), ("黑潮",)),
        ("", "", "", (), ()),
    ],
)
def test_a_title_gives_name_pitch_and_other_names(
    title: str, name: str, pitch: str, aliases: tuple[str, ...], old_names: tuple[str, ...]
) -> None:
    parsed = parse_title(title)
    assert (parsed.name, parsed.pitch) == (name, pitch)
    assert parsed.aliases == aliases
    assert parsed.old_names == old_names


def test_a_place_keeps_its_branch_and_gives_only_marked_names() -> None:
    branch = parse_place_name("浮嶼攀岩館 (旗艦店)")
    assert (branch.name, branch.aliases) == ("浮嶼攀岩館 (旗艦店)", ())
    renamed = parse_place_name("浮嶼攀岩館（舊名：小島）")
    assert (renamed.name, renamed.old_names) == ("浮嶼攀岩館", ("小島",))


def test_radicals_in_a_name_stay_as_they_came() -> None:
    assert parse_title("⻑夜 (舊：⽼夜)").name == "⻑夜"
    assert parse_title("⻑夜 (舊：⽼夜)").old_names == ("⽼夜",)


@given(st.text(max_size=60))
def test_any_title_has_a_name(title: str) -> None:
    parsed = parse_title(title)
    assert bool(parsed.name) == bool(title.strip())


def test_prose_tells_quoted_names() -> None:
    assert names_in_prose("舊名「暗湧」，原為傳攀路線") == ((), ("暗湧",))
    assert names_in_prose("白浪 aka「嘩嘩浪」。") == (("嘩嘩浪",), ())
    assert names_in_prose("又名 <大浪>") == (("大浪",), ())
    assert names_in_prose("沒有別的名字") == ((), ())
