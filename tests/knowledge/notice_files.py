"""Notice files for the tests, about the places of ``invented_files``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def row(**fields: Any) -> dict[str, Any]:
    """A closure of 霧角 unless the fields say otherwise; a field that is ``None`` is left out."""
    given = {
        "about": "霧角",
        "kind": "closure",
        "title": "落石封閉",
        "text": "北側落石，暫停攀登。",
        "reported_on": "2026-11-10",
        **fields,
    }
    return {name: value for name, value in given.items() if value is not None}


def notice_file(folder: Path, *rows: Any, name: str = "notices.json", **more: Any) -> Path:
    """A JSON file of these rows."""
    path = folder / name
    path.write_text(json.dumps({"notices": list(rows), **more}, ensure_ascii=False), "utf-8")
    return path
