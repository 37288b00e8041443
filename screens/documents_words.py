"""Words of the Documents screen, in one place, so that they can be read over and kept plain."""

from __future__ import annotations

from core.documents import DocumentStatus
from core.register import Fact, FoundIn

DOCUMENTS = "Documents"
PURPOSE = (
    "The papers that answers come from. What you change here counts at the next question, for "
    "everybody."
)
EMPTY = "No documents yet"
EMPTY_NEXT = (
    "Add the papers that answers should come from: framework guidance first, then your "
    "self-evaluation, plans, minutes and reports."
)
READ_ONLY = (
    "You can look, and not change anything here: this server can be reached from other machines "
    "and Inspection Ready has no sign-in yet. Whoever runs it can add documents in the folder, or "
    "allow changes with the setting INSPECTION_ALLOW_CHANGES."
)
READ_ONLY_SET = (
    "You can look, and not change anything here: whoever runs Inspection Ready has turned changes "
    "off (the setting INSPECTION_ALLOW_CHANGES)."
)

COLUMNS = ("Document", "Kind", "About", "Date", "Status", "Pages", "Passages", "Problems")
LIST = "Documents, {count}"
NONE_FOUND = "No document matches. Change the filter above."
SAMPLE = "Sample"
OLD = "Over a year old"
BY_WORDS = "Answers by its words already; still being indexed by meaning"
FIND = "Find by title, publisher or file"
KIND = "Kind"
ALL_KINDS = "All kinds"
SHOW = "Show"
NATIONAL_NAME = "England, all councils"
NOT_KNOWN = "not known"
UNDATED = "undated"
INFERRED = "no earlier than {date} (inferred)"
STATUS: dict[DocumentStatus, str] = {
    DocumentStatus.CURRENT: "Current",
    DocumentStatus.SUPERSEDED: "Superseded",
    DocumentStatus.WITHDRAWN: "Withdrawn",
}
SUPERSEDED_BY = "Superseded by {other}"
SUPERSEDES = "Current; supersedes {other}"
OPEN = "Open {title}"

UNREAD = "Could not be read ({count})"
UNREAD_WHY = (
    "These files are in the folder, but their words could not be had. Put a copy that can be read "
    "in their place, or delete them."
)
UNREAD_DELETE = "Delete {file}"
UNREAD_ASK = "The file is deleted from the folder. It cannot be undone."
UNREAD_OF = "'{title}' goes on answering as it was read before. Put a file that can be read there."
UNREAD_OPEN = "Open '{title}'"

FACT: dict[Fact, str] = {
    Fact.TITLE: "Title",
    Fact.KIND: "Kind",
    Fact.PUBLISHER: "Publisher",
    Fact.ABOUT: "About",
    Fact.PUBLISHED: "Published",
    Fact.AS_AT: "Figures as at",
    Fact.APPLIES_FROM: "Applies from",
    Fact.NO_EARLIER_THAN: "No earlier than",
}
EDITION = "Edition"
FILE = "File"
FORMS = "Other files of the same paper"
HOW: dict[FoundIn, str] = {
    FoundIn.WORDS: "from the words",
    FoundIn.FILE_NAME: "from the file's name",
    FoundIn.PROPERTIES: "from the file's properties",
    FoundIn.FOLDER: "from the folder's name",
    FoundIn.INFERRED: "inferred",
    FoundIn.HAND: "set by hand",
}
INFERRED_FROM = "inferred from"
NOT_FOUND = "not found in the paper"
BY_DATE = "worked out from the dates of both"

BACK = "All documents"
GONE = "This document is no longer here. It was deleted, or its file left the folder."
ABOUT_IT = "About it"
PASSAGES = "Passages"
MANAGE = "Change or delete"
CORRECT = "Correct what was found"
CORRECT_WHY = (
    "A correction goes before what is found in the file, also after it is read again. Leave a "
    "date empty where it is not known."
)
DATE_HINT = "For example 7 April 2017, April 2017 or 2017"
ABOUT_HINT = "A council's name, or 'national'; empty where it is not known"
FOLLOWS = "Newer edition of"
FOLLOWS_DATES = "Go by the dates"
FOLLOWS_NONE = "No other document"
SAVE = "Save corrections"
NOT_A_DATE = "'{text}' in {fact} is not a date that can be read. Nothing was saved."
NEEDS_TITLE = "A document needs a title. Nothing was saved."
NOTHING_CHANGED = "Nothing was changed."
CORRECTED = "Corrected: {facts}."
UNDO_FACT = "Undo: {fact}"
UNDONE_FACT = "{fact}: what was found counts again."
UNDO = "Undo"
UNDONE = "Undone."
GOES_ROUND = "That document is set to follow this one already. Nothing was saved."

PAGE = "Go to"
PREVIOUS = "Previous"
NEXT = "Next"
SEEN = "Passages, as the assistant sees them"
NO_PASSAGES = "Nothing here was read."
SECTIONS = "Passages {first} to {last}"
NOTE_ADD = "Add a note"
NOTE_CHANGE = "Change the note"
NOTE_TO = "{action} to: {start}"
NOTE = "Note by the document's owner"
NOTE_TITLE = "Note on a passage"
NOTE_WHY = "It is shown wherever this passage is cited. Do not name a child."
NOTE_SAVE = "Save note"
NOTE_REMOVE = "Remove note"
NOTE_SAVED = "The note is pinned to the passage."
NOTE_REMOVED = "The note was removed."
NOTE_BLOCKED = (
    "Stopped: this looks like it holds {what}. Nothing was saved. Take it out, or write 'Child A'."
)
CANCEL = "Cancel"
PICTURE_OF = "{place} of {title}"

REPLACE = "Replace its file"
REPLACE_WHY = (
    "For a corrected copy of the same paper: corrections and notes stay. Add a newer edition as a "
    "document of its own instead; this one then speaks as 'earlier'."
)
REPLACE_FORMS = "Deleted with the old file, since they hold its words: {files}."
REPLACE_FILE = "The new file"
REPLACE_READING = "Reading the new file…"
REPLACE_DO = "Replace the file"
REPLACED = "The new file is in the folder. The old one answers until the new one is read."
WITHDRAW = "Withdraw"
WITHDRAW_WHY = "It stops answering now, everywhere. Its file, corrections and notes stay."
WITHDRAWN = "'{title}' is withdrawn: it answers nothing any more."
RESTORE = "Restore"
RESTORE_WHY = "It is withdrawn and answers nothing. Restored, it answers at the next question."
RESTORED = "'{title}' answers again."
DELETE = "Delete"
DELETE_ASK = "Delete '{title}'?"
DELETE_WHY = "It stops answering now, and the file is deleted from the folder. It cannot be undone."
DELETE_LOSES = "Deleted with it: {what}."
DELETE_SUPERSEDED = "'{title}' is its earlier edition and becomes current again."
DELETE_BACKUPS = "Copies that others keep, and backups, are not touched."
DELETE_DO = "Delete it"
DELETED = "'{title}' is deleted. It answers nothing any more; the update sweeps its words out."
FILE_DELETED = "{file} is deleted."

ADD = "Add documents"
ADD_FILES = "Files"
ADD_LIMITS = (
    "Up to {files} files, {each} MB each: PDF, Word, PowerPoint, Excel, OpenDocument, CSV, HTML, "
    "Markdown, text. No lists of children: those are refused."
)
ADD_KIND = "What kind of papers are these?"
ADD_KIND_FOUND = "Find it from each paper's words"
ADD_DO = "Add {count}"
ADD_NEW = "{file}: new"
ADD_SAME = "{file}: already here, the very same, as '{title}'"
ADD_SAME_FILE = "{file}: already in the folder, the very same"
ADD_EMPTY = "{file}: empty, so there is nothing to read"
ADD_CLASH = "{file}: another file of this name is here ('{title}')"
ADD_TWICE = "{file}: chosen twice"
CLASH = "What is to happen with files whose name is here already?"
CLASH_REPLACE = "Replace what is here"
CLASH_BOTH = "Keep both; the new one gets a number"
CLASH_CHOOSE = "Choose first what is to happen with files whose name is here already."
TOO_MANY = "{count} files are more than the {most} that can be added at once. Nothing was added."
TOO_BIG = "These files are {size} MB together, the limit is {most} MB. Nothing was added."
NOTHING_TO_ADD = "There is nothing to add."
ADDED = "{count} saved in the folder and being read. You can close this window."

CHECK = "Check the folder"
ADD_CLOSE = "Close"
CHECK_WHY = "Looks for files added, changed or removed in the folder itself. Changes nothing yet."
CHECKED_SAME = "The folder and the list agree."
CHECKED = "The folder differs from the list"
CHECK_DO = "Take the changes in"
CHECK_CANCEL = "Not now"
CHANGE = {"added": "Added", "changed": "Changed", "removed": "Gone", "moved": "Moved"}
CHANGE |= {"forms": "Further files of papers that are here"}
MOVED = "{old} is now {new}"
MUCH_GONE = (
    "{gone} of {held} documents are no longer in the folder. If a network drive is not connected "
    "or the folder is the wrong one, leave things as they are: nothing has been changed."
)
MUCH_GONE_NAMES = "‘Check the folder’ names them."
GONE_MEANT = "They are meant to be gone: take them out"
GONE_NOT = "Leave everything as it is"

SAMPLES_IN = (
    "Your own documents are in. The {count} that come with Inspection Ready still answer beside "
    "them."
)
SAMPLES_OUT = "Take the samples out"
SAMPLES_KEEP = "Keep them for now"
SAMPLES_TAKEN = (
    "The sample documents are withdrawn, the framework guidance among them too: only your own "
    "papers answer."
)
SAMPLES_BACK = "Put the samples back"
SAMPLES_RETURNED = "The sample documents answer again."

JOB_RUNNING = "Reading the documents"
JOB_WAITING = "Another update is at work; this one begins after it."
JOB_CLOSE = "You can close this window. What was in goes on answering."
JOB_DONE = "The documents are up to date"
JOB_DONE_BUT = "The documents are up to date, but not every file could be read"
JOB_UNREAD = "{files} could not be read: ‘Could not be read’ in the list of documents says why."
JOB_NOTHING = "Nothing had changed."
JOB_FAILED = "The documents could not be brought up to date"
JOB_FAILED_NEXT = (
    "{message} Every document is as it was before or as it is now, none in between, and what was "
    "in goes on answering. Try again; if it fails again, give this number to whoever runs "
    "Inspection Ready: {error_id}"
)
JOB_INTERRUPTED = "An update was interrupted"
JOB_INTERRUPTED_NEXT = (
    "Perhaps the machine was turned off. Nothing was lost; what was not read yet is still to do."
)
JOB_FINISH = "Finish the update"
JOB_AGAIN = "Try again"
JOB_SEEN = "Close"

FAILED = (
    "That did not work: {what} What was here is kept and answers. Try again; if it fails again, "
    "give this number to whoever runs Inspection Ready: {error_id}"
)
FAILED_DISK = "the folder could not be written (is the disk full or the folder read-only?)."
FAILED_GONE = "the document is no longer here."
FAILED_OURS = "Inspection Ready itself failed."


def files(count: int) -> str:
    """'1 file', '3 files'."""
    return "1 file" if count == 1 else f"{count} files"


def documents(count: int) -> str:
    """'1 document', '3 documents'."""
    return "1 document" if count == 1 else f"{count} documents"


def listed(shown: int, held: int) -> str:
    """How many of the documents are shown."""
    return documents(held) if shown == held else f"{shown} of {documents(held)}"
