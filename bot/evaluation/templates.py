"""The phrasings of a file: read, and refused with every mistake listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal[
    "fact", "several", "list", "count", "superlative", "compare", "distribution", "recommend",
    "convert", "crag_info", "sensitive", "gym_hours", "gym_price", "gym_info", "gym_list",
    "glossary", "knowledge", "greeting", "help", "safety", "emergency", "live", "medical",
    "community", "personal", "out_of_domain", "unknown", "missing", "false_premise", "ambiguous",
    "typo", "follow_up", "dated_hours", "dated_gyms", "dated_news", "dated_places",
    "dated_follow_up",
]  # fmt: skip
Language = Literal["zh", "hans", "en", "mixed"]

SLOT = re.compile(r"\{(\w+)(?:\|(\w+))?\}")
_QUOTED_SLOT = re.compile(r"[「『《“\"]\{(\w+)(?:\|\w+)?\}[」』》”\"]")


class TemplateError(Exception):
    """A file of phrasings cannot be used; ``problems`` names every reason."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        super().__init__(f"{path}: " + "; ".join(problems))
        self.problems = problems
        self.reply = f"題庫「{path.name}」有問題：\n" + "\n".join(problems)


class Template(BaseModel):
    """One question in several phrasings; see data/eval/README.md."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    kind: Kind
    lang: Language
    gold: str
    args: dict[str, Any] = Field(default_factory=dict)
    filters: tuple[str, ...] = ()
    texts: tuple[str, ...] = Field(min_length=1)
    history: tuple[str, ...] = ()
    times: int = Field(default=1, ge=1, le=20)
    size: tuple[int, int] | None = None
    abstained: bool | Literal["any"] | None = None
    must: tuple[tuple[str, ...], ...] = ()
    forbid: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _follow_ups_have_a_history(self) -> Template:
        if self.kind.endswith("follow_up") != bool(self.history):
            raise ValueError("a follow_up has a history, and nothing else has")
        return self

    def messages(self, text: str) -> tuple[str, ...]:
        """The history and one phrasing, in order."""
        return (*self.history, text)

    def slots(self, text: str) -> frozenset[str]:
        """Names of the slots that the messages hold."""
        return frozenset(
            name for message in self.messages(text) for name, _ in SLOT.findall(message)
        )

    def quoted(self, text: str) -> frozenset[str]:
        """Slots that stand in quotation marks wherever they stand."""
        everywhere = " ".join(self.messages(text))
        inside = {match[1] for match in _QUOTED_SLOT.finditer(everywhere)}
        free = {name for name, _ in SLOT.findall(_QUOTED_SLOT.sub("", everywhere))}
        return frozenset(inside - free)


class TemplateFile(BaseModel):
    """All phrasings of a split."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    split: Literal["development", "report"]
    seed: int
    notices: bool = False
    """Whether the questions are asked over the invented board of notices."""
    templates: tuple[Template, ...]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> TemplateFile:
        ids = [template.id for template in self.templates]
        double = sorted({one for one in ids if ids.count(one) > 1})
        if double:
            raise ValueError(f"used twice: {', '.join(double)}")
        return self


def load_templates(path: Path) -> TemplateFile:
    """The phrasings of a file.

    Raises:
        TemplateError: With every mistake of the file.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return TemplateFile.model_validate(content)
    except yaml.YAMLError as error:
        raise TemplateError(path, [str(error)]) from error
    except ValidationError as error:
        problems = [f"{_where(one['loc'], content)}: {one['msg']}" for one in error.errors()]
        raise TemplateError(path, problems) from error


def _where(location: tuple[int | str, ...], content: Any) -> str:
    """The template's id instead of its number, where there is one."""
    if len(location) > 1 and location[0] == "templates" and isinstance(location[1], int):
        template = content["templates"][location[1]]
        name = template.get("id", location[1]) if isinstance(template, dict) else location[1]
        return ".".join(str(part) for part in (name, *location[2:]))
    return ".".join(str(part) for part in location)
