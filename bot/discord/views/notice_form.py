"""The form for a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.discord.admin_notices import edit, post
from bot.discord.admin_pasted import offer_draft
from bot.discord.guard import administering
from bot.discord.views.form import Form
from bot.discord.words import say

if TYPE_CHECKING:
    from bot.schema import Language
    from knowledge.schema import Notice


class NoticeForm(Form):
    """Title, text, from, until, hours of single days."""

    def __init__(self, language: Language, given: dict[str, Any], notice: Notice | None) -> None:
        super().__init__(title=say("notice.title", language), custom_id="yy:notice", timeout=900)
        self._language = language
        self._given = given
        self._notice_id = notice.id if notice else ""
        values = _values(notice)
        self.heading = self._input("heading", values["title"], required=True)
        self.body = self._input("text", values["text"], long=True)
        self.start = self._input("from", values["valid_from"])
        self.end = self._input("until", values["valid_until"])
        self.hours = self._input("hours", values["hours"], long=True)

    def _input(
        self, key: str, default: str, *, required: bool = False, long: bool = False
    ) -> discord.ui.TextInput[NoticeForm]:
        field: discord.ui.TextInput[NoticeForm] = discord.ui.TextInput(
            label=say(f"notice.{key}", self._language),
            default=default or None,
            required=required,
            style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
            max_length=1500 if long else 200,
            custom_id=key,
        )
        self.add_item(field)
        return field

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Publish it."""
        values = {
            **self._given,
            "title": self.heading.value,
            "text": self.body.value,
            "valid_from": self.start.value,
            "valid_until": self.end.value,
            "hours": hours_of(self.hours.value) or None,
        }
        action = "gym edit" if self._notice_id else "gym post"
        async with administering(interaction, action) as allowed:
            if not allowed:
                return
            if self._notice_id:
                await edit(interaction, self._notice_id, values)
            else:
                await post(interaction, values)


class PasteForm(Form):
    """One field for an announcement as it stands elsewhere."""

    def __init__(self, language: Language, about: str) -> None:
        super().__init__(title=say("paste.title", language), custom_id="yy:paste", timeout=900)
        self._about = about
        self.post: discord.ui.TextInput[PasteForm] = discord.ui.TextInput(
            label=say("paste.text", language),
            style=discord.TextStyle.paragraph,
            max_length=4000,
            custom_id="post",
        )
        self.add_item(self.post)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Show what was read of it."""
        async with administering(interaction, "gym paste") as allowed:
            if allowed:
                await offer_draft(interaction, self.post.value, self._about)


def hours_of(text: str) -> dict[str, str]:
    """Lines 「2026-12-31 10:00-18:00」 or 「2026-12-31 closed」 as a notice has them."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        day, _, span = line.strip().partition(" ")
        if day:
            found[day] = span.strip()
    return found


def _values(notice: Notice | None) -> dict[str, str]:
    """What stands in the form at first."""
    if notice is None:
        return dict.fromkeys(("title", "text", "valid_from", "valid_until", "hours"), "")
    hours = [
        f"{day} {'、'.join(f'{opens}-{closes}' for opens, closes in spans) or 'closed'}"
        for day, spans in notice.hours
    ]
    return {
        "title": notice.title,
        "text": notice.text,
        "valid_from": notice.valid_from.isoformat() if notice.valid_from else "",
        "valid_until": notice.valid_until.isoformat() if notice.valid_until else "",
        "hours": "\n".join(hours),
    }
