"""What the bot says by itself: used, in both languages, in Taiwan's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.discord.cogs.help import HELP
from bot.discord.words import _WORDS, keys, say
from knowledge.terms import lint

SOURCES = Path(__file__).parents[2] / "bot" / "discord"


def spoken() -> set[str]:
    """Every key in the code; an f-string stands for all keys that it may make."""
    files = [path for path in SOURCES.rglob("*.py") if path.name != "words.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    plain = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)?)[\"']", text))
    made = {key.split("{")[0] for key in re.findall(r"f\"([a-z_]+\.\{[a-z_.]+\})\"", text)}
    return plain | {key for key in keys() for start in made if key.startswith(start)}


def test_no_words_are_left_over() -> None:
    assert set(keys()) - spoken() == set()


@pytest.mark.parametrize("key", keys())
def test_both_languages_take_the_same_values(key: str) -> None:
    chinese, english = _WORDS[key]

    named = re.compile(r"\{(\w+)\}")
    assert set(named.findall(chinese)) == set(named.findall(english))
    values = dict.fromkeys(named.findall(chinese), "x")
    assert say(key, "zh", **values)
    assert say(key, "en", **values)


@pytest.mark.parametrize("key", keys())
def test_words_are_taiwanese(key: str) -> None:
    chinese = _WORDS[key][0]

    assert lint(chinese) == ()
    assert "您" not in chinese


def test_help_is_taiwanese_and_fits_a_message() -> None:
    assert lint(HELP["zh"]) == ()
    assert all(len(text) <= 2000 for text in HELP.values())
