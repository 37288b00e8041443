"""Words of a rehearsal's summary, on the screen and in the Word file."""

from __future__ import annotations

from assistant.rehearsal.summary import Summary
from core.answers import Citation
from core.documents import TextForm

TITLE = "Your practice, for you alone"
PRIVATE = (
    "Nobody else has this and nothing you typed was kept. It is not a grade and not a record: "
    "these are places in your documents to read again."
)
DIFFERS = "Look at these first: your documents may say otherwise"
YOU_SAID = "You said ‘{said}’"
DIFFERS_LINE = "{said}. Your documents say: ‘{quote}’"
LOOK_UP = "Worth looking up before Monday"
ON_FILE = "What the file would show"
ON_FILE_WHY = "Your documents cannot know the child. Read the file for these before you are asked:"
FOLLOW_UPS = "Follow-up questions to think over"
DREW_ON = "What you drew on"
SKIPPED = "Skipped, for another time"
CHECK = (
    "The prompts are for practice and in our own words, not Ofsted's. Check a source before you "
    "rely on it."
)


def about(summary: Summary) -> str:
    """'Social worker, care leavers.'"""
    return f"{summary.role.label}, {summary.area.label.lower()}."


def source(citation: Citation) -> str:
    """'Self-evaluation 2024, June 2024, page 3'."""
    document, passage = citation.document, citation.passage
    place = ""
    if passage.page:
        place = f"{document.form.value} {passage.page}"
    elif document.form is TextForm.SECTIONS and passage.headings:
        place = f"section ‘{passage.headings[-1]}’"
    return ", ".join(filter(None, [document.title, str(document.published), place]))
