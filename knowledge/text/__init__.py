"""Text as it is matched: keys, tokens and sounds. What is stored and shown stays as it came.

Invariants: every function is pure and never raises on any string; keys hold only lower-case
letters and digits (Han characters simplified, so that both scripts meet); nothing here is for
display except ``clean`` and the hosts of links.
"""

from knowledge.text.characters import RADICALS
from knowledge.text.folding import KeyedText, clean, has_han, is_simplified, key, keyed
from knowledge.text.links import link_host, links_as_hosts
from knowledge.text.people import is_nameless, people_in
from knowledge.text.sounds import Syllable, loose, pinyin_key, syllables
from knowledge.text.words import edit_distance, ngrams, similarity, tokens

__all__ = [
    "RADICALS",
    "KeyedText",
    "Syllable",
    "clean",
    "edit_distance",
    "has_han",
    "is_nameless",
    "is_simplified",
    "key",
    "keyed",
    "link_host",
    "links_as_hosts",
    "loose",
    "ngrams",
    "people_in",
    "pinyin_key",
    "similarity",
    "syllables",
    "tokens",
]
