"""Folders that a command is given, looked at before anything slow begins."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path


def base_folder(text: str) -> Path:
    """A folder with a base model.

    Raises:
        ArgumentTypeError: Without its configuration or its weights.
    """
    folder = Path(text)
    if not (folder / "config.json").is_file() or not any(folder.glob("*.safetensors")):
        raise ArgumentTypeError(f"{text} 裡沒有基底模型（要有 config.json 和 *.safetensors）")
    return folder


def tokenizer_folder(text: str) -> Path:
    """A folder with a tokenizer.

    Raises:
        ArgumentTypeError: Without one.
    """
    folder = Path(text)
    if not any((folder / name).is_file() for name in ("tokenizer.json", "tokenizer_config.json")):
        raise ArgumentTypeError(f"{text} 裡沒有 tokenizer（要有 tokenizer.json）")
    return folder
