"""Hand-written exemplars: read from YAML, with the line of each for whoever mends it.

The format stands in data/train/README.md.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from finetune.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TRAIN_DIR = Path(__file__).resolve().parents[1] / "data" / "train"

Task = Literal[
    "recommendation",
    "fact",
    "list",
    "comparison",
    "gym",
    "personal",
    "abstain",
    "false_premise",
    "ambiguity",
    "safety",
    "smalltalk",
    "query",
]
ExemplarLanguage = Literal["zh", "hans", "en", "mixed"]
TASKS: tuple[Task, ...] = get_args(Task)
MAX_ASK, MAX_SAY, MAX_REASON = 5, 3, 3

_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,59}$")]


class _Row(BaseModel):
    """One exemplar as written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: _Id
    ask: tuple[_Words, ...]
    say: tuple[_Words, ...] = ()
    lang: ExemplarLanguage = "zh"
    where: dict[str, str] = {}
    lacks: tuple[str, ...] = ()
    before: tuple[_Words, ...] = ()
    draft: str = ""
    reasons: tuple[_Words, ...] = ()
    query: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A way to ask and a way to answer, with slots for everything that is a fact."""

    id: str
    task: Task
    file: str
    line: int
    ask: tuple[str, ...]
    say: tuple[str, ...] = ()
    lang: ExemplarLanguage = "zh"
    where: tuple[tuple[str, str], ...] = ()
    lacks: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    draft: str = ""
    reasons: tuple[str, ...] = ()
    query: str = ""
    """The gold query as JSON with slots; empty for spoken answers."""

    @property
    def place(self) -> str:
        """Where it stands, for a report."""
        return f"{self.file}:{self.line}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that may hold slots."""
        return (*self.ask, *self.say, *self.before, *self.reasons, self.draft, self.query)


def load_exemplars(folder: Path = TRAIN_DIR) -> tuple[tuple[Exemplar, ...], tuple[str, ...]]:
    """All exemplars of a folder, and what is wrong with those that could not be read.

    Raises:
        DataError: When the folder holds no YAML file.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise DataError((f"{folder}：沒有例句（*.yaml）",))
    found: list[Exemplar] = []
    problems: list[str] = []
    for path in paths:
        exemplars, wrong = read_exemplars(path)
        found += exemplars
        problems += wrong
    problems += _doubles(found)
    return tuple(found), tuple(problems)


def read_exemplars(path: Path) -> tuple[list[Exemplar], list[str]]:
    """The exemplars of one file, and its problems as ``file:line: reason``."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        return [], [f"{path.name}:{mark.line + 1 if mark else 1}: YAML 讀不懂"]
    sections = dict(_pairs(root))
    known = ("task", "exemplars")
    problems = [
        f"{path.name}:{node.start_mark.line + 1}: 不認得的鍵「{key}」{_hint(key, known)}"
        for key, node in sections.items()
        if key not in known
    ]
    task = getattr(sections.get("task"), "value", None)
    if task not in TASKS:
        return [], [*problems, f"{path.name}:1: 不認得的 task「{task}」{_hint(str(task), TASKS)}"]
    rows = sections.get("exemplars")
    if not isinstance(rows, yaml.SequenceNode):
        return [], [*problems, f"{path.name}:1: 少了 exemplars 清單"]
    found: list[Exemplar] = []
    for node in rows.value:
        exemplar, wrong = _exemplar(node, task, path.name)
        problems += wrong
        if exemplar is not None and not wrong:
            found.append(exemplar)
    return found, problems


def _pairs(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value


def _exemplar(node: yaml.Node, task: Task, file: str) -> tuple[Exemplar | None, list[str]]:
    place = f"{file}:{node.start_mark.line + 1}"
    loader = yaml.SafeLoader("")
    row = loader.construct_object(node, deep=True)
    loader.dispose()
    if not isinstance(row, dict):
        return None, [f"{place}: 要是一組鍵和值"]
    try:
        parsed = _Row.model_validate(row)
    except ValidationError as error:
        return None, [f"{place}: {_said(one)}" for one in error.errors()]
    exemplar = Exemplar(
        id=parsed.id,
        task=task,
        file=file,
        line=node.start_mark.line + 1,
        ask=parsed.ask,
        say=parsed.say,
        lang=parsed.lang,
        where=tuple(parsed.where.items()),
        lacks=parsed.lacks,
        before=parsed.before,
        draft=parsed.draft,
        reasons=parsed.reasons,
        query=_json(parsed.query),
    )
    return exemplar, [f"{place}: {reason}" for reason in _shape(exemplar)]


def _json(query: dict[str, Any] | None) -> str:
    return "" if query is None else yaml.safe_dump(query, allow_unicode=True, width=10_000)


def _said(error: Any) -> str:
    """A validation error in words."""
    where = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"不認得的鍵「{where}」{_hint(where, tuple(_Row.model_fields))}"
    if error["type"] == "missing":
        return f"少了「{where}」"
    return f"「{where}」不對：{error['msg']}"


def _hint(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, tuple(known), n=1)
    return f"，是不是「{near[0]}」？" if near else ""


def _shape(exemplar: Exemplar) -> Iterator[str]:
    """What a task needs and what it must not have."""
    if not 1 <= len(exemplar.ask) <= MAX_ASK:
        yield f"ask 要有 1 到 {MAX_ASK} 句"
    wanted = {"recommendation": "reasons", "query": "query"}.get(exemplar.task, "say")
    for key, limit in (("say", MAX_SAY), ("reasons", MAX_REASON), ("query", None)):
        value = getattr(exemplar, key)
        if bool(value) != (key == wanted):
            yield f"{exemplar.task} 要有 {key}" if key == wanted else f"{exemplar.task} 不用 {key}"
        elif limit and len(value) > limit:
            yield f"{key} 最多 {limit} 句"
    if exemplar.draft and exemplar.task not in {"personal", "smalltalk"}:
        yield "只有 personal 和 smalltalk 可以寫 draft"
    if exemplar.task == "personal" and not exemplar.draft:
        yield "personal 要有 draft"
    for text in exemplar.texts:
        if re.search(r"\{[^{}]*$|^[^{}]*\}", text) and exemplar.query != text:
            yield f"大括號沒有成對：{text[:30]}"


def _doubles(exemplars: Iterable[Exemplar]) -> Iterator[str]:
    seen: dict[str, Exemplar] = {}
    for exemplar in exemplars:
        first = seen.setdefault(exemplar.id, exemplar)
        if first is not exemplar:
            yield f"{exemplar.place}: id「{exemplar.id}」已經用在 {first.place}"
