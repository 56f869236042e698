"""What the members of the tests have in their logs, and bring along."""

from __future__ import annotations

import json
from datetime import date

from bot.ascents import Ascent

FLASH = Ascent(
    mode="lead",
    result="flash",
    day=date(2026, 11, 20),
    route_id="WM-WHALE-BACK-302",
    route_name="灰鯨",
    crag="霧鳴岬",
    crag_id="wuming-cape",
    grade="5.10a",
    notes="只有我知道的備註",
)
OWN_FILE = json.dumps(
    {
        "version": 1,
        "ascents": [
            {
                "route_name": "灰鯨",
                "crag": "霧鳴岬",
                "date": "2026-10-01",
                "mode": "lead",
                "result": "flash",
            },
            {
                "route_name": "右手",
                "crag": "霧鳴岬",
                "date": "2026-10-02",
                "mode": "lead",
                "result": "onsight",
            },
        ],
    }
).encode()
