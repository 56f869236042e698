"""The base and the base with its adapter, loaded once, to be asked the same prompts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from finetune.bases import load_base

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.prompts import Message
    from finetune.config import Recipe

    Speak = Callable[[Sequence[Sequence[Message]]], list[str]]


@dataclass(frozen=True, slots=True)
class Voices:
    """Two ways to answer prompts."""

    base: Speak
    adapter: Speak


def open_voices(base: Path, adapter: Path, recipe: Recipe, batch: int) -> Voices:
    """Load the base once; the adapter is switched off for the base's own answers."""
    from peft import PeftModel  # noqa: PLC0415

    from bot.model.local import generate_texts  # noqa: PLC0415

    model, tokenizer = load_base(base, recipe)
    both = PeftModel.from_pretrained(model, adapter, local_files_only=True).eval()

    def speak(prompts: Sequence[Sequence[Message]]) -> list[str]:
        return generate_texts(
            both, tokenizer, prompts, max_tokens=recipe.max_new_tokens, batch=batch
        )

    def plain(prompts: Sequence[Sequence[Message]]) -> list[str]:
        with both.disable_adapter():
            return speak(prompts)

    return Voices(plain, speak)
