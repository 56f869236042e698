"""Score bands of the grade scales, read from the published table and not from the pipeline.

Source: OpenBeta/climbing-grades (MIT), src/data/routes.csv and boulder.csv. Bands are inclusive;
routes and boulders have an axis of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from knowledge.schema import GradeSystem

Band = tuple[int, int]


def _table(text: str) -> dict[str, Band]:
    bands: dict[str, Band] = {}
    for item in text.split():
        token, _, span = item.partition("=")
        low, _, high = span.partition("-")
        bands[token] = (int(low), int(high or low))
    return bands


YDS: Final = _table(
    "5.0=0-11 5.1=12-17 5.2=18-21 5.3=22-25 5.4=26-30 5.5=31-35 5.6=36-40 5.7=41-45 5.8=46-51 "
    "5.9=52-56 5.10a=57-61 5.10b=62-63 5.10c=64-65 5.10d=66 5.11a=67-68 5.11b=69-70 5.11c=71-72 "
    "5.11d=73-74 5.12a=75 5.12b=76-77 5.12c=78-79 5.12d=80-81 5.13a=82-83 5.13b=84-85 5.13c=86-87 "
    "5.13d=88-89 5.14a=90-91 5.14b=92-93 5.14c=94-95 5.14d=96-97 5.15a=98-99 5.15b=100-101 "
    "5.15c=102-103 5.15d=104-105"
)
V: Final = _table(
    "VB-=0-11 VB=12-23 VB+=24-35 V0-=36-39 V0=40-43 V0+=44-47 V1=48-52 V2=53-57 V3=58-62 V4=63-67 "
    "V5=68-70 V6=71-73 V7=74-76 V8=77-79 V9=80-81 V10=82-83 V11=84-85 V12=86-87 V13=88-89 "
    "V14=90-91 V15=92-93 V16=94-95 V17=96-97"
)
CONVERSIONS: Final[dict[tuple[str, GradeSystem], dict[str, tuple[str, ...]]]] = {
    ("yds", "french"): {
        "5.9": ("5b", "5c"),
        "5.10b": ("6a+",),
        "5.10c": ("6b",),
        "5.10d": ("6b+",),
        "5.11a": ("6b+", "6c"),
        "5.11b": ("6c", "6c+"),
        "5.11c": ("6c+", "7a"),
        "5.11d": ("7a", "7a+"),
        "5.12a": ("7a+",),
        "5.12b": ("7b",),
        "5.12c": ("7b+",),
        "5.12d": ("7c",),
        "5.13a": ("7c+",),
        "5.13b": ("8a",),
        "5.13c": ("8a+",),
        "5.13d": ("8b",),
        "5.14a": ("8b+",),
    },
    ("yds", "uiaa"): {
        "5.10b": ("7-",),
        "5.10c": ("7",),
        "5.10d": ("7+",),
        "5.12a": ("8+",),
        "5.12d": ("9",),
        "5.13a": ("9+",),
        "5.13c": ("10",),
        "5.13d": ("10+",),
    },
    ("french", "yds"): {
        "6a+": ("5.10b",),
        "6b": ("5.10c",),
        "7b": ("5.12b",),
        "7b+": ("5.12c",),
        "7c": ("5.12d",),
        "7c+": ("5.13a",),
        "8a": ("5.13b",),
        "8a+": ("5.13c",),
        "8b": ("5.13d",),
    },
    ("french", "uiaa"): {
        "6a+": ("7-",),
        "6b": ("7",),
        "7c": ("9",),
        "7c+": ("9+",),
        "8a+": ("10",),
    },
    ("uiaa", "yds"): {
        "7-": ("5.10b",),
        "7": ("5.10c",),
        "9": ("5.12d",),
        "9+": ("5.13a",),
        "10": ("5.13c",),
    },
    ("uiaa", "french"): {
        "7-": ("6a+",),
        "7": ("6b",),
        "9": ("7c",),
        "9+": ("7c+",),
        "10": ("8a+",),
    },
    ("v", "font"): {
        "V5": ("6C", "6C+"),
        "V6": ("6C+", "7A"),
        "V7": ("7A+", "7B"),
        "V8": ("7B", "7B+"),
        "V9": ("7C",),
        "V10": ("7C+",),
        "V11": ("8A",),
    },
    ("font", "v"): {
        "7C": ("V9",),
        "7C+": ("V10",),
        "8A": ("V11",),
        "8A+": ("V12",),
        "8B": ("V13",),
    },
}
"""First and last grade of what a grade corresponds to; only rows on which the tables agree."""


def band(token: str) -> Band | None:
    """The band of a question's grade; a number stands for all its letters."""
    if token in YDS:
        return YDS[token]
    if token in V:
        return V[token]
    letters = [span for name, span in YDS.items() if name[:-1] == token and name[-1] in "abcd"]
    return (letters[0][0], letters[-1][1]) if letters else None


def beside(token: str, steps: int = 2) -> Band | None:
    """The band widened by some grades on both sides."""
    scale = YDS if token.startswith("5.") else V
    spans = list(scale.values())
    own = band(token)
    if own is None:
        return None
    first = next(index for index, span in enumerate(spans) if span[0] == own[0])
    last = next(index for index, span in enumerate(spans) if span[1] == own[1])
    return spans[max(0, first - steps)][0], spans[min(len(spans) - 1, last + steps)][1]


def family(token: str) -> str:
    """The whole number of a grade: ``5.10b`` -> ``5.10``, ``V4`` -> ``V4``."""
    return token[:-1] if token.startswith("5.") and token[-1] in "abcd" else token
