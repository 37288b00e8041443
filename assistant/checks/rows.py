"""Which way a row's own figures lie, against what a sentence says of them.

'Rose' where the cell of the later month holds less; 'above England' where England's cell holds
more; 'rose every year' where one year fell. No word of the passage gives such a lie away: its
words are mostly the row's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.checks.row_figures import RowFigures, held_times, named_times, row_figures
from assistant.checks.text import Source
from assistant.tables.figures import figure_of
from language.words import fold

_UP = (
    r"r[io]se[ns]?|rising|increas(?:ed?|es|ing)|gr[eo]wn?|grows|growing|climb\w*|crept up"
    r"|(?:went|gone|goes?|going|came|is|are|was|were|been|crept|,) up(?! to\b)"
)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|dropp?(?:ed|s|ing)?|decreas\w*|declin(?:ed|es|ing)|dipp?(?:ed|s|ing)?"
    r"|shr[aiu]nk\w*|slipp?(?:ed|s|ing)?|(?:went|gone|goes?|going|came|come|is|are|was|were|been|,)"
    r" down(?! to\b)"
)
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_MORE = r"more|higher|greater|larger|bigger|above|over|exceed(?:s|ed|ing)?|ahead of"
_LESS = r"fewer|less|lower|smaller|below|under|short of|behind"
_THAN = re.compile(rf"\b(?:(?P<up>{_MORE})|(?P<down>{_LESS}))\b[^.;]{{0,90}}?\bthan\b")
_BESIDE = re.compile(
    rf"\b(?:(?P<up>{_MORE})|(?P<down>{_LESS}))(?:(?: \w+){{0,2}} than)?(?: (?:council|in|for|that"
    rf"|of|at|its|our|their|the"
    r"|a|an|all|similar|like|other|average|national|both)\b){0,4} "
    r"(?P<who>targets?|england|national|nationally|london|(?:statistical )?neighbours?|average"
    r"|region\w*|comparators?|benchmark)\b"
)
_EACH_TIME = re.compile(
    r"\b(?:steadily|(?:each|every) (?:year|month|quarter|time|count)|year on year|month on month"
    r"|continu\w+|without a break|consistently|ever since)\b"
)
_FROM_TO = re.compile(r"\bfrom (?P<a>[£\d.,%]+\d%?) .{0,30}?\bto (?P<b>[£\d.,]*\d%?)")
_SINCE = re.compile(r"\b(?:since|compared with|against|on|than(?: in)?|over|from) (?:the )?$")


def against_row(text: str, sources: Sequence[Source]) -> str:
    """The word by which a sentence says the contrary of a row's figures; '' where it does not."""
    said = fold(text)
    for each in sources:
        row = row_figures(each)
        if row is None:
            continue
        word = _misdated(text, said, row) or _beside(text, said, row)
        word = word or _extreme(said, row) or _target(said, row) or _moved(text, said, row)
        if word:
            return word
    return ""


def row_tells(text: str, sources: Sequence[Source]) -> bool:
    """Whether a cited row has the times between which a sentence says that something moved.

    Then the way needs no word of the row: `against_row` has looked at its figures.
    """
    rows = [row for each in sources if (row := row_figures(each)) is not None]
    return any(len(row.series) > 1 and held_times(text, row) for row in rows)


def _misdated(text: str, said: str, row: RowFigures) -> str:
    """'95.8% in 2023/24' where that cell holds another figure, and a later one 95.8."""
    figures = {f"{value:f}" for _, value in row.every}
    numbers = re.findall(r"(?<![\d/.,-])\d[\d,]*(?:\.\d+)?(?![\d/])", said)
    own = {each.replace(",", "") for each in numbers} & figures
    times = named_times(text, row.every)
    if len(own) != 1 or len(times) != 1 or _BETWEEN_TIMES.search(said):
        return ""
    return "" if f"{times[0].value:f}" in own else own.pop()


_BETWEEN_TIMES = re.compile(
    r"\b(?:since|than|from|compared|against|before|after|until|later|earlier|again|still|current\w*"
    r"|now|latest|r[io]se|fell|up|down|more|fewer|less|higher|lower|points?|target)\b"
)
"""A sentence with such a word may set its figure beside that of the time that it names."""


def _beside(text: str, said: str, row: RowFigures) -> str:
    """'Above the target' where the newest figure, or the one named, is under the target's cell."""
    found = _BESIDE.search(said)
    if found is None:
        return ""
    who = found["who"].removesuffix("ly")
    theirs = {value for name, value in row.beside if who[:6] in name}
    held = held_times(text, row)
    own = [value for _, value in row.series if f"{value:f}" in said]
    own = own or ([held[0].value] if len(held) == 1 else [])
    own = own or [value for _, value in row.series[-1:]]
    others = [value for name, value in row.beside if who[:6] not in name]
    own = own or (others if len(others) == 1 else [v for v in others if f"{v:f}" in said])
    if len(theirs) != 1 or len(own) != 1:
        return ""
    other = theirs.pop()
    wrong = own[0] <= other if found["up"] else own[0] >= other
    return found.group() if wrong else ""


_EXTREME = re.compile(
    r"\b(?:(?P<up>peak\w*|highest|a high of|at its height)|(?P<down>lowest|a low of|bottomed))\b"
)


def _extreme(said: str, row: RowFigures) -> str:
    """'Peaked at 96.4%' where another month of the row has more."""
    found = _EXTREME.search(said)
    if found is None or len(row.series) < 2 or _EXTREME.search(row.words):
        return ""
    values = [value for _, value in row.series]
    own = [value for value in values if re.search(rf"(?<![\d.]){value:f}(?![\d.]*\d)", said)]
    end = max(values) if found["up"] else min(values)
    return found.group() if own and end not in own else ""


_MET = re.compile(
    r"\b(?:(?P<up>met|meets?|hits?|reach(?:es|ed)?|achiev\w+)|(?P<down>miss(?:es|ed)?))"
    r" (?:(?:its|their|the|our|a|that) ){0,2}targets?\b"
)


def _target(said: str, row: RowFigures) -> str:
    """'Met the target' where the newest figure is under the target's cell.

    Where less is better an honest sentence goes too: which way is better stands in no row.
    """
    found = _MET.search(said)
    aims = {value for name, value in row.beside if "target" in name}
    if found is None or len(aims) != 1 or not row.series:
        return ""
    under = row.series[-1][1] < aims.pop()
    return found.group() if under == bool(found["up"]) else ""


def _moved(text: str, said: str, row: RowFigures) -> str:
    if len(row.series) < 2:
        return ""
    held = held_times(text, row)
    than = _THAN.search(said)
    if than and len(held) == 2:
        first, last = held
        if first.name_at < than.end() <= last.name_at:
            return _unless(than, up=bool(than["up"]), before=last.value, after=first.value)
    found = _MOVED.search(said)
    if found is None or _MOVED.search(row.words):
        # 'Number of falls' names what is counted.
        return ""
    up = bool(found["up"])
    values = [value for _, value in row.series]
    if len(held) >= 2:
        ends = sorted(held, key=lambda each: each.place)
        run = values[ends[0].place : ends[-1].place + 1]
    elif len(held) == 1 and _SINCE.search(said[: held[0].name_at]):
        run = values[held[0].place :]
    elif len(held) == 1:
        run = values[: held[0].place + 1]
    else:
        run = values
    if len(run) < 2 or _FROM_TO.search(said):
        return _from_to(said, row)
    if _EACH_TIME.search(said):
        wrong = any((b <= a) if up else (b >= a) for a, b in pairwise(run))
        return found.group() if wrong else ""
    if len(held) >= 2 or (held and _SINCE.search(said[: held[0].name_at])):
        return _unless(found, up=up, before=run[0], after=run[-1])
    # Where no start is said, any of the moves that end there may be meant.
    wrong = all((run[-1] <= a) if up else (run[-1] >= a) for a in (run[0], run[-2]))
    return found.group() if wrong else ""


def _unless(found: re.Match[str], *, up: bool, before: Decimal, after: Decimal) -> str:
    wrong = after <= before if up else after >= before
    return found.group().split()[0] if wrong else ""


def _from_to(said: str, row: RowFigures) -> str:
    """'From 901 to 876' where the row has 876 first."""
    found = _FROM_TO.search(said)
    if found is None:
        return ""
    one, other = (figure_of(found[each].strip("., ")) for each in ("a", "b"))
    if one is None or other is None or one.value == other.value:
        return ""
    before = [n for n, (_, value) in enumerate(row.series) if value == one.value]
    after = [n for n, (_, value) in enumerate(row.series) if value == other.value]
    backward = before and after and min(before) > max(after)
    return "from" if backward else ""
