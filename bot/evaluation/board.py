"""Invented notices over whatever gyms and crags are loaded, for the dated questions.

Every gym, crag, area and route gets its notices by its place in the files, so the same files give
the same board: what holds, what is over, what was retired, what another server posted, what
contradicts itself. All days lie around ``TODAY``.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from bot.evaluation.expectation import TODAY
from knowledge.schema import Notice, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.schema import Crag, Gym, Hours, NoticeKind, Records, Route

SOURCE: Final = Source(
    id="eval-board",
    title="評測公告板",
    licence="CC0-1.0",
    attribution="虛構公告",
    updated_on=TODAY,
    invented=True,
)
OWN_SERVER: Final = "900000000000000001"
"""The server that scoped questions come from."""
OTHER_SERVER: Final = "900000000000000002"
HIDDEN: Final = ("社團包場", "別的社團", "已經取消")
"""Words of notices that nobody outside of their server, or nobody at all, may be told."""
NEW_YEAR: Final = date(2027, 1, 1)
NEW_YEARS_EVE: Final = date(2026, 12, 31)
DISPUTED: Final = date(2026, 12, 19)
RENEWED: Final = date(2026, 12, 20)
_EVENTS: Final = ("抱石友誼賽", "定線體驗工作坊", "新手同樂夜", "指力講座", "二手裝備市集")
_WALLS: Final = ("A 牆", "B 牆", "斜板區", "屋簷區", "競賽牆", "暖身區")
_LONG: Final = (("12:00", "23:30"), ("14:00", "23:00"), ("12:00", "01:00"), ("10:00", "22:45"))
_SHORT: Final = (("12:00", "18:00"), ("10:00", "17:30"), ("13:00", "19:00"))


def make_board(records: Records) -> tuple[Notice, ...]:
    """The notices of all gyms and crags of some records."""
    made: list[Notice] = []
    for index, gym in enumerate(records.gyms):
        made += _of_gym(index, gym)
    for index, crag in enumerate(records.crags):
        made += _of_crag(index, crag, records)
    return tuple(made)


def _of_gym(index: int, gym: Gym) -> Iterator[Notice]:
    yield from _hours_of_gym(index, gym)
    yield from _resets_of_gym(index, gym)
    shut = date(2026, 12, 7) + timedelta(days=index % 9)
    yield _notice(
        gym.id, "closure", "館內整修", f"地墊與岩點整理，{index + 1} 號整修工程期間全館休息。",
        valid_from=shut, valid_until=shut + timedelta(days=2), reported_on=_ago(4),
    )  # fmt: skip
    yield _notice(
        gym.id, "closure", "颱風休館", "颱風來襲，全館休息，這則早就過期。",
        valid_from=date(2026, 9, 1), valid_until=date(2026, 9, 2), reported_on=date(2026, 8, 31),
    )  # fmt: skip
    if index % 3 == 0:
        price = gym.prices.get("weekday", 400) + 20
        yield _notice(
            gym.id, "price", "票價調整", f"十二月起平日單次調整為 {price} 元，感謝支持。",
            valid_from=date(2026, 12, 1), reported_on=_ago(10),
        )  # fmt: skip
    if index % 2 == 0:
        day = date(2026, 11, 23) + timedelta(days=index * 3 % 25)
        name = _EVENTS[index // 2 % len(_EVENTS)]
        yield _notice(
            gym.id, "event", f"{name}第 {index + 1} 場", f"{name}第 {index + 1} 場，現場報名即可。",
            valid_from=day, valid_until=day, reported_on=_ago(8),
        )  # fmt: skip


def _hours_of_gym(index: int, gym: Gym) -> Iterator[Notice]:
    new_year: Hours = () if index % 3 == 0 else (_SHORT[index % len(_SHORT)],)
    yield _hours(gym, "元旦營業公告", NEW_YEAR, new_year, reported_on=_ago(9))
    eve = (_LONG[index % len(_LONG)],)
    yield _hours(gym, "跨年延長營業", NEW_YEARS_EVE, eve, reported_on=_ago(7))
    if index % 2:
        day = date(2026, 12, 24)
        yield _hours(gym, "平安夜提早打烊", day, (_SHORT[-1],), reported_on=_ago(6))
    retired = date(2026, 11, 25)
    yield _hours(gym, "已經取消的公告", retired, (), reported_on=_ago(2), status="retired")
    yield _hours(gym, "社團包場", date(2026, 11, 28), (), reported_on=_ago(2), scope=OWN_SERVER)
    yield _hours(gym, "別的社團", date(2026, 11, 29), (), reported_on=_ago(2), scope=OTHER_SERVER)
    if index % 3 == 1:
        yield _hours(gym, "臨時公休", DISPUTED, (), reported_on=_ago(3))
        yield _hours(gym, "照常開館", DISPUTED, (("10:00", "17:15"),), reported_on=_ago(3))
    if index % 3 == 2:
        yield _hours(gym, "館慶公休", RENEWED, (), reported_on=_ago(19))
        yield _hours(gym, "館慶改為開放", RENEWED, (("13:00", "19:15"),), reported_on=_ago(2))


def _resets_of_gym(index: int, gym: Gym) -> Iterator[Notice]:
    past = date(2026, 10, 5) + timedelta(days=index % 24)
    walls = (_WALLS[index % len(_WALLS)],)
    yield _reset(gym, past, walls, reported_on=past)
    if index % 3 == 0:
        this_week = date(2026, 11, 16) + timedelta(days=index % 5)
        both = (_WALLS[(index + 1) % 6], _WALLS[(index + 2) % 6])
        yield _reset(gym, this_week, both, reported_on=min(this_week, _ago(1)))
    if index % 3 == 1:
        coming = date(2026, 11, 23) + timedelta(days=index % 7)
        yield _reset(gym, coming, (_WALLS[(index + 3) % 6],), reported_on=_ago(1))


def _of_crag(index: int, crag: Crag, records: Records) -> Iterator[Notice]:
    areas = [area for area in records.areas if area.crag_id == crag.id]
    if areas:
        yield _notice(
            areas[0].id, "closure", "育雛封閉", f"遊隼育雛，{index + 1} 號保護區請勿攀登。",
            valid_from=date(2026, 11, 10), valid_until=date(2027, 2, 28), reported_on=_ago(10),
        )  # fmt: skip
    if len(areas) > 1:
        yield _notice(
            areas[1].id, "closure", "步道封閉", "秋季步道維修，這則早就過期。",
            valid_from=date(2026, 9, 1), valid_until=date(2026, 10, 15),
            reported_on=date(2026, 8, 25),
        )  # fmt: skip
    yield _notice(
        crag.id, "access", "停車提醒", f"假日請把車停在 {index + 3} 號停車場，走路進場。",
        valid_from=date(2026, 11, 1), reported_on=_ago(18),
    )  # fmt: skip
    yield from _of_routes(index, crag, records, areas[2:])


def _of_routes(index: int, crag: Crag, records: Records, areas: Sequence[Any]) -> Iterator[Notice]:
    """A loose bolt on a few routes, and one route that is closed by itself."""
    ids = {area.id for area in areas}
    routes = [
        route for route in records.routes if route.crag_id == crag.id and route.area_id in ids
    ]
    bolted = [route for route in routes if route.bolts and not route.pitch and route.name]
    for number, route in enumerate(bolted[:4]):
        yield _notice(
            route.id, "hardware", "固定點回報",
            f"第 {number + 2} 支掛片鬆動，{index + 1} 號回報單，請目視檢查。",
            reported_on=_ago(5 + number),
        )  # fmt: skip
    closed: list[Route] = bolted[4:5]
    for route in closed:
        yield _notice(
            route.id, "closure", "單線封閉", "頂端有大落石，這條先封閉。",
            valid_from=_ago(12), reported_on=_ago(12),
        )  # fmt: skip


def _hours(gym: Gym, title: str, day: date, ranges: Hours, **fields: Any) -> Notice:
    told = "、".join(f"{start}-{end}" for start, end in ranges) or "公休一天"
    text = f"{title}：{day.month}/{day.day} {told}。"
    return _notice(gym.id, "hours", title, text, hours=((day, ranges),), **fields)


def _reset(gym: Gym, day: date, walls: tuple[str, ...], *, reported_on: date) -> Notice:
    text = f"{'、'.join(walls)}換上新線，歡迎來試。"
    return _notice(
        gym.id, "reset", "換線", text, valid_from=day, walls=walls, reported_on=reported_on
    )


def _notice(about_id: str, kind: NoticeKind, title: str, text: str, **fields: Any) -> Notice:
    given = {"source_id": SOURCE.id, "author": "評測小編", **fields}
    key = f"{about_id}:{kind}:{title}:{given.get('valid_from', '')}"
    return Notice(id=key, about_id=about_id, kind=kind, title=title, text=text, **given)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)
