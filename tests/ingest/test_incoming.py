"""Files handed in on the screen: cleaned names, and a way into the folder that loses nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.documents import Kind
from core.errors import NotTaken
from ingest.folder import corpus_files
from ingest.incoming import check_readable, clean_name, free_place, place_for, save, take_out
from tests.support import config


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Plan 2024.docx", "Plan 2024.docx"),
        ("../../etc/plan.PDF", "plan.pdf"),
        ("C:\\Users\\me\\plan.pdf", "plan.pdf"),
        (".hidden.md", "hidden.md"),
        ("~$half saved.docx", "half saved.docx"),
        ("a<b>:c?.txt", "a b c.txt"),
        ("con.txt", "_con.txt"),
        ("two\nlines\x00.md", "two lines.md"),
        ("Re\u0301sume\u0301.html", "R\u00e9sum\u00e9.html"),
    ],
)
def test_a_name_is_cleaned(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_a_long_name_fits_every_file_system(tmp_path: Path) -> None:
    for letter in "x\u00e9\U0001f600":
        save(tmp_path, clean_name(letter * 400 + ".pdf"), b"x")
    assert all(each.file.endswith(".pdf") for each in corpus_files(tmp_path))
    assert len(corpus_files(tmp_path)) == 3


@pytest.mark.parametrize(
    "given", ["virus.exe", "noending", "", "../..", ".pdf", "...md", "a.pdf.zip"]
)
def test_what_cannot_be_read_or_has_no_name_is_not_taken(given: str) -> None:
    with pytest.raises(NotTaken):
        clean_name(given)


def test_a_file_is_there_whole_and_nothing_else(tmp_path: Path) -> None:
    save(tmp_path, place_for(Kind.MINUTES, "may.md"), b"# May")
    assert (tmp_path / "minutes/may.md").read_bytes() == b"# May"
    assert [each.name for each in (tmp_path / "minutes").iterdir()] == ["may.md"]
    assert place_for(None, "may.md") == "may.md"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("plan.pdf", b"", "empty"),
        ("plan.pdf", b"%PDF-1.7 cut off", "damaged"),
        ("plan.docx", b"not a Word file", "damaged"),
        ("plan.md", b"x" * (2**20 + 1), "limit"),
    ],
)
def test_what_takes_anothers_place_is_read_first(name: str, data: bytes, why: str) -> None:
    settings = config(max_file_mb=1)
    with pytest.raises(NotTaken, match=why):
        check_readable(name, data, settings)
    check_readable("plan.md", b"# Plan\n\nWords.\n", settings)


def test_another_document_is_never_overwritten_unasked(tmp_path: Path) -> None:
    save(tmp_path, "plan.md", b"old")
    with pytest.raises(NotTaken):
        save(tmp_path, "plan.md", b"new")
    assert (tmp_path / "plan.md").read_bytes() == b"old"
    assert free_place(tmp_path, "plan.md") == "plan (2).md"
    save(tmp_path, "plan.md", b"new", replace=True)
    assert (tmp_path / "plan.md").read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path, "plan.md", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        save(tmp_path, "plan.md", b"new", replace=True)
    assert (tmp_path / "plan.md").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["plan.md"]


def test_no_place_outside_the_folder_is_written_or_deleted(tmp_path: Path) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "outside"
    corpus.mkdir()
    outside.mkdir()
    (outside / "kept.md").write_text("kept")
    (corpus / "minutes").symlink_to(outside)
    (corpus / "link.md").symlink_to(outside / "kept.md")
    for place in ("../outside/kept.md", "minutes/kept.md", "link.md"):
        with pytest.raises(NotTaken):
            save(corpus, place, b"x", replace=True)
    for place in ("../outside/kept.md", "minutes/kept.md"):
        with pytest.raises(NotTaken):
            take_out(corpus, (place,))
    assert (outside / "kept.md").read_text() == "kept"
