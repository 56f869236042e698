"""Makes the nano base into a folder, once: the manifest is written last."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from finetune.nano.profile import NanoProfile

MANIFEST: Final = "nano.json"
MAX_PARAMETERS: Final = 5_000_000


def nano_folder(data_dir: Path, profile: NanoProfile) -> Path:
    """Where the base of a profile lies."""
    return data_dir / "bases" / f"nano-{profile.name}-{profile.identity}"


def make_nano(folder: Path, profile: NanoProfile, say: Callable[[str], None]) -> Path:
    """The base of a profile in this folder; made now unless it is there, complete.

    Raises:
        ValueError: When the model would be larger than a test instrument may be.
    """
    if (folder / MANIFEST).is_file():
        return folder
    from finetune.nano.corpus import Corpus  # noqa: PLC0415
    from finetune.nano.pretrain import make_model, pretrain  # noqa: PLC0415
    from finetune.nano.tokenizer import make_tokenizer  # noqa: PLC0415

    if folder.exists():
        shutil.rmtree(folder)
    tokenizer = make_tokenizer(Corpus(profile.seed).texts(1500), profile.vocabulary)
    model = make_model(profile, tokenizer)
    parameters = sum(one.numel() for one in model.parameters())
    if parameters > MAX_PARAMETERS:
        raise ValueError(f"{parameters} parameters: nano is a test instrument")
    measured = pretrain(model, tokenizer, profile, say)
    folder.mkdir(parents=True)
    model.save_pretrained(folder, safe_serialization=True)
    tokenizer.save_pretrained(folder)
    manifest = {
        "what": "nano, a test instrument and no usable model",
        "profile": profile.as_json(),
        "parameters": parameters,
        "measured": measured,
        "sha256": sha256((folder / "model.safetensors").read_bytes()).hexdigest(),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return folder
