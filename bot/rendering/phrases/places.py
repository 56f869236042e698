"""Wording about crags and areas, and about names that the catalogue does not hold."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

PLACE_PHRASES: dict[str, Phrase] = {
    "crag.region": Phrase(
        ("{name}在{value}。", "{name}位在{value}。"),
        ("{name} is in {value}.", "You find {name} in {value}."),
    ),
    "crag.address": fixed("{name}的地址：{value}", "Address of {name}: {value}"),
    "crag.rock": Phrase(
        ("{name}的岩質是{value}。", "{name}是{value}。"),
        ("The rock at {name} is {value}.", "{name}: {value}."),
    ),
    "crag.season": Phrase(
        ("{name}適合的季節：{value}。", "{name}，資料寫適合的季節是{value}。"),
        ("Seasons recorded for {name}: {value}.", "{name}: good seasons on record are {value}."),
    ),
    "crag.season_listed": fixed("{value}有列在裡面。", "That includes {value}."),
    "crag.season_absent": fixed("{value}沒有列在裡面。", "That does not include {value}."),
    "crag.approach": fixed("{name}的步行時間：{value}", "Approach to {name}: {value}"),
    "crag.parking": fixed("{name}的停車：{value}", "Parking for {name}: {value}"),
    "crag.transport": fixed("{name}的交通：{value}", "Getting to {name}: {value}"),
    "crag.amenities": fixed("{name}周邊有：{value}。", "Near {name}: {value}."),
    "crag.routes": Phrase(
        ("{name}在資料裡有 {value} 條路線。", "{name}共 {value} 條路線。"),
        ("{name} has {value} routes on record.", "On record at {name}: {value} routes."),
    ),
    "crag.areas": fixed("{name}的區域：{value}。", "Areas of {name}: {value}."),
    "crag.sectors": fixed("{name}的岩壁：{value}。", "Sectors of {name}: {value}."),
    "crag.areas_total": fixed("總共 {count} 個區域。", "That makes {count} areas."),
    "crag.sectors_total": fixed("總共 {count} 面岩壁。", "That makes {count} sectors."),
    "crag.grades": fixed(
        "{name}的路線從 {easiest} 到 {hardest}。",
        "Grades at {name} go from {easiest} to {hardest}.",
    ),
    "crag.wall": fixed("{name}高 {value} 公尺。", "The walls of {name} are {value} m high."),
    "crag.height": fixed(
        "{name}的路線長度從 {low} 到 {high} 公尺。", "Routes at {name} are {low} to {high} m long."
    ),
    "crag.description": fixed("{name}的介紹：{value}", "About {name}: {value}"),
    "crag.hazards": fixed("{name}的注意事項見下面的 ⚠️。", "See ⚠️ below for {name}."),
    "crag.route_hazards": fixed(
        "{name}有 {count} 條路線的資料寫了要注意的事：{value}。",
        "The records of {count} routes at {name} warn of something: {value}.",
    ),
    "crag.warned": fixed("{count} 條{label}", "{count} {label}"),
    "crag.route_closed": fixed(
        "其中不要爬的有 {count} 條：{names}。", "Not to be climbed ({count}): {names}."
    ),
    "crag.route_closed_some": fixed(
        "其中不要爬的有 {count} 條，例如{names}。",
        "Not to be climbed ({count}), among them {names}.",
    ),
    "crag.hazards_open": fixed(
        "沒寫到的不代表沒有，也不代表有開放，請以管理單位公告為準。",
        "What is not recorded may exist all the same, and nothing here means that a place is open: "
        "the local authority decides.",
    ),
    "crag.no_hazards": fixed(
        "{name}的資料未列封閉或風險，但這不代表有開放，請以管理單位公告為準。",
        "No closure or hazard is recorded for {name}; that does not mean it is open. The local "
        "authority decides.",
    ),
    "crag.coordinates": fixed("{name}的座標：{value}", "Coordinates of {name}: {value}"),
    "crag.types": fixed("{name}的路線型態：{value}。", "Route types at {name}: {value}."),
    "crag.maintainer": fixed(
        "{name}的資料由{value}維護。", "The data of {name} are maintained by {value}."
    ),
    "crag.names": fixed("{name}也叫：{value}。", "{name} is also known as: {value}."),
    "crag.missing": Phrase(
        ("資料沒有記載{name}的{fields}。", "{name}的{fields}，資料沒有記載。"),
        ("The record of {name} does not give its {fields}.", "Not recorded for {name}: {fields}."),
    ),
    "crag.count_areas": fixed("{label}（{count} 條）", "{label} ({count} routes)"),
    "crag.part_of": fixed("{name}屬於{value}。", "{name} belongs to {value}."),
    "crag.discreet": fixed(
        "{name}是敏感岩場，資料要求保持低調，所以我不提供位置、附近有什麼、步行、停車和交通。"
        "想去請直接問當地岩友社群。",
        "{name} is a sensitive crag and asks for a low profile, so I do not give its location, "
        "what is near it, approach, parking or transport. Please ask the local climbing community.",
    ),
    "crag.low_profile": fixed(
        "⚠️ {name}是敏感岩場，請保持低調，不要公開確切位置。",
        "⚠️ {name} is a sensitive crag: keep a low profile and do not publish where it is.",
    ),
    "crag.overview": fixed("⛰️ {title}", "⛰️ {title}"),
    "crag.list_row": fixed("{number}. {title}：{count} 條", "{number}. {title}: {count} routes"),
    "crag.list_head": fixed("資料裡有 {total} 個岩場：", "{total} crags on record:"),
    "unknown.name": Phrase(
        ("我這邊沒有{name}的資料。", "{name}不在我的資料裡。"),
        ("I have no record of {name}.", "{name} is not in my records."),
    ),
    "unknown.suggestions": Phrase(
        ("你是說{names}嗎？", "會不會是{names}？"), ("Did you mean {names}?", "Perhaps {names}?")
    ),
    "unknown.places": fixed("目前資料裡的岩場：{names}。", "Crags on record: {names}."),
    "unknown.where": fixed(
        "剛開的線或別的岩場，可以問問當地岩友，或查最新的岩場圖冊。",
        "For new lines or other crags ask local climbers or check the latest guidebook.",
    ),
    "unknown.gym_where": fixed(
        "可以直接問館方，或查他們的官方頁面。",
        "Please ask the gym itself or see its official page.",
    ),
    "unknown.nothing": fixed("我這邊沒有這筆資料。", "I have no record of that."),
}
