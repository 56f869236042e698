import pytest

from knowledge.terms import find_term


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("什麼是 flash", "flash"),
        ("RP 是什麼意思", "紅點"),
        ("rp是什麼", "紅點"),
        ("外傾英文怎麼說", "外傾"),
        ("what does 完攀 mean", "完攀"),
        ("What is a crux?", "難關"),
        ("How do you say slab in Chinese?", "斜板"),
        ("红点是什么意思", "紅點"),
        ("快掛是什麼", "快扣"),
        ("請問「暴雷」是什麼意思呢？", "暴雷"),
        ("線是什麼意思", "路線"),
        ("ＲＰ是啥", "紅點"),
        ("on-sight 是什麼", "onsight"),
    ],
)
def test_the_term_asked_about_comes_first(question: str, first: str) -> None:
    assert find_term(question)[0].zh == first


def test_a_word_of_two_terms_gives_both() -> None:
    assert [term.zh for term in find_term("什麼是 TR")] == ["上方確保", "上方架繩"]


def test_two_terms_in_one_question_are_both_found() -> None:
    assert {term.zh for term in find_term("on sight 跟 flash 差在哪")} == {"onsight", "flash"}


def test_the_longer_term_hides_the_shorter_one_inside_it() -> None:
    assert [term.zh for term in find_term("想了解手指裂隙")] == ["手指裂隙"]


def test_latin_terms_need_word_boundaries() -> None:
    assert find_term("settle the topic") == ()


@pytest.mark.parametrize("text", ["", "   ", "🧗🧗", "你好", "？？"])
def test_text_without_terms_finds_none(text: str) -> None:
    assert find_term(text) == ()
