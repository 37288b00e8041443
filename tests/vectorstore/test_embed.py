"""The embedding model is the published one or none at all."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import WeightsChanged
from core.settings import ROOT
from vectorstore import embed
from vectorstore.embed import SentenceTransformerEmbedder, check_weights, model_folder


def test_the_installed_weights_are_the_published_ones():
    check_weights(model_folder())
    assert hashlib.sha256((model_folder() / "model.safetensors").read_bytes()).hexdigest() == (
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    )


def test_changed_weights_are_refused_before_they_are_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for each in model_folder().iterdir():
        if each.is_file() and each.name != "model.safetensors":
            (tmp_path / each.name).symlink_to(each)
    weights = bytearray((model_folder() / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (tmp_path / "model.safetensors").write_bytes(weights)
    monkeypatch.setattr(embed, "model_folder", lambda: tmp_path)
    with pytest.raises(WeightsChanged, match="not the published"):
        SentenceTransformerEmbedder().embed(["a question"])


def test_missing_weights_are_no_traceback(tmp_path: Path):
    with pytest.raises((WeightsChanged, FileNotFoundError)):
        check_weights(tmp_path)


def test_importing_the_code_does_not_load_torch():
    code = (
        "import sys, assistant.pipeline, ingest.run, vectorstore.search; "
        "print([m for m in ('torch', 'onnxruntime', 'sentence_transformers', 'langchain_core')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
