"""The wordings of warnings. Chinese ones match on keys (so radicals and scripts do not hide them),
English ones on lower-case text with word borders. Within a kind any wording counts unless an
exception matches the same clause.

Source: the wordings of Taiwanese route sheets and guidebooks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.schema import FlagKind
from knowledge.text import key


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of warning is said, and what looks like it but is none."""

    kind: FlagKind
    chinese: re.Pattern[str] | None = None
    english: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    """On the key of the clause."""
    unless_english: re.Pattern[str] | None = None


def _keys(pattern: str) -> re.Pattern[str]:
    """A pattern whose Chinese is written as keys hold it."""
    return re.compile(re.sub(r"[^\x00-\x7f]+", lambda run: key(run[0]), pattern))


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


_CLIMB = r"(?:攀登|攀爬|攀岩|爬|攀)"
_NOT = r"(?:請勿|請不要|請別|勿|別|不要|切勿|避免|先不要|暫勿|暫時不要|不可|不得)"
_OBJECT = r"(?!樹|欄|圍|護|牆頭|電|屋)"

REOPENED = _keys(
    r"(?:重新|再次|恢復|全面|現已|目前已|已經?)開放|開放攀[登爬]|解除(?:了)?(?:封閉|管制|關閉)|(?:封閉|關閉|管制)(?:已經?)?"
    r"(?:解除|結束)|解封"
)
NOT_REOPENED = _keys(
    r"(?:尚未|還沒|仍未|未|不|何時|待|等候|無法|暫緩|才會?|才能|前)(?:重新|再次|恢復|解除|全面)?(?:開放|解封|封閉|管制)"
)
REOPENED_ENGLISH = _words(
    r"re-?opened|open again|closure (?:was |has been )?(?:lifted|ended)|no longer closed"
)

CONDITION = _keys(
    r"雨|濕|潮濕|漲潮|滿潮|大浪|颱風|夜間|晚上|天黑|單獨|獨自|新手|初學|若|如果|如遇|未戴|沒戴|沒有.{0,6}經驗|不熟|無確保|"
    r"徒手|赤腳|強風|打雷|高溫|中午|人多"
)
CONDITION_ENGLISH = _words(
    r"if|when|wet|rain|beginners?|novices?|alone|after dark|at night|high tide|unless|without"
)
PARTIAL = _keys(r"部分|少數|某些|一些|有些|個別|幾條|數條|其中|除.{1,12}外")
PARTIAL_ENGLISH = _words(r"some|part of|parts of|partially|several|a few|certain|except")

WORDINGS: tuple[Wording, ...] = (
    Wording(
        "closed",
        _keys(
            r"封閉|封岩|封路線|關閉|暫停開放|暫不開放|停止開放|不開放|未開放|禁止進入|管制進入|休園"
        ),
        _words(
            r"(?:is|are|was|been|remains?|currently|temporarily|permanently|officially|routes?|crag|area|wall"
            r"|sector|climb|cliff) closed|closed (?:to|for|until|due|because|since|by|indefinitely)|closure|closed"
        ),
        _keys(
            r"(?:避免|以免|免於|防止|曾經?|未曾|沒有?|不會|並未|不是|不再|而非|怕|險遭|差點)(?:被|遭|全面|暫時)?(?:封閉|關閉)|封閉式|"
            r"封閉握|全封閉|半封閉|(?:停車場|廁所|道路|公路|商店|大門|鐵門|瓦斯|餐廳|服務中心|收費).{0,12}(?:封閉|關閉|不開放|未開放)"
        ),
        _words(
            r"not closed|never closed|closed[- ](?:hand|crimp|fist|grip|system|corner|cell)|avoid (?:a |the )?closure"
            r"|prevent (?:a |the )?closure|(?:car park|parking|parking lot|toilets?|road|gate|shop|store)[^.]{0,15}closed"
        ),
    ),
    Wording(
        "discouraged",
        _keys(
            rf"(?:建議|最好|強烈建議){_NOT}{_CLIMB}|不建議(?:攀登|攀爬|爬|前往|嘗試)|不推薦(?:攀登|攀爬|爬)|不宜(?:攀登|攀爬)|"
            rf"不適合(?:攀登|攀爬)|建議暫停攀登|建議避開"
        ),
        _words(
            r"not recommended|not advised|inadvisable|best avoided|should be avoided|avoid (?:this|the) (?:route|climb|area)"
            r"|recommend(?:ed)? not to climb|advise[ds]? against climbing"
        ),
        _keys(r"路況|開車|停車|攀爬(?:樹|欄)"),
    ),
    Wording(
        "do_not_climb",
        _keys(
            rf"{_NOT}(?:再)?{_CLIMB}{_OBJECT}|(?:禁止|嚴禁|不准|禁){_CLIMB}{_OBJECT}|(?:請勿|禁止|切勿)(?:前往|靠近|進入|使用此路線|"
            rf"使用本路線|使用該路線)"
        ),
        _words(
            r"do not climb|don'?t climb|must not be climbed|should not be climbed|climbing (?:is )?(?:prohibited"
            r"|forbidden|banned|not allowed|not permitted)|no climbing|off[- ]limits"
        ),
        _keys(
            rf"攀登難度|不可攀登(?:者)?的?錯覺|(?:不要|別)爬(?:太|得|過)|(?:不要|別){_CLIMB}(?:錯|到|出|進|偏|往|超)"
        ),
    ),
    Wording(
        "sensitive",
        _keys(
            r"保持低調|請低調|務必低調|低調(?:前往|進出|行事|攀登|攀爬|行動)|(?:地點|位置|岩場|環境|土地|地權|產權|區域).{0,4}敏感|"
            r"敏感(?:地點|地區|區域|岩場|位置)|(?:勿|不要|別|不|避免)(?:對外)?(?:公開|分享|張貼|上傳|洩[漏露]|打卡|標[記示註])"
            r".{0,6}(?:位置|地點|座標|定位|地圖|路徑)|(?:位置|地點|座標|定位|地圖|路徑)(?:請)?(?:勿|不要|別)(?:對外)?"
            r"(?:公開|分享|張貼|上傳|外[流洩])"
        ),
        _words(
            r"(?:keep|maintain|stay|remain)s? (?:a )?low[- ]profile|low[- ]profile (?:please|crag|area)|please be discreet"
            r"|sensitive (?:location|access|area|site|crag)|(?:location|access|area|site|crag) is sensitive"
            r"|(?:do not|don'?t|please do not|never) (?:share|publish|post|disclose|reveal|geotag)[^.]{0,30}"
            r"(?:location|coordinates|gps|map|directions)"
        ),
    ),
    Wording(
        "old_bolts",
        _keys(
            r"老舊.{0,6}(?:bolt|anchor|錨栓|耳片|掛片|吊[帽環]|固定點|確保點|繩環|繩圈|扁帶|傘帶|岩釘|piton|hanger|支點)|"
            r"(?:bolt|anchor|錨栓|耳片|吊[帽環]|固定點|確保點|繩環|繩圈|扁帶|岩釘|hanger|支點).{0,6}(?:老舊|老化|過舊|生鏽|鏽蝕|鏽|"
            r"鬆動|鬆脫|會轉|不牢|狀況不佳|堪慮|待換)|(?:生鏽|鏽蝕).{0,4}(?:bolt|anchor|錨栓|耳片|固定點|hanger)|"
            r"(?:仍使用|仍為|還是|僅有).{0,6}304|304錨栓|舊bolt|(?:仍使用|仍為)拉膨式"
        ),
        _words(
            r"(?:old|aged|ageing|aging|rusty|rusted|corroded|suspect|bad|spinning|loose|questionable)"
            r" (?:[a-z]+ )?(?:bolts?|anchors?|hangers?|pitons?|pins?|fixed gear|hardware)|(?:bolts?|anchors?|hangers?|pitons?)"
            r" (?:is|are|look|looks) (?:[a-z]+ )?(?:old|rusty|rusted|corroded|loose|suspect)"
        ),
        _keys(
            r"(?:切除|移除|拆除|更換|換掉|汰換|取代|拔除|清除).{0,10}(?:老舊|舊bolt|鏽|304)|(?:老舊|鏽蝕|生鏽|舊bolt|304).{0,16}"
            r"(?:切除|移除|拆除|更換|換新|汰換|更新為)|(?:並未|沒有|未|不會)(?:生鏽|鏽蝕|鬆動|老舊)|不鏽鋼"
        ),
        _words(
            r"(?:replaced|removed|chopped|swapped|upgraded)[^.]{0,30}(?:old|rusty|rusted|aged)"
            r"|(?:old|rusty|rusted|aged)[^.]{0,30}(?:replaced|removed|chopped|swapped|upgraded)"
        ),
    ),
    Wording(
        "rockfall",
        _keys(r"落石|崩落|崩塌|坍方|塌方|掉石頭|岩崩|石頭掉落|土石流"),
        _words(r"rock ?falls?|falling rocks?|fallen rocks?|landslides?|collapsed"),
        _keys(r"(?:沒有|無|不會|未曾|無虞)(?:發生)?(?:落石|崩塌|崩落)|(?:落石|崩塌)(?:已)?清除"),
        _words(r"no rock ?falls?"),
    ),
    Wording(
        "loose_rock",
        _keys(
            r"(?:岩塊|岩石|石頭|岩點|手點|腳點|石塊|岩層|岩板|岩壁|大石|岩角|點|岩體).{0,4}(?:鬆動|鬆脫|鬆鬆|不穩|會動)|鬆動(?:的)?"
            r"(?:岩|石|點|手點|腳點|大石|flake)|岩質.{0,6}(?:極差|很差|較差|不佳|不穩|鬆|脆|破碎|差)|浮石|破岩|斷裂之虞|岩質鬆動|易碎|"
            r"(?:易|會|容易)(?:剝落|斷裂|崩)"
        ),
        _words(
            r"loose (?:rocks?|blocks?|flakes?|holds?|stones?|boulders?)|choss|chossy|crumbl(?:y|ing)|friable|unstable rock"
        ),
        _keys(
            r"(?:沒有|並無|無|未|不)(?:發現)?(?:任何)?(?:鬆動|浮石|破岩|鬆脫)|岩質.{0,4}(?:不差|不錯|佳|很好|好|穩固)|(?:清除|清掉|移除).{0,6}(?:浮石|鬆動)"
        ),
        _words(r"no loose|no choss"),
    ),
    Wording(
        "no_anchor",
        _keys(
            r"(?:無|沒有|沒|缺|不具|未設|未架設|沒設)(?:任何|既有|現成|固定的?|頂端|top)?(?:anchor|固定點|確保站|確保點|頂端固定點)|"
            r"(?:anchor|固定點|確保站)(?:已)?(?:不存在|消失|被拆|遭拆|拆除|損毀|毀損)"
        ),
        _words(
            r"no (?:fixed |top |bolted )?anchors?|without (?:an? |any )?(?:fixed )?anchors?|anchors? (?:is |are |was )?(?:missing|gone|removed)"
        ),
        _keys(r"(?:無|沒有|沒)(?:anchor|固定點)(?:問題|疑慮|共用)"),
    ),
    Wording(
        "tide",
        _keys(r"漲潮|滿潮|退潮|潮汐|潮水|長浪|瘋狗浪|湧浪|大浪|浪大|海浪|浪況"),
        _words(r"high tides?|low tides?|tidal|tides?|swells?|rogue waves?|big waves?"),
        _keys(r"(?:不受|不怕|無關)(?:漲潮|潮汐|浪)"),
    ),
    Wording(
        "wildlife",
        _keys(
            r"(?:虎頭|蜜|胡|大黃|黃|土|小蜜)蜂|蜂[窩巢群螫]|有蜂|獼猴|猴[子群]|[遊游]隼|老鷹築巢|猛禽|育雛|繁殖[期季]|鳥巢|築巢|"
            r"毒蛇|有蛇|龜殼花|雨傘節|螞蟻窩|跳蚤|恙蟲|隱翅蟲"
        ),
        _words(
            r"wasps?|bees?|hornets?|peregrines?|falcons?|raptors?|nesting|monkeys?|macaques?|(?:venomous|poisonous) snakes?|vipers?"
        ),
    ),
    Wording(
        "hazard",
        _keys(
            r"危險|觸地|墜落.{0,8}(?:小心|注意|受傷|輕傷|重傷|撞)|務必(?:審慎|小心|注意|謹慎)|審慎評估|謹慎確保|仍需注意|請注意|需注意|"
            r"要特別注意|請小心|要小心|需小心|應小心|提高警覺|自行評估|評估風險|斷裂失效|異常|軟化外漏|重傷|死亡|身亡|受傷|岩盔|頭盔|"
            r"磨斷|磨損|需自行架設|(?:檢視|檢查).{0,8}(?:狀況|狀態)|遠離|勿停留|勿逗留"
        ),
        _words(
            r"dangerous|dangers?|hazard(?:ous|s)?|ground ?falls?|deck(?:ing)? potential|caution|beware|be careful|take care"
            r"|injur(?:y|ies|ed)|death|fatal(?:ity)?|helmets?|warning"
        ),
        _keys(r"(?:不|沒有|無|並不)危險|不危險"),
        _words(r"not dangerous|no danger"),
    ),
)
"""In the order of gravity; one clause may carry several."""
