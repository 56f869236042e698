"""The numbered rows of a rendered answer: 「1. 灰鯨（Grey Whale）｜5.10a｜運攀」. Pure."""

from __future__ import annotations

import re
from typing import Final

ROW_NUMBER: Final = re.compile(r"^\s*(\d{1,3})[.、)]\s", re.MULTILINE)
