"""Pasted announcements of gyms and crags -> drafts of notices that an admin confirms. Pure.

What a post does not say for sure is asked, never guessed.
"""

from bot.announcements.draft import MAX_CHARS, NoticeDraft, draft_notice

__all__ = ["MAX_CHARS", "NoticeDraft", "draft_notice"]
