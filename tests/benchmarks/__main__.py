"""Speed and memory, measured and printed: ``make bench ARGS="--real DIR"``.

Every step runs in a process of its own, so that one does not warm or fill the other. The targets
stand beside the figures and are never asserted: a busy machine is no bug.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any

from knowledge.knowledge_base import import_files
from tests.benchmarks.machine import machine, percentile, table

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "data" / "demo"
GREETING = "你好\n"
PROMPT_MARK = "›"


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--real", type=Path, metavar="DIR", help="folder with real files as well")
    real = parser.parse_args(arguments).real
    print(machine())
    for title, folder in (("demo data", DEMO), ("real data", real)):
        if folder is not None:
            print(f"\n## {title}\n\n{_measure(folder.resolve())}")
    return 0


def _measure(folder: Path) -> str:
    with NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(_step("questions", folder), file)
        file.flush()
        ours, plain = _step("answers", folder, file.name), _step("plain", folder, file.name)
    seconds, taken = ours["seconds"], ours["milliseconds"]
    middle, plain_middle = percentile(taken, 0.5), percentile(plain["milliseconds"], 0.5)
    rows = [
        ["import of the files", f"{seconds['import']:.2f} s", "3 s"],
        ["open, and a first answer", f"{seconds['open'] + seconds['assistant']:.2f} s", ""],
        ["free-text search, first use", f"{seconds['free-text search']:.2f} s", ""],
        ["start of `chat` to the first answer", f"{_first_answer(folder):.2f} s", "3 s"],
        [f"answer, p50 of {len(taken)}", f"{middle:.2f} ms", "5 ms"],
        ["answer, p95", f"{percentile(taken, 0.95):.2f} ms", "25 ms"],
        ["answer, slowest", f"{max(taken):.2f} ms", ""],
        ["plain VectorStoreIndex query, p50", f"{plain_middle:.2f} ms", ""],
        ["its p50 as a multiple of ours", f"{plain_middle / middle:.1f}", ""],
        ["peak memory, everything loaded", f"{ours['peak_megabytes']:.0f} MB", "400 MB"],
    ]
    return table(["", "measured", "target"], rows)


def _step(name: str, folder: Path, *files: str) -> Any:
    """What a step printed, from a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.steps", name, str(folder), *files]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def _first_answer(folder: Path) -> float:
    """Seconds from starting the chat on imported files until it has answered and asks again."""
    with TemporaryDirectory(prefix="yanyou-bench-") as scratch:
        import_files(Path(scratch), [folder])
        command = [sys.executable, "-m", "bot", "chat", "--data-dir", scratch]
        start = time.perf_counter()
        with subprocess.Popen(  # noqa: S603
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as chat:
            output, questions = chat.stdout, chat.stdin
            if output is None or questions is None:
                raise RuntimeError("the chat has no pipes")
            questions.write(GREETING)
            questions.close()
            prompts = 0
            while prompts < 2 and (character := output.read(1)):
                prompts += character == PROMPT_MARK
            seconds = time.perf_counter() - start
            output.read()
        return seconds


if __name__ == "__main__":
    raise SystemExit(main())
