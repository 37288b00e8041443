"""A coach with canned feedback of every kind, for the tests and pictures of the Rehearse screen."""

from __future__ import annotations

from core.answers import Citation
from core.errors import BadBank
from core.rehearsal import (
    About,
    Area,
    Difference,
    DifferenceKind,
    Feedback,
    FeedbackStatus,
    Point,
    Probe,
    Prompt,
    Reach,
    Role,
    Sign,
    Signal,
    Suggestion,
)
from tests.screens.fake import (
    DECK,
    GUIDE,
    GUIDE_PASSAGE,
    ITEMS,
    NASTY,
    PDF,
    PDF_PASSAGE,
    ROW,
    TABLE,
)

SW, HELP = Role.SOCIAL_WORKER, Area.HELP_AND_PROTECTION
COUNCIL = Prompt(
    "p1", (SW,), HELP, About.COUNCIL, "What has improved here?", ("a figure with its date",)
)
CASE = Prompt(
    "p2", (SW,), HELP, About.CASE, "What is this child’s day like?", ("the child’s own words",)
)
ODD = Prompt("p3", (SW,), HELP, About.COUNCIL, NASTY)
PROMPTS = (COUNCIL, CASE, ODD)
ROW_CITED = Citation(1, TABLE, ROW, (*ROW.header, *ROW.cells))
COVERED = Citation(2, DECK, ITEMS[2], (ITEMS[2].text,))
TOUCHED = Citation(3, PDF, PDF_PASSAGE, (PDF_PASSAGE.text,))
LEFT_OUT = Citation(4, GUIDE, GUIDE_PASSAGE, (GUIDE_PASSAGE.text,))
PROBE = Probe(Signal.EVIDENCE, "How do you know?")
NAME = "Jayden"
"""A name that the fake takes for a child's."""


def given(prompt: Prompt, answer: str) -> Feedback:
    """Feedback that says a figure differs where the answer says 62%."""
    if prompt.about is About.CASE:
        return Feedback(
            FeedbackStatus.GIVEN,
            prompt,
            suggestions=(Suggestion("Say how the child sees it."),),
            probe=PROBE,
        )
    differs = (Difference("62%", DifferenceKind.FIGURE, ROW_CITED),) if "62%" in answer else ()
    return Feedback(
        FeedbackStatus.GIVEN,
        prompt,
        points=(
            Point(COVERED, ITEMS[2].text, Reach.COVERED),
            Point(TOUCHED, PDF_PASSAGE.text, Reach.TOUCHED),
            Point(LEFT_OUT, GUIDE_PASSAGE.text, Reach.NOT_MENTIONED),
        ),
        differences=differs,
        signs=(Sign(Signal.EVIDENCE, "the audit in May"),),
        suggestions=(
            Suggestion("Check the figure.", (ROW_CITED,)),
            Suggestion("Your papers also hold this:", (LEFT_OUT,)),
        ),
        probe=PROBE,
    )


class FakeCoach:
    """Prompts for social workers on help and protection; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.bad_bank = ""

    def prompts(self, role: Role, area: Area) -> tuple[Prompt, ...]:
        if self.bad_bank:
            raise BadBank(self.bad_bank)
        return PROMPTS if (role, area) == (SW, HELP) else ()

    def every(self) -> tuple[Prompt, ...]:
        return self.prompts(SW, HELP)

    def sources(self, prompt: Prompt) -> tuple[Citation, ...]:
        return () if prompt.about is About.CASE else (Citation(1, DECK, ITEMS[2], ("words",)),)

    def hint(self, prompt: Prompt) -> tuple[Citation, ...]:
        return () if prompt.about is About.CASE else (Citation(1, DECK, ITEMS[2], ()),)

    def replaced(self, answer: str) -> str:
        return answer.replace(NAME, "Child A")

    def feedback(self, prompt: Prompt, answer: str, follow_up_to: str = "") -> Feedback:
        self.asked.append((prompt.id, answer, follow_up_to))
        status, said = FeedbackStatus.GIVEN, ""
        if NAME in answer:
            status, said = FeedbackStatus.BLOCKED_PERSONAL_DATA, "This looks like it holds a name."
        elif not answer.strip():
            status, said = FeedbackStatus.EMPTY, "Type an answer in your own words."
        elif len(answer) > 6000:
            status, said = FeedbackStatus.TOO_LONG, "This is longer than can be read at once."
        elif "break" in answer:
            status, said = FeedbackStatus.ERROR, "Something went wrong (error 7f3a2291)."
        if status is FeedbackStatus.GIVEN:
            return given(prompt, answer)
        error_id = "7f3a2291" if status is FeedbackStatus.ERROR else ""
        return Feedback(status, prompt, advice=said, error_id=error_id)
