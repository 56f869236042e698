"""What holds for the project as a whole: locks, file tree, sizes, words that do not belong."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-train.lock")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;]+)(?P<marker> ; .+)?$")
MAX_BYTES = 1_600_000
# Put together from pieces, so that this file does not hold what it looks for.
FORBIDDEN = (
    "/" + "work/",
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "--" + "find-links",
    "--" + "index-url",
)
LINK = re.compile(r"\]\((?!https?://)([^)\s]+)\)")
TREE_BLOCK = re.compile(r"^```tree\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
TREE_LINE = re.compile(r"^(?P<path>\S+)\s+—\s+\S.*$")


def tracked_files() -> list[Path]:
    """Files that git knows, as they stand in the working tree."""
    listing = subprocess.run(  # noqa: S603
        ["git", "-C", str(ROOT), "ls-files", "-z"],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout, so nothing says which files belong to the project")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def pins(lock: str) -> dict[str, set[str]]:
    """Versions by package of a lock; more than one where a marker chooses."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        match = PIN.match(line)
        assert match, f"{lock}: not an exact pin: {line!r}"
        found.setdefault(re.sub(r"[._]", "-", match["name"]), set()).add(match["version"])
    return found


def readme_tree() -> dict[str, str]:
    """First path component -> line of the tree block of the README."""
    block = TREE_BLOCK.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert block, "README.md has no ```tree block"
    tree = {}
    for line in filter(str.strip, block["body"].splitlines()):
        match = TREE_LINE.match(line)
        assert match, f"not `path  — what it is`: {line!r}"
        tree[match["path"].rstrip("/")] = line
    return tree


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_every_package_exactly(lock: str) -> None:
    assert len(pins(lock)) > 20


def test_base_lock_is_part_of_the_development_lock() -> None:
    base, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in base} == base


def test_all_locks_fit_into_one_environment() -> None:
    dev, train = pins("requirements-dev.lock"), pins("requirements-train.lock")
    differing = {name: (dev[name], train[name]) for name in dev.keys() & train.keys()}
    assert {name: both for name, both in differing.items() if both[0] != both[1]} == {}


def test_training_lock_leaves_the_choice_of_pytorch_build_to_pip() -> None:
    names = pins("requirements-train.lock").keys()
    assert not [one for one in names if one.startswith(("torch", "nvidia-", "cuda-", "triton"))]
    assert pins("requirements-torch.lock").keys() == {"torch"}
    assert pins("requirements-unsloth.lock").keys() == {"unsloth", "unsloth-zoo"}


def test_locks_hold_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["dependency-groups"]["dev"],
    }
    for lock, requirements in declared.items():
        names = {re.split(r"[<>=!~;\s\[]", line, maxsplit=1)[0].lower() for line in requirements}
        assert {re.sub(r"[._]", "-", name) for name in names} <= pins(lock).keys(), lock


def test_base_install_has_no_training_stack() -> None:
    heavy = {"torch", "transformers", "unsloth", "peft", "trl"}
    assert not heavy & pins("requirements.lock").keys()
    assert not [name for name in pins("requirements.lock") if name.startswith("nvidia-")]


def test_no_tracked_file_is_large() -> None:
    large = {str(path): path.stat().st_size for path in tracked_files()}
    assert {path: size for path, size in large.items() if size > MAX_BYTES} == {}


def test_installed_packages_have_their_data() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    left = {file for file in tracked_files() if file.suffix != ".py"}
    for package, patterns in told["tool"]["setuptools"]["package-data"].items():
        found = {file for pattern in patterns for file in (ROOT / package).glob(pattern)}
        own = {file for file in left if file.is_relative_to(ROOT / package)}
        assert not own - found, f"would not be installed with {package}"


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {word}" for word in FORBIDDEN if word in text]
    assert found == []


def test_links_between_the_pages_lead_somewhere() -> None:
    lost = []
    for page in (path for path in tracked_files() if path.suffix == ".md"):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            path, _, heading = target.partition("#")
            goal = (page.parent / path) if path else page
            if not goal.exists() or (heading and f"# {heading}" not in goal.read_text("utf-8")):
                lost.append(f"{page.relative_to(ROOT)}: {target}")
    assert lost == []


def test_readme_tree_names_what_exists() -> None:
    missing = [path for path in readme_tree() if not (ROOT / path).exists()]
    assert missing == []


def test_readme_tree_names_every_top_level_file_and_folder() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    hidden = {name for name in top if name.startswith(".")}
    described = {path.split("/")[0] for path in readme_tree()}
    assert top - hidden - described == set()


def test_readme_tree_names_every_module_of_the_packages() -> None:
    modules = {
        path.relative_to(ROOT).parts[:2]
        for path in tracked_files()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in {"knowledge", "bot"}
    }
    named = {"/".join(parts).removesuffix(".py") for parts in modules if parts[1] != "__init__.py"}
    described = {path.removesuffix(".py") for path in readme_tree()}
    assert named - described == set()
