"""Routes of the catalogue less those that one has done: 「霧鳴岬的 5.10a 扣掉完攀過的」.

Whoever describes routes and leaves out the done ones means the own log, with or without 「我」.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.understanding.personal.filters import only_words
from bot.understanding.personal.scanning import blank, fold, pattern

if TYPE_CHECKING:
    from bot.understanding.conditions import Conditions
    from bot.understanding.reading import Reading

_DEED = (
    "(?:完攀|完成|爬|送|解|磕|收|破(?!碎|面)|清(?!楚)|打勾|勾(?!點)|紅點|拿|攻|登頂|登上|碰|摸|"
    "試|搞定|幹|踩|通關|攻略|攻克|"
    "征服|開張|挑戰|達成|上(?!方|面|架|段|半|去怎)|(?<!去)過(?!夜)|記(?!載|錄|者)|入袋|到手|"
    r"(?:rp|os|flash|onsight|redpoint|send|sent|tick|clean|top|climb|done|try)(?![a-z]))"
)
_NOT = (
    "(?:(?<!有)(?<!久)(?<!年)(?<!個月)(?<!週)(?<!陣子)(?<!完全)沒(?!落|掛)(?:有)?|"
    "未(?!記|標|註|知|來|滿|定)|不曾|未曾|尚未|還未)"
)
_SOFTLY = (
    "(?:被|讓|給|把|能|真正|成功|好好|正式|去|來|再|曾|有|我|自己|本人|先鋒|乾淨|完整|一次|真的|都|"
    " ){0,3}"
)
_NOT_DONE = pattern(
    rf"{_NOT}{_SOFTLY}{_DEED}(?!過?\s?(?:\x00|課|岩|攀岩|戶外|室內|先鋒(?:的人)?[^的]|傳攀(?!的)|"
    rf"抱石(?!的)))"
    r"|\b(?:have ?n.?t|has ?n.?t|have not|did ?n.?t|did not|never|not|yet to|still to)"
    r"(?:[ -](?:i|yet|ever|been|actually|even|have|managed to|to)){0,3}[ -]"
    r"(?:climb(?:ed)?|sen[dt]|done|do|tick(?:ed)?|finish(?:ed)?|tried|try|top(?:ped)?|flash(?:ed)?|"
    r"onsight(?:ed)?|redpoint(?:ed)?|clean(?:ed)?|touched|got(?:ten)?|been on|complete[d]?|"
    r"log(?:ged)?)\b"
    r"|\bun(?:sent|ticked|climbed|done|finished|flashed|redpointed)\b"
    r"|\b(?:are ?n.?t|is ?n.?t|not|missing) (?:yet )?(?:in|on|from) my (?:log|logbook|ticks?|"
    r"tick ?list|"
    r"list|records?)\b"
)
"""Says of climbs that they were not done."""
_LEFT_OUT = pattern(
    r"(?:扣掉|扣除|除了|除去|去掉|去除|排除|減掉|減去|剔除|撇開|不含|不算|不要|刪去|拿掉|濾掉|"
    r"過濾掉|除開)"
    rf"(?:掉)?(?:那些|所有|我|自己|本人|已經|已|曾經|之前|以前|都|全部|的){{0,4}}{_DEED}"
    rf"|{_DEED}[^，,。？?]{{0,4}}(?:的)?(?:路線|線|那些)?(?:以外|之外|除外|不算|扣掉|去掉|排除|"
    rf"拿掉|不要|別列|不用列)"
    rf"|{_DEED}[^，,。？?]{{0,6}}(?:裡|中|內)?(?:面|頭)?(?:沒有|沒出現|找不到)(?:的|$|[？?])"
    r"|\b(?:minus|except(?: for)?|excluding|besides|other than|apart from|aside from|without|"
    r"less|but not|"
    r"leav(?:e|ing) out|skip(?:ping)?|remov(?:e|ing)|exclude|ignor(?:e|ing)) "
    r"(?:all |the |those |any |ones |of |that |what |anything |everything |climbs |routes |"
    r"stuff |my |"
    r"already ){0,4}"
    r"(?:i(?:.ve| have)?(?: already)? )?(?:climbed|sent|did|done|ticked|finished|sends?|ticks?|"
    r"completed)\b"
)
"""Leaves out what was done."""
_STILL = pattern(
    r"(?:(?:還|尚|仍|只|就|我|自己)(?:差|缺|欠|漏)|漏(?=[了掉])|剩(?:下|餘)?)(?:了|掉|著|幾|哪|"
    r"什麼|誰|啥|多少|的|沒|要|有|我|"
    r"$|[？?])|還要(?:爬|送|完攀)"
    r"|(?:等|待)(?:著)?我(?:去)?(?:爬|送|完攀|解|收|挑戰)?|還沒(?:湊|集|收|刷)(?:齊|滿|完)"
    r"|\b(?:have|.ve|do i|is|are|what.s) (?:still )?left\b|\bleft(?= to\b|\s?[?.!]?$| for me| at|"
    r" in| on my)"
    r"|\b(?:remain(?:s|ing)?|missing|(?<!good )(?<!ready )(?<!safe )(?<!okay )to go|outstanding|"
    r"still need|still have to)\b"
)
"""Says that something is left over."""
_WHOLE = pattern(
    r"全(?:部)?(?:破|清|收|解|送|爬|刷|完攀|拿|掃|打)|(?:收|集|湊|刷|清|掃|爬|送|解|"
    r"破)(?:集)?(?:齊|滿|完|光|掉|乾淨|遍)"
    r"|大滿貫|全勤|(?:都|全部?|全都|通通) ?(?:爬|送|完攀|解|收|tick|send|clean)|一網打盡|制霸|"
    r"達成率|進度"
    r"|\b(?:finish|complete|clear|tick|send|climb|do|sweep|clean up|collect)(?:ed|ing)? "
    r"(?:off )?(?:all|every|each|the (?:whole|full|rest|lot))\b"
)
"""Wants them all."""
_OWN = pattern(r"我|自己|本人|(?<![a-z])(?:i|i.ve|i.m|my|me)(?![a-z])")
_NOBODY = pattern(
    r"(?:沒|沒有|無)(?:任何)?人|誰(?:都)?沒|有人|別人|大家|沒爬過(?:的人|戶外|先鋒|傳攀|岩)|新手|"
    r"第一次(?:來|去)"
    r"|\b(?:nobody|no one|anyone|anybody|someone|somebody|he|she|they|people)\b"
)
"""Speaks of what others did, or of somebody new to climbing."""
_TOUCHED = pattern(
    r"(?<!沒)(?<!沒有)(?<!未)(?:試|爬|碰|摸|打|磕)(?:過|了)[^。]{0,6}(?:沒|還沒|未)|project|pj"
    r"|(?:tried|attempted|worked|been on) (?:but|and|without)|still (?:working|open)"
)
_VERDICT = pattern(
    r"(?:可以|能|適合|該|應該|敢)[^，。？?]{0,10}[嗎嘛]|可不可以|能不能|行嗎|怎麼(?:辦|練|爬|"
    r"準備|才)|注意"
    r"|^\W*(?:can|may|should|is it)\b"
)


def leaves_out_done(reading: Reading, conditions: Conditions) -> bool:
    """Whether routes are described of which those that the asker has done are left out."""
    if reading.of_kind("route") or not _described(reading, conditions):
        return False
    if any(not (only_words(name) or _NOT_DONE.search(fold(name))) for name in reading.unknown):
        return False
    spans = [(name.start, name.end) for name in (*reading.names, *reading.denied)]
    folded = blank(fold(reading.text), spans)
    if _NOBODY.search(folded) or _TOUCHED.search(folded) or _VERDICT.search(folded):
        return False
    if _NOT_DONE.search(folded) or _LEFT_OUT.search(folded):
        return bool(reading.cues & _WANTS or _OWN.search(folded) or _names_none(reading, folded))
    still, whole = _STILL.search(folded), _WHOLE.search(folded)
    placed = len(reading.of_kind(*_PLACES)) == 1 and "compare" not in reading.cues
    sought = whole or _OWN.search(folded) or (conditions.grades and placed)
    return bool((still and sought) or (whole and _MUST.search(folded)))


_PLACES = ("crag", "area", "sector")
_WANTS = frozenset({"list", "count", "recommend", "route", "elliptic"})
_MUST = pattern(r"還(?:要|得|需要|有)|要再|\b(?:what|which)[^.?]* (?:need|have) to\b")


def _names_none(reading: Reading, folded: str) -> bool:
    """「霧鳴岬 5.10a 還沒 RP 的」: ends with what is wanted, and tells of no day."""
    return not reading.days and not _TELLS.search(folded)


_TELLS = pattern(
    r"今天|昨天|前天|剛剛|剛才|終於|可惜|記一?筆|幫我記|\b(?:today|yesterday|just|log)\b"
)


def _described(reading: Reading, conditions: Conditions) -> bool:
    if reading.of_kind("gym"):
        return False
    return bool(reading.of_kind(*_PLACES) or conditions.narrows_routes)
