"""``python -m finetune``: data, nano, train, evaluate, diagnose, and the registry of adapters."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from bot.errors import AssistantError
from finetune.commands import COMMANDS
from finetune.errors import FinetuneError, MissingStackError
from knowledge.errors import KnowledgeError
from knowledge.usage import Parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


_STACK: Final = frozenset(
    {"torch", "transformers", "tokenizers", "datasets", "accelerate", "peft", "trl", "unsloth"}
)
"""Packages of ``make train-stack``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when a check fails or something is wrong."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except (FinetuneError, AssistantError, KnowledgeError) as error:
        print(error.reply, file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        if error.name not in _STACK:
            raise
        print(MissingStackError(error.name).reply, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="python -m finetune", description="教岩友怎麼說話：資料、訓練、評測、版本。"
    )
    commands = parser.add_subparsers(required=True, metavar="指令")
    for add in COMMANDS:
        add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
