"""Words of a rehearsal's summary, on the screen and in the Word file."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.rehearsal.summary import MOST_SKIPPED, Summary
from core.answers import Citation
from core.documents import TextForm
from core.rehearsal import Check, DifferenceKind, Prompt

TITLE = "Your practice, for you alone"
PRIVATE = (
    "Nobody else has this and nothing you typed was kept. It is not a grade and not a record: "
    "these are places in your documents to read again."
)
PRIVATE_QUOTED = (
    "Nobody else has this and nothing you typed was kept, but for the few words quoted below "
    "because you asked for them. It is not a grade and not a record: these are places in your "
    "documents to read again."
)
DIFFERS = "Look at these first: your documents may say otherwise"
YOU_SAID = "You said ‘{said}’"
DIFFERS_LINE = "{said}. Your documents say: ‘{quote}’"
DIFFERS_ON = "{kind} in your answer to ‘{prompt}’"
CHECK = "Set beside your documents: it may be about something else"
HELD = "The documents say {held}: check yours"
PLAIN = "Check it beside the documents"
LOOK_FOR = "Look for: {what}."
LONGEST = 140
"""Letters of a point in the list of what was drawn on."""
CHECK_OF = {
    DifferenceKind.FIGURE: "A figure you gave",
    DifferenceKind.DATE: "What you said of when or how often",
    DifferenceKind.NAME: "A name you gave",
    DifferenceKind.DIRECTION: "Something you said",
}
LOOK_UP = "Worth looking up"
ON_FILE = "What the file would show"
ON_FILE_WHY = "Your documents cannot know the child. Read the file for these before you are asked:"
FOLLOW_UPS = "Follow-up questions to think over"
DREW_ON = "What you drew on"
SKIPPED = "Skipped, for another time"
MORE = "and {n} more"
CHECK_SOURCES = (
    "The prompts are for practice and in our own words, not Ofsted's. Check a source before you "
    "rely on it."
)


def about(summary: Summary) -> str:
    """'Social worker, care leavers.'"""
    return f"{summary.role.label}, {summary.area.label.lower()}."


def checked(check: Check, *, own_words: bool) -> str:
    """'You said ‘90%’. The documents say 82.8% (Aug 24): check yours'."""
    said = YOU_SAID.format(said=check.said) if own_words else CHECK_OF[check.kind]
    return f"{said}. {HELD.format(held=check.held) if check.held else PLAIN}"


def skipped(prompts: Sequence[Prompt]) -> list[str]:
    """The first few prompts skipped, and how many more there are."""
    more = len(prompts) - MOST_SKIPPED
    shown = [each.text for each in prompts[:MOST_SKIPPED]]
    return [*shown, MORE.format(n=more)] if more > 0 else shown


def shows(prompt: Prompt) -> str:
    """A prompt with what the file would show of it, in a line."""
    return (
        f"{prompt.text} {LOOK_FOR.format(what='; '.join(prompt.shows))}"
        if prompt.shows
        else prompt.text
    )


def shortened(words: str) -> str:
    """A point at a glance, cut at a word."""
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def quoted(citation: Citation) -> str:
    """The words of a source; of a table's row each figure with its column."""
    header, cells = citation.passage.header, citation.passage.cells
    if not header or len(header) != len(cells):
        return citation.quote
    told = [
        f"{name}: {cell}" if name else cell
        for name, cell in zip(header, cells, strict=True)
        if cell
    ]
    return "; ".join(told)


def source(citation: Citation) -> str:
    """'Self-evaluation 2024, June 2024, page 3'."""
    document, passage = citation.document, citation.passage
    place = ""
    if passage.page:
        place = f"{document.form.value} {passage.page}"
    elif document.form is TextForm.SECTIONS and passage.headings:
        place = f"section ‘{passage.headings[-1]}’"
    return ", ".join(filter(None, [document.title, str(document.published), place]))
