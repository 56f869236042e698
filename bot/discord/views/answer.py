"""The buttons under an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.discord.brain import digest
from bot.discord.views.confirm import ChoiceButton
from bot.discord.views.feedback import ReportButton, VoteButton
from bot.discord.views.mine import MineButton
from bot.discord.views.more import MoreButton
from bot.discord.views.routes import RecordButton, WishButton
from bot.discord.views.share import UnshareButton

if TYPE_CHECKING:
    from bot.discord.replies import Buttons
    from bot.schema import Language

ITEMS: tuple[type[discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]]], ...] = (
    WishButton,
    RecordButton,
    MoreButton,
    ReportButton,
    VoteButton,
    MineButton,
    ChoiceButton,
    UnshareButton,
)
"""Every button that must work after a restart."""


def answer_view(buttons: Buttons, language: Language) -> discord.ui.View:
    """What stands under an answer; alive as long as its message."""
    view = discord.ui.View(timeout=None)
    routes = ".".join(digest(route_id) for route_id in buttons.route_ids)
    if routes:
        view.add_item(WishButton(routes, language))
        view.add_item(RecordButton(routes, language))
    if buttons.more:
        view.add_item(MoreButton(buttons.page, language))
    view.add_item(ReportButton(routes, language))
    if buttons.vote:
        view.add_item(VoteButton("up"))
        view.add_item(VoteButton("down"))
    return view


def mine_view(user_id: int, key: str, language: Language) -> discord.ui.View:
    """The one button that shows a personal answer to the person who asked."""
    view = discord.ui.View(timeout=None)
    view.add_item(MineButton(user_id, key, language))
    return view
