"""What the prose of a route says of the climbing itself: rock, holds, moves, the hard part.

A route's prose also speaks of who set the anchor, with which line it is shared, which drawing in a
book is wrong, how the name came about, and what to beware of. Clause by clause it is read what it
is about; only a run of clauses about the climbing is the character of a route, as it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean
from knowledge.importers.flags import balanced, flags_in
from knowledge.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.schema import Route

_SENTENCE = re.compile(r"[^。！？!?；;\n]+(?:[。！？!?；;]+|\n|$)")
_CLAUSE = re.compile(r"[^，、,：:]+(?:[，、,：:]+|$)")
_NAMES = re.compile(r"<[^<>]{1,60}>|＜[^＜＞]{1,60}＞|《[^《》]{1,60}》|〈[^〈〉]{1,60}〉")
_EDGES = " \t，、,：:。；;"
_ENGLISH_END = re.compile(r"(?<=[a-z)][.]) +(?=[A-Z])")

_CLIMBING = (
    "裂隙|裂縫|斜板|外傾|內傾|懸岩|屋簷|天花板|內角|外角|岩角|凹角|凹槽|稜角|稜線|岩稜|煙囪|岩面|光面|石柱"
    "|平台|階梯|洞|口袋|鐘乳|鍾乳|垂直|大牆|板岩|岩質|岩脊|突起|凸起|角度|陡|斜",
    "手點|腳點|岩點|大點|小點|好點|中點|壞點|圓點|指力|摳|捏|抓|側拉|反提|倒拉|手把|把手|腳踩|點(?:又|很|都|非常)?(?:多|大|小)|踩點|圓滑|粗糙|銳利|刺刺",
    "難關|難點|關鍵|起攀|起步|動作|單動|動態|橫渡|翻|直上|往左上|往右上|左上|右上|跨|撐|塞手|塞腳|塞指"
    "|掛腳|勾腳|踏|手順|腳法|平衡|抱石|爬法|攀至|摩擦|身體張力|開髖|換手|休息點|休息",
    "經典|熱門|有趣|好玩|熱身|新手|入門|漂亮|美景|風景|最棒|很棒|好爬|難爬|耐力|爆發力|力量|技巧|持續|連續|容易"
    "|簡單|困難|輕鬆|獨特|風格|身高|手長|臂展|手皮|高個|矮個|曝露|暴露|高度感|刺激|節奏|流暢|變化|豐富|累",
)
_CLIMBING_LATIN = (
    r"cracks?|slabs?|slabby|overhangs?|overhanging|overhung|roofs?|corners?|ar[eê]tes?|dihedrals?|faces?"
    r"|chimneys?|offwidths?|tufas?|flakes?|ledges?|bulges?|steep|vertical|juggy|jugs?|crimps?|crimpy"
    r"|slopers?|pockets?|pinch(?:es)?|holds?|crux(?:es)?|moves?|dynos?|dynamic|travers(?:e|es|ing)"
    r"|laybacks?|jams?|jamming|mantles?|technical|pumpy|sustained|balance|balancy|endurance|powerful"
    r"|warm[- ]?up|classic|fun|bouldery|boulder problem|thin|reachy|delicate|exposed|airy|sharp"
    r"|smooth|fingery|friction|stemming|undercling|gaston|heel ?hook|beta|lock[- ]?off|exciting"
)
_BESIDE = (
    "共用|共享|共線|專屬anchor|掛繩竿|掛繩桿|垂降|下撤|下攀|步行|走路下|完攀後可|架設|設於|新設|增設|更新|更換|換新|切除|移除"
    "|拆除|拉測|資助|捐|贊助|維護|保留為|改為|轉為|變更為|更改",
    "原為|原是|原本|原路線|原始|原名|舊名|更名|改名|又名|得名|命名|名稱|取名|由來|音譯|意指|簡稱|諧音|致敬|紀念|祝賀|恭喜|祝福"
    "|慶祝|結婚|結為|生日|感謝|謝謝|獻給|拍攝|廣告|創辦|成立",
    "書中|書上|圖冊|路線圖|照片|岩場圖|編號|收錄|記載|繪製|誤植|有誤|錯誤|標示|標註|偏差|出處|資料|參考|連結|待確認"
    "|待清查|待補|待查|數量|未知|不詳|相關資訊",
    "首攀|完攀者|人完攀|第一次攀登|據傳|傳言|聽說|早期|當初|當年|後來|曾有|曾經|之前有|歷史|年代|發現|尚未普及|放棄",
    "評級|訂級|級數|定級|難度未定|難度偏|難度不同|修正難度",
    "起攀處|起攀位置|完攀點|完攀位置",
)
_BESIDE_LATIN = (
    r"shares?|shared|anchors? (?:set|installed|replaced|added|updated)|rappel|abseil"
    r"|walk[- ]?off|lower[- ]?off"
    r"|stick ?clip|replaced|rebolted|retro-?bolted|chopped|removed|installed|formerly"
    r"|originally|renamed|named|topo|guide ?book|page|route info|info|mislabel\w*"
    r"|misprint\w*|wrong|error|unknown|tbd|tbc"
    r"|first ascent|first climbed|congratulations|wedding|married|dedicated|in memory|thanks"
    r"|photo|drawn|recorded|listed|regraded|upgraded|downgraded|graded"
)
_DATE = re.compile(r"^\s*(?:或|亦可|也可)|(?:19|20)\d{2}|\bp\.? ?\d+\b|編號|B\d{2}")
_ANCHOR = re.compile("anchor|固定點|確保站|吊環")


def _folded(patterns: Iterable[str], latin: str) -> re.Pattern[str]:
    chinese = re.sub("[\u4e00-\u9fff]+", lambda run: key(run[0]), "|".join(patterns))
    return re.compile(rf"{chinese}|\b(?:{latin})\b", re.IGNORECASE)


_OF_CLIMBING = _folded(_CLIMBING, _CLIMBING_LATIN)
_OF_SOMETHING_ELSE = _folded(_BESIDE, _BESIDE_LATIN)


def of_climbing(clause: str) -> bool:
    """Whether a clause speaks of the rock, the holds or the moves."""
    read = _read(clause)
    return bool(_OF_CLIMBING.search(key(read)) or _OF_CLIMBING.search(read))


def of_something_else(clause: str) -> bool:
    """Whether it speaks of gear and its history, of books, names and people, or of a danger."""
    read = _read(clause)
    if _OF_SOMETHING_ELSE.search(key(read)) or _OF_SOMETHING_ELSE.search(read):
        return True
    anchored = bool(_ANCHOR.search(read.lower())) and not of_climbing(clause)
    return anchored or bool(_DATE.search(read)) or bool(flags_in(clause))


def character_of(route: Route, limit: int) -> str:
    """The first words of the prose about the climbing, a whole run of clauses within the limit."""
    for text in (clean(route.description), clean(route.description_en)):
        for sentence in _sentences(text):
            told = _run(sentence, limit)
            if told:
                return told
    return ""


def _sentences(text: str) -> list[str]:
    parts = (part for long in _SENTENCE.findall(text) for part in _ENGLISH_END.split(long))
    return [part for part in parts if part.strip(_EDGES)]


def _run(sentence: str, limit: int) -> str:
    """The first run of clauses that is about the climbing; its neutral ends are kept."""
    run = ""
    for clause in [*_CLAUSE.findall(sentence), ""]:
        ended = not clause or of_something_else(clause)
        if not ended and len((run + clause).strip(_EDGES)) <= limit:
            run += clause
            continue
        told = balanced(run.strip(_EDGES))
        if told and of_climbing(told):
            return told
        run = "" if ended or len(clause.strip(_EDGES)) > limit else clause
    return ""


def _read(clause: str) -> str:
    """The clause without names of other routes, which may say anything."""
    return _NAMES.sub(" ", clause)
