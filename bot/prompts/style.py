"""How much a prompt holds: all that a real model uses, or little enough for a small one."""

from __future__ import annotations

from dataclasses import dataclass

PROMPT_VERSION = 1
"""Rises with every change of the bytes; an adapter serves only the version it was trained on."""


@dataclass(frozen=True, slots=True)
class PromptStyle:
    """A size of prompt; its name and PROMPT_VERSION travel with every adapter."""

    name: str
    draft: bool
    """Whether the rendered answer stands in the prompt beside the records."""
    max_records: int
    max_value: int
    """Characters of one value of a record."""
    history_tokens: int
    """Room for earlier turns; the oldest go first."""


FULL = PromptStyle("full", draft=True, max_records=12, max_value=240, history_tokens=600)
COMPACT = PromptStyle("compact", draft=False, max_records=3, max_value=48, history_tokens=0)
STYLES = {style.name: style for style in (FULL, COMPACT)}
