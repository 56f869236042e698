"""What the bot needs in a server, and the link with which an admin lets it in."""

from __future__ import annotations

import discord

SCOPES = ("bot", "applications.commands")


def permissions() -> discord.Permissions:
    """To read where it is asked, to answer there, with cards, files and threads."""
    return discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        create_public_threads=True,
        embed_links=True,
        attach_files=True,
        read_message_history=True,
    )


def invitation(application_id: int) -> str:
    """The link that invites the bot."""
    return discord.utils.oauth_url(application_id, permissions=permissions(), scopes=SCOPES)
