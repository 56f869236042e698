"""Wording about gyms: hours, prices, contact."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

GYM_PHRASES: dict[str, Phrase] = {
    "gym.as_of": fixed(
        "截至 {date}，出發前請向館方確認。",
        "As of {date}; please check with the gym before you go.",
    ),
    "gym.as_of_unknown": fixed(
        "資料日期未記載，出發前請向館方確認。",
        "The record is undated; please check with the gym before you go.",
    ),
    "gym.open": Phrase(
        ("{name}{day}的營業時間是 {hours}。", "{name}{day}開 {hours}。"),
        ("{name} on {day}: open {hours}.", "On {day} {name} is open {hours}."),
    ),
    "gym.closed": fixed("{name}{day}公休。", "{name} is closed on {day}."),
    "gym.hours_missing": fixed(
        "資料沒有記載{name}{day}的營業時間。",
        "The record of {name} does not give its hours for {day}.",
    ),
    "gym.no_hours": fixed(
        "資料沒有記載{name}的營業時間。", "The record of {name} does not give its opening hours."
    ),
    "gym.week_head": fixed("{name}的營業時間：", "Opening hours of {name}:"),
    "gym.week_row": fixed("・{days} {hours}", "- {days} {hours}"),
    "gym.week_closed": fixed("公休", "closed"),
    "gym.week_unknown": fixed("未記載", "not recorded"),
    "gym.no_rest_day": fixed(
        "週一到週日每天都有開，沒有公休日。", "Open every day of the week, no closed day."
    ),
    "gym.rest_days": fixed("公休：{days}。", "Closed on: {days}."),
    "gym.open_at": fixed("所以 {time} 有開。", "So it is open at {time}."),
    "gym.shut_at": fixed("所以 {time} 沒開。", "So it is not open at {time}."),
    "gym.rests": fixed("{rest} 休息", "break {rest}"),
    "gym.rests_at": fixed(
        "不過備註寫 {rest} 休息，所以 {time} 沒開。",
        "But its notes give a break {rest}, so it is not open at {time}.",
    ),
    "gym.holiday_note": fixed(
        "{day}是國定假日（{holiday}），上面是假日時間。",
        "{day} is a public holiday ({holiday}), so these are holiday hours.",
    ),
    "gym.holiday_unknown": fixed(
        "{day}是國定假日（{holiday}），資料沒有記載{name}的假日時間。",
        "{day} is a public holiday ({holiday}) and the record of {name} gives no holiday hours.",
    ),
    "gym.usual": fixed(
        "參考：{name}平常{day}是 {hours}。",
        "For orientation: on an ordinary {day} {name} has {hours}.",
    ),
    "gym.price": Phrase(
        ("{name}：{prices}。", "{name}的價格：{prices}。"),
        ("{name}: {prices}.", "Prices at {name}: {prices}."),
    ),
    "gym.price_item": fixed("{label} {value} 元", "{label} {value} TWD"),
    "gym.sum": fixed("{items}，合計 {total} 元。", "{items}: {total} TWD in total."),
    "gym.sum_of_people": fixed(
        "{items}，{people} 個人合計 {total} 元。", "{items}: {total} TWD for {people} people."
    ),
    "gym.price_day": fixed("{day}算{kind}", "{day} counts as {kind}"),
    "gym.kind_weekday": fixed("平日", "a weekday"),
    "gym.kind_weekend": fixed("假日", "a weekend or holiday"),
    "gym.price_notes": fixed("{name}的票價備註：{value}", "Price notes of {name}: {value}"),
    "gym.notes": fixed("{name}的備註：{value}", "Notes of {name}: {value}"),
    "gym.missing": Phrase(
        ("資料沒有記載{name}的{fields}。", "{name}的{fields}，資料沒有記載。"),
        ("The record of {name} does not give its {fields}.", "Not recorded for {name}: {fields}."),
    ),
    "gym.address": fixed("{name}的地址：{value}", "Address of {name}: {value}"),
    "gym.phone": fixed("{name}的電話：{value}", "Phone of {name}: {value}"),
    "gym.facilities": fixed("{name}的設施：{value}。", "Facilities at {name}: {value}."),
    "gym.has": fixed(
        "{name}有{wanted}，資料列的設施：{value}。",
        "{name} has {wanted}; facilities on record: {value}.",
    ),
    "gym.has_in_notes": fixed("{name}有提到{wanted}：{value}", "{name} mentions {wanted}: {value}"),
    "gym.has_not": fixed(
        "{name}的資料沒有列{wanted}，列出的設施：{value}。",
        "{name} does not list {wanted}; facilities on record: {value}.",
    ),
    "gym.has_unknown": fixed("{name}的資料沒有列{wanted}。", "{name} does not list {wanted}."),
    "gym.type": Phrase(
        ("{name}是{value}館。", "{name}的類型：{value}。"),
        ("{name} offers {value}.", "Type of {name}: {value}."),
    ),
    "gym.transport": fixed("{name}的交通：{value}", "Getting to {name}: {value}"),
    "gym.parking": fixed("{name}的停車：{value}", "Parking at {name}: {value}"),
    "gym.website": fixed("{name}的網站：{value}", "Website of {name}: {value}"),
    "gym.facebook": fixed("{name}的 Facebook：{value}", "Facebook of {name}: {value}"),
    "gym.instagram": fixed("{name}的 Instagram：{value}", "Instagram of {name}: {value}"),
    "gym.line": fixed("{name}的 LINE：{value}", "LINE of {name}: {value}"),
    "gym.region": Phrase(
        ("{name}在{value}。", "{name}位在{value}。"),
        ("{name} is in {value}.", "You find {name} in {value}."),
    ),
    "gym.description": fixed("{name}的介紹：{value}", "About {name}: {value}"),
    "gym.coordinates": fixed("{name}的座標：{value}", "Coordinates of {name}: {value}"),
    "gym.names": fixed("{name}也叫：{value}。", "{name} is also known as: {value}."),
    "gym.overview": fixed("🏢 {title}｜{type}｜{place}", "🏢 {title} | {type} | {place}"),
    "gym.list_head": Phrase(
        ("{conditions}：共 {total} 間岩館。", "找到了！{conditions}，共 {total} 間岩館。"),
        ("{conditions}: {total} gyms in total.",),
    ),
    "gym.no_more": fixed(
        "沒有下一頁了，{conditions}全部就是剛剛列的 {total} 間岩館。",
        "There is no further page: those {total} gyms were all ({conditions}).",
    ),
    "gym.count": fixed("{conditions}：共 {total} 間岩館。", "{conditions}: {total} gyms."),
    "gym.row": fixed("{number}. {title}｜{type}｜{place}", "{number}. {title} | {type} | {place}"),
    "gym.crags_there": fixed(
        "{conditions}的岩場，資料裡有 {total} 個：", "{conditions}: crags on record: {total}"
    ),
    "gym.crag_row": fixed("・{title}：{count} 條路線", "- {title}: {count} routes"),
    "gym.gyms_there": fixed("岩館共 {total} 間：", "Gyms on record: {total}"),
    "gym.no_gym_there": fixed("岩館：資料裡一間都沒有。", "No gym there is on record."),
    "gym.none": fixed("{conditions}：資料裡一間都沒有。", "{conditions}: no gym on record."),
    "gym.by_monday": fixed("以週一來看，", "by Monday hours, "),
    "gym.superlative_one": fixed(
        "{conditions}{most}的是{name}，{value}。", "{conditions}{most}: {name}, {value}."
    ),
    "gym.superlative_many": fixed(
        "{conditions}{most}的有 {count} 間並列：", "{conditions}{most}, a tie of {count} gyms:"
    ),
    "gym.superlative_top": fixed(
        "{conditions}{most}的排前面，列 {count} 間：", "{conditions}{most} first, {count} gyms:"
    ),
    "gym.superlative_row": fixed("{number}. {name}｜{value}", "{number}. {name} | {value}"),
    "gym.superlative_missing": fixed(
        "{conditions}的資料沒有記載{what}，排不出來。",
        "{conditions}: the records do not give {what}, so nothing can be ranked.",
    ),
    "gym.most_cheap": fixed("{what}最便宜", "cheapest {what}"),
    "gym.most_expensive": fixed("{what}最貴", "most expensive {what}"),
    "gym.most_closes_desc": fixed("最晚打烊", "closing latest"),
    "gym.most_closes_asc": fixed("最早打烊", "closing earliest"),
    "gym.most_opens_asc": fixed("最早開門", "opening earliest"),
    "gym.most_opens_desc": fixed("最晚開門", "opening latest"),
    "gym.most_name_asc": fixed("名稱排最前", "first by name"),
    "gym.most_name_desc": fixed("名稱排最後", "last by name"),
}
