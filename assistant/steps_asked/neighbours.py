"""The answer to 'what comes after the data lists go in?': the step beside the one that is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.nearby import quoted_answer
from assistant.question import understand
from assistant.quoter import Quoter
from assistant.state import State
from assistant.steps_asked.kinds import of_kind
from assistant.steps_asked.lookup import at_place, course_of, line_of, named_steps, steps_for
from assistant.steps_asked.week_answer import place_name, say_day, say_weeks
from assistant.timetables.dated_steps import SourcedStep
from core.answers import Answer, Note, NoteKind, Sentence, SentenceKind, Status
from language.places import find_move, find_place, moved
from language.week_lines import SlottedPassage
from language.weeks import NO_SLOT, Move, Slot
from language.words import fold

LEAD = (
    r"^(?:and |so |ok |okay |then |right |but |also )*"
    r"(?:(?:straight|right|immediately|directly|just) (?=after|before|following))?"
)
_WHAT = (
    r"(?:what|whats|what's|which(?! (?:day|date|week|kind|type))"
    r"|(?:the )?(?:next|previous|last) (?:step|thing|task|deadline))"
)
_ASKED = (
    re.compile(
        rf"{LEAD}{_WHAT}\b(?P<asks>[\w' ]{{0,40}}?)"
        r"\b(?P<way>after|following|follows|before|precedes|ahead of|prior to|once|as soon as)\s+"
        r"(?P<what>.{2,})$"
    ),
    re.compile(
        rf"{LEAD}(?P<way>once|after|following|before|as soon as|when)\s+(?P<what>.{{3,}}?),?\s+"
        r"(?:then |so )?(?:what|whats|what's|which|the next|next)\b(?P<asks>[\w' ]{0,40})$"
    ),
    # 'Set-up meeting done. What's next?'
    re.compile(
        rf"{LEAD}(?P<what>[^.,;:]{{3,}}?) (?:is |are |was |were |has |have |been |now )*"
        r"(?P<way>done|sent|gone|over|finished|held|in)\b\W+(?:so |and |then |ok |now )*"
        r"(?:what|whats|what's|which)\b(?P<asks>[\w' ]{0,40})$"
    ),
)
_BESIDE_THAT = re.compile(
    rf"{LEAD}(?:(?:what|whats|what's|which|who|the)\b(?P<asks>[\w' ]{{0,40}}?) )?"
    r"(?:(?:right |straight |just |immediately |directly |due )*(?P<way>before|after|following)"
    r"(?: (?:that|this|it|them|those)(?: one)?)?|(?P<on>next|then|afterwards|after)"
    r"|(?P<back>before))"
    r"(?: (?:deadline|step|one|thing|task))?(?: (?:happens|comes|what))?$"
)
_OF_THE_DAY = re.compile(r"\b(?:days?|weeks?|dates?|morning|afternoon|month|year|who|whose)\b")
_GOES = re.compile(
    r"\b(?:happens?|comes?|next|goes|is|due|do|does|have|need|must|first|happen|come|go|straight"
    r"|right|directly|immediately|just|step|thing|task|deadline|follows?|went|came"
    r"|send|sent|goes|go"
    r"|submit|give|share|hand|owe|hear|get|should|must|one|meeting|else|up)\b|^\s*(?:'s)?\s*$"
)
_THAT = re.compile(r"^(?:that|this|it|then|them|those)\b\W*$")
_BACK = ("before", "ahead of", "prior to", "precedes")
_THEN = re.compile(r"\bthen\b", re.IGNORECASE)
STAY = Move()
_THING = re.compile(r"\b(?:the|of|in|on|that|week)\b")
NOTHING = "The papers set out no step {when}."


@dataclass(frozen=True, slots=True)
class _Beside:
    """The step, or the day, beside what a turn names; '' for what was spoken of."""

    what: str
    before: bool
    move: Move = STAY
    place: Slot = NO_SLOT
    """The day itself, where one is named: 'after Tuesday of week 1'."""
    kind: str = ""
    """What kind of thing is asked for: 'do we send', 'meeting comes', 'is the next deadline'."""


def answer_beside_step(state: State) -> Answer | None:
    """The step before or after the one that the question names, where a paper has both."""
    asked = _read(state.spoken[-1])
    if asked is None:
        return None
    steps = steps_for(state)
    anchors = _anchors(state, steps, asked, state.spoken)
    for anchor in anchors:
        if asked.move:
            return _on_day(state, steps, anchor, asked.move)
        course = of_kind(state, asked.kind, anchor, course_of(anchor, steps))
        beside = _beside(anchor, course, before=asked.before)
        if beside is not None:
            return said_beside(state, anchor, [beside])
    if anchors and not asked.what and not asked.place.named:
        way = "before" if asked.before else "after"
        return _nothing(anchors[0], state, f"{way} ‘{anchors[0].step.what.rstrip('.')}’")
    # What comes after the last step, other lines may say; the step itself does not.
    spoken = {each.passage.id for each in anchors}
    state.found = [each for each in state.found if each.hit.passage.id not in spoken]
    return None


def reads_beside(turn: str) -> bool:
    """Does a turn ask for what is beside the step spoken of before: 'and the next deadline?'."""
    asked = _read(turn)
    return asked is not None and not asked.what


def _read(turn: str) -> _Beside | None:
    text = fold(turn).strip(" ?.!")
    that = _BESIDE_THAT.match(text)
    asks = (that["asks"] or "").removeprefix("'s") if that else ""
    if that is not None and not _OF_THE_DAY.search(asks):
        return _Beside("", bool(that["back"]) or that["way"] == "before", kind=asks.strip())
    found = next((match for each in _ASKED if (match := each.match(text))), None)
    if found is None or not _GOES.search(found["asks"]):
        return None
    what = "" if _THAT.match(found["what"]) else found["what"]
    place = find_place(text)
    if find_place(what).within or (place.phases and (place.move or place.nth)):
        # 'The week after the call' is a place of its own.
        return None
    before = found["way"] in _BACK
    move = find_move(f"{found['asks'].strip()} {'before' if before else 'after'}")
    return _Beside(what, before, move, kind=found["asks"].removeprefix("'s").strip())


def _anchors(
    state: State, steps: Sequence[SourcedStep], asked: _Beside, turns: Sequence[str]
) -> list[SourcedStep]:
    """The steps that may be meant by what is named, or by what the turns before spoke of."""
    if asked.place.named:
        there = at_place(steps, asked.place)
        return there if asked.before else there[::-1]
    if asked.what:
        return named_steps(state, asked.what, weekly(steps))
    return spoken_of(state, steps, turns[:-1], before=asked.before)


def spoken_of(
    state: State, steps: Sequence[SourcedStep], turns: Sequence[str], *, before: bool
) -> list[SourcedStep]:
    """The steps that a conversation stands at: of a day, beside a step, named."""
    if not turns:
        return []
    asked = _read(turns[-1])
    if asked is not None:
        found = []
        for anchor in _anchors(state, steps, asked, turns):
            beside = _beside(anchor, course_of(anchor, steps), before=asked.before)
            found += [beside] if beside is not None else []
        return found
    question = understand(list(turns), state.organisation, state.settings.organisation_also)
    if question.slot.weeks and question.slot.days:
        there = at_place(steps, question.slot)
        return there if before else there[::-1]
    text = question.subject or question.text
    return named_steps(state, text, weekly(steps))


def weekly(steps: Sequence[SourcedStep]) -> list[SourcedStep]:
    """The steps that stand in a week: what comes next to one is in its paper's weeks."""
    return [each for each in steps if each.step.weeks]


def _beside(
    anchor: SourcedStep, course: Sequence[SourcedStep], *, before: bool
) -> SourcedStep | None:
    """The nearest of the steps with a day; of a step without one, the nearest in the paper.

    What 'then' goes on from the step, in its own line or in the next one, comes first.
    """
    in_paper = sorted(course, key=lambda each: (each.passage.place, each.step.start))
    if not before:
        if _THEN.search(anchor.step.what):
            return anchor
        following = _next(anchor, in_paper, 1)
        if following is not None and _THEN.search(following.step.what):
            return following
    if not anchor.step.days and not before:
        return _after_undated(anchor, in_paper)
    line = [each for each in course if each.step.days] if anchor.step.days else in_paper
    return _next(anchor, line, -1 if before else 1)


def _after_undated(anchor: SourcedStep, in_paper: Sequence[SourcedStep]) -> SourcedStep | None:
    """What a paper goes on with; the next week where it set all without a day before its days."""
    following = _next(anchor, in_paper, 1)
    if following is None or not following.step.days or following.step.weeks != anchor.step.weeks:
        return following
    before = in_paper[: in_paper.index(anchor)]
    if any(each.step.days and each.step.weeks == anchor.step.weeks for each in before):
        return following
    later = [each for each in in_paper if min(each.step.weeks) > min(anchor.step.weeks)]
    return later[0] if later else following


def _next(anchor: SourcedStep, line: Sequence[SourcedStep], by: int) -> SourcedStep | None:
    at = next((number for number, each in enumerate(line) if each.step.id == anchor.step.id), None)
    if at is None or not 0 <= at + by < len(line):
        return None
    return line[at + by]


def _on_day(
    state: State, steps: Sequence[SourcedStep], anchor: SourcedStep, move: Move
) -> Answer | None:
    """The steps of the day, or week, so far from the step named; a refusal where it has none."""
    slot = Slot(frozenset(anchor.step.weeks), frozenset(anchor.step.days))
    if not slot.days:
        return None
    place = moved(slot, move) if move.days else Slot(moved(slot, move).weeks)
    there = at_place(course_of(anchor, steps), place)
    if there:
        return said_beside(state, anchor, there)
    return _nothing(anchor, state, f"on {place_name(place)}")


def _nothing(anchor: SourcedStep, state: State, when: str) -> Answer:
    quoter = Quoter()
    say_day(quoter, anchor.document, [as_line(anchor)])
    frame = Sentence(NOTHING.format(when=when), kind=SentenceKind.FRAME)
    return state.answer(Status.NOT_IN_DOCUMENTS, [frame], near=quoter.citations)


def said_beside(state: State, anchor: SourcedStep, found: Sequence[SourcedStep]) -> Answer:
    """The steps found beside one, with their week and day."""
    quoter = Quoter()
    say_weeks(quoter, anchor.document, [line_of(state, each) for each in found])
    state.notes.append(Note(NoteKind.UNDERSTOOD_AS, f"beside the step ‘{anchor.step.what}’"))
    return quoted_answer(state, quoter)


def as_line(each: SourcedStep) -> SlottedPassage:
    """The step as a line of its week."""
    return SlottedPassage(each.passage, Slot(frozenset(each.step.weeks), frozenset(each.step.days)))
