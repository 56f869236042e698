"""Freed memory goes back to the system, where the C library can."""

import platform
from pathlib import Path

import pytest

from knowledge.heap import release_freed


def _resident() -> int:
    """Pages of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be asked")
def test_pages_that_were_freed_are_no_longer_resident() -> None:
    blocks = [bytes(range(256)) * 64 for _ in range(4000)]
    kept = blocks[::1000]
    blocks.clear()
    before = _resident()

    assert release_freed()
    assert before - _resident() > 1000
    assert all(kept)


def test_asking_twice_is_harmless() -> None:
    release_freed()

    assert release_freed() in {True, False}
