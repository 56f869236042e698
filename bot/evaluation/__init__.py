"""The evaluation: hand-written phrasings, entities and gold from the loaded records, one table.

``python -m bot evaluate [--real DIR] [--split development|report|both]``; the format of the
phrasings and the meaning of every gold stand in data/eval/README.md.
"""

from bot.evaluation.command import add_arguments, evaluate_command

__all__ = ["add_arguments", "evaluate_command"]
