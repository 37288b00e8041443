"""Words of the Rehearse screen, in one place, so that they can be read over and kept plain."""

from __future__ import annotations

from core.rehearsal import About, Feedback, FeedbackStatus, Probe, Prompt

REHEARSE = "Rehearse"
PURPOSE = (
    "Practise the conversation before it is real. You are asked one thing at a time, answer in "
    "your own words, and see what your documents would have let you say. There is no grade."
)
NOTHING_KEPT = (
    "Nothing you type is kept: it is gone when this tab is closed or reloaded. "
    "Never type details of a real child; write ‘Child A’."
)
ROLE = "Your role"
AREA = "Area"
LENGTH = "Length"
MINUTES = "{minutes} minutes"
START = "Start"
PREPARING = "Choosing prompts"
NO_PROMPTS = (
    "There are no practice prompts for {role} on {area} yet. Choose another area or role, or add "
    "some to the bank of prompts."
)
BAD_BANK = (
    "The bank of practice prompts cannot be read, so a rehearsal cannot start. Whoever runs "
    "Inspection Ready can put it right: {error}"
)
NO_DOCUMENTS = (
    "There are no documents yet. You can practise, but there is nothing to set your answers beside."
)

LABEL = "Practice prompt, not Ofsted’s"
FOLLOW_UP_LABEL = "Follow-up, for practice"
FEEDBACK = "Get feedback"
KEYS = "Ctrl + Enter"
HINT = "Hint"
SKIP = "Skip"
FINISH = "Finish"
REPLACE = "Replace with ‘Child A’"
BUSY = "Reading your answer"
OFFLINE = "No connection just now. Your words stay in this box; go on typing."
TIME_MANY = "About {n} minutes left"
TIME_ONE = "About a minute left"
TIME_OVER = "Your {minutes} minutes are over; go on for as long as you like"
REPLACED = (
    "Replaced where something was found. The check can miss things: read your answer over, then "
    "get feedback."
)

HINT_WHERE = "Where to look"
HINT_CASE = (
    "On the child’s file: the plan, the last visits, what the child said, supervision. Your "
    "documents cannot know this."
)
HINT_NONE = "Your documents hold nothing near this prompt."
HINT_FAILED = "No hint could be made. Go on without one, or try again."

YOUR_ANSWER = "What you typed"
GIVEN = "What your documents would let you say"
GIVEN_CASE = "To think about"
DIFFERS = "Look at this first: it may be about something else"
YOU_SAID = "You said ‘{said}’. Your documents say:"
CHECK = "Set beside your documents: it may be about something else"
COVERED = "In your documents too"
TOUCHED = "Touched on"
LEFT_OUT = "Worth looking up"
MORE = "More of these"
NO_POINTS = "Your documents hold nothing near this prompt, so there is nothing to set beside it."
SIGNS = "What came through"
ON_FILE = "What the file would show"
ON_FILE_WHY = "Your documents cannot know this child. Would somebody who reads the file find:"
SHOWS = "What an answer to this often shows"
SUGGESTIONS = "Next time"
SEE_ONE = "See source {numbers}."
SEE_MANY = "See sources {numbers}."
PROBE = "A follow-up you might be asked"
ANSWER_PROBE = "Answer the follow-up"
AGAIN = "Answer again"
NEXT = "Next prompt"
TO_SUMMARY = "See the summary"
QUOTED = "Words to read"

SUMMARY = "Your summary"
SUMMARY_FOR = "For you alone. Nobody else sees it, and it goes with this tab."
NOTHING_ANSWERED = "You answered no prompt this time, so there is nothing to sum up."
THE_END = "That was the last prompt for this role and area."
DOWNLOAD = "Download (DOCX)"
OWN_WORDS = "Put my own words where they differ into the file"
FILE_NAME = "practice-summary.docx"
GO_ON = "Go on practising"
NEW = "Start another"


def minutes(length: int) -> str:
    """'10 minutes'."""
    return MINUTES.format(minutes=length)


def label(prompt: Prompt, probe: Probe | None) -> str:
    """What stands over a prompt: whose it is and what it is about."""
    return f"{FOLLOW_UP_LABEL if probe else LABEL} · {prompt.about.label}"


def heading(feedback: Feedback) -> str:
    """The line over feedback."""
    case = feedback.prompt.about is About.CASE and not feedback.points
    return GIVEN_CASE if case else GIVEN


def announcement(feedback: Feedback) -> str:
    """What a screen reader says once when the feedback is there."""
    if feedback.status is not FeedbackStatus.GIVEN:
        return feedback.advice
    parts = [heading(feedback)]
    parts += [f"You said {each.said}; your documents may differ" for each in feedback.differences]
    checks = [each.check for each in feedback.points if each.check]
    parts += [f"You said {each.said}; check it beside your documents" for each in checks]
    parts += [each.text.rstrip(".:") for each in feedback.suggestions]
    if feedback.probe:
        parts.append(f"{PROBE}: {feedback.probe.text}")
    return ". ".join(parts)
