"""A pack against the documents: what may be shown, what a check finds, what a hand-out holds."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from pptx import Presentation

from assistant.answering import Assistant
from assistant.briefing import (
    Standing,
    check,
    fingerprint,
    fit,
    found_now,
    same,
    standing,
    take,
    templates,
)
from assistant.briefings.handout import Handout, handout
from assistant.briefings.handout_docx import docx_of
from assistant.briefings.handout_pptx import pptx_of
from assistant.briefings.sources import by_place, needed, source_line, visible
from core.answers import Answer, Citation, Note, NoteKind, Sentence, SentenceKind, Status
from core.dates import PartialDate
from core.documents import Document, DocumentStatus
from core.packs import Item, Pack
from tests.support import a_document, a_passage, config

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
PLAN = a_document("plan.md", title="Lantern plan", published=PartialDate(2024, 10))
ROTA = a_document("rota.md", title="Rota")
BOTH = (PLAN, ROTA)
QUESTION = "Who leads Lantern?"


def answer(words: str = "Asha Khan leads it.", document: Document = PLAN) -> Answer:
    passage = a_passage(document, 0, words, page="3")
    return Answer(
        Status.ANSWERED,
        QUESTION,
        (Sentence(words, (1,)),),
        (Citation(1, document, passage, (words,)),),
    )


def checked(
    given: Answer, documents: tuple[Document, ...] = BOTH, item: Item | None = None
) -> Item:
    return check(item or Item("one", QUESTION), lambda _: given, documents, NOW)


def test_what_was_checked_on_these_documents_may_be_shown():
    item = checked(answer())
    assert standing(item, BOTH) is Standing.CHECKED
    assert fit(item, BOTH)
    assert item.kept is not None
    assert item.kept.at == NOW
    assert standing(Item("two", "?"), BOTH) is Standing.UNCHECKED
    assert not fit(Item("two", "?"), BOTH)


def test_any_change_to_the_documents_asks_for_another_check():
    item = checked(answer())
    newer = replace(ROTA, version="v2")
    superseded = replace(PLAN, status=DocumentStatus.SUPERSEDED)
    for documents in ((PLAN, newer), (PLAN, ROTA, a_document("new.md")), (superseded, ROTA)):
        assert standing(item, documents) is Standing.CHANGED
        assert not fit(item, documents)
    assert fingerprint(BOTH) == fingerprint((ROTA, PLAN))


def test_the_same_answer_is_dated_anew_and_another_stands_beside_the_old():
    item = checked(answer())
    documents = (PLAN, replace(ROTA, version="v2"))
    assert standing(checked(answer(), documents, item), documents) is Standing.CHECKED
    replaced = replace(PLAN, version="v2")
    differs = checked(answer("Ben Osei leads it.", replaced), (replaced, ROTA), item)
    assert standing(differs, (replaced, ROTA)) is Standing.DIFFERS
    assert not fit(differs, (replaced, ROTA))
    assert differs.kept == item.kept
    newer = found_now(differs, (replaced, ROTA))
    assert newer is not None
    assert newer.answer.text == "Ben Osei leads it."
    assert standing(take(differs), (replaced, ROTA)) is Standing.CHECKED


def test_who_approved_an_answer_approved_these_words():
    item = replace(checked(answer()), approved=True)
    documents = (PLAN, replace(ROTA, version="v2"))
    assert checked(answer(), documents, item).approved, "the same words, found again"
    replaced = replace(PLAN, version="v2")
    differs = checked(answer("Ben Osei leads it.", replaced), (replaced, ROTA), item)
    assert take(differs).approved, "both were read side by side"
    gone = checked(Answer(Status.NOT_IN_DOCUMENTS, QUESTION), (ROTA,), item)
    assert not gone.approved
    assert not checked(Answer(Status.BLOCKED_PERSONAL_DATA, QUESTION), BOTH, item).approved


def test_what_only_counts_the_papers_or_tells_their_age_is_no_other_answer():
    def looked(count: int) -> Answer:
        said = Sentence(f"Looked in {count} documents.", kind=SentenceKind.FRAME)
        return Answer(Status.NOT_IN_DOCUMENTS, QUESTION, (said,))

    assert same(looked(16), looked(17))
    older = replace(answer(), notes=(Note(NoteKind.AGE, "Over a year old."),))
    assert same(answer(), older)
    assert not same(answer(), answer("Ben Osei leads it."))
    assert not same(answer(), looked(16))
    moved = answer(document=replace(PLAN, title="The plan"))
    assert not same(answer(), moved), "the room sees where it stands"


def test_a_source_left_out_stays_out_when_the_same_answer_is_found_anew():
    one = answer()
    other = replace(one.citations[0], number=2, document=ROTA, passage=a_passage(ROTA, 0, "It."))
    both = replace(one, citations=(one.citations[0], other), sentences=(Sentence("x", (1, 2)),))
    turned = replace(
        both,
        citations=(replace(other, number=1), replace(one.citations[0], number=2)),
        sentences=(Sentence("x", (2, 1)),),
    )
    item = replace(checked(both), hidden=frozenset({2}))
    again = checked(turned, (PLAN, ROTA, a_document("new.md")), item)
    assert [each.document for each in visible(again)] == [PLAN]


def test_words_of_a_document_out_of_use_are_never_shown_again():
    item = checked(answer())
    assert standing(item, (ROTA,)) is Standing.GONE
    assert "Asha Khan" not in str(handout(Pack("p", "P", NOW, (item,)), (ROTA,), "", NOW))
    nothing = Answer(Status.NOT_IN_DOCUMENTS, QUESTION)
    again = checked(nothing, (ROTA,), item)
    assert "Asha Khan" not in str(again)
    assert standing(again, (ROTA,)) is Standing.NO_ANSWER


def test_a_near_passage_of_a_document_out_of_use_counts_too():
    near = Answer(Status.NOT_IN_DOCUMENTS, QUESTION, near=answer().citations)
    assert standing(checked(near), (ROTA,)) is Standing.GONE


def test_a_failure_changes_nothing_and_a_stopped_question_is_not_kept():
    item = checked(answer())
    assert checked(Answer(Status.ERROR, QUESTION), BOTH, item) == item
    assert checked(Answer(Status.BLOCKED_PERSONAL_DATA, QUESTION), BOTH, item).kept is None
    asks = checked(Answer(Status.NEEDS_CLARIFICATION, QUESTION))
    assert not fit(asks, BOTH)


def test_every_sentence_keeps_a_source():
    given = answer()
    second = replace(given.citations[0], number=2)
    both = replace(given, citations=(*given.citations, second), sentences=(Sentence("x", (1, 2)),))
    item = checked(both)
    assert [each.number for each in visible(replace(item, hidden=frozenset({1})))] == [2]
    assert [each.number for each in visible(replace(item, hidden=frozenset({1, 2})))] == [1]
    assert source_line(second) == "Lantern plan, October 2024, section 3"


def test_what_something_stands_on_alone_cannot_be_left_out():
    given = answer()
    same_place = replace(given.citations[0], number=2)
    elsewhere = replace(given.citations[0], number=3, document=ROTA)
    whole = replace(
        given,
        citations=(*given.citations, same_place, elsewhere),
        sentences=(Sentence("x", (1, 3)), Sentence("y", (2, 3))),
    )
    item = checked(whole)
    assert [len(each) for each in by_place(whole.citations).values()] == [2, 1]
    assert needed(item) == frozenset(), "each sentence has another"
    assert needed(replace(item, hidden=frozenset({3}))) == {1, 2}
    noted = replace(whole, notes=(Note(NoteKind.AGE, "Written before; see source 3."),))
    assert needed(checked(noted)) == {3}
    assert 3 in {e.number for e in visible(replace(checked(noted), hidden=frozenset({3})))}


def test_the_templates_questions_are_answered_by_the_papers_that_come_with_them(
    shipped_index: Path, embedder: object
):
    opened = Assistant.open(config(index=shipped_index), embedder)  # type: ignore[arg-type]
    assert [each.name for each in templates()] == [
        "All-staff briefing",
        "Councillors and lead members",
        "Week one for managers",
    ]
    said = (Status.ANSWERED, Status.CONFLICTING)
    asked = dict.fromkeys(question for each in templates() for question in each.questions)
    answers = [opened.ask([question]) for question in asked]
    opened.close()
    assert not [each.question for each in answers if each.status not in said]
    of_itself = [each.text for each in answers if "This guide sets out" in each.text]
    assert not of_itself, "what a paper says of itself answers only who asks of the paper"


@pytest.fixture
def paper() -> Handout:
    listed = answer("Asha Khan \x0b leads\tit & <them>.")
    items = replace(
        listed,
        status=Status.PARTLY_ANSWERED,
        sentences=(
            Sentence("Led by:", (1,), SentenceKind.FRAME),
            Sentence("Asha Khan", (1,), SentenceKind.ITEM),
        ),
        notes=(Note(NoteKind.AGE, "Over a year old."),),
    )
    pack = (
        checked(items),
        replace(checked(Answer(Status.NOT_IN_DOCUMENTS, "Who sings?")), question="Who sings?"),
        Item("three", "Not asked yet?"),
        replace(checked(answer("A long list. " * 200)), id="four", note="for me only"),
    )
    return handout(Pack("p", "Week one", NOW, pack), BOTH, "Tower Hamlets", NOW)


def test_the_word_hand_out_is_built_as_it_reads(paper: Handout):
    made = docx.Document(BytesIO(docx_of(paper)))
    headings = [
        (each.style.name, each.text)
        for each in made.paragraphs
        if each.style.name.startswith(("Heading", "Title"))
    ]
    assert headings == [
        ("Title", "Week one"),
        ("Heading 1", f"1. {QUESTION}"),
        ("Heading 2", "Sources"),
        ("Heading 1", f"4. {QUESTION}"),
        ("Heading 2", "Sources"),
        ("Heading 1", "What the documents do not say"),
        ("Heading 1", "Left out"),
    ]
    bullets = [each.text for each in made.paragraphs if each.style.name == "List Bullet"]
    assert bullets == ["Asha Khan [1]", "2. Who sings?", "3. Not asked yet? (not looked for yet)"]
    body = "\n".join(each.text for each in made.paragraphs)
    assert "[1] Lantern plan, October 2024, section 3" in body
    assert "‘Asha Khan leads it & <them>.’" in body
    assert "22 November 2026" in body
    assert paper.fingerprint in body
    assert "Nobody has read and approved 1 and 4 yet." in body
    assert "for me only" not in body
    read = replace(paper, sections=tuple(replace(s, approved=True) for s in paper.sections))
    texts = [each.text for each in docx.Document(BytesIO(docx_of(read))).paragraphs]
    assert "Each answer was read and approved before it was handed out." in texts
    page = made.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297), "A4"
    (language,) = made.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"
    assert (made.core_properties.language, made.core_properties.title) == ("en-GB", "Week one")
    assert made.core_properties.created == NOW
    links = {each.get(qn("w:anchor")) for each in made.element.iter(qn("w:hyperlink"))}
    marks = {each.get(qn("w:name")) for each in made.element.iter(qn("w:bookmarkStart"))}
    assert links == marks == {"source_1_1", "source_4_1"}


def test_the_slides_hold_the_same_and_link_to_the_passages(paper: Handout):
    made = pptx_of(paper)
    slides = list(Presentation(BytesIO(made)).slides)
    said = [[shape.text_frame.text for shape in slide.placeholders] for slide in slides]
    assert all(each[0] for each in said), "each slide has a title"
    together = "\n".join(text for each in said for text in each)
    for words in ("Asha Khan [1]", "Lantern plan, October 2024, section 3", "Who sings?"):
        assert words in together
    assert paper.fingerprint in together
    assert "for me only" not in together
    assert max(len(each[1]) for each in said) < 800, "a long answer goes on on the next slide"
    assert sum(each[0].startswith("1. ") for each in said) == 1
    assert "‘Asha Khan leads it" in said[1][1], "a short passage stands under its answer"
    titles = [each[0] for each in said]
    last = max(n for n, title in enumerate(titles, 1) if title.startswith(f"4. {QUESTION}"))
    passages = titles.index(f"Sources: 4. {QUESTION}") + 1
    with ZipFile(BytesIO(made)) as package:
        slide = package.read(f"ppt/slides/slide{last}.xml").decode()
        assert 'action="ppaction://hlinksldjump"' in slide
        links = package.read(f"ppt/slides/_rels/slide{last}.xml.rels").decode()
        assert f'Target="slide{passages}.xml"' in links


@pytest.mark.parametrize("ending", ["docx", "pptx"])
def test_the_hand_outs_open_in_libreoffice(paper: Handout, tmp_path: Path, ending: str):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer -impress)")
    made = tmp_path / f"briefing.{ending}"
    made.write_bytes(docx_of(paper) if ending == "docx" else pptx_of(paper))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [program, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, made]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with closing(pypdfium2.PdfDocument(tmp_path / "briefing.pdf")) as opened:
        pages = [page.get_textpage().get_text_bounded() for page in opened]
    together = " ".join(" ".join(pages).split())
    for words in ("Week one", "Asha Khan [1]", "October 2024", paper.fingerprint, "Who sings?"):
        assert words in together
    assert together.count("list.") == 400, "no words of the answer or the passage are lost"
    assert all(page.strip() for page in pages), "no page is empty"
