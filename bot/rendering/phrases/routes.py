"""Wording of facts about routes, of checked claims and of comparisons."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

ROUTE_PHRASES: dict[str, Phrase] = {
    # One field of one route: {name} is quoted, {value} comes from the record.
    "fact.grade": Phrase(
        ("{name}的難度是 {value}。", "{name}資料上的難度是 {value}。", "{name}是 {value} 喔。"),
        ("{name} is graded {value}.", "The grade of {name} is {value}."),
    ),
    "fact.grade_unsure": fixed("{name}的難度是 {value}。", "{name} is graded {value}."),
    "fact.grade_open": fixed("{name}的難度{value}。", "The grade of {name} is {value}."),
    "fact.type": Phrase(
        ("{name}是{value}路線。", "{name}的型態是{value}。"),
        ("{name} is a {value} route.", "{name}: the type is {value}."),
    ),
    "fact.length": Phrase(
        ("{name}長 {value}。", "{name}的長度是 {value}。"),
        ("{name} is {value} long.", "The length of {name} is {value}."),
    ),
    "fact.bolts": Phrase(
        ("{name}有 {value}。", "{name}記載的是 {value}。"),
        ("{name} has {value}.", "{name} is recorded with {value}."),
    ),
    "fact.bolts_doubted": fixed(
        "{name}的資料記 0 個 bolt，但也寫到有 bolt，實際數量不明。",
        "The record of {name} says 0 bolts but mentions bolts: how many is unclear.",
    ),
    "fact.no_bolts": fixed(
        "{name}沒有 bolt，資料記的是 0 個 bolt。", "{name} has no bolts: the record says 0 bolts."
    ),
    "fact.location": Phrase(
        ("{name}在{value}。", "{name}位在{value}。"),
        ("{name} is at {value}.", "You find {name} at {value}."),
    ),
    "fact.first_ascent": Phrase(
        ("{name}的首攀者是{value}。", "{name}由{value}首攀。"),
        ("The first ascent of {name} is credited to {value}.", "{name}: first ascent by {value}."),
    ),
    "fact.first_ascent_on": Phrase(
        ("{name}的首攀時間是 {value}。", "{name}首攀於 {value}。"),
        ("{name} was first climbed: {value}.", "First ascent date of {name}: {value}."),
    ),
    "fact.description": fixed("{name}的描述：{value}", "Description of {name}: {value}"),
    "fact.anchor": fixed("{name}的固定點：{value}", "Anchor of {name}: {value}"),
    "fact.protection": fixed("{name}的保護裝備：{value}", "Protection of {name}: {value}"),
    "fact.names": Phrase(
        ("{name}還有這些名字：{value}。", "{name}也叫：{value}。"),
        ("{name} is also known as: {value}.", "Other names of {name}: {value}."),
    ),
    "fact.old_names": fixed("{name}以前叫{value}。", "{name} used to be called {value}."),
    "fact.video": fixed("{name}的影片：{value}", "Videos of {name}: {value}"),
    "fact.popularity": Phrase(
        ("{name}的熱門度記的是 {value}。", "{name}資料上的熱門度是 {value}。"),
        (
            "The recorded popularity of {name} is {value}.",
            "{name} has a recorded popularity of {value}.",
        ),
    ),
    "fact.hazards": fixed("{name}的注意事項見下面的 ⚠️。", "See ⚠️ below for the hazards of {name}."),
    "fact.pitches": Phrase(
        ("{name}的繩距：{value}。", "{name}在資料上的繩距：{value}。"),
        ("Pitches of {name}: {value}.", "{name} has these pitches: {value}."),
    ),
    "fact.safety_rating": fixed(
        "{name}的保護評等：{value}。", "Protection rating of {name}: {value}."
    ),
    "fact.gear": fixed("{name}的資料：{value}。", "Recorded for {name}: {value}."),
    "fact.season": fixed(
        "{name}所在的岩場，資料寫適合的季節是{value}。",
        "{name}: seasons recorded for its crag: {value}.",
    ),
    # The same, inside a line with several fields.
    "clause.grade": fixed("難度 {value}", "grade {value}"),
    "clause.type": fixed("{value}", "{value}"),
    "clause.length": fixed("長 {value}", "length {value}"),
    "clause.bolts": fixed("{value}", "{value}"),
    "clause.location": fixed("在{value}", "at {value}"),
    "clause.first_ascent": fixed("首攀者：{value}", "first ascent by {value}"),
    "clause.first_ascent_on": fixed("首攀時間 {value}", "first climbed {value}"),
    "clause.popularity": fixed("熱門度 {value}", "popularity {value}"),
    "clause.old_names": fixed("舊名：{value}", "former name: {value}"),
    "clause.names": fixed("其他名稱：{value}", "other names: {value}"),
    "clause.pitches": fixed("繩距：{value}", "pitches: {value}"),
    "clause.safety_rating": fixed("保護評等：{value}", "protection rating: {value}"),
    "clause.season": fixed("岩場季節：{value}", "crag season: {value}"),
    "clause.anchor": fixed("固定點：{value}", "anchor: {value}"),
    "clause.protection": fixed("保護裝備：{value}", "protection: {value}"),
    "clause.description": fixed("描述：{value}", "description: {value}"),
    "clause.video": fixed("影片：{value}", "videos: {value}"),
    "clause.gear": fixed("{value}", "{value}"),
    "clause.hazards": fixed("注意事項見 ⚠️", "hazards: see ⚠️"),
    "names.english": fixed("英文名 {value}", "English name {value}"),
    "names.chinese": fixed("中文名 {value}", "Chinese name {value}"),
    "names.old": fixed("舊名 {value}", "old name {value}"),
    "names.alias": fixed("別名 {value}", "alias {value}"),
    "value.metres": fixed("{value} 公尺", "{value} m"),
    "value.bolts_doubted": fixed(
        "資料記 0 個 bolt，但也寫到有 bolt", "0 bolts recorded, though bolts are mentioned"
    ),
    "value.no_bolts": fixed("沒有 bolt（資料記 0）", "no bolts (recorded as 0)"),
    "value.bolts": fixed("{value} 個 bolt", "{value} bolts"),
    "value.bolt": fixed("{value} 個 bolt", "{value} bolt"),
    "value.grade_unknown": fixed(
        "還沒定級（資料寫{value}）", "not settled yet (recorded as {value})"
    ),
    "value.grade_uncertain": fixed(
        "{value}（「?」表示資料上還不確定）", "{value} (the “?” means that it is unconfirmed)"
    ),
    "value.protection_PG": fixed("PG（保護大致還好）", "PG (protection is mostly fair)"),
    "value.protection_PG13": fixed("PG13（有些地方墜落會比較長）", "PG13 (some longer falls)"),
    "value.protection_R": fixed("R（保護點間距大，墜落可能受傷）", "R (runout: a fall may injure)"),
    "value.protection_X": fixed("X（墜落可能致命）", "X (a fall may be fatal)"),
    "fact.safety": fixed(
        "{name}的保護評等是 {value}。", "The protection rating of {name} is {value}."
    ),
    "fact.missing": Phrase(
        ("資料沒有記載{name}的{fields}。", "{name}的{fields}，資料沒有記載。"),
        ("The record of {name} does not give its {fields}.", "Not recorded for {name}: {fields}."),
    ),
    "fact.no_hazards": fixed(
        "{name}的資料未列風險，但這不代表安全，請現場判斷。",
        "No hazard is recorded for {name}; that does not mean that there is none. Judge on site.",
    ),
    "fact.gear_note": fixed(
        "繩長和快扣數請依現場狀況抓餘裕，這些數字不能代替判斷；記得繩尾打結。",
        "Plan rope and quickdraws with a margin: these figures do not replace judgement. Knot the "
        "end of your rope.",
    ),
    "fact.single_pitch": fixed(
        "{name}在資料裡是單獨一筆，沒有分繩距。", "{name} is one record without separate pitches."
    ),
    "fact.pitches_line": fixed(
        "{name}分成 {count} 筆繩距：{pitches}。", "{name} has {count} pitch records: {pitches}."
    ),
    "fact.several": Phrase(
        ("叫{name}的有 {count} 條，都給你：", "有 {count} 條都叫{name}，分開看："),
        ("There are {count} routes called {name}:", "{count} routes share the name {name}:"),
    ),
    "overview.line": fixed(
        "🧗 {title}｜{grade}｜{type}｜{length}", "🧗 {title} | {grade} | {type} | {length}"
    ),
    "overview.where": fixed("📍 {value}", "📍 {value}"),
    "overview.detail": fixed("🔩 {value}", "🔩 {value}"),
    "overview.text": fixed("📝 {value}", "📝 {value}"),
    "overview.video": fixed("🎬 有影片", "🎬 video available"),
    # ⚠️ lines
    "fact.not_recommended": fixed(
        "{name}的資料寫著不要爬（見 ⚠️），我不推薦。",
        "The record of {name} says not to climb it (see ⚠️): I do not recommend it.",
    ),
    "flag.line": fixed(
        "⚠️ {name}｜{kind}：資料寫「{evidence}」（{when}）",
        "⚠️ {name} | {kind}: the record says “{evidence}” ({when})",
    ),
    "flag.field": fixed(
        "⚠️ {name}｜{kind}：資料這樣標記（{when}）",
        "⚠️ {name} | {kind}: marked so on record ({when})",
    ),
    "flag.reported": fixed("回報日期 {date}", "reported {date}"),
    "flag.undated": fixed("未註明日期", "undated"),
    # Claims
    "claim.grade": fixed(
        "{name}不是 {claim}，資料上是 {value}。", "{name} is not {claim}: the record says {value}."
    ),
    "claim.type": fixed(
        "{name}不是{claim}，資料上是{value}。", "{name} is not {claim}: the record says {value}."
    ),
    "claim.place": fixed(
        "{name}不在{claim}，資料上在{value}。",
        "{name} is not at {claim}: the record places it at {value}.",
    ),
    "claim.length": fixed(
        "{name}不是 {claim}，資料上長 {value}。", "{name} is not {claim}: the record says {value}."
    ),
    "claim.bolts": fixed(
        "{name}不是 {claim}，資料上是 {value}。",
        "{name} does not have {claim}: the record says {value}.",
    ),
    "claim.first_ascent": fixed(
        "{name}不是{claim}首攀的，資料上的首攀者是{value}。",
        "{name} was not first climbed by {claim}: the record says {value}.",
    ),
    "claim.right_first_ascent": fixed(
        "對，{name}的首攀者是{value}。", "Yes, {name}: first ascent by {value}."
    ),
    "claim.unknown": fixed(
        "資料沒有記載{name}的{field}，沒辦法確認是不是「{claim}」。",
        "The record of {name} does not give its {field}, so I cannot confirm “{claim}”.",
    ),
    "claim.right_grade": Phrase(
        ("對，{name}是 {value}。", "沒錯，{name}資料上是 {value}。"),
        ("Yes, {name} is {value}.", "That is right: {name} is {value}."),
    ),
    "claim.right_type": Phrase(
        ("對，{name}是{value}。", "沒錯，{name}資料上是{value}。"),
        ("Yes, {name} is {value}.", "That is right: {name} is {value}."),
    ),
    "claim.right_place": Phrase(
        ("對，{name}在{value}。", "沒錯，{name}就在{value}。"),
        ("Yes, {name} is at {value}.", "That is right: {name} is at {value}."),
    ),
    "claim.right_length": Phrase(
        ("對，{name}長 {value}。", "沒錯，{name}資料上長 {value}。"),
        ("Yes, {name} is {value} long.", "That is right: {name} is {value} long."),
    ),
    "claim.right_bolts": Phrase(
        ("對，{name}有 {value}。", "沒錯，{name}資料上是 {value}。"),
        ("Yes, {name} has {value}.", "That is right: {name} has {value}."),
    ),
    # Comparison
    "compare.head": Phrase(
        ("{names}比一比：", "{names}放在一起看："), ("Comparing {names}:", "{names}, side by side:")
    ),
    "compare.row": fixed("{name}：{facts}", "{name}: {facts}"),
    "compare.harder": fixed("{name}比較難。", "{name} is harder."),
    "compare.harder_step": fixed(
        "{name}比較難，大約差 {steps} 級。", "{name} is harder, by about {steps} step."
    ),
    "compare.harder_steps": fixed(
        "{name}比較難，大約差 {steps} 級。", "{name} is harder, by about {steps} steps."
    ),
    "compare.places_harder": fixed("最難的路線在{name}。", "The hardest route is at {name}."),
    "compare.places_level": fixed(
        "最難的路線差不多難。", "The hardest routes are about as hard as each other."
    ),
    "compare.bit_harder": fixed(
        "同一級，{name}標得略偏難。", "The same grade; {name} is marked a touch harder."
    ),
    "compare.overlap": fixed(
        "兩條的難度區間有重疊，分不出高下。",
        "Their grade intervals overlap, so neither is clearly harder.",
    ),
    "compare.equal_grade": fixed("難度一樣。", "The grade is the same."),
    "compare.cross_group": fixed(
        "繩攀和抱石的難度系統不能直接比，我就不硬排了。",
        "Roped and boulder grades measure different things, so I do not rank them.",
    ),
    "compare.no_grade": fixed(
        "有一邊還沒定級，難度沒辦法比。",
        "One of them has no settled grade, so difficulty cannot be compared.",
    ),
    "compare.longer": fixed(
        "{name}比較長，差 {difference} 公尺。", "{name} is longer, by {difference} m."
    ),
    "compare.equal_length": fixed("長度一樣。", "The length is the same."),
    "compare.more_bolts": fixed(
        "{name}的 bolt 比較多，多 {difference} 個。", "{name} has more bolts, by {difference}."
    ),
    "compare.equal_bolts": fixed("bolt 數一樣。", "The bolt count is the same."),
    "compare.more_popular": fixed(
        "{name}的熱門度比較高。", "{name} has the higher recorded popularity."
    ),
    "compare.more_routes": fixed(
        "{name}的路線比較多，多 {difference} 條。", "{name} has more routes, by {difference}."
    ),
    "compare.equal_routes": fixed("路線數一樣多。", "They have the same number of routes."),
    "compare.cheaper": fixed(
        "{field}：{name}比較便宜，差 {difference} 元。",
        "{field}: {name} is cheaper, by {difference} TWD.",
    ),
    "compare.equal_price": fixed("{field}一樣。", "{field}: the same price."),
    "compare.need_two": fixed(
        "要比較至少要兩個，另一個是哪一個呢？", "A comparison needs two. Which is the other one?"
    ),
}
