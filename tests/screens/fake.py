"""An assistant with a canned answer of every status, for the tests and pictures of the screens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.answers import (
    Answer,
    Citation,
    Note,
    NoteKind,
    Option,
    Sentence,
    SentenceKind,
    Status,
)
from core.dates import PartialDate
from core.documents import NATIONAL, Document, Kind, Passage, PassageKind, TextForm
from core.inspection_steps import InspectionType

if TYPE_CHECKING:
    from tests.screens.fake_coach import FakeCoach

NASTY = (
    "Costs $5 and $x^2$ *rose* __fast__ <script>alert(1)</script> [a](javascript:x) :smile: "
    ":material/home: :streamlit: `code` # no -> yes >= 80% www.example.com a@b.co :red[r] & ~~s~~"
)

PDF = Document(
    "d1",
    "briefing/week-one.pdf",
    "v1",
    "Preparing for an ILACS inspection",
    Kind.BRIEFING,
    TextForm.PAGES,
    "Tower Hamlets",
    "Tower Hamlets",
    PartialDate(2024, 10),
    sample=True,
)
DECK = Document(
    "d2",
    "briefing/deck.pptx",
    "v1",
    "Inspection briefing for managers",
    Kind.BRIEFING,
    TextForm.SLIDES,
    "Tower Hamlets",
    "Tower Hamlets",
    PartialDate(2023, 1, 9),
    sample=True,
)
GUIDE = Document(
    "d3",
    "framework-guidance/ilacs.md",
    "v1",
    "How ILACS inspections run",
    Kind.FRAMEWORK_GUIDANCE,
    TextForm.SECTIONS,
    "Ofsted",
    NATIONAL,
    sample=True,
)
TABLE = Document(
    "d4",
    "performance-report/indicators.xlsx",
    "v1",
    "Performance indicators 2024/25",
    Kind.PERFORMANCE_REPORT,
    TextForm.SHEETS,
    "Tower Hamlets",
    "Tower Hamlets",
    PartialDate(2025),
    sample=True,
)
DOCUMENTS = (PDF, DECK, GUIDE, TABLE)

LEAD = "Wednesday of week one:"
ITEM_1 = "Annex A child-level lists are sent to the lead inspector by the end of the day."
ITEM_2 = "The performance manager checks the lists before they leave."


def _passage(document: Document, place: int, text: str, **more: object) -> Passage:
    defaults: dict[str, object] = {
        "kind": PassageKind.PARAGRAPH,
        "page": "3",
        "page_index": 2,
        "headings": ("ILACS – Week 1",),
    }
    return Passage(f"{document.id}-{place}", document.id, place, text=text, **(defaults | more))  # type: ignore[arg-type]


HEAD = _passage(DECK, 0, "ILACS – Week 1", kind=PassageKind.HEADING)
ITEMS = (
    HEAD,
    _passage(DECK, 1, LEAD),
    _passage(DECK, 2, ITEM_1, kind=PassageKind.ITEM, lead_in=LEAD, group=1),
    _passage(DECK, 3, ITEM_2, kind=PassageKind.ITEM, lead_in=LEAD, group=1),
)
GUIDE_PASSAGE = _passage(
    GUIDE, 0, "Ofsted usually calls on a Monday.", page="", page_index=-1, headings=("The call",)
)
PDF_PASSAGE = _passage(PDF, 4, "Annex A is due on Wednesday.", page="3", page_index=2)
ROW = _passage(
    TABLE,
    7,
    "Care leavers in suitable accommodation | 84% | 88%",
    kind=PassageKind.ROW,
    page="KPIs",
    page_index=-1,
    headings=("Care leavers",),
    header=("Indicator", "2023/24", "2024/25"),
    cells=("Care leavers in suitable accommodation", "84%", "88%"),
)


def answer_for(question: str) -> Answer:
    """The canned answer that a word of the question calls for."""
    asked = question.casefold()
    if "too long" in asked:
        text = "Please ask in fewer words: at most 2000 characters can be read."
        return Answer(
            Status.NEEDS_CLARIFICATION, question, (Sentence(text, (), SentenceKind.FRAME),)
        )
    if "child's name" in asked:
        return Answer(
            Status.BLOCKED_PERSONAL_DATA,
            question,
            (
                Sentence(
                    "This looks like it holds a name and a date of birth.", (), SentenceKind.FRAME
                ),
            ),
        )
    if "break" in asked:
        return Answer(Status.ERROR, question, error_id="7f3a-2291")
    if "our" in asked.split() and "(as" not in asked:
        return Answer(
            Status.NEEDS_CLARIFICATION,
            question,
            (Sentence("Which council are you asking for?", (), SentenceKind.FRAME),),
            options=(
                Option("Tower Hamlets", "Tower Hamlets"),
                Option("Wokingham", "Wokingham"),
                *([Option(NASTY, "Nasty")] if "nasty" in asked else []),
            ),
        )
    if "moon" in asked:
        return Answer(
            Status.NOT_IN_DOCUMENTS,
            question,
            (Sentence("Looked for: moon, week one, in 15 documents.", (), SentenceKind.FRAME),),
            near=(
                Citation(1, DECK, ITEMS[2], (LEAD, ITEM_1)),
                Citation(2, GUIDE, GUIDE_PASSAGE, (GUIDE_PASSAGE.text,)),
            ),
        )
    if "conflict" in asked:
        return Answer(
            Status.CONFLICTING,
            question,
            (
                Sentence("Two documents give different days.", (), SentenceKind.FRAME),
                Sentence("Annex A is due on Wednesday.", (1,)),
                Sentence(ITEM_1, (2,)),
            ),
            (
                Citation(1, PDF, PDF_PASSAGE, (PDF_PASSAGE.text,)),
                Citation(2, DECK, ITEMS[2], (LEAD, ITEM_1)),
            ),
            (Note(NoteKind.CONFLICT, "The newer paper is from October 2024."),),
        )
    if "part" in asked:
        return Answer(
            Status.PARTLY_ANSWERED,
            question,
            (Sentence(ROW.cells[0] + ", 2024/25: 88%", (1,), SentenceKind.CELL),),
            (Citation(1, TABLE, ROW, ("Indicator", "2024/25", *ROW.cells)),),
            (Note(NoteKind.MISSING, "Nothing was found about 2025/26."),),
        )
    if "nasty" in asked:
        passage = _passage(DECK, 9, NASTY)
        return Answer(
            Status.ANSWERED,
            question,
            (Sentence(NASTY, (1,)),),
            (Citation(1, DECK, passage, (NASTY,)),),
            (Note(NoteKind.AGE, NASTY),),
        )
    return Answer(
        Status.ANSWERED,
        question,
        (
            Sentence("In week one of an ILACS inspection, on Wednesday:", (1,), SentenceKind.FRAME),
            Sentence(ITEM_1, (1, 2), SentenceKind.ITEM),
            Sentence(ITEM_2, (1,), SentenceKind.ITEM),
        ),
        (
            Citation(1, DECK, ITEMS[2], (LEAD, ITEM_1)),
            Citation(2, PDF, PDF_PASSAGE, (PDF_PASSAGE.text,)),
        ),
        (
            Note(NoteKind.UNDERSTOOD_AS, "Week one of a standard ILACS inspection."),
            Note(NoteKind.AGE, "The source is from January 2023, over a year old."),
        ),
    )


class FakeAssistant:
    """Answers from `answer_for`, and keeps what it was asked."""

    def __init__(self, documents: tuple[Document, ...] = DOCUMENTS) -> None:
        self.asked: list[tuple[tuple[str, ...], str]] = []
        self.live = documents
        self.rehearses: FakeCoach | None = None

    def warm(self) -> None:
        """Nothing to load."""

    def coach(self) -> FakeCoach:
        from tests.screens.fake_coach import FakeCoach

        if self.rehearses is None:
            self.rehearses = FakeCoach()
        return self.rehearses

    def ask(
        self,
        turns: Sequence[str],
        organisation: str = "",
        inspection: InspectionType = InspectionType.UNSAID,
    ) -> Answer:
        del inspection
        self.asked.append((tuple(turns), organisation))
        question = turns[-1]
        answer = answer_for(question)
        if answer.status is Status.NEEDS_CLARIFICATION and organisation:
            return Answer(
                Status.ANSWERED,
                question,
                (Sentence(f"{organisation}: rated good.", (1,)),),
                (Citation(1, PDF, PDF_PASSAGE, (PDF_PASSAGE.text,)),),
            )
        return answer

    def answers(
        self,
        turns: Sequence[str],
        organisation: str = "",
        inspection: InspectionType = InspectionType.UNSAID,
        worded: bool = True,
    ) -> Iterator[Answer]:
        del worded
        yield self.ask(turns, organisation, inspection)

    def without_details(self, text: str) -> str:
        return text.replace("Jo Bloggs", "Child A").replace("3/4/2015", "[date removed]")

    def documents(self) -> tuple[Document, ...]:
        return self.live

    def suggestions(self) -> tuple[str, ...]:
        return (
            "What happens on Wednesday of week one?",
            "Who sends the Annex A lists?",
            "What are the four ILACS judgements?",
            "What changed in April 2026?",
            "What did our self-evaluation say about care leavers?",
        )

    def passage_context(self, passage: Passage) -> tuple[Passage, ...]:
        return ITEMS if passage.document == DECK.id else (passage,)


def write_pdf(corpus: Path) -> Path:
    """The PDF that the fake cites, three pages, the cited words on the third; returns its path."""
    from fpdf import FPDF

    paper = FPDF()
    for page, text in enumerate(("Contents", "The call comes on a Monday.", PDF_PASSAGE.text), 1):
        paper.add_page()
        paper.set_font("helvetica", size=20)
        paper.cell(text="Preparing for an ILACS inspection", new_x="LMARGIN", new_y="NEXT")
        paper.set_font("helvetica", size=12)
        for line in (f"Page {page}", "Before:", text, "After: the lists are checked again."):
            paper.cell(text=line, h=10, new_x="LMARGIN", new_y="NEXT")
    file = corpus / PDF.file
    file.parent.mkdir(parents=True, exist_ok=True)
    paper.output(str(file))
    return file


class Shared:
    """Stands for the cached function `assistant`: the same fake for every caller."""

    _one: Shared | None = None

    def __init__(self) -> None:
        self.fake = FakeAssistant()

    @classmethod
    def one(cls) -> Shared:
        if cls._one is None:
            cls._one = cls()
        return cls._one

    def __call__(self) -> FakeAssistant:
        return self.fake

    def clear(self) -> None:
        """Nothing is cached."""
