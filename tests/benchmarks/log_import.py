"""One member's imports of 5,000 rows from the shell to the disk, measured and printed.

``python -m tests.benchmarks.log_import``. Every site's export is made up, imported by a real
process into a data folder with the demo catalogue, exported, erased and imported again. The target
is 5 s for an import.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.knowledge_base import import_files
from tests.benchmarks.machine import machine, table
from tests.bot import log_files

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "data" / "demo"
ROWS = 5_000
_ROUTES = ("Grey Whale", "Barnacle", "Foghorn", "Echo", "Wait", "Right Hand", "Nowhere Arete")
_GRADES = ("5.10a", "V2", "5.11c", "5.10a", "5.10c", "5.9", "5.8")


def main(rows: int = ROWS) -> int:
    """Print the table; 0."""
    sys.stdout.write(f"{machine()}\n\n")
    with TemporaryDirectory(prefix="yanyou-bench-") as scratch:
        lines = measure(Path(scratch), rows)
    target = "5 s"
    shown = [[what, f"{seconds:.2f} s", target] for what, seconds in lines]
    sys.stdout.write(table([f"{rows:,} rows", "measured", "target"], shown) + "\n")
    return 0


def measure(scratch: Path, rows: int) -> list[tuple[str, float]]:
    """What was done, and the seconds that its process took from start to end."""
    home = scratch / "data"
    import_files(home, [DEMO])
    measured = []
    for name, content in exports(rows).items():
        file = scratch / name
        file.write_bytes(content)
        measured.append((f"import of {name}", _log(scratch, name, "import", str(file))))
    measured.append(
        ("the same file again", _log(scratch, "thecrag", "import", str(scratch / "thecrag")))
    )
    out = scratch / "log.json"
    measured.append(("export", _log(scratch, "thecrag", "export", "--out", str(out))))
    measured.append(("erase", _log(scratch, "thecrag", "erase", "--yes")))
    measured.append(("import of the export", _log(scratch, "thecrag", "import", str(out))))
    return measured


def exports(rows: int) -> dict[str, bytes]:
    """A large file of four sites, the same every time."""
    chance = random.Random(20261128)  # noqa: S311
    days = [date(2012, 1, 1) + timedelta(days=number // 3) for number in range(rows)]
    climbs = [chance.randrange(len(_ROUTES)) for _ in days]
    styles = [chance.choice(("Redpoint", "Onsight", "Flash", "Fell/Hung")) for _ in days]
    ticks = "".join(
        f'{day},"{_ROUTES[climb]}",{_GRADES[climb]},"note {number}, with commas",'
        f"https://www.mountainproject.com/route/{100_000_000 + climb}/x,1,"
        f'"International > Asia > Taiwan > Wuming Cape",2.8,-1,Lead,{style},Sport,,60,2700\n'
        for number, (day, climb, style) in enumerate(zip(days, climbs, styles, strict=True))
    )
    crag = "".join(
        log_files.crag_row(
            number, _ROUTES[climb], "Red point", _GRADES[climb], day=f"{day}T00:00:00Z",
            Comment=f"note {number}\nsecond line", With="Friend Lin",
        )
        for number, (day, climb) in enumerate(zip(days, climbs, strict=True))
    )  # fmt: skip
    kaya = "".join(
        f"{day:%a %b %d %Y} 13:05:00 GMT+0000 (GMT+00:00),0,,Flash,1,v{climb},Blue,,Sample Gym,,\n"
        for day, climb in zip(days, climbs, strict=True)
    )
    aurora = [
        {"climb": f"Problem {climb}", "angle": 40, "count": 2, "climbed_at": f"{day} 20:00:00",
         "grade": "6c+/V5", "is_mirror": bool(climb % 2)}
        for day, climb in zip(days, climbs, strict=True)
    ]  # fmt: skip
    return {
        "mountain-project": (log_files.MP_HEADER + ticks).encode(),
        "thecrag": (log_files.CRAG_HEADER + crag).encode(),
        "kaya": (log_files.KAYA_HEADER + kaya).encode(),
        "aurora": json.dumps({"ascents": aurora, "attempts": []}).encode(),
    }


def _log(scratch: Path, user: str, action: str, *arguments: str) -> float:
    command = [sys.executable, "-m", "bot", "log", action, "--user", user, *arguments]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("YANYOU_")}
    environment = {
        **kept,
        "YANYOU_DATA_DIR": str(scratch / "data"),
        "YANYOU_LOG_KEY_FILE": str(scratch / "key" / "log.key"),
    }
    start = time.perf_counter()
    subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
