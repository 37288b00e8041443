"""Updates started from the screen: a process of their own, with its progress in the database."""

from __future__ import annotations

import functools
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import ingest.job
from core.jobs import SILENCE, Job, JobState, Step
from core.settings import ROOT
from ingest import jobs as updates
from ingest.changes import changes_in_folder
from ingest.folder import corpus_files
from records.jobs import KEPT, Jobs
from records.register import Register
from tests.support import WordsEmbedder, environment, folder_of
from tests.support import ingest as read

FILES = {f"{name}.md": f"# Paper {name}\n\nThe {name} words.\n" for name in "abcdef"}


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with six papers and its index."""
    corpus, index = folder_of(tmp_path / "corpus", dict(FILES)), tmp_path / "index"
    read(corpus, index)
    return corpus, index


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The update itself with the quick embedder."""
    update = functools.partial(ingest.job.update, embedder=WordsEmbedder())
    monkeypatch.setattr(ingest.job, "update", update)


def run(places: tuple[Path, Path], *more: str) -> Job:
    """An update here and now, and how it ended."""
    corpus, index = places
    jobs = Jobs(Register.of_index(index).engine)
    arguments = ["--corpus", str(corpus), "--index", str(index), *more]
    ingest.job.main([jobs.begin(), *arguments])
    newest = jobs.newest()
    assert newest is not None
    return newest


def files(places: tuple[Path, Path]) -> set[str]:
    return {each.file for each in Register.of_index(places[1]).documents()}


def test_its_end_says_what_it_did(places: tuple[Path, Path]) -> None:
    corpus, _ = places
    (corpus / "g.md").write_text("# Paper g\n\nOf another kind altogether.\n")
    (corpus / "a.md").unlink()
    (corpus / "b.md").rename(corpus / "z.md")
    job = run(places)
    assert job.state is JobState.DONE
    assert (job.outcome.added, job.outcome.removed, job.outcome.moved) == (1, 1, 1)
    assert "a.md" not in repr(job), "deleted means deleted"
    assert files(places) == {"c.md", "d.md", "e.md", "f.md", "g.md", "z.md"}


def test_over_a_fifth_gone_asks_and_changes_nothing(places: tuple[Path, Path]) -> None:
    corpus, _ = places
    for name in "ab":
        (corpus / f"{name}.md").unlink()
    job = run(places)
    assert job.state is JobState.ASKS
    assert (job.outcome.removed, job.outcome.held) == (2, 6)
    assert len(files(places)) == 6
    assert run(places, "--gone").state is JobState.DONE
    assert files(places) == {"c.md", "d.md", "e.md", "f.md"}


def test_everything_gone_can_be_meant(places: tuple[Path, Path]) -> None:
    for name in FILES:
        (places[0] / name).unlink()
    assert run(places).state is JobState.ASKS
    job = run(places, "--gone")
    assert (job.state, job.outcome.removed) == (JobState.DONE, 6)
    assert not files(places)


def test_a_failure_is_kept_with_a_number_and_without_words(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left", "secret-paper.md")

    monkeypatch.setattr(ingest.job, "update", fails)
    job = run(places)
    assert job.state is JobState.FAILED
    assert len(job.error_id) == 8
    assert job.error_id in caplog.text
    assert "secret" not in caplog.text + job.message


def test_a_missing_folder_says_so(places: tuple[Path, Path], tmp_path: Path) -> None:
    job = run((tmp_path / "nowhere", places[1]))
    assert job.state is JobState.FAILED
    assert "There is no folder" in job.message


def state(index: Path) -> JobState | None:
    newest = Jobs(Register.of_index(index).engine).newest()
    return newest.state if newest else None


def until(done: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.1)


def test_it_goes_on_when_the_server_that_started_it_is_gone(places: tuple[Path, Path]) -> None:
    corpus, index = places
    (corpus / "a.md").unlink()
    start = (
        "import sys; from pathlib import Path; from ingest.jobs import start;"
        "start(Path(sys.argv[1]), Path(sys.argv[2])); import os; os._exit(0)"
    )
    command = [sys.executable, "-c", start, str(corpus), str(index)]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, timeout=60)
    until(lambda: state(index) is JobState.DONE)
    assert "a.md" not in files(places)


def test_one_that_dies_is_known_of_at_once(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECTION_MAX_PAGES", "none at all")  # so that its settings fail
    updates.start(*places)
    until(lambda: state(places[1]) is JobState.FAILED)
    newest = Jobs(Register.of_index(places[1]).engine).newest()
    assert newest is not None
    assert newest.error_id


def test_one_that_waits_takes_what_comes_meanwhile(places: tuple[Path, Path]) -> None:
    jobs = Jobs(Register.of_index(places[1]).engine)
    waiting = jobs.begin()
    assert updates.start(*places) == waiting


def test_silence_is_an_interruption_and_the_newest_counts(places: tuple[Path, Path]) -> None:
    jobs = Jobs(Register.of_index(places[1]).engine)
    assert jobs.newest() is None
    names = [jobs.begin() for _ in range(KEPT + 5)]
    jobs.step(names[-1], Step("Reading", 1, 2, "a.md", 0.5))
    job = jobs.newest()
    assert job is not None
    assert (job.id, job.step.file, job.state) == (names[-1], "a.md", JobState.RUNNING)
    now = datetime.now(UTC)
    assert job.alive(now)
    assert job.interrupted(now + SILENCE + timedelta(seconds=1))
    jobs.dismiss(job.id)
    assert (jobs.newest() or job).id == names[-2]


def test_a_folder_is_compared_without_changing_anything(places: tuple[Path, Path]) -> None:
    corpus, index = places
    register = Register.of_index(index)
    assert not changes_in_folder(corpus_files(corpus), register.files(), {})
    (corpus / "a.md").write_text("# Paper a\n\nOther words.\n")
    (corpus / "b.md").rename(corpus / "y.md")
    (corpus / "c.md").unlink()
    found = changes_in_folder(corpus_files(corpus), register.files(), {})
    assert (found.added, found.changed, found.removed) == ((), ("a.md",), ("c.md",))
    assert (found.moved, found.gone, found.much_gone) == ((("b.md", "y.md"),), 1, False)
