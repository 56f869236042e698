"""Words of refusal: a no, and what is said in place of one. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.schema import Intent

CLAIMS_NOTHING: Final[frozenset[Intent]] = frozenset(
    {"greeting", "thanks", "help", "clarify", "community", "out_of_domain", "personal"}
)
"""Answers about no record: a voice cannot turn their no into a yes."""

_DENIES_NOTHING: Final = (
    r"不(?=錯|過(?!去)|妨|如|客氣|好意思|只|但|僅|論|管|少|同)"
    r"|差不多|沒錯|沒問題|無論|未來|未滿|是不是|有沒有|別(?=名|人)"
)
_DENIES: Final = re.compile(
    r"[不沒無未缺]|並非|勿|封閉|公休|休息(?!區|室|時|點)|關門|打烊|空的|空著|空白"
    r"|留白|從缺|掛零|成謎|待查|問倒|(?<![\d.])[零0] ?[條間家個筆]|待確認|待補|超出|幫不上|只查得到"
    r"|\b(?:no|not|nope|nah|none|nobody|nothing|zero|nil|n/a|never|neither|nor|cannot|without|closed|shut|beyond|outside"
    r"|lacks?|lacking|missing|blank|empty|unable|sorry|unknown|unclear|un(?!der|it)[a-z]{3,}ed)\b"
    r"|n't\b",
    re.IGNORECASE,
)
FACT_DENIAL: Final = re.compile(
    r"沒有(?:開|記|寫|資料|營業|這)|沒開|公休|查不到|找不到(?!人|伴)|不在(?!同)|封閉|不能爬"
    r"|\bno (?:record|data)\b|\bclosed\b|\bnot open\b",
    re.IGNORECASE,
)
OWN_DENIAL: Final = re.compile(
    r"我(?:這邊|這裡|也|都|就|是|自己|可)*(?:[找查]不到)(?=[人伴誰]|隊友|繩伴)"
)
"""「我找不到人給你」 denies no fact: it is what a bot cannot do."""
_UNRECORDED: Final = re.compile(
    r"(?:沒有?|未)(?:記載|寫|記)|\bno record\b|\bnot recorded\b", re.IGNORECASE
)
_DISCREET: Final = re.compile(r"低調|\blow profile\b", re.IGNORECASE)
_KEEPS: Final = re.compile(
    r"低調|敏感|保密|(?:問|請教|找)[^，。；]{0,8}(?:當地|在地|社群)|\blow profile\b|\bsensitive\b"
    r"|\bkeep (?:it|that|this|those)\b|\blocal[^,.;]{0,12} (?:climbers|community|people)\b",
    re.IGNORECASE,
)
"""A no of discretion in other words: what is kept, and who may be asked for it."""
_DIFFERENT: Final = re.compile(r"兩回事|兩碼子?事|\bdifferent\b", re.IGNORECASE)
_MEASURES: Final = re.compile(
    r"[看評量算顧]|\b(?:rates?|measures?|is about|are about|count)", re.IGNORECASE
)
_SCALES: Final = (
    re.compile(r"抱石|V ?級|\bboulder|\bV[- ](?:grade|scale)", re.IGNORECASE),
    re.compile(r"繩攀|路線|上攀|\broute|\brope|\bYDS\b", re.IGNORECASE),
)
_REFERRED: Final = re.compile(
    r"氣象署|館方|公告|管理單位|官方|現場|\bgym\b|\bagency\b|\badministration\b", re.IGNORECASE
)
_REFERS: Final = re.compile(
    r"[問看查洽]|聯絡|聯繫|打給|參考|為準|\b(?:ask|check|contact|call|see|look|touch|follow)\b",
    re.IGNORECASE,
)


def refuses(text: str) -> bool:
    """Whether a text, without the names of records, denies anything."""
    return bool(_DENIES.search(re.sub(_DENIES_NOTHING, "", text)))


def is_unrecorded(line: str) -> bool:
    """Whether a rendered line says of a field that nothing is recorded."""
    return bool(_UNRECORDED.search(line))


def keeps_to_itself(body: str, rendered: str) -> bool:
    """Whether a body is discreet, as the rendered answer is."""
    return bool(_DISCREET.search(rendered) and _KEEPS.search(body))


def tells_apart(body: str) -> bool:
    """Whether a body says that two scales measure different things, or what each measures."""
    each = all(scale.search(body) for scale in _SCALES)
    return bool(_DIFFERENT.search(body) or (each and _MEASURES.search(body)))


def refers(body: str, rendered: str) -> bool:
    """Whether a body names whom to ask instead, as the rendered answer does."""
    told = {one.casefold() for one in _REFERRED.findall(rendered)}
    asked = (one.casefold() for one in _REFERRED.findall(body))
    return bool(_REFERS.search(body)) and any(one in told for one in asked)
