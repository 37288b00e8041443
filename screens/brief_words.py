"""Words of the Brief screen and its two windows, in one place, so that they can be read over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from assistant.briefing import Standing
from language.words import fold

BRIEF = "Brief"
PURPOSE = (
    "A pack is a list of questions with answers checked beforehand, to show to a room one at a "
    "time and to hand out."
)
READ_ONLY = (
    "You can present and download packs here, and not change them: whoever runs Inspection Ready "
    "has changes turned off, or other machines can reach this server and there is no sign-in."
)
PACKS = "Your packs"
NO_PACKS = "There is no pack yet. Begin with one of these, or with an empty one."
BEGIN = "Begin with"
BEGIN_COUNT = "{name} ({count} questions)"
NEW_NAME = "Name of an empty pack"
NEW = "Make an empty pack"
BACK = "All packs"
RENAME = "Rename"
NAME = "Name"
RENAMED = "The pack is called '{name}'."
SAVE = "Save"
DELETE_PACK = "Delete the pack"
PACK_DELETED = "'{name}' was deleted."
PACK_GONE = "This pack is no longer here."
EMPTY = "No question yet. Add the first below."

CHECK_ALL = "Check all"
CHECKING = "Checking {done} of {total}: {question}"
CHECKED_ALL = "Checked: {ready} of {total} can be shown."
CHECKED_CHANGES = (
    "The documents have changed, so what stands on them was checked again: {ready} of {total} can "
    "be shown."
)
ANOTHER = "Another answer is found now to {numbers}: choose below."
ASKED_AGAIN = "A paper under {numbers} was no longer in use: read below what is found now."
PRESENT = "Present"
DOCX = "Hand-out (DOCX)"
PPTX = "Slides (PPTX)"
ALL_READY = "All {total} can be shown."
SOME_READY = (
    "{ready} of {total} can be shown. The others are left out of the room and of hand-outs until "
    "they are checked."
)
READ_THEM = (
    "Found means that these words stand in the documents, not that they answer the question well. "
    "Read each before you show it; you have approved {approved} of {total}."
)
ALL_APPROVED = "You have read and approved each of them."
APPROVED = "I have read the answer to {number} and it can be shown"
READ = "Not approved yet: read {number}"
READ_ANOTHER = "Read both answers to {number} and choose"
NAME_NEEDED = "Type a name first."
QUESTION_NEEDED = "Type a question first."
STAYS = "{source} (stays: something stands on it alone)"
CHANGED_WORDS = "In bold: what the other does not say."

ADD_LABEL = "Question to add"
ADD = "Check and add"
HELD_ALREADY = "This question is in the pack already, as number {number}."
ADDED = "Added: {standing}."
PROMPTS = "Add a practice prompt"
PROMPTS_WHY = (
    "For the room to talk about: what an inspector might ask, in our words and not Ofsted’s. It "
    "shows what a good answer usually shows and where to look, not what to say."
)
AREA = "Area"
PROMPT = "Practice prompt"
ADD_PROMPT = "Add the prompt"
PROMPT_ADDED = "The practice prompt was added."
UP = "Move {number} up"
DOWN = "Move {number} down"
TAKE_OUT = "Delete {number}"
TAKEN_OUT = "The question was deleted."
CHECK_ONE = "Check {number}"
DETAILS = "Sources and note"
WAS = "As found on {date}"
NOW = "Now"
TAKE = "Use the answer as it is now"
CITATIONS = "Sources that show"
NOTE = "Note for you; it never shows in the room"
NOTE_SAVE = "Save note"
NOTE_SAVED = "The note is kept."
BLOCKED = (
    "Stopped: this looks like it holds a child's details ({what}). Nothing was kept. Change it and "
    "try again."
)
BLOCKED_PLAIN = (
    "Stopped: this looks like it holds a child's details. Nothing was kept. "
    "Change it and try again."
)
FAILED = "The question could not be answered (error {error_id}). Try again."
NOTHING_NOW = "The documents do not say."
WEEK = "Week {number} of the {kind}"

ADD_TO_PACK = "Add to a pack"
ADD_WEEKS = "Add the weeks to a pack"
ADD_WHY = "It is asked again on its own, so write it so that it can be understood alone."
WEEKS_WHY = "Each week becomes an item of its own, in the words of the papers."
WHICH = "Pack"
NEW_PACK = "A new pack"
NEW_PACK_NAME = "Briefing"
ADD_NOW = "Add"
CANCEL = "Cancel"
CLOSE = "Close"
ADDED_TO = "Added to '{name}'. It is under Brief."

PRESENTING = "Presenting: {name}"
OPEN_ROOM = "Open the room's window"
ROOM_WHY = (
    "Share the room's window: it shows only what you push. Keys in either: arrows or Page Down and "
    "Page Up for next and previous, Home and End, a number to jump, B for a blank screen, Escape "
    "to come back."
)
ONE_WINDOW = "Present in this window"
ASK_HERE = "Ask a question from the room"
ASK_HERE_WHY = "Whoever sees this window sees what is typed and what is found."
PRESENTER = "Presenter's page"
BACK_TO_ROOM = "Back to the room"
LETTERS = "Keys B and numbers"
END = "End"
BLANK = "Blank the room"
UNBLANK = "Show again"
BLANK_NOW = "The room is blank."
IN_ROOM = "In the room now"
NOTHING_IN_ROOM = "Nothing yet."
NEXT = "Next"
NO_NEXT = "That was the last one."
NUMBER = "{number} of {total}"
PREVIOUS_BUTTON = "Previous"
NEXT_BUTTON = "Show next"
PUSH = "Show in the room"
SHOWING = "In the room"
YOUR_NOTE = "Note: {note}"
NOT_FIT = "{number} cannot be shown: {standing}."
NO_NUMBER = "There is no {number}: the pack has {total}."
NOT_FIT_NEXT = "Cannot be shown: {standing}."
NOT_APPROVED = "Not approved yet: read it before you show it."
GOING_ON = "You are presenting '{name}'."
GO_BACK = "Go back to the presenter's window"
IN_THE_ROOM_NOW = "What the room sees"
PASSAGE = "Passage: {source}"
PICTURE = "Page: {source}"
HIDE = "Hide passage and page"
ASK = "Question from the room"
ASK_BUTTON = "Ask"
ASKED = "Found: {standing}. It is not in the room."
SESSION_GONE = "This presentation has ended or the server was started again. Begin it anew."
DOWN_NOW = "Taken down: the documents have changed since this was checked."

ROOM_TITLE = "Briefing"
WAITING = "The briefing is about to begin."
CLOSED = "This room is closed."
SOURCES = "Sources"
MORE = "There is more below ↓"
SHOW_PASSAGE = "show the passage"
PICTURE_OF = "{source}, the quoted words marked; they stand above as text"
NO_PICTURE = "No picture of this page can be shown."

STANDING_ICON: dict[Standing, str] = {
    Standing.UNCHECKED: ":material/radio_button_unchecked:",
    Standing.CHECKED: ":material/check_circle:",
    Standing.NO_ANSWER: ":material/search_off:",
    Standing.CHANGED: ":material/update:",
    Standing.DIFFERS: ":material/compare_arrows:",
    Standing.GONE: ":material/block:",
}


def sentence(standing: Standing) -> str:
    """A standing as a label, its first letter large."""
    return standing.value[0].upper() + standing.value[1:]


def held(count: int, changed: datetime) -> str:
    """'8 questions, changed on 22 November 2026'."""
    many = f"{count} question{'' if count == 1 else 's'}"
    return f"{many}, changed on {on_date(changed)}"


def file_name(name: str, day: datetime, ending: str) -> str:
    """'week-one-for-managers-2026-11-22.docx': a pack's name as any system takes it."""
    kept = "-".join(re.findall(r"[a-z0-9]+", fold(name)))[:60].strip("-")
    return f"{kept or 'briefing'}-{day:%Y-%m-%d}.{ending}"


def listed(numbers: Sequence[int]) -> str:
    """'2', '2 and 5', '2, 5 and 6'."""
    *some, last = map(str, numbers)
    return f"{', '.join(some)} and {last}" if some else last


def on_date(moment: datetime) -> str:
    """'22 November 2026'."""
    return f"{moment.day} {moment:%B %Y}"
