"""What every file of phrasings is made of, and how it is read: with every mistake listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Language = Literal["zh", "hans", "en", "mixed"]
_Model = TypeVar("_Model", bound=BaseModel)

SLOT = re.compile(r"\{(\w+)(?:\|(\w+))?\}")


class TemplateError(Exception):
    """A file of phrasings cannot be used; ``problems`` names every reason."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        super().__init__(f"{path}: " + "; ".join(problems))
        self.problems = problems
        self.reply = f"題庫「{path.name}」有問題：\n" + "\n".join(problems)


class Phrasings(BaseModel):
    """One question in several phrasings, whatever it is about; see data/eval/README.md."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    lang: Language
    gold: str
    args: dict[str, Any] = Field(default_factory=dict)
    texts: tuple[str, ...] = Field(min_length=1)
    history: tuple[str, ...] = ()
    times: int = Field(default=1, ge=1, le=20)
    must: tuple[tuple[str, ...], ...] = ()
    forbid: tuple[str, ...] = ()

    def messages(self, text: str) -> tuple[str, ...]:
        """The history and one phrasing, in order."""
        return (*self.history, text)

    def slots(self, text: str) -> frozenset[str]:
        """Names of the slots that the messages hold."""
        return frozenset(
            name for message in self.messages(text) for name, _ in SLOT.findall(message)
        )


def check_unique(phrasings: Iterable[Phrasings]) -> None:
    """Refuse two questions of one id.

    Raises:
        ValueError: With the ids.
    """
    ids = [one.id for one in phrasings]
    double = sorted({one for one in ids if ids.count(one) > 1})
    if double:
        raise ValueError(f"used twice: {', '.join(double)}")


def load(path: Path, model: type[_Model]) -> _Model:
    """A file as what it should be.

    Raises:
        TemplateError: With every mistake of the file.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return model.model_validate(content)
    except yaml.YAMLError as error:
        raise TemplateError(path, [str(error)]) from error
    except ValidationError as error:
        problems = [f"{_where(one['loc'], content)}: {one['msg']}" for one in error.errors()]
        raise TemplateError(path, problems) from error


def _where(location: tuple[int | str, ...], content: Any) -> str:
    """The question's id instead of its number, where there is one."""
    if len(location) > 1 and location[0] == "templates" and isinstance(location[1], int):
        template = content["templates"][location[1]]
        name = template.get("id", location[1]) if isinstance(template, dict) else location[1]
        return ".".join(str(part) for part in (name, *location[2:]))
    return ".".join(str(part) for part in location)
