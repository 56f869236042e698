from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Long Dong", "LONG-DONG"),
        ("Long Dong", "\uff4c\uff4f\uff4e\uff47 dong"),
        ("龍洞", "龙洞"),
        ("⻑廊", "長廊"),
        ("⻄面", "西面"),
        ("⽼⼈牆", "老人墙"),
        ("臺北", "台北"),
        ("金鉤石", "金勾石"),
        ("遊龍峯", "游龙峰"),
        ("岩壁裡", "巖壁裏"),
        ("Arête", "Are\u0302te"),
        ("Don\u2019t", "don't"),
        ("磐\u200b石\u202e館", "磐石館"),
        ("龍・洞", "「龍」 洞"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert text.key(one) == text.key(other)


def test_different_names_have_different_keys() -> None:
    names = ("月光牆", "月光岩", "月牙牆", "曰光牆", "P1", "P2")
    assert len({text.key(name) for name in names}) == len(names)


@settings(deadline=None)
@given(st.text())
def test_key_is_stable_and_keyed_agrees(source: str) -> None:
    keyed = text.keyed(source)
    assert keyed.key == text.key(source)
    assert text.key(keyed.key) == keyed.key
    assert len(keyed.offsets) == len(keyed.key)
    assert list(keyed.offsets) == sorted(keyed.offsets)
    assert all(0 <= offset < len(source) for offset in keyed.offsets)


@settings(deadline=None)
@given(st.text())
def test_nothing_raises_on_any_text(source: str) -> None:
    text.clean(source)
    text.tokens(source)
    text.ngrams(source)
    text.pinyin_key(source)
    text.is_simplified(source)
    text.has_han(source)


def test_span_leads_back_to_the_original() -> None:
    source = "想爬 \uff21\uff22\uff23 的「雲 頂」"
    keyed = text.keyed(source)
    start = keyed.key.index("云顶")
    assert source[slice(*keyed.span(start, start + 2))] == "雲 頂"


@pytest.mark.parametrize(
    "spelling",
    ["龍洞", "龙洞", "隆動", "ㄌㄨㄥˊ ㄉㄨㄥˋ", "ㄌㄨㄥˊㄉㄨㄥˋ", "ㄌㄨㄥㄉㄨㄥ"],
)
def test_sounds_alike(spelling: str) -> None:
    assert text.pinyin_key(spelling) == ("long", "dong")


@pytest.mark.parametrize(
    ("bopomofo", "character"),
    [
        ("ㄓ", "知"), ("ㄙˋ", "四"), ("ㄦˋ", "二"), ("ㄧ", "一"), ("ㄨˇ", "五"), ("ㄩˊ", "魚"),
        ("ㄧㄡˇ", "有"), ("ㄨㄟˋ", "位"), ("ㄨㄣˊ", "文"), ("ㄨㄥ", "翁"), ("ㄩㄢˊ", "元"),
        ("ㄩㄣˊ", "雲"), ("ㄩㄥˇ", "永"), ("ㄩㄝˋ", "月"), ("ㄧㄝˋ", "頁"), ("ㄧㄠ", "腰"),
        ("ㄧㄥ", "鷹"), ("ㄧㄢˊ", "岩"), ("ㄨㄛˇ", "我"), ("ㄐㄩㄝˊ", "決"), ("ㄒㄩㄥˊ", "熊"),
        ("ㄌㄩˋ", "綠"), ("ㄋㄩˇ", "女"), ("ㄌㄧㄡˊ", "流"), ("ㄍㄨㄟ", "龜"), ("ㄌㄨㄣˊ", "輪"),
        ("ㄑㄧㄥ", "青"), ("ㄓㄨㄤˋ", "壯"), ("ㄅㄛ", "波"), ("ㄈㄥ", "風"), ("ㄐㄧㄤ", "江"),
        ("ㄕㄢ", "山"), ("ㄦˊ", "兒"), ("ㄞˋ", "愛"),
    ],
)  # fmt: skip
def test_bopomofo_reads_like_the_character(bopomofo: str, character: str) -> None:
    assert text.pinyin_key(bopomofo) == text.pinyin_key(character)


def test_loose_sounds_merge_what_speakers_merge() -> None:
    assert [text.loose(sound) for sound in ("zhi", "shan", "ling", "cheng", "long", "yang")] == [
        "zi", "san", "lin", "cen", "long", "yang",
    ]  # fmt: skip


def test_syllables_know_their_place() -> None:
    source = "去 ㄌㄨㄥˊ洞 V2"
    assert [(s.sound, source[s.start : s.end]) for s in text.syllables(source)] == [
        ("qu", "去"), ("long", "ㄌㄨㄥˊ"), ("dong", "洞"), ("v2", "V2"),
    ]  # fmt: skip


def test_simplified_is_told_from_traditional() -> None:
    assert text.is_simplified("这条路线几级")
    assert text.is_simplified("龙洞")
    assert not text.is_simplified("後面的岩面有幾公里？峰、裡、台、后羿、乾淨")
    assert not text.is_simplified("Which route?")


def test_clean_removes_what_cannot_be_seen() -> None:
    assert text.clean("a\x00b\u200bc\u202ed\te\r\n一\ud800") == "abcd e\n一"


def test_tokens_of_mixed_text() -> None:
    assert text.tokens("月光牆 Moon-Light Arête 5.10a！") == [
        "月", "光", "墙", "月光", "光墙", "moon", "light", "arete", "5.10a",
    ]  # fmt: skip


def test_edit_distance_counts_a_swap_as_one() -> None:
    assert text.edit_distance("abcd", "acbd") == 1
    assert text.edit_distance("abcd", "wxyz", limit=1) == 2
    assert text.similarity("abcd", "abcd") == 1.0


def test_han_is_seen_in_every_form() -> None:
    assert text.has_han("route ⽼")
    assert not text.has_han("route 5.10a ㄅ")
