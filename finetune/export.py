"""A version in other shapes: merged weights, GGUF by llama.cpp's own tools, settings for servers.

GGUF needs a prepared llama.cpp tree (from the llama-cpp-python source archive); nothing is
downloaded and nothing is installed here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from bot.model.adapters import AdapterStore, base_identity
from finetune.errors import RunError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model.adapters import AdapterInfo

CONVERTERS: Final = {
    "base": "convert_hf_to_gguf.py",
    "lora": "convert_lora_to_gguf.py",
}


def export_merged(data_dir: Path, name: str, base: Path, out: Path) -> Path:
    """The base with the version merged into it, as one folder that any server loads.

    Raises:
        AdapterRefusedError: When the version is damaged or for another base.
        RunError: When the output is there already.
    """
    info = _checked(data_dir, name, base, out)
    from peft import PeftModel  # noqa: PLC0415
    from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: PLC0415

    model = AutoModelForCausalLM.from_pretrained(
        base, local_files_only=True, use_safetensors=True, dtype="auto"
    )
    merged = PeftModel.from_pretrained(model, info.folder, local_files_only=True)
    merged = merged.merge_and_unload(safe_merge=True)
    merged.save_pretrained(out, safe_serialization=True)
    AutoTokenizer.from_pretrained(base, local_files_only=True).save_pretrained(out)
    _note(out, info)
    return out


def export_gguf(
    data_dir: Path, name: str, base: Path, out: Path, llama_cpp: Path
) -> tuple[Path, Path]:
    """The base and the LoRA as two GGUF files, by the converters of a llama.cpp tree.

    Raises:
        AdapterRefusedError: When the version is damaged or for another base.
        RunError: When the tree lacks a converter, or one fails.
    """
    info = _checked(data_dir, name, base, out)
    for script in CONVERTERS.values():
        if not (llama_cpp / script).is_file():
            raise RunError(
                f"no {script}", f"{llama_cpp} 裡沒有 {script}，要的是 llama.cpp 的原始碼。"
            )
    out.mkdir(parents=True)
    whole, lora = out / "base-f16.gguf", out / f"{name}.gguf"
    _convert(llama_cpp / CONVERTERS["base"], str(base), "--outfile", str(whole))
    _convert(
        llama_cpp / CONVERTERS["lora"],
        *(str(info.folder), "--base", str(base), "--outfile", str(lora)),
    )
    _note(out, info)
    return whole, lora


def server_settings(info: AdapterInfo, base: str) -> str:
    """How each server is started with this version, and what the bot is told."""
    return "\n".join(
        [
            "# vLLM：一個版本一個名字，換版本就換 YANYOU_MODEL",
            f"vllm serve {base} --enable-lora --lora-modules {info.name}={info.folder}",
            f"YANYOU_MODEL_URL=http://127.0.0.1:8000/v1 YANYOU_MODEL={info.name}",
            "",
            "# transformers serve：一個版本一個 export merged 的資料夾，在放它們的地方開",
            "transformers serve --port 8000",
            "YANYOU_MODEL_URL=http://127.0.0.1:8000/v1 YANYOU_MODEL=registry",
            "",
            "# llama-server：一個版本一個行程；中途換 LoRA 會用到上一個版本的快取，答案會錯",
            f"llama-server -m base-f16.gguf --lora {info.name}.gguf --port 8081",
            f"YANYOU_MODEL_URL=http://127.0.0.1:8081/v1 YANYOU_MODEL={info.name}",
            "",
            "# 同一個行程：跟著 promote 和 rollback 換，不用重開",
            f"YANYOU_MODEL_BASE={base}",
        ]
    )


def _checked(data_dir: Path, name: str, base: Path, out: Path) -> AdapterInfo:
    if out.exists():
        raise RunError(f"{out} exists", f"{out} 已經有了，換一個 --out。")
    return AdapterStore(data_dir).checked(name, base_identity(base))


def _convert(script: Path, *arguments: str) -> None:
    done = subprocess.run(  # noqa: S603 - the operator names the tree
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        told = done.stderr.strip().splitlines()[-1:] or ["?"]
        raise RunError(f"{script.name} failed: {told[0]}", f"{script.name} 失敗：{told[0]}")


def _note(out: Path, info: AdapterInfo) -> None:
    """What the export came from, beside it."""
    told = {"version": info.name, "base": info.base, "style": info.style}
    (out / "yanyou.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    card = info.folder / "README.md"
    if card.is_file():
        shutil.copyfile(card, out / "README.md")
