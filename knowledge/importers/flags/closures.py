"""Wordings that keep climbers away, or quiet: closed, do not climb, better not, sensitive."""

from __future__ import annotations

from knowledge.importers.flags.phrases import Wording, phrases

_CLIMB = r"(?:攀登|攀爬|攀岩|爬|攀(?![登爬岩]))"
_NOT = r"(?:請勿|請不要|請別|勿|別|不要|切勿|避免|先不要|暫勿|暫時不要|不可|不得)"
_NO_ROUTE = r"(?!樹|欄|圍|護|牆頭|電|屋)"
_FACILITY = r"(?:停車場|廁所|道路|公路|商店|大門|鐵門|瓦斯|餐廳|服務中心|收費)"
_FACILITIES = r"(?:car park|parking|parking lot|toilets?|road|gate|shop|store)"
_PUBLISH = r"(?:公開|分享|張貼|上傳|外流|外洩|洩漏|洩露|打卡|標記|標示|標註)"
_WHEREABOUTS = r"(?:位置|地點|座標|定位|地圖|路徑)"

CLOSED = Wording(
    "closed",
    phrases(
        (
            *("封閉", "封岩", "封路線", "關閉", "暫停開放", "暫不開放", "停止開放", "不開放"),
            *("不對外開放", "未開放", "禁止進入", "管制進入", "休園", "關閉攀登"),
        ),
        ("closed", "closure"),
    ),
    phrases(
        (
            r"(?:避免|以免|免於|防止|曾經|曾|未曾|沒有|沒|不會|並未|不是|不再|而非|怕|險遭|差點)"
            r"(?:被|遭|全面|暫時)?(?:封閉|關閉)",
            *("封閉式", "封閉握", "全封閉", "半封閉"),
            rf"{_FACILITY}.{{0,12}}(?:封閉|關閉|不開放|未開放)",
        ),
        (
            *(
                "not closed",
                "never closed",
                r"closed[- ](?:hand|crimp|fist|grip|system|corner|cell)",
            ),
            *(
                "avoid (?:a |the )?closure",
                "prevent (?:a |the )?closure",
                rf"{_FACILITIES}[^.]{{0,15}}closed",
            ),
        ),
    ),
)
DISCOURAGED = Wording(
    "discouraged",
    phrases(
        (
            rf"(?:建議|最好){_NOT}(?:再|先)?{_CLIMB}",
            *("不建議(?:攀登|攀爬|爬|前往|嘗試)", "不推薦(?:攀登|攀爬|爬)", "不宜(?:攀登|攀爬)"),
            *("不適合(?:攀登|攀爬)", "建議暫停攀登", "建議避開"),
        ),
        (
            *("not recommended", "not advised", "inadvisable", "best avoided", "should be avoided"),
            *("avoid (?:this|the) (?:route|climb|area)", "recommend(?:ed)? not to climb"),
            *("advised? not to climb", "advise[ds]? against climbing"),
        ),
    ),
    phrases(("路況", "開車", "停車", "攀爬(?:樹|欄)")),
)
DO_NOT_CLIMB = Wording(
    "do_not_climb",
    phrases(
        (
            rf"{_NOT}再?{_CLIMB}{_NO_ROUTE}",
            rf"(?:禁止|嚴禁|不准|禁){_CLIMB}{_NO_ROUTE}",
            "(?:請勿|禁止|切勿)(?:前往|靠近|進入|使用[此本該]路線)",
        ),
        (
            *("do not climb", "don'?t climb", "must not be climbed", "should not be climbed"),
            "climbing (?:is )?(?:strictly )?(?:prohibited|forbidden|banned)",
            "climbing (?:is )?not (?:allowed|permitted)",
            *("no climbing", "off[- ]limits"),
        ),
    ),
    phrases(
        (
            "(?:不要|別)爬(?:太|得|過)",
            rf"(?:不要|別|避免){_CLIMB}(?:錯|到|出|進|偏|往|超|左|右)",
        ),
        ("do not climb (?:past|beyond|above|left|right|into|onto|over|on the (?:trees?|fence))",),
    ),
)
SENSITIVE = Wording(
    "sensitive",
    phrases(
        (
            *("保持低調", "請低調", "務必低調", "低調(?:前往|進出|行事|攀登|攀爬|行動)"),
            "(?:地點|位置|岩場|環境|土地|地權|產權|區域).{0,4}敏感",
            "敏感(?:地點|地區|區域|岩場|位置)",
            rf"(?:勿|不要|別|不|避免)(?:對外)?{_PUBLISH}.{{0,6}}{_WHEREABOUTS}",
            rf"{_WHEREABOUTS}(?:請)?(?:勿|不要|別)(?:對外)?{_PUBLISH}",
        ),
        (
            r"(?:keep|maintain|stay|remain)s? (?:a )?low[- ]profile",
            *("low[- ]profile (?:please|crag|area)", "please be discreet"),
            "sensitive (?:location|access|area|site|crag)",
            "(?:location|access|area|site|crag) is (?:[a-z]+ )?sensitive",
            r"(?:do not|don'?t|never) (?:share|publish|post|disclose|reveal|geotag)[^.]{0,30}"
            r"(?:location|coordinates|gps|map|directions)",
        ),
    ),
    phrases(),
)

CLOSURES = (CLOSED, DISCOURAGED, DO_NOT_CLIMB, SENSITIVE)
