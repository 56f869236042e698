"""What every command says to input that it cannot use: one sentence, and nothing is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from finetune.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

SAID = {
    "沒有例句": "data build --exemplars HOME/none --out HOME/out",
    "沒有例句（*.yaml）": "data validate --exemplars HOME/none",
    "一個例子都建不出來": "data build --tasks smalltalk --worlds 0 0 0 --out HOME/out",
    "是不是「nano」": "data build --recipe nanoo --out HOME/out",
    "沒有 manifest.json": "data validate --data HOME/none",
    "請先 data build": "data stats --data HOME/none",
    "資料沒有建完": "train --backend trl --data HOME/none --base HOME/base --out HOME/out",
    "要用 --base": "train --recipe nano",
    "不是訓練完的資料夾": "evaluate HOME/none --base HOME/base",
    "先評測再登錄": "register HOME/none",
    "沒有這個版本": "promote climb-2026.11.0 --data-dir HOME/out",
    "版本名稱不合規則": "promote ../base --data-dir HOME/out",
    "沒有可以退回的版本": "rollback --data-dir HOME/out",
    "要用 --out": "export merged climb-2026.11.0 --base HOME/base",
}
REFUSED = {
    "裡沒有基底模型": "evaluate run --base HOME/none",
    "沒有基底模型（要有": "train --base HOME/none --out HOME/out",
    "裡沒有 tokenizer": "data stats --base HOME/none",
    "沒有「factt」": "data build --tasks factt",
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with something that looks like a base, and nothing else."""
    base = tmp_path / "base"
    base.mkdir()
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (base / name).touch()
    return tmp_path


def words(command: str, home: Path) -> list[str]:
    return command.replace("HOME", str(home)).split()


@pytest.mark.parametrize("said", SAID)
def test_command_says_why_and_writes_nothing(
    said: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    assert main(words(SAID[said], home)) == 1
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert not (home / "out").exists()


@pytest.mark.parametrize("said", REFUSED)
def test_arguments_are_refused_at_once(
    said: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words(REFUSED[said], home))
    assert caught.value.code == 2
    assert said in capsys.readouterr().err


def test_missing_failures_file_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from finetune.commands.diagnosis import read_failures  # noqa: PLC0415
    from finetune.errors import DataError  # noqa: PLC0415
    from knowledge.schema import Records  # noqa: PLC0415

    with pytest.raises(DataError) as caught:
        read_failures(home / "none", Records())
    assert "讀不到這個檔案" in caught.value.reply
