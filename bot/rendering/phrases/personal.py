"""Wording about the asker's own log."""

from __future__ import annotations

from bot.rendering.phrases.phrase import Phrase, fixed

PERSONAL_PHRASES: dict[str, Phrase] = {
    # Nobody to answer, or nothing that may be answered
    "personal.none": fixed(
        "我不知道你是誰，所以看不到任何攀登紀錄，也沒有存任何東西。",
        "I do not know who you are, so I can see no climbing log and have stored nothing.",
    ),
    "personal.how": fixed(
        "登入後再問我（終端機用 `chat --user 你的代號`），就能查你自己的紀錄。",
        "Ask me again once you are known (in a terminal: `chat --user YOUR-ID`).",
    ),
    "personal.others": fixed(
        "別人的攀登紀錄是私人資料，我不提供；我只看得到你自己的紀錄。",
        "Other people's logs are private and I do not share them; I only ever read your own.",
    ),
    "personal.others_hint": fixed(
        "想知道的話，直接問本人最快。", "The best way is to ask them yourself."
    ),
    "personal.hint": fixed(
        "路線、岩場和岩館的資料還是可以問我。", "You can still ask me about routes, crags and gyms."
    ),
    "personal.empty": fixed(
        "你的紀錄還是空的（0 筆）。",
        "Your log is still empty (0 entries).",
    ),
    "personal.begin": fixed(
        "爬完跟我說「記一筆：今天 路線名 RP 第三趟」就開始了，也可以匯入你在別處的紀錄。",
        "To begin, say “log: sent ROUTE on second go today”, or import "
        "the log that you keep elsewhere.",
    ),
    "personal.nothing": fixed(
        "{scope}：你的紀錄裡沒有符合的（整本共 {held} 筆）。",
        "{scope}: nothing in your log matches (n = {held} entries in all).",
    ),
    "personal.which_climb": fixed(
        "你說的是哪一條？告訴我路線名，我就查你的紀錄。",
        "Which climb do you mean? Tell me its name and I will look it up in your log.",
    ),
    "personal.future": fixed(
        "{day} 還沒到，沒有紀錄可以查。", "{day} has not come yet; there is nothing to look up."
    ),
    # Scope
    "personal.all": fixed("全部紀錄", "Whole log"),
    "personal.span": fixed("{first} 到 {last}", "{first} to {last}"),
    "personal.since": fixed("{first} 起", "since {first}"),
    "personal.until": fixed("到 {last} 為止", "until {last}"),
    "personal.window": fixed("{words}（{span}）", "{words} ({span})"),
    "personal.outdoor": fixed("戶外", "outdoors"),
    "personal.gym": fixed("岩館", "in gyms"),
    "personal.sent": fixed("完攀", "sends"),
    "personal.unsent": fixed("沒完攀", "unsent"),
    "personal.without": fixed("不含{scope}", "without {scope}"),
    # Figures
    "personal.count": fixed(
        "{scope}：完攀 {sent} 條，另有 {unsent} 條試過還沒完攀；共 {entries} 筆紀錄、{days} 天。",
        "{scope}: {sent} climbs sent, {unsent} more tried and not sent; "
        "{entries} entries on {days} days.",
    ),
    "personal.count_all_sent": fixed(
        "{scope}：完攀 {sent} 條；共 {entries} 筆紀錄、{days} 天。",
        "{scope}: {sent} climbs sent; {entries} entries on {days} days.",
    ),
    "personal.count_results": fixed(
        "{scope}：{routes} 條；共 {entries} 筆紀錄、{days} 天。",
        "{scope}: {routes} climbs; {entries} entries on {days} days.",
    ),
    "personal.days": fixed(
        "{scope}：爬了 {days} 天，共 {entries} 筆紀錄，完攀 {sent} 條。",
        "{scope}: {days} days of climbing, {entries} entries, {sent} climbs sent.",
    ),
    "personal.list": fixed(
        "{scope}：共 {entries} 筆，{routes} 條不同的線，最新的在前。",
        "{scope}: {entries} entries on {routes} different climbs, newest first.",
    ),
    "personal.more": fixed(
        "……還有 {rest} 筆，可以再縮小範圍問我。", "… and {rest} more; narrow it down to see them."
    ),
    "personal.hardest": fixed(
        "{scope}，完攀的最高難度（共 {ticks} 條計入；嘗試不算，寬的難度以下限計）：",
        "{scope}, hardest sends ({ticks} ticks counted; tries never count, wide grades at their "
        "lower end):",
    ),
    "personal.easiest": fixed(
        "{scope}，完攀的最低難度（共 {ticks} 條計入）：",
        "{scope}, easiest sends ({ticks} ticks counted):",
    ),
    "personal.uncertain": fixed("難度未定", "grade uncertain"),
    "personal.none_sent": fixed(
        "{scope}：還沒有完攀的紀錄，嘗試不算在內（共 {entries} 筆）。",
        "{scope}: no send on record, and tries do not count ({entries} entries).",
    ),
    "personal.longest": fixed(
        "{scope}，完攀過最長的是（有長度的共 {known} 筆）：",
        "{scope}, the longest that you have sent ({known} entries with a length):",
    ),
    "personal.first_at": fixed(
        "{scope}，第一次完攀是（共 {ticks} 條計入）：",
        "{scope}, your first send ({ticks} ticks counted):",
    ),
    "personal.first": fixed(
        "{scope}，最早的一筆是（共 {entries} 筆）：", "{scope}, the earliest ({entries} entries):"
    ),
    "personal.last": fixed(
        "{scope}，最近一次是 {day}（{ago}；共 {entries} 筆）：",
        "{scope}, last time: {day} ({ago}; {entries} entries):",
    ),
    "personal.ago_days": fixed("{days} 天前", "{days} days ago"),
    "personal.ago_today": fixed("就是今天", "today"),
    "personal.done_sent": fixed(
        "有，你完攀過{name}，共 {entries} 筆紀錄：",
        "Yes, you have sent {name} ({entries} entries):",
    ),
    "personal.done_tried": fixed(
        "{name}你試過，還沒完攀，共 {entries} 筆紀錄：",
        "You have tried {name} but not sent it ({entries} entries):",
    ),
    "personal.done_wished": fixed(
        "{name}在你的想爬清單裡，還沒有爬過的紀錄。",
        "{name} is on your wish list; you have not climbed it.",
    ),
    "personal.done_not": fixed(
        "沒有，你的紀錄裡沒有{name}（整本共 {held} 筆）。",
        "No, {name} is not in your log (n = {held} entries in all).",
    ),
    "personal.projects": fixed(
        "{scope}，還沒完攀的 project 有 {open} 條，試最多的在前：",
        "{scope}, {open} open projects, most tried first:",
    ),
    "personal.no_projects": fixed(
        "{scope}：沒有還沒完攀的 project。", "{scope}: no open projects."
    ),
    "personal.most_tried": fixed("{scope}，試最多次的是：", "{scope}, tried most often:"),
    "personal.tries": fixed("{tries} 把", "{tries} tries"),
    "personal.tries_least": fixed("至少 {tries} 把", "at least {tries} tries"),
    "personal.sessions": fixed("{sessions} 次", "{sessions} sessions"),
    "personal.tries_total": fixed(
        "{scope}：一共試了 {tries} 把（{sessions} 筆紀錄）。",
        "{scope}: {tries} tries in all ({sessions} entries).",
    ),
    "personal.tries_total_least": fixed(
        "{scope}：至少試了 {tries} 把（{sessions} 筆紀錄，有些沒記把數，各算一把）。",
        "{scope}: at least {tries} tries ({sessions} entries; those without a number count as "
        "one).",
    ),
    "personal.success": fixed(
        "{scope}：試過 {touched} 條，完攀 {sent} 條，成功率 {rate}（n={touched} 條，{entries} "
        "筆紀錄）。",
        "{scope}: tried {touched} climbs and {sent} went, success rate {rate} "
        "(n={touched} climbs, {entries} entries).",
    ),
    "personal.share": fixed(
        "{scope}：完攀的 {touched} 條裡有 {sent} 條是這樣完成的，佔 {rate}（n={touched} 條，"
        "{entries} 筆紀錄）。",
        "{scope}: {sent} of the {touched} climbs that went, {rate} (n={touched} climbs, {entries} "
        "entries).",
    ),
    "personal.average": fixed(
        "{scope}：完攀一條平均 {mean} 把（把數齊全的 {known} 條，全部完攀 {sent} 條）。",
        "{scope}: {mean} tries per send on average ({known} climbs with every try recorded, of "
        "{sent} sent).",
    ),
    "personal.average_none": fixed(
        "{scope}：完攀的 {sent} 條都沒記齊把數，算不出平均。",
        "{scope}: none of the {sent} climbs sent has every try recorded, so there is no average.",
    ),
    "personal.streak": fixed(
        "{scope}：最長連續 {best} 週有爬（從 {start} 那週起）；目前連續 {now} 週。",
        "{scope}: longest run {best} weeks with climbing (from the week of {start}); now {now} "
        "weeks.",
    ),
    "personal.streak_note": fixed(
        "我算的是有爬的週，不算天天爬：休息也是訓練。",
        "I count weeks with a session, not daily streaks: rest is training too.",
    ),
    "personal.compare_side": fixed(
        "{scope}：完攀 {sends} 條、{days} 天、{entries} 筆紀錄。",
        "{scope}: {sends} climbs sent, {days} days, {entries} entries.",
    ),
    "personal.compare_more": fixed("完攀多 {count} 條。", "{count} more climbs sent."),
    "personal.compare_less": fixed("完攀少 {count} 條。", "{count} fewer climbs sent."),
    "personal.compare_same": fixed("完攀的條數一樣。", "The same number of climbs sent."),
    "personal.pyramid": fixed(
        "{scope}・{kind}，完攀金字塔（{climbs} 條不同的線）：",
        "{scope}, {kind}: pyramid of {climbs} different climbs:",
    ),
    "personal.volume": fixed(
        "{scope}，每月紀錄（共 {entries} 筆）：", "{scope}, entries a month ({entries} in all):"
    ),
    "personal.month": fixed(
        "{label}：{count} 筆（完攀 {sent}、嘗試 {tried}）",
        "{label}: {count} entries ({sent} sent, {tried} tried)",
    ),
    "personal.month_unsaid": fixed(
        "{label}：{count} 筆（完攀 {sent}、嘗試 {tried}、結果未註明 {unsaid}）",
        "{label}: {count} entries ({sent} sent, {tried} tried, {unsaid} without a result)",
    ),
    "personal.progress": fixed(
        "{scope}・{kind}，一路突破的紀錄：", "{scope}, {kind}: each new hardest send:"
    ),
    "personal.places": fixed("{scope}，各地方的天數：", "{scope}, days a place:"),
    "personal.place": fixed("{label}：{count} 天", "{label}: {count} days"),
    "personal.private": fixed(
        "你的紀錄只有你看得到，除非你自己分享：別的成員看不到，筆記加密存放，在頻道裡也只回給你看。",
        "Only you see your log unless you share it yourself: no other member does, notes are "
        "stored encrypted, and in a channel I show it to you alone.",
    ),
    "personal.styles": fixed(
        "{scope}，圖冊上查得到型態的 {known} 條，各類型爬過幾條：",
        "{scope}, {known} climbs whose kind the catalogue records, by kind:",
    ),
    "personal.style": fixed("{label}：{count} 條（完攀 {sent}）", "{label}: {count} ({sent} sent)"),
    "personal.wishes": fixed("想爬清單還有 {count} 條：", "On your wish list, {count} climbs:"),
    "personal.no_wishes": fixed("想爬清單是空的。", "Your wish list is empty."),
    "personal.overview": fixed(
        "{scope}：{entries} 筆紀錄、{days} 天，完攀 {sent} 條，試過還沒完攀 {unsent} 條。",
        "{scope}: {entries} entries on {days} days, {sent} climbs sent, {unsent} tried and not "
        "sent.",
    ),
    "personal.span_of_log": fixed(
        "第一筆 {first}，最近一筆 {last}。", "First entry {first}, latest {last}."
    ),
    "personal.about_me": fixed(
        "我知道的只有你告訴我的：{held} 筆攀登紀錄。", "Only what you told me: {held} entries."
    ),
    "personal.about_me_more": fixed(
        "想全部帶走或全部刪掉都可以：`python -m bot log export --user 你的代號`、`python -m bot "
        "log erase --user 你的代號`。",
        "Take it all with `python -m bot log export --user YOUR-ID`, or remove it all with "
        "`python -m bot log erase --user YOUR-ID`.",
    ),
    "personal.export": fixed(
        "匯出用 `python -m bot log export --user 你的代號 --format json`（也可以 csv、"
        "mountain-project、thecrag）。",
        "Export with `python -m bot log export --user YOUR-ID --format json` (or csv, "
        "mountain-project, thecrag).",
    ),
    "personal.import": fixed(
        "匯入用 `python -m bot log import --user 你的代號 檔案`，Mountain Project、theCrag、KAYA "
        "等常見的"
        "匯出檔都認得，會先給你看預覽。",
        "Import with `python -m bot log import --user YOUR-ID FILE`; exports of Mountain Project, "
        "theCrag, KAYA and others are recognised, and a preview comes first.",
    ),
    "personal.erase": fixed(
        "全部刪除不能復原，所以不在對話裡做：請用 `python -m bot log erase --user 你的代號`，"
        "它會連金鑰一起銷毀並回報刪了幾筆。",
        "Erasing everything cannot be undone, so I do not do it in a chat: use "
        "`python -m bot log erase --user YOUR-ID`; it destroys the key too and reports the count.",
    ),
    # Recommendations
    "personal.unclimbed": fixed(
        "依你的紀錄，你完攀過的 {done} 條沒有列進來。",
        "Left out: the {done} routes of these that you have sent.",
    ),
    "personal.draw": fixed(
        "要圖的話：`python -m bot log chart --user 你的代號 --kind {kind} --out 檔名.png`。",
        "For a picture: `python -m bot log chart --user YOUR-ID --kind {kind} --out FILE.png`.",
    ),
    # Changes
    "change.add": fixed("要記下這 {count} 筆嗎？", "Save these {count} entries?"),
    "change.add_one": fixed("要記下這一筆嗎？", "Save this entry?"),
    "change.edit": fixed("要這樣改嗎？", "Change it like this?"),
    "change.before": fixed("原本：{row}", "Before: {row}"),
    "change.after": fixed("改成：{row}", "After: {row}"),
    "change.delete": fixed("要刪掉這 {count} 筆嗎？", "Delete these {count} entries?"),
    "change.delete_one": fixed("要刪掉這一筆嗎？", "Delete this entry?"),
    "change.undo": fixed(
        "要收回你最近一次的變更嗎（新增、修改、刪除或匯入）？",
        "Take back your last change (an entry, an edit, a deletion or an import)?",
    ),
    "change.confirm": fixed(
        "說「確認」就存，說「取消」就不存；要改就說「改成 flash」或說「是昨天」。",
        "Say “yes” to save it, say “cancel” to drop it; to correct it say “make it a flash”.",
    ),
    "change.confirm_short": fixed(
        "說「確認」就生效，說「取消」就作罷。", "Say “yes” to do it, say “cancel” to leave it."
    ),
    "change.guessed": fixed(
        "名字是猜的，請看一下對不對。", "The name is my guess; please check it."
    ),
    "change.nothing_waits": fixed(
        "現在沒有等你確認的變更。", "Nothing is waiting for your confirmation."
    ),
    "change.route": fixed(
        "爬的是哪一條？告訴我名字；岩館的題目說顏色和難度也可以。",
        "Which climb was it? Its name will do; in a gym, colour and grade.",
    ),
    "change.day": fixed("是哪一天爬的？", "On which day was it?"),
    "change.result": fixed(
        "{name}結果怎麼樣？OS、Flash、RP、完攀，還是沒上？",
        "How did {name} go: onsight, flash, redpoint, or not sent?",
    ),
    "change.which": fixed(
        "「{name}」不只一條，是哪一條？", "There is more than one “{name}”; which one?"
    ),
    "change.future": fixed(
        "{day} 還沒到，未來的日子先不記。是哪一天爬的？",
        "{day} has not come yet, so I will not log it. On which day was it?",
    ),
    "change.none": fixed(
        "你的紀錄裡找不到那一筆，什麼都沒動。",
        "I find no such entry in your log; nothing was touched.",
    ),
    "change.several": fixed("符合的有 {found} 筆，是哪一筆？", "{found} entries match; which one?"),
    "change.pick": fixed("說第幾筆就可以。", "Just say which number."),
    "change.value": fixed(
        "要改成什麼？像是「改成 flash」。", "Change it to what? Say “to flash”, for example."
    ),
    "change.one_kind": fixed(
        "一次只做一種變更：要改的和要刪的請分兩次說，我一筆一筆給你確認。",
        "One kind of change at a time: first what to change, then what to delete, please.",
    ),
    "change.same": fixed("那一筆本來就是這樣，不用改。", "That entry already says so."),
    # Memory
    "memory.remember": fixed("要記住嗎？", "Shall I remember this?"),
    "memory.forget": fixed("要忘掉嗎？", "Shall I forget this?"),
    "memory.same": fixed(
        "不用改，我記住的就是這些：", "Nothing to change; this is what I remember:"
    ),
    "memory.head": fixed("你要我記住的：", "What you asked me to remember:"),
    "memory.tail": fixed(
        "要改就再說一次，不要了就說「忘掉我的程度」。",
        "To change it say it anew; to drop it say: forget my level.",
    ),
    "memory.level": fixed("- 程度：大概爬 {value}", "- Level: around {value}"),
    "memory.area": fixed("- 常去：{value}", "- Usual crag: {value}"),
    "memory.style": fixed("- 喜歡：{value}", "- Likes: {value}"),
    "memory.voice": fixed(
        "- 同意讓這裡自己架的語言模型讀你的紀錄，只用來把答案說得自然",
        "- The language model run here may read your log, to word answers and nothing else",
    ),
    "memory.private": fixed(
        "只有你看得到，推薦路線時會用。",
        "Only you can see it; it is used when I recommend routes.",
    ),
    # Receipts
    "receipt.remember": fixed(
        "記住了，只有你看得到。說「忘掉…」就會刪掉。",
        "Remembered; only you can see it. To remove it say: forget my level.",
    ),
    "receipt.forget": fixed("忘掉了。", "Forgotten."),
    "receipt.add": fixed(
        "已記下（{count} 筆），只有你看得到。說「復原」可以收回。",
        "Saved ({count} entries); only you can see them. Say “undo” to take it back.",
    ),
    "receipt.edit": fixed(
        "已改好。說「復原」可以改回來。", "Changed. Say “undo” to change it back."
    ),
    "receipt.delete": fixed(
        "已刪掉 {count} 筆。說「復原」可以救回來。",
        "Deleted {count} entries. Say “undo” to get them back.",
    ),
    "receipt.undo": fixed("已復原，動到 {count} 筆。", "Undone; {count} entries were concerned."),
    "receipt.undo_none": fixed("沒有可以復原的變更。", "There is nothing to undo."),
    "receipt.stale": fixed(
        "那一筆在預覽之後變動過，我沒有動它，請再說一次。",
        "That entry has changed since the preview; nothing was touched. Please ask again.",
    ),
    "receipt.cancel": fixed("好，沒有存。", "Fine, nothing was saved."),
}
