"""The commands of ``python -m finetune``; heavy imports stay inside the functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from finetune.commands.data import add_data
from finetune.commands.diagnosis import add_diagnose
from finetune.commands.evaluation import add_evaluate
from finetune.commands.exporting import add_export
from finetune.commands.nano import add_nano
from finetune.commands.registry import add_registry
from finetune.commands.training import add_train

if TYPE_CHECKING:
    from collections.abc import Callable

    from finetune.commands.subparsers import Subparsers

COMMANDS: tuple[Callable[[Subparsers], None], ...] = (
    add_data,
    add_nano,
    add_train,
    add_evaluate,
    add_diagnose,
    add_registry,
    add_export,
)

__all__ = ["COMMANDS"]
