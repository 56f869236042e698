"""YAML from outside: plain texts, lists and mappings only.

No tags, no anchors and aliases (a few lines of them unfold into gigabytes), bounded depth and size.
Every scalar stays a text, so that ``off``, ``2026-02-30`` and ``10:00`` mean what they say.
"""

from __future__ import annotations

from typing import Any

import yaml

from knowledge.errors import UnreadableFileError
from knowledge.importers.twice import NamedTwice

MAX_CHARS = 2_000_000
MAX_DEPTH = 20
MAX_EVENTS = 200_000


def load_yaml(text: str, file: str) -> Any:
    """The value of a YAML text.

    Raises:
        UnreadableFileError: When it is not YAML, or more than notices need.
    """
    if len(text) > MAX_CHARS:
        raise UnreadableFileError(file, f"YAML 超過 {MAX_CHARS // 10_000} 萬字")
    try:
        _check(text, file)
        loader = _Loader(text)
        value = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"（第 {mark.line + 1} 行）" if mark else ""
        raise UnreadableFileError(file, f"YAML 格式有誤{where}") from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise UnreadableFileError(file, "YAML 格式有誤") from error
    loader.twice.check(file)
    return value


class _Loader(yaml.BaseLoader):
    """Texts, lists and mappings only; remembers what stands twice in a mapping."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.twice = NamedTwice()

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping of a node, with its names looked at."""
        del deep  # the values are asked for below
        made: dict[Any, Any] = super().construct_mapping(node, deep=True)
        if len(made) < len(node.value):
            names = [self.construct_object(name) for name, _ in node.value]
            self.twice.mapping([(name, made[name]) for name in names])
        return made


def _check(text: str, file: str) -> None:
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.BaseLoader)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableFileError(file, "YAML 不收錨點和別名（& 和 *）")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH or number > MAX_EVENTS:
            raise UnreadableFileError(file, "YAML 巢狀太深或太大")
