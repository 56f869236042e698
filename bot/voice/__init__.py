"""A language model's voice over verified facts: it may say them better, never say others.

The rendered answer is shown at once and stands whatever the model does. The model's text is
cleaned, judged sentence by sentence against the same records, and edited in only when it holds.
"""

from bot.voice.answers import SpokenAnswer, speak_answer
from bot.voice.attempt import Rejected, Said, VoiceSettings
from bot.voice.breaker import Breaker
from bot.voice.judging import Judge
from bot.voice.rereading import Rereader
from bot.voice.speaking import Voice, spoken_of
from bot.voice.telling import Asked, Teller, voice_settings
from bot.voice.traces import Traces

__all__ = [
    "Asked",
    "Breaker",
    "Judge",
    "Rejected",
    "Rereader",
    "Said",
    "SpokenAnswer",
    "Teller",
    "Traces",
    "Voice",
    "VoiceSettings",
    "speak_answer",
    "spoken_of",
    "voice_settings",
]
