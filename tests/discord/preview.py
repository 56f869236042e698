"""A picture of the main cards in Discord's dark theme: ``python -m tests.discord.preview OUT.png``.

Writes an HTML page made from the very embeds that the bot sends over the demo data, and renders it
with headless Chromium where there is one. For looking at; nothing depends on it.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.discord.brain import Brain
from bot.discord.markup import quote
from bot.discord.replies import Outgoing, compose
from bot.discord.words import say
from bot.live import LiveAssistant
from knowledge.knowledge_base import load_demo

if TYPE_CHECKING:
    import discord

NOW = datetime(2026, 11, 28, 20, 0, tzinfo=ZoneInfo("Asia/Taipei"))
QUESTIONS = (
    "推薦一條石螢谷 5.9 左右的",
    "灰鯨介紹一下",
    "霧鳴岬介紹",
    "岩嶼台南店介紹",
    "霧鳴岬有哪些 5.10 的運攀",
)
STYLE = """
body { margin: 0; background: #313338; color: #dbdee1; width: 620px; padding: 14px 18px;
  font: 15px/1.375 "gg sans", "Noto Sans", "Noto Sans CJK TC", "Helvetica Neue", sans-serif; }
.message { margin: 0 0 18px 0; }
.name { color: #f2f3f5; font-weight: 600; }
.app { background: #5865f2; color: #fff; border-radius: 3px; font-size: 10px; padding: 1px 4px;
  margin-left: 4px; vertical-align: 2px; }
.quote { border-left: 4px solid #4e5058; padding-left: 10px; margin: 2px 0; }
.small { color: #949ba4; font-size: 12px; }
.embed { background: #2b2d31; border-radius: 4px; border-left: 4px solid #888; margin: 6px 0 0 0;
  padding: 10px 16px 12px 12px; max-width: 516px; }
.title { color: #f2f3f5; font-weight: 600; font-size: 16px; margin-bottom: 6px; }
.fields { display: grid; grid-template-columns: repeat(12, 1fr); gap: 8px; margin-top: 8px; }
.field { grid-column: span 12; font-size: 14px; }
.field.inline { grid-column: span 4; }
.field b { display: block; color: #f2f3f5; font-size: 14px; }
.footer { color: #b5bac1; font-size: 12px; margin-top: 10px; white-space: pre-line; }
.text { font-size: 14px; white-space: pre-line; }
.row { margin-top: 6px; }
.button { display: inline-block; background: #4e5058; color: #fff; border-radius: 3px;
  padding: 5px 14px; font-size: 14px; margin-right: 8px; }
.button.good { background: #248046; } .button.main { background: #5865f2; }
"""


def page(answers: list[tuple[str, tuple[Outgoing, ...]]]) -> str:
    """The whole page."""
    body = "".join(
        _message("小明", f"@岩友 {question}") + "".join(map(_outgoing, parts))
        for question, parts in answers
    )
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><body>{body}</body>"


def _message(name: str, text: str, *, app: bool = False, more: str = "") -> str:
    badge = '<span class="app">應用程式</span>' if app else ""
    shown = f'<div class="text">{_text(text)}</div>' if text else ""
    return f'<div class="message"><span class="name">{name}</span>{badge}{shown}{more}</div>'


def _outgoing(part: Outgoing) -> str:
    more = "".join(map(_embed, part.embeds))
    if part.buttons is not None:
        first = []
        if part.buttons.route_ids:
            first += [("good", say("button.wish", "zh")), ("good", say("button.record", "zh"))]
        if part.buttons.more:
            first.append(("main", say("button.more", "zh")))
        rows = [first, [("", say("button.report", "zh")), ("", "👍"), ("", "👎")]]
        more += "".join(
            '<div class="row">'
            + "".join(f'<span class="button {kind}">{label}</span>' for kind, label in row)
            + "</div>"
            for row in rows
            if row
        )
    return _message("岩友", part.content, app=True, more=more)


def _embed(embed: discord.Embed) -> str:
    colour = f"#{embed.colour.value:06x}" if embed.colour else "#888"
    fields = "".join(
        f'<div class="field{" inline" if one.inline else ""}"><b>{_text(one.name or "")}</b>'
        f"{_text(one.value or '')}</div>"
        for one in embed.fields
    )
    return (
        f'<div class="embed" style="border-left-color:{colour}">'
        f'<div class="title">{_text(embed.title or "")}</div>'
        f'<div class="text">{_text(embed.description or "")}</div>'
        f'<div class="fields">{fields}</div>'
        f'<div class="footer">{html.escape(embed.footer.text or "")}</div></div>'
    )


def _text(markdown: str) -> str:
    """The little of Markdown that the bot writes."""
    shown = html.escape(markdown, quote=False)
    shown = re.sub(r"(?<!\\)\*\*(.+?)(?<!\\)\*\*", r"<b>\1</b>", shown)
    shown = re.sub(r"^&gt; (.+)$", r'<div class="quote">\1</div>', shown, flags=re.MULTILINE)
    shown = re.sub(r"^-# (.+)$", r'<span class="small">\1</span>', shown, flags=re.MULTILINE)
    shown = re.sub(r"&lt;(https?://[^&]+)&gt;", r"\1", shown)
    return re.sub(r"\\([*_`~|#>\[\\-])", r"\1", shown)


def answers_over_the_demo(data_dir: Path) -> list[tuple[str, tuple[Outgoing, ...]]]:
    """Questions with the messages that answer them."""
    load_demo(data_dir)
    brain = Brain(LiveAssistant.open(data_dir))
    told = [(one, compose(brain.answer(one, NOW))) for one in QUESTIONS]
    last = brain.answer("5.10a 等於法式幾級", NOW)
    return [*told, ("/ask", compose(last, head=quote("5.10a 等於法式幾級")))]


def main(arguments: list[str] | None = None) -> int:
    """Write the page and, with Chromium, the picture; 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.discord.preview")
    parser.add_argument("out", type=Path, help="PNG to write; the page goes beside it")
    parser.add_argument("--height", type=int, default=2700, help="of the picture, in pixels")
    given = parser.parse_args(arguments)
    out = given.out.resolve()
    with TemporaryDirectory(prefix="yanyou-preview-") as scratch:
        source = out.with_suffix(".html")
        source.write_text(page(answers_over_the_demo(Path(scratch))), encoding="utf-8")
    browser = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if browser is None:
        return 0
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        f"--window-size=640,{given.height}",
        f"--screenshot={out}",
        source.as_uri(),
    ]
    return subprocess.run(command, check=False, capture_output=True, timeout=120).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
