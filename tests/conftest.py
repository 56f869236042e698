"""What every test may ask for: the demo data, and the real files where a machine has them."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge.knowledge_base import import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def demo_dir() -> Path:
    """Folder of the invented crags and gyms."""
    return ROOT / "data" / "demo"


@pytest.fixture(scope="session")
def demo_home(demo_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the demo data was imported."""
    home = tmp_path_factory.mktemp("demo-home")
    import_files(home, [demo_dir])
    return home


@pytest.fixture(scope="session")
def real_dir() -> Path:
    """Folder of the real files; the test is skipped where there is none."""
    given = os.environ.get("YANYOU_REAL_DATA")
    folder = Path(given) if given else ROOT.parent / "shared" / "data"
    if not any(folder.glob("*.json")):
        pytest.skip(f"no real data in {folder}; name its folder in YANYOU_REAL_DATA")
    return folder


@pytest.fixture(autouse=True)
def _collected_again() -> Iterator[None]:
    """What a long-lived assistant keeps from the collector is garbage of the next tests."""
    yield
    if gc.get_freeze_count():
        gc.unfreeze()
