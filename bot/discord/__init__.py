"""The bot in a Discord server: everything that knows discord.py lives here."""
