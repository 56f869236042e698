"""What the bot says by itself in Discord, in zh-TW and English; answers are worded elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.schema import Language

_WORDS: dict[str, tuple[str, str]] = {
    "limit.user": (
        "你問得有點快，{time}（台北時間）之後再問我。每個人{span}最多 {count} 題。",
        "That was quick! Ask me again after {time} (Taipei time): {count} questions {span} each.",
    ),
    "limit.guild": (
        "這個伺服器問得很熱鬧，{time}（台北時間）之後再問我。整個伺服器{span}最多 {count} 題。",
        "This server is busy! Ask me again after {time} (Taipei time): {count} questions {span}.",
    ),
    "span.minute": ("每分鐘", "a minute"),
    "span.day": ("每天", "a day"),
    "queue.wait": (
        "收到，前面還有 {count} 題，輪到你就回。",
        "Got it. {count} questions are ahead of yours; I will answer here.",
    ),
    "queue.full": (
        "現在太多人在問，我答不過來，請過一分鐘再問一次。",
        "Too many people are asking right now. Please ask again in a minute.",
    ),
    "leaving": (
        "我正要重新啟動，這題還沒答完，請過一分鐘再問一次。",
        "I am restarting and could not finish this one. Please ask again in a minute.",
    ),
    "failed": (
        "我這邊出了點狀況，這題沒答成，請再問一次。",
        "Something went wrong on my side. Please ask again.",
    ),
    "context.capped": (
        "-# 只看了最近 {count} 則訊息。",
        "-# Only the last {count} messages were taken into account.",
    ),
    "mine.only": (
        "這題跟你自己的紀錄有關，我只給你看。",
        "This is about your own log, so only you will see it.",
    ),
    "mine.button": ("只給我看", "Show only me"),
    "mine.not_yours": (
        "這顆按鈕是給提問的人的。想看自己的紀錄，直接問我就好。",
        "This button belongs to the person who asked. Ask me about your own log any time.",
    ),
    "mine.forgotten": (
        "這題隔太久，我不記得問題了。請再問一次，或用 /ask 的「只給我看」。",
        "That was a while ago and I no longer have the question. Please ask again.",
    ),
    "tip.first": (
        "-# 小提醒：你可以問我你自己的攀登紀錄，例如「我上個月爬了幾條」；只有你看得到，"
        "用 /me 可以看我知道什麼、匯出或清掉。",
        "-# Tip: you can ask me about your own log; only you will see it. "
        "/me shows, exports or erases what I know.",
    ),
    "vote.up": ("謝謝，收到 👍", "Thanks, noted 👍"),
    "vote.down": ("謝謝，收到 👎", "Thanks, noted 👎"),
    "vote.title": ("哪裡不好？", "What was wrong?"),
    "vote.reason": ("想說的話（可以不填）", "Anything to add (optional)"),
    "report.title": ("回報錯誤", "Report a mistake"),
    "report.text": ("哪裡不對？正確的是什麼？", "What is wrong, and what is right?"),
    "report.thanks": (
        "謝謝，已經交給管理員。資料改好以前，現場判斷優先。",
        "Thanks, the admins will see it. Until it is fixed, trust what you see at the crag.",
    ),
    "button.wish": ("加入想爬", "Want to climb"),
    "button.record": ("記一筆", "Log it"),
    "button.more": ("換一批", "Show others"),
    "button.report": ("回報錯誤", "Report a mistake"),
    "more.forgotten": (
        "我找不到原本的問題了，請重新問一次。",
        "I cannot find the original question. Please ask again.",
    ),
    "route.gone": (
        "目前的資料裡已經沒有這條路線。",
        "This route is no longer part of the data.",
    ),
    "no_access": (
        "我沒辦法在 {channel} 說話，請管理員給我「檢視頻道」「傳送訊息」「在討論串中傳送訊息」和"
        "「嵌入連結」權限。",
        "I may not write in {channel}. An admin has to grant me View Channel, Send Messages, "
        "Send Messages in Threads and Embed Links.",
    ),
    "not_found": (
        "找不到「{name}」，從跳出來的清單挑一個看看。",
        "I do not know “{name}”. Try one from the list.",
    ),
    "ask.empty": (
        "想問什麼呢？路線、岩場、岩館或攀岩知識都可以。",
        "What would you like to know? Routes, crags, gyms or climbing in general.",
    ),
    "wish.which": ("想爬哪一條？", "Which one?"),
    "wish.added": ("「{name}」加到你的想爬清單了。", "“{name}” is on your list now."),
    "wish.known": ("「{name}」已經在你的想爬清單裡。", "“{name}” is on your list already."),
    "record.which": ("要記哪一條？", "Which one did you climb?"),
    "form.title": ("記一筆", "Log a climb"),
    "form.name": ("路線或岩館（可以寫岩場）", "Route or gym, with the crag if you like"),
    "form.result": ("結果：OS、flash、RP、沒過…", "Result: onsight, flash, redpoint, attempt…"),
    "form.day": ("哪一天（空白是今天）", "Day (empty for today)"),
    "form.tries": ("第幾趟（可以不填）", "Which try (optional)"),
    "form.notes": ("備註（可以不填，只有你看得到）", "Notes (optional, only yours)"),
    "log.missing": (
        "這台機器人沒有開紀錄功能，沒有存任何東西。",
        "The log is switched off here; nothing was saved.",
    ),
    "change.save": ("存起來", "Save"),
    "change.add": ("存起來", "Save"),
    "change.edit": ("就這樣改", "Change it"),
    "change.delete": ("刪掉", "Delete"),
    "change.undo": ("收回", "Take back"),
    "change.remember": ("記住", "Remember"),
    "change.forget": ("忘掉", "Forget"),
    "change.press": (
        "按下面的按鈕才算數；內容不對就再說一次。",
        "Nothing happens until you press the button; if it is wrong, say it again.",
    ),
    "change.cancel": ("取消", "Cancel"),
    "change.cancelled": ("好，沒有存。", "All right, nothing was saved."),
    "import.large": (
        "這個檔案超過 {size} MB，請分成幾個檔。",
        "That file is over {size} MB.",
    ),
    "import.nothing": ("沒有新的可以匯入。", "There is nothing new to import."),
    "import.yes": ("匯入", "Import"),
    "import.done": (
        "匯入了 {added} 筆，{known} 筆本來就有。用 /log undo 可以整批收回。",
        "Imported {added}; {known} were there already. /log undo takes the whole import back.",
    ),
    "export.done": ("你的紀錄，共 {count} 筆。", "Your log: {count} entries."),
    "undo.none": ("沒有可以收回的變更。", "There is nothing to take back."),
    "undo.add": ("收回了剛才記的 {count} 筆：{names}", "Took back {count} just logged: {names}"),
    "undo.update": ("改回原來的樣子：{names}", "As it was before: {names}"),
    "undo.delete": ("救回 {count} 筆：{names}", "Brought back {count}: {names}"),
    "undo.import": ("收回整批匯入，共 {count} 筆。", "Took the whole import of {count} back."),
    "undo.revert": ("匯入的 {count} 筆又回來了。", "The {count} imported entries are back."),
    "picture.how": ("要圖的話用 /log pyramid。", "For a picture: /log pyramid."),
    "share.where": ("要在伺服器的頻道裡才能分享。", "You can share in a server's channel only."),
    "share.nothing": ("你的紀錄裡還沒有可以分享的。", "There is nothing to share yet."),
    "share.ask": ("別人會看到：", "Others would see:"),
    "share.yes": ("分享到這個頻道", "Show it here"),
    "share.done": (
        "分享出去了，按訊息下面的「收回」就能拿掉。",
        "Shown. Take it back any time.",
    ),
    "share.back": ("收回", "Take back"),
    "share.taken": ("收回了。", "Taken back."),
    "share.last": ("{name} 最近爬了：{climb}", "{name} just climbed: {climb}"),
    "share.pyramid": ("{name} 的難度金字塔", "The pyramid of {name}"),
    "result.onsight": ("OS", "onsight"),
    "result.flash": ("Flash", "flash"),
    "result.redpoint": ("RP", "redpoint"),
    "result.pinkpoint": ("PP", "pinkpoint"),
    "result.clean": ("無墜完攀", "clean"),
    "result.send": ("完攀", "send"),
    "result.repeat": ("再次完攀", "repeat"),
    "me.head": (
        "我知道你的這些，都只有你看得到：",
        "This is what I keep about you, for you alone:",
    ),
    "me.log": (
        "- 攀登紀錄：{count} 筆（{days}），其中 {notes} 筆有備註",
        "- log: {count} entries ({days}), {notes} with notes",
    ),
    "me.spoken": ("跟我說的", "told to me"),
    "me.sources": (
        "- 從哪裡來：{sources}；匯入過 {batches} 次",
        "- from: {sources}; {batches} imports",
    ),
    "me.backups": (
        "- 備份最晚留到 {day}；清掉之後備份也打不開",
        "- backups until {day}; after an erasure nobody can open them",
    ),
    "me.memory": (
        "你要我記住的（要改跟我說就好，或用 `/me remember`）：",
        "What you asked me to remember (tell me to change it, or use `/me remember`):",
    ),
    "me.tail": (
        "你的訊息內容我不保存。`/me export` 匯出，`/me erase` 全部清掉。",
        "I keep no messages. `/me export` takes it along, `/me erase` erases it.",
    ),
    "me.erase_ask": (
        "要把我知道你的全部清掉嗎？紀錄、投票、回報和分享都會消失，救不回來。建議先用 /me export。",
        "Erase everything I keep about you? Nothing can be brought back. "
        "Consider /me export first.",
    ),
    "me.erase_yes": ("全部清掉", "Erase everything"),
    "me.erased": (
        "清乾淨了：刪掉 {count} 筆，檢查後剩下 {left} 筆。",
        "Erased: {count} removed, {left} left.",
    ),
    "admin.refused": (
        "這個指令要有「管理伺服器」權限，或管理員指定的身分組才能用。",
        "This needs Manage Server, or the role that the admins chose.",
    ),
    "admin.file": (
        "請給 JSON、CSV、XLSX、YAML 或 Markdown 檔，{size} MB 以內。",
        "Attach a JSON, CSV, XLSX, YAML or Markdown file of at most {size} MB.",
    ),
    "admin.refused_file": (
        "有問題，什麼都沒有變動。修好再傳一次，或用「略過錯誤列」：",
        "There are mistakes; nothing was changed:",
    ),
    "admin.working": (
        "還在處理……已經 {seconds} 秒，好了會在這裡告訴你。",
        "Still working: {seconds} seconds so far; the outcome will stand here.",
    ),
    "admin.no_change": ("沒有變動。", "Nothing changes."),
    "admin.load": ("載入", "Load"),
    "admin.loaded": ("完成，現在是第 {version} 版。", "Done, this is version {version}."),
    "admin.demo": ("還沒有匯入資料。", "Nothing was imported yet."),
    "admin.ask_back": (
        "要回到第 {version} 版嗎？會做成新的一版，可以再回來。",
        "Go back to version {version}? It becomes a new version.",
    ),
    "admin.do_back": ("回復", "Go back"),
    "admin.back": (
        "回到第 {version} 版的內容了，現在是第 {now} 版。",
        "As in version {version} again; this is version {now}.",
    ),
    "admin.same": ("目前就和第 {version} 版一樣。", "It is the same as version {version}."),
    "admin.posted": (
        "公告發布了：{name}「{title}」（第 {version} 版）。",
        "Published: {name} “{title}” (version {version}).",
    ),
    "admin.edited": (
        "公告改好了：{name}「{title}」（第 {version} 版）。",
        "Changed: {name} “{title}” (version {version}).",
    ),
    "admin.retired": (
        "公告撤下了：{name}「{title}」（第 {version} 版）。",
        "Taken down: {name} “{title}” (version {version}).",
    ),
    "notice.title": ("公告", "Notice"),
    "notice.heading": ("標題", "Title"),
    "notice.text": ("內容", "Text"),
    "notice.from": ("從哪一天（2026-12-01，可空白）", "From (2026-12-01, optional)"),
    "notice.until": ("到哪一天（2026-12-31，可空白）", "Until (2026-12-31, optional)"),
    "notice.hours": (
        "特別營業：2026-12-31 10:00-18:00 或 closed",
        "Hours: 2026-12-31 10:00-18:00 or closed",
    ),
    "paste.title": ("貼上公告", "Paste an announcement"),
    "paste.text": ("把公告原文貼在這裡", "The announcement as it was posted"),
    "paste.head": ("我讀到的是：", "This is what I read:"),
    "paste.about": ("{name}｜{kind}｜{days}", "{name} | {kind} | {days}"),
    "paste.yes": ("發布", "Publish"),
    "paste.open": (
        "還缺上面 ⚠️ 的資料，先不發布。指定岩館或岩場再貼一次，或用 /admin gym post 填表。",
        "Not published: what ⚠️ asks for is missing. Name the place and paste it again, or use "
        "/admin gym post.",
    ),
    "template.head": (
        "填好之後用 /admin reload 傳上來。",
        "Fill it in and send it with /admin reload.",
    ),
    "notice.unknown": (
        "這個伺服器沒有這則公告。",
        "This server has no such notice.",
    ),
    "language.auto": ("自動（看對方用什麼語言）", "automatic"),
    "language.zh": ("中文", "Chinese"),
    "language.en": ("英文", "English"),
    "kind.reset": ("換線", "new set"),
    "kind.closure": ("封閉", "closure"),
    "kind.hours": ("營業時間", "opening hours"),
    "kind.price": ("價格", "price"),
    "kind.event": ("活動", "event"),
    "kind.access": ("入山與通行", "access"),
    "kind.hardware": ("固定點與器材", "hardware"),
    "picture.none": (
        "紀錄裡還沒有能畫的東西；有完攀、有日期、有難度的紀錄多一點就能畫了。",
        "There is nothing to draw yet; sends with a day and a grade make a picture.",
    ),
    "grade.unknown": (
        "看不懂「{name}」是哪一級。"
        "我會換 YDS（5.10a）、法式（6b）、UIAA（7-）、V 級（V4）和 Font（6B+）。",
        "I cannot read “{name}” as a grade. I convert YDS (5.10a), French (6b), UIAA (7-), "
        "V (V4) and Font (6B+).",
    ),
    "settings.none": ("沒有", "none"),
    "settings.on": ("開", "on"),
    "settings.off": ("關", "off"),
    "settings.all": (
        "- 不用提到也回答的頻道：{channels}\n- 按鈕和提示的語言：{words}\n"
        "- 可以用 /admin 的身分組：{role}\n"
        "- 每個人：每分鐘 {user_minute} 題、每天 {user_day} 題\n"
        "- 整個伺服器：每分鐘 {guild_minute} 題、每天 {guild_day} 題\n"
        "- 另開討論串回答：{threads}",
        "- answers without a mention in: {channels}\n- language: {words}\n"
        "- role that may use /admin: {role}\n"
        "- each member: {user_minute} a minute, {user_day} a day\n"
        "- the server: {guild_minute} a minute, {guild_day} a day\n"
        "- threads of their own: {threads}",
    ),
    "status.head": (
        "資料第 {version} 版：{routes} 條路線、{gyms} 間岩館、{notices} 則公告\n"
        "連線延遲 {latency} ms；排隊 {waiting} 題；👍 {up}　👎 {down}",
        "Version {version}: {routes} routes, {gyms} gyms, {notices} notices\n"
        "Latency {latency} ms; {waiting} waiting; 👍 {up}　👎 {down}",
    ),
    "status.reports": ("**回報的錯誤**", "**Reported mistakes**"),
    "status.audit": ("**管理動作**", "**Admin actions**"),
    "change.gone": (
        "這個預覽太久了，沒有存。請再說一次。",
        "That preview is too old and was not saved. Please say it again.",
    ),
}


def say(key: str, language: Language, **values: object) -> str:
    """The words for a situation.

    Raises:
        KeyError: No words are written for it.
    """
    return _WORDS[key][language != "zh"].format(**values)


def keys() -> tuple[str, ...]:
    """Every situation that has words."""
    return tuple(_WORDS)
