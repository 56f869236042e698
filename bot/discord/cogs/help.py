"""/help: what the bot can do, and what it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.posting import respond_text
from bot.discord.services import responding, spoken_to

if TYPE_CHECKING:
    from bot.discord.services import Services
    from bot.schema import Language

HELP: dict[Language, str] = {
    "zh": """**岩友**：用中文或英文直接問我就好。
- **在頻道**：提到我（@岩友）就回；在我的討論串、指定的頻道和私訊，不用提到我。
- **接著問**：回覆我的答案，例如「第二條誰首攀的」「換一批」。
- **查資料**：`/route` 路線、`/crag` 岩場、`/gym` 岩館、`/grade` 換算難度、`/glossary` 術語。
- **找路線**：`/recommend`，或直接說「推薦一條 5.9 左右的運攀」。
- **你的紀錄**：`/log` 記一筆、看統計、匯入匯出；只有你看得到。`/me` 看我知道你什麼，也能全部清掉。
- **不對的地方**：按「回報錯誤」，管理員會看到。

我只說資料裡有的，會附來源和更新日期。我沒有即時天氣、浪況和封閉資訊，也不替任何固定點掛保證：現場判斷優先。""",
    "en": """**Yanyou**: just ask me, in Chinese or English.
- **In a channel**: mention me. No mention is needed in my threads, in set channels and in private.
- **Go on**: reply to my answer, e.g. “who climbed the second one first”, “show others”.
- **Look up**: `/route`, `/crag`, `/gym`, `/grade` converts grades, `/glossary` explains words.
- **Find a climb**: `/recommend`, or say “recommend a sport route around 5.9”.
- **Your log**: `/log` adds, counts, imports, exports; only you see it. `/me` shows or erases it.
- **Mistakes**: press “Report a mistake”; the admins will see it.

I say only what the records say, with source and date. I have no live weather, swell or closures
and vouch for no anchor: what you see at the crag comes first.""",
}


class HelpCog(commands.Cog):
    """Help."""

    def __init__(self, services: Services) -> None:
        self.services = services

    @app_commands.command(name="help", description="What I can do")
    async def help(self, interaction: discord.Interaction) -> None:
        """A page of help, for the member alone."""
        async with responding(interaction, ephemeral=True) as waits:
            if waits:
                await respond_text(interaction, HELP[spoken_to(interaction)])
