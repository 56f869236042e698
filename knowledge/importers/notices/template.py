"""Files to fill in, in each form that is read."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

_EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        "about": "岩館或岩場的名稱",
        "kind": "hours",
        "title": "元旦營業時間",
        "text": "元旦縮短營業，隔天公休。",
        "valid_from": "2027-01-01",
        "valid_until": "2027-01-02",
        "reported_on": "2026-11-20",
        "hours": {"2027-01-01": "10:00-18:00", "2027-01-02": "closed"},
    },
    {
        "about": "岩館或岩場的名稱",
        "kind": "reset",
        "title": "斜壁換線",
        "text": "換線當天斜壁不開放，隔天起有 20 條新線。",
        "valid_from": "2026-12-28",
        "valid_until": "2026-12-28",
        "reported_on": "2026-11-20",
        "walls": ["斜壁", "屋簷"],
    },
)
_HEADINGS = {
    "about": "對象",
    "kind": "類別",
    "title": "標題",
    "text": "內容",
    "valid_from": "開始日期",
    "valid_until": "結束日期",
    "reported_on": "公告日期",
    "hours": "當日營業時間",
    "walls": "牆面",
    "link": "連結",
}
_KIND_LABELS = {"hours": "營業時間", "reset": "換線"}
_MARKDOWN = """---
about: 岩館或岩場的名稱
kind: reset
reported_on: 2026-11-20
valid_from: 2026-12-28
valid_until: 2026-12-28
walls: 斜壁、屋簷
---

# 斜壁換線

換線當天斜壁不開放，隔天起有 20 條新線。
"""


def template(form: str) -> str:
    """A file to fill in; ``form`` is one of ``TEMPLATES``."""
    return TEMPLATES[form]


def _json() -> str:
    metadata = {"source": "公告的來源", "licence": "授權", "attribution": "要標示的作者"}
    written = {"notices": list(_EXAMPLES), "metadata": metadata}
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _csv() -> str:
    lines = io.StringIO()
    table = csv.writer(lines, lineterminator="\n")
    table.writerow(_HEADINGS.values())
    for example in _EXAMPLES:
        table.writerow([_cell(name, example.get(name, "")) for name in _HEADINGS])
    return lines.getvalue()


def _cell(name: str, value: Any) -> str:
    if name == "kind":
        return _KIND_LABELS[value]
    if name == "hours" and value:
        return "；".join(f"{day} {spans}" for day, spans in value.items())
    return "、".join(value) if isinstance(value, list) else str(value)


def _yaml() -> str:
    lines = ["notices:"]
    for example in _EXAMPLES:
        for number, (name, value) in enumerate(example.items()):
            mark = "  - " if number == 0 else "    "
            lines += [f"{mark}{name}: {_inline(value)}"]
    return "\n".join(lines) + "\n"


def _inline(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


TEMPLATES = {"json": _json(), "csv": _csv(), "yaml": _yaml(), "md": _MARKDOWN}
"""Form → a file to fill in."""
