"""The line that says which wishes no record could be held against."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.rendering.labels import label

if TYPE_CHECKING:
    from bot.rendering.labels import Labels
    from bot.rendering.request import Request
    from bot.schema import Draft

UNHELD: Labels = {
    "route/rain": ("下雨能不能爬", "whether it can be climbed in the rain"),
    "route/shade": ("曬不曬", "sun and shade"),
    "route/crowd": ("人多不多", "how crowded it gets"),
    "route/reach": ("適合的身高", "what height it suits"),
    "route/view": ("風景", "the view"),
    "route/landing": ("落地區", "the landing"),
    "route/time": ("要爬多久", "how long it takes"),
    "route/approach": ("單條路線的步行距離", "the walk to each route"),
    "route/anchor": ("哪些路線一定有固定點", "which routes surely have an anchor"),
    "route/grading": ("難度給得準不準", "whether a grade is soft or stiff"),
    "route/who": ("開線的人是什麼身分", "who a first ascensionist is beyond the name"),
    "route/night": ("晚上能不能爬", "whether it can be climbed at night"),
    "route/company": ("適合帶誰去", "whom it suits to bring"),
    "route/rock": ("岩質好壞", "how good the rock is"),
    "route/fear": ("恐怖程度", "how scary it is"),
    "route/tall": ("適合的身高", "what height it suits"),
    "route/unclimbed": ("有沒有人爬過", "whether anybody has climbed it"),
    "route/ice": ("這種攀登型態", "this kind of climbing"),
    "route/spread": (
        "長度或 bolt 數的統計（下面是難度的）",
        "a breakdown by length or bolts (below it is by grade)",
    ),
    "route/holds": ("岩點的大小", "the size of the holds"),
    "route/warm": ("單條路線的日照", "sun and shade of each route"),
    "gym/size": ("場館大小", "how big a gym is"),
    "gym/crowd": ("人多不多", "how crowded it gets"),
    "gym/station": ("離車站多遠的排名", "which one is nearer to a station"),
    "gym/quality": ("可靠的評價", "reliable reviews of gyms"),
    "gym/setting": ("定線的難易和好壞", "what the setting is like"),
    "gym/children": ("適不適合小孩、幾歲可以爬", "whether it suits children, and from what age"),
    "gym/teaching": ("教練的好壞", "how good the coaches are"),
}


def with_unheld(draft: Draft, request: Request) -> Draft:
    """The answer after the line that names what was wished and is not recorded."""
    wishes = [label(UNHELD, each, request.language) for each in request.query.unheld]
    line = request.say("unheld", wishes=request.join(wishes))
    return replace(draft, text=f"{line}\n{draft.text}")
