"""Wording of lists, counts, superlatives, distributions, recommendations and empty results."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

LIST_PHRASES: dict[str, Phrase] = {
    "list.head": Phrase(
        ("{conditions}：共 {total} 條。", "找到了！{conditions}，共 {total} 條。"),
        ("{conditions}: {total} routes in total.",),
    ),
    "list.head_limited": fixed(
        "{conditions}：共 {total} 條，先列 {shown} 條。",
        "{conditions}: {total} in total, showing {shown}.",
    ),
    "list.page": Phrase(
        (
            "第 {page}/{pages} 頁，說「下一頁」看更多。",
            "這是第 {page}/{pages} 頁，要看更多就說「下一頁」。",
        ),
        (
            "Page {page}/{pages}. Say “next page” for more.",
            "This is page {page}/{pages}; say “next page” to see more.",
        ),
    ),
    "list.last_page": fixed("第 {page}/{pages} 頁，到底了。", "Page {page}/{pages}, the last one."),
    "list.no_more": fixed(
        "沒有下一頁了，{conditions}全部就是剛剛列的 {total} 條。",
        "There is no further page: those {total} routes were all ({conditions}).",
    ),
    "list.inexact": fixed(
        "標「標示較寬」的 {count} 條，資料上的難度範圍比你問的寬，不一定剛好落在裡面。",
        "Routes marked “wide grade” ({count}) have a recorded range wider than what you asked.",
    ),
    "list.inexact_mark": fixed("（標示較寬）", " (wide grade)"),
    "list.no_length": fixed("長度未記載", "length not recorded"),
    "list.no_grade": fixed("難度未記載", "grade not recorded"),
    "list.no_type": fixed("型態未記載", "type not recorded"),
    "list.flagged_note": fixed(
        "有 ⚠️ 標記的路線，出發前請先確認最新公告。",
        "Check the latest notices before you touch a route marked ⚠️.",
    ),
    "count.head": Phrase(
        ("{conditions}：共 {total} 條。", "{conditions}，總共有 {total} 條。"),
        ("{conditions}: {total} routes.", "There are {total} routes for {conditions}."),
    ),
    "count.share": fixed(
        "資料裡那邊是 {whole} 條，這些約佔 {percent}%。",
        "Of {whole} routes on record there, that is about {percent}%.",
    ),
    "count.one": fixed("{conditions}：共 1 條。", "{conditions}: 1 route."),
    "count.inexact": fixed(
        "其中 {wide} 條難度標示較寬（例如 {example}），確定在範圍內的是 {exact} 條。",
        "{wide} of them have a wide grade (such as {example}); {exact} lie surely within the "
        "range.",
    ),
    "count.zero": fixed("{conditions}：沒有，0 條。", "{conditions}: none, 0 routes."),
    "count.types": fixed("型態：{types}。", "By type: {types}."),
    "count.bucket": fixed("{label} {count} 條", "{label} {count}"),
    "count.crags": fixed(
        "資料裡有 {total} 個岩場：{names}。", "{total} crags are on record: {names}."
    ),
    "none.list": Phrase(
        ("{conditions}：資料裡一條都沒有。", "找不到{conditions}，資料裡沒有這樣的路線。"),
        ("{conditions}: nothing on record.", "No route on record matches {conditions}."),
    ),
    "none.closed": fixed(
        "沒有記載不代表有開放，請以管理單位的最新公告為準。",
        "Nothing on record does not mean open; go by the latest notice of whoever manages it.",
    ),
    "none.available": fixed("有的是：{available}。", "What there is: {available}."),
    "none.unrecorded": fixed(
        "這裡的路線都沒有記{fields}，所以我沒辦法照這個挑。",
        "No route there has its {fields} recorded, so I cannot choose by it.",
    ),
    "none.near": fixed("放寬一個條件的話，最接近的是：", "The nearest, if you drop one condition:"),
    "conditions.all": fixed("全部路線", "all routes"),
    "conditions.all_gyms": fixed("全部岩館", "all gyms"),
    "conditions.all_crags": fixed("全部岩場", "all crags"),
    "conditions.no_grade": fixed("還沒定級", "without a settled grade"),
    "conditions.known_grade": fixed("已定級", "with a settled grade"),
    "conditions.at_least": fixed("{what} {value} 以上", "{what} {value} or more"),
    "conditions.more": fixed("{what}超過 {value}", "{what} over {value}"),
    "conditions.less": fixed("{what}不到 {value}", "{what} under {value}"),
    "conditions.both": fixed("{low}、{high}", "{low}, {high}"),
    "conditions.at_most": fixed("{what} {value} 以下", "{what} {value} or less"),
    "conditions.between": fixed("{what} {low} 到 {high}", "{what} {low} to {high}"),
    "conditions.exactly": fixed("{what} {low}", "{what} {low}"),
    "conditions.season": fixed("適合{value}季", "season {value}"),
    "conditions.first_ascent": fixed("{value}首攀", "first ascent by {value}"),
    "conditions.year": fixed("{low} 年首攀", "first climbed in {low}"),
    "conditions.month": fixed("{low} 年 {month} 月首攀", "first climbed in {low}, month {month}"),
    "conditions.no_bolts": fixed("沒有 bolt（資料記 0）", "no bolts (0 on record)"),
    "conditions.lacking_length": fixed("沒有記載長度", "length not recorded"),
    "conditions.lacking_bolts": fixed("沒有記載 bolt 數", "bolt count not recorded"),
    "conditions.lacking_first_ascent": fixed("沒有記載首攀者", "first ascensionist not recorded"),
    "conditions.lacking_first_ascent_on": fixed(
        "沒有記載首攀日期", "date of the first ascent not recorded"
    ),
    "conditions.lacking_description": fixed("沒有描述", "without a description"),
    "conditions.lacking_name_zh": fixed("沒有中文名", "without a Chinese name"),
    "conditions.years": fixed("{low} 到 {high} 年首攀", "first climbed {low} to {high}"),
    "conditions.year_min": fixed("{low} 年以後首攀", "first climbed since {low}"),
    "conditions.year_max": fixed("{high} 年以前首攀", "first climbed until {high}"),
    "conditions.video": fixed("有影片", "with video"),
    "conditions.no_video": fixed("沒有影片", "without video"),
    "conditions.multi": fixed("多繩距", "multi-pitch"),
    "conditions.single": fixed("單繩距", "single pitch"),
    "conditions.flag": fixed("標記「{value}」", "marked “{value}”"),
    "conditions.text": fixed("寫到「{value}」", "mentioning “{value}”"),
    "conditions.recommendable": fixed("沒有封閉或勸退標記", "without closure or warning"),
    "conditions.blocked": fixed("有封閉或勸退標記", "with closure or warning"),
    "conditions.price_max": fixed("{what} {value} 元以內", "{what} up to {value} TWD"),
    "conditions.price_min": fixed("{what} {value} 元以上", "{what} from {value} TWD"),
    "conditions.price_any": fixed("有{what}", "with {what}"),
    "conditions.open_after_any": fixed("開到 {time} 以後", "open until {time} or later"),
    "conditions.open_at_any": fixed("{time} 有開", "open at {time}"),
    "conditions.without": fixed("不含{value}", "without {value}"),
    "conditions.open_every_day": fixed("每天都有開", "open every day of the week"),
    "conditions.closes_before": fixed("{day} {time} 前關門", "closed by {time} {day}"),
    "conditions.opens_before": fixed("{day} {time} 前開門", "opens before {time} {day}"),
    "conditions.price_none": fixed("資料沒有記載{what}", "no {what} on record"),
    "conditions.closed": fixed("{day}公休", "closed on {day}"),
    "conditions.open": fixed("{day}有開", "open on {day}"),
    "conditions.open_at": fixed("{day} {time} 有開", "open on {day} at {time}"),
    "conditions.open_after": fixed("{day}開到 {time} 以後", "open on {day} until {time} or later"),
    "what.length": fixed("長度", "length"),
    "what.bolts": fixed("bolt 數", "bolts"),
    "what.popularity": fixed("熱門度", "popularity"),
    "superlative.one": Phrase(
        ("{conditions}{most}的是{name}，{value}。", "{conditions}{most}的路線是{name}，{value}。"),
        ("{conditions}{most}: {name}, {value}.", "{conditions}the {most} one is {name}, {value}."),
    ),
    "superlative.it": fixed("對，就是{name}。", "Yes, {name} is."),
    "superlative.one_of": fixed("對，{name}是並列的其中一條。", "Yes, {name} is one of a tie."),
    "superlative.not_it": fixed("不是{name}。", "No, {name} is not."),
    "superlative.where": fixed("{name}在{place}。", "{name} is at {place}."),
    "superlative.ties": fixed(
        "{conditions}{most}的有 {count} 條並列（{value}）：",
        "{conditions}{most}, a tie of {count} routes ({value}):",
    ),
    "superlative.ties_mixed": fixed(
        "{conditions}{most}的有 {count} 條並列：", "{conditions}{most}, a tie of {count} routes:"
    ),
    "superlative.top": fixed(
        "{conditions}{most}的 {count} 條：", "{conditions}{most}, {count} routes:"
    ),
    "superlative.missing": fixed(
        "{conditions}的資料沒有記載{what}，排不出來。",
        "{conditions}: the records do not give {what}, so nothing can be ranked.",
    ),
    "most.grade_desc": fixed("最難", "hardest"),
    "most.grade_asc": fixed("最簡單", "easiest"),
    "most.length_desc": fixed("最長", "longest"),
    "most.length_asc": fixed("最短", "shortest"),
    "most.bolts_desc": fixed("bolt 最多", "most bolts"),
    "most.bolts_asc": fixed("bolt 最少", "fewest bolts"),
    "most.popularity_desc": fixed("最熱門", "most popular"),
    "most.popularity_asc": fixed("最冷門", "least popular"),
    "most.first_ascent_desc": fixed("最近首攀", "most recent first ascent"),
    "most.first_ascent_asc": fixed("最早首攀", "earliest first ascent"),
    "most.name_desc": fixed("名稱排最後", "last by name"),
    "most.name_asc": fixed("名稱排最前", "first by name"),
    "most.catalogue_desc": fixed("資料排最後", "last in the catalogue"),
    "most.catalogue_asc": fixed("資料排最前", "first in the catalogue"),
    "distribution.head": Phrase(
        ("{conditions}：共 {total} 條，分布如下：", "{conditions}的分布（共 {total} 條）："),
        (
            "{conditions}: {total} routes, distributed like this:",
            "Distribution of {conditions} ({total} routes):",
        ),
    ),
    "distribution.whole": fixed("不分字母：{grades}。", "Letters taken together: {grades}."),
    "distribution.bounds": fixed(
        "最簡單 {easiest}，最難 {hardest}。", "Easiest {easiest}, hardest {hardest}."
    ),
    "distribution.empty": fixed(
        "{conditions}沒有可以統計的資料。", "{conditions}: nothing on record to count."
    ),
    "recommend.few": fixed(
        "符合條件又能推薦的只有 {count} 條，就不硬湊了。",
        "Only {count} match and can be recommended, so I do not pad the list.",
    ),
    "recommend.waived": fixed(
        "符合其他條件的路線，資料都沒寫到{wishes}，先照其他條件挑。",
        "Nothing on record says {wishes} of a matching route; these meet the other conditions.",
    ),
    "recommend.intro": fixed(
        "符合條件的推薦如下。", "Here is what fits. The block keeps its fixed Chinese labels."
    ),
    "recommend.none": fixed(
        "{conditions}：沒有可以推薦的路線。不存在的、封閉或勸退的我都不推薦。",
        "{conditions}: no route can be recommended. I leave out what does not exist, is closed or "
        "warned against.",
    ),
    "recommend.no_more": fixed(
        "符合條件又能推薦的都給你了，沒有下一批。",
        "That was everything that can be recommended under these conditions.",
    ),
    "recommend.first_lead": fixed(
        "第一次戶外先鋒，請找合格教練或有經驗的岩友帶，出發前一起檢查裝備、確保系統和固定點。",
        "For a first outdoor lead go with a qualified instructor or an experienced partner, and "
        "check gear, belay and anchors together.",
    ),
    "recommend.cannot_lead": fixed(
        "還不會先鋒或確保，我就不推薦先鋒的路線：請先跟合格教練上課；上方架繩也要有會架站、會確保的人帶。",
        "Whoever cannot lead or belay yet gets no lead from me: take a course with a qualified "
        "instructor first. A top rope too needs somebody who can rig and belay.",
    ),
    "search.head": fixed(
        "資料裡沒有完全對上的，最接近的是：", "Nothing matches exactly. The nearest on record:"
    ),
    "search.none": fixed("我這邊沒有找到相關的資料。", "I found nothing on record about that."),
}
