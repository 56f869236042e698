"""Every problem of exemplars and of built data, with file and line."""

from __future__ import annotations

import itertools
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz import fuzz, process

from bot.prompts import QueryJson
from finetune.dataset.build import BuildPlan, build
from finetune.dataset.checks import private_faults
from finetune.dataset.files import data_hash
from finetune.dataset.splits import SPLITS
from finetune.errors import DataError
from finetune.exemplars import TASKS, load_exemplars
from finetune.filling import SLOT
from finetune.metrics import keeps_format, script_faults, term_faults
from knowledge.terms import lint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from finetune.exemplars import Exemplar

ALIKE: Final = 93.0
"""rapidfuzz ratio of question and answer together above which two exemplars are one."""
MAX_CHARS: Final = 6000
_LITERAL_FACT: Final = re.compile(
    r"(?<![\w.])5\.\d{1,2}[a-d]?(?![\w.])|(?<!\w)V\d{1,2}(?!\w)|(?<!\d)(?!11[289](?!\d))\d{2,}"
)
"""Grades and figures; the numbers of the rescue services are no slots."""
_ROLES: Final = ("system", "user", "assistant")


def validate_exemplars(folder: Path, plan: BuildPlan | None = None) -> tuple[str, ...]:
    """Problems of all exemplars of a folder: as written, among each other, and when filled."""
    exemplars, problems = load_exemplars(folder)
    found = [*problems]
    for exemplar in exemplars:
        found += [f"{exemplar.place}: {fault}" for fault in written_faults(exemplar)]
    found += _alike(exemplars)
    built = build(exemplars, plan or BuildPlan(worlds=(10, 6, 6), per_exemplar=4))
    return tuple(dict.fromkeys([*found, *built.problems]))


def written_faults(exemplar: Exemplar) -> Iterator[str]:
    """What is wrong with the words themselves, before any slot is filled."""
    for text in exemplar.texts:
        yield from private_faults(text)
    for text in (*exemplar.say, *exemplar.reasons):
        literal = _LITERAL_FACT.search(SLOT.sub(" ", text))
        if literal:
            yield f"寫死的事實「{literal.group()}」，要用空格"
        for fault in lint(SLOT.sub("", text)):
            kind = "簡體字" if fault.kind == "script" else "不是台灣的說法"
            yield f"{kind}：{fault.surface}"
    if len(set(exemplar.ask)) != len(exemplar.ask):
        yield "ask 有重複的句子"
    if len(set(exemplar.say)) != len(exemplar.say):
        yield "say 有重複的句子"


def _alike(exemplars: Sequence[Exemplar]) -> Iterator[str]:
    """Exemplars that say again what another says, within a task."""
    by_task: dict[str, list[Exemplar]] = defaultdict(list)
    for exemplar in exemplars:
        by_task[exemplar.task].append(exemplar)
    for group in by_task.values():
        keys = [_key(one) for one in group]
        scores = process.cdist(keys, keys, scorer=fuzz.ratio, score_cutoff=ALIKE)
        for index, row in enumerate(scores):
            for other in range(index):
                if row[other]:
                    yield f"{group[index].place}: 和 {group[other].place} 幾乎一樣"
    yield from _same_question(exemplars)


def _same_question(exemplars: Sequence[Exemplar]) -> Iterator[str]:
    asked: dict[tuple[object, ...], Exemplar] = {}
    for exemplar in exemplars:
        kind = "query" if exemplar.task == "query" else "spoken"
        for text in exemplar.ask:
            key = (kind, exemplar.where, exemplar.lacks, exemplar.before, exemplar.draft, text)
            first = asked.setdefault(key, exemplar)
            if first is not exemplar:
                yield f"{exemplar.place}: 問句「{text}」也在 {first.place}"


def _key(exemplar: Exemplar) -> str:
    parts = (*exemplar.ask, "→", *exemplar.say, *exemplar.reasons, exemplar.query, exemplar.draft)
    return " ".join([*parts, *map(str, exemplar.where), *exemplar.lacks, *exemplar.before])


def validate_data(folder: Path) -> tuple[str, ...]:
    """Problems of the built files of a folder, line by line and between the splits."""
    problems = list(_unfinished(folder))
    seen: dict[str, dict[str, str]] = {"prompt": {}, "exemplar": {}, "world": {}, "id": {}}
    for split in SPLITS:
        file = folder / f"{split}.jsonl"
        if not file.is_file():
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{file.name}:{number}"
            row, wrong = _row(line)
            problems += [f"{place}: {reason}" for reason in wrong]
            if row is not None:
                problems += [f"{place}: {reason}" for reason in _between(row, split, place, seen)]
    return tuple(problems)


def _unfinished(folder: Path) -> Iterator[str]:
    """A build that was cut off, or files that are not those of its manifest."""
    try:
        data_hash(folder)
    except DataError as error:
        yield from error.problems


def _row(line: str) -> tuple[dict[str, Any] | None, list[str]]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return None, ["不是 JSON"]
    if not isinstance(row, dict):
        return None, ["不是一個物件"]
    missing = [key for key in ("id", "task", "exemplar", "world", "messages") if key not in row]
    if missing:
        return None, [f"少了「{key}」" for key in missing]
    return row, list(_row_faults(row))


def _row_faults(row: dict[str, Any]) -> Iterator[str]:
    if row["task"] not in TASKS:
        yield f"不認得的 task「{row['task']}」"
    messages = row["messages"]
    if not _well_formed(messages):
        yield "messages 要是 role 和 content 的清單，role 是 system、user、assistant"
        return
    roles = [one["role"] for one in messages]
    if roles[:1] != ["system"] or roles[-1] != "assistant" or "system" in roles[1:]:
        yield "角色順序要是 system、user、…、assistant"
    elif any(one == other for one, other in itertools.pairwise(roles)):
        yield "user 和 assistant 要輪流"
    if any(not one["content"].strip() for one in messages):
        yield "有空白的訊息"
        return
    if sum(len(one["content"]) for one in messages) > MAX_CHARS:
        yield f"太長，超過 {MAX_CHARS} 字"
    yield from _target_faults(row["task"], messages)


def _target_faults(task: str, messages: Sequence[dict[str, str]]) -> Iterator[str]:
    target = messages[-1]["content"]
    if task == "query":
        try:
            QueryJson.model_validate_json(target)
        except ValueError:
            yield "query 的答案不合 JSON 格式"
        return
    if task == "recommendation" and not keeps_format(target):
        yield "不合推薦格式"
    prompt = "\n".join(one["content"] for one in messages[:-1])
    exempt = [line for line in re.split(r"[\s｜，。；：、「」（）]", prompt) if len(line) > 1]
    for found in script_faults(target, exempt):
        yield f"簡體字：{found}"
    for found in term_faults(target, exempt):
        yield f"不是台灣的說法：{found}"
    yield from (fault for fault in private_faults(target) if fault.split("：")[-1] not in prompt)


def _well_formed(messages: object) -> bool:
    return (
        isinstance(messages, list)
        and len(messages) > 2
        and all(
            isinstance(one, dict)
            and one.keys() == {"role", "content"}
            and one["role"] in _ROLES
            and isinstance(one["content"], str)
            for one in messages
        )
    )


def _between(
    row: dict[str, Any], split: str, place: str, seen: dict[str, dict[str, str]]
) -> Iterator[str]:
    """Doubles within a split, and leaks between the splits."""
    prompt = json.dumps(row["messages"][:-1], ensure_ascii=False, sort_keys=True)
    first = seen["prompt"].setdefault(prompt, f"{split} {place}")
    if first != f"{split} {place}":
        leak = not first.startswith(f"{split} ")
        yield f"{'洩漏' if leak else '重複'}：同樣的提示也在 {first.split()[1]}"
    known = seen["id"].setdefault(row["id"], place)
    if known != place:
        yield f"id 重複，也在 {known}"
    for key, kind in (("exemplar", "例句"), ("world", "編的資料")):
        owner = seen[key].setdefault(str(row[key]), split)
        if owner != split:
            yield f"洩漏：{kind}「{row[key]}」也在 {owner}"
