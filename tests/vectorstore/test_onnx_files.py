"""The ONNX files are made once, trusted only whole and of this version, and made anew otherwise."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.errors import EngineNotMade
from core.settings import ROOT
from ingest.run import Progress, Stage, update
from tests.support import config, environment, folder_of
from vectorstore import folders, onnx_bytes, onnx_check, onnx_files, onnx_make
from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import pairs
from vectorstore.embed import REFERENCE, SentenceTransformerEmbedder
from vectorstore.engines import OnnxOrReference
from vectorstore.onnx_engine import NAME, NAME_IN_BYTES, OnnxAnswerReader
from vectorstore.onnx_files import MANIFEST, REFUSED, InBytes, ensure, refuse, standing
from vectorstore.onnx_texts import CHECKED_ON, CHECKED_WITH

START = """
import pathlib, sys
from vectorstore.onnx_files import ensure
said = []
files = ensure(pathlib.Path(sys.argv[1]), said.append)
print(files.embedder.name, files.answers.name, len(said), "torch" in sys.modules)
"""


def start(folder: Path) -> subprocess.Popen[str]:
    """A process that needs the files."""
    return subprocess.Popen(
        [sys.executable, "-c", START, str(folder)],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[str]]]:
    """A folder that two processes wanted the files in at once, and what each said."""
    folder = tmp_path_factory.mktemp("models") / "not" / "there"
    both = [start(folder) for _ in range(2)]
    said = [each.communicate(timeout=300) for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    return folder, [out.split() for out, _ in said]


def serving(folder: Path) -> str:
    """The name of the engine whose files stand."""
    found = standing(folder)
    assert found is not None
    return NAME_IN_BYTES if isinstance(found.embedder_in_bytes, InBytes) else NAME


def linked(folder: Path, target: Path) -> Path:
    """A folder with the same files, one of which may be replaced."""
    target.mkdir()
    for each in folder.iterdir():
        (target / each.name).hardlink_to(each)
    return target


def replace(path: Path, data: bytes) -> None:
    path.unlink()
    path.write_bytes(data)


def test_two_processes_at_once_leave_one_good_file(made: tuple[Path, list[list[str]]]):
    folder, (one, two) = made
    assert one[:2] == two[:2], "they have different files"
    assert sorted((one[2], two[2])) == ["0", "1"], "it was made twice"
    assert {one[3], two[3]} == {"False"}, "torch came into the process that serves"
    names = {each.name for each in folder.iterdir()} - {".lock"}
    assert names == {MANIFEST, *one[:2]}
    found = standing(folder)
    assert found is not None
    assert found.agreement.mean >= 0.95
    assert found.agreement.worst >= 0.90
    assert found.agreement.alone >= 0.999
    assert found.agreement.log_odds <= 0.05
    answers, embedder = found.answers_in_bytes, found.embedder_in_bytes
    for said in (answers, embedder):
        if isinstance(said, InBytes):
            assert said.milliseconds < said.milliseconds_fp32
        else:
            assert said, "fp32 serves and nothing says why"
    if isinstance(answers, InBytes):
        assert (answers.mean <= 0.1, answers.worst <= 0.4, answers.alone <= 0.001) == (True,) * 3
    if isinstance(embedder, InBytes):
        assert (embedder.mean >= 0.95, embedder.worst >= 0.9, embedder.alone >= 0.999) == (
            True,
        ) * 3
        assert found.embedder.stat().st_size < 30 * 2**20, "the words are not in 8 bits"


def test_a_damaged_file_is_noticed_and_made_anew(
    made: tuple[Path, list[list[str]]], tmp_path: Path
):
    folder = linked(made[0], tmp_path / "models")
    good = standing(folder)
    assert good is not None
    whole = good.answers.read_bytes()
    replace(good.answers, whole[: len(whole) // 2])
    assert standing(folder) is None, "half a file is trusted"
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    replace(good.answers, bytes(flipped))
    assert standing(folder) is None, "a changed bit is trusted"
    again = ensure(folder)
    assert standing(folder) == again
    # Where 8 bits and fp32 take much the same time, another making may choose the other.
    if isinstance(again.answers_in_bytes, str) == isinstance(good.answers_in_bytes, str):
        assert again.answers.read_bytes() == whole


@pytest.mark.parametrize("said", ["", "{}", "[]", "null", '{"fingerprint": 1}'])
def test_a_damaged_manifest_is_none(made: tuple[Path, list[list[str]]], tmp_path: Path, said: str):
    folder = linked(made[0], tmp_path / "models")
    replace(folder / MANIFEST, said.encode())
    assert standing(folder) is None


def test_files_of_other_weights_code_or_runtime_are_stale(
    made: tuple[Path, list[list[str]]], monkeypatch: pytest.MonkeyPatch
):
    for name, value in (("WEIGHTS_SHA256", "0"), ("ANSWERS_SHA256", "0"), ("_SOURCES", ())):
        with monkeypatch.context() as patch:
            patch.setattr(onnx_files, name, value)
            assert standing(made[0]) is None, name
    monkeypatch.setattr(onnx_files, "version", lambda _: "another")
    assert standing(made[0]) is None


def test_files_of_another_processor_are_stale(
    made: tuple[Path, list[list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    said = tmp_path / "cpuinfo"
    monkeypatch.setattr(onnx_files, "_PROCESSOR", said)
    seen = {onnx_files.processor()}
    for flags in ("avx2", "avx2 avx512_vnni"):
        said.write_text(f"processor\t: 0\ncpu MHz\t: 2000\nflags\t\t: {flags}\n")
        seen.add(onnx_files.processor())
        assert standing(made[0]) is None
    assert len(seen) == 3
    said.write_text(said.read_text().replace("2000", "3100"))
    assert onnx_files.processor() in seen, "files are stale when the clock changes"


@pytest.mark.parametrize(
    ("module", "name", "value", "why"),
    [
        # In 4 bits it is far off; and nothing takes no time.
        (onnx_bytes, "STEPS", 7, "does not agree"),
        (onnx_check, "IN_BYTES_TIME", 0, "hardly quicker"),
    ],
)
def test_where_8_bits_are_far_off_or_no_quicker_fp32_serves_and_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    module: ModuleType,
    name: str,
    value: float,
    why: str,
):
    monkeypatch.setattr(onnx_files, "_make_apart", onnx_make.make)
    monkeypatch.setattr(module, name, value)
    found = ensure(tmp_path)
    assert isinstance(found.answers_in_bytes, str)
    assert isinstance(found.embedder_in_bytes, str)
    assert why in found.answers_in_bytes
    assert why in found.embedder_in_bytes
    assert "the answer model runs in fp32" in caplog.text
    assert "the embedder runs in fp32" in caplog.text
    assert standing(tmp_path) == found, "a refusal of 8 bits is tried again at every start"
    assert not (tmp_path / REFUSED).exists()
    reader = OnnxAnswerReader(found.answers)
    asked = pairs(reader.tokens, CHECKED_ON[0], CHECKED_WITH)
    reference, chosen = SentenceTransformerEmbedder(), OnnxOrReference(tmp_path)
    theirs = reference.answer_reader(WEIGHTS).log_odds(asked)
    assert np.allclose(reader.log_odds(asked), theirs, atol=0.001)
    assert chosen.name == NAME, "an index of another engine would be taken for its own"
    assert np.allclose(chosen.embed(CHECKED_ON), reference.embed(CHECKED_ON), atol=1e-5)


def test_what_does_not_agree_is_refused_and_the_reference_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(
        onnx_check.OnnxEmbedder,
        "embed",
        lambda _, texts: np.full((len(texts), 384), 384**-0.5, dtype=np.float32),
    )
    with pytest.raises(EngineNotMade, match="does not agree"):
        onnx_make.make(tmp_path)
    assert not list(tmp_path.glob("*.onnx"))
    assert standing(tmp_path) is None
    chosen = OnnxOrReference(tmp_path)
    assert chosen.name == REFERENCE
    assert "reference engine serves" in caplog.text
    assert str(tmp_path / REFUSED) in caplog.text


def test_a_refusal_of_another_version_is_forgotten(
    made: tuple[Path, list[list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    refuse(tmp_path, "it does not agree")
    with pytest.raises(EngineNotMade, match="does not agree"):
        ensure(tmp_path)
    said = json.loads((tmp_path / REFUSED).read_text())
    (tmp_path / REFUSED).write_text(json.dumps(said | {"fingerprint": "before"}))
    tried: list[Path] = []
    monkeypatch.setattr(onnx_files, "_make_apart", tried.append)
    with pytest.raises(EngineNotMade, match="did not last"):
        ensure(tmp_path)
    assert tried == [tmp_path]


def test_an_update_says_that_the_model_is_being_made(
    made: tuple[Path, list[list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(
        onnx_files, "_make_apart", lambda to: shutil.copytree(made[0], to, dirs_exist_ok=True)
    )
    corpus = folder_of(tmp_path / "corpus", {"one.md": "# One\n\nThe inspector rings.\n"})
    seen: list[Progress] = []
    for _ in range(2):
        update(corpus, tmp_path / "index", config(models=tmp_path / "models"), seen.append)
    assert [each.stage for each in seen].count(Stage.MODEL) == 1
    place = folders.current(tmp_path / "index")
    assert place is not None
    assert place.engine == serving(tmp_path / "models")


def test_threads_that_ask_at_once_have_one_engine(made: tuple[Path, list[list[str]]]):
    chosen = OnnxOrReference(made[0])
    found: list[float] = []

    def ask() -> None:
        found.append(float(chosen.embed(["who rings the director?"])[0, 0]))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert chosen.name == serving(made[0])
    assert len(set(found)) == 1
    assert len(found) == 8
