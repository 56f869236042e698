"""The phrasings of a personal split: read, and refused with every mistake listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.evaluation.templates import SLOT, TemplateError

if TYPE_CHECKING:
    from pathlib import Path

PersonalKind = Literal[
    "count", "days", "list", "hardest", "first", "last", "done", "projects", "tries", "success",
    "average", "streak", "compare", "pyramid", "volume", "places", "wishes", "mixed", "recommend",
    "entry", "change", "follow_up", "others", "nobody", "empty", "manage",
]  # fmt: skip
Language = Literal["zh", "hans", "en", "mixed"]


class PersonalTemplate(BaseModel):
    """One question to a log in several phrasings; see data/eval/README.md, section 8."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: PersonalKind
    lang: Language
    gold: str
    args: dict[str, Any] = Field(default_factory=dict)
    texts: tuple[str, ...] = Field(min_length=1)
    history: tuple[str, ...] = ()
    times: int = Field(default=1, ge=1, le=20)
    must: tuple[tuple[str, ...], ...] = ()
    forbid: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _follow_ups_have_a_history(self) -> PersonalTemplate:
        if (self.kind == "follow_up") != bool(self.history):
            raise ValueError("a follow_up has a history, and nothing else has")
        return self

    def slots(self, text: str) -> frozenset[str]:
        """Names of the slots in the history and this phrasing."""
        return frozenset(
            name for message in (*self.history, text) for name, _ in SLOT.findall(message)
        )


class PersonalFile(BaseModel):
    """All phrasings of a split."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    split: Literal["development", "report"]
    seed: int
    templates: tuple[PersonalTemplate, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> PersonalFile:
        ids = [template.id for template in self.templates]
        double = sorted({one for one in ids if ids.count(one) > 1})
        if double:
            raise ValueError(f"used twice: {', '.join(double)}")
        return self


def load_personal(path: Path) -> PersonalFile:
    """The phrasings of a file.

    Raises:
        TemplateError: With every mistake of the file.
    """
    try:
        return PersonalFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise TemplateError(path, [str(error)]) from error
    except ValidationError as error:
        problems = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise TemplateError(path, problems) from error
