"""Learns what a message wants of the log, and what is asked of a set of routes.

The examples of the log are the files of ``log``, all others are about no log; those of sets are
``sets*.yaml``. Both learn the phrasings of the development splits in ``data/eval`` too.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from bot.understanding.examples import (
    asked,
    examples,
    log_examples,
    properties,
    set_examples,
    wanted,
)
from bot.understanding.words import DAY, GRADE, NAME
from knowledge.dates import find_dates
from knowledge.grades import find_grades

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.evaluation.learning.fitting import Example

TODAY = date(2026, 11, 20)
_MARKS = {"{n}": NAME, "{r}": NAME, "{c}": NAME, "{g}": GRADE, "{d}": DAY, "@": NAME}
_SUBJECTS = {"{r}": "route", "{c}": "place"}
_SLOT = re.compile(r"\{(\w+?)\d?(?:\|\w+)?\}")
SLOTS = (
    dict.fromkeys(("route", "other_route"), "{r}")
    | dict.fromkeys(("crag", "area", "sector", "gym", "other_crag", "other_area"), "{c}")
    | dict.fromkeys(("other_gym",), "{c}")
    | dict.fromkeys(("grade", "grade_lo", "grade_hi", "other_grade", "wrong_grade"), "{g}")
    | dict.fromkeys(("year", "date", "day", "time", "holiday"), "{d}")
    | {
        "type": "運攀",
        "other_type": "傳攀",
        "wrong_type": "抱石",
        "style": "斜板",
        "term": "onsight",
    }
    | {"person": "林潮生", "season": "秋天", "length": "20", "bolts": "6", "n": "3"}
    | {"system": "法式", "region": "北部", "city": "台北市", "district": "士林", "facility": "淋浴"}
    | {
        "price": "300",
        "unknown_route": "雷霆萬鈞",
        "unknown_crag": "青石坡",
        "unknown_gym": "岩漿館",
    }
)
"""What stands for a slot of an evaluation file."""
_ASKS = {
    **dict.fromkeys(("last_at_crag", "last_on_route"), "last"),
    **dict.fromkeys(("done_yes", "done_tried", "done_no"), "done"),
    **dict.fromkeys(("entry", "gym_entry", "ask_route", "refused_day"), "add"),
    **dict.fromkeys(("edit_last", "edit_route"), "edit"),
    **dict.fromkeys(("delete_last", "delete_route"), "delete"),
}


def framed(text: str) -> tuple[str, frozenset[str]]:
    """An example as a message is seen: lower case, placeholders; and the kinds of its names."""
    subjects = frozenset(kind for slot, kind in _SUBJECTS.items() if slot in text)
    for slot, mark in _MARKS.items():
        text = text.replace(slot, mark)
    for one in reversed(find_grades(text)):
        text = text[: one.start] + GRADE + text[one.end :]
    for day in reversed(find_dates(text, TODAY)):
        text = text[: day.start] + DAY + text[day.end :]
    return text.casefold(), subjects


def read_examples(evaluation: Path | None = None) -> list[Example]:
    """(ask, pieces) of every example, each wording once.

    Args:
        evaluation: Folder with the evaluation files whose development splits are learned too.
    """
    told = list(log_examples())
    told += [("none", text) for _, text in (*examples(), *set_examples())]
    told += [("none", text) for kind in ("route", "gym", "crag") for _, text in properties(kind)]
    if evaluation is not None:
        told += _phrasings(evaluation)
    return [(ask, wanted.pieces(*framed(text))) for ask, text in dict.fromkeys(told)]


def phrasings_of_log(folder: Path) -> Iterator[tuple[str, str]]:
    """(ask, phrasing) of the development splits to one's own log."""
    return (one for one in _phrasings(folder) if one[0] != "none")


def _phrasings(folder: Path) -> Iterator[tuple[str, str]]:
    """(ask, phrasing) of the development splits, of messages that stand alone."""
    for path in sorted(folder.glob("*development*.yaml")):
        file: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for template in file["templates"]:
            ask = _ask_of(template) if path.name.startswith("personal") else _none_of(template)
            if ask and not template.get("history"):
                yield from ((ask, _without_slots(text)) for text in template["texts"])


def read_set_examples(evaluation: Path | None = None) -> list[Example]:
    """(operation, pieces) of every example of a question for a set of routes."""
    told = [(kind.partition("/")[0], text) for kind, text in set_examples()]
    if evaluation is not None:
        told += _set_phrasings(evaluation)
    return [(kind, asked.pieces(framed(text)[0])) for kind, text in dict.fromkeys(told)]


def _set_phrasings(folder: Path) -> Iterator[tuple[str, str]]:
    """(operation, phrasing) of the development splits, of questions that stand alone."""
    for path in sorted(folder.glob("development*.yaml")):
        file: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for template in file["templates"]:
            operation = _OPERATIONS.get(template["gold"], template["gold"])
            if operation in asked.OPERATIONS and not template.get("history"):
                yield from ((operation, _without_slots(text)) for text in template["texts"])


_OPERATIONS = {"empty_list": "list", "recommend_none": "recommend"}


def _none_of(template: dict[str, Any]) -> str:
    return "" if template["kind"] == "personal" else "none"


def _ask_of(template: dict[str, Any]) -> str:
    gold = str(template["gold"])
    args: dict[str, str] = template.get("args", {})
    if template["kind"] in {"nobody", "empty", "others", "follow_up"}:
        return ""
    if gold == "manage":
        return args["command"]
    return args.get("result", "todo") if gold == "wish" else _ASKS.get(gold, gold)


def _without_slots(text: str) -> str:
    return _SLOT.sub(lambda match: SLOTS.get(match[1], ""), text)
