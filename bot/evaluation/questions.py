"""Phrasings filled with entities: one question for every phrasing and draw, seeded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from bot.evaluation.bands import YDS
from bot.evaluation.drawing import Draw, Drawn
from bot.evaluation.expectation import EvalQuestion, Expectation
from bot.evaluation.golds import GOLDS
from bot.evaluation.misspelling import simplified
from bot.evaluation.phrasings import SLOT, TemplateError
from bot.evaluation.values import GradeValue, NameValue, TypeValue, Writing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bot.evaluation.templates import Template, TemplateFile
    from bot.evaluation.values import SlotValue
    from bot.evaluation.world import Named, World
    from knowledge.schema import RouteType

_ATTEMPTS = 80


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a split over one set of records."""

    drawn: tuple[EvalQuestion, ...]
    not_drawn: tuple[str, ...]
    """Ids of those for which the data have nothing."""


def make_questions(file: TemplateFile, world: World, path: Path) -> Questions:
    """Every question of a file that these records allow.

    Raises:
        TemplateError: With every phrasing that cannot be understood.
    """
    drawn: list[EvalQuestion] = []
    not_drawn: list[str] = []
    problems: list[str] = []
    for template in file.templates:
        for index, text in enumerate(template.texts):
            for turn in range(template.times):
                name = f"{template.id}-{index + 1}" + (f"-{turn + 1}" if turn else "")
                try:
                    question = _question(name, template, text, world, _seeded(file.seed, name))
                except (ValueError, KeyError) as error:
                    problems.append(f"{name}: {error}")
                    continue
                if question is None:
                    not_drawn.append(name)
                else:
                    drawn.append(question)
    if problems:
        raise TemplateError(path, problems)
    return Questions(_without_repeats(drawn), tuple(not_drawn))


def _seeded(seed: int, name: str) -> Random:
    """Randomness of its own for every question, so that adding one changes no other."""
    digest = sha256(f"{seed}/{name}".encode()).digest()
    return Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - draws, not secrets


def _without_repeats(questions: Iterable[EvalQuestion]) -> tuple[EvalQuestion, ...]:
    """The questions, of those that came out word for word alike (on small data) only the first."""
    seen = {(one.history, one.text, one.today, one.scope): one for one in reversed(list(questions))}
    return tuple(reversed(seen.values()))


def _question(
    name: str, template: Template, text: str, world: World, rng: Random
) -> EvalQuestion | None:
    gold = GOLDS.get(template.gold)
    if gold is None:
        raise ValueError(f"no gold {template.gold}")
    draw = Draw(world, rng, template, text)
    for _ in range(_ATTEMPTS):
        drawn = gold(draw)
        written = _write(draw, drawn) if drawn is not None else None
        if drawn is not None and written is not None:
            messages, slots = written
            return EvalQuestion(
                id=name,
                kind=template.kind,
                language=template.lang,
                text=messages[-1],
                expectation=_overridden(drawn.expectation, template),
                history=messages[:-1],
                today=drawn.today,
                paged=drawn.paged,
                slots=slots,
                scope=drawn.scope,
            )
    return None


def _overridden(expectation: Expectation, template: Template) -> Expectation:
    """The expectation with what the template adds or says otherwise."""
    abstained = expectation.abstained
    if template.abstained is not None:
        abstained = None if template.abstained == "any" else template.abstained
    return replace(
        expectation,
        contains=(*expectation.contains, *template.must),
        forbidden=(*expectation.forbidden, *template.forbid),
        abstained=abstained,
    )


def _write(draw: Draw, drawn: Drawn) -> tuple[tuple[str, ...], dict[str, str]] | None:
    """The messages with their slots filled, or nothing when a slot has no such form."""
    offered = {**_others(draw, drawn), **drawn.slots}
    missing = draw.slots - offered.keys()
    if missing - _OTHERS - _NOT_EVERYWHERE:
        raise ValueError(f"{draw.template.gold} offers no slot {', '.join(sorted(missing))}")
    if missing:
        return None
    filled: dict[tuple[str, str], str] = {}
    quoted = draw.template.quoted(draw.text)
    for message in draw.template.messages(draw.text):
        for slot, form in SLOT.findall(message):
            if (slot, form) in filled:
                continue
            writing = Writing(draw.world, draw.rng, draw.template.lang, slot in quoted, form)
            words = offered[slot].write(writing)
            if words is None:
                return None
            filled[slot, form] = words
    messages = tuple(
        SLOT.sub(lambda match: filled[match[1], match[2] or ""], message)
        for message in draw.template.messages(draw.text)
    )
    if draw.template.lang == "hans":
        messages = tuple(simplified(message) for message in messages)
    return messages, {
        slot + (f"|{form}" if form else ""): words for (slot, form), words in filled.items()
    }


_NOT_EVERYWHERE = frozenset({"area"})
"""What the record that was drawn may lack: a crag need not have areas."""
_OTHERS = frozenset(
    {"other_route", "other_crag", "other_area", "other_gym", "other_grade", "other_type"}
)


def _others(draw: Draw, drawn: Drawn) -> dict[str, SlotValue]:
    """Something else of every kind, for questions that turn from one thing to another."""
    found: dict[str, SlotValue] = {}
    wanted = draw.slots & _OTHERS
    for slot in sorted(wanted & {"other_route", "other_crag", "other_area", "other_gym"}):
        candidates = [
            record for record in _candidates(slot, draw, drawn) if record.id not in drawn.subjects
        ]
        if candidates:
            found[slot] = NameValue(draw.rng.choice(candidates))
    if "other_grade" in wanted:
        token = _other_grade(draw, drawn)
        if token:
            found["other_grade"] = GradeValue(token)
    if "other_type" in wanted:
        types = {route.type for route in draw.world.routes if route.type is not None}
        own = drawn.slots.get("type")
        rest: list[RouteType] = sorted(
            kind for kind in types if not isinstance(own, TypeValue) or kind != own.type
        )
        if rest:
            found["other_type"] = TypeValue(draw.rng.choice(rest))
    return found


def _candidates(slot: str, draw: Draw, drawn: Drawn) -> list[Named]:
    world = draw.world
    if slot == "other_route":
        return list(world.named_routes)
    if slot == "other_gym":
        return [gym for gym in world.gyms if world.is_clear(gym)]
    if slot == "other_crag":
        return [crag for crag in world.crags.values() if world.is_clear(crag)]
    areas = [area for area in world.records.areas if world.is_clear(area)]
    near = [area for area in areas if area.crag_id in drawn.subjects and world.routes_in(area.id)]
    return list(near or areas)


def _other_grade(draw: Draw, drawn: Drawn) -> str | None:
    """A letter grade of the data that is not the one asked about."""
    own = drawn.slots.get("grade")
    used = {route.grade.lo for route in draw.world.routes if route.grade.exact} & set(YDS)
    rest = sorted(used - ({own.token} if isinstance(own, GradeValue) else set()))
    return draw.rng.choice(rest) if rest else None
