"""Every quote stands in its file, by another extractor than the one that read it.

pdfium for PDF, the raw XML for Office, the standard library's parser for web pages: see
`tests/independent_text.py`. White space and hyphens are folded.
"""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from assistant.answering import Assistant
from core.answers import Answer, Citation, SentenceKind, Status
from core.documents import Passage
from core.settings import ROOT
from evaluation.question_sets import load
from tests.independent_text import folded, html_text, office_text, pdf_text, plain_text
from tests.support import PAPERS, WordsEmbedder, config, ingest
from vectorstore.embed import Embedder
from vectorstore.index import IndexReader

EXTRACTORS: dict[str, Callable[[Path], str]] = {
    ".pdf": pdf_text,
    ".html": html_text,
    ".md": plain_text,
    ".txt": plain_text,
    ".csv": plain_text,
}


@cache
def words_of(path: Path) -> str:
    """The text of a file, folded, by other means than ours."""
    text = EXTRACTORS.get(path.suffix.lower(), office_text)(path)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            book = archive.read("xl/workbook.xml").decode()
        sheets = [html.unescape(name) for name in re.findall(r'<sheet [^>]*?name="([^"]*)"', book)]
        numbers = [shown(number) for number in re.findall(r"\d+\.?\d*", text)]
        text = "\n".join([text, *sheets, *numbers])
    return folded(text)


def shown(number: str) -> str:
    """The ways in which a sheet may show a number that it keeps plain."""
    value = float(number)
    ways = [f"{value:.{places}%}" for places in range(3)]
    ways += [f"{value:,.{places}f}" for places in range(3)]
    ways += [f"£{way}" for way in ways]
    return "\n".join(ways)


def missing(corpus: Path, file: str, spans: Iterable[str]) -> list[str]:
    """The spans that do not stand in the file."""
    text = words_of(corpus / file)
    return [span for span in spans if folded(span) not in text]


def spans_of(passage: Passage) -> list[str]:
    """All of a passage that an answer can quote."""
    above = [*passage.headings, passage.lead_in, passage.section, *passage.header]
    return [each for each in (*passage.quotes(), *passage.cells, *above) if each]


FOLDERS = {
    "shipped": ROOT / "corpus",
    "seeds": PAPERS / "seeds",
    "reports": PAPERS / "reports",
}
SEEDS = ("000*.pptx", "001*.html", "002*.docx", "003*.docx", "004*.pdf")


def quickly_indexed(corpus: Path, index: Path) -> Path:
    """The index by the quick embedder of a folder whose files can all be read."""
    report = ingest(corpus, index)
    assert not report.unread
    return index


def every_passage_stands_in_its_file(corpus: Path, index: Path) -> None:
    wrong: list[str] = []
    passages = documents = 0
    with closing(IndexReader(index)) as reader:
        reader.refresh()
        for document in reader.documents:
            documents += 1
            for passage in reader.store.of_document(document.id, document.version):
                passages += 1
                wrong += [
                    f"{document.file} page {passage.page} {passage.kind}: {span!r}"
                    for span in missing(corpus, document.file, spans_of(passage))
                ]
    assert passages > 10 * documents > 0
    assert not wrong, f"{len(wrong)} of {passages} passages:\n" + "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("form", ["*.pptx", "*.pdf", "*.docx", "*.html", "*.txt"])
def test_every_passage_of_each_form_stands_in_its_file(
    form: str, paper_folder: Callable[..., Path], tmp_path: Path
):
    """One form at a time: of several of one paper only the best would be cited."""
    corpus = paper_folder(form)
    every_passage_stands_in_its_file(corpus, quickly_indexed(corpus, tmp_path / "index"))


class Asked:
    """The answers to a set of questions over a corpus."""

    def __init__(self, corpus: Path, answers: list[Answer]) -> None:
        self.corpus = corpus
        self.answers = answers

    def citations(self) -> Iterator[tuple[Answer, Citation]]:
        for answer in self.answers:
            for citation in (*answer.citations, *answer.near):
                yield answer, citation


@pytest.fixture(scope="class")
def quick_index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index, by the quick embedder, of all files of the class's folder."""
    corpus = FOLDERS[request.cls.name]
    if not corpus.is_dir():
        pytest.skip("the published papers (../shared) are not beside the repo")
    return quickly_indexed(corpus, tmp_path_factory.mktemp("quick"))


@pytest.fixture(scope="class")
def asked(request: pytest.FixtureRequest, embedder: Embedder) -> Asked:
    """Every question of the class's set, asked once.

    The reports, which take minutes to embed, have the quick embedder: whether a quote is exact
    does not hang on which passage was found.
    """
    name, value = request.cls.name, request.getfixturevalue
    corpus, model = FOLDERS[name], embedder
    if name == "reports":
        index, model = value("quick_index"), WordsEmbedder()
    else:
        corpus = value("paper_folder")(*SEEDS) if name == "seeds" else corpus
        index = value("index_of")(corpus)
    questions = load(name)
    answers: list[Answer] = []
    for organisation in sorted({each.organisation for each in questions}):
        settings = config(index=index).model_copy(update={"organisation": organisation})
        with closing(Assistant.open(settings, model)) as assistant:
            answers += [
                assistant.ask(each.turns) for each in questions if each.organisation == organisation
            ]
    return Asked(corpus, answers)


def differences(cited: str) -> str:
    """What may be calculated from the numbers of a quote: each one less each other."""
    numbers = {float(each.replace(",", "")) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", cited)}
    results = {abs(one - other) for one in numbers for other in numbers}
    return " ".join(f"{result:,.{places}f}" for result in results for places in (0, 1, 2))


class Quotes:
    """What holds of the passages and the answers of each corpus; one class of it for each, so
    that several workers can share them out.
    """

    name: str

    def test_every_passage_stands_in_its_file(self, quick_index: Path):
        every_passage_stands_in_its_file(FOLDERS[self.name], quick_index)

    def test_no_question_fails(self, asked: Asked):
        assert [answer.question for answer in asked.answers if answer.status is Status.ERROR] == []

    def test_every_citation_stands_in_its_file(self, asked: Asked):
        wrong = [
            f"{citation.document.file} {citation.passage.page}: {span!r} (asked: {answer.question})"
            for answer, citation in asked.citations()
            for span in missing(asked.corpus, citation.document.file, citation.spans)
        ]
        assert sum(1 for _ in asked.citations()) > 50
        assert not wrong, "\n".join(dict.fromkeys(wrong))

    def test_every_citation_quotes_something(self, asked: Asked):
        empty = [
            answer.question
            for answer, citation in asked.citations()
            if not citation.spans or not all(span.strip() for span in citation.spans)
        ]
        assert empty == []

    def test_every_sentence_has_a_citation_that_is_there(self, asked: Asked):
        for answer in asked.answers:
            numbers = {citation.number for citation in answer.citations}
            assert len(numbers) == len(answer.citations), answer.question
            for sentence in answer.sentences:
                assert set(sentence.citations) <= numbers, answer.question
                if sentence.kind is not SentenceKind.FRAME:
                    assert sentence.citations, (answer.question, sentence.text)
            used = {number for sentence in answer.sentences for number in sentence.citations}
            # A warning that a rule has changed since names the source that says so.
            told = " ".join(note.text for note in answer.notes)
            named = {int(number) for number in re.findall(r"\bsource (\d+)", told)}
            assert used | named == numbers, answer.question

    def test_every_number_of_an_answer_stands_in_what_it_cites(self, asked: Asked):
        wrong = []
        for answer in asked.answers:
            quotes = {citation.number: citation.quote for citation in answer.citations}
            for sentence in answer.sentences:
                cited = " ".join(quotes[number] for number in sentence.citations)
                if sentence.kind is SentenceKind.FRAME:
                    continue
                if sentence.kind is SentenceKind.CALCULATED:
                    assert "calculated" in sentence.text
                    cited += differences(cited)
                said = sentence.text
                if sentence.kind is SentenceKind.CORRECTION:
                    # What comes before 'but' is the question's own, what comes after the passage's.
                    asked_for, said = said.removeprefix("Not ").split(" but ")
                    assert all(each in answer.question for each in re.findall(r"\d+", asked_for))
                wrong += [
                    f"{number} in {sentence.text!r} (asked: {answer.question})"
                    for number in re.findall(r"\d+(?:[.,]\d+)*", said)
                    if number not in cited
                ]
        assert not wrong, "\n".join(wrong)

    def test_only_answers_have_citations_and_only_refusals_have_near_ones(self, asked: Asked):
        said = {Status.ANSWERED, Status.PARTLY_ANSWERED, Status.CONFLICTING}
        for answer in asked.answers:
            assert bool(answer.citations) == (answer.status in said), answer.question
            if answer.status is Status.ANSWERED:
                assert not answer.near, answer.question


@pytest.mark.long
class TestShipped(Quotes):
    name = "shipped"


@pytest.mark.long
class TestSeeds(Quotes):
    name = "seeds"


@pytest.mark.long
class TestReports(Quotes):
    name = "reports"
