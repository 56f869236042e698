"""The type of what ``add_subparsers`` gives back; argparse has no public name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import argparse

    from knowledge.usage import Parser

Subparsers: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001
