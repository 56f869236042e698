"""Seeded notice files that are wrong in one way or many: name → bytes; none may change anything."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl

from tests.knowledge.hostile_files import NASTY, made_by
from tests.knowledge.notice_files import row

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

_WRONG: tuple[dict[str, Any], ...] = (
    {"about": "烏有岩場"},
    {"about": ""},
    {"kind": "storm"},
    {"kind": None},
    {"title": None},
    {"title": "長" * 101},
    {"text": "長" * 2001},
    {"reported_on": None},
    {"reported_on": "2026-02-30"},
    {"reported_on": "2031-01-01"},
    {"reported_on": "yesterday"},
    {"valid_from": "2026-12-02", "valid_until": "2026-12-01"},
    {"valid_from": "2026-1"},
    {"hours": "10:00-18:00"},
    {"hours": "2026-12-01 late"},
    {"hours": "2026-13-01 10:00-18:00"},
    {"link": "javascript:alert(1)"},
    {"link": "file:///etc/passwd"},
    {"scope": "everyone"},
    {"scope": "123456789012345678901"},
    {"id": "a b"},
    {"id": "x" * 65},
    {"walls": "、".join(["牆" * 61])},
)
_NEEDED = ("about", "kind", "title", "reported_on")


def hostile_notices(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many files, the same ones for the same seed."""
    wrong = (_wrong_json, _wrong_csv, _wrong_workbook, _wrong_yaml, _wrong_markdown)
    broken = (_nasty_json, _torn, _doubled, _odd_shape, _bomb)
    return made_by((*wrong, *broken), seed, count)


def _rows(chance: random.Random) -> list[dict[str, Any]]:
    """Good rows with at least one bad one among them."""
    bad = [row(**chance.choice(_WRONG)) for _ in range(chance.randint(1, 3))]
    good = [row(title=f"好的 {number}") for number in range(chance.randint(0, 3))]
    rows = [*bad, *good]
    chance.shuffle(rows)
    return rows


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _wrong_json(chance: random.Random) -> tuple[str, bytes]:
    return "wrong.json", _json({"notices": _rows(chance)})


def _cells(rows: list[dict[str, Any]]) -> list[list[str]]:
    names = list(dict.fromkeys(name for it in rows for name in it))
    return [names, *([str(it.get(name, "")) for name in names] for it in rows)]


def _wrong_csv(chance: random.Random) -> tuple[str, bytes]:
    stream = io.StringIO()
    csv.writer(stream).writerows(_cells([*_rows(chance), row(title="=1+1", kind="風")]))
    return "wrong.csv", stream.getvalue().encode(chance.choice(("utf-8", "utf-8-sig", "cp950")))


def _wrong_workbook(chance: random.Random) -> tuple[str, bytes]:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("公告", 0)
    for cells in _cells([*_rows(chance), row(title="x", kind="風")]):
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    content = stream.getvalue()
    if chance.random() < 0.4:
        content = content[: chance.randrange(40, len(content) - 30)]
    return "wrong.xlsx", content


def _wrong_yaml(chance: random.Random) -> tuple[str, bytes]:
    text = "notices:\n" + "".join(
        "  - " + "\n    ".join(f"{name}: {json.dumps(value)}" for name, value in it.items()) + "\n"
        for it in _rows(chance)
    )
    harm = chance.choice(
        ("", "  - &a [*a]\n", "  - : : :\n   bad", "  - !!python/name:os.system\n")
    )
    return "wrong.yaml", (text + harm).encode()


def _wrong_markdown(chance: random.Random) -> tuple[str, bytes]:
    fields = row(**chance.choice(_WRONG))
    fields.pop("text", None)
    head = "\n".join(f"{name}: {json.dumps(value)}" for name, value in fields.items())
    body = "長" * 2_001 if chance.random() < 0.3 else "內容"
    return "wrong.md", f"---\n{head}\nwhat: is this\n---\n{body}\n".encode()


def _nasty_json(chance: random.Random) -> tuple[str, bytes]:
    rows = []
    for _ in range(4):
        values = row()
        values[chance.choice(_NEEDED)] = chance.choice([it for it in NASTY if it != "5.99z/V99"])
        values[chance.choice(("hours", "walls", "scope", "link", "valid_from"))] = chance.choice(
            ({"a": {"b": []}}, 10**30, True, [[["x"]]], "\u0000\u0001\u202ex")
        )
        rows.append({**values, "kind": "storm"})
    content = json.dumps({"notices": rows}).encode()
    return "nasty.json", content


def _torn(chance: random.Random) -> tuple[str, bytes]:
    content = _json({"notices": [row(title=f"{number}") for number in range(20)]})
    cut = chance.randrange(1, len(content) - 1)
    return "torn.json", content[:cut]


def _doubled(chance: random.Random) -> tuple[str, bytes]:
    name = chance.choice(("a", "n-1", "號"))
    rows = [row(id=name), row(id=name, title="同號"), row(), row()]
    return "doubled.json", _json({"notices": rows})


def _odd_shape(chance: random.Random) -> tuple[str, bytes]:
    deep: Any = "x"
    for _ in range(60):
        deep = [deep]
    shapes: tuple[Any, ...] = (
        {"notices": None},
        {"notices": "all"},
        {"notices": {"a": 1}},
        {"notices": [1, None, "x"]},
        {"notices": [deep]},
        {"notice": []},
        {"notices": [row(), []], "metadata": []},
    )
    return "shape.json", _json(chance.choice(shapes))


def _bomb(chance: random.Random) -> tuple[str, bytes]:
    """A small archive that unpacks to more than anybody wants, or is none."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(chance.randint(1, 3)):
            with archive.open(f"xl/sheet{number}.xml", "w", force_zip64=True) as entry:
                for _ in range(chance.choice((1, 210))):
                    entry.write(b"\0" * (1 << 20))
    return "bomb.xlsx", stream.getvalue()
