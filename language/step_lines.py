"""A passage cut to the lines that each may be a step: sentences, clauses, cells, whole rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.documents import Passage, PassageKind
from language.clock import clock_times
from language.distances import distances
from language.sentences import sentence_spans
from language.step_doers import who_of
from language.step_refusals import is_history
from language.step_rows import grid_cells
from language.weeks import DAY_WORD, day_name, find_slot, without_slots
from language.words import fold

ROWS = (PassageKind.ROW, PassageKind.CHART)
_CUT = re.compile(r";\s+|,\s+(?:and\s+|then\s+|but\s+)?|\s+and\s+(?:then\s+)?")
_STAMP = re.compile(
    r"\[[^\]]{0,14}\d{1,2}[:.]\d\d[^\]]{0,6}\]\s*(?:[^:\[\]]{1,30}:\s+)?(?=\S)"
    r"|(?:\d{1,2}/\d{1,2}/\d{2,4},? )?\d{1,2}:\d\d(?: [ap]m)? - [^:]{1,30}:\s+(?=\S)"
)
"""'[10:02] Dawn: ', '12/05/2025, 10:02 - Dawn: ': when a line was written."""
_FOR_DAYS = re.compile(
    rf"\bfor (?:the )?(?:{DAY_WORD})\b(?:(?:,|\s|-|&|to\b|and\b|the\b)*(?:{DAY_WORD})\b)*"
)
_EXCEPT = re.compile(
    rf"\b(?:except|apart from|other than|excluding|bar)(?: for)?(?: on)?(?: the)? (?:{DAY_WORD})\b"
)
_DUE = re.compile(rf"\b(?:by|before|no later than) (?:[\w.:]+ ){{0,4}}?(?:the )?(?:{DAY_WORD})\b")
_DAY_WORDS = re.compile(r"\b(?:mon|tue|wed|thu|fri)[a-z]*\b")
_DAY_AFTER = re.compile(r"\b(?:the day after|(?:the )?(?:next|following) day|other days)\b", re.I)
_ON_A_DAY = re.compile(r"(?:on|by|from|at) (?:the )?(?:mon|tue|wed|thu|fri)")
_PART = re.compile(r"\b(?:[ap]\.?m|morning|lunchtime|afternoon|evening|by close|cop|cob)\W*$")
"""'Call 9am; set-up discussion pm'."""
_SMALL = frozenset(
    (
        "at", "by", "on", "in", "of", "the", "a", "an", "to", "from", "until", "for", "and", "or",
        "again", "week", "wk", "day", "am", "pm", "morning", "mornings", "afternoon", "afternoons",
        "evening", "each", "every", "both", "then", "about", "around", "between", "no", "later",
        "than", "late", "early", "end", "close", "noon", "midday", "before", "after", "o'clock",
        "p", "m", "latest", "is", "are",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a passage, a clause of one, a cell, or a whole row of a table."""

    passage: Passage
    start: int
    end: int
    label: str = ""
    """The day and week that it stands under without saying them: a cell's column, a clause's
    sentence, what 'day two' is."""
    at: str = ""
    """The time that a cell's row stands for."""
    part: bool = False
    """A cell or a clause: it is a step even where it says little."""
    now: bool = False
    """In a paper written on a day of the inspection: what was said today is of it too."""
    day_from: str = ""
    """Id of the passage that says which day its 'day two' is."""

    @property
    def row(self) -> bool:
        """A whole row, whose columns say what its cells are."""
        return self.passage.kind in ROWS and not self.part

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def as_passage(self) -> Passage:
        """The passage cut to these words, with what they stand under said."""
        if self.row and not self.label:
            return replace(self.passage, cells=tuple(map(_without_events, self.passage.cells)))
        text = f"{self.label}: {self.text}" if self.label else _without_exceptions(self.text)
        # 'Two days after Thursday's call' is not on Thursday.
        if not self.label:
            text = _without_purposes(_without_events(text))
        return replace(self.passage, text=text, gaps=(), header=(), cells=())


def lines_of(passage: Passage) -> Iterator[Line]:
    """The lines of a passage, in order."""
    cells = grid_cells(passage)
    if cells:
        for start, end, label, at in cells:
            yield Line(passage, start, end, label, at, part=True)
        return
    if passage.kind in ROWS or passage.kind is PassageKind.HEADING:
        yield Line(passage, 0, len(passage.text))
        return
    for start, end in sentence_spans(passage.text):
        stamp = _STAMP.match(passage.text, start, end)
        yield from _clauses(passage, stamp.end() if stamp else start, end)


def _without_exceptions(text: str) -> str:
    """'Every day except Friday' is not on Friday."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for each in _EXCEPT.finditer(folded):
        text = text[: each.start()] + " " * (each.end() - each.start()) + text[each.end() :]
    return text


def _without_purposes(text: str) -> str:
    """'Parking for Tuesday to be booked by Friday' is on Friday."""
    folded = fold(text)
    found = _FOR_DAYS.search(folded)
    if found is None or len(folded) != len(text):
        return text
    rest = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return rest if _DUE.search(folded, found.end()) else text


def _without_events(text: str) -> str:
    folded = fold(text)
    if len(folded) != len(text):
        return text
    for each in distances(text):
        if each.period.event and each.period.unit.value != "hours":
            at = folded.rfind(fold(each.period.event), each.start, each.end)
            text = text[: max(at, 0)] + " " * (each.end - at) + text[each.end :] if at > 0 else text
    return text


def _clauses(passage: Passage, start: int, end: int) -> Iterator[Line]:
    """The sentence whole, or its clauses where each has a day, time or period of its own."""
    text, begin, spans = passage.text, start, []
    folded, times = fold(text[start:end]), clock_times(text[start:end], bare=True)
    whole = is_history(text[start:end], in_week=False) or len(folded) != end - start
    for cut in _CUT.finditer("" if whole else folded):
        last, next_ = start + cut.start(), start + cut.end()
        inside = any(each.start < cut.start() < each.end for each in times)
        semicolon = text.find(";", next_, end)
        right = text[next_ : semicolon if semicolon > 0 else end]
        if not inside and _stand_alone(text[begin:last], right, cut.group()):
            spans.append((begin, last))
            begin = next_
    label = ""
    for first, last in (*spans, (begin, end)):
        own = find_slot(text[first:last])
        clause = text[first:last]
        tied = bool(own.days or distances(clause) or _DAY_AFTER.search(clause))
        yield Line(passage, first, last, "" if tied else label, part=bool(spans))
        if len(own.days) == 1:
            week = f"week {min(own.weeks)} " if len(own.weeks) == 1 else ""
            label = week + day_name(min(own.days))


def _stand_alone(left: str, right: str, mark: str) -> bool:
    days = bool(find_slot(left).days), bool(find_slot(right).days)
    times = bool(clock_times(left, bare=True)), bool(clock_times(right, bare=True))
    if all(days) and all(times):
        return True
    if mark.startswith(";") and _says_when(left) and _says_when(right):
        return _words(right) > 0
    if all(times):
        return _words(right) > 1 and _words(left) > 0
    if all(days):
        ahead = _DAY_WORDS.split(fold(right))[0]
        if ahead.split()[:1] and ahead.split()[0].endswith("ing"):
            return False  # 'With the link, closing Thursday' goes on about the same thing.
        if any(not right[: each.start].strip() for each in clock_times(right, bare=True)):
            return False  # 'The following Monday, 7am, so ...': the time is of the day before it.
        told = _words(ahead) > 0 or bool(_ON_A_DAY.match(fold(right)) and who_of(right))
        return told and _words(left) > 0
    away = distances(right)
    # 'On a Monday, nine working days ahead of fieldwork' is one step.
    beside = right[: away[0].start] + right[away[-1].end :] if away else ""
    return days[0] and _words(beside) > 1 and not distances(left)


def _when(text: str) -> tuple[bool, bool, bool]:
    slot = find_slot(text)
    return bool(slot), bool(clock_times(text, bare=True)), bool(distances(text))


def _says_when(text: str) -> bool:
    return any(_when(text)) or _PART.search(fold(text)) is not None


def _words(text: str) -> int:
    """How many words it has besides those of days and times."""
    found = re.findall(r"[a-z][a-z'/-]*", fold(without_slots(text)))
    return sum(word not in _SMALL for word in found)
