"""Speed of whole questions to the private log: ``python -m tests.benchmarks.log_questions``.

Every answer is timed from the words to the verified text, through the assistant, over a log in
which every member has 100 ascents on real routes of the catalogue, entered in turn with everybody
else's. Targets stand beside the figures and are never asserted.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from bot.assistant import Assistant
from bot.logbook import Logbook
from bot.schema import Question, Turn
from knowledge.knowledge_base import KnowledgeBase, import_files
from tests.benchmarks.log_store import ASCENTS_EACH, climb, fill
from tests.benchmarks.machine import machine, peak_megabytes, percentile, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.ascents import Ascent
    from knowledge.schema import Route

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "data" / "demo"
TODAY = date(2026, 11, 20)
ASKED = 1_000
TARGET = "30 ms"
SAID: tuple[tuple[str, str], ...] = (
    ("count", "我今年完攀幾條"),
    ("count", "how many routes did I send last year?"),
    ("days", "我去年爬了幾天"),
    ("list", "上個月我爬了什麼，沒上的也算"),
    ("list", "show me everything I climbed in 2025"),
    ("hardest", "我最難的 RP 是哪條"),
    ("hardest", "what is my hardest onsight outside?"),
    ("first_at", "我第一條 5.10a 是什麼時候"),
    ("projects", "我有哪些試過還沒完攀的"),
    ("most_tried", "哪條線我試最多次"),
    ("success", "我的成功率多少"),
    ("average", "我平均幾把完攀一條"),
    ("streak", "我最長連續幾週有爬"),
    ("compare", "我今年跟去年比爬得怎樣"),
    ("pyramid", "畫我的先鋒金字塔"),
    ("volume", "我去年每個月爬多少"),
    ("places", "我最常去哪個岩場"),
    ("styles", "我最常爬什麼類型"),
    ("wishes", "我的想爬清單有什麼"),
    ("done", "我有爬過「{route}」嗎"),
    ("tries", "「{route}」我試了幾次"),
    ("last", "我上次爬「{route}」是哪天"),
    ("unclimbed", "{crag}還有哪些 5.10a 我沒爬過"),
    ("recommend", "依我的紀錄推薦下一條"),
    ("add", "昨天「{route}」RP 第三趟，備註：風很大"),
    ("add", "今天「{route}」flash，四顆星"),
    ("edit", "把剛剛那筆改成 flash，日期改昨天"),
    ("delete", "刪掉剛剛那筆"),
    ("others", "小明最難爬到哪"),
)
THEN: tuple[tuple[str, str, str], ...] = (
    ("follow_up", "我今年完攀幾條", "那去年呢"),
    ("follow_up", "我有爬過「{route}」嗎", "試了幾次"),
)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.log_questions", description=__doc__
    )
    parser.add_argument("--members", type=int, default=10_000, help="how many, default 10,000")
    parser.add_argument("--asked", type=int, default=ASKED, help="questions, default 1,000")
    parser.add_argument("--files", type=Path, default=DEMO, help="route files, default the demo's")
    chosen = parser.parse_args(arguments)
    print(machine())  # noqa: T201  (what a benchmark is for)
    with TemporaryDirectory(prefix="yanyou-bench-") as scratch:
        print(measure(Path(scratch), chosen.members, chosen.asked, chosen.files))  # noqa: T201
    return 0


def measure(scratch: Path, members: int, asked: int, files: Path, each: int = ASCENTS_EACH) -> str:
    """The table for a log with so many members, by what is asked."""
    rng = random.Random(1)  # noqa: S311
    base = scratch / "base"
    base.mkdir()
    import_files(base, [files])
    home, key = scratch / "home", scratch / "key" / "log.key"
    with KnowledgeBase.open(base) as knowledge:
        routes = knowledge.catalogue.all_routes()
        with Logbook.open(home, key) as log:
            fill(log, members, rng, _on(knowledge), each)
        with Logbook.open(home, key) as log:
            assistant = Assistant(knowledge, log)
            taken = _asked(assistant, routes, members, asked, rng)
    every = [one for times in taken.values() for one in times]
    rows = [
        [f"any personal question, p50 of {len(every)}", f"{percentile(every, 0.5):.1f} ms", ""],
        ["any personal question, p95", f"{percentile(every, 0.95):.1f} ms", TARGET],
        ["slowest", f"{max(every):.1f} ms", ""],
        *(
            [f"{kind}, p95 of {len(times)}", f"{percentile(times, 0.95):.1f} ms", TARGET]
            for kind, times in sorted(taken.items(), key=lambda item: -percentile(item[1], 0.95))
        ),
        ["peak memory", f"{peak_megabytes():.0f} MB", ""],
    ]
    head = f"{members:,} members with {each} ascents each"
    return table([head, "measured", "target"], rows)


def _on(knowledge: KnowledgeBase) -> Callable[[random.Random], Ascent]:
    """Ascents of routes that the catalogue holds."""
    routes = knowledge.catalogue.all_routes()
    crags = {crag.id: crag.display_name for crag in knowledge.catalogue.crags()}

    def one(rng: random.Random) -> Ascent:
        route = rng.choice(routes)
        return replace(
            climb(rng),
            route_id=route.id,
            route_name=route.display_name,
            crag=crags[route.crag_id],
            crag_id=route.crag_id,
            grade=route.grade.raw,
        )

    return one


def _asked(
    assistant: Assistant, routes: tuple[Route, ...], members: int, asked: int, rng: random.Random
) -> dict[str, list[float]]:
    """Milliseconds of every answer by what was asked; each kind is asked once beforehand."""
    crags = assistant.knowledge.catalogue.crags()
    said = [(kind, (text,)) for kind, text in SAID] + [(kind, (a, b)) for kind, a, b in THEN]
    taken: dict[str, list[float]] = defaultdict(list)
    for turn in range(len(said) + asked):
        kind, texts = said[turn % len(said)]
        route, crag = rng.choice(routes), rng.choice(crags)
        filled = [text.format(route=route.display_name, crag=crag.display_name) for text in texts]
        history: list[Turn] = []
        for words in filled[:-1]:
            history += [Turn("user", words), Turn("assistant", "")]
        question = Question(filled[-1], TODAY, tuple(history), user_id=f"m{rng.randrange(members)}")
        start = perf_counter()
        answer = assistant.answer(question)
        if turn >= len(said):
            taken[kind].append(1_000 * (perf_counter() - start))
        if not answer.text:
            raise AssertionError(f"no answer to {filled[-1]}")
    return taken


if __name__ == "__main__":
    raise SystemExit(main())
