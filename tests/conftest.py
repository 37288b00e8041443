"""Fixtures for every test: the model, loaded once, and indexes, each made once by one worker."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings as effort

from assistant.answering import Assistant
from core.settings import ROOT
from tests.support import (
    PAPERS,
    RememberingEmbedder,
    config,
    content_key,
    folder_of,
    ingest,
    real_embedder,
)
from vectorstore.embed import Embedder

# No test is timed: on a busy machine any one may take a second.
effort.register_profile("untimed", deadline=None)
effort.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    # Workers inherit it, and torch and numpy read it as they load: with a worker for each core,
    # more threads than one would only wait for each other.
    if config.getoption("numprocesses", default=None):
        os.environ.setdefault("OMP_NUM_THREADS", "1")
    # Made once for every run: what stands there is checked by its hash.
    os.environ.setdefault("INSPECTION_MODELS", str(ROOT / "var" / "models"))
    # What a test forgets to name must not be the index in use, nor another worker's.
    os.environ["INSPECTION_INDEX"] = str(Path(tempfile.mkdtemp(prefix="no-index-")) / "index")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Begun last, they would keep one worker busy while the others have nothing left to do.
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The real model; it loads at the first text."""
    return real_embedder()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all of its workers see."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    shared.mkdir(exist_ok=True)
    return shared


@pytest.fixture(scope="session")
def index_of(
    tmp_path_factory: pytest.TempPathFactory, shared_folder: Path, embedder: Embedder
) -> Callable[[Path], Path]:
    """A function: the index, by the real model, of a folder of files. Read it, never write it.

    Folders with the same files have the same index. One worker makes it, and each works on a copy.
    """
    made: dict[str, Path] = {}
    remembering = RememberingEmbedder(shared_folder / "vectors", embedder)

    def build(corpus: Path) -> Path:
        key = content_key(corpus)
        if key not in made:
            finished = shared_folder / key
            with FileLock(shared_folder / f"{key}.lock"):
                if not finished.exists():
                    index = tmp_path_factory.mktemp("making") / "index"
                    report = ingest(corpus, index, remembering)
                    assert report.added, f"there is nothing to read in {corpus}"
                    assert not report.unread, report.unread
                    index.rename(finished)
            made[key] = tmp_path_factory.mktemp("index") / "index"
            shutil.copytree(finished, made[key])
        return made[key]

    return build


@pytest.fixture(scope="session")
def shipped_index(index_of: Callable[[Path], Path]) -> Path:
    """The index of the documents that come with the product. Read it, never write it."""
    return index_of(ROOT / "corpus")


@pytest.fixture(scope="session")
def assistant_over(
    tmp_path_factory: pytest.TempPathFactory,
    index_of: Callable[[Path], Path],
    embedder: Embedder,
) -> Iterator[Callable[..., Assistant]]:
    """A function: the assistant of a council over some files of ours (name -> text), with the real
    model. The same files and council have the same one, however many tests ask it.
    """
    made: dict[tuple[Path, str], Assistant] = {}
    with ExitStack() as until_the_end:

        def over(files: dict[str, str], organisation: str = "Tower Hamlets") -> Assistant:
            index = index_of(folder_of(tmp_path_factory.mktemp("files"), dict(files)))
            key = (index, organisation)
            if key not in made:
                settings = config(index=index, organisation=organisation)
                opened = Assistant.open(settings, embedder)
                made[key] = until_the_end.enter_context(closing(opened))
            return made[key]

        yield over


@pytest.fixture(scope="session")
def papers() -> Path:
    """The published papers beside the repo."""
    if not PAPERS.is_dir():
        pytest.skip("the published papers (../shared) are not beside the repo")
    return PAPERS


@pytest.fixture(scope="session")
def paper_folder(tmp_path_factory: pytest.TempPathFactory, papers: Path) -> Callable[..., Path]:
    """A function: a folder of its own with the published papers that match the patterns."""
    made: dict[tuple[str, ...], Path] = {}

    def copy(*patterns: str) -> Path:
        if patterns not in made:
            found = {each.name: each for one in patterns for each in (papers / "seeds").glob(one)}
            if not found:
                pytest.skip(f"no published paper is called {' or '.join(patterns)}")
            made[patterns] = folder_of(tmp_path_factory.mktemp("papers"), dict(found))
        return made[patterns]

    return copy
