"""The one recommendation format, written and read back: header, up to three blocks, footer.

Values made by :func:`field_text` hold no line break and no full-width bar; for them
``parse_recommendation(format_recommendation(x))`` gives ``x`` back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

MAX_ROUTES = 3
FOOTER = "出發前確認：天氣・浪況潮汐・封閉公告・固定點目視檢查。資訊可能過期，現場判斷優先。"
NO_HAZARD = "資料未列風險，不代表安全"
NOT_RECORDED = "未記載"
UNDATED = "日期未記載"
HEADER_START = "為你推薦"

_BAR = "｜"
_HEADER = re.compile(rf"^{HEADER_START}{_BAR}(?P<body>.+)$")
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "🧗",
        re.compile(
            r"^🧗 (?P<title>[^｜]+)｜(?P<grade>[^｜]+)｜(?P<type>[^｜・]+)・(?P<length>[^｜]+)$"
        ),
    ),
    ("📍", re.compile(r"^📍 (?P<place>.+)$")),
    ("🔩", re.compile(r"^🔩 (?P<gear>.+)；固定點：(?P<anchor>.+)；下撤：(?P<descent>.+)$")),
    ("✨", re.compile(r"^✨ 特色：(?P<character>.+)$")),
    ("👉", re.compile(r"^👉 推薦原因：(?P<reason>.+)$")),
    ("⚠️", re.compile(r"^⚠️ 注意：(?P<caution>.+)$")),
    (
        "📚",
        re.compile(
            r"^📚 來源：(?P<source>.+?)（更新 (?P<updated>[^（）]+)）"
            r"(?P<invented>（虛構示範資料）)?$"
        ),
    ),
)
_TITLE = re.compile(r"^(?P<name>.+?)（(?P<name_en>[^（）]+)）$")


@dataclass(frozen=True, slots=True)
class RouteBlock:
    """One recommended route: the values of its seven lines."""

    name: str
    grade: str
    type: str
    length: str
    place: str
    gear: str
    anchor: str
    descent: str
    character: str
    reason: str
    caution: str
    source: str
    updated: str
    name_en: str = ""
    invented: bool = False


@dataclass(frozen=True, slots=True)
class ParsedRecommendation:
    """A recommendation as its format holds it."""

    place: str
    conditions: str
    data_date: str
    blocks: tuple[RouteBlock, ...] = ()
    footer: str = FOOTER
    problems: tuple[str, ...] = ()
    """What does not keep the format, in Taiwan Chinese; empty when all is well."""

    @property
    def ok(self) -> bool:
        """Whether the text keeps the format."""
        return not self.problems


def field_text(text: str) -> str:
    """A value fit for the format: one line, no bars or separators that the format owns."""
    flat = " ".join(text.split()).replace(_BAR, "|")
    for marker in ("；固定點：", "；下撤："):
        flat = flat.replace(marker, marker.replace("；", "，"))
    return flat or NOT_RECORDED


def name_text(name: str, name_en: str) -> tuple[str, str]:
    """Both names fit for the title line: only the English name stands in full-width brackets."""
    english = field_text(name_en).replace("（", "(").replace("）", ")") if name_en.strip() else ""
    return field_text(name).replace("（", "(").replace("）", ")"), english


def format_recommendation(recommendation: ParsedRecommendation) -> str:
    """The text block: header, blocks with a blank line between, footer."""
    header = _BAR.join(
        [
            HEADER_START,
            "・".join([recommendation.place, recommendation.conditions, recommendation.data_date]),
        ]
    )
    blocks = [_format_block(block) for block in recommendation.blocks]
    return "\n".join([header, "\n\n".join(blocks), recommendation.footer])


def parse_recommendation(text: str) -> ParsedRecommendation:
    """The recommendation in a text; what stands before and after it is skipped."""
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if _HEADER.match(line)), None)
    if start is None:
        return ParsedRecommendation(
            "", "", "", footer="", problems=("沒有「為你推薦｜」開頭的標題行",)
        )
    place, conditions, data_date, problems = _parse_header(lines[start])
    body = lines[start + 1 :]
    end = next((at for at, line in enumerate(body) if line == FOOTER), None)
    if end is None:
        problems.append("沒有結尾的「出發前確認」行")
    blocks, block_problems = _parse_blocks(body[:end])
    problems += block_problems
    if not 1 <= len(blocks) <= MAX_ROUTES:
        problems.append(f"要有 1 到 {MAX_ROUTES} 條路線，讀到 {len(blocks)} 條")
    return ParsedRecommendation(
        place=place,
        conditions=conditions,
        data_date=data_date,
        blocks=tuple(blocks),
        footer=FOOTER if end is not None else "",
        problems=tuple(problems),
    )


def _format_block(block: RouteBlock) -> str:
    title = f"{block.name}（{block.name_en}）" if block.name_en else block.name
    mark = "（虛構示範資料）" if block.invented else ""
    return "\n".join(
        [
            f"🧗 {title}｜{block.grade}｜{block.type}・{block.length}",
            f"📍 {block.place}",
            f"🔩 {block.gear}；固定點：{block.anchor}；下撤：{block.descent}",
            f"✨ 特色：{block.character}",
            f"👉 推薦原因：{block.reason}",
            f"⚠️ 注意：{block.caution}",
            f"📚 來源：{block.source}（更新 {block.updated}）{mark}",
        ]
    )


def _parse_header(line: str) -> tuple[str, str, str, list[str]]:
    """Place, conditions and date; the conditions may hold separators of their own."""
    match = _HEADER.match(line)
    parts = match["body"].split("・") if match else []
    if len(parts) < 3:
        return "", "", "", ["標題行要有岩場、條件摘要和資料日期"]
    return parts[0], "・".join(parts[1:-1]), parts[-1], []


def _parse_blocks(lines: list[str]) -> tuple[list[RouteBlock], list[str]]:
    """Blocks between blank lines, and what is wrong with them."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    blocks: list[RouteBlock] = []
    problems: list[str] = []
    for number, chunk in enumerate((chunk for chunk in chunks if chunk), 1):
        block, wrong = _parse_block(chunk)
        problems += [f"第 {number} 條：{reason}" for reason in wrong]
        if block is not None:
            blocks.append(block)
    return blocks, problems


def _parse_block(lines: list[str]) -> tuple[RouteBlock | None, list[str]]:
    """One block, or the reasons why it is none."""
    problems = [] if len(lines) == len(_LINES) else [f"要有 {len(_LINES)} 行，讀到 {len(lines)} 行"]
    values: dict[str, str] = {}
    for line, (label, pattern) in zip(lines, _LINES, strict=False):
        match = pattern.match(line)
        if match is None:
            problems.append(f"「{label}」那一行不合格式")
        else:
            values |= {name: value or "" for name, value in match.groupdict().items()}
    if problems:
        return None, problems
    invented = bool(values.pop("invented"))
    title = values.pop("title")
    names = _TITLE.match(title)
    values |= {"name": names["name"], "name_en": names["name_en"]} if names else {"name": title}
    known = {field.name for field in fields(RouteBlock)}
    return RouteBlock(**{k: v for k, v in values.items() if k in known}, invented=invented), []
