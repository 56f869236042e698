"""The commands, by theme; a cog knows the services and no other cog."""

from bot.discord.cogs.ask import AskCog
from bot.discord.cogs.help import HelpCog

COGS = (AskCog, HelpCog)
