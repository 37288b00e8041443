"""Words on the screen, in one place, so that they can be read over and kept plain."""

from __future__ import annotations

from core.answers import NoteKind, Status

PRODUCT = "Inspection Ready"
ASK = "Ask the inspection documents"
ABOUT = (
    "Inspection Ready answers from the documents it has been given, with the passage each answer "
    "stands on. {sent} Check the source before you rely on an answer."
)
ASK_SOMETHING = "Ask a question about inspection"
TRY = "Questions these documents can answer"
LOOKING = "Looking in the documents"
WORDING = "Looking in the documents and wording the answer"
SWITCH = "Written answers"
WRITER = "Worded by {model}. Text goes to: {where}."
NOT_SENT = "Off: answers are the documents' own words, and nothing is sent."
OWN_WORDS = "Show the documents' own words now"
STARTING = "Getting ready: the first answer takes some seconds"

HEADLINE: dict[Status, str] = {
    Status.ANSWERED: "",
    Status.PARTLY_ANSWERED: "Part of the answer is in the documents",
    Status.CONFLICTING: "The documents disagree",
    Status.NOT_IN_DOCUMENTS: "The documents do not say",
    Status.NEEDS_CLARIFICATION: "One thing first",
    Status.BLOCKED_PERSONAL_DATA: "Stopped: this may name or describe a child",
    Status.ERROR: "Something went wrong",
}
"""The line above an answer, by its status."""

NOTE_LABEL: dict[NoteKind, str] = {
    NoteKind.AGE: "Age of the source",
    NoteKind.OTHER_COUNCIL: "Which council",
    NoteKind.CONFLICT: "Where they differ",
    NoteKind.UNDERSTOOD_AS: "Understood as",
    NoteKind.MISSING: "Not in the documents",
    NoteKind.SAMPLE: "Sample documents",
    NoteKind.UNREAD: "Not read",
    NoteKind.DATE: "In this inspection",
    NoteKind.WORDING: "Wording",
}

BLOCKED_NEXT = "Your words are back in the box below. Never type details of a real child here."
REPLACE_NAME = "Replace with ‘Child A’"
REPLACE_OTHER = "Take these details out"
REPLACED = (
    "The details are replaced in the box below. This can miss things: look your words over, then "
    "send them."
)
TOO_LONG_NEXT = "Your words are back in the box below, to be made shorter."
ERROR_NEXT = (
    "Your question and the conversation are kept. Ask again; if it happens again, give this "
    "number to whoever runs Inspection Ready: {error_id}"
)
NEAR = "Near, but not an answer ({count})"
NEAR_EXPLAINED = "The nearest passages. They do not answer the question."
SOURCES_ONE = "Source"
SOURCES_MANY = "Sources"
COPY = "Copy with sources"
COPIED = "Copied"
COPY_REFUSED = "The browser refused to copy"
CLEAR = "Clear conversation"
THIS_TAB_ONLY = "Kept in this tab only: reloading the page clears the conversation."
CLEARED = "The conversation was cleared."
UNDO = "Undo"
OUR_COUNCIL = "Our council:"
OUR_COUNCIL_LABEL = "'We' and 'our' mean"
NOT_CHOSEN = "not chosen"

CLOSE = "Close source"
QUOTED = "Words used in the answer"
DRAWING = "Making a picture of the page"
NO_PICTURE = "A picture of this page could not be made. The words are shown as text."
PICTURE_SLOW = "A picture of this page took too long. The words are shown as text."
NOT_MARKED = (
    "The words could not be found on the picture with certainty, so nothing is marked on it."
)
PARTLY_MARKED = "Some of the words could not be found on the picture; the others are marked."
NEXT_PAGE = "The passage begins on the page named above; the words stand on the next, shown here."
OWNERS_NOTE = "Note by the document's owner: {note}"
GOES_ON = "The words go on on the next page."
REMOVED = "This document has been removed since. These are the words that the answer quoted then."
CHANGED = "This document has changed since. These are the words that the answer quoted then."
FILE_GONE = "The file is no longer in the folder. This is the text that was read from it."

TOO_NEW = (
    "This index was written by a newer version of Inspection Ready, and is as it was. Use that "
    "version, or set INSPECTION_INDEX to another folder and start this one again. ({error_id})"
)
BROKEN = (
    "This screen could not be shown. The documents are as they were. Reload the page, which clears "
    "the conversation; if it happens again, give this number to whoever runs Inspection Ready: "
    "{error_id}"
)

FIRST_RUN = "Reading the documents for the first time"
FIRST_RUN_WHY = "This happens once, and again only for documents that change."
BUSY = "Another window is reading the documents. This page goes on by itself when it is done."
UNREAD = "{count} could not be read"
PARTS_UNREAD = "Parts of documents that were not read ({count})"
FAILED = "The documents could not be read"
NOTHING_READ = "No document in {folder} could be read. Put papers into it and try again."
TRY_AGAIN = "Try again"


def purpose(model: str) -> str:
    """What Ask is for, on the empty screen."""
    how = "is worded from the documents" if model else "is quoted from the documents"
    return (
        f"Ask about inspection, and about what your own papers say. Each answer {how} "
        "and shows the page it stands on; if they do not hold the answer, it says so."
    )


def about(model: str, where: str) -> str:
    """What the product is and where text goes, for the menu."""
    own = "It runs on this machine and sends nothing anywhere."
    sent = f"Questions and the passages that answer them go to {model} ({where}) to be worded."
    return ABOUT.format(sent=sent if model else own)


def loaded(own: int, sample: int) -> str:
    """Which documents are loaded, for the header of every screen."""
    papers = "1 paper that comes" if sample == 1 else f"{sample} papers that come"
    samples = f"{papers} with {PRODUCT}"
    if not own:
        return f"Sample documents: {samples}"
    mixed = f", and {samples}" if sample else ""
    return f"Your documents: {own}{mixed}"
