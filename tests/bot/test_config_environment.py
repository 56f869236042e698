"""Settings come from the environment; unknown ones are named at start."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import DEMO, Config, load_config
from bot.errors import ConfigError


def test_nothing_set_gives_the_defaults() -> None:
    assert load_config({}) == Config(Path("data/var"), "lsa")
    assert load_config({"PATH": "/bin", "HOME": "/root"}) == Config()


def test_empty_values_give_the_defaults() -> None:
    assert load_config({"YANYOU_DATA_DIR": "", "YANYOU_EMBEDDING": ""}) == Config()


def test_values_are_read() -> None:
    given = {"YANYOU_DATA_DIR": "/srv/state", "YANYOU_EMBEDDING": "huggingface:BAAI/bge-m3"}
    assert load_config(given) == Config(Path("/srv/state"), "huggingface:BAAI/bge-m3")


@pytest.mark.parametrize("name", ["YANYOU_DATADIR", "YANYOU_", "YANYOU_data_dir"])
def test_unknown_settings_are_named(name: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config({name: "x"})
    assert caught.value.name == name
    assert name in caught.value.reply
    assert "YANYOU_DATA_DIR" in caught.value.reply


def test_the_variable_of_the_tests_is_allowed() -> None:
    assert load_config({"YANYOU_REAL_DATA": "/data"}) == Config()


def test_the_demo_is_there() -> None:
    assert any(DEMO.glob("*.json"))
