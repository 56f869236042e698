"""Questions about routes, crags, gyms and notices, as a split holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from bot.evaluation.phrasings import SLOT, Phrasings, check_unique, load

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
_QUOTED_SLOT = re.compile(r"[「『《“\"]\{(\w+)(?:\|\w+)?\}[」』》”\"]")


class Template(Phrasings):
    """A question about what everybody may know."""

    kind: Kind
    filters: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    abstained: bool | Literal["any"] | None = None

    @model_validator(mode="after")
    def _follow_ups_have_a_history(self) -> Template:
        if self.kind.endswith("follow_up") != bool(self.history):
            raise ValueError("a follow_up has a history, and nothing else has")
        return self

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
        check_unique(self.templates)
        return self


def load_templates(path: Path) -> TemplateFile:
    """The phrasings of a file.

    Raises:
        TemplateError: With every mistake of the file.
    """
    return load(path, TemplateFile)
