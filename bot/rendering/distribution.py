"""Distributions as small bar charts in text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from bot.rendering.cleaning import clean_name
from bot.rendering.composing import compose
from bot.rendering.conditions import numbers_of, route_conditions
from bot.rendering.labels import ROUTE_TYPES, label
from bot.rendering.nothing import render_nothing
from bot.rendering.route_values import grade_text
from bot.rendering.unknown import unknown_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.rendering.request import Request
    from bot.schema import Draft, Group
    from knowledge.filters import Bucket, GradeBounds

_WHOLE = re.compile(r"5\.\d+(?=[a-d+?/（-]|$)")
"""The grade without its letter."""
MAX_BAR = 20
"""Blocks of the longest bar."""


def render_distribution(request: Request) -> Draft:
    """Every bucket with its bar, the total and the bounds; one chart a place."""
    evidence = request.evidence
    groups = [group for group in evidence.groups if group.buckets]
    if len(groups) > 1:
        return _by_group(groups, request)
    buckets = evidence.buckets or (groups[0].buckets if groups else ())
    if not buckets or not any(bucket.count for bucket in buckets):
        return render_nothing(request, "distribution.empty")
    conditions = route_conditions(request)
    total = len(evidence.routes) or sum(bucket.count for bucket in buckets)
    lines = [request.say("distribution.head", conditions=conditions, total=total)]
    lines += chart(buckets, request)
    whole = _whole_grades(buckets)
    if whole:
        colon = "：" if request.zh else ": "
        listed = ("；" if request.zh else "; ").join(
            f"{name}{colon}{count}" for name, count in whole
        )
        lines.append(request.say("distribution.whole", grades=listed))
    lines += [*bounds_lines(evidence.bounds, request), *unknown_lines(request)]
    taken_together = [n for name, count in whole for n in (*numbers_of(name), str(count))]
    figures = (total, *_figures(buckets), *numbers_of(conditions), *taken_together)
    return compose(request, lines, evidence.routes, figures=figures)


def chart(buckets: Sequence[Bucket], request: Request) -> list[str]:
    """One line a bucket: label, bar, count."""
    labels = [_label(bucket, request) for bucket in buckets]
    width = max(map(_width, labels))
    most = max(bucket.count for bucket in buckets) or 1
    return [
        f"{text}{' ' * (width - _width(text))} {_bar(bucket.count, most)} {bucket.count}"
        for text, bucket in zip(labels, buckets, strict=True)
    ]


def _whole_grades(buckets: Sequence[Bucket]) -> list[tuple[str, int]]:
    """The letters of a grade taken together, where there are letters: 5.10a to 5.10d as 5.10."""
    counts: Counter[str] = Counter()
    found = [(bucket, _WHOLE.match(bucket.label)) for bucket in buckets]
    for bucket, match in found:
        if match is not None and bucket.count:
            counts[match[0]] += bucket.count
    lettered = any(match is not None and match.end() < len(b.label) for b, match in found)
    return list(counts.items()) if lettered else []


def bounds_lines(bounds: GradeBounds | None, request: Request) -> list[str]:
    """Easiest and hardest, when there are any."""
    if bounds is None:
        return []
    easiest, hardest = grade_text(bounds.easiest), grade_text(bounds.hardest)
    return [request.say("distribution.bounds", easiest=easiest, hardest=hardest)]


def _by_group(groups: Sequence[Group], request: Request) -> Draft:
    lines: list[str] = []
    figures: list[object] = []
    for group in groups:
        name = clean_name(group.name)
        lines.append(request.say("distribution.head", conditions=name, total=group.total))
        lines += chart(group.buckets, request)
        lines += bounds_lines(group.bounds, request)
        figures += [group.total, *_figures(group.buckets)]
    return compose(request, lines, request.evidence.routes, figures=figures)


def _figures(buckets: Sequence[Bucket]) -> list[str]:
    """Counts, and numbers within the labels: a bucket 「5.10」 is no grade of one record."""
    numbers = [str(bucket.count) for bucket in buckets]
    return numbers + [number for bucket in buckets for number in numbers_of(bucket.label)]


def _label(bucket: Bucket, request: Request) -> str:
    return (
        label(ROUTE_TYPES, bucket.label, request.language)
        if bucket.label in ROUTE_TYPES
        else clean_name(bucket.label)
    )


def _bar(count: int, most: int) -> str:
    """A block each where they fit, else to scale with at least one for what exists."""
    if most <= MAX_BAR:
        return "█" * count
    return "█" * (max(1, round(count * MAX_BAR / most)) if count else 0)


def _width(text: str) -> int:
    """Columns of a text in a fixed-width face."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
