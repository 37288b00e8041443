"""One paper as several files is one document; another edition of it is another document."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import docx
import pptx
import pytest
from fpdf import FPDF

from core.documents import Document, DocumentStatus
from core.register import Fact
from core.settings import ROOT
from ingest import update, version
from ingest.same import form_rank
from language.words import stem
from records.register import Register
from tests.support import WordsEmbedder, folder_of, ingest
from vectorstore.index import IndexReader
from vectorstore.search import Search

LINES = [
    "What the lead inspector asks for in the first week",
    "The call comes on a Monday morning, by 9.30am, to the director of children's services.",
    "Eleven lists of Annex A are sent by the end of Tuesday and the documents by Wednesday.",
    "Twelve cases are chosen for tracking, and 6 more from the audits of the last 6 months.",
    "The timetable of the second week is agreed with the link officer before Friday noon.",
    "Published in October 2024 for social workers, managers, councillors and our partners.",
]
OTHER = [
    "How care leavers are kept in touch with",
    "Every care leaver has a personal adviser and a pathway plan that is looked at twice a year.",
]


def as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    document.add_heading(lines[0], 1)
    for line in lines[1:]:
        document.add_paragraph(line)
    return _saved(document.save)


def as_pptx(lines: list[str], notes: str = "") -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = lines[0]
    slide.placeholders[1].text = "\n".join(lines[1:])
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    return _saved(deck.save)


def as_pdf(lines: list[str]) -> bytes:
    """On narrow pages, with page numbers, so that lines are broken otherwise."""
    paper = FPDF(format=(110, 90))
    paper.add_page()
    paper.set_font("helvetica", "B", 16)
    paper.multi_cell(0, 8, lines[0], new_x="LMARGIN", new_y="NEXT")
    paper.set_font("helvetica", size=11)
    for line in lines[1:]:
        paper.ln(4)
        paper.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def as_text(lines: list[str]) -> str:
    return "\n\n".join([f"# {lines[0]}", *lines[1:]]) + "\n"


FORMS: dict[str, Callable[[list[str]], bytes | str]] = {
    "deck.pptx": as_pptx,
    "print.pdf": as_pdf,
    "draft.docx": as_docx,
    "words.md": as_text,
}


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    made = io.BytesIO()
    save(made)
    return made.getvalue()


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    files = {name: make(LINES) for name, make in FORMS.items()}
    return folder_of(tmp_path / "corpus", {**files, "other.md": as_text(OTHER)})


def documents(index: Path) -> dict[str, Document]:
    """Cited file -> its document."""
    register = Register.of_index(index)
    found = {each.file: each for each in register.everything()}
    register.engine.dispose()
    return found


def cited(index: Path, words: str) -> set[str]:
    """The files that a search for the words cites."""
    with closing(IndexReader(index)) as reader:
        return {hit.document.file for hit in Search(reader, WordsEmbedder()).find(words, 50)}


def _live(reader: IndexReader) -> tuple[str, str]:
    (document,) = (each for each in reader.documents if each.file == "other.md")
    return document.id, document.version


def again(corpus: Path, index: Path) -> None:
    """A further update finds nothing to do."""
    report = ingest(corpus, index)
    assert (report.added, report.changed, report.removed, report.moved) == ([], [], [], {})
    assert report.passages == 0


def test_one_paper_in_four_forms_is_one_document(corpus: Path, index: Path):
    report = ingest(corpus, index)
    assert report.added == ["deck.pptx", "other.md"]
    assert report.forms == dict.fromkeys(("print.pdf", "draft.docx", "words.md"), "deck.pptx")
    assert documents(index)["deck.pptx"].forms == ("draft.docx", "print.pdf", "words.md")
    assert cited(index, "when is the call on Monday morning") == {"deck.pptx", "other.md"}
    again(corpus, index)


def test_the_report_names_the_forms(corpus: Path, index: Path):
    assert "  print.pdf: deck.pptx" in ingest(corpus, index).same_papers()


@pytest.mark.parametrize("first", FORMS)
def test_whatever_came_first_the_best_form_is_cited_under_the_same_id(
    first: str, tmp_path: Path, index: Path
):
    corpus = folder_of(tmp_path / "corpus", {first: FORMS[first](LINES)})
    ingest(corpus, index)
    (before,) = documents(index).values()
    folder_of(corpus, {name: make(LINES) for name, make in FORMS.items() if name != first})
    ingest(corpus, index)
    (after,) = documents(index).values()
    assert (after.id, after.file) == (before.id, "deck.pptx")
    assert {after.file, *after.forms} == set(FORMS)
    again(corpus, index)


def test_when_the_best_form_goes_the_next_is_cited(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["deck.pptx"]
    register = Register.of_index(index)
    register.correct(before.id, Fact.TITLE, "Week one")
    (corpus / "deck.pptx").unlink()
    report = ingest(corpus, index)
    assert report.removed == ["deck.pptx"]
    after = documents(index)["print.pdf"]
    assert (after.id, after.title) == (before.id, "Week one")
    assert after.forms == ("draft.docx", "words.md")
    assert cited(index, "the call on Monday morning") == {"print.pdf", "other.md"}
    again(corpus, index)


def test_when_every_form_goes_the_document_is_gone(corpus: Path, index: Path):
    ingest(corpus, index)
    for name in FORMS:
        (corpus / name).unlink()
    assert ingest(corpus, index).removed == sorted(FORMS)
    assert set(documents(index)) == {"other.md"}
    again(corpus, index)


def test_a_form_that_goes_is_no_longer_listed(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "print.pdf").unlink()
    assert ingest(corpus, index).removed == ["print.pdf"]
    assert documents(index)["deck.pptx"].forms == ("draft.docx", "words.md")
    again(corpus, index)


def test_a_form_that_changes_is_a_paper_of_its_own(corpus: Path, index: Path):
    ingest(corpus, index)
    (corpus / "words.md").write_text(as_text([*LINES[:-1], "Published in November 2025."]))
    assert ingest(corpus, index).added == ["words.md"]
    assert documents(index)["deck.pptx"].forms == ("draft.docx", "print.pdf")
    again(corpus, index)


def test_when_the_cited_form_changes_the_others_are_the_paper_as_it_was(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["deck.pptx"].id
    (corpus / "deck.pptx").write_bytes(as_pptx([*LINES[:-1], "Published in November 2025."]))
    report = ingest(corpus, index)
    assert (report.changed, report.added) == (["deck.pptx"], ["print.pdf"])
    assert documents(index)["deck.pptx"].id == before
    assert documents(index)["print.pdf"].forms == ("draft.docx", "words.md")
    again(corpus, index)


def test_when_all_forms_change_alike_it_is_the_same_document_still(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["deck.pptx"].id
    changed = [*LINES[:-1], "Published in November 2025."]
    folder_of(corpus, {name: make(changed) for name, make in FORMS.items()})
    assert ingest(corpus, index).changed == ["deck.pptx"]
    after = documents(index)
    assert (after["deck.pptx"].id, len(after["deck.pptx"].forms)) == (before, 3)
    again(corpus, index)


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("October 2024", "November 2024"),
        ("October 2024", "October 2025"),
        ("9.30am", "9.00am"),
        ("Twelve cases", "Thirteen cases"),
        ("link officer", "deputy director"),
    ],
)
@pytest.mark.parametrize("form", ["copy.pdf", "copy.md"])
def test_another_edition_is_another_document(
    words: str, instead: str, form: str, corpus: Path, index: Path
):
    changed = [line.replace(words, instead) for line in LINES]
    make = as_pdf if form.endswith("pdf") else as_text
    folder_of(corpus, {form: make(changed)})
    assert form in ingest(corpus, index).added
    assert form in documents(index)


def test_a_paper_with_a_part_more_is_another_document(tmp_path: Path, index: Path):
    more = [*LINES, "Parents and carers are asked what has changed for their child, and why."]
    files = {"one.docx": as_docx(LINES), "two.pdf": as_pdf(more)}
    assert len(ingest(folder_of(tmp_path / "corpus", dict(files)), index).added) == 2


def test_notes_that_a_print_leaves_out_do_not_make_another_paper(tmp_path: Path, index: Path):
    files = {
        "deck.pptx": as_pptx(LINES, "Say that the list is due on 3 May."),
        "print.pdf": as_pdf(LINES),
    }
    report = ingest(folder_of(tmp_path / "corpus", dict(files)), index)
    assert report.forms == {"print.pdf": "deck.pptx"}


def test_decks_with_other_notes_are_two(tmp_path: Path, index: Path):
    files = {"a.pptx": as_pptx(LINES, "Say this."), "b.pptx": as_pptx(LINES, "Say that.")}
    assert len(ingest(folder_of(tmp_path / "corpus", dict(files)), index).added) == 2


def test_a_copy_under_another_name_is_one_document_and_outlives_the_first(
    corpus: Path, index: Path
):
    shutil.copyfile(corpus / "other.md", corpus / "minutes of other.md")
    assert ingest(corpus, index).forms["other.md"] == "minutes of other.md"
    (corpus / "minutes of other.md").unlink()
    ingest(corpus, index)
    assert cited(index, "every care leaver has a pathway plan") >= {"other.md"}
    again(corpus, index)


def test_a_withdrawn_paper_does_not_come_back_under_another_name(corpus: Path, index: Path):
    ingest(corpus, index)
    register = Register.of_index(index)
    register.withdraw(documents(index)["other.md"].id)
    assert "other.md" not in cited(index, "every care leaver has a pathway plan")
    folder_of(corpus, {"once more.docx": as_docx(OTHER)})
    ingest(corpus, index)
    assert cited(index, "every care leaver has a pathway plan") <= {"deck.pptx"}
    register.restore(documents(index)["once more.docx"].id)
    assert "once more.docx" in cited(index, "every care leaver has a pathway plan")


def test_two_documents_of_an_older_index_that_are_one_paper_become_one(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr(update, "same_paper", lambda *_: "")
        assert len(ingest(corpus, index).added) == 5
    monkeypatch.setattr(version, "READING_VERSION", "another")
    ingest(corpus, index)
    assert set(documents(index)) == {"deck.pptx", "other.md"}
    again(corpus, index)


def test_a_file_moved_to_another_kind_keeps_its_id_and_corrections(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["other.md"]
    register = Register.of_index(index)
    register.correct(before.id, Fact.ABOUT, "Wokingham")
    (corpus / "minutes").mkdir()
    (corpus / "other.md").rename(corpus / "minutes/care leavers.md")
    ingest(corpus, index)
    after = documents(index)["minutes/care leavers.md"]
    assert (after.id, after.about, after.kind) == (before.id, "Wokingham", "minutes")
    again(corpus, index)


def test_a_corrected_title_is_searched_by_after_the_next_update(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["other.md"]
    register = Register.of_index(index)
    register.correct(before.id, Fact.TITLE, "Leaving care: xylophones")
    report = ingest(corpus, index)
    assert (report.changed, report.embedded) == (["other.md"], 0)
    with closing(IndexReader(index)) as reader:
        search = Search(reader, WordsEmbedder())
        search.index.refresh()
        assert search.frequency(stem("xylophones")) == len(reader.store.ids(*_live(reader)))
    register.undo(before.id, Fact.TITLE)
    ingest(corpus, index)
    assert documents(index)["other.md"].title == before.title
    again(corpus, index)


def test_a_new_edition_in_an_old_place_leaves_the_moved_paper_its_id(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["other.md"].id
    (corpus / "other.md").rename(corpus / "other 2023.md")
    (corpus / "other.md").write_text(as_text([*OTHER, "From 2024 on three times a year."]))
    report = ingest(corpus, index)
    assert (report.moved, report.added) == ({"other.md": "other 2023.md"}, ["other.md"])
    assert documents(index)["other 2023.md"].id == before
    assert documents(index)["other.md"].id != before
    again(corpus, index)


def test_a_changed_file_keeps_its_id(corpus: Path, index: Path):
    ingest(corpus, index)
    before = documents(index)["other.md"].id
    (corpus / "other.md").write_text(as_text([*OTHER, "From 2024 on three times a year."]))
    ingest(corpus, index)
    assert documents(index)["other.md"].id == before


def test_two_files_that_changed_places_keep_their_ids(corpus: Path, index: Path):
    folder_of(corpus, {"third.md": as_text(["A third paper", "Its words are its own."])})
    ingest(corpus, index)
    before = documents(index)
    (corpus / "other.md").rename(corpus / "x")
    (corpus / "third.md").rename(corpus / "other.md")
    (corpus / "x").rename(corpus / "third.md")
    ingest(corpus, index)
    after = documents(index)
    assert after["third.md"].id == before["other.md"].id
    assert after["other.md"].id == before["third.md"].id
    again(corpus, index)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_published_papers_are_one_document_each(
    number: str, paper_folder: Callable[..., Path], index: Path
):
    corpus = paper_folder(f"{number}*")
    ingest(corpus, index)
    files = sorted((each.name for each in corpus.iterdir()), key=form_rank)
    (document,) = documents(index).values()
    assert document.file == files[0]
    assert sorted(document.forms) == sorted(files[1:])


def test_the_shipped_papers_are_each_a_document(tmp_path: Path, index: Path):
    report = ingest(ROOT / "corpus", index)
    assert report.forms == {}
    assert len(report.added) == len(documents(index))


def test_of_the_inspection_reports_the_newest_of_each_council_is_current(
    papers: Path, tmp_path: Path, index: Path
):
    ingest(papers / "reports", index)
    by_council: dict[str, list[Document]] = {}
    for each in documents(index).values():
        by_council.setdefault(each.about, []).append(each)
    assert len(by_council) == 3
    for reports in by_council.values():
        first, second, third = sorted(reports, key=lambda each: each.published)
        assert (third.status, third.supersedes) == (DocumentStatus.CURRENT, second.id)
        assert (second.status, second.supersedes) == (DocumentStatus.SUPERSEDED, first.id)
        assert (first.status, first.supersedes) == (DocumentStatus.SUPERSEDED, "")
