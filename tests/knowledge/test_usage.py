"""What was wrong with a command is said in Chinese, with the way it is written."""

import argparse
from datetime import date

import pytest

from knowledge.usage import Parser, day, translated, whole


@pytest.fixture
def parser() -> Parser:
    parser = Parser(prog="climb")
    commands = parser.add_subparsers(required=True, metavar="指令", dest="command")
    find = commands.add_parser("find")
    find.add_argument("query")
    find.add_argument("-k", type=whole(1), metavar="N")
    find.add_argument("--today", type=day)
    find.add_argument("--kind", choices=["route", "gym"])
    find.add_argument("--pair", nargs=2)
    find.add_argument("--quiet", action="store_true")
    return parser


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "少了 指令"),
        (["find"], "少了 query"),
        (["find", "x", "--nothing"], "多了看不懂的 --nothing"),
        (["find", "x", "-k"], "-k 後面要接一個值"),
        (["find", "x", "-k", "0"], "-k：要寫 1 以上的整數，不能是「0」"),
        (["find", "x", "-k", "many"], "-k：要寫 1 以上的整數，不能是「many」"),
        (["find", "x", "--today", "明天"], "--today：看不懂日期「明天」，要寫成 2026-11-20"),
        (["find", "x", "--kind", "crag"], "--kind 沒有「crag」，可以是 'route', 'gym'"),
        (["find", "x", "--pair", "a"], "--pair 後面要接 2 個值"),
        (["find", "x", "--quiet=yes"], "--quiet 不接值，不能寫「yes」"),
        (["lose"], "指令 沒有「lose」，可以是 'find'"),
    ],
)
def test_a_wrong_command_is_told_in_chinese(
    parser: Parser, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parser.parse_args(arguments)

    written = capsys.readouterr().err
    assert left.value.code == 2
    assert written.startswith(f"{said}。\n用法：climb")
    assert "error" not in written
    assert "invalid" not in written


def test_right_values_are_read(parser: Parser) -> None:
    found = parser.parse_args(["find", "x", "-k", "3", "--today", "2026-11-20"])

    assert (found.k, found.today) == (3, date(2026, 11, 20))


def test_an_error_that_is_not_known_stays_readable() -> None:
    assert translated("something else") == "something else"


def test_a_number_too_large_to_mean_anything_is_refused() -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        whole(0)("9" * 40)
