"""What it takes to run the bot somewhere: container, compose file, invitation, heartbeat."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
import yarl
from discord.gateway import DiscordWebSocket

from bot.config import load_config
from bot.discord.endpoints import resume_at
from bot.discord.heartbeat import STALE_SECONDS, beat, is_alive
from bot.discord.invitation import invitation, permissions
from bot.discord.run import environment
from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def instructions() -> Iterator[tuple[str, str]]:
    """Instructions of the Dockerfile with their arguments, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, rest = line.partition(" ")
            yield name, " ".join(rest.split())


def test_the_image_is_built_in_two_stages_and_the_last_one_has_no_build_tools() -> None:
    stages = [rest for name, rest in instructions() if name == "FROM"]

    assert [stage.split(" AS ")[1] for stage in stages] == ["build", "run"]
    assert len({stage.split(" AS ")[0] for stage in stages}) == 1


def test_everything_the_image_copies_exists_and_is_let_through() -> None:
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = [line[1:] for line in ignore if line.startswith("!")]
    copied = [
        source
        for name, rest in instructions()
        if name == "COPY" and not rest.startswith("--from")
        for source in rest.split()[:-1]
    ]

    assert copied
    assert ignore[0] == "*"
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source in let_through, source


def test_the_container_is_nobodys_root_and_watched() -> None:
    found = dict(instructions())

    assert found["USER"] == "yanyou"
    assert '"health"' in found["HEALTHCHECK"]
    assert found["ENTRYPOINT"] == '["python", "-m", "bot"]'
    assert found["CMD"] == '["run"]'
    runs = " ".join(rest for name, rest in instructions() if name == "RUN")
    assert "useradd" in runs


def test_the_image_brings_a_font_for_the_pictures() -> None:
    copied = [rest.split()[0] for name, rest in instructions() if name == "COPY"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert "requirements.lock" in copied
    assert "manimgx-fonts-cjk==" in lock


def test_the_settings_of_the_image_are_known_ones() -> None:
    text = dict(instructions())["ENV"]
    values = dict(pair.split("=", 1) for pair in text.split())

    config = load_config({key: value for key, value in values.items() if key.startswith("YANYOU")})

    assert str(config.data_dir) == "/data"
    assert config.log_key_file is not None
    assert not config.log_key_file.is_relative_to(config.data_dir)


@pytest.fixture
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8")))


def test_compose_starts_the_bot_alone_and_a_model_only_when_asked(compose: dict[str, Any]) -> None:
    services = compose["services"]

    assert "profiles" not in services["bot"]
    assert services["vllm"]["profiles"] == ["voice"]
    assert services["bot"]["restart"] == "unless-stopped"
    assert services["bot"]["env_file"] == ".env"


def test_compose_keeps_data_and_key_in_volumes_that_the_image_knows(
    compose: dict[str, Any],
) -> None:
    mounted = dict(volume.split(":") for volume in compose["services"]["bot"]["volumes"])

    assert set(mounted) <= set(compose["volumes"])
    assert set(mounted.values()) == set(re.findall(r'"([^"]+)"', dict(instructions())["VOLUME"]))


def test_the_example_of_the_settings_names_known_ones_only() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    names = re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE)

    assert "DISCORD_TOKEN" in names
    load_config({name: "" for name in names if name.startswith("YANYOU")})


def test_the_invitation_of_the_readme_asks_for_what_the_bot_needs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    wanted = permissions().value

    assert f"permissions={wanted}" in readme
    link = invitation(123)
    assert f"permissions={wanted}" in link
    assert "client_id=123" in link
    assert "applications.commands" in link


@pytest.mark.parametrize(
    ("configured", "told", "followed"),
    [
        ("wss://gateway.discord.gg/", "wss://gateway-us-east1-b.discord.gg", True),
        ("ws://127.0.0.1:9000/gateway", "ws://127.0.0.1:9001/resume", True),
        ("ws://127.0.0.1:9000/gateway", "ws://localhost:9000", True),
        ("wss://proxy.example/discord", "wss://proxy.example/other", True),
        ("wss://proxy.example/discord", "wss://gateway-us-east1-b.discord.gg", False),
        ("ws://127.0.0.1:9000/gateway", "wss://gateway-us-east1-b.discord.gg", False),
    ],
)
def test_a_session_goes_on_where_the_gateway_says_unless_a_proxy_stands_between(
    configured: str, told: str, followed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(configured))

    assert str(resume_at(yarl.URL(told))) == str(yarl.URL(told if followed else configured))


def test_a_heartbeat_grows_old(tmp_path: Path) -> None:
    assert not is_alive(tmp_path, 1000.0)

    beat(tmp_path / "heartbeat.json", {"at": 1000.0})

    assert is_alive(tmp_path, 1000.0 + STALE_SECONDS - 1)
    assert not is_alive(tmp_path, 1000.0 + STALE_SECONDS + 1)
    (tmp_path / "heartbeat.json").write_text("{", encoding="utf-8")
    assert not is_alive(tmp_path, 1000.0)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=file\nYANYOU_OPERATORS=1,2\n", encoding="utf-8")

    values = environment(tmp_path, {"DISCORD_TOKEN": "shell"})

    assert values["DISCORD_TOKEN"] == "shell"  # noqa: S105 - nobody's
    assert load_config(values).operators == {"1", "2"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("YANYOU_HEALTH_PORT", "many"),
        ("YANYOU_HEALTH_PORT", "70000"),
        ("YANYOU_GATEWAY_TIMEOUT", "0"),
        ("YANYOU_OPERATORS", "alice"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config({name: value})

    assert name in caught.value.reply
