"""Characters that Unicode normalisation leaves apart though a reader sees the same.

Source: Unicode's EquivalentUnifiedIdeograph for the radicals; the variants are pairs that Taiwanese
texts mix in names, written as they look after the conversion to Simplified.
"""

from __future__ import annotations

HAN = "\u2e80-\u2fdf\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, radicals and compatibility forms, as the inside of a pattern's brackets."""

_RADICAL_PAIRS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡"
    "⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱网⺲罒⺳网"
    "⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车"
    "⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨"
    "⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟"
)
RADICALS: dict[str, str] = dict(zip(_RADICAL_PAIRS[::2], _RADICAL_PAIRS[1::2], strict=True))
"""Radical of U+2E80-2EFF -> the character that it stands for (the Kangxi block is NFKD's own)."""

_VARIANT_PAIRS = (
    "钩勾托托託托着著砲炮衹只巖岩嵒岩喦岩囘回岀出巿市堿碱喆哲迺乃鎗枪竝并幷并恆恒嚮向"
    "妳你祢你牠它祂它瞭了癒愈甦苏脣唇麪面佈布峯峰裏里裡里註注羣群牀床濶阔靑青黃黄淸清眞真"
    "吿告戶户戸户卽即旣既竜龙"
)
VARIANTS: dict[str, str] = dict(zip(_VARIANT_PAIRS[::2], _VARIANT_PAIRS[1::2], strict=True))
"""Variant -> the spelling that keys use."""

TONE_MARKS = frozenset("ˊˇˋ˙ˉ")
"""Tones of bopomofo: letters to Unicode, noise to a key."""
