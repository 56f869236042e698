import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.terms import STYLES, excluded_styles, find_styles, styles_of


def _styles(text: str) -> list[str]:
    return [mention.style for mention in find_styles(text)]


@pytest.mark.parametrize(
    ("question", "styles"),
    [
        ("想練斜板去哪", ["slab"]),
        ("有没有适合新手的裂缝路线", ["beginner", "crack"]),
        ("手指裂隙", ["finger_crack"]),
        ("any off-width or chimney?", ["offwidth", "chimney"]),
        ("大 over 沒有，大over有嗎", ["overhang"]),
        ("Overhanging jugs", ["overhang", "jug"]),
        ("outside corner", ["arete"]),
        ("內角", ["corner"]),
        ("雨天還能爬的路線", ["rain_proof"]),
        ("下午有陰影的牆", ["afternoon_shade"]),
        ("耐力型、連續的路線", ["endurance", "sustained"]),
        ("熱身用的經典線", ["warmup", "classic"]),
        ("dynamic 的題目", ["dyno"]),
    ],
)
def test_style_words_are_found_in_both_languages(question: str, styles: list[str]) -> None:
    assert _styles(question) == styles


@pytest.mark.parametrize(
    "question",
    [
        "不要斜板",
        "不外傾",
        "沒有裂隙",
        "not slabby",
        "without cracks",
        "避開懸岩",
        "不太外傾",
        "避免使用內角",
    ],
)
def test_denied_styles_are_no_mentions(question: str) -> None:
    assert find_styles(question) == ()
    assert len(excluded_styles(question)) == 1


@pytest.mark.parametrize(
    "question", ["有沒有斜板", "是不是斜板", "要不要爬斜板", "特別斜板", "非常斜板", "有無斜板"]
)
def test_questions_and_stress_are_no_denial(question: str) -> None:
    assert _styles(question) == ["slab"]


@pytest.mark.parametrize(
    "text", ["連續三天", "最新動態消息", "指力板", "power bank", "surface", "cornerstone"]
)
def test_look_alikes_are_no_styles(text: str) -> None:
    assert find_styles(text) == ()


def test_names_of_other_routes_say_nothing_about_a_route() -> None:
    assert styles_of("小石頭", "", "與 <某某斜板> 共用 Anchor，《某書》記載為 <大裂隙>") == ()
    assert styles_of("某某裂隙", "", "起攀後翻懸岩") == ("overhang", "roof", "crack")


@pytest.mark.parametrize(
    "name", ["Fish Face", "Pocket Money", "One Sunny Day", "Power Kids", "Crack a Smile"]
)
def test_a_name_is_trusted_for_the_terrain_only(name: str) -> None:
    assert styles_of("", name) == ()
    assert styles_of("爆發力經典裂隙", "Grey Arête") == ("crack", "arete")
    assert styles_of("熱身一") == ("warmup",)


def test_a_narrower_style_brings_the_wider_one() -> None:
    assert styles_of("手掌裂隙練習") == ("crack", "hand_crack")


def test_offsets_point_into_the_original_text() -> None:
    text = "想爬裂缝和岩角"

    for mention in find_styles(text):
        assert text[mention.start : mention.end] == mention.surface


def test_every_style_finds_its_own_names() -> None:
    for style in STYLES.values():
        assert style.key in _styles(style.en) or style.key in _styles(style.zh), style.key


@settings(deadline=None)  # the first call loads tables
@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    for mention in find_styles(text):
        assert text[mention.start : mention.end] == mention.surface
