"""Terms of the trade that nothing known speaks of, wherever they stand in a text."""

import pytest

from bot.voice.evidence.records import unsupported_terms


@pytest.mark.parametrize(
    "text",
    ["it is a layback", "I cannot guess.難關是一段layback。", "一段 layback", "LAYBACK的那段"],
)
def test_an_english_term_is_found_beside_any_other_script(text: str) -> None:
    found = unsupported_terms(text, "the record names no first ascensionist")

    assert "layback" in found


def test_part_of_a_longer_word_is_no_term() -> None:
    assert unsupported_terms("the cover of the book", "nothing") == ()


def test_what_is_known_may_be_said() -> None:
    assert "layback" not in unsupported_terms("a layback", "P2 is a layback")
