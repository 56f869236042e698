"""Bringing a log in, taking it out, erasing it: what is done with a whole log, in any words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.personal.scanning import fold, pattern

if TYPE_CHECKING:
    from bot.personal import LogAsk
    from bot.understanding.reading import Reading

_MINE = (
    r"紀錄|記錄|資料|日誌|帳號|(?<![a-z])(?:logs?|log ?book|ticks?|ascents|data|history|"
    r"entries|records?|account|everything|climbs|sends|stuff)(?![a-z])"
)
_APP = (
    r"the ?crag|mountain ?project|(?<![a-z])(?:8a(?:\.nu)?|kaya|ukc|boardlib|aurora|kilter|tension|"
    r"vertical ?life|mp|27 ?crags)(?![a-z])|csv|json|excel|試算表|"
    r"(?:別的|其他)(?:平台|網站|軟體|app)|(?:another|other|old) (?:app|site|platform|place)"
    r"|匯出檔|export file"
)
_BRINGS = pattern(
    r"匯入|匯進|導入|導進|搬(?:過來|進來|家|到這)|帶(?:進來|過來)|灌(?:進|入|到)|丟(?:給你|進|過來|上來)|傳(?:給你|上來|進來)|"
    r"轉(?:進來|過來|移)|上傳|放進來|併進來|合併|讀進|吃進|餵(?:給|進)|接過來|弄(?:進來|過來)|倒(?:進|過來)"
    r"|\b(?:import|upload|migrat\w+|transfer|sync|load (?:it|them|my)|bring|move|feed)\b"
    r"|\b(?:get|put|pull|add|read|copy)\b.{0,40}\b(?:in here|over here|in"
    r"|into (?:here|this|you|yanyou))\b"
)
_TAKES = pattern(
    r"匯出|導出|下載|輸出|抓下來|載下來|拉下來|拿出來|帶走|存成(?:檔|一?[個份]檔|csv|json)|存檔案|備份|倒(?:出|成)|打包|印成"
    r"|\b(?:export|download|back ?up|dump|extract|get (?:it|them|my \w+) out|take .{0,24} with me|"
    r"save .{0,24} (?:as|to) (?:a )?(?:csv|json|file))\b"
)
_ERASES = pattern(
    r"刪|清(?:空|光|掉|除|乾淨)|抹(?:掉|除|去)|移除|銷毀|砍掉|忘(?:了|掉|記)我"
    r"|\b(?:wiped?|erased?|deleted?|removed?|clear(?:ed)?|purged?|destroy(?:ed)?|nuked?|get rid of"
    r"|forget)\b"
)
_WHOLE = pattern(
    r"所有|全部|一切|通通|統統|整本|整個|任何|帳號|都(?:刪|清|抹|移)|不留|about me|關於我"
    r"|\b(?:all|everything|whole|entire(?:ly)?|complete\w*|account|every)\b"
)
_NO_WHOLE = pattern(r"筆|條|那[次天]|\b(?:(?<!every )entry|last|latest|tick\b|one)\b")
_CSV = pattern(_APP)
_OWN = pattern(_MINE)
_LONGEST = 90


def managed(reading: Reading) -> LogAsk | None:
    """What is to be done with the whole log; ``None`` where a part of it is meant, or none."""
    folded = fold(reading.text)
    if reading.of_kind("route") or reading.days or len(folded) > _LONGEST:
        return None
    own, app = bool(_OWN.search(folded)), bool(_CSV.search(folded))
    if _BRINGS.search(folded) and app:
        return "import"
    if _TAKES.search(folded) and (own or app):
        return "import" if app and not own and "給你" in folded else "export"
    whole = bool(_WHOLE.search(folded)) and not _NO_WHOLE.search(folded)
    if whole and own and _ERASES.search(folded):
        return "erase"
    return None
