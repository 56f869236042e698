"""What a language model is given: the same bytes for training and for serving. Pure.

A prompt holds a system text, the earlier turns, and one message with the records, the answer that
code rendered from them and the member's question. Everything that people or records wrote is
fenced: it is data, and cannot close its fence.
"""

from bot.prompts.message import Message
from bot.prompts.query_json import QueryJson, query_text
from bot.prompts.records import numbered_records
from bot.prompts.speaking import Spoken, body_of, closing_of, speak_messages
from bot.prompts.style import COMPACT, FULL, PROMPT_VERSION, STYLES, PromptStyle
from bot.prompts.system import OPEN
from bot.prompts.understanding import understand_messages

__all__ = [
    "COMPACT",
    "FULL",
    "OPEN",
    "PROMPT_VERSION",
    "STYLES",
    "Message",
    "PromptStyle",
    "QueryJson",
    "Spoken",
    "body_of",
    "closing_of",
    "numbered_records",
    "query_text",
    "speak_messages",
    "understand_messages",
]
