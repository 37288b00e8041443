"""Both engines keep one contract, and a serving process needs no torch."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from assistant.answering import Assistant
from core.answers import Status
from core.errors import IndexMissing, WeightsChanged
from core.settings import ROOT, Engine
from ingest.run import update
from tests.support import WordsEmbedder, config, environment, folder_of
from vectorstore import folders
from vectorstore.answer_network import WEIGHTS
from vectorstore.answer_pairs import Reading, pairs
from vectorstore.embed import DIMENSION, REFERENCE, Embedder, SentenceTransformerEmbedder
from vectorstore.engines import chosen_embedder
from vectorstore.index import IndexReader
from vectorstore.onnx_check import ALONE, IN_BYTES_MEAN, IN_BYTES_WORST, MEAN, WORST
from vectorstore.onnx_engine import NAME, NAME_IN_BYTES
from vectorstore.onnx_texts import CHECKED_ON, CHECKED_WITH
from vectorstore.search import Search

TEXTS = [
    "The inspector rings on Monday.",
    "Ofsted telephones at the start of the week.",
    "Jam",
    "",
    "Annex A > List 3 > every child in need, with the date of the last visit; 88% in March 2025",
    "A paragraph that is longer than the model reads. " * 60,
]
READINGS = [Reading("Boards", "Petra Lindqvist chairs the Audit Board."), Reading("", "x " * 200)]


@pytest.fixture(scope="module")
def reference() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder()


@pytest.fixture(params=[*Engine])
def engine(request: pytest.FixtureRequest, embedder: Embedder, reference: Embedder) -> Embedder:
    """Each engine that a setting can name."""
    return reference if request.param is Engine.TORCH else embedder


def test_vectors_have_unit_length_and_mean_something(engine: Embedder):
    vectors = engine.embed(TEXTS)
    assert vectors.shape == (len(TEXTS), DIMENSION)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_a_text_has_the_same_vector_alone_and_among_others(engine: Embedder):
    among = engine.embed(TEXTS)
    for at, text in enumerate(TEXTS):
        assert engine.embed([text])[0] @ among[at] > 0.9999


def test_no_text_is_no_vector(engine: Embedder):
    assert engine.embed([]).shape == (0, DIMENSION)


@pytest.mark.parametrize("text", ["", " ", "\0", "🙂", "x" * 50_000, "\ud800"])
def test_odd_texts_have_a_vector_too(engine: Embedder, text: str):
    assert np.isfinite(engine.embed([text])).all()


def test_pairs_are_read_alike_alone_and_among_others(engine: Embedder):
    reader = engine.answer_reader(WEIGHTS)
    asked = pairs(reader.tokens, "who chairs the audit board?", READINGS)
    odds = reader.log_odds(asked)
    assert odds.shape == (2,)
    assert odds[0] > odds[1]
    assert np.allclose([reader.log_odds([pair])[0] for pair in asked], odds, atol=0.001)


def test_a_pair_is_read_alike_in_any_batch(embedder: Embedder):
    reader = embedder.answer_reader(WEIGHTS)
    asked = [pair for each in CHECKED_ON for pair in pairs(reader.tokens, each, CHECKED_WITH)]
    odds = reader.log_odds(asked)
    chance = np.random.default_rng(1)
    for count in (2, 3, 7, 24, 50):
        some = chance.choice(len(asked), count, replace=False)
        among = reader.log_odds([asked[at] for at in some])
        assert np.abs(among - odds[some]).max() < 0.001


def test_texts_and_pairs_read_at_the_same_moment_are_read_as_alone(embedder: Embedder):
    reader = embedder.answer_reader(WEIGHTS)
    asked = pairs(reader.tokens, CHECKED_ON[0], CHECKED_WITH)
    vectors, odds = embedder.embed(TEXTS), reader.log_odds(asked)
    with ThreadPoolExecutor(4) as pool:
        texts = [pool.submit(embedder.embed, TEXTS) for _ in range(10)]
        read = [pool.submit(reader.log_odds, asked) for _ in range(10)]
    assert all(np.allclose(each.result(), vectors, atol=1e-5) for each in texts)
    assert all(np.allclose(each.result(), odds, atol=1e-4) for each in read)


@pytest.mark.parametrize("text", ["", "\0", "🙂", "\ud800"])
def test_odd_pairs_are_read_too(engine: Embedder, text: str):
    reader = engine.answer_reader(WEIGHTS)
    assert np.isfinite(reader.log_odds(pairs(reader.tokens, text, [Reading(text, text)]))).all()


def test_changed_answer_weights_are_not_trusted(engine: Embedder, tmp_path: Path):
    with pytest.raises(WeightsChanged):
        engine.answer_reader(tmp_path / "none")


def test_the_engines_agree_and_have_names_of_their_own(embedder: Embedder, reference: Embedder):
    assert embedder.name in {NAME, NAME_IN_BYTES}
    assert len({NAME, NAME_IN_BYTES, REFERENCE}) == 3
    cosines = (embedder.embed(TEXTS) * reference.embed(TEXTS)).sum(axis=1)
    assert cosines.mean() >= MEAN
    assert cosines.min() >= WORST
    ours, theirs = embedder.answer_reader(WEIGHTS), reference.answer_reader(WEIGHTS)
    asked = pairs(ours.tokens, "what is new?", READINGS)
    assert asked == pairs(theirs.tokens, "what is new?", READINGS)
    asked += pairs(ours.tokens, TEXTS[0], [Reading("", each) for each in TEXTS])
    off = np.abs(ours.log_odds(asked) - theirs.log_odds(asked))
    assert off.mean() <= IN_BYTES_MEAN <= 0.1
    assert off.max() <= IN_BYTES_WORST <= 0.4
    assert min(MEAN, WORST) >= 0.9
    assert ALONE >= 0.999


def test_the_setting_chooses(tmp_path: Path):
    assert chosen_embedder(config(embedder="torch", models=tmp_path)).name == REFERENCE
    assert list(tmp_path.iterdir()) == []


SERVING = """
import sys, pathlib
from assistant.answering import Assistant
from core.settings import settings
assistant = Assistant.open(settings())
assistant.warm()
print(assistant.ask(["Who rings the director?"]).status.value)
print(sorted({"torch", "sentence_transformers", "transformers", "onnx"} & sys.modules.keys()))
"""


def test_a_serving_process_imports_no_torch(shipped_index: Path):
    done = subprocess.run(
        [sys.executable, "-c", SERVING],
        cwd=ROOT,
        env=environment(INSPECTION_INDEX=str(shipped_index)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split("\n")[:2] == ["answered", "[]"], done.stderr


FILES = {"one.md": "# Week one\n\nThe lead inspector rings the director on a Monday morning.\n"}


@pytest.fixture
def made_by_reference(tmp_path: Path) -> tuple[Path, Path]:
    """A corpus, and its index by the reference, as it was made before there was a choice."""
    corpus = folder_of(tmp_path / "corpus", dict(FILES))
    index = tmp_path / "index"
    settings = config(corpus=corpus, index=index, embedder="torch")
    update(corpus, index, settings)
    place = folders.current(index)
    assert place is not None
    assert place.engine == REFERENCE
    (place.path / folders.ENGINE).unlink()
    return corpus, index


def test_an_index_of_the_reference_answers_and_the_next_update_makes_it_anew(
    made_by_reference: tuple[Path, Path], embedder: Embedder
):
    corpus, index = made_by_reference
    settings = config(corpus=corpus, index=index)
    with closing(Assistant.open(settings, embedder)) as assistant:
        question = ["When does the lead inspector ring the director?"]
        assert assistant.ask(question).status is Status.ANSWERED
        before = folders.current(index)
        report = update(corpus, index, settings, embedder=embedder)
        assert report.unchanged == ["one.md"]
        assert report.embedded > 0, "vectors of one engine were taken for another's"
        after = folders.current(index)
        assert before is not None
        assert after is not None
        assert (before.engine, after.engine) == (REFERENCE, embedder.name)
        assert not before.path.exists()
        assert assistant.ask(question).status is Status.ANSWERED
    assert update(corpus, index, settings, embedder=embedder).embedded == 0


def test_each_index_is_asked_with_the_engine_that_made_it(
    made_by_reference: tuple[Path, Path], embedder: Embedder, monkeypatch: pytest.MonkeyPatch
):
    _, index = made_by_reference
    asked: list[str] = []
    really = SentenceTransformerEmbedder.embed

    def noted(self: SentenceTransformerEmbedder, texts: list[str]) -> object:
        asked.extend(texts)
        return really(self, texts)

    monkeypatch.setattr(SentenceTransformerEmbedder, "embed", noted)
    with closing(IndexReader(index)) as reader:
        assert Search(reader, embedder).find("who rings", 1)
    assert asked == ["who rings"]


def test_an_engine_that_is_not_here_is_said_and_never_guessed(tmp_path: Path, embedder: Embedder):
    corpus = folder_of(tmp_path / "corpus", dict(FILES))
    update(corpus, tmp_path / "index", config(), embedder=WordsEmbedder())
    with (
        closing(IndexReader(tmp_path / "index")) as reader,
        pytest.raises(IndexMissing, match="another engine"),
    ):
        Search(reader, embedder).find("who rings", 1)
    update(corpus, tmp_path / "index", config(), embedder=embedder)
    with closing(IndexReader(tmp_path / "index")) as reader:
        assert Search(reader, embedder).find("who rings", 1)


def test_where_onnx_cannot_be_made_the_reference_serves_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    blocked = tmp_path / "models"
    blocked.write_text("a file, where a folder should be")
    chosen = chosen_embedder(config(models=blocked))
    assert chosen.name == REFERENCE
    assert chosen.embed(["a question"]).shape == (1, DIMENSION)
    assert "reference engine serves" in caplog.text
