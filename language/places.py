"""What a question says of when: a week, a day, a phase, 'the last day', 'two days later'."""

from __future__ import annotations

import re
from dataclasses import replace

from language.phases import Phase, phase_mentions
from language.weeks import (
    NUMBERS,
    ORDINALS,
    Move,
    Slot,
    find_slot,
    week_mentions,
    without_slots,
)
from language.words import fold

_COUNT = r"(?P<count>a|an|one|two|three|four|five|six|\d|a couple of|a few)"
_COUNTS = {"a": 1, "an": 1, "a couple of": 2, "a few": 3}
_LATER = r"(?:later|after(?:wards)?|following)"
_EARLIER = r"(?:before|earlier|prior|previous(?:ly)?)"
_WORKING = r"(?:working |business )?"
# What is moved by, forward or back, in days or weeks.
_MOVES: tuple[tuple[int, str, str], ...] = (
    (1, "days", rf"\b{_COUNT} {_WORKING}days? {_LATER}\b"),
    (-1, "days", rf"\b{_COUNT} {_WORKING}days? {_EARLIER}\b"),
    (2, "days", r"\bday after next\b"),
    (1, "days", rf"\b(?:next|following) {_WORKING}day\b|\bday (?:after|following)\b"),
    (-1, "days", rf"\b(?:previous|preceding) {_WORKING}day\b|\bday (?:before|earlier|prior)\b"),
    (1, "weeks", rf"\b{_COUNT} weeks? {_LATER}\b"),
    (-1, "weeks", rf"\b{_COUNT} weeks? {_EARLIER}\b"),
    (1, "weeks", r"\b(?:next|following|other) week\b|\bweek (?:after|following)\b"),
    (-1, "weeks", r"\b(?:previous|preceding) week\b|\bweek (?:before|earlier|prior)\b"),
)
_COMPILED = tuple((step, unit, re.compile(pattern)) for step, unit, pattern in _MOVES)
_SAME_DAY = re.compile(r"\b(?:that|the|on the)? ?same (?:week)?day\b|\bthat day\b|\bthe day too\b")
_FIRST, _LAST = "first|very first|opening", "last|very last|final|closing"
_NTH_DAY = re.compile(
    rf"(?<!\d )\bday[\s-]?(?P<number>one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\b"
    rf"(?![.%]?\d|%)|\b(?P<nth>{ORDINALS}|{_FIRST}|{_LAST}) (?:working |full )?"
    rf"(?:day|morning|afternoon)\b"
    r"|\b(?P<first>start|beginning) of\b"
    r"|(?<!by )(?<!by the )\b(?P<last>end|close) of (?!the day|play)"
)
_NTH_STEP = re.compile(
    rf"\b(?P<first>{_FIRST})(?: \w+)? (?:thing|step|task|job|event|action)s?\b"
    rf"|\b(?P<last>{_LAST})(?: \w+)? (?:thing|step|task|job|event|action)s?\b"
    r"|\b(?:happens?|do|comes?|goes|done|is|up) (?:(?P<first2>first)|(?P<last2>last))"
    r"(?=\s*(?:\?|$|(?:in|on|at|when|once|during|off|week|wk)\b))"
    r"|^how (?:does|do|will|would)\b.*\b(?:(?P<first3>start|begin|kick off|open)"
    r"|(?P<last3>end|finish|close|wrap up))\b"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri)(?:day)?"
_LAST_WEEK = re.compile(rf"\b(?:{_LAST}) (?:week|wk|{_WEEKDAY})\b")
_IN_THE_LAST = re.compile(
    rf"\b(?:happen\w*|goes on|going on|what|due|do)\b.* (?:in|during|on) (?:the|their) (?:{_LAST})"
    r" (?:week|wk)\W*$"
)
_BESIDE = re.compile(
    r"\b(?P<way>after|following|before) (?:the )?(?:(?:end|last day) of )?(?:the )?$"
)
_NOUN = re.compile(r"(?:on|off)[- ]?site\b|field|prep")
_CLAUSE = re.compile(r"\b(?:when|once|while|as soon as) $")
_EDGE = re.compile(rf"\b(?:start|begin|kick off|open|end|finish|close|wrap up|{_FIRST}|{_LAST})\b")
# 'The day they arrive' is the first day on site; 'the day before they come' goes by it too.
_DAY_OF = re.compile(r"\bday(?: (?:of|that|when|after|before|following))? $")
_ARRIVAL = re.compile(r"arriv|com(?:e|es|ing)\b|turn|get here|land|set foot")
_NEXT_WEEKDAY = re.compile(rf"\b(?:following|next) {_WEEKDAY}\b|\b{_WEEKDAY} (?:after|following)\b")
# 'And of week 2?' after 'Wednesday of week 1' is its Wednesday.
_OF_WEEK = re.compile(r"^(?:and |but |or |what about |how about )*of\b")


def find_place(text: str) -> Slot:
    """Where in an inspection a question asks about."""
    folded = fold(text)
    slot = find_slot(text)
    nth, of_steps = _nth(folded)
    mentions = phase_mentions(text)
    # Over two phases nothing can be counted, so the first named is the one meant.
    phases = frozenset({mentions[0].phase}) if mentions else frozenset()
    for each in mentions:
        arrival = _ARRIVAL.search(folded, each.start, each.end)
        if each.phase is Phase.ON_SITE and arrival and _DAY_OF.search(folded[: each.start]):
            nth, of_steps = nth or 1, False
    if slot.days and (of_steps or not mentions):
        nth, of_steps = 0, False
    anchored = bool(phases & {Phase.CALL, Phase.CALL_WEEK}) or (bool(phases) and bool(nth))
    move = find_move(_outside(folded, Phase.OFF_SITE)) if anchored else Move()
    last = (phases and _LAST_WEEK.search(folded)) or _IN_THE_LAST.search(folded)
    if last and not slot.weeks:
        slot = replace(slot, weeks=frozenset({-1}), ordinal=True)
    place = replace(slot, phases=phases, nth=nth, of_steps=of_steps, move=move)
    return place if anchored or place.days else _beside(place, folded)


def _beside(place: Slot, folded: str) -> Slot:
    """'After week 1', 'after the off-site week': the week after; after the visit, no place at all.

    What comes before the first phase, or after the last, no week of an inspection holds.
    """
    named: list[tuple[int, Phase | None]] = [(e.start, None) for e in week_mentions(folded)]
    named += [(each.start, each.phase) for each in phase_mentions(folded)]
    for start, phase in named:
        beside = _BESIDE.search(folded[:start])
        if not beside or (phase and not _NOUN.match(folded, start)):
            continue
        after = beside["way"] != "before"
        if phase is (Phase.ON_SITE if after else Phase.OFF_SITE):
            return Slot()
        return replace(place, move=Move(weeks=1 if after else -1))
    return place


def _nth(folded: str) -> tuple[int, bool]:
    step = _NTH_STEP.search(folded)
    if step:
        last = step["last"] or step["last2"] or step["last3"]
        return (-1 if last else 1), True
    day = _NTH_DAY.search(folded)
    if not day:
        return 0, False
    if day["first"] or day["last"]:
        return (-1 if day["last"] else 1), False
    word = day["number"] or day["nth"]
    if word.isdigit():
        return int(word), False
    return NUMBERS.get(word, -1 if word in _LAST.split("|") else 1), False


def find_move(text: str) -> Move:
    """How far a follow-up moves on: 'the day after', 'two days later', 'the week before'."""
    folded = fold(text)
    for step, unit, pattern in _COMPILED:
        match = pattern.search(folded)
        if match is None:
            continue
        word = match.groupdict().get("count") or "one"
        by = step * (_COUNTS.get(word) or (int(word) if word.isdigit() else NUMBERS[word]))
        return Move(days=by) if unit == "days" else Move(weeks=by)
    return Move()


def without_when_clauses(text: str) -> str:
    """The folded text without 'when they are here', which asks for no time."""
    folded = fold(text)
    for each in reversed(phase_mentions(text)):
        clause = _CLAUSE.search(folded[: each.start])
        if clause:
            folded = f"{folded[: clause.start()]} {folded[each.end :]}"
    return folded.strip(" ,?.")


def refers_to_a_place(text: str) -> bool:
    """True for 'the day after', 'that same day': a place that another one must give."""
    folded = _outside(fold(text), *Phase)
    return bool(find_move(folded) or _SAME_DAY.search(folded))


def follow(text: str, slot: Slot, before: Slot) -> Slot:
    """The place of a follow-up with the words `text` and the place `slot` of its own."""
    folded = _outside(fold(text), *Phase)
    move, same = find_move(folded), bool(_SAME_DAY.search(folded))
    if slot.within:
        if same and not slot.days:
            return replace(slot, days=before.days, nth=before.nth, of_steps=before.of_steps)
        if _OF_WEEK.match(folded) and not slot.days and not slot.nth:
            return replace(slot, days=before.days)
        return slot
    if slot.days:
        week = Slot(before.weeks, slot.days, before.phases, before.ordinal)
        weeks_on = Move(weeks=move.weeks + before.move.weeks)
        if _NEXT_WEEKDAY.search(folded) and before.days and min(slot.days) <= max(before.days):
            weeks_on = Move(weeks=weeks_on.weeks + 1)
        return moved(week, weeks_on)
    if slot.nth:
        return replace(before, days=frozenset(), nth=slot.nth, of_steps=slot.of_steps, move=Move())
    if move.weeks:
        kept = before if same else replace(before, days=frozenset(), nth=0, of_steps=False)
        if Phase.CALL in kept.phases and not same:
            kept = replace(kept, phases=frozenset({Phase.CALL_WEEK}))
        return moved(kept, move)
    return moved(before, move)


def moved(slot: Slot, move: Move) -> Slot:
    """The slot so many days and weeks on; counted later where a paper has to settle it first."""
    if not move:
        return slot
    if slot.phases or slot.nth:
        total = Move(slot.move.days + move.days, slot.move.weeks + move.weeks)
        return replace(slot, move=total)
    weeks = frozenset(week + move.weeks for week in slot.weeks)
    if not move.days or not slot.days:
        return replace(slot, weeks=weeks)
    last = max(slot.days) if move.days > 0 else min(slot.days)
    over, day = divmod(last + move.days, 7)
    if weeks:
        weeks = frozenset({(max(weeks) if move.days > 0 else min(weeks)) + over})
    return replace(slot, weeks=weeks, days=frozenset({day}))


def _outside(folded: str, *phases: Phase) -> str:
    """The folded text without the words that name these phases."""
    for each in reversed(phase_mentions(folded)):
        if each.phase in phases:
            folded = f"{folded[: each.start]} {folded[each.end :]}"
    return folded


def without_places(text: str) -> str:
    """The words of a text, folded, that say nothing of when: no weeks, days, phases, moves."""
    folded = _outside(fold(text), *Phase)
    if _NTH_STEP.search(folded):
        # 'How does week 2 start' is all about when, but for its other words.
        folded = _EDGE.sub(" ", folded)
    for pattern in (_NTH_DAY, *(each for _, _, each in _COMPILED), _SAME_DAY):
        folded = pattern.sub(" ", folded)
    return without_slots(folded)
