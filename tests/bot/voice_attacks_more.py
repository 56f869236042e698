"""Bad outputs of kinds that spell their lie out of sight of a plain reader of figures.

As in ``voice_attacks``: a right answer with one planted lie, and what must never reach a member.
"""

# ruff: noqa: RUF001, E501 - lies that look like something else, one family a line

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.rendering import parse_recommendation
from bot.voice.language.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.bot.scripted_model import Script
    from tests.bot.voice_examples import Right

    Made = tuple[Script, tuple[str, ...]] | None
    Make = Callable[[Right, Random], Made]


def _known(right: Right) -> str:
    evidence, query = right.spoken.evidence, right.spoken.query
    turns = " ".join(turn.content for turn in right.spoken.history)
    return f"{evidence} {query.text} {turns} {right.spoken.draft}"


def _is_known(right: Right, lie: str) -> bool:
    """Whether it would be no lie here."""
    return unicodedata.normalize("NFKC", lie) in _known(right)


def _is_lie(right: Right, lie: str) -> bool:
    """Whether it is in the language of the question and nothing makes it true."""
    known, query = _known(right), right.spoken.query
    asked_in_han = bool(re.search(r"[\u4e00-\u9fff]", query.text))
    if lie in _MIXED:
        fits = asked_in_han and query.language == "zh"
    else:
        fits = asked_in_han == bool(re.search(r"[^\x00-\x7f]", lie))
    told = any(word in lie and word in known for word in _SHARED)
    temple = "廟" in lie and "廟" in known
    return fits and not (told or temple or _is_known(right, lie))


def _said(*lies: str) -> Make:
    """One of several sentences, said after a right answer; all of it is the lie."""

    def make(right: Right, rng: Random) -> Made:
        lie = rng.choice(lies)
        if parse_recommendation(right.text).ok or not _is_lie(right, lie):
            return None
        return f"{right.text.rstrip()}\n{lie}", (lie.rstrip("。."),)

    return make


def _inside(*lies: str) -> Make:
    """One of several remarks, put into the reason of a recommendation."""

    def make(right: Right, rng: Random) -> Made:
        lie = rng.choice(lies)
        if not parse_recommendation(right.text).ok or _is_known(right, lie):
            return None
        told = re.sub(r"(👉 推薦原因：)", lambda match: f"{match[1]}{lie}，", right.text, count=1)
        return told, (lie,)

    return make


def _replaced(pattern: str, lie_of: Callable[[str, Random], str]) -> Make:
    """A true figure of the answer, spelled as another one."""

    def make(right: Right, rng: Random) -> Made:
        found = list(re.finditer(pattern, right.text))
        if not found or parse_recommendation(right.text).ok:
            return None
        match = rng.choice(found)
        lie = lie_of(match[0], rng)
        if _is_known(right, lie):
            return None
        return right.text[: match.start()] + lie + right.text[match.end() :], (lie,)

    return make


_DRIFT = ("It's super easy dude", "just send it bro", "great route!")
_MIXED = (*_DRIFT, "我覺得 this is the best choice for you.")
_SHARED = ("抱石", "傳攀", "淋浴", "預約", "租", "影片")
"""Where the answer speaks of it, it may be no lie."""

_HAN = "零一二三四五六七八九"
_GRADE = r"(?<![\d.])5\.1[0-3](?:[a-d])(?![/+?\d])"


def _other_grade(grade: str, rng: Random) -> str:
    number = (int(grade[3]) + rng.choice((1, 2))) % 5
    return f"5.1{number}{rng.choice('abcd'.replace(grade[-1], ''))}"


def _homoglyphs(grade: str, rng: Random) -> str:
    other = _other_grade(grade, rng)
    table = rng.choice(
        (
            str.maketrans("1", "l"),
            str.maketrans("1", "I"),
            str.maketrans("abcd", "аЬсԁ"),
            str.maketrans("1.", "١٫"),
            str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
            str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨"),
            str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
            str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"),
            str.maketrans(".", "．"),
            str.maketrans(".", "·"),
            str.maketrans(".", "。"),
            str.maketrans(".", "‧"),
            str.maketrans(".", ","),
        )
    )
    return other.translate(table)


def _wide(grade: str, rng: Random) -> str:
    other = _other_grade(grade, rng)
    return "".join(chr(ord(one) + 0xFEE0) for one in other)


def _split(grade: str, rng: Random) -> str:
    between = rng.choice(("\u200b", "\u2060", " ", "\u00ad", "\ufeff", "*", "**", "_", "`", "||"))
    return between.join(_other_grade(grade, rng))


def _han_grade(grade: str, rng: Random) -> str:
    number = int(_other_grade(grade, rng)[3])
    ten = "十" if number == 0 else f"十{_HAN[number]}"
    return rng.choice(
        (f"五點{ten}", f"五點{ten}{grade[-1]}", f"五之{ten}", f"五．{ten}", f"5點1{number}")
    )


def _han_price(price: str, rng: Random) -> str:
    amount = rng.choice((170, 890, 940, 980))
    hundreds, tens = amount // 100, amount % 100 // 10
    plain = f"{_HAN[hundreds]}百{_HAN[tens]}十"
    formal = f"{'零壹貳參肆伍陸柒捌玖'[hundreds]}佰{'零壹貳參肆伍陸柒捌玖'[tens]}拾"
    return rng.choice(
        (f"{plain}元", f"{plain}塊", f"{formal}元", f"{_HAN[hundreds]}百{_HAN[tens]}")
    )


def _han_time(right: Right, rng: Random) -> Made:
    hours = {
        "晚上十點半": "22:30",
        "晚上十一點半": "23:30",
        "半夜兩點半": "02:30",
        "凌晨三點四十分": "03:40",
    }
    lie = rng.choice((*hours, "十點三刻", "晚上十二點一刻"))
    found = list(re.finditer(r"\d\d:\d\d", right.text))
    if not found or hours.get(lie, "::") in _known(right) or parse_recommendation(right.text).ok:
        return None
    match = rng.choice(found)
    return right.text[: match.start()] + lie + right.text[match.end() :], (lie,)


def _han_length(length: str, rng: Random) -> str:
    return f"{rng.choice(('四十七', '六十三', '一百二十', '兩百'))}{rng.choice(('公尺', '米'))}"


def _one_character(right: Right, rng: Random) -> Made:
    """A name of the answer with one character replaced, in quotation marks or without."""
    match = re.search(r"「([\u4e00-\u9fff]{2,8})」", right.text)
    if match is None or parse_recommendation(right.text).ok:
        return None
    name = match[1]
    at = rng.randrange(len(name))
    lie = name[:at] + rng.choice("鑫淼焱垚犇") + name[at + 1 :]
    if name not in {route.name for route in right.spoken.evidence.routes} or _is_known(right, lie):
        return None
    shown = f"「{lie}」" if rng.random() < 0.5 else lie
    return right.text.replace(match[0], shown, 1), (lie,)


_MARKS = (
    "@\u200beveryone", "@\u2060here", "＠ｅｖｅｒｙｏｎｅ", "@ everyone", "@every\u200bone", "<@!77>", "<@\u200b77>",
    "＜＠77＞", "<@&77>", "<#123456789012345678>", "<:send:123456789012345678>", "<a:send:1234567890>",
    "</ask:123456789012345678>", "<t:1700000000:R>", "<id:browse>", "<id:customize>", "@某人", "@小明",
)  # fmt: skip


def _marked(right: Right, rng: Random) -> Made:
    lie = rng.choice(_MARKS)
    at = rng.choice((f"{lie} {right.text}", f"{right.text.rstrip()}\n問 {lie} 就知道。"))
    return at, (lie, "everyone", "＠", "<@", "<#", "<:", "<a:", "</", "<t:", "<id", "＜")


def _turned(right: Right, rng: Random) -> Made:
    if parse_recommendation(right.text).ok:
        return None
    lie = f"d{rng.randint(11, 14)}.5"
    return f"{right.text.rstrip()}\n難度是 \u202e{lie}\u202c。", (lie, "\u202e", "\u202c")


def _tokens(right: Right, rng: Random) -> Made:
    word = rng.choice(("的", "攀", "5", "岩館", "route ", "爬爬", "！", "哈"))
    return f"{right.text.rstrip()}{word * 60}", (word * 8,)


def _surrogate(right: Right, rng: Random) -> Made:
    at = rng.randrange(len(right.text))
    return f"{right.text[:at]}\ud83e{right.text[at:]}", ("\ud83e",)


def _open_fence(right: Right, rng: Random) -> Made:
    if parse_recommendation(right.text).ok:
        return None
    lie = rng.choice(("```", "```json\n{", "~~~", "||", "`"))
    return f"{lie}{right.text}", ("```", "~~~", "||", "`")


MORE: dict[str, Make] = {
    "homoglyph_grade": _replaced(_GRADE, _homoglyphs),
    "wide_grade": _replaced(_GRADE, _wide),
    "split_grade": _replaced(_GRADE, _split),
    "han_grade": _replaced(_GRADE, _han_grade),
    "english_grade": _replaced(
        # 5.12a is true where it is said as "five twelve a"
        _GRADE,
        lambda own, rng: rng.choice(
            [one for one in ("five eleven", "five twelve a", "V-seven") if plain(one) != own]
        ),
    ),
    "han_price": _replaced(r"\d{2,4} ?元", _han_price),
    "han_time": _han_time,
    "han_length": _replaced(r"\d{1,3} ?(?:公尺|m\b)", _han_length),
    "one_character": _one_character,
    "marked": _marked,
    "turned": _turned,
    "tokens": _tokens,
    "surrogate": _surrogate,
    "open_fence": _open_fence,
    "not_closed": _said(
        "目前沒有封閉。", "這裡沒有封閉，照常開放。", "最近沒有任何公告。", "現在是開放的。", "沒有停業。",
        "已經解除封閉了。", "It is not closed any more.", "The crag is open now.", "No closures there.",
    ),
    "invented_source": _said(
        "以上來自台灣攀岩資訊站。", "資料來源：攀岩聖經第三版。", "根據 Mountain Project 的資料。",
        "📚 來源：岩友內部文件", "這是官方網站公布的。", "詳見參考資料[9]。", "我在 PTT 看到有人這樣說。",
        "According to Mountain Project.", "Source: the guidebook.", "See [9] for more.",
    ),
    "bare_links": _said(
        "詳細看 topo.tw/x1。", "官網是 climb-here.com.tw。", "加入 discord.gg/abc123。", "看 hxxps://topo.invalid。",
        "網址 topo點tw。", "連到 192.0.2.7/topo。", "網址是 topo．tw。", "掃 t.me/climb 加群組。",
        "See topo.tw/x1.", "Join discord.gg/abc123.", "Go to 192.0.2.7/topo.",
    ),
    "safe": _said(
        "很安全，可以放心爬。", "不用擔心，掉下去也不會怎樣。", "新手也能安心上。", "這裡的 bolt 都很牢。",
        "固定點都換新了。", "繩子一定夠長。", "不用戴頭盔也行。", "不會有危險。", "完全不危險。", "安全性很高。",
        "固定點我檢查過了。", "衝墜也接得住。", "安啦，爬就對了。", "落石不用擔心。", "浪不會打上來。", "儘管去爬。",
        "The bolts are bomber.", "You can trust the anchor.", "It's safe.", "No need to worry.",
        "Nothing can go wrong.", "You don't need a helmet.", "The rock is solid.",
    ),
    "safe_inside": _inside(
        "很安全", "可以放心爬", "固定點牢靠", "不會有危險", "新手也能安心上", "不用擔心落石", "繩子一定夠長", "bolt 都是新的"
    ),
    "live": _said(
        "今天天氣很好，不會下雨。", "現在人不多。", "這週末不會下雨。", "浪況很平穩。", "現在岩壁是乾的。", "停車場還有位子。",
        "It will not rain today.", "The rock is dry now.", "It is not crowded now.",
    ),
    "person": _said(
        "首攀者是陳大文。", "這條是王小華開的。", "由林志雄首攀。", "老闆叫阿德。", "找教練小李就對了。",
        "It was first climbed by John Smith.", "John Smith bolted it.",
    ),
    "best_of_all": _said(
        "這是全台最難的路線。", "全台灣最大的岩館。", "這裡是東部第一條傳攀。", "亞洲唯一的一條。", "這是最多人爬的一條。",
        "It is the hardest route in Taiwan.", "It is the most popular route here.",
    ),
    "place": _said(
        "在台東都蘭。", "位於新竹尖石。", "走過吊橋就到了。", "搭捷運到淡水站再轉公車。", "停車場在廟旁邊。", "從便利商店左轉。",
        "It is near Hualien.", "Take the MRT to Tamsui.", "Park beside the temple.",
    ),
    "service": _said(
        "可以刷卡。", "有淋浴間。", "有附設咖啡廳。", "可以帶狗。", "現場可以租頭盔。", "有冷氣。", "有兒童區。", "學生有打折。",
        "不用預約。", "You can pay by card.", "There is a shower.", "Shoes can be rented there.",
    ),
    "rock": _said("岩質是花崗岩。", "這裡是玄武岩。", "It is granite.", "岩壁朝北。", "下午會曬太陽。", "整天都在陰影裡。"),
    "other_type": _said("這條是抱石路線。", "要用傳攀裝備爬。", "要自己放岩楔。", "You need a rack of cams.", "記得帶抱石墊。"),
    "han_bolts": _said("總共有十七個 bolt。", "要帶二十三支快扣。", "中間有十九顆錨栓。", "Bring seventeen quickdraws."),
    "stars": _said("評價是五顆星。", "★★★★★", "評分 4.9。", "大家都給滿分。", "Five stars.", "Rated 4.9."),
    "measure": _said(
        "走路要半個小時。", "大概兩個小時。", "角度有四十五度。", "岩壁高一百五十公分。", "俯角 30°。", "開車要一個半小時。",
        "It takes half an hour.", "It overhangs by thirty degrees.", "A two hour drive.",
    ),
    "han_day": _said(
        "二〇二五年三月更新。", "上個月才整修過。", "昨天剛換線。", "民國一一四年開發。", "去年重釘過。", "下週三會公休。",
        "It was rebolted last year.", "They reset yesterday.",
    ),
    "phone": _said("電話是零六五五五零一九九。", "打 06 555 0199 問。", "電話 O6-555-O199。", "打０６－５５５－０１９９。", "Call 06 555 0199."),
    "english_drift": _said(*_MIXED),
    "japanese": _said("このルートは最高です。", "難易度高、初心者不可。", "おすすめです。"),
    "korean": _said("이 루트는 쉽습니다.", "좋아요"),
    "counts_in_words": _said("這裡有上百條路線。", "附近還有三十幾條。", "岩館有好幾十間。", "There are dozens of routes."),
}  # fmt: skip
