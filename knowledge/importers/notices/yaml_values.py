"""YAML from outside: plain texts, lists and mappings only.

No tags, no anchors and aliases (a few lines of them unfold into gigabytes), bounded depth and size.
Every scalar stays a text, so that ``off``, ``2026-02-30`` and ``10:00`` mean what they say.
"""

from __future__ import annotations

from typing import Any

import yaml

from knowledge.errors import UnreadableFileError

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
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts, lists, mappings only
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"（第 {mark.line + 1} 行）" if mark else ""
        raise UnreadableFileError(file, f"YAML 格式有誤{where}") from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise UnreadableFileError(file, "YAML 格式有誤") from error


def _check(text: str, file: str) -> None:
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.BaseLoader)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableFileError(file, "YAML 不收錨點和別名（& 和 *）")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH or number > MAX_EVENTS:
            raise UnreadableFileError(file, "YAML 巢狀太深或太大")
