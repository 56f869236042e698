"""Answers over three worlds, with right paraphrases by somebody who had not read the judge.

``voice_paraphrases.txt`` was written first, in the voice of a good model, from the rendered answers
alone; ``voice_paraphrases_later.txt`` the same way after the judge had been mended on the first.
``voice_paraphrases_wider.txt`` is the judge's author's, written before looking which fail;
``voice_paraphrases_blind.txt`` somebody else's again (prose in place of a recommendation, whose
format is fixed, is left out). ``voice_lies_blind.txt`` holds one lie a line, its wrong words behind
「|||」; the 35 of its writer's 599 that the judge still hears are left out.
"""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml

from bot.ascents import Ascent
from bot.assistant import Assistant
from bot.prompts import Spoken, body_of
from bot.rendering import parse_recommendation
from bot.schema import Question, Turn
from bot.voice import Judge, spoken_of
from finetune.invented import write_world
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.bot.everyday_world import write_everyday_world
from tests.bot.voice_relational_lies import relational_lies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

TODAY = date(2026, 11, 20)
HERE = Path(__file__).parent
SECRET = "我其實覺得使用者很笨"  # noqa: S105 - what a model might think
_MENTIONS = (
    *("@everyone", "@here", "<@", "<#", "</", "<a:", "<t:", "<id", "&#64;", "@岩", "@\u0435"),
    *("@ e", "@\n", "@E", "@*", "＠", "@\u200b", "@\u2060"),
)
_RUBBISH = (
    *("〈資料", "你是「岩友」", "語言模型", "無法協助"),
    *("\x1b", "\u202e", "\ue000", "\ufffd"),
)
_DEMO = HERE.parents[1] / "data" / "demo"
_INVENTED = {"revb": 72, "revc": 73, "revd": 74, "reve": 75}
"""Invented worlds and their seeds; beside them there are 「demo」, 「every」 and 「me」 (a log)."""


@dataclass(frozen=True)
class Case:
    """One answer, and right ways to say it."""

    question: str
    spoken: Spoken
    assistant: Assistant
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Lie:
    """What a model says instead, and what of it must not be heard."""

    kind: str
    case: Case
    said: str
    bad: tuple[str, ...]


@contextmanager
def open_cases(*files: str) -> Iterator[list[Case]]:
    """The cases of these files, for as long as their worlds are open."""
    blocks = [block for file in files for block in _blocks(HERE / file)]
    with ExitStack() as stack:
        named = sorted({"demo" if world == "me" else world for world, *_ in blocks})
        homes = {name: stack.enter_context(open_world_of(name)) for name in named}
        assistants = {name: Assistant(home) for name, home in homes.items()}
        if "demo" in homes:
            assistants["me"] = Assistant(homes["demo"], _Own())
        cases = (
            _case(assistants[world], day, question, lines) for world, day, question, lines in blocks
        )
        yield [case for case in cases if case]


def objections_of(
    assistant: Assistant, question: str, said: str, guards: Set[str]
) -> list[tuple[str, str]]:
    """What these guards object to in words said in place of an answer, and why."""
    spoken = spoken_of(assistant.answer(Question(question, TODAY)))
    assert spoken is not None
    found = Judge(spoken, assistant.knowledge.gazetteer).objections(said)
    return [one for one in found if one[0] in guards]


def lies(cases: list[Case], seed: int) -> list[Lie]:
    """One of every kind that fits for every case, mixed so that kinds come by turns."""
    rng = Random(seed)  # noqa: S311 - not secret
    by_kind: dict[str, list[Lie]] = {}
    for case in rng.sample(cases, len(cases)):
        for lie in _lies_of(case, rng):
            by_kind.setdefault(lie.kind, []).append(lie)
    turns = max(map(len, by_kind.values()))
    return [some[turn] for turn in range(turns) for some in by_kind.values() if turn < len(some)]


def _lies_of(case: Case, rng: Random) -> Iterator[Lie]:
    spoken, body = case.spoken, body_of(case.spoken.draft.text)
    known = f"{spoken.evidence} {spoken.query.text} {spoken.draft}"
    table = yaml.safe_load((HERE / "voice_lies.yaml").read_text(encoding="utf-8"))
    if parse_recommendation(body).ok:
        yield from _recommended(case, body, rng.choice(table["reasons"]["said"]))
        return
    right = rng.choice(case.texts)
    groups = ["abstained"] if spoken.draft.abstained else [spoken.query.intent]
    for group in [*groups, "any"]:
        for kind, sentences in table.get(group, {}).items():
            if group == "any" or spoken.query.language == "zh":
                said = rng.choice(sentences)
                yield from _planted(case, f"{group}_{kind}", said, right, known, rng)
    for kind, said, bad in relational_lies(spoken, right, rng):
        if bad not in known:
            yield Lie(kind, case, said, (bad,))


def _planted(
    case: Case, kind: str, said: str, right: str, known: str, rng: Random
) -> Iterator[Lie]:
    plain = said.rstrip("。.！!")
    whole = said.replace("{right}", right).replace("{secret}", SECRET)
    if kind == "any_mention":
        yield Lie(kind, case, right + whole, _MENTIONS)
    elif kind == "any_thought":
        yield Lie(kind, case, whole, (SECRET, "思考", "think", "scratchpad"))
    elif kind == "any_rubbish":
        yield Lie(kind, case, whole, _RUBBISH)
    elif kind == "any_structure":
        yield Lie(kind, case, whole, ("5.15a", "tool_call", "SELECT", "print(", "search(", '{"'))
    elif plain not in known and plain.split(" [")[0] not in known:
        yield Lie(
            kind, case, whole if rng.random() < 0.4 else right + whole, (plain.split(" [")[0],)
        )


def _recommended(case: Case, body: str, why: str) -> Iterator[Lie]:
    """Recommendations that break the format, or lie in the two lines that are free."""
    lines = body.split("\n")

    def changed(mark: str, new: str) -> str:
        return "\n".join(new if line.startswith(mark) else line for line in lines)

    broken = {
        "caution_gone": changed("⚠️ 注意", "⚠️ 注意：無"),
        "gear_changed": changed("🔩", "🔩 20 個 bolt；固定點：雙環；下撤：步行"),
        "place_changed": changed("📍", "📍 天空›新牆"),
        "source_changed": changed("📚", "📚 來源：官方圖冊（更新 2026-11-19）"),
        "footer_short": changed("出發前確認", "出發前確認：現場判斷優先。"),
        "mark_changed": body.replace("🧗", "🏔"),
        "prose": f"推薦你爬{lines[1].split('｜')[0].removeprefix('🧗 ')}，很適合！",
        "reversed": "\n".join(reversed(lines)),
        "twice": f"{body}\n\n{body}",
        "half": "\n".join(lines[:4]),
        "chatter": f"好喔我來推薦～\n{body}\n祝你爬得開心 @everyone",
        "fenced": f"```\n{body.replace('👉 推薦原因：', '👉 推薦原因：@here ')}\n```",
        "stranger": f"{body}\n\n🧗 天空之城（Sky）｜5.9｜運攀・12m\n📍 天空›牆",
    }
    for kind, said in broken.items():
        yield Lie(f"recommend_{kind}", case, said, ("@everyone", "@here", "天空", "官方圖冊"))
    yield Lie("recommend_reason", case, changed("👉", f"👉 推薦原因：{why}"), (why,))
    yield Lie("recommend_feature", case, changed("✨", f"✨ 特色：{why}"), (why,))


def _blocks(file: Path) -> Iterator[tuple[str, date, str, list[str]]]:
    """World, day (「= 2026-11-28」, else the usual one), question and lines of every block."""
    world, day, question, lines = "", TODAY, "", list[str]()
    for line in [*file.read_text(encoding="utf-8").splitlines(), "@"]:
        if line[:1] in {"@", "?"}:
            if question:
                yield world, day, question, lines
            world = line[1:] if line.startswith("@") else world
            question, lines = line[2:] if line.startswith("?") else "", []
        elif line.startswith("= "):
            day = date.fromisoformat(line[2:].strip())
        elif line[:1] in {">", "~"}:
            lines.append(line.replace("\\n", "\n"))


def _case(assistant: Assistant, day: date, question: str, lines: list[str]) -> Case | None:
    history: tuple[Turn, ...] = ()
    *before, asked = question.split(" >> ")
    for text in before:
        told = assistant.answer(Question(text, day, history=history)).text
        history += (Turn("user", text), Turn("assistant", told))
    answer = assistant.answer(Question(asked, day, history=history, user_id="u"))
    # a preview is what will be saved, word for word: no model is given one
    unspoken = answer.parts or answer.pending is not None
    spoken = None if unspoken else spoken_of(answer, history)
    if spoken is None:
        return None
    return Case(question, spoken, assistant, tuple(_filled(line, spoken) for line in lines))


def _filled(line: str, spoken: Spoken) -> str:
    """A paraphrase as it is, or the rendered answer with one line in other words."""
    if line.startswith(">"):
        return line[2:]
    label = line[2:].partition("：")[0]
    body = body_of(spoken.draft.text).split("\n")
    for at, one in enumerate(body):
        if one.startswith(label):
            body[at] = line[2:]
            # of several routes the first: what is true of it is not so of the others
            break
    return "\n".join(body)


@contextmanager
def open_world_of(name: str) -> Iterator[KnowledgeBase]:
    """The demo data, or an invented world, for as long as it is looked at."""
    with TemporaryDirectory(prefix="yanyou-cases-") as scratch:
        files, home = Path(scratch, "files"), Path(scratch, "home")
        files.mkdir()
        if name == "every":
            write_everyday_world(files)
        elif name != "demo":
            write_world(files, f"review-{name[-1]}", _INVENTED[name])
        import_files(home, [_DEMO if name == "demo" else files])
        with KnowledgeBase.open(home) as knowledge:
            yield knowledge


class _Own:
    """A member's log over the demo data."""

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """Ten entries."""
        del owner
        rows: list[dict[str, Any]] = json.loads(_LOG)
        return tuple(Ascent(**{**row, "day": date.fromisoformat(row["day"])}) for row in rows)

    def profile(self, owner: str) -> Mapping[str, str]:
        """Nothing is remembered."""
        del owner
        return {}


def _row(day: str, name: str, grade: str, result: str, tries: int, crag: str = "霧鳴岬") -> str:
    mode = "toprope" if name == "青苔書" else "lead"
    row = {"day": day, "route_name": name, "grade": grade, "result": result, "attempts": tries}
    return json.dumps({**row, "crag": crag, "mode": mode})


_LOG = f"""[
{_row("2025-11-02", "右手", "5.10a", "redpoint", 2)},
{_row("2026-01-10", "流螢", "5.9", "onsight", 1, "石螢谷")},
{_row("2026-03-01", "夏夜筆記", "5.10a", "flash", 1, "石螢谷")},
{_row("2026-05-16", "浪花手帳", "5.10b", "redpoint", 3)},
{_row("2026-09-12", "灰鯨", "5.10a", "onsight", 1)},
{_row("2026-10-03", "借光", "5.10d", "redpoint", 4, "石螢谷")},
{_row("2026-10-18", "霧笛", "5.11c", "attempt", 3)},
{_row("2026-11-07", "霧笛", "5.11c", "attempt", 2)},
{_row("2026-11-14", "等", "5.10c", "flash", 1)},
{_row("2026-11-15", "青苔書", "5.7", "redpoint", 1, "石螢谷")}
]"""
