"""Places inside others: as the answer has them, and as it has not."""

from __future__ import annotations

import pytest

from bot.voice.evidence.paths import foreign_paths

_TWO = """有 2 條都叫「迴聲」，分開看：
「迴聲」（石螢谷›螢火牆）位在石螢谷›螢火牆。
「迴聲」（霧鳴岬›迴聲廊›長廊）位在霧鳴岬›迴聲廊›長廊。"""
_EN = """“Last Ferry” is at Wuming Cape›Under the Lighthouse›Keeper's Wall.
“Drift” is at Stone Firefly Valley›Firefly Wall."""


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("一條在石螢谷›長廊。", _TWO),
        ("另一條在霧鳴岬›迴聲廊›螢火牆。", _TWO),
        ("石螢谷的長廊也有一條。", _TWO),
        ("It is on Keeper's Wall in Stone Firefly Valley.", _EN),
        ("Wuming Cape›Firefly Wall", _EN),
    ],
)
def test_a_place_in_another_than_its_own_is_found(said: str, known: str) -> None:
    assert list(foreign_paths(said, known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("一條在石螢谷 › 螢火牆，另一條在霧鳴岬›迴聲廊›長廊。", _TWO),
        ("石螢谷的螢火牆、霧鳴岬的長廊各一條。", _TWO),
        ("霧鳴岬迴聲廊那條在長廊。", _TWO),
        ("It is on Keeper's Wall, under the lighthouse at Wuming Cape.", _EN),
    ],
)
def test_a_place_where_it_lies_is_not(said: str, known: str) -> None:
    assert not list(foreign_paths(said, known))


def test_a_path_may_be_told_in_the_other_language() -> None:
    """The records name both; the answer shows one."""
    shown = "“Fern” is at Salted Bellows Riddle›Mossy Kettle Errand."
    assert not list(foreign_paths("「蕨」 is at 鴞舵岬›霽笛稜.", shown))
