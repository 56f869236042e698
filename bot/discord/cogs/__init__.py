"""The commands, by theme; a cog knows the services and no other cog."""

from bot.discord.cogs.admin import AdminCog
from bot.discord.cogs.ask import AskCog
from bot.discord.cogs.help import HelpCog
from bot.discord.cogs.log import LogCog
from bot.discord.cogs.me import MeCog

COGS = (AskCog, LogCog, MeCog, AdminCog, HelpCog)
