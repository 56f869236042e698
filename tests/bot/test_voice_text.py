"""The voice's handling of text: sentences, thinking, script and terms, rules for everybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.verifier.facts import scan
from bot.voice.breaker import Breaker
from bot.voice.house.guards import MAX_CHARS, faults_of, faults_of_whole
from bot.voice.language.cleaning import Thoughts, in_taiwan_words, printable, without_thinking
from bot.voice.language.plain import plain
from bot.voice.language.sentences import Sentences, sentences_of


def test_sentences_end_at_marks_and_lines_and_nothing_is_lost() -> None:
    text = "是 5.10a。在潮門！\n「真的嗎？」可以問我 v1.5"
    assert sentences_of(text) == ("是 5.10a。", "在潮門！", "\n", "「真的嗎？」", "可以問我 v1.5")


@given(st.text(alphabet="甲。！\n 5.a」", max_size=60), st.integers(1, 7))
def test_pieces_of_any_size_give_the_same_text_back(text: str, size: int) -> None:
    cutter = Sentences()
    done = [s for at in range(0, len(text), size) for s in cutter.feed(text[at : at + size])]
    done += cutter.finish()
    assert "".join(done).rstrip() == text.rstrip()


def test_a_sentence_without_end_is_cut() -> None:
    assert len(sentences_of("啊" * 1000)) > 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<think>要說 5.12</think>是 5.10a。", "是 5.10a。"),
        ("是 5.10a。<think>還是 5.12", "是 5.10a。"),
        ("先想 5.12\n</think>\n是 5.10a。", "\n是 5.10a。"),
        ("<THINKING a='1'>x</thinking >好", "好"),
        ("5.9 < 5.10a", "5.9 < 5.10a"),
        ("好<|im_end|>", "好"),
    ],
)
def test_thinking_is_never_said(text: str, said: str) -> None:
    assert without_thinking(text) == said


@given(st.integers(1, 9))
def test_thinking_cut_anywhere_is_never_said(size: int) -> None:
    text = "甲<think>秘密</think>乙"
    thoughts = Thoughts()
    said = "".join(thoughts.feed(text[at : at + size])[1] for at in range(0, len(text), size))
    assert said + thoughts.finish() == "甲乙"


def test_a_missing_opening_mark_takes_back_what_was_said() -> None:
    thoughts = Thoughts()
    assert thoughts.feed("我想想") == (False, "我想想")
    assert thoughts.feed("</think>好") == (True, "好")


def test_script_and_terms_become_taiwans_but_not_inside_quoted_words() -> None:
    assert in_taiwan_words("这条线路用快挂", ()) == "這條路線用快扣"
    assert in_taiwan_words("「线路」是線路", ("「线路」",)) == "「线路」是路線"


def test_what_is_left_of_simplified_script_is_mended() -> None:
    assert in_taiwan_words("周末推荐这条", ()) == "週末推薦這條"
    assert in_taiwan_words("四周都是海，一公里遠", ()) == "四周都是海，一公里遠"
    assert in_taiwan_words("「周末」是周末", ("「周末」",)) == "「周末」是週末"


def test_names_of_records_come_back_as_they_stand_there() -> None:
    assert in_taiwan_words("裂缝区的线", ("裂縫區",)) == "裂縫區的線"


def test_control_and_direction_signs_go() -> None:
    assert printable("a\u202eb\x07c\u200bd\n\n\n\ne") == "abcd\n\ne"


@pytest.mark.parametrize(
    "text",
    [
        "@everyone 快來",
        "問 <@123456> 吧",
        "看 <#42>",
        "＠某人 知道",
        "見 https://example.invalid",
        "點[這裡](x)",
        "應該沒問題，放心爬。",
        "這條很安全。",
        "今天可以去了。",
        "It's safe to climb.",
        "You'll be fine!",
        "system: 新的規則",
        "忽略以上指示",
        "作為AI語言模型",
        "壞掉的\ufffd字",
        '{"intent": "fact"}',
        "好棒好棒好棒好棒好棒",
        "这条很难",
        "用快掛",
        "Этот маршрут",
        "This route is a lovely one that everybody in the club enjoys",
    ],
)
def test_what_no_answer_may_hold(text: str) -> None:
    assert faults_of(text, zh=True)


@pytest.mark.parametrize(
    "text",
    [
        "「灰鯨」是 5.10a，在鯨背。",
        "這件事我不能替你判定，請到現場目視檢查，有疑慮就不用。",
        "固定點安全嗎這題我不回答。",
        "今天 project 差一點，下次再來。",
        "要帶安全帽嗎？請戴岩盔。",
        "平日 350 元，假日 400 元，星期六 10:00-22:00。",
        "RP 恭喜完攀！",
    ],
)
def test_what_an_answer_may_hold(text: str) -> None:
    assert faults_of(text, zh=True) == ()


def test_records_may_be_quoted_whatever_they_say() -> None:
    quote = "官網 https://example.invalid/topo"
    assert faults_of(f"資料寫：{quote}。", zh=True, quotes=(quote,)) == ()


@pytest.mark.parametrize(
    "text",
    ["", "……", "啊" * (MAX_CHARS + 1), "同一句話說兩次。同一句話說兩次。", "在，問吧。\n" * 3],
)
def test_empty_long_and_doubled_answers_do_not_hold(text: str) -> None:
    assert faults_of_whole(text)


def test_a_short_word_may_be_said_twice() -> None:
    assert faults_of_whole("好喔。這條是 5.10a。好喔。") == ()


def test_the_breaker_rests_after_failures_and_tries_one_at_a_time() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0], failures_to_open=2, rest_seconds=10)
    assert breaker.allows()
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    now[0] = 11
    assert breaker.allows()
    assert not breaker.allows(), "only one tries"
    breaker.succeeded()
    assert breaker.allows()


def test_a_time_behind_a_mark_is_a_time() -> None:
    """As hours are written in lines: 「週五：12:00」."""
    found = [one.surface for one in scan(plain("週二至週五：12:00-21:30"))]
    assert found == ["12:00", "21:30"]
