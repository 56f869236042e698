"""Seeded files that mean harm or were damaged on the way: bytes for a file, by a readable name."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.knowledge.invented_files import crag_file, gym, gym_file, route

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NASTY: tuple[Any, ...] = (
    None,
    "",
    " ",
    0,
    -1,
    True,
    [],
    {},
    [None],
    [[["x"]]],
    {"a": {"b": []}},
    10**30,
    -(10**30),
    1e308,
    "NaN",
    float("nan"),
    float("inf"),
    "\u0000\u0001\u202e",
    "\ud800",
    "長" * 20_000,
    "'; DROP TABLE routes; --",
    '=HYPERLINK("http://x")',
    "<script>alert(1)</script>",
    "5.99z/V99",
    "2026-99-99",
    "😀" * 300,
    "../../etc/passwd",
    "𠮷岩",
)
"""Values for any field of any row."""

_TABLE = "岩場,區域,路線,難度,長度,bolt\n鯨背岩,浪花區,海風,5.10a,12,5\n"


Maker = Callable[[random.Random], tuple[str, bytes]]
"""Makes one file, by chance."""


def hostile_files(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many files, the same ones for the same seed."""
    makers = (_nasty_crag, _nasty_gym, _nasty_shape, _cut_off, _flipped, _odd_text, _odd_table)
    return made_by(makers, seed, count)


def made_by(makers: Sequence[Maker], seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many files, of each kind in turn."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    for number in range(count):
        name, content = makers[number % len(makers)](chance)
        yield f"{number:03d}-{name}", content


def _dump(data: object) -> bytes:
    return json.dumps(data).encode()


def _nasty_crag(chance: random.Random) -> tuple[str, bytes]:
    """Any field of a crag, an area or a route holds anything."""
    data = crag_file(*(route(f"R-{n}", f"路線{n}") for n in range(4)))
    places = [
        data["crag"],
        data["crag"]["location"],
        data["metadata"],
        *data["areas"],
        *data["routes"],
    ]
    for _ in range(chance.randint(1, 8)):
        place = chance.choice(places)
        place[chance.choice([*place, "parentId", "alternativeNames"])] = chance.choice(NASTY)
    return "nasty-crag", _dump(data)


def _nasty_gym(chance: random.Random) -> tuple[str, bytes]:
    rows = [gym(f"g-{n}") for n in range(3)]
    for row in rows:
        places = [row, row["openingHours"], row["pricing"], row["location"], row["contact"]]
        place = chance.choice(places)
        place[chance.choice(list(place))] = chance.choice(NASTY)
    return "nasty-gym", _dump(gym_file(*rows))


def _nasty_shape(chance: random.Random) -> tuple[str, bytes]:
    """The parts themselves are of the wrong kind, doubled, circular or deep."""
    deep: Any = "x"
    for _ in range(chance.choice((50, 500, 900))):
        deep = [deep] if chance.random() < 0.5 else {"a": deep}
    circle = [{"id": f"a{n}", "name": f"區{n}", "parentId": f"a{(n + 1) % 5}"} for n in range(5)]
    shapes: tuple[Any, ...] = (
        crag_file(routes=chance.choice(NASTY)),
        crag_file(areas=chance.choice(NASTY)),
        crag_file(areas=circle),
        crag_file(areas=[{"id": "a", "sectors": chance.choice(NASTY)}] * 3),
        crag_file(*[route("same", "同一條")] * 5),
        {"crag": chance.choice(NASTY), "routes": [route()]},
        {"crags": chance.choice(NASTY)},
        {"gyms": chance.choice(NASTY)},
        [chance.choice(NASTY) for _ in range(5)],
        deep,
        crag_file(metadata=chance.choice(NASTY)),
        crag_file(route(description=deep)),
    )
    return "nasty-shape", _dump(chance.choice(shapes))


def _cut_off(chance: random.Random) -> tuple[str, bytes]:
    whole = _dump(chance.choice((crag_file(), gym_file())))
    return "cut-off", whole[: chance.randrange(len(whole))]


def _flipped(chance: random.Random) -> tuple[str, bytes]:
    """A sound file with some bytes changed."""
    content = bytearray(json.dumps(crag_file(), ensure_ascii=False).encode())
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return "flipped", bytes(content)


def _odd_text(chance: random.Random) -> tuple[str, bytes]:
    texts = (
        b"",
        b" \n\t ",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xff\xfea",
        b"PK\x03\x04" + bytes(40),
        b"PAR1" + bytes(40) + b"PAR1",
        b"\x00" * 100,
        b"{" * 5_000,
        b"[" * 100_000,
        b"[1e999, NaN, -Infinity]",
        b'{"gyms": [' + b"9" * 5_000 + b"]}",
        b'{"crag": {"id": "x"}, "routes": [{"id": ' + b"9" * 5_000 + b"}]}",
        "路線".encode("utf-32"),
        "岩場,路線,難度\n鯨背岩,海風,5.9".encode("gb18030"),
        bytes(chance.randrange(256) for _ in range(500)),
        json.dumps(crag_file(), ensure_ascii=False).encode("cp950"),
    )
    return "odd-text", chance.choice(texts)


def _odd_table(chance: random.Random) -> tuple[str, bytes]:
    cells = [str(value)[:2_000] for value in NASTY if not isinstance(value, dict)]
    rows = "".join(
        ",".join(chance.choice(cells).replace(",", "，") for _ in range(chance.randint(0, 9)))
        + "\n"
        for _ in range(12)
    )
    head = chance.choice(
        (_TABLE, "館名,地址,平日票,星期一\n", "岩場,岩場,路線,路線,難度\n", '"', "")
    )
    text = head + rows
    return "odd-table", text.encode("utf-8", "replace")
