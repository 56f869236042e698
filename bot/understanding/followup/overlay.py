"""Filters laid over one another."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from knowledge.filters import GymFilter, RouteFilter

Filter = TypeVar("Filter", RouteFilter, GymFilter)


def overlay(base: Filter, over: Filter) -> Filter:
    """The base filter with every field that the other one sets."""
    plain = type(over)()
    changed = {
        item.name: getattr(over, item.name)
        for item in fields(over)
        if getattr(over, item.name) != getattr(plain, item.name)
    }
    return replace(base, **changed)
