"""Embeds: views of a verified answer. Nothing stands in a card that its text does not say.

Discord's limits hold for every card: title 256, description 4096, 25 fields of 256 and 1024,
footer 2048, and 6000 characters for all embeds of a message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord

from bot.discord.markup import clip, escape
from bot.rendering import parse_recommendation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering import ParsedRecommendation, RouteBlock

ROCK = discord.Colour(0x8C6A4A)
GREEN = discord.Colour(0x3F8F5B)
BLUE = discord.Colour(0x3B7EA1)
WARM = discord.Colour(0xC77D2B)
TITLE, DESCRIPTION, FIELD_NAME, FIELD_VALUE, FOOTER, TOTAL = 256, 4096, 256, 1024, 2048, 6000
MAX_FIELDS = 25

_COLOURS = {"🧗": ROCK, "⛰️": GREEN, "🏢": BLUE, "📖": WARM}
_BARS = re.compile(r"｜| \| ")
_LABELLED = re.compile(r"^・(?P<label>[^：:]{1,24})(?:：|: )\s*(?P<value>.+)$")
_OF = re.compile(r"^「(?P<name>[^」]+)」的(?P<label>[^：:]{1,10})：(?P<value>.*)$")
_SOURCE = re.compile(r"^📚 (?:來源：|Source: )")
_ROUTE_LABELS = {
    True: ("難度", "型態", "長度", "位置", "裝備・固定點", "注意"),
    False: ("Grade", "Type", "Length", "Where", "Gear", "Caution"),
}


def text_card(text: str) -> discord.Embed | None:
    """The card of an answer about one route, crag, gym or word; ``None`` when it is no card."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return None
    mark = next((mark for mark in _COLOURS if lines[0].startswith(f"{mark} ")), "")
    if not mark or sum(line.startswith(f"{mark} ") for line in lines) != 1:
        return None
    sources = [line for line in lines if _SOURCE.match(line)]
    body = [line for line in lines[1:] if line not in sources]
    if mark == "🧗":
        embed = _route_card(lines[0], body)
    else:
        title, *rest = _BARS.split(lines[0])
        told = [*(["・".join(rest)] if rest else []), *body]
        embed = discord.Embed(
            title=clip(escape(title), TITLE),
            description=clip("\n".join(map(_emphasised, told)), DESCRIPTION),
        )
    embed.colour = _COLOURS[mark]
    embed.set_footer(text=clip("\n".join(sources), FOOTER) or None)
    return embed if len(embed) <= TOTAL else None


def recommendation_cards(
    text: str,
) -> tuple[tuple[str, ...], Sequence[discord.Embed], tuple[str, ...]] | None:
    """What stands before, the cards of a recommendation, and what stands after it.

    ``None`` when the text holds no whole recommendation.
    """
    parsed = parse_recommendation(text)
    if not parsed.ok:
        return None
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith("為你推薦｜"))
    end = next(at for at, line in enumerate(lines) if line == parsed.footer)
    cards = [_block_card(block) for block in parsed.blocks]
    cards[-1].set_footer(text=clip(f"{cards[-1].footer.text}\n{parsed.footer}", FOOTER))
    if sum(map(len, cards)) > TOTAL:
        return None
    before = tuple(line for line in lines[:start] if line.strip())
    after = tuple(line for line in lines[end + 1 :] if line.strip())
    return (*before, _header(parsed)), cards, after


def _header(parsed: ParsedRecommendation) -> str:
    return f"為你推薦｜{'・'.join([parsed.place, parsed.conditions, parsed.data_date])}"


def _block_card(block: RouteBlock) -> discord.Embed:
    """One recommended route, its seven lines as fields."""
    title = f"{block.name}（{block.name_en}）" if block.name_en else block.name
    embed = discord.Embed(
        title=clip(f"🧗 {escape(title)}", TITLE),
        description=clip(f"✨ 特色：{escape(block.character)}", DESCRIPTION),
        colour=ROCK,
    )
    _field(embed, "難度", block.grade, inline=True)
    _field(embed, "型態", f"{block.type}・{block.length}", inline=True)
    _field(embed, "📍 位置", block.place)
    gear = f"{block.gear}；固定點：{block.anchor}；下撤：{block.descent}"
    _field(embed, "🔩 裝備・固定點", gear)
    _field(embed, "👉 推薦原因", block.reason)
    _field(embed, "⚠️ 注意", block.caution)
    mark = "（虛構示範資料）" if block.invented else ""
    embed.set_footer(text=clip(f"📚 來源：{block.source}（更新 {block.updated}）{mark}", FOOTER))
    return embed


def _route_card(head: str, body: Sequence[str]) -> discord.Embed:
    """Title and figures from the head line, the rest by their marks."""
    title, *figures = _BARS.split(head)
    labels = _ROUTE_LABELS["｜" in head]
    texts = [line.removeprefix("📝 ") for line in body if line.startswith("📝 ")]
    embed = discord.Embed(title=clip(escape(title), TITLE))
    for name, value in zip(labels, figures, strict=False):
        _field(embed, name, value, inline=True)
    for mark, name in (("📍", labels[3]), ("🔩", labels[4])):
        values = [line.removeprefix(f"{mark} ") for line in body if line.startswith(f"{mark} ")]
        if values:
            _field(embed, f"{mark} {name}", "\n".join(values))
    warnings = [line.removeprefix("⚠️ ") for line in body if line.startswith("⚠️ ")]
    if warnings:
        _field(embed, f"⚠️ {labels[5]}", "\n".join(warnings))
    rest = [line for line in body if not line.startswith(("📝 ", "📍 ", "🔩 ", "⚠️ "))]
    embed.description = clip(escape("\n".join([*texts, *rest])), DESCRIPTION) or None
    return embed


def _field(embed: discord.Embed, name: str, value: str, *, inline: bool = False) -> None:
    if value.strip() and len(embed.fields) < MAX_FIELDS:
        embed.add_field(
            name=clip(name, FIELD_NAME), value=clip(escape(value), FIELD_VALUE), inline=inline
        )


def _emphasised(line: str) -> str:
    """A line of a card with its label in bold."""
    match = _LABELLED.match(line) or _OF.match(line)
    if match is None:
        return escape(line)
    return f"**{escape(match['label'])}**　{escape(match['value'])}".rstrip("　")
