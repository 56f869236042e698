"""The style words themselves: one key a style, many words in Chinese and English.

Latin words are regular expressions, as some Chinese ones are; ``knowledge.terms.styles`` adds word
boundaries. A word never stands for two styles.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """One style with its words; Latin words are patterns with word boundaries added."""

    key: str
    zh: str
    en: str
    words: tuple[str, ...]
    implies: tuple[str, ...] = ()
    """Styles that hold as well: a hand crack is a crack."""


ALL_STYLES = (
    Style("slab", "斜板", "slab", ("斜板", "踩板", "板坡", r"slab(?:s|by)?")),
    Style(
        "overhang",
        "外傾",
        "overhang",
        (
            "外傾",
            "大角度",
            "仰角",
            "懸垂",
            r"over-?hang(?:s|ing)?",
            r"steep",
            r"(?<=[大很超微小有])over(?![a-z])",
        ),
    ),
    Style(
        "roof",
        "懸岩・天花板",
        "roof",
        ("懸岩", "天花板", "屋簷", "屋檐", r"roofs?"),
        implies=("overhang",),
    ),
    Style(
        "crack",
        "裂隙",
        "crack",
        ("裂隙", "裂縫", "岩縫", "手塞", "指塞", "拳塞", r"cracks?(?!\s+(?:a|an|of|the|me|up)\b)"),
    ),
    Style(
        "finger_crack",
        "手指裂隙",
        "finger crack",
        ("手指裂隙", "指裂隙", "手指裂縫", "指縫", r"finger[ -]?cracks?"),
        implies=("crack",),
    ),
    Style(
        "hand_crack",
        "手掌裂隙",
        "hand crack",
        ("手掌裂隙", "掌裂隙", "手掌裂縫", r"hand[ -]?cracks?"),
        implies=("crack",),
    ),
    Style(
        "fist_crack",
        "拳頭裂隙",
        "fist crack",
        ("拳頭裂隙", "拳裂隙", "拳頭裂縫", r"fist[ -]?cracks?"),
        implies=("crack",),
    ),
    Style(
        "offwidth",
        "寬裂隙",
        "off-width",
        ("寬裂隙", "寬縫", "寬裂縫", r"off-?\ ?widths?", r"ow"),
        implies=("crack",),
    ),
    Style("chimney", "煙囪", "chimney", ("煙囪", r"chimneys?", r"squeeze")),
    Style(
        "corner",
        "內角",
        "corner",
        ("內角", "夾角", r"(?<!outside\ )corners?", r"dihedrals?", r"open\ book"),
    ),
    Style(
        "arete", "外角・岩角", "arête", ("外角", "岩角", "稜角", r"ar[eê]tes?", r"outside\ corner")
    ),
    Style("face", "岩面", "face", ("岩面", r"face(?:\ climbing)?")),
    Style("vertical", "垂直壁", "vertical", ("垂直壁", "直壁", "垂直的?岩?牆", r"vertical")),
    Style("traverse", "橫渡", "traverse", ("橫渡", "橫移", r"travers(?:e|es|ing)")),
    Style("tufa", "鐘乳石", "tufa", ("[鐘鍾]乳石?", "石灰華", r"tufas?")),
    Style("pocket", "指洞", "pocket", ("指洞", "口袋點", "洞點", r"pockets?(?:y|ed)?", r"monos?")),
    Style("crimp", "小點", "crimp", ("小點", "小摳點", "摳點", "摳的", r"crimp(?:s|y|ing)?")),
    Style("jug", "大點", "jug", ("大點", "把手點", "大把手", r"jug(?:s|gy)?")),
    Style("sloper", "sloper", "sloper", ("斜面點", "外斜點", "滑面", r"sloper?s?", r"slopey")),
    Style("pinch", "捏點", "pinch", ("捏點", r"pinch(?:es|y)?")),
    Style("undercling", "倒拉", "undercling", ("倒拉", "反提", r"underclings?")),
    Style("sidepull", "側拉", "side-pull", ("側拉", r"side-?\ ?pulls?")),
    Style("layback", "layback", "layback", ("反拉", r"lay-?\ ?backs?(?:ing)?", r"lie-?\ ?backs?")),
    Style("mantle", "mantle", "mantle", ("撐上平台", r"mantel(?:s|ing)?", r"mantle(?:s|ing)?")),
    Style(
        "stemming",
        "stemming",
        "stemming",
        ("大字撐", "夾角撐", r"stem(?:s|ming)?", r"bridging"),
    ),
    Style(
        "dyno",
        "動態",
        "dyno",
        ("動態", "跳點", "飛點", "大跳", r"dynos?", r"dynamic(?:\ moves?)?", r"deadpoints?"),
    ),
    Style("heel_hook", "掛腳", "heel hook", ("掛腳", "掛勾腳", "勾腳", r"heel-?\ ?hooks?")),
    Style("endurance", "耐力", "endurance", ("耐力", "續航", r"endurance", r"stamina")),
    Style(
        "power",
        "爆發力",
        "power",
        ("爆發力", "爆發型", "力量型", r"power(?:ful|y)?"),
    ),
    Style(
        "bouldery",
        "抱石型",
        "bouldery",
        ("抱石型態?", "抱石動作", "抱石難關", "抱石問題", "抱石風格", r"bouldery"),
    ),
    Style("fingery", "指力", "fingery", ("指力", r"fingery", r"finger\ strength")),
    Style(
        "technical",
        "技巧",
        "technical",
        ("技巧", "技術型", "技術性", "腳法", r"technical", r"technique", r"footwork"),
    ),
    Style("balance", "平衡", "balance", ("平衡", r"balanc(?:e|y)", r"delicate")),
    Style(
        "friction",
        "摩擦",
        "friction",
        ("踩摩擦", "摩擦(?:力|攀登|型)?", r"friction", r"smear(?:s|ing|y)?"),
    ),
    Style("warmup", "熱身", "warm-up", ("熱身", "暖身", r"warm(?:ing)?-?\ ?ups?")),
    Style(
        "beginner",
        "新手友善",
        "beginner-friendly",
        (
            "新手友善",
            "初學者",
            "新手",
            "入門",
            "初學",
            "菜鳥",
            "第一次先鋒",
            "親子",
            "小朋友",
            r"beginners?(?:[ -]?friendly)?",
            r"newbies?",
            r"first\ leads?",
            r"kids?(?:[ -]friendly)?",
        ),
    ),
    Style("classic", "經典", "classic", ("經典", "必爬", "名線", r"classics?", r"must-?\ ?climb")),
    Style("pumpy", "手爆", "pumpy", ("手爆", "爆手", "前臂爆", r"pump(?:y|ed|s)?")),
    Style("sustained", "連續", "sustained", ("連續", "一路到頂", r"sustained", r"continuous")),
    Style(
        "runout",
        "bolt 間距大",
        "run-out",
        ("跑繩", "間距(?:遠|大|很遠|很大|偏遠|較遠)", r"run-?\ ?outs?"),
    ),
    Style("sharp", "點較利", "sharp", ("銳利", "刺手", "割手", "刺刺的", r"sharp")),
    Style("reachy", "臂展有利", "reachy", ("臂展", "身高", r"reachy", r"morpho")),
    Style(
        "morning_sun",
        "早上有太陽",
        "morning sun",
        ("(?:早上|上午)(?:有太陽|會曬|曬|日曬|有陽光)", r"morning\ sun", r"sun\ in\ the\ morning"),
    ),
    Style(
        "afternoon_sun",
        "下午有太陽",
        "afternoon sun",
        (
            "下午(?:有太陽|會曬|曬|日曬|有陽光|西曬)",
            "西曬",
            r"afternoon\ sun",
            r"sun\ in\ the\ afternoon",
        ),
    ),
    Style(
        "morning_shade",
        "早上有陰影",
        "morning shade",
        (
            "(?:早上|上午)(?:有|是|會有)?(?:陰影|遮蔭|陰涼|曬不到|不會?曬)",
            r"morning\ shade",
            r"shad(?:e|y)\ in\ the\ morning",
        ),
        implies=("shade",),
    ),
    Style(
        "afternoon_shade",
        "下午有陰影",
        "afternoon shade",
        (
            "下午(?:有|是|會有)?(?:陰影|遮蔭|陰涼|曬不到|不會?曬)",
            r"afternoon\ shade",
            r"shad(?:e|y)\ in\ the\ afternoon",
        ),
        implies=("shade",),
    ),
    Style(
        "shade",
        "遮蔭",
        "shade",
        ("陰影", "遮蔭", "遮陰", "陰涼", "曬不到", "樹蔭", r"shad(?:e|ed|y)"),
    ),
    Style("sunny", "有太陽", "sunny", ("有太陽", "曬得到", "向陽", "朝南", r"sunny")),
    Style(
        "rain_proof",
        "雨天可爬",
        "dry in the rain",
        (
            "雨天(?:也|還)?(?:可以|可|能|還能|也能)爬",
            "(?:下|小|毛毛|下小)雨(?:天)?(?:也|還|時)?(?:可以|可|能|還能|也能)爬",
            "不怕雨",
            "淋不到雨",
            "雨備",
            "避雨",
            "遮雨",
            r"rain-?\ ?proof",
            r"(?:dry|climbable)\ in\ (?:the\ )?rain",
        ),
    ),
)

TERRAIN = frozenset(
    {
        "slab",
        "overhang",
        "roof",
        "crack",
        "finger_crack",
        "hand_crack",
        "fist_crack",
        "offwidth",
        "chimney",
        "corner",
        "arete",
        "traverse",
        "tufa",
        "undercling",
        "layback",
    }
)
"""Styles that the name of a route can be trusted for."""

NOT_AFTER = {
    "平衡": "(?<!收支)",
    "摩擦": "(?<!磨)",
    "動態": "(?<!最新)(?<!近期)",
    "技巧": "(?<!聊天)",
}
NOT_BEFORE = {
    "連續": "(?![0-9一二兩三四五六七八九十幾好多]|假|下雨|爬了)",
    "動態": "(?!消息|時報|熱身|更新|繩|主繩)",
    "指力": "(?!板)",
    "大點": "(?!的[聲字岩])",
    "小點": "(?!的[聲字岩]|心)",
    "身高": "(?!體重|只有|大概|約|\\s*[0-9一])",
    "經典": "(?!賽|款)",
    "power": "(?!\\s*(?:wall|point|bank))",
    "face": "(?!\\s*(?:book|time|mask))",
    "pocket": "(?!\\s*money)",
}
