"""What every test may ask for: the demo data, and the real files where a machine has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def demo_dir() -> Path:
    """Folder of the invented crags and gyms."""
    return ROOT / "data" / "demo"


@pytest.fixture(scope="session")
def real_dir() -> Path:
    """Folder of the real files; the test is skipped where there is none."""
    given = os.environ.get("YANYOU_REAL_DATA")
    folder = Path(given) if given else ROOT.parent / "shared" / "data"
    if not any(folder.glob("*.json")):
        pytest.skip(f"no real data in {folder}; name its folder in YANYOU_REAL_DATA")
    return folder
