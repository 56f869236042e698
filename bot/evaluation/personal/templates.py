"""Questions to a member's own log, as a personal split holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from bot.evaluation.phrasings import Phrasings, check_unique, load

if TYPE_CHECKING:
    from pathlib import Path

PersonalKind = Literal[
    "count", "days", "list", "hardest", "first", "last", "done", "projects", "tries", "success",
    "average", "streak", "compare", "pyramid", "volume", "places", "wishes", "mixed", "recommend",
    "entry", "change", "follow_up", "others", "nobody", "empty", "manage",
]  # fmt: skip


class PersonalTemplate(Phrasings):
    """A question to a member's own log."""

    kind: PersonalKind

    @model_validator(mode="after")
    def _follow_ups_have_a_history(self) -> PersonalTemplate:
        if (self.kind == "follow_up") != bool(self.history):
            raise ValueError("a follow_up has a history, and nothing else has")
        return self


class PersonalFile(BaseModel):
    """All phrasings of a split."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    split: Literal["development", "report"]
    seed: int
    templates: tuple[PersonalTemplate, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> PersonalFile:
        check_unique(self.templates)
        return self


def load_personal(path: Path) -> PersonalFile:
    """The phrasings of a file.

    Raises:
        TemplateError: With every mistake of the file.
    """
    return load(path, PersonalFile)
