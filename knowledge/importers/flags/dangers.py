"""Wordings of dangers: old bolts, rockfall, loose rock, no anchor, tide, animals, anything else."""

from __future__ import annotations

from knowledge.importers.flags.phrases import Wording, phrases

_GEAR = (
    "(?:bolt|anchor|piton|hanger|錨栓|錨釘|耳片|掛片|吊帽|吊環|岩釘|支點"
    "|固定點|確保點|確保站|繩環|繩圈|扁帶|傘帶)"
)
_GEAR_EN = r"(?:bolts?|anchors?|hangers?|pitons?|pins?|fixed gear|hardware)"
_ROCK = r"(?:岩塊|岩石|石頭|岩點|手點|腳點|石塊|岩層|岩板|岩壁|大石|岩角|岩體|點)"
_GONE = r"(?:切除|移除|拆除|更換|換掉|汰換|取代|拔除|清除)"
_FAILED = (
    r"(?:變形|彎曲|斷裂|斷掉|斷開|脫落|掉落|拔出|被拔|晃動|搖晃|凸出|外露|裂開|龜裂|失效|損壞|毀損)"
)
_FAILED_EN = r"(?:failed|fails|broke|broken|deformed|bent|pulled(?: out)?|missing|damaged|cracked)"
_UNKNOWN = r"(?:不知名|不明|未知|來路不明|身分不詳)(?:的)?(?:人士|人|者|單位)?"
_SET = r"(?:新設|設置|增設|加設|架設|打上|打了|鎖上|安裝|裝設|私設)"
_WORN_EN = (
    r"(?:old|aged|ageing|aging|rusty|rusted|corroded|suspect|bad|spinning|loose|questionable)"
)

OLD_BOLTS = Wording(
    "old_bolts",
    phrases(
        (
            rf"老舊.{{0,6}}{_GEAR}",
            rf"{_GEAR}.{{0,6}}(?:老舊|老化|過舊|生鏽|鏽蝕|鏽|鬆動|鬆脫|會轉|不牢|狀況不佳|堪慮|待換)",
            rf"(?:生鏽|鏽蝕|鏽掉).{{0,4}}{_GEAR}",
            r"(?:仍使用|仍為|還是|僅有).{0,6}304",
            *("304錨栓", "舊bolt", "(?:仍使用|仍為)拉膨式"),
        ),
        (
            rf"{_WORN_EN} (?:[a-z]+ )?{_GEAR_EN}",
            rf"{_GEAR_EN} (?:is|are|look|looks) (?:[a-z]+ )?{_WORN_EN}",
        ),
    ),
    phrases(
        (
            rf"{_GONE}.{{0,10}}(?:老舊|舊bolt|鏽|304)",
            r"(?:老舊|鏽蝕|生鏽|舊bolt|304).{0,16}(?:切除|移除|拆除|更換|換新|汰換|更新為)",
            r"(?:並未|沒有|未|不會)(?:生鏽|鏽蝕|鬆動|老舊)",
            "不鏽鋼",
        ),
        (
            rf"(?:replaced|removed|chopped|swapped|upgraded)[^.]{{0,30}}{_WORN_EN}",
            rf"{_WORN_EN}[^.]{{0,30}}(?:replaced|removed|chopped|swapped|upgraded)",
        ),
    ),
)
ROCKFALL = Wording(
    "rockfall",
    phrases(
        ("落石", "崩落", "崩塌", "坍方", "塌方", "掉石頭", "岩崩", "石頭掉落", "土石流"),
        ("rock ?falls?", "falling rocks?", "fallen rocks?", "landslides?", "collapsed"),
    ),
    phrases(
        ("(?:沒有|無|不會|未曾|無虞)(?:發生)?(?:落石|崩塌|崩落)", "(?:落石|崩塌)(?:已)?清除"),
        ("no rock ?falls?",),
    ),
)
LOOSE_ROCK = Wording(
    "loose_rock",
    phrases(
        (
            rf"{_ROCK}.{{0,4}}(?:鬆動|鬆脫|鬆鬆|不穩|會動)",
            "鬆動(?:的)?(?:岩|石|點|手點|腳點|大石|flake)",
            "岩質.{0,6}(?:極差|很差|較差|不佳|不穩|鬆|脆|破碎|差|爛|風化|不良|堪[慮憂])",
            "岩質.{0,8}(?:有|存)?(?:些|點)?(?:問題|疑慮|疑問|存疑)",
            f"{_ROCK}.{{0,6}}(?:空心|中空|空洞|空響|裂開|龜裂|風化|快掉|要掉|搖搖)",
            "(?:空心|中空|風化)(?:的)?(?:岩|石|點|flake)",
            *("浮石", "破岩", "斷裂之虞", "岩質鬆動", "易碎", "(?:易|會|容易)(?:剝落|斷裂|崩)"),
        ),
        (
            "loose (?:rocks?|blocks?|flakes?|holds?|stones?|boulders?)",
            *("choss", "chossy", "crumbl(?:y|ing)", "friable", "unstable rock"),
            "(?:hollow|detached|rotten|suspect) (?:[a-z]+ )?(?:rocks?|blocks?|flakes?|holds?)",
            "(?:rocks?|blocks?|flakes?|holds?) (?:is |are |sounds? )?(?:hollow|detached|rotten)",
        ),
    ),
    phrases(
        (
            "(?:沒有|並無|無|未|不)(?:發現)?(?:任何)?(?:鬆動|浮石|破岩|鬆脫)",
            "岩質.{0,4}(?:不差|不錯|佳|很好|好|穩固)",
            "岩質.{0,6}(?:沒有?|沒什麼|並無|無)(?:任何|什麼)?(?:問題|疑慮)",
            "(?:清除|清掉|移除).{0,6}(?:浮石|鬆動)",
        ),
        ("no loose", "no choss"),
    ),
)
NO_ANCHOR = Wording(
    "no_anchor",
    phrases(
        (
            "(?:無|沒有|沒|缺|不具|未設|未架設|沒設)(?:任何|既有|現成|固定的|固定|頂端|top)?"
            "(?:anchor|固定點|確保站|確保點|頂端固定點)",
            "(?:anchor|固定點|確保站)(?:已經|已)?(?:不存在|消失|被拆|遭拆|拆除|損毀|毀損)",
        ),
        (
            "no (?:fixed |top |bolted )?anchors?",
            "without (?:an? |any )?(?:fixed )?anchors?",
            "anchors? (?:is |are |was )?(?:missing|gone|removed)",
        ),
    ),
    phrases(("(?:無|沒有|沒)(?:anchor|固定點)(?:問題|疑慮|共用)",)),
)
TIDE = Wording(
    "tide",
    phrases(
        (
            "漲潮",
            "滿潮",
            "退潮",
            "潮汐",
            "潮水",
            "長浪",
            "瘋狗浪",
            "湧浪",
            "大浪",
            "浪大",
            "海浪",
            "浪況",
        ),
        ("tides?", "tidal", "swells?", "rogue waves?", "big waves?"),
    ),
    phrases(("(?:不受|不怕|無關)(?:漲潮|潮汐|浪)",), ("(?:non|not)[- ]tidal",)),
)
WILDLIFE = Wording(
    "wildlife",
    phrases(
        (
            *(
                "(?:虎頭|蜜|胡|大黃|黃|土)蜂",
                "蜂[窩巢群螫]",
                "有蜂",
                "獼猴",
                "猴[子群]",
                "[遊游]隼",
            ),
            *("老鷹築巢", "猛禽", "育雛", "繁殖[期季]", "鳥巢", "築巢", "毒蛇", "有蛇", "龜殼花"),
            *("雨傘節", "螞蟻窩", "跳蚤", "恙蟲", "隱翅蟲"),
        ),
        (
            *(
                "wasps?",
                "bees?",
                "hornets?",
                "peregrines?",
                "falcons?",
                "raptors?",
                "nesting",
                "monkeys?",
            ),
            *("macaques?", "(?:venomous|poisonous) snakes?", "vipers?"),
        ),
    ),
    phrases(),
)
HAZARD = Wording(
    "hazard",
    phrases(
        (
            *("危險", "觸地", "墜落.{0,8}(?:小心|注意|受傷|輕傷|重傷|撞)", "審慎評估", "謹慎確保"),
            *("務必(?:審慎|小心|注意|謹慎)", "仍需注意", "請注意", "需注意", "要特別注意"),
            *(
                "請小心",
                "要小心",
                "需小心",
                "應小心",
                "提高警覺",
                "自行評估",
                "評估風險",
                "斷裂失效",
            ),
            *(
                "異常",
                "軟化外漏",
                "輕傷",
                "重傷",
                "死亡",
                "身亡",
                "受傷",
                "岩盔",
                "頭盔",
                "磨斷",
                "磨損",
                "磨繩",
                "摩繩",
            ),
            *("需自行架設", "(?:檢視|檢查).{0,8}(?:狀況|狀態)", "遠離", "勿停留", "勿逗留"),
            "(?:不建議|不適合|不宜)(?:新手|初學)",
            *(
                "(?<!落石)(?<!崩塌)(?<!崩落)風險",
                "擺盪",
                "小心(?!翼|思)",
                "請留意",
                "須留意",
                "慎入",
                "自行斟酌",
                "自行判斷",
            ),
            *("量力而為", "風險自負", "自負(?:責任|安全)", "墜地", "不堪使用", "不能使用"),
            "(?:不易|不好|難以|很難|無法|沒辦法|不能)(?:再)?(?:架設|置放|放置|保護|設置|放保護|放點)",
            "保護(?:點|性|支點)?.{0,3}(?:稀|偏少|太少|很少|較少|很差|較差|不佳|不好|不足|有限|薄弱|困難|不良)",
            "(?:沒有|缺乏|缺少)(?:任何)?保護",
            rf"(?:點距|間距|{_GEAR}.{{0,3}}距離?).{{0,4}}(?:大|遠|長|寬|拉)",
            rf"{_GEAR}.{{0,12}}{_FAILED}|{_FAILED}的?{_GEAR}",
            rf"{_UNKNOWN}.{{0,30}}(?:{_SET}|{_GEAR})|(?:私自|擅自){_SET}?.{{0,12}}{_GEAR}",
            "(?:拉拔?測試?|測試|檢測).{0,10}(?:變形|斷裂|不合格|未通過|失敗)",
        ),
        (
            *(
                "dangerous",
                "dangers?",
                "hazard(?:ous|s)?",
                "ground ?falls?",
                "deck(?:ing)? potential",
            ),
            *("caution", "beware", "be careful", "take care", "injur(?:y|ies|ed)", "death"),
            *("fatal(?:ity)?", "helmets?", "warning"),
            *("run[- ]?out", "risk(?:s|y)?", "pendulum", "swing(?:ing)? falls?", "sketchy"),
            "(?:poor|bad|sparse|scant|little|no|limited|marginal) (?:pro|protection|gear)",
            "poorly protected|(?:hard|difficult|tricky|awkward) to protect",
            f"(?:widely |well )?spaced (?:[a-z]+ )?{_GEAR_EN}",
            f"{_GEAR_EN} (?:are |is )?(?:quite |very |rather )?(?:widely |far )?(?:spaced|apart)",
            f"{_GEAR_EN}(?: [a-z]+){{0,3}} {_FAILED_EN}|{_FAILED_EN} {_GEAR_EN}",
            "by (?:an )?(?:unknown|unidentified) (?:person|people|party|parties)",
        ),
    ),
    phrases(
        (
            "(?:不|沒有?|無|並不)(?:什麼|任何)?(?:危險|風險)|零風險",
            "(?:保護|固定點).{0,4}(?:很好|良好|充足|不用擔心)",
        ),
        ("not dangerous", "no danger", "no risks?", "(?:helmet|risk)[- ]free"),
    ),
)

DANGERS = (OLD_BOLTS, ROCKFALL, LOOSE_ROCK, NO_ANCHOR, TIDE, WILDLIFE, HAZARD)
