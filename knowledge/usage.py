"""A command line that says in the reader's language what was wrong with a command."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

_SAID: Final = (
    (r"the following arguments are required: (.*)", r"少了 \1"),
    (r"unrecognized arguments: (.*)", r"多了看不懂的 \1"),
    (r"argument (.+?): expected one argument", r"\1 後面要接一個值"),
    (r"argument (.+?): expected at least one argument", r"\1 後面至少要接一個值"),
    (r"argument (.+?): expected (\d+) arguments", r"\1 後面要接 \2 個值"),
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"\1 沒有「\2」，可以是 \3",
    ),
    (r"argument (.+?): invalid int value: '(.*)'", r"\1 要寫整數，不能是「\2」"),
    (r"argument (.+?): invalid float value: '(.*)'", r"\1 要寫數字，不能是「\2」"),
    (r"argument (.+?): not allowed with argument (.*)", r"\1 不能和 \2 一起用"),
    (r"argument (.+?): ignored explicit argument '?(.*?)'?", r"\1 不接值，不能寫「\2」"),
    (r"one of the arguments (.*) is required", r"\1 要寫其中一個"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 可以是 \2，請寫完整"),
    (r"argument (.+?): (.*)", r"\1：\2"),
)
"""What argparse says, and how it is said here; the first that fits."""
_MOST: Final = 10**6


class Parser(argparse.ArgumentParser):
    """An ``ArgumentParser`` whose errors are in Chinese, as its help is; subcommands too."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is written, and leave with 2."""
        written = self.format_usage().replace("usage:", "用法：", 1).replace("： ", "：", 1)
        self.exit(2, f"{translated(message)}。\n{written}（加上 --help 看說明）\n")


def translated(message: str) -> str:
    """An error of argparse in Chinese; an unknown one stays as it is."""
    for pattern, said in _SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(said)
    return message


def day(text: str) -> date:
    """A day written as 2026-11-20.

    Raises:
        argparse.ArgumentTypeError: when it is something else.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        reason = f"看不懂日期「{text}」，要寫成 2026-11-20"
        raise argparse.ArgumentTypeError(reason) from error


def whole(least: int) -> Callable[[str], int]:
    """The type of a whole number that is not below ``least``."""

    def number(text: str) -> int:
        if not (text.isdecimal() and least <= int(text) <= _MOST):
            reason = f"要寫 {least} 以上的整數，不能是「{text}」"
            raise argparse.ArgumentTypeError(reason)
        return int(text)

    return number
