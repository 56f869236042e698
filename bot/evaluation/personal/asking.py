"""What a template asks of a member's log: days, place, how, how hard; and the drawn slots."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from bot.evaluation.expectation import TODAY
from bot.evaluation.personal.members import Member
from bot.evaluation.world import World
from knowledge.schema import Crag, Gym

if TYPE_CHECKING:
    from bot.evaluation.personal.members import Entry
    from knowledge.schema import Route

COUNTED = {
    "rp": ("redpoint", "pinkpoint"),
    "os": ("onsight",),
    "flash": ("flash",),
}


@dataclass(slots=True)
class Asking:
    """One question being made: the member, what was drawn, and what the slots say."""

    member: Member
    world: World
    rng: Random
    args: dict[str, Any]
    english: bool
    needed: frozenset[str]
    """Slots that the text holds."""
    slots: dict[str, str] = field(default_factory=dict)
    crag: Crag | None = None
    gym: Gym | None = None
    grade: str = ""
    year: int = 0

    def draw(self) -> bool:
        """Fill the common slots; whether the log allows it."""
        if "crag" in self.needed:
            ids = sorted({e.ascent.crag_id for e in self.member.sessions if e.ascent.crag_id})
            if not ids:
                return False
            self.crag = self.world.crags[self.rng.choice(ids)]
            self.slots["crag"] = self.name(self.crag)
        if "gym" in self.needed:
            gyms = {e.ascent.gym_id for e in self.member.sessions if e.ascent.gym_id}
            chosen = [gym for gym in self.world.gyms if gym.id in gyms]
            if not chosen:
                return False
            self.gym = self.rng.choice(chosen)
            self.slots["gym"] = self.name(self.gym)
        if "grade" in self.needed:
            grades = sorted({e.ascent.grade for e in self.within() if "5.1" in e.ascent.grade})
            grades = [one for one in grades if one[-1] in "abcd" and "/" not in one]
            if not grades:
                return False
            self.grade = self.slots["grade"] = self.rng.choice(grades)
        if "year" in self.needed:
            self.year = self.rng.choice((2025, 2026))
            self.slots["year"] = str(self.year)
        return True

    def draw_others(self) -> None:
        """Fill the ``other_*`` slots with what the rest of the question does not speak of."""
        sessions = self.member.sessions
        crags = {e.ascent.crag_id for e in sessions if e.ascent.crag_id} - {self._id(self.crag)}
        gyms = {e.ascent.gym_id for e in sessions if e.ascent.gym_id} - {self._id(self.gym)}
        grades = {e.ascent.grade for e in sessions if rank(e.ascent.grade) is not None}
        routes = {e.ascent.route_name for e in sessions if e.ascent.route_id}
        names = {
            "other_crag": {self.name(self.world.crags[one]) for one in crags},
            "other_gym": {self.name(one) for one in self.world.gyms if one.id in gyms},
            "other_grade": {one for one in grades if one[-1] in _LETTERS} - {self.grade},
            "other_route": {
                self.name(one)
                for one in self.world.named_routes
                if one.name in routes and len(one.name) > 1
            }
            - {self.slots.get("route", "")},
        }
        for slot in sorted(self.needed & names.keys()):
            if names[slot]:
                self.slots[slot] = self.rng.choice(sorted(names[slot]))

    @staticmethod
    def _id(record: Crag | Gym | None) -> str:
        return record.id if record is not None else ""

    def name(self, record: Crag | Gym | Route) -> str:
        """A record's name in the language of the question."""
        if self.english and record.name_en:
            return record.name_en
        return record.name or record.name_en

    def window(self, when: str) -> tuple[date, date] | None:
        """First and last day of a window; ``None`` for all time."""
        first_of_month = TODAY.replace(day=1)
        last_month = first_of_month - timedelta(days=1)
        monday = TODAY - timedelta(days=TODAY.weekday())
        year = TODAY.year
        return {
            "": None,
            "all": None,
            "this_year": (date(year, 1, 1), TODAY),
            "last_year": (date(year - 1, 1, 1), date(year - 1, 12, 31)),
            "last_year_to_date": (date(year - 1, 1, 1), TODAY.replace(year=year - 1)),
            "this_month": (first_of_month, TODAY),
            "last_month": (last_month.replace(day=1), last_month),
            "last_week": (monday - timedelta(days=7), monday - timedelta(days=1)),
            "year": (date(self.year or year, 1, 1), date(self.year or year, 12, 31)),
        }[when]

    def within(self, when: str | None = None) -> list[Entry]:
        """The sessions that fit the arguments."""
        span = self.window(str(self.args.get("when", "")) if when is None else when)
        return [entry for entry in self.member.sessions if self._fits(entry, span)]

    def _fits(self, entry: Entry, span: tuple[date, date] | None) -> bool:
        ascent = entry.ascent
        if span is not None and not (ascent.day and span[0] <= ascent.day <= span[1]):
            return False
        if self.crag is not None and ascent.crag_id != self.crag.id:
            return False
        if self.gym is not None and ascent.gym_id != self.gym.id:
            return False
        if "mode" in self.args and ascent.mode != self.args["mode"]:
            return False
        if "where" in self.args and entry.indoors != (self.args["where"] == "gym"):
            return False
        return self._as_asked(entry)

    def _as_asked(self, entry: Entry) -> bool:
        if "result" in self.args and entry.counts_as not in COUNTED[self.args["result"]]:
            return False
        return not self.grade or self.at_grade(entry)

    def at_grade(self, entry: Entry) -> bool:
        """Whether the entry counts at the drawn grade, or above it with ``grade: min``."""
        asked = rank(self.grade)
        if self.args.get("grade") == "min":
            least = lowest(entry.ascent.grade)
            return asked is not None and least is not None and least >= asked
        own = rank(entry.ascent.grade)
        return own is not None and own == asked


_LETTERS = "abcd"
OTHERS = frozenset({"other_crag", "other_gym", "other_grade", "other_route"})
"""Slots for histories: something else of the member's log."""


def rank(grade: str) -> float | None:
    """A letter grade, or a plain number below 5.10, on a ladder; ``None`` for anything else."""
    text = grade.removeprefix("5.").split(" ")[0].rstrip("+-")
    if not grade.startswith("5.") or "/" in grade or "?" in grade:
        return None
    letter = text[-1:] if text[-1:] in _LETTERS else ""
    number = text.removesuffix(letter) if letter else text
    if not number.isdigit() or (int(number) >= 10 and not letter):
        return None
    return int(number) + (_LETTERS.index(letter) * 0.25 if letter else 0.0)


def lowest(grade: str) -> float | None:
    """The least that a grade may be: 5.10 is at least 5.10a, 5.11d/5.12a at least 5.11d."""
    first = grade.split("/", maxsplit=1)[0]
    number = first.removeprefix("5.")
    return float(number) if first != number and number.isdigit() else rank(first)


def boulder_rank(grade: str) -> int | None:
    """A V grade as its number."""
    text = grade.removeprefix("V")
    return int(text) if grade.startswith("V") and text.isdigit() else None


def climb_of(entry: Entry) -> str:
    """What makes two entries one climb; gym problems are each their own."""
    ascent = entry.ascent
    return ascent.route_id or ascent.route_name or ascent.id
