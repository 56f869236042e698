"""Previews of what would be written, changed or taken away, questions back, and receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import plain
from bot.rendering.names import place_path, route_title
from bot.rendering.personal_values import climb_name, row
from bot.rendering.phrases import PHRASES
from bot.rendering.route_values import grade_text

if TYPE_CHECKING:
    from bot.personal import Change, ChangeKind, LogEvidence
    from bot.rendering.request import Request
    from bot.schema import Draft, Language

MAX_ROWS = 30
_ASKS_BACK = frozenset(
    {"route", "day", "result", "which", "several", "value", "future", "one_kind"}
)
"""What is asked before anything is done: a question back is an answer."""


def render_change(request: Request, log: LogEvidence) -> Draft:
    """The preview of a change, or the question that has to be answered first."""
    if log.change is None:
        return plain(_question(request, log), abstained=log.problem not in _ASKS_BACK)
    return plain(_preview(request, log.change))


def _preview(request: Request, change: Change) -> list[str]:
    query = request.query.log
    if change.kind == "undo":
        return [request.say("change.undo"), request.say("change.confirm_short")]
    if change.kind == "edit":
        rows = [
            request.say(f"change.{which}", row=row(one, request))
            for old, new in zip(change.before, change.ascents, strict=True)
            for which, one in (("before", old), ("after", new))
        ]
        return [request.say("change.edit"), *rows, request.say("change.confirm_short")]
    count = len(change.ascents)
    head = request.say(f"change.{change.kind}{'_one' if count == 1 else ''}", count=count)
    rows = [f"{number}. {row(one, request)}" for number, one in enumerate(change.ascents, 1)]
    if len(rows) > MAX_ROWS:
        rows = [*rows[:MAX_ROWS], request.say("personal.more", rest=len(rows) - MAX_ROWS)]
    guessed = query is not None and any(entry.guessed for entry in query.entries)
    note = request.say("change.guessed") if guessed else ""
    end = "change.confirm" if change.kind == "add" else "change.confirm_short"
    return [head, *rows, note, request.say(end)]


def _question(request: Request, log: LogEvidence) -> list[str]:
    """What has to be known before anything can be done."""
    told = log.ascents[0] if log.ascents else None
    day = told.day.isoformat() if told and told.day else ""
    if log.problem == "which":
        name = climb_name(told, request.language) if told else ""
        options = [
            f"{number}. {_option(number - 1, request)}"
            for number in range(1, len(request.evidence.routes) + 1)
        ]
        return [request.say("change.which", name=name), *options]
    if log.problem == "several":
        rows = [f"{number}. {row(one, request)}" for number, one in enumerate(log.ascents, 1)]
        head = request.say("change.several", found=log.number("found"))
        return [head, *rows, request.say("change.pick")]
    if log.problem == "empty":
        return [request.say("personal.empty"), request.say("personal.begin")]
    if log.problem == "same" and told is not None:
        return [request.say("change.same"), f"1. {row(told, request)}"]
    name = request.quote(climb_name(told, request.language)) if told else ""
    return [request.say(f"change.{log.problem}", day=day, name=name)]


def _option(index: int, request: Request) -> str:
    """A catalogue route that was perhaps meant: name, grade, place."""
    route = request.evidence.routes[index]
    parts = [
        route_title(route, request.language),
        grade_text(route.grade),
        place_path(route, request.evidence, request.language),
    ]
    return ("｜" if request.zh else " | ").join(part for part in parts if part)


def receipt(kind: ChangeKind, count: int, language: Language, *, stale: bool = False) -> str:
    """What a door says once a change was carried out."""
    name: str = "stale" if stale else kind
    if kind == "undo" and count == 0:
        name = "undo_none"
    phrase = PHRASES[f"receipt.{name}"]
    chosen = (phrase.zh if language == "zh" else phrase.en)[0]
    return chosen.format(count=clean_name(str(count)))


def settled_by(text: str) -> Literal["confirm", "cancel", ""]:
    """Whether a door's message says that a change was carried out, or called off."""
    heads = {"confirm": ("add", "edit", "delete"), "cancel": ("cancel",)}
    for reply, names in heads.items():
        phrases = [PHRASES[f"receipt.{name}"] for name in names]
        told = [said for phrase in phrases for said in (*phrase.zh, *phrase.en)]
        if any(text.startswith(_head(said)) for said in told):
            return "confirm" if reply == "confirm" else "cancel"
    return ""


def _head(words: str) -> str:
    """The beginning of a receipt, before the number in it and what to do next."""
    return (
        words.split("{count}", maxsplit=1)[0].split("。", maxsplit=1)[0].split(". ", maxsplit=1)[0]
    )


def cancelled(language: Language) -> str:
    """What a door says when a change was called off."""
    phrase = PHRASES["receipt.cancel"]
    return (phrase.zh if language == "zh" else phrase.en)[0]
